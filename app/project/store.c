/* store.c: documents on disk, loaded and saved without losing an edit
 *
 * How a document comes in, what is known of its files, and what other programs
 * do to them.  How it is saved stands in store-save.c.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-project"

#include "config.h"

#include "project/store.h"

#include "detect/words/own-words.h"
#include "project/store-private.h"

/* What is to be opened, and the journal of the store that has it open. */
typedef struct
{
  GFile          *file;
  ReadoutJournal *held;
} Opening;

G_DEFINE_FINAL_TYPE (ReadoutStore, readout_store, G_TYPE_OBJECT)

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  g_object_unref (opening->file);
  g_clear_pointer (&opening->held, readout_journal_unref);
  g_free (opening);
}

static void
found_cb (ReadoutDiskLook *found, gpointer user_data)
{
  readout_store_take_found (user_data, found);
}

/**
 * readout_store_watch:
 * @self: a store
 *
 * Watches over the file of annotations, and no longer over the one before.
 */
void
readout_store_watch (ReadoutStore *self)
{
  g_clear_pointer (&self->watcher, readout_watcher_free);
  readout_store_forget_found (self);
  self->watcher
      = readout_watcher_new (self->annotation, self->file, found_cb, self);
}

static void
on_journal_changed (gpointer user_data)
{
  g_signal_emit_by_name (user_data, "journal-changed");
}

/**
 * readout_store_set_journal:
 * @self: a store
 * @journal: (nullable): the journal of its file
 *
 * Takes the place of the one before, which is closed.
 */
void
readout_store_set_journal (ReadoutStore *self, ReadoutJournal *journal)
{
  if (self->journal != NULL)
    {
      readout_journal_set_changed (self->journal, NULL, NULL);
      readout_journal_close (self->journal);
      readout_journal_unref (self->journal);
    }
  self->journal = journal != NULL ? readout_journal_ref (journal) : NULL;
  if (journal == NULL)
    return;

  readout_journal_set_changed (journal, on_journal_changed, self);
  on_journal_changed (self);
}

/**
 * readout_store_free_journal:
 * @self: a store
 *
 * Lets go of the journal if the store is closed and saves nothing.  To be
 * called before anybody hears that the last save has ended, for it may be what
 * somebody waits for who opens the file again.
 */
void
readout_store_free_journal (ReadoutStore *self)
{
  if (self->is_closed && !self->is_saving)
    readout_journal_close (self->journal);
}

static void
readout_store_dispose (GObject *object)
{
  ReadoutStore *self = READOUT_STORE (object);

  g_clear_pointer (&self->watcher, readout_watcher_free);
  readout_store_forget_found (self);
  g_clear_pointer (&self->base, readout_snapshot_unref);
  g_clear_pointer (&self->copy, readout_other_copy_unref);
  readout_store_set_journal (self, NULL);
  g_clear_object (&self->document);
  g_clear_object (&self->article);
  g_clear_object (&self->annotation);

  G_OBJECT_CLASS (readout_store_parent_class)->dispose (object);
}

static void
readout_store_finalize (GObject *object)
{
  ReadoutStore *self = READOUT_STORE (object);

  g_free (self->message);
  g_clear_pointer (&self->aside, readout_aside_free);
  g_clear_pointer (&self->file, readout_disk_file_unref);

  G_OBJECT_CLASS (readout_store_parent_class)->finalize (object);
}

