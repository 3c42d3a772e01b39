/* test-merge.c: two that have worked on one article
 *
 * Each rule once, on the made-up article, and then any edits on both sides
 * from fixed seeds: whatever is decided, the result can be applied, nothing
 * is wrong with it, and it holds what only one side has done.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "edits/merge.h"

#include "edits/actors.h"
#include "edits/add.h"
#include "edits/edits.h"
#include "edits/merge-describe.h"
#include "model/validator.h"
#include "support/fixtures.h"

#define N_ROUNDS 1500

static const ReadoutStamp our_stamp = { "mk", "2026-03-03T09:00:00Z" };
static const ReadoutStamp their_stamp = { "jo", "2026-03-03T09:05:00Z" };

typedef struct
{
  ReadoutDocument *ours;
  ReadoutDocument *theirs;
  ReadoutSnapshot *base;

  /* Of the merge. */
  ReadoutMerge *merge;
} Sides;

static void
sides_set_up (Sides *sides, gconstpointer data)
{
  sides->ours = fixture_document_new ();
  sides->theirs = fixture_document_new ();
  sides->base = readout_snapshot_new (sides->ours);
}

static void
sides_tear_down (Sides *sides, gconstpointer data)
{
  g_clear_pointer (&sides->merge, readout_merge_free);
  readout_snapshot_unref (sides->base);
  g_object_unref (sides->ours);
  g_object_unref (sides->theirs);
}

static void
put_together (Sides *sides, guint n_conflicts)
{
  g_autoptr (ReadoutSnapshot) ours = readout_snapshot_new (sides->ours);
  g_autoptr (ReadoutSnapshot) theirs = readout_snapshot_new (sides->theirs);
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GPtrArray) values = NULL;

  readout_snapshot_diff (sides->base, ours, &changes, &values);
  sides->merge = readout_merge_new (theirs, ours, changes, values);
  g_assert_cmpuint (
      readout_merge_get_n_conflicts (sides->merge), ==, n_conflicts);
}

static void
push (ReadoutDocument *document, GPtrArray *changes, GPtrArray *values)
{
  ReadoutUndoStack *stack = readout_document_get_undo_stack (document);
  g_autoptr (ReadoutUndoGroup) group
      = readout_undo_group_new ("Merge", NULL, changes, values);
  g_autoptr (GError) error = NULL;

  readout_undo_stack_push_group (stack, group, &error);
  g_assert_no_error (error);
}

/* Makes the merged article of both documents. */
static void
resolve (Sides *sides, const gboolean *mine)
{
  g_autoptr (ReadoutSnapshot) ours = readout_snapshot_new (sides->ours);
  g_autoptr (ReadoutSnapshot) theirs = readout_snapshot_new (sides->theirs);
  g_autoptr (ReadoutSnapshot) merged = NULL;
  g_autoptr (ReadoutSnapshot) now = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GPtrArray) values = NULL;
  g_autoptr (GPtrArray) our_changes = NULL;
  g_autoptr (GPtrArray) our_values = NULL;

  readout_merge_resolve (sides->merge, mine, &changes, &values);
  merged = readout_snapshot_with (theirs, changes, values);
  push (sides->theirs, changes, values);
  now = readout_snapshot_new (sides->theirs);
  g_assert_true (readout_snapshot_equal (merged, now));
  fixture_check (sides->theirs);

  readout_snapshot_diff (ours, merged, &our_changes, &our_values);
  push (sides->ours, our_changes, our_values);
  g_clear_pointer (&now, readout_snapshot_unref);
  now = readout_snapshot_new (sides->ours);
  g_assert_true (readout_snapshot_equal (merged, now));
}

