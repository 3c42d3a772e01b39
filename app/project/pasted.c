/* pasted.c: articles that come as text and not as a file
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-project"

#include "config.h"

#include "project/pasted.h"

#include <string.h>

#include "formats/article.h"

/**
 * readout_store_new_for_text:
 * @text: an article, from the clipboard or a resource
 * @name: (nullable): a name for it
 * @error: where to put what went wrong
 *
 * Imports @text as a plain-text file would be imported.
 *
 * Returns: (transfer full) (nullable): a store of a document without a file,
 *   or %NULL with a #READOUT_ERROR
 */
ReadoutStore *
readout_store_new_for_text (const char *text, const char *name, GError **error)
{
  ReadoutArticleReport report = { 0 };
  g_autoptr (ReadoutDocument) document = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  document = readout_article_read (text, strlen (text), name, &report, error);
  readout_article_report_clear (&report);
  if (document == NULL)
    return NULL;

  /* The recovery file is told from others by a checksum of the text as well,
   * so that any word will do. */
  return readout_store_new_for_document (document,
                                         name != NULL ? name : "pasted");
}