static void
readout_store_class_init (ReadoutStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = readout_store_dispose;
  object_class->finalize = readout_store_finalize;

  /**
   * ReadoutStore::changed-on-disk:
   * @self: the store
   *
   * Another program has written the annotation file, and something else than
   * it said before.  Emitted once for each such change, in the main thread.
   */
  g_signal_new ("changed-on-disk",
                G_TYPE_FROM_CLASS (klass),
                G_SIGNAL_RUN_LAST,
                0,
                NULL,
                NULL,
                NULL,
                G_TYPE_NONE,
                0);

  /**
   * ReadoutStore::came-back:
   * @self: the store
   *
   * What another program had written says the same as before.  A save that it
   * stood in the way of can be made now.
   */
  g_signal_new ("came-back",
                G_TYPE_FROM_CLASS (klass),
                G_SIGNAL_RUN_LAST,
                0,
                NULL,
                NULL,
                NULL,
                G_TYPE_NONE,
                0);

  /**
   * ReadoutStore::journal-changed:
   * @self: the store
   *
   * readout_store_check_journal() says something else than before.  Emitted in
   * the main thread.
   */
  g_signal_new ("journal-changed",
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
readout_store_init (ReadoutStore *self)
{
  g_queue_init (&self->waiting);
}

/**
 * readout_store_new_for_loaded:
 * @loaded: what was loaded; its journal goes to the store
 *
 * Returns: (transfer full): a store of it
 */
ReadoutStore *
readout_store_new_for_loaded (ReadoutLoaded *loaded)
{
  ReadoutStore    *self;
  g_autofree char *path = NULL;

  g_return_val_if_fail (loaded != NULL && loaded->journal != NULL, NULL);

  self = g_object_new (READOUT_TYPE_STORE, NULL);
  path = g_file_get_path (loaded->annotation);
  self->document = g_object_ref (loaded->document);
  g_set_object (&self->article, loaded->article);
  g_set_object (&self->annotation, loaded->annotation);
  self->had_annotations = loaded->had_annotations;
  self->redirection = loaded->redirection;
  self->message = g_steal_pointer (&loaded->message);
  self->n_recovered = loaded->n_recovered;
  self->aside = g_steal_pointer (&loaded->aside);
  self->base = g_steal_pointer (&loaded->base);
  self->copy = g_steal_pointer (&loaded->copy);
  self->copy_is_read = self->copy != NULL
                       && readout_other_copy_get_theirs (self->copy) == NULL;
  self->is_moved = loaded->is_moved;
  self->file = readout_disk_file_new (path, &loaded->stamp, loaded->digest);
  readout_store_set_journal (self, loaded->journal);
  g_clear_pointer (&loaded->journal, readout_journal_unref);
  readout_journal_follow (self->journal);
  readout_store_watch (self);

  return self;
}

static void
open_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Opening       *opening = task_data;
  GError        *error = NULL;
  ReadoutLoaded *loaded;

  readout_own_words_wait ();
  loaded
      = readout_loader_open (opening->file, opening->held, cancellable, &error);
  if (loaded != NULL)
    g_task_return_pointer (task, loaded, (GDestroyNotify)readout_loaded_free);
  else
    g_task_return_error (task, error);
}

/**
 * readout_store_open_async:
 * @file: an article or an annotation file
 * @before: (nullable): a store that has @file open and saves nothing now
 * @cancellable: (nullable): to stop it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Reads a document in a thread.  If that works, the new store gets the
 * journal of @before, whose place it is to take; if not, @before keeps it.
 */
void
readout_store_open_async (GFile              *file,
                          ReadoutStore       *before,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;
  Opening *opening;

  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (before == NULL || READOUT_IS_STORE (before));

  opening = g_new0 (Opening, 1);
  opening->file = g_object_ref (file);
  if (before != NULL)
    opening->held = readout_journal_ref (before->journal);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, readout_store_open_async);
  g_task_set_task_data (task, opening, opening_free);
  g_task_run_in_thread (task, open_thread);
}

/**
 * readout_store_open_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a store, %NULL on error
 */
ReadoutStore *
readout_store_open_finish (GAsyncResult *result, GError **error)
{
  g_autoptr (ReadoutLoaded) loaded = NULL;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  loaded = g_task_propagate_pointer (G_TASK (result), error);

  return loaded != NULL ? readout_store_new_for_loaded (loaded) : NULL;
}

/**
 * readout_store_open:
 * @file: an article or an annotation file
 * @cancellable: (nullable): to stop it
 * @error: return location for an error
 *
 * Reads a document.
 *
 * Returns: (transfer full) (nullable): a store, %NULL on error
 */
ReadoutStore *
readout_store_open (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (ReadoutLoaded) loaded = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  loaded = readout_loader_open (file, NULL, cancellable, error);

  return loaded != NULL ? readout_store_new_for_loaded (loaded) : NULL;
}

/**
 * readout_store_new_for_document:
 * @document: a document without a file
 * @name: what to call it
 *
 * For pasted text and the sample article.  The annotations go to a file in the
 * user's data folder.  If the same text was annotated there before, the store
 * has the document with those annotations instead of @document.
 *
 * Returns: (transfer full): a store
 */
