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

/* The day of a month: 3, 03, 3rd. */
static int
day_at (const Parser *self, guint i)
{
  int day = readout_date_get_digits (self, i, 2);

  if (day < 0 && readout_date_has (self, i, READOUT_DATE_ORDINAL)
      && g_ascii_isdigit (self->tokens[i].lower[0]))
    day = self->words[i].value;
  return day >= 1 && day <= 31 ? day : 0;
}

/* Whether a name of a month that is also another word, or a person's name, is
 * the month here: by its neighbours. */
static gboolean
is_month_here (const Parser *self, guint i)
{
  gboolean led
      = i > 0
        && readout_date_is_in (self, i - 1, READOUT_WORDS_MONTH_NEIGHBOURS);

  if (readout_date_is_in (self, i, READOUT_WORDS_MONTH_WORDS))
    return led || readout_date_get_digits (self, i + 1, 4) > 0
           || day_at (self, i + 1) > 0 || (i > 0 && day_at (self, i - 1) > 0);

  return led || !readout_date_is_in (self, i, READOUT_WORDS_MONTH_NAMES)
         || !readout_date_has_flag (self, i + 1, READOUT_TOKEN_WORD)
         || !readout_date_has_flag (self, i + 1, READOUT_TOKEN_CAPITAL);
}

/* Whether a full stop that belongs to the word before it stands at @i. */
static gboolean
is_point_behind (const Parser *self, guint i)
{
  return readout_date_is (self, i, ".") && readout_date_is_joined (self, i);
}

/**
 * readout_date_match_month_name:
 * @self: the parser
 * @i: index of a token
 * @month: (out): 1 to 12
 *
 * Returns: the index after the name of a month with its full stop, or 0
 */
guint
readout_date_match_month_name (const Parser *self, guint i, int *month)
{
  if (!readout_date_has (self, i, READOUT_DATE_MONTH)
      || !readout_date_has_flag (self, i, READOUT_TOKEN_CAPITAL)
      || !is_month_here (self, i))
    return 0;

  *month = self->words[i].value;
  if (is_point_behind (self, i + 1) && self->tokens[i].n_bytes <= 4
      && !readout_date_is_in (self, i, READOUT_WORDS_WHOLE_MONTHS))
    return i + 2;

  return i + 1;
}

/* The year behind a month or a day: ", 2022", "of 2022", "this year". */
static guint
match_year_suffix (const Parser *self, guint i, int *year)
{
  guint j = i;

  if (readout_date_is (self, j, ",") || readout_date_is (self, j, "of"))
    j++;
  if (readout_date_get_year (self, j) > 0)
    {
      *year = readout_date_get_year (self, j);
      return j + 1;
    }

  if (j == i && readout_date_is (self, i + 1, "year")
      && (readout_date_is (self, i, "this") || readout_date_is (self, i, "last")
          || readout_date_is (self, i, "next")))
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
  if (!readout_date_is_hyphen (self, i) && !readout_date_is (self, i, "and")
      && !readout_date_is (self, i, "to"))
    return 0;
  *day = day_at (self, i + 1);
  if (*day == 0 || readout_date_has (self, i + 2, READOUT_DATE_UNIT))
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
  guint end = readout_date_match_month_name (self, i, &month);
  guint next;

  if (end == 0)
    return 0;

  day = day_at (self, end);
  if (day > 0
      && !(readout_date_has (self, end + 1, READOUT_DATE_UNIT)
           || readout_date_is (self, end + 1, "%")))
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

  if (readout_date_is (self, j, "the"))
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
  if (readout_date_is (self, j, "of"))
    j++;
  else if (readout_date_is (self, i, "the"))
    return 0;

  next = readout_date_match_month_name (self, j, &month);
  if (next == 0)
    return 0;
  j = next;
  next = match_year_suffix (self, j, &year);
  if (next > 0)
    j = next;

  return set_value (self, match, year, month, day, second) ? j : 0;
}

