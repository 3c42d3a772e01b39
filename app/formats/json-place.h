/* json-place.h: where something stands in a JSON file
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ReadoutJsonStep:
 * @member: (nullable): the member of an object to go into
 * @index: the element of an array to go into where @member is %NULL
 *
 * One step of the path to a value.
 */
typedef struct
{
  const char *member;
  guint       index;
} ReadoutJsonStep;

const char *readout_json_place_skip_mark (const char *data, gsize n_bytes);
void        readout_json_place_of_byte (const char *start,
                                        const char *at,
                                        guint64     first_line,
                                        guint64    *line,
                                        guint64    *column);
void        readout_json_place_of_value (const char            *data,
                                         gsize                  n_bytes,
                                         const ReadoutJsonStep *steps,
                                         guint                  n_steps,
                                         guint64                first_line,
                                         guint64               *line,
                                         guint64               *column);

G_END_DECLS