ReadoutStore *
readout_store_new_for_document (ReadoutDocument *document, const char *name)
{
  g_autoptr (ReadoutLoaded) loaded = NULL;

  g_return_val_if_fail (READOUT_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (name != NULL && *name != '\0', NULL);

  loaded = readout_loader_adopt (document, name);

  return readout_store_new_for_loaded (loaded);
}

/**
 * readout_store_get_document:
 * @self: a store
 *
 * Returns: (transfer none): the document
 */
ReadoutDocument *
readout_store_get_document (ReadoutStore *self)
{
  g_return_val_if_fail (READOUT_IS_STORE (self), NULL);

  return self->document;
}

/**
 * readout_store_get_article_file:
 * @self: a store
 *
 * Returns: (transfer none) (nullable): the file of the plain text
 */
GFile *
readout_store_get_article_file (ReadoutStore *self)
{
  g_return_val_if_fail (READOUT_IS_STORE (self), NULL);

  return self->article;
}

/**
 * readout_store_get_annotation_file:
 * @self: a store
 *
 * Returns: (transfer none): the file that annotations are saved to
 */
GFile *
readout_store_get_annotation_file (ReadoutStore *self)
{
  g_return_val_if_fail (READOUT_IS_STORE (self), NULL);

  return self->annotation;
}

/**
 * readout_store_had_annotations:
 * @self: a store
 *
 * Returns: whether annotations were there when the store was opened, in the
 *   file or in the journal of a program that was killed
 */
gboolean
readout_store_had_annotations (ReadoutStore *self)
{
  g_return_val_if_fail (READOUT_IS_STORE (self), FALSE);

  return self->had_annotations;
}

/**
 * readout_store_get_redirection:
 * @self: a store
 *
 * Returns: whether the annotations are kept in the user's data folder because
 *   they cannot be beside the article
 */
ReadoutRedirection
readout_store_get_redirection (ReadoutStore *self)
{
  g_return_val_if_fail (READOUT_IS_STORE (self), READOUT_REDIRECTION_NONE);

  return self->redirection;
}

/**
 * readout_store_get_import_message:
 * @self: a store
 *
 * Returns: (nullable): what a person should know of how the file was opened
 */
const char *
readout_store_get_import_message (ReadoutStore *self)
{
  g_return_val_if_fail (READOUT_IS_STORE (self), NULL);

  return self->message;
}

/**
 * readout_store_get_n_recovered:
 * @self: a store
 *
 * Returns: how many steps that no file held were there when the store was
 *   opened, and are in the document
 */
guint
readout_store_get_n_recovered (ReadoutStore *self)
{
  g_return_val_if_fail (READOUT_IS_STORE (self), 0);

  return self->n_recovered;
}

/**
 * readout_store_is_ahead:
 * @self: a store that has just been opened
 *
 * Returns: whether there is in the document what the annotation file does not
 *   hold, so that it had better be saved at once
 */
gboolean
readout_store_is_ahead (ReadoutStore *self)
{
  g_return_val_if_fail (READOUT_IS_STORE (self), FALSE);

  return self->n_recovered > 0 || self->is_moved;
}

/**
 * readout_store_get_other_copy:
 * @self: a store
 *
 * Returns: (transfer none) (nullable): a second copy of the annotations that is
 *   to be merged into the document
 */
ReadoutOtherCopy *
readout_store_get_other_copy (ReadoutStore *self)
{
  g_return_val_if_fail (READOUT_IS_STORE (self), NULL);

  return self->copy_is_read ? NULL : self->copy;
}

/**
 * readout_store_adopt_other_copy:
 * @self: a store that has another copy
 *
 * To be called when what the other copy says is in the document, which has to
 * be saved then.  That done, it is not needed any more.
 */
void
readout_store_adopt_other_copy (ReadoutStore *self)
{
  g_return_if_fail (READOUT_IS_STORE (self) && self->copy != NULL);

  self->copy_is_read = TRUE;
}

/**
 * readout_store_get_aside:
 * @self: a store
 *
 * Returns: (transfer none) (nullable): steps of an earlier session that do not
 *   fit the file as it was when the store was opened
 */
ReadoutAside *
readout_store_get_aside (ReadoutStore *self)
{
  g_return_val_if_fail (READOUT_IS_STORE (self), NULL);

  return self->aside;
}

/**
 * readout_store_check_journal:
 * @self: a store
 * @error: return location for an error of %G_IO_ERROR: %G_IO_ERROR_BUSY where
 *   another program has the journal
 *
 * Returns: whether each step survives a crash before it is saved
 */
gboolean
readout_store_check_journal (ReadoutStore *self, GError **error)
{
  g_return_val_if_fail (READOUT_IS_STORE (self), FALSE);

  return readout_journal_check (self->journal, error);
}

/**
 * readout_store_describe_change:
 * @self: a store
 *
 * Returns: (transfer full) (nullable): what to tell of the change that another
 *   program has made last, if what it has put there is no file, or cannot be
 *   read or merged
 */
char *
readout_store_describe_change (ReadoutStore *self)
{
  g_return_val_if_fail (READOUT_IS_STORE (self), NULL);

  if (self->why_not != NULL)
    return g_strdup (self->why_not);

  return self->found != NULL ? readout_disk_look_describe (self->found) : NULL;
}

/**
 * readout_store_keep_mine:
 * @self: a store
 *
 * Takes what was found on the disk last, by a save that failed or before
 * “changed-on-disk” was emitted, as seen, so that the next save replaces it.
 * What another program has written there since is not replaced.
 */
void
readout_store_keep_mine (ReadoutStore *self)
{
  g_return_if_fail (READOUT_IS_STORE (self));

  if (self->found != NULL)
    readout_disk_file_accept (self->file, self->found);
  readout_store_forget_found (self);
}

/**
 * readout_store_get_base:
 * @self: a store
 *
 * Returns: (transfer none): what was last read from the file or written to it
 */
ReadoutSnapshot *
readout_store_get_base (ReadoutStore *self)
{
  g_return_val_if_fail (READOUT_IS_STORE (self), NULL);

  return self->base;
}

/**
 * readout_store_get_theirs:
 * @self: a store
 *
 * Returns: (transfer none) (nullable): what another program has made of the
 *   file since; %NULL if none has, or it cannot be merged, which
 *   readout_store_describe_change() explains
 */
ReadoutSnapshot *
readout_store_get_theirs (ReadoutStore *self)
{
  g_return_val_if_fail (READOUT_IS_STORE (self), NULL);

  return self->theirs;
}

/**
 * readout_store_is_reading:
 * @self: a store
 *
 * Returns: whether what another program has written is being read, after
 *   which “changed-on-disk” or “came-back” is emitted
 */
gboolean
readout_store_is_reading (ReadoutStore *self)
{
  g_return_val_if_fail (READOUT_IS_STORE (self), FALSE);

  return self->reading != NULL;
}

/**
 * readout_store_is_in_the_way:
 * @self: a store
 *
 * Returns: whether what another program has written keeps the document from
 *   being saved
 */
gboolean
readout_store_is_in_the_way (ReadoutStore *self)
{
  g_return_val_if_fail (READOUT_IS_STORE (self), FALSE);

  return self->found != NULL;
}

/**
 * readout_store_adopt_theirs:
 * @self: a store that has theirs
 *
 * To be called when what another program has written is in the document.  The
 * next save goes on from there.
 *
 * Returns: whether the document says just what the file does
 */
gboolean
readout_store_adopt_theirs (ReadoutStore *self)
{
  g_autoptr (ReadoutSnapshot) now = NULL;
  gboolean equal;

  g_return_val_if_fail (READOUT_IS_STORE (self), FALSE);
  g_return_val_if_fail (self->theirs != NULL && self->found != NULL, FALSE);

  now = readout_snapshot_new (self->document);
  equal = readout_snapshot_equal (now, self->theirs);

  readout_disk_file_accept (self->file, self->found);
  readout_snapshot_unref (self->base);
  self->base = g_steal_pointer (&self->theirs);
  if (equal)
    readout_store_mark (self, self->found->digest);
  readout_store_forget_found (self);

  return equal;
}

/**
 * readout_store_close:
 * @self: a store
 *
 * Lets go of the journal as soon as the saves that were asked for have ended.
 * To be called when the document is given up, since a thread can have @self
 * for a moment longer.  What is done to the document later is kept nowhere
 * until it is saved.
 */
void
readout_store_close (ReadoutStore *self)
{
  g_return_if_fail (READOUT_IS_STORE (self));

  self->is_closed = TRUE;
  readout_store_free_journal (self);
}