/* Whether @i, @i + 2 and @i + 4 have slashes between, as 18/9/2023 has. */
static gboolean
has_slashes (const Parser *self, guint i)
{
  return readout_date_is (self, i + 1, "/")
         && readout_date_is (self, i + 3, "/");
}

/* Whether they have hyphens and no spaces between, as 2023-09-18 has. */
static gboolean
has_hyphens (const Parser *self, guint i)
{
  return readout_date_is_hyphen (self, i + 1)
         && readout_date_is_joined (self, i + 1)
         && readout_date_is_joined (self, i + 2)
         && readout_date_is_hyphen (self, i + 3)
         && readout_date_is_joined (self, i + 4);
}

/* The month and the day behind a year in digits. */
static guint
match_year_first (const Parser *self, guint i, int year, Match *match)
{
  int month = readout_date_get_digits (self, i + 2, 2);
  int day = readout_date_get_digits (self, i + 4, 2);

  return month > 0 && day > 0 && set_value (self, match, year, month, day, 0)
             ? i + 5
             : 0;
}

/* 18/9/2023, 9/18/2023; where both can be months the value stays open. */
static guint
match_year_last (const Parser *self, guint i, int first, Match *match)
{
  int second = readout_date_get_digits (self, i + 2, 2);
  int year = readout_date_get_year (self, i + 4);

  if (second <= 0 || second > 31 || year == 0 || (first > 12 && second > 12))
    return 0;
  if (first > 12 || first == second)
    return set_value (self, match, year, second, first, 0) ? i + 5 : 0;
  if (second > 12)
    return set_value (self, match, year, first, second, 0) ? i + 5 : 0;

  return i + 5;
}

/* 18.09.2023, which is one token. */
static guint
match_with_points (const Parser *self, guint i, Match *match)
{
  int day, month, year;

  if (i >= self->n_tokens || self->tokens[i].n_bytes < 8
      || self->tokens[i].n_bytes > 10
      || sscanf (self->tokens[i].lower, "%2d.%2d.%4d", &day, &month, &year)
             != 3)
    return 0;
  if (year < 1900 || year > 2099 || month < 1 || month > 12 || day < 1)
    return 0;

  return set_value (self, match, year, month, day, 0) ? i + 1 : 0;
}

static guint
match_numeric (const Parser *self, guint i, Match *match)
{
  int first = readout_date_get_digits (self, i, 4);

  if (first >= 1000 && has_hyphens (self, i))
    return match_year_first (self, i, first, match);
  if (has_slashes (self, i) && first >= 1900 && first <= 2099)
    return match_year_first (self, i, first, match);
  if (has_slashes (self, i) && first > 0 && first <= 31)
    return match_year_last (self, i, first, match);

  return match_with_points (self, i, match);
}

/* The index after the name of a weekday with its full stop, or 0; one that is
 * short for it and another word besides ("Sat", "Sun") needs a point or a date
 * behind it. */
static guint
match_weekday_name (const Parser *self, guint i)
{
  guint end = i + 1;

  if (!readout_date_has (self, i, READOUT_DATE_WEEKDAY)
      || !readout_date_has_flag (self, i, READOUT_TOKEN_CAPITAL))
    return 0;
  if (i > 0 && readout_date_is_in (self, i - 1, READOUT_WORDS_NAMED_DAYS)
      && readout_date_has_flag (self, i - 1, READOUT_TOKEN_CAPITAL))
    return 0;

  if (!readout_date_has (self, i, READOUT_DATE_SHORT))
    return end;
  if (is_point_behind (self, end))
    return end + 1;
  if (readout_date_is (self, end, ","))
    return readout_date_has (self, end + 1, READOUT_DATE_MONTH)
                   || day_at (self, end + 1) > 0
               ? end
               : 0;

  return day_at (self, end) > 0 ? end : 0;
}

