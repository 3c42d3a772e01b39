/* json-items.h: mentions, actors, statements and meetings, read
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "formats/json-fields.h"
#include "model/record.h"

G_BEGIN_DECLS

ReadoutRecord *readout_json_read_item (ReadoutJsonReader   *self,
                                       ReadoutKind          kind,
                                       JsonObject          *object,
                                       const char          *id,
                                       const ReadoutReview *origin);

G_END_DECLS
