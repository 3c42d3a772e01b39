/* test-journal-aside.c: steps that do not fit the file as it is now
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "project/journal-aside.h"

#include <string.h>

#include "edits/edits.h"
#include "formats/json.h"
#include "project/journal.h"
#include "support/store-fixture.h"

/* Two mentions that are saved, and two that a kill leaves in the journal. */
static void
work_and_die (StoreFixture *self)
{
  ReadoutStore *store = store_fixture_open (self->article);

  store_fixture_edit (store, 0);
  store_fixture_save (store);
  store_fixture_edit (store, 12);
  store_fixture_edit (store, 20);
  store_fixture_close (store);
}

static ReadoutDocument *
read_file (StoreFixture *self)
{
  g_autofree char *json = store_fixture_read (self->annotation);
  g_autoptr (GError) error = NULL;
  ReadoutDocument *document = readout_json_read (json, strlen (json), &error);

  g_assert_no_error (error);

  return document;
}

static void
write_file (StoreFixture *self, ReadoutDocument *document, gboolean pretty)
{
  g_autoptr (GBytes) bytes = pretty ? readout_json_write (document)
                                    : readout_json_write_line (document);
  g_autoptr (GError) error = NULL;

  g_file_replace_contents (self->annotation,
                           g_bytes_get_data (bytes, NULL),
                           g_bytes_get_size (bytes),
                           NULL,
                           FALSE,
                           G_FILE_CREATE_NONE,
                           NULL,
                           NULL,
                           &error);
  g_assert_no_error (error);
}

/* Another program changes the type of one mention, or adds one. */
static void
change_file (StoreFixture *self, const char *id, guint start)
{
  g_autoptr (ReadoutDocument) document = read_file (self);
  ReadoutAnnotations *annotations = readout_document_get_annotations (document);
  ReadoutMention     *old = readout_annotations_get_mention (annotations, id);
  g_autoptr (GPtrArray) changes = readout_changes_new ();
  g_autoptr (ReadoutMention) mention
      = old != NULL ? readout_record_copy (old)
                    : readout_mention_new (id,
                                           READOUT_SPAN (start, start + 7),
                                           READOUT_MENTION_PERSON,
                                           READOUT_FORM_NAME);
  g_autoptr (GError) error = NULL;

  mention->type = READOUT_MENTION_EVENT;
  mention->record.review.state = READOUT_STATE_ADDED;
  readout_changes_add (changes, old, mention);
  readout_annotations_apply (annotations, changes, &error);
  g_assert_no_error (error);
  write_file (self, document, TRUE);
}

static guint
count_aside (StoreFixture *self)
{
  g_autofree char *uri = g_file_get_uri (self->annotation);
  g_autofree char *path = readout_journal_get_path (uri);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint       n = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    n += readout_aside_is_name (name) ? 1 : 0;

  return n;
}

/* Files are removed when the main loop comes to it. */
static void
wait_for_aside (StoreFixture *self, guint n)
{
  gint64 deadline = g_get_monotonic_time () + 5 * G_TIME_SPAN_SECOND;

  while (count_aside (self) != n && g_get_monotonic_time () < deadline)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (count_aside (self), ==, n);
}

static guint
apply (ReadoutStore *store)
{
  guint n_left;
  g_autoptr (GError) error = NULL;

  readout_aside_apply (readout_store_get_aside (store),
                       readout_store_get_document (store),
                       "Steps",
                       &n_left,
                       &error);
  g_assert_no_error (error);

  return n_left;
}

