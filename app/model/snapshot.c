/* snapshot.c: a document as it is at one moment
 *
 * Since records never change, a snapshot is an array of references and costs
 * no text.  Two of them can be compared, which is how it is found what has
 * been done to an article since a moment, by whoever it was.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/snapshot.h"

#include "base/string-hash.h"

struct _ReadoutSnapshot
{
  gatomicrefcount ref_count;
  ReadoutText    *text;
  GPtrArray      *records; /* Of ReadoutRecord, owned, by kind and place. */
  GHashTable     *by_id;   /* Borrowed from `records`. */
  char           *metas[READOUT_N_METAS];
  char           *generator;
  char           *extra;
};

static ReadoutSnapshot *
snapshot_new_empty (ReadoutText *text)
{
  ReadoutSnapshot *self = g_new0 (ReadoutSnapshot, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->text = readout_text_ref (text);
  self->records = g_ptr_array_new_with_free_func (readout_record_unref);
  self->by_id = g_hash_table_new (readout_string_hash, g_str_equal);

  return self;
}

static void
add_record (ReadoutSnapshot *self, ReadoutRecord *record)
{
  g_ptr_array_add (self->records, readout_record_ref (record));
  g_hash_table_insert (self->by_id, record->id, record);
}

/**
 * readout_snapshot_new:
 * @document: a document
 *
 * Takes a reference for each record and copies no text.  To be called in the
 * thread that has @document.
 *
 * Returns: (transfer full): what @document holds now
 */
ReadoutSnapshot *
readout_snapshot_new (ReadoutDocument *document)
{
  ReadoutSnapshot    *self;
  ReadoutAnnotations *annotations;

  g_return_val_if_fail (READOUT_IS_DOCUMENT (document), NULL);

  self = snapshot_new_empty (readout_document_get_text (document));
  annotations = readout_document_get_annotations (document);
  for (guint kind = 0; kind < READOUT_N_KINDS; kind++)
    for (guint i = 0; i < readout_annotations_get_n_records (annotations, kind);
         i++)
      add_record (self, readout_annotations_get_record (annotations, kind, i));

  for (guint i = 0; i < READOUT_N_METAS; i++)
    self->metas[i] = g_strdup (readout_document_get_meta (document, i));
  self->generator = g_strdup (readout_document_get_generator (document));
  self->extra = g_strdup (readout_document_get_extra (document));

  return self;
}

/**
 * readout_snapshot_ref:
 * @self: a snapshot
 *
 * Returns: (transfer full): @self
 */
ReadoutSnapshot *
readout_snapshot_ref (ReadoutSnapshot *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * readout_snapshot_unref:
 * @self: (transfer full): a snapshot
 *
 * Gives up a reference.
 */
void
readout_snapshot_unref (ReadoutSnapshot *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  readout_text_unref (self->text);
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->records);
  for (guint i = 0; i < READOUT_N_METAS; i++)
    g_free (self->metas[i]);
  g_free (self->generator);
  g_free (self->extra);
  g_free (self);
}

/**
 * readout_snapshot_get_text:
 * @self: a snapshot
 *
 * Returns: (transfer none): the text that the records are about
 */
ReadoutText *
readout_snapshot_get_text (const ReadoutSnapshot *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->text;
}

/**
 * readout_snapshot_get_n_records:
 * @self: a snapshot
 *
 * Returns: how many records of all kinds there are
 */
guint
readout_snapshot_get_n_records (const ReadoutSnapshot *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->records->len;
}

/**
 * readout_snapshot_get_record:
 * @self: a snapshot
 * @position: below readout_snapshot_get_n_records()
 *
 * Returns: (transfer none): a record, those of one kind one after the other
 */
ReadoutRecord *
readout_snapshot_get_record (const ReadoutSnapshot *self, guint position)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (position < self->records->len, NULL);

  return g_ptr_array_index (self->records, position);
}

/**
 * readout_snapshot_lookup:
 * @self: a snapshot
 * @id: an id
 *
 * Returns: (transfer none) (nullable): the record of any kind that has @id
 */
ReadoutRecord *
readout_snapshot_lookup (const ReadoutSnapshot *self, const char *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  return g_hash_table_lookup (self->by_id, id);
}

/**
 * readout_snapshot_get_meta:
 * @self: a snapshot
 * @meta: which value
 *
 * Returns: (nullable): what the document says of the article
 */
const char *
readout_snapshot_get_meta (const ReadoutSnapshot *self, ReadoutMeta meta)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (meta < READOUT_N_METAS, NULL);

  return self->metas[meta];
}

/**
 * readout_snapshot_get_value:
 * @self: a snapshot
 * @key: which value
 *
 * Returns: (nullable): the value of the article that @key names
 */
const char *
readout_snapshot_get_value (const ReadoutSnapshot   *self,
                            const ReadoutArticleKey *key)
{
  ReadoutMeta meta;

  g_return_val_if_fail (self != NULL && key != NULL, NULL);

  return readout_article_key_get_meta (key, &meta) ? self->metas[meta] : NULL;
}

/**
 * readout_snapshot_get_generator:
 * @self: a snapshot
 *
 * Returns: (nullable): the program that the file names as its maker
 */
const char *
readout_snapshot_get_generator (const ReadoutSnapshot *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->generator;
}

/**
 * readout_snapshot_get_extra:
 * @self: a snapshot
 *
 * Returns: (nullable): members of the file that this program does not know
 */
const char *
readout_snapshot_get_extra (const ReadoutSnapshot *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->extra;
}

