/* test-session.c: the view-model of the window, without a display
 *
 * Walks a made-up article of ten records through every verb.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <string.h>

#include "session/session.h"

static const char article[]
    = "Ruritania and Borduria meet\n"
      "\n"
      "Foreign Minister Anna Berg met Karl Osten in Klow on Monday. She said "
      "the talks were useful. \"We will meet again,\" Osten told reporters at "
      "the Hotel Adria.\n";

typedef struct
{
  ReadoutSession     *session;
  ReadoutDocument    *document;
  ReadoutAnnotations *annotations;
  ReadoutUndoStack   *stack;
} Fixture;

/* The span of the @nth place where @words stand in the article. */
static ReadoutSpan
span_of (const char *words, guint nth)
{
  const char *found = strstr (article, words);
  guint32     start;

  while (found != NULL && nth-- > 0)
    found = strstr (found + 1, words);
  g_assert_nonnull (found);
  start = g_utf8_pointer_to_offset (article, found);

  return READOUT_SPAN (start, start + g_utf8_strlen (words, -1));
}

static void
add_mention (GPtrArray         *changes,
             const char        *id,
             ReadoutSpan        span,
             ReadoutMentionType type,
             ReadoutForm        form,
             const char        *actor)
{
  g_autoptr (ReadoutMention) mention
      = readout_mention_new (id, span, type, form);

  mention->actor = g_strdup (actor);
  mention->record.review.confidence = 80;
  readout_changes_add (changes, NULL, mention);
}

static void
add_actor (GPtrArray *changes, const char *id, const char *name)
{
  g_autoptr (ReadoutActor) actor
      = readout_actor_new (id, READOUT_ACTOR_PERSON, name);

  readout_changes_add (changes, NULL, actor);
}

static void
add_statement (GPtrArray  *changes,
               const char *id,
               const char *speaker,
               ReadoutSpan source,
               ReadoutSpan cue,
               ReadoutSpan content)
{
  g_autoptr (ReadoutStatement) statement
      = readout_statement_new (id, READOUT_MANNER_INDIRECT);
  const char *speakers[] = { speaker, NULL };

  readout_record_set_strv (&statement->speakers, speakers);
  readout_span_list_add (&statement->source, source);
  readout_span_list_add (&statement->cue, cue);
  readout_span_list_add (&statement->content, content);
  readout_changes_add (changes, NULL, statement);
}

static void
add_meeting (GPtrArray *changes)
{
  g_autoptr (ReadoutMeeting) meeting
      = readout_meeting_new ("g1", READOUT_MEETING_HELD, READOUT_MEETING_TALKS);
  const char *participants[] = { "a1", "a2", NULL };

  readout_span_list_add (&meeting->triggers, span_of ("met", 0));
  readout_record_set_strv (&meeting->participants, participants);
  readout_changes_add (changes, NULL, meeting);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ReadoutText) text = readout_text_new (article, -1);
  g_autoptr (ReadoutDocument) document = readout_document_new (text);
  g_autoptr (ReadoutStore) store = NULL;
  g_autoptr (GPtrArray) changes = readout_changes_new ();
  g_autoptr (GError) error = NULL;

  add_actor (changes, "a1", "Anna Berg");
  add_actor (changes, "a2", "Karl Osten");
  add_actor (changes, "a3", "Osten");
  add_mention (changes,
               "m1",
               span_of ("Anna Berg", 0),
               READOUT_MENTION_PERSON,
               READOUT_FORM_NAME,
               "a1");
  add_mention (changes,
               "m2",
               span_of ("Karl Osten", 0),
               READOUT_MENTION_PERSON,
               READOUT_FORM_NAME,
               "a2");
  add_mention (changes,
               "m3",
               span_of ("Klow", 0),
               READOUT_MENTION_LOCATION,
               READOUT_FORM_NAME,
               NULL);
  add_mention (changes,
               "m4",
               span_of ("Hotel Adria", 0),
               READOUT_MENTION_FACILITY,
               READOUT_FORM_NAME,
               NULL);
  add_mention (changes,
               "m5",
               span_of ("Osten", 1),
               READOUT_MENTION_PERSON,
               READOUT_FORM_NAME,
               "a3");
  add_statement (changes,
                 "s1",
                 "a2",
                 span_of ("She", 0),
                 span_of ("said", 0),
                 span_of ("the talks were useful", 0));
  add_meeting (changes);
  readout_annotations_apply (
      readout_document_get_annotations (document), changes, &error);
  g_assert_no_error (error);

  store = readout_store_new_for_document (document, "test");
  fixture->session = readout_session_new ();
  readout_session_set_store (fixture->session, store);
  fixture->document = readout_session_get_document (fixture->session);
  fixture->annotations = readout_document_get_annotations (fixture->document);
  fixture->stack = readout_document_get_undo_stack (fixture->document);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_folder (child);
      else
        g_remove (child);
    }
  g_rmdir (path);
}

