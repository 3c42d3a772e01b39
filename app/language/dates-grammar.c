/* dates-grammar.c: the grammar of time expressions
 *
 * Recursive descent over tokens.  Each match_ function takes the index of a
 * token and returns the index after what it matched, or 0; an expression ends
 * with its sentence at the latest.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "language/dates-grammar.h"

#include "language/dates-duration.h"

#include <stdio.h>
#include <string.h>

typedef ReadoutDateParser Parser;
typedef ReadoutDateMatch  Match;

static gboolean
is (const Parser *self, guint i, const char *word)
{
  return i < self->n_tokens && strcmp (self->tokens[i].lower, word) == 0;
}

static gboolean
is_one_of (const Parser *self, guint i, const char *const *words)
{
  return i < self->n_tokens && g_strv_contains (words, self->tokens[i].lower);
}

static gboolean
has_class (const Parser *self, guint i, guint class)
{
  return i < self->n_tokens && (self->words[i].classes & class) != 0;
}

static gboolean
has_flag (const Parser *self, guint i, guint flag)
{
  return i < self->n_tokens && (self->tokens[i].flags & flag) != 0;
}

static gboolean
is_hyphen (const Parser *self, guint i)
{
  return (is (self, i, "-") || is (self, i, "\342\200\223")
          || is (self, i, "\342\200\221"));
}

/* Whether token @i follows the one before it without a space. */
static gboolean
is_joined (const Parser *self, guint i)
{
  return i < self->n_tokens && !has_flag (self, i, READOUT_TOKEN_SPACE);
}

/* The value of a token of at most @max_digits digits, or -1. */
static int
digits (const Parser *self, guint i, guint max_digits)
{
  const ReadoutToken *token;
  int                 value = 0;

  if (i >= self->n_tokens)
    return -1;
  token = &self->tokens[i];
  if (token->n_bytes > max_digits)
    return -1;
  for (const char *c = token->lower; *c != '\0'; c++)
    {
      if (!g_ascii_isdigit (*c))
        return -1;
      value = value * 10 + *c - '0';
    }

  return value;
}

/* A year that needs no word beside it to be one. */
static int
year_at (const Parser *self, guint i)
{
  int year = digits (self, i, 4);

  return year >= 1900 && year <= 2099 && self->tokens[i].n_bytes == 4 ? year
                                                                      : 0;
}

/* The day of a month: 3, 03, 3rd. */
static int
day_at (const Parser *self, guint i)
{
  int day = digits (self, i, 2);

  if (day < 0 && has_class (self, i, READOUT_DATE_ORDINAL)
      && g_ascii_isdigit (self->tokens[i].lower[0]))
    day = self->words[i].value;
  return day >= 1 && day <= 31 ? day : 0;
}

static guint
match_month_name (const Parser *self, guint i, int *month)
{
  static const char *const before[]
      = { "in",   "of",      "last",  "next",  "this", "early",
          "late", "mid",     "since", "until", "by",   "from",
          "to",   "through", "till",  "-",     NULL };
  const char *lower;
  guint       end;

  if (!has_class (self, i, READOUT_DATE_MONTH)
      || !has_flag (self, i, READOUT_TOKEN_CAPITAL))
    return 0;

  /* Names of months that are also other words need a neighbour. */
  lower = self->tokens[i].lower;
  if (strcmp (lower, "may") == 0 || strcmp (lower, "march") == 0)
    {
      gboolean near = digits (self, i + 1, 4) > 0 || day_at (self, i + 1) > 0
                      || (i > 0
                          && (is_one_of (self, i - 1, before)
                              || day_at (self, i - 1) > 0));

      if (!near)
        return 0;
    }
  else if (strcmp (lower, "april") == 0 || strcmp (lower, "june") == 0
           || strcmp (lower, "august") == 0 || strcmp (lower, "jan") == 0)
    {
      gboolean name = has_flag (self, i + 1, READOUT_TOKEN_WORD)
                      && has_flag (self, i + 1, READOUT_TOKEN_CAPITAL)
                      && !(i > 0 && is_one_of (self, i - 1, before));

      if (name)
        return 0;
    }

  *month = self->words[i].value;
  end = i + 1;
  if (is (self, end, ".") && is_joined (self, end)
      && self->tokens[i].n_bytes <= 4 && strcmp (lower, "may") != 0
      && strcmp (lower, "june") != 0 && strcmp (lower, "july") != 0)
    end++;
  return end;
}

