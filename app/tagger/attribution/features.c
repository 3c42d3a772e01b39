/* features.c: what the attribution tagger looks at
 *
 * Words, stems, shapes, parts of speech that a dictionary allows, the state of
 * the quotation marks, how often a verb is a cue, and where the nearest such
 * verb stands.  In the second stage the cues that the first one found take the
 * place of the verbs, and its labels are features of their own.  Templates
 * after Newell, Margolin and Ruths (LREC 2018) and Pareti (2015), without a
 * parser.
 *
 * The order of features is part of a trained model: a new one goes to the end
 * of its table and takes a free number.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tagger/attribution/features.h"

#include <string.h>

#include "tagger/attribution/document.h"
#include "tagger/attribution/segments.h"
#include "tagger/crf/template.h"

#define NONE READOUT_UNIT_NONE
#define EDGE READOUT_HASH_EDGE
/* Its templates count from here; those of the anchors to the left and to the
 * right are the same but for their numbers. */
#define BASE 1000
#define BASE_LEFT (BASE + 100)
#define BASE_RIGHT (BASE + 120)
/* Stands for a sentence or a token that is not there. */
#define NO_SUCH 99

struct _ReadoutAttributionFeatures
{
  ReadoutAttributionDocument *document;
};

/* The rows of the templates: the words and the units of three tokens to each
 * side, what is known of the sentence, and one of the anchors. */
enum
{
  N_WINDOW = 7,
  ROW_WORD = 3,
  ROW_UNIT = N_WINDOW + 3,
  ROW_SENTENCE = 2 * N_WINDOW,
  ROW_ANCHOR,
  N_ROWS
};

typedef struct
{
  guint64 to_start; /* Buckets of distances. */
  guint64 to_end;
  guint64 kind; /* Bits. */
  guint64 best;
  guint64 before; /* The sentences beside it in the paragraph. */
  guint64 after;
  guint64 kind_best;
  guint64 n_anchors; /* Before and after the token. */
  guint64 place;     /* In the paragraph, and that in the article. */
  guint64 tail;      /* And the number of anchors after the token. */
} SentenceRow;

typedef struct
{
  guint64 where; /* Distance and commas between. */
  guint64 distance;
  guint64 commas;
  guint64 words; /* Bits of the function words between. */
  guint64 state; /* Of the token, and the distance. */
  guint64 stem;
  guint64 next_lower;
  guint64 next_speech;
  guint64 speech_before;
  guint64 class_before;
} AnchorRow;

#define WORD(offset, member)                                                   \
  READOUT_CELL (ROW_WORD + (offset), ReadoutWordType, member)
#define UNIT(offset, member)                                                   \
  READOUT_CELL (ROW_UNIT + (offset), ReadoutUnit, member)
#define LINE(member) READOUT_CELL (ROW_SENTENCE, SentenceRow, member)
#define ANCHOR(member) READOUT_CELL (ROW_ANCHOR, AnchorRow, member)

