/* formats.c: which formats there are, and which of them a file is in
 *
 * The content decides; the name only where the content leaves it open.  What
 * is surely something else (a picture, an office file, a web page) is refused
 * with a message that says what can be opened, instead of being shown as the
 * text it is not.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "formats/formats.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/error.h"

/* How far into a file the member "format" is looked for. */
#define HEAD_BYTES 4096

static const struct
{
  const char        *name;
  const char        *title;
  ReadoutFormatFlags flags;
} formats[] = {
  { "readout",
    N_ ("Readout annotation"),
    READOUT_FORMAT_CAN_READ | READOUT_FORMAT_CAN_WRITE },
  { "jsonl",
    N_ ("JSON Lines"),
    READOUT_FORMAT_CAN_READ | READOUT_FORMAT_CAN_WRITE
        | READOUT_FORMAT_IS_STREAM },
  { "text", N_ ("Plain text"), READOUT_FORMAT_CAN_READ },
};

G_STATIC_ASSERT (G_N_ELEMENTS (formats) == READOUT_N_FORMATS);

/* How files start that are surely not text. */
static const struct
{
  const char *magic;
  gsize       length;
  const char *what;
} others[] = {
  { "%PDF-", 5, N_ ("a PDF document") },
  { "PK\003\004", 4, N_ ("an office document or an archive") },
  { "\320\317\021\340", 4, N_ ("an office document") },
  { "{\\rtf", 5, N_ ("an RTF document") },
  { "\211PNG", 4, N_ ("a picture") },
  { "GIF8", 4, N_ ("a picture") },
  { "\377\330\377", 3, N_ ("a picture") },
  { "\037\213", 2, N_ ("a compressed file") },
  { "BZh", 3, N_ ("a compressed file") },
  { "\3757zXZ", 5, N_ ("a compressed file") },
  { "\177ELF", 4, N_ ("a program") },
  { "SQLite format 3", 15, N_ ("a database") },
};

/**
 * readout_formats_get_name:
 * @format: a format
 *
 * Returns: its name on the command line
 */
const char *
readout_formats_get_name (ReadoutFormat format)
{
  g_return_val_if_fail ((guint)format < READOUT_N_FORMATS, NULL);

  return formats[format].name;
}

/**
 * readout_formats_get_title:
 * @format: a format
 *
 * Returns: its name for people, translated
 */
const char *
readout_formats_get_title (ReadoutFormat format)
{
  g_return_val_if_fail ((guint)format < READOUT_N_FORMATS, NULL);

  return _ (formats[format].title);
}

/**
 * readout_formats_get_flags:
 * @format: a format
 *
 * Returns: what can be done with it
 */
ReadoutFormatFlags
readout_formats_get_flags (ReadoutFormat format)
{
  g_return_val_if_fail ((guint)format < READOUT_N_FORMATS, 0);

  return formats[format].flags;
}

/**
 * readout_formats_find:
 * @name: a name on the command line
 * @format: (out): the format
 *
 * Returns: whether there is a format of that name
 */
gboolean
readout_formats_find (const char *name, ReadoutFormat *format)
{
  g_return_val_if_fail (name != NULL && format != NULL, FALSE);

  for (guint i = 0; i < READOUT_N_FORMATS; i++)
    if (g_str_equal (formats[i].name, name))
      {
        *format = i;
        return TRUE;
      }

  return FALSE;
}

static gboolean
refuse (const char *what, GError **error)
{
  g_set_error (error,
               READOUT_ERROR,
               READOUT_ERROR_FORMAT,
               _ ("This is %s.  Plain text, Readout annotations "
                  "(*.readout.json) and JSON Lines (*.jsonl) can be opened."),
               what);

  return FALSE;
}

static gboolean
has_ending (const char *name, const char *ending)
{
  gsize length = name != NULL ? strlen (name) : 0;
  gsize n = strlen (ending);

  return length > n && g_ascii_strcasecmp (name + length - n, ending) == 0;
}

static gboolean
starts_with (const char *p, const char *end, const char *lower)
{
  gsize n = strlen (lower);

  return (gsize)(end - p) >= n && g_ascii_strncasecmp (p, lower, n) == 0;
}

static gboolean
holds (const char *p, const char *end, const char *needle)
{
  return g_strstr_len (p, MIN (end - p, HEAD_BYTES), needle) != NULL;
}