/* The other program wrote about something else: all of ours can be had. */
static void
test_fits (StoreFixture *self, gconstpointer user_data)
{
  ReadoutStore *store;

  work_and_die (self);
  change_file (self, "m1", 0);
  store = store_fixture_open (self->article);
  g_assert_cmpuint (store_fixture_count (store), ==, 1);
  g_assert_cmpuint (readout_store_get_n_recovered (store), ==, 0);
  g_assert_nonnull (readout_store_get_aside (store));
  g_assert_cmpuint (
      readout_aside_get_n_steps (readout_store_get_aside (store)), ==, 2);
  g_assert_cmpuint (count_aside (self), ==, 1);

  g_assert_cmpuint (apply (store), ==, 0);
  g_assert_cmpuint (store_fixture_count (store), ==, 3);
  g_assert_cmpint (
      readout_annotations_get_mention (store_fixture_annotations (store), "m1")
          ->type,
      ==,
      READOUT_MENTION_EVENT);
  wait_for_aside (self, 0);

  /* One step, that can be taken back. */
  g_assert_true (readout_undo_stack_undo (store_fixture_stack (store)));
  g_assert_cmpuint (store_fixture_count (store), ==, 1);
  g_assert_true (readout_undo_stack_redo (store_fixture_stack (store)));
  store_fixture_close (store);

  /* What was applied is safe in the journal. */
  store = store_fixture_open (self->article);
  g_assert_cmpuint (store_fixture_count (store), ==, 3);
  g_assert_null (readout_store_get_aside (store));
  store_fixture_close (store);
}

/* The other program gave the same new id to something else. */
static void
test_same_id (StoreFixture *self, gconstpointer user_data)
{
  ReadoutStore *store;

  work_and_die (self);
  change_file (self, "m2", 30);
  store = store_fixture_open (self->article);
  g_assert_cmpuint (store_fixture_count (store), ==, 2);
  g_assert_cmpuint (apply (store), ==, 0);
  g_assert_cmpuint (store_fixture_count (store), ==, 4);
  store_fixture_close (store);
}

/* Steps whose result is in the file are no matter any more. */
static void
test_in_file_already (StoreFixture *self, gconstpointer user_data)
{
  ReadoutStore *store = store_fixture_open (self->article);

  store_fixture_edit (store, 0);
  store_fixture_save (store);
  store_fixture_edit (store, 12);
  write_file (self, readout_store_get_document (store), FALSE);
  store_fixture_close (store);

  store = store_fixture_open (self->article);
  g_assert_cmpuint (store_fixture_count (store), ==, 2);
  g_assert_null (readout_store_get_aside (store));
  g_assert_cmpuint (count_aside (self), ==, 0);
  store_fixture_close (store);
}

static void
undo_and_die (StoreFixture *self)
{
  ReadoutStore *store = store_fixture_open (self->article);

  store_fixture_edit (store, 0);
  store_fixture_save (store);
  g_assert_true (readout_undo_stack_undo (store_fixture_stack (store)));
  store_fixture_edit (store, 12);
  store_fixture_close (store);
}

/* What both have changed stays apart, and is offered until it is decided. */
static void
test_does_not_fit (StoreFixture *self, gconstpointer user_data)
{
  ReadoutStore *store;

  undo_and_die (self);
  change_file (self, "m1", 0);

  store = store_fixture_open (self->article);
  g_assert_nonnull (readout_store_get_aside (store));
  g_assert_cmpuint (
      readout_aside_get_n_steps (readout_store_get_aside (store)), ==, 2);
  g_assert_cmpuint (apply (store), ==, 1);
  g_assert_cmpuint (store_fixture_count (store), ==, 2);
  store_fixture_save (store);
  store_fixture_close (store);

  store = store_fixture_open (self->article);
  g_assert_nonnull (readout_store_get_aside (store));
  g_assert_cmpuint (
      readout_aside_get_n_steps (readout_store_get_aside (store)), ==, 1);
  readout_aside_discard (readout_store_get_aside (store));
  wait_for_aside (self, 0);
  store_fixture_close (store);
}

/* What was saved is offered as well where an older copy is put back, or the
 * file is removed. */
