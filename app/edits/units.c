/* units.c: the steps by which a person moves boundaries
 *
 * A word here is what an arrow key steps over: a run of letters and digits
 * with apostrophes, hyphens and points inside it, or any one other sign, so
 * that the end of “just that,” can stop before the comma, after it, and after
 * the quotation mark.
 *
 * Wider units are found by signs alone, without a language model: clauses end
 * at commas, semicolons, colons, dashes, brackets and quotation marks;
 * quotations are paired within a paragraph; sentences end at a full stop,
 * question or exclamation mark that is not part of an abbreviation.  They are
 * there to save keys, and a person sees what each key does, so that a missed
 * abbreviation costs one more key and nothing else.
 *
 * Only the paragraphs that a span touches are looked at, however long the
 * article is.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "edits/units.h"

#include <string.h>

/* The paragraphs around a span as an array of code points. */
typedef struct
{
  gunichar *chars;
  guint     length;
  guint32   start; /* Offset of the first of them in the text. */
} Window;

/* Paragraphs longer than this are cut, far from the span. */
#define MAX_CONTEXT 20000

static void
window_init (Window *window, ReadoutText *text, ReadoutSpan span)
{
  const char *utf8 = readout_text_get_utf8 (text);
  guint32     length = readout_text_get_length (text);
  guint32     low = span.start > MAX_CONTEXT ? span.start - MAX_CONTEXT : 0;
  guint32     high = MIN ((guint64)span.end + MAX_CONTEXT, length);
  const char *first = utf8 + readout_text_to_byte (text, low);
  const char *last = utf8 + readout_text_to_byte (text, high);
  const char *start = utf8 + readout_text_to_byte (text, span.start);
  const char *end = utf8 + readout_text_to_byte (text, span.end);
  glong       n_chars;

  while (start > first && start[-1] != '\n')
    start--;
  while (end < last && *end != '\n')
    end++;

  window->start = readout_text_to_offset (text, start - utf8);
  window->chars = g_utf8_to_ucs4_fast (start, end - start, &n_chars);
  window->length = n_chars;
}

static void
window_clear (Window *window)
{
  g_free (window->chars);
}

static gunichar
char_at (const Window *window, gint64 i)
{
  return i >= 0 && i < window->length ? window->chars[i] : 0;
}

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
is_inside_word (const Window *window, gint64 i)
{
  gunichar before = char_at (window, i - 1);
  gunichar after = char_at (window, i);

  if (is_letter (before) && is_letter (after))
    return TRUE;
  if (is_letter (before)
      && (is_joiner (after)
          || ((after == ',' || after == ':') && g_unichar_isdigit (before)
              && g_unichar_isdigit (char_at (window, i + 1)))))
    return is_letter (char_at (window, i + 1));
  if (is_letter (after)
      && (is_joiner (before)
          || ((before == ',' || before == ':') && g_unichar_isdigit (after)
              && g_unichar_isdigit (char_at (window, i - 2)))))
    return is_letter (char_at (window, i - 2));

  return FALSE;
}

static gboolean
is_word_start (const Window *window, gint64 i)
{
  return !is_space (char_at (window, i)) && !is_inside_word (window, i);
}

static gboolean
is_word_end (const Window *window, gint64 i)
{
  return !is_space (char_at (window, i - 1)) && !is_inside_word (window, i);
}

/* A character of the text as though its paragraph were not there, for moves
 * that may leave it. */
static void
context_init (Window *window, ReadoutText *text, guint32 at)
{
  guint32     length = readout_text_get_length (text);
  guint32     low = at > 3 ? at - 3 : 0;
  guint32     high = MIN (at + 3, length);
  gsize       n_bytes = 0;
  const char *start
      = readout_text_peek (text, READOUT_SPAN (low, high), &n_bytes);
  glong n_chars;

  window->start = low;
  window->chars = g_utf8_to_ucs4_fast (start, n_bytes, &n_chars);
  window->length = n_chars;
}

