/* test-journal.c: undo after a restart, and recovery after a crash
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "project/journal.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <utime.h>

#include "base/error.h"
#include "formats/json.h"
#include "project/journal-aside.h"
#include "support/store-fixture.h"

/* Undo and redo go on after a restart, to the byte. */
static void
test_undo_after_restart (StoreFixture *self, gconstpointer user_data)
{
  ReadoutStore *store = store_fixture_open (self->article);
  g_autoptr (GBytes) one = NULL;
  g_autoptr (GBytes) one_again = NULL;
  g_autoptr (GBytes) three = NULL;
  g_autoptr (GBytes) three_again = NULL;

  store_fixture_edit (store, 0);
  one = readout_json_write (readout_store_get_document (store));
  store_fixture_save (store);
  store_fixture_edit (store, 12);
  store_fixture_edit (store, 20);
  three = readout_json_write (readout_store_get_document (store));
  g_assert_true (readout_undo_stack_undo (store_fixture_stack (store)));
  store_fixture_save (store);
  store_fixture_close (store);

  store = store_fixture_open (self->article);
  g_assert_false (readout_undo_stack_is_modified (store_fixture_stack (store)));
  g_assert_cmpuint (
      readout_undo_stack_get_n_groups (store_fixture_stack (store)), ==, 3);
  g_assert_cmpuint (
      readout_undo_stack_get_position (store_fixture_stack (store)), ==, 2);
  g_assert_cmpstr (
      readout_undo_stack_get_undo_label (store_fixture_stack (store)),
      ==,
      "Add");
  g_assert_true (readout_undo_stack_redo (store_fixture_stack (store)));
  three_again = readout_json_write (readout_store_get_document (store));
  g_assert_true (g_bytes_equal (three, three_again));
  g_assert_true (readout_undo_stack_undo (store_fixture_stack (store)));
  g_assert_true (readout_undo_stack_undo (store_fixture_stack (store)));
  one_again = readout_json_write (readout_store_get_document (store));
  g_assert_true (g_bytes_equal (one, one_again));
  store_fixture_close (store);
}

/* What was not saved comes back, on top of what was. */
static void
test_recovery (StoreFixture *self, gconstpointer user_data)
{
  ReadoutStore    *store = store_fixture_open (self->article);
  g_autofree char *uri = g_file_get_uri (self->annotation);
  g_autofree char *path = readout_journal_get_path (uri);
  FILE            *journal;

  /* Before the first save. */
  store_fixture_edit (store, 0);
  store_fixture_edit (store, 12);
  store_fixture_close (store);

  store = store_fixture_open (self->article);
  g_assert_true (readout_store_had_annotations (store));
  g_assert_nonnull (readout_store_get_import_message (store));
  g_assert_cmpuint (store_fixture_count (store), ==, 2);
  g_assert_true (readout_undo_stack_is_modified (store_fixture_stack (store)));
  store_fixture_save (store);

  /* And after it, with an undo. */
  store_fixture_edit (store, 20);
  store_fixture_edit (store, 24);
  g_assert_true (readout_undo_stack_undo (store_fixture_stack (store)));
  store_fixture_close (store);

  /* The last line was torn. */
  journal = g_fopen (path, "a");
  g_assert_nonnull (journal);
  fputs ("{\"push\":{\"label\":\"Ad", journal);
  fclose (journal);

  store = store_fixture_open (self->article);
  g_assert_cmpuint (store_fixture_count (store), ==, 3);
  g_assert_cmpuint (
      readout_undo_stack_get_n_groups (store_fixture_stack (store)), ==, 4);
  g_assert_cmpuint (
      readout_undo_stack_get_position (store_fixture_stack (store)), ==, 3);

  /* Goes on behind the torn line. */
  store_fixture_edit (store, 25);
  store_fixture_close (store);
  store = store_fixture_open (self->article);
  g_assert_cmpuint (store_fixture_count (store), ==, 4);
  store_fixture_save (store);
  store_fixture_close (store);

  store = store_fixture_open (self->article);
  g_assert_null (readout_store_get_import_message (store));
  g_assert_cmpuint (store_fixture_count (store), ==, 4);
  store_fixture_close (store);
}

static const char *
get_date (ReadoutStore *store)
{
  return readout_document_get_meta (readout_store_get_document (store),
                                    READOUT_META_PUBLISHED);
}

