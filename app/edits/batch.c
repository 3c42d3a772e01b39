/* batch.c: one act of a person in the making
 *
 * The rules of review live here, in one place.  When a batch is finished,
 * each record whose content a person changed is settled:
 *
 * - an added item stays added;
 * - a suggested or confirmed one becomes corrected and keeps a copy of what
 *   was suggested, with the detector's name and confidence;
 * - a corrected or rejected one becomes corrected and keeps what it already
 *   keeps;
 * - and one whose content is again what was suggested becomes confirmed.
 *
 * An item that only follows, as a statement whose speaker is rejected, is
 * settled likewise if it was reviewed; a mere suggestion remains a
 * suggestion, so that nothing counts as reviewed that nobody looked at.
 *
 * Rejecting or removing a record takes it out of all records that refer to
 * it, in the same step: nothing live ever refers to something rejected, and
 * undo brings all of it back.  Accepting it again does not restore links.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-edits"

#include "config.h"

#include "edits/batch.h"

#include "base/string-hash.h"

/* What the sheet says of one id. */
typedef struct
{
  ReadoutRecord *before; /* As the document has it; NULL if added. */
  ReadoutRecord *after;  /* NULL if removed. */
  ReadoutIntent  intent; /* The strongest that was named. */
} Leaf;

struct _ReadoutBatch
{
  ReadoutDocument    *document;
  ReadoutAnnotations *annotations;
  const ReadoutStamp *stamp;
  GHashTable         *leaves; /* id, a copy -> Leaf, owned by `order`. */
  GPtrArray          *order;  /* Leaf, in the order of first touch. */
};

static void
leaf_free (Leaf *leaf)
{
  g_clear_pointer (&leaf->before, readout_record_unref);
  g_clear_pointer (&leaf->after, readout_record_unref);
  g_free (leaf);
}

static Leaf *
get_leaf (ReadoutBatch *self, const char *id)
{
  Leaf          *leaf = g_hash_table_lookup (self->leaves, id);
  ReadoutRecord *record;

  if (leaf != NULL)
    return leaf;

  record = readout_annotations_lookup (self->annotations, id);
  g_assert (record != NULL);

  leaf = g_new0 (Leaf, 1);
  leaf->before = readout_record_ref (record);
  leaf->after = readout_record_copy (record);
  leaf->intent = READOUT_INTENT_FOLLOW;
  g_ptr_array_add (self->order, leaf);
  g_hash_table_insert (self->leaves, g_strdup (leaf->before->id), leaf);

  return leaf;
}

static void
stamp_review (ReadoutBatch *self, ReadoutReview *review)
{
  readout_shared_string_set (&review->by,
                             self->stamp != NULL ? self->stamp->by : NULL);
  readout_shared_string_set (&review->at,
                             self->stamp != NULL ? self->stamp->at : NULL);
}

/* What a program suggested, without what a person added to it. */
static ReadoutRecord *
make_suggested (const ReadoutRecord *before)
{
  ReadoutRecord *suggested = readout_record_copy (before);

  suggested->review.state = READOUT_STATE_SUGGESTED;
  suggested->review.flagged = FALSE;
  readout_shared_string_set (&suggested->review.by, NULL);
  readout_shared_string_set (&suggested->review.at, NULL);
  g_clear_pointer (&suggested->review.suggested, readout_record_unref);
  g_clear_pointer (&suggested->note, g_free);
  g_clear_pointer (&suggested->extra, g_free);

  return suggested;
}

/* Accepted as it was suggested, or as it has been corrected. */
static void
set_accepted (ReadoutRecord *record)
{
  ReadoutReview *review = &record->review;

  if (review->suggested != NULL
      && readout_record_same_content (record, review->suggested))
    g_clear_pointer (&review->suggested, readout_record_unref);

  review->state = review->suggested != NULL ? READOUT_STATE_CORRECTED
                                            : READOUT_STATE_CONFIRMED;
}

/* Gives an edited record the review that follows from the edit. */
static void
settle (ReadoutBatch *self, Leaf *leaf)
{
  ReadoutReview     *review = &leaf->after->review;
  ReadoutReviewState state = leaf->before->review.state;

  if (readout_record_same_content (leaf->before, leaf->after))
    return;

  if (leaf->intent == READOUT_INTENT_FOLLOW
      && (state == READOUT_STATE_SUGGESTED || state == READOUT_STATE_REJECTED))
    return;

  stamp_review (self, review);
  if (state == READOUT_STATE_ADDED)
    return;

  if (review->suggested == NULL)
    {
      /* Corrected in a file that does not say what was suggested. */
      if (state == READOUT_STATE_CORRECTED)
        return;
      review->suggested = make_suggested (leaf->before);
    }

  set_accepted (leaf->after);
}

