/* analysis.c: all that the detector knows of one article
 *
 * A plain struct of arrays that the steps fill in one after another.  Token
 * texts are not copied: a token knows its bytes in the article, and its
 * lower-case form is interned, so that equal words are one pointer.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-detect"

#include "config.h"

#include "detect/article/analysis.h"

#include <string.h>

#include "detect/article/letter-case.h"
#include "detect/article/syntax.h"
#include "language/english.h"
#include "language/lines.h"
#include "language/quotes.h"
#include "language/sentences.h"
#include "language/tokenizer.h"

static void
clear_actor (gpointer data)
{
  ReadoutCandidateActor *actor = data;

  g_free (actor->name);
  g_free (actor->role);
  g_free (actor->affiliation);
}

static void
clear_statement (gpointer data)
{
  ReadoutCandidateStatement *statement = data;

  readout_span_list_clear (&statement->source);
  readout_span_list_clear (&statement->cue);
  readout_span_list_clear (&statement->content);
  readout_actor_list_clear (&statement->speakers);
  readout_actor_list_clear (&statement->addressees);
}

static void
clear_meeting (gpointer data)
{
  ReadoutCandidateMeeting *meeting = data;

  readout_span_list_clear (&meeting->triggers);
  readout_span_list_clear (&meeting->place);
  readout_span_list_clear (&meeting->venue);
  readout_span_list_clear (&meeting->occasion);
  readout_span_list_clear (&meeting->time);
  readout_span_list_clear (&meeting->duration);
  readout_span_list_clear (&meeting->topics);
  readout_span_list_clear (&meeting->outcomes);
  g_clear_pointer (&meeting->participants, g_array_unref);
}

static GArray *
new_array (gsize size, GDestroyNotify clear)
{
  GArray *array = g_array_new (FALSE, TRUE, size);

  if (clear != NULL)
    g_array_set_clear_func (array, clear);

  return array;
}

/**
 * readout_analysis_new:
 * @model: (nullable): the trained taggers; without them the rules work alone
 * @text: the article
 * @published: (nullable): its publication date, ISO 8601
 * @language: (nullable): its language, BCP 47
 * @cancellable: (nullable): what the steps check
 *
 * Returns: (transfer full): an analysis without any content yet
 */
ReadoutAnalysis *
readout_analysis_new (ReadoutDetectorModel *model,
                      ReadoutText          *text,
                      const char           *published,
                      const char           *language,
                      GCancellable         *cancellable)
{
  ReadoutAnalysis *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (ReadoutAnalysis, 1);
  if (model != NULL)
    self->model = readout_detector_model_ref (model);
  self->text = readout_text_ref (text);
  self->published = g_strdup (published);
  self->language = g_strdup (language);
  g_set_object (&self->cancellable, cancellable);
  self->strings = g_string_chunk_new (4096);
  self->tokens = new_array (sizeof (ReadoutToken), NULL);
  self->sentences = new_array (sizeof (ReadoutSentence), NULL);
  self->paragraphs = new_array (sizeof (ReadoutParagraph), NULL);
  self->quotations = new_array (sizeof (ReadoutQuotation), NULL);
  self->dates = new_array (sizeof (ReadoutDateValue), NULL);
  self->mentions = new_array (sizeof (ReadoutCandidateMention), NULL);
  self->actors = new_array (sizeof (ReadoutCandidateActor), clear_actor);
  self->statements
      = new_array (sizeof (ReadoutCandidateStatement), clear_statement);
  self->meetings = new_array (sizeof (ReadoutCandidateMeeting), clear_meeting);

  return self;
}

/**
 * readout_analysis_free:
 * @self: (transfer full): an analysis
 */
void
readout_analysis_free (ReadoutAnalysis *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->model, readout_detector_model_unref);
  readout_text_unref (self->text);
  g_free (self->published);
  g_free (self->language);
  g_free (self->source);
  g_free (self->url);
  g_clear_object (&self->cancellable);
  g_string_chunk_free (self->strings);
  g_array_unref (self->tokens);
  g_array_unref (self->sentences);
  g_array_unref (self->paragraphs);
  g_array_unref (self->quotations);
  g_array_unref (self->dates);
  g_array_unref (self->mentions);
  g_clear_pointer (&self->syntax, readout_syntax_free);
  g_array_unref (self->actors);
  g_array_unref (self->statements);
  g_array_unref (self->meetings);
  g_clear_pointer (&self->governments, g_hash_table_unref);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_free (self);
}

/**
 * readout_analysis_set_origin:
 * @self: an analysis
 * @source: (nullable): the name of the newspaper or agency
 * @url: (nullable): the address of the article
 *
 * Says where the article was published, which tells what country it is at
 * home in.
 */
