/* store.h: documents on disk, loaded and saved without losing an edit
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "model/document.h"
#include "project/journal-aside.h"
#include "project/loader.h"

G_BEGIN_DECLS

#define READOUT_TYPE_STORE (readout_store_get_type ())

/* One store belongs to one open document.  It knows the article file, the
 * annotation file beside it (or in the user's data folder), the etag of what
 * was last read or written, and the undo journal of that file.
 * Signals: "changed-on-disk" () when another program wrote the file;
 * "journal-changed" () when there is a journal again, or none any more. */
G_DECLARE_FINAL_TYPE (ReadoutStore, readout_store, READOUT, STORE, GObject)

/* Opens an article or an annotation file; opening either opens both.  The
 * document of the finish function belongs to the store.  A store that has the
 * file open already gives its journal to the new one. */
void          readout_store_open_async (GFile              *file,
                                        ReadoutStore       *before,
                                        GCancellable       *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer            user_data);
ReadoutStore *readout_store_open_finish (GAsyncResult *result, GError **error);
ReadoutStore *
readout_store_open (GFile *file, GCancellable *cancellable, GError **error);
/* For pasted text and the sample article: a document without a file.  Its
 * annotations go to a recovery file in the user's data folder until saved. */
ReadoutStore *readout_store_new_for_document (ReadoutDocument *document,
                                              const char      *name);

ReadoutDocument *readout_store_get_document (ReadoutStore *self);
GFile           *readout_store_get_article_file (ReadoutStore *self);
GFile           *readout_store_get_annotation_file (ReadoutStore *self);
/* Whether the annotation file existed when the store was opened. */
gboolean readout_store_had_annotations (ReadoutStore *self);
/* Whether and why the annotations are kept in the user's data folder. */
ReadoutRedirection readout_store_get_redirection (ReadoutStore *self);
/* What the importer has to tell (encoding, undecodable bytes), or NULL. */
const char *readout_store_get_import_message (ReadoutStore *self);
guint       readout_store_get_n_recovered (ReadoutStore *self);
/* Whether there is in the document what the annotation file does not hold. */
gboolean readout_store_is_ahead (ReadoutStore *self);
/* A second copy of the annotations, to be merged into the document, or NULL. */
ReadoutOtherCopy *readout_store_get_other_copy (ReadoutStore *self);
/* After it has been merged: it goes when the document is saved. */
void readout_store_adopt_other_copy (ReadoutStore *self);
/* Steps that do not fit the file as it is now, or NULL. */
ReadoutAside *readout_store_get_aside (ReadoutStore *self);

/* Whether steps survive a crash before they are saved, and why not. */
gboolean readout_store_check_journal (ReadoutStore *self, GError **error);

/* Writes to a temporary file, fsync, rename.  Fails with
 * READOUT_ERROR_CHANGED, leaving the file alone, if another program wrote it
 * since; overwrite skips that check. */
gboolean readout_store_save (ReadoutStore *self,
                             gboolean      overwrite,
                             GCancellable *cancellable,
                             GError      **error);
void     readout_store_save_async (ReadoutStore       *self,
                                   gboolean            overwrite,
                                   GCancellable       *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer            user_data);
gboolean readout_store_save_finish (ReadoutStore *self,
                                    GAsyncResult *result,
                                    GError      **error);
/* Save As: later saves go to the new file. */
void     readout_store_save_as_async (ReadoutStore       *self,
                                      GFile              *file,
                                      GCancellable       *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer            user_data);
gboolean readout_store_save_as_finish (ReadoutStore *self,
                                       GAsyncResult *result,
                                       GError      **error);
/* What was put in the place of the file if that is no file, or NULL. */
char *readout_store_describe_change (ReadoutStore *self);
/* "Keep mine": accept what is on disk as seen, so that the next save replaces
 * it. */
void readout_store_keep_mine (ReadoutStore *self);
/* What was last read from the file or written to it, what another program has
 * made of it since (NULL if it cannot be merged), and whether that is still
 * being read. */
ReadoutSnapshot *readout_store_get_base (ReadoutStore *self);
ReadoutSnapshot *readout_store_get_theirs (ReadoutStore *self);
gboolean         readout_store_is_reading (ReadoutStore *self);
gboolean         readout_store_is_in_the_way (ReadoutStore *self);
/* After theirs has been merged into the document. */
gboolean readout_store_adopt_theirs (ReadoutStore *self);
/* To be called when nobody edits the document any more: when the saves under
 * way have ended, the journal is free for another store of the same file. */
void readout_store_close (ReadoutStore *self);

G_END_DECLS
