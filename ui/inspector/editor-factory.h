/* editor-factory.h: the form for an item
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "inspector/editor.h"

G_BEGIN_DECLS

GtkWidget *readout_editor_new (ReadoutSession      *session,
                               ReadoutMentionIndex *index,
                               ReadoutEntry        *entry);

G_END_DECLS