static void
accept (ReadoutDocument *document, const char *id, const ReadoutStamp *stamp)
{
  const char *ids[] = { id, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes
      = readout_edits_accept (document, ids, stamp, &error);

  g_assert_no_error (error);
  fixture_apply (document, "Accept", changes);
}

static void
set_type (ReadoutDocument    *document,
          const char         *id,
          ReadoutMentionType  type,
          const ReadoutStamp *stamp)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes
      = readout_edits_set_type (document, id, type, stamp, &error);

  g_assert_no_error (error);
  fixture_apply (document, "Type", changes);
}

static void
add_mention (ReadoutDocument    *document,
             const char         *words,
             ReadoutMentionType  type,
             const ReadoutStamp *stamp)
{
  ReadoutText *text = readout_document_get_text (document);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = readout_edits_add_mention (
      document, fixture_find (text, words, 0), type, stamp, &error);

  g_assert_no_error (error);
  fixture_apply (document, "Add", changes);
}

static const char *
without (const char *id, gpointer user_data)
{
  return g_str_equal (id, user_data) ? NULL : id;
}

/* As a program does that cleans up after itself. */
static void
remove_record (ReadoutDocument *document, const char *id)
{
  g_autoptr (GPtrArray) records = fixture_copy_records (document);
  g_autoptr (GPtrArray) changes = readout_changes_new ();

  for (guint i = 0; i < records->len; i++)
    {
      ReadoutRecord *record = g_ptr_array_index (records, i);

      if (g_str_equal (record->id, id))
        readout_changes_add (changes, record, NULL);
      else if (readout_record_refers_to (record, id))
        {
          g_autoptr (ReadoutRecord) copy = readout_record_copy (record);

          readout_record_map_references (copy, without, (gpointer)id);
          readout_changes_add (changes, record, copy);
        }
    }
  fixture_apply (document, "Remove", changes);
}

static const ReadoutMention *
get_mention (ReadoutDocument *document, const char *id)
{
  return (const ReadoutMention *)fixture_get (document, id);
}

static void
test_other_items (Sides *sides, gconstpointer data)
{
  accept (sides->ours, "m4", &our_stamp);
  accept (sides->theirs, "m5", &their_stamp);
  readout_document_set_meta (sides->ours, READOUT_META_TITLE, "Ours");
  readout_document_set_meta (sides->theirs, READOUT_META_AUTHOR, "Theirs");

  put_together (sides, 0);
  resolve (sides, NULL);

  for (guint i = 0; i < 2; i++)
    {
      ReadoutDocument *document = i == 0 ? sides->ours : sides->theirs;

      g_assert_cmpstr (
          get_mention (document, "m4")->record.review.by, ==, "mk");
      g_assert_cmpstr (
          get_mention (document, "m5")->record.review.by, ==, "jo");
      g_assert_cmpstr (
          readout_document_get_meta (document, READOUT_META_TITLE), ==, "Ours");
      g_assert_cmpstr (
          readout_document_get_meta (document, READOUT_META_AUTHOR),
          ==,
          "Theirs");
    }

  /* The others' work is one step. */
  g_assert_true (
      readout_undo_stack_undo (readout_document_get_undo_stack (sides->ours)));
  g_assert_cmpint (get_mention (sides->ours, "m5")->record.review.state,
                   ==,
                   READOUT_STATE_SUGGESTED);
  g_assert_cmpstr (get_mention (sides->ours, "m4")->record.review.by, ==, "mk");
}

static void
test_same_item (Sides *sides, gconstpointer data)
{
  const gboolean         mine[] = { TRUE };
  const ReadoutConflict *conflict;

  set_type (sides->ours, "m4", READOUT_MENTION_FACILITY, &our_stamp);
  set_type (sides->theirs, "m4", READOUT_MENTION_ORGANIZATION, &their_stamp);

  put_together (sides, 1);
  conflict = readout_merge_get_conflict (sides->merge, 0);
  g_assert_cmpstr (conflict->id, ==, "m4");
  g_assert_cmpint (
      ((ReadoutMention *)conflict->base)->type, ==, READOUT_MENTION_LOCATION);
  g_assert_cmpint (
      ((ReadoutMention *)conflict->mine)->type, ==, READOUT_MENTION_FACILITY);
  g_assert_cmpint (((ReadoutMention *)conflict->theirs)->type,
                   ==,
                   READOUT_MENTION_ORGANIZATION);

  resolve (sides, mine);
  g_assert_cmpint (
      get_mention (sides->ours, "m4")->type, ==, READOUT_MENTION_FACILITY);
}

