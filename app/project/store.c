/* store.c: documents on disk, loaded and saved without losing an edit
 *
 * A save takes a snapshot of the records in the main thread, which copies
 * pointers only, and does the rest in a thread: make the bytes, see that the
 * file is still as it was left, write the journal's mark, and replace the file
 * in one step (atomic.c).  Saves of one store run one after the other, each
 * with a number, and one that was overtaken by a later one writes nothing.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-project"

#include "config.h"

#include "project/store.h"

#include "formats/json.h"
#include "project/disk-file.h"
#include "project/journal.h"
#include "project/loader.h"
#include "project/watcher.h"

struct _ReadoutStore
{
  GObject            parent_instance;
  ReadoutDocument   *document;
  GFile             *article;
  GFile             *annotation;
  ReadoutWatcher    *watcher;
  ReadoutJournal    *journal;
  char              *message;
  gboolean           had_annotations;
  ReadoutRedirection redirection;
  GQueue             waiting; /* of GTask: saves to come */
  gboolean           is_saving;
  gboolean           is_closed;
  guint64            last_number;
  ReadoutDiskFile   *file; /* shared with the threads that save and look */

  ReadoutDiskLook *found;    /* what another program has put there */
  ReadoutFileStamp reported; /* the change that was told last */
};

/* One save.  Belongs to the thread from start to end. */
typedef struct
{
  ReadoutDiskFile     *file;
  ReadoutJsonSnapshot *snapshot;
  ReadoutJournal      *journal;
  GFile               *target; /* of Save As */
  ReadoutDiskLook     *found;  /* what stands in the way */
  char                *digest;
  gboolean             overwrite;
  gboolean             overtaken;
  guint64              number;
  guint64              journal_number;
  guint64              state; /* of the undo stack */
} Save;

/* A save that waits for its turn. */
typedef struct
{
  gboolean overwrite;
  GFile   *target;
} Request;

/* What is to be opened, and the journal of the store that has it open. */
typedef struct
{
  GFile          *file;
  ReadoutJournal *held;
} Opening;

enum
{
  CHANGED_ON_DISK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReadoutStore, readout_store, G_TYPE_OBJECT)

static void start_next (ReadoutStore *self);

static void
request_free (gpointer data)
{
  Request *request = data;

  g_clear_object (&request->target);
  g_free (request);
}

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  g_object_unref (opening->file);
  g_clear_pointer (&opening->held, readout_journal_unref);
  g_free (opening);
}

static void
save_free (gpointer data)
{
  Save *save = data;

  readout_json_snapshot_free (save->snapshot);
  readout_journal_unref (save->journal);
  g_clear_object (&save->target);
  g_clear_pointer (&save->found, readout_disk_look_free);
  readout_disk_file_unref (save->file);
  g_free (save->digest);
  g_free (save);
}

static Save *
save_new (ReadoutStore *self, GFile *target, gboolean overwrite)
{
  ReadoutUndoStack *stack = readout_document_get_undo_stack (self->document);
  Save             *save = g_new0 (Save, 1);

  save->number = ++self->last_number;
  save->state = readout_undo_stack_get_state (stack);
  save->snapshot = readout_json_snapshot_new (self->document);
  save->overwrite = overwrite;

  if (target != NULL)
    {
      g_autofree char *uri = g_file_get_uri (target);
      g_autofree char *path = g_file_get_path (target);

      save->file = readout_disk_file_new (path, NULL, NULL);
      save->target = g_object_ref (target);
      save->journal = readout_journal_begin (uri, self->document);
      readout_journal_follow (save->journal);
    }
  else
    {
      save->file = readout_disk_file_ref (self->file);
      save->journal = readout_journal_ref (self->journal);
    }

  save->journal_number = readout_journal_begin_save (save->journal);

  return save;
}

static gboolean
run_save (Save *save, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  ReadoutDiskWrite write = { .number = save->number,
                             .overwrite = save->overwrite,
                             .journal = save->journal,
                             .journal_number = save->journal_number };
  gboolean         ok;

  bytes = readout_json_snapshot_write (save->snapshot, TRUE);
  save->digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  write.bytes = bytes;
  write.digest = save->digest;

  ok = readout_disk_file_write (save->file, &write, error);
  save->overtaken = write.overtaken;
  save->found = write.found;

  return ok;
}

