/* mention-editor.h: the form of a mention
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "inspector/editor.h"

G_BEGIN_DECLS

#define READOUT_TYPE_MENTION_EDITOR (readout_mention_editor_get_type ())

G_DECLARE_FINAL_TYPE (ReadoutMentionEditor,
                      readout_mention_editor,
                      READOUT,
                      MENTION_EDITOR,
                      ReadoutEditor)

G_END_DECLS
