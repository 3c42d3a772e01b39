/* test-edits-detection.c: what detection, run again, does to what is there
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "edits/actors.h"
#include "edits/add.h"
#include "edits/detection.h"
#include "edits/edits.h"

#include <string.h>

#include "base/error.h"
#include "support/fixtures.h"

static const ReadoutStamp stamp = { "mk", "2026-03-03T09:00:00Z" };

typedef struct
{
  ReadoutDocument *document;
  ReadoutText     *text;
  GPtrArray       *found; /* What the detector finds, each time anew. */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->document = fixture_document_new ();
  fixture->text = readout_document_get_text (fixture->document);
  fixture->found = fixture_records_new (fixture->text);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_ptr_array_unref (fixture->found);
  g_assert_finalize_object (fixture->document);
}

/* Runs the detector: `n` changes; and again: none. */
static void
detect (Fixture *fixture, guint n)
{
  fixture_edit (
      fixture->document,
      n,
      readout_edits_merge_detection (fixture->document, fixture->found, error));
  fixture_edit (
      fixture->document,
      0,
      readout_edits_merge_detection (fixture->document, fixture->found, error));
}

static void
accept (Fixture *fixture, const char *id)
{
  const char *ids[] = { id, NULL };

  fixture_edit (fixture->document,
                1,
                readout_edits_accept (fixture->document, ids, &stamp, error));
}

static void
reject (Fixture *fixture, guint n, const char *id)
{
  const char *ids[] = { id, NULL };

  fixture_edit (fixture->document,
                n,
                readout_edits_reject (fixture->document, ids, &stamp, error));
}

/* The found record of that id, to be altered as another detector would. */
static gpointer
get_found (Fixture *fixture, const char *id)
{
  for (guint i = 0; i < fixture->found->len; i++)
    {
      ReadoutRecord *record = g_ptr_array_index (fixture->found, i);

      if (g_str_equal (record->id, id))
        return record;
    }

  g_assert_not_reached ();
}

static void
forget (Fixture *fixture, const char *id)
{
  g_ptr_array_remove (fixture->found, get_found (fixture, id));
}

static gboolean
has (Fixture *fixture, const char *id)
{
  return readout_annotations_lookup (
             readout_document_get_annotations (fixture->document), id)
         != NULL;
}

static guint
count (Fixture *fixture, ReadoutKind kind)
{
  return readout_annotations_get_n_records (
      readout_document_get_annotations (fixture->document), kind);
}

/* Into an empty document: all of it, with the same ids. */
static void
test_first (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ReadoutDocument) empty = readout_document_new (fixture->text);
  g_autofree char *wanted = NULL;
  g_autofree char *snapshot = NULL;

  readout_document_set_meta (empty, READOUT_META_ID, "varga-okoro");
  fixture_edit (empty,
                fixture->found->len,
                readout_edits_merge_detection (empty, fixture->found, error));
  fixture_edit (
      empty, 0, readout_edits_merge_detection (empty, fixture->found, error));
  wanted = fixture_snapshot (fixture->document);
  snapshot = fixture_snapshot (empty);
  g_assert_true (g_str_equal (wanted, snapshot));
}

/* a1 becomes a2. */
static const char *
count_up (const char *id, gpointer user_data)
{
  GString *next = user_data;

  g_string_assign (next, id);
  if (*id == 'a')
    next->str[1]++;

  return next->str;
}

/* The detector's ids are its own: they mean nothing in the document. */
static void
test_other_ids (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) next = g_string_new (NULL);

  for (guint i = 0; i < fixture->found->len; i++)
    {
      ReadoutRecord *record = g_ptr_array_index (fixture->found, i);

      /* Actors a1 to a4 go by a2, a3, a4, a5 there, which are others here. */
      if (record->kind == READOUT_KIND_ACTOR)
        readout_record_set_string (&record->id, count_up (record->id, next));
      readout_record_map_references (record, count_up, next);
    }

  detect (fixture, 0);
}

