/* names.h: equal names, and parts of a known name
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/actors/context.h"

G_BEGIN_DECLS

void readout_actor_names_link (ReadoutActorContext *self);

G_END_DECLS