/* The year behind a month or a day: ", 2022", "of 2022", "this year". */
static guint
match_year_suffix (const Parser *self, guint i, int *year)
{
  guint j = i;

  if (is (self, j, ",") || is (self, j, "of"))
    j++;
  if (year_at (self, j) > 0)
    {
      *year = year_at (self, j);
      return j + 1;
    }

  if (j == i && is (self, i + 1, "year")
      && (is (self, i, "this") || is (self, i, "last") || is (self, i, "next")))
    {
      if (self->anchor.year > 0)
        *year = self->anchor.year + self->words[i].value;
      return i + 2;
    }

  return 0;
}

/* Puts the value of a day or a month together; @second is the last day of a
 * range or 0. */
static gboolean
set_value (
    const Parser *self, Match *match, int year, int month, int day, int second)
{
  ReadoutDate date = { year, month, day };

  if (!readout_date_is_valid (date) || (second > 0 && second <= day))
    return FALSE;

  if (year == 0 && self->anchor.month > 0)
    {
      match->wants_tense = TRUE;
      date = readout_date_guess_year (self->anchor, date, self->tense);
    }
  match->from = date;
  match->to = (ReadoutDate){ 0, 0, 0 };
  if (second > 0)
    {
      date.day = second;
      if (!readout_date_is_valid (date))
        return FALSE;
      match->to = date;
    }

  return TRUE;
}

/* The second day in "23-24", "23 and 24", "23 to 24". */
static guint
match_second_day (const Parser *self, guint i, int *day)
{
  if (!is_hyphen (self, i) && !is (self, i, "and") && !is (self, i, "to"))
    return 0;
  *day = day_at (self, i + 1);
  if (*day == 0 || has_class (self, i + 2, READOUT_DATE_UNIT))
    return 0;
  return i + 2;
}

static guint
match_month_first (const Parser *self, guint i, Match *match)
{
  int   month = 0;
  int   year = 0;
  int   day;
  int   second = 0;
  guint end = match_month_name (self, i, &month);
  guint next;

  if (end == 0)
    return 0;

  day = day_at (self, end);
  if (day > 0
      && !(has_class (self, end + 1, READOUT_DATE_UNIT)
           || is (self, end + 1, "%")))
    {
      end++;
      next = match_second_day (self, end, &second);
      if (next > 0)
        end = next;
      else
        second = 0;
    }
  else
    day = 0;

  next = match_year_suffix (self, end, &year);
  if (next > 0)
    end = next;

  return set_value (self, match, year, month, day, second) ? end : 0;
}

static guint
match_day_first (const Parser *self, guint i, Match *match)
{
  int   day;
  int   second = 0;
  int   month = 0;
  int   year = 0;
  guint j = i;
  guint next;

  if (is (self, j, "the"))
    j++;
  day = day_at (self, j);
  if (day == 0)
    return 0;
  j++;
  next = match_second_day (self, j, &second);
  if (next > 0)
    j = next;
  else
    second = 0;
  if (is (self, j, "of"))
    j++;
  else if (is (self, i, "the"))
    return 0;

  next = match_month_name (self, j, &month);
  if (next == 0)
    return 0;
  j = next;
  next = match_year_suffix (self, j, &year);
  if (next > 0)
    j = next;

  return set_value (self, match, year, month, day, second) ? j : 0;
}

