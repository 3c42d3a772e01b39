/* test-other-copy.c: annotations of one article in two places
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "project/other-copy.h"

#include <glib/gstdio.h>
#include <string.h>

#include "base/error.h"
#include "formats/json.h"
#include "project/journal.h"
#include "project/redirection.h"
#include "support/store-fixture.h"

static GFile *
get_redirected (StoreFixture *self)
{
  g_autofree char *uri = g_file_get_uri (self->annotation);

  return readout_redirection_get_file (uri, "ferries.readout.json");
}

static char *
get_base_path (StoreFixture *self)
{
  g_autoptr (GFile) redirected = get_redirected (self);

  return readout_redirection_get_base_path (redirected);
}

static gboolean
has_journal (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *path = readout_journal_get_path (uri);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
assert_files (StoreFixture *self, gboolean redirected, gboolean base)
{
  g_autoptr (GFile) file = get_redirected (self);
  g_autofree char *base_path = get_base_path (self);

  g_assert_cmpint (g_file_query_exists (file, NULL), ==, redirected);
  g_assert_cmpint (g_file_test (base_path, G_FILE_TEST_EXISTS), ==, base);
  if (!redirected)
    g_assert_false (has_journal (file));
}

static guint
count (ReadoutSnapshot *snapshot)
{
  return readout_snapshot_get_n_records (snapshot);
}

static void
assert_copy (ReadoutStore *store, guint n_base, guint n_theirs)
{
  ReadoutOtherCopy *copy = readout_store_get_other_copy (store);

  g_assert_nonnull (copy);
  g_assert_cmpuint (count (readout_other_copy_get_base (copy)), ==, n_base);
  g_assert_cmpuint (count (readout_other_copy_get_theirs (copy)), ==, n_theirs);
}

/* Opens, adds a mention at each of the places, saves and closes. */
static void
edit (StoreFixture *self, guint n, const guint *starts)
{
  ReadoutStore *store = store_fixture_open (self->article);

  for (guint i = 0; i < n; i++)
    store_fixture_edit (store, starts[i]);
  store_fixture_save (store);
  readout_store_close (store);
  g_object_unref (store);
}

static void
edit_twice (StoreFixture *self)
{
  const guint starts[] = { 8, 16 };

  edit (self, G_N_ELEMENTS (starts), starts);
}

static void
edit_once (StoreFixture *self)
{
  const guint starts[] = { 0 };

  edit (self, G_N_ELEMENTS (starts), starts);
}

/* Two steps that no file holds. */
static void
edit_unsaved (StoreFixture *self)
{
  ReadoutStore *store = store_fixture_open (self->article);

  store_fixture_edit (store, 20);
  store_fixture_edit (store, 24);
}

static void
open_only (StoreFixture *self)
{
  ReadoutStore *store = store_fixture_open (self->article);

  g_assert_null (readout_store_get_other_copy (store));
  g_assert_null (readout_store_get_import_message (store));
  readout_store_close (store);
  g_object_unref (store);
}

/* Only the data folder has it: all of it goes to the article. */
static void
test_moved (StoreFixture *self, gconstpointer user_data)
{
  ReadoutStore *store;

  store_fixture_run_unwritable (self, "edit_twice");
  assert_files (self, TRUE, FALSE);

  store = store_fixture_open (self->article);
  g_assert_true (g_file_equal (readout_store_get_annotation_file (store),
                               self->annotation));
  g_assert_true (readout_store_is_ahead (store));
  g_assert_null (readout_store_get_other_copy (store));
  g_assert_nonnull (
      strstr (readout_store_get_import_message (store), "beside"));
  g_assert_cmpuint (store_fixture_count (store), ==, 2);
  assert_files (self, TRUE, FALSE);
  store_fixture_save (store);
  assert_files (self, FALSE, FALSE);

  /* The history has come with it. */
  g_assert_true (readout_undo_stack_undo (store_fixture_stack (store)));
  g_assert_cmpuint (store_fixture_count (store), ==, 1);
  store_fixture_save (store);
  store_fixture_close (store);

  store = store_fixture_open (self->article);
  g_assert_false (readout_store_is_ahead (store));
  g_assert_null (readout_store_get_import_message (store));
  g_assert_cmpuint (store_fixture_count (store), ==, 1);
  store_fixture_close (store);
}

/* A kill before the save: the next session finds all that was there, and what
 * was done since. */
