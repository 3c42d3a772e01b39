/* test-card-text.c: what cards say, and what can be typed into them
 *
 * Pure functions; they are here because they belong to the interface.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "inspector-fixture.h"

#include "inspector/card-text.h"
#include "inspector/values.h"
#include "model/countries.h"

static void
test_cards (void)
{
  static const struct
  {
    const char *id, *title, *trailing, *detail, *name;
  } cases[] = {
    { "a1",
      "<b>Ingrid Aasen</b>",
      "1 mention",
      "Foreign Minister · NO",
      "actor, Ingrid Aasen, suggested, 98 percent" },
    { "a2",
      "<b>Pavel Orlik</b>",
      "1 mention",
      "person",
      "actor, Pavel Orlik, suggested, 98 percent" },
    { "s1",
      "<b>Ingrid Aasen</b> told",
      "direct",
      "“We have come a long way,” … “and the ferries will run again before "
      "the winter.”",
      "statement, Ingrid Aasen told, suggested, 87 percent" },
    { "s2",
      "He → <b>Pavel Orlik</b> said",
      "indirect",
      "the tariffs on timber had to go first",
      "statement, Pavel Orlik said, suggested, 64 percent" },
    { "g1",
      "<b>talks</b> · held · 4 May 2023 · Halden",
      NULL,
      "Ingrid Aasen, Pavel Orlik",
      "meeting, talks, held · 4 May 2023 · Halden, suggested, 81 percent" },
    { "m1",
      "<b>Ingrid Aasen</b>",
      "person · name",
      "→ Ingrid Aasen",
      "mention, Ingrid Aasen, suggested, 91 percent" },
    { "m3",
      "<b>Kronborg House</b>",
      "facility · name",
      NULL,
      "mention, Kronborg House, suggested, 91 percent" },
  };
  g_autoptr (ReadoutDocument) document = fixture_make_document ();
  g_autoptr (ReadoutMentionIndex) index = readout_mention_index_new ();

  readout_mention_index_set_document (index, document);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (ReadoutCardText) text = { 0 };

      readout_card_text_init (
          &text,
          document,
          index,
          readout_annotations_lookup (
              readout_document_get_annotations (document), cases[i].id));
      g_assert_cmpstr (text.title, ==, cases[i].title);
      g_assert_cmpstr (text.trailing, ==, cases[i].trailing);
      g_assert_cmpstr (text.detail, ==, cases[i].detail);
      g_assert_cmpstr (text.name, ==, cases[i].name);
    }
}

/* A card says nothing of a detector once a person has decided, says that
 * somebody wants to look again, and survives a name full of markup and an
 * actor that is not there. */
static void
test_odd_cards (void)
{
  g_autoptr (ReadoutDocument) document = fixture_make_document ();
  g_autoptr (ReadoutMentionIndex) index = readout_mention_index_new ();
  g_autoptr (ReadoutActor) actor
      = readout_actor_new ("a9", READOUT_ACTOR_GROUP, "<Smith & Sons>");
  g_autoptr (ReadoutStatement) statement
      = readout_statement_new ("s9", READOUT_MANNER_MIXED);
  const char *missing[] = { "a77", NULL };

  readout_mention_index_set_document (index, document);

  actor->record.review.state = READOUT_STATE_CONFIRMED;
  actor->record.review.confidence = 50;
  actor->record.review.flagged = TRUE;
  actor->anonymous = TRUE;
  {
    g_auto (ReadoutCardText) text = { 0 };

    readout_card_text_init (&text, document, index, actor);
    g_assert_cmpstr (text.title, ==, "<b>&lt;Smith &amp; Sons&gt;</b>");
    g_assert_cmpstr (text.trailing, ==, "0 mentions");
    g_assert_cmpstr (text.detail, ==, "group · anonymous");
    g_assert_cmpstr (text.confidence, ==, NULL);
    g_assert_cmpstr (
        text.name, ==, "actor, <Smith & Sons>, confirmed, look again");
  }
  {
    g_auto (ReadoutCardText) text = { 0 };

    readout_card_text_init (&text, document, index, statement);
    g_assert_cmpstr (text.title, ==, "<i>no speaker</i> ");
    g_assert_cmpstr (text.detail, ==, "");
  }
  readout_record_set_strv (&statement->speakers, missing);
  {
    g_auto (ReadoutCardText) text = { 0 };

    readout_card_text_init (&text, document, index, statement);
    g_assert_cmpstr (text.title, ==, "<b>a77</b> ");
  }
}

static void
test_long_words (void)
{
  g_autoptr (GString) string = g_string_new (NULL);
  g_autoptr (ReadoutText) text = NULL;
  ReadoutSpan      span = { 0, 0 };
  ReadoutSpanList  spans = { &span, 1 };
  g_autofree char *words = NULL;

  for (guint i = 0; i < 200; i++)
    g_string_append (string, "ä\n \t");
  text = readout_text_new (string->str, -1);
  span.end = readout_text_get_length (text);

  words = readout_card_text_words (text, &spans, " ");
  g_assert_true (g_str_has_prefix (words, "ä ä ä "));
  g_assert_true (g_str_has_suffix (words, "…"));
  g_assert_cmpint (g_utf8_strlen (words, -1), <, 200);
}

