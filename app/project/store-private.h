/* store-private.h: what the two halves of the store share
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "project/store.h"

#include "project/disk-file.h"
#include "project/journal.h"
#include "project/loader.h"
#include "project/watcher.h"

G_BEGIN_DECLS

struct _ReadoutStore
{
  GObject            parent_instance;
  ReadoutDocument   *document;
  GFile             *article;
  GFile             *annotation;
  ReadoutWatcher    *watcher;
  ReadoutJournal    *journal;
  char              *message;
  guint              n_recovered;
  ReadoutAside      *aside;
  gboolean           had_annotations;
  gboolean           is_moved;
  ReadoutRedirection redirection;
  GQueue             waiting; /* of GTask: saves to come */
  gboolean           is_saving;
  gboolean           look_again; /* when the save under way has ended */
  gboolean           is_closed;
  guint64            last_number;
  ReadoutDiskFile   *file; /* shared with the threads that save and look */

  ReadoutOtherCopy *copy; /* of the annotations; NULL if there is none */
  gboolean          copy_is_read; /* the document has what it says */

  ReadoutSnapshot *base;     /* as last read from the file or written to it */
  ReadoutDiskLook *found;    /* what another program has put there */
  ReadoutFileStamp reported; /* the change that was told last */
  ReadoutSnapshot *theirs;   /* what that says, NULL if it cannot be merged */
  char            *why_not;  /* it cannot be merged */
  GCancellable    *reading;  /* stops the thread that reads it; NULL if none */
};

ReadoutStore *readout_store_new_for_loaded (ReadoutLoaded *loaded);
void          readout_store_forget_found (ReadoutStore *self);
void          readout_store_look_again (ReadoutStore *self);
void readout_store_take_found (ReadoutStore *self, ReadoutDiskLook *found);
void readout_store_mark (ReadoutStore *self, const char *digest);
void readout_store_watch (ReadoutStore *self);
void readout_store_set_journal (ReadoutStore *self, ReadoutJournal *journal);
void readout_store_free_journal (ReadoutStore *self);

G_END_DECLS
