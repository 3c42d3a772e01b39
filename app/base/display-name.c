/* display-name.c: names of files, to be shown
 *
 * The name of a file is any bytes but NUL and “/”.  It need not be UTF-8, which
 * all text is that is shown, translated or written into JSON, and an assistive
 * tool that is given other bytes ends the program.  It may hold a line break,
 * which tears a message apart, or marks that turn the direction of writing,
 * which make “txt.exe” of “exe.txt” and of the words around it what they are
 * not.
 *
 * What is shown is never used to find the file again.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/display-name.h"

#include <string.h>

#define REPLACEMENT 0xfffd

/* What sets a name apart. */
#define FIRST_STRONG_START "\xe2\x81\xa8" /* U+2068 */
#define ISOLATE_END "\xe2\x81\xa9"        /* U+2069 */

/* Whether a character is not seen and does something to those around it. */
static gboolean
is_unseen (gunichar c)
{
  switch (g_unichar_type (c))
    {
    case G_UNICODE_CONTROL:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
      return TRUE;
    case G_UNICODE_FORMAT:
      /* Letters of some scripts are joined by the first two, and emoji. */
      return c != 0x200c && c != 0x200d;
    default:
      return FALSE;
    }
}

/* The blocks of the scripts that are written from the right. */
static gboolean
is_from_right (gunichar c)
{
  return (c >= 0x0590 && c <= 0x08ff) || (c >= 0xfb1d && c <= 0xfdff)
         || (c >= 0xfe70 && c <= 0xfeff) || (c >= 0x10800 && c <= 0x10fff)
         || (c >= 0x1e800 && c <= 0x1efff);
}

/* name, or what is between the marks that set it apart already. */
static char *
take_out (const char *name)
{
  gsize length = strlen (name);
  gsize before = strlen (FIRST_STRONG_START);
  gsize after = strlen (ISOLATE_END);

  if (length >= before + after && g_str_has_prefix (name, FIRST_STRONG_START)
      && g_str_has_suffix (name, ISOLATE_END))
    return g_strndup (name + before, length - before - after);

  return g_strdup (name);
}

/**
 * readout_display_plain:
 * @name: a path or a part of one, in the encoding of file names
 *
 * For where a name stands alone: a label, or what is proposed as a name.
 *
 * Returns: (transfer full): @name in UTF-8, with a replacement for each
 *   character that cannot be shown as one; the same if all can
 */
char *
readout_display_plain (const char *name)
{
  g_autofree char *inner = NULL;
  g_autofree char *valid = NULL;
  GString         *shown;

  g_return_val_if_fail (name != NULL, NULL);

  inner = take_out (name);
  valid = g_filename_display_name (inner);
  shown = g_string_sized_new (strlen (valid));
  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      g_string_append_unichar (shown, is_unseen (c) ? REPLACEMENT : c);
    }

  return g_string_free (shown, FALSE);
}

/**
 * readout_display_name:
 * @name: a path or a part of one, in the encoding of file names
 *
 * For where a name stands among words, whose order it leaves alone.  What is
 * shown already can be given again.
 *
 * Returns: (transfer full): @name as from readout_display_plain(), set apart
 *   from what stands around it if it is written from the right
 */
char *
readout_display_name (const char *name)
{
  g_autofree char *shown = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  shown = readout_display_plain (name);
  for (const char *at = shown; *at != '\0'; at = g_utf8_next_char (at))
    if (is_from_right (g_utf8_get_char (at)))
      return g_strconcat (FIRST_STRONG_START, shown, ISOLATE_END, NULL);

  return g_steal_pointer (&shown);
}

/**
 * readout_display_basename:
 * @path: a path, in the encoding of file names
 *
 * Returns: (transfer full): the last part of @path as from
 *   readout_display_name()
 */
char *
readout_display_basename (const char *path)
{
  g_autofree char *base = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  base = g_path_get_basename (path);

  return readout_display_name (base);
}
