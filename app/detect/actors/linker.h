/* linker.h: the step that ties mentions to actors
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/article/analysis.h"

G_BEGIN_DECLS

/* Reads tokens, quotations and mentions; fills in the actors and sets the
 * actor of mentions.  Actors that clearly act are marked as used. */
void readout_actor_linker_run (ReadoutAnalysis *analysis);

G_END_DECLS