static void
test_same_item_theirs (Sides *sides, gconstpointer data)
{
  set_type (sides->ours, "m4", READOUT_MENTION_FACILITY, &our_stamp);
  set_type (sides->theirs, "m4", READOUT_MENTION_ORGANIZATION, &their_stamp);

  put_together (sides, 1);
  resolve (sides, NULL);
  g_assert_cmpint (
      get_mention (sides->ours, "m4")->type, ==, READOUT_MENTION_ORGANIZATION);
}

static void
test_alike (Sides *sides, gconstpointer data)
{
  accept (sides->ours, "m4", &our_stamp);
  accept (sides->theirs, "m4", &our_stamp);
  readout_document_set_meta (sides->ours, READOUT_META_TITLE, "Same");
  readout_document_set_meta (sides->theirs, READOUT_META_TITLE, "Same");

  put_together (sides, 0);
}

static void
test_value (Sides *sides, gconstpointer data)
{
  const gboolean         mine[] = { TRUE };
  const ReadoutConflict *conflict;

  readout_document_set_meta (sides->ours, READOUT_META_TITLE, "Ours");
  readout_document_set_meta (sides->theirs, READOUT_META_TITLE, "Theirs");

  put_together (sides, 1);
  conflict = readout_merge_get_conflict (sides->merge, 0);
  g_assert_null (conflict->id);
  g_assert_cmpstr (conflict->value->after, ==, "Ours");
  g_assert_cmpstr (conflict->their_value, ==, "Theirs");

  resolve (sides, mine);
  g_assert_cmpstr (
      readout_document_get_meta (sides->theirs, READOUT_META_TITLE),
      ==,
      "Ours");
}

/* Both have given the next free id, and to other words. */
static void
test_new_ids (Sides *sides, gconstpointer data)
{
  ReadoutText *text = readout_document_get_text (sides->ours);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) actor = NULL;
  const ReadoutMention *mention = NULL;
  guint                 n = 0;

  add_mention (sides->ours, "both sides", READOUT_MENTION_PERSON, &our_stamp);
  actor = readout_edits_add_actor (
      sides->ours, fixture_find (text, "both sides", 0), &our_stamp, &error);
  g_assert_no_error (error);
  fixture_apply (sides->ours, "Actor", actor);

  add_mention (
      sides->theirs, "phone call", READOUT_MENTION_EVENT, &their_stamp);

  put_together (sides, 0);
  resolve (sides, NULL);

  for (guint i = 0; i < readout_annotations_get_n_records (
                        readout_document_get_annotations (sides->ours),
                        READOUT_KIND_MENTION);
       i++)
    {
      const ReadoutMention *at = readout_annotations_get_record (
          readout_document_get_annotations (sides->ours),
          READOUT_KIND_MENTION,
          i);

      if (readout_span_equal (at->span, fixture_find (text, "both sides", 0)))
        {
          mention = at;
          n++;
        }
    }
  g_assert_cmpuint (n, ==, 1);
  g_assert_nonnull (mention->actor);
  g_assert_cmpint (
      ((ReadoutRecord *)fixture_get (sides->ours, mention->actor))->kind,
      ==,
      READOUT_KIND_ACTOR);
}

/* Both have found the same new words. */
static void
test_new_twins (Sides *sides, gconstpointer data)
{
  add_mention (sides->ours, "both sides", READOUT_MENTION_PERSON, &our_stamp);
  add_mention (sides->theirs, "both sides", READOUT_MENTION_PERSON, &our_stamp);
  put_together (sides, 0);
  resolve (sides, NULL);
}

