/* shared-string.h: strings that many records have in common
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *readout_shared_string_new (const char *value);
const char *readout_shared_string_ref (const char *shared);
void        readout_shared_string_unref (const char *shared);
void        readout_shared_string_set (const char **field, const char *value);

G_END_DECLS
