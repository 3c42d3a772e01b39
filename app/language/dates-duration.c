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

/* Reads a number in digits, of which the last can be a half: 12, 2.5. */
static gboolean
read_digits (const ReadoutToken *token, Count *count)
{
  int value = 0;

  if (token->n_bytes > 4)
    return FALSE;
  for (const char *c = token->lower; *c != '\0'; c++)
    {
      if (strcmp (c, ".5") == 0)
        {
          count->half = TRUE;
          break;
        }
      if (!g_ascii_isdigit (*c))
        return FALSE;
      value = value * 10 + *c - '0';
    }

  count->value = value;
  return value > 0;
}

/* What goes on after "a": "a few", "a dozen of". */
static guint
match_after_article (const Parser *self, guint i, Count *count)
{
  if (!readout_date_is_in (self, i, READOUT_WORDS_ARTICLE_NUMBERS))
    return i;

  *count = (Count){ readout_date_is (self, i, "dozen") ? 12 : 0, FALSE, FALSE };
  return readout_date_is (self, i + 1, "of") ? i + 2 : i + 1;
}

static gboolean
is_and_a_half (const Parser *self, guint i)
{
  return readout_date_is (self, i, "and") && readout_date_is (self, i + 1, "a")
         && readout_date_is (self, i + 2, "half");
}

/* What goes on after a number in letters: twenty-five, one hundred. */
static guint
match_after_number (const Parser *self, guint i, Count *count)
{
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
  if (is_and_a_half (self, i))
    {
      count->half = TRUE;
      return i + 3;
    }
  return i;
}

static gboolean
is_article (const Parser *self, guint i)
{
  return readout_date_is (self, i, "a") || readout_date_is (self, i, "an");
}

static guint
match_number (const Parser *self, guint i, Count *count)
{
  *count = (Count){ 0, FALSE, FALSE };
  if (i >= self->n_tokens)
    return 0;
  if (g_ascii_isdigit (self->tokens[i].lower[0]))
    return read_digits (&self->tokens[i], count) ? i + 1 : 0;
  if (!readout_date_has (self, i, READOUT_DATE_NUMBER))
    return 0;

  count->value = self->words[i].value;
  count->is_article = is_article (self, i);
  if (count->is_article)
    return match_after_article (self, i + 1, count);
  if (readout_date_is (self, i, "dozens"))
    return readout_date_is (self, i + 1, "of") ? i + 2 : 0;

  return match_after_number (self, i + 1, count);
}

/* Writes for example P3D, PT2H30M; nothing where the unit cannot be halved. */
static void
write_duration (char *value, gsize size, const Count *count, int unit)
{
  /* How one of a unit is written, how many of those it has, and a half of it
   * behind a number and alone. */
  static const struct
  {
    const char *prefix;
    char        letter;
    int         times;
    const char *half_behind;
    const char *half;
  } units[] = {
    [READOUT_DATE_SECOND] = { "PT", 'S', 1, NULL, NULL },
    [READOUT_DATE_MINUTE] = { "PT", 'M', 1, "30S", "PT30S" },
    [READOUT_DATE_HOUR] = { "PT", 'H', 1, "30M", "PT30M" },
    [READOUT_DATE_DAYS] = { "P", 'D', 1, "T12H", "PT12H" },
    [READOUT_DATE_WEEK] = { "P", 'W', 1, NULL, NULL },
    [READOUT_DATE_FORTNIGHT] = { "P", 'W', 2, NULL, NULL },
    [READOUT_DATE_MONTHS] = { "P", 'M', 1, NULL, NULL },
    [READOUT_DATE_QUARTER] = { "P", 'M', 3, NULL, NULL },
    [READOUT_DATE_YEAR] = { "P", 'Y', 1, "6M", "P6M" },
    [READOUT_DATE_DECADE] = { "P", 'Y', 10, NULL, NULL },
    [READOUT_DATE_CENTURY] = { "P", 'Y', 100, NULL, NULL },
  };
  int n = count->value;

  *value = '\0';
  if (unit < 0 || unit >= (int)G_N_ELEMENTS (units)
      || units[unit].prefix == NULL || (n <= 0 && !count->half)
      || (count->half && units[unit].half == NULL))
    return;

  if (n <= 0)
    g_strlcpy (value, units[unit].half, size);
  else
    g_snprintf (value,
                size,
                "%s%d%c%s",
                units[unit].prefix,
                n * units[unit].times,
                units[unit].letter,
                count->half ? units[unit].half_behind : "");
}

