/* value-form.c: the form that a value of an annotation file has
 *
 * Dates, durations, languages and countries are strings in the file, and any
 * string can be read, shown and written back, so that nothing of a person's
 * file is lost.  Here stands which of them mean something: ISO 8601 in its
 * extended form, with days that are in the calendar; BCP 47; ISO 3166-1.
 * `readout-cli check` names the others, and what is typed into the forms of
 * the window has to be one of these.
 *
 * data/schema says the same in patterns, as far as a pattern can: leap years,
 * the list of countries, and that an interval does not end before it begins
 * are known here only.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/value-form.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/countries.h"

/* More digits than that are a slip of the finger. */
#define MAX_AMOUNT_DIGITS 9

/* Most parts that a point in time has: year, month, day, hour, minute, and
 * second. */
#define MAX_PARTS 6

#define DATE_PARTS 3

/* A point in time as far as it is known.  @zone is what stands behind the
 * clock, perhaps nothing, and is not terminated. */
typedef struct
{
  guint       parts[MAX_PARTS];
  guint       n_parts;
  const char *zone;
  gsize       zone_length;
} Point;

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

static gboolean
skip (const char **c, char expected)
{
  if (**c != expected)
    return FALSE;

  (*c)++;
  return TRUE;
}

static guint
skip_digits (const char **c)
{
  guint n = 0;

  for (; g_ascii_isdigit (**c); (*c)++)
    n++;

  return n;
}

/* "Z", "+02:00", "-05", or nothing. */
static gboolean
read_zone (const char **c)
{
  guint hour, minute;

  if (skip (c, 'Z'))
    return TRUE;
  if (!skip (c, '+') && !skip (c, '-'))
    return TRUE;
  if (!read_number (c, 2, &hour) || hour > 23)
    return FALSE;

  return !skip (c, ':') || (read_number (c, 2, &minute) && minute <= 59);
}

/* "14:30", "14:30:05" or "14:30:05.25".  The day may end with 24:00, and a
 * minute with a leap second. */
static gboolean
read_clock (const char **c, Point *point)
{
  guint *hour = &point->parts[DATE_PARTS];
  guint *minute = hour + 1;
  guint *second = hour + 2;

  if (!read_number (c, 2, hour) || !skip (c, ':')
      || !read_number (c, 2, minute))
    return FALSE;

  point->n_parts = DATE_PARTS + 2;
  if (skip (c, ':'))
    {
      if (!read_number (c, 2, second))
        return FALSE;
      point->n_parts++;
      if ((skip (c, '.') || skip (c, ',')) && skip_digits (c) == 0)
        return FALSE;
    }

  if (*hour == 24)
    return *minute == 0 && *second == 0;

  return *hour < 24 && *minute <= 59 && *second <= 60;
}

/* A year, a month, a day, or a time of a day; *@c is left behind it. */
static gboolean
read_point (const char **c, Point *point)
{
  guint *parts = point->parts;

  *point = (Point){ 0 };
  if (!read_number (c, 4, &parts[0]) || parts[0] == 0)
    return FALSE;
  point->n_parts = 1;

  if (!skip (c, '-'))
    return TRUE;
  if (!read_number (c, 2, &parts[1]) || parts[1] < 1 || parts[1] > 12)
    return FALSE;
  point->n_parts = 2;

  if (!skip (c, '-'))
    return TRUE;
  if (!read_number (c, 2, &parts[2])
      || !g_date_valid_dmy (parts[2], parts[1], parts[0]))
    return FALSE;
  point->n_parts = DATE_PARTS;

  if (!skip (c, 'T'))
    return TRUE;
  if (!read_clock (c, point))
    return FALSE;

  point->zone = *c;
  if (!read_zone (c))
    return FALSE;
  point->zone_length = *c - point->zone;

  return TRUE;
}

static gboolean
same_zone (const Point *a, const Point *b)
{
  return a->zone_length == b->zone_length
         && (a->zone_length == 0
             || strncmp (a->zone, b->zone, a->zone_length) == 0);
}

