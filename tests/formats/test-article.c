/* test-article.c: bytes in any encoding to a document
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "formats/article.h"

#include <string.h>

#include "base/error.h"
#include "formats/formats.h"

#define BYTES(literal) literal, sizeof literal - 1

/* Encodings, line ends and damage: bytes in, text and report out. */
static void
test_decode (void)
{
  static const struct
  {
    const char *bytes;
    gsize       n_bytes;
    const char *text;
    const char *encoding;
    guint       n_undecodable;
    guint       first_undecodable;
    guint       n_removed;
  } cases[] = {
    { BYTES (""), "", "UTF-8", 0, 0, 0 },
    { BYTES ("plain\n"), "plain\n", "UTF-8", 0, 0, 0 },
    { BYTES ("  kept \n\n"), "  kept \n\n", "UTF-8", 0, 0, 0 },
    { BYTES ("“é” 😀"), "“é” 😀", "UTF-8", 0, 0, 0 },
    { BYTES ("\xef\xbb\xbfmark"), "mark", "UTF-8", 0, 0, 0 },
    { BYTES ("\xef\xbb\xbf"), "", "UTF-8", 0, 0, 0 },
    { BYTES ("a\r\nb\rc\n\rd\r\r\n"), "a\nb\nc\n\nd\n\n", "UTF-8", 0, 0, 0 },
    { BYTES ("a\xe2\x80\xa8"
             "b\xe2\x80\xa9"
             "c\fd\ve"),
      "a\nb\nc\nd\ne",
      "UTF-8",
      0,
      0,
      0 },
    { BYTES ("a\0b\001c\td\033"), "abc\td", "UTF-8", 0, 0, 3 },
    { BYTES ("“good”, é, bad \xff byte"),
      "“good”, é, bad � byte",
      "UTF-8",
      1,
      20,
      0 },
    { BYTES ("é é cut \xe2\x80"), "é é cut ��", "UTF-8", 2, 10, 0 },
    { BYTES ("caf\xe9"), "café", "ISO-8859-1", 0, 0, 0 },
    { BYTES ("\x93quoted\x94 \x96 \x80"
             "5"),
      "“quoted” – €5",
      "Windows-1252",
      0,
      0,
      0 },
    { BYTES ("\x93no\x81\x94"), "“no�”", "Windows-1252", 1, 3, 0 },
    { BYTES ("\xff\xfe"
             "a\0\xe9\0\x3d\xd8\0\xde"),
      "aé😀",
      "UTF-16LE",
      0,
      0,
      0 },
    { BYTES ("\xfe\xff"
             "\0a\0\r\0\n\0b"),
      "a\nb",
      "UTF-16BE",
      0,
      0,
      0 },
    { BYTES ("n\0o\0 \0m\0a\0r\0k\0"), "no mark", "UTF-16LE", 0, 0, 0 },
    { BYTES ("\0n\0o\0 \0m\0a\0r\0k"), "no mark", "UTF-16BE", 0, 0, 0 },
    { BYTES ("\xff\xfe"
             "a\0\0\xd8"
             "b\0c"),
      "a�b�",
      "UTF-16LE",
      2,
      4,
      0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ReadoutArticleReport report;
      g_autoptr (GError) error = NULL;
      g_autoptr (ReadoutDocument) document = readout_article_read (
          cases[i].bytes, cases[i].n_bytes, NULL, &report, &error);
      g_autofree char *told = NULL;

      g_assert_no_error (error);
      g_assert_cmpstr (
          readout_text_get_utf8 (readout_document_get_text (document)),
          ==,
          cases[i].text);
      g_assert_cmpstr (report.encoding, ==, cases[i].encoding);
      g_assert_cmpuint (report.n_undecodable, ==, cases[i].n_undecodable);
      g_assert_cmpuint (
          report.first_undecodable, ==, cases[i].first_undecodable);
      g_assert_cmpuint (report.n_removed, ==, cases[i].n_removed);

      told = readout_article_report_describe (&report);
      g_assert_true ((told == NULL)
                     == (g_str_equal (report.encoding, "UTF-8")
                         && report.n_undecodable == 0
                         && report.n_removed == 0));
      readout_article_report_clear (&report);
    }
}

static void
test_binary (void)
{
  g_autoptr (GError) error = NULL;
  char bytes[4096];

  for (guint i = 0; i < sizeof bytes; i++)
    bytes[i] = (char)(i * 7919 >> 3);
  g_assert_null (
      readout_article_read (bytes, sizeof bytes, NULL, NULL, &error));
  g_assert_error (error, READOUT_ERROR, READOUT_ERROR_ENCODING);
}

/* Ten megabytes, of each way to decode. */
static void
test_large (void)
{
  static const char *const lines[]
      = { "“Alvania” and Borland agree on ferries, officials said.\r\n",
          "\x93"
          "Alvania\x94 and Borland agree on ferries, officials said.\r\n" };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (GString) bytes = g_string_new (NULL);
      g_autoptr (ReadoutDocument) document = NULL;
      g_autoptr (GError) error = NULL;

      while (bytes->len < 10000000)
        g_string_append (bytes, lines[i]);
      document = readout_article_read (
          bytes->str, bytes->len, "large.txt", NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (
          readout_text_get_length (readout_document_get_text (document)),
          >,
          9000000);
    }
}

/* What the text shows of itself. */
static void
test_byline (void)
{
  static const struct
  {
    const char *text;
    const char *title;
    const char *source;
    const char *author;
    const char *published;
  } cases[] = {
    { "Alvania and Borland agree on ferries\n\nThe ministers met on Sunday.",
      "Alvania and Borland agree on ferries",
      NULL,
      NULL,
      NULL },
    { "Ferries sail again\nThe ministers met on Sunday in Port Alva.",
      "Ferries sail again",
      NULL,
      NULL,
      NULL },
    { "Will the ferries sail?\n\nNobody knows.",
      "Will the ferries sail?",
      NULL,
      NULL,
      NULL },
    { "The ministers met on Sunday.\nThey agreed.", NULL, NULL, NULL, NULL },
    { "“We agree.”\n\nThey agreed.", NULL, NULL, NULL, NULL },
    { "Ferries\n\nOne word is no headline.", NULL, NULL, NULL, NULL },
    { "A line without more of it", NULL, NULL, NULL, NULL },
    { "PORT ALVA, March 3 (Example Agency) -- The ministers met.",
      NULL,
      "Example Agency",
      NULL,
      NULL },
    { "PORT ALVA, March 3, 2024 (Example Agency) — The ministers met.",
      NULL,
      "Example Agency",
      NULL,
      "2024-03-03" },
    { "PORT ALVA - 3 March 2024: The ministers met.",
      NULL,
      NULL,
      NULL,
      "2024-03-03" },
    { "PORT ALVA- 3 March 2024: The ministers met.",
      NULL,
      NULL,
      NULL,
      "2024-03-03" },
    { "PORT ALVA – The ministers met on March 3, 2020 and will meet again.",
      NULL,
      NULL,
      NULL,
      NULL },
    { "Alva /EXAMPLE/. The ministers met.", NULL, "EXAMPLE", NULL, NULL },
    { "Ferries sail again\nBy CY COLE and Di van Dorn\n4 March 2024\n\n"
      "PORT ALVA (Example Agency) - They sail.\n\n© 2024 Other News. All "
      "rights reserved.",
      "Ferries sail again",
      "Other News",
      "CY COLE and Di van Dorn",
      "2024-03-04" },
    { "By Monday the ferries will sail.\nThey do.", NULL, NULL, NULL, NULL },
    { "Tuesday, Sept. 3, 2024 10:15 AM\nFerries sail again\n\nThey do.",
      "Ferries sail again",
      NULL,
      NULL,
      "2024-09-03" },
    { "Published: 2024-03-04\n\nThe ministers met.",
      NULL,
      NULL,
      NULL,
      "2024-03-04" },
    { "30 February 2024\n\nNo such day.", NULL, NULL, NULL, NULL },
    { "3/4/2024\n\nNobody knows which is the month.", NULL, NULL, NULL, NULL },
    { "They met.\n\n(Source: Example News)", NULL, "Example News", NULL, NULL },
    { "They met.\n\nCopyright Example News 2024",
      NULL,
      "Example News",
      NULL,
      NULL },
    { "They met.\n\n© Example News", NULL, "Example News", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ReadoutDocument) document = readout_article_read (
          cases[i].text, strlen (cases[i].text), "ferries.txt", NULL, NULL);

      g_test_message ("case %u", i);
      g_assert_cmpstr (
          readout_text_get_utf8 (readout_document_get_text (document)),
          ==,
          cases[i].text);
      g_assert_cmpstr (readout_document_get_meta (document, READOUT_META_TITLE),
                       ==,
                       cases[i].title);
      g_assert_cmpstr (
          readout_document_get_meta (document, READOUT_META_SOURCE),
          ==,
          cases[i].source);
      g_assert_cmpstr (
          readout_document_get_meta (document, READOUT_META_AUTHOR),
          ==,
          cases[i].author);
      g_assert_cmpstr (
          readout_document_get_meta (document, READOUT_META_PUBLISHED),
          ==,
          cases[i].published);
      g_assert_cmpstr (
          readout_document_get_meta (document, READOUT_META_ID), ==, "ferries");
      g_assert_null (
          readout_document_get_meta (document, READOUT_META_LANGUAGE));
    }
}

/* Which format a file is in, by content and by name. */
static void
test_sniff (void)
{
  static const struct
  {
    const char *name;
    const char *data;
    int         format; /* -1: refused */
  } cases[] = {
    { "a.readout.json", "{\n}", READOUT_FORMAT_READOUT },
    { "a.json", "[]", READOUT_FORMAT_READOUT },
    { "a.json", "", READOUT_FORMAT_READOUT },
    { NULL, "{\"format\": \"readout-annotation\"}", READOUT_FORMAT_READOUT },
    { "a.json", "{\"a\":1}\n{\"a\":2}\n", READOUT_FORMAT_JSONL },
    { "a.json", "{\"a\":1}\nnothing\n", READOUT_FORMAT_JSONL },
    { "a.json", "{\"a\":1}\n", READOUT_FORMAT_READOUT },
    { "a.jsonl", "{\"a\":1}\n", READOUT_FORMAT_JSONL },
    { "a.NDJSON", "", READOUT_FORMAT_JSONL },
    { "a.txt", "{\"format\": \"readout-annotation\"}", READOUT_FORMAT_TEXT },
    { "a.txt", "", READOUT_FORMAT_TEXT },
    { "a", "Some words.", READOUT_FORMAT_TEXT },
    { "a", "{ braces } in a text", READOUT_FORMAT_TEXT },
    { "a.html", "Some words.", -1 },
    { "a", "\n<!DOCTYPE html><p>", -1 },
    { "a.txt", "<HTML>", -1 },
    { "a.pdf", "%PDF-1.4", -1 },
    { "a.txt", "PK\003\004", -1 },
    { "a.png", "\211PNG\r\n", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      ReadoutFormat format = READOUT_N_FORMATS;
      gboolean      ok = readout_formats_sniff (cases[i].name,
                                           cases[i].data,
                                           strlen (cases[i].data),
                                           &format,
                                           &error);

      if (cases[i].format < 0)
        {
          g_assert_false (ok);
          g_assert_error (error, READOUT_ERROR, READOUT_ERROR_FORMAT);
          g_assert_nonnull (strstr (error->message, "readout.json"));
        }
      else
        {
          g_assert_no_error (error);
          g_assert_cmpint (format, ==, cases[i].format);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/article/decode", test_decode);
  g_test_add_func ("/article/binary", test_binary);
  g_test_add_func ("/article/large", test_large);
  g_test_add_func ("/article/byline", test_byline);
  g_test_add_func ("/article/sniff", test_sniff);
  return g_test_run ();
}