static gboolean
same_head (const ReadoutSnapshot *self, const ReadoutSnapshot *other)
{
  if (!g_str_equal (readout_text_get_utf8 (self->text),
                    readout_text_get_utf8 (other->text))
      || g_strcmp0 (self->generator, other->generator) != 0
      || g_strcmp0 (self->extra, other->extra) != 0)
    return FALSE;

  for (guint i = 0; i < READOUT_N_METAS; i++)
    if (g_strcmp0 (self->metas[i], other->metas[i]) != 0)
      return FALSE;

  return TRUE;
}

/**
 * readout_snapshot_equal:
 * @self: a snapshot
 * @other: another
 *
 * Returns: whether both say the same of the same text, to the last member
 */
gboolean
readout_snapshot_equal (const ReadoutSnapshot *self,
                        const ReadoutSnapshot *other)
{
  g_return_val_if_fail (self != NULL && other != NULL, FALSE);

  if (self->records->len != other->records->len || !same_head (self, other))
    return FALSE;

  for (guint i = 0; i < self->records->len; i++)
    {
      const ReadoutRecord *record = g_ptr_array_index (self->records, i);
      const ReadoutRecord *twin = readout_snapshot_lookup (other, record->id);

      if (twin == NULL || !readout_record_equal (record, twin))
        return FALSE;
    }

  return TRUE;
}

/* The same id may name a record of another kind by now. */
static void
add_change (GPtrArray *changes, ReadoutRecord *before, ReadoutRecord *after)
{
  if (before != NULL && after != NULL && before->kind != after->kind)
    {
      readout_changes_add (changes, before, NULL);
      before = NULL;
    }

  readout_changes_add (changes, before, after);
}

/**
 * readout_snapshot_diff:
 * @self: a snapshot
 * @after: what became of it, of the same text
 * @changes: (out) (transfer full) (element-type ReadoutChange): what makes the
 *   records of @after of those of @self
 * @values: (out) (transfer full) (element-type ReadoutArticleChange): the same
 *   of what is said of the article
 *
 * Finds what was done between two moments, at most one change for each record.
 */
void
readout_snapshot_diff (const ReadoutSnapshot *self,
                       const ReadoutSnapshot *after,
                       GPtrArray            **changes,
                       GPtrArray            **values)
{
  g_return_if_fail (self != NULL && after != NULL);
  g_return_if_fail (changes != NULL && values != NULL);

  *changes = readout_changes_new ();
  *values = readout_article_changes_new ();

  for (guint i = 0; i < self->records->len; i++)
    {
      ReadoutRecord *record = g_ptr_array_index (self->records, i);
      ReadoutRecord *now = readout_snapshot_lookup (after, record->id);

      if (now == NULL || !readout_record_equal (record, now))
        add_change (*changes, record, now);
    }
  for (guint i = 0; i < after->records->len; i++)
    {
      ReadoutRecord *record = g_ptr_array_index (after->records, i);

      if (readout_snapshot_lookup (self, record->id) == NULL)
        readout_changes_add (*changes, NULL, record);
    }

  for (guint i = 0; i < READOUT_N_METAS; i++)
    if (g_strcmp0 (self->metas[i], after->metas[i]) != 0)
      readout_article_changes_add (*values,
                                   readout_article_key_for_meta (i),
                                   self->metas[i],
                                   after->metas[i]);
}

static void
set_value (ReadoutSnapshot *self, const ReadoutArticleChange *change)
{
  ReadoutMeta meta;

  if (!readout_article_key_get_meta (&change->key, &meta))
    return;

  g_free (self->metas[meta]);
  self->metas[meta] = g_strdup (change->after);
}

/**
 * readout_snapshot_with:
 * @self: a snapshot
 * @changes: (element-type ReadoutChange): changes of it
 * @values: (element-type ReadoutArticleChange): changes of what is said of the
 *   article
 *
 * Does not ask whether the changes fit: what is wrong is found when they are
 * applied to a document.
 *
 * Returns: (transfer full): what becomes of @self
 */
ReadoutSnapshot *
readout_snapshot_with (const ReadoutSnapshot *self,
                       GPtrArray             *changes,
                       GPtrArray             *values)
{
  ReadoutSnapshot *result;
  g_autoptr (GHashTable) changed = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (changes != NULL && values != NULL, NULL);

  /* From each id to what it leads to in the end. */
  changed = g_hash_table_new (readout_string_hash, g_str_equal);
  for (guint i = 0; i < changes->len; i++)
    {
      const ReadoutChange *change = g_ptr_array_index (changes, i);

      g_hash_table_insert (
          changed, (gpointer)readout_change_get_id (change), change->after);
    }

  result = snapshot_new_empty (self->text);
  for (guint i = 0; i < self->records->len; i++)
    {
      ReadoutRecord *record = g_ptr_array_index (self->records, i);

      if (!g_hash_table_contains (changed, record->id))
        add_record (result, record);
    }
  for (guint i = 0; i < changes->len; i++)
    {
      const ReadoutChange *change = g_ptr_array_index (changes, i);
      const char          *id = readout_change_get_id (change);
      ReadoutRecord       *last = g_hash_table_lookup (changed, id);

      if (last != NULL && readout_snapshot_lookup (result, id) == NULL)
        add_record (result, last);
    }

  for (guint i = 0; i < READOUT_N_METAS; i++)
    result->metas[i] = g_strdup (self->metas[i]);
  result->generator = g_strdup (self->generator);
  result->extra = g_strdup (self->extra);
  for (guint i = 0; i < values->len; i++)
    set_value (result, g_ptr_array_index (values, i));

  return result;
}
