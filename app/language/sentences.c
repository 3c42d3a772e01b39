/* sentences.c: tokens to sentences and paragraphs
 *
 * Every line is a paragraph: news text as it is published and pasted has no
 * other sign of one.  Within it a sentence ends after a full stop, question or
 * exclamation mark and the closing marks behind it, where a capital, a digit
 * or an opening mark follows.  A point after an abbreviation or an initial
 * ends nothing, unless a word follows that hardly ever goes on with a name.
 * A text without stops is cut into pieces, and so is a line without an end.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "language/sentences.h"

#include <string.h>

#include "language/word-groups.h"

/* Where no stop comes for so many tokens a sentence ends at the next comma, or
 * all the same: later steps look at each word of a sentence together with the
 * others. */
#define LONG_SENTENCE 250
#define MAX_SENTENCE 350

/* A paragraph that is so long ends with its sentence: later steps, and the
 * trained ones above all, keep a kilobyte and more for each token of the
 * paragraph that they are at, and are cancelled between two of them.  The
 * longest paragraphs of print have some 1,500 tokens, and a whole article that
 * has lost its line breaks hardly ever more than this. */
#define MAX_PARAGRAPH 4000

static gboolean
is_sign (const ReadoutToken *token, ReadoutWordGroup signs)
{
  return (token->flags & READOUT_TOKEN_PUNCT) != 0
         && readout_token_is_in (token, signs);
}

static gboolean
is_stop (const ReadoutToken *token)
{
  return is_sign (token, READOUT_WORDS_SENTENCE_STOPS);
}

/* Marks that may stand between a stop and the next sentence. */
static gboolean
is_closing (const ReadoutToken *token)
{
  return (token->flags & READOUT_TOKEN_SPACE) == 0
         && is_sign (token, READOUT_WORDS_CLOSING_MARKS);
}

static gboolean
is_opening (const ReadoutToken *token)
{
  return is_sign (token, READOUT_WORDS_OPENING_MARKS);
}

/* Whether the stop @at belongs to the word before it.  "U.S." brings its own
 * point and is asked with @at just behind it. */
static gboolean
is_abbreviated (const ReadoutToken *tokens, guint32 at, guint32 next)
{
  const ReadoutToken *word;
  gboolean            starts, capital, number;

  if (at == 0 || strcmp (tokens[at].lower, ".") != 0
      || (tokens[at].flags & READOUT_TOKEN_SPACE) != 0)
    return FALSE;

  word = &tokens[at - 1];
  if ((word->flags & READOUT_TOKEN_WORD) == 0)
    return FALSE;

  starts = readout_token_is_in (&tokens[next], READOUT_WORDS_SENTENCE_STARTERS);
  capital = (word->flags & READOUT_TOKEN_CAPITAL) != 0;
  number = (tokens[next].flags & READOUT_TOKEN_NUMBER) != 0;
  if (readout_token_is_in (word, READOUT_WORDS_NUMBER_ABBREVIATIONS))
    return number;
  if (capital && word->span.end - word->span.start == 1)
    return !starts;
  if (readout_token_is_in (word, READOUT_WORDS_CLOSING_ABBREVIATIONS))
    return !starts;
  if (readout_token_is_in (word, READOUT_WORDS_CALENDAR_ABBREVIATIONS))
    return capital && !starts;

  return readout_token_is_in (word, READOUT_WORDS_ABBREVIATIONS)
         && (capital || number);
}

/* Whether a sentence that started with token @first has gone on for so long
 * that it is none. */
static gboolean
is_endless (const ReadoutToken *tokens, guint32 first, guint32 next)
{
  return next - first >= LONG_SENTENCE
         && (next - first >= MAX_SENTENCE
             || strcmp (tokens[next - 1].lower, ",") == 0
             || strcmp (tokens[next - 1].lower, ";") == 0);
}

/* Whether a sentence ends before token @next, which is on the same line as
 * the one before it. */
static gboolean
ends_before (const ReadoutToken *tokens, guint32 first, guint32 next)
{
  const ReadoutToken *token = &tokens[next];
  guint32             last = next - 1;

  if ((token->flags & READOUT_TOKEN_SPACE) == 0)
    return FALSE;
  if ((token->flags & (READOUT_TOKEN_CAPITAL | READOUT_TOKEN_NUMBER)) == 0
      && !is_opening (token))
    return FALSE;

  for (guint i = 0; i < 4 && last > first && is_closing (&tokens[last]); i++)
    last--;

  if (is_stop (&tokens[last]))
    return last + 1 != next || !is_abbreviated (tokens, last, next);

  /* Initials with a point of their own. */
  if ((tokens[last].flags & READOUT_TOKEN_WORD) != 0
      && tokens[last].n_bytes >= 4
      && g_str_has_suffix (tokens[last].lower, "."))
    return last + 1 != next
           || readout_token_is_in (token, READOUT_WORDS_SENTENCE_STARTERS);

  return FALSE;
}

