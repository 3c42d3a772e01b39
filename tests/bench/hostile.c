/* hostile.c: texts made to hurt the detector
 *
 * One short unit again and again: each shape is the worst that was thought of
 * for one step, or one list, of the detector.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hostile.h"

#include <string.h>

const HostileShape hostile_shapes[] = {
  { "he-said", "He said " },
  { "he-said-stop", "He said so. " },
  { "said-he-that", "said he said that " },
  { "quoted-said", "“It is so,” he said. " },
  { "quoted-lines", "“It is so as we all know,” he said.\n" },
  { "quoted-alone", "“It is so as we all know here.”\n" },
  { "quoted-urged", "“It is so as we all know” Berg urged them to go on, " },
  { "quoted-names",
    "“It is so,” said # Berg.  “It is not so,” # Velk told it. " },
  { "quoted-words", "“yes it will be so for us” " },
  { "words", "the bridge will open again and " },
  { "one-word", "a" },
  { "one-capital", "A" },
  { "letters", "a " },
  { "letter-lines", "a\n" },
  { "capitals", "Aa Bb " },
  { "all-capitals", "BERG MEETS VELK " },
  { "digits", "1" },
  { "numbers", "12 " },
  { "breaks", "\n" },
  { "crlf", "\r\n" },
  { "spaces", " " },
  { "space-lines", " \n" },
  { "tabs", "a\t" },
  { "uprights", "| " },
  { "straight", "\"" },
  { "straight-words", "\"a " },
  { "curly-open", "“" },
  { "curly-close", "”" },
  { "curly-pairs", "“”" },
  { "single", "'" },
  { "single-words", "'a s' " },
  { "nested", "“a ‘b “c " },
  { "nested-closed", "“a ‘b “c” d’ e” " },
  { "stops", "." },
  { "commas", ", " },
  { "semicolons", ";" },
  { "colons", "A:\n" },
  { "open", "(" },
  { "brackets", "[a] " },
  { "hyphens", "a-" },
  { "apostrophes", "a's" },
  { "initials", "U.S. " },
  { "points", "a." },
  { "doctor", "Dr. " },
  { "dates", "Monday 3 May 2021 " },
  { "months", "May " },
  { "durations", "two hours and " },
  { "after", "the day after " },
  { "met", "met with " },
  { "talks", "talks between " },
  { "meeting", "Ada Berg met Tomas Velk in Oslo on Monday. " },
  { "meeting-names", "# Berg met # Velk in Oslo on Monday. " },
  { "visit", "visit to Oslo and " },
  { "visit-names",
    "Italian President # Velk began an official visit to Norway on Sunday. " },
  { "states", "# Berg of Norway met # Velk of Chad at talks in Mali. " },
  { "president", "President John Smith " },
  { "titles", "President " },
  { "same-name", "Ada Berg said so. " },
  { "names", "# " },
  { "two-names", "# # said so. " },
  { "many-berg", "# Berg said so. " },
  { "minister", "Minister # # said so. " },
  { "appositions", "# Berg, president of Norway, said # Velk (#) met # Olm. " },
  { "officials", "# Berg said so.  Officials and an aide told reporters so. " },
  { "ministry", "the # ministry said so. " },
  { "list", "Ada Berg, " },
  { "list-names", "# Berg, " },
  { "and", "Ada Berg and " },
  { "pronouns", "they he it she " },
  { "who", "who said that " },
  { "according", "according to Berg " },
  { "according-lines", "It is so, according to Berg.\n" },
  { "headings", "Talks Begin in Oslo\n" },
  { "headings-names", "# Meets # in Oslo\n" },
  { "byline", "By Ada Berg\n" },
  { "dialogue-names", "# BERG: # Velk met # Olm, the head of the # Union.\n" },
  { "dialogue", "ADA BERG: It will be open for all.\n" },
  { "interview", "Q: Why?\nA: So.\n" },
  { "of", "the head of the " },
  { "office", "the office of the minister of the " },
  { "countries", "Norway Sweden " },
  { "long-sentence",
    "Ada Berg met Tomas Velk in Oslo and he said “it is” and " },
  { "marks", "e\xcc\x81" },
  { "marks-alone", "\xcc\x81" },
  { "order-marks", "\xef\xbb\xbf" },
  { "joiners", "\xe2\x80\x8b" },
  { "joined", "a\xe2\x80\x8b" },
  { "chinese", "中国外交部长" },
  { "arabic", "قال الوزير " },
  { "german", "der die das und " },
  { "two-tongues",
    "The talks will go on as both sides wish to have it.\nDer "
    "Minister sagte, dass die Gespräche nicht zu Ende sind "
    "und auch nicht so bald enden.\n" },
};

const guint hostile_n_shapes = G_N_ELEMENTS (hostile_shapes);

static void
append_other_word (GString *text, guint n)
{
  g_string_append_c (text, 'A' + n % 26);
  for (n /= 26; n > 0; n /= 26)
    g_string_append_c (text, 'a' + n % 26);
  g_string_append (text, "el");
}

/* A text of @n_bytes, or a few more, of units that are whole. */
ReadoutText *
hostile_make_text (const HostileShape *shape, gsize n_bytes)
{
  g_autoptr (GString) text = g_string_sized_new (n_bytes + 128);
  guint n = 0;

  while (text->len < n_bytes)
    for (const char *p = shape->unit; *p != '\0'; p++)
      if (*p == '#')
        append_other_word (text, n++);
      else
        g_string_append_c (text, *p);

  return readout_text_new (text->str, text->len);
}

/* Whether it holds no word at all. */
gboolean
hostile_is_wordless (const HostileShape *shape)
{
  return strspn (shape->unit, " \r\n") == strlen (shape->unit);
}
