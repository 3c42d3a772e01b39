/* application.h: the program object
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define READOUT_TYPE_APPLICATION (readout_application_get_type ())

G_DECLARE_FINAL_TYPE (ReadoutApplication,
                      readout_application,
                      READOUT,
                      APPLICATION,
                      GtkApplication)

ReadoutApplication *readout_application_new (void);
void                readout_application_set_notice (ReadoutApplication *self,
                                                    const char         *notice);

G_END_DECLS
