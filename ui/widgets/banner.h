/* banner.h: a notice over the article that stays until it is dealt with
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define READOUT_TYPE_BANNER (readout_banner_get_type ())

G_DECLARE_FINAL_TYPE (ReadoutBanner, readout_banner, READOUT, BANNER, GtkWidget)

/* Emits "dismissed" () when the person closes it. */
GtkWidget *readout_banner_new (void);
void       readout_banner_add_button (ReadoutBanner *self,
                                      const char    *label,
                                      const char    *action_name);
void       readout_banner_set_closable (ReadoutBanner *self, gboolean closable);
void     readout_banner_show_message (ReadoutBanner *self, const char *message);
gboolean readout_banner_is_shown (ReadoutBanner *self);

G_END_DECLS
