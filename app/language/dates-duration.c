/* dates-duration.c: lengths of time, and dates counted in them
 *
 * "about 12 hours" and "three-day" are durations; "five years ago" and "a day
 * after" are dates.  Ages ("30-year-old") and frequencies ("twice a day",
 * "every two years") are neither.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "language/dates-duration.h"

#include <string.h>

typedef ReadoutDateParser Parser;
typedef ReadoutDateMatch  Match;

/* A number before a unit. */
typedef struct
{
  int      value; /* 0 if it is not known: "several" */
  gboolean half;  /* "two and a half" */
  gboolean is_article;
} Count;

static guint
skip_approximator (const Parser *self, guint i)
{

  if (readout_date_is_in (self, i, READOUT_WORDS_APPROXIMATORS))
    return i + 1;
  if ((readout_date_is (self, i, "more") || readout_date_is (self, i, "less"))
      && readout_date_is (self, i + 1, "than"))
    return i + 2;
  if (readout_date_is (self, i, "at")
      && (readout_date_is (self, i + 1, "least")
          || readout_date_is (self, i + 1, "most")))
    return i + 2;
  if ((readout_date_is (self, i, "up") && readout_date_is (self, i + 1, "to"))
      || (readout_date_is (self, i, "just")
          && (readout_date_is (self, i + 1, "over")
              || readout_date_is (self, i + 1, "under"))))
    return i + 2;
  return i;
}

static guint
match_number (const Parser *self, guint i, Count *count)
{
  const ReadoutToken *token;

  *count = (Count){ 0, FALSE, FALSE };
  if (i >= self->n_tokens)
    return 0;
  token = &self->tokens[i];

  if (g_ascii_isdigit (token->lower[0]))
    {
      int value = 0;

      if (token->n_bytes > 4)
        return 0;
      for (const char *c = token->lower; *c != '\0'; c++)
        {
          if (*c == '.' && c[1] == '5' && c[2] == '\0')
            {
              count->half = TRUE;
              break;
            }
          if (!g_ascii_isdigit (*c))
            return 0;
          value = value * 10 + *c - '0';
        }
      count->value = value;
      return value > 0 ? i + 1 : 0;
    }

  if (!readout_date_has (self, i, READOUT_DATE_NUMBER))
    return 0;
  count->value = self->words[i].value;
  count->is_article
      = readout_date_is (self, i, "a") || readout_date_is (self, i, "an");
  i++;

  if (count->is_article)
    {
      if (readout_date_is (self, i, "few")
          || readout_date_is (self, i, "couple")
          || readout_date_is (self, i, "dozen"))
        {
          *count = (Count){ readout_date_is (self, i, "dozen") ? 12 : 0,
                            FALSE,
                            FALSE };
          i++;
          return readout_date_is (self, i, "of") ? i + 1 : i;
        }
      return i;
    }
  if (readout_date_is (self, i - 1, "dozens"))
    return readout_date_is (self, i, "of") ? i + 1 : 0;

  /* Twenty-five; one hundred. */
  if (count->value >= 20 && count->value < 100
      && readout_date_is_hyphen (self, i)
      && readout_date_has (self, i + 1, READOUT_DATE_NUMBER)
      && self->words[i + 1].value >= 1 && self->words[i + 1].value <= 9)
    {
      count->value += self->words[i + 1].value;
      return i + 2;
    }
  if (readout_date_is (self, i, "hundred") && count->value > 0
      && count->value < 10)
    {
      count->value *= 100;
      return i + 1;
    }
  if (readout_date_is (self, i, "and") && readout_date_is (self, i + 1, "a")
      && readout_date_is (self, i + 2, "half"))
    {
      count->half = TRUE;
      return i + 3;
    }
  return i;
}

