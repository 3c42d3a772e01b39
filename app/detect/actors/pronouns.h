/* pronouns.h: he, she, it and they
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/actors/walk.h"

G_BEGIN_DECLS

void readout_actor_pronouns_link (ReadoutActorWalk *self, guint pronoun);

G_END_DECLS
