/* passage.c: the paragraphs around a span, and how they read
 *
 * Where sentences and quotations are is asked of app/language, so that a key
 * that widens a boundary stops where the detector sees a sentence end.  Only
 * the paragraphs that the span touches are read, and the one before them, as a
 * quotation may go on from it: a key must not read a whole book.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "edits/passage.h"

#include "language/reading.h"
#include "language/sentences.h"

/* Paragraphs longer than this are cut, far from the span. */
#define MAX_CONTEXT 10000

/* As much as is needed to tell whether a word ends in the middle of it. */
#define AROUND 3

static gboolean
is_blank (char c)
{
  return c == '\n' || c == '\r' || c == ' ' || c == '\t';
}

/* Fills in the characters between two places in the text. */
static void
take_chars (ReadoutPassage *self, const char *start, const char *end)
{
  glong n_chars;

  self->chars = g_utf8_to_ucs4_fast (start, end - start, &n_chars);
  self->length = n_chars;
}

static void
mark_sentences (ReadoutPassage *self, const ReadoutReading *reading)
{
  for (guint i = 0; i < reading->sentences->len; i++)
    {
      const ReadoutSentence *sentence
          = &g_array_index (reading->sentences, ReadoutSentence, i);
      guint32 stop = readout_sentence_find_stop (reading->tokens, sentence);

      for (guint32 k = stop; k < sentence->end; k++)
        self->marks[g_array_index (reading->tokens, ReadoutToken, k).span.start]
            |= READOUT_PASSAGE_STOP;
      self->marks[g_array_index (
                      reading->tokens, ReadoutToken, sentence->end - 1)
                      .span.end]
          |= READOUT_PASSAGE_END;
    }
}

static void
take_quotations (ReadoutPassage *self, const ReadoutReading *reading)
{
  for (guint i = 0; i < reading->quotations->len; i++)
    {
      const ReadoutQuotation *quotation
          = &g_array_index (reading->quotations, ReadoutQuotation, i);
      ReadoutSpan span = READOUT_SPAN (
          g_array_index (reading->tokens, ReadoutToken, quotation->first)
              .span.start,
          g_array_index (reading->tokens, ReadoutToken, quotation->end - 1)
              .span.end);

      g_array_append_val (self->quotations, span);
    }
}

/**
 * readout_passage_init: (skip)
 * @self: (out caller-allocates): a passage
 * @text: an article
 * @span: a span of it
 *
 * Reads the paragraphs that @span touches, and the one before them, if they
 * are not too long.
 */
void
readout_passage_init (ReadoutPassage *self, ReadoutText *text, ReadoutSpan span)
{
  g_autoptr (ReadoutReading) reading = NULL;
  g_autoptr (ReadoutText) excerpt = NULL;
  const char *utf8 = readout_text_get_utf8 (text);
  guint32     length = readout_text_get_length (text);
  guint32     low = span.start > MAX_CONTEXT ? span.start - MAX_CONTEXT : 0;
  guint32     high = MIN ((guint64)span.end + MAX_CONTEXT, length);
  const char *first = utf8 + readout_text_to_byte (text, low);
  const char *last = utf8 + readout_text_to_byte (text, high);
  const char *own = utf8 + readout_text_to_byte (text, span.start);
  const char *end = utf8 + readout_text_to_byte (text, span.end);
  const char *start;

  while (own > first && own[-1] != '\n')
    own--;
  while (end < last && *end != '\n')
    end++;
  start = own;
  while (start > first && is_blank (start[-1]))
    start--;
  while (start > first && start[-1] != '\n')
    start--;

  self->start = readout_text_to_offset (text, start - utf8);
  self->own = readout_text_to_offset (text, own - utf8) - self->start;
  take_chars (self, start, end);
  self->marks = g_new0 (guint8, self->length + 1);
  self->quotations = g_array_new (FALSE, FALSE, sizeof (ReadoutSpan));

  excerpt = readout_text_new (start, end - start);
  reading = readout_reading_new (excerpt);
  mark_sentences (self, reading);
  take_quotations (self, reading);
}

/**
 * readout_passage_init_around: (skip)
 * @self: (out caller-allocates): a passage
 * @text: an article
 * @at: an offset in it
 *
 * Takes the few characters around @at, whichever paragraph they are in, that
 * tell whether a word ends there.  They are not read: there are no marks and
 * no quotations.
 */
void
readout_passage_init_around (ReadoutPassage *self,
                             ReadoutText    *text,
                             guint32         at)
{
  guint32     length = readout_text_get_length (text);
  guint32     low = at > AROUND ? at - AROUND : 0;
  guint32     high = MIN (at + AROUND, length);
  gsize       n_bytes = 0;
  const char *start
      = readout_text_peek (text, READOUT_SPAN (low, high), &n_bytes);

  self->start = low;
  self->own = 0;
  self->marks = NULL;
  self->quotations = NULL;
  take_chars (self, start, start + n_bytes);
}

/**
 * readout_passage_clear: (skip)
 * @self: a passage
 *
 * Frees what @self holds.
 */
void
readout_passage_clear (ReadoutPassage *self)
{
  g_clear_pointer (&self->chars, g_free);
  g_clear_pointer (&self->marks, g_free);
  g_clear_pointer (&self->quotations, g_array_unref);
}

/**
 * readout_passage_get_char: (skip)
 * @self: a passage
 * @i: an index that may lie outside of it
 *
 * Returns: the character there, or 0
 */
gunichar
readout_passage_get_char (const ReadoutPassage *self, gint64 i)
{
  return i >= 0 && i < self->length ? self->chars[i] : 0;
}

/**
 * readout_passage_is_end: (skip)
 * @self: a passage that was read
 * @i: an index into it, or its length
 *
 * Returns: whether a sentence ends right before @i; what is white space behind
 *   it belongs to no sentence
 */
gboolean
readout_passage_is_end (const ReadoutPassage *self, guint32 i)
{
  return (self->marks[i] & READOUT_PASSAGE_END) != 0;
}

/**
 * readout_passage_is_stop: (skip)
 * @self: a passage that was read
 * @i: an index into it, or its length
 *
 * Returns: whether the character at @i is one of the stops that end a
 *   sentence, or a closing mark behind them; the point of an abbreviation is
 *   none
 */
gboolean
readout_passage_is_stop (const ReadoutPassage *self, guint32 i)
{
  return (self->marks[i] & READOUT_PASSAGE_STOP) != 0;
}
