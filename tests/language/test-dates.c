/* test-dates.c: time expressions and their values
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "detect/article/analysis.h"

/* Expected: "expression=value" of each, parted by " | "; a duration has "~"
 * before it.  Published on Monday 2023-09-18 unless said otherwise. */
typedef struct
{
  const char *text;
  const char *expected;
} Case;

static char *
find_all (const char *utf8, const char *published)
{
  g_autoptr (ReadoutText) text = readout_text_new (utf8, -1);
  g_autoptr (ReadoutAnalysis) analysis
      = readout_analysis_new (NULL, text, published, "en", NULL);
  g_autoptr (GArray) dates = NULL;
  GString *found = g_string_new (NULL);

  g_assert_true (readout_analysis_prepare (analysis));
  dates = readout_dates_find (
      analysis->tokens, analysis->sentences, published, NULL);
  for (guint i = 0; i < dates->len; i++)
    {
      const ReadoutDateValue *date
          = &g_array_index (dates, ReadoutDateValue, i);
      g_autofree char *slice
          = readout_analysis_slice (analysis, date->first, date->end);

      g_string_append_printf (found,
                              "%s%s%s=%s",
                              i > 0 ? " | " : "",
                              date->is_duration ? "~" : "",
                              slice,
                              date->value);
    }

  return g_string_free (found, FALSE);
}

static void
check (const Case *cases, guint n_cases, const char *published)
{
  for (guint i = 0; i < n_cases; i++)
    {
      g_autofree char *found = find_all (cases[i].text, published);

      if (g_strcmp0 (found, cases[i].expected) != 0)
        {
          g_test_message ("in “%s” found “%s”, expected “%s”",
                          cases[i].text,
                          found,
                          cases[i].expected);
          g_test_fail ();
        }
    }
}

static void
test_weekdays (void)
{
  static const Case cases[] = {
    { "The two met on Monday.", "Monday=2023-09-18" },
    { "Lamont said Sunday that it was late.", "Sunday=2023-09-17" },
    { "On Friday, she will open the fair.", "Friday=2023-09-22" },
    { "They will meet on Monday.", "Monday=2023-09-18" },
    { "He said they will meet on Friday.", "Friday=2023-09-22" },
    { "Talks are due to start Thursday.", "Thursday=2023-09-21" },
    { "It runs until next Friday.", "next Friday=2023-09-22" },
    { "The vote of last Monday failed.", "last Monday=2023-09-11" },
    { "He arrived on Tuesday afternoon.", "Tuesday afternoon=2023-09-12" },
    { "It was adopted late on Wednesday.", "late on Wednesday=2023-09-13" },
    { "Shops close early on Black Friday.", "" },
    { "It ended on Monday, September 11.", "Monday, September 11=2023-09-11" },
    { "The event (Mon, 4 Sept. 2023) was small.",
      "Mon, 4 Sept. 2023=2023-09-04" },
    { "They will meet on Wednesday next week.",
      "Wednesday next week=2023-09-27" },
    { "They met on Thursday last week.", "Thursday last week=2023-09-14" },
    { "The sun sat low.", "" },
  };

  check (cases, G_N_ELEMENTS (cases), "2023-09-18");
}

static void
test_calendar (void)
{
  static const Case cases[] = {
    { "It opened on Sept. 18.", "Sept. 18=2023-09-18" },
    { "It opened on 18 Sep 2023.", "18 Sep 2023=2023-09-18" },
    { "It opened on the 5th of July.", "the 5th of July=2023-07-05" },
    { "It was signed on March 3, 1998, in Oslo.", "March 3, 1998=1998-03-03" },
    { "It was held on March 23-24, 2021, there.",
      "March 23-24, 2021=2021-03-23/2021-03-24" },
    { "On June 12-18 this year they dug.",
      "June 12-18 this year=2023-06-12/2023-06-18" },
    { "In November the forum will convene.", "November=2023-11" },
    { "It was founded in November.", "November=2022-11" },
    { "He came in early July.", "early July=2023-07" },
    { "On 2023-09-18 it rained.", "2023-09-18=2023-09-18" },
    { "On 2023/09/18 it rained.", "2023/09/18=2023-09-18" },
    { "They met in the last week of August.",
      "the last week of August=2023-08" },
    { "The talks took place on Wednesday 13 September.",
      "Wednesday 13 September=2023-09-13" },
    { "The meeting on September 7 - 8 was long.",
      "September 7 - 8=2023-09-07/2023-09-08" },
    { "The 14-15 September summit was long.",
      "14-15 September=2023-09-14/2023-09-15" },
    { "Dated 25/12/2022.", "25/12/2022=2022-12-25" },
    { "Dated 5/6/2022.", "5/6/2022=" },
    { "He may march in May.", "May=2023-05" },
    { "Theresa May spoke.", "" },
    { "In July 2022 it began.", "July 2022=2022-07" },
    { "The 1960 treaty and the 1990s.", "1960=1960 | the 1990s=1990/1999" },
    { "It ran from 2015 to 2019.", "2015=2015 | 2019=2019" },
    { "The plan covers 2021-22.", "2021-22=2021/2022" },
    { "Aid between 2023 and 2029 doubles.", "between 2023 and 2029=2023/2029" },
    { "He lost $2000 and 2000 goats.", "" },
    { "It is the 31st of February.", "February=2023-02" },
    { "Around September 31 it fell.", "" },
    { "The summer of 2021 was dry.", "The summer of 2021=2021" },
  };

  check (cases, G_N_ELEMENTS (cases), "2023-09-18");
}

