/* features.c: what the mention tagger looks at
 *
 * Nine groups of templates: words, shapes, prefixes and suffixes, the sentence
 * and the run of capitals, lists, a dictionary, WordNet's classes, the other
 * occurrences of the same word in the document (Chieu and Ng 2003), and, in the
 * second pass only, the labels that the first pass gave to those (Krishnan and
 * Manning 2006).  The ninth group must not hold the token's own label or its
 * neighbours': with them it gains half as much.
 *
 * What looks at a window of words is in tables; what walks a run, a list or the
 * occurrences of a word is code.  The order of features is part of a trained
 * model: a new one goes to the end of its group and takes a free number.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tagger/names/features.h"

#include "tagger/crf/bioes.h"
#include "tagger/crf/template.h"
#include "tagger/names/document.h"

#define MAX_NEIGHBOURS 3
#define MAX_VOTES 20
/* How far a run of capitals is followed to each side. */
#define MAX_RUN 4
#define NONE READOUT_NAME_NONE
#define EDGE READOUT_HASH_EDGE

struct _ReadoutNameFeatures
{
  ReadoutNameDocument *document;
};

/* The rows of the templates: two words to each side of the token, and what the
 * token itself has. */
enum
{
  ROW_MIDDLE = 2,
  ROW_TOKEN = 5,
  N_ROWS
};

typedef struct
{
  guint64 first; /* Whether it is the first word of its sentence. */
} TokenRow;

#define WORD(offset, member)                                                   \
  READOUT_CELL (ROW_MIDDLE + (offset), ReadoutWordType, member)
#define TOKEN(member) READOUT_CELL (ROW_TOKEN, TokenRow, member)

static const ReadoutTemplate word_templates[] = {
  /* 1: words. */
  TEMPLATE (1, ONE (WORD (-2, plain))),
  TEMPLATE (2, ONE (WORD (-1, plain))),
  TEMPLATE (3, ONE (WORD (0, plain))),
  TEMPLATE (4, ONE (WORD (1, plain))),
  TEMPLATE (5, ONE (WORD (2, plain))),
  TEMPLATE (6, ONE (WORD (0, written))),
  TEMPLATE (7, ONE (WORD (-1, plain)), AND (WORD (0, plain))),
  TEMPLATE (8, ONE (WORD (0, plain)), AND (WORD (1, plain))),
  TEMPLATE (9, ONE (WORD (-2, plain)), AND (WORD (-1, plain))),
  TEMPLATE (10, ONE (WORD (1, plain)), AND (WORD (2, plain))),
  TEMPLATE (11, ONE (WORD (-1, plain)), AND (WORD (1, plain))),

  /* 2: shapes. */
  TEMPLATE (12, ONE (WORD (-2, shape))),
  TEMPLATE (13, ONE (WORD (-1, shape))),
  TEMPLATE (14, ONE (WORD (0, shape))),
  TEMPLATE (15, ONE (WORD (1, shape))),
  TEMPLATE (16, ONE (WORD (2, shape))),
  TEMPLATE (17, ONE (WORD (0, full_shape))),
  TEMPLATE (18, ONE (WORD (-1, shape)), AND (WORD (0, shape))),
  TEMPLATE (19, ONE (WORD (0, shape)), AND (WORD (1, shape))),
  TEMPLATE (
      20, ONE (WORD (-1, shape)), AND (WORD (0, shape)), AND (WORD (1, shape))),
  TEMPLATE (21,
            ONE (WORD (-2, shape)),
            AND (WORD (-1, shape)),
            OPEN (WORD (0, shape)),
            CLOSE (WORD (1, shape)),
            AND (WORD (2, shape))),
  TEMPLATE (22, ONE (WORD (0, shape)), AND (WORD (1, plain))),
  TEMPLATE (23, ONE (WORD (0, shape)), AND (WORD (-1, plain))),
};

/* 4: the first word of a sentence. */
static const ReadoutTemplate first_templates[] = {
  TEMPLATE (40, ONE (WORD (0, shape))),
  TEMPLATE (41, ONE (WORD (0, shape)), AND (WORD (1, shape))),
};

/* 6: a dictionary. */
static const ReadoutTemplate use_templates[] = {
  TEMPLATE (70, ONE (WORD (0, use)), AND (WORD (0, shape))),
  TEMPLATE (71, ONE (WORD (0, use)), AND (TOKEN (first))),
  TEMPLATE (72, ONE (WORD (-1, use))),
  TEMPLATE (73, ONE (WORD (1, use))),
};

/* 7: WordNet; 74 to 78 are only for words that it knows. */
static const ReadoutTemplate meaning_templates[] = {
  TEMPLATE (79, ONE (WORD (-1, meaning)), BITS (6, WORD (0, meaning))),
  TEMPLATE (59, ONE (WORD (0, meaning)), BITS (6, WORD (1, meaning))),
};

#define ADD_TABLE(table)                                                       \
  n += readout_templates_add (table, G_N_ELEMENTS (table), 0, rows, out + n)