static void
test_new_twins_differ (Sides *sides, gconstpointer data)
{
  add_mention (sides->ours, "both sides", READOUT_MENTION_PERSON, &our_stamp);
  add_mention (
      sides->theirs, "both sides", READOUT_MENTION_EVENT, &their_stamp);
  put_together (sides, 1);
}

static void
suggest (ReadoutDocument *document, const char *note)
{
  g_autoptr (GPtrArray) changes = readout_changes_new ();
  g_autoptr (ReadoutMention) mention = readout_mention_new (
      "m99",
      fixture_find (readout_document_get_text (document), "both sides", 0),
      READOUT_MENTION_MISC,
      READOUT_FORM_NAME);

  readout_record_set_string (&mention->record.note, note);
  readout_changes_add (changes, NULL, mention);
  fixture_apply (document, "Detect", changes);
}

/* Both have had the same words suggested, and one has noted something: that is
 * a person's work, and a suggestion is not. */
static void
test_new_twins_noted (Sides *sides, gconstpointer data)
{
  suggest (sides->ours, "Ours");
  suggest (sides->theirs, NULL);
  put_together (sides, 0);
  resolve (sides, NULL);
  g_assert_cmpstr (
      ((ReadoutRecord *)fixture_get (sides->theirs, "m99"))->note, ==, "Ours");
}

/* Both have had the same words suggested, and they have corrected them. */
static void
test_new_twins_corrected (Sides *sides, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  guint n;

  suggest (sides->ours, NULL);
  suggest (sides->theirs, NULL);
  changes = readout_edits_move_edge (sides->theirs,
                                     "m99",
                                     READOUT_FIELD_CONTENT,
                                     0,
                                     READOUT_EDGE_END,
                                     1,
                                     &their_stamp,
                                     &error);
  g_assert_no_error (error);
  fixture_apply (sides->theirs, "Move", changes);
  n = readout_annotations_get_n_records (
      readout_document_get_annotations (sides->theirs), READOUT_KIND_MENTION);

  put_together (sides, 0);
  resolve (sides, NULL);
  g_assert_cmpuint (readout_annotations_get_n_records (
                        readout_document_get_annotations (sides->theirs),
                        READOUT_KIND_MENTION),
                    ==,
                    n);
}

/* We have come to refer to an actor that they have removed. */
static void
test_reference_removed (Sides *sides, gconstpointer data)
{
  const gboolean mine[] = { TRUE };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) link
      = readout_edits_link (sides->ours, "m4", "a4", &our_stamp, &error);

  g_assert_no_error (error);
  fixture_apply (sides->ours, "Link", link);
  remove_record (sides->theirs, "a4");

  put_together (sides, 1);
  g_assert_cmpstr (readout_merge_get_conflict (sides->merge, 0)->id, ==, "m4");
  resolve (sides, mine);
  g_assert_cmpstr (get_mention (sides->theirs, "m4")->actor, ==, "a4");
  g_assert_nonnull (fixture_get (sides->theirs, "a4"));
}

static void
test_reference_removed_theirs (Sides *sides, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) link
      = readout_edits_link (sides->ours, "m4", "a4", &our_stamp, &error);

  g_assert_no_error (error);
  fixture_apply (sides->ours, "Link", link);
  remove_record (sides->theirs, "a4");

  put_together (sides, 1);
  resolve (sides, NULL);
  g_assert_null (get_mention (sides->ours, "m4")->actor);
  g_assert_null (readout_annotations_lookup (
      readout_document_get_annotations (sides->ours), "a4"));
}

