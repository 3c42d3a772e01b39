/* file-fixture.h: annotation files as another program leaves them
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "model/document.h"

G_BEGIN_DECLS

void file_fixture_accept (ReadoutDocument *document, const char *id);
void file_fixture_write (const char *path, ReadoutDocument *document);
ReadoutDocument   *file_fixture_read (const char *path);
ReadoutReviewState file_fixture_get_state (ReadoutDocument *document,
                                           const char      *id);
void               file_fixture_change (GFile *file, const char *id);

G_END_DECLS
