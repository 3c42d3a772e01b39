/* document.c: what the mention tagger knows of a document
 *
 * Its words with all their occurrences, the phrases of lists in it, which
 * sentences are headlines, and which acronyms spell a run of its words.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tagger/names/document.h"

#define NONE READOUT_NAME_NONE
/* The longest acronym. */
#define MAX_INITIALS 7

/* The words by the hash of their written form, open-addressed; numbers count
 * from 1. */
typedef struct
{
  guint32 *slots;
  gsize    mask;
} Table;

/* Where a hash is in the table, or the free place where it would be. */
static guint32 *
find_slot (const ReadoutNameDocument *self, const Table *table, guint64 written)
{
  gsize at = written & table->mask;

  while (table->slots[at] != 0
         && self->words[table->slots[at] - 1].form->written != written)
    at = (at + 1) & table->mask;

  return &table->slots[at];
}

/* Forms that differ in their marks only are one word.  Returns the word of
 * each form. */
static guint32 *
merge_forms (ReadoutNameDocument *self, const Table *table)
{
  const GArray *forms = self->vocabulary->types;
  guint32      *word_of_form = g_new (guint32, MAX (forms->len, 1));

  for (guint f = 0; f < forms->len; f++)
    {
      const ReadoutWordType *form = &g_array_index (forms, ReadoutWordType, f);
      guint32               *slot = find_slot (self, table, form->written);

      if (*slot == 0)
        {
          self->words[self->n_words]
              = (ReadoutNameWord){ .form = form, .acronym = NONE };
          *slot = ++self->n_words;
        }
      word_of_form[f] = *slot - 1;
    }

  return word_of_form;
}

/* The occurrences of each word. */
static void
chain_tokens (ReadoutNameDocument *self, const guint32 *word_of_form)
{
  g_autofree guint32 *last = g_new (guint32, MAX (self->n_words, 1));

  for (guint w = 0; w < self->n_words; w++)
    last[w] = NONE;

  for (guint t = 0; t < self->n_tokens; t++)
    {
      guint32          w = word_of_form[self->vocabulary->numbers[t]];
      ReadoutNameWord *word = &self->words[w];

      word->n_tokens++;
      if (word->form->capital && !(self->tokens[t].flags & READOUT_TOKEN_FIRST)
          && word->n_inside < 2)
        word->n_inside++;

      self->word[t] = w;
      self->before[t] = last[w];
      self->after[t] = NONE;
      if (last[w] != NONE)
        self->after[last[w]] = t;
      last[w] = t;
    }
}

static void
collect_words (ReadoutNameDocument *self)
{
  guint               n_forms = self->vocabulary->types->len;
  gsize               capacity = 64;
  g_autofree guint32 *slots = NULL;
  g_autofree guint32 *word_of_form = NULL;
  Table               table;

  while (capacity < (gsize)n_forms * 2)
    capacity *= 2;
  slots = g_new0 (guint32, capacity);
  table = (Table){ slots, capacity - 1 };

  self->words = g_new (ReadoutNameWord, MAX (n_forms, 1));
  self->word = g_new (guint32, MAX (self->n_tokens, 1));
  self->before = g_new (guint32, MAX (self->n_tokens, 1));
  self->after = g_new (guint32, MAX (self->n_tokens, 1));
  word_of_form = merge_forms (self, &table);
  chain_tokens (self, word_of_form);

  for (guint w = 0; w < self->n_words; w++)
    if (self->words[w].form->capital)
      self->words[w].seen_lower
          = *find_slot (self, &table, self->words[w].form->lower) != 0;
}