static void
test_all_reviewed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) records = fixture_copy_records (fixture->document);

  for (guint i = 0; i < records->len; i++)
    accept (fixture, ((ReadoutRecord *)g_ptr_array_index (records, i))->id);
  detect (fixture, 0);

  /* Nothing is found any more: all of it stays. */
  g_ptr_array_set_size (fixture->found, 0);
  detect (fixture, 0);
  g_assert_cmpuint (count (fixture, READOUT_KIND_MENTION), ==, 8);
}

static void
test_all_rejected (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) records = fixture_copy_records (fixture->document);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (ids,
                     ((ReadoutRecord *)g_ptr_array_index (records, i))->id);
  g_ptr_array_add (ids, NULL);
  fixture_edit (
      fixture->document,
      records->len,
      readout_edits_reject (
          fixture->document, (const char *const *)ids->pdata, &stamp, error));
  detect (fixture, 0);
}

/* What nobody reviewed goes when it is not found again, and what is new
 * comes. */
static void
test_nothing_reviewed (Fixture *fixture, gconstpointer data)
{
  forget (fixture, "m4");
  forget (fixture, "s4");
  g_ptr_array_add (
      fixture->found,
      readout_mention_new ("m99",
                           fixture_find (fixture->text, "Marenian", 0),
                           READOUT_MENTION_NATIONALITY,
                           READOUT_FORM_NAME));
  detect (fixture, 3);
  g_assert_false (has (fixture, "m4"));
  g_assert_false (has (fixture, "s4"));
  g_assert_true (has (fixture, "m9"));

  g_ptr_array_set_size (fixture->found, 0);
  detect (fixture, 8 + 4 + 3 + 2);
  g_assert_cmpuint (count (fixture, READOUT_KIND_MENTION), ==, 0);
}

/* A better detector changes what nobody reviewed, in place. */
static void
test_renewed (Fixture *fixture, gconstpointer data)
{
  ReadoutActor *actor = get_found (fixture, "a1");

  readout_record_set_string (&actor->country, "XA");
  ((ReadoutMention *)get_found (fixture, "m4"))->type
      = READOUT_MENTION_FACILITY;
  ((ReadoutStatement *)get_found (fixture, "s2"))->manner
      = READOUT_MANNER_MIXED;
  ((ReadoutMeeting *)get_found (fixture, "g1"))->status
      = READOUT_MEETING_PLANNED;
  accept (fixture, "m5");
  ((ReadoutMention *)get_found (fixture, "m5"))->type = READOUT_MENTION_EVENT;
  detect (fixture, 4);
  actor = fixture_get (fixture->document, "a1");
  g_assert_cmpstr (actor->country, ==, "XA");
  g_assert_cmpint (
      ((ReadoutMention *)fixture_get (fixture->document, "m5"))->type,
      ==,
      READOUT_MENTION_DATE);
}

/* Of what a confirmed statement names, all stays, though it is not found. */
static void
test_referenced (Fixture *fixture, gconstpointer data)
{
  accept (fixture, "s4");
  g_ptr_array_set_size (fixture->found, 0);
  detect (fixture, 8 + 2 + 2 + 2);

  /* The speaker a3, the parent s3, and that one's speaker a4. */
  g_assert_true (has (fixture, "a3") && has (fixture, "a4"));
  g_assert_true (has (fixture, "s3") && has (fixture, "s4"));
  g_assert_cmpuint (count (fixture, READOUT_KIND_ACTOR), ==, 2);
  g_assert_cmpuint (count (fixture, READOUT_KIND_STATEMENT), ==, 2);
}

static void
test_flag_and_note (Fixture *fixture, gconstpointer data)
{
  fixture_edit (
      fixture->document,
      1,
      readout_edits_set_flagged (fixture->document, "m4", TRUE, error));
  fixture_edit (
      fixture->document,
      1,
      readout_edits_set_note (fixture->document, "m5", "which?", error));
  detect (fixture, 0);
  g_ptr_array_set_size (fixture->found, 0);
  detect (fixture, 6 + 4 + 4 + 2);
  g_assert_true (has (fixture, "m4") && has (fixture, "m5"));
}