/* Tells once of each change that another program made. */
static void
take_found (ReadoutDiskLook *found, gpointer user_data)
{
  ReadoutStore *self = user_data;

  g_clear_pointer (&self->found, readout_disk_look_free);
  if (!readout_disk_look_is_foreign (found))
    {
      readout_disk_look_free (found);
      return;
    }

  self->found = found;
  if (readout_file_stamp_equal (&found->stamp, &self->reported))
    return;

  self->reported = found->stamp;
  g_signal_emit (self, signals[CHANGED_ON_DISK], 0);
}

static void
watch (ReadoutStore *self)
{
  g_clear_pointer (&self->watcher, readout_watcher_free);
  g_clear_pointer (&self->found, readout_disk_look_free);
  self->watcher
      = readout_watcher_new (self->annotation, self->file, take_found, self);
}

/* Later saves go to the new file. */
static void
move_to_target (ReadoutStore *self, Save *save)
{
  readout_journal_close (self->journal);
  readout_journal_unref (self->journal);
  self->journal = readout_journal_ref (save->journal);
  g_set_object (&self->annotation, save->target);
  self->redirection = READOUT_REDIRECTION_NONE;
  readout_disk_file_unref (self->file);
  self->file = readout_disk_file_ref (save->file);
  watch (self);
}

/* What is left to do in the main thread. */
static void
end_save (ReadoutStore *self, Save *save, gboolean ok)
{
  if (save->target != NULL && (!ok || save->overtaken))
    readout_journal_close (save->journal);
  if (save->found != NULL)
    take_found (g_steal_pointer (&save->found), self);
  if (!ok || save->overtaken)
    return;

  if (save->target != NULL)
    move_to_target (self, save);
  readout_undo_stack_mark_saved (
      readout_document_get_undo_stack (self->document), save->state);
  readout_journal_end_save (save->journal, save->journal_number, save->digest);
}

