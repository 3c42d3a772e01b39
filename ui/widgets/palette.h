/* palette.h: the colours of types and layers
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "base/enums.h"

G_BEGIN_DECLS

/**
 * ReadoutHue:
 * @lane: for lines and letters on the paper
 * @tint: lies behind words
 */
typedef struct
{
  GdkRGBA lane;
  GdkRGBA tint;
} ReadoutHue;

/**
 * ReadoutPalette:
 * @mention: the hue of each type of mention
 * @statement: the hue of statements
 * @meeting: the hue of meetings
 * @rejected: the line of what a person rejected
 * @accent: the theme's colour of the selection
 * @ink: the theme's colour of text
 * @paper: the theme's colour behind text
 * @high_contrast: whether the theme asks for lines instead of tints
 *
 * The colours that a widget draws with, by value.
 */
typedef struct
{
  ReadoutHue mention[READOUT_N_MENTION_TYPES];
  ReadoutHue statement;
  ReadoutHue meeting;
  GdkRGBA    rejected;
  GdkRGBA    accent;
  GdkRGBA    ink;
  GdkRGBA    paper;
  gboolean   high_contrast;
} ReadoutPalette;

void     readout_palette_install (GdkDisplay *display);
void     readout_palette_read (GtkWidget *widget, ReadoutPalette *palette);
gboolean readout_palette_equal (const ReadoutPalette *a,
                                const ReadoutPalette *b);

G_END_DECLS