static guint64
feature (guint template_number, guint64 value)
{
  return readout_hash_feature (template_number, value);
}

static guint64
pair (guint64 a, guint64 b)
{
  return readout_hash_combine (a, b);
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

  self->document = readout_name_document_new (
      text, tokens, sentences, gazetteer, cancellable);

  return self->document != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * readout_name_features_free:
 * @self: (transfer full): features
 */
void
readout_name_features_free (ReadoutNameFeatures *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->document, readout_name_document_free);
  g_free (self);
}

static gboolean
same_sentence (const ReadoutNameDocument *self,
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

/* The word beside a token, in lower case. */
static guint64
plain_beside (const ReadoutNameDocument *self, guint token, int offset)
{
  guint other;

  return same_sentence (self, token, offset, &other)
             ? readout_name_document_get_form (self, other)->plain
             : EDGE;
}

static gboolean
is_capital (const ReadoutNameDocument *self, guint token)
{
  const ReadoutWordType *form = readout_name_document_get_form (self, token);

  return form->capital && form->is_word;
}

/* 3: prefixes and suffixes. */
static guint
add_affixes (const ReadoutWordType *const *around, guint64 *out)
{
  const ReadoutWordType *before = around[ROW_MIDDLE - 1];
  const ReadoutWordType *word = around[ROW_MIDDLE];
  const ReadoutWordType *after = around[ROW_MIDDLE + 1];
  guint                  n = 0;

  for (guint i = 0; i < word->n_affixes; i++)
    {
      out[n++] = feature (24 + i, word->prefixes[i]);
      out[n++] = feature (28 + i, word->suffixes[i]);
    }
  for (guint i = 1; i <= 2; i++)
    {
      if (before->n_affixes > i)
        out[n++] = feature (31 + i, before->suffixes[i]);
      if (after->n_affixes > i)
        out[n++] = feature (33 + i, after->suffixes[i]);
    }
  if (word->n_affixes > 2)
    out[n++] = feature (36, pair (word->suffixes[2], word->shape));

  return n;
}

/* 4: the run of capitalised words that the token is in. */
static guint
add_run (const ReadoutNameDocument *self, guint token, guint64 *out)
{
  guint first = token;
  guint last = token;
  guint other;
  guint n = 0;

  while (token - first < MAX_RUN && same_sentence (self, first, -1, &other)
         && is_capital (self, other))
    first = other;
  while (last - token < MAX_RUN && same_sentence (self, last, 1, &other)
         && is_capital (self, other))
    last = other;

  out[n++] = feature (45, (token - first) * 8 + (last - token));
  out[n++] = feature (46, plain_beside (self, first, 0));
  out[n++] = feature (47, plain_beside (self, last, 0));
  out[n++] = feature (48, plain_beside (self, first, -1));
  out[n++] = feature (49, plain_beside (self, last, 1));

  return n;
}

/* 5: lists. */
static guint
add_lists (const ReadoutNameDocument *self,
           guint                      token,
           guint64                    shape,
           guint64                   *out)
{
  guint         n_classes = self->n_classes;
  const guint8 *places = self->places + (gsize)token * n_classes;
  guint64       all = 0;
  guint         n = 0;
  guint         other;

  for (guint c = 0; c < n_classes; c++)
    if (places[c] != READOUT_PLACE_NONE)
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
      {
        places = self->places + (gsize)other * n_classes;
        for (guint c = 0; c < n_classes; c++)
          if (places[c] != READOUT_PLACE_NONE)
            out[n++] = feature (65 + offset, c * 8 + places[c]);
      }

  return n;
}

/* 8: what stands around the other occurrences of the same word. */
static guint
add_document (const ReadoutNameDocument *self, guint token, guint64 *out)
{
  const ReadoutNameWord *word = readout_name_document_get_word (self, token);
  guint                  n = 0;

  out[n++] = feature (80, word->seen_lower);
  out[n++] = feature (81, word->n_inside);
  out[n++] = feature (82, MIN (word->n_tokens, 3));

  for (guint way = 0; way < 2; way++)
    {
      const guint32 *chain = way == 0 ? self->before : self->after;
      guint32        at = chain[token];

      for (guint i = 0; i < MAX_NEIGHBOURS && at != NONE; i++, at = chain[at])
        {
          const guint8 *places = self->places + (gsize)at * self->n_classes;

          out[n++] = feature (83, plain_beside (self, at, -1));
          out[n++] = feature (84, plain_beside (self, at, 1));
          for (guint c = 0; c < self->n_classes; c++)
            if (places[c] != READOUT_PLACE_NONE
                && places[c] != READOUT_PLACE_SINGLE)
              out[n++] = feature (85, c * 8 + places[c]);
        }
    }

  if (word->acronym != NONE)
    {
      guint last = word->acronym + word->acronym_length - 1;

      out[n++] = feature (86, plain_beside (self, word->acronym, 0));
      out[n++] = feature (87, plain_beside (self, last, 0));
    }

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
      = { .plain = EDGE, .shape = EDGE, .written = EDGE };
  const ReadoutNameDocument *document = self->document;
  const ReadoutToken        *mine = &document->tokens[token];
  const ReadoutWordType     *around[ROW_TOKEN];
  const ReadoutWordType     *word;
  TokenRow                   row = { (mine->flags & READOUT_TOKEN_FIRST) != 0 };
  const guint64 *rows[N_ROWS] = { [ROW_TOKEN] = (gconstpointer)&row };
  guint          n = 0;
  guint          other;

  for (int i = 0; i < ROW_TOKEN; i++)
    {
      around[i] = same_sentence (document, token, i - ROW_MIDDLE, &other)
                      ? readout_name_document_get_form (document, other)
                      : &nothing;
      rows[i] = (gconstpointer)around[i];
    }
  word = around[ROW_MIDDLE];

  ADD_TABLE (word_templates);
  n += add_affixes (around, out + n);
  if (row.first)
    ADD_TABLE (first_templates);
  if (document->headlines[mine->sentence])
    out[n++] = feature (42, word->shape);
  if (mine->flags & READOUT_TOKEN_LINE)
    out[n++] = feature (43, word->shape);
  if (is_capital (document, token))
    n += add_run (document, token, out + n);
  n += add_lists (document, token, word->shape, out + n);
  if (document->gazetteer != NULL)
    {
      ADD_TABLE (use_templates);
      for (guint i = 0; i < ROW_TOKEN; i++)
        if (around[i]->meaning != 0)
          out[n++] = feature (74 + i, around[i]->meaning);
      ADD_TABLE (meaning_templates);
    }
  if (is_capital (document, token))
    n += add_document (document, token, out + n);

  return n;
}

/* What the first pass called the other occurrences of a word: a count of each
 * class, 0 for no name. */
typedef struct
{
  guint counts[64];
  guint total;
} Votes;

static guint
class_of (guint8 label)
{
  return label == READOUT_BIOES_OUTSIDE ? 0 : readout_bioes_class (label) + 1;
}

/* Whether the words beside two tokens are the same; @other is the one beside
 * the second. */
static gboolean
same_beside (const ReadoutNameDocument *self,
             guint                      token,
             guint                      at,
             int                        offset,
             guint                     *other)
{
  guint mine;

  return same_sentence (self, token, offset, &mine)
         && same_sentence (self, at, offset, other)
         && self->word[*other] == self->word[mine];
}

/* 9: the labels of the other occurrences, nearest first, and of the words
 * beside them where those are the same as beside the token. */
static guint
add_occurrences (const ReadoutNameDocument *self,
                 guint                      token,
                 const guint8              *labels,
                 Votes                     *votes,
                 guint64                   *out)
{
  guint n = 0;
  guint other;

  for (guint way = 0; way < 2; way++)
    {
      const guint32 *chain = way == 0 ? self->before : self->after;
      guint32        at = chain[token];

      for (guint i = 0; i < MAX_VOTES && at != NONE; i++, at = chain[at])
        {
          votes->counts[class_of (labels[at]) & 63]++;
          votes->total++;
          if (i < 2)
            out[n++] = feature (100 + way * 2 + i, labels[at]);
          if (i < 4 && same_beside (self, token, at, 1, &other))
            out[n++] = feature (104, labels[at] * 256 + labels[other]);
          if (i < 4 && same_beside (self, token, at, -1, &other))
            out[n++] = feature (105, labels[other] * 256 + labels[at]);
        }
    }

  return n;
}

/* 9: what most of the other occurrences are. */
static guint
add_votes (const Votes *votes, guint64 shape, guint64 *out)
{
  const guint *counts = votes->counts;
  guint        best = 0;
  guint        best_name = 0;
  guint        n = 0;

  if (votes->total == 0)
    {
      out[n++] = feature (106, shape);
      return n;
    }

  for (guint c = 1; c < G_N_ELEMENTS (votes->counts); c++)
    {
      if (counts[c] > counts[best])
        best = c;
      if (counts[c] > 0 && (best_name == 0 || counts[c] > counts[best_name]))
        best_name = c;
    }
  out[n++] = feature (107, best);
  out[n++] = feature (108, best * 8 + counts[best] * 4 / votes->total);
  out[n++] = feature (109, best * 8 + MIN (votes->total, 4));
  out[n++] = feature (110, best_name);
  for (guint c = 0; c < G_N_ELEMENTS (votes->counts); c++)
    if (counts[c] > 0)
      out[n++] = feature (111, pair (c, shape));

  return n;
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
  const ReadoutNameDocument *document = self->document;
  const ReadoutNameWord     *word
      = readout_name_document_get_word (document, token);
  Votes votes = { 0 };
  guint n = 0;

  if (!is_capital (document, token))
    return 0;

  n += add_occurrences (document, token, labels, &votes, out);
  n += add_votes (&votes, word->form->shape, out + n);
  if (word->acronym != NONE)
    out[n++] = feature (112, class_of (labels[word->acronym]));

  return n;
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
  return is_capital (self->document, token);
}
