/* test-session.c: the view-model of the window, without a display
 *
 * Walks a made-up article of ten records through every verb.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "session-fixture.h"

#include "session/find.h"
#include "session/history.h"
#include "session/links.h"
#include "session/selection.h"
#include "session/verbs.h"

static const char *
selected_id (SessionFixture *fixture)
{
  ReadoutEntry *entry = readout_session_get_selected (fixture->session);

  return entry != NULL ? readout_entry_get_id (entry) : NULL;
}

static guint
n_shown (SessionFixture *fixture, ReadoutKind kind)
{
  return g_list_model_get_n_items (
      readout_session_get_shown (fixture->session, kind));
}

static void
test_accept (SessionFixture *fixture, gconstpointer data)
{
  readout_session_select (fixture->session, "a1");
  g_assert_cmpuint (n_shown (fixture, READOUT_KIND_ACTOR), ==, 3);

  readout_session_accept (fixture->session);
  g_assert_cmpint (
      session_fixture_state_of (fixture, "a1"), ==, READOUT_STATE_CONFIRMED);
  g_assert_cmpstr (selected_id (fixture), ==, "a2");
  session_fixture_assert_status (fixture, "Accepted “Anna Berg");
  g_assert_cmpuint (n_shown (fixture, READOUT_KIND_ACTOR), ==, 2);
  g_assert_cmpuint (
      readout_session_count_unreviewed (fixture->session, READOUT_KIND_ACTOR),
      ==,
      2);

  readout_session_skip (fixture->session);
  g_assert_cmpstr (selected_id (fixture), ==, "a3");
  readout_session_reject (fixture->session);
  g_assert_cmpint (
      session_fixture_state_of (fixture, "a3"), ==, READOUT_STATE_REJECTED);

  /* Around the end, to the one that was skipped. */
  g_assert_cmpstr (selected_id (fixture), ==, "a2");
  readout_session_accept (fixture->session);
  session_fixture_assert_status (fixture, "all actors are reviewed");
  g_assert_cmpuint (readout_undo_stack_get_n_groups (fixture->stack), ==, 3);

  /* Nothing is left here, so the next one is a statement. */
  readout_session_select_next (fixture->session, 1, TRUE);
  g_assert_cmpstr (selected_id (fixture), ==, "s1");
  g_assert_cmpint (
      readout_session_get_kind (fixture->session), ==, READOUT_KIND_STATEMENT);
}

static void
test_undo (SessionFixture *fixture, gconstpointer data)
{
  readout_session_select (fixture->session, "a1");
  readout_session_accept (fixture->session);
  readout_session_undo (fixture->session);
  g_assert_cmpint (
      session_fixture_state_of (fixture, "a1"), ==, READOUT_STATE_SUGGESTED);
  g_assert_cmpstr (selected_id (fixture), ==, "a1");
  session_fixture_assert_status (fixture, "Undone: Accept “Anna Berg");

  readout_session_redo (fixture->session);
  g_assert_cmpint (
      session_fixture_state_of (fixture, "a1"), ==, READOUT_STATE_CONFIRMED);
  readout_session_undo (fixture->session);
  readout_session_undo (fixture->session);
  session_fixture_assert_status (fixture, "Nothing to undo");
}

/* A card stays while it is being edited, though it is reviewed by then. */
static void
test_sticky (SessionFixture *fixture, gconstpointer data)
{
  readout_session_select (fixture->session, "m3");
  readout_session_set_type (fixture->session, READOUT_MENTION_FACILITY);
  g_assert_cmpint (
      session_fixture_state_of (fixture, "m3"), ==, READOUT_STATE_CORRECTED);
  g_assert_cmpuint (n_shown (fixture, READOUT_KIND_MENTION), ==, 5);

  readout_session_select (fixture->session, "m4");
  g_assert_cmpuint (n_shown (fixture, READOUT_KIND_MENTION), ==, 4);

  g_object_set (
      fixture->session, "state-filter", READOUT_FILTER_REVIEWED, NULL);
  g_assert_cmpuint (n_shown (fixture, READOUT_KIND_MENTION), ==, 2);
  g_object_set (fixture->session,
                "state-filter",
                READOUT_FILTER_ALL,
                "text-filter",
                "OSTEN",
                NULL);
  g_assert_cmpuint (n_shown (fixture, READOUT_KIND_MENTION), ==, 3);
  readout_session_select (fixture->session, NULL);
  g_assert_cmpuint (n_shown (fixture, READOUT_KIND_MENTION), ==, 2);
}