static const ReadoutTemplate window_templates[] = {
  TEMPLATE (1, ONE (WORD (-3, lower))),
  TEMPLATE (8, ONE (UNIT (-3, speech))),
  TEMPLATE (2, ONE (WORD (-2, lower))),
  TEMPLATE (9, ONE (UNIT (-2, speech))),
  TEMPLATE (3, ONE (WORD (-1, lower))),
  TEMPLATE (10, ONE (UNIT (-1, speech))),
  TEMPLATE (4, ONE (WORD (0, lower))),
  TEMPLATE (11, ONE (UNIT (0, speech))),
  TEMPLATE (5, ONE (WORD (1, lower))),
  TEMPLATE (12, ONE (UNIT (1, speech))),
  TEMPLATE (6, ONE (WORD (2, lower))),
  TEMPLATE (13, ONE (UNIT (2, speech))),
  TEMPLATE (7, ONE (WORD (3, lower))),
  TEMPLATE (14, ONE (UNIT (3, speech))),
  TEMPLATE (15, ONE (WORD (-2, lower)), AND (WORD (-1, lower))),
  TEMPLATE (16, ONE (WORD (-1, lower)), AND (WORD (0, lower))),
  TEMPLATE (17, ONE (WORD (0, lower)), AND (WORD (1, lower))),
  TEMPLATE (18, ONE (WORD (1, lower)), AND (WORD (2, lower))),
  TEMPLATE (19, ONE (WORD (-1, stem))),
  TEMPLATE (22, ONE (WORD (-1, ascii_shape))),
  TEMPLATE (20, ONE (WORD (0, stem))),
  TEMPLATE (23, ONE (WORD (0, ascii_shape))),
  TEMPLATE (21, ONE (WORD (1, stem))),
  TEMPLATE (24, ONE (WORD (1, ascii_shape))),
  TEMPLATE (25, ONE (WORD (0, last_two))),
  TEMPLATE (26, ONE (WORD (0, last_three))),
  TEMPLATE (27, ONE (UNIT (-2, speech)), AND (UNIT (-1, speech))),
  TEMPLATE (28, ONE (UNIT (-1, speech)), AND (UNIT (0, speech))),
  TEMPLATE (29, ONE (UNIT (0, speech)), AND (UNIT (1, speech))),
  TEMPLATE (30, ONE (UNIT (1, speech)), AND (UNIT (2, speech))),
  TEMPLATE (31,
            ONE (UNIT (-2, speech)),
            AND (UNIT (-1, speech)),
            AND (UNIT (0, speech))),
  TEMPLATE (32,
            ONE (UNIT (-1, speech)),
            AND (UNIT (0, speech)),
            AND (UNIT (1, speech))),
  TEMPLATE (33,
            ONE (UNIT (0, speech)),
            AND (UNIT (1, speech)),
            AND (UNIT (2, speech))),
  TEMPLATE (34,
            ONE (UNIT (-2, speech)),
            AND (UNIT (-1, speech)),
            OPEN (UNIT (0, speech)),
            CLOSE (UNIT (1, speech))),
  TEMPLATE (35,
            ONE (UNIT (-1, speech)),
            AND (UNIT (0, speech)),
            OPEN (UNIT (1, speech)),
            CLOSE (UNIT (2, speech))),
  TEMPLATE (36, ONE (WORD (0, lower)), AND (UNIT (1, speech))),
  TEMPLATE (37, ONE (UNIT (-1, speech)), AND (WORD (0, lower))),
  TEMPLATE (38, ONE (WORD (-1, lower)), AND (UNIT (0, speech))),
  TEMPLATE (39, ONE (UNIT (0, speech)), AND (WORD (1, lower))),
  TEMPLATE (40, ONE (UNIT (-2, word_class))),
  TEMPLATE (45, ONE (UNIT (-2, bucket))),
  TEMPLATE (41, ONE (UNIT (-1, word_class))),
  TEMPLATE (46, ONE (UNIT (-1, bucket))),
  TEMPLATE (42, ONE (UNIT (0, word_class))),
  TEMPLATE (47, ONE (UNIT (0, bucket))),
  TEMPLATE (43, ONE (UNIT (1, word_class))),
  TEMPLATE (48, ONE (UNIT (1, bucket))),
  TEMPLATE (44, ONE (UNIT (2, word_class))),
  TEMPLATE (49, ONE (UNIT (2, bucket))),
  TEMPLATE (50,
            ONE (UNIT (-1, word_class)),
            BITS (4, UNIT (0, word_class)),
            AND (UNIT (1, word_class))),
  TEMPLATE (51,
            ONE (UNIT (-1, bucket)),
            BITS (3, UNIT (0, bucket)),
            AND (UNIT (1, bucket))),
  TEMPLATE (52, ONE (UNIT (0, bucket)), AND (UNIT (0, speech))),
  TEMPLATE (53, ONE (UNIT (0, bucket)), AND (UNIT (1, speech))),
  TEMPLATE (54, ONE (UNIT (0, bucket)), AND (UNIT (-1, speech))),

  /* Quotation marks. */
  TEMPLATE (60, ONE (UNIT (0, state))),
  TEMPLATE (61,
            ONE (UNIT (-1, state)),
            BITS (2, UNIT (0, state)),
            BITS (2, UNIT (1, state))),
  TEMPLATE (62, ONE (UNIT (0, state)), AND (WORD (0, lower))),
  TEMPLATE (63, ONE (UNIT (0, state)), AND (UNIT (0, word_class))),
  TEMPLATE (64, ONE (UNIT (0, state)), AND (UNIT (0, bucket))),
};

/* Within a quotation. */
static const ReadoutTemplate quoted_templates[] = {
  TEMPLATE (65, ONE (UNIT (0, quotation))),
  TEMPLATE (66, ONE (UNIT (0, quotation)), AND (UNIT (0, state))),
};

/* Behind a closing mark. */
static const ReadoutTemplate closed_templates[] = {
  TEMPLATE (67, ONE (UNIT (-1, quotation)), AND (UNIT (0, word_class))),
};

