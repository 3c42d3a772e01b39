/* titles.h: titles that stand alone
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/actors/walk.h"

G_BEGIN_DECLS

const char *readout_actor_titles_find_code (const ReadoutActorWalk *self,
                                            guint                   mention);

gint32 readout_actor_titles_find_holder (const ReadoutActorWalk *self,
                                         guint                   title);

char *readout_actor_titles_make_key (const ReadoutActorWalk *self,
                                     guint                   mention,
                                     const char             *text,
                                     const char             *code);

void readout_actor_titles_link (ReadoutActorWalk *walk, guint title);

G_END_DECLS
