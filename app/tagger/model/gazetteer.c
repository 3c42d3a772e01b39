/* gazetteer.c: lists of names and words inside a model
 *
 * The section "lists" holds
 *
 *     u32 n_classes, n_phrase_slots, n_word_slots, 0
 *     names    n_classes of 16 bytes, padded with NUL
 *     phrases  n_phrase_slots of u32 fingerprint, u32 mask of classes
 *     words    n_word_slots of u32: 18 bits of fingerprint, 6 of
 *              ReadoutSpeech, 6 of WordNet class, 2 of ReadoutWordUse
 *
 * Both tables are open-addressed like the weights (table.c).  A phrase is
 * hashed word by word, so that a walk over the tokens needs no string; every
 * beginning of a phrase is in the table with READOUT_GAZETTEER_PREFIX.
 *
 * The lists themselves are text files of one folder, made by
 * data/lists/make-lists.py from Debian packages: CLASS.txt with one phrase a
 * line, tokens parted by blanks as the tokenizer parts them; words.txt with
 * "WORD USE CLASS SPEECH" a line.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tagger/model/gazetteer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/display-name.h"
#include "base/error.h"
#include "tagger/crf/hash.h"

#define HEAD_SIZE 16
#define NAME_SIZE 16
#define LOAD 0.75
#define WORD_BITS 14
#define WORD_MASK 0x3ffff
#define WORDS_FILE "words.txt"

/**
 * readout_gazetteer_extend:
 * @phrase: hash of the words so far, 0 for none
 * @word: hash of the next word as written
 *
 * Returns: hash of the longer phrase
 */
guint64
readout_gazetteer_extend (guint64 phrase, guint64 word)
{
  return readout_hash_finish (readout_hash_combine (phrase + 1, word));
}

/**
 * readout_gazetteer_new:
 * @model: a model
 * @error: set to %READOUT_ERROR_FORMAT if its lists are missing or broken
 *
 * Returns: (transfer full) (nullable): a view, which keeps the model alive
 */
ReadoutGazetteer *
readout_gazetteer_new (ReadoutModel *model, GError **error)
{
  ReadoutGazetteer *self;
  const guint8     *data;
  const guint8     *at;
  guint32           head[4] = { 0 };
  gsize             size;

  g_return_val_if_fail (model != NULL, NULL);

  data = readout_model_get_section (model, "lists", &size);
  if (data != NULL && size >= HEAD_SIZE)
    memcpy (head, data, HEAD_SIZE);
  if (data == NULL || head[0] > READOUT_GAZETTEER_MAX_CLASSES || head[1] == 0
      || head[2] == 0
      || size
             != HEAD_SIZE + head[0] * NAME_SIZE + (gsize)head[1] * 8
                    + (gsize)head[2] * 4)
    {
      g_set_error (error,
                   READOUT_ERROR,
                   READOUT_ERROR_FORMAT,
                   _ ("The model has no usable section “%s”"),
                   "lists");
      return NULL;
    }

  self = g_new0 (ReadoutGazetteer, 1);
  self->model = readout_model_ref (model);
  self->n_classes = head[0];
  self->class_names = g_new0 (char *, head[0] + 1);
  at = data + HEAD_SIZE;
  for (guint c = 0; c < head[0]; c++, at += NAME_SIZE)
    self->class_names[c] = g_strndup ((const char *)at, NAME_SIZE);
  self->n_phrase_slots = head[1];
  self->phrases = (gconstpointer)at;
  at += (gsize)head[1] * 8;
  self->n_word_slots = head[2];
  self->words = (gconstpointer)at;

  return self;
}

/**
 * readout_gazetteer_new_from_section:
 * @lists: the section "lists" of a model that is only being made
 * @error: set to %READOUT_ERROR_FORMAT if the lists are broken
 *
 * For training, which has to look words up just as the tagger will do it.
 *
 * Returns: (transfer full) (nullable): a view
 */
ReadoutGazetteer *
readout_gazetteer_new_from_section (GBytes *lists, GError **error)
{
  g_autoptr (ReadoutModelBuilder) builder = NULL;
  g_autoptr (ReadoutModel) model = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (lists != NULL, NULL);

  builder = readout_model_builder_new ();
  readout_model_builder_add (builder, "lists", lists);
  bytes = readout_model_builder_end (builder);
  model = readout_model_new_from_bytes (bytes, "lists", error);
  if (model == NULL)
    return NULL;

  return readout_gazetteer_new (model, error);
}

/**
 * readout_gazetteer_free:
 * @self: (transfer full): a gazetteer
 */
void
readout_gazetteer_free (ReadoutGazetteer *self)
{
  g_return_if_fail (self != NULL);

  g_strfreev (self->class_names);
  readout_model_unref (self->model);
  g_free (self);
}

