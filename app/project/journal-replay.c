/* journal-replay.c: what a journal says, read back
 *
 * The lines of a journal are played through on a list of groups, without a
 * document: a push drops what could be redone and adds a group, undo and redo
 * move the position.  A save is three lines: "snapshot" when the state to be
 * saved is taken, "digest" when its bytes are known and before they are in
 * place, and "done" when they are.  The base is the state at the snapshot
 * whose digest the annotation file has; but only the last save that was done
 * and those begun after it are candidates, since an older digest means that
 * somebody has put an older file back, and a person's steps must not be
 * played on top of that.
 *
 * What does not parse ends the journal: it is the torn line of a program that
 * was killed while writing.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "project/journal-replay.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "formats/json-guard.h"
#include "project/journal-group.h"

/* The snapshot of a save. */
typedef struct
{
  guint64 number;
  guint   n_steps; /* how many steps stand before it */
  char   *digest;  /* NULL until it is known */
} Mark;

typedef struct
{
  ReadoutText *text;
  GPtrArray   *steps; /* of ReadoutReplayStep, all of the journal */
  GPtrArray   *marks; /* of Mark, candidates for the base */
  guint        position;
  guint        n_groups;
  guint64      last_save;
  gboolean     has_head;
  gsize        line_end; /* of the line at hand */
} Player;

static void
mark_free (gpointer data)
{
  Mark *mark = data;

  g_free (mark->digest);
  g_free (mark);
}

static void
step_free (gpointer data)
{
  ReadoutReplayStep *step = data;

  if (step->group != NULL)
    readout_undo_group_free (step->group);
  g_free (step);
}

static GPtrArray *
groups_new (void)
{
  return g_ptr_array_new_with_free_func (
      (GDestroyNotify)readout_undo_group_free);
}

static const char *
get_string (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node)
      || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;

  return json_node_get_string (node);
}

/* A positive integer, 0 where there is none. */
static guint64
get_number (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node)
      || json_node_get_value_type (node) != G_TYPE_INT64
      || json_node_get_int (node) < 0)
    return 0;

  return json_node_get_int (node);
}

static void
add_step (Player *self, ReadoutReplayVerb verb, ReadoutUndoGroup *group)
{
  ReadoutReplayStep *step = g_new0 (ReadoutReplayStep, 1);

  step->verb = verb;
  step->group = group;
  step->end = self->line_end;
  g_ptr_array_add (self->steps, step);
}

static gboolean
play_push (Player *self, JsonNode *node)
{
  ReadoutUndoGroup *group = readout_journal_group_read (self->text, node);

  if (group == NULL)
    return FALSE;

  self->n_groups = ++self->position;
  add_step (self, READOUT_REPLAY_PUSH, group);

  return TRUE;
}

/* The group stands in the line where the journal holds no push of it. */
static gboolean
play_undo (Player *self, JsonNode *node)
{
  ReadoutUndoGroup *group = NULL;

  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      group = readout_journal_group_read (self->text, node);
      if (group == NULL || self->position != 0)
        return FALSE;
      self->n_groups++;
    }
  else if (self->position == 0)
    return FALSE;
  else
    self->position--;

  add_step (self, READOUT_REPLAY_UNDO, group);

  return TRUE;
}

static gboolean
play_redo (Player *self)
{
  if (self->position >= self->n_groups)
    return FALSE;

  self->position++;
  add_step (self, READOUT_REPLAY_REDO, NULL);

  return TRUE;
}

static gboolean
play_snapshot (Player *self, guint64 number)
{
  Mark *mark = g_new0 (Mark, 1);

  mark->number = number;
  mark->n_steps = self->steps->len;
  g_ptr_array_add (self->marks, mark);
  self->last_save = MAX (self->last_save, number);

  return TRUE;
}

static Mark *
find_mark (Player *self, guint64 number, guint *index)
{
  for (guint i = 0; i < self->marks->len; i++)
    {
      Mark *mark = g_ptr_array_index (self->marks, i);

      if (mark->number == number)
        {
          *index = i;
          return mark;
        }
    }

  return NULL;
}

static gboolean
play_digest (Player *self, JsonObject *object)
{
  guint index;
  Mark *mark = find_mark (self, get_number (object, "digest"), &index);

  /* A save that a later one has overtaken is no candidate any more. */
  if (mark != NULL)
    {
      g_free (mark->digest);
      mark->digest = g_strdup (get_string (object, "sha256"));
      if (mark->digest == NULL)
        mark->digest = g_strdup ("");
    }

  return TRUE;
}

static gboolean
play_done (Player *self, guint64 number)
{
  guint index;

  if (find_mark (self, number, &index) != NULL && index > 0)
    g_ptr_array_remove_range (self->marks, 0, index);

  return TRUE;
}

