/* find.c: looking for words in the article
 *
 * Compares code point by code point in lower case, which finds the same
 * number of code points that were asked for, so that what is found is a span.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include "session/find.h"

#include <glib/gi18n-lib.h>

#include "session/selection.h"

static gboolean
starts_with (const char *text, const gunichar *needle, glong n_needle)
{
  for (glong i = 0; i < n_needle; i++)
    {
      if (*text == '\0'
          || g_unichar_tolower (g_utf8_get_char (text)) != needle[i])
        return FALSE;
      text = g_utf8_next_char (text);
    }

  return TRUE;
}

/* Every place where @needle stands, in code points, not overlapping. */
static GArray *
find_all (ReadoutText *text, const char *needle)
{
  GArray              *spans = g_array_new (FALSE, FALSE, sizeof (ReadoutSpan));
  const char          *p = readout_text_get_utf8 (text);
  glong                n_needle = 0;
  guint32              offset = 0;
  g_autofree gunichar *chars = g_utf8_to_ucs4_fast (needle, -1, &n_needle);

  for (glong i = 0; i < n_needle; i++)
    chars[i] = g_unichar_tolower (chars[i]);

  while (n_needle > 0 && *p != '\0')
    {
      if (starts_with (p, chars, n_needle))
        {
          ReadoutSpan span = READOUT_SPAN (offset, offset + (guint32)n_needle);

          g_array_append_val (spans, span);
          p = g_utf8_offset_to_pointer (p, n_needle);
          offset = span.end;
        }
      else
        {
          p = g_utf8_next_char (p);
          offset++;
        }
    }

  return spans;
}

/**
 * readout_session_find_text:
 * @self: a session
 * @needle: what to look for, in any case
 * @step: 1 for the next place, -1 for the one before, 0 for the present one
 *   or else the next
 *
 * Selects the next place in the article where @needle stands, around the
 * end, and says in the status line which of how many it is.
 *
 * Returns: whether there is one
 */
gboolean
readout_session_find_text (ReadoutSession *self, const char *needle, int step)
{
  g_autoptr (GArray) spans = NULL;
  g_autofree char *status = NULL;
  ReadoutSpan      selection, found;
  int              n, at = 0;

  g_return_val_if_fail (READOUT_IS_SESSION (self), FALSE);
  g_return_val_if_fail (needle != NULL, FALSE);
  g_return_val_if_fail (step >= -1 && step <= 1, FALSE);

  if (readout_session_get_document (self) == NULL || *needle == '\0')
    return FALSE;

  spans = find_all (
      readout_document_get_text (readout_session_get_document (self)), needle);
  n = spans->len;
  if (n == 0)
    {
      status = g_strdup_printf (_ ("“%s” is not in the article"), needle);
      readout_session_set_status (self, status);
      return FALSE;
    }

  selection = readout_session_get_text_selection (self);
  while (at < n
         && g_array_index (spans, ReadoutSpan, at).start < selection.start)
    at++;
  if (step < 0)
    at--;
  else if (step > 0 && at < n
           && readout_span_equal (g_array_index (spans, ReadoutSpan, at),
                                  selection))
    at++;
  at = (at + n) % n;

  found = g_array_index (spans, ReadoutSpan, at);
  readout_session_set_text_selection (self, found);
  readout_session_show_text (self, found);
  /* Translators: which of how many places, of words that are searched */
  status = g_strdup_printf (_ ("%d of %d: “%s”"), at + 1, n, needle);
  readout_session_set_status (self, status);

  return TRUE;
}
