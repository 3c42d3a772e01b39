/* office-lexicon.h: offices with one holder, and other words for offices
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *readout_office_lexicon_get_unique (const char *title);
gboolean    readout_office_lexicon_are_synonyms (const char *a, const char *b);

G_END_DECLS