static gboolean
play_head (Player *self, JsonObject *object)
{
  const char *format = get_string (object, "format");
  const char *digest = get_string (object, "text_sha256");

  self->has_head
      = format != NULL && g_str_equal (format, READOUT_JOURNAL_FORMAT)
        && get_number (object, "version") == READOUT_JOURNAL_VERSION
        && digest != NULL
        && g_str_equal (digest, readout_text_get_sha256 (self->text));

  return self->has_head;
}

static gboolean
play_line (Player *self, const char *line, gsize length)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonObject *object;
  JsonNode   *root;

  if (!readout_json_guard_check (line, length, 1, NULL)
      || !json_parser_load_from_data (parser, line, length, NULL))
    return FALSE;

  root = json_parser_get_root (parser);
  if (!JSON_NODE_HOLDS_OBJECT (root))
    return FALSE;
  object = json_node_get_object (root);

  if (!self->has_head)
    return play_head (self, object);
  if (json_object_has_member (object, "push"))
    return play_push (self, json_object_get_member (object, "push"));
  if (json_object_has_member (object, "undo"))
    return play_undo (self, json_object_get_member (object, "undo"));
  if (json_object_has_member (object, "redo"))
    return play_redo (self);
  if (json_object_has_member (object, "snapshot"))
    return play_snapshot (self, get_number (object, "snapshot"));
  if (json_object_has_member (object, "digest"))
    return play_digest (self, object);
  if (json_object_has_member (object, "done"))
    return play_done (self, get_number (object, "done"));

  return FALSE;
}

/* The history that the steps before the base have made, with those groups in
 * front that only a later step brings to light. */
static void
build_history (ReadoutReplay *self, GPtrArray *steps, guint n_before)
{
  for (guint i = 0; i < steps->len; i++)
    {
      ReadoutReplayStep *step = g_ptr_array_index (steps, i);

      if (step->verb == READOUT_REPLAY_UNDO && step->group != NULL)
        {
          g_ptr_array_insert (
              self->groups, 0, readout_undo_group_copy (step->group));
          if (i >= n_before)
            self->position++;
        }
      else if (i >= n_before)
        continue;
      else if (step->verb == READOUT_REPLAY_PUSH)
        {
          g_ptr_array_set_size (self->groups, self->position);
          g_ptr_array_add (self->groups, readout_undo_group_copy (step->group));
          self->position++;
        }
      else if (step->verb == READOUT_REPLAY_UNDO)
        self->position--;
      else
        self->position++;
    }
}

/* Plays all that is well formed; how many bytes that was. */
static gsize
play (Player *self, const char *data, gsize n_bytes)
{
  const char *p = data;
  const char *end = data + n_bytes;

  while (p < end)
    {
      const char *line_end = memchr (p, '\n', end - p);

      if (line_end == NULL)
        break;
      self->line_end = line_end + 1 - data;
      if (!play_line (self, p, line_end - p))
        break;
      p = line_end + 1;
    }

  return p - data;
}

/* The group as it was done, or as it was taken back. */
static ReadoutUndoGroup *
turn_group (const ReadoutUndoGroup *group, gboolean undone)
{
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GPtrArray) values = NULL;

  if (!undone)
    return readout_undo_group_copy (group);

  changes = readout_changes_new ();
  values = readout_article_changes_new ();
  for (guint i = group->changes->len; i > 0; i--)
    g_ptr_array_add (
        changes,
        readout_change_invert (g_ptr_array_index (group->changes, i - 1)));
  for (guint i = group->values->len; i > 0; i--)
    g_ptr_array_add (values,
                     readout_article_change_invert (
                         g_ptr_array_index (group->values, i - 1)));

  return readout_undo_group_new (
      group->label, group->selected, changes, values);
}

/* What each step did, in order. */
static GPtrArray *
list_groups (GPtrArray *steps)
{
  GPtrArray *groups = groups_new ();
  g_autoptr (GPtrArray) stack = g_ptr_array_new ();
  guint position = 0;

  for (guint i = 0; i < steps->len; i++)
    {
      const ReadoutReplayStep *step = g_ptr_array_index (steps, i);
      const ReadoutUndoGroup  *group;

      if (step->verb == READOUT_REPLAY_PUSH)
        {
          g_ptr_array_set_size (stack, position);
          g_ptr_array_add (stack, step->group);
          group = g_ptr_array_index (stack, position++);
        }
      else if (step->verb == READOUT_REPLAY_REDO)
        group = g_ptr_array_index (stack, position++);
      else if (step->group != NULL)
        {
          g_ptr_array_insert (stack, 0, step->group);
          group = step->group;
        }
      else
        group = g_ptr_array_index (stack, --position);

      g_ptr_array_add (groups,
                       turn_group (group, step->verb == READOUT_REPLAY_UNDO));
    }

  return groups;
}

/**
 * readout_replay_read:
 * @data: (array length=n_bytes): the bytes of a journal
 * @n_bytes: how many
 * @text: the text of the document
 * @file_sha256: (nullable): the digest of the annotation file, %NULL where
 *   there is no file
 *
 * Returns: (transfer full) (nullable): what the journal says from that file
 *   on; %NULL if it is none, is of another text, or does not know the file
 */