/* Corrected: the suggestion comes again, and is the same item. */
static void
test_corrected (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ReadoutActor) actor
      = readout_record_copy (fixture_get (fixture->document, "a3"));

  fixture_edit (
      fixture->document,
      1,
      readout_edits_set_span (fixture->document,
                              "m6",
                              READOUT_FIELD_CUE,
                              0,
                              fixture_find (fixture->text, "Varga told", 0),
                              &stamp,
                              error));
  fixture_edit (fixture->document,
                1,
                readout_edits_set_type (fixture->document,
                                        "m4",
                                        READOUT_MENTION_ORGANIZATION,
                                        &stamp,
                                        error));
  fixture_edit (
      fixture->document,
      1,
      readout_edits_set_span (fixture->document,
                              "s2",
                              READOUT_FIELD_CONTENT,
                              0,
                              fixture_find (fixture->text, "again", 0),
                              &stamp,
                              error));
  fixture_edit (
      fixture->document,
      1,
      readout_edits_set_span (fixture->document,
                              "g2",
                              READOUT_FIELD_TRIGGERS,
                              0,
                              fixture_find (fixture->text, "described", 0),
                              &stamp,
                              error));
  readout_record_set_string (&actor->name, "Office of Tamar Okoro");
  fixture_edit (
      fixture->document,
      1,
      readout_edits_replace (fixture->document, actor, &stamp, error));

  detect (fixture, 0);
}

/* Made by hand beside a suggestion: that one is a repetition now. */
static void
test_added (Fixture *fixture, gconstpointer data)
{
  fixture_edit (
      fixture->document,
      1,
      readout_edits_add_statement (
          fixture->document,
          fixture_find (fixture->text, "sides had agreed to meet again", 0),
          &stamp,
          error));
  fixture_edit (
      fixture->document,
      1,
      readout_edits_add_mention (fixture->document,
                                 fixture_find (fixture->text, "Monday", 0),
                                 READOUT_MENTION_EVENT,
                                 &stamp,
                                 error));
  fixture_edit (fixture->document,
                1,
                readout_edits_add_meeting (
                    fixture->document,
                    fixture_find (fixture->text, "the phone call", 0),
                    &stamp,
                    error));
  detect (fixture, 3);
  g_assert_false (has (fixture, "s2"));
  g_assert_true (has (fixture, "s5"));
  g_assert_false (has (fixture, "m5"));
  g_assert_false (has (fixture, "g2"));
}

/* Nested statements overlap by more than half: deciding upon one leaves the
 * other alone. */
static void
test_nested (Fixture *fixture, gconstpointer data)
{
  ReadoutStatement *inner = get_found (fixture, "s4");

  readout_span_list_set (
      &inner->content,
      fixture_find (fixture->text, "described the phone call as candid", 0));
  detect (fixture, 1);
  accept (fixture, "s3");
  detect (fixture, 0);
  reject (fixture, 2, "s3");
  detect (fixture, 0);
  g_assert_true (has (fixture, "s4"));
  g_assert_null (
      ((ReadoutStatement *)fixture_get (fixture->document, "s4"))->parent);
  reject (fixture, 1, "s4");
  detect (fixture, 0);
}

/* A rejected actor stays out of everything that is found again. */
static void
test_rejected_actor (Fixture *fixture, gconstpointer data)
{
  reject (fixture, 6, "a2");
  detect (fixture, 0);
  g_assert_null (
      ((ReadoutMention *)fixture_get (fixture->document, "m3"))->actor);

  /* Also under the name that was suggested first. */
  g_ptr_array_add (
      fixture->found,
      readout_mention_new ("m30",
                           fixture_find (fixture->text, "Okoro", 2),
                           READOUT_MENTION_PERSON,
                           READOUT_FORM_NAME));
  readout_shared_string_set (
      &((ReadoutMention *)get_found (fixture, "m30"))->actor, "a2");
  detect (fixture, 1);
  g_assert_null (
      ((ReadoutMention *)fixture_get (fixture->document, "m9"))->actor);
}

