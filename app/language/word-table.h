/* word-table.h: the tables that the build makes of the groups of words
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ReadoutWordRow:
 * @word: in small letters
 * @set: index of its groups in `readout_word_sets`
 */
typedef struct
{
  const char *word;
  guint16     set;
} ReadoutWordRow;

/* The first row is no word. */
extern const ReadoutWordRow readout_word_rows[];

/* Index of a row by the hash of its word, a power of two of them; 0 is free. */
extern const guint16 readout_word_slots[];
extern const guint   readout_word_n_slots;

/* The words of each group. */
extern const char *const *const readout_word_lists[];

G_END_DECLS
