/* dates-words.c: the words that time expressions are made of
 *
 * A closed class of some two hundred words, date-words.txt, read once.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "language/dates-words.h"

#include <string.h>

#include "language/word-lists.h"

/* In the order of the bits of ReadoutDateWord. */
static const char *const class_nicks[] = {
  "weekday",  "month",  "unit",   "number",   "ordinal",
  "day-part", "day",    "season", "relative", "phase",
  "shift",    "future", "past",   "plural",   "short",
};

/* In the order of ReadoutDateUnit. */
static const char *const unit_nicks[] = {
  "second",    "minute", "hour",    "day",  "week",   "weekend",
  "fortnight", "month",  "quarter", "year", "decade", "century",
};

typedef struct
{
  guint classes;
  int   value;
} Entry;

static int
find_nick (const char *const *nicks, guint n_nicks, const char *nick)
{
  for (guint i = 0; i < n_nicks; i++)
    if (strcmp (nicks[i], nick) == 0)
      return i;

  return -1;
}

/**
 * readout_date_classes_parse:
 * @column: classes as in date-words.txt, parted by blanks
 *
 * Returns: a mask of #ReadoutDateWord, 0 if one of them is not known
 */
guint
readout_date_classes_parse (const char *column)
{
  g_auto (GStrv) nicks = g_strsplit (column, " ", -1);
  guint classes = 0;

  for (guint i = 0; nicks[i] != NULL; i++)
    {
      int class = find_nick (class_nicks, G_N_ELEMENTS (class_nicks), nicks[i]);

      if (class < 0)
        return 0;
      classes |= 1u << class;
    }

  return classes;
}

/**
 * readout_date_value_parse:
 * @column: a value as in date-words.txt
 * @classes: a mask of #ReadoutDateWord
 * @value: (out): what it stands for
 *
 * Returns: whether a word of those classes can have it
 */
gboolean
readout_date_value_parse (const char *column, guint classes, int *value)
{
  gint64 min = -100;
  gint64 max = 100;
  gint64 number;

  if ((classes & READOUT_DATE_UNIT) != 0)
    {
      *value = find_nick (unit_nicks, G_N_ELEMENTS (unit_nicks), column);
      return *value >= 0;
    }

  if ((classes & (READOUT_DATE_WEEKDAY | READOUT_DATE_MONTH)) != 0)
    {
      min = 1;
      max = (classes & READOUT_DATE_MONTH) != 0 ? 12 : 7;
    }
  if (!g_ascii_string_to_signed (column, 10, min, max, &number, NULL))
    return FALSE;

  *value = (int)number;
  return TRUE;
}

/* Adds the rows of a list that are not known yet; they were checked by the
 * build, or when they were loaded. */
static void
add_words (GHashTable *words, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) row = NULL;
      Entry *entry;

      if (lines[i][0] == '#' || lines[i][0] == '\0')
        continue;
      row = g_strsplit (lines[i], "\t", -1);
      g_assert (g_strv_length (row) == 3);
      if (g_hash_table_contains (words, row[0]))
        continue;

      entry = g_new0 (Entry, 1);
      entry->classes = readout_date_classes_parse (row[1]);
      g_assert (entry->classes != 0);
      if (!readout_date_value_parse (row[2], entry->classes, &entry->value))
        g_assert_not_reached ();
      g_hash_table_insert (words, g_strdup (row[0]), entry);
    }
}

/* Lives as long as the program, as the list itself does. */
static GHashTable *
get_words (void)
{
  static GHashTable *words = NULL;

  if (g_once_init_enter (&words))
    {
      GHashTable *fresh = g_hash_table_new (g_str_hash, g_str_equal);
      const char *own = readout_word_list_get_own ("date-words.txt");

      if (own != NULL)
        add_words (fresh, own);
      add_words (fresh, readout_word_list_get ("date-words.txt"));
      g_once_init_leave (&words, fresh);
    }

  return words;
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
  const Entry *entry = g_hash_table_lookup (get_words (), lower);

  *value = 0;
  if (entry == NULL)
    return 0;
  *value = entry->value;
  return entry->classes;
}
