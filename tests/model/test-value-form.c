/* test-value-form.c: the form that a value of an annotation file has
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/value-form.h"

#include "model/countries.h"

#define END NULL

typedef struct
{
  const char       *name;
  ReadoutValueForm  form;
  const char *const values[40];
  const char *const nonsense[60];
} Case;

static const Case cases[] = {
  { "time",
    READOUT_VALUE_TIME,
    { "2023",
      "0001",
      "9999",
      "2023-09",
      "2023-12",
      "2023-09-18",
      "2024-02-29",
      "2000-02-29",
      "2023-12-31",
      "2018-09-13T14:30",
      "2018-09-13T00:00",
      "2018-09-13T24:00",
      "2018-09-13T24:00:00",
      "2018-09-13T14:30:05",
      "2018-09-13T23:59:60",
      "2018-09-13T14:30:05.125",
      "2018-09-13T14:30:05,5Z",
      "2018-09-13T14:30Z",
      "2018-09-13T14:30+02:00",
      "2018-09-13T14:30-05",
      "2023-09-16/2023-09-17",
      "2023-09-16/2023-09-16",
      "2023-09/2023-10",
      "2023/2024",
      "2023-09-16/2023-09",
      "2023/2023-01-01",
      "2023-09-16T10:00/2023-09-16T12:00",
      "2023-09-16T10:00/2023-09-16",
      /* Six hours later, by another clock. */
      "2023-09-16T10:00+10:00/2023-09-16T06:00Z",
      END },
    { "",
      "banana",
      "0000",
      "999",
      "20230",
      "2023-",
      "2023-00",
      "2023-13",
      "2023-9",
      "2023-09-",
      "2023-09-00",
      "2023-09-31",
      "2023-02-29",
      "2023-02-31",
      "1900-02-29",
      "20230918",
      "2023-W38",
      "2023-261",
      "18.9.2023",
      "2023/09/18",
      " 2023-09-18",
      "2023-09-18 ",
      "2023-09-18\n",
      "2023-09-18T",
      "2023-09-18t14:30",
      "2023-09-18 14:30",
      "2023-09-18T14",
      "2023-09-18T25:00",
      "2023-09-18T24:01",
      "2023-09-18T14:60",
      "2023-09-18T14:30:",
      "2023-09-18T14:30:61",
      "2023-09-18T14:30:05.",
      "2023-09-18T14:30+",
      "2023-09-18T14:30+0200",
      "2023-09-18T14:30+24:00",
      "2023-09-18T14:30+02:60",
      "2023-09-18Z",
      "2023-09T14:30",
      "2023-09-16/",
      "/2023-09-16",
      "..",
      "2023-09-16/17",
      "2023-09-16/banana",
      "2023-09-17/2023-09-16",
      "2023-10/2023-09",
      "2023-09-16/2022",
      "2023-09-16T12:00/2023-09-16T10:00",
      "2023-09-15/2023-09-16/2023-09-17",
      "-2023-09-18",
      "٢٠٢٣",
      END } },
  { "published",
    READOUT_VALUE_PUBLISHED,
    { "2023-09-19",
      "2024-02-29",
      "2023-09-19T10:00",
      "2023-09-19T10:00:00Z",
      "2023-09-19T10:00:00+02:00",
      END },
    { "",
      "banana",
      "2023",
      "2023-09",
      "2023-02-31",
      "2023-09-16/2023-09-17",
      "19 September 2023",
      "2023-09-19T10:00:00+02:00 ",
      END } },
  { "reviewed",
    READOUT_VALUE_REVIEWED,
    { "2026-11-23T18:00:00Z",
      "2026-11-23T18:00Z",
      "2026-11-23T18:00:00.5Z",
      "2026-11-23T18:00:00+00:00",
      END },
    { "",
      "yesterday",
      "2026-11-23",
      "2026-11-23Z",
      "2026-11-23T18:00:00",
      "2026-11-23T18:00:00z",
      "2026-11-23T18:00:00+02:00",
      "2026-02-31T18:00:00Z",
      "2026-11-23T18:00:00Z/2026-11-24T18:00:00Z",
      END } },
  { "duration",
    READOUT_VALUE_DURATION,
    { "PT12H",
      "P2D",
      "P3W",
      "P1M",
      "PT1M",
      "P1Y2M3DT4H5M6S",
      "P1W2D",
      "PT0S",
      "PT0.5H",
      "PT1H1,5M",
      "P0.5D",
      "PT999999999S",
      END },
    { "",
      "P",
      "PT",
      "p2d",
      "2D",
      "P2",
      "P2D ",
      "P1DT",
      "P1T5H",
      "P1H",
      "PT1D",
      "PT1M1H",
      "P1D2Y",
      "P1D1D",
      "P-2D",
      "-P2D",
      "P.5D",
      "P1.D",
      "P0.5DT1H",
      "PT0.5H0.5M",
      "PT1000000000S",
      "PT99999999999999999999H",
      "12 hours",
      "banana",
      END } },
  { "language",
    READOUT_VALUE_LANGUAGE,
    { "en",
      "EN",
      "eng",
      "en-GB",
      "pt-BR",
      "es-419",
      "zh-Hant",
      "zh-Hant-TW",
      "zh-yue",
      "zh-cmn-Hans-CN",
      "sl-rozaj-biske",
      "de-CH-1996",
      "de-1901",
      "en-u-ca-gregory",
      "en-a-bbb-x-a",
      "en-x-tabloid",
      "x-a",
      "i-klingon",
      "I-KLINGON",
      "en-GB-oed",
      "sgn-BE-FR",
      "zh-min-nan",
      "und",
      "mul",
      END },
    { "",           "e",
      "banana",     "english",
      "lang",       "en_US",
      "en-",        "-en",
      "en--GB",     "en-G",
      "en-GB-US",   "en-Latn-Cyrl",
      "en-12",      "en-abcdefghi",
      "en-u",       "en-u-",
      "en-x",       "x",
      "i-nonsense", "i",
      "en ",        "français",
      "e1",         END } },
  { "country",
    READOUT_VALUE_COUNTRY,
    { "NO", "AD", "ZW", "XK", "TW", END },
    { "",
      "no",
      "No",
      "N",
      "NOR",
      "QQ",
      "QQ-no",
      "AA",
      "ZZ",
      "UK",
      "NO ",
      END } },
  { "wikidata",
    READOUT_VALUE_WIKIDATA,
    { "Q1", "Q42", "Q3099714", "Q99999999999999999999", END },
    { "",
      "Q",
      "q42",
      "42",
      "Q0",
      "Q042",
      "Q42 ",
      "Q4x",
      "P31",
      "L42",
      "https://www.wikidata.org/wiki/Q42",
      END } },
};