static gboolean
push_date (ReadoutStore *store, const char *date)
{
  return readout_undo_stack_push_value (
      store_fixture_stack (store),
      "Date",
      readout_article_key_for_meta (READOUT_META_PUBLISHED),
      date);
}

/* What was said of the article comes back and can be taken back as well. */
static void
test_values (StoreFixture *self, gconstpointer user_data)
{
  ReadoutStore    *store = store_fixture_open (self->article);
  g_autofree char *first = g_strdup (get_date (store));

  g_assert_true (push_date (store, "2024-05-15"));
  store_fixture_edit (store, 0);
  store_fixture_save (store);
  g_assert_true (push_date (store, NULL));
  store_fixture_close (store);

  store = store_fixture_open (self->article);
  g_assert_null (get_date (store));
  g_assert_true (readout_undo_stack_undo (store_fixture_stack (store)));
  g_assert_cmpstr (get_date (store), ==, "2024-05-15");
  g_assert_true (readout_undo_stack_undo (store_fixture_stack (store)));
  g_assert_true (readout_undo_stack_undo (store_fixture_stack (store)));
  g_assert_cmpstr (get_date (store), ==, first);
  store_fixture_close (store);
}

/* A group that changes an item and the article is one line, and one step. */
static void
test_merged (StoreFixture *self, gconstpointer user_data)
{
  ReadoutStore    *store = store_fixture_open (self->article);
  g_autofree char *uri = g_file_get_uri (self->annotation);
  g_autofree char *path = readout_journal_get_path (uri);
  g_autofree char *written = NULL;
  g_autoptr (GPtrArray) changes = readout_changes_new ();
  g_autoptr (GPtrArray) values = readout_article_changes_new ();
  g_autoptr (ReadoutActor) actor
      = readout_actor_new ("a1", READOUT_ACTOR_PERSON, "Arden");
  ReadoutUndoGroup *group;

  store_fixture_edit (store, 0);
  store_fixture_save (store);

  readout_changes_add (changes, NULL, actor);
  readout_article_changes_add (
      values,
      readout_article_key_for_meta (READOUT_META_PUBLISHED),
      get_date (store),
      "2024-05-15");
  group = readout_undo_group_new ("Both", "a1", changes, values);
  g_assert_true (
      readout_undo_stack_push_group (store_fixture_stack (store), group, NULL));
  readout_undo_group_free (group);
  store_fixture_close (store);

  g_assert_true (g_file_get_contents (path, &written, NULL, NULL));
  g_assert_nonnull (strstr (written,
                            "{\"kind\":\"metadata\",\"name\":\"published\","
                            "\"before\":\"2024-03-03\","
                            "\"after\":\"2024-05-15\"}]}}"));

  for (guint i = 0; i < 2; i++)
    {
      store = store_fixture_open (self->article);
      g_assert_cmpstr (get_date (store), ==, "2024-05-15");
      g_assert_nonnull (
          readout_annotations_lookup (store_fixture_annotations (store), "a1"));
      g_assert_true (readout_undo_stack_undo (store_fixture_stack (store)));
      g_assert_cmpstr (get_date (store), ==, "2024-03-03");
      g_assert_null (
          readout_annotations_lookup (store_fixture_annotations (store), "a1"));
      g_assert_true (readout_undo_stack_redo (store_fixture_stack (store)));
      store_fixture_close (store);
    }
}

/* Puts a journal in place for an article that has no annotation file. */
static void
write_journal (StoreFixture *self, const char *lines)
{
  g_autofree char *uri = g_file_get_uri (self->annotation);
  g_autofree char *path = readout_journal_get_path (uri);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *sha256 = g_compute_checksum_for_string (
      G_CHECKSUM_SHA256, store_fixture_text, -1);
  g_autofree char *written
      = g_strdup_printf ("{\"format\":\"readout-journal\",\"version\":1,"
                         "\"text_sha256\":\"%s\"}\n"
                         "{\"snapshot\":1}\n"
                         "{\"digest\":1,\"sha256\":\"\"}\n"
                         "{\"done\":1}\n%s",
                         sha256,
                         lines);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, written, -1, NULL));
}

#define ADDITION                                                               \
  "{\"push\":{\"label\":\"Add\",\"selected\":\"m1\",\"changes\":["             \
  "{\"kind\":\"mention\",\"after\":{\"id\":\"m1\",\"start\":0,\"end\":7,"      \
  "\"text\":\"Alvania\",\"type\":\"location\",\"form\":\"name\","              \
  "\"review\":{\"state\":\"added\"}}}]}}\n"

