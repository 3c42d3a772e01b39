/* units.h: the steps by which a person moves boundaries
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/enums.h"
#include "base/text.h"

G_BEGIN_DECLS

typedef enum
{
  READOUT_EDGE_START,
  READOUT_EDGE_END
} ReadoutEdge;

/* Spans a person steps through with a key; all pure functions of the text.
 * Widening goes word, clause, quotation, sentence, paragraph.  Narrowing by
 * itself goes towards the first word; towards the span that a person started
 * from, it takes back each widening exactly. */
ReadoutSpan   readout_edits_move (ReadoutText *text,
                                  ReadoutSpan  span,
                                  ReadoutEdge  edge,
                                  int          n_words);
ReadoutSpan   readout_edits_widen (ReadoutText *text, ReadoutSpan span);
ReadoutSpan   readout_edits_narrow_towards (ReadoutText *text,
                                            ReadoutSpan  span,
                                            ReadoutSpan  origin);
ReadoutSpan   readout_edits_narrow (ReadoutText *text, ReadoutSpan span);
ReadoutManner readout_edits_find_manner (ReadoutText *text, ReadoutSpan span);

G_END_DECLS
