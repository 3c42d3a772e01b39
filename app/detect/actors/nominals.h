/* nominals.h: common nouns that take up an actor
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/actors/walk.h"

G_BEGIN_DECLS

void readout_actor_nominals_link (ReadoutActorWalk *self, guint nominal);

G_END_DECLS
