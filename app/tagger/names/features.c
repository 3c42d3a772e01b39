/* features.c: what the mention tagger looks at
 *
 * Nine groups of templates: words, shapes, prefixes and suffixes, the sentence
 * and the run of capitals, lists, a dictionary, WordNet's classes, the other
 * occurrences of the same word in the document (Chieu and Ng 2003), and, in the
 * second pass only, the labels that the first pass gave to those (Krishnan and
 * Manning 2006).  The ninth group must not hold the token's own label or its
 * neighbours': with them it gains half as much.
 *
 * Values are hashed once a word type; a template costs two multiplications and
 * the finisher.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tagger/names/features.h"

#include "tagger/crf/hash.h"
#include "tagger/words/word-type.h"

#define MAX_NEIGHBOURS 3
/* How many tokens are read between two looks at the cancellable. */
#define CHECK_TOKENS 8192
#define MAX_VOTES 20
#define NONE G_MAXUINT32
/* What stands before the first and after the last word of a sentence. */
#define EDGE G_GUINT64_CONSTANT (0x5bd1e9955bd1e995)

enum
{
  PLACE_NONE,
  PLACE_BEGIN,
  PLACE_INSIDE,
  PLACE_END,
  PLACE_SINGLE
};

struct _ReadoutNameFeatures
{
  const GArray           *sentences;
  const ReadoutGazetteer *gazetteer;
  guint                   n_tokens;
  const ReadoutToken     *tokens;
  GArray                 *types;  /* element-type ReadoutWordType */
  guint32                *type;   /* Of each token. */
  guint32                *before; /* The token before of the same type. */
  guint32                *after;
  guint8                 *places;   /* n_classes for each token. */
  guint8                 *headline; /* For each sentence. */
  guint32                *acronyms; /* First token of the run it spells. */
  guint8                 *acronym_lengths;
};

static guint64
feature (guint template_number, guint64 value)
{
  return readout_hash_finish (readout_hash_combine (
      template_number * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15), value));
}

static guint64
pair (guint64 a, guint64 b)
{
  return readout_hash_combine (a, b);
}

/* Word types by the hash of their written form. */
static void
collect_types (ReadoutNameFeatures *self,
               const char          *utf8,
               GCancellable        *cancellable)
{
  gsize               capacity = 64;
  g_autofree guint32 *slots = NULL;
  g_autofree guint32 *last = NULL;

  while (capacity < self->n_tokens * 2)
    capacity *= 2;
  slots = g_new0 (guint32, capacity);
  last = g_new (guint32, self->n_tokens);

  for (guint t = 0; t < self->n_tokens; t++)
    {
      const ReadoutToken *token = &self->tokens[t];
      char                straight[READOUT_WORD_TYPE_MAX];
      gsize               n_bytes = token->n_bytes;
      const char         *written
          = readout_word_type_write (utf8 + token->byte, &n_bytes, straight);
      guint64          word = readout_hash_bytes (written, n_bytes);
      gsize            at = word & (capacity - 1);
      ReadoutWordType *type;
      guint32          number;

      if (t % CHECK_TOKENS == 0 && g_cancellable_is_cancelled (cancellable))
        return;

      while (slots[at] != 0
             && g_array_index (self->types, ReadoutWordType, slots[at] - 1).word
                    != word)
        at = (at + 1) & (capacity - 1);

      if (slots[at] == 0)
        {
          ReadoutWordType fresh = { 0 };

          readout_word_type_describe (
              &fresh, written, n_bytes, token->lower, token->flags);
          if (self->gazetteer != NULL)
            {
              ReadoutWordEntry entry = readout_gazetteer_look_up_word (
                  self->gazetteer, readout_hash_string (token->lower));

              fresh.use = entry.use;
              fresh.meaning = entry.meaning;
            }
          g_array_append_val (self->types, fresh);
          slots[at] = self->types->len;
          last[slots[at] - 1] = NONE;
        }

      number = slots[at] - 1;
      type = &g_array_index (self->types, ReadoutWordType, number);
      type->n_tokens++;
      if (type->capital && !(token->flags & READOUT_TOKEN_FIRST)
          && type->n_inside < 2)
        type->n_inside++;

      self->type[t] = number;
      self->before[t] = last[number];
      self->after[t] = NONE;
      if (last[number] != NONE)
        self->after[last[number]] = t;
      last[number] = t;
    }

  /* Does a capitalised word occur in lower case, too? */
  for (guint t = 0; t < self->n_tokens; t++)
    {
      const ReadoutToken *token = &self->tokens[t];
      ReadoutWordType    *type
          = &g_array_index (self->types, ReadoutWordType, self->type[t]);
      guint64 word;
      gsize   at;

      if (!type->capital || self->before[t] != NONE)
        continue;

      word = readout_hash_string (token->lower);
      at = word & (capacity - 1);
      while (slots[at] != 0
             && g_array_index (self->types, ReadoutWordType, slots[at] - 1).word
                    != word)
        at = (at + 1) & (capacity - 1);
      type->seen_lower = slots[at] != 0;
    }
}

