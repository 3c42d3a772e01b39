/* meeting-lexicon.c: the words that evoke an encounter
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/words/meeting-lexicon.h"

#include <string.h>

#include "detect/words/rows.h"

typedef struct
{
  ReadoutMeetingWord word;
  ReadoutMeetingKind kind;
} Entry;

/**
 * readout_meeting_word_from_nick:
 * @nick: what a word does, as in meeting-words.txt
 *
 * Returns: the same as a number, none if it is not known
 */
ReadoutMeetingWord
readout_meeting_word_from_nick (const char *nick)
{
  static const char *const nicks[] = {
    "",      "meet",    "host",    "visit",    "noun",      "phone",
    "light", "discuss", "planned", "proposed", "cancelled", "presence",
  };

  for (guint i = 1; i < G_N_ELEMENTS (nicks); i++)
    if (strcmp (nick, nicks[i]) == 0)
      return i;

  return READOUT_MEETING_WORD_NONE;
}

/* The rows were checked by the build, or when they were loaded. */
static GHashTable *
read_words (void)
{
  g_autoptr (GPtrArray) rows = readout_word_rows_read ("meeting-words.txt");
  GHashTable *words = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < rows->len; i++)
    {
      char **row = g_ptr_array_index (rows, i);
      g_auto (GStrv) forms = g_strsplit (row[0], ",", -1);

      g_assert (g_strv_length (row) == 3);
      for (guint k = 0; forms[k] != NULL; k++)
        {
          Entry *entry;

          if (g_hash_table_contains (words, forms[k]))
            continue;
          entry = g_new0 (Entry, 1);
          entry->word = readout_meeting_word_from_nick (row[1]);
          g_assert (entry->word != READOUT_MEETING_WORD_NONE);
          if (!readout_meeting_kind_from_nick (row[2], &entry->kind))
            g_assert_not_reached ();
          g_hash_table_insert (words, g_strdup (forms[k]), entry);
        }
    }

  return words;
}

/**
 * readout_meeting_lexicon_find:
 * @lower: the lower-case form of a token
 * @kind: (out): the kind of encounter that it names
 *
 * Returns: what the word does, none for most words
 */
ReadoutMeetingWord
readout_meeting_lexicon_find (const char *lower, ReadoutMeetingKind *kind)
{
  static GHashTable *words = NULL;
  const Entry       *entry;

  if (g_once_init_enter (&words))
    g_once_init_leave (&words, read_words ());

  *kind = READOUT_MEETING_OTHER;
  entry = g_hash_table_lookup (words, lower);
  if (entry == NULL)
    return READOUT_MEETING_WORD_NONE;
  *kind = entry->kind;
  return entry->word;
}
