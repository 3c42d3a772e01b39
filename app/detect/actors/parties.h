/* parties.h: states that act, by the words beside them
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/actors/context.h"

G_BEGIN_DECLS

gboolean readout_actor_parties_have_policy (const ReadoutActorContext *self,
                                            guint                      mention);

guint32 readout_actor_parties_skip_article (const ReadoutActorContext *self,
                                            guint                      mention);

gboolean readout_actor_parties_contain (const ReadoutActorContext *self,
                                        guint                      mention);

G_END_DECLS
