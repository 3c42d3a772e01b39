/* dates-relative.c: time expressions that point from the day of publication
 *
 * "last week", "this coming Monday", "the weekend", "later this year", "the end
 * of the month", "the summer of 2022".
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "language/dates-duration.h"

typedef ReadoutDateParser Parser;
typedef ReadoutDateMatch  Match;

static void
set_week (const Parser *self, Match *match, int shift)
{
  ReadoutDate monday;

  if (!readout_date_is_full (self->anchor))
    return;
  monday = readout_date_add_days (
      self->anchor, 1 - readout_date_get_weekday (self->anchor) + 7 * shift);
  if (monday.year == 0)
    return;
  match->from = monday;
  match->to = readout_date_add_days (monday, 6);
}

static void
set_weekend (const Parser *self, Match *match, int shift)
{
  ReadoutDate saturday;
  int         weekday;

  if (!readout_date_is_full (self->anchor))
    return;
  weekday = readout_date_get_weekday (self->anchor);
  saturday = readout_date_add_days (self->anchor, 6 - weekday);
  if (shift < 0)
    saturday = readout_date_add_days (saturday, -7);
  else if (shift > 0 && weekday >= 6)
    saturday = readout_date_add_days (saturday, 7);
  if (saturday.year == 0)
    return;
  match->from = saturday;
  match->to = readout_date_add_days (saturday, 1);
}

static void
set_relative_unit (const Parser *self, Match *match, int unit, int shift)
{
  switch (unit)
    {
    case READOUT_DATE_WEEK:
      set_week (self, match, shift);
      break;
    case READOUT_DATE_WEEKEND:
      set_weekend (self, match, shift);
      break;
    case READOUT_DATE_MONTHS:
      if (self->anchor.month > 0)
        match->from = readout_date_add_months (self->anchor, shift);
      break;
    case READOUT_DATE_YEAR:
      if (self->anchor.year > 1)
        match->from.year = self->anchor.year + shift;
      break;
    default:
      break;
    }
}

/* "week" behind "last"; @definite if "the" stands before that. */
static guint
match_relative_unit (
    const Parser *self, guint i, int shift, gboolean definite, Match *match)
{
  int unit = self->words[i].value;

  /* "the last week of August", "the last days of 2022" */
  if (definite && shift < 0 && readout_date_is (self, i + 1, "of"))
    {
      guint end = readout_date_match_core (self, i + 2, match);

      if (end > 0)
        return end;
      *match = (Match){ 0 };
    }
  if (unit < READOUT_DATE_DAYS || (shift == 0 && unit == READOUT_DATE_DAYS))
    return 0;
  if (readout_date_has (self, i, READOUT_DATE_PLURAL))
    return definite ? i + 1 : 0;

  /* "the past week" is the seven days before, "the past" of a plan. */
  set_relative_unit (self, match, unit, shift);
  return i + 1;
}

/* "Monday" behind "last". */
static guint
match_relative_weekday (const Parser *self, guint i, int shift, Match *match)
{
  int weekday = self->words[i].value;

  if (readout_date_is_full (self->anchor))
    {
      match->from = readout_date_find_weekday (
          self->anchor,
          weekday,
          shift < 0 ? READOUT_TENSE_PAST : READOUT_TENSE_FUTURE);
      if (shift != 0 && weekday == readout_date_get_weekday (self->anchor))
        match->from = readout_date_add_days (match->from, 7 * shift);
    }
  return readout_date_has (self, i + 1, READOUT_DATE_DAY_PART) ? i + 2 : i + 1;
}

/* The month of the year before or after the anchor, or of its own. */
static void
set_relative_month (const Parser *self, Match *match, int month, int shift)
{
  if (self->anchor.month == 0)
    return;

  match->from.year = self->anchor.year;
  match->from.month = month;
  if (shift < 0 && month >= self->anchor.month)
    match->from.year--;
  if (shift > 0 && month <= self->anchor.month)
    match->from.year++;
}

/* "two years" behind "the past", "few days" behind "the next". */
static guint
match_relative_count (const Parser *self, guint i)
{
  guint end = readout_date_match_count (self, i);

  return end > 0 && !readout_date_is_hyphen (self, end)
                 && readout_date_has (self, end, READOUT_DATE_UNIT)
             ? end + 1
             : 0;
}

/* What is behind "last", "the next", "this coming". */
static guint
match_behind_relative (
    const Parser *self, guint i, int shift, gboolean definite, Match *match)
{
  int   month;
  guint end;

  if (readout_date_has (self, i, READOUT_DATE_UNIT))
    return match_relative_unit (self, i, shift, definite, match);
  if (readout_date_has (self, i, READOUT_DATE_WEEKDAY)
      && readout_date_has_flag (self, i, READOUT_TOKEN_CAPITAL)
      && !readout_date_has (self, i, READOUT_DATE_SHORT))
    return match_relative_weekday (self, i, shift, match);

  end = readout_date_match_month_name (self, i, &month);
  if (end > 0)
    {
      set_relative_month (self, match, month, shift);
      return end;
    }

  if (readout_date_has (self, i, READOUT_DATE_DAY_PART))
    {
      if (definite || shift > 0)
        return 0;
      if (readout_date_is_full (self->anchor))
        match->from = readout_date_add_days (self->anchor, shift);
      return i + 1;
    }
  if (readout_date_has (self, i, READOUT_DATE_SEASON))
    {
      if (self->anchor.year > 1)
        match->from.year = self->anchor.year + shift;
      return i + 1;
    }

  return match_relative_count (self, i);
}