/* A merger is not undone: what named the merged actor names the kept one. */
static void
test_merged (Fixture *fixture, gconstpointer data)
{
  fixture_edit (fixture->document,
                7,
                readout_edits_merge_actors (
                    fixture->document, "a1", "a2", &stamp, error));
  detect (fixture, 0);
  g_assert_cmpstr (
      ((ReadoutMention *)fixture_get (fixture->document, "m3"))->actor,
      ==,
      "a1");

  /* A new mention of the merged one goes to the kept one, too. */
  g_ptr_array_add (
      fixture->found,
      readout_mention_new ("m30",
                           fixture_find (fixture->text, "Okoro", 2),
                           READOUT_MENTION_PERSON,
                           READOUT_FORM_NAME));
  readout_shared_string_set (
      &((ReadoutMention *)get_found (fixture, "m30"))->actor, "a2");
  detect (fixture, 1);
  g_assert_cmpstr (
      ((ReadoutMention *)fixture_get (fixture->document, "m9"))->actor,
      ==,
      "a1");
}

/* The detector knows an actor by another name now: its mentions tell. */
static void
test_renamed_by_detector (Fixture *fixture, gconstpointer data)
{
  accept (fixture, "s1");
  readout_record_set_string (&((ReadoutActor *)get_found (fixture, "a1"))->name,
                             "Dr Ilse Varga");
  detect (fixture, 1);
  g_assert_cmpstr (
      ((ReadoutActor *)fixture_get (fixture->document, "a1"))->name,
      ==,
      "Dr Ilse Varga");
  g_assert_cmpuint (count (fixture, READOUT_KIND_ACTOR), ==, 4);
}

/* What is kept may turn a nesting round. */
static void
test_circle (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ReadoutStatement) outer = NULL;

  fixture_edit (
      fixture->document,
      1,
      readout_edits_set_flagged (fixture->document, "s3", TRUE, error));
  outer = readout_record_copy (fixture_get (fixture->document, "s4"));
  readout_shared_string_set (&outer->parent, NULL);
  fixture_edit (
      fixture->document,
      1,
      readout_edits_replace (fixture->document, outer, &stamp, error));
  g_clear_pointer (&outer, readout_record_unref);
  outer = readout_record_copy (fixture_get (fixture->document, "s3"));
  readout_shared_string_set (&outer->parent, "s4");
  fixture_edit (
      fixture->document,
      1,
      readout_edits_replace (fixture->document, outer, &stamp, error));
  detect (fixture, 0);

  /* s4 is a mere suggestion again, which the detector nests in s3. */
  readout_undo_stack_undo (readout_document_get_undo_stack (fixture->document));
  readout_undo_stack_undo (readout_document_get_undo_stack (fixture->document));
  {
    g_autoptr (ReadoutStatement) loose
        = readout_record_copy (fixture_get (fixture->document, "s4"));
    g_autoptr (ReadoutStatement) kept
        = readout_record_copy (fixture_get (fixture->document, "s3"));
    g_autoptr (GPtrArray) changes = readout_changes_new ();

    readout_shared_string_set (&loose->parent, NULL);
    readout_shared_string_set (&kept->parent, "s4");
    readout_changes_add (changes, fixture_get (fixture->document, "s4"), loose);
    readout_changes_add (changes, fixture_get (fixture->document, "s3"), kept);
    fixture_apply (fixture->document, "turn round", changes);
  }
  detect (fixture, 0);
  g_assert_null (
      ((ReadoutStatement *)fixture_get (fixture->document, "s4"))->parent);
}

/* References to nothing are left out; spans outside and ids used twice are
 * refused. */
static void
test_invalid (Fixture *fixture, gconstpointer data)
{
  readout_shared_string_set (
      &((ReadoutMention *)get_found (fixture, "m4"))->actor, "a77");
  readout_record_set_strv (
      &((ReadoutStatement *)get_found (fixture, "s2"))->addressees,
      (const char *const[]){ "s1x", NULL });
  detect (fixture, 0);

  g_ptr_array_add (
      fixture->found,
      readout_mention_new ("m1",
                           fixture_find (fixture->text, "Marenian", 0),
                           READOUT_MENTION_NATIONALITY,
                           READOUT_FORM_NAME));
  fixture_refuse (
      READOUT_ERROR_REFERENCE,
      readout_edits_merge_detection (fixture->document, fixture->found, error));
  ((ReadoutMention *)g_ptr_array_index (fixture->found, 0))->span.end = 90000;
  fixture_refuse (
      READOUT_ERROR_SPAN,
      readout_edits_merge_detection (fixture->document, fixture->found, error));
}

