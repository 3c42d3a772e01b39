/* test-reading.c: the article as the detector reads it
 *
 * Lines that are broken within a paragraph, tables, capitals, paragraphs in
 * another language.  All articles here are made up.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "detect/article/letter-case.h"
#include "language/english.h"
#include "language/lines.h"

#include <glib/gstdio.h>

typedef struct
{
  const char *name;
  const char *text;
  const char *expected; /* NULL: as it is. */
} Case;

typedef ReadoutText *(*Reader) (ReadoutText *text, GCancellable *cancellable);

static void
check_case (const Case *c, Reader reader)
{
  g_autoptr (ReadoutText) text = readout_text_new (c->text, -1);
  g_autoptr (ReadoutText) found = reader (text, NULL);
  const char *expected = c->expected != NULL ? c->expected : c->text;

  g_test_message ("%s", c->name);
  g_assert_cmpstr (readout_text_get_utf8 (found), ==, expected);
  g_assert_cmpuint (
      readout_text_get_length (found), ==, readout_text_get_length (text));
}

#define CHECK(cases, reader)                                                   \
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)                             \
  check_case (&(cases)[i], reader)

static void
test_lines (void)
{
  static const Case cases[] = {
    { "empty", "", NULL },
    { "one line", "Ada Berg met Tomas Velk.", NULL },
    { "paragraphs of one line",
      "Ada Berg met Tomas Velk in Oslo on Monday to speak of the bridge.\n"
      "The talks went on until the evening.\n"
      "Trade was the other subject, and it took far longer than planned.\n"
      "No date was set.\n",
      NULL },
    { "a wire copy",
      "OSLO - Ada Berg met Tomas Velk in Oslo\n"
      "on Monday, a spokesman said, and spoke\n"
      "of the bridge that has been closed for\n"
      "years.\n"
      "\n"
      "\"It will be opened,\" she said after the\n"
      "talks.\n",
      "OSLO - Ada Berg met Tomas Velk in Oslo "
      "on Monday, a spokesman said, and spoke "
      "of the bridge that has been closed for "
      "years.\n"
      "\n"
      "\"It will be opened,\" she said after the "
      "talks.\n" },
    { "a wire copy with two signs for a break",
      "OSLO - Ada Berg met Tomas Velk in Oslo\r\n"
      "on Monday, a spokesman said, and spoke\r\n"
      "of the bridge that has been closed for\r\n"
      "years.\r\n",
      "OSLO - Ada Berg met Tomas Velk in Oslo  "
      "on Monday, a spokesman said, and spoke  "
      "of the bridge that has been closed for  "
      "years.\r\n" },
    { "paragraphs that are set in",
      "  OSLO - Ada Berg met Tomas Velk in Oslo\n"
      "on Monday, a spokesman said, and spoke of\n"
      "the bridge that has been closed for three\n"
      "years, and of trade between both countries.\n"
      "  Berg said the talks had been of use, and\n"
      "that others would follow before summer.\n",
      "  OSLO - Ada Berg met Tomas Velk in Oslo "
      "on Monday, a spokesman said, and spoke of "
      "the bridge that has been closed for three "
      "years, and of trade between both countries.\n"
      "  Berg said the talks had been of use, and "
      "that others would follow before summer.\n" },
    { "a headline and a list in a wire copy",
      "Bridge to open, Berg says\n"
      "OSLO - Ada Berg met Tomas Velk in Oslo\n"
      "on Monday, a spokesman said, and spoke\n"
      "of three subjects that have been left:\n"
      "* the bridge\n"
      "* trade and fishing\n"
      "* the border posts that were shut down\n"
      "in the spring of last year.\n",
      "Bridge to open, Berg says\n"
      "OSLO - Ada Berg met Tomas Velk in Oslo "
      "on Monday, a spokesman said, and spoke "
      "of three subjects that have been left:\n"
      "* the bridge\n"
      "* trade and fishing\n"
      "* the border posts that were shut down "
      "in the spring of last year.\n" },
    { "the beginning of a wire copy",
      "OSLO - Ada Berg met Tomas Velk in Oslo, and\n"
      "spoke of the bridge.",
      "OSLO - Ada Berg met Tomas Velk in Oslo, and "
      "spoke of the bridge." },
    { "a list of names",
      "Ada Berg, Norway\nTomas Velk, Lorvania\nJon Aske, Sweden\n"
      "Mara Linde, Finland\n",
      NULL },
    { "a table with tabulators",
      "Norfield\t3\tHarbor Town\nPort Selm\t0\tOslo\n",
      "Norfield\n3\nHarbor Town\nPort Selm\n0\nOslo\n" },
    { "a table with blanks",
      "Aska Steel      12.40   +0.3\nBerg Holding    88.10   -1.2\n",
      "Aska Steel\n     12.40\n  +0.3\nBerg Holding\n   88.10\n  -1.2\n" },
    { "a table with strokes",
      "| Labour | 31 |\n| Greens | 7 |\n",
      "\n Labour \n 31 \n\n\n Greens \n 7 \n\n" },
    { "a tabulator at the head of a paragraph",
      "\tAda Berg met Tomas Velk.\n\tThey spoke of the bridge.\n",
      NULL },
    { "wide gaps in a paragraph",
      "The ministers agreed on Monday to open   the bridge before the summer, "
      "and to speak of   trade when they meet again in the spring of next year "
      "in one of the two capitals.\n",
      NULL },
    { "one wide gap", "Ada Berg met    Tomas Velk.\nThey spoke.\n", NULL },
  };

  CHECK (cases, readout_lines_mend);
}

