/* bioes.h: spans as labels of tokens
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Labels are numbered 0 for outside, then four for each class, in this order:
 * the first token of a span of several, one inside, the last one, and the
 * only one of a span of one token (Ratinov and Roth 2009). */
typedef enum
{
  READOUT_BIOES_BEGIN,
  READOUT_BIOES_INSIDE,
  READOUT_BIOES_END,
  READOUT_BIOES_SINGLE,
  READOUT_BIOES_PLACES
} ReadoutBioes;

#define READOUT_BIOES_OUTSIDE 0

static inline guint
readout_bioes_label (guint class_number, ReadoutBioes place)
{
  return 1 + class_number * READOUT_BIOES_PLACES + place;
}

static inline guint
readout_bioes_class (guint label)
{
  return (label - 1) / READOUT_BIOES_PLACES;
}

static inline ReadoutBioes
readout_bioes_place (guint label)
{
  return (ReadoutBioes)((label - 1) % READOUT_BIOES_PLACES);
}

/* Labels the tokens of a span. */
static inline void
readout_bioes_write (guint8 *labels, guint first, guint end, guint class_number)
{
  for (guint t = first; t < end; t++)
    labels[t] = readout_bioes_label (class_number,
                                     end - first == 1 ? READOUT_BIOES_SINGLE
                                     : t == first     ? READOUT_BIOES_BEGIN
                                     : t == end - 1   ? READOUT_BIOES_END
                                                      : READOUT_BIOES_INSIDE);
}

static inline guint
readout_bioes_n_labels (guint n_classes)
{
  return 1 + n_classes * READOUT_BIOES_PLACES;
}

/* Whether a span goes on after the label. */
static inline gboolean
readout_bioes_is_open (guint label)
{
  return label != READOUT_BIOES_OUTSIDE
         && readout_bioes_place (label) <= READOUT_BIOES_INSIDE;
}

/* Whether a span goes on before the label. */
static inline gboolean
readout_bioes_continues (guint label)
{
  return label != READOUT_BIOES_OUTSIDE
         && (readout_bioes_place (label) == READOUT_BIOES_INSIDE
             || readout_bioes_place (label) == READOUT_BIOES_END);
}

static inline gboolean
readout_bioes_is_lawful (guint before, guint after)
{
  if (!readout_bioes_is_open (before))
    return !readout_bioes_continues (after);

  return readout_bioes_continues (after)
         && readout_bioes_class (before) == readout_bioes_class (after);
}

G_END_DECLS
