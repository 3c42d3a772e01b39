/* actor-editor.h: the form of an actor
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "inspector/editor.h"

G_BEGIN_DECLS

#define READOUT_TYPE_ACTOR_EDITOR (readout_actor_editor_get_type ())

G_DECLARE_FINAL_TYPE (ReadoutActorEditor,
                      readout_actor_editor,
                      READOUT,
                      ACTOR_EDITOR,
                      ReadoutEditor)

G_END_DECLS
