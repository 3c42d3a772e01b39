/* test-edits-random.c: any edits in any order
 *
 * Long sequences of random acts over the made-up article, from fixed seeds.
 * After each of them the validator finds nothing wrong, the lists are what
 * their signals made of them, nothing live refers to something rejected, what
 * a program suggested is never lost, and no id is given twice.  In the end,
 * undoing all of it brings back the bytes of the start, and redoing it those
 * of the end.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "edits/actors.h"
#include "edits/add.h"
#include "edits/detection.h"
#include "edits/edits.h"
#include "model/record-list.h"

#include <string.h>

#include "base/error.h"
#include "support/fixtures.h"
#include "support/list-validator.h"

#define N_ACTS 400

static const ReadoutStamp stamp = { "mk", "2026-03-03T09:00:00Z" };

typedef struct
{
  ReadoutDocument    *document;
  ReadoutAnnotations *annotations;
  ReadoutUndoStack   *stack;
  ReadoutText        *text;
  GRand              *rand;
  GHashTable         *ids; /* All that were ever there. */
  guint               n_refused;
} Walk;

static gpointer
pick (Walk *walk, ReadoutKind kind)
{
  guint n = readout_annotations_get_n_records (walk->annotations, kind);

  if (n == 0)
    return NULL;

  return readout_annotations_get_record (
      walk->annotations, kind, g_rand_int_range (walk->rand, 0, n));
}

static ReadoutRecord *
pick_any (Walk *walk)
{
  return pick (walk, g_rand_int_range (walk->rand, 0, READOUT_N_KINDS));
}

static const char *
pick_id (Walk *walk)
{
  ReadoutRecord *record = pick_any (walk);

  return record != NULL ? record->id : "m1";
}

static const char *
pick_actor_id (Walk *walk)
{
  ReadoutRecord *record = pick (walk, READOUT_KIND_ACTOR);

  return record != NULL ? record->id : "a1";
}

static ReadoutSpan
pick_span (Walk *walk)
{
  guint32 length = readout_text_get_length (walk->text);
  guint32 start = g_rand_int_range (walk->rand, 0, length);

  return READOUT_SPAN (start, start + g_rand_int_range (walk->rand, 1, 40));
}

static ReadoutField
pick_field (Walk *walk)
{
  return g_rand_int_range (walk->rand, 0, READOUT_N_FIELDS);
}

/* A form with one field edited. */
static GPtrArray *
replace_something (Walk *walk, GError **error)
{
  g_autoptr (ReadoutRecord) edited = NULL;
  ReadoutRecord *record = pick_any (walk);
  int            what = g_rand_int_range (walk->rand, 0, 3);
  char          *ids[] = { (char *)pick_actor_id (walk), NULL };

  if (record == NULL)
    return readout_changes_new ();

  edited = readout_record_copy (record);
  if (edited->kind == READOUT_KIND_ACTOR)
    {
      ReadoutActor *actor = (ReadoutActor *)edited;
      const char   *values[] = { NULL, "", "Envoy", "  Minister " };

      if (what == 0)
        readout_record_set_string (&actor->role,
                                   values[g_rand_int_range (walk->rand, 0, 4)]);
      else if (what == 1)
        readout_record_set_string (&actor->name,
                                   values[g_rand_int_range (walk->rand, 1, 4)]);
      else
        actor->type = g_rand_int_range (walk->rand, 0, READOUT_N_ACTOR_TYPES);
    }
  else if (edited->kind == READOUT_KIND_STATEMENT)
    {
      ReadoutStatement *statement = (ReadoutStatement *)edited;
      ReadoutStatement *other = pick (walk, READOUT_KIND_STATEMENT);

      if (what == 0)
        readout_shared_string_set (
            &statement->parent,
            g_rand_boolean (walk->rand) ? other->record.id : NULL);
      else if (what == 1)
        readout_record_set_strv (&statement->addressees,
                                 (const char *const *)ids);
      else
        statement->manner = g_rand_int_range (walk->rand, 0, READOUT_N_MANNERS);
    }
  else if (edited->kind == READOUT_KIND_MEETING)
    {
      ReadoutMeeting *meeting = (ReadoutMeeting *)edited;

      if (what == 0)
        meeting->status
            = g_rand_int_range (walk->rand, 0, READOUT_N_MEETING_STATUSES);
      else if (what == 1)
        readout_record_set_string (&meeting->time_value, "2026-03");
      else
        readout_record_set_strv (&meeting->participants,
                                 (const char *const *)ids);
    }
  else if (what == 0)
    ((ReadoutMention *)edited)->form
        = g_rand_int_range (walk->rand, 0, READOUT_N_FORMS);
  else
    readout_shared_string_set (&((ReadoutMention *)edited)->actor, ids[0]);

  return readout_edits_replace (walk->document, edited, &stamp, error);
}

