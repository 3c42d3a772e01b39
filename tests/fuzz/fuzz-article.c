/* fuzz-article.c: any bytes as an article
 *
 * What comes out is valid text without controls, and reading it again changes
 * nothing.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/error.h"
#include "formats/article.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  ReadoutArticleReport report;
  g_autoptr (GError) error = NULL;
  g_autoptr (ReadoutDocument) again = NULL;
  g_autoptr (ReadoutDocument) document = readout_article_read (
      (const char *)data, size, "article.txt", &report, &error);
  g_autofree char *told = NULL;
  const char      *utf8;
  gsize            n_bytes;

  if (document == NULL)
    {
      g_assert_error (error, READOUT_ERROR, READOUT_ERROR_ENCODING);
      readout_article_report_clear (&report);
      return 0;
    }

  told = readout_article_report_describe (&report);
  g_assert_true (told != NULL
                 || (report.n_removed == 0 && report.n_undecodable == 0));
  readout_article_report_clear (&report);

  utf8 = readout_text_get_utf8 (readout_document_get_text (document));
  n_bytes = readout_text_get_n_bytes (readout_document_get_text (document));
  g_assert_true (g_utf8_validate_len (utf8, n_bytes, NULL));
  for (gsize i = 0; i < n_bytes; i++)
    g_assert_true ((guchar)utf8[i] >= 0x20 || utf8[i] == '\n'
                   || utf8[i] == '\t');
  for (guint i = 0; i < READOUT_N_METAS; i++)
    {
      const char *value = readout_document_get_meta (document, i);

      g_assert_true (value == NULL || g_utf8_validate (value, -1, NULL));
    }

  /* A mark at the start of the text, which was its second one, is taken for
   * the mark of the encoding. */
  if (g_str_has_prefix (utf8, "\xef\xbb\xbf"))
    return 0;

  again = readout_article_read (utf8, n_bytes, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (
      readout_text_get_utf8 (readout_document_get_text (again)), ==, utf8);

  return 0;
}
