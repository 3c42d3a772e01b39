/* journal.c: every step of an editing session, on disk as it is made
 *
 * Two promises rest on it: what a person has done can be undone after a
 * restart, and a killed program loses nothing, not even what the next save
 * would have held.  Each push, undo and redo is one line of JSON that is
 * appended with one write() when it happens; the kernel keeps it from then
 * on.  (A loss of power can cost what was done since the last save, which is
 * brought to the disk.)  Saves leave their marks between, so that a reader
 * can tell which of the states the annotation file has; see journal-replay.c.
 *
 * The journal lies in the user's state folder, named by the digest of the
 * annotation file's address, and is locked (flock) while it is open: a second
 * window on the same file works without one.  Where no journal can be kept
 * editing goes on all the same.
 *
 * Beyond some megabytes the oldest groups are left out when it is next in step
 * with the file.  They can still be undone in this session, so that an undo of
 * one of them puts the group into its line.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-project"

#include "config.h"

#include "project/journal.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gstdio.h>

#include "project/atomic.h"
#include "project/journal-aside.h"
#include "project/journal-file.h"
#include "project/journal-replay.h"
#include "project/journal-rewrite.h"

/* Beyond so many journals, those that nobody has used for so long go. */
#define MAX_JOURNALS 1000
#define MAX_AGE_SECONDS (90 * 24 * 60 * 60)

struct _ReadoutJournal
{
  gatomicrefcount     ref_count;
  char               *path;
  ReadoutJournalFile *file; /* threads use it, too */
  guint64             last_save;
  GPtrArray          *known; /* the changes of each group of the stack */
  ReadoutText        *text;
  ReadoutDocument    *document; /* NULL when it is closed */
  gulong              applied_id;
};

static void
append_number (ReadoutJournal *self, const char *member, guint64 number)
{
  g_autoptr (GString) line = g_string_new (NULL);

  g_string_append_printf (
      line, "{\"%s\":%" G_GUINT64_FORMAT "}", member, number);
  readout_journal_file_append (self->file, line->str);
}

/* Has the journal replaced by what the stack is now, when it is settled. */
static void
prepare (ReadoutJournal *self, const char *file_sha256)
{
  readout_journal_file_prepare (
      self->file,
      readout_journal_rewrite_new (
          readout_document_get_undo_stack (self->document),
          ++self->last_save,
          file_sha256));
}

static void
settle_thread (GTask        *task,
               gpointer      source_object,
               gpointer      task_data,
               GCancellable *cancellable)
{
  readout_journal_file_settle (task_data);
  g_task_return_boolean (task, TRUE);
}

static void
settle_in_thread (ReadoutJournal *self)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  g_task_set_source_tag (task, settle_in_thread);
  g_task_set_task_data (task,
                        readout_journal_file_ref (self->file),
                        (GDestroyNotify)readout_journal_file_unref);
  g_task_run_in_thread (task, settle_thread);
}

/* Takes the stack as it is for what the journal knows. */
static void
learn_stack (ReadoutJournal *self)
{
  ReadoutUndoStack *stack = readout_document_get_undo_stack (self->document);
  guint             n = readout_undo_stack_get_n_groups (stack);

  g_ptr_array_set_size (self->known, 0);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (
        self->known,
        g_ptr_array_ref (readout_undo_stack_get_group (stack, i)->changes));
}

static void
group_applied_cb (ReadoutUndoStack *stack,
                  guint             index,
                  gboolean          undone,
                  ReadoutJournal   *self)
{
  const ReadoutUndoGroup *group = readout_undo_stack_get_group (stack, index);
  g_autoptr (GString) line = NULL;

  if (undone)
    {
      readout_journal_file_append_undo (self->file, index, group);
      return;
    }

  line = g_string_new (NULL);
  if (index < self->known->len
      && g_ptr_array_index (self->known, index) == group->changes)
    g_string_append (line, "{\"redo\":true}");
  else
    {
      g_ptr_array_set_size (self->known, index);
      g_ptr_array_add (self->known, g_ptr_array_ref (group->changes));
      readout_journal_put_group (line, "push", self->text, group);
    }

  readout_journal_file_append (self->file, line->str);
}