static GPtrArray *
act (Walk *walk, GError **error)
{
  ReadoutDocument *document = walk->document;
  const char      *ids[] = { pick_id (walk), pick_id (walk), NULL };
  g_autoptr (GPtrArray) found = NULL;

  switch (g_rand_int_range (walk->rand, 0, 20))
    {
    case 0:
    case 1:
      return readout_edits_accept (document, ids, &stamp, error);
    case 2:
    case 3:
      return readout_edits_reject (document, ids, &stamp, error);
    case 4:
    case 5:
    case 6:
      return replace_something (walk, error);
    case 7:
      return readout_edits_move_edge (document,
                                      ids[0],
                                      pick_field (walk),
                                      g_rand_int_range (walk->rand, 0, 2),
                                      g_rand_int_range (walk->rand, 0, 2),
                                      g_rand_int_range (walk->rand, -4, 5),
                                      &stamp,
                                      error);
    case 8:
      return readout_edits_set_span (document,
                                     ids[0],
                                     pick_field (walk),
                                     g_rand_int_range (walk->rand, 0, 3),
                                     g_rand_int_range (walk->rand, 0, 4) > 0
                                         ? pick_span (walk)
                                         : READOUT_SPAN (0, 0),
                                     &stamp,
                                     error);
    case 9:
      return readout_edits_set_type (
          document,
          ids[0],
          g_rand_int_range (walk->rand, 0, READOUT_N_MENTION_TYPES),
          &stamp,
          error);
    case 10:
      return readout_edits_add_mention (
          document,
          pick_span (walk),
          g_rand_int_range (walk->rand, 0, READOUT_N_MENTION_TYPES),
          &stamp,
          error);
    case 11:
      return readout_edits_add_statement (
          document, pick_span (walk), &stamp, error);
    case 12:
      return readout_edits_add_meeting (
          document, pick_span (walk), &stamp, error);
    case 13:
      return readout_edits_add_actor (
          document, pick_span (walk), &stamp, error);
    case 14:
    case 15:
      return readout_edits_link (
          document,
          ids[0],
          g_rand_int_range (walk->rand, 0, 5) > 0 ? pick_actor_id (walk) : NULL,
          &stamp,
          error);
    case 16:
      return readout_edits_merge_actors (
          document, pick_actor_id (walk), pick_actor_id (walk), &stamp, error);
    case 17:
      return readout_edits_reject (
          document, (const char *const[]){ ids[0], NULL }, &stamp, error);
    case 18:
      return g_rand_boolean (walk->rand)
                 ? readout_edits_set_note (document, ids[0], "a note", error)
                 : readout_edits_set_flagged (
                     document, ids[0], g_rand_boolean (walk->rand), error);
    default:
      /* Detection, which finds most of it. */
      found = fixture_records_new (walk->text);
      for (guint i = g_rand_int_range (walk->rand, 0, 4); i > 0; i--)
        g_ptr_array_remove_index (found,
                                  g_rand_int_range (walk->rand, 0, found->len));
      return readout_edits_merge_detection (document, found, error);
    }
}

/* A reference of something live to something rejected. */
static const char *
check_live (const char *id, gpointer user_data)
{
  ReadoutRecord *record = readout_annotations_lookup (user_data, id);

  g_assert_nonnull (record);
  g_assert_cmpint (record->review.state, !=, READOUT_STATE_REJECTED);

  return id;
}

static void
check_records (Walk *walk)
{
  g_autoptr (GPtrArray) records = fixture_copy_records (walk->document);

  for (guint i = 0; i < records->len; i++)
    {
      ReadoutRecord       *record = g_ptr_array_index (records, i);
      const ReadoutReview *review = &record->review;
      g_autoptr (ReadoutRecord) copy = readout_record_copy (record);

      readout_record_map_references (copy, check_live, walk->annotations);

      /* What a program suggested says so for ever, what a person added
       * never. */
      g_assert_true ((review->state == READOUT_STATE_ADDED)
                     == (review->detector == NULL));
      g_assert_true ((review->state == READOUT_STATE_SUGGESTED)
                     == (review->by == NULL));
      if (review->state == READOUT_STATE_CORRECTED)
        {
          g_assert_nonnull (review->suggested);
          g_assert_false (
              readout_record_same_content (record, review->suggested));
        }
    }
}

static void
check_new_ids (Walk *walk, GPtrArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      ReadoutChange *change = g_ptr_array_index (changes, i);

      if (change->before == NULL)
        g_assert_true (
            g_hash_table_add (walk->ids, g_strdup (change->after->id)));
    }
}