/* Ends the sentence @current before token @end, and begins the next one. */
static void
end_sentence (GArray *sentences, ReadoutSentence *current, guint32 end)
{
  current->end = end;
  g_array_append_val (sentences, *current);
  current->first = end;
}

/* Ends the last paragraph, if there is one, before sentence @end. */
static void
end_paragraph (GArray *paragraphs, guint32 end)
{
  if (paragraphs->len > 0)
    g_array_index (paragraphs, ReadoutParagraph, paragraphs->len - 1).end = end;
}

static void
begin_paragraph (GArray *paragraphs, guint32 first)
{
  ReadoutParagraph paragraph = { first, 0 };

  end_paragraph (paragraphs, first);
  g_array_append_val (paragraphs, paragraph);
}

/**
 * readout_sentences_run:
 * @text: the article
 * @tokens: (element-type ReadoutToken): its tokens; `sentence` and
 *   %READOUT_TOKEN_FIRST are set
 * @sentences: (element-type ReadoutSentence): an empty array to be filled
 * @paragraphs: (element-type ReadoutParagraph): an empty array to be filled
 * @cancellable: (nullable): checked once a paragraph
 *
 * A sentence has at most 350 tokens, and a paragraph no more than 4,350.
 *
 * Returns: %FALSE if cancelled
 */
gboolean
readout_sentences_run (const ReadoutText *text,
                       GArray            *tokens,
                       GArray            *sentences,
                       GArray            *paragraphs,
                       GCancellable      *cancellable)
{
  ReadoutToken   *all;
  ReadoutSentence sentence = { 0 };
  gboolean        has_word = FALSE;
  guint32         paragraph_first = 0;

  g_return_val_if_fail (text != NULL && tokens != NULL, FALSE);
  g_return_val_if_fail (sentences != NULL && sentences->len == 0, FALSE);
  g_return_val_if_fail (paragraphs != NULL && paragraphs->len == 0, FALSE);

  all = (ReadoutToken *)(gpointer)tokens->data;

  for (guint32 i = 0; i < tokens->len; i++)
    {
      gboolean line = (all[i].flags & READOUT_TOKEN_LINE) != 0;
      gboolean parts;

      if (i > 0
          && (line || ends_before (all, sentence.first, i)
              || is_endless (all, sentence.first, i)))
        {
          end_sentence (sentences, &sentence, i);
          has_word = FALSE;
        }

      parts = sentence.first == i && i - paragraph_first >= MAX_PARAGRAPH;
      if (line || parts || i == 0)
        {
          begin_paragraph (paragraphs, sentences->len);
          sentence.paragraph = paragraphs->len - 1;
          paragraph_first = i;

          if (g_cancellable_is_cancelled (cancellable))
            return FALSE;
        }

      all[i].sentence = sentences->len;
      if (!has_word
          && (all[i].flags & (READOUT_TOKEN_WORD | READOUT_TOKEN_NUMBER)) != 0)
        {
          all[i].flags |= READOUT_TOKEN_FIRST;
          has_word = TRUE;
        }
    }

  if (tokens->len > 0)
    {
      end_sentence (sentences, &sentence, tokens->len);
      end_paragraph (paragraphs, sentences->len);
    }

  return TRUE;
}

/**
 * readout_sentence_find_stop:
 * @tokens: (element-type ReadoutToken): the tokens of an article
 * @sentence: one of its sentences
 *
 * Returns: the index of the first of the stops that end @sentence, behind
 *   which only closing marks follow; the end of @sentence where no stop ends
 *   it.  The point of an abbreviation such as "U.S." is no stop.
 */
guint32
readout_sentence_find_stop (const GArray          *tokens,
                            const ReadoutSentence *sentence)
{
  guint32 stop;

  g_return_val_if_fail (tokens != NULL && sentence != NULL, 0);

  stop = sentence->end;
  for (guint32 i = sentence->end; i > sentence->first; i--)
    {
      const ReadoutToken *token = &g_array_index (tokens, ReadoutToken, i - 1);

      if (is_stop (token))
        stop = i - 1;
      else if (!is_closing (token))
        break;
    }

  return stop;
}
