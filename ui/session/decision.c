/* decision.c: what the person says of each item that both sides changed
 *
 * The answers are kept beside the merge that they are about, and belong to two
 * versions of one item.  The merge does not stand still while the person
 * thinks: another program may write again, and what was done here may be
 * undone.  It is asked for anew each time, and an answer is kept only where
 * neither version has become another.  So nothing is ever decided that the
 * person has not seen.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include "session/decision.h"

#include "session/saver-answers.h"
#include "session/saver-private.h"

/* A conflict of the merge. */
typedef struct
{
  const ReadoutConflict *conflict; /* Of the merge. */
  char                  *key;
  ReadoutMergerAnswer    answer;
} Item;

struct _ReadoutDecision
{
  GObject parent_instance;

  ReadoutSaver   *saver;
  ReadoutSession *session;
  ReadoutMerge   *merge;
  GArray         *items;   /* Of Item. */
  gboolean        waiting; /* The file cannot be merged now. */
  gboolean        busy;    /* It changes because of what is said here. */
  gboolean        is_over;
};

enum
{
  REFRESHED,
  ANSWERED,
  OVER,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReadoutDecision, readout_decision, G_TYPE_OBJECT)

static void
item_clear (gpointer data)
{
  g_free (((Item *)data)->key);
}

static GArray *
items_new (void)
{
  GArray *items = g_array_new (FALSE, TRUE, sizeof (Item));

  g_array_set_clear_func (items, item_clear);

  return items;
}

/* No id has a slash before its end, so that both kinds cannot be taken for
 * each other. */
static char *
make_key (const ReadoutConflict *conflict)
{
  if (conflict->value == NULL)
    return g_strdup (conflict->id);

  return g_strdup_printf (
      "/%s/%s",
      readout_article_aspect_to_nick (conflict->value->key.aspect),
      conflict->value->key.name != NULL ? conflict->value->key.name : "");
}

static gboolean
is_same_version (const ReadoutRecord *a, const ReadoutRecord *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return a->kind == b->kind && readout_record_equal (a, b);
}

/* Whether two conflicts of one key are about the same two versions. */
static gboolean
is_same (const ReadoutConflict *a, const ReadoutConflict *b)
{
  if (a->value != NULL)
    return g_strcmp0 (a->value->after, b->value->after) == 0
           && g_strcmp0 (a->their_value, b->their_value) == 0;

  return is_same_version (a->mine, b->mine)
         && is_same_version (a->theirs, b->theirs);
}

/* From a key to the item, borrowed. */
static GHashTable *
index_items (GArray *items)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < items->len; i++)
    {
      Item *item = &g_array_index (items, Item, i);

      g_hash_table_insert (index, item->key, item);
    }

  return index;
}

static ReadoutMergerAnswer
find_answer (GHashTable            *index,
             const char            *key,
             const ReadoutConflict *conflict)
{
  const Item *item = g_hash_table_lookup (index, key);

  return item != NULL && is_same (item->conflict, conflict)
             ? item->answer
             : READOUT_MERGER_ASK;
}

static GArray *
list_items (const ReadoutMerge *merge, GArray *old)
{
  g_autoptr (GHashTable) index = index_items (old);
  GArray *items = items_new ();

  for (guint i = 0; i < readout_merge_get_n_conflicts (merge); i++)
    {
      Item item = { readout_merge_get_conflict (merge, i) };

      item.key = make_key (item.conflict);
      item.answer = find_answer (index, item.key, item.conflict);
      g_array_append_val (items, item);
    }

  return items;
}

static void
end (ReadoutDecision *self)
{
  if (self->is_over)
    return;

  self->is_over = TRUE;
  g_signal_emit (self, signals[OVER], 0);
}

/* Something of the other program is in the file still, and not read, or not to
 * be merged: half of a file that is being written, perhaps. */
static gboolean
may_come_back (ReadoutDecision *self)
{
  ReadoutStore    *store = readout_session_get_store (self->session);
  g_autofree char *why_not
      = store != NULL ? readout_store_describe_change (store) : NULL;

  return why_not != NULL || (store != NULL && readout_store_is_reading (store));
}

static void
refresh (ReadoutDecision *self)
{
  ReadoutMerge *merge;
  GArray       *items;

  if (self->busy || self->is_over)
    return;

  merge = readout_merger_compare (self->session);
  self->waiting = merge == NULL && may_come_back (self);
  if (merge != NULL && readout_merge_get_n_conflicts (merge) > 0)
    {
      items = list_items (merge, self->items);
      g_array_unref (self->items);
      g_clear_pointer (&self->merge, readout_merge_free);
      self->items = items;
      self->merge = merge;
      g_signal_emit (self, signals[REFRESHED], 0);
      return;
    }

  g_clear_pointer (&merge, readout_merge_free);
  if (self->waiting)
    g_signal_emit (self, signals[ANSWERED], 0);
  else
    end (self);
}