/* The longest phrase of each class of lists that begins at a token. */
static void
find_phrases (const ReadoutNameDocument *self,
              guint                      token,
              guint                      end,
              guint8                     longest[READOUT_GAZETTEER_MAX_CLASSES])
{
  guint64 phrase = 0;

  for (guint n = 1; n <= READOUT_GAZETTEER_MAX_WORDS && token + n <= end; n++)
    {
      guint32 mask;

      phrase = readout_gazetteer_extend (
          phrase,
          readout_name_document_get_form (self, token + n - 1)->written);
      mask = readout_gazetteer_look_up (self->gazetteer, phrase);
      for (guint c = 0; c < self->n_classes; c++)
        if (mask & (1u << c))
          longest[c] = n;
      if (!(mask & READOUT_GAZETTEER_PREFIX))
        break;
    }
}

static void
mark_phrase (ReadoutNameDocument *self,
             guint                first,
             guint                n,
             guint                class_number)
{
  for (guint k = 0; k < n; k++)
    self->places[(gsize)(first + k) * self->n_classes + class_number]
        = n == 1       ? READOUT_PLACE_SINGLE
          : k == 0     ? READOUT_PLACE_BEGIN
          : k == n - 1 ? READOUT_PLACE_END
                       : READOUT_PLACE_INSIDE;
}

/* Longest match first, for each class of lists on its own. */
static void
match_lists (ReadoutNameDocument *self, GCancellable *cancellable)
{
  self->places
      = g_new0 (guint8, (gsize)self->n_tokens * MAX (self->n_classes, 1));
  if (self->n_classes == 0)
    return;

  for (guint s = 0; s < self->sentences->len; s++)
    {
      const ReadoutSentence *sentence
          = &g_array_index (self->sentences, ReadoutSentence, s);
      guint covered[READOUT_GAZETTEER_MAX_CLASSES] = { 0 };

      if (g_cancellable_is_cancelled (cancellable))
        return;

      for (guint t = sentence->first; t < sentence->end; t++)
        {
          guint8 longest[READOUT_GAZETTEER_MAX_CLASSES] = { 0 };

          find_phrases (self, t, sentence->end, longest);
          for (guint c = 0; c < self->n_classes; c++)
            if (longest[c] > 0 && t >= covered[c])
              {
                mark_phrase (self, t, longest[c], c);
                covered[c] = t + longest[c];
              }
        }
    }
}

/* A headline has three capitalised words and more, and twice as many as
 * lower-case ones of four letters and more. */
static void
find_headlines (ReadoutNameDocument *self)
{
  self->headlines = g_new0 (guint8, MAX (self->sentences->len, 1));

  for (guint s = 0; s < self->sentences->len; s++)
    {
      const ReadoutSentence *sentence
          = &g_array_index (self->sentences, ReadoutSentence, s);
      guint n_capital = 0;
      guint n_lower = 0;

      for (guint t = sentence->first; t < sentence->end; t++)
        {
          const ReadoutWordType *type
              = readout_name_document_get_form (self, t);

          if (type->is_word && type->capital)
            n_capital++;
          else if (type->is_word && type->letters >= 4)
            n_lower++;
        }
      self->headlines[s] = n_capital >= 3 && n_capital >= 2 * n_lower;
    }
}

/* What the first letters of the capitalised words from a token on spell, small
 * words between them left out.  The first run that spells something counts. */
static void
add_expansions (const ReadoutNameDocument *self,
                guint                      first,
                guint                      end,
                const char                *utf8,
                GHashTable                *expansions)
{
  char  initials[MAX_INITIALS + 1];
  guint n = 0;

  for (guint t = first; t < end && n < MAX_INITIALS; t++)
    {
      const ReadoutWordType *form = readout_name_document_get_form (self, t);

      if (!form->capital && form->is_word && form->letters <= 3)
        continue;
      if (!form->capital)
        break;
      initials[n++] = utf8[self->tokens[t].byte];
      initials[n] = 0;
      if (n >= 2 && !g_hash_table_contains (expansions, initials))
        g_hash_table_insert (
            expansions,
            g_strdup (initials),
            GUINT_TO_POINTER (first * 16 + MIN (t - first, 15) + 1));
    }
}