/* They have come to refer to an actor that we have removed. */
static void
check_removed_here (Sides *sides)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) link
      = readout_edits_link (sides->theirs, "m4", "a4", &their_stamp, &error);

  g_assert_no_error (error);
  fixture_apply (sides->theirs, "Link", link);
  remove_record (sides->ours, "a4");

  put_together (sides, 1);
  g_assert_cmpstr (readout_merge_get_conflict (sides->merge, 0)->id, ==, "a4");
}

static void
test_removed_here (Sides *sides, gconstpointer data)
{
  const gboolean mine[] = { TRUE };

  check_removed_here (sides);
  resolve (sides, mine);
  g_assert_null (get_mention (sides->ours, "m4")->actor);
}

static void
test_removed_here_theirs (Sides *sides, gconstpointer data)
{
  check_removed_here (sides);
  resolve (sides, NULL);
  g_assert_cmpstr (get_mention (sides->ours, "m4")->actor, ==, "a4");
}

/* A chain of new items hangs on one that cannot be. */
static void
test_chain (Sides *sides, gconstpointer data)
{
  const gboolean mine[] = { TRUE, TRUE, TRUE };
  g_autoptr (GPtrArray) changes = readout_changes_new ();

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *id = g_strdup_printf ("s%u", 10 + i);
      g_autofree char *parent = g_strdup_printf ("s%u", i == 0 ? 4 : 9 + i);
      g_autoptr (ReadoutStatement) statement
          = readout_statement_new (id, READOUT_MANNER_INDIRECT);

      statement->record.review.state = READOUT_STATE_ADDED;
      readout_shared_string_set (&statement->record.review.by, "mk");
      readout_shared_string_set (&statement->parent, parent);
      readout_span_list_add (&statement->content, READOUT_SPAN (0, 4 + i));
      readout_changes_add (changes, NULL, statement);
    }
  fixture_apply (sides->ours, "Add", changes);
  remove_record (sides->theirs, "s4");

  put_together (sides, 3);
  resolve (sides, mine);
  g_assert_nonnull (fixture_get (sides->theirs, "s4"));
  g_assert_nonnull (fixture_get (sides->theirs, "s12"));
}

static ReadoutRecord *
pick (ReadoutDocument *document, ReadoutKind kind, GRand *rand)
{
  ReadoutAnnotations *annotations = readout_document_get_annotations (document);
  guint               n = readout_annotations_get_n_records (annotations, kind);

  return n > 0 ? readout_annotations_get_record (
             annotations, kind, g_rand_int_range (rand, 0, n))
               : NULL;
}

static GPtrArray *
make_changes (ReadoutDocument    *document,
              GRand              *rand,
              const ReadoutStamp *stamp,
              GError            **error)
{
  ReadoutText *text = readout_document_get_text (document);
  guint32      length = readout_text_get_length (text);
  guint32      start = g_rand_int_range (rand, 0, length - 1);
  ReadoutSpan  span = READOUT_SPAN (
      start, MIN (length, start + g_rand_int_range (rand, 1, 40)));
  ReadoutRecord *record
      = pick (document, g_rand_int_range (rand, 0, READOUT_N_KINDS), rand);
  ReadoutRecord *actor = pick (document, READOUT_KIND_ACTOR, rand);
  const char    *ids[] = { record != NULL ? record->id : "m1", NULL };

  switch (g_rand_int_range (rand, 0, 9))
    {
    case 0:
      return readout_edits_accept (document, ids, stamp, error);
    case 1:
      return readout_edits_reject (document, ids, stamp, error);
    case 2:
      return readout_edits_set_type (
          document,
          ids[0],
          g_rand_int_range (rand, 0, READOUT_N_MENTION_TYPES),
          stamp,
          error);
    case 3:
      return readout_edits_add_mention (
          document, span, READOUT_MENTION_PERSON, stamp, error);
    case 4:
      return readout_edits_add_statement (document, span, stamp, error);
    case 5:
      return readout_edits_add_actor (document, span, stamp, error);
    case 6:
      return readout_edits_set_note (document, ids[0], "a note", error);
    case 7:
      return actor != NULL ? readout_edits_link (
                 document, ids[0], actor->id, stamp, error)
                           : NULL;
    default:
      return actor != NULL && pick (document, READOUT_KIND_ACTOR, rand) != actor
                 ? readout_edits_merge_actors (
                     document,
                     actor->id,
                     pick (document, READOUT_KIND_ACTOR, rand)->id,
                     stamp,
                     error)
                 : NULL;
    }
}

