/* chip.h: one value of several, which can be taken out
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define READOUT_TYPE_CHIP (readout_chip_get_type ())

/* Signals "activated" (), "removed" (), "focused" (), "lit" (gboolean lit): the
 * pointer or the focus came to the chip or left it. */
G_DECLARE_FINAL_TYPE (ReadoutChip, readout_chip, READOUT, CHIP, GtkBox)

GtkWidget  *readout_chip_new (void);
void        readout_chip_set_label (ReadoutChip *self, const char *label);
const char *readout_chip_get_label (ReadoutChip *self);
gboolean    readout_chip_is_lit (ReadoutChip *self);
void        readout_chip_set_wrap (ReadoutChip *self, gboolean wrap);

G_END_DECLS
