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
  const char *lower;
  guint       end;

  if (!readout_date_has (self, i, READOUT_DATE_MONTH)
      || !readout_date_has_flag (self, i, READOUT_TOKEN_CAPITAL))
    return 0;

  /* Names of months that are also other words need a neighbour. */
  lower = self->tokens[i].lower;
  if (strcmp (lower, "may") == 0 || strcmp (lower, "march") == 0)
    {
      gboolean near = readout_date_get_digits (self, i + 1, 4) > 0
                      || day_at (self, i + 1) > 0
                      || (i > 0
                          && (readout_date_is_in (
                                  self, i - 1, READOUT_WORDS_MONTH_NEIGHBOURS)
                              || day_at (self, i - 1) > 0));

      if (!near)
        return 0;
    }
  else if (strcmp (lower, "april") == 0 || strcmp (lower, "june") == 0
           || strcmp (lower, "august") == 0 || strcmp (lower, "jan") == 0)
    {
      gboolean name
          = readout_date_has_flag (self, i + 1, READOUT_TOKEN_WORD)
            && readout_date_has_flag (self, i + 1, READOUT_TOKEN_CAPITAL)
            && !(i > 0
                 && readout_date_is_in (
                     self, i - 1, READOUT_WORDS_MONTH_NEIGHBOURS));

      if (name)
        return 0;
    }

  *month = self->words[i].value;
  end = i + 1;
  if (readout_date_is (self, end, ".") && readout_date_is_joined (self, end)
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

static guint
match_numeric (const Parser *self, guint i, Match *match)
{
  int a, b, c;

  /* 2023-09-18 */
  a = readout_date_get_digits (self, i, 4);
  if (a >= 1000 && readout_date_is_hyphen (self, i + 1)
      && readout_date_is_joined (self, i + 1)
      && readout_date_is_joined (self, i + 2)
      && readout_date_is_hyphen (self, i + 3)
      && readout_date_is_joined (self, i + 4))
    {
      b = readout_date_get_digits (self, i + 2, 2);
      c = readout_date_get_digits (self, i + 4, 2);
      if (b > 0 && c > 0 && set_value (self, match, a, b, c, 0))
        return i + 5;
      return 0;
    }

  /* 2023/09/18 */
  if (a >= 1900 && a <= 2099 && readout_date_is (self, i + 1, "/")
      && readout_date_is (self, i + 3, "/"))
    {
      b = readout_date_get_digits (self, i + 2, 2);
      c = readout_date_get_digits (self, i + 4, 2);
      if (b > 0 && c > 0 && set_value (self, match, a, b, c, 0))
        return i + 5;
      return 0;
    }

  /* 18/9/2023, 9/18/2023; where both can be months the value stays open. */
  if (a > 0 && a <= 31 && readout_date_is (self, i + 1, "/")
      && readout_date_is (self, i + 3, "/"))
    {
      b = readout_date_get_digits (self, i + 2, 2);
      c = readout_date_get_year (self, i + 4);
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
  guint end = i + 1;
  guint next;

  if (!readout_date_has (self, i, READOUT_DATE_WEEKDAY)
      || !readout_date_has_flag (self, i, READOUT_TOKEN_CAPITAL))
    return 0;
  if (i > 0 && readout_date_is_in (self, i - 1, READOUT_WORDS_NAMED_DAYS)
      && readout_date_has_flag (self, i - 1, READOUT_TOKEN_CAPITAL))
    return 0;

  if (readout_date_has (self, i, READOUT_DATE_SHORT))
    {
      gboolean point = readout_date_is (self, end, ".")
                       && readout_date_is_joined (self, end);

      if (point)
        end++;
      else if (!readout_date_is (self, end, ",") && day_at (self, end) == 0)
        return 0;
      if (!point && readout_date_is (self, end, ",")
          && !readout_date_has (self, end + 1, READOUT_DATE_MONTH)
          && day_at (self, end + 1) == 0)
        return 0;
    }

  /* "Monday, July 5" is one expression, and the calendar day decides. */
  next = readout_date_is (self, end, ",") ? end + 1 : end;
  if (readout_date_has (self, next, READOUT_DATE_MONTH)
      || day_at (self, next) > 0)
    {
      guint full = match_month_first (self, next, match);

      if (full == 0)
        full = match_day_first (self, next, match);
      if (full > 0 && match->from.day > 0)
        return full;
      *match = (Match){ 0 };
    }

  if (readout_date_has (self, end, READOUT_DATE_DAY_PART))
    end++;
  /* "Thursday last week", "Wednesday of next week" */
  next = readout_date_is (self, end, "of") ? end + 1 : end;
  if (readout_date_has (self, next, READOUT_DATE_RELATIVE)
      && readout_date_is (self, next + 1, "week")
      && !readout_date_is (self, next + 2, "of"))
    {
      if (readout_date_is_full (self->anchor))
        match->from = readout_date_add_days (
            self->anchor,
            self->words[i].value - readout_date_get_weekday (self->anchor)
                + 7 * self->words[next].value);
      return next + 2;
    }
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

/* Years, decades and ranges of years. */
static guint
match_year (const Parser *self, guint i, Match *match)
{
  guint j = i;
  int   year;

  if (readout_date_is (self, j, "the"))
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

  year = readout_date_get_digits (self, i, 4);
  if (year < 1000 || year > 2099 || self->tokens[i].n_bytes != 4)
    return 0;
  if (readout_date_get_year (self, i) == 0
      && !(i > 0
           && readout_date_is_in (self, i - 1, READOUT_WORDS_YEAR_NEIGHBOURS)))
    return 0;
  if (i > 0 && readout_date_is_in (self, i - 1, READOUT_WORDS_COUNTED_SIGNS))
    return 0;
  if (readout_date_is (self, i + 1, "%")
      || readout_date_has (self, i + 1, READOUT_DATE_UNIT)
      || readout_date_get_digits (self, i + 1, 9) >= 0)
    return 0;
  /* "2000 soldiers" counts them. */
  if (year % 100 == 0 && readout_date_has_flag (self, i + 1, READOUT_TOKEN_WORD)
      && !readout_date_has_flag (self, i + 1, READOUT_TOKEN_CAPITAL)
      && g_str_has_suffix (self->tokens[i + 1].lower, "s"))
    return 0;
  /* Part of a longer number or name: 2030-Alpha, UN-2020, 1:2000. */
  if (i > 0 && !readout_date_has_flag (self, i, READOUT_TOKEN_SPACE)
      && !readout_date_has_flag (self, i, READOUT_TOKEN_LINE)
      && !readout_date_is (self, i - 1, "(")
      && !(i > 1 && readout_date_has (self, i - 2, READOUT_DATE_PHASE))
      && !readout_date_has_flag (self, i - 1, READOUT_TOKEN_QUOTE))
    return 0;

  match->from.year = year;
  if (readout_date_is_hyphen (self, i + 1)
      && readout_date_is_joined (self, i + 1)
      && readout_date_is_joined (self, i + 2))
    {
      int other = readout_date_get_digits (self, i + 2, 4);

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