static guint
match_numeric (const Parser *self, guint i, Match *match)
{
  int a, b, c;

  /* 2023-09-18 */
  a = digits (self, i, 4);
  if (a >= 1000 && is_hyphen (self, i + 1) && is_joined (self, i + 1)
      && is_joined (self, i + 2) && is_hyphen (self, i + 3)
      && is_joined (self, i + 4))
    {
      b = digits (self, i + 2, 2);
      c = digits (self, i + 4, 2);
      if (b > 0 && c > 0 && set_value (self, match, a, b, c, 0))
        return i + 5;
      return 0;
    }

  /* 18/9/2023, 9/18/2023; where both can be months the value stays open. */
  if (a > 0 && a <= 31 && is (self, i + 1, "/") && is (self, i + 3, "/"))
    {
      b = digits (self, i + 2, 2);
      c = year_at (self, i + 4);
      if (b <= 0 || b > 31 || c == 0 || (a > 12 && b > 12))
        return 0;
      if (a > 12 || a == b)
        return set_value (self, match, c, b, a, 0) ? i + 5 : 0;
      if (b > 12)
        return set_value (self, match, c, a, b, 0) ? i + 5 : 0;
      return i + 5;
    }

  /* 18.09.2023 */
  if (i < self->n_tokens && self->tokens[i].n_bytes >= 8
      && self->tokens[i].n_bytes <= 10
      && sscanf (self->tokens[i].lower, "%2d.%2d.%4d", &a, &b, &c) == 3
      && c >= 1900 && c <= 2099 && b >= 1 && b <= 12 && a >= 1)
    return set_value (self, match, c, b, a, 0) ? i + 1 : 0;

  return 0;
}

static guint
match_weekday (const Parser *self, guint i, Match *match)
{
  static const char *const named[]
      = { "black",  "good", "bloody", "super", "palm",
          "easter", "ash",  "cyber",  NULL };
  guint end = i + 1;
  guint next;

  if (!has_class (self, i, READOUT_DATE_WEEKDAY)
      || !has_flag (self, i, READOUT_TOKEN_CAPITAL))
    return 0;
  if (i > 0 && is_one_of (self, i - 1, named)
      && has_flag (self, i - 1, READOUT_TOKEN_CAPITAL))
    return 0;

  if (has_class (self, i, READOUT_DATE_SHORT))
    {
      gboolean point = is (self, end, ".") && is_joined (self, end);

      if (point)
        end++;
      else if (!is (self, end, ",") && day_at (self, end) == 0)
        return 0;
      if (!point && is (self, end, ",")
          && !has_class (self, end + 1, READOUT_DATE_MONTH)
          && day_at (self, end + 1) == 0)
        return 0;
    }

  /* "Monday, July 5" is one expression, and the calendar day decides. */
  next = is (self, end, ",") ? end + 1 : end;
  if (has_class (self, next, READOUT_DATE_MONTH) || day_at (self, next) > 0)
    {
      guint full = match_month_first (self, next, match);

      if (full == 0)
        full = match_day_first (self, next, match);
      if (full > 0 && match->from.day > 0)
        return full;
      *match = (Match){ 0 };
    }

  if (readout_date_is_full (self->anchor))
    {
      match->wants_tense = TRUE;
      match->from = readout_date_find_weekday (
          self->anchor, self->words[i].value, self->tense);
    }
  if (has_class (self, end, READOUT_DATE_DAY_PART))
    end++;
  return end;
}

static guint
match_day_word (const Parser *self, guint i, Match *match)
{
  int   shift = 0;
  guint j = i;

  /* "the day after tomorrow", "the day before yesterday" */
  if (is (self, j, "the") && is (self, j + 1, "day")
      && ((is (self, j + 2, "after") && is (self, j + 3, "tomorrow"))
          || (is (self, j + 2, "before") && is (self, j + 3, "yesterday"))))
    {
      shift = is (self, j + 2, "after") ? 1 : -1;
      j += 3;
    }

  if (!has_class (self, j, READOUT_DATE_DAY))
    return 0;
  /* "today's world" and "Japan Today" are no days. */
  if (has_flag (self, j, READOUT_TOKEN_CAPITAL)
      && !has_flag (self, j, READOUT_TOKEN_FIRST))
    return 0;
  if (readout_date_is_full (self->anchor))
    match->from
        = readout_date_add_days (self->anchor, self->words[j].value + shift);
  j++;
  return has_class (self, j, READOUT_DATE_DAY_PART) ? j + 1 : j;
}