/* Goes on with a journal that was read.  It is cut behind the last line that
 * holds: what follows was torn, or does not fit the document.  FALSE where it
 * had better be written anew, which must not be while it holds steps that
 * the file does not. */
static gboolean
resume (ReadoutJournal *self, ReadoutReplay *replay, guint n_applied)
{
  gsize end = replay->n_bytes;

  if (n_applied < replay->steps->len)
    {
      ReadoutReplayStep *last;

      if (n_applied == 0)
        return FALSE;
      last = g_ptr_array_index (replay->steps, n_applied - 1);
      end = last->end;
    }

  /* One that is too long is written anew when it is next in step. */
  return readout_journal_file_cut (self->file, end)
         && (n_applied > 0 || !readout_journal_file_is_due (self->file));
}

/* Whether a journal holds steps.  One of another text, which cannot be read
 * here, may. */
static gboolean
holds_steps (ReadoutJournal *self, const char *data, gsize n_bytes)
{
  guint n_saved;
  g_autoptr (GPtrArray) groups
      = readout_replay_read_steps (data, n_bytes, self->text, &n_saved);

  return groups == NULL ? n_bytes > 0 : groups->len > 0;
}

/* A journal that does not fit the file is never overwritten. */
static void
rename_aside (ReadoutJournal *self)
{
  g_autofree char *path = readout_aside_make_path (self->path);

  if (g_rename (self->path, path) != 0)
    g_warning ("Cannot put a journal aside: %s", g_strerror (errno));
}

/* One that goes on being used is copied.  Where that cannot be done, as on a
 * full disk, it gets another name, for which no room is needed, and is not
 * written to any more: FALSE. */
static gboolean
copy_aside (ReadoutJournal *self, const char *data, gsize n_bytes)
{
  g_autofree char *path = readout_aside_make_path (self->path);
  g_autoptr (GBytes) bytes = g_bytes_new (data, n_bytes);
  GError *error = NULL;

  if (readout_atomic_write (path, bytes, NULL, NULL, &error))
    return TRUE;

  rename_aside (self);
  readout_journal_file_give_up (self->file, error);

  return FALSE;
}

/* Gives the document what the journal says, and goes on with it or begins it
 * anew. */
static guint
take_up (ReadoutJournal *self,
         const char     *data,
         gsize           length,
         const char     *file_sha256)
{
  g_autoptr (ReadoutReplay) replay
      = readout_replay_read (data, length, self->text, file_sha256);
  guint n_applied = 0;

  if (replay != NULL)
    {
      self->last_save = replay->last_save;
      n_applied = readout_replay_apply (replay, self->document);
      if (n_applied < replay->steps->len && !copy_aside (self, data, length))
        return n_applied;
    }
  else if (holds_steps (self, data, length))
    rename_aside (self);

  if (replay == NULL || !resume (self, replay, n_applied))
    {
      prepare (self, file_sha256);
      readout_journal_file_settle (self->file);
    }

  return n_applied;
}

/**
 * readout_journal_get_path:
 * @uri: the address of an annotation file
 *
 * Returns: (transfer full): where its journal lies
 */
char *
readout_journal_get_path (const char *uri)
{
  g_autofree char *digest = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (uri != NULL, NULL);

  digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, uri, -1);
  name = g_strconcat (digest, ".jsonl", NULL);

  return g_build_filename (
      g_get_user_state_dir (), "readout", "journals", name, NULL);
}

/* A journal is of use as long as somebody may want to undo; what it says is in
 * the annotation file, too, from the next save on.  One that lies aside is for
 * the person to decide upon, and does not count among the others; but nor may
 * those of files that are never opened again fill the disk. */