/* Writes for example P3D, PT2H30M. */
static void
write_duration (char *value, gsize size, const Count *count, int unit)
{
  int n = count->value;
  int half = 0;

  *value = '\0';
  if (n <= 0 && !count->half)
    return;

  switch (unit)
    {
    case READOUT_DATE_SECOND:
      if (!count->half)
        g_snprintf (value, size, "PT%dS", n);
      break;
    case READOUT_DATE_MINUTE:
      half = 30;
      if (count->half && n > 0)
        g_snprintf (value, size, "PT%dM%dS", n, half);
      else if (count->half)
        g_snprintf (value, size, "PT%dS", half);
      else
        g_snprintf (value, size, "PT%dM", n);
      break;
    case READOUT_DATE_HOUR:
      half = 30;
      if (count->half && n > 0)
        g_snprintf (value, size, "PT%dH%dM", n, half);
      else if (count->half)
        g_snprintf (value, size, "PT%dM", half);
      else
        g_snprintf (value, size, "PT%dH", n);
      break;
    case READOUT_DATE_DAYS:
      if (count->half && n > 0)
        g_snprintf (value, size, "P%dDT12H", n);
      else if (count->half)
        g_snprintf (value, size, "PT12H");
      else
        g_snprintf (value, size, "P%dD", n);
      break;
    case READOUT_DATE_WEEK:
      if (!count->half)
        g_snprintf (value, size, "P%dW", n);
      break;
    case READOUT_DATE_FORTNIGHT:
      if (!count->half)
        g_snprintf (value, size, "P%dW", 2 * n);
      break;
    case READOUT_DATE_MONTHS:
      if (!count->half)
        g_snprintf (value, size, "P%dM", n);
      break;
    case READOUT_DATE_QUARTER:
      if (!count->half)
        g_snprintf (value, size, "P%dM", 3 * n);
      break;
    case READOUT_DATE_YEAR:
      if (count->half && n > 0)
        g_snprintf (value, size, "P%dY6M", n);
      else if (count->half)
        g_snprintf (value, size, "P6M");
      else
        g_snprintf (value, size, "P%dY", n);
      break;
    case READOUT_DATE_DECADE:
      if (!count->half)
        g_snprintf (value, size, "P%dY", 10 * n);
      break;
    case READOUT_DATE_CENTURY:
      if (!count->half)
        g_snprintf (value, size, "P%dY", 100 * n);
      break;
    default:
      break;
    }
}

/* The date so long before the anchor, as exact as the unit is. */
static void
set_ago (const Parser *self, Match *match, const Count *count, int unit)
{
  int n = count->value;

  if (n <= 0 || n > 3000 || count->half)
    return;

  if (unit == READOUT_DATE_DAYS && readout_date_is_full (self->anchor))
    match->from = readout_date_add_days (self->anchor, -n);
  else if (unit == READOUT_DATE_HOUR && readout_date_is_full (self->anchor)
           && n % 24 == 0)
    match->from = readout_date_add_days (self->anchor, -n / 24);
  else if (unit == READOUT_DATE_WEEK && readout_date_is_full (self->anchor))
    {
      ReadoutDate day = readout_date_add_days (self->anchor, -7 * n);

      if (day.year > 0)
        {
          match->from
              = readout_date_add_days (day, 1 - readout_date_get_weekday (day));
          match->to = readout_date_add_days (match->from, 6);
        }
    }
  else if (unit == READOUT_DATE_MONTHS && self->anchor.month > 0)
    match->from = readout_date_add_months (self->anchor, -n);
  else if (unit == READOUT_DATE_YEAR && self->anchor.year > n)
    match->from.year = self->anchor.year - n;
}

/**
 * readout_date_match_count:
 * @self: the parser
 * @i: index of a token
 *
 * Returns: the index after a number of units, such as "two" or "few", or 0
 */
guint
readout_date_match_count (const ReadoutDateParser *self, guint i)
{
  Count count;
  guint end = match_number (self, i, &count);

  return count.is_article ? 0 : end;
}

