/* test-edits.c: deciding upon records and editing them
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "base/error.h"
#include "edits/actors.h"
#include "edits/add.h"
#include "edits/edits.h"
#include "support/edits-fixture.h"

/* The states of one mention through all that can happen to it. */
static void
test_states (EditsFixture *fixture, gconstpointer data)
{
  edits_check_review (fixture, "m4", READOUT_STATE_SUGGESTED, FALSE);
  edits_accept (fixture, 1, "m4");
  edits_check_review (fixture, "m4", READOUT_STATE_CONFIRMED, FALSE);
  edits_accept (fixture, 0, "m4");

  /* Confirmed, edited, edited back. */
  edits_set_type (fixture, 1, "m4", READOUT_MENTION_FACILITY);
  edits_check_review (fixture, "m4", READOUT_STATE_CORRECTED, TRUE);
  g_assert_cmpint (
      ((ReadoutMention *)edits_get_review (fixture, "m4")->suggested)->type,
      ==,
      READOUT_MENTION_LOCATION);
  edits_set_type (fixture, 1, "m4", READOUT_MENTION_EVENT);
  edits_check_review (fixture, "m4", READOUT_STATE_CORRECTED, TRUE);
  g_assert_cmpint (
      ((ReadoutMention *)edits_get_review (fixture, "m4")->suggested)->type,
      ==,
      READOUT_MENTION_LOCATION);
  edits_accept (fixture, 0, "m4");
  edits_set_type (fixture, 1, "m4", READOUT_MENTION_LOCATION);
  edits_check_review (fixture, "m4", READOUT_STATE_CONFIRMED, FALSE);

  /* Rejected, twice, and taken back. */
  edits_reject (fixture, 1, "m4");
  edits_check_review (fixture, "m4", READOUT_STATE_REJECTED, FALSE);
  edits_reject (fixture, 0, "m4");
  edits_accept (fixture, 1, "m4");
  edits_check_review (fixture, "m4", READOUT_STATE_CONFIRMED, FALSE);

  /* Corrected, rejected, taken back: the suggestion is still known. */
  edits_set_type (fixture, 1, "m4", READOUT_MENTION_EVENT);
  edits_reject (fixture, 1, "m4");
  edits_check_review (fixture, "m4", READOUT_STATE_REJECTED, TRUE);
  edits_accept (fixture, 1, "m4");
  edits_check_review (fixture, "m4", READOUT_STATE_CORRECTED, TRUE);

  /* To edit what was rejected is to take it back. */
  edits_reject (fixture, 1, "m5");
  edits_set_type (fixture, 1, "m5", READOUT_MENTION_DURATION);
  edits_check_review (fixture, "m5", READOUT_STATE_CORRECTED, TRUE);

  /* To choose the type it has is to confirm it. */
  edits_set_type (fixture, 1, "m2", READOUT_MENTION_PERSON);
  edits_check_review (fixture, "m2", READOUT_STATE_CONFIRMED, FALSE);
  edits_set_type (fixture, 0, "m2", READOUT_MENTION_PERSON);

  /* A date refers to nobody. */
  edits_set_type (fixture, 1, "m3", READOUT_MENTION_DATE);
  g_assert_null (
      ((ReadoutMention *)fixture_get (fixture->document, "m3"))->actor);
  fixture_refuse (
      READOUT_ERROR_VALUE,
      readout_edits_set_type (
          fixture->document, "a1", READOUT_MENTION_DATE, &edits_stamp, error));
}

