/* test-journal-file.c: lines that reach the disk while it is written anew
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "project/journal-file.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include "model/document.h"
#include "support/store-fixture.h"

typedef struct
{
  ReadoutStore       *store;
  ReadoutJournalFile *file;
  char               *path;
  guint               n_changed;
} Journal;

static void
changed_cb (gpointer user_data)
{
  ((Journal *)user_data)->n_changed++;
}

static void
setup (Journal *self, StoreFixture *fixture)
{
  g_autofree char *folder
      = g_path_get_dirname (g_file_peek_path (fixture->annotation));

  self->store = store_fixture_open (fixture->article);
  self->path = g_build_filename (folder, "journal.jsonl", NULL);
  self->file = readout_journal_file_new (
      self->path,
      readout_document_get_text (readout_store_get_document (self->store)));
  readout_journal_file_set_changed (self->file, changed_cb, self);
  self->n_changed = 0;
}

static void
teardown (Journal *self)
{
  readout_journal_file_set_changed (self->file, NULL, NULL);
  readout_journal_file_release (self->file);
  readout_journal_file_unref (self->file);
  g_free (self->path);
  store_fixture_close (self->store);
}

static char *
read_lines (Journal *self)
{
  char *data = NULL;

  g_assert_true (g_file_get_contents (self->path, &data, NULL, NULL));

  return data;
}

static void
prepare_for (Journal *self, const char *file_sha256)
{
  readout_journal_file_prepare (
      self->file,
      readout_journal_rewrite_new (
          store_fixture_stack (self->store), 1, file_sha256));
}

static void
prepare (Journal *self)
{
  prepare_for (self, NULL);
}

static void
run_main_loop (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* What comes while the journal is written anew is in the old file at once, and
 * at the end of the new one. */
static void
test_meanwhile (StoreFixture *fixture, gconstpointer user_data)
{
  Journal          self;
  g_autofree char *old = NULL;
  g_autofree char *new = NULL;

  setup (&self, fixture);
  g_assert_true (readout_journal_file_open (self.file));
  readout_journal_file_append (self.file, "{\"old\":1}");
  store_fixture_edit (self.store, 0);
  prepare (&self);
  readout_journal_file_append (self.file, "{\"snapshot\":2}");
  readout_journal_file_append_undo (
      self.file,
      0,
      readout_undo_stack_get_group (store_fixture_stack (self.store), 0));
  old = read_lines (&self);
  g_assert_cmpstr (old, ==, "{\"old\":1}\n{\"snapshot\":2}\n{\"undo\":true}\n");

  readout_journal_file_settle (self.file);
  readout_journal_file_append (self.file, "{\"redo\":true}");
  new = read_lines (&self);
  g_assert_null (strstr (new, "old"));
  g_assert_nonnull (strstr (new, "{\"push\":"));
  g_assert_true (g_str_has_suffix (
      new,
      "{\"done\":1}\n{\"snapshot\":2}\n{\"undo\":true}\n{\"redo\":true}\n"));
  teardown (&self);
}

/* A group that is too long for the new file stands in the line of its undo. */
static void
test_left_out (StoreFixture *fixture, gconstpointer user_data)
{
  Journal          self;
  g_autofree char *note = g_strnfill (3 * 1024 * 1024, 'n');
  g_autofree char *old = NULL;
  g_autofree char *new = NULL;
  g_autoptr (GPtrArray) changes = readout_changes_new ();
  g_autoptr (ReadoutActor) actor
      = readout_actor_new ("a1", READOUT_ACTOR_PERSON, note);

  setup (&self, fixture);
  g_assert_true (readout_journal_file_open (self.file));
  readout_changes_add (changes, NULL, actor);
  g_assert_true (readout_undo_stack_push (
      store_fixture_stack (self.store), "Add", "a1", changes, NULL));
  prepare (&self);
  readout_journal_file_append_undo (
      self.file,
      0,
      readout_undo_stack_get_group (store_fixture_stack (self.store), 0));
  old = read_lines (&self);
  g_assert_cmpstr (old, ==, "{\"undo\":true}\n");

  readout_journal_file_settle (self.file);
  new = read_lines (&self);
  g_assert_null (strstr (new, "{\"push\":"));
  g_assert_nonnull (strstr (new, "{\"undo\":{\"label\":\"Add\""));
  teardown (&self);
}

/* What was let go of meanwhile belongs to somebody else. */
static void
test_released (StoreFixture *fixture, gconstpointer user_data)
{
  Journal          self;
  Journal          other;
  g_autofree char *lines = NULL;

  setup (&self, fixture);
  setup (&other, fixture);
  g_assert_true (readout_journal_file_open (self.file));
  g_assert_false (readout_journal_file_open (other.file));
  readout_journal_file_append (self.file, "{\"old\":1}");
  prepare (&self);
  readout_journal_file_release (self.file);
  readout_journal_file_settle (self.file);
  lines = read_lines (&self);
  g_assert_cmpstr (lines, ==, "{\"old\":1}\n");
  g_assert_true (readout_journal_file_open (other.file));
  teardown (&other);
  teardown (&self);
}

