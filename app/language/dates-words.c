/* dates-words.c: the words that time expressions are made of
 *
 * A closed class of some two hundred words, so that a table in the program
 * does better than a word list: one binary search a token.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "language/dates-words.h"

#include <string.h>

typedef struct
{
  char    word[12];
  guint16 classes;
  gint16  value;
} Entry;

#define WEEKDAY READOUT_DATE_WEEKDAY
#define MONTH READOUT_DATE_MONTH
#define UNIT READOUT_DATE_UNIT
#define NUMBER READOUT_DATE_NUMBER
#define ORDINAL READOUT_DATE_ORDINAL
#define DAY_PART READOUT_DATE_DAY_PART
#define DAY READOUT_DATE_DAY
#define SEASON READOUT_DATE_SEASON
#define RELATIVE READOUT_DATE_RELATIVE
#define PHASE READOUT_DATE_PHASE
#define SHIFT READOUT_DATE_SHIFT
#define FUTURE READOUT_DATE_FUTURE
#define PAST READOUT_DATE_PAST
#define PLURAL READOUT_DATE_PLURAL
#define SHORT READOUT_DATE_SHORT
#define U(unit) READOUT_DATE_##unit

/* In order of strcmp(). */
static const Entry entries[] = {
  { "'ll", FUTURE, 0 },
  { "'ve", PAST, 0 },
  { "10th", ORDINAL, 10 },
  { "11th", ORDINAL, 11 },
  { "12th", ORDINAL, 12 },
  { "13th", ORDINAL, 13 },
  { "14th", ORDINAL, 14 },
  { "15th", ORDINAL, 15 },
  { "16th", ORDINAL, 16 },
  { "17th", ORDINAL, 17 },
  { "18th", ORDINAL, 18 },
  { "19th", ORDINAL, 19 },
  { "1st", ORDINAL, 1 },
  { "20th", ORDINAL, 20 },
  { "21st", ORDINAL, 21 },
  { "22nd", ORDINAL, 22 },
  { "23rd", ORDINAL, 23 },
  { "24th", ORDINAL, 24 },
  { "25th", ORDINAL, 25 },
  { "26th", ORDINAL, 26 },
  { "27th", ORDINAL, 27 },
  { "28th", ORDINAL, 28 },
  { "29th", ORDINAL, 29 },
  { "2nd", ORDINAL, 2 },
  { "30th", ORDINAL, 30 },
  { "31st", ORDINAL, 31 },
  { "3rd", ORDINAL, 3 },
  { "4th", ORDINAL, 4 },
  { "50th", ORDINAL, 50 },
  { "5th", ORDINAL, 5 },
  { "6th", ORDINAL, 6 },
  { "7th", ORDINAL, 7 },
  { "8th", ORDINAL, 8 },
  { "9th", ORDINAL, 9 },
  { "a", NUMBER, 1 },
  { "added", PAST, 0 },
  { "after", SHIFT, 1 },
  { "afternoon", DAY_PART, 2 },
  { "ago", SHIFT, -1 },
  { "ahead", FUTURE, 0 },
  { "aims", FUTURE, 0 },
  { "an", NUMBER, 1 },
  { "announced", PAST, 0 },
  { "apr", MONTH, 4 },
  { "april", MONTH, 4 },
  { "aug", MONTH, 8 },
  { "august", MONTH, 8 },
  { "autumn", SEASON, 3 },
  { "became", PAST, 0 },
  { "before", SHIFT, -1 },
  { "began", PAST, 0 },
  { "broke", PAST, 0 },
  { "brought", PAST, 0 },
  { "came", PAST, 0 },
  { "centuries", UNIT | PLURAL, U (CENTURY) },
  { "century", UNIT, U (CENTURY) },
  { "coming", RELATIVE, 1 },
  { "couple", NUMBER, 0 },
  { "current", RELATIVE, 0 },
  { "dawn", DAY_PART, 8 },
  { "day", UNIT, U (DAYS) },
  { "days", UNIT | PLURAL, U (DAYS) },
  { "dec", MONTH, 12 },
  { "decade", UNIT, U (DECADE) },
  { "decades", UNIT | PLURAL, U (DECADE) },
  { "december", MONTH, 12 },
  { "did", PAST, 0 },
  { "dozens", NUMBER, 0 },
  { "due", FUTURE, 0 },
  { "earlier", PHASE | SHIFT, -1 },
  { "early", PHASE, 0 },
  { "eight", NUMBER, 8 },
  { "eighteen", NUMBER, 18 },
  { "eighth", ORDINAL, 8 },
  { "eighty", NUMBER, 80 },
  { "eleven", NUMBER, 11 },
  { "eleventh", ORDINAL, 11 },
  { "evening", DAY_PART, 3 },
  { "expected", FUTURE, 0 },
  { "fall", SEASON, 4 },
  { "feb", MONTH, 2 },
  { "february", MONTH, 2 },
  { "fell", PAST, 0 },
  { "few", NUMBER, 0 },
  { "fifteen", NUMBER, 15 },
  { "fifth", ORDINAL, 5 },
  { "fifty", NUMBER, 50 },
  { "first", ORDINAL, 1 },
  { "five", NUMBER, 5 },
  { "following", RELATIVE, 1 },
  { "fortnight", UNIT, U (FORTNIGHT) },
  { "fortnights", UNIT | PLURAL, U (FORTNIGHT) },
  { "forty", NUMBER, 40 },
  { "four", NUMBER, 4 },
  { "fourteen", NUMBER, 14 },
  { "fourth", ORDINAL, 4 },
  { "fri", WEEKDAY | SHORT, 5 },
  { "friday", WEEKDAY, 5 },
  { "gave", PAST, 0 },
  { "going", FUTURE, 0 },
  { "got", PAST, 0 },
  { "had", PAST, 0 },
  { "has", PAST, 0 },
  { "have", PAST, 0 },
  { "held", PAST, 0 },
  { "hopes", FUTURE, 0 },
  { "hour", UNIT, U (HOUR) },
  { "hours", UNIT | PLURAL, U (HOUR) },
  { "hundred", NUMBER, 100 },
  { "intends", FUTURE, 0 },
  { "jan", MONTH, 1 },
  { "january", MONTH, 1 },
  { "jul", MONTH, 7 },
  { "july", MONTH, 7 },
  { "jun", MONTH, 6 },
  { "june", MONTH, 6 },
  { "kept", PAST, 0 },
  { "last", RELATIVE, -1 },
  { "late", PHASE, 0 },
  { "later", PHASE | SHIFT, 1 },
  { "led", PAST, 0 },
  { "left", PAST, 0 },
  { "lost", PAST, 0 },
  { "made", PAST, 0 },
  { "many", NUMBER, 0 },
  { "mar", MONTH, 3 },
  { "march", MONTH, 3 },
  { "may", MONTH, 5 },
  { "met", PAST, 0 },
  { "mid", PHASE, 0 },
  { "midday", DAY_PART, 7 },
  { "midnight", DAY_PART, 6 },
  { "minute", UNIT, U (MINUTE) },
  { "minutes", UNIT | PLURAL, U (MINUTE) },
  { "mon", WEEKDAY | SHORT, 1 },
  { "monday", WEEKDAY, 1 },
  { "month", UNIT, U (MONTHS) },
  { "months", UNIT | PLURAL, U (MONTHS) },
  { "morning", DAY_PART, 1 },
  { "next", RELATIVE, 1 },
  { "night", DAY_PART, 4 },
  { "nine", NUMBER, 9 },
  { "nineteen", NUMBER, 19 },
  { "ninety", NUMBER, 90 },
  { "ninth", ORDINAL, 9 },
  { "noon", DAY_PART, 5 },
  { "nov", MONTH, 11 },
  { "november", MONTH, 11 },
  { "oct", MONTH, 10 },
  { "october", MONTH, 10 },
  { "one", NUMBER, 1 },
  { "past", RELATIVE, -1 },
  { "plan", FUTURE, 0 },
  { "planned", FUTURE, 0 },
  { "planning", FUTURE, 0 },
  { "plans", FUTURE, 0 },
  { "previous", RELATIVE, -1 },
  { "put", PAST, 0 },
  { "quarter", UNIT, U (QUARTER) },
  { "quarters", UNIT | PLURAL, U (QUARTER) },
  { "ran", PAST, 0 },
  { "rose", PAST, 0 },
  { "said", PAST, 0 },
  { "sat", WEEKDAY | SHORT, 6 },
  { "saturday", WEEKDAY, 6 },
  { "saw", PAST, 0 },
  { "says", PAST, 0 },
  { "scheduled", FUTURE, 0 },
  { "second", ORDINAL, 2 },
  { "seconds", UNIT | PLURAL, U (SECOND) },
  { "sent", PAST, 0 },
  { "sep", MONTH, 9 },
  { "sept", MONTH, 9 },
  { "september", MONTH, 9 },
  { "set", FUTURE, 0 },
  { "seven", NUMBER, 7 },
  { "seventeen", NUMBER, 17 },
  { "seventh", ORDINAL, 7 },
  { "seventy", NUMBER, 70 },
  { "several", NUMBER, 0 },
  { "shall", FUTURE, 0 },
  { "six", NUMBER, 6 },
  { "sixteen", NUMBER, 16 },
  { "sixth", ORDINAL, 6 },
  { "sixty", NUMBER, 60 },
  { "slated", FUTURE, 0 },
  { "spoke", PAST, 0 },
  { "spring", SEASON, 1 },
  { "summer", SEASON, 2 },
  { "sun", WEEKDAY | SHORT, 7 },
  { "sunday", WEEKDAY, 7 },
  { "ten", NUMBER, 10 },
  { "tenth", ORDINAL, 10 },
  { "third", ORDINAL, 3 },
  { "thirteen", NUMBER, 13 },
  { "thirty", NUMBER, 30 },
  { "this", RELATIVE, 0 },
  { "three", NUMBER, 3 },
  { "thu", WEEKDAY | SHORT, 4 },
  { "thur", WEEKDAY | SHORT, 4 },
  { "thurs", WEEKDAY | SHORT, 4 },
  { "thursday", WEEKDAY, 4 },
  { "today", DAY, 0 },
  { "told", PAST, 0 },
  { "tomorrow", DAY, 1 },
  { "tonight", DAY, 0 },
  { "took", PAST, 0 },
  { "tue", WEEKDAY | SHORT, 2 },
  { "tues", WEEKDAY | SHORT, 2 },
  { "tuesday", WEEKDAY, 2 },
  { "twelfth", ORDINAL, 12 },
  { "twelve", NUMBER, 12 },
  { "twenty", NUMBER, 20 },
  { "two", NUMBER, 2 },
  { "upcoming", RELATIVE | FUTURE, 1 },
  { "was", PAST, 0 },
  { "wed", WEEKDAY | SHORT, 3 },
  { "wednesday", WEEKDAY, 3 },
  { "week", UNIT, U (WEEK) },
  { "weekend", UNIT, U (WEEKEND) },
  { "weekends", UNIT | PLURAL, U (WEEKEND) },
  { "weeks", UNIT | PLURAL, U (WEEK) },
  { "went", PAST, 0 },
  { "were", PAST, 0 },
  { "will", FUTURE, 0 },
  { "winter", SEASON, 5 },
  { "wo", FUTURE, 0 },
  { "won", PAST, 0 },
  { "would", FUTURE, 0 },
  { "year", UNIT, U (YEAR) },
  { "years", UNIT | PLURAL, U (YEAR) },
  { "yesterday", DAY, -1 },
};

static int
compare (gconstpointer key, gconstpointer element)
{
  return strcmp (key, ((const Entry *)element)->word);
}

/**
 * readout_date_word_classify:
 * @lower: the lower-case form of a token
 * @value: (out): what it stands for; see #ReadoutDateWord
 *
 * Returns: a mask of #ReadoutDateWord, 0 for most words
 */
guint
readout_date_word_classify (const char *lower, int *value)
{
  const Entry *entry;

  *value = 0;
  entry = bsearch (
      lower, entries, G_N_ELEMENTS (entries), sizeof (Entry), compare);
  if (entry == NULL)
    return 0;
  *value = entry->value;
  return entry->classes;
}