/* Whatever has happened, a second run of the same detector changes nothing. */
static void
detect_twice (Walk *walk)
{
  g_autoptr (GPtrArray) found = fixture_records_new (walk->text);
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GPtrArray) second = NULL;
  g_autoptr (GError) error = NULL;

  first = readout_edits_merge_detection (walk->document, found, &error);
  g_assert_no_error (error);
  check_new_ids (walk, first);
  fixture_apply (walk->document, "Detect", first);
  second = readout_edits_merge_detection (walk->document, found, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (second->len, ==, 0);
}

static void
test_walk (gconstpointer data)
{
  Walk walk = { 0 };
  g_autoptr (ReadoutDocument) document = fixture_document_new ();
  g_autoptr (GPtrArray) at_start = fixture_copy_records (document);
  g_autofree char   *start = fixture_snapshot (document);
  g_autofree char   *end = NULL;
  g_autofree char   *again = NULL;
  ReadoutRecordList *lists[READOUT_N_KINDS];
  ListValidator     *validators[READOUT_N_KINDS];

  walk.document = document;
  walk.annotations = readout_document_get_annotations (document);
  walk.stack = readout_document_get_undo_stack (document);
  walk.text = readout_document_get_text (document);
  walk.rand = g_rand_new_with_seed (GPOINTER_TO_UINT (data));
  walk.ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < at_start->len; i++)
    g_hash_table_add (
        walk.ids,
        g_strdup (((ReadoutRecord *)g_ptr_array_index (at_start, i))->id));
  for (guint kind = 0; kind < READOUT_N_KINDS; kind++)
    {
      lists[kind] = readout_record_list_new (walk.annotations, kind);
      validators[kind] = list_validator_new (G_LIST_MODEL (lists[kind]));
    }

  for (guint i = 0; i < N_ACTS; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) changes = act (&walk, &error);

      g_assert_true ((changes == NULL) == (error != NULL));
      if (changes == NULL)
        {
          g_assert_true (error->domain == READOUT_ERROR);
          g_assert_true (g_utf8_validate (error->message, -1, NULL));
          walk.n_refused++;
        }
      else
        {
          check_new_ids (&walk, changes);
          fixture_apply (document, "act", changes);
        }

      /* Now and then some steps back, and perhaps forth again. */
      if (g_rand_int_range (walk.rand, 0, 10) == 0)
        {
          for (int n = g_rand_int_range (walk.rand, 0, 6); n > 0; n--)
            readout_undo_stack_undo (walk.stack);
          for (int n = g_rand_int_range (walk.rand, 0, 6); n > 0; n--)
            readout_undo_stack_redo (walk.stack);
          fixture_check (document);
        }

      if (i % 8 == 0)
        detect_twice (&walk);

      check_records (&walk);
      for (guint kind = 0; kind < READOUT_N_KINDS; kind++)
        list_validator_check (validators[kind]);
    }

  /* Most acts must be possible, or the test tests little. */
  g_assert_cmpuint (walk.n_refused, <, N_ACTS / 2);
  g_test_message ("%u acts refused, %u steps, %u ids",
                  walk.n_refused,
                  readout_undo_stack_get_n_groups (walk.stack),
                  g_hash_table_size (walk.ids));

  while (readout_undo_stack_redo (walk.stack))
    ;
  end = fixture_snapshot (document);
  while (readout_undo_stack_undo (walk.stack))
    fixture_check (document);
  again = fixture_snapshot (document);
  g_assert_true (g_str_equal (again, start));
  for (guint i = 0; i < at_start->len; i++)
    {
      ReadoutRecord *record = g_ptr_array_index (at_start, i);

      g_assert_true (readout_record_equal (
          readout_annotations_lookup (walk.annotations, record->id), record));
    }
  g_free (again);
  while (readout_undo_stack_redo (walk.stack))
    fixture_check (document);
  again = fixture_snapshot (document);
  g_assert_true (g_str_equal (again, end));

  for (guint kind = 0; kind < READOUT_N_KINDS; kind++)
    {
      g_autoptr (ReadoutEntry) entry = NULL;

      list_validator_check (validators[kind]);
      list_validator_free (validators[kind]);
      entry = g_list_model_get_item (G_LIST_MODEL (lists[kind]), 0);
      g_assert_finalize_object (lists[kind]);
      if (entry != NULL)
        g_assert_finalize_object (g_steal_pointer (&entry));
    }
  g_assert_finalize_object (g_steal_pointer (&document));
  g_rand_free (walk.rand);
  g_hash_table_unref (walk.ids);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint seed = 1; seed <= 12; seed++)
    {
      g_autofree char *path = g_strdup_printf ("/edits/random/%02u", seed);

      g_test_add_data_func (path, GUINT_TO_POINTER (seed), test_walk);
    }
  return g_test_run ();
}