/* Years, decades and ranges of years. */
static guint
match_year (const Parser *self, guint i, Match *match)
{
  static const char *const before[]
      = { "in",     "since",  "of",      "by",   "until", "from",
          "during", "before", "after",   "and",  "to",    "early",
          "late",   "mid",    "between", "year", "(",     "till",
          "around", "circa",  "through", "for",  NULL };
  static const char *const money[]
      = { "$", "\342\202\254", "\302\243", "#", "no", "number", NULL };
  guint j = i;
  int   year;

  if (is (self, j, "the"))
    j++;
  if (j >= self->n_tokens)
    return 0;

  /* The 1990s. */
  if (self->tokens[j].n_bytes == 5 && self->tokens[j].lower[4] == 's'
      && self->tokens[j].lower[3] == '0')
    {
      year = (int)g_ascii_strtoull (self->tokens[j].lower, NULL, 10);
      if (year < 1000 || year > 2099)
        return 0;
      match->from.year = year;
      match->to.year = year % 100 == 0 ? year + 99 : year + 9;
      return j + 1;
    }
  if (j > i)
    return 0;

  year = digits (self, i, 4);
  if (year < 1000 || year > 2099 || self->tokens[i].n_bytes != 4)
    return 0;
  if (year_at (self, i) == 0 && !(i > 0 && is_one_of (self, i - 1, before)))
    return 0;
  if (i > 0 && is_one_of (self, i - 1, money))
    return 0;
  if (is (self, i + 1, "%") || has_class (self, i + 1, READOUT_DATE_UNIT)
      || digits (self, i + 1, 9) >= 0)
    return 0;
  /* "2000 soldiers" counts them. */
  if (year % 100 == 0 && has_flag (self, i + 1, READOUT_TOKEN_WORD)
      && !has_flag (self, i + 1, READOUT_TOKEN_CAPITAL)
      && g_str_has_suffix (self->tokens[i + 1].lower, "s"))
    return 0;
  /* Part of a longer number or name: 2030-Alpha, UN-2020, 1:2000. */
  if (i > 0 && !has_flag (self, i, READOUT_TOKEN_SPACE)
      && !has_flag (self, i, READOUT_TOKEN_LINE) && !is (self, i - 1, "(")
      && !(i > 1 && has_class (self, i - 2, READOUT_DATE_PHASE))
      && !has_flag (self, i - 1, READOUT_TOKEN_QUOTE))
    return 0;

  match->from.year = year;
  if (is_hyphen (self, i + 1) && is_joined (self, i + 1)
      && is_joined (self, i + 2))
    {
      int other = digits (self, i + 2, 4);

      if (self->tokens[i + 2].n_bytes == 2)
        other = year / 100 * 100 + other;
      if (other > year && other <= 2099)
        {
          match->to.year = other;
          return i + 3;
        }
    }
  return i + 1;
}

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

/* "last week", "the current year", "this coming Monday", "next November",
 * "the past two years". */
