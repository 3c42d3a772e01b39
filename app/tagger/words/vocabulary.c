/* vocabulary.c: the written forms of a document
 *
 * An article has two to three times as many tokens as forms, so each form is
 * described once.  Forms differ by their bytes and by what the tokenizer says
 * of them; that one stands first in its sentence is a matter of the token.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tagger/words/vocabulary.h"

#include "tagger/crf/hash.h"

/* How many tokens are read between two looks at the cancellable. */
#define CHECK_TOKENS 8192
#define FORM_FLAGS                                                             \
  (READOUT_TOKEN_WORD | READOUT_TOKEN_NUMBER | READOUT_TOKEN_CLITIC            \
   | READOUT_TOKEN_CAPITAL)

/* A place in the table of forms; those that are free have the number 0. */
typedef struct
{
  guint64 key;
  guint32 number; /* Index of the form, and 1. */
} Slot;

/**
 * readout_vocabulary_new:
 * @text: the article
 * @tokens: (element-type ReadoutToken): its tokens
 * @gazetteer: (nullable): lists to look the forms up in
 * @cancellable: (nullable): looked at now and then
 *
 * Returns: (transfer full) (nullable): the forms of the article, or %NULL if
 *   cancelled; does not need the arguments any more
 */
ReadoutVocabulary *
readout_vocabulary_new (ReadoutText            *text,
                        const GArray           *tokens,
                        const ReadoutGazetteer *gazetteer,
                        GCancellable           *cancellable)
{
  g_autoptr (ReadoutVocabulary) self = NULL;
  g_autofree Slot *slots = NULL;
  const char      *utf8;
  gsize            capacity = 64;

  g_return_val_if_fail (text != NULL && tokens != NULL, NULL);

  self = g_new0 (ReadoutVocabulary, 1);
  self->types = g_array_new (FALSE, TRUE, sizeof (ReadoutWordType));
  self->n_tokens = tokens->len;
  self->numbers = g_new (guint32, MAX (tokens->len, 1));
  utf8 = readout_text_get_utf8 (text);
  while (capacity < (gsize)tokens->len * 2)
    capacity *= 2;
  slots = g_new0 (Slot, capacity);

  for (guint t = 0; t < tokens->len; t++)
    {
      const ReadoutToken *token = &g_array_index (tokens, ReadoutToken, t);
      guint64 key = readout_hash_bytes (utf8 + token->byte, token->n_bytes)
                    + (token->flags & FORM_FLAGS);
      gsize at = key & (capacity - 1);

      if (t % CHECK_TOKENS == 0 && g_cancellable_is_cancelled (cancellable))
        return NULL;

      while (slots[at].number != 0 && slots[at].key != key)
        at = (at + 1) & (capacity - 1);
      if (slots[at].number == 0)
        {
          guint number = self->types->len;

          g_array_set_size (self->types, number + 1);
          readout_word_type_describe (
              &g_array_index (self->types, ReadoutWordType, number),
              token,
              utf8,
              gazetteer);
          slots[at] = (Slot){ key, number + 1 };
        }
      self->numbers[t] = slots[at].number - 1;
    }

  return g_steal_pointer (&self);
}

/**
 * readout_vocabulary_free:
 * @self: (transfer full): a vocabulary
 */
void
readout_vocabulary_free (ReadoutVocabulary *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->types);
  g_free (self->numbers);
  g_free (self);
}
