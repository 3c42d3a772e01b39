/* test-record-list.c: the list model over the set
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/record-list.h"
#include "support/list-validator.h"

typedef struct
{
  ReadoutAnnotations *annotations;
  ReadoutRecordList  *list;
  ListValidator      *validator;
  GPtrArray          *changes;
} Fixture;

static ReadoutMention *
make_mention (const char *id, guint start)
{
  return readout_mention_new (id,
                              READOUT_SPAN (start, start + 3),
                              READOUT_MENTION_PERSON,
                              READOUT_FORM_NAME);
}

static void
add (Fixture *fixture, guint number, guint start)
{
  g_autofree char *id = g_strdup_printf ("m%u", number);
  g_autoptr (ReadoutMention) mention = make_mention (id, start);

  readout_changes_add (fixture->changes, NULL, mention);
}

static void
move (Fixture *fixture, guint number, guint start)
{
  g_autofree char *id = g_strdup_printf ("m%u", number);
  ReadoutMention  *before
      = readout_annotations_get_mention (fixture->annotations, id);
  g_autoptr (ReadoutMention) after = readout_record_copy (before);

  after->span = READOUT_SPAN (start, start + 3);
  readout_changes_add (fixture->changes, before, after);
}

static void
retype (Fixture *fixture, guint number, ReadoutMentionType type)
{
  g_autofree char *id = g_strdup_printf ("m%u", number);
  ReadoutMention  *before
      = readout_annotations_get_mention (fixture->annotations, id);
  g_autoptr (ReadoutMention) after = readout_record_copy (before);

  after->type = type;
  readout_changes_add (fixture->changes, before, after);
}

static void
take_away (Fixture *fixture, guint number)
{
  g_autofree char *id = g_strdup_printf ("m%u", number);

  readout_changes_add (
      fixture->changes,
      readout_annotations_get_mention (fixture->annotations, id),
      NULL);
}

/* Applies what was collected, and asserts that the list is the set and that
 * it took `n_signals` to tell. */
static void
apply (Fixture *fixture, guint n_signals)
{
  g_autoptr (GError) error = NULL;
  guint n;

  readout_annotations_apply (fixture->annotations, fixture->changes, &error);
  g_assert_no_error (error);
  g_ptr_array_set_size (fixture->changes, 0);

  list_validator_check (fixture->validator);
  if (n_signals != G_MAXUINT)
    g_assert_cmpuint (
        list_validator_take_n_signals (fixture->validator), ==, n_signals);

  n = readout_annotations_get_n_records (fixture->annotations,
                                         READOUT_KIND_MENTION);
  g_assert_cmpuint (
      g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, n);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ReadoutEntry) entry
          = g_list_model_get_item (G_LIST_MODEL (fixture->list), i);
      ReadoutRecord *record = readout_annotations_get_record (
          fixture->annotations, READOUT_KIND_MENTION, i);
      guint position;

      g_assert_true (readout_entry_get_record (entry) == (gpointer)record);
      g_assert_true (
          readout_record_list_find (fixture->list, record->id, &position)
          == entry);
      g_assert_cmpuint (position, ==, i);
    }
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->annotations = readout_annotations_new ();
  fixture->changes = readout_changes_new ();
  /* The first five stand in the set before the list is made. */
  for (guint i = 1; i <= 5; i++)
    add (fixture, i, i * 10);
  g_assert_true (
      readout_annotations_apply (fixture->annotations, fixture->changes, NULL));
  g_ptr_array_set_size (fixture->changes, 0);

  fixture->list
      = readout_record_list_new (fixture->annotations, READOUT_KIND_MENTION);
  fixture->validator = list_validator_new (G_LIST_MODEL (fixture->list));
  apply (fixture, 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  list_validator_free (fixture->validator);
  g_assert_finalize_object (fixture->list);
  g_assert_finalize_object (fixture->annotations);
  g_ptr_array_unref (fixture->changes);
}

static void
test_signals (Fixture *fixture, gconstpointer data)
{
  /* Added at both ends and twice in one gap, twice in another. */
  add (fixture, 6, 5);
  apply (fixture, 1);
  add (fixture, 7, 95);
  apply (fixture, 1);
  add (fixture, 8, 22);
  add (fixture, 9, 24);
  add (fixture, 10, 42);
  add (fixture, 11, 44);
  apply (fixture, 2);

  /* Taken away: two neighbours and one apart. */
  take_away (fixture, 8);
  take_away (fixture, 9);
  take_away (fixture, 11);
  apply (fixture, 2);

  /* One goes where another comes. */
  take_away (fixture, 10);
  add (fixture, 12, 41);
  apply (fixture, 1);

  /* A move is a removal and an addition; within its place it is nothing. */
  move (fixture, 1, 60);
  apply (fixture, 2);
  move (fixture, 1, 61);
  apply (fixture, 0);
  move (fixture, 7, 1);
  apply (fixture, 2);
  move (fixture, 7, 96);
  apply (fixture, 2);

  /* Two change places. */
  move (fixture, 2, 30);
  move (fixture, 3, 20);
  apply (fixture, G_MAXUINT);
  g_assert_cmpuint (list_validator_take_n_signals (fixture->validator), <=, 4);

  /* A removal, a move and an addition in one group. */
  take_away (fixture, 4);
  move (fixture, 5, 2);
  add (fixture, 13, 59);
  apply (fixture, G_MAXUINT);
  g_assert_cmpuint (list_validator_take_n_signals (fixture->validator), <=, 4);
}