/* Whether the first line looks like an object and something follows it. */
static gboolean
looks_like_lines (const char *p, const char *end)
{
  const char *line_end = memchr (p, '\n', end - p);
  const char *last = line_end;

  if (line_end == NULL)
    return FALSE;
  while (last > p && g_ascii_isspace (last[-1]))
    last--;
  while (line_end < end && g_ascii_isspace (*line_end))
    line_end++;

  return last > p + 1 && *p == '{' && last[-1] == '}' && line_end < end;
}

static const char *
skip_blank (const char *data, gsize n_bytes)
{
  const char *p = data;
  const char *end = data + n_bytes;

  if (n_bytes >= 3 && memcmp (p, "\xef\xbb\xbf", 3) == 0)
    p += 3;
  while (p < end && g_ascii_isspace (*p))
    p++;

  return p;
}

/**
 * readout_formats_sniff_annotations:
 * @name: (nullable): the base name of the file
 * @data: (array length=n_bytes): its bytes, or at least the first line and
 *   what follows it
 * @n_bytes: how many
 *
 * For what is known to hold annotations.
 *
 * Returns: whether they are one object, or one a line
 */
ReadoutFormat
readout_formats_sniff_annotations (const char *name,
                                   const char *data,
                                   gsize       n_bytes)
{
  g_return_val_if_fail (data != NULL || n_bytes == 0, READOUT_FORMAT_READOUT);

  if (has_ending (name, ".jsonl") || has_ending (name, ".ndjson")
      || (n_bytes > 0
          && looks_like_lines (skip_blank (data, n_bytes), data + n_bytes)))
    return READOUT_FORMAT_JSONL;

  return READOUT_FORMAT_READOUT;
}

static gboolean
has_one_of (const char *name, const char *const *endings)
{
  for (guint i = 0; endings[i] != NULL; i++)
    if (has_ending (name, endings[i]))
      return TRUE;

  return FALSE;
}

/* What the file is, in the reader's language, if it is in a format that
 * nothing here reads, and NULL otherwise. */
static const char *
name_other (const char *name, const char *data, gsize n_bytes)
{
  static const char *const pages[] = { ".html", ".htm", NULL };
  const char              *end = data + n_bytes;
  const char              *p;

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (n_bytes >= others[i].length
        && memcmp (data, others[i].magic, others[i].length) == 0)
      return _ (others[i].what);

  p = skip_blank (data, n_bytes);
  if (has_one_of (name, pages) || starts_with (p, end, "<!doctype html")
      || starts_with (p, end, "<html"))
    return _ ("a web page");

  return starts_with (p, end, "<?xml") ? _ ("an XML file") : NULL;
}

/**
 * readout_formats_sniff:
 * @name: (nullable): the base name of the file
 * @data: (array length=n_bytes): its bytes, or at least the first of them
 * @n_bytes: how many
 * @format: (out): the format
 * @error: return location for an error of the code %READOUT_ERROR_FORMAT
 *
 * Returns: whether the file is in a format that can be read
 */
gboolean
readout_formats_sniff (const char    *name,
                       const char    *data,
                       gsize          n_bytes,
                       ReadoutFormat *format,
                       GError       **error)
{
  static const char *const lines[] = { ".jsonl", ".ndjson", NULL };
  static const char *const texts[] = { ".txt", ".text", ".md", NULL };
  const char              *other;
  const char              *p;
  const char              *end = data + n_bytes;

  g_return_val_if_fail (data != NULL || n_bytes == 0, FALSE);
  g_return_val_if_fail (format != NULL, FALSE);

  other = name_other (name, data, n_bytes);
  if (other != NULL)
    return refuse (other, error);

  p = skip_blank (data, n_bytes);
  if (has_one_of (name, lines))
    *format = READOUT_FORMAT_JSONL;
  else if (has_one_of (name, texts))
    *format = READOUT_FORMAT_TEXT;
  else if (p < end && *p == '{'
           && (has_ending (name, ".json")
               || holds (p, end, "\"readout-annotation\"")))
    *format = readout_formats_sniff_annotations (name, data, n_bytes);
  else if (has_ending (name, ".json"))
    /* The reader says best what is wrong with it. */
    *format = READOUT_FORMAT_READOUT;
  else
    *format = READOUT_FORMAT_TEXT;

  return TRUE;
}
