/* dates-calendar.c: partly known dates, counted from an anchor
 *
 * The normalisation half of the time expressions: an expression says a
 * weekday, or a day without its year, and the publication date decides which.
 * News tells of the days just past, so a weekday is the nearest one up to the
 * anchor unless its sentence speaks of the future.
 *
 * Reference: Strötgen and Gertz, HeidelTime: High Quality Rule-Based Extraction
 * and Normalization of Temporal Expressions, SemEval 2010.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "language/dates-calendar.h"

/* Without a hint of tense, a month up to so many months ahead is taken for
 * the coming one: articles announce what is near and recall what is far. */
#define MONTHS_AHEAD 3

static GDate
to_gdate (ReadoutDate date)
{
  GDate result;

  g_date_clear (&result, 1);
  g_date_set_dmy (&result, date.day, date.month, date.year);
  return result;
}

static ReadoutDate
from_gdate (const GDate *date)
{
  return (ReadoutDate){ g_date_get_year (date),
                        g_date_get_month (date),
                        g_date_get_day (date) };
}

/* Reads @n digits. */
static int
read_digits (const char *text, guint n)
{
  int value = 0;

  for (guint i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return -1;
      value = value * 10 + text[i] - '0';
    }

  return value;
}

/**
 * readout_date_parse:
 * @iso: (nullable): an ISO 8601 date, perhaps with a time, or only a year, or
 *   a year and a month
 * @date: (out): the date
 *
 * Returns: whether @iso begins with a date
 */
gboolean
readout_date_parse (const char *iso, ReadoutDate *date)
{
  *date = (ReadoutDate){ 0, 0, 0 };
  if (iso == NULL)
    return FALSE;

  date->year = read_digits (iso, 4);
  if (date->year > 0 && iso[4] == '-')
    {
      date->month = read_digits (iso + 5, 2);
      if (date->month > 0 && iso[7] == '-')
        date->day = read_digits (iso + 8, 2);
    }
  if (date->year <= 0 || date->month < 0 || date->day < 0
      || !readout_date_is_valid (*date))
    {
      *date = (ReadoutDate){ 0, 0, 0 };
      return FALSE;
    }

  return TRUE;
}

/**
 * readout_date_is_valid:
 * @date: a date
 *
 * Returns: whether the parts that are known can be in a calendar together
 */
gboolean
readout_date_is_valid (ReadoutDate date)
{
  if (date.year < 0 || date.year > 9999 || date.month < 0 || date.month > 12)
    return FALSE;
  if (date.day == 0)
    return TRUE;
  if (date.day < 0 || date.day > 31 || date.month == 0)
    return FALSE;

  /* Without a year the 29th of February can be. */
  return g_date_valid_dmy (
      date.day, date.month, date.year == 0 ? 2000 : date.year);
}

/**
 * readout_date_is_full:
 * @date: a date
 *
 * Returns: whether year, month and day are known
 */
gboolean
readout_date_is_full (ReadoutDate date)
{
  return date.year > 0 && date.month > 0 && date.day > 0;
}

/**
 * readout_date_get_weekday:
 * @date: a full date
 *
 * Returns: 1 for Monday to 7 for Sunday
 */
int
readout_date_get_weekday (ReadoutDate date)
{
  GDate gdate = to_gdate (date);

  return g_date_get_weekday (&gdate);
}

/**
 * readout_date_add_days:
 * @date: a full date
 * @n_days: how many to add, may be negative
 *
 * Returns: that day, or an unknown date where the calendar ends
 */
ReadoutDate
readout_date_add_days (ReadoutDate date, int n_days)
{
  GDate   gdate = to_gdate (date);
  guint32 julian = g_date_get_julian (&gdate);

  if (n_days < 0 && (guint32)-n_days >= julian)
    return (ReadoutDate){ 0, 0, 0 };
  if (n_days < 0)
    g_date_subtract_days (&gdate, -n_days);
  else
    g_date_add_days (&gdate, MIN (n_days, 4000000));
  if (g_date_get_year (&gdate) > 9999)
    return (ReadoutDate){ 0, 0, 0 };

  return from_gdate (&gdate);
}

/**
 * readout_date_add_months:
 * @date: a date of which year and month are known
 * @n_months: how many to add, may be negative
 *
 * Returns: the month so many later, without a day, or an unknown date
 */
ReadoutDate
readout_date_add_months (ReadoutDate date, int n_months)
{
  int months = date.year * 12 + date.month - 1 + n_months;

  if (months < 12 || months / 12 > 9999)
    return (ReadoutDate){ 0, 0, 0 };
  return (ReadoutDate){ months / 12, months % 12 + 1, 0 };
}

/**
 * readout_date_find_weekday:
 * @anchor: a full date
 * @weekday: 1 to 7
 * @tense: where to look; unknown counts as past
 *
 * The nearest such day, which can be the anchor itself.
 *
 * Returns: the day
 */
ReadoutDate
readout_date_find_weekday (ReadoutDate anchor, int weekday, ReadoutTense tense)
{
  int back = (readout_date_get_weekday (anchor) - weekday + 7) % 7;

  if (tense == READOUT_TENSE_FUTURE)
    return readout_date_add_days (anchor, (7 - back) % 7);
  return readout_date_add_days (anchor, -back);
}

/**
 * readout_date_guess_year:
 * @anchor: a date of which year and month are known
 * @date: a month, with or without a day
 * @tense: where to look
 *
 * Returns: @date with the year that puts it where @tense says, or nearest
 */
ReadoutDate
readout_date_guess_year (ReadoutDate  anchor,
                         ReadoutDate  date,
                         ReadoutTense tense)
{
  int ahead = date.month - anchor.month;
  int later = ahead > 0
              || (ahead == 0 && anchor.day > 0 && date.day > 0
                  && date.day > anchor.day);

  date.year = anchor.year;
  if (tense == READOUT_TENSE_FUTURE)
    {
      if (ahead < 0)
        date.year++;
    }
  else if (tense == READOUT_TENSE_PAST)
    {
      if (later)
        date.year--;
    }
  else if (ahead > MONTHS_AHEAD)
    date.year--;
  else if (ahead <= MONTHS_AHEAD - 12)
    date.year++;

  if (!readout_date_is_valid (date) || date.year < 1)
    date.year = 0;
  return date;
}

static gsize
write_one (ReadoutDate date, char *value, gsize size)
{
  if (date.year == 0)
    {
      *value = '\0';
      return 0;
    }
  if (date.month == 0)
    return g_snprintf (value, size, "%04d", date.year);
  if (date.day == 0)
    return g_snprintf (value, size, "%04d-%02d", date.year, date.month);
  return g_snprintf (
      value, size, "%04d-%02d-%02d", date.year, date.month, date.day);
}

/**
 * readout_date_write:
 * @from: a date
 * @to: the last day of an interval, or a date with year 0
 * @value: where to write
 * @size: how much fits
 *
 * Writes ISO 8601: a date with the parts that are known, or two of them
 * parted by a slash; nothing if the year is not known.
 */
void
readout_date_write (ReadoutDate from, ReadoutDate to, char *value, gsize size)
{
  gsize length;

  g_return_if_fail (size > 22);

  length = write_one (from, value, size);
  if (length == 0 || to.year == 0)
    return;
  value[length] = '/';
  write_one (to, value + length + 1, size - length - 1);
}
