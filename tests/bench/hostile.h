/* hostile.h: texts made to hurt the detector
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/text.h"

/**
 * HostileShape:
 * @name: what the shape is called on the command line
 * @unit: what the text repeats; each sharp sign becomes a word with a capital
 *   letter that is another one each time
 */
typedef struct
{
  const char *name;
  const char *unit;
} HostileShape;

extern const HostileShape hostile_shapes[];
extern const guint        hostile_n_shapes;

ReadoutText *hostile_make_text (const HostileShape *shape, gsize n_bytes);
gboolean     hostile_is_wordless (const HostileShape *shape);
