/* countries.h: the countries of ISO 3166-1 by their two letters
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *readout_countries_get_name (const char *code);
const char *readout_countries_find (const char *name);

G_END_DECLS
