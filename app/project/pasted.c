/* pasted.c: articles that come as text and not as a file
 *
 * To take in a text is as much work as to open a file: it is decoded and its
 * byline read, the annotations that were made of it before are looked for, and
 * a journal is begun.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-project"

#include "config.h"

#include "project/pasted.h"

#include <string.h>

#include "detect/words/own-words.h"
#include "formats/article.h"
#include "project/store-private.h"

typedef struct
{
  char *text;
  char *name;
} Pasted;

static void
pasted_free (gpointer data)
{
  Pasted *self = data;

  g_free (self->text);
  g_free (self->name);
  g_free (self);
}

static void
open_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  const Pasted        *self = task_data;
  ReadoutArticleReport report = { 0 };
  GError              *error = NULL;
  g_autoptr (ReadoutDocument) document = NULL;

  readout_own_words_wait ();
  document = readout_article_read (
      self->text, strlen (self->text), self->name, &report, &error);
  readout_article_report_clear (&report);
  if (document == NULL)
    g_task_return_error (task, error);
  else if (!g_task_return_error_if_cancelled (task))
    /* The recovery file is told from others by a checksum of the text as well,
     * so that any word will do. */
    g_task_return_pointer (
        task,
        readout_loader_adopt (document,
                              self->name != NULL ? self->name : "pasted"),
        (GDestroyNotify)readout_loaded_free);
}

/**
 * readout_pasted_open_async:
 * @text: an article, from the clipboard or a resource
 * @name: (nullable): a name for it
 * @cancellable: (nullable): to stop it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Imports @text in a thread, as a plain-text file would be imported.
 */
void
readout_pasted_open_async (const char         *text,
                           const char         *name,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;
  Pasted *self;

  g_return_if_fail (text != NULL);

  self = g_new0 (Pasted, 1);
  self->text = g_strdup (text);
  self->name = g_strdup (name);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, readout_pasted_open_async);
  g_task_set_task_data (task, self, pasted_free);
  g_task_run_in_thread (task, open_thread);
}

/**
 * readout_pasted_open_finish:
 * @result: what the callback was given
 * @error: where to put what went wrong
 *
 * Returns: (transfer full) (nullable): a store of a document without a file,
 *   or %NULL with a #READOUT_ERROR
 */
ReadoutStore *
readout_pasted_open_finish (GAsyncResult *result, GError **error)
{
  g_autoptr (ReadoutLoaded) loaded = NULL;

  g_return_val_if_fail (
      g_async_result_is_tagged (result, readout_pasted_open_async), NULL);

  loaded = g_task_propagate_pointer (G_TASK (result), error);

  return loaded != NULL ? readout_store_new_for_loaded (loaded) : NULL;
}
