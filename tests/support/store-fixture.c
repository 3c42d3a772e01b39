/* store-fixture.c: an article in a folder of its own, opened and edited
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "support/store-fixture.h"

#include <glib/gstdio.h>
#include <sys/wait.h>
#include <unistd.h>

/* A user and group without rights, and the status of a child that cannot
 * become that user. */
#define NOBODY 65534
#define SKIPPED 77

#define WORKER "--worker"

const char store_fixture_text[]
    = "Alvania and Borland agree on ferries\n\n"
      "PORT ALVA, 3 March 2024 (Example Agency) - Minister Ada Arden said the "
      "ferries would sail again.\n";

/* Runs tests with data, state and cache folders of their own, which children of
 * the program have, too; G_TEST_OPTION_ISOLATE_DIRS hands nothing down, and
 * leaks in GLib 2.74. */
int
store_fixture_main (int argc, char *argv[], void (*add_tests) (void))
{
  g_autofree char *home = g_dir_make_tmp ("readout-home-XXXXXX", NULL);
  g_autofree char *data = g_build_filename (home, "data", NULL);
  g_autofree char *state = g_build_filename (home, "state", NULL);
  g_autofree char *cache = g_build_filename (home, "cache", NULL);
  int              status;

  g_setenv ("XDG_DATA_HOME", data, TRUE);
  g_setenv ("XDG_STATE_HOME", state, TRUE);
  g_setenv ("XDG_CACHE_HOME", cache, TRUE);

  g_test_init (&argc, &argv, NULL);
  add_tests ();
  status = g_test_run ();
  store_fixture_remove_folder (home);

  return status;
}

static void
find_files (StoreFixture *self)
{
  self->article = g_file_new_build_filename (self->folder, "ferries.txt", NULL);
  self->annotation
      = g_file_new_build_filename (self->folder, "ferries.readout.json", NULL);
}

void
store_fixture_set_up (StoreFixture *self, gconstpointer user_data)
{
  self->folder = g_dir_make_tmp ("readout-store-XXXXXX", NULL);
  g_assert_nonnull (self->folder);
  find_files (self);
  g_assert_true (g_file_set_contents (
      g_file_peek_path (self->article), store_fixture_text, -1, NULL));
}