typedef struct
{
  const char *from;
  const char *to;
} Relink;

static const char *
relink_one (const char *id, gpointer user_data)
{
  const Relink *relink = user_data;

  return g_str_equal (id, relink->from) ? relink->to : id;
}

/**
 * readout_batch_new: (skip)
 * @document: what is edited; must outlive the batch
 * @stamp: (nullable): who edits and when; must outlive the batch
 *
 * Returns: (transfer full): an empty batch
 */
ReadoutBatch *
readout_batch_new (ReadoutDocument *document, const ReadoutStamp *stamp)
{
  ReadoutBatch *self = g_new0 (ReadoutBatch, 1);

  self->document = document;
  self->annotations = readout_document_get_annotations (document);
  self->stamp = stamp;
  self->leaves
      = g_hash_table_new_full (readout_string_hash, g_str_equal, g_free, NULL);
  self->order = g_ptr_array_new_with_free_func ((GDestroyNotify)leaf_free);

  return self;
}

/**
 * readout_batch_free: (skip)
 * @self: (transfer full): a batch
 *
 * Frees @self; what was not finished has no effect.
 */
void
readout_batch_free (ReadoutBatch *self)
{
  g_hash_table_unref (self->leaves);
  g_ptr_array_unref (self->order);
  g_free (self);
}

/**
 * readout_batch_peek: (skip)
 * @self: a batch
 * @id: (nullable): an id
 *
 * Returns: (transfer none) (nullable): the record as it will be
 */
gpointer
readout_batch_peek (ReadoutBatch *self, const char *id)
{
  Leaf *leaf;

  if (id == NULL)
    return NULL;

  leaf = g_hash_table_lookup (self->leaves, id);

  return leaf != NULL ? leaf->after
                      : readout_annotations_lookup (self->annotations, id);
}

/* The records of @kind as they will be: those of the document in its order,
 * then those that were added; valid until the batch is written to. */
static GPtrArray *
list_records (ReadoutBatch *self, ReadoutKind kind)
{
  guint      n = readout_annotations_get_n_records (self->annotations, kind);
  GPtrArray *records = g_ptr_array_sized_new (n);

  for (guint i = 0; i < n; i++)
    {
      ReadoutRecord *record
          = readout_annotations_get_record (self->annotations, kind, i);

      record = readout_batch_peek (self, record->id);
      if (record != NULL)
        g_ptr_array_add (records, record);
    }
  for (guint i = 0; i < self->order->len; i++)
    {
      Leaf *leaf = g_ptr_array_index (self->order, i);

      if (leaf->before == NULL && leaf->after != NULL
          && leaf->after->kind == kind)
        g_ptr_array_add (records, leaf->after);
    }

  return records;
}

/**
 * readout_batch_edit: (skip)
 * @self: a batch
 * @id: the id of a record that is there
 * @intent: what the edit means for the review
 *
 * Returns: (transfer none): the record, to be written to; the same pointer
 *   each time
 */
gpointer
readout_batch_edit (ReadoutBatch *self, const char *id, ReadoutIntent intent)
{
  Leaf *leaf = get_leaf (self, id);

  g_assert (leaf->after != NULL);

  if (intent == READOUT_INTENT_RAW
      || (intent == READOUT_INTENT_EDIT
          && leaf->intent == READOUT_INTENT_FOLLOW))
    leaf->intent = intent;

  return leaf->after;
}

/**
 * readout_batch_put: (skip)
 * @self: a batch
 * @record: (transfer full): an edited copy of a record that is there, with no
 *   other holder
 *
 * Puts content and note of @record in the place of what is there.  Review and
 * unknown members stay as they are, for the review to follow from the edit.
 */
void
readout_batch_put (ReadoutBatch *self, gpointer record)
{
  ReadoutRecord *after = record;
  Leaf          *leaf = get_leaf (self, after->id);
  ReadoutReview  review = after->review;
  char          *extra = after->extra;

  g_assert (leaf->after != NULL);

  after->review = leaf->after->review;
  after->extra = leaf->after->extra;
  leaf->after->review = review;
  leaf->after->extra = extra;
  readout_record_unref (leaf->after);
  leaf->after = after;
  if (leaf->intent == READOUT_INTENT_FOLLOW)
    leaf->intent = READOUT_INTENT_EDIT;
}

/**
 * readout_batch_add: (skip)
 * @self: a batch
 * @record: (transfer full): a new record, whose id is free
 *
 * Adds @record as made by a person.
 */
void
readout_batch_add (ReadoutBatch *self, gpointer record)
{
  Leaf *leaf = g_new0 (Leaf, 1);

  leaf->after = record;
  leaf->after->review.state = READOUT_STATE_ADDED;
  leaf->intent = READOUT_INTENT_RAW;
  stamp_review (self, &leaf->after->review);
  g_ptr_array_add (self->order, leaf);
  g_hash_table_insert (self->leaves, g_strdup (leaf->after->id), leaf);
}

