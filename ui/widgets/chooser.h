/* chooser.h: one of many, ranked, found by typing
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define READOUT_TYPE_CHOICE (readout_choice_get_type ())

/* What can be chosen; "id" is NULL for the choice of nothing. */
G_DECLARE_FINAL_TYPE (ReadoutChoice, readout_choice, READOUT, CHOICE, GObject)

ReadoutChoice *
readout_choice_new (const char *id, const char *label, const char *detail);
const char *readout_choice_get_id (ReadoutChoice *self);
const char *readout_choice_get_label (ReadoutChoice *self);

#define READOUT_TYPE_CHOOSER (readout_chooser_get_type ())

/**
 * ReadoutChooserPopulate:
 * @user_data: what was given with the function
 *
 * Returns: (transfer full) (element-type ReadoutChoice): what can be chosen
 *   now, the likeliest first
 */
typedef GListModel *(*ReadoutChooserPopulate) (gpointer user_data);

/* Signal "chosen" (string id, nullable).
 * Properties "label": the accessible name; "hint": what the button does, for
 * a tooltip; "icon-name". */
G_DECLARE_FINAL_TYPE (ReadoutChooser, readout_chooser, READOUT, CHOOSER, GtkBox)

GtkWidget *readout_chooser_new (void);
void       readout_chooser_set_populate (ReadoutChooser        *self,
                                         ReadoutChooserPopulate populate,
                                         gpointer               user_data);
void       readout_chooser_set_text (ReadoutChooser *self, const char *text);
void       readout_chooser_popup (ReadoutChooser *self);
void       readout_chooser_choose_first (ReadoutChooser *self);

G_END_DECLS