static void
act (ReadoutDocument *document, GRand *rand, const ReadoutStamp *stamp)
{
  for (guint n = g_rand_int_range (rand, 0, 6); n > 0; n--)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) changes = NULL;
      ReadoutRecord *record
          = pick (document, g_rand_int_range (rand, 0, READOUT_N_KINDS), rand);

      if (g_rand_int_range (rand, 0, 8) == 0 && record != NULL)
        {
          g_autofree char *id = g_strdup (record->id);

          remove_record (document, id);
          continue;
        }

      changes = make_changes (document, rand, stamp, &error);
      if (changes != NULL)
        fixture_apply (document, "Act", changes);
    }
}

static const char *
check_live (const char *id, gpointer user_data)
{
  ReadoutRecord *record = readout_annotations_lookup (user_data, id);

  g_assert_nonnull (record);
  g_assert_cmpint (record->review.state, !=, READOUT_STATE_REJECTED);

  return id;
}

static void
check_references (ReadoutDocument *document)
{
  g_autoptr (GPtrArray) records = fixture_copy_records (document);

  for (guint i = 0; i < records->len; i++)
    {
      ReadoutRecord *record = g_ptr_array_index (records, i);
      g_autoptr (ReadoutRecord) copy = readout_record_copy (record);

      if (record->review.state != READOUT_STATE_REJECTED)
        readout_record_map_references (
            copy, check_live, readout_document_get_annotations (document));
    }
}

static const char *
find_new (const char *id, gpointer user_data)
{
  return readout_snapshot_lookup (user_data, id) != NULL ? id : NULL;
}

/* Whether a record refers to nothing that came later than @base, and so may
 * have been given another id. */
static gboolean
is_old (ReadoutSnapshot *base, ReadoutRecord *record)
{
  g_autoptr (ReadoutRecord) copy = readout_record_copy (record);

  readout_record_map_references (copy, find_new, base);

  return readout_record_equal (copy, record);
}

/* What only one side has changed is as that side has it, where nothing was
 * asked. */
static void
check_holds (ReadoutSnapshot *base, ReadoutSnapshot *side, ReadoutSnapshot *all)
{
  for (guint i = 0; i < readout_snapshot_get_n_records (base); i++)
    {
      ReadoutRecord *record = readout_snapshot_get_record (base, i);
      ReadoutRecord *now = readout_snapshot_lookup (side, record->id);
      ReadoutRecord *merged = readout_snapshot_lookup (all, record->id);

      if (now != NULL && readout_record_equal (now, record))
        continue;
      g_assert_true ((now == NULL) == (merged == NULL));
      if (now != NULL && is_old (base, now))
        g_assert_true (readout_record_equal (now, merged));
    }
}

/* Whoever is asked is told what it is about. */
static void
check_told (const ReadoutMerge *merge, guint index)
{
  const ReadoutConflict *conflict = readout_merge_get_conflict (merge, index);
  g_autoptr (ReadoutConflictAccount) account
      = readout_merge_describe (merge, index);

  g_assert_true (account->differences->len > 0 || account->users->len > 0
                 || conflict->mine == NULL || conflict->theirs == NULL);
  for (guint i = 0; i < account->needs->len; i++)
    g_assert_true (readout_record_refers_to (
        conflict->mine,
        ((ReadoutRecord *)g_ptr_array_index (account->needs, i))->id));
}

