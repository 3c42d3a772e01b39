/* json-place.c: where something stands in a JSON file
 *
 * The place of a value is found by walking the grammar over bytes that the
 * guard has passed, which is how a later check names the line and column of
 * what it finds fault with.  It is done on errors only, so that reading pays
 * nothing for it.
 *
 * Columns count code points, from 1.  A byte order mark counts as nothing.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "formats/json-place.h"

#include <string.h>

static const char *
pass_space (const char *p)
{
  while (*p == ' ' || *p == '\n' || *p == '\t' || *p == '\r')
    p++;

  return p;
}

static const char *
pass_string (const char *p)
{
  for (p++; *p != '"'; p++)
    if (*p == '\\')
      p++;

  return p + 1;
}

static const char *
pass_value (const char *p)
{
  guint depth = 0;

  do
    {
      if (*p == '"')
        p = pass_string (p);
      else
        {
          if (*p == '{' || *p == '[')
            depth++;
          else if (*p == '}' || *p == ']')
            depth--;
          p++;
        }
    }
  while (depth > 0);

  /* A number or a word goes on to the next delimiter. */
  while (g_ascii_isalnum (*p) || *p == '.' || *p == '+' || *p == '-')
    p++;

  return p;
}

/* Known members have names without escapes, so the bytes are compared. */
static const char *
enter (const char *p, const char *end, const ReadoutJsonStep *step)
{
  if (*p != (step->member != NULL ? '{' : '['))
    return NULL;

  p = pass_space (p + 1);
  for (guint i = 0; p < end && *p != '}' && *p != ']'; i++)
    {
      gboolean found = step->member == NULL && i == step->index;

      if (step->member != NULL)
        {
          const char *name = p + 1;

          p = pass_string (p);
          found = strlen (step->member) == (gsize)(p - 1 - name)
                  && strncmp (step->member, name, p - 1 - name) == 0;
          p = pass_space (pass_space (p) + 1);
        }
      if (found)
        return p;

      p = pass_space (pass_value (p));
      if (*p == ',')
        p = pass_space (p + 1);
    }

  return NULL;
}

/**
 * readout_json_place_skip_mark:
 * @data: (array length=n_bytes): the bytes of a file
 * @n_bytes: how many
 *
 * Returns: (transfer none): where the text begins, behind a byte order mark
 */
const char *
readout_json_place_skip_mark (const char *data, gsize n_bytes)
{
  return n_bytes >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0 ? data + 3
                                                               : data;
}

/**
 * readout_json_place_of_byte:
 * @start: where the text begins
 * @at: a byte of it, or its end
 * @first_line: the number of the first line
 * @line: (out): the line of the byte: lines end with LF, CR or CR LF
 * @column: (out): its column in code points, from 1
 *
 * Finds where a byte stands.
 */
void
readout_json_place_of_byte (const char *start,
                            const char *at,
                            guint64     first_line,
                            guint64    *line,
                            guint64    *column)
{
  *line = first_line;
  *column = 1;

  for (const char *p = start; p < at; p++)
    {
      if (*p == '\n' || (*p == '\r' && (p + 1 == at || p[1] != '\n')))
        {
          (*line)++;
          *column = 1;
        }
      else if (((guchar)*p & 0xc0) != 0x80)
        (*column)++;
    }
}

/**
 * readout_json_place_of_value:
 * @data: (array length=n_bytes): bytes that readout_json_guard_check() passed
 * @n_bytes: how many
 * @steps: (array length=n_steps): the way from the root to a value
 * @n_steps: how many steps; 0 for the root
 * @first_line: the number of the first line
 * @line: (out): the line of the value
 * @column: (out): its column in code points, from 1
 *
 * Finds where a value stands.  Where the last steps lead nowhere, which is so
 * for a member that is missing, the place is that of the innermost value
 * that is there.
 */
void
readout_json_place_of_value (const char            *data,
                             gsize                  n_bytes,
                             const ReadoutJsonStep *steps,
                             guint                  n_steps,
                             guint64                first_line,
                             guint64               *line,
                             guint64               *column)
{
  /* The copy ends with NUL, which no value passes over. */
  g_autofree char *copy = NULL;
  const char      *start;
  const char      *p;

  g_return_if_fail (data != NULL && line != NULL && column != NULL);

  copy = g_strndup (data, n_bytes);
  start = readout_json_place_skip_mark (copy, n_bytes);
  p = pass_space (start);

  for (guint i = 0; i < n_steps; i++)
    {
      const char *next = enter (p, copy + n_bytes, &steps[i]);

      if (next == NULL)
        break;
      p = next;
    }

  readout_json_place_of_byte (start, p, first_line, line, column);
}
