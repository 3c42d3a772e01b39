/* pasted.h: articles that come as text and not as a file
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "project/store.h"

G_BEGIN_DECLS

ReadoutStore *
readout_store_new_for_text (const char *text, const char *name, GError **error);

G_END_DECLS