static const ReadoutWordType *
type_of (const ReadoutNameFeatures *self, guint token)
{
  return &g_array_index (self->types, ReadoutWordType, self->type[token]);
}

/* Longest match first, for each class of lists on its own. */
static void
match_lists (ReadoutNameFeatures *self, GCancellable *cancellable)
{
  guint n_classes = self->gazetteer != NULL ? self->gazetteer->n_classes : 0;

  self->places = g_new0 (guint8, (gsize)self->n_tokens * MAX (n_classes, 1));
  if (n_classes == 0)
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
          guint8  longest[READOUT_GAZETTEER_MAX_CLASSES] = { 0 };
          guint64 phrase = 0;

          for (guint n = 1;
               n <= READOUT_GAZETTEER_MAX_WORDS && t + n <= sentence->end;
               n++)
            {
              guint32 mask;

              phrase = readout_gazetteer_extend (
                  phrase, type_of (self, t + n - 1)->word);
              mask = readout_gazetteer_look_up (self->gazetteer, phrase);
              for (guint c = 0; c < n_classes; c++)
                if (mask & (1u << c))
                  longest[c] = n;
              if (!(mask & READOUT_GAZETTEER_PREFIX))
                break;
            }

          for (guint c = 0; c < n_classes; c++)
            {
              guint n = longest[c];

              if (n == 0 || t < covered[c])
                continue;
              for (guint k = 0; k < n; k++)
                self->places[(gsize)(t + k) * n_classes + c]
                    = n == 1       ? PLACE_SINGLE
                      : k == 0     ? PLACE_BEGIN
                      : k == n - 1 ? PLACE_END
                                   : PLACE_INSIDE;
              covered[c] = t + n;
            }
        }
    }
}

/* A headline has three capitalised words and more, and twice as many as
 * lower-case ones of four letters and more. */
static void
find_headlines (ReadoutNameFeatures *self)
{
  self->headline = g_new0 (guint8, MAX (self->sentences->len, 1));

  for (guint s = 0; s < self->sentences->len; s++)
    {
      const ReadoutSentence *sentence
          = &g_array_index (self->sentences, ReadoutSentence, s);
      guint n_capital = 0;
      guint n_lower = 0;

      for (guint t = sentence->first; t < sentence->end; t++)
        {
          const ReadoutWordType *type = type_of (self, t);

          if (type->is_word && type->capital)
            n_capital++;
          else if (type->is_word && type->letters >= 4)
            n_lower++;
        }
      self->headline[s] = n_capital >= 3 && n_capital >= 2 * n_lower;
    }
}

/* For an acronym, the first run of capitalised words whose first letters spell
 * it, small words between them left out. */
