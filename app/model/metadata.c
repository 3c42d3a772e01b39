/* metadata.c: what is known of where an article comes from
 *
 * Set by the readers of files, and by the undo stack for what a person edits.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/metadata.h"

#include "model/record.h"

struct _ReadoutMetadata
{
  GObject parent_instance;
  char   *values[READOUT_N_METAS];
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *const nicks[] = {
  "id", "title", "source", "author", "url", "published", "language",
};

G_STATIC_ASSERT (G_N_ELEMENTS (nicks) == READOUT_N_METAS);

G_DEFINE_FINAL_TYPE (ReadoutMetadata, readout_metadata, G_TYPE_OBJECT)

static void
readout_metadata_finalize (GObject *object)
{
  ReadoutMetadata *self = READOUT_METADATA (object);

  for (guint i = 0; i < READOUT_N_METAS; i++)
    g_free (self->values[i]);

  G_OBJECT_CLASS (readout_metadata_parent_class)->finalize (object);
}

static void
readout_metadata_class_init (ReadoutMetadataClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = readout_metadata_finalize;

  /**
   * ReadoutMetadata::changed:
   * @self: the metadata
   * @meta: which piece
   *
   * Emitted after a piece got another value.
   */
  signals[CHANGED] = g_signal_new ("changed",
                                   G_TYPE_FROM_CLASS (klass),
                                   G_SIGNAL_RUN_LAST,
                                   0,
                                   NULL,
                                   NULL,
                                   NULL,
                                   G_TYPE_NONE,
                                   1,
                                   G_TYPE_UINT);
}

static void
readout_metadata_init (ReadoutMetadata *self)
{
}

/**
 * readout_metadata_new:
 *
 * Returns: (transfer full): metadata of which nothing is known
 */
ReadoutMetadata *
readout_metadata_new (void)
{
  return g_object_new (READOUT_TYPE_METADATA, NULL);
}

/**
 * readout_metadata_get:
 * @self: metadata
 * @meta: what to tell
 *
 * Returns: (transfer none) (nullable): what is known of it
 */
const char *
readout_metadata_get (ReadoutMetadata *self, ReadoutMeta meta)
{
  g_return_val_if_fail (READOUT_IS_METADATA (self), NULL);
  g_return_val_if_fail ((guint)meta < READOUT_N_METAS, NULL);

  return self->values[meta];
}

/**
 * readout_metadata_set:
 * @self: metadata
 * @meta: what to set
 * @value: (nullable): what it shall be
 */
void
readout_metadata_set (ReadoutMetadata *self,
                      ReadoutMeta      meta,
                      const char      *value)
{
  g_return_if_fail (READOUT_IS_METADATA (self));
  g_return_if_fail ((guint)meta < READOUT_N_METAS);

  if (g_strcmp0 (self->values[meta], value) == 0)
    return;

  readout_record_set_string (&self->values[meta], value);
  g_signal_emit (self, signals[CHANGED], 0, meta);
}

/**
 * readout_meta_to_nick:
 * @meta: a piece of metadata
 *
 * Returns: (transfer none): the member of the file that holds it, which is
 *   also the name of the document's property
 */
const char *
readout_meta_to_nick (ReadoutMeta meta)
{
  g_return_val_if_fail ((guint)meta < READOUT_N_METAS, NULL);

  return nicks[meta];
}

/**
 * readout_meta_from_nick:
 * @nick: (nullable): the name of a member
 * @meta: (out): the piece of metadata that it holds
 *
 * Returns: whether there is one
 */
gboolean
readout_meta_from_nick (const char *nick, ReadoutMeta *meta)
{
  for (guint i = 0; i < READOUT_N_METAS; i++)
    if (g_strcmp0 (nick, nicks[i]) == 0)
      {
        *meta = i;
        return TRUE;
      }

  return FALSE;
}
