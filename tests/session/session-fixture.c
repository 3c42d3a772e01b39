/* session-fixture.c: a session with a made-up article of ten records
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "session-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

const char session_fixture_article[]
    = "Ruritania and Borduria meet\n"
      "\n"
      "Foreign Minister Anna Berg met Karl Osten in Klow on Monday. She said "
      "the talks were useful. \"We will meet again,\" Osten told reporters at "
      "the Hotel Adria.\n";

static int n_cancellables;

static void
on_cancellable_gone (gpointer user_data, GObject *cancellable)
{
  g_atomic_int_add (&n_cancellables, -1);
}

/* In the place of GIO's, for the objects under test: each must be gone when
 * they are, since one that stays with every window adds up. */
GCancellable *
g_cancellable_new (void)
{
  GCancellable *cancellable = g_object_new (G_TYPE_CANCELLABLE, NULL);

  g_object_weak_ref (G_OBJECT (cancellable), on_cancellable_gone, NULL);
  g_atomic_int_inc (&n_cancellables);

  return cancellable;
}

/* The span of the @nth place where @words stand in the article. */
ReadoutSpan
session_fixture_span_of (const char *words, guint nth)
{
  const char *found = strstr (session_fixture_article, words);
  guint32     start;

  while (found != NULL && nth-- > 0)
    found = strstr (found + 1, words);
  g_assert_nonnull (found);
  start = g_utf8_pointer_to_offset (session_fixture_article, found);

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

  readout_shared_string_set (&mention->actor, actor);
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

  readout_span_list_add (&meeting->triggers,
                         session_fixture_span_of ("met", 0));
  readout_record_set_strv (&meeting->participants, participants);
  readout_changes_add (changes, NULL, meeting);
}

/* To be called when another document has been opened. */
void
session_fixture_look_up (SessionFixture *fixture)
{
  fixture->document = readout_session_get_document (fixture->session);
  fixture->annotations = readout_document_get_annotations (fixture->document);
  fixture->stack = readout_document_get_undo_stack (fixture->document);
}

void
session_fixture_set_up (SessionFixture *fixture, gconstpointer data)
{
  g_autoptr (ReadoutText) text = readout_text_new (session_fixture_article, -1);
  g_autoptr (ReadoutDocument) document = readout_document_new (text);
  g_autoptr (ReadoutStore) store = NULL;
  g_autoptr (GPtrArray) changes = readout_changes_new ();
  g_autoptr (GError) error = NULL;

  add_actor (changes, "a1", "Anna Berg");
  add_actor (changes, "a2", "Karl Osten");
  add_actor (changes, "a3", "Osten");
  add_mention (changes,
               "m1",
               session_fixture_span_of ("Anna Berg", 0),
               READOUT_MENTION_PERSON,
               READOUT_FORM_NAME,
               "a1");
  add_mention (changes,
               "m2",
               session_fixture_span_of ("Karl Osten", 0),
               READOUT_MENTION_PERSON,
               READOUT_FORM_NAME,
               "a2");
  add_mention (changes,
               "m3",
               session_fixture_span_of ("Klow", 0),
               READOUT_MENTION_LOCATION,
               READOUT_FORM_NAME,
               NULL);
  add_mention (changes,
               "m4",
               session_fixture_span_of ("Hotel Adria", 0),
               READOUT_MENTION_FACILITY,
               READOUT_FORM_NAME,
               NULL);
  add_mention (changes,
               "m5",
               session_fixture_span_of ("Osten", 1),
               READOUT_MENTION_PERSON,
               READOUT_FORM_NAME,
               "a3");
  add_statement (changes,
                 "s1",
                 "a2",
                 session_fixture_span_of ("She", 0),
                 session_fixture_span_of ("said", 0),
                 session_fixture_span_of ("the talks were useful", 0));
  add_meeting (changes);
  readout_annotations_apply (
      readout_document_get_annotations (document), changes, &error);
  g_assert_no_error (error);

  store = readout_store_new_for_document (document, "test");
  fixture->session = readout_session_new ();
  fixture->saver = readout_saver_new (fixture->session);
  fixture->suggester = readout_suggester_new (fixture->session);
  fixture->opener = readout_opener_new (
      fixture->session, fixture->saver, fixture->suggester);
  readout_session_set_store (fixture->session, store);
  session_fixture_look_up (fixture);
}

void
session_fixture_remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        session_fixture_remove_folder (child);
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

/* Lets the session go as if the program were killed: what has not been written
 * is not.  Returns what is there when the file is opened again. */
