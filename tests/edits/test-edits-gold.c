/* test-edits-gold.c: detection and review on real articles
 *
 * Takes the articles of ../shared/gold, which is not part of the repository;
 * skipped with a message where it is missing.  The detector runs, a person
 * decides upon some of what it found, and then the detector and the gold
 * annotation, as if by another detector, come in turns.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "detect/detector.h"
#include "formats/json.h"
#include "edits/actors.h"
#include "edits/add.h"
#include "edits/detection.h"
#include "edits/edits.h"
#include "edits/units.h"
#include "support/fixtures.h"

static const ReadoutStamp stamp = { "mk", "2026-03-03T09:00:00Z" };
static const char *const  suffix = ".annotation.json";

static char *
find_gold (const char *part)
{
  const char *shared = g_getenv ("READOUT_SHARED");

  if (shared != NULL)
    return g_build_filename (shared, "gold", part, NULL);

  return g_test_build_filename (
      G_TEST_DIST, "..", "..", "shared", "gold", part, NULL);
}

static void
undecide (gpointer record)
{
  ReadoutRecord *self = record;

  g_assert_null (self->review.suggested);
  self->review.state = READOUT_STATE_SUGGESTED;
}

/* Brings @found in, then once more, which must change nothing. */
static guint
merge (ReadoutDocument *document, GPtrArray *found)
{
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GPtrArray) second = NULL;
  g_autoptr (GError) error = NULL;

  first = readout_edits_merge_detection (document, found, &error);
  g_assert_no_error (error);
  fixture_apply (document, "Detect", first);
  second = readout_edits_merge_detection (document, found, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (second->len, ==, 0);

  return first->len;
}

static gboolean
is_kept (const ReadoutRecord *record)
{
  return readout_record_is_reviewed (record) || record->review.flagged
         || record->note != NULL;
}

/* The same as merge(), and nothing that a person touched is altered. */
static guint
merge_and_check (ReadoutDocument *document, GPtrArray *found)
{
  g_autoptr (GPtrArray) before = fixture_copy_records (document);
  guint n = merge (document, found);

  for (guint i = 0; i < before->len; i++)
    {
      ReadoutRecord *record = g_ptr_array_index (before, i);

      if (is_kept (record))
        g_assert_true (
            readout_record_equal (fixture_get (document, record->id), record));
    }

  return n;
}

/* A person who decides upon some items, edits and merges others. */
static void
review (ReadoutDocument *document, GRand *rand)
{
  g_autoptr (GPtrArray) records = fixture_copy_records (document);
  ReadoutAnnotations *annotations = readout_document_get_annotations (document);
  ReadoutText        *text = readout_document_get_text (document);

  for (guint i = 0; i < records->len; i++)
    {
      ReadoutRecord *record = g_ptr_array_index (records, i);
      const char    *ids[] = { record->id, NULL };
      ReadoutRecord *other = g_ptr_array_index (
          records, g_rand_int_range (rand, 0, records->len));
      g_autoptr (GPtrArray) changes = NULL;

      if (readout_annotations_lookup (annotations, record->id) == NULL
          || readout_annotations_lookup (annotations, other->id) == NULL)
        continue;

      switch (g_rand_int_range (rand, 0, 10))
        {
        case 0:
        case 1:
          changes = readout_edits_accept (document, ids, &stamp, NULL);
          break;
        case 2:
          changes = readout_edits_reject (document, ids, &stamp, NULL);
          break;
        case 3:
          changes = readout_edits_move_edge (document,
                                             record->id,
                                             READOUT_FIELD_CONTENT,
                                             0,
                                             READOUT_EDGE_END,
                                             -1,
                                             &stamp,
                                             NULL);
          break;
        case 4:
          if (record->kind == READOUT_KIND_ACTOR
              && other->kind == READOUT_KIND_ACTOR)
            changes = readout_edits_merge_actors (
                document, record->id, other->id, &stamp, NULL);
          else if (other->kind == READOUT_KIND_ACTOR)
            changes = readout_edits_link (
                document, record->id, other->id, &stamp, NULL);
          break;
        case 5:
          if (!readout_span_is_empty (readout_record_get_anchor (record)))
            changes = readout_edits_add_statement (
                document,
                readout_edits_widen (text, readout_record_get_anchor (record)),
                &stamp,
                NULL);
          break;
        default:
          break;
        }
      if (changes != NULL)
        fixture_apply (document, "Review", changes);
    }
}

static void
check_article (const char *path, guint seed, guint *n_records)
{
  g_autoptr (ReadoutDocument) gold = NULL;
  g_autoptr (ReadoutDocument) document = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) others = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GError) error = NULL;
  g_autofree char  *data = NULL;
  g_autofree char  *start = NULL;
  g_autofree char  *end = NULL;
  ReadoutUndoStack *stack;
  gsize             length;

  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  gold = readout_json_read (data, length, &error);
  g_assert_no_error (error);
  others = fixture_copy_records (gold);
  for (guint i = 0; i < others->len; i++)
    {
      ReadoutRecord *copy = readout_record_copy (g_ptr_array_index (others, i));

      readout_record_unref (g_ptr_array_index (others, i));
      undecide (copy);
      g_ptr_array_index (others, i) = copy;
    }

  document = readout_document_new (readout_document_get_text (gold));
  stack = readout_document_get_undo_stack (document);
  found = readout_detector_run (
      NULL,
      readout_document_get_text (gold),
      readout_document_get_meta (gold, READOUT_META_PUBLISHED),
      "en",
      NULL,
      NULL,
      NULL,
      &error);
  g_assert_no_error (error);
  start = fixture_snapshot (document);

  g_assert_cmpuint (merge (document, found), ==, found->len);
  *n_records += found->len;
  for (guint round = 0; round < 3; round++)
    {
      review (document, rand);
      merge_and_check (document, found);
      merge_and_check (document, others);
      review (document, rand);
      merge_and_check (document, found);
    }

  while (readout_undo_stack_undo (stack))
    fixture_check (document);
  end = fixture_snapshot (document);
  g_assert_true (g_str_equal (start, end));
}

static void
test_gold (gconstpointer data)
{
  g_autofree char *folder = find_gold (data);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint       n_articles = 0;
  guint       n_records = 0;

  if (dir == NULL)
    {
      g_test_skip ("../shared/gold is not there");
      return;
    }

  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, suffix))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        check_article (path, ++n_articles, &n_records);
      }
  g_assert_cmpuint (n_articles, >, 0);
  g_test_message ("%u articles, %u records found", n_articles, n_records);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/edits/gold/dev", "dev", test_gold);
  g_test_add_data_func ("/edits/gold/train", "train", test_gold);
  return g_test_run ();
}
