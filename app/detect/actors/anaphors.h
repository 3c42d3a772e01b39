/* anaphors.h: titles alone, common nouns, and pronouns
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/actors/context.h"

G_BEGIN_DECLS

void readout_actor_anaphors_link (ReadoutActorContext *self);

G_END_DECLS
