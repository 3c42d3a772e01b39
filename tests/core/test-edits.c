/* test-edits.c: what a person can do to records
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/edits.h"

#include <string.h>

#include "base/error.h"
#include "support/fixtures.h"

static const ReadoutStamp stamp = { "mk", "2026-03-03T09:00:00Z" };

typedef struct
{
  ReadoutDocument *document;
  ReadoutText     *text;
  char            *start;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->document = fixture_document_new ();
  fixture->text = readout_document_get_text (fixture->document);
  fixture->start = fixture_snapshot (fixture->document);
}

/* However a test ends, undoing all of it brings back the same bytes. */
static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ReadoutUndoStack *stack = readout_document_get_undo_stack (fixture->document);
  g_autofree char  *end = fixture_snapshot (fixture->document);
  g_autofree char  *undone = NULL;
  g_autofree char  *redone = NULL;
  guint             n_steps = 0;

  while (readout_undo_stack_undo (stack))
    {
      fixture_check (fixture->document);
      n_steps++;
    }
  undone = fixture_snapshot (fixture->document);
  g_assert_cmpstr (undone, ==, fixture->start);
  for (; n_steps > 0; n_steps--)
    g_assert_true (readout_undo_stack_redo (stack));
  redone = fixture_snapshot (fixture->document);
  g_assert_cmpstr (redone, ==, end);

  g_free (fixture->start);
  g_assert_finalize_object (fixture->document);
}

static ReadoutSpan
find (Fixture *fixture, const char *words, guint nth)
{
  return fixture_find (fixture->text, words, nth);
}

static const ReadoutReview *
get_review (Fixture *fixture, const char *id)
{
  return &((ReadoutRecord *)fixture_get (fixture->document, id))->review;
}

static void
check_review (Fixture           *fixture,
              const char        *id,
              ReadoutReviewState state,
              gboolean           has_suggested)
{
  const ReadoutReview *review = get_review (fixture, id);

  g_assert_cmpstr (readout_review_state_to_nick (review->state),
                   ==,
                   readout_review_state_to_nick (state));
  g_assert_cmpint (review->suggested != NULL, ==, has_suggested);
  if (state == READOUT_STATE_SUGGESTED)
    g_assert_null (review->by);
  else
    {
      g_assert_cmpstr (review->by, ==, "mk");
      g_assert_cmpstr (review->at, ==, stamp.at);
    }
  /* Where it came from is never forgotten. */
  if (state != READOUT_STATE_ADDED)
    {
      g_assert_cmpstr (review->detector, ==, "tester 1.0");
      g_assert_cmpint (review->confidence, >, 0);
    }
  if (has_suggested)
    {
      const ReadoutReview *suggested = &review->suggested->review;

      g_assert_cmpstr (review->suggested->id, ==, id);
      g_assert_cmpint (suggested->state, ==, READOUT_STATE_SUGGESTED);
      g_assert_cmpstr (suggested->detector, ==, review->detector);
      g_assert_cmpint (suggested->confidence, ==, review->confidence);
      g_assert_null (suggested->by);
      g_assert_null (suggested->suggested);
    }
}

