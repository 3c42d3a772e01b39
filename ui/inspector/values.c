/* values.c: what can be typed into the forms
 *
 * The values that are not words of the text: a country by its two letters
 * (ISO 3166-1), a date or an interval of dates, a duration (ISO 8601).  Each
 * check says beside the entry what the value means, "2023-09-18" is 18 Sep
 * 2023, so that a slip of the finger shows, or what was expected.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "values.h"

#include "inspector/card-text.h"
#include "model/countries.h"

/**
 * readout_values_check_country:
 * @text: what was typed: two letters, or the name of a country
 * @canonical: (out): the two letters, as capitals
 * @hint: (out): the name of the country, or what was expected
 *
 * Returns: whether @text is a country
 */
gboolean
readout_values_check_country (const char *text, char **canonical, char **hint)
{
  g_autofree char *code = NULL;
  const char      *name;

  g_return_val_if_fail (text != NULL, FALSE);

  code = g_ascii_strup (text, -1);
  name = readout_countries_get_name (code);
  if (name == NULL)
    {
      const char *found = readout_countries_find (text);

      if (found != NULL)
        {
          g_free (code);
          code = g_strdup (found);
          name = readout_countries_get_name (code);
        }
    }
  if (name == NULL)
    {
      *hint = g_strdup (_ ("two letters, such as NO"));
      return FALSE;
    }

  *canonical = g_steal_pointer (&code);
  *hint = g_strdup (name);
  return TRUE;
}

/* Reads @n digits at *@c. */
static gboolean
read_number (const char **c, guint n, guint *number)
{
  *number = 0;
  for (guint i = 0; i < n; i++, (*c)++)
    {
      if (!g_ascii_isdigit (**c))
        return FALSE;
      *number = *number * 10 + (**c - '0');
    }

  return TRUE;
}

/* A time of day, "14:30" or "14:30:05", with an optional zone. */
static gboolean
read_clock (const char **c)
{
  guint hour, minute, second = 0;

  if (!read_number (c, 2, &hour) || *(*c)++ != ':'
      || !read_number (c, 2, &minute))
    return FALSE;
  if (**c == ':')
    {
      (*c)++;
      if (!read_number (c, 2, &second))
        return FALSE;
    }
  if (hour > 24 || minute > 59 || second > 60)
    return FALSE;

  if (**c == 'Z')
    {
      (*c)++;
    }
  else if (**c == '+' || **c == '-')
    {
      (*c)++;
      if (!read_number (c, 2, &hour) || *(*c)++ != ':'
          || !read_number (c, 2, &minute))
        return FALSE;
    }

  return TRUE;
}

/* A year, month, week or day, and a time of the day; *@c is left behind it. */
static gboolean
read_point (const char **c)
{
  guint year, month, day;

  if (!read_number (c, 4, &year) || year == 0)
    return FALSE;
  if (**c != '-')
    return TRUE;

  (*c)++;
  if (**c == 'W')
    {
      (*c)++;
      return read_number (c, 2, &month) && month >= 1 && month <= 53;
    }

  if (!read_number (c, 2, &month) || month < 1 || month > 12)
    return FALSE;
  if (**c != '-')
    return TRUE;

  (*c)++;
  if (!read_number (c, 2, &day) || !g_date_valid_dmy (day, month, year))
    return FALSE;
  if (**c != 'T')
    return TRUE;

  (*c)++;
  return read_clock (c);
}

/**
 * readout_values_check_time:
 * @text: what was typed
 * @canonical: (out): the same
 * @hint: (out): the date for reading, or what was expected
 *
 * Returns: whether @text is a point in time of ISO 8601 as far as it is known
 *   (year, month, week, day, minute), or an interval of two of them
 */
gboolean
readout_values_check_time (const char *text, char **canonical, char **hint)
{
  g_autofree char *upper = NULL;
  const char      *c;
  gboolean         valid;

  g_return_val_if_fail (text != NULL, FALSE);

  upper = g_ascii_strup (text, -1);
  c = upper;
  valid = read_point (&c);
  if (valid && *c == '/')
    {
      gsize       length = c - upper;
      const char *end = ++c;

      /* Points of the same precision sort as their digits do. */
      valid = read_point (&c)
              && (strlen (end) != length || strncmp (upper, end, length) <= 0);
    }
  if (!valid || *c != '\0')
    {
      *hint = g_strdup (
          _ ("a date such as 2023-09-18, 2023-09, or 2023-09-16/2023-09-17"));
      return FALSE;
    }

  *hint = readout_card_text_date (upper);
  if (g_str_equal (*hint, upper))
    g_clear_pointer (hint, g_free);
  *canonical = g_steal_pointer (&upper);
  return TRUE;
}

static char *
say_units (char unit, gboolean of_time, guint n)
{
  switch (unit)
    {
    case 'Y':
      return g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u year", "%u years", n), n);
    case 'W':
      return g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u week", "%u weeks", n), n);
    case 'D':
      return g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u day", "%u days", n), n);
    case 'H':
      return g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u hour", "%u hours", n), n);
    case 'S':
      return g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u second", "%u seconds", n), n);
    case 'M':
    default:
      if (of_time)
        return g_strdup_printf (
            g_dngettext (GETTEXT_PACKAGE, "%u minute", "%u minutes", n), n);
      return g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u month", "%u months", n), n);
    }
}

/* Larger numbers are slips of the finger. */
#define MAX_UNITS 100000

/* Reads numbers with units out of @units, in that order, and adds them in
 * words.  Returns how many there were; *@c stays at what is no such number. */
static guint
read_units (const char **c, const char *units, gboolean of_time, GString *words)
{
  guint n_read = 0;

  while (g_ascii_isdigit (**c))
    {
      char            *end;
      guint64          number = g_ascii_strtoull (*c, &end, 10);
      const char      *unit = *end == '\0' ? NULL : strchr (units, *end);
      g_autofree char *part = NULL;

      if (unit == NULL || number > MAX_UNITS)
        break;

      part = say_units (*unit, of_time, number);
      if (words->len > 0)
        g_string_append (words, ", ");
      g_string_append (words, part);

      *c = end + 1;
      units = unit + 1;
      n_read++;
    }

  return n_read;
}

/**
 * readout_values_check_duration:
 * @text: what was typed
 * @canonical: (out): the same, as capitals
 * @hint: (out): the duration in words, or what was expected
 *
 * Returns: whether @text is a duration of ISO 8601 in whole numbers
 */
gboolean
readout_values_check_duration (const char *text, char **canonical, char **hint)
{
  g_autofree char *upper = NULL;
  g_autoptr (GString) words = g_string_new (NULL);
  const char *c;
  gboolean    valid;

  g_return_val_if_fail (text != NULL, FALSE);

  upper = g_ascii_strup (text, -1);
  c = upper;
  valid = *c == 'P';
  if (valid)
    {
      c++;
      read_units (&c, "YMWD", FALSE, words);
      if (*c == 'T')
        {
          c++;
          valid = read_units (&c, "HMS", TRUE, words) > 0;
        }
    }
  if (!valid || *c != '\0' || words->len == 0)
    {
      *hint = g_strdup (_ ("a duration such as PT12H, P2D or P3W"));
      return FALSE;
    }

  *canonical = g_steal_pointer (&upper);
  *hint = g_strdup (words->str);
  return TRUE;
}
