/* actors-field.h: a field that holds several actors
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "widgets/chooser.h"

G_BEGIN_DECLS

#define READOUT_TYPE_ACTORS_FIELD (readout_actors_field_get_type ())

/* Property "label": the accessible name.
 * Signals "add" (string id), "remove" (string id), "activated" (string id),
 * "lit" (string id, nullable). */
G_DECLARE_FINAL_TYPE (
    ReadoutActorsField, readout_actors_field, READOUT, ACTORS_FIELD, GtkBox)

GtkWidget      *readout_actors_field_new (void);
void            readout_actors_field_set_actors (ReadoutActorsField *self,
                                                 char              **ids,
                                                 const char *const  *names);
ReadoutChooser *readout_actors_field_get_chooser (ReadoutActorsField *self);
GtkWidget *readout_actors_field_get_chip (ReadoutActorsField *self, guint i);

G_END_DECLS
