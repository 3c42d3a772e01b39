/* undo-stack.c: groups of changes that can be taken back
 *
 * The groups lie in one array; a position divides what was done from what was
 * undone.  Undo applies the inverse of the group before the position, redo
 * the group after it, and a push drops the groups after it.  As changes hold
 * the records themselves, undoing brings back exactly what was there.
 * A group can change items and values of the article; it is applied wholly or
 * not at all.
 *
 * Each position has a number, its state, that no other content of the
 * document ever had or gets: "modified" is the comparison of the present
 * state with the one that was saved.  When the saved position lay in a tail
 * that a push dropped, no position has its number any more, and the document
 * rightly stays modified until it is saved again.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-model"

#include "config.h"

#include "model/undo-stack.h"

struct _ReadoutUndoStack
{
  GObject               parent_instance;
  ReadoutAnnotations   *annotations;
  ReadoutArticleValues *values;
  GPtrArray            *groups; /* ReadoutUndoGroup, owned. */
  GArray               *states; /* guint64 of each position: groups + 1. */
  guint                 position;
  guint64               last_state;
  guint64               saved_state;
};

enum
{
  PROP_0,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  PROP_MODIFIED,
  N_PROPS
};

enum
{
  GROUP_APPLIED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReadoutUndoStack, readout_undo_stack, G_TYPE_OBJECT)

/* What the properties were, so that only those that changed are notified.
 * The labels are copies: the group that they belong to may be gone. */
typedef struct
{
  gboolean can_undo;
  gboolean can_redo;
  gboolean modified;
  char    *undo_label;
  char    *redo_label;
} Before;

static void
before_init (Before *before, ReadoutUndoStack *self)
{
  before->can_undo = readout_undo_stack_can_undo (self);
  before->can_redo = readout_undo_stack_can_redo (self);
  before->modified = readout_undo_stack_is_modified (self);
  before->undo_label = g_strdup (readout_undo_stack_get_undo_label (self));
  before->redo_label = g_strdup (readout_undo_stack_get_redo_label (self));
}

static void
before_notify (Before *before, ReadoutUndoStack *self)
{
  GObject    *object = G_OBJECT (self);
  const char *undo_label = readout_undo_stack_get_undo_label (self);
  const char *redo_label = readout_undo_stack_get_redo_label (self);

  g_object_freeze_notify (object);
  if (before->can_undo != readout_undo_stack_can_undo (self))
    g_object_notify_by_pspec (object, properties[PROP_CAN_UNDO]);
  if (before->can_redo != readout_undo_stack_can_redo (self))
    g_object_notify_by_pspec (object, properties[PROP_CAN_REDO]);
  if (before->modified != readout_undo_stack_is_modified (self))
    g_object_notify_by_pspec (object, properties[PROP_MODIFIED]);
  if (g_strcmp0 (before->undo_label, undo_label) != 0)
    g_object_notify_by_pspec (object, properties[PROP_UNDO_LABEL]);
  if (g_strcmp0 (before->redo_label, redo_label) != 0)
    g_object_notify_by_pspec (object, properties[PROP_REDO_LABEL]);
  g_object_thaw_notify (object);

  g_free (before->undo_label);
  g_free (before->redo_label);
}

static guint64
new_state (ReadoutUndoStack *self)
{
  return ++self->last_state;
}

/* Applies both halves of a group or none.  Items and values know nothing of
 * each other, so what was checked still holds when its turn comes. */
static gboolean
apply (ReadoutUndoStack *self,
       GPtrArray        *changes,
       GPtrArray        *values,
       GError          **error)
{
  return readout_article_values_check (self->values, values, error)
         && readout_annotations_apply (self->annotations, changes, error)
         && readout_article_values_apply (self->values, values, error);
}

static gboolean
apply_inverse (ReadoutUndoStack *self, ReadoutUndoGroup *group, GError **error)
{
  g_autoptr (GPtrArray) changes = readout_changes_new ();
  g_autoptr (GPtrArray) values = readout_article_changes_new ();

  for (guint i = group->changes->len; i > 0; i--)
    g_ptr_array_add (
        changes,
        readout_change_invert (g_ptr_array_index (group->changes, i - 1)));
  for (guint i = group->values->len; i > 0; i--)
    g_ptr_array_add (values,
                     readout_article_change_invert (
                         g_ptr_array_index (group->values, i - 1)));

  return apply (self, changes, values, error);
}

