/* row-check.c: whether a row of a word list is as it should be
 *
 * What the build asks of the lists in data/lexicons (check-lexicons.py), asked
 * of a person's own rows when they are loaded.  Each column has a kind, and
 * each kind a question that tells what was expected where the answer is no.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-detect"

#include "config.h"

#include "detect/words/row-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/enums.h"
#include "base/error.h"
#include "detect/words/cue-lexicon.h"
#include "detect/words/meeting-lexicon.h"
#include "detect/words/rows.h"
#include "language/dates-words.h"

/* What was expected, or NULL. */
typedef char *(*Check) (const char *text);

typedef struct
{
  const char *file;
  guint       n_needed;
  Check       columns[3];
  char *(*row) (const char *const *fields); /* All of them, or NULL. */
} ListFormat;

static char *
check_name (const char *text)
{
  return *text != '\0' ? NULL : g_strdup (_ ("a name before the first tab"));
}

static char *
check_country (const char *text)
{
  if (strlen (text) == 2 && g_ascii_isupper (text[0])
      && g_ascii_isupper (text[1]))
    return NULL;

  return g_strdup_printf (_ ("the code of a country in two capitals, not “%s”"),
                          text);
}

/* Bodies that are no country's alone have none. */
static char *
check_country_of_body (const char *text)
{
  return strcmp (text, "-") == 0 ? NULL : check_country (text);
}

static char *
check_one_of (const char *text, const char *const *values)
{
  g_autofree char *all = NULL;

  if (g_strv_contains (values, text))
    return NULL;

  all = g_strjoinv (", ", (char **)values);
  return g_strdup_printf (_ ("one of %s, not “%s”"), all, text);
}

static char *
check_gender (const char *text)
{
  static const char *const genders[] = { "f", "m", "s", NULL };

  return check_one_of (text, genders);
}

static char *
check_noun_type (const char *text)
{
  static const char *const types[]
      = { "person", "persons", "group", "organization", "place", NULL };

  return check_one_of (text, types);
}

static char *
check_letters (const char *text)
{
  if (*text != '\0' && text[strspn (text, "nrsw")] == '\0')
    return NULL;

  return g_strdup_printf (_ ("letters out of n, r, s and w, not “%s”"), text);
}

static char *
check_small (const char *text)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);

  return strcmp (text, lower) == 0
             ? NULL
             : g_strdup_printf (_ ("“%s” in small letters"), text);
}

static char *
check_forms (const char *text)
{
  g_auto (GStrv) forms = g_strsplit (text, ",", -1);

  if (forms[0] == NULL || strchr (text, ' ') != NULL
      || g_strv_contains ((const char *const *)forms, ""))
    return g_strdup_printf (
        _ ("forms with commas and no blanks between, not “%s”"), text);

  return check_small (text);
}

static char *
check_verb_forms (const char *text)
{
  g_auto (GStrv) forms = g_strsplit (text, ",", -1);
  guint n_forms = g_strv_length (forms);

  if (n_forms != 4 && n_forms != 5)
    return g_strdup_printf (
        _ ("the base, -s, -ing, past, and the participle if it differs, with "
           "commas between, not “%s”"),
        text);

  return check_forms (text);
}

/* A blank in place of the tab would make a word of the letters. */
static char *
check_office (const char *text)
{
  const char *last = strrchr (text, ' ');

  if (last != NULL && last[1 + strspn (last + 1, "nrsw")] == '\0')
    return g_strdup_printf (_ ("a tab before the letters, not “%s”"), text);

  return check_name (text);
}

static char *
check_patterns (const char *text)
{
  ReadoutCue       cue = { 0 };
  g_autofree char *unknown = NULL;

  readout_cue_patterns_parse (text, &cue, &unknown);
  g_strfreev (cue.prepositions);
  g_strfreev (cue.told_prepositions);

  return unknown == NULL
             ? NULL
             : g_strdup_printf (
                 _ ("patterns such as clause, noun or quote, not “%s”"),
                 unknown);
}

static char *
check_plain_patterns (const char *text)
{
  g_autofree char *unknown = NULL;

  readout_cue_patterns_parse (text, NULL, &unknown);

  return unknown == NULL
             ? NULL
             : g_strdup_printf (
                 _ ("patterns such as clause, noun or quote, not “%s”"),
                 unknown);
}

static char *
check_percent (const char *text)
{
  gint64 number;

  if (g_ascii_string_to_signed (text, 10, 0, 100, &number, NULL))
    return NULL;

  return g_strdup_printf (_ ("a whole number from 0 to 100, not “%s”"), text);
}

static gboolean
is_light_verb (const char *base)
{
  g_autoptr (GPtrArray) rows = readout_word_rows_read ("light-verbs.txt");

  for (guint i = 0; i < rows->len; i++)
    if (strcmp (((char **)g_ptr_array_index (rows, i))[1], base) == 0)
      return TRUE;

  return FALSE;
}

static char *
check_phrase (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  if (g_strv_length (words) < 2
      || g_strv_contains ((const char *const *)words, ""))
    return g_strdup_printf (
        _ ("a light verb and more words, one blank between, not “%s”"), text);
  if (!is_light_verb (words[0]))
    return g_strdup_printf (_ ("“%s” as a base in light-verbs.txt"), words[0]);

  return check_small (text);
}

static char *
check_beginnings (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  if (words[0] == NULL || g_strv_contains ((const char *const *)words, ""))
    return g_strdup_printf (_ ("words with one blank between, not “%s”"), text);

  return check_small (text);
}

static char *
check_deed (const char *text)
{
  if (readout_meeting_word_from_nick (text) != READOUT_MEETING_WORD_NONE)
    return NULL;

  return g_strdup_printf (
      _ ("what the word does, such as meet, host or noun, not “%s”"), text);
}