void
readout_analysis_set_origin (ReadoutAnalysis *self,
                             const char      *source,
                             const char      *url)
{
  g_return_if_fail (self != NULL);

  g_free (self->source);
  self->source = g_strdup (source);
  g_free (self->url);
  self->url = g_strdup (url);
}

static void
take_text (ReadoutAnalysis *self, ReadoutText *text)
{
  readout_text_unref (self->text);
  self->text = text;
}

/* Puts the text in the form that all steps expect: one line a paragraph, in
 * English, with small letters.  Each code point still stands where it stood,
 * so that offsets hold in the article as it is written. */
static void
read_text (ReadoutAnalysis *self)
{
  const ReadoutNameTagger *names
      = self->model != NULL ? readout_detector_model_get_names (self->model)
                            : NULL;

  take_text (self, readout_lines_mend (self->text, self->cancellable));
  take_text (self, readout_english_keep (self->text, self->cancellable));
  take_text (self,
             readout_letter_case_restore (
                 self->text,
                 names != NULL ? readout_name_tagger_get_lists (names) : NULL,
                 self->cancellable));
}

/**
 * readout_analysis_prepare:
 * @self: a new analysis
 *
 * Fills in tokens, sentences, paragraphs and quotations, of the text as the
 * detector reads it.
 *
 * Returns: %FALSE if cancelled
 */
gboolean
readout_analysis_prepare (ReadoutAnalysis *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  read_text (self);

  return readout_tokenizer_run (
             self->text, self->strings, self->tokens, self->cancellable)
         && readout_sentences_run (self->text,
                                   self->tokens,
                                   self->sentences,
                                   self->paragraphs,
                                   self->cancellable)
         && readout_quotes_run (self->text,
                                self->tokens,
                                self->sentences,
                                self->paragraphs,
                                self->quotations,
                                self->cancellable);
}

/* Takes the content out of an array that stays, for good: an array that is
 * only made shorter keeps its memory. */
static void
drop_items (GArray **array)
{
  guint size = g_array_get_element_size (*array);

  g_array_unref (*array);
  *array = new_array (size, NULL);
}

/**
 * readout_analysis_drop_tokens:
 * @self: an analysis that all steps have gone over
 *
 * Gives back the memory of all that is in tokens: these, the sentences,
 * paragraphs, quotations, dates and mentions, and the syntax.  Candidates that
 * are in code points stay, but what of them is an index names nothing any more.
 */
void
readout_analysis_drop_tokens (ReadoutAnalysis *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->syntax, readout_syntax_free);
  drop_items (&self->tokens);
  drop_items (&self->sentences);
  drop_items (&self->paragraphs);
  drop_items (&self->quotations);
  drop_items (&self->dates);
  drop_items (&self->mentions);
}

/**
 * readout_analysis_get_span:
 * @self: an analysis
 * @first: index of a token
 * @end: index of the token after the last one, greater than @first
 *
 * Returns: what the tokens cover, in code points
 */
ReadoutSpan
readout_analysis_get_span (const ReadoutAnalysis *self,
                           guint32                first,
                           guint32                end)
{
  g_return_val_if_fail (self != NULL, READOUT_SPAN (0, 0));
  g_return_val_if_fail (first < end && end <= self->tokens->len,
                        READOUT_SPAN (0, 0));

  return READOUT_SPAN (
      g_array_index (self->tokens, ReadoutToken, first).span.start,
      g_array_index (self->tokens, ReadoutToken, end - 1).span.end);
}

/**
 * readout_analysis_slice:
 * @self: an analysis
 * @first: index of a token
 * @end: index of the token after the last one, greater than @first
 *
 * Returns: (transfer full): the text of the tokens on one line, as the
 *   detector reads it
 */
char *
readout_analysis_slice (const ReadoutAnalysis *self, guint32 first, guint32 end)
{
  const char *text;
  GString    *slice;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (first < end && end <= self->tokens->len, NULL);

  text = readout_text_get_utf8 (self->text);
  slice = g_string_new (NULL);
  for (guint32 i = first; i < end; i++)
    {
      const ReadoutToken *token
          = &g_array_index (self->tokens, ReadoutToken, i);

      if (i > first && (token->flags & READOUT_TOKEN_SPACE) != 0)
        g_string_append_c (slice, ' ');
      g_string_append_len (slice, text + token->byte, token->n_bytes);
    }

  return g_string_free (slice, FALSE);
}

/**
 * readout_analysis_token_is:
 * @self: an analysis
 * @at: index of a token; may lie behind the last one
 * @lower: a lower-case word or a sign
 *
 * Returns: whether the token exists and has this form
 */
gboolean
readout_analysis_token_is (const ReadoutAnalysis *self,
                           guint32                at,
                           const char            *lower)
{
  g_return_val_if_fail (self != NULL && lower != NULL, FALSE);

  return at < self->tokens->len
         && strcmp (g_array_index (self->tokens, ReadoutToken, at).lower, lower)
                == 0;
}
