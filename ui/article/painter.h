/* painter.h: draws lanes, bars, frames and labels
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "widgets/palette.h"

G_BEGIN_DECLS

/**
 * ReadoutPainter:
 *
 * The strokes of the article view in the present colours and size.
 */
typedef struct _ReadoutPainter ReadoutPainter;

ReadoutPainter *readout_painter_new (void);
void            readout_painter_free (ReadoutPainter *self);
void            readout_painter_set_palette (ReadoutPainter       *self,
                                             const ReadoutPalette *palette);
void
readout_painter_set_size (ReadoutPainter *self, double unit, int scale_factor);
int readout_painter_get_lane_height (ReadoutPainter *self);
int readout_painter_get_bar_width (ReadoutPainter *self);

void readout_painter_lane (ReadoutPainter     *self,
                           GtkSnapshot        *snapshot,
                           ReadoutMentionType  type,
                           ReadoutReviewState  state,
                           const GdkRectangle *word,
                           guint               lane);
void readout_painter_bar (ReadoutPainter     *self,
                          GtkSnapshot        *snapshot,
                          ReadoutKind         kind,
                          ReadoutReviewState  state,
                          gboolean            selected,
                          const GdkRectangle *where);
void readout_painter_frame (ReadoutPainter     *self,
                            GtkSnapshot        *snapshot,
                            const GdkRGBA      *color,
                            const GdkRectangle *word);
void readout_painter_flag (ReadoutPainter     *self,
                           GtkSnapshot        *snapshot,
                           const GdkRectangle *where);
void readout_painter_label (ReadoutPainter *self,
                            GtkSnapshot    *snapshot,
                            PangoLayout    *layout,
                            const GdkRGBA  *color,
                            int             x,
                            int             y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReadoutPainter, readout_painter_free)

G_END_DECLS