static void
test_added (EditsFixture *fixture, gconstpointer data)
{
  fixture_edit (
      fixture->document,
      1,
      readout_edits_add_mention (fixture->document,
                                 edits_find (fixture, " both sides ", 0),
                                 READOUT_MENTION_ORGANIZATION,
                                 &edits_stamp,
                                 error));
  edits_check_review (fixture, "m9", READOUT_STATE_ADDED, FALSE);
  g_assert_cmpint (edits_get_review (fixture, "m9")->confidence, ==, -1);
  g_assert_null (edits_get_review (fixture, "m9")->detector);

  /* Added stays added, whatever is done to it, until it is rejected:
   * then it is gone. */
  edits_set_type (fixture, 1, "m9", READOUT_MENTION_PERSON);
  edits_check_review (fixture, "m9", READOUT_STATE_ADDED, FALSE);
  edits_accept (fixture, 0, "m9");
  edits_reject (fixture, 1, "m9");
  g_assert_null (readout_annotations_lookup (
      readout_document_get_annotations (fixture->document), "m9"));

  /* What was suggested is not removed but rejected. */
  edits_reject (fixture, 1, "m2");
  edits_check_review (fixture, "m2", READOUT_STATE_REJECTED, FALSE);
}

static void
test_notes (EditsFixture *fixture, gconstpointer data)
{
  fixture_edit (
      fixture->document,
      1,
      readout_edits_set_note (fixture->document, "s1", " why? ", error));
  g_assert_cmpstr (
      ((ReadoutRecord *)fixture_get (fixture->document, "s1"))->note,
      ==,
      "why?");
  edits_check_review (fixture, "s1", READOUT_STATE_SUGGESTED, FALSE);
  fixture_edit (
      fixture->document,
      0,
      readout_edits_set_note (fixture->document, "s1", "why?", error));
  fixture_edit (fixture->document,
                1,
                readout_edits_set_note (fixture->document, "s1", "  ", error));
  g_assert_null (
      ((ReadoutRecord *)fixture_get (fixture->document, "s1"))->note);

  fixture_edit (
      fixture->document,
      1,
      readout_edits_set_flagged (fixture->document, "g1", TRUE, error));
  g_assert_true (edits_get_review (fixture, "g1")->flagged);
  edits_check_review (fixture, "g1", READOUT_STATE_SUGGESTED, FALSE);
  /* The flag outlives an edit, but is no part of what was suggested. */
  edits_link (fixture, 1, "g1", "a3");
  edits_check_review (fixture, "g1", READOUT_STATE_CORRECTED, TRUE);
  g_assert_true (edits_get_review (fixture, "g1")->flagged);
  g_assert_false (edits_get_review (fixture, "g1")->suggested->review.flagged);
}

static void
test_replace (EditsFixture *fixture, gconstpointer data)
{
  ReadoutActor *actor = fixture_get (fixture->document, "a1");
  g_autoptr (ReadoutActor) edited = readout_record_copy (actor);
  g_autoptr (ReadoutStatement) statement = NULL;

  readout_record_set_string (&edited->name, "  Ilse Varga ");
  readout_record_set_string (&edited->country, "xa");
  readout_record_set_string (&edited->affiliation, "   ");
  readout_record_set_string (&edited->record.note, "seen");
  edited->record.review.state = READOUT_STATE_REJECTED; /* Not its business. */
  fixture_edit (
      fixture->document,
      1,
      readout_edits_replace (fixture->document, edited, &edits_stamp, error));
  actor = fixture_get (fixture->document, "a1");
  g_assert_cmpstr (actor->name, ==, "Ilse Varga");
  g_assert_cmpstr (actor->country, ==, "XA");
  g_assert_null (actor->affiliation);
  g_assert_cmpstr (actor->record.note, ==, "seen");
  edits_check_review (fixture, "a1", READOUT_STATE_CORRECTED, TRUE);
  g_assert_null (actor->record.review.suggested->note);

  /* The same again is nothing; back again is a confirmation. */
  fixture_edit (
      fixture->document,
      0,
      readout_edits_replace (fixture->document, edited, &edits_stamp, error));
  readout_record_set_string (&edited->country, "");
  fixture_edit (
      fixture->document,
      1,
      readout_edits_replace (fixture->document, edited, &edits_stamp, error));
  edits_check_review (fixture, "a1", READOUT_STATE_CONFIRMED, FALSE);

  readout_record_set_string (&edited->name, " ");
  fixture_refuse (
      READOUT_ERROR_VALUE,
      readout_edits_replace (fixture->document, edited, &edits_stamp, error));

  /* A circle of parents, a missing actor, a span outside are refused. */
  statement = readout_record_copy (fixture_get (fixture->document, "s3"));
  readout_shared_string_set (&statement->parent, "s4");
  fixture_refuse (READOUT_ERROR_REFERENCE,
                  readout_edits_replace (
                      fixture->document, statement, &edits_stamp, error));
  readout_shared_string_set (&statement->parent, NULL);
  readout_record_set_strv (&statement->speakers,
                           (const char *const[]){ "a9", NULL });
  fixture_refuse (READOUT_ERROR_REFERENCE,
                  readout_edits_replace (
                      fixture->document, statement, &edits_stamp, error));
  readout_record_set_strv (&statement->speakers, NULL);
  readout_span_list_set (&statement->cue, READOUT_SPAN (5, 50000));
  fixture_refuse (READOUT_ERROR_SPAN,
                  readout_edits_replace (
                      fixture->document, statement, &edits_stamp, error));
  readout_record_set_string (&statement->record.id, "s99");
  fixture_refuse (READOUT_ERROR_REFERENCE,
                  readout_edits_replace (
                      fixture->document, statement, &edits_stamp, error));
}