G_STATIC_ASSERT (G_N_ELEMENTS (cases) == READOUT_N_VALUE_FORMS);

static void
test_form (gconstpointer data)
{
  const Case *form = data;

  for (guint i = 0; form->values[i] != NULL; i++)
    if (!readout_value_form_matches (form->form, form->values[i]))
      {
        g_test_message ("“%s” is one", form->values[i]);
        g_test_fail ();
      }
  for (guint i = 0; form->nonsense[i] != NULL; i++)
    if (readout_value_form_matches (form->form, form->nonsense[i]))
      {
        g_test_message ("“%s” is none", form->nonsense[i]);
        g_test_fail ();
      }
}

/* Whatever one day of four hundred years is, the calendar of GLib says so. */
static void
test_calendar (void)
{
  for (guint year = 1800; year < 2200; year++)
    for (guint month = 0; month <= 13; month++)
      for (guint day = 0; day <= 32; day++)
        {
          char date[32];

          g_snprintf (date, sizeof date, "%04u-%02u-%02u", year, month, day);
          g_assert_cmpint (
              readout_value_form_matches (READOUT_VALUE_PUBLISHED, date),
              ==,
              month >= 1 && month <= 12 && day >= 1
                  && day <= g_date_get_days_in_month (month, year));
        }
}

/* The table is made from iso-codes: those of the standard, and Kosovo. */
static void
test_countries (void)
{
  guint n = 0;

  for (char first = 'A'; first <= 'Z'; first++)
    for (char second = 'A'; second <= 'Z'; second++)
      {
        const char  code[] = { first, second, '\0' };
        const char *name = readout_countries_get_name (code);

        g_assert_cmpint (
            readout_value_form_matches (READOUT_VALUE_COUNTRY, code),
            ==,
            name != NULL);
        if (name == NULL)
          continue;
        g_assert_cmpstr (readout_countries_find (name), ==, code);
        n++;
      }

  g_assert_cmpuint (n, >=, 250);
  g_assert_cmpstr (readout_countries_get_name ("XK"), ==, "Kosovo");
  g_assert_cmpstr (readout_countries_find ("kosovo"), ==, "XK");
}

static void
test_descriptions (void)
{
  for (guint form = 0; form < READOUT_N_VALUE_FORMS; form++)
    g_assert_cmpstr (readout_value_form_describe (form), !=, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/value-form/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_form);
    }
  g_test_add_func ("/value-form/calendar", test_calendar);
  g_test_add_func ("/value-form/countries", test_countries);
  g_test_add_func ("/value-form/descriptions", test_descriptions);

  return g_test_run ();
}