/**
 * readout_date_match_relative:
 * @self: the parser
 * @i: index of a token
 * @match: (inout): where to put what was found
 *
 * "last week", "the current year", "this coming Monday", "next November",
 * "the past two years".
 *
 * Returns: the index after the expression, or 0
 */
guint
readout_date_match_relative (const Parser *self, guint i, Match *match)
{
  gboolean definite
      = readout_date_is_in (self, i, READOUT_WORDS_RELATIVE_DETERMINERS)
        || (readout_date_is (self, i, "this")
            && readout_date_has (self, i + 1, READOUT_DATE_RELATIVE));
  guint j = definite ? i + 1 : i;

  if (definite && readout_date_is (self, j, "same")
      && readout_date_has (self, j + 1, READOUT_DATE_UNIT)
      && self->words[j + 1].value >= READOUT_DATE_DAYS)
    return j + 2;
  if (!readout_date_has (self, j, READOUT_DATE_RELATIVE)
      || (!definite
          && !readout_date_is_in (self, j, READOUT_WORDS_PLAIN_RELATIVES)))
    return 0;

  return match_behind_relative (
      self, j + 1, self->words[j].value, definite, match);
}

/**
 * readout_date_match_season:
 * @self: the parser
 * @i: index of a token
 * @match: (inout): where to put what was found
 *
 * "spring 2023", "the summer of 2022"
 *
 * Returns: the index after the expression, or 0
 */
guint
readout_date_match_season (const Parser *self, guint i, Match *match)
{
  guint j = i;

  if (readout_date_is (self, j, "the"))
    j++;
  if (!readout_date_has (self, j, READOUT_DATE_SEASON))
    return 0;
  j++;
  if (readout_date_is (self, j, "of"))
    j++;
  if (readout_date_get_year (self, j) == 0)
    return 0;
  match->from.year = readout_date_get_year (self, j);
  return j + 1;
}

/* "the weekend": the last one, but for what is told of as to come. */
static guint
match_weekend (const Parser *self, guint i, Match *match)
{
  match->wants_tense = readout_date_is_full (self->anchor);
  if (self->tense == READOUT_TENSE_FUTURE)
    set_weekend (self, match, 0);
  else if (match->wants_tense)
    set_weekend (
        self, match, readout_date_get_weekday (self->anchor) >= 6 ? 0 : -1);

  return i + 2;
}

/* "the end of this year", "the middle of the month"; @i is behind "of". */
static guint
match_period (const Parser *self, guint i, Match *match)
{
  guint end = readout_date_match_core (self, i, match);

  if (end > 0)
    return end;
  if (!readout_date_is (self, i, "the")
      || !readout_date_has (self, i + 1, READOUT_DATE_UNIT)
      || self->words[i + 1].value < READOUT_DATE_WEEK
      || readout_date_has (self, i + 1, READOUT_DATE_PLURAL))
    return 0;

  set_relative_unit (self, match, self->words[i + 1].value, 0);
  return i + 2;
}

/* "50th year", "third quarter of 2022", "first half of July"; @i is behind the
 * number. */
static guint
match_counted_period (const Parser *self, guint i, Match *match)
{
  gboolean half = readout_date_is (self, i, "half");

  if (!half
      && (!readout_date_has (self, i, READOUT_DATE_UNIT)
          || self->words[i].value < READOUT_DATE_DAYS))
    return 0;

  if (readout_date_is (self, i + 1, "of"))
    {
      guint end = readout_date_match_core (self, i + 2, match);

      if (end > 0)
        return end;
    }
  return half ? 0 : i + 1;
}

/**
 * readout_date_match_definite:
 * @self: the parser
 * @i: index of a token
 * @match: (inout): where to put what was found
 *
 * What begins with "the" and counts or points: "the weekend", "the 50th
 * year", "the end of this year", "the third quarter of 2022".
 *
 * Returns: the index after the expression, or 0
 */
guint
readout_date_match_definite (const Parser *self, guint i, Match *match)
{
  if (!readout_date_is (self, i, "the"))
    return 0;
  if (readout_date_is (self, i + 1, "weekend"))
    return match_weekend (self, i, match);
  if (readout_date_is_in (self, i + 1, READOUT_WORDS_PERIOD_PARTS)
      && readout_date_is (self, i + 2, "of"))
    return match_period (self, i + 3, match);
  if (readout_date_has (self, i + 1, READOUT_DATE_ORDINAL))
    return match_counted_period (self, i + 2, match);

  return 0;
}

/**
 * readout_date_match_phase:
 * @self: the parser
 * @i: index of a token
 * @match: (inout): where to put what was found
 *
 * "later this year", "early July", "mid-2024", "later on Thursday"
 *
 * Returns: the index after the expression, or 0
 */
guint
readout_date_match_phase (const Parser *self, guint i, Match *match)
{
  guint j = i + 1;

  if (!readout_date_has (self, i, READOUT_DATE_PHASE))
    return 0;
  if (readout_date_is_hyphen (self, j) || readout_date_is (self, j, "on")
      || readout_date_is (self, j, "in"))
    j++;
  /* "later in 2019" places something else than "later 2019" would. */
  if (readout_date_has (self, i, READOUT_DATE_SHIFT)
      && readout_date_get_year (self, j) > 0
      && !readout_date_is (self, i + 1, "in"))
    return 0;
  return readout_date_match_core (self, j, match);
}
