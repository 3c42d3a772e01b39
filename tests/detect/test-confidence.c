/* test-confidence.c: percentages that mean what they say
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "detect/confidence.h"
#include "language/lexicon.h"
#include "model/actor.h"
#include "model/meeting.h"
#include "model/mention.h"
#include "model/statement.h"

/* One record of each kind with the confidence @raw. */
static GPtrArray *
make_records (int raw)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (readout_record_unref);
  ReadoutMention *mention = readout_mention_new (
      "m1", READOUT_SPAN (0, 4), READOUT_MENTION_PERSON, READOUT_FORM_NAME);
  ReadoutActor *actor = readout_actor_new ("a1", READOUT_ACTOR_PERSON, "Berg");
  ReadoutStatement *statement
      = readout_statement_new ("s1", READOUT_MANNER_DIRECT);
  ReadoutMeeting *meeting
      = readout_meeting_new ("g1", READOUT_MEETING_HELD, READOUT_MEETING_TALKS);

  readout_shared_string_set (&mention->actor, "a1");
  g_ptr_array_add (records, mention);
  g_ptr_array_add (records, actor);
  g_ptr_array_add (records, statement);
  g_ptr_array_add (records, meeting);
  for (guint i = 0; i < records->len; i++)
    {
      ReadoutRecord *record = g_ptr_array_index (records, i);

      record->review.confidence = raw;
    }

  return records;
}

static int
get_confidence (const GPtrArray *records, guint at)
{
  const ReadoutRecord *record = g_ptr_array_index (records, at);

  return record->review.confidence;
}

/* What a step is surer of never comes out lower, and nothing is certain. */
static void
test_order (void)
{
  for (gboolean with_model = FALSE; with_model <= TRUE; with_model++)
    {
      int last[READOUT_N_KINDS] = { 0 };

      for (int raw = 0; raw <= 100; raw += 5)
        {
          g_autoptr (GPtrArray) records = make_records (raw);

          readout_confidence_calibrate (records, with_model, NULL);
          for (guint i = 0; i < records->len; i++)
            {
              int confidence = get_confidence (records, i);

              g_assert_cmpint (confidence, >=, 1);
              g_assert_cmpint (confidence, <=, 99);
              g_assert_cmpint (confidence, >=, last[i]);
              last[i] = confidence;
            }
        }
      /* The table says something of each layer. */
      for (guint i = 0; i < READOUT_N_KINDS; i++)
        {
          g_autoptr (GPtrArray) records = make_records (2);

          readout_confidence_calibrate (records, with_model, NULL);
          g_assert_cmpint (last[i], >, get_confidence (records, i));
        }
    }
}

/* What is said by nobody is seldom right. */
static void
test_speaker (void)
{
  static const char *const ids[] = { "a1", NULL };
  g_autoptr (GPtrArray) without = make_records (60);
  g_autoptr (GPtrArray) with = make_records (60);
  ReadoutStatement *statement = g_ptr_array_index (with, 2);

  readout_record_set_strv (&statement->speakers, ids);
  readout_confidence_calibrate (without, TRUE, NULL);
  readout_confidence_calibrate (with, TRUE, NULL);
  g_assert_cmpint (get_confidence (with, 2), >, get_confidence (without, 2));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  /* The table lies beside the lists of names. */
  readout_lexicon_get_default ();
  g_test_add_func ("/confidence/order", test_order);
  g_test_add_func ("/confidence/speaker", test_speaker);
  return g_test_run ();
}