/* Before an opening mark. */
static const ReadoutTemplate opened_templates[] = {
  TEMPLATE (68, ONE (UNIT (1, quotation)), AND (WORD (0, lower))),
};

static const ReadoutTemplate sentence_templates[] = {
  TEMPLATE (70, ONE (LINE (to_start))),
  TEMPLATE (71, ONE (LINE (to_end))),
  TEMPLATE (72, ONE (LINE (kind)), AND (UNIT (0, state))),
  TEMPLATE (73, ONE (LINE (best))),
  TEMPLATE (
      74, ONE (LINE (best)), BITS (4, LINE (kind)), AND (UNIT (0, word_class))),
  TEMPLATE (75, ONE (LINE (before)), AND (UNIT (0, state))),
  TEMPLATE (76, ONE (LINE (after)), AND (UNIT (0, state))),
  TEMPLATE (
      77, ONE (LINE (before)), AND (LINE (kind_best)), AND (UNIT (0, state))),
  TEMPLATE (78, ONE (LINE (to_start)), AND (UNIT (0, speech))),
  TEMPLATE (79, ONE (LINE (n_anchors)), AND (UNIT (0, state))),
  TEMPLATE (80, ONE (LINE (n_anchors)), AND (UNIT (0, word_class))),
};

static const ReadoutTemplate headline_templates[] = {
  TEMPLATE (81, ONE (UNIT (0, word_class))),
};

static const ReadoutTemplate place_templates[] = {
  TEMPLATE (82, ONE (LINE (place))),
  TEMPLATE (83,
            ONE (LINE (tail)),
            OPEN (UNIT (0, is_comma)),
            CLOSE (UNIT (-1, is_comma))),
};

static const ReadoutTemplate anchor_templates[] = {
  TEMPLATE (0, ONE (ANCHOR (where))),
  TEMPLATE (2, ONE (ANCHOR (where)), AND (UNIT (0, speech))),
  TEMPLATE (3, ONE (ANCHOR (where)), AND (UNIT (0, state))),
  TEMPLATE (4, ONE (ANCHOR (stem))),
  TEMPLATE (5, ONE (ANCHOR (stem)), AND (UNIT (0, speech))),
  TEMPLATE (6, ONE (ANCHOR (stem)), AND (UNIT (0, word_class))),
  TEMPLATE (7, ONE (ANCHOR (stem)), AND (ANCHOR (state))),
  TEMPLATE (8, ONE (ANCHOR (words)), AND (ANCHOR (distance))),
  TEMPLATE (9,
            ONE (ANCHOR (words)),
            BITS (2, ANCHOR (commas)),
            AND (UNIT (0, state))),
  TEMPLATE (10, ONE (WORD (0, lower)), AND (ANCHOR (distance))),
  TEMPLATE (11, ONE (ANCHOR (stem)), AND (ANCHOR (next_lower))),
  TEMPLATE (12, ONE (ANCHOR (speech_before))),
  TEMPLATE (13, ONE (ANCHOR (next_speech)), AND (ANCHOR (where))),
  TEMPLATE (14,
            ONE (ANCHOR (class_before)),
            OPEN (ANCHOR (commas)),
            CLOSE (UNIT (0, word_class))),
};

/* Where there is no anchor; 0 is the edge. */
static const ReadoutTemplate no_anchor_templates[] = {
  TEMPLATE (0, ONE (ANCHOR (where))),
  TEMPLATE (1, ONE (UNIT (0, state))),
};

/* The second stage. */
static const ReadoutTemplate label_templates[] = {
  TEMPLATE (140, ONE (UNIT (-2, label))),
  TEMPLATE (141, ONE (UNIT (-1, label))),
  TEMPLATE (142, ONE (UNIT (0, label))),
  TEMPLATE (143, ONE (UNIT (1, label))),
  TEMPLATE (144, ONE (UNIT (2, label))),
  TEMPLATE (145, ONE (UNIT (0, label)), AND (WORD (0, lower))),
  TEMPLATE (146, ONE (UNIT (0, label)), AND (UNIT (0, speech))),
  TEMPLATE (147, ONE (UNIT (-1, label)), BITS (8, UNIT (0, label))),
  TEMPLATE (148, ONE (UNIT (0, label)), BITS (8, UNIT (1, label))),
  TEMPLATE (149,
            ONE (UNIT (-1, label)),
            BITS (8, UNIT (0, label)),
            BITS (8, UNIT (1, label))),
  TEMPLATE (150, ONE (UNIT (0, label)), AND (UNIT (0, state))),
  TEMPLATE (151,
            ONE (UNIT (0, label)),
            OPEN (UNIT (-1, label)),
            CLOSE (WORD (0, lower))),
  TEMPLATE (152,
            ONE (UNIT (0, label)),
            OPEN (UNIT (1, label)),
            CLOSE (WORD (1, lower))),
  TEMPLATE (153, ONE (UNIT (-2, label)), BITS (8, UNIT (2, label))),
};

