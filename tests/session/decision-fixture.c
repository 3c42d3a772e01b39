/* decision-fixture.c: two sides that have changed the same items
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "decision-fixture.h"

#include "edits/edits.h"
#include "file-fixture.h"

GFile *
decision_fixture_get_file (SessionFixture *fixture)
{
  return readout_store_get_annotation_file (
      readout_session_get_store (fixture->session));
}

void
decision_fixture_set_note (ReadoutDocument *document,
                           const char      *id,
                           const char      *note)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes
      = readout_edits_set_note (document, id, note, &error);

  g_assert_no_error (error);
  readout_undo_stack_push (
      readout_document_get_undo_stack (document), "Note", id, changes, &error);
  g_assert_no_error (error);
}

static const char *
get_note (ReadoutDocument *document, const char *id)
{
  const ReadoutRecord *record = readout_annotations_lookup (
      readout_document_get_annotations (document), id);

  g_assert_nonnull (record);

  return record->note;
}

/* As another program does it; %NULL for what it leaves alone. */
void
decision_fixture_write_theirs (SessionFixture *fixture,
                               const char     *m3,
                               const char     *m4,
                               const char     *title)
{
  const char *path = g_file_peek_path (decision_fixture_get_file (fixture));
  g_autoptr (ReadoutDocument) theirs = file_fixture_read (path);

  decision_fixture_set_note (theirs, "m3", m3);
  decision_fixture_set_note (theirs, "m4", m4);
  readout_document_set_meta (theirs, READOUT_META_TITLE, title);
  file_fixture_write (path, theirs);
}

static gboolean
note_timeout (gpointer user_data)
{
  *(gboolean *)user_data = TRUE;

  return G_SOURCE_REMOVE;
}

void
decision_fixture_wait_until (SessionFixture   *fixture,
                             DecisionCondition condition,
                             gpointer          data)
{
  gboolean timed_out = FALSE;
  guint    source = g_timeout_add_seconds (30, note_timeout, &timed_out);

  while (!condition (fixture, data) && !timed_out)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (timed_out);
  g_source_remove (source);
}

static gboolean
has_theirs (SessionFixture *fixture, gpointer data)
{
  return readout_store_get_theirs (readout_session_get_store (fixture->session))
         != NULL;
}

/* Three things that both sides changed, and one that was changed here. */
void
decision_fixture_disagree (SessionFixture *fixture)
{
  file_fixture_accept (fixture->document, "a1");
  session_fixture_flush (fixture);

  decision_fixture_set_note (fixture->document, "m3", "mine 3");
  decision_fixture_set_note (fixture->document, "m4", "mine 4");
  decision_fixture_set_note (fixture->document, "m1", "mine 1");
  readout_document_set_meta (fixture->document, READOUT_META_TITLE, "Mine");
  decision_fixture_write_theirs (fixture, "theirs 3", "theirs 4", "Theirs");
  decision_fixture_wait_until (fixture, has_theirs, NULL);
}

guint
decision_fixture_find (ReadoutDecision *decision, const char *key)
{
  for (guint i = 0; i < readout_decision_get_n_items (decision); i++)
    if (g_str_equal (readout_decision_get_key (decision, i), key))
      return i;
  g_error ("“%s” is nothing to be decided", key);
}

void
decision_fixture_assert_notes (ReadoutDocument *document,
                               const char      *m1,
                               const char      *m3,
                               const char      *m4,
                               const char      *title)
{
  g_assert_cmpstr (get_note (document, "m1"), ==, m1);
  g_assert_cmpstr (get_note (document, "m3"), ==, m3);
  g_assert_cmpstr (get_note (document, "m4"), ==, m4);
  g_assert_cmpstr (
      readout_document_get_meta (document, READOUT_META_TITLE), ==, title);
}

void
decision_fixture_assert_file (SessionFixture *fixture,
                              const char     *m1,
                              const char     *m3,
                              const char     *m4,
                              const char     *title)
{
  g_autoptr (ReadoutDocument) document = file_fixture_read (
      g_file_peek_path (decision_fixture_get_file (fixture)));

  decision_fixture_assert_notes (document, m1, m3, m4, title);
}