/* A rejected actor is not there for others; they say so as is their state. */
static void
test_reject_actor (EditsFixture *fixture, gconstpointer data)
{
  ReadoutStatement *statement;
  ReadoutMeeting   *meeting;

  edits_accept (fixture, 1, "s1");
  edits_accept (fixture, 1, "m7");
  edits_reject (fixture, 1, "g2");
  /* a2 itself; m3, m7; s1; g1, g2. */
  edits_reject (fixture, 6, "a2");

  edits_check_review (fixture, "a2", READOUT_STATE_REJECTED, FALSE);
  edits_check_review (fixture, "m3", READOUT_STATE_SUGGESTED, FALSE);
  edits_check_review (fixture, "m7", READOUT_STATE_CORRECTED, TRUE);
  edits_check_review (fixture, "s1", READOUT_STATE_CORRECTED, TRUE);
  edits_check_review (fixture, "g1", READOUT_STATE_SUGGESTED, FALSE);
  edits_check_review (fixture, "g2", READOUT_STATE_REJECTED, FALSE);
  statement = fixture_get (fixture->document, "s1");
  g_assert_null (statement->addressees);
  g_assert_cmpstr (statement->speakers[0], ==, "a1");
  meeting = fixture_get (fixture->document, "g1");
  g_assert_cmpuint (g_strv_length (meeting->participants), ==, 1);

  /* Linking to it takes the rejection back. */
  edits_link (fixture, 2, "m7", "a2");
  edits_check_review (fixture, "a2", READOUT_STATE_CONFIRMED, FALSE);
  edits_check_review (fixture, "m7", READOUT_STATE_CONFIRMED, FALSE);
}

/* Several at once, one of which is named by another. */
static void
test_many (EditsFixture *fixture, gconstpointer data)
{
  const char *all[] = { "m1", "a1", "a2", "s1", "g1", NULL };
  const char *wrong[] = { "m1", "m77", NULL };

  fixture_edit (
      fixture->document,
      5,
      readout_edits_accept (fixture->document, all, &edits_stamp, error));
  for (guint i = 0; all[i] != NULL; i++)
    edits_check_review (fixture, all[i], READOUT_STATE_CONFIRMED, FALSE);

  fixture_refuse (
      READOUT_ERROR_REFERENCE,
      readout_edits_accept (fixture->document, wrong, &edits_stamp, error));
  fixture_refuse (
      READOUT_ERROR_REFERENCE,
      readout_edits_reject (fixture->document, wrong, &edits_stamp, error));

  /* Those five, and what else named a1 or a2: m2, m3, m6, m7, m8, s2, g2. */
  fixture_edit (
      fixture->document,
      12,
      readout_edits_reject (fixture->document, all, &edits_stamp, error));
  for (guint i = 0; all[i] != NULL; i++)
    g_assert_cmpint (
        edits_get_review (fixture, all[i])->state, ==, READOUT_STATE_REJECTED);
}

