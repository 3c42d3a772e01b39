/* meeting-editor.h: the form of a meeting
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "inspector/editor.h"

G_BEGIN_DECLS

#define READOUT_TYPE_MEETING_EDITOR (readout_meeting_editor_get_type ())

G_DECLARE_FINAL_TYPE (ReadoutMeetingEditor,
                      readout_meeting_editor,
                      READOUT,
                      MEETING_EDITOR,
                      ReadoutEditor)

G_END_DECLS
