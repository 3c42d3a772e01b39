/* test-decision.c: whose version of each item that both sides changed
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "session/decision.h"

#include "decision-fixture.h"
#include "session/saver-answers.h"

/* What a decision has told. */
typedef struct
{
  guint n_refreshed;
  guint n_answered;
  guint n_over;
} Told;

static Told told;

static gboolean
has_counted (SessionFixture *fixture, gpointer data)
{
  return *(guint *)data > 0;
}

static gboolean
is_waiting (SessionFixture *fixture, gpointer data)
{
  return readout_decision_is_waiting (data);
}

static gboolean
is_not_waiting (SessionFixture *fixture, gpointer data)
{
  return !readout_decision_is_waiting (data);
}

static void
count (guint *counter)
{
  (*counter)++;
}

static ReadoutDecision *
watch (ReadoutDecision *decision)
{
  g_assert_nonnull (decision);
  told = (Told){ 0 };
  g_signal_connect_swapped (
      decision, "refreshed", G_CALLBACK (count), &told.n_refreshed);
  g_signal_connect_swapped (
      decision, "answered", G_CALLBACK (count), &told.n_answered);
  g_signal_connect_swapped (decision, "over", G_CALLBACK (count), &told.n_over);

  return decision;
}

static ReadoutDecision *
disagree (SessionFixture *fixture)
{
  decision_fixture_disagree (fixture);

  return watch (readout_decision_new (fixture->saver));
}

static void
answer (ReadoutDecision *decision, const char *key, ReadoutMergerAnswer value)
{
  readout_decision_set_answer (
      decision, decision_fixture_find (decision, key), value);
}

static void
test_mixed (SessionFixture *fixture, gconstpointer data)
{
  g_autoptr (ReadoutDecision) decision = disagree (fixture);
  guint position = readout_undo_stack_get_position (fixture->stack);

  g_assert_cmpuint (readout_decision_get_n_items (decision), ==, 3);
  g_assert_cmpuint (readout_decision_count_answered (decision), ==, 0);
  answer (decision, "m3", READOUT_MERGER_MINE);
  answer (decision, "m4", READOUT_MERGER_THEIRS);
  g_assert_cmpuint (told.n_answered, ==, 2);

  /* Nothing happens before all is answered. */
  g_assert_false (readout_decision_is_complete (decision));
  g_assert_false (readout_decision_apply (decision));
  decision_fixture_assert_notes (
      fixture->document, "mine 1", "mine 3", "mine 4", "Mine");

  answer (decision, "/metadata/title", READOUT_MERGER_THEIRS);
  g_assert_true (readout_decision_is_complete (decision));
  g_assert_true (readout_decision_apply (decision));
  g_assert_cmpuint (told.n_over, ==, 1);
  decision_fixture_assert_notes (
      fixture->document, "mine 1", "mine 3", "theirs 4", "Theirs");
  session_fixture_assert_status (fixture, "2 changes of another program");
  session_fixture_flush (fixture);
  decision_fixture_assert_file (
      fixture, "mine 1", "mine 3", "theirs 4", "Theirs");

  /* One step, there and back. */
  g_assert_cmpuint (
      readout_undo_stack_get_position (fixture->stack), ==, position + 1);
  g_assert_true (readout_undo_stack_undo (fixture->stack));
  decision_fixture_assert_notes (
      fixture->document, "mine 1", "mine 3", "mine 4", "Mine");
  session_fixture_flush (fixture);
  decision_fixture_assert_file (fixture, "mine 1", "mine 3", "mine 4", "Mine");
  g_assert_null (readout_decision_new (fixture->saver));
}

static void
test_all (SessionFixture *fixture, gconstpointer data)
{
  g_autoptr (ReadoutDecision) decision = disagree (fixture);

  readout_decision_answer_all (decision, READOUT_MERGER_THEIRS);
  g_assert_true (readout_decision_apply (decision));
  decision_fixture_assert_notes (
      fixture->document, "mine 1", "theirs 3", "theirs 4", "Theirs");
  session_fixture_flush (fixture);
  decision_fixture_assert_file (
      fixture, "mine 1", "theirs 3", "theirs 4", "Theirs");
}

/* Another program writes again: an answer is kept where it is about the same
 * two versions, and asked for again where it is not. */
static void
test_written_again (SessionFixture *fixture, gconstpointer data)
{
  g_autoptr (ReadoutDecision) decision = disagree (fixture);

  answer (decision, "m3", READOUT_MERGER_MINE);
  answer (decision, "m4", READOUT_MERGER_THEIRS);
  decision_fixture_write_theirs (
      fixture, "theirs 3", "theirs 4, again", "Theirs");
  decision_fixture_wait_until (fixture, has_counted, &told.n_refreshed);

  g_assert_cmpuint (readout_decision_get_n_items (decision), ==, 3);
  g_assert_cmpint (readout_decision_get_answer (
                       decision, decision_fixture_find (decision, "m3")),
                   ==,
                   READOUT_MERGER_MINE);
  g_assert_cmpint (readout_decision_get_answer (
                       decision, decision_fixture_find (decision, "m4")),
                   ==,
                   READOUT_MERGER_ASK);

  readout_decision_answer_all (decision, READOUT_MERGER_THEIRS);
  g_assert_true (readout_decision_apply (decision));
  decision_fixture_assert_notes (
      fixture->document, "mine 1", "theirs 3", "theirs 4, again", "Theirs");
}