static void
note_flushed (GObject *object, GAsyncResult *result, gpointer user_data)
{
  *(gboolean *)user_data = TRUE;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gboolean flushed = FALSE;

  readout_session_flush_async (fixture->session, note_flushed, &flushed);
  while (!flushed)
    g_main_context_iteration (NULL, TRUE);
  g_assert_finalize_object (fixture->session);

  /* The next test has the same article, whose recovery file must be gone. */
  remove_folder (g_get_user_data_dir ());
}

static const char *
selected_id (Fixture *fixture)
{
  ReadoutEntry *entry = readout_session_get_selected (fixture->session);

  return entry != NULL ? readout_entry_get_id (entry) : NULL;
}

static ReadoutReviewState
state_of (Fixture *fixture, const char *id)
{
  ReadoutRecord *record = readout_annotations_lookup (fixture->annotations, id);

  g_assert_nonnull (record);

  return record->review.state;
}

static guint
n_shown (Fixture *fixture, ReadoutKind kind)
{
  return g_list_model_get_n_items (
      readout_session_get_shown (fixture->session, kind));
}

static void
assert_status (Fixture *fixture, const char *words)
{
  const char *status = readout_session_get_status (fixture->session);

  if (status == NULL || strstr (status, words) == NULL)
    g_error ("The status is “%s”, without “%s”", status, words);
}

static void
test_accept (Fixture *fixture, gconstpointer data)
{
  readout_session_select (fixture->session, "a1");
  g_assert_cmpuint (n_shown (fixture, READOUT_KIND_ACTOR), ==, 3);

  readout_session_accept (fixture->session);
  g_assert_cmpint (state_of (fixture, "a1"), ==, READOUT_STATE_CONFIRMED);
  g_assert_cmpstr (selected_id (fixture), ==, "a2");
  assert_status (fixture, "Accepted “Anna Berg");
  g_assert_cmpuint (n_shown (fixture, READOUT_KIND_ACTOR), ==, 2);
  g_assert_cmpuint (
      readout_session_count_unreviewed (fixture->session, READOUT_KIND_ACTOR),
      ==,
      2);

  readout_session_skip (fixture->session);
  g_assert_cmpstr (selected_id (fixture), ==, "a3");
  readout_session_reject (fixture->session);
  g_assert_cmpint (state_of (fixture, "a3"), ==, READOUT_STATE_REJECTED);

  /* Around the end, to the one that was skipped. */
  g_assert_cmpstr (selected_id (fixture), ==, "a2");
  readout_session_accept (fixture->session);
  assert_status (fixture, "all actors are reviewed");
  g_assert_cmpuint (readout_undo_stack_get_n_groups (fixture->stack), ==, 3);

  /* Nothing is left here, so the next one is a statement. */
  readout_session_select_next (fixture->session, 1, TRUE);
  g_assert_cmpstr (selected_id (fixture), ==, "s1");
  g_assert_cmpint (
      readout_session_get_kind (fixture->session), ==, READOUT_KIND_STATEMENT);
}

static void
test_undo (Fixture *fixture, gconstpointer data)
{
  readout_session_select (fixture->session, "a1");
  readout_session_accept (fixture->session);
  readout_session_undo (fixture->session);
  g_assert_cmpint (state_of (fixture, "a1"), ==, READOUT_STATE_SUGGESTED);
  g_assert_cmpstr (selected_id (fixture), ==, "a1");
  assert_status (fixture, "Undone: Accept “Anna Berg");

  readout_session_redo (fixture->session);
  g_assert_cmpint (state_of (fixture, "a1"), ==, READOUT_STATE_CONFIRMED);
  readout_session_undo (fixture->session);
  readout_session_undo (fixture->session);
  assert_status (fixture, "Nothing to undo");
}

