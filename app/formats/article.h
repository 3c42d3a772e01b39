/* article.h: plain text in any encoding to a document
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/document.h"

G_BEGIN_DECLS

/**
 * ReadoutArticleReport:
 * @encoding: the encoding that the bytes were read in
 * @n_undecodable: bytes that could not be decoded; each is shown as U+FFFD
 * @first_undecodable: offset of the first of them in the input, in bytes
 * @n_removed: NUL and other control characters that were left out
 *
 * What the import did to the bytes, to be told to the person.
 */
typedef struct
{
  char   *encoding;
  guint64 n_undecodable;
  guint64 first_undecodable;
  guint64 n_removed;
} ReadoutArticleReport;

/* Makes a document of the bytes of a plain-text file (or of pasted text):
 * decodes, normalises line ends, and finds title, source and date where the
 * text shows them.  name_hint is the file's base name or NULL. */
ReadoutDocument *readout_article_read (const char           *data,
                                       gsize                 n_bytes,
                                       const char           *name_hint,
                                       ReadoutArticleReport *report,
                                       GError              **error);
void             readout_article_find_metadata (ReadoutDocument *document);
void             readout_article_report_clear (ReadoutArticleReport *report);
char *readout_article_report_describe (const ReadoutArticleReport *report);

G_END_DECLS