static gboolean
is_stop (ReadoutText *text, guint32 at, ReadoutEdge edge)
{
  Window   window;
  gboolean result;

  context_init (&window, text, at);
  result = edge == READOUT_EDGE_START
               ? is_word_start (&window, (gint64)at - window.start)
               : is_word_end (&window, (gint64)at - window.start);
  window_clear (&window);

  return result;
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

/* The partner of an opening quotation mark, or 0. */
static gunichar
closing_mark (gunichar c)
{
  switch (c)
    {
    case 0x201c: /* “ */
      return 0x201d;
    case 0x2018: /* ‘ */
      return 0x2019;
    case 0x00ab: /* « */
      return 0x00bb;
    case 0x201e: /* „ */
      return 0x201c;
    case '"':
      return '"';
    default:
      return 0;
    }
}

/* The spans of all quotations in the window, marks included, in window
 * offsets, each before those nested in it.  One that is not closed goes to
 * the end of its paragraph, as it does when the speech goes on in the next. */
static GArray *
find_quotations (const Window *window)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (ReadoutSpan));
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i <= window->length; i++)
    {
      gunichar c = char_at (window, i);
      guint    closed = open->len;

      if (c == '\n' || i == window->length)
        {
          /* Single marks that nothing closes were apostrophes. */
          for (guint j = 0; j < open->len; j++)
            {
              ReadoutSpan *span = &g_array_index (
                  found, ReadoutSpan, g_array_index (open, guint, j));

              span->end
                  = window->chars[span->start] == 0x2018 ? span->start : i;
            }
          g_array_set_size (open, 0);
          continue;
        }

      /* An apostrophe inside a word is no mark. */
      if (c == 0x2019 && is_letter (char_at (window, i - 1))
          && is_letter (char_at (window, i + 1)))
        continue;

      while (closed > 0
             && closing_mark (
                    window->chars[g_array_index (
                                      found,
                                      ReadoutSpan,
                                      g_array_index (open, guint, closed - 1))
                                      .start])
                    != c)
        closed--;
      if (closed > 0)
        {
          guint index = g_array_index (open, guint, closed - 1);

          g_array_index (found, ReadoutSpan, index).end = i + 1;
          /* What was opened inside it and not closed ends with it. */
          for (guint j = closed; j < open->len; j++)
            {
              ReadoutSpan *inner = &g_array_index (
                  found, ReadoutSpan, g_array_index (open, guint, j));

              inner->end
                  = window->chars[inner->start] == 0x2018 ? inner->start : i;
            }
          g_array_set_size (open, closed - 1);
        }
      else if (closing_mark (c) != 0)
        {
          ReadoutSpan span = READOUT_SPAN (i, i);
          guint       index = found->len;

          g_array_append_val (found, span);
          g_array_append_val (open, index);
        }
    }

  return found;
}

/* Words whose point does not end a sentence; lower case, without the point.
 * Single letters, as in initials and in "U.S.", need no entry. */
static const char *const abbreviations[] = {
  "mr",  "mrs", "ms",     "dr",   "prof", "sen", "rep",  "gov", "gen",
  "col", "lt",  "sgt",    "capt", "adm",  "maj", "rev",  "hon", "st",
  "jr",  "sr",  "messrs", "jan",  "feb",  "mar", "apr",  "jun", "jul",
  "aug", "sep", "sept",   "oct",  "nov",  "dec", "mon",  "tue", "wed",
  "thu", "fri", "no",     "vs",   "etc",  "inc", "corp", "co",  "ltd",
  "e.g", "i.e", "u.s",    "u.n",  "u.k",  "e.u", "a.m",  "p.m", NULL,
};

static gboolean
is_abbreviation (const Window *window, guint point)
{
  g_autofree char *word = NULL;
  g_autofree char *lower = NULL;
  guint            start = point;

  while (start > 0 && point - start < 12
         && (is_letter (window->chars[start - 1])
             || window->chars[start - 1] == '.'))
    start--;
  if (start == point)
    return FALSE;
  if (point - start == 1)
    return g_unichar_isupper (window->chars[start]);

  word
      = g_ucs4_to_utf8 (window->chars + start, point - start, NULL, NULL, NULL);
  if (word == NULL)
    return FALSE;
  lower = g_utf8_strdown (word, -1);

  return g_strv_contains (abbreviations, lower);
}

static gboolean
is_closing_sign (gunichar c)
{
  return c == 0x201d || c == 0x2019 || c == 0x00bb || c == '"' || c == '\''
         || c == ')' || c == ']';
}

/* Whether a sentence ends right before @i. */
static gboolean
is_sentence_end (const Window *window, guint i)
{
  guint    at = i;
  gunichar c, next;

  if (i == 0)
    return FALSE;
  if (i >= window->length || window->chars[i] == '\n'
      || window->chars[i - 1] == '\n')
    return TRUE;
  if (!g_unichar_isspace (window->chars[i]))
    return FALSE;

  while (at > 0 && is_closing_sign (window->chars[at - 1]))
    at--;
  c = char_at (window, (gint64)at - 1);
  if (c != '.' && c != '!' && c != '?' && c != 0x2026)
    return FALSE;
  if (c == '.' && is_abbreviation (window, at - 1))
    return FALSE;

  at = i;
  while (at < window->length && g_unichar_isspace (window->chars[at])
         && window->chars[at] != '\n')
    at++;
  next = char_at (window, at);

  return next == 0 || next == '\n' || g_unichar_isupper (next)
         || g_unichar_isdigit (next) || closing_mark (next) != 0 || next == '('
         || next == '[' || next == 0x2014 || next == '-';
}

