/* edits-fixture.c: acts upon the made-up article, and what they must leave
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "edits/actors.h"
#include "edits/edits.h"
#include "support/edits-fixture.h"

const ReadoutStamp edits_stamp = { "mk", "2026-03-03T09:00:00Z" };

void
edits_set_up (EditsFixture *fixture, gconstpointer data)
{
  fixture->document = fixture_document_new ();
  fixture->text = readout_document_get_text (fixture->document);
  fixture->start = fixture_snapshot (fixture->document);
}

/* However a test ends, undoing all of it brings back the same bytes. */
void
edits_tear_down (EditsFixture *fixture, gconstpointer data)
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

ReadoutSpan
edits_find (EditsFixture *fixture, const char *words, guint nth)
{
  return fixture_find (fixture->text, words, nth);
}

const ReadoutReview *
edits_get_review (EditsFixture *fixture, const char *id)
{
  return &((ReadoutRecord *)fixture_get (fixture->document, id))->review;
}

void
edits_check_review (EditsFixture      *fixture,
                    const char        *id,
                    ReadoutReviewState state,
                    gboolean           has_suggested)
{
  const ReadoutReview *review = edits_get_review (fixture, id);

  g_assert_cmpstr (readout_review_state_to_nick (review->state),
                   ==,
                   readout_review_state_to_nick (state));
  g_assert_cmpint (review->suggested != NULL, ==, has_suggested);
  if (state == READOUT_STATE_SUGGESTED)
    g_assert_null (review->by);
  else
    {
      g_assert_cmpstr (review->by, ==, "mk");
      g_assert_cmpstr (review->at, ==, edits_stamp.at);
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

void
edits_accept (EditsFixture *fixture, guint n, const char *id)
{
  const char *ids[] = { id, NULL };

  fixture_edit (
      fixture->document,
      n,
      readout_edits_accept (fixture->document, ids, &edits_stamp, error));
}

void
edits_reject (EditsFixture *fixture, guint n, const char *id)
{
  const char *ids[] = { id, NULL };

  fixture_edit (
      fixture->document,
      n,
      readout_edits_reject (fixture->document, ids, &edits_stamp, error));
}

void
edits_set_type (EditsFixture      *fixture,
                guint              n,
                const char        *id,
                ReadoutMentionType type)
{
  fixture_edit (fixture->document,
                n,
                readout_edits_set_type (
                    fixture->document, id, type, &edits_stamp, error));
}

void
edits_link (EditsFixture *fixture,
            guint         n,
            const char   *id,
            const char   *actor_id)
{
  fixture_edit (fixture->document,
                n,
                readout_edits_link (
                    fixture->document, id, actor_id, &edits_stamp, error));
}