static void
accept (Fixture *fixture, guint n, const char *id)
{
  const char *ids[] = { id, NULL };

  fixture_edit (fixture->document,
                n,
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

static void
set_type (Fixture *fixture, guint n, const char *id, ReadoutMentionType type)
{
  fixture_edit (
      fixture->document,
      n,
      readout_edits_set_type (fixture->document, id, type, &stamp, error));
}

static void
link_to (Fixture *fixture, guint n, const char *id, const char *actor_id)
{
  fixture_edit (
      fixture->document,
      n,
      readout_edits_link (fixture->document, id, actor_id, &stamp, error));
}

/* The states of one mention through all that can happen to it. */
static void
test_states (Fixture *fixture, gconstpointer data)
{
  check_review (fixture, "m4", READOUT_STATE_SUGGESTED, FALSE);
  accept (fixture, 1, "m4");
  check_review (fixture, "m4", READOUT_STATE_CONFIRMED, FALSE);
  accept (fixture, 0, "m4");

  /* Confirmed, edited, edited back. */
  set_type (fixture, 1, "m4", READOUT_MENTION_FACILITY);
  check_review (fixture, "m4", READOUT_STATE_CORRECTED, TRUE);
  g_assert_cmpint (
      ((ReadoutMention *)get_review (fixture, "m4")->suggested)->type,
      ==,
      READOUT_MENTION_LOCATION);
  set_type (fixture, 1, "m4", READOUT_MENTION_EVENT);
  check_review (fixture, "m4", READOUT_STATE_CORRECTED, TRUE);
  g_assert_cmpint (
      ((ReadoutMention *)get_review (fixture, "m4")->suggested)->type,
      ==,
      READOUT_MENTION_LOCATION);
  accept (fixture, 0, "m4");
  set_type (fixture, 1, "m4", READOUT_MENTION_LOCATION);
  check_review (fixture, "m4", READOUT_STATE_CONFIRMED, FALSE);

  /* Rejected, twice, and taken back. */
  reject (fixture, 1, "m4");
  check_review (fixture, "m4", READOUT_STATE_REJECTED, FALSE);
  reject (fixture, 0, "m4");
  accept (fixture, 1, "m4");
  check_review (fixture, "m4", READOUT_STATE_CONFIRMED, FALSE);

  /* Corrected, rejected, taken back: the suggestion is still known. */
  set_type (fixture, 1, "m4", READOUT_MENTION_EVENT);
  reject (fixture, 1, "m4");
  check_review (fixture, "m4", READOUT_STATE_REJECTED, TRUE);
  accept (fixture, 1, "m4");
  check_review (fixture, "m4", READOUT_STATE_CORRECTED, TRUE);

  /* To edit what was rejected is to take it back. */
  reject (fixture, 1, "m5");
  set_type (fixture, 1, "m5", READOUT_MENTION_DURATION);
  check_review (fixture, "m5", READOUT_STATE_CORRECTED, TRUE);

  /* To choose the type it has is to confirm it. */
  set_type (fixture, 1, "m2", READOUT_MENTION_PERSON);
  check_review (fixture, "m2", READOUT_STATE_CONFIRMED, FALSE);
  set_type (fixture, 0, "m2", READOUT_MENTION_PERSON);

  /* A date refers to nobody. */
  set_type (fixture, 1, "m3", READOUT_MENTION_DATE);
  g_assert_null (
      ((ReadoutMention *)fixture_get (fixture->document, "m3"))->actor);
  fixture_refuse (
      READOUT_ERROR_VALUE,
      readout_edits_set_type (
          fixture->document, "a1", READOUT_MENTION_DATE, &stamp, error));
}

static void
test_added (Fixture *fixture, gconstpointer data)
{
  fixture_edit (fixture->document,
                1,
                readout_edits_add_mention (fixture->document,
                                           find (fixture, " both sides ", 0),
                                           READOUT_MENTION_ORGANIZATION,
                                           &stamp,
                                           error));
  check_review (fixture, "m9", READOUT_STATE_ADDED, FALSE);
  g_assert_cmpint (get_review (fixture, "m9")->confidence, ==, -1);
  g_assert_null (get_review (fixture, "m9")->detector);

  /* Added stays added, whatever is done to it, until it is removed. */
  set_type (fixture, 1, "m9", READOUT_MENTION_PERSON);
  check_review (fixture, "m9", READOUT_STATE_ADDED, FALSE);
  accept (fixture, 0, "m9");
  fixture_edit (fixture->document,
                1,
                readout_edits_remove (fixture->document, "m9", &stamp, error));
  g_assert_null (readout_annotations_lookup (
      readout_document_get_annotations (fixture->document), "m9"));

  /* What was suggested is not removed but rejected. */
  fixture_edit (fixture->document,
                1,
                readout_edits_remove (fixture->document, "m2", &stamp, error));
  check_review (fixture, "m2", READOUT_STATE_REJECTED, FALSE);

  fixture_refuse (
      READOUT_ERROR_REFERENCE,
      readout_edits_remove (fixture->document, "m9", &stamp, error));
}

static void
test_notes (Fixture *fixture, gconstpointer data)
{
  fixture_edit (
      fixture->document,
      1,
      readout_edits_set_note (fixture->document, "s1", " why? ", error));
  g_assert_cmpstr (
      ((ReadoutRecord *)fixture_get (fixture->document, "s1"))->note,
      ==,
      "why?");
  check_review (fixture, "s1", READOUT_STATE_SUGGESTED, FALSE);
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
  g_assert_true (get_review (fixture, "g1")->flagged);
  check_review (fixture, "g1", READOUT_STATE_SUGGESTED, FALSE);
  /* The flag outlives an edit, but is no part of what was suggested. */
  link_to (fixture, 1, "g1", "a3");
  check_review (fixture, "g1", READOUT_STATE_CORRECTED, TRUE);
  g_assert_true (get_review (fixture, "g1")->flagged);
  g_assert_false (get_review (fixture, "g1")->suggested->review.flagged);
}

static void
test_replace (Fixture *fixture, gconstpointer data)
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
      readout_edits_replace (fixture->document, edited, &stamp, error));
  actor = fixture_get (fixture->document, "a1");
  g_assert_cmpstr (actor->name, ==, "Ilse Varga");
  g_assert_cmpstr (actor->country, ==, "XA");
  g_assert_null (actor->affiliation);
  g_assert_cmpstr (actor->record.note, ==, "seen");
  check_review (fixture, "a1", READOUT_STATE_CORRECTED, TRUE);
  g_assert_null (actor->record.review.suggested->note);

  /* The same again is nothing; back again is a confirmation. */
  fixture_edit (
      fixture->document,
      0,
      readout_edits_replace (fixture->document, edited, &stamp, error));
  readout_record_set_string (&edited->country, "");
  fixture_edit (
      fixture->document,
      1,
      readout_edits_replace (fixture->document, edited, &stamp, error));
  check_review (fixture, "a1", READOUT_STATE_CONFIRMED, FALSE);

  readout_record_set_string (&edited->name, " ");
  fixture_refuse (
      READOUT_ERROR_VALUE,
      readout_edits_replace (fixture->document, edited, &stamp, error));

  /* A circle of parents, a missing actor, a span outside are refused. */
  statement = readout_record_copy (fixture_get (fixture->document, "s3"));
  readout_record_set_string (&statement->parent, "s4");
  fixture_refuse (
      READOUT_ERROR_REFERENCE,
      readout_edits_replace (fixture->document, statement, &stamp, error));
  readout_record_set_string (&statement->parent, NULL);
  readout_record_set_strv (&statement->speakers,
                           (const char *const[]){ "a9", NULL });
  fixture_refuse (
      READOUT_ERROR_REFERENCE,
      readout_edits_replace (fixture->document, statement, &stamp, error));
  readout_record_set_strv (&statement->speakers, NULL);
  readout_span_list_set (&statement->cue, READOUT_SPAN (5, 50000));
  fixture_refuse (
      READOUT_ERROR_SPAN,
      readout_edits_replace (fixture->document, statement, &stamp, error));
  readout_record_set_string (&statement->record.id, "s99");
  fixture_refuse (
      READOUT_ERROR_REFERENCE,
      readout_edits_replace (fixture->document, statement, &stamp, error));
}