/* An article of 200,000 words. */
static void
test_large (void)
{
  g_autoptr (GString) string = g_string_new (NULL);
  g_autoptr (ReadoutText) text = NULL;
  g_autoptr (ReadoutDocument) document = NULL;
  g_autoptr (GPtrArray) found
      = g_ptr_array_new_with_free_func (readout_record_unref);
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GPtrArray) second = NULL;
  g_autoptr (GError) error = NULL;
  const guint n_sentences = 10000;
  gint64      start;

  for (guint i = 0; i < n_sentences; i++)
    g_string_append_printf (string,
                            "Actor %05u met the other %05u, and it was said "
                            "that all was well on the whole, as ever before. ",
                            i,
                            i);
  text = readout_text_new (string->str, string->len);
  document = readout_document_new (text);

  for (guint i = 0; i < n_sentences; i++)
    {
      guint             at = i * (string->len / n_sentences);
      g_autofree char  *m1 = g_strdup_printf ("m%u", 2 * i + 1);
      g_autofree char  *m2 = g_strdup_printf ("m%u", 2 * i + 2);
      g_autofree char  *a = g_strdup_printf ("a%u", i / 5 + 1);
      g_autofree char  *s = g_strdup_printf ("s%u", i + 1);
      g_autofree char  *name = g_strdup_printf ("Actor %05u", i);
      ReadoutMention   *mention;
      ReadoutStatement *statement;

      if (i % 5 == 0)
        g_ptr_array_add (found,
                         readout_actor_new (a, READOUT_ACTOR_PERSON, name));
      mention = readout_mention_new (m1,
                                     READOUT_SPAN (at, at + 11),
                                     READOUT_MENTION_PERSON,
                                     READOUT_FORM_NAME);
      readout_shared_string_set (&mention->actor, a);
      g_ptr_array_add (found, mention);
      g_ptr_array_add (found,
                       readout_mention_new (m2,
                                            READOUT_SPAN (at + 16, at + 31),
                                            READOUT_MENTION_PERSON,
                                            READOUT_FORM_NOMINAL));
      statement = readout_statement_new (s, READOUT_MANNER_INDIRECT);
      readout_span_list_add (&statement->content,
                             READOUT_SPAN (at + 50, at + 90));
      readout_span_list_add (&statement->cue, READOUT_SPAN (at + 44, at + 48));
      readout_record_set_strv (&statement->speakers,
                               (const char *const[]){ a, NULL });
      g_ptr_array_add (found, statement);
    }

  start = g_get_monotonic_time ();
  first = readout_edits_merge_detection (document, found, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (first->len, ==, found->len);
  fixture_apply (document, "Detect", first);
  second = readout_edits_merge_detection (document, found, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (second->len, ==, 0);
  g_test_message ("%u records merged twice: %.0f ms",
                  found->len,
                  (g_get_monotonic_time () - start) / 1000.0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func)                                                        \
  g_test_add ("/edits/detection/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("first", test_first);
  ADD ("other-ids", test_other_ids);
  ADD ("all-reviewed", test_all_reviewed);
  ADD ("all-rejected", test_all_rejected);
  ADD ("nothing-reviewed", test_nothing_reviewed);
  ADD ("renewed", test_renewed);
  ADD ("referenced", test_referenced);
  ADD ("flag-and-note", test_flag_and_note);
  ADD ("corrected", test_corrected);
  ADD ("added", test_added);
  ADD ("nested", test_nested);
  ADD ("rejected-actor", test_rejected_actor);
  ADD ("merged", test_merged);
  ADD ("renamed-by-detector", test_renamed_by_detector);
  ADD ("circle", test_circle);
  ADD ("invalid", test_invalid);
#undef ADD
  g_test_add_func ("/edits/detection/large", test_large);
  return g_test_run ();
}