static void
find_acronyms (ReadoutNameFeatures *self,
               const char          *utf8,
               GCancellable        *cancellable)
{
  g_autoptr (GHashTable) expansions
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  self->acronyms = g_new (guint32, MAX (self->types->len, 1));
  self->acronym_lengths = g_new0 (guint8, MAX (self->types->len, 1));
  for (guint i = 0; i < self->types->len; i++)
    self->acronyms[i] = NONE;

  for (guint s = 0; s < self->sentences->len; s++)
    {
      const ReadoutSentence *sentence
          = &g_array_index (self->sentences, ReadoutSentence, s);

      if (g_cancellable_is_cancelled (cancellable))
        return;

      for (guint t = sentence->first; t < sentence->end; t++)
        {
          char  initials[8];
          guint n = 0;

          if (!type_of (self, t)->capital)
            continue;
          for (guint k = t; k < sentence->end && n < 7; k++)
            {
              const ReadoutWordType *type = type_of (self, k);

              if (type->capital)
                initials[n++] = utf8[self->tokens[k].byte];
              else if (!type->is_word || type->letters > 3)
                break;
              if (type->capital && n >= 2)
                {
                  initials[n] = 0;
                  if (!g_hash_table_contains (expansions, initials))
                    g_hash_table_insert (
                        expansions,
                        g_strdup (initials),
                        GUINT_TO_POINTER (t * 16 + MIN (k - t, 15) + 1));
                }
            }
        }
    }

  for (guint t = 0; t < self->n_tokens; t++)
    {
      const ReadoutToken *token = &self->tokens[t];
      char                letters[8];
      guint               n = 0;
      gpointer            found;

      if (self->before[t] != NONE || !(token->flags & READOUT_TOKEN_ALL_CAPS)
          || token->n_bytes < 2 || token->n_bytes > 14)
        continue;
      for (guint k = 0; k < token->n_bytes && n < 7; k++)
        if (utf8[token->byte + k] != '.')
          letters[n++] = utf8[token->byte + k];
      letters[n] = 0;
      found = g_hash_table_lookup (expansions, letters);
      if (found != NULL)
        {
          self->acronyms[self->type[t]] = (GPOINTER_TO_UINT (found) - 1) / 16;
          self->acronym_lengths[self->type[t]]
              = (GPOINTER_TO_UINT (found) - 1) % 16 + 1;
        }
    }
}

/**
 * readout_name_features_new:
 * @text: the article
 * @tokens: (element-type ReadoutToken): its tokens
 * @sentences: (element-type ReadoutSentence): its sentences
 * @gazetteer: (nullable): lists
 * @cancellable: (nullable): looked at now and then
 *
 * All arguments must outlive the result.
 *
 * Returns: (transfer full) (nullable): the features of the document, or %NULL
 *   if cancelled
 */
ReadoutNameFeatures *
readout_name_features_new (ReadoutText            *text,
                           const GArray           *tokens,
                           const GArray           *sentences,
                           const ReadoutGazetteer *gazetteer,
                           GCancellable           *cancellable)
{
  g_autoptr (ReadoutNameFeatures) self = g_new0 (ReadoutNameFeatures, 1);
  const char *utf8 = readout_text_get_utf8 (text);

  self->sentences = sentences;
  self->gazetteer = gazetteer;
  self->n_tokens = tokens->len;
  self->tokens = (gconstpointer)tokens->data;
  self->types = g_array_new (FALSE, FALSE, sizeof (ReadoutWordType));
  self->type = g_new (guint32, MAX (tokens->len, 1));
  self->before = g_new (guint32, MAX (tokens->len, 1));
  self->after = g_new (guint32, MAX (tokens->len, 1));

  collect_types (self, utf8, cancellable);
  if (g_cancellable_is_cancelled (cancellable))
    return NULL;
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
 * readout_name_features_free:
 * @self: (transfer full): features
 */
void
readout_name_features_free (ReadoutNameFeatures *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->types);
  g_free (self->type);
  g_free (self->before);
  g_free (self->after);
  g_free (self->places);
  g_free (self->headline);
  g_free (self->acronyms);
  g_free (self->acronym_lengths);
  g_free (self);
}