static void
test_dates (void)
{
  static const char *const cases[][2] = {
    { "2023-09-18", "18 Sep 2023" },
    { "2023-11", "Nov 2023" },
    { "2023", "2023" },
    { "2023-W38", "2023-W38" },
    { "2023-02-31", "2023-02-31" },
    { "2023-09-16/2023-09-17", "16 Sep 2023 – 17 Sep 2023" },
    { "2023-09-16/", "2023-09-16/" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *date = readout_card_text_date (cases[i][0]);

      g_assert_cmpstr (date, ==, cases[i][1]);
    }
}

typedef gboolean (*Check) (const char *text, char **canonical, char **hint);

static void
test_values (void)
{
  static const struct
  {
    Check       check;
    const char *text, *canonical, *hint;
  } cases[] = {
    { readout_values_check_country, "no", "NO", "Norway" },
    { readout_values_check_country, "norway", "NO", "Norway" },
    { readout_values_check_country, "xk", "XK", "Kosovo" },
    { readout_values_check_country, "Kosovo", "XK", "Kosovo" },
    { readout_values_check_country, "QQ-no", NULL, NULL },
    { readout_values_check_country, "ZZ", NULL, NULL },
    { readout_values_check_country, "N", NULL, NULL },
    { readout_values_check_time, "2023-09-18", "2023-09-18", "18 Sep 2023" },
    { readout_values_check_time, "2024-02-29", "2024-02-29", "29 Feb 2024" },
    { readout_values_check_time, "2023", "2023", NULL },
    { readout_values_check_time, "2023-w38", NULL, NULL },
    { readout_values_check_time, "2023-09-18T14:30", "2023-09-18T14:30", NULL },
    { readout_values_check_time,
      "2023-09-18T14:30:05+02:00",
      "2023-09-18T14:30:05+02:00",
      NULL },
    { readout_values_check_time,
      "2023-09-16/2023-09-17",
      "2023-09-16/2023-09-17",
      "16 Sep 2023 – 17 Sep 2023" },
    { readout_values_check_time, "2023-09-17/2023-09-16", NULL, NULL },
    { readout_values_check_time, "2023-02-29", NULL, NULL },
    { readout_values_check_time, "2023-13", NULL, NULL },
    { readout_values_check_time, "18.9.2023", NULL, NULL },
    { readout_values_check_time, "2023-09-18 ", NULL, NULL },
    { readout_values_check_time, "2023-09-18T", NULL, NULL },
    { readout_values_check_time, "2023-09-18T25:00", NULL, NULL },
    { readout_values_check_duration, "PT12H", "PT12H", "12 hours" },
    { readout_values_check_duration,
      "pt1h30m",
      "PT1H30M",
      "1 hour, 30 minutes" },
    { readout_values_check_duration, "P2D", "P2D", "2 days" },
    { readout_values_check_duration, "P1M", "P1M", "1 month" },
    { readout_values_check_duration, "PT1M", "PT1M", "1 minute" },
    { readout_values_check_duration, "pt0.5h", "PT0.5H", NULL },
    { readout_values_check_duration, "P", NULL, NULL },
    { readout_values_check_duration, "PT", NULL, NULL },
    { readout_values_check_duration, "P1DT", NULL, NULL },
    { readout_values_check_duration, "P1H", NULL, NULL },
    { readout_values_check_duration, "PT1M1H", NULL, NULL },
    { readout_values_check_duration, "12 hours", NULL, NULL },
    { readout_values_check_duration, "PT99999999999999999999H", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *canonical = NULL;
      g_autofree char *hint = NULL;
      gboolean valid = cases[i].check (cases[i].text, &canonical, &hint);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (valid, ==, cases[i].canonical != NULL);
      g_assert_cmpstr (canonical, ==, cases[i].canonical);

      /* What is refused is always told what was expected. */
      if (valid)
        g_assert_cmpstr (hint, ==, cases[i].hint);
      else
        g_assert_nonnull (hint);
    }
}

static void
test_countries (void)
{
  g_assert_cmpstr (readout_countries_get_name ("AD"), ==, "Andorra");
  g_assert_cmpstr (readout_countries_get_name ("ZW"), ==, "Zimbabwe");
  g_assert_null (readout_countries_get_name ("AA"));
  g_assert_null (readout_countries_get_name (""));
  g_assert_cmpstr (readout_countries_find ("ZIMBABWE"), ==, "ZW");
  g_assert_null (readout_countries_find ("Atlantis"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/card-text/cards", test_cards);
  g_test_add_func ("/card-text/odd-cards", test_odd_cards);
  g_test_add_func ("/card-text/long-words", test_long_words);
  g_test_add_func ("/card-text/dates", test_dates);
  g_test_add_func ("/values/checks", test_values);
  g_test_add_func ("/values/countries", test_countries);
  return g_test_run ();
}