static void
test_boundary (SessionFixture *fixture, gconstpointer data)
{
  ReadoutMention   *mention;
  ReadoutStatement *statement;

  readout_session_select (fixture->session, "m1");
  readout_session_move_edge (fixture->session, READOUT_EDGE_START, -1);
  mention = readout_annotations_get_mention (fixture->annotations, "m1");
  g_assert_cmpuint (
      mention->span.start, ==, session_fixture_span_of ("Minister", 0).start);
  session_fixture_assert_status (fixture, "Minister Anna Berg");

  readout_session_select (fixture->session, "s1");
  readout_session_set_focus_field (fixture->session, READOUT_FIELD_CONTENT, 0);
  readout_session_move_edge (fixture->session, READOUT_EDGE_END, -1);
  statement = readout_annotations_get_statement (fixture->annotations, "s1");
  g_assert_cmpuint (statement->content.items[0].end,
                    ==,
                    session_fixture_span_of (" useful", 0).start);
  g_assert_cmpuint (statement->cue.length, ==, 1);
  g_assert_cmpint (statement->record.review.state, ==, READOUT_STATE_CORRECTED);

  readout_session_select (fixture->session, "a1");
  readout_session_move_edge (fixture->session, READOUT_EDGE_END, 1);
  session_fixture_assert_status (fixture, "An actor has no words");
  g_assert_cmpuint (readout_undo_stack_get_n_groups (fixture->stack), ==, 2);
}

static void
test_add (SessionFixture *fixture, gconstpointer data)
{
  ReadoutEntry     *entry;
  ReadoutMention   *mention;
  ReadoutStatement *statement;

  readout_session_add (fixture->session, READOUT_KIND_STATEMENT);
  session_fixture_assert_status (fixture, "Select words");

  readout_session_set_text_selection (fixture->session,
                                      session_fixture_span_of ("Monday", 0));
  readout_session_set_type (fixture->session, READOUT_MENTION_DATE);
  entry = readout_session_get_selected (fixture->session);
  mention = readout_entry_get_record (entry);
  g_assert_cmpint (mention->record.kind, ==, READOUT_KIND_MENTION);
  g_assert_cmpint (mention->type, ==, READOUT_MENTION_DATE);
  g_assert_cmpint (mention->record.review.state, ==, READOUT_STATE_ADDED);

  /* The same words again change the type. */
  readout_session_set_type (fixture->session, READOUT_MENTION_EVENT);
  g_assert_true (entry == readout_session_get_selected (fixture->session));
  mention = readout_entry_get_record (entry);
  g_assert_cmpint (mention->type, ==, READOUT_MENTION_EVENT);

  readout_session_set_text_selection (
      fixture->session, session_fixture_span_of ("\"We will meet again,\"", 0));
  readout_session_add (fixture->session, READOUT_KIND_STATEMENT);
  statement = readout_entry_get_record (
      readout_session_get_selected (fixture->session));
  g_assert_cmpint (statement->record.kind, ==, READOUT_KIND_STATEMENT);
  g_assert_cmpuint (statement->content.length, ==, 1);

  readout_session_set_text_selection (fixture->session,
                                      session_fixture_span_of ("told", 0));
  readout_session_assign (fixture->session, READOUT_FIELD_CUE, FALSE);
  statement = readout_entry_get_record (
      readout_session_get_selected (fixture->session));
  g_assert_cmpuint (statement->cue.items[0].start,
                    ==,
                    session_fixture_span_of ("told", 0).start);
  readout_session_assign (fixture->session, READOUT_FIELD_VENUE, FALSE);
  session_fixture_assert_status (fixture, "Select a meeting");
  g_assert_cmpuint (readout_undo_stack_get_n_groups (fixture->stack), ==, 4);
}

static void
test_link (SessionFixture *fixture, gconstpointer data)
{
  ReadoutStatement *statement;
  ReadoutMention   *mention;

  readout_session_select (fixture->session, "s1");
  readout_session_link (fixture->session, "a1");
  statement = readout_annotations_get_statement (fixture->annotations, "s1");
  g_assert_cmpuint (g_strv_length (statement->speakers), ==, 1);
  g_assert_cmpstr (statement->speakers[0], ==, "a1");
  session_fixture_assert_status (fixture, "Anna Berg");

  /* The other names the kept actor, which takes over what points to this. */
  readout_session_select (fixture->session, "a3");
  readout_session_merge (fixture->session, "a2");
  mention = readout_annotations_get_mention (fixture->annotations, "m5");
  g_assert_cmpstr (mention->actor, ==, "a2");
  g_assert_cmpstr (selected_id (fixture), ==, "a2");
  readout_session_undo (fixture->session);
  mention = readout_annotations_get_mention (fixture->annotations, "m5");
  g_assert_cmpstr (mention->actor, ==, "a3");
  g_assert_cmpstr (selected_id (fixture), ==, "a3");
}