/* A rejected actor is not there for others; they say so as is their state. */
static void
test_reject_actor (Fixture *fixture, gconstpointer data)
{
  ReadoutStatement *statement;
  ReadoutMeeting   *meeting;

  accept (fixture, 1, "s1");
  accept (fixture, 1, "m7");
  reject (fixture, 1, "g2");
  /* a2 itself; m3, m7; s1; g1, g2. */
  reject (fixture, 6, "a2");

  check_review (fixture, "a2", READOUT_STATE_REJECTED, FALSE);
  check_review (fixture, "m3", READOUT_STATE_SUGGESTED, FALSE);
  check_review (fixture, "m7", READOUT_STATE_CORRECTED, TRUE);
  check_review (fixture, "s1", READOUT_STATE_CORRECTED, TRUE);
  check_review (fixture, "g1", READOUT_STATE_SUGGESTED, FALSE);
  check_review (fixture, "g2", READOUT_STATE_REJECTED, FALSE);
  statement = fixture_get (fixture->document, "s1");
  g_assert_null (statement->addressees);
  g_assert_cmpstr (statement->speakers[0], ==, "a1");
  meeting = fixture_get (fixture->document, "g1");
  g_assert_cmpuint (g_strv_length (meeting->participants), ==, 1);

  /* Linking to it takes the rejection back. */
  link_to (fixture, 2, "m7", "a2");
  check_review (fixture, "a2", READOUT_STATE_CONFIRMED, FALSE);
  check_review (fixture, "m7", READOUT_STATE_CONFIRMED, FALSE);
}

/* Several at once, one of which is named by another. */
static void
test_many (Fixture *fixture, gconstpointer data)
{
  const char *all[] = { "m1", "a1", "a2", "s1", "g1", NULL };
  const char *wrong[] = { "m1", "m77", NULL };

  fixture_edit (fixture->document,
                5,
                readout_edits_accept (fixture->document, all, &stamp, error));
  for (guint i = 0; all[i] != NULL; i++)
    check_review (fixture, all[i], READOUT_STATE_CONFIRMED, FALSE);

  fixture_refuse (
      READOUT_ERROR_REFERENCE,
      readout_edits_accept (fixture->document, wrong, &stamp, error));
  fixture_refuse (
      READOUT_ERROR_REFERENCE,
      readout_edits_reject (fixture->document, wrong, &stamp, error));

  /* Those five, and what else named a1 or a2: m2, m3, m6, m7, m8, s2, g2. */
  fixture_edit (fixture->document,
                12,
                readout_edits_reject (fixture->document, all, &stamp, error));
  for (guint i = 0; all[i] != NULL; i++)
    g_assert_cmpint (
        get_review (fixture, all[i])->state, ==, READOUT_STATE_REJECTED);
}

