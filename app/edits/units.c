/* units.c: the steps by which a person moves boundaries
 *
 * A word here is what an arrow key steps over: a run of letters and digits
 * with apostrophes, hyphens and points inside it, or any one other sign, so
 * that the end of “just that,” can stop before the comma, after it, and after
 * the quotation mark.
 *
 * Wider units are found by signs and without a model: a clause ends at commas,
 * semicolons, colons, dashes, brackets and quotation marks; where sentences
 * and quotations end is asked of app/language (see passage.c), so that a step
 * stops where the detector sees an end.  They are there to save keys, and a
 * person sees what each key does, so that a missed abbreviation costs one more
 * key and nothing else.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "edits/units.h"

#include "edits/passage.h"

/* Joins words when a letter or digit stands on both sides. */
static gboolean
is_joiner (gunichar c)
{
  return c == '\'' || c == 0x2019 || c == '-' || c == 0x2010 || c == 0x2011
         || c == '.' || c == '_' || c == '&' || c == '@';
}

static gboolean
is_letter (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

static gboolean
is_space (gunichar c)
{
  return c == 0 || g_unichar_isspace (c);
}

/* Whether the characters before and at @i belong to one word. */
static gboolean
is_inside_word (const ReadoutPassage *passage, gint64 i)
{
  gunichar before = readout_passage_get_char (passage, i - 1);
  gunichar after = readout_passage_get_char (passage, i);

  if (is_letter (before) && is_letter (after))
    return TRUE;
  if (is_letter (before)
      && (is_joiner (after)
          || ((after == ',' || after == ':') && g_unichar_isdigit (before)
              && g_unichar_isdigit (
                  readout_passage_get_char (passage, i + 1)))))
    return is_letter (readout_passage_get_char (passage, i + 1));
  if (is_letter (after)
      && (is_joiner (before)
          || ((before == ',' || before == ':') && g_unichar_isdigit (after)
              && g_unichar_isdigit (
                  readout_passage_get_char (passage, i - 2)))))
    return is_letter (readout_passage_get_char (passage, i - 2));

  return FALSE;
}

static gboolean
is_word_start (const ReadoutPassage *passage, gint64 i)
{
  return !is_space (readout_passage_get_char (passage, i))
         && !is_inside_word (passage, i);
}

static gboolean
is_word_end (const ReadoutPassage *passage, gint64 i)
{
  return !is_space (readout_passage_get_char (passage, i - 1))
         && !is_inside_word (passage, i);
}

static gboolean
is_stop (ReadoutText *text, guint32 at, ReadoutEdge edge)
{
  g_auto (ReadoutPassage) passage = { 0 };

  readout_passage_init_around (&passage, text, at);

  return edge == READOUT_EDGE_START
             ? is_word_start (&passage, (gint64)at - passage.start)
             : is_word_end (&passage, (gint64)at - passage.start);
}

/**
 * readout_edits_move:
 * @text: an article
 * @span: a span of it that is not empty
 * @edge: which end to move
 * @n_words: by how many words or other signs; later if positive, earlier if
 *   negative
 *
 * White space is stepped over.  The span never becomes empty and never leaves
 * the text: the edge stops at the last place where that holds.
 *
 * Returns: the span with its edge moved
 */
ReadoutSpan
readout_edits_move (ReadoutText *text,
                    ReadoutSpan  span,
                    ReadoutEdge  edge,
                    int          n_words)
{
  guint32 length;
  guint32 low, high, at, stopped;
  int     step = n_words > 0 ? 1 : -1;

  g_return_val_if_fail (text != NULL, span);
  length = readout_text_get_length (text);
  g_return_val_if_fail (span.start < span.end && span.end <= length, span);

  low = edge == READOUT_EDGE_START ? 0 : span.start + 1;
  high = edge == READOUT_EDGE_START ? span.end - 1 : length;
  at = edge == READOUT_EDGE_START ? span.start : span.end;
  stopped = at;

  for (int left = ABS (n_words); left > 0;)
    {
      if (step > 0 ? at >= high : at <= low)
        break;
      at += step;
      if (is_stop (text, at, edge))
        {
          stopped = at;
          left--;
        }
    }

  return edge == READOUT_EDGE_START ? READOUT_SPAN (stopped, span.end)
                                    : READOUT_SPAN (span.start, stopped);
}

/* Whether the sign at @i stands between two clauses. */
static gboolean
is_clause_sign (const ReadoutPassage *passage, gint64 i)
{
  gunichar c = readout_passage_get_char (passage, i);

  switch (c)
    {
    case ',':
    case ';':
    case ':':
    case '(':
    case ')':
    case '[':
    case ']':
    case '"':
    case 0x2013: /* – */
    case 0x2014: /* — */
    case 0x201c: /* “ */
    case 0x201d: /* ” */
    case 0x201e: /* „ */
    case 0x00ab: /* « */
    case 0x00bb: /* » */
      return !is_inside_word (passage, i) || !is_inside_word (passage, i + 1);
    case '-':
      return !is_letter (readout_passage_get_char (passage, i - 1))
             || !is_letter (readout_passage_get_char (passage, i + 1));
    default:
      /* The sign that ends a sentence is no part of the clause before it. */
      return i >= 0 && i < passage->length
             && readout_passage_is_stop (passage, i);
    }
}

static ReadoutSpan
trim (const ReadoutPassage *passage, ReadoutSpan span)
{
  while (span.start < span.end && is_space (passage->chars[span.start]))
    span.start++;
  while (span.start < span.end && is_space (passage->chars[span.end - 1]))
    span.end--;

  return span;
}

static ReadoutSpan
find_words (const ReadoutPassage *passage, ReadoutSpan span)
{
  while (span.start > 0 && is_inside_word (passage, span.start))
    span.start--;
  while (span.end < passage->length && is_inside_word (passage, span.end))
    span.end++;

  return span;
}

/* A span that is more than a clause already has none around it. */
static ReadoutSpan
find_clause (const ReadoutPassage *passage, ReadoutSpan span)
{
  for (guint32 i = span.start; i < span.end; i++)
    if (is_clause_sign (passage, i))
      return span;

  while (span.start > 0 && !is_clause_sign (passage, (gint64)span.start - 1)
         && !readout_passage_is_end (passage, span.start))
    span.start--;
  while (span.end < passage->length && !is_clause_sign (passage, span.end)
         && !readout_passage_is_end (passage, span.end))
    span.end++;

  return trim (passage, span);
}

/* The innermost quotation around @span that is larger, or @span. */
static ReadoutSpan
find_quotation (const ReadoutPassage *passage, ReadoutSpan span)
{
  ReadoutSpan best = span;

  for (guint i = 0; i < passage->quotations->len; i++)
    {
      ReadoutSpan quotation
          = g_array_index (passage->quotations, ReadoutSpan, i);

      if (readout_span_contains (quotation, span)
          && !readout_span_equal (quotation, span)
          && (readout_span_equal (best, span)
              || readout_span_length (quotation) < readout_span_length (best)))
        best = quotation;
    }

  return best;
}

/* The sentence around @span.  Where a quotation goes on before or after it,
 * the mark at that end belongs to the quotation alone. */
static ReadoutSpan
find_sentence (const ReadoutPassage *passage, ReadoutSpan span)
{
  ReadoutSpan inner = span;

  while (span.start > 0 && !readout_passage_is_end (passage, span.start))
    span.start--;
  while (span.end < passage->length
         && !readout_passage_is_end (passage, span.end))
    span.end++;
  span = trim (passage, span);

  for (guint i = 0; i < passage->quotations->len; i++)
    {
      ReadoutSpan quotation
          = g_array_index (passage->quotations, ReadoutSpan, i);

      if (quotation.start == span.start && quotation.end > span.end
          && inner.start > span.start)
        span.start++;
      else if (quotation.end == span.end && quotation.start < span.start
               && inner.end < span.end)
        span.end--;
    }

  return trim (passage, span);
}

/**
 * readout_edits_widen:
 * @text: an article
 * @span: a span of it that is not empty
 *
 * Returns: the smallest of these that is larger than @span and contains it:
 *   its words made whole, its clause, the quotation around it with its marks,
 *   its sentence, its paragraph; @span if it is a whole paragraph or more
 */
ReadoutSpan
readout_edits_widen (ReadoutText *text, ReadoutSpan span)
{
  g_auto (ReadoutPassage) passage = { 0 };
  ReadoutSpan inner;
  ReadoutSpan wider[5];
  ReadoutSpan best = span;

  g_return_val_if_fail (text != NULL, span);
  g_return_val_if_fail (span.start < span.end, span);
  g_return_val_if_fail (span.end <= readout_text_get_length (text), span);

  readout_passage_init (&passage, text, span);
  inner = READOUT_SPAN (span.start - passage.start, span.end - passage.start);
  wider[0] = find_words (&passage, inner);
  wider[1] = find_clause (&passage, inner);
  wider[2] = find_quotation (&passage, inner);
  wider[3] = find_sentence (&passage, inner);
  wider[4] = trim (&passage, READOUT_SPAN (passage.own, passage.length));

  for (guint i = 0; i < G_N_ELEMENTS (wider); i++)
    {
      ReadoutSpan found = READOUT_SPAN (wider[i].start + passage.start,
                                        wider[i].end + passage.start);

      if (readout_span_contains (found, span)
          && !readout_span_equal (found, span)
          && (readout_span_equal (best, span)
              || readout_span_length (found) < readout_span_length (best)))
        best = found;
    }

  return best;
}

/**
 * readout_edits_narrow_towards:
 * @text: an article
 * @span: a span of it that is not empty
 * @origin: the span from which a person began to widen, within @span
 *
 * Takes back one step: the result is the last of @origin, its widening, the
 * widening of that, and so on, that is smaller than @span.  So, however often
 * @origin was widened, narrowing towards it goes the same way back.
 *
 * Returns: a smaller span, or @span if there is none
 */
ReadoutSpan
readout_edits_narrow_towards (ReadoutText *text,
                              ReadoutSpan  span,
                              ReadoutSpan  origin)
{
  ReadoutSpan last = origin;

  g_return_val_if_fail (text != NULL, span);
  g_return_val_if_fail (origin.start < origin.end, span);

  if (!readout_span_contains (span, origin)
      || readout_span_equal (span, origin))
    return span;

  for (;;)
    {
      ReadoutSpan next = readout_edits_widen (text, last);

      if (readout_span_equal (next, last) || readout_span_equal (next, span)
          || !readout_span_contains (span, next))
        return last;
      last = next;
    }
}

/**
 * readout_edits_narrow:
 * @text: an article
 * @span: a span of it that is not empty
 *
 * Narrows @span towards its first word.
 *
 * Returns: a smaller span, or @span if it is one word
 */
ReadoutSpan
readout_edits_narrow (ReadoutText *text, ReadoutSpan span)
{
  ReadoutSpan word;

  g_return_val_if_fail (text != NULL, span);
  g_return_val_if_fail (span.start < span.end, span);
  g_return_val_if_fail (span.end <= readout_text_get_length (text), span);

  /* The first word proper, behind any opening marks, if there is one. */
  word = readout_text_trim (text, span);
  while (word.start < word.end
         && !is_letter (readout_text_get_char (text, word.start)))
    word.start++;
  if (readout_span_is_empty (word))
    return span;
  word.end = word.start + 1;
  while (word.end < span.end && !is_stop (text, word.end, READOUT_EDGE_END))
    word.end++;

  return readout_edits_narrow_towards (text, span, word);
}

/**
 * readout_edits_find_manner:
 * @text: an article
 * @span: the content of a statement
 *
 * Returns: direct if every word of @span stands inside quotation marks, mixed
 *   if some do, indirect if none does
 */
ReadoutManner
readout_edits_find_manner (ReadoutText *text, ReadoutSpan span)
{
  g_auto (ReadoutPassage) passage = { 0 };
  guint32 n_inside = 0;
  guint32 n_outside = 0;

  g_return_val_if_fail (text != NULL, READOUT_MANNER_INDIRECT);
  g_return_val_if_fail (span.start <= span.end, READOUT_MANNER_INDIRECT);
  g_return_val_if_fail (span.end <= readout_text_get_length (text),
                        READOUT_MANNER_INDIRECT);

  readout_passage_init (&passage, text, span);
  for (guint32 i = span.start; i < span.end; i++)
    {
      gboolean inside = FALSE;

      if (!is_letter (passage.chars[i - passage.start]))
        continue;
      for (guint j = 0; j < passage.quotations->len && !inside; j++)
        inside = readout_span_contains_at (
            g_array_index (passage.quotations, ReadoutSpan, j),
            i - passage.start);
      if (inside)
        n_inside++;
      else
        n_outside++;
    }

  if (n_inside == 0)
    return READOUT_MANNER_INDIRECT;
  return n_outside == 0 ? READOUT_MANNER_DIRECT : READOUT_MANNER_MIXED;
}
