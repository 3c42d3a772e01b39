/* test-lines.c: how very long lines are broken for the text view
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "article/lines.h"

#include <string.h>

/* Checks what holds of every text: nothing but blanks has changed, into line
 * breaks.  Returns the longest line that is left, in characters. */
static glong
check (const char *text)
{
  gsize            length = strlen (text);
  g_autofree char *broken = readout_lines_break (text, length);
  g_auto (GStrv) lines = NULL;
  glong longest = 0;

  g_assert_cmpuint (strlen (broken), ==, length);
  for (gsize i = 0; i < length; i++)
    if (broken[i] != text[i])
      {
        g_assert_cmpint (broken[i], ==, '\n');
        g_assert_true (text[i] == ' ' || text[i] == '\t');
      }

  lines = g_strsplit (broken, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    longest = MAX (longest, g_utf8_strlen (lines[i], -1));

  return longest;
}

static char *
repeat (const char *words, guint n)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (string, words);

  return g_string_free (string, FALSE);
}

/* What people write is shown as it is. */
static void
test_short (void)
{
  g_autofree char *paragraph
      = repeat ("The ministers met. ", READOUT_MAX_LINE / 19);
  g_autofree char *text = g_strdup_printf (
      "%s\n%s\r\n%s\xe2\x80\xa9%s", paragraph, paragraph, paragraph, paragraph);
  g_autofree char *broken = readout_lines_break (text, strlen (text));

  g_assert_cmpstr (broken, ==, text);
  g_free (readout_lines_break ("", 0));
}

static void
test_long (void)
{
  g_autofree char *news = repeat ("Ada Quill said that it rained. ", 35000);
  g_autofree char *accents = repeat ("Émilie déclare «oui» à Genève. ", 3000);
  g_autofree char *words = repeat ("harbour ", 20000);

  g_assert_cmpint (check (news), <=, READOUT_MAX_LINE);
  g_assert_cmpint (check (accents), <=, READOUT_MAX_LINE);
  g_assert_cmpint (check (words), <=, READOUT_MAX_LINE);
}

/* Between sentences, and not behind what is short for something. */
static void
test_sentences (void)
{
  g_autofree char *text
      = repeat ("Then Gov. Quill and Dr. Ada Hall met at noon again. ", 400);
  g_autofree char *broken = readout_lines_break (text, strlen (text));
  g_auto (GStrv) lines = g_strsplit (broken, "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), >=, 5);
  for (guint i = 0; lines[i] != NULL; i++)
    g_assert_true (g_str_has_prefix (lines[i], "Then Gov."));
}

/* A piece must not begin with a name of the other direction, for GTK would turn
 * it around. */
static void
test_direction (void)
{
  g_autofree char *text = repeat ("اجتمع وفدا البلدين مع Ada Quill. ", 1500);
  g_autofree char *broken = readout_lines_break (text, strlen (text));
  g_auto (GStrv) lines = g_strsplit (broken, "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), >=, 5);
  for (guint i = 0; lines[i] != NULL; i++)
    g_assert_true (readout_lines_is_rtl (g_utf8_get_char (lines[i])));
}

/* Where there is no blank there is no break, nor does it take long: every
 * letter is looked at twice at most. */
static void
test_no_blanks (void)
{
  g_autofree char *letters = repeat ("abcdefghij", 100000);
  g_autofree char *text = g_strconcat ("a ", letters, " b", NULL);
  g_autofree char *numbers = repeat ("10 ", 100000);

  g_assert_cmpint (check (letters), ==, 1000000);
  g_assert_cmpint (check (text), ==, 1000000);
  g_assert_cmpint (check (numbers), ==, 300000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/lines/short", test_short);
  g_test_add_func ("/lines/long", test_long);
  g_test_add_func ("/lines/sentences", test_sentences);
  g_test_add_func ("/lines/direction", test_direction);
  g_test_add_func ("/lines/no-blanks", test_no_blanks);

  return g_test_run ();
}