static void
count_cb (GObject *object, GParamSpec *pspec, guint *n)
{
  (*n)++;
}

/* The entry stays the same object while its record changes, and tells of each
 * change once, whatever else is in the group. */
static void
test_entry (Fixture *fixture, gconstpointer data)
{
  ReadoutEntry    *entry = readout_record_list_find (fixture->list, "m3", NULL);
  ReadoutEntry    *again;
  ReadoutRecord   *record = NULL;
  g_autofree char *id = NULL;
  guint            n_notified = 0;
  guint            kind;

  g_signal_connect (
      entry, "notify::record", G_CALLBACK (count_cb), &n_notified);
  g_object_ref (entry);

  retype (fixture, 3, READOUT_MENTION_TITLE);
  apply (fixture, 0);
  g_assert_cmpuint (n_notified, ==, 1);
  move (fixture, 3, 99);
  retype (fixture, 4, READOUT_MENTION_TITLE);
  apply (fixture, 2);
  g_assert_cmpuint (n_notified, ==, 2);
  g_assert_true (readout_record_list_find (fixture->list, "m3", NULL) == entry);
  retype (fixture, 4, READOUT_MENTION_EVENT);
  apply (fixture, 0);
  g_assert_cmpuint (n_notified, ==, 2);

  g_object_get (entry, "kind", &kind, "id", &id, "record", &record, NULL);
  g_assert_cmpuint (kind, ==, READOUT_KIND_MENTION);
  g_assert_cmpstr (id, ==, "m3");
  g_assert_true (record == readout_entry_get_record (entry));
  readout_record_unref (record);

  /* Removed and added again it is another handle, and the old one keeps what
   * it last had. */
  take_away (fixture, 3);
  apply (fixture, 1);
  g_assert_null (readout_record_list_find (fixture->list, "m3", NULL));
  g_assert_null (readout_record_list_find (fixture->list, NULL, NULL));
  add (fixture, 3, 33);
  apply (fixture, 1);
  again = readout_record_list_find (fixture->list, "m3", NULL);
  g_assert_true (again != entry);
  g_assert_cmpuint (n_notified, ==, 2);
  g_assert_cmpstr (readout_entry_get_id (entry), ==, "m3");
  g_assert_finalize_object (entry);
}

/* Changes of other kinds are no news. */
static void
test_other_kinds (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ReadoutActor) actor
      = readout_actor_new ("a1", READOUT_ACTOR_PERSON, "Varga");

  readout_changes_add (fixture->changes, NULL, actor);
  apply (fixture, 0);
}

static void
test_bulk (Fixture *fixture, gconstpointer data)
{
  gint64 start = g_get_monotonic_time ();

  /* All that a detector brings is one signal. */
  for (guint i = 100; i < 6100; i++)
    add (fixture, i, i);
  apply (fixture, 1);

  /* Each second one goes: too many stretches, one signal. */
  for (guint i = 100; i < 6100; i += 2)
    take_away (fixture, i);
  apply (fixture, 1);

  /* All are retyped: nothing changes its place. */
  for (guint i = 101; i < 6100; i += 2)
    retype (fixture, i, READOUT_MENTION_TITLE);
  apply (fixture, 0);

  /* All change places: out, and in again. */
  for (guint i = 101; i < 6100; i += 2)
    move (fixture, i, 20000 - i);
  apply (fixture, 2);

  g_test_message ("12,000 changes of a list: %.1f ms",
                  (g_get_monotonic_time () - start) / 1000.0);
}

static void
test_random (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260302);
  guint next = 6;

  for (guint round = 0; round < 400; round++)
    {
      guint n = g_rand_int_range (rand, 1, 12);
      guint first = g_rand_int_range (rand, 1, next);

      for (guint i = 0; i < n; i++)
        {
          guint            number = first + i;
          g_autofree char *id = g_strdup_printf ("m%u", number);
          gboolean         there
              = readout_annotations_lookup (fixture->annotations, id) != NULL;

          switch (g_rand_int_range (rand, 0, 3))
            {
            case 0:
              add (fixture, next, g_rand_int_range (rand, 0, 300));
              next++;
              break;
            case 1:
              if (there && number + n < next)
                move (fixture, number, g_rand_int_range (rand, 0, 300));
              break;
            default:
              if (there && number + n < next)
                take_away (fixture, number);
              break;
            }
        }
      apply (fixture, G_MAXUINT);
    }
  g_assert_cmpuint (next, >, 500);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func)                                                        \
  g_test_add ("/record-list/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("signals", test_signals);
  ADD ("entry", test_entry);
  ADD ("other-kinds", test_other_kinds);
  ADD ("bulk", test_bulk);
  ADD ("random", test_random);
#undef ADD
  return g_test_run ();
}
