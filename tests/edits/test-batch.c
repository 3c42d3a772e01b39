/* test-batch.c: one act in the making, touched several times
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "edits/batch.h"
#include "support/edits-fixture.h"

static ReadoutActor *
make_actor (const char *name)
{
  return readout_actor_new ("a99", READOUT_ACTOR_PERSON, name);
}

/* An item that is added can be found under its id when its record has been
 * replaced, and the record that had the id first is gone. */
static void
test_put_added (EditsFixture *fixture, gconstpointer data)
{
  g_autoptr (ReadoutBatch) batch
      = readout_batch_new (fixture->document, &edits_stamp);
  g_autoptr (GPtrArray) changes = NULL;
  ReadoutActor  *actor;
  ReadoutChange *change;

  readout_batch_add (batch, make_actor ("Ann"));
  readout_batch_put (batch, make_actor ("Ann Lee"));
  g_assert_nonnull (readout_batch_peek (batch, "a99"));
  readout_batch_put (batch, make_actor ("Ann Roy"));
  actor = readout_batch_peek (batch, "a99");
  g_assert_nonnull (actor);
  g_assert_cmpstr (actor->name, ==, "Ann Roy");

  changes = readout_batch_finish (batch);
  g_assert_cmpuint (changes->len, ==, 1);
  change = g_ptr_array_index (changes, 0);
  g_assert_null (change->before);
  g_assert_true (change->after == (ReadoutRecord *)actor);
}

/* Added and removed is as if nothing had been. */
static void
test_remove_added (EditsFixture *fixture, gconstpointer data)
{
  g_autoptr (ReadoutBatch) batch
      = readout_batch_new (fixture->document, &edits_stamp);
  g_autoptr (GPtrArray) changes = NULL;

  readout_batch_add (batch, make_actor ("Ann"));
  readout_batch_reject (batch, "a99");
  g_assert_null (readout_batch_peek (batch, "a99"));
  g_assert_nonnull (readout_batch_peek (batch, "a1"));

  changes = readout_batch_finish (batch);
  g_assert_cmpuint (changes->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func)                                                        \
  g_test_add (                                                                 \
      "/batch/" name, EditsFixture, NULL, edits_set_up, func, edits_tear_down)
  ADD ("put-added", test_put_added);
  ADD ("remove-added", test_remove_added);
#undef ADD
  return g_test_run ();
}