/* The letters of an acronym without its points. */
static void
copy_letters (const ReadoutToken *token,
              const char         *utf8,
              char                letters[MAX_INITIALS + 1])
{
  guint n = 0;

  for (guint k = 0; k < token->n_bytes && n < MAX_INITIALS; k++)
    if (utf8[token->byte + k] != '.')
      letters[n++] = utf8[token->byte + k];
  letters[n] = 0;
}

/* For each acronym, the first run of capitalised words whose first letters
 * spell it. */
static void
find_acronyms (ReadoutNameDocument *self,
               const char          *utf8,
               GCancellable        *cancellable)
{
  g_autoptr (GHashTable) expansions
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint s = 0; s < self->sentences->len; s++)
    {
      const ReadoutSentence *sentence
          = &g_array_index (self->sentences, ReadoutSentence, s);

      if (g_cancellable_is_cancelled (cancellable))
        return;

      for (guint t = sentence->first; t < sentence->end; t++)
        if (readout_name_document_get_form (self, t)->capital)
          add_expansions (self, t, sentence->end, utf8, expansions);
    }

  for (guint t = 0; t < self->n_tokens; t++)
    {
      const ReadoutToken *token = &self->tokens[t];
      ReadoutNameWord    *word = &self->words[self->word[t]];
      char                letters[MAX_INITIALS + 1];
      guint               found;

      if (self->before[t] != NONE || !(token->flags & READOUT_TOKEN_ALL_CAPS)
          || token->n_bytes < 2 || token->n_bytes > 2 * MAX_INITIALS)
        continue;
      copy_letters (token, utf8, letters);
      found = GPOINTER_TO_UINT (g_hash_table_lookup (expansions, letters));
      if (found > 0)
        {
          word->acronym = (found - 1) / 16;
          word->acronym_length = (found - 1) % 16 + 1;
        }
    }
}

/**
 * readout_name_document_new:
 * @text: the article
 * @tokens: (element-type ReadoutToken): its tokens
 * @sentences: (element-type ReadoutSentence): its sentences
 * @gazetteer: (nullable): lists
 * @cancellable: (nullable): looked at now and then
 *
 * All arguments must outlive the result.
 *
 * Returns: (transfer full) (nullable): what is known of the article, or %NULL
 *   if cancelled
 */
ReadoutNameDocument *
readout_name_document_new (ReadoutText            *text,
                           const GArray           *tokens,
                           const GArray           *sentences,
                           const ReadoutGazetteer *gazetteer,
                           GCancellable           *cancellable)
{
  g_autoptr (ReadoutNameDocument) self = NULL;
  const char *utf8;

  g_return_val_if_fail (text != NULL && tokens != NULL, NULL);
  g_return_val_if_fail (sentences != NULL, NULL);

  self = g_new0 (ReadoutNameDocument, 1);
  utf8 = readout_text_get_utf8 (text);
  self->sentences = sentences;
  self->tokens = (gconstpointer)tokens->data;
  self->gazetteer = gazetteer;
  self->n_tokens = tokens->len;
  self->n_classes = gazetteer != NULL ? gazetteer->n_classes : 0;

  self->vocabulary
      = readout_vocabulary_new (text, tokens, gazetteer, cancellable);
  if (self->vocabulary == NULL)
    return NULL;
  collect_words (self);
  match_lists (self, cancellable);
  if (g_cancellable_is_cancelled (cancellable))
    return NULL;
  find_headlines (self);
  find_acronyms (self, utf8, cancellable);
  if (g_cancellable_is_cancelled (cancellable))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * readout_name_document_free:
 * @self: (transfer full): what is known of an article
 */
void
readout_name_document_free (ReadoutNameDocument *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->vocabulary, readout_vocabulary_free);
  g_free (self->words);
  g_free (self->word);
  g_free (self->before);
  g_free (self->after);
  g_free (self->places);
  g_free (self->headlines);
  g_free (self);
}