/* What is nested in a rejected statement moves up. */
static void
test_reject_parent (Fixture *fixture, gconstpointer data)
{
  ReadoutStatement *statement;

  fixture_edit (fixture->document,
                1,
                readout_edits_add_statement (
                    fixture->document,
                    find (fixture, "Okoro’s office described the", 0),
                    &stamp,
                    error));
  {
    g_autoptr (ReadoutStatement) edited
        = readout_record_copy (fixture_get (fixture->document, "s3"));

    readout_record_set_string (&edited->parent, "s5");
    fixture_edit (
        fixture->document,
        1,
        readout_edits_replace (fixture->document, edited, &stamp, error));
  }

  reject (fixture, 2, "s3");
  statement = fixture_get (fixture->document, "s4");
  g_assert_cmpstr (statement->parent, ==, "s5");
  check_review (fixture, "s4", READOUT_STATE_SUGGESTED, FALSE);

  /* s5 goes; s3 (rejected) and s4 are no longer nested. */
  reject (fixture, 3, "s5");
  statement = fixture_get (fixture->document, "s4");
  g_assert_null (statement->parent);
}

static void
test_link (Fixture *fixture, gconstpointer data)
{
  ReadoutMeeting   *meeting;
  ReadoutStatement *statement;

  link_to (fixture, 0, "m7", "a2");
  link_to (fixture, 1, "m7", "a1");
  check_review (fixture, "m7", READOUT_STATE_CORRECTED, TRUE);
  link_to (fixture, 1, "m7", NULL);
  g_assert_null (
      ((ReadoutMention *)fixture_get (fixture->document, "m7"))->actor);

  link_to (fixture, 1, "s1", "a2");
  statement = fixture_get (fixture->document, "s1");
  g_assert_cmpuint (g_strv_length (statement->speakers), ==, 1);
  g_assert_cmpstr (statement->speakers[0], ==, "a2");
  link_to (fixture, 1, "s1", NULL);
  statement = fixture_get (fixture->document, "s1");
  g_assert_null (statement->speakers);

  link_to (fixture, 1, "g1", "a3");
  meeting = fixture_get (fixture->document, "g1");
  g_assert_cmpuint (g_strv_length (meeting->participants), ==, 3);
  check_review (fixture, "g1", READOUT_STATE_CORRECTED, TRUE);
  link_to (fixture, 1, "g1", "a3");
  check_review (fixture, "g1", READOUT_STATE_CONFIRMED, FALSE);
  link_to (fixture, 1, "g1", NULL);
  meeting = fixture_get (fixture->document, "g1");
  g_assert_null (meeting->participants);

  fixture_refuse (
      READOUT_ERROR_REFERENCE,
      readout_edits_link (fixture->document, "a1", "a2", &stamp, error));
  fixture_refuse (
      READOUT_ERROR_REFERENCE,
      readout_edits_link (fixture->document, "m7", "s1", &stamp, error));
  fixture_refuse (
      READOUT_ERROR_REFERENCE,
      readout_edits_link (fixture->document, "m7", "a77", &stamp, error));
}

static void
test_merge (Fixture *fixture, gconstpointer data)
{
  ReadoutActor     *actor;
  ReadoutStatement *statement;

  accept (fixture, 1, "m8");
  accept (fixture, 1, "s2");
  /* a2, a1; m1, m2, m6, m8; s1, s2; g1, g2. */
  fixture_edit (fixture->document,
                10,
                readout_edits_merge_actors (
                    fixture->document, "a2", "a1", &stamp, error));
  actor = fixture_get (fixture->document, "a2");
  g_assert_cmpstr (actor->role, ==, "Foreign Minister");
  g_assert_cmpstr (actor->name, ==, "Tamar Okoro"); /* The longer one. */
  check_review (fixture, "a2", READOUT_STATE_CORRECTED, TRUE);
  check_review (fixture, "a1", READOUT_STATE_REJECTED, FALSE);
  check_review (fixture, "m2", READOUT_STATE_SUGGESTED, FALSE);
  check_review (fixture, "m8", READOUT_STATE_CORRECTED, TRUE);
  check_review (fixture, "s2", READOUT_STATE_CORRECTED, TRUE);
  statement = fixture_get (fixture->document, "s1");
  g_assert_cmpstr (statement->speakers[0], ==, "a2");
  g_assert_cmpuint (
      g_strv_length (((ReadoutMeeting *)fixture_get (fixture->document, "g1"))
                         ->participants),
      ==,
      1);

  fixture_refuse (READOUT_ERROR_REFERENCE,
                  readout_edits_merge_actors (
                      fixture->document, "a2", "a2", &stamp, error));
  fixture_refuse (READOUT_ERROR_REFERENCE,
                  readout_edits_merge_actors (
                      fixture->document, "a2", "m1", &stamp, error));
}

