/* test-annotations.c: the set of records and its one mutator
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "base/error.h"
#include "model/annotations.h"

typedef struct
{
  guint          n_changed;
  guint          n_applied;
  ReadoutChange *last;
} Counts;

static void
changed_cb (ReadoutAnnotations *annotations,
            ReadoutChange      *change,
            Counts             *counts)
{
  /* The whole group is applied before the first signal. */
  g_assert_true (
      readout_annotations_lookup (annotations, readout_change_get_id (change))
      == (gpointer)change->after);
  counts->n_changed++;
  counts->last = change;
}

static void
applied_cb (ReadoutAnnotations *annotations, Counts *counts)
{
  counts->n_applied++;
}

static ReadoutAnnotations *
make_set (Counts *counts)
{
  ReadoutAnnotations *self = readout_annotations_new ();

  g_signal_connect (self, "changed", G_CALLBACK (changed_cb), counts);
  g_signal_connect (self, "changes-applied", G_CALLBACK (applied_cb), counts);

  return self;
}

static ReadoutMention *
make_mention (const char *id, guint start)
{
  return readout_mention_new (id,
                              READOUT_SPAN (start, start + 3),
                              READOUT_MENTION_PERSON,
                              READOUT_FORM_NAME);
}

static void
check_order (ReadoutAnnotations *self)
{
  for (guint kind = 0; kind < READOUT_N_KINDS; kind++)
    for (guint i = 0; i < readout_annotations_get_n_records (self, kind); i++)
      {
        ReadoutRecord *record = readout_annotations_get_record (self, kind, i);
        guint          position;

        g_assert_true (readout_annotations_find (self, record->id, &position));
        g_assert_cmpuint (position, ==, i);
        g_assert_true (readout_annotations_lookup (self, record->id) == record);
        if (i > 0)
          g_assert_cmpint (
              readout_record_compare (
                  readout_annotations_get_record (self, kind, i - 1), record),
              <,
              0);
      }
}

static void
test_apply (void)
{
  Counts counts = { 0 };
  g_autoptr (ReadoutAnnotations) self = make_set (&counts);
  g_autoptr (GPtrArray) changes = readout_changes_new ();
  g_autoptr (ReadoutMention) one = make_mention ("m1", 10);
  g_autoptr (ReadoutMention) two = make_mention ("m2", 20);
  g_autoptr (ReadoutMention) moved = NULL;
  g_autoptr (GError) error = NULL;

  readout_changes_add (changes, NULL, two);
  readout_changes_add (changes, NULL, one);
  g_assert_true (readout_annotations_apply (self, changes, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (counts.n_changed, ==, 2);
  g_assert_cmpuint (counts.n_applied, ==, 1);
  check_order (self);
  g_assert_true (readout_annotations_get_record (self, READOUT_KIND_MENTION, 0)
                 == (gpointer)one);

  /* An equal record will do for the `before`, and a move is followed. */
  g_ptr_array_set_size (changes, 0);
  {
    g_autoptr (ReadoutMention) before = readout_record_copy (one);

    moved = readout_record_copy (one);
    moved->span = READOUT_SPAN (30, 33);
    readout_changes_add (changes, before, moved);
  }
  g_assert_true (readout_annotations_apply (self, changes, &error));
  check_order (self);
  g_assert_true (readout_annotations_get_record (self, READOUT_KIND_MENTION, 1)
                 == (gpointer)moved);
  g_assert_true (readout_annotations_get_mention (self, "m1") == moved);
  g_assert_null (readout_annotations_get_actor (self, "m1"));
  g_assert_null (readout_annotations_lookup (self, NULL));

  /* The same record may be changed twice in a group. */
  g_ptr_array_set_size (changes, 0);
  readout_changes_add (changes, moved, one);
  readout_changes_add (changes, one, NULL);
  readout_changes_add (changes, NULL, one);
  g_signal_handlers_disconnect_by_func (self, changed_cb, &counts);
  g_assert_true (readout_annotations_apply (self, changes, &error));
  g_assert_no_error (error);
  g_assert_true (readout_annotations_lookup (self, "m1") == (gpointer)one);
  check_order (self);
}

/* A group with a fault in it leaves everything as it was. */
static void
test_refuse (void)
{
  Counts counts = { 0 };
  g_autoptr (ReadoutAnnotations) self = readout_annotations_new ();
  g_autoptr (GPtrArray) changes = readout_changes_new ();
  g_autoptr (ReadoutMention) one = make_mention ("m1", 10);
  g_autoptr (ReadoutMention) other = make_mention ("m1", 15);
  g_autoptr (ReadoutMention) two = make_mention ("m2", 20);
  g_autoptr (ReadoutActor) actor
      = readout_actor_new ("m1", READOUT_ACTOR_PERSON, "Varga");
  struct
  {
    gpointer before, after;
  } faults[] = {
    { NULL, other }, /* The id is taken, */
    { NULL, actor }, /* also by another kind. */
    { other, NULL }, /* Not as it is. */
    { two, NULL },   /* Not there; added only later. */
  };

  readout_changes_add (changes, NULL, one);
  g_assert_true (readout_annotations_apply (self, changes, NULL));
  g_signal_connect (self, "changed", G_CALLBACK (changed_cb), &counts);
  g_signal_connect (self, "changes-applied", G_CALLBACK (applied_cb), &counts);

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ReadoutMention) three = make_mention ("m3", 5);

      g_ptr_array_set_size (changes, 0);
      readout_changes_add (changes, NULL, three);
      readout_changes_add (changes, faults[i].before, faults[i].after);
      readout_changes_add (changes, NULL, two);
      g_assert_false (readout_annotations_apply (self, changes, &error));
      g_assert_error (error, READOUT_ERROR, READOUT_ERROR_REFERENCE);
      g_assert_nonnull (strstr (error->message, i < 3 ? "m1" : "m2"));
      g_assert_cmpuint (
          readout_annotations_get_n_records (self, READOUT_KIND_MENTION),
          ==,
          1);
      g_assert_true (readout_annotations_lookup (self, "m1") == (gpointer)one);
      g_assert_null (readout_annotations_lookup (self, "m3"));
    }
  g_assert_cmpuint (counts.n_changed + counts.n_applied, ==, 0);
}

