/* opener.c: the one door by which a document comes in
 *
 * Everything that comes in takes its time, be it read from a disk or pasted,
 * and is made a document of in a thread; so what is asked for last could be
 * open first, and be overwritten by what was asked for before.  Here each
 * request cancels the one before it, and there is at most one that has not
 * ended.
 *
 * A document that comes in by itself is adopted in the same way, whatever the
 * door was: the session turns to it, the banners of the one before go, and
 * either the detector starts or the first item to review is shown.
 *
 * What is open already is not loaded again: there would be two documents of
 * one file, and only one of them could keep the journal.  Where it is to be
 * read again after all, the journal is handed over.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include "session/opener.h"

#include <glib/gi18n-lib.h>

#include "project/pasted.h"
#include "session/recovery.h"
#include "session/selection.h"

#define SAMPLE_RESOURCE "/org/readout/Readout/sample/sample.txt"

struct _ReadoutOpener
{
  GObject parent_instance;

  ReadoutSession   *session;
  ReadoutSaver     *saver;
  ReadoutSuggester *suggester;

  /* Stops what was asked for last; NULL if nothing is being opened. */
  GCancellable *opening;
};

/* What is being opened: a file, or a text with perhaps a name.  @again is the
 * store that has the file open, if it is to be read again; NULL otherwise. */
typedef struct
{
  GFile        *file;
  ReadoutStore *again;
  char         *text;
  char         *name;
} Request;

G_DEFINE_FINAL_TYPE (ReadoutOpener, readout_opener, G_TYPE_OBJECT)

static void
request_free (gpointer data)
{
  Request *request = data;

  g_clear_object (&request->file);
  g_clear_object (&request->again);
  g_free (request->text);
  g_free (request->name);
  g_free (request);
}

/* To be done before anything comes in. */
static void
cancel_opening (ReadoutOpener *self)
{
  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
}

/* What waits in a file that has been worked on already, or that another
 * program has made, and who that was. */
static void
say_what_waits (ReadoutOpener *self)
{
  const char *generator = readout_document_get_generator (
      readout_session_get_document (self->session));
  guint            n_reviewed = readout_session_get_n_reviewed (self->session);
  guint            n = readout_session_get_n_items (self->session) - n_reviewed;
  g_autofree char *status = NULL;

  if (n > 0 && generator != NULL && n_reviewed == 0)
    /* Translators: %s is the program that made them, as "Tagger 2.1" */
    status = g_strdup_printf (ngettext ("%u suggestion of %s to review",
                                        "%u suggestions of %s to review",
                                        n),
                              n,
                              generator);
  else if (n > 0)
    status = g_strdup_printf (
        ngettext ("%u suggestion to review", "%u suggestions to review", n), n);
  else
    status = g_strdup (_ ("Everything is reviewed"));

  readout_session_set_status (self->session, status);
}

/* A suggestion that nobody has looked at can be made again: opening an
 * article must not leave a file beside it. */
static void
on_suggested (ReadoutSuggester *suggester,
              gboolean          unasked,
              ReadoutOpener    *self)
{
  ReadoutUndoStack *stack = readout_document_get_undo_stack (
      readout_session_get_document (self->session));

  if (unasked && readout_undo_stack_get_n_groups (stack) <= 1)
    readout_saver_drop (self->saver);
}

static void
adopt (ReadoutOpener *self, ReadoutStore *store)
{
  const char *message;

  readout_session_set_store (self->session, store);
  for (guint problem = 0; problem < READOUT_N_PROBLEMS; problem++)
    readout_session_announce (self->session, problem, NULL);

  message = readout_store_get_import_message (store);
  if (message != NULL)
    readout_session_announce (self->session, READOUT_PROBLEM_IMPORT, message);
  readout_recovery_offer (self->session, self->saver);

  readout_session_set_status (self->session, NULL);
  if (!readout_suggester_offer (self->suggester)
      && readout_session_get_n_items (self->session) > 0)
    {
      say_what_waits (self);
      readout_session_show_first (self->session);
    }
}

/* For a document that has been loaded only to find that it is open, under
 * another name or as the same words that were pasted before. */
static gboolean
is_open (ReadoutOpener *self, ReadoutStore *store)
{
  return readout_opener_has_open (self,
                                  readout_store_get_annotation_file (store));
}

static void
say_is_open (ReadoutOpener *self)
{
  readout_session_set_status (self->session,
                              _ ("This article is open already"));
}