static void
test_candidates (SessionFixture *fixture, gconstpointer data)
{
  ReadoutMeeting  *meeting;
  ReadoutMention  *mention;
  g_autofree char *first = NULL;

  readout_session_select (fixture->session, "g1");
  readout_session_set_focus_field (fixture->session, READOUT_FIELD_VENUE, 0);
  readout_session_next_candidate (fixture->session, 1);
  meeting = readout_annotations_get_meeting (fixture->annotations, "g1");
  g_assert_cmpuint (meeting->venue.length, ==, 1);
  g_assert_cmpuint (meeting->venue.items[0].start,
                    ==,
                    session_fixture_span_of ("Hotel Adria", 0).start);
  readout_session_set_focus_field (fixture->session, READOUT_FIELD_TIME, 0);
  readout_session_next_candidate (fixture->session, 1);
  session_fixture_assert_status (fixture, "Nothing in the text");

  readout_session_select (fixture->session, "m5");
  readout_session_next_candidate (fixture->session, 1);
  mention = readout_annotations_get_mention (fixture->annotations, "m5");
  first = g_strdup (mention->actor);
  g_assert_cmpstr (first, !=, "a3");

  /* Each step changes the ranking; the walk goes on with the one it began
   * with, through all three and back to the first. */
  readout_session_next_candidate (fixture->session, 1);
  mention = readout_annotations_get_mention (fixture->annotations, "m5");
  g_assert_cmpstr (mention->actor, !=, "a3");
  g_assert_cmpstr (mention->actor, !=, first);
  readout_session_next_candidate (fixture->session, 1);
  mention = readout_annotations_get_mention (fixture->annotations, "m5");
  g_assert_cmpstr (mention->actor, ==, "a3");
}

static void
test_notes (SessionFixture *fixture, gconstpointer data)
{
  ReadoutRecord *record;

  readout_session_select (fixture->session, "a1");
  readout_session_set_note (fixture->session, "Check the name");
  readout_session_toggle_flag (fixture->session);
  record = readout_annotations_lookup (fixture->annotations, "a1");
  g_assert_cmpstr (record->note, ==, "Check the name");
  g_assert_true (record->review.flagged);
  g_object_set (fixture->session, "state-filter", READOUT_FILTER_FLAGGED, NULL);
  g_assert_cmpuint (n_shown (fixture, READOUT_KIND_ACTOR), ==, 1);
  readout_session_toggle_flag (fixture->session);
  readout_session_set_note (fixture->session, "");
  record = readout_annotations_lookup (fixture->annotations, "a1");
  g_assert_null (record->note);
}

static void
test_accept_shown (SessionFixture *fixture, gconstpointer data)
{
  guint n_items, n_reviewed;

  readout_session_select (fixture->session, "m1");
  readout_session_accept_shown (fixture->session);
  session_fixture_assert_status (fixture, "Accepted 5 items");
  g_object_get (
      fixture->session, "n-items", &n_items, "n-reviewed", &n_reviewed, NULL);
  g_assert_cmpuint (n_items, ==, 10);
  g_assert_cmpuint (n_reviewed, ==, 5);
  readout_session_undo (fixture->session);
  g_assert_cmpint (
      session_fixture_state_of (fixture, "m4"), ==, READOUT_STATE_SUGGESTED);
}

static void
count_text (ReadoutSession *session, guint start, guint end, guint *n)
{
  ++*n;
}

static void
test_find (SessionFixture *fixture, gconstpointer data)
{
  ReadoutSpan found;
  guint       n = 0;

  g_signal_connect (fixture->session, "show-text", G_CALLBACK (count_text), &n);
  g_assert_true (readout_session_find_text (fixture->session, "MEET", 0));
  found = readout_session_get_text_selection (fixture->session);
  g_assert_true (
      readout_span_equal (found, session_fixture_span_of ("meet", 0)));
  g_assert_true (readout_session_find_text (fixture->session, "MEET", 1));
  found = readout_session_get_text_selection (fixture->session);
  g_assert_true (
      readout_span_equal (found, session_fixture_span_of ("meet", 1)));
  g_assert_true (readout_session_find_text (fixture->session, "MEET", 1));
  found = readout_session_get_text_selection (fixture->session);
  g_assert_true (
      readout_span_equal (found, session_fixture_span_of ("meet", 0)));
  session_fixture_assert_status (fixture, "1 of 2");
  g_assert_false (readout_session_find_text (fixture->session, "nowhere", 1));
  g_assert_cmpuint (n, ==, 3);
}