static void
remove_old (const char *folder, gboolean is_aside)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) old = g_ptr_array_new_with_free_func (g_free);
  gint64      limit = g_get_real_time () / G_USEC_PER_SEC - MAX_AGE_SECONDS;
  guint       n = 0;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf         info;

      if (readout_aside_is_name (name) != is_aside)
        continue;

      n++;
      if (g_lstat (path, &info) == 0 && info.st_mtime < limit)
        g_ptr_array_add (old, g_steal_pointer (&path));
    }

  for (guint i = 0; i < old->len && n > MAX_JOURNALS; i++, n--)
    g_unlink (g_ptr_array_index (old, i));
}

static ReadoutJournal *
journal_new (const char *uri, ReadoutDocument *document)
{
  ReadoutJournal *self = g_new0 (ReadoutJournal, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->path = readout_journal_get_path (uri);
  self->text = readout_text_ref (readout_document_get_text (document));
  self->document = g_object_ref (document);
  self->known
      = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);

  self->file = readout_journal_file_new (self->path, self->text);

  return self;
}

/**
 * readout_journal_open:
 * @uri: the address of the annotation file
 * @document: the document as it was read from that file
 * @file_sha256: (nullable): the digest of the file, %NULL where there is none
 * @n_recovered: (out): how many steps were repeated that the file did not hold
 *
 * Opens the journal of a file.  What it says of the file as it is gives
 * @document its undo stack back, and what a killed program did after its last
 * save is repeated.  A journal that does not fit the file is put aside if it
 * holds any steps (see journal-aside.c), and begun anew.  Can run in any thread
 * while nobody else has @document.
 *
 * Returns: (transfer full): the journal
 */