/* Journals were written that have metadata beside the list of changes. */
static void
test_old_metadata (StoreFixture *self, gconstpointer user_data)
{
  ReadoutStore     *store;
  ReadoutUndoStack *stack;

  write_journal (self,
                 ADDITION
                 "{\"push\":{\"label\":\"Change the Date\",\"metadata\":"
                 "{\"name\":\"published\",\"before\":\"2024-03-03\","
                 "\"after\":\"2024-05-15\"},\"changes\":[]}}\n"
                 "{\"push\":{\"label\":\"Change the Date\",\"metadata\":"
                 "{\"name\":\"published\",\"before\":\"2024-05-15\"},"
                 "\"changes\":[]}}\n"
                 "{\"undo\":true}\n");

  store = store_fixture_open (self->article);
  stack = store_fixture_stack (store);
  g_assert_nonnull (readout_store_get_import_message (store));
  g_assert_cmpuint (store_fixture_count (store), ==, 1);
  g_assert_cmpuint (readout_undo_stack_get_n_groups (stack), ==, 3);
  g_assert_cmpuint (readout_undo_stack_get_position (stack), ==, 2);
  g_assert_cmpstr (get_date (store), ==, "2024-05-15");

  g_assert_true (readout_undo_stack_redo (stack));
  g_assert_null (get_date (store));
  g_assert_true (readout_undo_stack_undo (stack));
  g_assert_true (readout_undo_stack_undo (stack));
  g_assert_cmpstr (get_date (store), ==, "2024-03-03");
  store_fixture_close (store);
}

/* The program that wrote the journal found another date in the text.  What
 * the person said stands, and so does what was done after it. */
static void
test_other_reading (StoreFixture *self, gconstpointer user_data)
{
  ReadoutStore     *store;
  ReadoutUndoStack *stack;

  write_journal (self,
                 "{\"push\":{\"label\":\"Change the Date\",\"changes\":["
                 "{\"kind\":\"metadata\",\"name\":\"published\","
                 "\"before\":\"1924-03-03\",\"after\":\"2024-05-15\"}]}}\n"
                 "{\"push\":{\"label\":\"Change the Date\",\"changes\":["
                 "{\"kind\":\"metadata\",\"name\":\"published\","
                 "\"before\":\"2024-05-15\",\"after\":\"2024-03-03\"}]}}\n"
                 "{\"undo\":true}\n" ADDITION);

  store = store_fixture_open (self->article);
  stack = store_fixture_stack (store);
  g_assert_cmpuint (store_fixture_count (store), ==, 1);
  g_assert_cmpuint (readout_undo_stack_get_position (stack), ==, 2);
  g_assert_cmpstr (get_date (store), ==, "2024-05-15");
  g_assert_true (readout_undo_stack_undo (stack));
  g_assert_true (readout_undo_stack_undo (stack));
  g_assert_cmpstr (get_date (store), ==, "2024-03-03");
  store_fixture_close (store);
}

/* What a later program says of an article is not understood, and ends the
 * journal as a torn line does. */
static void
test_unknown_value (StoreFixture *self, gconstpointer user_data)
{
  ReadoutStore *store;

  write_journal (self,
                 ADDITION "{\"push\":{\"label\":\"Mood\",\"changes\":["
                          "{\"kind\":\"mood\",\"after\":\"calm\"}]}}\n"
                          "{\"push\":{\"label\":\"Mood\",\"changes\":["
                          "{\"kind\":\"metadata\",\"name\":\"mood\","
                          "\"after\":\"calm\"}]}}\n");

  store = store_fixture_open (self->article);
  g_assert_cmpuint (store_fixture_count (store), ==, 1);
  g_assert_cmpuint (
      readout_undo_stack_get_n_groups (store_fixture_stack (store)), ==, 1);
  store_fixture_close (store);
}

/* An older file that was put back is taken as it is. */
static void
test_older_file (StoreFixture *self, gconstpointer user_data)
{
  ReadoutStore    *store = store_fixture_open (self->article);
  g_autofree char *old = NULL;

  store_fixture_edit (store, 0);
  store_fixture_save (store);
  old = store_fixture_read (self->annotation);
  store_fixture_edit (store, 12);
  store_fixture_save (store);
  store_fixture_close (store);

  g_assert_true (
      g_file_set_contents (g_file_peek_path (self->annotation), old, -1, NULL));
  store = store_fixture_open (self->article);
  g_assert_cmpuint (store_fixture_count (store), ==, 1);
  g_assert_cmpuint (
      readout_undo_stack_get_n_groups (store_fixture_stack (store)), ==, 0);
  store_fixture_close (store);
}