/* Whether the sign at @i stands between two clauses. */
static gboolean
is_clause_sign (const Window *window, gint64 i)
{
  gunichar c = char_at (window, i);

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
      return !is_inside_word (window, i) || !is_inside_word (window, i + 1);
    case '-':
      return !is_letter (char_at (window, i - 1))
             || !is_letter (char_at (window, i + 1));
    case '.':
    case '!':
    case '?':
    case 0x2026:
      /* The sign that ends a sentence is no part of the clause before it. */
      for (gint64 j = i + 1;; j++)
        {
          if (is_sentence_end (window, j))
            return TRUE;
          if (!is_closing_sign (char_at (window, j)))
            return FALSE;
        }
    default:
      return FALSE;
    }
}

static ReadoutSpan
trim (const Window *window, ReadoutSpan span)
{
  while (span.start < span.end && is_space (window->chars[span.start]))
    span.start++;
  while (span.start < span.end && is_space (window->chars[span.end - 1]))
    span.end--;

  return span;
}

static ReadoutSpan
find_words (const Window *window, ReadoutSpan span)
{
  while (span.start > 0 && is_inside_word (window, span.start))
    span.start--;
  while (span.end < window->length && is_inside_word (window, span.end))
    span.end++;

  return span;
}

/* A span that is more than a clause already has none around it. */
static ReadoutSpan
find_clause (const Window *window, ReadoutSpan span)
{
  for (guint32 i = span.start; i < span.end; i++)
    if (is_clause_sign (window, i))
      return span;

  while (span.start > 0 && !is_clause_sign (window, (gint64)span.start - 1)
         && !is_sentence_end (window, span.start))
    span.start--;
  while (span.end < window->length && !is_clause_sign (window, span.end)
         && !is_sentence_end (window, span.end))
    span.end++;

  return trim (window, span);
}

/* The innermost quotation around @span that is larger, or @span. */
static ReadoutSpan
find_quotation (const Window *window, ReadoutSpan span)
{
  g_autoptr (GArray) quotations = find_quotations (window);
  ReadoutSpan best = span;

  for (guint i = 0; i < quotations->len; i++)
    {
      ReadoutSpan quotation
          = trim (window, g_array_index (quotations, ReadoutSpan, i));

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
find_sentence (const Window *window, ReadoutSpan span)
{
  g_autoptr (GArray) quotations = find_quotations (window);
  ReadoutSpan inner = span;

  while (span.start > 0 && !is_sentence_end (window, span.start))
    span.start--;
  while (span.end < window->length && !is_sentence_end (window, span.end))
    span.end++;
  span = trim (window, span);

  for (guint i = 0; i < quotations->len; i++)
    {
      ReadoutSpan quotation
          = trim (window, g_array_index (quotations, ReadoutSpan, i));

      if (quotation.start == span.start && quotation.end > span.end
          && inner.start > span.start)
        span.start++;
      else if (quotation.end == span.end && quotation.start < span.start
               && inner.end < span.end)
        span.end--;
    }

  return trim (window, span);
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
  Window      window;
  ReadoutSpan inner;
  ReadoutSpan wider[5];
  ReadoutSpan best = span;

  g_return_val_if_fail (text != NULL, span);
  g_return_val_if_fail (span.start < span.end, span);
  g_return_val_if_fail (span.end <= readout_text_get_length (text), span);

  window_init (&window, text, span);
  inner = READOUT_SPAN (span.start - window.start, span.end - window.start);
  wider[0] = find_words (&window, inner);
  wider[1] = find_clause (&window, inner);
  wider[2] = find_quotation (&window, inner);
  wider[3] = find_sentence (&window, inner);
  wider[4] = trim (&window, READOUT_SPAN (0, window.length));

  for (guint i = 0; i < G_N_ELEMENTS (wider); i++)
    {
      ReadoutSpan found = READOUT_SPAN (wider[i].start + window.start,
                                        wider[i].end + window.start);

      if (readout_span_contains (found, span)
          && !readout_span_equal (found, span)
          && (readout_span_equal (best, span)
              || readout_span_length (found) < readout_span_length (best)))
        best = found;
    }
  window_clear (&window);

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
  g_autoptr (GArray) quotations = NULL;
  Window  window;
  guint32 n_inside = 0;
  guint32 n_outside = 0;

  g_return_val_if_fail (text != NULL, READOUT_MANNER_INDIRECT);
  g_return_val_if_fail (span.start <= span.end, READOUT_MANNER_INDIRECT);
  g_return_val_if_fail (span.end <= readout_text_get_length (text),
                        READOUT_MANNER_INDIRECT);

  window_init (&window, text, span);
  quotations = find_quotations (&window);
  for (guint32 i = span.start; i < span.end; i++)
    {
      gboolean inside = FALSE;

      if (!is_letter (window.chars[i - window.start]))
        continue;
      for (guint j = 0; j < quotations->len && !inside; j++)
        inside = readout_span_contains_at (
            g_array_index (quotations, ReadoutSpan, j), i - window.start);
      if (inside)
        n_inside++;
      else
        n_outside++;
    }
  window_clear (&window);

  if (n_inside == 0)
    return READOUT_MANNER_INDIRECT;
  return n_outside == 0 ? READOUT_MANNER_DIRECT : READOUT_MANNER_MIXED;
}
