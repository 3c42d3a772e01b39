/* mention-index.c: which mentions an actor has
 *
 * A mention knows its actor, not the other way round, and a card of an actor
 * says how many mentions it has.  Counting them for each card would look at
 * every mention for every actor; this index looks at each mention once after a
 * change, and only when somebody asks.
 *
 * It is also the one place where the cards hear of changes: "changed" comes
 * once a group, after the whole of it has been applied, so that no card is
 * worded anew in the middle of a merge.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include "mention-index.h"

#include "base/string-hash.h"

struct _ReadoutMentionIndex
{
  GObject parent_instance;

  ReadoutDocument *document;
  GSignalGroup    *annotations_signals;

  /* Actor id -> GPtrArray of ReadoutMention in text order; NULL while stale.
   * The mentions are referenced, so the keys, which belong to them, live. */
  GHashTable *by_actor;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReadoutMentionIndex, readout_mention_index, G_TYPE_OBJECT)

static void
invalidate (ReadoutMentionIndex *self)
{
  g_clear_pointer (&self->by_actor, g_hash_table_unref);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
ensure (ReadoutMentionIndex *self)
{
  ReadoutAnnotations *annotations;
  guint               n_mentions;

  if (self->by_actor != NULL)
    return;

  self->by_actor = g_hash_table_new_full (readout_string_hash,
                                          g_str_equal,
                                          g_free,
                                          (GDestroyNotify)g_ptr_array_unref);
  if (self->document == NULL)
    return;

  annotations = readout_document_get_annotations (self->document);
  n_mentions
      = readout_annotations_get_n_records (annotations, READOUT_KIND_MENTION);
  for (guint i = 0; i < n_mentions; i++)
    {
      ReadoutMention *mention = readout_annotations_get_record (
          annotations, READOUT_KIND_MENTION, i);
      GPtrArray *mentions;

      if (mention->actor == NULL
          || mention->record.review.state == READOUT_STATE_REJECTED)
        continue;

      mentions = g_hash_table_lookup (self->by_actor, mention->actor);
      if (mentions == NULL)
        {
          mentions = g_ptr_array_new_with_free_func (readout_record_unref);
          g_hash_table_insert (
              self->by_actor, g_strdup (mention->actor), mentions);
        }
      g_ptr_array_add (mentions, readout_record_ref (mention));
    }
}

static void
readout_mention_index_dispose (GObject *object)
{
  ReadoutMentionIndex *self = READOUT_MENTION_INDEX (object);

  g_clear_pointer (&self->by_actor, g_hash_table_unref);
  g_clear_object (&self->annotations_signals);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (readout_mention_index_parent_class)->dispose (object);
}

static void
readout_mention_index_class_init (ReadoutMentionIndexClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = readout_mention_index_dispose;

  /**
   * ReadoutMentionIndex::changed:
   * @self: the index
   *
   * Emitted once after each group of changes.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed",
                                          G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST,
                                          0,
                                          NULL,
                                          NULL,
                                          NULL,
                                          G_TYPE_NONE,
                                          0);
}

static void
readout_mention_index_init (ReadoutMentionIndex *self)
{
  self->annotations_signals = g_signal_group_new (READOUT_TYPE_ANNOTATIONS);
  g_signal_group_connect_swapped (self->annotations_signals,
                                  "changes-applied",
                                  G_CALLBACK (invalidate),
                                  self);
}

/**
 * readout_mention_index_new:
 *
 * Returns: (transfer full): a new index, of no document
 */
ReadoutMentionIndex *
readout_mention_index_new (void)
{
  return g_object_new (READOUT_TYPE_MENTION_INDEX, NULL);
}

/**
 * readout_mention_index_set_document:
 * @self: an index
 * @document: (nullable): the document to follow
 */
void
readout_mention_index_set_document (ReadoutMentionIndex *self,
                                    ReadoutDocument     *document)
{
  ReadoutAnnotations *annotations = NULL;

  g_return_if_fail (READOUT_IS_MENTION_INDEX (self));

  if (!g_set_object (&self->document, document))
    return;

  if (document != NULL)
    annotations = readout_document_get_annotations (document);
  g_signal_group_set_target (self->annotations_signals, annotations);
  invalidate (self);
}

/**
 * readout_mention_index_get:
 * @self: an index
 * @actor_id: the id of an actor
 *
 * Returns: (transfer none) (nullable) (element-type ReadoutMention): its
 *   mentions in text order without the rejected ones, %NULL if it has none;
 *   valid until the next change
 */
GPtrArray *
readout_mention_index_get (ReadoutMentionIndex *self, const char *actor_id)
{
  g_return_val_if_fail (READOUT_IS_MENTION_INDEX (self), NULL);
  g_return_val_if_fail (actor_id != NULL, NULL);

  ensure (self);

  return g_hash_table_lookup (self->by_actor, actor_id);
}

/**
 * readout_mention_index_count:
 * @self: an index
 * @actor_id: the id of an actor
 *
 * Returns: how many mentions it has, without the rejected ones
 */
guint
readout_mention_index_count (ReadoutMentionIndex *self, const char *actor_id)
{
  GPtrArray *mentions = readout_mention_index_get (self, actor_id);

  return mentions == NULL ? 0 : mentions->len;
}