#define ENGLISH                                                                \
  "The minister said on Monday that the talks had been of use and that they "  \
  "would go on in the spring, as far as both sides wish to."
#define GERMAN                                                                   \
  "Die Ministerin sagte am Montag, dass die Gespräche nützlich gewesen seien " \
  "und dass sie im Frühjahr fortgesetzt werden, wenn beide Seiten es "          \
  "wünschen."
#define SPANISH                                                                \
  "La ministra dijo el lunes que las conversaciones fueron útiles y que van " \
  "a "                                                                         \
  "seguir en la primavera, si las dos partes lo desean."

static char *
blank (const char *text)
{
  return g_strnfill (g_utf8_strlen (text, -1), ' ');
}

static void
test_english_keep (void)
{
  g_autofree char *german = blank (GERMAN);
  g_autofree char *headline = blank ("Treffen in Oslo");
  g_autofree char *mixed
      = g_strconcat (ENGLISH, "\n", german, "\n", ENGLISH, NULL);
  g_autofree char *led = g_strconcat (
      headline, "\n", german, "\n\n", ENGLISH "\nA short line\n", NULL);
  const Case cases[] = {
    { "English", ENGLISH "\n" ENGLISH, NULL },
    { "all of it in another language", GERMAN "\n" GERMAN "\n", NULL },
    { "a paragraph in another language",
      ENGLISH "\n" GERMAN "\n" ENGLISH,
      mixed },
    { "a short line goes with its neighbours",
      "Treffen in Oslo\n" GERMAN "\n\n" ENGLISH "\nA short line\n",
      led },
  };

  CHECK (cases, readout_english_keep);
}