static void
on_problem (ReadoutSession  *session,
            const char      *message,
            guint            problem,
            ReadoutDecision *self)
{
  if (problem == READOUT_PROBLEM_CONFLICT || problem == READOUT_PROBLEM_CHANGED
      || problem == READOUT_PROBLEM_COPY)
    refresh (self);
}

static void
readout_decision_dispose (GObject *object)
{
  ReadoutDecision *self = READOUT_DECISION (object);

  g_clear_pointer (&self->merge, readout_merge_free);
  g_clear_object (&self->saver);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (readout_decision_parent_class)->dispose (object);
}

static void
readout_decision_finalize (GObject *object)
{
  ReadoutDecision *self = READOUT_DECISION (object);

  g_array_unref (self->items);

  G_OBJECT_CLASS (readout_decision_parent_class)->finalize (object);
}

static void
readout_decision_class_init (ReadoutDecisionClass *klass)
{
  static const char *const names[N_SIGNALS] = {
    [REFRESHED] = "refreshed",
    [ANSWERED] = "answered",
    [OVER] = "over",
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = readout_decision_dispose;
  object_class->finalize = readout_decision_finalize;

  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i],
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
readout_decision_init (ReadoutDecision *self)
{
  self->items = items_new ();
}

/**
 * readout_decision_new:
 * @saver: what saves the document that is open
 *
 * Returns: (transfer full) (nullable): what there is to be decided now; %NULL
 *   if that is nothing
 */
ReadoutDecision *
readout_decision_new (ReadoutSaver *saver)
{
  g_autoptr (ReadoutDecision) self = NULL;
  ReadoutDocument *document;

  g_return_val_if_fail (READOUT_IS_SAVER (saver), NULL);

  self = g_object_new (READOUT_TYPE_DECISION, NULL);
  self->saver = g_object_ref (saver);
  self->session = g_object_ref (readout_saver_get_session (saver));
  refresh (self);
  if (self->merge == NULL)
    return NULL;

  document = readout_session_get_document (self->session);
  g_signal_connect_object (
      self->session, "problem", G_CALLBACK (on_problem), self, 0);
  g_signal_connect_object (self->session,
                           "notify::document",
                           G_CALLBACK (end),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (readout_document_get_undo_stack (document),
                           "group-applied",
                           G_CALLBACK (refresh),
                           self,
                           G_CONNECT_SWAPPED);

  return g_steal_pointer (&self);
}

/**
 * readout_decision_get_n_items:
 * @self: a decision
 *
 * Returns: how many things there are to be decided; at least one
 */
guint
readout_decision_get_n_items (ReadoutDecision *self)
{
  g_return_val_if_fail (READOUT_IS_DECISION (self), 0);

  return self->items->len;
}

/**
 * readout_decision_get_merge:
 * @self: a decision
 *
 * Returns: (transfer none): the merge whose conflicts the items are, until it
 *   is refreshed
 */
const ReadoutMerge *
readout_decision_get_merge (ReadoutDecision *self)
{
  g_return_val_if_fail (READOUT_IS_DECISION (self), NULL);

  return self->merge;
}

static Item *
get_item (ReadoutDecision *self, guint index)
{
  g_return_val_if_fail (READOUT_IS_DECISION (self), NULL);
  g_return_val_if_fail (index < self->items->len, NULL);

  return &g_array_index (self->items, Item, index);
}

/**
 * readout_decision_get_conflict:
 * @self: a decision
 * @index: below readout_decision_get_n_items()
 *
 * Returns: (transfer none): the two versions of an item, until it is refreshed
 */
const ReadoutConflict *
readout_decision_get_conflict (ReadoutDecision *self, guint index)
{
  const Item *item = get_item (self, index);

  return item != NULL ? item->conflict : NULL;
}

/**
 * readout_decision_get_text:
 * @self: a decision
 *
 * Returns: (transfer none): the text of the article
 */
ReadoutText *
readout_decision_get_text (ReadoutDecision *self)
{
  g_return_val_if_fail (READOUT_IS_DECISION (self), NULL);

  return readout_document_get_text (
      readout_session_get_document (self->session));
}

/**
 * readout_decision_get_key:
 * @self: a decision
 * @index: below readout_decision_get_n_items()
 *
 * Returns: (transfer none): what stays the same of an item when it is refreshed
 */
const char *
readout_decision_get_key (ReadoutDecision *self, guint index)
{
  const Item *item = get_item (self, index);

  return item != NULL ? item->key : NULL;
}

/**
 * readout_decision_is_waiting:
 * @self: a decision
 *
 * Returns: whether what the other program has written cannot be merged just
 *   now, so that no answer can be followed
 */
gboolean
readout_decision_is_waiting (ReadoutDecision *self)
{
  g_return_val_if_fail (READOUT_IS_DECISION (self), FALSE);

  return self->waiting;
}

/**
 * readout_decision_is_about_copy:
 * @self: a decision
 *
 * Returns: whether both sides are the person's own, in two places
 */
gboolean
readout_decision_is_about_copy (ReadoutDecision *self)
{
  g_return_val_if_fail (READOUT_IS_DECISION (self), FALSE);

  return readout_merger_is_about_copy (self->session);
}

/**
 * readout_decision_get_answer:
 * @self: a decision
 * @index: below readout_decision_get_n_items()
 *
 * Returns: what the person said of it, or %READOUT_MERGER_ASK
 */
ReadoutMergerAnswer
readout_decision_get_answer (ReadoutDecision *self, guint index)
{
  const Item *item = get_item (self, index);

  return item != NULL ? item->answer : READOUT_MERGER_ASK;
}

/**
 * readout_decision_set_answer:
 * @self: a decision
 * @index: below readout_decision_get_n_items()
 * @answer: what the person says of it
 *
 * Notes an answer, of which nothing comes before readout_decision_apply().
 */
void
readout_decision_set_answer (ReadoutDecision    *self,
                             guint               index,
                             ReadoutMergerAnswer answer)
{
  Item *item = get_item (self, index);

  if (item == NULL || item->answer == answer)
    return;

  item->answer = answer;
  g_signal_emit (self, signals[ANSWERED], 0);
}

/**
 * readout_decision_answer_all:
 * @self: a decision
 * @answer: what the person says of all of it
 *
 * Notes the answer for each item.
 */
void
readout_decision_answer_all (ReadoutDecision *self, ReadoutMergerAnswer answer)
{
  g_return_if_fail (READOUT_IS_DECISION (self));

  for (guint i = 0; i < self->items->len; i++)
    g_array_index (self->items, Item, i).answer = answer;
  g_signal_emit (self, signals[ANSWERED], 0);
}

/**
 * readout_decision_count_answered:
 * @self: a decision
 *
 * Returns: of how many items the person has said something
 */
guint
readout_decision_count_answered (ReadoutDecision *self)
{
  guint n = 0;

  g_return_val_if_fail (READOUT_IS_DECISION (self), 0);

  for (guint i = 0; i < self->items->len; i++)
    n += g_array_index (self->items, Item, i).answer != READOUT_MERGER_ASK ? 1
                                                                           : 0;

  return n;
}

/**
 * readout_decision_is_complete:
 * @self: a decision
 *
 * Returns: whether it can be applied
 */
gboolean
readout_decision_is_complete (ReadoutDecision *self)
{
  g_return_val_if_fail (READOUT_IS_DECISION (self), FALSE);

  return !self->waiting && !self->is_over
         && readout_decision_count_answered (self) == self->items->len;
}

static ReadoutMergerAnswer
decide (const ReadoutConflict *conflict, gpointer user_data)
{
  g_autofree char *key = make_key (conflict);

  return find_answer (user_data, key, conflict);
}

/**
 * readout_decision_apply:
 * @self: a decision
 *
 * Takes over what the other program has written, as the person said, by one
 * step that can be undone.  Where something is not answered, or an answer was
 * about another version, nothing happens but that it is refreshed.
 *
 * Returns: whether it was taken over, and the decision is over
 */
gboolean
readout_decision_apply (ReadoutDecision *self)
{
  g_autoptr (ReadoutDecision) alive = NULL;
  g_autoptr (GHashTable) index = NULL;
  gboolean applied;

  g_return_val_if_fail (READOUT_IS_DECISION (self), FALSE);

  if (!readout_decision_is_complete (self))
    return FALSE;

  alive = g_object_ref (self);
  index = index_items (self->items);
  self->busy = TRUE;
  applied = readout_saver_decide (self->saver, decide, index);
  self->busy = FALSE;
  if (applied)
    end (self);
  else
    refresh (self);

  return applied;
}