ReadoutReplay *
readout_replay_read (const char  *data,
                     gsize        n_bytes,
                     ReadoutText *text,
                     const char  *file_sha256)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func (step_free);
  g_autoptr (GPtrArray) marks = g_ptr_array_new_with_free_func (mark_free);
  Player         player = { .text = text, .steps = steps, .marks = marks };
  Mark          *base = NULL;
  ReadoutReplay *self;
  gsize          n_well_formed;

  g_return_val_if_fail (data != NULL || n_bytes == 0, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  n_well_formed = play (&player, data, n_bytes);

  if (file_sha256 == NULL)
    file_sha256 = "";
  for (guint i = marks->len; i > 0 && base == NULL; i--)
    {
      Mark *mark = g_ptr_array_index (marks, i - 1);

      if (mark->digest != NULL && g_str_equal (mark->digest, file_sha256))
        base = mark;
    }
  if (base == NULL)
    return NULL;

  self = g_new0 (ReadoutReplay, 1);
  self->groups = groups_new ();
  self->last_save = player.last_save;
  self->n_bytes = n_well_formed;
  build_history (self, steps, base->n_steps);
  if (base->n_steps > 0)
    g_ptr_array_remove_range (steps, 0, base->n_steps);
  self->steps = g_steal_pointer (&steps);

  return self;
}

/**
 * readout_replay_read_steps:
 * @data: (array length=n_bytes): the bytes of a journal
 * @n_bytes: how many
 * @text: the text of the document
 * @n_saved: (out): how many of the steps, the first ones, were in the file
 *   when it was saved last
 *
 * For a journal that does not know the file as it is now.
 *
 * Returns: (transfer full) (nullable) (element-type ReadoutUndoGroup): all that
 *   was done, in order, what was taken back turned round; %NULL if this is no
 *   journal of @text
 */
GPtrArray *
readout_replay_read_steps (const char  *data,
                           gsize        n_bytes,
                           ReadoutText *text,
                           guint       *n_saved)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func (step_free);
  g_autoptr (GPtrArray) marks = g_ptr_array_new_with_free_func (mark_free);
  Player player = { .text = text, .steps = steps, .marks = marks };

  g_return_val_if_fail (data != NULL || n_bytes == 0, NULL);
  g_return_val_if_fail (text != NULL && n_saved != NULL, NULL);

  *n_saved = 0;
  play (&player, data, n_bytes);
  if (!player.has_head)
    return NULL;

  /* The end of a save drops the marks before its own. */
  if (marks->len > 0)
    *n_saved = ((Mark *)g_ptr_array_index (marks, 0))->n_steps;

  return list_groups (steps);
}

/**
 * readout_replay_free:
 * @self: (transfer full): a replay
 *
 * Frees a replay.
 */
void
readout_replay_free (ReadoutReplay *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_ptr_array_unref (self->steps);
  g_free (self);
}

/* Where the article has no annotation file yet, its values are found in the
 * text, and this program may find others than the one that wrote the journal.
 * What the person said of it stands all the same. */
static gboolean
apply_push (const ReadoutUndoGroup *group, ReadoutDocument *document)
{
  ReadoutUndoStack *stack = readout_document_get_undo_stack (document);
  g_autoptr (GPtrArray) values = readout_article_values_rebase (
      readout_document_get_values (document), group->values);
  g_autoptr (ReadoutUndoGroup) rebased = readout_undo_group_new (
      group->label, group->selected, group->changes, values);

  return readout_undo_stack_push_group (stack, rebased, NULL);
}

static gboolean
apply_step (ReadoutReplayStep *step, ReadoutDocument *document)
{
  switch (step->verb)
    {
    case READOUT_REPLAY_PUSH:
      return apply_push (step->group, document);

    case READOUT_REPLAY_UNDO:
      return readout_undo_stack_undo (
          readout_document_get_undo_stack (document));

    case READOUT_REPLAY_REDO:
      return readout_undo_stack_redo (
          readout_document_get_undo_stack (document));

    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * readout_replay_apply:
 * @self: a replay
 * @document: the document as it was read from the file
 *
 * Gives @document its history back and repeats what was done since the file
 * was saved.  Can be called once.
 *
 * Returns: how many steps were repeated
 */
guint
readout_replay_apply (ReadoutReplay *self, ReadoutDocument *document)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL && self->groups != NULL, 0);
  g_return_val_if_fail (READOUT_IS_DOCUMENT (document), 0);

  readout_undo_stack_restore (readout_document_get_undo_stack (document),
                              g_steal_pointer (&self->groups),
                              self->position);
  while (n < self->steps->len
         && apply_step (g_ptr_array_index (self->steps, n), document))
    n++;

  return n;
}