static char *
check_kind (const char *text)
{
  ReadoutMeetingKind kind;

  if (readout_meeting_kind_from_nick (text, &kind))
    return NULL;

  return g_strdup_printf (
      _ ("a kind of meeting, such as talks, call or visit, not “%s”"), text);
}

static char *
check_inflection (const char *text)
{
  ReadoutVerbForm form;

  if (readout_verb_form_from_nick (text, &form))
    return NULL;

  return g_strdup_printf (
      _ ("one of base, s, ing, past and participle, not “%s”"), text);
}

static char *
check_date_word (const char *text)
{
  if (*text == '\0' || strchr (text, ' ') != NULL)
    return g_strdup_printf (_ ("one word, not “%s”"), text);

  return check_small (text);
}

static char *
check_date_classes (const char *text)
{
  if (readout_date_classes_parse (text) != 0)
    return NULL;

  return g_strdup_printf (
      _ ("what the word is in a date, such as month or unit, not “%s”"), text);
}

/* The value of a word in a date depends on what it is there. */
static char *
check_date_row (const char *const *fields)
{
  int value;

  if (readout_date_value_parse (
          fields[2], readout_date_classes_parse (fields[1]), &value))
    return NULL;

  return g_strdup_printf (
      _ ("a number that a %s can have, or the name of a unit, not “%s”"),
      fields[1],
      fields[2]);
}

/* The lists that a person can add to. */
static const ListFormat formats[] = {
  { "capitals.txt", 2, { check_name, check_country } },
  { "cities.txt", 2, { check_name, check_country } },
  { "countries.txt", 2, { check_name, check_country } },
  { "country-names.txt", 2, { check_name, check_country } },
  { "cue-nouns.txt", 2, { check_forms, check_beginnings } },
  { "cue-phrases.txt", 2, { check_phrase, check_plain_patterns } },
  { "cue-verbs.txt", 3, { check_verb_forms, check_patterns, check_percent } },
  { "date-words.txt",
    3,
    { check_date_word, check_date_classes, check_name },
    check_date_row },
  { "event-heads.txt", 1, { check_name } },
  { "events.txt", 1, { check_name } },
  { "facility-heads.txt", 1, { check_name } },
  { "function-words.txt", 1, { check_name } },
  { "given-names.txt", 1, { check_name, check_gender } },
  { "honorifics.txt", 1, { check_name, check_gender } },
  { "light-verbs.txt", 3, { check_forms, check_forms, check_inflection } },
  { "meeting-words.txt", 3, { check_forms, check_deed, check_kind } },
  { "misc-heads.txt", 1, { check_name } },
  { "misc-names.txt", 1, { check_name } },
  { "nationalities.txt", 1, { check_name, check_country } },
  { "office-synonyms.txt", 2, { check_small, check_forms } },
  { "offices.txt", 1, { check_office, check_letters } },
  { "organization-heads.txt", 1, { check_name } },
  { "organizations.txt", 1, { check_name, check_country_of_body } },
  { "person-nouns.txt", 2, { check_name, check_noun_type } },
  { "persons.txt", 2, { check_name, check_country } },
  { "place-heads.txt", 1, { check_name } },
  { "publishers.txt", 2, { check_name, check_country } },
  { "regions.txt", 1, { check_name } },
  { "starting-words.txt", 1, { check_name } },
  { "subdivisions.txt", 2, { check_name, check_country } },
  { "title-modifiers.txt", 1, { check_name } },
  { "towns.txt", 2, { check_name, check_country } },
  { "unique-offices.txt", 2, { check_small, check_name } },
  { "world-given-names.txt", 1, { check_name, check_gender } },
};

static const ListFormat *
find_format (const char *file)
{
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    if (strcmp (formats[i].file, file) == 0)
      return &formats[i];

  return NULL;
}

/**
 * readout_word_row_is_known_list:
 * @file: name of a file
 *
 * Returns: whether there is a list of that name that a person can add to
 */
gboolean
readout_word_row_is_known_list (const char *file)
{
  g_return_val_if_fail (file != NULL, FALSE);

  return find_format (file) != NULL;
}

/**
 * readout_word_row_check:
 * @file: name of a list that a person can add to
 * @fields: (array zero-terminated=1): the columns of one of its rows
 * @error: return location for a #GError
 *
 * On a fault the message says what was expected.
 *
 * Returns: whether the row is as it should be
 */
gboolean
readout_word_row_check (const char        *file,
                        const char *const *fields,
                        GError           **error)
{
  const ListFormat *format;
  guint             n_fields;
  guint             n_columns = 0;
  g_autofree char  *expected = NULL;

  g_return_val_if_fail (file != NULL && fields != NULL, FALSE);

  format = find_format (file);
  g_return_val_if_fail (format != NULL, FALSE);

  n_fields = g_strv_length ((char **)fields);
  while (n_columns < G_N_ELEMENTS (format->columns)
         && format->columns[n_columns] != NULL)
    n_columns++;

  if (n_fields < format->n_needed || n_fields > n_columns)
    expected = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE,
                     "%u column, as in %s, and tabs between columns",
                     "%u columns, as in %s, and tabs between columns",
                     MAX (format->n_needed, MIN (n_fields, n_columns))),
        MAX (format->n_needed, MIN (n_fields, n_columns)),
        file);
  for (guint i = 0; expected == NULL && i < n_fields; i++)
    expected = format->columns[i](fields[i]);
  if (expected == NULL && format->row != NULL)
    expected = format->row (fields);
  if (expected == NULL)
    return TRUE;

  g_set_error (
      error, READOUT_ERROR, READOUT_ERROR_VALUE, _ ("expected %s"), expected);
  return FALSE;
}