static void
test_english_judge (void)
{
  static const struct
  {
    const char    *text;
    ReadoutEnglish expected;
  } cases[] = {
    { "", READOUT_ENGLISH_WHOLLY },
    { "Oslo", READOUT_ENGLISH_WHOLLY },
    { "Ada Berg", READOUT_ENGLISH_WHOLLY },
    { ENGLISH, READOUT_ENGLISH_WHOLLY },
    { GERMAN, READOUT_ENGLISH_NOT },
    { SPANISH, READOUT_ENGLISH_NOT },
    { ENGLISH "\n" GERMAN, READOUT_ENGLISH_PARTLY },
    { GERMAN "\n" SPANISH "\n", READOUT_ENGLISH_NOT },
    { "MINISTER SAYS TALKS WITH THE NEIGHBOURS WILL GO ON IN THE SPRING, AND "
      "THAT IT IS FOR BOTH SIDES TO SAY WHEN",
      READOUT_ENGLISH_WHOLLY },
    { "DIE MINISTERIN SAGTE AM MONTAG, DASS DIE GESPRÄCHE NÜTZLICH GEWESEN "
      "SEIEN UND DASS SIE IM FRÜHJAHR FORTGESETZT WERDEN",
      READOUT_ENGLISH_NOT },
    /* Rows of names and figures are no language. */
    { "Norfield 3 Harbor Town 1\nPort Selm 0 Oslo 0\nVelk City 2 Linde 2\n"
      "Aska Steel 12.40\nBerg Holding 88.10\nNorthern Bank 103.00\n",
      READOUT_ENGLISH_WHOLLY },
    { "Министр заявил в понедельник, что переговоры провалились.",
      READOUT_ENGLISH_NOT },
    { "部长周一表示，会谈已经失败，双方将不再会面。", READOUT_ENGLISH_NOT },
    { "قال الوزير يوم الاثنين إن المحادثات فشلت.", READOUT_ENGLISH_NOT },
    { "Le ministre a déclaré lundi que les discussions avaient échoué et "
      "qu’il ne reviendrait pas à la table des négociations.",
      READOUT_ENGLISH_NOT },
    { "O ministro disse na segunda-feira que as conversas falharam e que não "
      "voltará à mesa das negociações.",
      READOUT_ENGLISH_NOT },
    { "Il ministro ha detto lunedì che i colloqui sono falliti e che non "
      "tornerà al tavolo della trattativa.",
      READOUT_ENGLISH_NOT },
    { "De minister zei maandag dat het overleg is mislukt en dat hij niet meer "
      "naar de tafel komt.",
      READOUT_ENGLISH_NOT },
    { "Ministern sade på måndagen att samtalen hade misslyckats och att han "
      "inte kommer tillbaka till bordet.",
      READOUT_ENGLISH_NOT },
    { "Minister powiedział w poniedziałek, że rozmowy się nie udały i że nie "
      "wróci do stołu, bo to nie ma sensu.",
      READOUT_ENGLISH_NOT },
    { "Bakan pazartesi günü görüşmelerin başarısız olduğunu ve bir daha masaya "
      "dönmeyeceğini söyledi, çok üzgün olduğunu da dedi.",
      READOUT_ENGLISH_NOT },
    { "Menteri mengatakan pada hari Senin bahwa perundingan itu telah gagal "
      "dan "
      "ia tidak akan kembali ke meja perundingan.",
      READOUT_ENGLISH_NOT },
    /* Of a language that the tables do not have: Basque. */
    { "ministroak astelehenean esan zuen elkarrizketek porrot egin zutela eta "
      "ez dela mahaira itzuliko, baina bi aldeek berriz hitz egin nahi dutela "
      "udaberrian, bide berri bat aurkitzeko asmoz, eta herritarrek zubia "
      "irekita ikusi nahi dutela uda hasi baino lehen, merkataritza berriro "
      "abian jartzeko modu bakarra delako",
      READOUT_ENGLISH_NOT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ReadoutText) text = readout_text_new (cases[i].text, -1);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (readout_english_judge (text), ==, cases[i].expected);
    }
}

static ReadoutText *
restore (ReadoutText *text, GCancellable *cancellable)
{
  return readout_letter_case_restore (text, NULL, cancellable);
}