static void
save_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  GError *error = NULL;

  if (run_save (task_data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Before anybody hears that the last save has ended, for it may be what
 * somebody waits for who opens the file again. */
static void
free_journal (ReadoutStore *self)
{
  if (self->is_closed && !self->is_saving)
    readout_journal_close (self->journal);
}

static void
saved_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  ReadoutStore *self = READOUT_STORE (object);
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  gboolean ok = g_task_propagate_boolean (G_TASK (result), &error);

  self->is_saving = FALSE;
  end_save (self, g_task_get_task_data (G_TASK (result)), ok);
  start_next (self);
  free_journal (self);

  if (ok)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
start_next (ReadoutStore *self)
{
  GTask   *task;
  Request *request;
  g_autoptr (GTask) inner = NULL;

  if (self->is_saving)
    return;

  /* Those that were cancelled while they waited do nothing. */
  do
    task = g_queue_pop_head (&self->waiting);
  while (task != NULL && g_task_return_error_if_cancelled (task)
         && (g_object_unref (task), TRUE));
  if (task == NULL)
    return;

  request = g_task_get_task_data (task);
  self->is_saving = TRUE;

  /* Once begun, a save is brought to its end: it takes milliseconds. */
  inner = g_task_new (self, NULL, saved_cb, task);
  g_task_set_source_tag (inner, start_next);
  g_task_set_task_data (
      inner, save_new (self, request->target, request->overwrite), save_free);
  g_task_run_in_thread (inner, save_thread);
}

static void
queue_save (ReadoutStore       *self,
            GFile              *target,
            gboolean            overwrite,
            GCancellable       *cancellable,
            gpointer            source_tag,
            GAsyncReadyCallback callback,
            gpointer            user_data)
{
  GTask   *task = g_task_new (self, cancellable, callback, user_data);
  Request *request = g_new0 (Request, 1);

  request->overwrite = overwrite;
  if (target != NULL)
    request->target = g_object_ref (target);

  g_task_set_source_tag (task, source_tag);
  g_task_set_task_data (task, request, request_free);
  g_queue_push_tail (&self->waiting, task);
  start_next (self);
}

static void
readout_store_dispose (GObject *object)
{
  ReadoutStore *self = READOUT_STORE (object);

  g_clear_pointer (&self->watcher, readout_watcher_free);
  g_clear_pointer (&self->found, readout_disk_look_free);
  if (self->journal != NULL)
    readout_journal_close (self->journal);
  g_clear_pointer (&self->journal, readout_journal_unref);
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
   * Another program has written the annotation file.  Emitted once for each
   * such change, in the main thread.
   */
  signals[CHANGED_ON_DISK] = g_signal_new ("changed-on-disk",
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

static ReadoutStore *
store_new (ReadoutLoaded *loaded)
{
  ReadoutStore    *self = g_object_new (READOUT_TYPE_STORE, NULL);
  g_autofree char *path = g_file_get_path (loaded->annotation);

  self->document = g_object_ref (loaded->document);
  g_set_object (&self->article, loaded->article);
  g_set_object (&self->annotation, loaded->annotation);
  self->had_annotations = loaded->had_annotations;
  self->redirection = loaded->redirection;
  self->message = g_steal_pointer (&loaded->message);
  self->file = readout_disk_file_new (path, &loaded->stamp, loaded->digest);
  self->journal = g_steal_pointer (&loaded->journal);
  readout_journal_follow (self->journal);
  watch (self);

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
  ReadoutLoaded *loaded
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

  return loaded != NULL ? store_new (loaded) : NULL;
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

  return loaded != NULL ? store_new (loaded) : NULL;
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

  return store_new (loaded);
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
 * readout_store_save:
 * @self: a store
 * @overwrite: whether to replace what another program wrote
 * @cancellable: (nullable): to stop it
 * @error: return location for an error: %READOUT_ERROR_CHANGED, or of
 *   %G_IO_ERROR
 *
 * Saves the annotations.  The file is replaced wholly or not at all; it is not
 * touched if it would not change.
 *
 * Returns: whether they are saved
 */
gboolean
readout_store_save (ReadoutStore *self,
                    gboolean      overwrite,
                    GCancellable *cancellable,
                    GError      **error)
{
  Save    *save;
  gboolean ok;

  g_return_val_if_fail (READOUT_IS_STORE (self), FALSE);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  save = save_new (self, NULL, overwrite);
  ok = run_save (save, error);
  end_save (self, save, ok);
  save_free (save);

  return ok;
}

/**
 * readout_store_save_async:
 * @self: a store
 * @overwrite: whether to replace what another program wrote
 * @cancellable: (nullable): to stop it while it waits for its turn
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * As readout_store_save(), in a thread.  What is saved is the document as it is
 * when the saves that were asked for before are done.
 */
void
readout_store_save_async (ReadoutStore       *self,
                          gboolean            overwrite,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  g_return_if_fail (READOUT_IS_STORE (self));

  queue_save (self,
              NULL,
              overwrite,
              cancellable,
              readout_store_save_async,
              callback,
              user_data);
}

/**
 * readout_store_save_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: whether the annotations are saved
 */
gboolean
readout_store_save_finish (ReadoutStore *self,
                           GAsyncResult *result,
                           GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * readout_store_save_as_async:
 * @self: a store
 * @file: where to save; replaced if it exists
 * @cancellable: (nullable): to stop it while it waits for its turn
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Saves to another file, which later saves go to.
 */
void
readout_store_save_as_async (ReadoutStore       *self,
                             GFile              *file,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  g_return_if_fail (READOUT_IS_STORE (self));
  g_return_if_fail (G_IS_FILE (file));

  /* The same file again is a plain save: it has its journal already. */
  queue_save (self,
              g_file_equal (file, self->annotation) ? NULL : file,
              TRUE,
              cancellable,
              readout_store_save_as_async,
              callback,
              user_data);
}

/**
 * readout_store_save_as_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: whether the annotations are saved
 */
gboolean
readout_store_save_as_finish (ReadoutStore *self,
                              GAsyncResult *result,
                              GError      **error)
{
  return readout_store_save_finish (self, result, error);
}

/**
 * readout_store_describe_change:
 * @self: a store
 *
 * Returns: (transfer full) (nullable): what to tell of the change that another
 *   program has made last, if it has put something there that is no file, or
 *   none that can be read
 */
char *
readout_store_describe_change (ReadoutStore *self)
{
  g_return_val_if_fail (READOUT_IS_STORE (self), NULL);

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
  g_clear_pointer (&self->found, readout_disk_look_free);
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
  free_journal (self);
}