/* The calendar day behind a weekday: "Monday, July 5". */
static guint
match_day_of_weekday (const Parser *self, guint i, Match *match)
{
  guint day = readout_date_is (self, i, ",") ? i + 1 : i;
  guint end;

  if (!readout_date_has (self, day, READOUT_DATE_MONTH)
      && day_at (self, day) == 0)
    return 0;

  end = match_month_first (self, day, match);
  if (end == 0)
    end = match_day_first (self, day, match);
  if (end > 0 && match->from.day > 0)
    return end;

  *match = (Match){ 0 };
  return 0;
}

/* The week behind a weekday: "Thursday last week", "Wednesday of next week". */
static guint
match_week_of_weekday (const Parser *self, guint i, int weekday, Match *match)
{
  guint week = readout_date_is (self, i, "of") ? i + 1 : i;

  if (!readout_date_has (self, week, READOUT_DATE_RELATIVE)
      || !readout_date_is (self, week + 1, "week")
      || readout_date_is (self, week + 2, "of"))
    return 0;

  if (readout_date_is_full (self->anchor))
    match->from = readout_date_add_days (
        self->anchor,
        weekday - readout_date_get_weekday (self->anchor)
            + 7 * self->words[week].value);
  return week + 2;
}

static guint
match_weekday (const Parser *self, guint i, Match *match)
{
  guint end = match_weekday_name (self, i);
  guint longer;

  if (end == 0)
    return 0;

  /* "Monday, July 5" is one expression, and the calendar day decides. */
  longer = match_day_of_weekday (self, end, match);
  if (longer > 0)
    return longer;

  if (readout_date_has (self, end, READOUT_DATE_DAY_PART))
    end++;
  longer = match_week_of_weekday (self, end, self->words[i].value, match);
  if (longer > 0)
    return longer;

  if (readout_date_is_full (self->anchor))
    {
      match->wants_tense = TRUE;
      match->from = readout_date_find_weekday (
          self->anchor, self->words[i].value, self->tense);
    }
  return end;
}

static guint
match_day_word (const Parser *self, guint i, Match *match)
{
  int   shift = 0;
  guint j = i;

  /* "the day after tomorrow", "the day before yesterday" */
  if (readout_date_is (self, j, "the") && readout_date_is (self, j + 1, "day")
      && ((readout_date_is (self, j + 2, "after")
           && readout_date_is (self, j + 3, "tomorrow"))
          || (readout_date_is (self, j + 2, "before")
              && readout_date_is (self, j + 3, "yesterday"))))
    {
      shift = readout_date_is (self, j + 2, "after") ? 1 : -1;
      j += 3;
    }

  if (!readout_date_has (self, j, READOUT_DATE_DAY))
    return 0;
  /* "today's world" and "Japan Today" are no days. */
  if (readout_date_has_flag (self, j, READOUT_TOKEN_CAPITAL)
      && !readout_date_has_flag (self, j, READOUT_TOKEN_FIRST))
    return 0;
  if (readout_date_is_full (self->anchor))
    match->from
        = readout_date_add_days (self->anchor, self->words[j].value + shift);
  j++;
  return readout_date_has (self, j, READOUT_DATE_DAY_PART) ? j + 1 : j;
}

/* "The 1990s", "1920s". */
static guint
match_decade (const Parser *self, guint i, Match *match)
{
  const char *lower;
  int         year;

  if (readout_date_is (self, i, "the"))
    i++;
  if (i >= self->n_tokens)
    return 0;
  lower = self->tokens[i].lower;
  if (self->tokens[i].n_bytes != 5 || lower[3] != '0' || lower[4] != 's')
    return 0;

  year = (int)g_ascii_strtoull (lower, NULL, 10);
  if (year < 1000 || year > 2099)
    return 0;
  match->from.year = year;
  match->to.year = year % 100 == 0 ? year + 99 : year + 9;
  return i + 1;
}