/* An added actor that is merged goes altogether; nothing to fill in leaves
 * the other one confirmed. */
static void
test_merge_added (Fixture *fixture, gconstpointer data)
{
  fixture_edit (
      fixture->document,
      2,
      readout_edits_add_actor (
          fixture->document, find (fixture, "Okoro", 1), &stamp, error));
  g_assert_cmpstr (
      ((ReadoutActor *)fixture_get (fixture->document, "a5"))->name,
      ==,
      "Okoro");
  check_review (fixture, "m7", READOUT_STATE_CORRECTED, TRUE);

  fixture_edit (fixture->document,
                3,
                readout_edits_merge_actors (
                    fixture->document, "a2", "a5", &stamp, error));
  g_assert_null (readout_annotations_lookup (
      readout_document_get_annotations (fixture->document), "a5"));
  check_review (fixture, "a2", READOUT_STATE_CONFIRMED, FALSE);
  /* The mention is again what was suggested. */
  check_review (fixture, "m7", READOUT_STATE_CONFIRMED, FALSE);
}

/* Names: a proper name goes before a description, the longer before the
 * shorter, and a name before none. */
static void
test_merge_names (Fixture *fixture, gconstpointer data)
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
                        fixture->document, "a1", "a2", &stamp, error));
      actor = fixture_get (fixture->document, "a1");
      g_assert_cmpstr (actor->name, ==, cases[i].wanted);
      g_assert_cmpint (actor->anonymous, ==, cases[i].anonymous);
      readout_undo_stack_undo (
          readout_document_get_undo_stack (fixture->document));
      readout_undo_stack_undo (
          readout_document_get_undo_stack (fixture->document));
    }
}

static void
check_words (Fixture *fixture, ReadoutSpan span, const char *words)
{
  g_autofree char *found = fixture_words (fixture->document, span);

  g_assert_cmpstr (found, ==, words);
}

static void
test_spans (Fixture *fixture, gconstpointer data)
{
  ReadoutStatement *statement;

  fixture_edit (fixture->document,
                1,
                readout_edits_move_edge (fixture->document,
                                         "m6",
                                         READOUT_FIELD_CUE, /* Ignored. */
                                         3,
                                         READOUT_EDGE_END,
                                         1,
                                         &stamp,
                                         error));
  check_words (fixture,
               ((ReadoutMention *)fixture_get (fixture->document, "m6"))->span,
               "Varga told");
  fixture_edit (fixture->document,
                1,
                readout_edits_move_edge (fixture->document,
                                         "m6",
                                         READOUT_FIELD_CUE,
                                         3,
                                         READOUT_EDGE_END,
                                         -1,
                                         &stamp,
                                         error));
  check_review (fixture, "m6", READOUT_STATE_CONFIRMED, FALSE);

  /* Other fields stay, and the pieces too. */
  fixture_edit (fixture->document,
                1,
                readout_edits_move_edge (fixture->document,
                                         "s1",
                                         READOUT_FIELD_CONTENT,
                                         1,
                                         READOUT_EDGE_END,
                                         -2,
                                         &stamp,
                                         error));
  statement = fixture_get (fixture->document, "s1");
  check_words (fixture, statement->content.items[1], "“It is time to talk");
  check_words (
      fixture, statement->content.items[0], "“We want peace, and just that,”");
  g_assert_cmpuint (statement->cue.length, ==, 1);

  /* A piece is added, replaced, merged with what it grows into, taken out. */
  fixture_edit (fixture->document,
                1,
                readout_edits_set_span (fixture->document,
                                        "s1",
                                        READOUT_FIELD_CONTENT,
                                        2,
                                        find (fixture, " both sides ", 0),
                                        &stamp,
                                        error));
  statement = fixture_get (fixture->document, "s1");
  g_assert_cmpuint (statement->content.length, ==, 3);
  check_words (fixture, statement->content.items[2], "both sides");
  fixture_edit (fixture->document,
                1,
                readout_edits_set_span (fixture->document,
                                        "s1",
                                        READOUT_FIELD_CONTENT,
                                        2,
                                        find (fixture, "talk.” The", 0),
                                        &stamp,
                                        error));
  statement = fixture_get (fixture->document, "s1");
  g_assert_cmpuint (statement->content.length, ==, 2);
  check_words (
      fixture, statement->content.items[1], "“It is time to talk.” The");
  fixture_edit (fixture->document,
                1,
                readout_edits_set_span (fixture->document,
                                        "s1",
                                        READOUT_FIELD_CONTENT,
                                        0,
                                        READOUT_SPAN (0, 0),
                                        &stamp,
                                        error));
  statement = fixture_get (fixture->document, "s1");
  g_assert_cmpuint (statement->content.length, ==, 1);

  /* A field that was empty. */
  fixture_edit (fixture->document,
                1,
                readout_edits_set_span (fixture->document,
                                        "g1",
                                        READOUT_FIELD_VENUE,
                                        0,
                                        find (fixture, "office", 0),
                                        &stamp,
                                        error));

  /* Nothing to move, too far, nothing selected, of the wrong kind. */
  fixture_refuse (READOUT_ERROR_SPAN,
                  readout_edits_move_edge (fixture->document,
                                           "g1",
                                           READOUT_FIELD_TOPICS,
                                           0,
                                           READOUT_EDGE_END,
                                           1,
                                           &stamp,
                                           error));
  fixture_refuse (READOUT_ERROR_SPAN,
                  readout_edits_move_edge (fixture->document,
                                           "a1",
                                           READOUT_FIELD_TOPICS,
                                           0,
                                           READOUT_EDGE_END,
                                           1,
                                           &stamp,
                                           error));
  fixture_refuse (READOUT_ERROR_SPAN,
                  readout_edits_move_edge (fixture->document,
                                           "m4",
                                           READOUT_FIELD_TOPICS,
                                           0,
                                           READOUT_EDGE_END,
                                           -1,
                                           &stamp,
                                           error));
  fixture_refuse (READOUT_ERROR_SPAN,
                  readout_edits_set_span (fixture->document,
                                          "m4",
                                          READOUT_FIELD_TOPICS,
                                          0,
                                          READOUT_SPAN (3, 3),
                                          &stamp,
                                          error));
  fixture_refuse (READOUT_ERROR_SPAN,
                  readout_edits_set_span (fixture->document,
                                          "s1",
                                          READOUT_FIELD_CUE,
                                          0,
                                          find (fixture, "\n\n", 0),
                                          &stamp,
                                          error));
  fixture_refuse (READOUT_ERROR_SPAN,
                  readout_edits_set_span (fixture->document,
                                          "s1",
                                          READOUT_FIELD_VENUE,
                                          0,
                                          find (fixture, "office", 0),
                                          &stamp,
                                          error));
}