static void
test_ids (void)
{
  g_autoptr (ReadoutAnnotations) self = readout_annotations_new ();
  g_autoptr (GPtrArray) changes = readout_changes_new ();
  g_autoptr (ReadoutMention) mention = make_mention ("m7", 0);
  static const struct
  {
    const char *reserved;
    const char *next;
  } cases[] = {
    { "m6", "m8" },     { "m20", "m21" }, { "m0030", "m31" },
    { "m5x", "m32" },   { "", "m33" },    { "m", "m34" },
    { "a99", "m35" },   { "M77", "m36" }, { "m99999999999999999999", "m37" },
    { "x m40", "m38" },
  };
  g_autofree char *statement = NULL;
  g_autofree char *actor = NULL;

  readout_changes_add (changes, NULL, mention);
  g_assert_true (readout_annotations_apply (self, changes, NULL));
  g_ptr_array_set_size (changes, 0);
  readout_changes_add (changes, mention, NULL);
  g_assert_true (readout_annotations_apply (self, changes, NULL));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *id = NULL;

      readout_annotations_reserve_id (self, cases[i].reserved);
      id = readout_annotations_make_id (self, READOUT_KIND_MENTION);
      g_assert_cmpstr (id, ==, cases[i].next);
    }

  statement = readout_annotations_make_id (self, READOUT_KIND_STATEMENT);
  g_assert_cmpstr (statement, ==, "s1");
  actor = readout_annotations_make_id (self, READOUT_KIND_ACTOR);
  g_assert_cmpstr (actor, ==, "a100");
}