/* What comes before "a week" when that is a length of time. */
static gboolean
licenses_article (const Parser *self, guint i)
{

  return i > 0
         && readout_date_is_in (self, i - 1, READOUT_WORDS_LENGTH_NEIGHBOURS);
}

static gboolean
is_frequency (const Parser *self, guint i)
{

  return i > 0
         && readout_date_is_in (self, i - 1, READOUT_WORDS_FREQUENCY_WORDS);
}

/**
 * readout_date_match_duration:
 * @self: the parser
 * @i: index of a token
 * @match: (inout): where to put what was found
 *
 * Returns: the index after a duration, or a date counted in one, that begins
 *   at token @i; or 0
 */
guint
readout_date_match_duration (const ReadoutDateParser *self,
                             guint                    i,
                             ReadoutDateMatch        *match)
{
  Count    count;
  guint    begin;
  guint    end;
  int      unit;
  gboolean hyphened = FALSE;
  gboolean half_unit = FALSE;

  if (is_frequency (self, i))
    return 0;

  /* "for years" */
  if (readout_date_has (self, i, READOUT_DATE_PLURAL)
      && self->words[i].value >= READOUT_DATE_HOUR
      && ((i > 0
           && readout_date_is_in (
               self, i - 1, READOUT_WORDS_BARE_LENGTH_PREPOSITIONS))
          || (readout_date_is (self, i, "hours")
              && readout_date_is (self, i + 1, "of"))))
    {
      match->is_duration = TRUE;
      return i + 1;
    }

  begin = skip_approximator (self, i);
  if (readout_date_is (self, begin, "half")
      && (readout_date_is (self, begin + 1, "a")
          || readout_date_is (self, begin + 1, "an")))
    {
      count = (Count){ 0, TRUE, FALSE };
      end = begin + 2;
      half_unit = TRUE;
    }
  else
    {
      end = match_number (self, begin, &count);
      if (end == 0)
        return 0;
    }

  if (readout_date_is_hyphen (self, end)
      && !(self->tokens[end].flags & READOUT_TOKEN_SPACE))
    {
      hyphened = TRUE;
      end++;
    }
  else
    while (readout_date_is_in (self, end, READOUT_WORDS_LENGTH_FILLERS))
      end++;
  if (!readout_date_has (self, end, READOUT_DATE_UNIT))
    return 0;
  unit = self->words[end].value;
  if (unit == READOUT_DATE_WEEKEND)
    return 0;
  if (!hyphened && !count.is_article && !half_unit && count.value != 1
      && !readout_date_has (self, end, READOUT_DATE_PLURAL))
    return 0;
  end++;

  if (readout_date_is (self, end, "and") && readout_date_is (self, end + 1, "a")
      && readout_date_is (self, end + 2, "half"))
    {
      count.half = TRUE;
      end += 3;
    }

  /* Ages. */
  if (readout_date_is (self, end, "old")
      || (readout_date_is_hyphen (self, end)
          && (readout_date_is (self, end + 1, "old")
              || readout_date_is (self, end + 1, "olds")))
      || (readout_date_is (self, end, "of")
          && readout_date_is (self, end + 1, "age"))
      || (begin > 0 && readout_date_is (self, begin - 1, "aged")))
    return 0;
  if (hyphened && readout_date_is_hyphen (self, end)
      && readout_date_is (self, end + 1, "long"))
    end += 2;

  if (!hyphened && readout_date_has (self, end, READOUT_DATE_SHIFT))
    {
      if (readout_date_is (self, end, "ago"))
        set_ago (self, match, &count, unit);
      return end + 1;
    }

  /* "a year" without more is a rate as often as a length, and "one day" is
   * any day. */
  if (count.is_article && begin == i && !licenses_article (self, i))
    return 0;
  if (count.value == 1 && !count.is_article && !hyphened && !count.half
      && begin == i && !licenses_article (self, i))
    return 0;

  match->is_duration = TRUE;
  write_duration (match->duration, sizeof match->duration, &count, unit);
  return end;
}