/* What is taken back here is nothing to be decided any more. */
static void
test_taken_back (SessionFixture *fixture, gconstpointer data)
{
  g_autoptr (ReadoutDecision) decision = disagree (fixture);

  answer (decision, "m3", READOUT_MERGER_MINE);
  /* Note 1, which nobody else has changed, and then note 4. */
  g_assert_true (readout_undo_stack_undo (fixture->stack));
  g_assert_true (readout_undo_stack_undo (fixture->stack));
  g_assert_cmpuint (told.n_refreshed, ==, 2);
  g_assert_cmpuint (readout_decision_get_n_items (decision), ==, 2);
  g_assert_cmpint (readout_decision_get_answer (
                       decision, decision_fixture_find (decision, "m3")),
                   ==,
                   READOUT_MERGER_MINE);

  answer (decision, "/metadata/title", READOUT_MERGER_MINE);
  g_assert_true (readout_decision_apply (decision));
  decision_fixture_assert_notes (
      fixture->document, NULL, "mine 3", "theirs 4", "Mine");
}

/* Nothing is asked when nothing is left. */
static void
test_settled (SessionFixture *fixture, gconstpointer data)
{
  g_autoptr (ReadoutDecision) decision = disagree (fixture);

  decision_fixture_write_theirs (fixture, "mine 3", "mine 4", "Mine");
  decision_fixture_wait_until (fixture, has_counted, &told.n_over);
  g_assert_false (readout_decision_is_complete (decision));
  g_assert_false (readout_decision_apply (decision));
  g_assert_cmpuint (told.n_over, ==, 1);
}

/* A program that writes in place is seen with half of the file written.  What
 * was answered waits for the other half. */
static void
test_half_written (SessionFixture *fixture, gconstpointer data)
{
  g_autoptr (ReadoutDecision) decision = disagree (fixture);
  const char *path = g_file_peek_path (decision_fixture_get_file (fixture));
  g_autofree char *whole = NULL;
  gsize            length;

  readout_decision_answer_all (decision, READOUT_MERGER_MINE);
  g_assert_true (readout_decision_is_complete (decision));
  g_assert_true (g_file_get_contents (path, &whole, &length, NULL));
  g_assert_true (g_file_set_contents (path, whole, length / 2, NULL));
  decision_fixture_wait_until (fixture, is_waiting, decision);
  g_assert_cmpuint (told.n_over, ==, 0);
  g_assert_false (readout_decision_is_complete (decision));
  g_assert_false (readout_decision_apply (decision));

  g_assert_true (g_file_set_contents (path, whole, length, NULL));
  decision_fixture_wait_until (fixture, is_not_waiting, decision);
  g_assert_cmpuint (told.n_over, ==, 0);
  g_assert_true (readout_decision_is_complete (decision));
  g_assert_true (readout_decision_apply (decision));
  decision_fixture_assert_notes (
      fixture->document, "mine 1", "mine 3", "mine 4", "Mine");
}

/* Another answer by the banner ends it too. */
static void
test_answered_elsewhere (SessionFixture *fixture, gconstpointer data)
{
  g_autoptr (ReadoutDecision) decision = disagree (fixture);

  readout_saver_keep_mine (fixture->saver);
  g_assert_cmpuint (told.n_over, ==, 1);
  g_assert_false (readout_decision_apply (decision));
  decision_fixture_assert_notes (
      fixture->document, "mine 1", "mine 3", "mine 4", "Mine");
}

static void
test_another_document (SessionFixture *fixture, gconstpointer data)
{
  g_autoptr (ReadoutDecision) decision = disagree (fixture);

  readout_decision_answer_all (decision, READOUT_MERGER_MINE);
  readout_saver_keep_mine (fixture->saver);
  told.n_over = 0;
  session_fixture_flush (fixture);
  session_fixture_replace (fixture);
  g_assert_cmpuint (told.n_over, ==, 0);
  g_assert_false (readout_decision_apply (decision));
}

int
main (int argc, char *argv[])
{
  session_fixture_init (&argc, &argv);

  SESSION_FIXTURE_ADD ("/decision/mixed", test_mixed);
  SESSION_FIXTURE_ADD ("/decision/all", test_all);
  SESSION_FIXTURE_ADD ("/decision/written-again", test_written_again);
  SESSION_FIXTURE_ADD ("/decision/taken-back", test_taken_back);
  SESSION_FIXTURE_ADD ("/decision/settled", test_settled);
  SESSION_FIXTURE_ADD ("/decision/half-written", test_half_written);
  SESSION_FIXTURE_ADD ("/decision/answered-elsewhere", test_answered_elsewhere);
  SESSION_FIXTURE_ADD ("/decision/another-document", test_another_document);

  return session_fixture_run ();
}
