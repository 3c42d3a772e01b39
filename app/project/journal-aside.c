/* journal-aside.c: steps that do not fit the file as it is now
 *
 * A program that is killed while another one has written the file leaves a
 * journal whose last steps no file holds, and that cannot be played on top of
 * what the file is now.  It is never overwritten: it is given another name in
 * the same folder, and whenever the file is opened the person is asked what to
 * do with those steps.  They are not played one by one but merged, item by
 * item, against what the file says; so that what fits can be had, and what is
 * in the file already is no matter any more.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-project"

#include "config.h"

#include "project/journal-aside.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#include "edits/merge.h"
#include "project/journal-replay.h"

#define ENDING ".jsonl"
#define MIDDLE ".aside-"

/* One journal. */
typedef struct
{
  char      *path;
  GPtrArray *groups; /* Of ReadoutUndoGroup: what was done, in order. */
  guint      n_steps;
} Part;

struct _ReadoutAside
{
  GPtrArray *parts; /* The oldest first. */
};

static void
part_free (gpointer data)
{
  Part *part = data;

  g_free (part->path);
  g_ptr_array_unref (part->groups);
  g_free (part);
}

/* What the names of all journals that lie aside begin with. */
static char *
get_prefix (const char *journal_path)
{
  g_autofree char *base = g_path_get_basename (journal_path);

  if (g_str_has_suffix (base, ENDING))
    base[strlen (base) - strlen (ENDING)] = '\0';

  return g_strconcat (base, MIDDLE, NULL);
}

/**
 * readout_aside_is_name:
 * @name: the name of a file in the folder of the journals
 *
 * Returns: whether it is that of a journal that was put aside
 */
gboolean
readout_aside_is_name (const char *name)
{
  g_return_val_if_fail (name != NULL, FALSE);

  return strstr (name, MIDDLE) != NULL;
}

/**
 * readout_aside_make_path:
 * @journal_path: the path of a journal that this program has locked
 *
 * Returns: (transfer full): a path beside it that is free
 */
char *
readout_aside_make_path (const char *journal_path)
{
  g_autofree char *folder = NULL;
  g_autofree char *prefix = NULL;

  g_return_val_if_fail (journal_path != NULL, NULL);

  folder = g_path_get_dirname (journal_path);
  prefix = get_prefix (journal_path);
  for (guint number = 1;; number++)
    {
      g_autofree char *name = g_strdup_printf ("%s%u" ENDING, prefix, number);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }
}

static ReadoutMerge *
merge_part (const Part *part, ReadoutSnapshot *now)
{
  g_autoptr (GPtrArray) changes = readout_changes_new ();
  g_autoptr (GPtrArray) values = readout_article_changes_new ();

  for (guint i = 0; i < part->groups->len; i++)
    {
      const ReadoutUndoGroup *group = g_ptr_array_index (part->groups, i);

      for (guint j = 0; j < group->changes->len; j++)
        g_ptr_array_add (
            changes,
            readout_change_ref (g_ptr_array_index (group->changes, j)));
      for (guint j = 0; j < group->values->len; j++)
        g_ptr_array_add (
            values,
            readout_article_change_ref (g_ptr_array_index (group->values, j)));
    }

  return readout_merge_new (now, NULL, changes, values);
}

/* One journal; NULL if it is not about this text, or has nothing that is not in
 * the file, in which case it goes. */
static Part *
part_read (const char *path, ReadoutSnapshot *now)
{
  Part            *part;
  g_autofree char *data = NULL;
  gsize            length;
  g_autoptr (GPtrArray) groups = NULL;
  g_autoptr (ReadoutMerge) merge = NULL;

  if (!g_file_get_contents (path, &data, &length, NULL))
    return NULL;
  groups = readout_replay_read_unsaved (
      data, length, readout_snapshot_get_text (now));
  if (groups == NULL)
    return NULL;

  part = g_new0 (Part, 1);
  part->path = g_strdup (path);
  part->groups = g_steal_pointer (&groups);
  merge = merge_part (part, now);
  for (guint i = 0; i < part->groups->len; i++)
    if (readout_merge_is_news (merge, g_ptr_array_index (part->groups, i)))
      part->n_steps++;

  if (part->n_steps == 0)
    {
      g_unlink (path);
      g_clear_pointer (&part, part_free);
    }

  return part;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const char *one = *(const char *const *)a;
  const char *other = *(const char *const *)b;
  gsize       length = strlen (one);
  gsize       other_length = strlen (other);

  /* The numbers at the end have no leading zeros. */
  if (length != other_length)
    return length < other_length ? -1 : 1;

  return strcmp (one, other);
}

/**
 * readout_aside_read:
 * @journal_path: the path of the journal of an annotation file
 * @now: what the file says, with what the journal has given back
 *
 * Looks for journals that were put aside.  Can run in any thread.
 *
 * Returns: (transfer full) (nullable): the steps that are not in the file,
 *   %NULL if there are none
 */
