/* article-words.h: metadata in words
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/document.h"

G_BEGIN_DECLS

char *readout_article_format_language (const char *code);
char *readout_article_format_date (const char *iso);
char *readout_article_format_byline (ReadoutDocument *document);

G_END_DECLS