ReadoutJournal *
readout_journal_open (const char      *uri,
                      ReadoutDocument *document,
                      const char      *file_sha256,
                      guint           *n_recovered)
{
  ReadoutJournal  *self;
  g_autofree char *folder = NULL;
  g_autofree char *data = NULL;
  gsize            length = 0;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (uri != NULL && READOUT_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (n_recovered != NULL, NULL);

  self = journal_new (uri, document);
  *n_recovered = 0;
  if (!readout_journal_file_open (self->file))
    return self;

  folder = g_path_get_dirname (self->path);
  remove_old (folder, FALSE);
  remove_old (folder, TRUE);

  /* It has just been made if it was not there. */
  if (g_file_get_contents (self->path, &data, &length, &error))
    *n_recovered = take_up (self, data, length, file_sha256);
  else
    readout_journal_file_give_up (self->file, g_steal_pointer (&error));
  learn_stack (self);

  return self;
}

/**
 * readout_journal_begin:
 * @uri: the address of an annotation file that is about to be written
 * @document: the document
 *
 * Begins a journal with the undo stack of @document, whatever the old one of
 * that file says.  It is on the disk when readout_journal_settle() has been
 * called, or readout_journal_note_digest().
 *
 * Returns: (transfer full): the journal
 */
ReadoutJournal *
readout_journal_begin (const char *uri, ReadoutDocument *document)
{
  ReadoutJournal *self;

  g_return_val_if_fail (uri != NULL && READOUT_IS_DOCUMENT (document), NULL);

  self = journal_new (uri, document);
  prepare (self, NULL);
  learn_stack (self);

  return self;
}

/**
 * readout_journal_ref:
 * @self: a journal
 *
 * Returns: (transfer full): @self
 */
ReadoutJournal *
readout_journal_ref (ReadoutJournal *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * readout_journal_unref:
 * @self: (transfer full): a journal
 *
 * Gives up a reference, which a saving thread can have, too.
 */
void
readout_journal_unref (ReadoutJournal *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  readout_journal_file_release (self->file);
  readout_journal_file_unref (self->file);
  g_clear_object (&self->document);
  readout_text_unref (self->text);
  g_ptr_array_unref (self->known);
  g_free (self->path);
  g_free (self);
}

/**
 * readout_journal_follow:
 * @self: a journal
 *
 * Starts to write down what happens to the document.
 */
void
readout_journal_follow (ReadoutJournal *self)
{
  g_return_if_fail (self != NULL && self->document != NULL);
  g_return_if_fail (self->applied_id == 0);

  self->applied_id
      = g_signal_connect (readout_document_get_undo_stack (self->document),
                          "group-applied",
                          G_CALLBACK (group_applied_cb),
                          self);
}

/**
 * readout_journal_settle:
 * @self: a journal
 *
 * Waits until the journal is on the disk that was begun, or is written anew by
 * another thread.  Can run in any thread but that of the window.
 */
void
readout_journal_settle (ReadoutJournal *self)
{
  g_return_if_fail (self != NULL);

  readout_journal_file_settle (self->file);
}

/**
 * readout_journal_release:
 * @self: a journal
 *
 * Unlocks the journal for another document of the same file.  Can run in any
 * thread.  If nobody has it by then, @self begins it anew after the next save.
 */
void
readout_journal_release (ReadoutJournal *self)
{
  g_return_if_fail (self != NULL);

  readout_journal_file_release (self->file);
}

/**
 * readout_journal_close:
 * @self: a journal
 *
 * Stops to follow the document, lets go of it, and unlocks the journal.
 */
void
readout_journal_close (ReadoutJournal *self)
{
  g_return_if_fail (self != NULL);

  if (self->applied_id != 0)
    {
      g_signal_handler_disconnect (
          readout_document_get_undo_stack (self->document), self->applied_id);
      self->applied_id = 0;
    }
  g_clear_object (&self->document);

  readout_journal_release (self);
}

/**
 * readout_journal_remove:
 * @self: a journal that is not followed
 *
 * Removes it from the disk, unless another program has it.  Can run in any
 * thread.
 */
void
readout_journal_remove (ReadoutJournal *self)
{
  g_return_if_fail (self != NULL && self->applied_id == 0);

  readout_journal_file_remove (self->file);
}

/**
 * readout_journal_is_ahead:
 * @uri: the address of an annotation file
 * @text: what it is about
 * @file_sha256: its digest
 *
 * Returns: whether its journal, which nobody may have open, holds steps that
 *   the file does not
 */
gboolean
readout_journal_is_ahead (const char  *uri,
                          ReadoutText *text,
                          const char  *file_sha256)
{
  g_autofree char *path = NULL;
  g_autofree char *data = NULL;
  gsize            length;
  g_autoptr (ReadoutReplay) replay = NULL;

  g_return_val_if_fail (uri != NULL && text != NULL, FALSE);
  g_return_val_if_fail (file_sha256 != NULL, FALSE);

  path = readout_journal_get_path (uri);
  if (!g_file_get_contents (path, &data, &length, NULL))
    return FALSE;
  replay = readout_replay_read (data, length, text, file_sha256);

  return replay != NULL && replay->steps->len > 0;
}

/**
 * readout_journal_move:
 * @from_uri: the address of an annotation file
 * @to_uri: that of the file which takes its place
 * @error: return location for an error of %G_IO_ERROR: %G_IO_ERROR_BUSY where
 *   another program has one of the journals
 *
 * Gives the second file the journal of the first, with what lies aside.
 *
 * Returns: whether the first has none any more
 */
gboolean
readout_journal_move (const char *from_uri, const char *to_uri, GError **error)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  g_return_val_if_fail (from_uri != NULL && to_uri != NULL, FALSE);

  from = readout_journal_get_path (from_uri);
  to = readout_journal_get_path (to_uri);
  if (!readout_journal_file_move (from, to, error))
    return FALSE;
  readout_aside_move (from, to);

  return TRUE;
}

/**
 * readout_journal_move_aside:
 * @from_uri: the address of an annotation file
 * @to_uri: that of another file
 *
 * Gives the second file what lies aside of the first.
 */
void
readout_journal_move_aside (const char *from_uri, const char *to_uri)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  g_return_if_fail (from_uri != NULL && to_uri != NULL);

  from = readout_journal_get_path (from_uri);
  to = readout_journal_get_path (to_uri);
  readout_aside_move (from, to);
}