void
store_fixture_remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (!g_file_test (child, G_FILE_TEST_IS_SYMLINK)
          && g_file_test (child, G_FILE_TEST_IS_DIR))
        store_fixture_remove_folder (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

void
store_fixture_tear_down (StoreFixture *self, gconstpointer user_data)
{
  g_object_unref (self->article);
  g_object_unref (self->annotation);
  g_chmod (self->folder, 0700);
  store_fixture_remove_folder (self->folder);
  g_free (self->folder);
}

ReadoutStore *
store_fixture_open (GFile *file)
{
  g_autoptr (GError) error = NULL;
  ReadoutStore *store = readout_store_open (file, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (store);

  return store;
}

ReadoutAnnotations *
store_fixture_annotations (ReadoutStore *store)
{
  return readout_document_get_annotations (readout_store_get_document (store));
}

ReadoutUndoStack *
store_fixture_stack (ReadoutStore *store)
{
  return readout_document_get_undo_stack (readout_store_get_document (store));
}

guint
store_fixture_count (ReadoutStore *store)
{
  return readout_annotations_get_n_records (store_fixture_annotations (store),
                                            READOUT_KIND_MENTION);
}

static void
gone_cb (gpointer user_data, GObject *store)
{
  g_atomic_pointer_set ((GThread **)user_data, g_thread_self ());
}

/* Gives up a store.  What is under way may keep it for a moment, but it goes in
 * this thread: what is known of its document belongs to it. */
void
store_fixture_close (ReadoutStore *store)
{
  gint64   deadline = g_get_monotonic_time () + 5 * G_TIME_SPAN_SECOND;
  GThread *where = NULL;

  g_object_weak_ref (G_OBJECT (store), gone_cb, &where);
  g_object_unref (store);
  while (g_atomic_pointer_get (&where) == NULL
         && g_get_monotonic_time () < deadline)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (100);
    }
  g_assert_true (where == g_thread_self ());
}

/* One step: adds a mention. */
void
store_fixture_edit (ReadoutStore *store, guint start)
{
  g_autoptr (GPtrArray) changes = readout_changes_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *id = readout_annotations_make_id (
      store_fixture_annotations (store), READOUT_KIND_MENTION);
  g_autoptr (ReadoutMention) mention
      = readout_mention_new (id,
                             READOUT_SPAN (start, start + 7),
                             READOUT_MENTION_LOCATION,
                             READOUT_FORM_NAME);

  mention->record.review.state = READOUT_STATE_ADDED;

  readout_changes_add (changes, NULL, mention);
  readout_undo_stack_push (
      store_fixture_stack (store), "Add", id, changes, &error);
  g_assert_no_error (error);
}

void
store_fixture_save (ReadoutStore *store)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (readout_store_save (store, FALSE, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (readout_undo_stack_is_modified (store_fixture_stack (store)));
}

char *
store_fixture_read (GFile *file)
{
  char *contents = NULL;

  g_file_load_contents (file, NULL, &contents, NULL, NULL, NULL);

  return contents;
}

static void
give_away (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  g_assert_cmpint (lchown (path, NOBODY, NOBODY), ==, 0);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      give_away (child);
    }
}

/* Lets somebody else into a folder of this test, and its parents. */
static void
share_folder (const char *folder)
{
  g_autofree char *path = g_strdup (folder);

  g_assert_cmpint (g_mkdir_with_parents (path, 0700), ==, 0);
  give_away (path);
  while (strlen (path) > strlen (g_get_tmp_dir ()))
    {
      char *parent = g_path_get_dirname (path);

      g_assert_cmpint (g_chmod (path, 0755), ==, 0);
      g_free (path);
      path = parent;
    }
}

/* Root may write anywhere, so that it has to be somebody else. */
static void
become_nobody (void)
{
  if (geteuid () == 0 && (setgid (NOBODY) != 0 || setuid (NOBODY) != 0))
    _exit (SKIPPED);
}

/* Does something while the folder of the article cannot be written.  A child
 * that was only forked would have the locks of threads that it has not got. */
void
store_fixture_run_unwritable (StoreFixture *self, const char *work)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  const char      *arguments[] = { program, WORKER, work, self->folder, NULL };
  int              status;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_chmod (self->folder, 0555), ==, 0);
  if (geteuid () == 0)
    {
      share_folder (g_get_user_data_dir ());
      share_folder (g_get_user_state_dir ());
    }
  g_spawn_sync (NULL,
                (char **)arguments,
                NULL,
                G_SPAWN_DEFAULT,
                NULL,
                NULL,
                NULL,
                NULL,
                &status,
                &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_chmod (self->folder, 0755), ==, 0);
  g_assert_true (WIFEXITED (status));
  if (WEXITSTATUS (status) == SKIPPED)
    g_test_skip ("cannot become another user");
  else
    g_assert_cmpint (WEXITSTATUS (status), ==, 0);
}

gboolean
store_fixture_is_worker (int argc, char *argv[])
{
  return argc == 4 && g_str_equal (argv[1], WORKER);
}

/* Ends as a program that is killed, without giving anything up. */
int
store_fixture_run_worker (char                   *argv[],
                          const StoreFixtureWork *works,
                          gsize                   n_works)
{
  StoreFixture self = { .folder = argv[3] };

  become_nobody ();
  find_files (&self);
  for (gsize i = 0; i < n_works; i++)
    if (g_str_equal (works[i].name, argv[2]))
      {
        works[i].run (&self);
        _exit (0);
      }

  g_assert_not_reached ();
}