/* Makes a group that was just applied the next step to be undone. */
static void
add_group (ReadoutUndoStack *self, ReadoutUndoGroup *group)
{
  Before  before;
  guint   index = self->position;
  guint64 state = new_state (self);

  before_init (&before, self);
  g_ptr_array_set_size (self->groups, index);
  g_array_set_size (self->states, index + 1);
  g_ptr_array_add (self->groups, group);
  g_array_append_val (self->states, state);
  self->position++;
  before_notify (&before, self);
  g_signal_emit (self, signals[GROUP_APPLIED], 0, index, FALSE);
}

/* Applies a group, which it takes, and makes it a step unless it is empty. */
static gboolean
push (ReadoutUndoStack *self, ReadoutUndoGroup *group, GError **error)
{
  if (group->changes->len == 0 && group->values->len == 0)
    {
      readout_undo_group_free (group);
      return TRUE;
    }
  if (!apply (self, group->changes, group->values, error))
    {
      readout_undo_group_free (group);
      return FALSE;
    }

  add_group (self, group);

  return TRUE;
}

static void
readout_undo_stack_finalize (GObject *object)
{
  ReadoutUndoStack *self = READOUT_UNDO_STACK (object);

  g_clear_object (&self->annotations);
  g_clear_object (&self->values);
  g_ptr_array_unref (self->groups);
  g_array_unref (self->states);

  G_OBJECT_CLASS (readout_undo_stack_parent_class)->finalize (object);
}

static void
readout_undo_stack_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  ReadoutUndoStack *self = READOUT_UNDO_STACK (object);

  switch (prop_id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, readout_undo_stack_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, readout_undo_stack_can_redo (self));
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, readout_undo_stack_get_undo_label (self));
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, readout_undo_stack_get_redo_label (self));
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, readout_undo_stack_is_modified (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
readout_undo_stack_class_init (ReadoutUndoStackClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags   flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = readout_undo_stack_finalize;
  object_class->get_property = readout_undo_stack_get_property;

  properties[PROP_CAN_UNDO]
      = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO]
      = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_LABEL]
      = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  properties[PROP_REDO_LABEL]
      = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  properties[PROP_MODIFIED]
      = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * ReadoutUndoStack::group-applied:
   * @self: the stack
   * @index: which group
   * @undone: whether it was taken back rather than done
   *
   * Emitted after each push, undo and redo, when properties and position are
   * what they will be.  A push drops the groups after @index.
   */
  signals[GROUP_APPLIED] = g_signal_new ("group-applied",
                                         G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST,
                                         0,
                                         NULL,
                                         NULL,
                                         NULL,
                                         G_TYPE_NONE,
                                         2,
                                         G_TYPE_UINT,
                                         G_TYPE_BOOLEAN);
}

static void
readout_undo_stack_init (ReadoutUndoStack *self)
{
  guint64 state = new_state (self);

  self->groups = g_ptr_array_new_with_free_func (
      (GDestroyNotify)readout_undo_group_free);
  self->states = g_array_new (FALSE, FALSE, sizeof (guint64));
  g_array_append_val (self->states, state);
  self->saved_state = state;
}

/**
 * readout_undo_stack_new:
 * @annotations: the set that the groups alter
 * @values: the values of the article that they alter
 *
 * Returns: (transfer full): an empty stack that takes the present content for
 *   saved
 */
ReadoutUndoStack *
readout_undo_stack_new (ReadoutAnnotations   *annotations,
                        ReadoutArticleValues *values)
{
  ReadoutUndoStack *self;

  g_return_val_if_fail (READOUT_IS_ANNOTATIONS (annotations), NULL);
  g_return_val_if_fail (READOUT_IS_ARTICLE_VALUES (values), NULL);

  self = g_object_new (READOUT_TYPE_UNDO_STACK, NULL);
  self->annotations = g_object_ref (annotations);
  self->values = g_object_ref (values);

  return self;
}

/**
 * readout_undo_stack_push:
 * @self: a stack
 * @label: what the group does, in the reader's language
 * @selected: (nullable): id of the record to select again when it is undone
 * @changes: (element-type ReadoutChange): the group; must not be altered later
 * @error: return location for a #GError
 *
 * Applies @changes and makes them the next step to be undone.  What could be
 * redone is dropped.  An empty group does nothing and is no step.
 *
 * Returns: whether it was applied; if not, nothing has changed, and @error is
 *   that of readout_annotations_apply()
 */
gboolean
readout_undo_stack_push (ReadoutUndoStack *self,
                         const char       *label,
                         const char       *selected,
                         GPtrArray        *changes,
                         GError          **error)
{
  g_return_val_if_fail (READOUT_IS_UNDO_STACK (self), FALSE);
  g_return_val_if_fail (label != NULL, FALSE);
  g_return_val_if_fail (changes != NULL, FALSE);

  return push (
      self, readout_undo_group_new (label, selected, changes, NULL), error);
}