/* Whether @last is before @first, as far as both are known.  Clocks of
 * different zones are not compared. */
static gboolean
is_backwards (const Point *first, const Point *last)
{
  guint n_parts = MIN (first->n_parts, last->n_parts);

  if (n_parts > DATE_PARTS && !same_zone (first, last))
    return FALSE;

  for (guint i = 0; i < n_parts; i++)
    if (first->parts[i] != last->parts[i])
      return last->parts[i] < first->parts[i];

  return FALSE;
}

static gboolean
is_time (const char *value)
{
  Point first, last;

  if (!read_point (&value, &first))
    return FALSE;
  if (skip (&value, '/')
      && (!read_point (&value, &last) || is_backwards (&first, &last)))
    return FALSE;

  return *value == '\0';
}

/* A full date, which relative dates can be counted from. */
static gboolean
is_published (const char *value)
{
  Point point;

  return read_point (&value, &point) && point.n_parts >= DATE_PARTS
         && *value == '\0';
}

static gboolean
is_reviewed (const char *value)
{
  Point point;

  if (!read_point (&value, &point) || *value != '\0'
      || point.n_parts <= DATE_PARTS)
    return FALSE;

  return g_str_equal (point.zone, "Z") || g_str_equal (point.zone, "+00:00");
}

/* Reads amounts with units out of @units, in that order, until there is none
 * or one has a fraction, which only the last may have.  Returns whether there
 * was one. */
static gboolean
read_amounts (const char **c, const char *units, gboolean *has_fraction)
{
  const char *start = *c;

  while (!*has_fraction && g_ascii_isdigit (**c))
    {
      const char *unit;

      if (skip_digits (c) > MAX_AMOUNT_DIGITS)
        return FALSE;
      if (skip (c, '.') || skip (c, ','))
        {
          guint n_digits = skip_digits (c);

          if (n_digits == 0 || n_digits > MAX_AMOUNT_DIGITS)
            return FALSE;
          *has_fraction = TRUE;
        }

      unit = **c == '\0' ? NULL : strchr (units, **c);
      if (unit == NULL)
        return FALSE;
      units = unit + 1;
      (*c)++;
    }

  return *c > start;
}

static gboolean
is_duration (const char *value)
{
  gboolean has_fraction = FALSE;

  if (!skip (&value, 'P'))
    return FALSE;
  if (*value != 'T' && !read_amounts (&value, "YMWD", &has_fraction))
    return FALSE;
  if (skip (&value, 'T') && !read_amounts (&value, "HMS", &has_fraction))
    return FALSE;

  return *value == '\0';
}

static gboolean
is_alpha (char c)
{
  return g_ascii_isalpha (c);
}

static gboolean
is_digit (char c)
{
  return g_ascii_isdigit (c);
}

static gboolean
is_alnum (char c)
{
  return g_ascii_isalnum (c);
}

/* Goes on to the next of the subtags at *@at if this one has @min to @max
 * characters of that class. */
static gboolean
take (char ***at, gsize min, gsize max, gboolean (*is_of_class) (char))
{
  const char *subtag = **at;
  gsize       length = subtag != NULL ? strlen (subtag) : 0;

  if (length < min || length > max)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (!is_of_class (subtag[i]))
      return FALSE;

  (*at)++;
  return TRUE;
}

static gboolean
take_variant (char ***at)
{
  if (**at != NULL && g_ascii_isdigit (***at) && take (at, 4, 4, is_alnum))
    return TRUE;

  return take (at, 5, 8, is_alnum);
}

static gboolean
is_private (const char *subtag)
{
  return subtag != NULL && g_ascii_strcasecmp (subtag, "x") == 0;
}

/* What stands behind a single letter: at least one subtag, for private use
 * also short ones. */
static gboolean
take_extension (char ***at)
{
  gsize    min = is_private (**at) ? 1 : 2;
  gboolean has_any = FALSE;

  if (!take (at, 1, 1, is_alnum))
    return FALSE;
  while (take (at, min, 8, is_alnum))
    has_any = TRUE;

  return has_any;
}

