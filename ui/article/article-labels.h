/* article-labels.h: the words that the article view adds to the text
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "article/geometry.h"
#include "article/painter.h"
#include "model/document.h"

G_BEGIN_DECLS

/**
 * ReadoutLabels:
 * @view: the text
 * @geometry: where its spans lie
 * @painter: the strokes
 * @palette: the colours
 * @document: what is shown
 * @size: of the text, in pixels
 *
 * What is needed to put labels on spans; all borrowed.
 */
typedef struct
{
  GtkTextView          *view;
  ReadoutGeometry      *geometry;
  ReadoutPainter       *painter;
  const ReadoutPalette *palette;
  ReadoutDocument      *document;
  double                size;
} ReadoutLabels;

void  readout_labels_paint (const ReadoutLabels *self,
                            GtkSnapshot         *snapshot,
                            const ReadoutRecord *record);
char *readout_labels_describe (ReadoutDocument     *document,
                               const ReadoutRecord *record);

G_END_DECLS