/* The day or the week so long before @anchor, which is a day. */
static void
set_days_ago (ReadoutDate anchor, Match *match, int n, int unit)
{
  ReadoutDate day;

  switch (unit)
    {
    case READOUT_DATE_DAYS:
      match->from = readout_date_add_days (anchor, -n);
      break;

    case READOUT_DATE_HOUR:
      if (n % 24 == 0)
        match->from = readout_date_add_days (anchor, -n / 24);
      break;

    case READOUT_DATE_WEEK:
      day = readout_date_add_days (anchor, -7 * n);
      if (day.year > 0)
        {
          match->from
              = readout_date_add_days (day, 1 - readout_date_get_weekday (day));
          match->to = readout_date_add_days (match->from, 6);
        }
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

  if (unit == READOUT_DATE_MONTHS && self->anchor.month > 0)
    match->from = readout_date_add_months (self->anchor, -n);
  else if (unit == READOUT_DATE_YEAR && self->anchor.year > n)
    match->from.year = self->anchor.year - n;
  else if (readout_date_is_full (self->anchor))
    set_days_ago (self->anchor, match, n, unit);
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

/* "for years", "hours of talks" */
static gboolean
is_bare_length (const Parser *self, guint i)
{
  return readout_date_has (self, i, READOUT_DATE_PLURAL)
         && self->words[i].value >= READOUT_DATE_HOUR
         && ((i > 0
              && readout_date_is_in (
                  self, i - 1, READOUT_WORDS_BARE_LENGTH_PREPOSITIONS))
             || (readout_date_is (self, i, "hours")
                 && readout_date_is (self, i + 1, "of")));
}

/* A number and a unit, as far as they were read. */
typedef struct
{
  Count    count;
  guint    begin; /* Of the number. */
  guint    end;
  int      unit;
  gboolean is_exact;  /* Nothing such as "about" stands before it. */
  gboolean hyphened;  /* "three-day" */
  gboolean half_unit; /* "half an hour" */
} Length;

/* The number of a length that begins at @i; sets where it ends. */
static gboolean
match_length_number (const Parser *self, guint i, Length *length)
{
  *length = (Length){ 0 };
  length->begin = skip_approximator (self, i);
  length->is_exact = length->begin == i;

  if (readout_date_is (self, length->begin, "half")
      && is_article (self, length->begin + 1))
    {
      length->count.half = TRUE;
      length->half_unit = TRUE;
      length->end = length->begin + 2;
      return TRUE;
    }

  length->end = match_number (self, length->begin, &length->count);
  return length->end > 0;
}

/* The unit behind the number, and a half behind that. */
static gboolean
match_length_unit (const Parser *self, Length *length)
{
  guint at = length->end;

  length->hyphened = readout_date_is_hyphen (self, at)
                     && (self->tokens[at].flags & READOUT_TOKEN_SPACE) == 0;
  if (length->hyphened)
    at++;
  else
    while (readout_date_is_in (self, at, READOUT_WORDS_LENGTH_FILLERS))
      at++;

  if (!readout_date_has (self, at, READOUT_DATE_UNIT)
      || self->words[at].value == READOUT_DATE_WEEKEND)
    return FALSE;
  /* "two day" is none, but "a day", "one day" and "two-day" are. */
  if (!length->hyphened && !length->count.is_article && !length->half_unit
      && length->count.value != 1
      && !readout_date_has (self, at, READOUT_DATE_PLURAL))
    return FALSE;

  length->unit = self->words[at].value;
  length->end = at + 1;
  if (is_and_a_half (self, length->end))
    {
      length->count.half = TRUE;
      length->end += 3;
    }
  return TRUE;
}

/* "30 years old", "30-year-olds", "30 years of age", "aged 30 years" */
static gboolean
is_age (const Parser *self, const Length *length)
{
  guint end = length->end;

  if (readout_date_is (self, end, "old")
      || (length->begin > 0
          && readout_date_is (self, length->begin - 1, "aged")))
    return TRUE;
  if (readout_date_is_hyphen (self, end))
    return readout_date_is (self, end + 1, "old")
           || readout_date_is (self, end + 1, "olds");

  return readout_date_is (self, end, "of")
         && readout_date_is (self, end + 1, "age");
}

/* Whether it is no length but for what stands before it: "a year" without more
 * is a rate as often as a length, and "one day" is any day. */
static gboolean
needs_licence (const Length *length)
{
  if (!length->is_exact)
    return FALSE;

  return length->count.is_article
         || (length->count.value == 1 && !length->hyphened
             && !length->count.half);
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
  Length length;
  guint  end;

  if (is_frequency (self, i))
    return 0;
  if (is_bare_length (self, i))
    {
      match->is_duration = TRUE;
      return i + 1;
    }

  if (!match_length_number (self, i, &length)
      || !match_length_unit (self, &length) || is_age (self, &length))
    return 0;

  end = length.end;
  if (length.hyphened && readout_date_is_hyphen (self, end)
      && readout_date_is (self, end + 1, "long"))
    end += 2;
  if (!length.hyphened && readout_date_has (self, end, READOUT_DATE_SHIFT))
    {
      if (readout_date_is (self, end, "ago"))
        set_ago (self, match, &length.count, length.unit);
      return end + 1;
    }
  if (needs_licence (&length) && !licenses_article (self, i))
    return 0;

  match->is_duration = TRUE;
  write_duration (
      match->duration, sizeof match->duration, &length.count, length.unit);
  return end;
}