static guint
match_relative (const Parser *self, guint i, Match *match)
{
  static const char *const plain[] = { "last", "next", "this", NULL };
  guint                    j = i;
  gboolean                 definite = FALSE;
  int                      shift;
  int                      month;
  guint                    end;

  if (is (self, j, "the") || is (self, j, "these") || is (self, j, "those"))
    {
      definite = TRUE;
      j++;
    }
  else if (is (self, j, "this")
           && has_class (self, j + 1, READOUT_DATE_RELATIVE))
    {
      definite = TRUE;
      j++;
    }
  if (is (self, j, "same") && definite
      && has_class (self, j + 1, READOUT_DATE_UNIT)
      && self->words[j + 1].value >= READOUT_DATE_DAYS)
    return j + 2;
  if (!has_class (self, j, READOUT_DATE_RELATIVE)
      || (!definite && !is_one_of (self, j, plain)))
    return 0;
  shift = self->words[j].value;
  j++;

  if (has_class (self, j, READOUT_DATE_UNIT))
    {
      int unit = self->words[j].value;

      if (unit < READOUT_DATE_DAYS || (shift == 0 && unit == READOUT_DATE_DAYS))
        return 0;
      if (has_class (self, j, READOUT_DATE_PLURAL))
        return definite ? j + 1 : 0;
      /* "the past week" is the seven days before, "the past" of a plan. */
      set_relative_unit (self, match, unit, shift);
      return j + 1;
    }

  if (has_class (self, j, READOUT_DATE_WEEKDAY)
      && has_flag (self, j, READOUT_TOKEN_CAPITAL)
      && !has_class (self, j, READOUT_DATE_SHORT))
    {
      if (readout_date_is_full (self->anchor))
        {
          int weekday = self->words[j].value;

          match->from = readout_date_find_weekday (
              self->anchor,
              weekday,
              shift < 0 ? READOUT_TENSE_PAST : READOUT_TENSE_FUTURE);
          if (shift != 0 && weekday == readout_date_get_weekday (self->anchor))
            match->from = readout_date_add_days (match->from, 7 * shift);
        }
      return has_class (self, j + 1, READOUT_DATE_DAY_PART) ? j + 2 : j + 1;
    }

  end = match_month_name (self, j, &month);
  if (end > 0)
    {
      if (self->anchor.month > 0)
        {
          match->from.year = self->anchor.year;
          match->from.month = month;
          if (shift < 0 && month >= self->anchor.month)
            match->from.year--;
          if (shift > 0 && month <= self->anchor.month)
            match->from.year++;
        }
      return end;
    }

  if (has_class (self, j, READOUT_DATE_DAY_PART))
    {
      if (definite || shift > 0)
        return 0;
      if (readout_date_is_full (self->anchor))
        match->from = readout_date_add_days (self->anchor, shift);
      return j + 1;
    }

  if (has_class (self, j, READOUT_DATE_SEASON))
    {
      if (self->anchor.year > 1)
        match->from.year = self->anchor.year + shift;
      return j + 1;
    }

  /* "the past two years", "the next few days" */
  end = readout_date_match_count (self, j);
  if (end > 0)
    {
      if (is_hyphen (self, end))
        return 0;
      if (has_class (self, end, READOUT_DATE_UNIT))
        return end + 1;
    }

  return 0;
}

/* "spring 2023", "the summer of 2022" */
static guint
match_season (const Parser *self, guint i, Match *match)
{
  guint j = i;

  if (is (self, j, "the"))
    j++;
  if (!has_class (self, j, READOUT_DATE_SEASON))
    return 0;
  j++;
  if (is (self, j, "of"))
    j++;
  if (year_at (self, j) == 0)
    return 0;
  match->from.year = year_at (self, j);
  return j + 1;
}

static guint match_core (const Parser *self, guint i, Match *match);

/* What begins with "the" and counts or points: "the weekend", "the 50th
 * year", "the end of this year", "the third quarter of 2022". */
static guint
match_definite (const Parser *self, guint i, Match *match)
{
  static const char *const parts[]
      = { "end",   "beginning", "start", "middle", "turn",
          "close", "remainder", "rest",  NULL };
  guint end;

  if (!is (self, i, "the"))
    return 0;

  if (is (self, i + 1, "weekend"))
    {
      match->wants_tense = readout_date_is_full (self->anchor);
      if (self->tense == READOUT_TENSE_FUTURE)
        set_weekend (self, match, 0);
      else if (match->wants_tense)
        set_weekend (
            self, match, readout_date_get_weekday (self->anchor) >= 6 ? 0 : -1);
      return i + 2;
    }

  if (is_one_of (self, i + 1, parts) && is (self, i + 2, "of"))
    {
      end = match_core (self, i + 3, match);
      if (end > 0)
        return end;
      if (is (self, i + 3, "the") && has_class (self, i + 4, READOUT_DATE_UNIT)
          && self->words[i + 4].value >= READOUT_DATE_WEEK
          && !has_class (self, i + 4, READOUT_DATE_PLURAL))
        {
          set_relative_unit (self, match, self->words[i + 4].value, 0);
          return i + 5;
        }
      return 0;
    }

  if (has_class (self, i + 1, READOUT_DATE_ORDINAL)
      || is (self, i + 1, "second"))
    {
      if (is (self, i + 2, "half")
          || (has_class (self, i + 2, READOUT_DATE_UNIT)
              && self->words[i + 2].value >= READOUT_DATE_DAYS))
        {
          if (is (self, i + 3, "of"))
            {
              end = match_core (self, i + 4, match);
              if (end > 0)
                return end;
            }
          return is (self, i + 2, "half") ? 0 : i + 3;
        }
    }

  return 0;
}

