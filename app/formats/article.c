/* article.c: plain text in any encoding to a document
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "formats/article.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "formats/decode.h"
#include "language/byline.h"

/* The base name without the ending that says it is text. */
static char *
make_id (const char *name)
{
  static const char *const endings[] = { ".txt", ".text", ".md" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (name, endings[i])
        && strlen (name) > strlen (endings[i]))
      return g_strndup (name, strlen (name) - strlen (endings[i]));

  return g_strdup (name);
}

static const char *
get_found (const ReadoutByline *byline, ReadoutMeta meta)
{
  switch (meta)
    {
    case READOUT_META_TITLE:
      return byline->title;
    case READOUT_META_SOURCE:
      return byline->source;
    case READOUT_META_AUTHOR:
      return byline->author;
    case READOUT_META_URL:
      return byline->url;
    case READOUT_META_PUBLISHED:
      return byline->published;
    case READOUT_META_ID:
    case READOUT_META_LANGUAGE:
    case READOUT_N_METAS:
    default:
      return NULL;
    }
}

/**
 * readout_article_read:
 * @data: (array length=n_bytes): the bytes of a plain-text file
 * @n_bytes: how many
 * @name_hint: (nullable): the base name of the file, which becomes the id
 * @report: (out caller-allocates) (optional): what was done to the bytes; to
 *   be cleared with readout_article_report_clear()
 * @error: return location for an error: %READOUT_ERROR_LIMIT or, for what is
 *   not text, %READOUT_ERROR_ENCODING
 *
 * Makes a document of plain text.  An empty file makes an empty document.
 *
 * Returns: (transfer full) (nullable): a document without annotations, %NULL
 *   on error
 */
ReadoutDocument *
readout_article_read (const char           *data,
                      gsize                 n_bytes,
                      const char           *name_hint,
                      ReadoutArticleReport *report,
                      GError              **error)
{
  g_autoptr (ReadoutText) text = NULL;
  ReadoutArticleReport own_report = { 0 };
  ReadoutDocument     *document;
  g_autofree char     *utf8 = NULL;
  gsize                length;

  g_return_val_if_fail (data != NULL || n_bytes == 0, NULL);

  if (report != NULL)
    memset (report, 0, sizeof *report);

  utf8 = readout_decode (data != NULL ? data : "",
                         n_bytes,
                         &length,
                         report != NULL ? report : &own_report,
                         error);
  readout_article_report_clear (&own_report);
  if (utf8 == NULL)
    return NULL;

  text = readout_text_new (utf8, length);
  document = readout_document_new (text);
  readout_article_find_metadata (document);

  if (name_hint != NULL)
    {
      g_autofree char *shown = g_filename_display_name (name_hint);
      g_autofree char *id = make_id (shown);

      readout_document_set_meta (document, READOUT_META_ID, id);
    }

  return document;
}

/**
 * readout_article_find_metadata:
 * @document: a document made of plain text
 *
 * Sets title, source, author, date of publication and address where the text
 * shows them, and leaves the others alone.
 */
void
readout_article_find_metadata (ReadoutDocument *document)
{
  g_auto (ReadoutByline) byline = { 0 };

  g_return_if_fail (READOUT_IS_DOCUMENT (document));

  readout_byline_find (readout_document_get_text (document), &byline);
  for (guint i = 0; i < READOUT_N_METAS; i++)
    {
      const char *found = get_found (&byline, i);

      if (found != NULL)
        readout_document_set_meta (document, i, found);
    }
}

/**
 * readout_article_report_clear:
 * @report: a report
 *
 * Frees what @report holds and makes it zero.
 */
void
readout_article_report_clear (ReadoutArticleReport *report)
{
  g_return_if_fail (report != NULL);

  g_free (report->encoding);
  memset (report, 0, sizeof *report);
}

/**
 * readout_article_report_describe:
 * @report: a report
 *
 * Returns: (transfer full) (nullable): what a person should know about the
 *   import, in sentences; %NULL if it was well-formed UTF-8
 */
char *
readout_article_report_describe (const ReadoutArticleReport *report)
{
  g_autoptr (GString) message = g_string_new (NULL);

  g_return_val_if_fail (report != NULL, NULL);

  if (report->encoding != NULL && !g_str_equal (report->encoding, "UTF-8"))
    g_string_append_printf (
        message, _ ("The text was read as %s."), report->encoding);

  if (report->n_undecodable > 0)
    {
      if (message->len > 0)
        g_string_append_c (message, ' ');
      g_string_append_printf (
          message,
          ngettext ("%llu byte could not be decoded and is "
                    "shown as “�”; it is byte %llu of the file.",
                    "%llu bytes could not be decoded and are "
                    "shown as “�”; the first is byte "
                    "%llu of the file.",
                    report->n_undecodable),
          (unsigned long long)report->n_undecodable,
          (unsigned long long)report->first_undecodable + 1);
    }

  if (report->n_removed > 0)
    {
      if (message->len > 0)
        g_string_append_c (message, ' ');
      g_string_append_printf (
          message,
          ngettext ("%llu control character was left out.",
                    "%llu control characters were left out.",
                    report->n_removed),
          (unsigned long long)report->n_removed);
    }

  if (message->len == 0)
    return NULL;

  return g_string_free (g_steal_pointer (&message), FALSE);
}