/* The tags that were registered before the grammar and do not follow it.  All
 * others that are so old do. */
static gboolean
is_grandfathered (const char *value)
{
  static const char *const tags[] = {
    "en-GB-oed", "i-ami", "i-bnn",     "i-default", "i-enochian", "i-hak",
    "i-klingon", "i-lux", "i-mingo",   "i-navajo",  "i-pwn",      "i-tao",
    "i-tay",     "i-tsu", "sgn-BE-FR", "sgn-BE-NL", "sgn-CH-DE",
  };

  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    if (g_ascii_strcasecmp (value, tags[i]) == 0)
      return TRUE;

  return FALSE;
}

/* The grammar of RFC 5646, 2.1.  It also keeps room for languages of four to
 * eight letters, of which none was ever registered: in a file they are words
 * ("english"), and not taken. */
static gboolean
is_language (const char *value)
{
  g_auto (GStrv) subtags = g_strsplit (value, "-", -1);
  char **at = subtags;

  if (is_grandfathered (value))
    return TRUE;

  if (!is_private (*at))
    {
      if (!take (&at, 2, 3, is_alpha))
        return FALSE;
      for (guint i = 0; i < 3 && take (&at, 3, 3, is_alpha); i++)
        ;
      take (&at, 4, 4, is_alpha);
      if (!take (&at, 2, 2, is_alpha))
        take (&at, 3, 3, is_digit);
      while (take_variant (&at))
        ;
      while (*at != NULL && !is_private (*at))
        if (!take_extension (&at))
          return FALSE;
    }

  return (*at == NULL || take_extension (&at)) && *at == NULL;
}

static gboolean
is_country (const char *value)
{
  return readout_countries_get_name (value) != NULL;
}

static gboolean
is_wikidata (const char *value)
{
  return skip (&value, 'Q') && *value != '0' && skip_digits (&value) > 0
         && *value == '\0';
}

static const struct
{
  gboolean (*matches) (const char *value);
  const char *description;
} forms[] = {
  [READOUT_VALUE_TIME]
  = { is_time,
      N_ ("a date such as 2023-09-18, 2023-09, or 2023-09-16/2023-09-17") },
  [READOUT_VALUE_DURATION]
  = { is_duration, N_ ("a duration such as PT12H, P2D or P3W") },
  [READOUT_VALUE_PUBLISHED]
  = { is_published, N_ ("a date such as 2024-05-15") },
  [READOUT_VALUE_LANGUAGE] = { is_language, N_ ("a language code such as en") },
  [READOUT_VALUE_COUNTRY]
  = { is_country, N_ ("the two letters of a country, such as NO") },
  [READOUT_VALUE_WIKIDATA]
  = { is_wikidata, N_ ("a Wikidata item such as Q3099714") },
  [READOUT_VALUE_REVIEWED]
  = { is_reviewed, N_ ("a time in UTC such as 2026-11-23T18:00:00Z") },
};

G_STATIC_ASSERT (G_N_ELEMENTS (forms) == READOUT_N_VALUE_FORMS);

/**
 * readout_value_form_matches:
 * @form: what the value says
 * @value: a value of a file, or one that a person gives
 *
 * Letters are to be capitals where the form has them so: "no" is no country,
 * "p2d" no duration.
 *
 * Returns: whether @value has the form, and what it names can be: the 31st of
 *   February is no date, "QQ" no country
 */
gboolean
readout_value_form_matches (ReadoutValueForm form, const char *value)
{
  g_return_val_if_fail ((guint)form < READOUT_N_VALUE_FORMS, FALSE);
  g_return_val_if_fail (value != NULL, FALSE);

  return forms[form].matches (value);
}

/**
 * readout_value_form_describe:
 * @form: what the value says
 *
 * Returns: what such a value looks like, with an example, translated, to stand
 *   within a sentence
 */
const char *
readout_value_form_describe (ReadoutValueForm form)
{
  g_return_val_if_fail ((guint)form < READOUT_N_VALUE_FORMS, NULL);

  return _ (forms[form].description);
}