/* A journal that another program has is begun when it is free. */
static void
test_taken (StoreFixture *fixture, gconstpointer user_data)
{
  Journal self;
  Journal other;
  g_autoptr (GError) error = NULL;

  setup (&self, fixture);
  setup (&other, fixture);
  g_assert_true (readout_journal_file_open (self.file));
  prepare (&other);
  readout_journal_file_settle (other.file);
  g_assert_false (readout_journal_file_check (other.file, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_BUSY);
  g_assert_true (readout_journal_file_is_due (other.file));

  readout_journal_file_release (self.file);
  prepare (&other);
  readout_journal_file_settle (other.file);
  g_assert_true (readout_journal_file_check (other.file, NULL));
  g_assert_false (readout_journal_file_open (self.file));
  teardown (&other);
  teardown (&self);
}

static void
limit_file_size (rlim_t limit)
{
  struct rlimit now;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &now), ==, 0);
  now.rlim_cur = limit;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &now), ==, 0);
}

/* Where the disk takes no more the journal ends with its last whole line, it is
 * said why, and it goes away by itself. */
static void
test_no_room (StoreFixture *fixture, gconstpointer user_data)
{
  Journal          self;
  g_autofree char *lines = NULL;
  g_autofree char *later = NULL;
  g_autoptr (GError) error = NULL;

  setup (&self, fixture);
  g_assert_true (readout_journal_file_open (self.file));
  readout_journal_file_append (self.file, "{\"old\":1}");
  run_main_loop ();
  g_assert_cmpuint (self.n_changed, ==, 0);

  signal (SIGXFSZ, SIG_IGN);
  limit_file_size (15);
  readout_journal_file_append (self.file, "{\"old\":2}");
  readout_journal_file_append (self.file, "{\"old\":3}");
  prepare (&self);
  readout_journal_file_settle (self.file);
  limit_file_size (RLIM_INFINITY);
  run_main_loop ();
  lines = read_lines (&self);
  g_assert_cmpstr (lines, ==, "{\"old\":1}\n");
  g_assert_false (readout_journal_file_check (self.file, &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (self.n_changed, >=, 1);
  g_assert_true (readout_journal_file_is_due (self.file));

  self.n_changed = 0;
  prepare (&self);
  readout_journal_file_append (self.file, "{\"new\":1}");
  readout_journal_file_settle (self.file);
  run_main_loop ();
  later = read_lines (&self);
  g_assert_true (g_str_has_suffix (later, "{\"done\":1}\n{\"new\":1}\n"));
  g_assert_true (readout_journal_file_check (self.file, NULL));
  g_assert_cmpuint (self.n_changed, ==, 1);
  teardown (&self);
}

/* When the annotation file has what the journal could not take, the journal has
 * nothing to tell any more; but one that still can be written stays. */
static void
test_outrun (StoreFixture *fixture, gconstpointer user_data)
{
  Journal          self;
  g_autofree char *lines = NULL;

  setup (&self, fixture);
  g_assert_true (readout_journal_file_open (self.file));
  readout_journal_file_append (self.file, "{\"old\":1}");

  signal (SIGXFSZ, SIG_IGN);
  limit_file_size (15);
  prepare_for (&self, "abc");
  readout_journal_file_settle (self.file);
  lines = read_lines (&self);
  g_assert_cmpstr (lines, ==, "{\"old\":1}\n");

  readout_journal_file_append (self.file, "{\"old\":2}");
  prepare_for (&self, "abc");
  readout_journal_file_settle (self.file);
  limit_file_size (RLIM_INFINITY);
  g_assert_false (g_file_test (self.path, G_FILE_TEST_EXISTS));
  g_assert_false (readout_journal_file_check (self.file, NULL));

  prepare_for (&self, "abc");
  readout_journal_file_settle (self.file);
  g_assert_true (g_file_test (self.path, G_FILE_TEST_EXISTS));
  g_assert_true (readout_journal_file_check (self.file, NULL));
  teardown (&self);
}

static void
add_tests (void)
{
  STORE_FIXTURE_ADD ("/journal-file/meanwhile", test_meanwhile);
  STORE_FIXTURE_ADD ("/journal-file/left-out", test_left_out);
  STORE_FIXTURE_ADD ("/journal-file/released", test_released);
  STORE_FIXTURE_ADD ("/journal-file/taken", test_taken);
  STORE_FIXTURE_ADD ("/journal-file/no-room", test_no_room);
  STORE_FIXTURE_ADD ("/journal-file/outrun", test_outrun);
}

int
main (int argc, char *argv[])
{
  return store_fixture_main (argc, argv, add_tests);
}