static gboolean
same_sentence (const ReadoutNameFeatures *self,
               guint                      token,
               int                        offset,
               guint                     *other)
{
  gint64 at = (gint64)token + offset;

  if (at < 0 || at >= self->n_tokens
      || self->tokens[at].sentence != self->tokens[token].sentence)
    return FALSE;

  *other = at;
  return TRUE;
}

static gboolean
is_capital (const ReadoutNameFeatures *self, guint token)
{
  const ReadoutWordType *type = type_of (self, token);

  return type->capital && type->is_word;
}

static guint
add_lists (const ReadoutNameFeatures *self,
           guint                      token,
           guint64                    shape,
           guint64                   *out)
{
  guint n_classes = self->gazetteer != NULL ? self->gazetteer->n_classes : 0;
  const guint8 *places = self->places + (gsize)token * n_classes;
  guint64       all = 0;
  guint         n = 0;
  guint         other;

  for (guint c = 0; c < n_classes; c++)
    if (places[c] != PLACE_NONE)
      {
        guint64 value = c * 8 + places[c];

        out[n++] = feature (60, value);
        out[n++] = feature (61, pair (value, shape));
        all = pair (all, value);
      }
  if (all != 0)
    out[n++] = feature (62, all);
  else if (is_capital (self, token))
    out[n++] = feature (63, shape);

  for (int offset = -1; offset <= 1; offset += 2)
    if (same_sentence (self, token, offset, &other))
      for (guint c = 0; c < n_classes; c++)
        if (self->places[(gsize)other * n_classes + c] != PLACE_NONE)
          out[n++] = feature (
              65 + offset, c * 8 + self->places[(gsize)other * n_classes + c]);

  return n;
}

/* What stands around the other occurrences of the same word. */
static guint
add_document (const ReadoutNameFeatures *self, guint token, guint64 *out)
{
  const ReadoutWordType *type = type_of (self, token);
  guint n_classes = self->gazetteer != NULL ? self->gazetteer->n_classes : 0;
  guint n = 0;
  guint other;

  out[n++] = feature (80, type->seen_lower);
  out[n++] = feature (81, type->n_inside);
  out[n++] = feature (82, MIN (type->n_tokens, 3));

  for (guint way = 0; way < 2; way++)
    {
      const guint32 *chain = way == 0 ? self->before : self->after;
      guint32        at = chain[token];

      for (guint i = 0; i < MAX_NEIGHBOURS && at != NONE; i++, at = chain[at])
        {
          out[n++] = feature (83,
                              same_sentence (self, at, -1, &other)
                                  ? type_of (self, other)->lower
                                  : EDGE);
          out[n++] = feature (84,
                              same_sentence (self, at, 1, &other)
                                  ? type_of (self, other)->lower
                                  : EDGE);
          for (guint c = 0; c < n_classes; c++)
            {
              guint8 place = self->places[(gsize)at * n_classes + c];

              if (place != PLACE_NONE && place != PLACE_SINGLE)
                out[n++] = feature (85, c * 8 + place);
            }
        }
    }

  if (self->acronyms[self->type[token]] != NONE)
    {
      guint first = self->acronyms[self->type[token]];
      guint last = first + self->acronym_lengths[self->type[token]] - 1;

      out[n++] = feature (86, type_of (self, first)->lower);
      out[n++] = feature (87, type_of (self, last)->lower);
    }

  return n;
}