/* What is nested in a rejected statement moves up. */
static void
test_reject_parent (EditsFixture *fixture, gconstpointer data)
{
  ReadoutStatement *statement;

  fixture_edit (fixture->document,
                1,
                readout_edits_add_statement (
                    fixture->document,
                    edits_find (fixture, "Okoro’s office described the", 0),
                    &edits_stamp,
                    error));
  {
    g_autoptr (ReadoutStatement) edited
        = readout_record_copy (fixture_get (fixture->document, "s3"));

    readout_shared_string_set (&edited->parent, "s5");
    fixture_edit (
        fixture->document,
        1,
        readout_edits_replace (fixture->document, edited, &edits_stamp, error));
  }

  edits_reject (fixture, 2, "s3");
  statement = fixture_get (fixture->document, "s4");
  g_assert_cmpstr (statement->parent, ==, "s5");
  edits_check_review (fixture, "s4", READOUT_STATE_SUGGESTED, FALSE);

  /* s5 goes; s3 (rejected) and s4 are no longer nested. */
  edits_reject (fixture, 3, "s5");
  statement = fixture_get (fixture->document, "s4");
  g_assert_null (statement->parent);
}

static void
test_link (EditsFixture *fixture, gconstpointer data)
{
  ReadoutMeeting   *meeting;
  ReadoutStatement *statement;

  edits_link (fixture, 0, "m7", "a2");
  edits_link (fixture, 1, "m7", "a1");
  edits_check_review (fixture, "m7", READOUT_STATE_CORRECTED, TRUE);
  edits_link (fixture, 1, "m7", NULL);
  g_assert_null (
      ((ReadoutMention *)fixture_get (fixture->document, "m7"))->actor);

  edits_link (fixture, 1, "s1", "a2");
  statement = fixture_get (fixture->document, "s1");
  g_assert_cmpuint (g_strv_length (statement->speakers), ==, 1);
  g_assert_cmpstr (statement->speakers[0], ==, "a2");
  edits_link (fixture, 1, "s1", NULL);
  statement = fixture_get (fixture->document, "s1");
  g_assert_null (statement->speakers);

  edits_link (fixture, 1, "g1", "a3");
  meeting = fixture_get (fixture->document, "g1");
  g_assert_cmpuint (g_strv_length (meeting->participants), ==, 3);
  edits_check_review (fixture, "g1", READOUT_STATE_CORRECTED, TRUE);
  edits_link (fixture, 1, "g1", "a3");
  edits_check_review (fixture, "g1", READOUT_STATE_CONFIRMED, FALSE);
  edits_link (fixture, 1, "g1", NULL);
  meeting = fixture_get (fixture->document, "g1");
  g_assert_null (meeting->participants);

  fixture_refuse (
      READOUT_ERROR_REFERENCE,
      readout_edits_link (fixture->document, "a1", "a2", &edits_stamp, error));
  fixture_refuse (
      READOUT_ERROR_REFERENCE,
      readout_edits_link (fixture->document, "m7", "s1", &edits_stamp, error));
  fixture_refuse (
      READOUT_ERROR_REFERENCE,
      readout_edits_link (fixture->document, "m7", "a77", &edits_stamp, error));
}

