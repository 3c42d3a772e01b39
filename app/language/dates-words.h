/* dates-words.h: the words that time expressions are made of
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a word can be in a time expression, with the meaning of its value; in
 * data/lexicons/date-words.txt each has a name. */
typedef enum
{
  READOUT_DATE_WEEKDAY = 1 << 0,  /* 1 Monday to 7 Sunday */
  READOUT_DATE_MONTH = 1 << 1,    /* 1 to 12 */
  READOUT_DATE_UNIT = 1 << 2,     /* one of ReadoutDateUnit */
  READOUT_DATE_NUMBER = 1 << 3,   /* 1 to 100; 0 for an unknown number */
  READOUT_DATE_ORDINAL = 1 << 4,  /* 1 to 31 */
  READOUT_DATE_DAY_PART = 1 << 5, /* morning … night */
  READOUT_DATE_DAY = 1 << 6,      /* days from the anchor: today is 0 */
  READOUT_DATE_SEASON = 1 << 7,
  READOUT_DATE_RELATIVE = 1 << 8, /* -1 last, 0 this, 1 next */
  READOUT_DATE_PHASE = 1 << 9,    /* early, late, mid */
  READOUT_DATE_SHIFT = 1 << 10,   /* -1 ago, earlier; 1 after, later */
  READOUT_DATE_FUTURE = 1 << 11,  /* a sign of future tense */
  READOUT_DATE_PAST = 1 << 12,    /* a sign of past tense */
  READOUT_DATE_PLURAL = 1 << 13,  /* a unit in the plural */
  READOUT_DATE_SHORT = 1 << 14,   /* an abbreviation that is also a word */
} ReadoutDateWord;

typedef enum
{
  READOUT_DATE_SECOND,
  READOUT_DATE_MINUTE,
  READOUT_DATE_HOUR,
  READOUT_DATE_DAYS,
  READOUT_DATE_WEEK,
  READOUT_DATE_WEEKEND,
  READOUT_DATE_FORTNIGHT,
  READOUT_DATE_MONTHS,
  READOUT_DATE_QUARTER,
  READOUT_DATE_YEAR,
  READOUT_DATE_DECADE,
  READOUT_DATE_CENTURY,
} ReadoutDateUnit;

guint readout_date_classes_parse (const char *column);
gboolean
      readout_date_value_parse (const char *column, guint classes, int *value);
guint readout_date_word_classify (const char *lower, int *value);

G_END_DECLS
