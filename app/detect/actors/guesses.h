/* guesses.h: the country of those of whom nothing is said
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/actors/context.h"

G_BEGIN_DECLS

void readout_actor_guesses_set_countries (ReadoutActorContext *self);

G_END_DECLS