static void
test_letter_case (void)
{
  static const Case cases[] = {
    { "small letters", "Berg meets Velk in Oslo, ministry says\n", NULL },
    { "an acronym and a place", "NATO\nOSLO, Norway\nUN, EU\n", NULL },
    { "a headline above its article",
      "BERG MEETS VELK IN OSLO, NATO SAYS\n\nIn Oslo Ada Berg meets Tomas "
      "Velk of NATO.\n",
      "Berg meets Velk in Oslo, NATO says\n\nIn Oslo Ada Berg meets Tomas "
      "Velk of NATO.\n" },
    { "an article in capitals",
      "FOREIGN MINISTER ADA BERG MET PRESIDENT TOMAS VELK IN FRANCE ON "
      "MONDAY. BERG SAID THE EU AND THE U.S. WOULD HELP.\n"
      "\"IT IS VELK'S TURN,\" SHE SAID.\n",
      "Foreign minister Ada Berg met president Tomas Velk in France on "
      "Monday. Berg said the EU and the U.S. would help.\n"
      "\"It is Velk's turn,\" she said.\n" },
    { "a headline in title case, which the rules know",
      "Ada Berg Meets Tomas Velk In Oslo\n",
      NULL },
    { "numbered lines in capitals",
      "1. TALKS BEGIN IN FRANCE\n2. TALKS END\n",
      "1. Talks begin in France\n2. TALKS END\n" },
    { "speakers",
      "When will it open, Ms Berg?\nBERG: Before the NATO talks.\nNATO: No.\n"
      "Dr BERG: Yes.\n",
      "When will it open, Ms Berg?\nBerg: Before the NATO talks.\nNATO: No.\n"
      "Dr BERG: Yes.\n" },
    { "letters with marks",
      "ÉMILE ØSTBY O'HARA SAYS NO TO ÅRDAL\n\nThen Émile Østby left Årdal.\n",
      "Émile Østby O'Hara says no to Årdal\n\nThen Émile Østby left Årdal.\n" },
  };

  CHECK (cases, restore);
}

static const char words[] = "bridge 1 0 1\n"
                            "berg 3 0 1\n"
                            "harbour 1 0 1\n"
                            "reopens 1 0 2\n"
                            "will 1 0 2\n";

/* The large lists of a model, here with a handful of words. */
static ReadoutGazetteer *
make_lists (void)
{
  g_autofree char *folder = g_dir_make_tmp ("readout-lists-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "words.txt", NULL);
  g_autoptr (ReadoutModelBuilder) builder = readout_model_builder_new ();
  g_autoptr (ReadoutModel) model = NULL;
  g_autoptr (GBytes) section = NULL;
  g_autoptr (GBytes) file = NULL;
  g_autoptr (GError) error = NULL;
  ReadoutGazetteer *lists;

  g_assert_true (g_file_set_contents (path, words, -1, NULL));
  section = readout_gazetteer_build (folder, &error);
  g_assert_no_error (error);
  readout_model_builder_add (builder, "lists", section);
  file = readout_model_builder_end (builder);
  model = readout_model_new_from_bytes (file, "test", &error);
  g_assert_no_error (error);
  lists = readout_gazetteer_new (model, &error);
  g_assert_no_error (error);
  g_remove (path);
  g_rmdir (folder);

  return lists;
}

static ReadoutText *
restore_with_lists (ReadoutText *text, GCancellable *cancellable)
{
  g_autoptr (ReadoutGazetteer) lists = make_lists ();

  return readout_letter_case_restore (text, lists, cancellable);
}

static void
test_letter_case_with_lists (void)
{
  static const Case cases[] = {
    /* A word of the dictionary that is a family name here. */
    { "an article in capitals",
      "ADA BERG REOPENS HARBOUR BRIDGE\nVELK WILL COME, BERG SAID.\n",
      "Ada Berg reopens harbour bridge\nVelk will come, Berg said.\n" },
    { "a headline in title case",
      "Minister Ada Berg Meets Tomas Velk In Oslo, Says Harbour Bridge "
      "Reopens\n"
      "\nThe bridge reopens in Oslo, said Ada Berg of the Harbour Board.\n",
      "Minister Ada Berg meets Tomas Velk in Oslo, says Harbour bridge "
      "reopens\n"
      "\nThe bridge reopens in Oslo, said Ada Berg of the Harbour Board.\n" },
    { "names in title case",
      "Ada Berg, Tomas Velk, Jon Aske, Mara Linde\n",
      NULL },
    { "a name in a line of its own",
      "Ministry of Trade, Industry and Energy\n",
      NULL },
  };

  CHECK (cases, restore_with_lists);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reading/lines", test_lines);
  g_test_add_func ("/reading/english/keep", test_english_keep);
  g_test_add_func ("/reading/english/judge", test_english_judge);
  g_test_add_func ("/reading/letter-case", test_letter_case);
  g_test_add_func ("/reading/letter-case/with-lists",
                   test_letter_case_with_lists);
  return g_test_run ();
}