static void
test_add_mention (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char        *words;
    guint              nth;
    ReadoutMentionType type;
    ReadoutForm        form;
    const char        *actor;
  } cases[] = {
    /* By the name of an actor, and by that of a mention of one. */
    { "Okoro’s office",
      0,
      READOUT_MENTION_ORGANIZATION,
      READOUT_FORM_NOMINAL,
      NULL },
    { "Okoro", 2, READOUT_MENTION_PERSON, READOUT_FORM_NAME, "a2" },
    { "the Marenian agency",
      0,
      READOUT_MENTION_ORGANIZATION,
      READOUT_FORM_NOMINAL,
      NULL },
    { "both sides",
      0,
      READOUT_MENTION_ORGANIZATION,
      READOUT_FORM_NOMINAL,
      NULL },
    { "We", 0, READOUT_MENTION_PERSON, READOUT_FORM_PRONOUN, NULL },
    { "Marenian", 0, READOUT_MENTION_NATIONALITY, READOUT_FORM_NAME, NULL },
    { "later", 0, READOUT_MENTION_DATE, READOUT_FORM_NAME, NULL },
    { "minister", 0, READOUT_MENTION_TITLE, READOUT_FORM_NOMINAL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *id = g_strdup_printf ("m%u", i + 9);
      ReadoutMention  *mention;

      fixture_edit (fixture->document,
                    1,
                    readout_edits_add_mention (
                        fixture->document,
                        find (fixture, cases[i].words, cases[i].nth),
                        cases[i].type,
                        &stamp,
                        error));
      mention = fixture_get (fixture->document, id);
      g_assert_cmpint (mention->form, ==, cases[i].form);
      g_assert_cmpstr (mention->actor, ==, cases[i].actor);
      g_assert_cmpint (mention->type, ==, cases[i].type);
      check_words (fixture, mention->span, cases[i].words);
    }

  /* It is there: as a suggestion, then confirmed, then rejected. */
  fixture_edit (fixture->document,
                1,
                readout_edits_add_mention (fixture->document,
                                           find (fixture, "Lisbon ", 0),
                                           READOUT_MENTION_LOCATION,
                                           &stamp,
                                           error));
  check_review (fixture, "m4", READOUT_STATE_CONFIRMED, FALSE);
  fixture_refuse (READOUT_ERROR_VALUE,
                  readout_edits_add_mention (fixture->document,
                                             find (fixture, "Lisbon", 0),
                                             READOUT_MENTION_LOCATION,
                                             &stamp,
                                             error));
  reject (fixture, 1, "m4");
  fixture_edit (fixture->document,
                1,
                readout_edits_add_mention (fixture->document,
                                           find (fixture, "Lisbon", 0),
                                           READOUT_MENTION_LOCATION,
                                           &stamp,
                                           error));
  check_review (fixture, "m4", READOUT_STATE_CONFIRMED, FALSE);

  fixture_refuse (READOUT_ERROR_SPAN,
                  readout_edits_add_mention (fixture->document,
                                             find (fixture, "\n\n", 0),
                                             READOUT_MENTION_LOCATION,
                                             &stamp,
                                             error));
  fixture_refuse (READOUT_ERROR_SPAN,
                  readout_edits_add_mention (fixture->document,
                                             READOUT_SPAN (90000, 90010),
                                             READOUT_MENTION_LOCATION,
                                             &stamp,
                                             error));
}