/**
 * readout_journal_leave_aside:
 * @from_uri: the address of an annotation file that is not there any more
 * @to_uri: that of the file which took its place
 *
 * Puts what the journal of the first holds aside for the second, unless another
 * program has it.
 */
void
readout_journal_leave_aside (const char *from_uri, const char *to_uri)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *aside = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (from_uri != NULL && to_uri != NULL);

  from = readout_journal_get_path (from_uri);
  to = readout_journal_get_path (to_uri);
  aside = readout_aside_make_path (to);
  if (!readout_journal_file_move (from, aside, &error))
    g_info ("A journal stays where it is: %s", error->message);
  else
    readout_aside_move (from, to);
}

/**
 * readout_journal_begin_save:
 * @self: a journal
 *
 * Marks the state that is about to be saved.
 *
 * Returns: the number of the save
 */
guint64
readout_journal_begin_save (ReadoutJournal *self)
{
  g_return_val_if_fail (self != NULL, 0);

  append_number (self, "snapshot", ++self->last_save);

  return self->last_save;
}

/**
 * readout_journal_note_digest:
 * @self: a journal
 * @number: the number of the save
 * @file_sha256: the digest that the file will have
 *
 * To be called, in the thread that saves, before the file is put in place: a
 * journal that was begun is brought to the disk first.
 */
void
readout_journal_note_digest (ReadoutJournal *self,
                             guint64         number,
                             const char     *file_sha256)
{
  g_autoptr (GString) line = g_string_new (NULL);

  g_return_if_fail (self != NULL && file_sha256 != NULL);

  readout_journal_file_settle (self->file);
  readout_journal_put_digest (line, number, file_sha256);
  readout_journal_file_append (self->file, line->str);
}

/**
 * readout_journal_end_save:
 * @self: a journal
 * @number: the number of the save
 * @file_sha256: the digest of the file
 *
 * To be called when the file is in place.  If the document is still as it was
 * saved, a journal that has become long is shortened in a thread, and one that
 * had to end (on a full disk) or that another window had begins anew.
 */
void
readout_journal_end_save (ReadoutJournal *self,
                          guint64         number,
                          const char     *file_sha256)
{
  g_return_if_fail (self != NULL && file_sha256 != NULL);

  append_number (self, "done", number);

  if (self->document != NULL && number == self->last_save
      && readout_journal_file_is_due (self->file)
      && !readout_undo_stack_is_modified (
          readout_document_get_undo_stack (self->document)))
    {
      prepare (self, file_sha256);
      learn_stack (self);
      settle_in_thread (self);
    }
}

/**
 * readout_journal_mark:
 * @self: a journal
 * @file_sha256: the digest of a file that says what the document does now
 *
 * As the marks of a save, where another program has written the file.  Waits
 * for no disk, as it is for the thread of the window.
 */
void
readout_journal_mark (ReadoutJournal *self, const char *file_sha256)
{
  g_autoptr (GString) line = g_string_new (NULL);
  guint64 number;

  g_return_if_fail (self != NULL && file_sha256 != NULL);

  number = readout_journal_begin_save (self);
  readout_journal_put_digest (line, number, file_sha256);
  readout_journal_file_append (self->file, line->str);
  readout_journal_end_save (self, number, file_sha256);
}

/**
 * readout_journal_check:
 * @self: a journal
 * @error: return location for an error of %G_IO_ERROR: %G_IO_ERROR_BUSY where
 *   another program has it
 *
 * Returns: whether what is done to the document is kept in the journal
 */
gboolean
readout_journal_check (ReadoutJournal *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return readout_journal_file_check (self->file, error);
}

/**
 * readout_journal_set_changed:
 * @self: a journal
 * @changed: (nullable): what to call when readout_journal_check() says
 *   something else
 * @user_data: for @changed
 *
 * It is called in the main thread, in which this has to be called.
 */
void
readout_journal_set_changed (ReadoutJournal *self,
                             void (*changed) (gpointer user_data),
                             gpointer user_data)
{
  g_return_if_fail (self != NULL);

  readout_journal_file_set_changed (self->file, changed, user_data);
}