static void
test_moved_killed (StoreFixture *self, gconstpointer user_data)
{
  ReadoutStore *store;

  store_fixture_run_unwritable (self, "edit_twice");
  store = store_fixture_open (self->article);
  store_fixture_edit (store, 20);
  store_fixture_close (store);

  store = store_fixture_open (self->article);
  g_assert_cmpuint (store_fixture_count (store), ==, 3);
  g_assert_true (readout_store_is_ahead (store));
  store_fixture_save (store);
  assert_files (self, FALSE, FALSE);
  store_fixture_close (store);
}

/* What a killed program has left in the journal of the copy comes, too. */
static void
test_moved_unsaved (StoreFixture *self, gconstpointer user_data)
{
  ReadoutStore *store;

  store_fixture_run_unwritable (self, "edit_twice");
  store_fixture_run_unwritable (self, "edit_unsaved");
  store = store_fixture_open (self->article);
  g_assert_cmpuint (store_fixture_count (store), ==, 4);
  store_fixture_save (store);
  store_fixture_close (store);
}

/* Another program has the copy open: what it saves later has to be merged. */
static void
test_moved_busy (StoreFixture *self, gconstpointer user_data)
{
  g_autoptr (GFile) redirected = get_redirected (self);
  g_autofree char *path = NULL;
  g_autofree char *base = NULL;
  g_autofree char *base_path = get_base_path (self);
  g_autofree char *copy = NULL;
  ReadoutStore    *other;
  ReadoutStore    *store;

  store_fixture_run_unwritable (self, "edit_twice");
  path = g_file_get_path (redirected);
  copy = store_fixture_read (redirected);
  other = store_fixture_open (redirected);

  store = store_fixture_open (self->article);
  g_assert_cmpuint (store_fixture_count (store), ==, 2);
  store_fixture_edit (store, 20);
  store_fixture_save (store);
  assert_files (self, TRUE, TRUE);
  g_assert_true (g_file_get_contents (base_path, &base, NULL, NULL));
  g_assert_cmpstr (base, ==, copy);
  store_fixture_close (store);

  store_fixture_edit (other, 24);
  store_fixture_save (other);
  store = store_fixture_open (self->article);
  g_assert_null (readout_store_get_other_copy (store));
  g_assert_nonnull (
      strstr (readout_store_get_import_message (store), "another window"));
  store_fixture_close (store);
  store_fixture_close (other);

  store = store_fixture_open (self->article);
  assert_copy (store, 2, 3);
  g_assert_cmpuint (store_fixture_count (store), ==, 3);
  store_fixture_close (store);
}

/* Both have it, and go back to what was beside the article then. */
static void
test_both (StoreFixture *self, gconstpointer user_data)
{
  ReadoutStore *store;

  edit_once (self);
  store_fixture_run_unwritable (self, "edit_twice");
  assert_files (self, TRUE, TRUE);

  store = store_fixture_open (self->article);
  g_assert_cmpuint (store_fixture_count (store), ==, 1);
  g_assert_false (readout_store_is_ahead (store));
  assert_copy (store, 1, 3);

  /* As long as it is not merged, no save removes it. */
  store_fixture_edit (store, 20);
  store_fixture_save (store);
  assert_files (self, TRUE, TRUE);
  assert_copy (store, 1, 3);

  readout_store_adopt_other_copy (store);
  assert_files (self, TRUE, TRUE);
  store_fixture_save (store);
  assert_files (self, FALSE, FALSE);
  g_assert_null (readout_store_get_other_copy (store));
  store_fixture_close (store);

  open_only (self);
}

static void
test_both_unsaved (StoreFixture *self, gconstpointer user_data)
{
  ReadoutStore *store;

  edit_once (self);
  store_fixture_run_unwritable (self, "edit_twice");
  store_fixture_run_unwritable (self, "edit_unsaved");
  store = store_fixture_open (self->article);
  assert_copy (store, 1, 5);
  store_fixture_close (store);
}

/* A save that another program stands in the way of removes nothing. */
static void
test_not_saved (StoreFixture *self, gconstpointer user_data)
{
  ReadoutStore *store;
  g_autoptr (GError) error = NULL;

  edit_once (self);
  store_fixture_run_unwritable (self, "edit_twice");
  store = store_fixture_open (self->article);
  readout_store_adopt_other_copy (store);
  store_fixture_edit (store, 20);
  g_assert_true (g_file_set_contents (
      g_file_peek_path (self->annotation), "{}", -1, NULL));
  g_assert_false (readout_store_save (store, FALSE, NULL, &error));
  g_assert_error (error, READOUT_ERROR, READOUT_ERROR_CHANGED);
  assert_files (self, TRUE, TRUE);
  store_fixture_close (store);
}

