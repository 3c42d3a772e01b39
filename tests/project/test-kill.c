/* test-kill.c: what is left when the program is killed
 *
 * A child edits, undoes, redoes and saves as fast as it can and notes in a log
 * what it is about to do and what the document was like then; it is killed at
 * a moment that nobody has chosen, 50 times over the same file.  After each
 * the file must be whole, and the document that is opened must be the one that
 * was noted last, or the one a single step further: nothing is lost, although
 * the last second might be.
 *
 * The moments are seeded (G_TEST_SEED, --seed), as far as a scheduler can be.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "formats/json.h"
#include "support/store-fixture.h"

#define N_KILLS 50
#define MAX_RECORDS 150

/* The child notes with one write() each: "begin VERB" and "end DIGEST". */
typedef struct
{
  ReadoutStore *store;
  GRand        *rand;
  int           log;
} Child;

static char *
digest (ReadoutStore *store)
{
  g_autoptr (GBytes) bytes
      = readout_json_write (readout_store_get_document (store));

  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
}

static void
note (Child *self, const char *word, const char *what)
{
  g_autofree char *line = g_strconcat (word, " ", what, "\n", NULL);

  if (write (self->log, line, strlen (line)) < 0)
    _exit (2);
}

static void
change_one (Child *self)
{
  ReadoutAnnotations *annotations = store_fixture_annotations (self->store);
  guint               n = store_fixture_count (self->store);
  g_autoptr (GPtrArray) changes = readout_changes_new ();
  ReadoutMention *before = readout_annotations_get_record (
      annotations, READOUT_KIND_MENTION, g_rand_int_range (self->rand, 0, n));
  g_autoptr (ReadoutMention) after = NULL;

  if (n <= MAX_RECORDS)
    {
      after = readout_record_copy (before);
      after->type = (after->type + 1) % READOUT_N_MENTION_TYPES;
    }
  readout_changes_add (changes, before, after);
  g_assert_true (readout_undo_stack_push (
      store_fixture_stack (self->store), "Change", NULL, changes, NULL));
}

static gboolean
step_cb (gpointer user_data)
{
  Child            *self = user_data;
  ReadoutUndoStack *stack = store_fixture_stack (self->store);
  gint32            dice = g_rand_int_range (self->rand, 0, 100);
  g_autofree char  *now = NULL;

  if (dice < 20 && readout_undo_stack_can_undo (stack))
    {
      note (self, "begin", "undo");
      readout_undo_stack_undo (stack);
    }
  else if (dice < 30 && readout_undo_stack_can_redo (stack))
    {
      note (self, "begin", "redo");
      readout_undo_stack_redo (stack);
    }
  else if (dice < 60 && store_fixture_count (self->store) > 0)
    {
      note (self, "begin", "push");
      change_one (self);
    }
  else
    {
      note (self, "begin", "push");
      store_fixture_edit (self->store, g_rand_int_range (self->rand, 0, 100));
    }

  now = digest (self->store);
  note (self, "end", now);

  return G_SOURCE_CONTINUE;
}

static void
saved_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!readout_store_save_finish (READOUT_STORE (object), result, &error))
    g_error ("%s", error->message);
}

static gboolean
save_cb (gpointer user_data)
{
  Child *self = user_data;

  readout_store_save_async (self->store, FALSE, NULL, saved_cb, NULL);

  return G_SOURCE_CONTINUE;
}

static int
run_child (const char *article, const char *log, const char *seed)
{
  g_autoptr (GFile) file = g_file_new_for_path (article);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autofree char *now = NULL;
  Child            self = { .rand = g_rand_new_with_seed (atoi (seed)) };

  self.log = g_open (log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  g_assert_cmpint (self.log, >=, 0);
  self.store = store_fixture_open (file);
  now = digest (self.store);
  note (&self, "end", now);

  g_timeout_add (1, step_cb, &self);
  g_timeout_add (7, save_cb, &self);
  g_main_loop_run (loop);

  return 0;
}

static pid_t
start_child (const char *article, const char *log, guint seed)
{
  g_autofree char *seed_text = g_strdup_printf ("%u", seed);
  pid_t            child = fork ();

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      execl ("/proc/self/exe",
             "test-kill",
             "--child",
             article,
             log,
             seed_text,
             NULL);
      _exit (127);
    }

  return child;
}