static void
test_relative (void)
{
  static const Case cases[] = {
    { "They met over the weekend.", "the weekend=2023-09-16/2023-09-17" },
    { "They will meet at the weekend.", "the weekend=2023-09-23/2023-09-24" },
    { "It was agreed last week.", "last week=2023-09-11/2023-09-17" },
    { "Next month it reopens.", "Next month=2023-10" },
    { "It is due later this year.", "later this year=2023" },
    { "by the end of this year", "the end of this year=2023" },
    { "at the end of the month", "the end of the month=2023-09" },
    { "Yesterday, today and tomorrow.",
      "Yesterday=2023-09-17 | today=2023-09-18 | tomorrow=2023-09-19" },
    { "Last night it burned.", "Last night=2023-09-17" },
    { "The day after tomorrow they fly.", "The day after tomorrow=2023-09-20" },
    { "It began five years ago.", "five years ago=2018" },
    { "It began over five years ago.", "over five years ago=2018" },
    { "He left three days ago.", "three days ago=2023-09-15" },
    { "It ended two weeks ago.", "two weeks ago=2023-09-04/2023-09-10" },
    { "It came a day after the vote.", "a day after=" },
    { "Two days later he left.", "Two days later=" },
    { "within the current year", "the current year=2023" },
    { "In the past two years little changed.", "the past two years=" },
    { "the 50th year of the treaty", "the 50th year=" },
    { "Now and recently, to date, in due course.", "" },
    { "He spoke this morning.", "this morning=2023-09-18" },
    { "Last July they met; next July they meet again.",
      "Last July=2023-07 | next July=2024-07" },
    { "in mid-2024", "mid-2024=2024" },
  };

  check (cases, G_N_ELEMENTS (cases), "2023-09-18");
}

static void
test_durations (void)
{
  static const Case cases[] = {
    { "They had about 12 hours of talks for two days.",
      "~about 12 hours=PT12H | ~two days=P2D" },
    { "a three-day visit and a 10-year plan",
      "~three-day=P3D | ~10-year=P10Y" },
    { "After two and a half hours they rose.",
      "~two and a half hours=PT2H30M" },
    { "It took half an hour.", "~half an hour=PT30M" },
    { "They spoke for an hour.", "~an hour=PT1H" },
    { "They spoke for an hour and a half.", "~an hour and a half=PT1H30M" },
    { "It lasted for years.", "~years=" },
    { "After many years of research", "~many years=" },
    { "within two weeks", "~two weeks=P2W" },
    { "It paid 300 crowns a year, twice a week, every two years.", "" },
    { "The 30-year-old, aged 31 years, is 32 years old.", "" },
    { "twenty-five days", "~twenty-five days=P25D" },
    { "ninety minutes", "~ninety minutes=PT90M" },
    { "at least three decades", "~at least three decades=P30Y" },
    { "One day it will end.", "" },
  };

  check (cases, G_N_ELEMENTS (cases), "2023-09-18");
}

static void
test_anchors (void)
{
  static const Case undated[] = {
    { "They met on Monday in May 2020, two days ago, and later this year.",
      "Monday= | May 2020=2020-05 | two days ago= | later this year=" },
    { "RIGA, Sept 20, 2023 — They met on Monday.",
      "Sept 20, 2023=2023-09-20 | Monday=2023-09-18" },
    { "OSLO, March 12 (NTA) -- They met on Monday.\n(c) 2024 The Paper",
      "March 12=2024-03-12 | Monday=2024-03-11 | 2024=2024" },
    { "OSLO, March 12 (NTA) -- They met on Monday.", "March 12= | Monday=" },
    { "Published: 20 September 2023\nThey met on Monday.",
      "20 September 2023=2023-09-20 | Monday=2023-09-18" },
  };
  static const Case new_year[] = {
    { "He was sworn in on Dec 28.", "Dec 28=2022-12-28" },
    { "They met on Friday, Dec. 30.", "Friday, Dec. 30=2022-12-30" },
    { "It will close in March.", "March=2023-03" },
    { "last month", "last month=2022-12" },
  };
  static const Case odd[] = {
    { "two hundred thousand days ago, 9999 years ago, 3000 months ago",
      "9999 years ago= | 3000 months ago=" },
    { "yesterday, last year and last week",
      "yesterday= | last year= | last week=" },
  };

  check (undated, G_N_ELEMENTS (undated), NULL);
  check (undated, 1, "soon");
  check (undated, 1, "2023-02-30");
  check (new_year, G_N_ELEMENTS (new_year), "2023-01-02T08:00:00Z");
  check (odd, G_N_ELEMENTS (odd), "0001-01-01");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dates/weekdays", test_weekdays);
  g_test_add_func ("/dates/calendar", test_calendar);
  g_test_add_func ("/dates/relative", test_relative);
  g_test_add_func ("/dates/durations", test_durations);
  g_test_add_func ("/dates/anchors", test_anchors);
  return g_test_run ();
}