static void
merge_at_random (guint32 seed, guint *n_clean, guint *n_asked)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (ReadoutSnapshot) ours = NULL;
  g_autoptr (ReadoutSnapshot) theirs = NULL;
  g_autoptr (ReadoutSnapshot) merged = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GPtrArray) values = NULL;
  g_autofree gboolean *mine = NULL;
  Sides                sides = { 0 };
  guint                n;

  sides_set_up (&sides, NULL);
  act (sides.ours, rand, &our_stamp);
  act (sides.theirs, rand, &their_stamp);
  ours = readout_snapshot_new (sides.ours);
  theirs = readout_snapshot_new (sides.theirs);

  readout_snapshot_diff (sides.base, ours, &changes, &values);
  sides.merge = readout_merge_new (theirs, ours, changes, values);
  n = readout_merge_get_n_conflicts (sides.merge);
  mine = g_new0 (gboolean, n + 1);
  for (guint i = 0; i < n; i++)
    {
      mine[i] = g_rand_boolean (rand);
      check_told (sides.merge, i);
    }

  resolve (&sides, mine);
  check_references (sides.theirs);
  merged = readout_snapshot_new (sides.theirs);
  if (n == 0)
    {
      check_holds (sides.base, ours, merged);
      check_holds (sides.base, theirs, merged);
      (*n_clean)++;
    }
  else
    (*n_asked)++;

  if (readout_snapshot_equal (sides.base, theirs))
    {
      g_assert_cmpuint (n, ==, 0);
      g_assert_true (readout_snapshot_equal (merged, ours));
    }
  if (readout_snapshot_equal (sides.base, ours))
    {
      g_assert_cmpuint (n, ==, 0);
      g_assert_true (readout_snapshot_equal (merged, theirs));
    }

  sides_tear_down (&sides, NULL);
}

static void
test_random (void)
{
  guint n_clean = 0;
  guint n_asked = 0;

  for (guint32 seed = 1; seed <= N_ROUNDS; seed++)
    merge_at_random (seed, &n_clean, &n_asked);

  g_test_message ("%u merged, %u asked", n_clean, n_asked);
  g_assert_cmpuint (n_clean, >, N_ROUNDS / 5);
  g_assert_cmpuint (n_asked, >, N_ROUNDS / 5);
}

static void
test_snapshot (Sides *sides, gconstpointer data)
{
  g_autoptr (ReadoutSnapshot) again = readout_snapshot_new (sides->theirs);
  g_autoptr (ReadoutSnapshot) noted = NULL;

  g_assert_true (readout_snapshot_equal (sides->base, again));

  readout_document_set_extra (sides->theirs, "{\"theirs\":1}");
  noted = readout_snapshot_new (sides->theirs);
  g_assert_false (readout_snapshot_equal (sides->base, noted));
}

#define ADD(path, function)                                                    \
  g_test_add (path, Sides, NULL, sides_set_up, function, sides_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/merge/snapshot", test_snapshot);
  ADD ("/merge/other-items", test_other_items);
  ADD ("/merge/same-item", test_same_item);
  ADD ("/merge/same-item-theirs", test_same_item_theirs);
  ADD ("/merge/alike", test_alike);
  ADD ("/merge/value", test_value);
  ADD ("/merge/new-ids", test_new_ids);
  ADD ("/merge/new-twins", test_new_twins);
  ADD ("/merge/new-twins-differ", test_new_twins_differ);
  ADD ("/merge/new-twins-noted", test_new_twins_noted);
  ADD ("/merge/new-twins-corrected", test_new_twins_corrected);
  ADD ("/merge/reference-removed", test_reference_removed);
  ADD ("/merge/reference-removed-theirs", test_reference_removed_theirs);
  ADD ("/merge/removed-here", test_removed_here);
  ADD ("/merge/removed-here-theirs", test_removed_here_theirs);
  ADD ("/merge/chain", test_chain);
  g_test_add_func ("/merge/random", test_random);

  return g_test_run ();
}