/**
 * readout_undo_stack_push_value:
 * @self: a stack
 * @label: what it does, in the reader's language
 * @key: which value of the article
 * @value: (nullable): what it shall be
 *
 * Sets a value of the article and makes that the next step to be undone.  What
 * could be redone is dropped.  A value that it has already is no step.
 *
 * Returns: whether it was another value
 */
gboolean
readout_undo_stack_push_value (ReadoutUndoStack *self,
                               const char       *label,
                               ReadoutArticleKey key,
                               const char       *value)
{
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GPtrArray) values = NULL;
  const char *before;

  g_return_val_if_fail (READOUT_IS_UNDO_STACK (self), FALSE);
  g_return_val_if_fail (label != NULL, FALSE);
  g_return_val_if_fail (readout_article_key_is_known (&key), FALSE);

  before = readout_article_values_get (self->values, key);
  if (g_strcmp0 (before, value) == 0)
    return FALSE;

  changes = readout_changes_new ();
  values = readout_article_changes_new ();
  readout_article_changes_add (values, key, before, value);

  return push (
      self, readout_undo_group_new (label, NULL, changes, values), NULL);
}

/**
 * readout_undo_stack_push_group:
 * @self: a stack
 * @group: a group, which can change items and values of the article
 * @error: return location for a #GError
 *
 * Applies a copy of @group and makes it the next step to be undone, as
 * readout_undo_stack_push() does for changes of items alone.
 *
 * Returns: whether it was applied; if not, nothing has changed, and @error is
 *   that of readout_annotations_apply() or readout_article_values_apply()
 */
gboolean
readout_undo_stack_push_group (ReadoutUndoStack       *self,
                               const ReadoutUndoGroup *group,
                               GError                **error)
{
  g_return_val_if_fail (READOUT_IS_UNDO_STACK (self), FALSE);
  g_return_val_if_fail (group != NULL, FALSE);

  return push (self, readout_undo_group_copy (group), error);
}

/**
 * readout_undo_stack_undo:
 * @self: a stack
 *
 * Takes back the group before the position.
 *
 * Returns: whether there was one
 */
gboolean
readout_undo_stack_undo (ReadoutUndoStack *self)
{
  g_autoptr (GError) error = NULL;
  Before before;

  g_return_val_if_fail (READOUT_IS_UNDO_STACK (self), FALSE);

  if (self->position == 0)
    return FALSE;
  if (!apply_inverse (
          self, g_ptr_array_index (self->groups, self->position - 1), &error))
    {
      g_warning ("Cannot undo: %s", error->message);
      return FALSE;
    }

  before_init (&before, self);
  self->position--;
  before_notify (&before, self);
  g_signal_emit (self, signals[GROUP_APPLIED], 0, self->position, TRUE);

  return TRUE;
}

/**
 * readout_undo_stack_redo:
 * @self: a stack
 *
 * Does the group after the position again.
 *
 * Returns: whether there was one
 */
gboolean
readout_undo_stack_redo (ReadoutUndoStack *self)
{
  g_autoptr (GError) error = NULL;
  ReadoutUndoGroup *group;
  Before            before;

  g_return_val_if_fail (READOUT_IS_UNDO_STACK (self), FALSE);

  if (self->position == self->groups->len)
    return FALSE;
  group = g_ptr_array_index (self->groups, self->position);
  if (!apply (self, group->changes, group->values, &error))
    {
      g_warning ("Cannot redo: %s", error->message);
      return FALSE;
    }

  before_init (&before, self);
  self->position++;
  before_notify (&before, self);
  g_signal_emit (self, signals[GROUP_APPLIED], 0, self->position - 1, FALSE);

  return TRUE;
}

/**
 * readout_undo_stack_can_undo:
 * @self: a stack
 *
 * Returns: whether there is a group to take back
 */
gboolean
readout_undo_stack_can_undo (ReadoutUndoStack *self)
{
  g_return_val_if_fail (READOUT_IS_UNDO_STACK (self), FALSE);

  return self->position > 0;
}

/**
 * readout_undo_stack_can_redo:
 * @self: a stack
 *
 * Returns: whether there is a group to do again
 */
gboolean
readout_undo_stack_can_redo (ReadoutUndoStack *self)
{
  g_return_val_if_fail (READOUT_IS_UNDO_STACK (self), FALSE);

  return self->position < self->groups->len;
}

/**
 * readout_undo_stack_get_undo_label:
 * @self: a stack
 *
 * Returns: (transfer none) (nullable): what undo takes back
 */
const char *
readout_undo_stack_get_undo_label (ReadoutUndoStack *self)
{
  if (!readout_undo_stack_can_undo (self))
    return NULL;

  return readout_undo_stack_get_group (self, self->position - 1)->label;
}

