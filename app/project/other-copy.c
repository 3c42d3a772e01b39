/* other-copy.c: annotations of one article in two places
 *
 * While the folder of an article cannot be written, its annotations are kept
 * in the user's data folder; and when it can be written again (or somebody
 * else has written there meanwhile) there are two copies.  Neither is taken for
 * the right one: they are merged as two that have worked on one file.  For this
 * what both go back to has to be known.  It is the file of the first copy as
 * it was when the second was begun, and is kept beside the second, with the
 * ending “.base.json”; without such a file both go back to the bare text.
 *
 * A copy that is not needed any more is removed only when the other one is
 * safe on the disk: until then each opening finds both again, and to merge
 * twice does no harm.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-project"

#include "config.h"

#include "project/other-copy.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "base/error.h"
#include "formats/json-guard.h"
#include "formats/json.h"
#include "project/atomic.h"
#include "project/file-name.h"
#include "project/journal-aside.h"
#include "project/journal.h"
#include "project/read-file.h"
#include "project/redirection.h"

/* It belongs to one thread at a time. */
struct _ReadoutOtherCopy
{
  gatomicrefcount  ref_count;
  char            *path;      /* of the copy in the data folder */
  char            *base_path; /* of what both go back to */
  ReadoutSnapshot *base;
  ReadoutSnapshot *theirs;
  ReadoutJournal  *journal;     /* of the copy in the data folder */
  GBytes          *base_before; /* to be kept before the document is saved */
  GBytes          *base_after;  /* to be kept when it is saved */
  gboolean         is_removed;  /* the copy goes when it is saved */
};

static ReadoutOtherCopy *
other_copy_new (GFile *redirected)
{
  ReadoutOtherCopy *self = g_new0 (ReadoutOtherCopy, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->path = g_file_get_path (redirected);
  self->base_path = readout_redirection_get_base_path (redirected);

  return self;
}

/**
 * readout_other_copy_new_left:
 * @redirected: the copy in the data folder
 *
 * For a document that was read from there and goes to another place: the copy
 * is removed when it is saved.
 *
 * Returns: (transfer full): the copy
 */
ReadoutOtherCopy *
readout_other_copy_new_left (GFile *redirected)
{
  ReadoutOtherCopy *self;

  g_return_val_if_fail (G_IS_FILE (redirected), NULL);

  self = other_copy_new (redirected);
  self->is_removed = TRUE;

  return self;
}

/**
 * readout_other_copy_new_forked:
 * @redirected: the copy in the data folder, which need not be there yet
 * @bytes: what one of the two copies says, from which the other is begun
 *
 * For a document that will be a second copy when it is saved.
 *
 * Returns: (transfer full): the copy
 */
ReadoutOtherCopy *
readout_other_copy_new_forked (GFile *redirected, GBytes *bytes)
{
  ReadoutOtherCopy *self;

  g_return_val_if_fail (G_IS_FILE (redirected) && bytes != NULL, NULL);

  self = other_copy_new (redirected);
  self->base_before = g_bytes_ref (bytes);

  return self;
}

/* The annotations of @text in a file. */
static ReadoutDocument *
read_document (GFile        *file,
               ReadoutText  *text,
               GBytes      **bytes,
               GCancellable *cancellable,
               GError      **error)
{
  g_autoptr (ReadoutDocument) document = NULL;
  const char *data;
  gsize       size;

  *bytes = readout_read_file (file, READOUT_JSON_MAX_BYTES, cancellable, error);
  if (*bytes == NULL)
    return NULL;

  data = g_bytes_get_data (*bytes, &size);
  document = readout_json_read (data, size, error);
  if (document == NULL)
    return NULL;

  if (!readout_text_equal (readout_document_get_text (document), text))
    {
      g_set_error_literal (error,
                           READOUT_ERROR,
                           READOUT_ERROR_FORMAT,
                           _ ("it is about another text"));
      return NULL;
    }

  return g_steal_pointer (&document);
}

static ReadoutSnapshot *
read_base (const ReadoutOtherCopy *self, ReadoutText *text)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->base_path);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (ReadoutDocument) document
      = read_document (file, text, &bytes, NULL, NULL);

  if (document == NULL)
    document = readout_document_new (text);

  return readout_snapshot_new (document);
}

/* What a killed program has left in the journal of the copy belongs to it; what
 * lies aside stays with the article. */
static gboolean
open_journal (ReadoutOtherCopy *self,
              GFile            *file,
              ReadoutDocument  *document,
              GBytes           *bytes,
              GError          **error)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *digest
      = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_autoptr (GError) no_journal = NULL;
  guint n_recovered;

  self->journal = readout_journal_open (uri, document, digest, &n_recovered);
  if (readout_journal_check (self->journal, &no_journal)
      || !g_error_matches (no_journal, G_IO_ERROR, G_IO_ERROR_BUSY))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&no_journal));

  return FALSE;
}