#define ADD(table, base)                                                       \
  n += readout_templates_add (table, G_N_ELEMENTS (table), base, rows, out + n)

/**
 * readout_attribution_features_new:
 * @vocabulary: the forms of the article, looked up in the lists of the model
 * @tokens: (element-type ReadoutToken): its tokens
 * @sentences: (element-type ReadoutSentence): its sentences
 * @paragraphs: (element-type ReadoutParagraph): its paragraphs
 * @quotations: (element-type ReadoutQuotation): its quotations
 * @speech_tags: (nullable) (array): a #ReadoutSpeechTag for each token; without
 *   them what the dictionary allows takes their place
 * @cancellable: (nullable): looked at now and then
 *
 * All arguments but the last two must outlive the result.
 *
 * Returns: (transfer full) (nullable): the features of the document, or %NULL
 *   if cancelled
 */
ReadoutAttributionFeatures *
readout_attribution_features_new (const ReadoutVocabulary *vocabulary,
                                  const GArray            *tokens,
                                  const GArray            *sentences,
                                  const GArray            *paragraphs,
                                  const GArray            *quotations,
                                  const guint8            *speech_tags,
                                  GCancellable            *cancellable)
{
  g_autoptr (ReadoutAttributionFeatures) self
      = g_new0 (ReadoutAttributionFeatures, 1);

  self->document = readout_attribution_document_new (vocabulary,
                                                     tokens,
                                                     sentences,
                                                     paragraphs,
                                                     quotations,
                                                     speech_tags,
                                                     cancellable);

  return self->document != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * readout_attribution_features_free:
 * @self: (transfer full): features
 */
void
readout_attribution_features_free (ReadoutAttributionFeatures *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->document, readout_attribution_document_free);
  g_free (self);
}

/**
 * readout_attribution_features_get_stem:
 * @self: features of a document
 * @token: index of a token
 *
 * Returns: hash of the word's stem, the same for the forms of a verb
 */
guint64
readout_attribution_features_get_stem (const ReadoutAttributionFeatures *self,
                                       guint                             token)
{
  return readout_vocabulary_get (self->document->vocabulary, token)->stem;
}

/**
 * readout_attribution_features_is_quoted:
 * @self: features of a document
 * @token: index of a token
 *
 * Returns: whether the token stands in a quotation
 */
gboolean
readout_attribution_features_is_quoted (const ReadoutAttributionFeatures *self,
                                        guint                             token)
{
  return self->document->units[token].state != READOUT_QUOTED_OUT;
}

/**
 * readout_attribution_features_is_verb:
 * @self: features of a document
 * @token: index of a token
 *
 * Returns: whether the token is a verb as far as its tag tells
 */
gboolean
readout_attribution_features_is_verb (const ReadoutAttributionFeatures *self,
                                      guint                             token)
{
  return self->document->units[token].word_class == READOUT_WORD_CLASS_VERB;
}

/**
 * readout_attribution_features_may_be_cue:
 * @self: features of a document
 * @token: index of a token
 *
 * Returns: whether uses of the word as a cue are counted: it stands outside
 *   quotations and is a word of its own
 */
gboolean
readout_attribution_features_may_be_cue (const ReadoutAttributionFeatures *self,
                                         guint token)
{
  const ReadoutUnit *unit = &self->document->units[token];

  return unit->state == READOUT_QUOTED_OUT
         && unit->word_class != READOUT_WORD_CLASS_PUNCT
         && unit->word_class != READOUT_WORD_CLASS_NUMBER
         && unit->word_class != READOUT_WORD_CLASS_PRONOUN;
}

/**
 * readout_attribution_features_score_cues:
 * @self: features of a document
 * @scores: what was learned of verbs
 * @left_out: (nullable) (element-type guint64 guint): counts of this document,
 *   by stem, to be taken off, so that a score does not know its own answer
 *
 * Fills in how often each word is a cue.  To be called before
 * readout_attribution_features_get().
 */