/* It is shortened in a thread. */
static void
wait_until_short (const char *path)
{
  gint64      deadline = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;
  struct stat info;

  do
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      g_usleep (1000);
      g_assert_cmpint (stat (path, &info), ==, 0);
    }
  while (info.st_size >= 4 * 1024 * 1024);
}

/* A long journal is shortened, and old groups can still be undone in the
 * session that has them. */
static void
test_long_journal (StoreFixture *self, gconstpointer user_data)
{
  ReadoutStore    *store = store_fixture_open (self->article);
  g_autofree char *uri = g_file_get_uri (self->annotation);
  g_autofree char *path = readout_journal_get_path (uri);
  g_autofree char *note = g_strnfill (100000, 'n');
  const guint      n = 100;
  guint            n_kept;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GPtrArray) changes = readout_changes_new ();
      g_autofree char *id = readout_annotations_make_id (
          store_fixture_annotations (store), READOUT_KIND_ACTOR);
      g_autoptr (ReadoutActor) actor
          = readout_actor_new (id, READOUT_ACTOR_PERSON, note);

      readout_changes_add (changes, NULL, actor);
      g_assert_true (readout_undo_stack_push (
          store_fixture_stack (store), "Add", id, changes, NULL));
    }
  store_fixture_save (store);
  wait_until_short (path);
  store_fixture_close (store);

  store = store_fixture_open (self->article);
  n_kept = readout_undo_stack_get_n_groups (store_fixture_stack (store));
  g_assert_cmpuint (n_kept, >, 10);
  g_assert_cmpuint (n_kept, <, n);
  store_fixture_close (store);

  /* In one session, undo beyond what the journal kept, and be killed. */
  g_assert_cmpint (g_unlink (g_file_peek_path (self->annotation)), ==, 0);
  g_assert_cmpint (g_unlink (path), ==, 0);
  store = store_fixture_open (self->article);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GPtrArray) changes = readout_changes_new ();
      g_autofree char *id = readout_annotations_make_id (
          store_fixture_annotations (store), READOUT_KIND_ACTOR);
      g_autoptr (ReadoutActor) actor
          = readout_actor_new (id, READOUT_ACTOR_PERSON, note);

      readout_changes_add (changes, NULL, actor);
      g_assert_true (readout_undo_stack_push (
          store_fixture_stack (store), "Add", id, changes, NULL));
    }
  store_fixture_save (store);
  for (guint i = 0; i < n - 5; i++)
    g_assert_true (readout_undo_stack_undo (store_fixture_stack (store)));
  g_assert_true (readout_undo_stack_redo (store_fixture_stack (store)));
  store_fixture_close (store);

  store = store_fixture_open (self->article);
  g_assert_cmpuint (readout_annotations_get_n_records (
                        store_fixture_annotations (store), READOUT_KIND_ACTOR),
                    ==,
                    6);
  while (readout_undo_stack_redo (store_fixture_stack (store)))
    ;
  g_assert_cmpuint (readout_annotations_get_n_records (
                        store_fixture_annotations (store), READOUT_KIND_ACTOR),
                    ==,
                    n);
  store_fixture_close (store);
}

/* A second window on the same file must not spoil the first one's journal. */
static void
test_two_windows (StoreFixture *self, gconstpointer user_data)
{
  ReadoutStore *first = store_fixture_open (self->article);
  ReadoutStore *second = store_fixture_open (self->article);
  g_autoptr (GError) error = NULL;

  g_assert_true (readout_store_check_journal (first, NULL));
  g_assert_false (readout_store_check_journal (second, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_BUSY);
  g_clear_error (&error);
  store_fixture_edit (first, 0);
  store_fixture_edit (second, 12);
  store_fixture_save (first);
  g_assert_false (readout_store_save (second, FALSE, NULL, &error));
  g_assert_error (error, READOUT_ERROR, READOUT_ERROR_CHANGED);
  store_fixture_close (second);
  store_fixture_close (first);

  first = store_fixture_open (self->article);
  g_assert_cmpuint (store_fixture_count (first), ==, 1);
  g_assert_cmpuint (
      readout_undo_stack_get_n_groups (store_fixture_stack (first)), ==, 1);
  store_fixture_close (first);
}

static void
opened_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  *(ReadoutStore **)user_data = readout_store_open_finish (result, &error);
  g_assert_no_error (error);
}