/**
 * readout_undo_stack_get_redo_label:
 * @self: a stack
 *
 * Returns: (transfer none) (nullable): what redo does again
 */
const char *
readout_undo_stack_get_redo_label (ReadoutUndoStack *self)
{
  if (!readout_undo_stack_can_redo (self))
    return NULL;

  return readout_undo_stack_get_group (self, self->position)->label;
}

/**
 * readout_undo_stack_get_n_groups:
 * @self: a stack
 *
 * Returns: how many groups there are, done and undone
 */
guint
readout_undo_stack_get_n_groups (ReadoutUndoStack *self)
{
  g_return_val_if_fail (READOUT_IS_UNDO_STACK (self), 0);

  return self->groups->len;
}

/**
 * readout_undo_stack_get_position:
 * @self: a stack
 *
 * Returns: how many of the groups are done; those from this index on are
 *   undone
 */
guint
readout_undo_stack_get_position (ReadoutUndoStack *self)
{
  g_return_val_if_fail (READOUT_IS_UNDO_STACK (self), 0);

  return self->position;
}

/**
 * readout_undo_stack_get_group:
 * @self: a stack
 * @index: less than readout_undo_stack_get_n_groups()
 *
 * Returns: (transfer none): the group at @index, the oldest first
 */
const ReadoutUndoGroup *
readout_undo_stack_get_group (ReadoutUndoStack *self, guint index)
{
  g_return_val_if_fail (READOUT_IS_UNDO_STACK (self), NULL);
  g_return_val_if_fail (index < self->groups->len, NULL);

  return g_ptr_array_index (self->groups, index);
}

/**
 * readout_undo_stack_restore:
 * @self: a stack
 * @groups: (element-type ReadoutUndoGroup) (transfer full): the groups of an
 *   earlier run, the oldest first; the stack takes the groups and the array
 * @position: how many of them the annotations contain
 *
 * Sets the groups without applying anything: the annotations must be as they
 * were at @position.  Whether the document is modified stays as it is.  Ids
 * that the groups name are not given again.
 */
void
readout_undo_stack_restore (ReadoutUndoStack *self,
                            GPtrArray        *groups,
                            guint             position)
{
  gboolean modified;
  Before   before;

  g_return_if_fail (READOUT_IS_UNDO_STACK (self));
  g_return_if_fail (groups != NULL && position <= groups->len);

  before_init (&before, self);
  modified = before.modified;

  g_ptr_array_set_size (self->groups, 0);
  g_array_set_size (self->states, 0);
  for (guint i = 0; i <= groups->len; i++)
    {
      guint64 state = new_state (self);

      g_array_append_val (self->states, state);
    }
  for (guint i = 0; i < groups->len; i++)
    {
      ReadoutUndoGroup *group = g_ptr_array_index (groups, i);

      for (guint j = 0; j < group->changes->len; j++)
        readout_annotations_reserve_id (
            self->annotations,
            readout_change_get_id (g_ptr_array_index (group->changes, j)));
      g_ptr_array_add (self->groups, group);
    }
  g_ptr_array_set_free_func (groups, NULL);
  g_ptr_array_unref (groups);
  self->position = position;
  if (!modified)
    self->saved_state = readout_undo_stack_get_state (self);

  before_notify (&before, self);
}

/**
 * readout_undo_stack_mark_saved:
 * @self: a stack
 * @state: what readout_undo_stack_get_state() was when the bytes that are now
 *   on disk were made, which may be some edits ago
 *
 * Says that the content of @state is saved.
 */
void
readout_undo_stack_mark_saved (ReadoutUndoStack *self, guint64 state)
{
  Before before;

  g_return_if_fail (READOUT_IS_UNDO_STACK (self));

  before_init (&before, self);
  self->saved_state = state;
  before_notify (&before, self);
}

/**
 * readout_undo_stack_get_state:
 * @self: a stack
 *
 * Returns: a number for the content of the annotations at the present
 *   position: the same when undo or redo comes back to it, and never that of
 *   another content
 */
guint64
readout_undo_stack_get_state (ReadoutUndoStack *self)
{
  g_return_val_if_fail (READOUT_IS_UNDO_STACK (self), 0);

  return g_array_index (self->states, guint64, self->position);
}

/**
 * readout_undo_stack_is_modified:
 * @self: a stack
 *
 * Returns: whether the present content is another than the saved one
 */
gboolean
readout_undo_stack_is_modified (ReadoutUndoStack *self)
{
  g_return_val_if_fail (READOUT_IS_UNDO_STACK (self), FALSE);

  return readout_undo_stack_get_state (self) != self->saved_state;
}