/* Without a file that says what they go back to it is the bare text. */
static void
test_no_base (StoreFixture *self, gconstpointer user_data)
{
  g_autofree char *base_path = get_base_path (self);
  ReadoutStore    *store;

  edit_once (self);
  store_fixture_run_unwritable (self, "edit_twice");
  g_assert_true (g_file_set_contents (base_path, "[]", -1, NULL));
  store = store_fixture_open (self->article);
  assert_copy (store, 0, 3);
  store_fixture_close (store);
}

/* What is about another text stays where it is, which is said. */
static void
test_other_text (StoreFixture *self, gconstpointer user_data)
{
  g_autoptr (ReadoutText) text = readout_text_new ("Ada Arden left.", -1);
  g_autoptr (ReadoutDocument) document = readout_document_new (text);
  g_autoptr (GBytes) bytes = readout_json_write (document);
  g_autoptr (GFile) redirected = get_redirected (self);
  ReadoutStore *store;

  store_fixture_run_unwritable (self, "edit_twice");
  g_assert_true (g_file_replace_contents (self->annotation,
                                          g_bytes_get_data (bytes, NULL),
                                          g_bytes_get_size (bytes),
                                          NULL,
                                          FALSE,
                                          G_FILE_CREATE_NONE,
                                          NULL,
                                          NULL,
                                          NULL));
  store = store_fixture_open (self->article);
  g_assert_null (readout_store_get_other_copy (store));
  g_assert_nonnull (strstr (readout_store_get_import_message (store),
                            g_file_peek_path (redirected)));
  store_fixture_edit (store, 0);
  store_fixture_save (store);
  assert_files (self, TRUE, FALSE);
  store_fixture_close (store);
}

/* Somebody else has written beside the article, which still cannot be written
 * from here. */
static void
take_in (StoreFixture *self)
{
  ReadoutStore    *store = store_fixture_open (self->article);
  g_autofree char *theirs = store_fixture_read (self->annotation);
  g_autofree char *base_path = get_base_path (self);
  g_autofree char *base = NULL;

  g_assert_cmpuint (store_fixture_count (store), ==, 2);
  assert_copy (store, 0, 1);
  readout_store_adopt_other_copy (store);
  store_fixture_edit (store, 0);
  store_fixture_save (store);
  assert_files (self, TRUE, TRUE);
  g_assert_true (g_file_get_contents (base_path, &base, NULL, NULL));
  g_assert_cmpstr (base, ==, theirs);
  readout_store_close (store);
  g_object_unref (store);

  open_only (self);
}

static void
test_still_unwritable (StoreFixture *self, gconstpointer user_data)
{
  g_autoptr (GFile) redirected = get_redirected (self);
  g_autofree char *kept_path
      = g_strconcat (g_file_peek_path (redirected), ".kept", NULL);

  store_fixture_run_unwritable (self, "edit_twice");
  g_assert_cmpint (g_rename (g_file_peek_path (redirected), kept_path), ==, 0);
  edit_once (self);
  g_assert_cmpint (g_rename (kept_path, g_file_peek_path (redirected)), ==, 0);

  store_fixture_run_unwritable (self, "take_in");
}

static void
find_steps (StoreFixture *self)
{
  ReadoutStore *store = store_fixture_open (self->article);

  g_assert_cmpuint (store_fixture_count (store), ==, 3);
  g_assert_cmpuint (readout_store_get_n_recovered (store), ==, 2);
  store_fixture_save (store);
  assert_files (self, TRUE, TRUE);
  readout_store_close (store);
  g_object_unref (store);
}

static void
look_on (StoreFixture *self)
{
  g_autoptr (GFile) redirected = get_redirected (self);

  open_only (self);
  g_assert_false (g_file_query_exists (redirected, NULL));
}