/* A card stays while it is being edited, though it is reviewed by then. */
static void
test_sticky (Fixture *fixture, gconstpointer data)
{
  readout_session_select (fixture->session, "m3");
  readout_session_set_type (fixture->session, READOUT_MENTION_FACILITY);
  g_assert_cmpint (state_of (fixture, "m3"), ==, READOUT_STATE_CORRECTED);
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
test_boundary (Fixture *fixture, gconstpointer data)
{
  ReadoutMention   *mention;
  ReadoutStatement *statement;

  readout_session_select (fixture->session, "m1");
  readout_session_move_edge (fixture->session, READOUT_EDGE_START, -1);
  mention = readout_annotations_get_mention (fixture->annotations, "m1");
  g_assert_cmpuint (mention->span.start, ==, span_of ("Minister", 0).start);
  assert_status (fixture, "Minister Anna Berg");

  readout_session_select (fixture->session, "s1");
  readout_session_set_focus_field (fixture->session, READOUT_FIELD_CONTENT, 0);
  readout_session_move_edge (fixture->session, READOUT_EDGE_END, -1);
  statement = readout_annotations_get_statement (fixture->annotations, "s1");
  g_assert_cmpuint (
      statement->content.items[0].end, ==, span_of (" useful", 0).start);
  g_assert_cmpuint (statement->cue.length, ==, 1);
  g_assert_cmpint (statement->record.review.state, ==, READOUT_STATE_CORRECTED);

  readout_session_select (fixture->session, "a1");
  readout_session_move_edge (fixture->session, READOUT_EDGE_END, 1);
  assert_status (fixture, "An actor has no words");
  g_assert_cmpuint (readout_undo_stack_get_n_groups (fixture->stack), ==, 2);
}

static void
test_add (Fixture *fixture, gconstpointer data)
{
  ReadoutEntry     *entry;
  ReadoutMention   *mention;
  ReadoutStatement *statement;

  readout_session_add (fixture->session, READOUT_KIND_STATEMENT);
  assert_status (fixture, "Select words");

  readout_session_set_text_selection (fixture->session, span_of ("Monday", 0));
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

  readout_session_set_text_selection (fixture->session,
                                      span_of ("\"We will meet again,\"", 0));
  readout_session_add (fixture->session, READOUT_KIND_STATEMENT);
  statement = readout_entry_get_record (
      readout_session_get_selected (fixture->session));
  g_assert_cmpint (statement->record.kind, ==, READOUT_KIND_STATEMENT);
  g_assert_cmpuint (statement->content.length, ==, 1);

  readout_session_set_text_selection (fixture->session, span_of ("told", 0));
  readout_session_assign (fixture->session, READOUT_FIELD_CUE, FALSE);
  statement = readout_entry_get_record (
      readout_session_get_selected (fixture->session));
  g_assert_cmpuint (
      statement->cue.items[0].start, ==, span_of ("told", 0).start);
  readout_session_assign (fixture->session, READOUT_FIELD_VENUE, FALSE);
  assert_status (fixture, "Select a meeting");
  g_assert_cmpuint (readout_undo_stack_get_n_groups (fixture->stack), ==, 4);
}

static void
test_link (Fixture *fixture, gconstpointer data)
{
  ReadoutStatement *statement;
  ReadoutMention   *mention;

  readout_session_select (fixture->session, "s1");
  readout_session_link (fixture->session, "a1");
  statement = readout_annotations_get_statement (fixture->annotations, "s1");
  g_assert_cmpuint (g_strv_length (statement->speakers), ==, 1);
  g_assert_cmpstr (statement->speakers[0], ==, "a1");
  assert_status (fixture, "Anna Berg");

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
test_candidates (Fixture *fixture, gconstpointer data)
{
  ReadoutMeeting  *meeting;
  ReadoutMention  *mention;
  g_autofree char *first = NULL;

  readout_session_select (fixture->session, "g1");
  readout_session_set_focus_field (fixture->session, READOUT_FIELD_VENUE, 0);
  readout_session_next_candidate (fixture->session, 1);
  meeting = readout_annotations_get_meeting (fixture->annotations, "g1");
  g_assert_cmpuint (meeting->venue.length, ==, 1);
  g_assert_cmpuint (
      meeting->venue.items[0].start, ==, span_of ("Hotel Adria", 0).start);
  readout_session_set_focus_field (fixture->session, READOUT_FIELD_TIME, 0);
  readout_session_next_candidate (fixture->session, 1);
  assert_status (fixture, "Nothing in the text");

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
test_notes (Fixture *fixture, gconstpointer data)
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
test_accept_shown (Fixture *fixture, gconstpointer data)
{
  guint n_items, n_reviewed;

  readout_session_select (fixture->session, "m1");
  readout_session_accept_shown (fixture->session);
  assert_status (fixture, "Accepted 5 items");
  g_object_get (
      fixture->session, "n-items", &n_items, "n-reviewed", &n_reviewed, NULL);
  g_assert_cmpuint (n_items, ==, 10);
  g_assert_cmpuint (n_reviewed, ==, 5);
  readout_session_undo (fixture->session);
  g_assert_cmpint (state_of (fixture, "m4"), ==, READOUT_STATE_SUGGESTED);
}

static void
count_text (ReadoutSession *session, guint start, guint end, guint *n)
{
  ++*n;
}

static void
test_find (Fixture *fixture, gconstpointer data)
{
  ReadoutSpan found;
  guint       n = 0;

  g_signal_connect (fixture->session, "show-text", G_CALLBACK (count_text), &n);
  g_assert_true (readout_session_find_text (fixture->session, "MEET", 0));
  found = readout_session_get_text_selection (fixture->session);
  g_assert_true (readout_span_equal (found, span_of ("meet", 0)));
  g_assert_true (readout_session_find_text (fixture->session, "MEET", 1));
  found = readout_session_get_text_selection (fixture->session);
  g_assert_true (readout_span_equal (found, span_of ("meet", 1)));
  g_assert_true (readout_session_find_text (fixture->session, "MEET", 1));
  found = readout_session_get_text_selection (fixture->session);
  g_assert_true (readout_span_equal (found, span_of ("meet", 0)));
  assert_status (fixture, "1 of 2");
  g_assert_false (readout_session_find_text (fixture->session, "nowhere", 1));
  g_assert_cmpuint (n, ==, 3);
}

static void
count_notify (GObject *object, GParamSpec *pspec, guint *n)
{
  ++*n;
}

/* Each step of the selection is announced once, and none that is none. */
static void
test_notify (Fixture *fixture, gconstpointer data)
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

static void
test_describe (Fixture *fixture, gconstpointer data)
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

static gboolean
note_timeout (gpointer user_data)
{
  *(gboolean *)user_data = TRUE;

  return G_SOURCE_REMOVE;
}

/* An edit is on the disk within a second, without anybody asking. */
static void
test_autosave (Fixture *fixture, gconstpointer data)
{
  gboolean timed_out = FALSE;
  guint    source = g_timeout_add (1000, note_timeout, &timed_out);

  readout_session_select (fixture->session, "a1");
  readout_session_accept (fixture->session);
  g_assert_true (readout_session_needs_saving (fixture->session));
  while (readout_session_needs_saving (fixture->session) && !timed_out)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (timed_out);
  g_source_remove (source);
  g_assert_false (readout_undo_stack_is_modified (fixture->stack));
  g_assert_true (
      g_file_query_exists (readout_store_get_annotation_file (
                               readout_session_get_store (fixture->session)),
                           NULL));
}

static void
note_opened (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (
      readout_session_open_finish (READOUT_SESSION (object), result, &error));
  g_assert_no_error (error);
  *(gboolean *)user_data = TRUE;
}

static void
note_problem (ReadoutSession *session,
              const char     *message,
              guint           problem,
              gpointer        user_data)
{
  if (message != NULL && problem == READOUT_PROBLEM_CHANGED)
    (*(guint *)user_data)++;
}

static void
flush (Fixture *fixture)
{
  gboolean flushed = FALSE;

  readout_session_flush_async (fixture->session, note_flushed, &flushed);
  while (!flushed)
    g_main_context_iteration (NULL, TRUE);
}

/* Opening what is open, before an edit of it is on the disk, finds the edit
 * there, and no other program behind it. */
static void
test_reopen (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = NULL;
  gboolean opened = FALSE;
  guint    n_changed = 0;

  g_signal_connect (
      fixture->session, "problem", G_CALLBACK (note_problem), &n_changed);
  readout_session_select (fixture->session, "a1");
  readout_session_accept (fixture->session);
  flush (fixture);

  file = g_object_ref (readout_store_get_annotation_file (
      readout_session_get_store (fixture->session)));
  readout_session_select (fixture->session, "a2");
  readout_session_accept (fixture->session);
  g_assert_true (readout_session_needs_saving (fixture->session));
  readout_session_open_async (fixture->session, file, note_opened, &opened);
  while (!opened)
    g_main_context_iteration (NULL, TRUE);

  fixture->document = readout_session_get_document (fixture->session);
  fixture->annotations = readout_document_get_annotations (fixture->document);
  g_assert_cmpint (state_of (fixture, "a2"), ==, READOUT_STATE_CONFIRMED);
  assert_status (fixture, "to review");

  readout_session_select (fixture->session, "m3");
  readout_session_accept (fixture->session);
  flush (fixture);
  g_assert_false (readout_session_needs_saving (fixture->session));
  g_assert_cmpuint (n_changed, ==, 0);
}

static void
note_warning (ReadoutSession *session,
              const char     *message,
              guint           problem,
              gpointer        user_data)
{
  if (problem == READOUT_PROBLEM_CHANGED)
    *(gboolean *)user_data = message != NULL;
}

/* A file that was changed and has gone is made anew by the next edit, and no
 * warning of it stays behind. */
static void
test_gone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = NULL;
  gboolean opened = FALSE;
  gboolean warned = FALSE;
  gboolean timed_out = FALSE;
  guint    source;

  readout_session_select (fixture->session, "a1");
  readout_session_accept (fixture->session);
  flush (fixture);
  file = g_object_ref (readout_store_get_annotation_file (
      readout_session_get_store (fixture->session)));
  readout_session_open_async (fixture->session, file, note_opened, &opened);
  while (!opened)
    g_main_context_iteration (NULL, TRUE);
  g_signal_connect (
      fixture->session, "problem", G_CALLBACK (note_warning), &warned);

  g_assert_true (g_file_set_contents (g_file_peek_path (file), "", 0, NULL));
  source = g_timeout_add_seconds (30, note_timeout, &timed_out);
  while (!warned && !timed_out)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (timed_out);
  g_source_remove (source);
  g_assert_true (g_file_delete (file, NULL, NULL));

  readout_session_select (fixture->session, "m3");
  readout_session_accept (fixture->session);
  flush (fixture);
  g_assert_true (g_file_query_exists (file, NULL));
  g_assert_false (warned);
}

static void
note_model (ReadoutSession *session,
            const char     *message,
            guint           problem,
            gpointer        user_data)
{
  char **told = user_data;

  if (problem != READOUT_PROBLEM_MODEL)
    return;
  g_free (*told);
  *told = g_strdup (message);
}

static gboolean
is_detecting (ReadoutSession *session)
{
  gboolean detecting;

  g_object_get (session, "detecting", &detecting, NULL);
  return detecting;
}

/* A model that cannot be used is told, and the rules go on without it; another
 * choice takes the warning away. */
static void
test_broken_model (Fixture *fixture, gconstpointer data)
{
  g_autofree char *told = NULL;
  ReadoutMention  *monday = NULL;

  g_signal_connect (
      fixture->session, "problem", G_CALLBACK (note_model), &told);
  g_object_set (fixture->session, "model", "/no/such/model", NULL);
  readout_session_detect (fixture->session);
  while (is_detecting (fixture->session))
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (told);
  g_assert_nonnull (strstr (told, "/no/such/model"));
  g_assert_nonnull (strstr (told, "rules"));

  for (guint i = 0; i < readout_annotations_get_n_records (
                        fixture->annotations, READOUT_KIND_MENTION);
       i++)
    {
      ReadoutMention *mention = readout_annotations_get_record (
          fixture->annotations, READOUT_KIND_MENTION, i);

      if (readout_span_equal (mention->span, span_of ("Monday", 0)))
        monday = mention;
    }
  g_assert_nonnull (monday);
  g_assert_true (g_str_has_prefix (monday->record.review.detector, "readout "));

  g_object_set (fixture->session, "model", "rules", NULL);
  g_assert_null (told);
  readout_session_detect (fixture->session);
  while (is_detecting (fixture->session))
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (told);
}

#define ADD(path, func)                                                        \
  g_test_add ("/session/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_autofree char *data = g_dir_make_tmp ("readout-session-XXXXXX", NULL);
  int              result;

  g_assert_nonnull (data);
  g_setenv ("XDG_DATA_HOME", data, TRUE);
  g_test_init (&argc, &argv, NULL);

  ADD ("accept", test_accept);
  ADD ("undo", test_undo);
  ADD ("sticky", test_sticky);
  ADD ("boundary", test_boundary);
  ADD ("add", test_add);
  ADD ("link", test_link);
  ADD ("candidates", test_candidates);
  ADD ("notes", test_notes);
  ADD ("accept-shown", test_accept_shown);
  ADD ("find", test_find);
  ADD ("notify", test_notify);
  ADD ("describe", test_describe);
  ADD ("autosave", test_autosave);
  ADD ("broken-model", test_broken_model);
  ADD ("reopen", test_reopen);
  ADD ("gone", test_gone);

  result = g_test_run ();
  remove_folder (data);

  return result;
}