/* A store that takes the place of another has its steps and keeps the journal,
 * whatever the other one still does. */
static void
test_hand_over (StoreFixture *self, gconstpointer user_data)
{
  ReadoutStore *first = store_fixture_open (self->article);
  ReadoutStore *second = NULL;

  store_fixture_edit (first, 0);
  store_fixture_save (first);
  store_fixture_edit (first, 12);
  readout_store_open_async (self->annotation, first, NULL, opened_cb, &second);
  while (second == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (store_fixture_count (second), ==, 2);
  g_assert_cmpuint (
      readout_undo_stack_get_position (store_fixture_stack (second)), ==, 2);

  store_fixture_edit (first, 20);
  store_fixture_edit (second, 24);
  store_fixture_close (first);
  store_fixture_close (second);

  first = store_fixture_open (self->article);
  g_assert_cmpuint (
      readout_undo_stack_get_position (store_fixture_stack (first)), ==, 3);
  store_fixture_close (first);
}

static void
failed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (readout_store_open_finish (result, &error));
  g_assert_nonnull (error);
  *(gboolean *)user_data = TRUE;
}

/* If nothing takes its place, it keeps the journal. */
static void
test_not_handed_over (StoreFixture *self, gconstpointer user_data)
{
  ReadoutStore *store = store_fixture_open (self->article);
  gboolean      failed = FALSE;

  readout_store_open_async (self->annotation, store, NULL, failed_cb, &failed);
  while (!failed)
    g_main_context_iteration (NULL, TRUE);
  store_fixture_edit (store, 0);
  store_fixture_close (store);

  store = store_fixture_open (self->article);
  g_assert_cmpuint (store_fixture_count (store), ==, 1);
  store_fixture_close (store);
}

static void
saved_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (
      readout_store_save_finish (READOUT_STORE (object), result, &error));
  *(ReadoutStore **)user_data = store_fixture_open (
      readout_store_get_annotation_file (READOUT_STORE (object)));
}

/* A closed store has no claim to the journal after its last save, although
 * somebody still has it. */
static void
test_closed (StoreFixture *self, gconstpointer user_data)
{
  ReadoutStore *first = store_fixture_open (self->article);
  ReadoutStore *second = NULL;

  store_fixture_edit (first, 0);
  readout_store_save_async (first, FALSE, NULL, saved_cb, &second);
  readout_store_close (first);
  while (second == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (
      readout_undo_stack_get_position (store_fixture_stack (second)), ==, 1);
  store_fixture_edit (second, 12);
  store_fixture_close (second);
  store_fixture_close (first);

  first = store_fixture_open (self->article);
  g_assert_cmpuint (store_fixture_count (first), ==, 2);
  store_fixture_close (first);
}

/* What nobody has reviewed or saved is not recovered: it is suggested anew. */
static void
test_suggestions (StoreFixture *self, gconstpointer user_data)
{
  g_autoptr (ReadoutMention) mention = readout_mention_new (
      "m1", READOUT_SPAN (0, 7), READOUT_MENTION_LOCATION, READOUT_FORM_NAME);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GPtrArray) changes = readout_changes_new ();
      ReadoutStore *store = store_fixture_open (self->article);

      g_assert_false (readout_store_had_annotations (store));
      g_assert_null (readout_store_get_import_message (store));
      g_assert_cmpuint (store_fixture_count (store), ==, 0);
      g_assert_false (
          readout_undo_stack_can_undo (store_fixture_stack (store)));
      readout_changes_add (changes, NULL, mention);
      g_assert_true (readout_undo_stack_push (
          store_fixture_stack (store), "Detect", NULL, changes, NULL));
      store_fixture_close (store);
    }
}

/* A journal that is written anew, in a thread, is another file. */
static void
wait_until_replaced (const char *path, const struct stat *before)
{
  gint64      deadline = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;
  struct stat info;

  do
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      g_usleep (1000);
      g_assert_cmpint (stat (path, &info), ==, 0);
    }
  while (info.st_ino == before->st_ino);
}

/* A document that is opened again while it is open gets its journal as soon as
 * the first one is gone. */
static void
count_cb (ReadoutStore *store, guint *n)
{
  (*n)++;
}