static void
test_older_copy (StoreFixture *self, gconstpointer user_data)
{
  ReadoutStore *store = store_fixture_open (self->article);
  g_autoptr (ReadoutDocument) older = NULL;

  store_fixture_edit (store, 0);
  store_fixture_save (store);
  older = read_file (self);
  store_fixture_edit (store, 12);
  store_fixture_save (store);
  store_fixture_close (store);

  write_file (self, older, TRUE);
  store = store_fixture_open (self->article);
  g_assert_cmpuint (store_fixture_count (store), ==, 1);
  g_assert_nonnull (readout_store_get_aside (store));
  g_assert_cmpuint (
      readout_aside_get_n_steps (readout_store_get_aside (store)), ==, 1);
  g_assert_cmpuint (apply (store), ==, 0);
  g_assert_cmpuint (store_fixture_count (store), ==, 2);
  store_fixture_save (store);
  store_fixture_close (store);

  /* The journal of now knows but the step that was applied. */
  g_assert_true (g_file_delete (self->annotation, NULL, NULL));
  store = store_fixture_open (self->article);
  g_assert_cmpuint (store_fixture_count (store), ==, 0);
  g_assert_cmpuint (apply (store), ==, 0);
  g_assert_cmpuint (store_fixture_count (store), ==, 1);
  store_fixture_close (store);
}

static void
set_note (ReadoutStore *store, const char *note)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = readout_edits_set_note (
      readout_store_get_document (store), "m1", note, &error);

  g_assert_no_error (error);
  readout_undo_stack_push (
      store_fixture_stack (store), "Note", NULL, changes, &error);
  g_assert_no_error (error);
}

/* An item that was made and changed since the journal began, of which the older
 * copy has one of the states that it went through. */
static void
test_older_item (StoreFixture *self, gconstpointer user_data)
{
  ReadoutStore *store = store_fixture_open (self->article);
  g_autoptr (ReadoutDocument) older = NULL;

  store_fixture_edit (store, 0);
  set_note (store, "one");
  store_fixture_save (store);
  older = read_file (self);
  set_note (store, "two");
  store_fixture_save (store);
  set_note (store, "three");
  store_fixture_close (store);

  write_file (self, older, TRUE);
  store = store_fixture_open (self->article);
  g_assert_nonnull (readout_store_get_aside (store));
  g_assert_cmpuint (apply (store), ==, 0);
  g_assert_cmpstr (
      readout_annotations_get_mention (store_fixture_annotations (store), "m1")
          ->record.note,
      ==,
      "three");
  store_fixture_close (store);
}

/* Who goes on from what we saved has it, and nothing is offered. */
static void
test_went_on (StoreFixture *self, gconstpointer user_data)
{
  ReadoutStore *store = store_fixture_open (self->article);

  store_fixture_edit (store, 0);
  store_fixture_save (store);
  store_fixture_close (store);
  change_file (self, "m1", 0);

  store = store_fixture_open (self->article);
  g_assert_null (readout_store_get_aside (store));
  g_assert_cmpuint (count_aside (self), ==, 0);
  store_fixture_close (store);
}

/* Another program marks more words with the mention that we had made. */
static void
widen_in_file (StoreFixture *self)
{
  g_autoptr (ReadoutDocument) document = read_file (self);
  ReadoutAnnotations *annotations = readout_document_get_annotations (document);
  ReadoutMention     *old = readout_annotations_get_mention (annotations, "m1");
  g_autoptr (GPtrArray) changes = readout_changes_new ();
  g_autoptr (ReadoutMention) wider = readout_record_copy (old);
  g_autoptr (GError) error = NULL;

  wider->span.end += 2;
  readout_changes_add (changes, old, wider);
  readout_annotations_apply (annotations, changes, &error);
  g_assert_no_error (error);
  write_file (self, document, TRUE);
}

/* What we had made new stays one item where its words are others by now. */
static void
test_other_words (StoreFixture *self, gconstpointer user_data)
{
  ReadoutStore *store;

  work_and_die (self);
  widen_in_file (self);
  store = store_fixture_open (self->article);
  g_assert_nonnull (readout_store_get_aside (store));
  g_assert_cmpuint (
      readout_aside_get_n_steps (readout_store_get_aside (store)), ==, 2);
  g_assert_cmpuint (apply (store), ==, 0);
  g_assert_cmpuint (store_fixture_count (store), ==, 3);
  store_fixture_close (store);
}

/* The file is about another text: nothing of ours can be had until it has ours
 * again, which is told. */
