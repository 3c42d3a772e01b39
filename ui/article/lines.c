/* lines.c: paragraphs that are too long for a text view
 *
 * GTK and Pango lay out a paragraph as a whole and count from its beginning
 * for every place in it: with 100 kB in one line, asking for the place of one
 * letter takes milliseconds, and the selection of a word 140.  A text that
 * came without line breaks is therefore shown in pieces of at most
 * READOUT_MAX_LINE characters: a blank of the text stands as a line break in
 * what the text view gets.  One character takes the place of another, so all
 * offsets stay, and the document does not know of it.
 *
 * A piece ends with a sentence where there is one that ends in its second
 * half, otherwise between two words.  The next one begins with a letter of the
 * direction of its line, because GTK looks for the direction of each.
 *
 * Limits: a line without blanks, which is no news in most scripts, is shown as
 * it is.  What a person drags out of the window or pastes with the middle
 * button has the line break; what is copied has not.
 *
 * Uses no GTK, so that it is tested without a display.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/lines.h"

#include <string.h>

/* A word before a full stop that is shorter than this may be short for
 * something: "Mr.", "Gov.". */
#define MIN_LAST_WORD 4

/* What is known of the line that is walked through. */
typedef struct
{
  guint       n_chars;     /* Of it, up to here. */
  guint       word;        /* Letters of the word that ends here. */
  gboolean    stopped;     /* Whether a sentence ends here. */
  gboolean    has_letters; /* Whether `is_rtl` is known, of all the line. */
  gboolean    is_rtl;
  const char *blank;    /* The last one where it can be broken, or NULL. */
  const char *sentence; /* The same after a sentence, in the second half. */
} Line;

static gboolean
is_blank (gunichar c)
{
  return c == ' ' || c == '\t';
}

static gboolean
is_closing (gunichar c)
{
  return c == '"' || c == '\'' || c == ')' || c == 0x2019 || c == 0x201d
         || c == 0xbb;
}

static gboolean
is_stop (gunichar c)
{
  return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x61f
         || c == 0x6d4;
}

/* Takes the next letter of the line into account. */
static void
take (Line *line, gunichar c)
{
  line->n_chars++;

  if (g_unichar_isalpha (c))
    {
      if (!line->has_letters)
        line->is_rtl = readout_lines_is_rtl (c);
      line->has_letters = TRUE;
      line->word++;
      line->stopped = FALSE;
    }
  else if (is_stop (c))
    {
      line->stopped = c != '.' || line->word >= MIN_LAST_WORD;
      line->word = 0;
    }
  else if (!is_closing (c))
    {
      line->word = 0;
      line->stopped = FALSE;
    }
}

/* Notes that the line can be broken at a blank, if it can. */
static void
consider (Line *line, const char *blank, const char *end)
{
  const char *next = blank + 1;
  gunichar    c = next < end ? g_utf8_get_char (next) : 0;

  if (!g_unichar_isalpha (c)
      || (line->has_letters && readout_lines_is_rtl (c) != line->is_rtl))
    return;

  line->blank = blank;
  if (line->stopped && line->n_chars >= READOUT_MAX_LINE / 2)
    line->sentence = blank;
}

/* What follows a break belongs to the same line of the text, so it has the
 * direction of that. */
static void
begin_piece (Line *line)
{
  line->n_chars = 0;
  line->word = 0;
  line->stopped = FALSE;
  line->blank = NULL;
  line->sentence = NULL;
}

/**
 * readout_lines_break:
 * @utf8: a text, which must be valid
 * @n_bytes: its length
 *
 * Breaks lines of more than %READOUT_MAX_LINE characters at blanks.
 *
 * Returns: (transfer full): a text of the same length in bytes and characters
 *   that differs from @utf8 only where a line break stands for a blank; ends
 *   with a zero
 */
char *
readout_lines_break (const char *utf8, gsize n_bytes)
{
  char       *broken = g_malloc (n_bytes + 1);
  const char *end = utf8 + n_bytes;
  const char *p = utf8;
  Line        line = { 0 };

  g_return_val_if_fail (utf8 != NULL, broken);

  memcpy (broken, utf8, n_bytes);
  broken[n_bytes] = '\0';

  while (p < end)
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\n' || c == '\r' || c == 0x2029)
        {
          line = (Line){ 0 };
        }
      else
        {
          if (is_blank (c))
            consider (&line, p, end);
          take (&line, c);
        }
      p = g_utf8_next_char (p);

      if (line.n_chars >= READOUT_MAX_LINE && line.blank != NULL)
        {
          const char *at = line.sentence != NULL ? line.sentence : line.blank;

          broken[at - utf8] = '\n';
          begin_piece (&line);
          p = at + 1;
        }
    }

  return broken;
}

/**
 * readout_lines_is_rtl:
 * @c: a letter
 *
 * Pango's own function for this is deprecated without a successor.
 *
 * Returns: whether it is of a script that is written from right to left
 */
gboolean
readout_lines_is_rtl (gunichar c)
{
  if (c < 0x590)
    return FALSE;

  switch ((int)g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_ADLAM:
    case G_UNICODE_SCRIPT_ARABIC:
    case G_UNICODE_SCRIPT_HANIFI_ROHINGYA:
    case G_UNICODE_SCRIPT_HEBREW:
    case G_UNICODE_SCRIPT_MANDAIC:
    case G_UNICODE_SCRIPT_MENDE_KIKAKUI:
    case G_UNICODE_SCRIPT_NKO:
    case G_UNICODE_SCRIPT_SAMARITAN:
    case G_UNICODE_SCRIPT_SYRIAC:
    case G_UNICODE_SCRIPT_THAANA:
      return TRUE;
    default:
      return FALSE;
    }
}