static void
test_reopened (StoreFixture *self, gconstpointer user_data)
{
  ReadoutStore    *first = store_fixture_open (self->article);
  ReadoutStore    *second;
  g_autofree char *uri = g_file_get_uri (self->annotation);
  g_autofree char *path = readout_journal_get_path (uri);
  struct stat      before;
  guint            n_changed = 0;

  store_fixture_edit (first, 0);
  store_fixture_save (first);
  second = store_fixture_open (self->article);
  store_fixture_close (first);

  g_assert_cmpint (stat (path, &before), ==, 0);
  g_signal_connect (
      second, "journal-changed", G_CALLBACK (count_cb), &n_changed);
  store_fixture_edit (second, 12);
  store_fixture_save (second);
  wait_until_replaced (path, &before);
  while (n_changed == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (readout_store_check_journal (second, NULL));
  store_fixture_edit (second, 20);
  store_fixture_close (second);

  second = store_fixture_open (self->article);
  g_assert_cmpuint (store_fixture_count (second), ==, 3);
  g_assert_cmpuint (
      readout_undo_stack_get_position (store_fixture_stack (second)), ==, 2);
  store_fixture_close (second);
}

/* Twelve hundred files in the folder of the journals, of which each second one
 * is old. */
static void
make_journals (const char *folder, const char *format)
{
  struct utimbuf long_ago = { 1000000000, 1000000000 };

  for (guint i = 0; i < 1200; i++)
    {
      g_autofree char *number = g_strdup_printf (
          "%s-%u%s.jsonl", i % 2 == 0 ? "old" : "recent", i, format);
      g_autofree char *path = g_build_filename (folder, number, NULL);

      g_assert_true (g_file_set_contents (path, "", 0, NULL));
      if (i % 2 == 0)
        g_assert_cmpint (g_utime (path, &long_ago), ==, 0);
    }
}

static void
count_journals (const char *folder,
                gboolean    is_aside,
                guint      *n,
                guint      *n_recent)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  *n = 0;
  *n_recent = 0;
  while ((name = g_dir_read_name (dir)) != NULL)
    if (readout_aside_is_name (name) == is_aside)
      {
        ++*n;
        *n_recent += g_str_has_prefix (name, "recent") ? 1 : 0;
      }
}

/* Journals that are many and old go when another one is opened; those that lie
 * aside do not count among the others. */
static void
test_old_journals (StoreFixture *self, gconstpointer user_data)
{
  g_autofree char *uri = g_file_get_uri (self->annotation);
  g_autofree char *path = readout_journal_get_path (uri);
  g_autofree char *folder = g_path_get_dirname (path);
  ReadoutStore    *store;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  make_journals (folder, "");
  make_journals (folder, ".aside-1");

  store = store_fixture_open (self->article);
  store_fixture_close (store);

  for (guint is_aside = 0; is_aside < 2; is_aside++)
    {
      guint n;
      guint n_recent;

      count_journals (folder, is_aside, &n, &n_recent);
      g_assert_cmpuint (n, ==, 1000);
      g_assert_cmpuint (n_recent, ==, 600);
    }
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
add_tests (void)
{
  STORE_FIXTURE_ADD ("/journal/undo-after-restart", test_undo_after_restart);
  STORE_FIXTURE_ADD ("/journal/recovery", test_recovery);
  STORE_FIXTURE_ADD ("/journal/values", test_values);
  STORE_FIXTURE_ADD ("/journal/merged", test_merged);
  STORE_FIXTURE_ADD ("/journal/old-metadata", test_old_metadata);
  STORE_FIXTURE_ADD ("/journal/other-reading", test_other_reading);
  STORE_FIXTURE_ADD ("/journal/unknown-value", test_unknown_value);
  STORE_FIXTURE_ADD ("/journal/older-file", test_older_file);
  STORE_FIXTURE_ADD ("/journal/long", test_long_journal);
  STORE_FIXTURE_ADD ("/journal/two-windows", test_two_windows);
  STORE_FIXTURE_ADD ("/journal/hand-over", test_hand_over);
  STORE_FIXTURE_ADD ("/journal/not-handed-over", test_not_handed_over);
  STORE_FIXTURE_ADD ("/journal/closed", test_closed);
  STORE_FIXTURE_ADD ("/journal/suggestions", test_suggestions);
  STORE_FIXTURE_ADD ("/journal/reopened", test_reopened);
  STORE_FIXTURE_ADD ("/journal/old", test_old_journals);
}

int
main (int argc, char *argv[])
{
  return store_fixture_main (argc, argv, add_tests);
}
