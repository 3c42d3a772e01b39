/* own-words.c: a person's own entries of the word lists
 *
 * A folder can hold lists of the same names as those of data/lexicons, with
 * what the program lacks for this person's articles: a reporting verb, an
 * office, a person whose country no article tells.  Only programs that a
 * person runs load them, before the first article is read; the library by
 * itself never looks for them, so that tests and measurements go by the lists
 * of the program alone.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/words/own-words.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "base/display-name.h"
#include "base/error.h"
#include "base/main-thread.h"
#include "detect/words/row-check.h"
#include "language/word-lists.h"

/* So many faults are told; a file of another kind has one in each line. */
#define MAX_FAULTS 20

/* More than ten times what all lists of the program have together. */
#define MAX_BYTES (16 * 1024 * 1024)

/* Loads that are under way in threads. */
static GMutex loading_mutex;
static GCond  loading_ended;
static guint  n_loading;

/* What is wrong, one line each. */
typedef struct
{
  GString *lines;
  guint    n;
} Faults;

G_GNUC_PRINTF (4, 5)
static void
add_fault (Faults *self, const char *path, guint line, const char *format, ...)
{
  g_autofree char *name = readout_display_name (path);
  va_list          arguments;

  self->n++;
  if (self->n > MAX_FAULTS)
    return;

  if (self->lines->len > 0)
    g_string_append_c (self->lines, '\n');
  g_string_append (self->lines, name);
  if (line > 0)
    g_string_append_printf (self->lines, ":%u", line);
  g_string_append (self->lines, ": ");
  va_start (arguments, format);
  g_string_append_vprintf (self->lines, format, arguments);
  va_end (arguments);
}

/* Adds the good rows of a file to @rows, as a list of the program has them. */
static void
read_rows (const char *path,
           const char *file,
           const char *text,
           GString    *rows,
           Faults     *faults)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *row = NULL;

      g_strchomp (lines[i]);
      if (lines[i][0] == '#' || lines[i][0] == '\0')
        continue;
      fields = g_strsplit (lines[i], "\t", -1);
      for (guint k = 0; fields[k] != NULL; k++)
        g_strstrip (fields[k]);
      if (!readout_word_row_check (file, (const char *const *)fields, &error))
        {
          add_fault (faults, path, i + 1, "%s", error->message);
          continue;
        }
      row = g_strjoinv ("\t", fields);
      g_string_append (rows, row);
      g_string_append_c (rows, '\n');
    }
}

static void
load_list (const char *folder, const char *file, Faults *faults)
{
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  const char *start;
  gsize       size;
  GStatBuf    info;

  if (!readout_word_row_is_known_list (file))
    {
      add_fault (faults,
                 path,
                 0,
                 "%s",
                 _ ("no list that can be added to has this name"));
      return;
    }
  /* A pipe would be waited for. */
  if (g_stat (path, &info) == 0
      && (!S_ISREG (info.st_mode) || info.st_size > MAX_BYTES))
    {
      add_fault (faults,
                 path,
                 0,
                 _ ("expected a file of at most %u MB"),
                 (guint)(MAX_BYTES / (1024 * 1024)));
      return;
    }
  if (!g_file_get_contents (path, &text, &size, &error))
    {
      add_fault (faults, path, 0, "%s", error->message);
      return;
    }
  if (!g_utf8_validate_len (text, size, NULL))
    {
      add_fault (faults, path, 0, "%s", _ ("expected text in UTF-8"));
      return;
    }

  /* Some editors begin a text with a mark of its order of bytes. */
  start = g_str_has_prefix (text, "\xef\xbb\xbf") ? text + 3 : text;
  read_rows (path, file, start, rows, faults);
  if (rows->len > 0 && !readout_word_list_set_own (file, rows->str))
    add_fault (faults, path, 0, "%s", _ ("the list is in use already"));
}

/* The light verbs come first, since phrases are checked by them. */
static int
compare_files (gconstpointer a, gconstpointer b)
{
  const char *one = *(const char *const *)a;
  const char *two = *(const char *const *)b;
  gboolean    one_light = strcmp (one, "light-verbs.txt") == 0;
  gboolean    two_light = strcmp (two, "light-verbs.txt") == 0;

  return one_light != two_light ? two_light - one_light : strcmp (one, two);
}

/**
 * readout_own_words_load:
 * @folder: (nullable): where the lists are, or %NULL for
 *   `$XDG_DATA_HOME/readout/lexicons`; it need not be there
 * @error: return location for a #GError
 *
 * Adds a person's own entries to the word lists.  To be called once, by a
 * program that the person runs, before anything is read or detected; names of
 * detectors then end in "+own" if there are any entries.
 *
 * On faults the message has a line for each, with the file, the line, and what
 * was expected; all that is good is added nevertheless.
 *
 * Returns: whether there were no faults
 */
gboolean
readout_own_words_load (const char *folder, GError **error)
{
  g_autofree char *usual = NULL;
  g_autoptr (GDir) dir = NULL;
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) lines = g_string_new (NULL);
  Faults      faults = { lines, 0 };
  const char *name;

  readout_main_thread_check ("Reading a person's own words");
  if (folder == NULL)
    folder = usual = g_build_filename (
        g_get_user_data_dir (), "readout", "lexicons", NULL);

  dir = g_dir_open (folder, 0, NULL);
  if (dir == NULL)
    return TRUE;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".txt") && name[0] != '.')
      g_ptr_array_add (files, g_strdup (name));
  g_ptr_array_sort (files, compare_files);
  for (guint i = 0; i < files->len; i++)
    load_list (folder, g_ptr_array_index (files, i), &faults);

  if (faults.n == 0)
    return TRUE;

  if (faults.n > MAX_FAULTS)
    g_string_append_printf (lines,
                            g_dngettext (GETTEXT_PACKAGE,
                                         "\nand %u more",
                                         "\nand %u more",
                                         faults.n - MAX_FAULTS),
                            faults.n - MAX_FAULTS);
  g_set_error_literal (error, READOUT_ERROR, READOUT_ERROR_VALUE, lines->str);
  return FALSE;
}

static void
load_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  GError  *error = NULL;
  gboolean is_good = readout_own_words_load (task_data, &error);

  g_mutex_lock (&loading_mutex);
  n_loading--;
  g_cond_broadcast (&loading_ended);
  g_mutex_unlock (&loading_mutex);

  if (is_good)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * readout_own_words_load_async:
 * @folder: (nullable): as for readout_own_words_load()
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Does the same as readout_own_words_load() in a thread.
 */
void
readout_own_words_load_async (const char         *folder,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_source_tag (task, readout_own_words_load_async);
  g_task_set_task_data (task, g_strdup (folder), g_free);

  g_mutex_lock (&loading_mutex);
  n_loading++;
  g_mutex_unlock (&loading_mutex);
  g_task_run_in_thread (task, load_thread);
}

/**
 * readout_own_words_load_finish:
 * @result: what the callback was given
 * @error: return location for a #GError
 *
 * Returns: whether there were no faults
 */
gboolean
readout_own_words_load_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (
      g_async_result_is_tagged (result, readout_own_words_load_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * readout_own_words_wait:
 *
 * Waits until the words are there that were asked for with
 * readout_own_words_load_async().  To be called in a thread before it reads or
 * detects anything.
 */
void
readout_own_words_wait (void)
{
  readout_main_thread_check ("Waiting for a person's own words");

  g_mutex_lock (&loading_mutex);
  while (n_loading > 0)
    g_cond_wait (&loading_ended, &loading_mutex);
  g_mutex_unlock (&loading_mutex);
}