static guint32
place_of (guint64 key, guint32 n_slots)
{
  return (guint32)(((key >> 32) * n_slots) >> 32);
}

static guint32
fingerprint_of (guint64 key)
{
  return (guint32)key != 0 ? (guint32)key : 1;
}

/**
 * readout_gazetteer_look_up:
 * @self: a gazetteer
 * @phrase: hash of a phrase
 *
 * Returns: a bit for each class of lists that it is in, and
 *   READOUT_GAZETTEER_PREFIX if longer phrases begin with it
 */
guint32
readout_gazetteer_look_up (const ReadoutGazetteer *self, guint64 phrase)
{
  guint32 at = place_of (phrase, self->n_phrase_slots);
  guint32 fingerprint = fingerprint_of (phrase);

  while (self->phrases[2 * (gsize)at] != 0)
    {
      if (self->phrases[2 * (gsize)at] == fingerprint)
        return self->phrases[2 * (gsize)at + 1];
      at = at + 1 == self->n_phrase_slots ? 0 : at + 1;
    }

  return 0;
}

/**
 * readout_gazetteer_look_up_word:
 * @self: a gazetteer
 * @word: readout_hash_string() of a word in lower case
 *
 * Returns: what the dictionary says of the word
 */
ReadoutWordEntry
readout_gazetteer_look_up_word (const ReadoutGazetteer *self, guint64 word)
{
  ReadoutWordEntry entry = { 0 };
  guint32          at = place_of (word, self->n_word_slots);
  guint32          fingerprint = fingerprint_of (word) & WORD_MASK;

  while (self->words[at] != 0)
    {
      guint32 slot = self->words[at];

      if (slot >> WORD_BITS == fingerprint)
        {
          entry.use = slot & 3;
          entry.meaning = (slot >> 2) & 63;
          entry.speech = (slot >> 8) & 63;
          break;
        }
      at = at + 1 == self->n_word_slots ? 0 : at + 1;
    }

  return entry;
}

/* Calls back for each line that is neither empty nor a comment. */
typedef gboolean (*LineFunc) (char **fields, gpointer data);

static gboolean
read_lines (const char *path, LineFunc func, gpointer data, GError **error)
{
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (path, &contents, NULL, error))
    return FALSE;

  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = NULL;

      if (lines[i][0] == 0 || lines[i][0] == '#')
        continue;
      fields = g_strsplit (lines[i], " ", -1);
      if (!func (fields, data))
        {
          g_autofree char *name = readout_display_name (path);

          g_set_error (error,
                       READOUT_ERROR,
                       READOUT_ERROR_FORMAT,
                       _ ("%s, line %u: not an entry of a list"),
                       name,
                       i + 1);
          return FALSE;
        }
    }

  return TRUE;
}

typedef struct
{
  GHashTable *masks; /* guint64* of a phrase -> mask. */
  guint32     bit;
} Phrases;

static gboolean
add_phrase (char **fields, gpointer data)
{
  Phrases *phrases = data;
  guint    n = g_strv_length (fields);
  guint64  hash = 0;

  /* What is longer than the walk over the tokens cannot be met. */
  if (n > READOUT_GAZETTEER_MAX_WORDS)
    return TRUE;

  for (guint i = 0; i < n; i++)
    {
      guint32 mask;

      hash = readout_gazetteer_extend (hash, readout_hash_string (fields[i]));
      mask = GPOINTER_TO_UINT (g_hash_table_lookup (phrases->masks, &hash));
      mask |= i + 1 == n ? phrases->bit : READOUT_GAZETTEER_PREFIX;
      g_hash_table_insert (phrases->masks,
                           g_memdup2 (&hash, sizeof hash),
                           GUINT_TO_POINTER (mask));
    }

  return TRUE;
}

static gboolean
add_word (char **fields, gpointer data)
{
  GHashTable *codes = data;
  guint64     hash;
  guint64     use;
  guint64     meaning;
  guint64     speech;

  if (g_strv_length (fields) != 4
      || !g_ascii_string_to_unsigned (fields[1], 10, 0, 3, &use, NULL)
      || !g_ascii_string_to_unsigned (fields[2], 10, 0, 63, &meaning, NULL)
      || !g_ascii_string_to_unsigned (fields[3], 10, 0, 63, &speech, NULL)
      || (use | meaning | speech) == 0)
    return FALSE;

  hash = readout_hash_string (fields[0]);
  g_hash_table_insert (
      codes,
      g_memdup2 (&hash, sizeof hash),
      GUINT_TO_POINTER ((guint)(speech << 8 | meaning << 2 | use)));
  return TRUE;
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  guint64 x = **(const guint64 *const *)a;
  guint64 y = **(const guint64 *const *)b;

  return x < y ? -1 : x > y;
}