static void
test_merge (EditsFixture *fixture, gconstpointer data)
{
  ReadoutActor     *actor;
  ReadoutStatement *statement;

  edits_accept (fixture, 1, "m8");
  edits_accept (fixture, 1, "s2");
  /* a2, a1; m1, m2, m6, m8; s1, s2; g1, g2. */
  fixture_edit (fixture->document,
                10,
                readout_edits_merge_actors (
                    fixture->document, "a2", "a1", &edits_stamp, error));
  actor = fixture_get (fixture->document, "a2");
  g_assert_cmpstr (actor->role, ==, "Foreign Minister");
  g_assert_cmpstr (actor->name, ==, "Tamar Okoro"); /* The longer one. */
  edits_check_review (fixture, "a2", READOUT_STATE_CORRECTED, TRUE);
  edits_check_review (fixture, "a1", READOUT_STATE_REJECTED, FALSE);
  edits_check_review (fixture, "m2", READOUT_STATE_SUGGESTED, FALSE);
  edits_check_review (fixture, "m8", READOUT_STATE_CORRECTED, TRUE);
  edits_check_review (fixture, "s2", READOUT_STATE_CORRECTED, TRUE);
  statement = fixture_get (fixture->document, "s1");
  g_assert_cmpstr (statement->speakers[0], ==, "a2");
  g_assert_cmpuint (
      g_strv_length (((ReadoutMeeting *)fixture_get (fixture->document, "g1"))
                         ->participants),
      ==,
      1);

  fixture_refuse (READOUT_ERROR_REFERENCE,
                  readout_edits_merge_actors (
                      fixture->document, "a2", "a2", &edits_stamp, error));
  fixture_refuse (READOUT_ERROR_REFERENCE,
                  readout_edits_merge_actors (
                      fixture->document, "a2", "m1", &edits_stamp, error));
}

/* An added actor that is merged goes altogether; nothing to fill in leaves
 * the other one confirmed. */
static void
test_merge_added (EditsFixture *fixture, gconstpointer data)
{
  fixture_edit (fixture->document,
                2,
                readout_edits_add_actor (fixture->document,
                                         edits_find (fixture, "Okoro", 1),
                                         &edits_stamp,
                                         error));
  g_assert_cmpstr (
      ((ReadoutActor *)fixture_get (fixture->document, "a5"))->name,
      ==,
      "Okoro");
  edits_check_review (fixture, "m7", READOUT_STATE_CORRECTED, TRUE);

  fixture_edit (fixture->document,
                3,
                readout_edits_merge_actors (
                    fixture->document, "a2", "a5", &edits_stamp, error));
  g_assert_null (readout_annotations_lookup (
      readout_document_get_annotations (fixture->document), "a5"));
  edits_check_review (fixture, "a2", READOUT_STATE_CONFIRMED, FALSE);
  /* The mention is again what was suggested. */
  edits_check_review (fixture, "m7", READOUT_STATE_CONFIRMED, FALSE);
}

/* Names: a proper name goes before a description, the longer before the
 * shorter, and a name before none. */
