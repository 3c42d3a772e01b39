/* decode.h: bytes in any encoding to the text of an article
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "formats/article.h"

G_BEGIN_DECLS

char *readout_decode (const char           *data,
                      gsize                 n_bytes,
                      gsize                *length,
                      ReadoutArticleReport *report,
                      GError              **error);

G_END_DECLS