void
readout_attribution_features_score_cues (ReadoutAttributionFeatures *self,
                                         const ReadoutCueScores     *scores,
                                         GHashTable                 *left_out)
{
  g_return_if_fail (self != NULL && scores != NULL);

  readout_attribution_document_score_cues (self->document, scores, left_out);
}

/**
 * readout_attribution_features_set_labels:
 * @self: features of a document
 * @labels: (array): the first stage's label of each token
 *
 * Turns to the second stage.
 */
void
readout_attribution_features_set_labels (ReadoutAttributionFeatures *self,
                                         const guint8               *labels)
{
  g_return_if_fail (self != NULL && labels != NULL);

  readout_attribution_document_set_labels (self->document, labels);
}

static guint
distance_bucket (guint distance)
{
  return distance <= 4    ? distance
         : distance <= 7  ? 5
         : distance <= 12 ? 6
         : distance <= 20 ? 7
                          : 8;
}

/* A unit of the window. */
#define UNIT_AT(rows, offset) ((const ReadoutUnit *)(rows)[ROW_UNIT + (offset)])

/* A sentence as the one beside it sees it. */
static guint64
describe_line (const ReadoutLine *line)
{
  return line->best * 8 + line->has_quote + 2 * line->all_quote;
}

static SentenceRow
describe_sentence (const ReadoutAttributionDocument *self,
                   guint                             token,
                   guint                             s,
                   const ReadoutParagraph           *paragraph)
{
  const ReadoutSentence *sentence
      = &g_array_index (self->sentences, ReadoutSentence, s);
  const ReadoutLine *line = &self->lines[s];
  const ReadoutUnit *unit = &self->units[token];
  SentenceRow        row;

  row.to_start = distance_bucket (token - sentence->first);
  row.to_end = distance_bucket (sentence->end - 1 - token);
  row.kind = line->has_quote + 2 * line->all_quote + 4 * line->headline
             + 8 * line->tail;
  row.best = line->best;
  row.before = s > paragraph->first ? describe_line (line - 1) : NO_SUCH;
  row.after = s + 1 < paragraph->end ? describe_line (line + 1) : NO_SUCH;
  row.kind_best = row.kind * 8 + line->best;
  row.n_anchors = unit->n_before * 4 + unit->n_after;
  row.place = (paragraph->first == 0) * 2 + (s == paragraph->first);
  row.tail = line->tail * 16 + unit->n_after;

  return row;
}

static AnchorRow
describe_anchor (const ReadoutAttributionDocument *self,
                 guint                             token,
                 const ReadoutSentence            *sentence,
                 guint32                           anchor,
                 guint                             commas,
                 guint                             words)
{
  const ReadoutUnit     *units = self->units;
  const ReadoutWordType *next
      = anchor + 1 < sentence->end
            ? readout_vocabulary_get (self->vocabulary, anchor + 1)
            : NULL;
  gboolean  has_before = anchor > sentence->first;
  AnchorRow row;

  row.distance
      = distance_bucket (anchor > token ? anchor - token : token - anchor);
  row.where = row.distance * 4 + commas;
  row.commas = commas;
  row.words = words;
  row.state = units[token].state * 8 + row.distance;
  row.stem = readout_vocabulary_get (self->vocabulary, anchor)->stem;
  row.next_lower = next != NULL ? next->lower : EDGE;
  row.next_speech = next != NULL ? units[anchor + 1].speech : EDGE;
  row.speech_before = has_before ? units[anchor - 1].speech : EDGE;
  row.class_before = has_before ? units[anchor - 1].word_class : NO_SUCH;

  return row;
}

/* The nearest anchor on one side, if there is one; it goes into @row. */
static guint
add_anchor (const ReadoutAttributionDocument *self,
            guint                             token,
            gboolean                          is_right,
            const guint64 *const             *rows,
            AnchorRow                        *row,
            guint64                          *out)
{
  const ReadoutUnit  *unit = &self->units[token];
  const ReadoutToken *mine = &g_array_index (self->tokens, ReadoutToken, token);
  guint32             anchor = is_right ? unit->right : unit->left;
  guint               base = is_right ? BASE_RIGHT : BASE_LEFT;
  guint               n = 0;

  if (anchor == NONE)
    {
      row->where = EDGE;
      ADD (no_anchor_templates, base);
      return n;
    }

  *row = describe_anchor (
      self,
      token,
      &g_array_index (self->sentences, ReadoutSentence, mine->sentence),
      anchor,
      is_right ? unit->right_commas : unit->left_commas,
      is_right ? unit->right_words : unit->left_words);
  ADD (anchor_templates, base);

  return n;
}