static void
test_merge_names (EditsFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *kept;
    gboolean    kept_anonymous;
    const char *merged;
    gboolean    merged_anonymous;
    const char *wanted;
    gboolean    anonymous;
  } cases[] = {
    { "Varga", FALSE, "Ilse Varga", FALSE, "Ilse Varga", FALSE },
    { "Ilse Varga", FALSE, "Varga", FALSE, "Ilse Varga", FALSE },
    { "Varga", FALSE, "the foreign minister", FALSE, "Varga", FALSE },
    { "A senior official", TRUE, "Varga", FALSE, "Varga", FALSE },
    { "Varga", FALSE, "A senior Marenian Official", TRUE, "Varga", FALSE },
    { "an aide", TRUE, "a senior aide", TRUE, "a senior aide", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ReadoutActor) kept
          = readout_record_copy (fixture_get (fixture->document, "a1"));
      g_autoptr (ReadoutActor) merged
          = readout_record_copy (fixture_get (fixture->document, "a2"));
      g_autoptr (GPtrArray) changes = readout_changes_new ();
      ReadoutActor *actor;

      readout_record_set_string (&kept->name, cases[i].kept);
      kept->anonymous = cases[i].kept_anonymous;
      readout_record_set_string (&merged->name, cases[i].merged);
      merged->anonymous = cases[i].merged_anonymous;
      readout_changes_add (
          changes, fixture_get (fixture->document, "a1"), kept);
      readout_changes_add (
          changes, fixture_get (fixture->document, "a2"), merged);
      fixture_apply (fixture->document, "rename", changes);

      /* a1, a2; m3, m7; s1; g1, g2. */
      fixture_edit (fixture->document,
                    7,
                    readout_edits_merge_actors (
                        fixture->document, "a1", "a2", &edits_stamp, error));
      actor = fixture_get (fixture->document, "a1");
      g_assert_cmpstr (actor->name, ==, cases[i].wanted);
      g_assert_cmpint (actor->anonymous, ==, cases[i].anonymous);
      readout_undo_stack_undo (
          readout_document_get_undo_stack (fixture->document));
      readout_undo_stack_undo (
          readout_document_get_undo_stack (fixture->document));
    }
}

/* Values of a file that are none stay as they were when something else is
 * edited. */
static void
test_nonsense (EditsFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) changes = readout_changes_new ();
  g_autoptr (ReadoutActor) read
      = readout_record_copy (fixture_get (fixture->document, "a1"));
  g_autoptr (ReadoutMeeting) meeting
      = readout_record_copy (fixture_get (fixture->document, "g1"));
  g_autoptr (ReadoutActor) edited = NULL;
  g_autoptr (ReadoutMeeting) held = NULL;
  g_autoptr (GError) apply_error = NULL;
  ReadoutActor *actor;

  readout_record_set_string (&read->country, "QQ-no");
  readout_record_set_string (&read->wikidata, " none");
  readout_record_set_string (&meeting->time_value, " 2023-02-31");
  readout_changes_add (
      changes, fixture_get (fixture->document, "a1"), &read->record);
  readout_changes_add (
      changes, fixture_get (fixture->document, "g1"), &meeting->record);
  readout_annotations_apply (
      readout_document_get_annotations (fixture->document),
      changes,
      &apply_error);
  g_assert_no_error (apply_error);
  g_free (fixture->start);
  fixture->start = fixture_snapshot (fixture->document);

  edited = readout_record_copy (read);
  readout_record_set_string (&edited->role, "Spokeswoman");
  fixture_edit (
      fixture->document,
      1,
      readout_edits_replace (fixture->document, edited, &edits_stamp, error));
  actor = fixture_get (fixture->document, "a1");
  g_assert_cmpstr (actor->country, ==, "QQ-no");
  g_assert_cmpstr (actor->wikidata, ==, " none");

  held = readout_record_copy (meeting);
  held->kind = READOUT_MEETING_VISIT;
  fixture_edit (
      fixture->document,
      1,
      readout_edits_replace (fixture->document, held, &edits_stamp, error));
  g_assert_cmpstr (
      ((ReadoutMeeting *)fixture_get (fixture->document, "g1"))->time_value,
      ==,
      " 2023-02-31");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func)                                                        \
  g_test_add (                                                                 \
      "/edits/" name, EditsFixture, NULL, edits_set_up, func, edits_tear_down)
  ADD ("states", test_states);
  ADD ("added", test_added);
  ADD ("notes", test_notes);
  ADD ("replace", test_replace);
  ADD ("nonsense", test_nonsense);
  ADD ("reject/actor", test_reject_actor);
  ADD ("reject/many", test_many);
  ADD ("reject/parent", test_reject_parent);
  ADD ("link", test_link);
  ADD ("merge", test_merge);
  ADD ("merge/added", test_merge_added);
  ADD ("merge/names", test_merge_names);
#undef ADD
  return g_test_run ();
}