static void
test_count_states (void)
{
  g_autoptr (ReadoutAnnotations) self = readout_annotations_new ();
  g_autoptr (GPtrArray) changes = readout_changes_new ();
  guint counts[READOUT_N_STATES];

  for (guint i = 0; i < 9; i++)
    {
      g_autofree char *id = g_strdup_printf ("m%u", i);
      g_autoptr (ReadoutMention) mention = make_mention (id, i * 10);

      mention->record.review.state
          = i < 5 ? READOUT_STATE_SUGGESTED
                  : (i < 8 ? READOUT_STATE_REJECTED : READOUT_STATE_ADDED);
      readout_changes_add (changes, NULL, mention);
    }
  g_assert_true (readout_annotations_apply (self, changes, NULL));

  readout_annotations_count_states (self, READOUT_KIND_MENTION, counts);
  g_assert_cmpuint (counts[READOUT_STATE_SUGGESTED], ==, 5);
  g_assert_cmpuint (counts[READOUT_STATE_REJECTED], ==, 3);
  g_assert_cmpuint (counts[READOUT_STATE_ADDED], ==, 1);
  g_assert_cmpuint (counts[READOUT_STATE_CONFIRMED], ==, 0);
  readout_annotations_count_states (self, READOUT_KIND_ACTOR, counts);
  g_assert_cmpuint (counts[READOUT_STATE_SUGGESTED], ==, 0);
}

/* 6,000 records at once, in any order, then half of them moved, then all
 * removed, and the same in groups small enough to be edited place by place. */
static void
test_bulk (gconstpointer data)
{
  guint       group = GPOINTER_TO_UINT (data);
  const guint n = 6000;
  Counts      counts = { 0 };
  g_autoptr (ReadoutAnnotations) self = make_set (&counts);
  g_autoptr (GPtrArray) changes = readout_changes_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (6000);
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  gint64 elapsed;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("m%u", i + 1);
      g_autoptr (ReadoutMention) mention
          = make_mention (id, g_rand_int_range (rand, 0, 100000));

      readout_changes_add (changes, NULL, mention);
      if (changes->len == group || i + 1 == n)
        {
          g_assert_true (readout_annotations_apply (self, changes, &error));
          g_assert_no_error (error);
          g_ptr_array_set_size (changes, 0);
        }
    }
  elapsed = g_get_monotonic_time () - start;
  g_test_message (
      "%u records in groups of %u: %.1f ms", n, group, elapsed / 1000.0);
  check_order (self);
  g_assert_cmpuint (counts.n_changed, ==, n);
  g_assert_cmpuint (counts.n_applied, ==, (n + group - 1) / group);

  for (guint i = 0; i < n; i += 2)
    {
      g_autofree char *id = g_strdup_printf ("m%u", i + 1);
      ReadoutMention  *before = readout_annotations_get_mention (self, id);
      g_autoptr (ReadoutMention) after
          = make_mention (id, g_rand_int_range (rand, 0, 100000));

      readout_changes_add (changes, before, after);
      if (changes->len == group || i + 2 >= n)
        {
          g_assert_true (readout_annotations_apply (self, changes, &error));
          g_ptr_array_set_size (changes, 0);
        }
    }
  check_order (self);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("m%u", i + 1);

      readout_changes_add (
          changes, readout_annotations_get_mention (self, id), NULL);
      if (changes->len == group || i + 1 == n)
        {
          g_assert_true (readout_annotations_apply (self, changes, &error));
          g_ptr_array_set_size (changes, 0);
        }
    }
  g_assert_cmpuint (
      readout_annotations_get_n_records (self, READOUT_KIND_MENTION), ==, 0);
}

static void
test_finalize (void)
{
  ReadoutAnnotations *self = readout_annotations_new ();
  g_autoptr (GPtrArray) changes = readout_changes_new ();
  g_autoptr (ReadoutMention) mention = make_mention ("m1", 0);

  readout_changes_add (changes, NULL, mention);
  g_assert_true (readout_annotations_apply (self, changes, NULL));
  g_object_add_weak_pointer (G_OBJECT (self), (gpointer *)&self);
  g_object_unref (self);
  g_assert_null (self);

  /* Record and change outlive the set. */
  g_assert_cmpstr (mention->record.id, ==, "m1");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/annotations/apply", test_apply);
  g_test_add_func ("/annotations/refuse", test_refuse);
  g_test_add_func ("/annotations/ids", test_ids);
  g_test_add_func ("/annotations/count-states", test_count_states);
  g_test_add_data_func (
      "/annotations/bulk/at-once", GUINT_TO_POINTER (6000), test_bulk);
  g_test_add_data_func (
      "/annotations/bulk/by-tens", GUINT_TO_POINTER (10), test_bulk);
  g_test_add_data_func (
      "/annotations/bulk/single", GUINT_TO_POINTER (1), test_bulk);
  g_test_add_func ("/annotations/finalize", test_finalize);
  return g_test_run ();
}