ReadoutAside *
readout_aside_read (const char *journal_path, ReadoutSnapshot *now)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folder = NULL;
  g_autofree char *prefix = NULL;
  g_autoptr (GDir) dir = NULL;
  ReadoutAside *self;
  const char   *name;

  g_return_val_if_fail (journal_path != NULL && now != NULL, NULL);

  folder = g_path_get_dirname (journal_path);
  prefix = get_prefix (journal_path);
  dir = g_dir_open (folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, prefix) && g_str_has_suffix (name, ENDING))
      g_ptr_array_add (names, g_strdup (name));
  if (names->len == 0)
    return NULL;
  g_ptr_array_sort (names, compare_names);

  self = g_new0 (ReadoutAside, 1);
  self->parts = g_ptr_array_new_with_free_func (part_free);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path
          = g_build_filename (folder, g_ptr_array_index (names, i), NULL);
      Part *part = part_read (path, now);

      if (part != NULL)
        g_ptr_array_add (self->parts, part);
    }
  if (self->parts->len == 0)
    g_clear_pointer (&self, readout_aside_free);

  return self;
}

/**
 * readout_aside_free:
 * @self: (transfer full): what lies aside
 *
 * Frees it; the files stay.
 */
void
readout_aside_free (ReadoutAside *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->parts);
  g_free (self);
}

/**
 * readout_aside_get_n_steps:
 * @self: what lies aside
 *
 * Returns: how many steps have made something that the file did not hold when
 *   it was opened
 */
guint
readout_aside_get_n_steps (const ReadoutAside *self)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->parts->len; i++)
    n += ((const Part *)g_ptr_array_index (self->parts, i))->n_steps;

  return n;
}

static void
on_deleted (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  /* What cannot be removed is offered again. */
  if (!g_file_delete_finish (G_FILE (object), result, &error))
    g_info ("Cannot remove a journal: %s", error->message);
}

static void
remove_file (const Part *part)
{
  g_autoptr (GFile) file = g_file_new_for_path (part->path);

  g_file_delete_async (file, G_PRIORITY_DEFAULT, NULL, on_deleted, NULL);
}

/* What of one journal fits, put upon @now; which steps do not. */
static ReadoutSnapshot *
apply_part (const Part *part, ReadoutSnapshot *now, guint *n_left)
{
  g_autoptr (ReadoutMerge) merge = merge_part (part, now);
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GPtrArray) values = NULL;

  *n_left = 0;
  for (guint i = 0; i < part->groups->len; i++)
    if (readout_merge_is_in_conflict (merge,
                                      g_ptr_array_index (part->groups, i)))
      (*n_left)++;

  readout_merge_resolve (merge, NULL, &changes, &values);

  return readout_snapshot_with (now, changes, values);
}

/**
 * readout_aside_apply:
 * @self: what lies aside
 * @document: the document of the file
 * @label: what to call it in the history
 * @n_left: (out): how many steps did not fit, and go on lying aside
 * @error: return location for an error
 *
 * Does again what fits, as one step that can be undone.  To be called in the
 * thread that has @document.
 *
 * Returns: whether it could be done
 */
gboolean
readout_aside_apply (ReadoutAside    *self,
                     ReadoutDocument *document,
                     const char      *label,
                     guint           *n_left,
                     GError         **error)
{
  g_autoptr (ReadoutSnapshot) before = NULL;
  g_autoptr (ReadoutSnapshot) after = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GPtrArray) values = NULL;
  g_autoptr (ReadoutUndoGroup) group = NULL;

  g_return_val_if_fail (self != NULL && n_left != NULL, FALSE);
  g_return_val_if_fail (READOUT_IS_DOCUMENT (document), FALSE);

  *n_left = 0;
  before = readout_snapshot_new (document);
  after = readout_snapshot_ref (before);
  for (guint i = 0; i < self->parts->len; i++)
    {
      Part *part = g_ptr_array_index (self->parts, i);
      g_autoptr (ReadoutSnapshot) old = g_steal_pointer (&after);

      after = apply_part (part, old, &part->n_steps);
      *n_left += part->n_steps;
    }

  readout_snapshot_diff (before, after, &changes, &values);
  group = readout_undo_group_new (label, NULL, changes, values);
  if (changes->len + values->len > 0
      && !readout_undo_stack_push_group (
          readout_document_get_undo_stack (document), group, error))
    return FALSE;

  /* What fitted is in the journal of the file now. */
  for (guint i = self->parts->len; i > 0; i--)
    {
      const Part *part = g_ptr_array_index (self->parts, i - 1);

      if (part->n_steps > 0)
        continue;
      remove_file (part);
      g_ptr_array_remove_index (self->parts, i - 1);
    }

  return TRUE;
}

/**
 * readout_aside_discard:
 * @self: what lies aside
 *
 * Removes it for good.
 */
void
readout_aside_discard (ReadoutAside *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->parts->len; i++)
    remove_file (g_ptr_array_index (self->parts, i));
  g_ptr_array_set_size (self->parts, 0);
}