/* A name that two actors share is linked to neither. */
static void
test_add_mention_ambiguous (Fixture *fixture, gconstpointer data)
{
  ReadoutMention *mention;

  link_to (fixture, 1, "m6", "a3");
  fixture_edit (fixture->document,
                1,
                readout_edits_add_mention (fixture->document,
                                           find (fixture, "Varga", 0),
                                           READOUT_MENTION_PERSON,
                                           &stamp,
                                           error));
  mention = fixture_get (fixture->document, "m9");
  g_assert_cmpstr (mention->actor, ==, "a3");

  link_to (fixture, 1, "m9", "a1");
  fixture_edit (fixture->document,
                1,
                readout_edits_add_mention (fixture->document,
                                           find (fixture, "Varga", 1),
                                           READOUT_MENTION_ORGANIZATION,
                                           &stamp,
                                           error));
  mention = fixture_get (fixture->document, "m10");
  g_assert_null (mention->actor);
}

static void
test_add_others (Fixture *fixture, gconstpointer data)
{
  ReadoutStatement *statement;
  ReadoutMeeting   *meeting;
  ReadoutActor     *actor;
  ReadoutMention   *mention;

  fixture_edit (
      fixture->document,
      1,
      readout_edits_add_statement (fixture->document,
                                   find (fixture, "peace, and just", 0),
                                   &stamp,
                                   error));
  statement = fixture_get (fixture->document, "s5");
  g_assert_cmpint (statement->manner, ==, READOUT_MANNER_DIRECT);
  g_assert_null (statement->speakers);
  g_assert_cmpuint (statement->content.length, ==, 1);

  /* The content of s2 alone is that statement. */
  fixture_edit (fixture->document,
                1,
                readout_edits_add_statement (
                    fixture->document,
                    find (fixture, "both sides had agreed to meet again", 0),
                    &stamp,
                    error));
  check_review (fixture, "s2", READOUT_STATE_CONFIRMED, FALSE);
  fixture_refuse (READOUT_ERROR_VALUE,
                  readout_edits_add_statement (
                      fixture->document,
                      find (fixture, "both sides had agreed to meet again", 0),
                      &stamp,
                      error));

  fixture_edit (
      fixture->document,
      1,
      readout_edits_add_meeting (
          fixture->document, find (fixture, "meet", 0), &stamp, error));
  meeting = fixture_get (fixture->document, "g3");
  g_assert_cmpint (meeting->kind, ==, READOUT_MEETING_TALKS);
  g_assert_cmpint (meeting->status, ==, READOUT_MEETING_HELD);
  fixture_edit (fixture->document,
                1,
                readout_edits_add_meeting (fixture->document,
                                           find (fixture, "the phone call", 0),
                                           &stamp,
                                           error));
  meeting = fixture_get (fixture->document, "g4");
  g_assert_cmpint (meeting->kind, ==, READOUT_MEETING_CALL);
  fixture_edit (
      fixture->document,
      1,
      readout_edits_add_meeting (
          fixture->document, find (fixture, "met", 0), &stamp, error));
  check_review (fixture, "g1", READOUT_STATE_CONFIRMED, FALSE);

  /* An actor and a mention of it; a description makes it anonymous. */
  fixture_edit (
      fixture->document,
      2,
      readout_edits_add_actor (
          fixture->document, find (fixture, "both sides", 0), &stamp, error));
  actor = fixture_get (fixture->document, "a5");
  g_assert_cmpstr (actor->name, ==, "both sides");
  g_assert_true (actor->anonymous);
  g_assert_cmpint (actor->type, ==, READOUT_ACTOR_PERSON);
  check_review (fixture, "a5", READOUT_STATE_ADDED, FALSE);
  mention = fixture_get (fixture->document, "m9");
  g_assert_cmpstr (mention->actor, ==, "a5");
  g_assert_cmpint (mention->form, ==, READOUT_FORM_NOMINAL);

  /* Where a mention stands it is linked, and its type tells that of the
   * actor. */
  fixture_edit (
      fixture->document,
      2,
      readout_edits_add_actor (
          fixture->document, find (fixture, "Lisbon", 0), &stamp, error));
  actor = fixture_get (fixture->document, "a6");
  g_assert_cmpint (actor->type, ==, READOUT_ACTOR_GOVERNMENT);
  g_assert_false (actor->anonymous);
  check_review (fixture, "m4", READOUT_STATE_CORRECTED, TRUE);

  /* An actor that is there is accepted, or it says so. */
  fixture_edit (
      fixture->document,
      2,
      readout_edits_add_actor (
          fixture->document, find (fixture, "Ilse Varga", 0), &stamp, error));
  check_review (fixture, "a1", READOUT_STATE_CONFIRMED, FALSE);
  check_review (fixture, "m2", READOUT_STATE_CONFIRMED, FALSE);
  fixture_refuse (
      READOUT_ERROR_VALUE,
      readout_edits_add_actor (
          fixture->document, find (fixture, "Ilse Varga", 0), &stamp, error));
  reject (fixture, 9, "a1");
  fixture_edit (
      fixture->document,
      2,
      readout_edits_add_actor (
          fixture->document, find (fixture, "Ilse Varga", 0), &stamp, error));
  check_review (fixture, "a1", READOUT_STATE_CONFIRMED, FALSE);
  g_assert_cmpstr (
      ((ReadoutMention *)fixture_get (fixture->document, "m2"))->actor,
      ==,
      "a1");
}

