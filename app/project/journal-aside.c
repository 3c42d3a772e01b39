/* journal-aside.c: steps that do not fit the file as it is now
 *
 * A program that is killed while another one has written the file leaves a
 * journal whose last steps no file holds, and that cannot be played on top of
 * what the file is now; and so does one whose file is removed, or replaced by
 * an older copy.  It is never overwritten: it is given another name in the same
 * folder, and whenever the file is opened the person is asked what to do with
 * those steps.  They are not played one by one but merged, item by item,
 * against what the file says; so that what fits can be had, and what is in the
 * file already is no matter any more.  Steps of another text than the file has
 * now cannot be had until it has theirs again, which is told.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-project"

#include "config.h"

#include "project/journal-aside.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#include "edits/merge.h"
#include "project/journal-replay.h"
#include "project/journal-unsaved.h"

#define ENDING ".jsonl"
#define MIDDLE ".aside-"

/* One journal. */
typedef struct
{
  char      *path;
  GPtrArray *groups; /* Of ReadoutUndoGroup: what was done, in order.  NULL if
                      * it was done to another text. */
  guint n_saved;     /* How many of them a file held once. */
  guint n_steps;     /* How many are offered. */
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
  g_clear_pointer (&part->groups, g_ptr_array_unref);
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

/* The steps that were saved or those that were not, against @now. */
static ReadoutMerge *
merge_steps (const Part *part, gboolean saved, ReadoutSnapshot *now)
{
  guint first = saved ? 0 : part->n_saved;
  guint end = saved ? part->n_saved : part->groups->len;
  g_autoptr (GPtrArray) changes = readout_changes_new ();
  g_autoptr (GPtrArray) values = readout_article_changes_new ();

  for (guint i = first; i < end; i++)
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

  return saved ? readout_merge_new_known (now, changes, values)
               : readout_merge_new (now, NULL, changes, values);
}

static ReadoutSnapshot *
resolve (const ReadoutMerge *merge, ReadoutSnapshot *now)
{
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GPtrArray) values = NULL;

  readout_merge_resolve (merge, NULL, &changes, &values);

  return readout_snapshot_with (now, changes, values);
}

/* Whether a person has done it, rather than a program alone. */
static gboolean
is_work (const ReadoutUndoGroup *group)
{
  for (guint i = 0; i < group->changes->len; i++)
    {
      const ReadoutChange *change = g_ptr_array_index (group->changes, i);
      const ReadoutRecord *sides[] = { change->before, change->after };

      for (guint j = 0; j < G_N_ELEMENTS (sides); j++)
        if (sides[j] != NULL
            && (readout_record_is_reviewed (sides[j]) || sides[j]->note != NULL
                || sides[j]->review.flagged))
          return TRUE;
    }

  return group->values->len > 0;
}

/* What of one journal fits, put upon @now.  A step that the file once held and
 * that is not in it any more was taken out by whoever wrote the file: it is
 * wanted where all is as it was before the step, as in an older copy that was
 * put back, but not where they went on from it. */
static ReadoutSnapshot *
play_part (const Part      *part,
           ReadoutSnapshot *now,
           guint           *n_wanted,
           guint           *n_left)
{
  guint n = part->groups->len;
  g_autoptr (ReadoutMerge) saved = merge_steps (part, TRUE, now);
  g_autoptr (ReadoutSnapshot) then = resolve (saved, now);
  g_autoptr (ReadoutMerge) unsaved = merge_steps (part, FALSE, then);

  *n_wanted = 0;
  *n_left = 0;
  for (guint i = 0; i < n; i++)
    {
      const ReadoutUndoGroup *group = g_ptr_array_index (part->groups, i);
      gboolean                was_saved = i < part->n_saved;
      ReadoutMerge           *merge = was_saved ? saved : unsaved;
      gboolean in_conflict = readout_merge_is_in_conflict (merge, group);

      if (!is_work (group) || !readout_merge_is_news (merge, group)
          || (was_saved && in_conflict))
        continue;
      (*n_wanted)++;
      *n_left += in_conflict ? 1 : 0;
    }

  return resolve (unsaved, then);
}

static Part *
part_new (const char *path)
{
  Part *part = g_new0 (Part, 1);

  part->path = g_strdup (path);

  return part;
}

/* One of another text: NULL if all that a person did was in the file once. */
static Part *
part_new_other (const char *path, const char *data, gsize length)
{
  guint n = readout_journal_count_unsaved (data, length);
  Part *part;

  if (n == 0)
    return NULL;

  part = part_new (path);
  part->n_steps = n;

  return part;
}

/* One journal; NULL if it has nothing that is not in the file, in which case it
 * goes if it is about this text. */
static Part *
part_read (const char *path, ReadoutSnapshot *now)
{
  Part            *part;
  g_autofree char *data = NULL;
  gsize            length;
  guint            n_saved;
  guint            n_left;
  g_autoptr (GPtrArray) groups = NULL;
  g_autoptr (ReadoutSnapshot) after = NULL;

  if (!g_file_get_contents (path, &data, &length, NULL))
    return NULL;
  groups = readout_replay_read_steps (
      data, length, readout_snapshot_get_text (now), &n_saved);
  if (groups == NULL)
    return part_new_other (path, data, length);

  part = part_new (path);
  part->groups = g_steal_pointer (&groups);
  part->n_saved = n_saved;
  after = play_part (part, now, &part->n_steps, &n_left);

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

/* The names of the journals that lie aside, the oldest first. */
static GPtrArray *
list_names (const char *folder, const char *journal_path)
{
  GPtrArray       *names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *prefix = get_prefix (journal_path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, prefix) && g_str_has_suffix (name, ENDING))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);

  return names;
}

/**
 * readout_aside_move:
 * @from: the path of a journal
 * @to: that of another one
 *
 * Gives what lies aside of the first to the second.
 */
void
readout_aside_move (const char *from, const char *to)
{
  g_autofree char *folder = NULL;
  g_autoptr (GPtrArray) names = NULL;

  g_return_if_fail (from != NULL && to != NULL);

  folder = g_path_get_dirname (from);
  names = list_names (folder, from);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path
          = g_build_filename (folder, g_ptr_array_index (names, i), NULL);
      g_autofree char *free_path = readout_aside_make_path (to);

      if (g_rename (path, free_path) != 0)
        g_warning ("Cannot move a journal: %s", g_strerror (errno));
    }
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
  g_autofree char *folder = NULL;
  g_autoptr (GPtrArray) names = NULL;
  ReadoutAside *self;

  g_return_val_if_fail (journal_path != NULL && now != NULL, NULL);

  folder = g_path_get_dirname (journal_path);
  names = list_names (folder, journal_path);
  if (names->len == 0)
    return NULL;

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

/**
 * readout_aside_get_n_other:
 * @self: what lies aside
 *
 * Returns: how many of the steps are about another text than the file has now,
 *   so that they cannot be applied
 */
guint
readout_aside_get_n_other (const ReadoutAside *self)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = g_ptr_array_index (self->parts, i);

      n += part->groups == NULL ? part->n_steps : 0;
    }

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

      if (part->groups != NULL)
        {
          g_autoptr (ReadoutSnapshot) old = g_steal_pointer (&after);
          guint n_wanted;

          after = play_part (part, old, &n_wanted, &part->n_steps);
        }
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