/* Lines up what stands around a token in its paragraph. */
static void
fill_window (const ReadoutAttributionDocument *self,
             guint                             token,
             const ReadoutParagraph           *paragraph,
             const guint64                   **rows)
{
  static const ReadoutWordType no_word
      = { .lower = EDGE, .stem = EDGE, .ascii_shape = EDGE };
  static const ReadoutUnit no_unit = { .speech = EDGE, .word_class = 15 };
  guint32                  first
      = g_array_index (self->sentences, ReadoutSentence, paragraph->first)
            .first;
  guint32 end
      = g_array_index (self->sentences, ReadoutSentence, paragraph->end - 1)
            .end;

  for (int i = 0; i < N_WINDOW; i++)
    {
      gint64   at = (gint64)token + i - ROW_WORD;
      gboolean is_there = at >= first && at < end;

      rows[i]
          = (gconstpointer)(is_there
                                ? readout_vocabulary_get (self->vocabulary, at)
                                : &no_word);
      rows[N_WINDOW + i]
          = (gconstpointer)(is_there ? &self->units[at] : &no_unit);
    }
}

/**
 * readout_attribution_features_get:
 * @self: features of a document
 * @token: index of a token
 * @out: (out caller-allocates): READOUT_ATTRIBUTION_FEATURES_MAX hashes
 *
 * Returns: how many features the token has at the present stage
 */
guint
readout_attribution_features_get (const ReadoutAttributionFeatures *self,
                                  guint                             token,
                                  guint64                          *out)
{
  const ReadoutAttributionDocument *document = self->document;
  guint s = g_array_index (document->tokens, ReadoutToken, token).sentence;
  const ReadoutParagraph *paragraph = &g_array_index (
      document->paragraphs,
      ReadoutParagraph,
      g_array_index (document->sentences, ReadoutSentence, s).paragraph);
  SentenceRow    row = describe_sentence (document, token, s, paragraph);
  AnchorRow      anchor;
  const guint64 *rows[N_ROWS];
  guint          n = 0;

  fill_window (document, token, paragraph, rows);
  rows[ROW_ANCHOR] = (gconstpointer)&anchor;
  rows[ROW_SENTENCE] = (gconstpointer)&row;

  ADD (window_templates, BASE);
  if (UNIT_AT (rows, 0)->state != READOUT_QUOTED_OUT)
    ADD (quoted_templates, BASE);
  if (UNIT_AT (rows, -1)->state == READOUT_QUOTED_CLOSING)
    ADD (closed_templates, BASE);
  if (UNIT_AT (rows, 1)->state == READOUT_QUOTED_OPENING)
    ADD (opened_templates, BASE);
  ADD (sentence_templates, BASE);
  if (document->lines[s].headline)
    ADD (headline_templates, BASE);
  ADD (place_templates, BASE);
  n += add_anchor (document, token, FALSE, rows, &anchor, out + n);
  n += add_anchor (document, token, TRUE, rows, &anchor, out + n);
  if (document->has_labels)
    ADD (label_templates, BASE);

  return n;
}

/**
 * readout_attribution_features_get_pair_classes:
 * @self: features of a document
 * @token: index of a token
 * @classes: (out caller-allocates): numbers of the matrices of pair scores
 *   that hold from the token before to this one
 */
void
readout_attribution_features_get_pair_classes (
    const ReadoutAttributionFeatures *self,
    guint                             token,
    guint8                            classes[READOUT_DATASET_CLASSES])
{
  const ReadoutUnit  *unit = &self->document->units[token];
  const ReadoutUnit  *before = token > 0 ? unit - 1 : unit;
  const ReadoutToken *mine
      = &g_array_index (self->document->tokens, ReadoutToken, token);
  const ReadoutSentence *sentence = &g_array_index (
      self->document->sentences, ReadoutSentence, mine->sentence);

  memset (classes, 255, READOUT_DATASET_CLASSES);
  classes[0] = 0;
  classes[1] = 1 + before->state * 4 + unit->state;
  classes[2] = 17 + unit->word_class;
  if (unit->function != 0)
    classes[3] = 27 + unit->function;
  if (before->function != 0)
    classes[4] = 49 + before->function;
  if (token == sentence->first)
    classes[5] = 72;
  classes[6] = 74 + before->word_class;
  classes[7] = 84 + unit->bucket;
}