static void
check_ranking (Fixture *fixture, const char *id, const char *wanted)
{
  g_autoptr (GPtrArray) ranked
      = readout_edits_rank_actors (fixture->document, id);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < ranked->len; i++)
    {
      ReadoutRecord *actor = g_ptr_array_index (ranked, i);

      g_assert_cmpint (actor->kind, ==, READOUT_KIND_ACTOR);
      g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", actor->id);
    }
  g_assert_cmpstr (ids->str, ==, wanted);
}

static void
test_rank (Fixture *fixture, gconstpointer data)
{
  /* The linked one first, then by how near they are named before. */
  check_ranking (fixture, "m8", "a1 a2 a3 a4");
  link_to (fixture, 1, "m8", NULL);
  check_ranking (fixture, "m8", "a2 a1 a3 a4");

  /* The name goes before the nearness. */
  link_to (fixture, 1, "m6", NULL);
  check_ranking (fixture, "m6", "a1 a2 a3 a4");

  /* The words of the source decide for a statement. */
  link_to (fixture, 1, "s1", NULL);
  check_ranking (fixture, "s1", "a1 a2 a3 a4");
  link_to (fixture, 1, "s3", NULL);
  check_ranking (fixture, "s3", "a4 a2 a1 a3");

  /* Rejected ones are not offered. */
  reject (fixture, 1, "a4");
  check_ranking (fixture, "s4", "a3 a2 a1");
  check_ranking (fixture, "g1", "a1 a2 a3");
  check_ranking (fixture, "s99", "");
}

/* Whom a statement speaks about is not who makes it. */
static void
test_rank_own_content (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ReadoutStatement) edited
      = readout_record_copy (fixture_get (fixture->document, "s2"));

  readout_span_list_set (&edited->content,
                         find (fixture, "Varga told Okoro", 0));
  readout_span_list_clear (&edited->source);
  readout_span_list_set (&edited->cue, find (fixture, "told", 0));
  readout_record_set_strv (&edited->speakers, NULL);
  fixture_edit (
      fixture->document,
      1,
      readout_edits_replace (fixture->document, edited, &stamp, error));
  check_ranking (fixture, "s2", "a2 a1 a3 a4");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func)                                                        \
  g_test_add ("/edits/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("states", test_states);
  ADD ("added", test_added);
  ADD ("notes", test_notes);
  ADD ("replace", test_replace);
  ADD ("reject/actor", test_reject_actor);
  ADD ("reject/many", test_many);
  ADD ("reject/parent", test_reject_parent);
  ADD ("link", test_link);
  ADD ("merge", test_merge);
  ADD ("merge/added", test_merge_added);
  ADD ("merge/names", test_merge_names);
  ADD ("spans", test_spans);
  ADD ("add/mention", test_add_mention);
  ADD ("add/ambiguous", test_add_mention_ambiguous);
  ADD ("add/others", test_add_others);
  ADD ("rank", test_rank);
  ADD ("rank/own-content", test_rank_own_content);
#undef ADD
  return g_test_run ();
}