/* Whether the number at @i, of which years have as many digits, counts or
 * numbers something: "2000 soldiers", "$2000", "2020 years". */
static gboolean
is_counting (const Parser *self, guint i, int number)
{
  if (i > 0 && readout_date_is_in (self, i - 1, READOUT_WORDS_COUNTED_SIGNS))
    return TRUE;
  if (readout_date_is (self, i + 1, "%")
      || readout_date_has (self, i + 1, READOUT_DATE_UNIT)
      || readout_date_get_digits (self, i + 1, 9) >= 0)
    return TRUE;

  return number % 100 == 0
         && readout_date_has_flag (self, i + 1, READOUT_TOKEN_WORD)
         && !readout_date_has_flag (self, i + 1, READOUT_TOKEN_CAPITAL)
         && g_str_has_suffix (self->tokens[i + 1].lower, "s");
}

/* Whether it is part of a longer number or name: UN-2020, 1:2000. */
static gboolean
is_inside (const Parser *self, guint i)
{
  return i > 0 && !readout_date_has_flag (self, i, READOUT_TOKEN_SPACE)
         && !readout_date_has_flag (self, i, READOUT_TOKEN_LINE)
         && !readout_date_is (self, i - 1, "(")
         && !(i > 1 && readout_date_has (self, i - 2, READOUT_DATE_PHASE))
         && !readout_date_has_flag (self, i - 1, READOUT_TOKEN_QUOTE);
}

/* The last year of "2023-2029" or "2023-29" behind the first, or 0. */
static int
last_year_at (const Parser *self, guint i, int first)
{
  int last;

  if (!readout_date_is_hyphen (self, i) || !readout_date_is_joined (self, i)
      || !readout_date_is_joined (self, i + 1))
    return 0;

  last = readout_date_get_digits (self, i + 1, 4);
  if (self->tokens[i + 1].n_bytes == 2)
    last += first / 100 * 100;
  return last > first && last <= 2099 ? last : 0;
}

/* Years, and ranges of years. */
static guint
match_year (const Parser *self, guint i, Match *match)
{
  int year = readout_date_get_digits (self, i, 4);

  if (year < 1000 || year > 2099 || self->tokens[i].n_bytes != 4)
    return 0;
  if (readout_date_get_year (self, i) == 0
      && !(i > 0
           && readout_date_is_in (self, i - 1, READOUT_WORDS_YEAR_NEIGHBOURS)))
    return 0;
  if (is_counting (self, i, year) || is_inside (self, i))
    return 0;

  match->from.year = year;
  match->to.year = last_year_at (self, i + 1, year);
  return match->to.year > 0 ? i + 3 : i + 1;
}

/**
 * readout_date_match_core:
 * @self: the parser
 * @i: index of a token
 * @match: (out): what was found
 *
 * Returns: the index after a date that begins at token @i, or 0
 */
guint
readout_date_match_core (const Parser *self, guint i, Match *match)
{
  static guint (*const matchers[]) (const Parser *, guint, Match *) = {
    match_numeric,
    match_weekday,
    match_month_first,
    match_day_first,
    match_day_word,
    readout_date_match_relative,
    readout_date_match_season,
    readout_date_match_definite,
    readout_date_match_phase,
    match_decade,
    match_year,
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

  if (!readout_date_is (self, i, "between"))
    return 0;
  middle = readout_date_match_core (self, i + 1, match);
  if (middle == 0 || !readout_date_is (self, middle, "and"))
    return 0;
  end = readout_date_match_core (self, middle + 1, &second);
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
         && readout_token_is_in (token, READOUT_WORDS_DATE_STARTERS);
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
    end = readout_date_match_core (&within, i, match);
  if (end == 0)
    end = readout_date_match_duration (&within, i, match);
  if (end == 0)
    return FALSE;

  match->end = end;
  return TRUE;
}