/* In the order of their hashes, so that the file is the same each time. */
static GPtrArray *
sorted_keys (GHashTable *table)
{
  g_autofree gpointer *keys = NULL;
  GPtrArray           *sorted = g_ptr_array_new ();
  guint                n;

  keys = g_hash_table_get_keys_as_array (table, &n);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (sorted, keys[i]);
  g_ptr_array_sort (sorted, compare_keys);

  return sorted;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static GPtrArray *
list_classes (const char *folder, GError **error)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, error);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  if (dir == NULL)
    return NULL;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".txt") && !g_str_equal (name, WORDS_FILE))
      g_ptr_array_add (names, g_strndup (name, strlen (name) - 4));
  g_ptr_array_sort (names, compare_names);

  return g_steal_pointer (&names);
}

/**
 * readout_gazetteer_build:
 * @folder: path of the folder that holds the lists
 * @error: set if a file cannot be read or a line is no entry
 *
 * Returns: (transfer full) (nullable): the section "lists" of a model
 */
GBytes *
readout_gazetteer_build (const char *folder, GError **error)
{
  g_autoptr (GHashTable) masks
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) codes
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GPtrArray) classes = NULL;
  g_autoptr (GPtrArray) phrases = NULL;
  g_autoptr (GPtrArray) words = NULL;
  g_autoptr (GByteArray) out = g_byte_array_new ();
  g_autofree guint32 *phrase_slots = NULL;
  g_autofree guint32 *word_slots = NULL;
  g_autofree char    *words_path = NULL;
  guint32             head[4] = { 0 };

  g_return_val_if_fail (folder != NULL, NULL);

  classes = list_classes (folder, error);
  if (classes == NULL)
    return NULL;
  if (classes->len > READOUT_GAZETTEER_MAX_CLASSES)
    {
      g_autofree char *name = readout_display_name (folder);

      g_set_error (error,
                   READOUT_ERROR,
                   READOUT_ERROR_LIMIT,
                   _ ("%s: more than %d lists"),
                   name,
                   READOUT_GAZETTEER_MAX_CLASSES);
      return NULL;
    }

  for (guint c = 0; c < classes->len; c++)
    {
      const char      *name = g_ptr_array_index (classes, c);
      g_autofree char *base = g_strconcat (name, ".txt", NULL);
      g_autofree char *path = g_build_filename (folder, base, NULL);
      Phrases          state = { masks, 1u << c };

      if (!read_lines (path, add_phrase, &state, error))
        return NULL;
    }
  words_path = g_build_filename (folder, WORDS_FILE, NULL);
  if (!read_lines (words_path, add_word, codes, error))
    return NULL;

  phrases = sorted_keys (masks);
  words = sorted_keys (codes);
  head[0] = classes->len;
  head[1] = phrases->len / LOAD + 16;
  head[2] = words->len / LOAD + 16;
  phrase_slots = g_new0 (guint32, (gsize)head[1] * 2);
  word_slots = g_new0 (guint32, head[2]);

  for (guint i = 0; i < phrases->len; i++)
    {
      const guint64 *key = g_ptr_array_index (phrases, i);
      guint32        at = place_of (*key, head[1]);

      while (phrase_slots[2 * (gsize)at] != 0)
        at = at + 1 == head[1] ? 0 : at + 1;
      phrase_slots[2 * (gsize)at] = fingerprint_of (*key);
      phrase_slots[2 * (gsize)at + 1]
          = GPOINTER_TO_UINT (g_hash_table_lookup (masks, key));
    }
  for (guint i = 0; i < words->len; i++)
    {
      const guint64 *key = g_ptr_array_index (words, i);
      guint32        at = place_of (*key, head[2]);
      guint32        code = GPOINTER_TO_UINT (g_hash_table_lookup (codes, key));

      while (word_slots[at] != 0)
        at = at + 1 == head[2] ? 0 : at + 1;
      word_slots[at] = (fingerprint_of (*key) & WORD_MASK) << WORD_BITS | code;
    }

  g_byte_array_append (out, (const guint8 *)head, HEAD_SIZE);
  for (guint c = 0; c < classes->len; c++)
    {
      char name[NAME_SIZE] = { 0 };

      g_strlcpy (name, g_ptr_array_index (classes, c), NAME_SIZE);
      g_byte_array_append (out, (const guint8 *)name, NAME_SIZE);
    }
  g_byte_array_append (out, (const guint8 *)phrase_slots, (gsize)head[1] * 8);
  g_byte_array_append (out, (const guint8 *)word_slots, (gsize)head[2] * 4);

  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}