/**
 * readout_other_copy_read:
 * @redirected: the copy in the data folder
 * @file: that copy, or the one beside the article, whichever is not open
 * @text: what the annotations have to be about
 * @cancellable: (nullable): to stop it
 * @error: return location for an error: of %READOUT_ERROR, of input and output,
 *   or %G_IO_ERROR_BUSY where another program has the copy open
 *
 * Reads the copy that is not open, to be merged.  Can run in any thread.
 *
 * Returns: (transfer full) (nullable): the copy
 */
ReadoutOtherCopy *
readout_other_copy_read (GFile        *redirected,
                         GFile        *file,
                         ReadoutText  *text,
                         GCancellable *cancellable,
                         GError      **error)
{
  g_autoptr (ReadoutOtherCopy) self = NULL;
  g_autoptr (ReadoutDocument) document = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (G_IS_FILE (redirected) && G_IS_FILE (file), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  document = read_document (file, text, &bytes, cancellable, error);
  if (document == NULL)
    return NULL;

  self = other_copy_new (redirected);
  self->is_removed = g_file_equal (file, redirected);
  if (!self->is_removed)
    self->base_after = g_bytes_ref (bytes);
  else if (!open_journal (self, file, document, bytes, error))
    return NULL;
  self->base = read_base (self, text);
  self->theirs = readout_snapshot_new (document);

  return g_steal_pointer (&self);
}

/**
 * readout_other_copy_ref:
 * @self: a copy
 *
 * Returns: (transfer full): @self
 */
ReadoutOtherCopy *
readout_other_copy_ref (ReadoutOtherCopy *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * readout_other_copy_unref:
 * @self: (transfer full): a copy
 *
 * Gives up a reference; the files stay as they are.
 */
void
readout_other_copy_unref (ReadoutOtherCopy *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  if (self->journal != NULL)
    {
      readout_journal_close (self->journal);
      readout_journal_unref (self->journal);
    }
  g_clear_pointer (&self->base, readout_snapshot_unref);
  g_clear_pointer (&self->theirs, readout_snapshot_unref);
  g_clear_pointer (&self->base_before, g_bytes_unref);
  g_clear_pointer (&self->base_after, g_bytes_unref);
  g_free (self->path);
  g_free (self->base_path);
  g_free (self);
}

/**
 * readout_other_copy_get_base:
 * @self: a copy
 *
 * Returns: (transfer none) (nullable): what both copies go back to, %NULL if
 *   there is nothing to merge
 */
ReadoutSnapshot *
readout_other_copy_get_base (const ReadoutOtherCopy *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->base;
}

/**
 * readout_other_copy_get_theirs:
 * @self: a copy
 *
 * Returns: (transfer none) (nullable): what the copy says, %NULL if there is
 *   nothing to merge
 */
ReadoutSnapshot *
readout_other_copy_get_theirs (const ReadoutOtherCopy *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->theirs;
}

/**
 * readout_other_copy_prepare:
 * @self: a copy
 * @error: return location for an error of %G_IO_ERROR
 *
 * To be called, in the thread that saves, before the document is saved.
 *
 * Returns: whether it can be saved
 */
gboolean
readout_other_copy_prepare (const ReadoutOtherCopy *self, GError **error)
{
  g_autofree char *folder = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->base_before == NULL)
    return TRUE;

  /* The first copy of all may be about to be written there. */
  folder = g_path_get_dirname (self->base_path);
  g_mkdir_with_parents (folder, 0700);

  return readout_atomic_write (
      self->base_path, self->base_before, NULL, NULL, error);
}

static void
remove_file (const char *path)
{
  if (g_unlink (path) != 0 && g_file_test (path, G_FILE_TEST_EXISTS))
    g_warning ("Cannot remove a copy that is not needed any more: %s", path);
}

/**
 * readout_other_copy_settle:
 * @self: a copy
 *
 * To be called, in the thread that saves, when the document is on the disk with
 * all that the copy said.
 */
void
readout_other_copy_settle (ReadoutOtherCopy *self)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (self != NULL);

  if (self->base_after != NULL
      && !readout_atomic_write (
          self->base_path, self->base_after, NULL, NULL, &error))
    g_warning ("%s", error->message);
  if (!self->is_removed)
    return;

  /* Without what it goes back to the copy would differ in more. */
  remove_file (self->path);
  remove_file (self->base_path);
  readout_atomic_sync_folder (self->path);
  if (self->journal != NULL)
    readout_journal_remove (self->journal);
}