/* Adds a mention that goes over two paragraphs. */
static void
mark_two_lines (SessionFixture *fixture, ReadoutMentionType type)
{
  ReadoutSpan span = session_fixture_span_of ("meet\n\nForeign", 0);

  readout_session_set_text_selection (fixture->session, span);
  readout_session_set_type (fixture->session, type);
  readout_session_set_text_selection (fixture->session, READOUT_SPAN (0, 0));
}

static void
assert_one_line (SessionFixture *fixture)
{
  session_fixture_assert_status (fixture, "meet  Foreign");
  g_assert_null (strchr (readout_session_get_status (fixture->session), '\n'));
  g_assert_null (
      strchr (readout_undo_stack_get_undo_label (fixture->stack), '\n'));
}

/* The status line and the list of steps have one line for each. */
static void
test_one_line (SessionFixture *fixture, gconstpointer data)
{
  mark_two_lines (fixture, READOUT_MENTION_FACILITY);
  assert_one_line (fixture);
  readout_session_link (fixture->session, "a1");
  assert_one_line (fixture);

  readout_session_select (fixture->session, "g1");
  readout_session_set_focus_field (fixture->session, READOUT_FIELD_VENUE, 0);
  readout_session_next_candidate (fixture->session, -1);
  assert_one_line (fixture);
  readout_session_widen (fixture->session);
  readout_session_narrow (fixture->session);
  g_assert_null (strchr (readout_session_get_status (fixture->session), '\n'));
}

static void
count_notify (GObject *object, GParamSpec *pspec, guint *n)
{
  ++*n;
}

/* Each step of the selection is announced once, and none that is none. */
static void
test_notify (SessionFixture *fixture, gconstpointer data)
{
  guint n_selected = 0;

  g_signal_connect (fixture->session,
                    "notify::selected",
                    G_CALLBACK (count_notify),
                    &n_selected);
  readout_session_select (fixture->session, "a1");
  readout_session_select (fixture->session, "a1");
  g_assert_cmpuint (n_selected, ==, 1);
  readout_session_select_next (fixture->session, 1, FALSE);
  g_assert_cmpuint (n_selected, ==, 2);
  readout_session_accept (fixture->session);
  g_assert_cmpuint (n_selected, ==, 3);
}

/* So is who edits. */
static void
test_notify_author (SessionFixture *fixture, gconstpointer data)
{
  guint n_author = 0;

  g_signal_connect (
      fixture->session, "notify::author", G_CALLBACK (count_notify), &n_author);
  g_object_set (fixture->session, "author", "Ada Arden", NULL);
  g_object_set (fixture->session, "author", "Ada Arden", NULL);
  g_assert_cmpuint (n_author, ==, 1);
  g_assert_cmpstr (
      readout_session_get_author (fixture->session), ==, "Ada Arden");
  g_object_set (fixture->session, "author", NULL, NULL);
  g_assert_cmpuint (n_author, ==, 2);
}

static void
test_describe (SessionFixture *fixture, gconstpointer data)
{
  static const char *const expected[][2] = {
    { "a1", "Anna Berg, person" },
    { "m3", "Klow, location" },
    { "s1", "Karl Osten: the talks were useful" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *words = readout_session_describe (
          fixture->session,
          readout_annotations_lookup (fixture->annotations, expected[i][0]));

      g_assert_cmpstr (words, ==, expected[i][1]);
    }
}

int
main (int argc, char *argv[])
{
  session_fixture_init (&argc, &argv);

  SESSION_FIXTURE_ADD ("/session/accept", test_accept);
  SESSION_FIXTURE_ADD ("/session/undo", test_undo);
  SESSION_FIXTURE_ADD ("/session/sticky", test_sticky);
  SESSION_FIXTURE_ADD ("/session/boundary", test_boundary);
  SESSION_FIXTURE_ADD ("/session/add", test_add);
  SESSION_FIXTURE_ADD ("/session/link", test_link);
  SESSION_FIXTURE_ADD ("/session/candidates", test_candidates);
  SESSION_FIXTURE_ADD ("/session/notes", test_notes);
  SESSION_FIXTURE_ADD ("/session/accept-shown", test_accept_shown);
  SESSION_FIXTURE_ADD ("/session/find", test_find);
  SESSION_FIXTURE_ADD ("/session/one-line", test_one_line);
  SESSION_FIXTURE_ADD ("/session/notify", test_notify);
  SESSION_FIXTURE_ADD ("/session/notify-author", test_notify_author);
  SESSION_FIXTURE_ADD ("/session/describe", test_describe);

  return session_fixture_run ();
}