ReadoutStore *
session_fixture_kill (SessionFixture *fixture)
{
  g_autoptr (GFile) file = g_object_ref (readout_store_get_annotation_file (
      readout_session_get_store (fixture->session)));
  g_autoptr (GError) error = NULL;
  ReadoutStore *store;

  readout_saver_drop (fixture->saver);
  readout_session_set_store (fixture->session, NULL);
  store = readout_store_open (file, NULL, &error);
  g_assert_no_error (error);

  return store;
}

/* Waits until all is on the disk. */
void
session_fixture_flush (SessionFixture *fixture)
{
  gboolean flushed = FALSE;

  readout_saver_flush_async (fixture->saver, note_flushed, &flushed);
  while (!flushed)
    g_main_context_iteration (NULL, TRUE);
}

ReadoutReviewState
session_fixture_state_of (SessionFixture *fixture, const char *id)
{
  ReadoutRecord *record = readout_annotations_lookup (fixture->annotations, id);

  g_assert_nonnull (record);

  return record->review.state;
}

void
session_fixture_assert_status (SessionFixture *fixture, const char *words)
{
  const char *status = readout_session_get_status (fixture->session);

  if (status == NULL || strstr (status, words) == NULL)
    g_error ("The status is “%s”, without “%s”", status, words);
}

static void
note_opened (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  readout_opener_open_finish (READOUT_OPENER (object), result, &error);
  g_assert_no_error (error);
  *(gboolean *)user_data = TRUE;
}

/* Pastes, and waits until that is open. */
void
session_fixture_paste (SessionFixture *fixture,
                       const char     *text,
                       const char     *name)
{
  gboolean opened = FALSE;

  readout_opener_open_text_async (
      fixture->opener, text, name, note_opened, &opened);
  while (!opened)
    g_main_context_iteration (NULL, TRUE);
}

/* Puts another document in the place of this one at once, without the writes
 * that the opener waits for. */
void
session_fixture_replace (SessionFixture *fixture)
{
  g_autoptr (ReadoutText) text = readout_text_new ("Nothing is said here.", -1);
  g_autoptr (ReadoutDocument) document = readout_document_new (text);
  g_autoptr (ReadoutStore) store
      = readout_store_new_for_document (document, "other");

  readout_session_set_store (fixture->session, store);
}

static gboolean
note_timeout (gpointer user_data)
{
  *(gboolean *)user_data = TRUE;

  return G_SOURCE_REMOVE;
}

/* Runs the main loop until @flag is set; fails after half a minute. */
void
session_fixture_wait_for (const gboolean *flag)
{
  gboolean timed_out = FALSE;
  guint    source = g_timeout_add_seconds (30, note_timeout, &timed_out);

  while (!*flag && !timed_out)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (timed_out);
  g_source_remove (source);
}

/* Lets go of an object, which what still runs in a thread may hold. */
static void
finalize (gpointer object)
{
  gboolean timed_out = FALSE;
  guint    source = g_timeout_add_seconds (30, note_timeout, &timed_out);

  g_object_add_weak_pointer (object, &object);
  g_object_unref (object);
  while (object != NULL && !timed_out)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (object);
  g_source_remove (source);
}

/* A thread lets go of its own a moment after it has told its result. */
static void
assert_no_cancellables (void)
{
  for (guint i = 0; i < 3000 && g_atomic_int_get (&n_cancellables) != 0; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  g_assert_cmpint (g_atomic_int_get (&n_cancellables), ==, 0);
}

void
session_fixture_tear_down (SessionFixture *fixture, gconstpointer data)
{
  session_fixture_flush (fixture);
  finalize (fixture->opener);
  finalize (fixture->suggester);
  finalize (fixture->saver);
  finalize (fixture->session);
  assert_no_cancellables ();

  /* The next test has the same article, whose recovery file must be gone. */
  session_fixture_remove_folder (g_get_user_data_dir ());
}

/* Runs the tests with a data folder of their own. */
int
session_fixture_run (void)
{
  int result = g_test_run ();

  session_fixture_remove_folder (g_get_user_data_dir ());

  return result;
}

/* To be called first of all. */
void
session_fixture_init (int *argc, char ***argv)
{
  g_autofree char *data = g_dir_make_tmp ("readout-session-XXXXXX", NULL);
  g_autofree char *state = g_build_filename (data, "state", NULL);

  g_assert_nonnull (data);
  g_setenv ("XDG_DATA_HOME", data, TRUE);
  g_setenv ("XDG_STATE_HOME", state, TRUE);
  g_test_init (argc, argv, NULL);
}
