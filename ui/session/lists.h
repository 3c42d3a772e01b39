/* lists.h: the items of a document by kind, and those that pass the filter
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/document.h"
#include "model/entry.h"
#include "session/shown-list.h"

G_BEGIN_DECLS

typedef enum
{
  READOUT_FILTER_TO_REVIEW,
  READOUT_FILTER_ALL,
  READOUT_FILTER_REVIEWED,
  READOUT_FILTER_REJECTED,
  READOUT_FILTER_FLAGGED,
  READOUT_N_FILTERS
} ReadoutStateFilter;

/* Belongs to a session, which tells it what has happened. */
typedef struct _ReadoutLists ReadoutLists;

ReadoutLists *readout_lists_new (void);
void          readout_lists_free (ReadoutLists *self);
void readout_lists_set_document (ReadoutLists *self, ReadoutDocument *document);

ReadoutShownList *readout_lists_get_shown (ReadoutLists *self,
                                           ReadoutKind   kind);
ReadoutEntry     *readout_lists_find (ReadoutLists *self, const char *id);

void     readout_lists_set_kept (ReadoutLists *self, ReadoutEntry *entry);
gboolean readout_lists_set_state_filter (ReadoutLists      *self,
                                         ReadoutStateFilter filter);
ReadoutStateFilter readout_lists_get_state_filter (ReadoutLists *self);
gboolean readout_lists_set_text_filter (ReadoutLists *self, const char *text);
const char *readout_lists_get_text_filter (ReadoutLists *self);

void readout_lists_note_change (ReadoutLists *self, ReadoutChange *change);
void readout_lists_update (ReadoutLists *self);

void  readout_lists_count (ReadoutLists *self);
guint readout_lists_get_n_items (ReadoutLists *self);
guint readout_lists_get_n_reviewed (ReadoutLists *self);
guint readout_lists_get_n_unreviewed (ReadoutLists *self, ReadoutKind kind);

G_END_DECLS