/* Waits until the child has opened the document. */
static void
wait_for_log (const char *log)
{
  gint64   deadline = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;
  GStatBuf info;

  while (g_stat (log, &info) != 0 || info.st_size == 0)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      g_usleep (500);
    }
}

/* The last two notes of the log; a torn one counts as not written. */
static void
read_log (const char *log, char **verb, char **last_digest, guint *n_steps)
{
  g_autofree char *data = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (log, &data, NULL, NULL));
  lines = g_strsplit (data, "\n", -1);
  *n_steps = 0;
  *verb = NULL;
  *last_digest = NULL;
  for (guint i = 0; lines[i] != NULL && lines[i + 1] != NULL; i++)
    {
      g_clear_pointer (verb, g_free);
      if (g_str_has_prefix (lines[i], "begin "))
        *verb = g_strdup (lines[i] + strlen ("begin "));
      else
        {
          g_free (*last_digest);
          *last_digest = g_strdup (lines[i] + strlen ("end "));
          (*n_steps)++;
        }
    }
  g_assert_nonnull (*last_digest);
}

/* The file alone is always a whole one. */
static void
check_file (GFile *annotation)
{
  g_autofree char *data = store_fixture_read (annotation);
  g_autoptr (ReadoutDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  if (data == NULL)
    return;

  document = readout_json_read (data, strlen (data), &error);
  g_assert_no_error (error);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static void
check_state (StoreFixture *self, const char *log, guint *n_steps)
{
  ReadoutStore    *store = store_fixture_open (self->article);
  g_autofree char *verb = NULL;
  g_autofree char *last = NULL;
  g_autofree char *now = digest (store);

  read_log (log, &verb, &last, n_steps);
  if (!g_str_equal (now, last))
    {
      /* The step that was begun was done, and killed before its note. */
      g_autofree char *before = NULL;

      g_assert_nonnull (verb);
      if (g_str_equal (verb, "undo"))
        g_assert_true (readout_undo_stack_redo (store_fixture_stack (store)));
      else
        g_assert_true (readout_undo_stack_undo (store_fixture_stack (store)));
      before = digest (store);
      g_assert_cmpstr (before, ==, last);
    }

  store_fixture_save (store);
  store_fixture_close (store);
}

static void
test_kill (StoreFixture *self, gconstpointer user_data)
{
  g_autofree char *log = g_build_filename (self->folder, "log", NULL);
  guint            n_all = 0;

  for (guint i = 0; i < N_KILLS; i++)
    {
      guint n_steps;
      int   status;
      pid_t child = start_child (
          g_file_peek_path (self->article), log, g_test_rand_int () & 0xffff);

      wait_for_log (log);
      g_usleep (g_test_rand_int_range (0, 120000));
      kill (child, SIGKILL);
      g_assert_cmpint (waitpid (child, &status, 0), ==, child);
      g_assert_true (WIFSIGNALED (status));
      g_assert_cmpint (WTERMSIG (status), ==, SIGKILL);

      check_file (self->annotation);
      check_state (self, log, &n_steps);
      n_all += n_steps;
      g_assert_cmpint (g_unlink (log), ==, 0);
    }

  g_test_message ("%u steps, %u kills", n_all, N_KILLS);
  g_assert_cmpuint (n_all, >, N_KILLS);

  /* Half a file is left only by a kill between naming and renaming it, and on
   * file systems that know no files without name. */
  g_test_message ("%u files", count_files (self->folder));
  g_assert_cmpuint (count_files (self->folder), <=, 2 + N_KILLS / 2);
}

static void
add_tests (void)
{
  STORE_FIXTURE_ADD ("/kill", test_kill);
}

int
main (int argc, char *argv[])
{
  if (argc == 5 && g_str_equal (argv[1], "--child"))
    return run_child (argv[2], argv[3], argv[4]);

  return store_fixture_main (argc, argv, add_tests);
}