/* A program is killed, and then the folder cannot be written any more. */
static void
test_killed_before (StoreFixture *self, gconstpointer user_data)
{
  ReadoutStore *store;

  edit_once (self);
  store_fixture_run_unwritable (self, "look_on");
  g_assert_true (has_journal (self->annotation));
  store = store_fixture_open (self->article);
  store_fixture_edit (store, 20);
  store_fixture_edit (store, 24);
  store_fixture_close (store);
  store_fixture_run_unwritable (self, "find_steps");

  store = store_fixture_open (self->article);
  assert_copy (store, 1, 3);
  store_fixture_close (store);
}

static void
edit_first (StoreFixture *self)
{
  g_autofree char *base_path = get_base_path (self);
  g_autofree char *folder = g_path_get_dirname (base_path);

  store_fixture_remove_folder (folder);
  edit_twice (self);
  assert_files (self, TRUE, TRUE);
}

/* Nothing was ever kept in the data folder. */
static void
test_first (StoreFixture *self, gconstpointer user_data)
{
  edit_once (self);
  store_fixture_run_unwritable (self, "edit_first");
}

/* Save As puts the work in another place; the copy still belongs to the
 * article. */
static void
saved_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  readout_store_save_as_finish (READOUT_STORE (object), result, &error);
  g_assert_no_error (error);
  *(gboolean *)user_data = TRUE;
}

static void
test_save_as (StoreFixture *self, gconstpointer user_data)
{
  g_autoptr (GFile) elsewhere = g_file_new_build_filename (
      self->folder, "elsewhere.readout.json", NULL);
  ReadoutStore *store;
  gboolean      saved = FALSE;

  edit_once (self);
  store_fixture_run_unwritable (self, "edit_twice");
  store = store_fixture_open (self->article);
  readout_store_adopt_other_copy (store);
  readout_store_save_as_async (store, elsewhere, NULL, saved_cb, &saved);
  while (!saved)
    g_main_context_iteration (NULL, TRUE);
  store_fixture_edit (store, 20);
  store_fixture_save (store);
  assert_files (self, TRUE, TRUE);
  g_assert_null (readout_store_get_other_copy (store));
  store_fixture_close (store);
}

/* No save was made in the data folder: the steps are only in the journal. */
static void
test_journal_only (StoreFixture *self, gconstpointer user_data)
{
  ReadoutStore *store;

  store_fixture_run_unwritable (self, "edit_unsaved");
  store = store_fixture_open (self->article);
  g_assert_cmpuint (store_fixture_count (store), ==, 0);
  g_assert_nonnull (readout_store_get_aside (store));
  g_assert_cmpuint (
      readout_aside_get_n_steps (readout_store_get_aside (store)), ==, 2);
  store_fixture_close (store);
}

static void
add_tests (void)
{
  STORE_FIXTURE_ADD ("/other-copy/moved", test_moved);
  STORE_FIXTURE_ADD ("/other-copy/moved-killed", test_moved_killed);
  STORE_FIXTURE_ADD ("/other-copy/moved-unsaved", test_moved_unsaved);
  STORE_FIXTURE_ADD ("/other-copy/moved-busy", test_moved_busy);
  STORE_FIXTURE_ADD ("/other-copy/both", test_both);
  STORE_FIXTURE_ADD ("/other-copy/both-unsaved", test_both_unsaved);
  STORE_FIXTURE_ADD ("/other-copy/not-saved", test_not_saved);
  STORE_FIXTURE_ADD ("/other-copy/no-base", test_no_base);
  STORE_FIXTURE_ADD ("/other-copy/other-text", test_other_text);
  STORE_FIXTURE_ADD ("/other-copy/still-unwritable", test_still_unwritable);
  STORE_FIXTURE_ADD ("/other-copy/killed-before", test_killed_before);
  STORE_FIXTURE_ADD ("/other-copy/first", test_first);
  STORE_FIXTURE_ADD ("/other-copy/save-as", test_save_as);
  STORE_FIXTURE_ADD ("/other-copy/journal-only", test_journal_only);
}

int
main (int argc, char *argv[])
{
  static const StoreFixtureWork works[] = {
    STORE_FIXTURE_WORK (edit_first),   STORE_FIXTURE_WORK (edit_twice),
    STORE_FIXTURE_WORK (edit_unsaved), STORE_FIXTURE_WORK (find_steps),
    STORE_FIXTURE_WORK (look_on),      STORE_FIXTURE_WORK (take_in),
  };

  if (store_fixture_is_worker (argc, argv))
    return store_fixture_run_worker (argv, works, G_N_ELEMENTS (works));

  return store_fixture_main (argc, argv, add_tests);
}