/* "later this year", "early July", "mid-2024", "later on Thursday" */
static guint
match_phase (const Parser *self, guint i, Match *match)
{
  guint j = i + 1;

  if (!has_class (self, i, READOUT_DATE_PHASE))
    return 0;
  if (is_hyphen (self, j) || is (self, j, "on") || is (self, j, "in"))
    j++;
  /* "later in 2019" places something else than "later 2019" would. */
  if (has_class (self, i, READOUT_DATE_SHIFT) && year_at (self, j) > 0
      && !is (self, i + 1, "in"))
    return 0;
  return match_core (self, j, match);
}

static guint
match_core (const Parser *self, guint i, Match *match)
{
  static guint (*const matchers[]) (const Parser *, guint, Match *) = {
    match_numeric,  match_weekday,  match_month_first, match_day_first,
    match_day_word, match_relative, match_season,      match_definite,
    match_phase,    match_year,
  };

  for (guint k = 0; k < G_N_ELEMENTS (matchers); k++)
    {
      guint end;

      *match = (Match){ 0 };
      end = matchers[k](self, i, match);
      if (end > 0)
        return end;
    }

  *match = (Match){ 0 };
  return 0;
}

/* "between 2023 and 2029" */
static guint
match_between (const Parser *self, guint i, Match *match)
{
  Match second;
  guint middle;
  guint end;

  if (!is (self, i, "between"))
    return 0;
  middle = match_core (self, i + 1, match);
  if (middle == 0 || !is (self, middle, "and"))
    return 0;
  end = match_core (self, middle + 1, &second);
  if (end == 0)
    return 0;
  match->to = second.to.year > 0 ? second.to : second.from;
  match->wants_tense |= second.wants_tense;
  return end;
}

/**
 * readout_date_parser_can_start:
 * @self: the parser
 * @i: index of a token
 *
 * Returns: %FALSE if surely no time expression begins there
 */
gboolean
readout_date_parser_can_start (const ReadoutDateParser *self, guint i)
{
  static const char *const others[]
      = { "the",    "between", "about", "around",        "some",  "nearly",
          "almost", "over",    "more",  "less",          "at",    "up",
          "just",   "roughly", "half",  "approximately", "these", "those",
          NULL };
  const ReadoutToken *token = &self->tokens[i];

  if ((self->words[i].classes
       & (READOUT_DATE_WEEKDAY | READOUT_DATE_MONTH | READOUT_DATE_PLURAL
          | READOUT_DATE_NUMBER | READOUT_DATE_ORDINAL | READOUT_DATE_DAY
          | READOUT_DATE_SEASON | READOUT_DATE_RELATIVE | READOUT_DATE_PHASE))
      != 0)
    return TRUE;
  if ((token->flags & READOUT_TOKEN_NUMBER) != 0
      || g_ascii_isdigit (token->lower[0]))
    return TRUE;

  return strchr ("tbasonmlujrh", token->lower[0]) != NULL
         && g_strv_contains (others, token->lower);
}

/**
 * readout_date_parser_match:
 * @self: the parser
 * @i: index of a token
 * @match: (out): what was found
 *
 * Returns: whether a time expression begins at token @i
 */
gboolean
readout_date_parser_match (const ReadoutDateParser *self,
                           guint                    i,
                           ReadoutDateMatch        *match)
{
  ReadoutDateParser within = *self;
  guint             end;

  within.n_tokens
      = MIN (self->n_tokens, self->sentences[self->tokens[i].sentence].end);

  *match = (ReadoutDateMatch){ 0 };
  end = match_between (&within, i, match);
  if (end == 0)
    end = match_core (&within, i, match);
  if (end == 0)
    end = readout_date_match_duration (&within, i, match);
  if (end == 0)
    return FALSE;

  match->end = end;
  return TRUE;
}
