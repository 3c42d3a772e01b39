/* table.h: table tests as plain text files
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ReadoutTableCase:
 * @file: base name of the file
 * @line: where the case begins, from 1
 * @name: what the case is called, perhaps empty
 * @options: (element-type utf8 utf8): what stands behind colons before the text
 * @input: the text, without a line break at its end
 * @expected: (array zero-terminated=1): the lines behind "---"
 */
typedef struct
{
  const char *file;
  guint       line;
  char       *name;
  GHashTable *options;
  char       *input;
  char      **expected;
} ReadoutTableCase;

typedef char *(*ReadoutTableFunc) (const ReadoutTableCase *test_case);

void        readout_table_add_folder (const char *folder, ReadoutTableFunc run);
const char *readout_table_case_get (const ReadoutTableCase *self,
                                    const char             *option);

G_END_DECLS
