/* dates-calendar.h: partly known dates, counted from an anchor
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ReadoutDate:
 * @year: 1 to 9999, or 0 if it is not known
 * @month: 1 to 12, or 0
 * @day: 1 to 31, or 0
 */
typedef struct
{
  int year;
  int month;
  int day;
} ReadoutDate;

/* Which way a date without its year or week is likely to lie. */
typedef enum
{
  READOUT_TENSE_UNKNOWN,
  READOUT_TENSE_PAST,
  READOUT_TENSE_FUTURE
} ReadoutTense;

gboolean    readout_date_parse (const char *iso, ReadoutDate *date);
gboolean    readout_date_is_valid (ReadoutDate date);
gboolean    readout_date_is_full (ReadoutDate date);
int         readout_date_get_weekday (ReadoutDate date);
ReadoutDate readout_date_add_days (ReadoutDate date, int n_days);
ReadoutDate readout_date_add_months (ReadoutDate date, int n_months);
ReadoutDate
readout_date_find_weekday (ReadoutDate anchor, int weekday, ReadoutTense tense);
ReadoutDate readout_date_guess_year (ReadoutDate  anchor,
                                     ReadoutDate  date,
                                     ReadoutTense tense);
void
readout_date_write (ReadoutDate from, ReadoutDate to, char *value, gsize size);

G_END_DECLS
