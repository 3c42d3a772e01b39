/* loader.h: an article and its annotations, found and read together
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "model/document.h"
#include "project/atomic.h"
#include "project/journal-aside.h"
#include "project/journal.h"
#include "project/other-copy.h"
#include "project/redirection.h"

G_BEGIN_DECLS

/**
 * ReadoutLoaded:
 * @document: the document, with what the journal has given back
 * @article: (nullable): the file of the plain text
 * @annotation: the file that annotations are saved to
 * @had_annotations: whether there were annotations
 * @redirection: whether @annotation is a file in the user's data folder
 * @message: (nullable): what a person should know
 * @n_recovered: how many steps that no file holds the journal has given back
 * @aside: (nullable): steps that do not fit @document
 * @base: what @annotation says, before the journal was read
 * @stamp: of @annotation when it was read
 * @digest: (nullable): SHA-256 of its bytes, %NULL where there was no file
 * @journal: the journal of @annotation, not yet following
 * @redirected: (nullable): where annotations of the article are kept in the
 *   user's data folder, whether or not they are
 * @other: (nullable): of @redirected and the file beside the article that which
 *   is not @annotation, if it is there
 * @read: (nullable): the bytes of @other, if @document was read from it
 * @is_moved: whether @document goes from @other to @annotation, which is not
 *   there yet
 * @copy: (nullable): what is to be done with @other
 *
 * What is known of a document when it has been opened.
 */
typedef struct
{
  ReadoutDocument   *document;
  GFile             *article;
  GFile             *annotation;
  gboolean           had_annotations;
  ReadoutRedirection redirection;
  char              *message;
  guint              n_recovered;
  ReadoutAside      *aside;
  ReadoutSnapshot   *base;
  ReadoutFileStamp   stamp;
  char              *digest;
  ReadoutJournal    *journal;
  GFile             *redirected;
  GFile             *other;
  GBytes            *read;
  gboolean           is_moved;
  ReadoutOtherCopy  *copy;
} ReadoutLoaded;

ReadoutLoaded *readout_loader_open (GFile          *file,
                                    ReadoutJournal *held,
                                    GCancellable   *cancellable,
                                    GError        **error);
ReadoutLoaded *readout_loader_adopt (ReadoutDocument *document,
                                     const char      *name);
void           readout_loaded_free (ReadoutLoaded *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReadoutLoaded, readout_loaded_free)

G_END_DECLS
