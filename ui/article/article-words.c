/* article-words.c: metadata in words
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "article/article-words.h"

/* The languages that news agencies most often write in. */
static const struct
{
  const char *code;
  const char *name;
} languages[] = {
  { "ar", N_ ("Arabic") },     { "bn", N_ ("Bengali") },
  { "de", N_ ("German") },     { "en", N_ ("English") },
  { "es", N_ ("Spanish") },    { "fa", N_ ("Persian") },
  { "fr", N_ ("French") },     { "he", N_ ("Hebrew") },
  { "hi", N_ ("Hindi") },      { "id", N_ ("Indonesian") },
  { "it", N_ ("Italian") },    { "ja", N_ ("Japanese") },
  { "ko", N_ ("Korean") },     { "mn", N_ ("Mongolian") },
  { "nl", N_ ("Dutch") },      { "pl", N_ ("Polish") },
  { "pt", N_ ("Portuguese") }, { "ru", N_ ("Russian") },
  { "sv", N_ ("Swedish") },    { "sw", N_ ("Swahili") },
  { "th", N_ ("Thai") },       { "tr", N_ ("Turkish") },
  { "uk", N_ ("Ukrainian") },  { "ur", N_ ("Urdu") },
  { "vi", N_ ("Vietnamese") }, { "zh", N_ ("Chinese") },
};

/**
 * readout_article_format_language:
 * @code: a BCP 47 tag, such as "en-GB"
 *
 * Returns: (transfer full): the language in words; a code that is not known
 *   stays as it is
 */
char *
readout_article_format_language (const char *code)
{
  gsize length = strcspn (code, "-_");

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (strlen (languages[i].code) == length
        && g_ascii_strncasecmp (languages[i].code, code, length) == 0)
      return g_strdup (_ (languages[i].name));

  return g_strdup (code);
}

/**
 * readout_article_format_date:
 * @iso: a date such as "2023-09-19", with or without a time
 *
 * Returns: (transfer full): the date in words; what is no full date stays as
 *   it is
 */
char *
readout_article_format_date (const char *iso)
{
  g_autoptr (GDateTime) date = NULL;
  int year, month, day;

  if (strlen (iso) < 10 || iso[4] != '-' || iso[7] != '-')
    return g_strdup (iso);

  year = (int)g_ascii_strtoull (iso, NULL, 10);
  month = (int)g_ascii_strtoull (iso + 5, NULL, 10);
  day = (int)g_ascii_strtoull (iso + 8, NULL, 10);
  date = g_date_time_new_utc (year, month, day, 0, 0, 0);
  if (date == NULL)
    return g_strdup (iso);

  /* Translators: the day an article appeared, in the form of
   * g_date_time_format(), such as "19 September 2023". */
  return g_date_time_format (date, _ ("%-e %B %Y"));
}

/* Each part keeps its own direction: between Arabic words the digits of
 * "15 May" would change places with the rest of the date.  Takes @part. */
static void
add_part (GPtrArray *parts, char *part)
{
  g_ptr_array_add (parts, g_strconcat ("\u2068", part, "\u2069", NULL));
  g_free (part);
}

/**
 * readout_article_format_byline:
 * @document: a document
 *
 * Returns: (transfer full): source, author, date and language, as far as they
 *   are known, on one line
 */
char *
readout_article_format_byline (ReadoutDocument *document)
{
  const char *source
      = readout_document_get_meta (document, READOUT_META_SOURCE);
  const char *author
      = readout_document_get_meta (document, READOUT_META_AUTHOR);
  const char *published
      = readout_document_get_meta (document, READOUT_META_PUBLISHED);
  const char *language
      = readout_document_get_meta (document, READOUT_META_LANGUAGE);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (source != NULL)
    add_part (parts, g_utf8_strup (source, -1));
  if (author != NULL)
    add_part (parts, g_strdup (author));
  if (published != NULL)
    add_part (parts, readout_article_format_date (published));
  if (language != NULL)
    add_part (parts, readout_article_format_language (language));
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (" · ", (char **)parts->pdata);
}