/**
 * readout_batch_relink_all: (skip)
 * @self: a batch
 * @from: an id that records refer to
 * @to: (nullable): the id that they shall refer to instead
 *
 * Replaces a reference wherever it stands.  Lists keep their order, and name
 * nobody twice.
 */
void
readout_batch_relink_all (ReadoutBatch *self, const char *from, const char *to)
{
  Relink relink = { from, to };

  for (guint kind = 0; kind < READOUT_N_KINDS; kind++)
    {
      g_autoptr (GPtrArray) records = list_records (self, kind);

      for (guint i = 0; i < records->len; i++)
        {
          ReadoutRecord *record = g_ptr_array_index (records, i);

          if (readout_record_refers_to (record, from))
            readout_record_map_references (
                readout_batch_edit (self, record->id, READOUT_INTENT_FOLLOW),
                relink_one,
                &relink);
        }
    }
}

/* Removes a record and every reference to it.  A statement nested in a removed
 * one goes to that one's parent. */
static void
remove_record (ReadoutBatch *self, const char *id)
{
  g_autofree char *key = g_strdup (id);
  g_autofree char *heir = NULL;
  ReadoutRecord   *record = readout_batch_peek (self, key);
  Leaf            *leaf;

  g_assert (record != NULL);

  if (record->kind == READOUT_KIND_STATEMENT)
    heir = g_strdup (((ReadoutStatement *)record)->parent);
  if (record->kind != READOUT_KIND_MENTION)
    readout_batch_relink_all (self, key, heir);

  leaf = get_leaf (self, key);
  g_clear_pointer (&leaf->after, readout_record_unref);
}

/**
 * readout_batch_accept: (skip)
 * @self: a batch
 * @id: the id of a record
 *
 * Confirms a suggestion, and takes back a rejection.
 */
void
readout_batch_accept (ReadoutBatch *self, const char *id)
{
  ReadoutRecord *record = readout_batch_peek (self, id);

  g_assert (record != NULL);

  if (record->review.state != READOUT_STATE_SUGGESTED
      && record->review.state != READOUT_STATE_REJECTED)
    return;

  record = readout_batch_edit (self, id, READOUT_INTENT_RAW);
  set_accepted (record);
  stamp_review (self, &record->review);
}

/**
 * readout_batch_reject: (skip)
 * @self: a batch
 * @id: the id of a record
 *
 * Rejects what a program suggested, and removes what a person added.  In both
 * cases nothing refers to it any more.
 */
void
readout_batch_reject (ReadoutBatch *self, const char *id)
{
  g_autofree char *heir = NULL;
  ReadoutRecord   *record = readout_batch_peek (self, id);

  g_assert (record != NULL);

  if (record->review.state == READOUT_STATE_REJECTED)
    return;
  if (record->review.state == READOUT_STATE_ADDED)
    {
      remove_record (self, id);
      return;
    }

  record = readout_batch_edit (self, id, READOUT_INTENT_RAW);
  record->review.state = READOUT_STATE_REJECTED;
  stamp_review (self, &record->review);

  if (record->kind == READOUT_KIND_STATEMENT)
    heir = g_strdup (((ReadoutStatement *)record)->parent);
  if (record->kind != READOUT_KIND_MENTION)
    readout_batch_relink_all (self, record->id, heir);
}

/**
 * readout_batch_revive: (skip)
 * @self: a batch
 * @id: (nullable): the id of a record
 *
 * Takes back the rejection of a record that a person refers to again.
 */
void
readout_batch_revive (ReadoutBatch *self, const char *id)
{
  ReadoutRecord *record = readout_batch_peek (self, id);

  if (record != NULL && record->review.state == READOUT_STATE_REJECTED)
    readout_batch_accept (self, id);
}

/**
 * readout_batch_finish: (skip)
 * @self: a batch; must not be used any more
 *
 * Returns: (transfer full) (element-type ReadoutChange): one change for each
 *   record that is not as it was; empty if all are
 */
GPtrArray *
readout_batch_finish (ReadoutBatch *self)
{
  GPtrArray *changes = readout_changes_new ();

  for (guint i = 0; i < self->order->len; i++)
    {
      Leaf *leaf = g_ptr_array_index (self->order, i);

      if (leaf->before == NULL && leaf->after == NULL)
        continue;
      if (leaf->before != NULL && leaf->after != NULL)
        {
          if (leaf->intent != READOUT_INTENT_RAW)
            settle (self, leaf);
          if (readout_record_equal (leaf->before, leaf->after))
            continue;
        }
      readout_changes_add (changes, leaf->before, leaf->after);
    }

  return changes;
}
