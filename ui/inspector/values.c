/* values.c: what can be typed into the forms
 *
 * The values that are not words of the text: a country by its two letters
 * (ISO 3166-1), a date or an interval of dates, a duration (ISO 8601).  Each
 * check says beside the entry what the value means, "2023-09-18" is 18 Sep
 * 2023, so that a slip of the finger shows, or what was expected.
 * What a value is, app/model/value-form.c knows.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "values.h"

#include "inspector/card-text.h"
#include "model/countries.h"
#include "model/value-form.h"

/**
 * readout_values_check_country:
 * @text: what was typed: two letters, or the name of a country
 * @canonical: (out): the two letters, as capitals
 * @hint: (out): the name of the country, or what was expected
 *
 * Returns: whether @text is a country
 */
gboolean
readout_values_check_country (const char *text, char **canonical, char **hint)
{
  g_autofree char *code = NULL;
  const char      *name;

  g_return_val_if_fail (text != NULL, FALSE);

  code = g_ascii_strup (text, -1);
  name = readout_countries_get_name (code);
  if (name == NULL)
    {
      const char *found = readout_countries_find (text);

      if (found != NULL)
        {
          g_free (code);
          code = g_strdup (found);
          name = readout_countries_get_name (code);
        }
    }
  if (name == NULL)
    {
      *hint = g_strdup (readout_value_form_describe (READOUT_VALUE_COUNTRY));
      return FALSE;
    }

  *canonical = g_steal_pointer (&code);
  *hint = g_strdup (name);
  return TRUE;
}

/**
 * readout_values_check_time:
 * @text: what was typed
 * @canonical: (out): the same
 * @hint: (out): the date for reading, or what was expected
 *
 * Returns: whether @text is a point in time of ISO 8601 as far as it is known
 *   (year, month, day, minute), or an interval of two of them
 */
gboolean
readout_values_check_time (const char *text, char **canonical, char **hint)
{
  g_autofree char *upper = NULL;

  g_return_val_if_fail (text != NULL, FALSE);

  upper = g_ascii_strup (text, -1);
  if (!readout_value_form_matches (READOUT_VALUE_TIME, upper))
    {
      *hint = g_strdup (readout_value_form_describe (READOUT_VALUE_TIME));
      return FALSE;
    }

  *hint = readout_card_text_date (upper);
  if (g_str_equal (*hint, upper))
    g_clear_pointer (hint, g_free);
  *canonical = g_steal_pointer (&upper);
  return TRUE;
}

static char *
say_units (char unit, gboolean of_time, guint n)
{
  switch (unit)
    {
    case 'Y':
      return g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u year", "%u years", n), n);
    case 'W':
      return g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u week", "%u weeks", n), n);
    case 'D':
      return g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u day", "%u days", n), n);
    case 'H':
      return g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u hour", "%u hours", n), n);
    case 'S':
      return g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u second", "%u seconds", n), n);
    case 'M':
    default:
      if (of_time)
        return g_strdup_printf (
            g_dngettext (GETTEXT_PACKAGE, "%u minute", "%u minutes", n), n);
      return g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u month", "%u months", n), n);
    }
}

/* A duration in words: "1 hour, 30 minutes".  NULL where an amount has a
 * fraction, which no plural form of a translation knows. */
static char *
say_duration (const char *duration)
{
  g_autoptr (GString) words = g_string_new (NULL);
  gboolean of_time = FALSE;

  for (const char *c = duration + 1; *c != '\0'; c++)
    {
      g_autofree char *part = NULL;
      char            *unit;
      guint64          amount;

      if (*c == 'T')
        {
          of_time = TRUE;
          continue;
        }

      amount = g_ascii_strtoull (c, &unit, 10);
      if (*unit == '.' || *unit == ',')
        return NULL;

      part = say_units (*unit, of_time, amount);
      if (words->len > 0)
        g_string_append (words, ", ");
      g_string_append (words, part);
      c = unit;
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}

/**
 * readout_values_check_duration:
 * @text: what was typed
 * @canonical: (out): the same, as capitals
 * @hint: (out) (nullable): the duration in words, or what was expected
 *
 * Returns: whether @text is a duration of ISO 8601
 */
gboolean
readout_values_check_duration (const char *text, char **canonical, char **hint)
{
  g_autofree char *upper = NULL;

  g_return_val_if_fail (text != NULL, FALSE);

  upper = g_ascii_strup (text, -1);
  if (!readout_value_form_matches (READOUT_VALUE_DURATION, upper))
    {
      *hint = g_strdup (readout_value_form_describe (READOUT_VALUE_DURATION));
      return FALSE;
    }

  *hint = say_duration (upper);
  *canonical = g_steal_pointer (&upper);
  return TRUE;
}