/* The run of capitalised words that the token is in. */
static guint
add_run (const ReadoutNameFeatures *self, guint token, guint64 *out)
{
  guint first = token;
  guint last = token;
  guint other;
  guint n = 0;

  while (token - first < 4 && same_sentence (self, first, -1, &other)
         && is_capital (self, other))
    first = other;
  while (last - token < 4 && same_sentence (self, last, 1, &other)
         && is_capital (self, other))
    last = other;

  out[n++] = feature (45, (token - first) * 8 + (last - token));
  out[n++] = feature (46, type_of (self, first)->lower);
  out[n++] = feature (47, type_of (self, last)->lower);
  out[n++] = feature (48,
                      same_sentence (self, first, -1, &other)
                          ? type_of (self, other)->lower
                          : EDGE);
  out[n++] = feature (49,
                      same_sentence (self, last, 1, &other)
                          ? type_of (self, other)->lower
                          : EDGE);

  return n;
}

/**
 * readout_name_features_first:
 * @self: features of a document
 * @token: index of a token
 * @out: (out caller-allocates): READOUT_NAME_FEATURES_MAX hashes
 *
 * Returns: how many features the token has in both passes
 */
guint
readout_name_features_first (const ReadoutNameFeatures *self,
                             guint                      token,
                             guint64                   *out)
{
  static const ReadoutWordType nothing
      = { .lower = EDGE, .shape = EDGE, .word = EDGE };
  const ReadoutWordType *around[5];
  const ReadoutWordType *type;
  guint64                l[5];
  guint64                s[5];
  guint                  n = 0;
  guint                  other;
  gboolean               first;

  for (int i = -2; i <= 2; i++)
    {
      around[i + 2] = same_sentence (self, token, i, &other)
                          ? type_of (self, other)
                          : &nothing;
      l[i + 2] = around[i + 2]->lower;
      s[i + 2] = around[i + 2]->shape;
    }
  type = around[2];
  first = (self->tokens[token].flags & READOUT_TOKEN_FIRST) != 0;

  /* 1: words. */
  for (guint i = 0; i < 5; i++)
    out[n++] = feature (1 + i, l[i]);
  out[n++] = feature (6, type->word);
  out[n++] = feature (7, pair (l[1], l[2]));
  out[n++] = feature (8, pair (l[2], l[3]));
  out[n++] = feature (9, pair (l[0], l[1]));
  out[n++] = feature (10, pair (l[3], l[4]));
  out[n++] = feature (11, pair (l[1], l[3]));

  /* 2: shapes. */
  for (guint i = 0; i < 5; i++)
    out[n++] = feature (12 + i, s[i]);
  out[n++] = feature (17, type->full_shape);
  out[n++] = feature (18, pair (s[1], s[2]));
  out[n++] = feature (19, pair (s[2], s[3]));
  out[n++] = feature (20, pair (pair (s[1], s[2]), s[3]));
  out[n++]
      = feature (21, pair (pair (pair (s[0], s[1]), pair (s[2], s[3])), s[4]));
  out[n++] = feature (22, pair (s[2], l[3]));
  out[n++] = feature (23, pair (s[2], l[1]));

  /* 3: prefixes and suffixes. */
  for (guint i = 0; i < type->n_affixes; i++)
    {
      out[n++] = feature (24 + i, type->prefixes[i]);
      out[n++] = feature (28 + i, type->suffixes[i]);
    }
  for (guint i = 1; i <= 2; i++)
    {
      if (around[1]->n_affixes > i)
        out[n++] = feature (31 + i, around[1]->suffixes[i]);
      if (around[3]->n_affixes > i)
        out[n++] = feature (33 + i, around[3]->suffixes[i]);
    }
  if (type->n_affixes > 2)
    out[n++] = feature (36, pair (type->suffixes[2], s[2]));

  /* 4: the sentence and the run. */
  if (first)
    {
      out[n++] = feature (40, s[2]);
      out[n++] = feature (41, pair (s[2], s[3]));
    }
  if (self->headline[self->tokens[token].sentence])
    out[n++] = feature (42, s[2]);
  if (self->tokens[token].flags & READOUT_TOKEN_LINE)
    out[n++] = feature (43, s[2]);
  if (is_capital (self, token))
    n += add_run (self, token, out + n);

  /* 5: lists. */
  n += add_lists (self, token, s[2], out + n);

  /* 6 and 7: dictionary and WordNet. */
  if (self->gazetteer != NULL)
    {
      out[n++] = feature (70, pair (type->use, s[2]));
      out[n++] = feature (71, pair (type->use, first));
      out[n++] = feature (72, around[1]->use);
      out[n++] = feature (73, around[3]->use);
      for (guint i = 0; i < 5; i++)
        if (around[i]->meaning != 0)
          out[n++] = feature (74 + i, around[i]->meaning);
      out[n++] = feature (79, around[1]->meaning * 64 + type->meaning);
      out[n++] = feature (59, type->meaning * 64 + around[3]->meaning);
    }

  /* 8: the document. */
  if (is_capital (self, token))
    n += add_document (self, token, out + n);

  return n;
}