static void
on_opened (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  ReadoutOpener *self = g_task_get_source_object (task);
  const Request *request = g_task_get_task_data (task);
  g_autoptr (ReadoutStore) store = NULL;
  g_autoptr (GError) error = NULL;

  if (request->file != NULL)
    store = readout_store_open_finish (result, &error);
  else
    store = readout_pasted_open_finish (result, &error);
  if (g_task_return_error_if_cancelled (task))
    return;
  if (store == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  g_clear_object (&self->opening);
  if (request->again == NULL && is_open (self, store))
    say_is_open (self);
  else
    {
      /* What is left of the document that is read again is in the file, or
       * in the journal that the new one has now, or not wanted. */
      if (request->again != NULL)
        readout_saver_drop (self->saver);
      adopt (self, store);
    }
  g_task_return_boolean (task, TRUE);
}

/* A failed write is told of, and what it has not written is in the journal:
 * no reason not to open the next file. */
static void
on_flushed (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  const Request *request = g_task_get_task_data (task);

  if (g_task_return_error_if_cancelled (task))
    return;

  if (request->file != NULL)
    readout_store_open_async (request->file,
                              request->again,
                              g_task_get_cancellable (task),
                              on_opened,
                              g_object_ref (task));
  else
    readout_pasted_open_async (request->text,
                               request->name,
                               g_task_get_cancellable (task),
                               on_opened,
                               g_object_ref (task));
}

/* Writes what is not saved yet, and then loads. */
static void
start (ReadoutOpener      *self,
       Request            *request,
       GAsyncReadyCallback callback,
       gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;

  cancel_opening (self);
  self->opening = g_cancellable_new ();

  task = g_task_new (self, self->opening, callback, user_data);
  g_task_set_source_tag (task, readout_opener_open_async);
  g_task_set_task_data (task, request, request_free);
  readout_saver_flush_async (self->saver, on_flushed, g_steal_pointer (&task));
}

static void
readout_opener_dispose (GObject *object)
{
  ReadoutOpener *self = READOUT_OPENER (object);

  cancel_opening (self);
  g_clear_object (&self->suggester);
  g_clear_object (&self->saver);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (readout_opener_parent_class)->dispose (object);
}

static void
readout_opener_class_init (ReadoutOpenerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = readout_opener_dispose;
}

static void
readout_opener_init (ReadoutOpener *self)
{
}

static void
start_file (ReadoutOpener      *self,
            GFile              *file,
            ReadoutStore       *again,
            GAsyncReadyCallback callback,
            gpointer            user_data)
{
  Request *request = g_new0 (Request, 1);

  request->file = g_object_ref (file);
  g_set_object (&request->again, again);
  start (self, request, callback, user_data);
}

/**
 * readout_opener_new:
 * @session: what the documents are for
 * @saver: the saver of @session
 * @suggester: the suggester of @session
 *
 * Returns: (transfer full): the door into @session
 */
ReadoutOpener *
readout_opener_new (ReadoutSession   *session,
                    ReadoutSaver     *saver,
                    ReadoutSuggester *suggester)
{
  ReadoutOpener *self;

  g_return_val_if_fail (READOUT_IS_SESSION (session), NULL);
  g_return_val_if_fail (READOUT_IS_SAVER (saver), NULL);
  g_return_val_if_fail (READOUT_IS_SUGGESTER (suggester), NULL);

  self = g_object_new (READOUT_TYPE_OPENER, NULL);
  self->session = g_object_ref (session);
  self->saver = g_object_ref (saver);
  self->suggester = g_object_ref (suggester);
  g_signal_connect_object (
      suggester, "suggested", G_CALLBACK (on_suggested), self, 0);

  return self;
}

/**
 * readout_opener_has_open:
 * @self: an opener
 * @file: a file
 *
 * Returns: whether @file is the article or the annotation file of what is open
 */
gboolean
readout_opener_has_open (ReadoutOpener *self, GFile *file)
{
  ReadoutStore *store;
  GFile        *article;

  g_return_val_if_fail (READOUT_IS_OPENER (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  store = readout_session_get_store (self->session);
  if (store == NULL)
    return FALSE;

  article = readout_store_get_article_file (store);

  return g_file_equal (readout_store_get_annotation_file (store), file)
         || (article != NULL && g_file_equal (article, file));
}

/**
 * readout_opener_open_async:
 * @self: an opener
 * @file: an article or an annotation file
 * @callback: (scope async): called when it is open or has failed
 * @user_data: for @callback
 *
 * Opens a file in place of what is open, which stays open if this fails, or
 * if it is @file.  Whatever is asked of @self before this has ended cancels
 * it.  What is not saved yet is written first.
 */
void
readout_opener_open_async (ReadoutOpener      *self,
                           GFile              *file,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (READOUT_IS_OPENER (self));
  g_return_if_fail (G_IS_FILE (file));

  if (readout_opener_has_open (self, file))
    {
      cancel_opening (self);
      task = g_task_new (self, NULL, callback, user_data);
      g_task_set_source_tag (task, readout_opener_open_async);
      say_is_open (self);
      g_task_return_boolean (task, TRUE);
      return;
    }

  start_file (self, file, NULL, callback, user_data);
}

/**
 * readout_opener_open_finish:
 * @self: an opener
 * @result: what the callback got
 * @error: where to put what went wrong; %G_IO_ERROR_CANCELLED if something
 *   else was asked for meanwhile
 *
 * For all that was asked for to be opened.
 *
 * Returns: whether it is open now
 */
gboolean
readout_opener_open_finish (ReadoutOpener *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (READOUT_IS_OPENER (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
on_sample_opened (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (readout_opener_open_finish (READOUT_OPENER (object), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
on_restored (GObject *object, GAsyncResult *result, gpointer user_data)
{
  ReadoutOpener *self = READOUT_OPENER (object);
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  /* A file that has gone since is no news to whoever has removed it. */
  if (readout_opener_open_finish (self, result, &error))
    g_task_return_boolean (task, TRUE);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    readout_opener_open_sample_async (
        self, on_sample_opened, g_steal_pointer (&task));
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * readout_opener_restore_async:
 * @self: an opener
 * @file: (nullable): what was open last, or %NULL at the first start
 * @callback: (scope async): called when something is open or it has failed
 * @user_data: for @callback
 *
 * Opens what was open last, or the sample if that has gone.
 */
void
readout_opener_restore_async (ReadoutOpener      *self,
                              GFile              *file,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (READOUT_IS_OPENER (self));
  g_return_if_fail (file == NULL || G_IS_FILE (file));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, readout_opener_restore_async);
  if (file == NULL)
    readout_opener_open_sample_async (
        self, on_sample_opened, g_steal_pointer (&task));
  else
    readout_opener_open_async (
        self, file, on_restored, g_steal_pointer (&task));
}

/**
 * readout_opener_restore_finish:
 * @self: an opener
 * @result: what the callback got
 * @error: where to put what went wrong; %G_IO_ERROR_CANCELLED if something
 *   else was asked for meanwhile
 *
 * Returns: whether something is open now
 */
gboolean
readout_opener_restore_finish (ReadoutOpener *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (READOUT_IS_OPENER (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * readout_opener_open_text_async:
 * @self: an opener
 * @text: an article, as it was pasted
 * @name: (nullable): a name for it
 * @callback: (scope async): called when it is open or has failed; ends with
 *   readout_opener_open_finish()
 * @user_data: for @callback
 *
 * Makes a document without a file of @text and opens it as
 * readout_opener_open_async() opens a file.  Its annotations go to a recovery
 * file until it is saved somewhere.
 */
void
readout_opener_open_text_async (ReadoutOpener      *self,
                                const char         *text,
                                const char         *name,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  Request *request;

  g_return_if_fail (READOUT_IS_OPENER (self));
  g_return_if_fail (text != NULL);

  request = g_new0 (Request, 1);
  request->text = g_strdup (text);
  request->name = g_strdup (name);
  start (self, request, callback, user_data);
}

/**
 * readout_opener_open_sample_async:
 * @self: an opener
 * @callback: (scope async): as for readout_opener_open_text_async()
 * @user_data: for @callback
 *
 * Opens the article that comes with the program.
 */
void
readout_opener_open_sample_async (ReadoutOpener      *self,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_if_fail (READOUT_IS_OPENER (self));

  bytes = g_resources_lookup_data (
      SAMPLE_RESOURCE, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_assert (bytes != NULL);

  /* Resources end with a NUL that is not counted. */
  readout_opener_open_text_async (
      self, g_bytes_get_data (bytes, NULL), "sample", callback, user_data);
}

static void
on_reloaded (GObject *object, GAsyncResult *result, gpointer user_data)
{
  ReadoutOpener *self = READOUT_OPENER (object);
  g_autoptr (GError) error = NULL;

  if (readout_opener_open_finish (self, result, &error))
    readout_session_set_status (self->session, _ ("Reloaded"));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    readout_session_announce (
        self->session, READOUT_PROBLEM_OPEN, error->message);
}

/**
 * readout_opener_reload:
 * @self: an opener
 *
 * Reads the open file again, after what is not saved yet has been written if
 * no other program has changed the file; if one has, that is dropped.
 */
void
readout_opener_reload (ReadoutOpener *self)
{
  ReadoutStore *store;

  g_return_if_fail (READOUT_IS_OPENER (self));

  store = readout_session_get_store (self->session);
  if (store != NULL)
    start_file (self,
                readout_store_get_annotation_file (store),
                store,
                on_reloaded,
                NULL);
}
