/* byline.h: what the text of an article says about itself
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/document.h"

G_BEGIN_DECLS

void readout_byline_find (ReadoutDocument *document);

G_END_DECLS
