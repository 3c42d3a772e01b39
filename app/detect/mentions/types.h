/* types.h: what kind of thing an unknown name names
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/mentions/context.h"

G_BEGIN_DECLS

/* Collects the names of one article that no list and no head noun knows. */
typedef struct _ReadoutNameTypes ReadoutNameTypes;

ReadoutNameTypes *readout_name_types_new (ReadoutMentionContext *context);
void              readout_name_types_free (ReadoutNameTypes *self);
void
readout_name_types_add (ReadoutNameTypes *self, guint32 first, guint32 end);
void readout_name_types_resolve (ReadoutNameTypes *self);

G_END_DECLS