static void
test_other_text (StoreFixture *self, gconstpointer user_data)
{
  g_autoptr (ReadoutDocument) before = NULL;
  g_autoptr (ReadoutText) text = readout_text_new ("Another text.", -1);
  g_autoptr (ReadoutDocument) other = readout_document_new (text);
  ReadoutStore *store;

  work_and_die (self);
  before = read_file (self);
  write_file (self, other, TRUE);
  store = store_fixture_open (self->article);
  g_assert_cmpuint (store_fixture_count (store), ==, 0);
  g_assert_nonnull (readout_store_get_aside (store));
  g_assert_cmpuint (
      readout_aside_get_n_steps (readout_store_get_aside (store)), ==, 2);
  g_assert_cmpuint (
      readout_aside_get_n_other (readout_store_get_aside (store)), ==, 2);
  g_assert_cmpuint (apply (store), ==, 2);
  g_assert_cmpuint (store_fixture_count (store), ==, 0);
  store_fixture_save (store);
  store_fixture_close (store);

  write_file (self, before, TRUE);
  store = store_fixture_open (self->article);
  g_assert_cmpuint (
      readout_aside_get_n_other (readout_store_get_aside (store)), ==, 0);
  g_assert_cmpuint (apply (store), ==, 0);
  g_assert_cmpuint (store_fixture_count (store), ==, 3);
  store_fixture_close (store);
}

/* All of it was in the file once, or nobody but a program did it. */
static void
test_other_text_saved (StoreFixture *self, gconstpointer user_data)
{
  g_autoptr (ReadoutText) text = readout_text_new ("Another text.", -1);
  g_autoptr (ReadoutDocument) other = readout_document_new (text);
  g_autoptr (GPtrArray) changes = readout_changes_new ();
  g_autoptr (ReadoutMention) mention = readout_mention_new (
      "m9", READOUT_SPAN (0, 7), READOUT_MENTION_MISC, READOUT_FORM_NAME);
  g_autoptr (GError) error = NULL;
  ReadoutStore *store = store_fixture_open (self->article);

  store_fixture_edit (store, 0);
  store_fixture_save (store);
  readout_changes_add (changes, NULL, mention);
  readout_undo_stack_push (
      store_fixture_stack (store), "Detect", NULL, changes, &error);
  g_assert_no_error (error);
  store_fixture_close (store);

  write_file (self, other, TRUE);
  store = store_fixture_open (self->article);
  g_assert_null (readout_store_get_aside (store));
  store_fixture_close (store);
}

/* A second accident does not cost the first one's steps. */
static void
test_twice (StoreFixture *self, gconstpointer user_data)
{
  ReadoutStore *store;

  work_and_die (self);
  change_file (self, "m1", 0);
  store = store_fixture_open (self->article);
  store_fixture_edit (store, 30);
  store_fixture_close (store);
  change_file (self, "m7", 24);

  store = store_fixture_open (self->article);
  g_assert_cmpuint (count_aside (self), ==, 2);
  g_assert_cmpuint (
      readout_aside_get_n_steps (readout_store_get_aside (store)), ==, 3);
  g_assert_cmpuint (apply (store), ==, 0);
  g_assert_cmpuint (store_fixture_count (store), ==, 5);
  wait_for_aside (self, 0);
  store_fixture_close (store);
}

static void
add_tests (void)
{
  STORE_FIXTURE_ADD ("/journal-aside/fits", test_fits);
  STORE_FIXTURE_ADD ("/journal-aside/same-id", test_same_id);
  STORE_FIXTURE_ADD ("/journal-aside/in-file-already", test_in_file_already);
  STORE_FIXTURE_ADD ("/journal-aside/does-not-fit", test_does_not_fit);
  STORE_FIXTURE_ADD ("/journal-aside/older-copy", test_older_copy);
  STORE_FIXTURE_ADD ("/journal-aside/older-item", test_older_item);
  STORE_FIXTURE_ADD ("/journal-aside/went-on", test_went_on);
  STORE_FIXTURE_ADD ("/journal-aside/other-words", test_other_words);
  STORE_FIXTURE_ADD ("/journal-aside/twice", test_twice);
  STORE_FIXTURE_ADD ("/journal-aside/other-text", test_other_text);
  STORE_FIXTURE_ADD ("/journal-aside/other-text-saved", test_other_text_saved);
}

int
main (int argc, char *argv[])
{
  return store_fixture_main (argc, argv, add_tests);
}
