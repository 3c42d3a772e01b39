/* shown-list.h: the items of a list that pass a filter
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define READOUT_TYPE_SHOWN_LIST (readout_shown_list_get_type ())

/* A GListModel over another one, with GObject items. */
G_DECLARE_FINAL_TYPE (
    ReadoutShownList, readout_shown_list, READOUT, SHOWN_LIST, GObject)

typedef gboolean (*ReadoutShownFunc) (gpointer item, gpointer user_data);

ReadoutShownList *readout_shown_list_new (GType            item_type,
                                          ReadoutShownFunc func,
                                          gpointer         user_data);
void     readout_shown_list_set_base (ReadoutShownList *self, GListModel *base);
void     readout_shown_list_refilter (ReadoutShownList *self);
guint    readout_shown_list_get_length (ReadoutShownList *self);
gpointer readout_shown_list_peek (ReadoutShownList *self, guint position);
gboolean readout_shown_list_find (ReadoutShownList *self,
                                  gpointer          item,
                                  guint            *position);

G_END_DECLS
