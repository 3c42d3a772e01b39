/* geometry.h: where spans lie on the lines of a text view
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "base/span.h"

G_BEGIN_DECLS

/**
 * ReadoutGeometry:
 *
 * A cache of the rectangles of spans in a text view.
 */
typedef struct _ReadoutGeometry ReadoutGeometry;

ReadoutGeometry *readout_geometry_new (GtkTextView *view);
void             readout_geometry_free (ReadoutGeometry *self);
void             readout_geometry_clear (ReadoutGeometry *self);
void             readout_geometry_get (ReadoutGeometry *self,
                                       ReadoutSpan      span,
                                       GArray          *rectangles);
ReadoutSpan readout_geometry_get_visible (ReadoutGeometry *self, int slack);
gboolean    readout_geometry_is_rtl (gunichar c);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReadoutGeometry, readout_geometry_free)

G_END_DECLS