/* Labels are numbered 0 for outside, then for each class four: begin, inside,
 * end, single. */
static guint
class_of (guint8 label)
{
  return label == 0 ? 0 : (label - 1) / 4 + 1;
}

/**
 * readout_name_features_has_second:
 * @self: features of a document
 * @token: index of a token
 *
 * Returns: whether the second pass adds features to the token
 */
gboolean
readout_name_features_has_second (const ReadoutNameFeatures *self, guint token)
{
  return is_capital (self, token);
}

/**
 * readout_name_features_second:
 * @self: features of a document
 * @token: index of a token
 * @labels: (array): the first pass's label of each token of the document
 * @out: (out caller-allocates): READOUT_NAME_FEATURES_MAX hashes
 *
 * Returns: how many features the token has in the second pass only
 */
guint
readout_name_features_second (const ReadoutNameFeatures *self,
                              guint                      token,
                              const guint8              *labels,
                              guint64                   *out)
{
  guint    votes[64] = { 0 };
  guint    total = 0;
  guint    best = 0;
  guint    best_name = 0;
  guint    n = 0;
  guint    other;
  guint    mine;
  guint64  shape;
  gboolean has_next;
  gboolean has_previous;
  guint    next = 0;
  guint    previous = 0;

  if (!is_capital (self, token))
    return 0;

  shape = type_of (self, token)->shape;
  has_next = same_sentence (self, token, 1, &next);
  has_previous = same_sentence (self, token, -1, &previous);

  for (guint way = 0; way < 2; way++)
    {
      const guint32 *chain = way == 0 ? self->before : self->after;
      guint32        at = chain[token];

      for (guint i = 0; i < MAX_VOTES && at != NONE; i++, at = chain[at])
        {
          votes[class_of (labels[at]) & 63]++;
          total++;
          if (i < 2)
            out[n++] = feature (100 + way * 2 + i, labels[at]);
          if (i < 4 && has_next && same_sentence (self, at, 1, &other)
              && self->type[other] == self->type[next])
            out[n++] = feature (104, labels[at] * 256 + labels[other]);
          if (i < 4 && has_previous && same_sentence (self, at, -1, &other)
              && self->type[other] == self->type[previous])
            out[n++] = feature (105, labels[other] * 256 + labels[at]);
        }
    }

  if (total == 0)
    out[n++] = feature (106, shape);
  else
    {
      for (guint c = 1; c < G_N_ELEMENTS (votes); c++)
        {
          if (votes[c] > votes[best])
            best = c;
          if (votes[c] > 0 && (best_name == 0 || votes[c] > votes[best_name]))
            best_name = c;
        }
      out[n++] = feature (107, best);
      out[n++] = feature (108, best * 8 + votes[best] * 4 / total);
      out[n++] = feature (109, best * 8 + MIN (total, 4));
      out[n++] = feature (110, best_name);
      for (guint c = 0; c < G_N_ELEMENTS (votes); c++)
        if (votes[c] > 0)
          out[n++] = feature (111, pair (c, shape));
    }

  mine = self->type[token];
  if (self->acronyms[mine] != NONE)
    out[n++] = feature (112, class_of (labels[self->acronyms[mine]]));

  return n;
}
