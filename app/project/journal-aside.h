/* journal-aside.h: steps that do not fit the file as it is now
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/snapshot.h"

G_BEGIN_DECLS

/* What lies aside for one annotation file. */
typedef struct _ReadoutAside ReadoutAside;

gboolean      readout_aside_is_name (const char *name);
char         *readout_aside_make_path (const char *journal_path);
void          readout_aside_move (const char *from, const char *to);
ReadoutAside *readout_aside_read (const char      *journal_path,
                                  ReadoutSnapshot *now);
void          readout_aside_free (ReadoutAside *self);
guint         readout_aside_get_n_steps (const ReadoutAside *self);
guint         readout_aside_get_n_other (const ReadoutAside *self);
gboolean      readout_aside_apply (ReadoutAside    *self,
                                   ReadoutDocument *document,
                                   const char      *label,
                                   guint           *n_left,
                                   GError         **error);
void          readout_aside_discard (ReadoutAside *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReadoutAside, readout_aside_free)

G_END_DECLS
