/* test-undo-stack.c: taking back and doing again
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/undo-stack.h"

#include <string.h>

#include "base/error.h"
#include "model/document.h"

typedef struct
{
  ReadoutAnnotations   *annotations;
  ReadoutArticleValues *values;
  ReadoutUndoStack     *stack;
  GHashTable           *n_notified; /* Property -> count. */
  guint                 n_groups;
  guint                 last_index;
  gboolean              last_undone;
} Fixture;

static void
notify_cb (GObject *object, GParamSpec *pspec, Fixture *fixture)
{
  guint n = GPOINTER_TO_UINT (
      g_hash_table_lookup (fixture->n_notified, pspec->name));

  g_hash_table_insert (
      fixture->n_notified, (gpointer)pspec->name, GUINT_TO_POINTER (n + 1));
}

static void
group_applied_cb (ReadoutUndoStack *stack,
                  guint             index,
                  gboolean          undone,
                  Fixture          *fixture)
{
  fixture->n_groups++;
  fixture->last_index = index;
  fixture->last_undone = undone;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->annotations = readout_annotations_new ();
  fixture->values = readout_article_values_new ();
  fixture->stack
      = readout_undo_stack_new (fixture->annotations, fixture->values);
  fixture->n_notified = g_hash_table_new (g_str_hash, g_str_equal);
  g_signal_connect (fixture->stack, "notify", G_CALLBACK (notify_cb), fixture);
  g_signal_connect (
      fixture->stack, "group-applied", G_CALLBACK (group_applied_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->stack),
                             (gpointer *)&fixture->stack);
  g_object_unref (fixture->stack);
  g_assert_null (fixture->stack);
  g_assert_finalize_object (fixture->annotations);
  g_assert_finalize_object (fixture->values);
  g_hash_table_unref (fixture->n_notified);
}

/* Asserts how often each property was notified since the last call. */
static void
check_notified (Fixture *fixture,
                guint    can_undo,
                guint    can_redo,
                guint    undo_label,
                guint    redo_label,
                guint    modified)
{
  const char *names[]
      = { "can-undo", "can-redo", "undo-label", "redo-label", "modified" };
  guint wanted[] = { can_undo, can_redo, undo_label, redo_label, modified };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpuint (
        GPOINTER_TO_UINT (g_hash_table_lookup (fixture->n_notified, names[i])),
        ==,
        wanted[i]);
  g_hash_table_remove_all (fixture->n_notified);
}

static GPtrArray *
make_addition (const char *id)
{
  GPtrArray *changes = readout_changes_new ();
  g_autoptr (ReadoutActor) actor
      = readout_actor_new (id, READOUT_ACTOR_PERSON, id);

  readout_changes_add (changes, NULL, actor);

  return changes;
}

static void
push_addition (Fixture *fixture, const char *id)
{
  g_autoptr (GPtrArray) changes = make_addition (id);
  g_autofree char *label = g_strdup_printf ("Add %s", id);
  g_autoptr (GError) error = NULL;

  g_assert_true (
      readout_undo_stack_push (fixture->stack, label, id, changes, &error));
  g_assert_no_error (error);
}

static gboolean
has (Fixture *fixture, const char *id)
{
  return readout_annotations_lookup (fixture->annotations, id) != NULL;
}

static void
test_walk (Fixture *fixture, gconstpointer data)
{
  g_assert_false (readout_undo_stack_undo (fixture->stack));
  g_assert_false (readout_undo_stack_redo (fixture->stack));
  g_assert_null (readout_undo_stack_get_undo_label (fixture->stack));

  push_addition (fixture, "a1");
  check_notified (fixture, 1, 0, 1, 0, 1);
  push_addition (fixture, "a2");
  check_notified (fixture, 0, 0, 1, 0, 0);
  g_assert_cmpuint (fixture->n_groups, ==, 2);
  g_assert_cmpuint (fixture->last_index, ==, 1);
  g_assert_false (fixture->last_undone);
  g_assert_cmpstr (
      readout_undo_stack_get_undo_label (fixture->stack), ==, "Add a2");

  g_assert_true (readout_undo_stack_undo (fixture->stack));
  check_notified (fixture, 0, 1, 1, 1, 0);
  g_assert_cmpuint (fixture->last_index, ==, 1);
  g_assert_true (fixture->last_undone);
  g_assert_false (has (fixture, "a2"));
  g_assert_cmpstr (
      readout_undo_stack_get_undo_label (fixture->stack), ==, "Add a1");
  g_assert_cmpstr (
      readout_undo_stack_get_redo_label (fixture->stack), ==, "Add a2");

  g_assert_true (readout_undo_stack_undo (fixture->stack));
  check_notified (fixture, 1, 0, 1, 1, 1);
  g_assert_true (readout_undo_stack_redo (fixture->stack));
  g_assert_true (readout_undo_stack_redo (fixture->stack));
  g_assert_false (readout_undo_stack_redo (fixture->stack));
  g_assert_true (has (fixture, "a1") && has (fixture, "a2"));
  g_assert_cmpuint (fixture->n_groups, ==, 6);
  g_hash_table_remove_all (fixture->n_notified);

  /* A push drops what could be redone. */
  readout_undo_stack_undo (fixture->stack);
  readout_undo_stack_undo (fixture->stack);
  push_addition (fixture, "a3");
  g_assert_cmpuint (readout_undo_stack_get_n_groups (fixture->stack), ==, 1);
  g_assert_cmpuint (readout_undo_stack_get_position (fixture->stack), ==, 1);
  g_assert_false (readout_undo_stack_can_redo (fixture->stack));
  g_assert_cmpstr (
      readout_undo_stack_get_group (fixture->stack, 0)->selected, ==, "a3");
}

static void
test_refuse (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) again = make_addition ("a1");
  g_autoptr (GPtrArray) nothing = readout_changes_new ();
  g_autoptr (GError) error = NULL;

  push_addition (fixture, "a1");
  push_addition (fixture, "a2");
  readout_undo_stack_undo (fixture->stack);
  g_hash_table_remove_all (fixture->n_notified);
  fixture->n_groups = 0;

  /* Neither a group that cannot be applied nor an empty one is a step, and
   * what could be redone stays. */
  g_assert_false (
      readout_undo_stack_push (fixture->stack, "Again", NULL, again, &error));
  g_assert_error (error, READOUT_ERROR, READOUT_ERROR_REFERENCE);
  g_assert_true (
      readout_undo_stack_push (fixture->stack, "Nothing", NULL, nothing, NULL));
  check_notified (fixture, 0, 0, 0, 0, 0);
  g_assert_cmpuint (fixture->n_groups, ==, 0);
  g_assert_cmpuint (readout_undo_stack_get_n_groups (fixture->stack), ==, 2);
  g_assert_true (readout_undo_stack_redo (fixture->stack));
}

static void
test_modified (Fixture *fixture, gconstpointer data)
{
  ReadoutUndoStack *stack = fixture->stack;
  guint64           state;

  g_assert_false (readout_undo_stack_is_modified (stack));
  push_addition (fixture, "a1");
  push_addition (fixture, "a2");
  g_assert_true (readout_undo_stack_is_modified (stack));

  /* Saved at two; then one edit, while the bytes were on their way. */
  state = readout_undo_stack_get_state (stack);
  push_addition (fixture, "a3");
  g_hash_table_remove_all (fixture->n_notified);
  readout_undo_stack_mark_saved (stack, state);
  check_notified (fixture, 0, 0, 0, 0, 0);
  g_assert_true (readout_undo_stack_is_modified (stack));
  readout_undo_stack_undo (stack);
  g_assert_false (readout_undo_stack_is_modified (stack));
  check_notified (fixture, 0, 1, 1, 1, 1);
  g_assert_cmpuint (readout_undo_stack_get_state (stack), ==, state);

  /* The saved state falls into the dropped tail: never unmodified again, not
   * even at the same position. */
  readout_undo_stack_undo (stack);
  push_addition (fixture, "a4");
  g_assert_cmpuint (readout_undo_stack_get_position (stack), ==, 2);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_true (readout_undo_stack_is_modified (stack));
      readout_undo_stack_undo (stack);
    }
  readout_undo_stack_mark_saved (stack, readout_undo_stack_get_state (stack));
  g_assert_false (readout_undo_stack_is_modified (stack));
}

static void
test_restore (Fixture *fixture, gconstpointer data)
{
  ReadoutUndoStack *stack = fixture->stack;
  GPtrArray        *groups = g_ptr_array_new_with_free_func (
      (GDestroyNotify)readout_undo_group_free);
  g_autofree char *id = NULL;

  /* As after a restart: the file has a1 and a2, the journal three groups of
   * which the last was undone. */
  push_addition (fixture, "a1");
  push_addition (fixture, "a2");
  readout_undo_stack_mark_saved (stack, readout_undo_stack_get_state (stack));
  for (guint i = 1; i <= 3; i++)
    {
      g_autofree char *actor = g_strdup_printf ("a%u", i);
      g_autofree char *label = g_strdup_printf ("Journal %u", i);
      g_autoptr (GPtrArray) changes = make_addition (actor);

      g_ptr_array_add (groups,
                       readout_undo_group_new (label, actor, changes, NULL));
    }
  fixture->n_groups = 0;
  readout_undo_stack_restore (stack, groups, 2);

  g_assert_cmpuint (fixture->n_groups, ==, 0);
  g_assert_false (readout_undo_stack_is_modified (stack));
  g_assert_cmpstr (readout_undo_stack_get_undo_label (stack), ==, "Journal 2");
  g_assert_cmpstr (readout_undo_stack_get_redo_label (stack), ==, "Journal 3");

  /* An id that is only in the journal is not given again. */
  id = readout_annotations_make_id (fixture->annotations, READOUT_KIND_ACTOR);
  g_assert_cmpstr (id, ==, "a4");

  g_assert_true (readout_undo_stack_redo (stack));
  g_assert_true (has (fixture, "a3"));
  g_assert_true (readout_undo_stack_is_modified (stack));
  g_assert_true (readout_undo_stack_undo (stack));
  g_assert_false (readout_undo_stack_is_modified (stack));
  g_assert_true (readout_undo_stack_undo (stack));
  g_assert_true (readout_undo_stack_undo (stack));
  g_assert_false (has (fixture, "a1"));
  g_assert_false (readout_undo_stack_can_undo (stack));
}

static ReadoutArticleKey
date_key (void)
{
  return readout_article_key_for_meta (READOUT_META_PUBLISHED);
}

static const char *
get_date (Fixture *fixture)
{
  return readout_article_values_get (fixture->values, date_key ());
}

/* As the reader of a file does, which is no step of undo. */
static void
set_date (Fixture *fixture, const char *date)
{
  g_autoptr (GPtrArray) values = readout_article_changes_new ();
  g_autoptr (GError) error = NULL;

  readout_article_changes_add (values, date_key (), get_date (fixture), date);
  readout_article_values_apply (fixture->values, values, &error);
  g_assert_no_error (error);
}

/* A group that adds an actor and gives the article a date. */
static ReadoutUndoGroup *
make_group (const char *id, const char *before, const char *after)
{
  g_autoptr (GPtrArray) changes = make_addition (id);
  g_autoptr (GPtrArray) values = readout_article_changes_new ();

  readout_article_changes_add (values, date_key (), before, after);

  return readout_undo_group_new ("Both", id, changes, values);
}

/* Values are taken back and done again among the other steps. */
static void
test_value (Fixture *fixture, gconstpointer data)
{
  ReadoutUndoStack *stack = fixture->stack;

  set_date (fixture, "2024-05-14");
  g_assert_false (
      readout_undo_stack_push_value (stack, "Same", date_key (), "2024-05-14"));
  g_assert_false (readout_undo_stack_can_undo (stack));

  g_assert_true (
      readout_undo_stack_push_value (stack, "Date", date_key (), "2024-05-15"));
  check_notified (fixture, 1, 0, 1, 0, 1);
  push_addition (fixture, "a1");
  g_assert_true (
      readout_undo_stack_push_value (stack, "No date", date_key (), NULL));
  g_assert_null (get_date (fixture));

  g_assert_true (readout_undo_stack_undo (stack));
  g_assert_cmpstr (get_date (fixture), ==, "2024-05-15");
  g_assert_true (readout_undo_stack_undo (stack));
  g_assert_true (readout_undo_stack_undo (stack));
  g_assert_cmpstr (get_date (fixture), ==, "2024-05-14");
  g_assert_false (readout_undo_stack_is_modified (stack));
  for (guint i = 0; i < 3; i++)
    g_assert_true (readout_undo_stack_redo (stack));
  g_assert_true (has (fixture, "a1"));
  g_assert_null (get_date (fixture));
}

/* One group can change items and values, and one value more than once. */
static void
test_merged (Fixture *fixture, gconstpointer data)
{
  ReadoutUndoStack *stack = fixture->stack;
  ReadoutUndoGroup *group = make_group ("a1", "2024-05-14", "2024-05-15");
  g_autoptr (GError) error = NULL;

  set_date (fixture, "2024-05-14");
  readout_article_changes_add (
      group->values, date_key (), "2024-05-15", "2024-05-16");
  g_assert_true (readout_undo_stack_push_group (stack, group, &error));
  g_assert_no_error (error);
  check_notified (fixture, 1, 0, 1, 0, 1);
  g_assert_cmpuint (fixture->n_groups, ==, 1);
  readout_undo_group_free (group);

  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (has (fixture, "a1"));
      g_assert_cmpstr (get_date (fixture), ==, "2024-05-16");
      g_assert_true (readout_undo_stack_undo (stack));
      g_assert_false (has (fixture, "a1"));
      g_assert_cmpstr (get_date (fixture), ==, "2024-05-14");
      g_assert_false (readout_undo_stack_is_modified (stack));
      g_assert_true (readout_undo_stack_redo (stack));
    }
}

/* Where one half of a group cannot be applied the other is not either. */
static void
test_merged_refuse (Fixture *fixture, gconstpointer data)
{
  ReadoutUndoStack *stack = fixture->stack;
  ReadoutUndoGroup *other_date = make_group ("a2", "2024-05-13", "2024-05-15");
  ReadoutUndoGroup *used_id = make_group ("a1", "2024-05-14", "2024-05-15");
  g_autoptr (GError) error = NULL;

  set_date (fixture, "2024-05-14");
  push_addition (fixture, "a1");
  g_hash_table_remove_all (fixture->n_notified);

  g_assert_false (readout_undo_stack_push_group (stack, other_date, &error));
  g_assert_error (error, READOUT_ERROR, READOUT_ERROR_REFERENCE);
  g_assert_nonnull (strstr (error->message, "published"));
  g_clear_error (&error);
  g_assert_false (has (fixture, "a2"));

  g_assert_false (readout_undo_stack_push_group (stack, used_id, &error));
  g_assert_error (error, READOUT_ERROR, READOUT_ERROR_REFERENCE);
  g_assert_cmpstr (get_date (fixture), ==, "2024-05-14");

  check_notified (fixture, 0, 0, 0, 0, 0);
  g_assert_cmpuint (readout_undo_stack_get_n_groups (stack), ==, 1);
  readout_undo_group_free (other_date);
  readout_undo_group_free (used_id);
}

/* A value that somebody else has set since is not overwritten by undo. */
static void
test_value_meddled (Fixture *fixture, gconstpointer data)
{
  ReadoutUndoStack *stack = fixture->stack;

  g_assert_true (
      readout_undo_stack_push_value (stack, "Date", date_key (), "2024-05-15"));
  set_date (fixture, "2024-05-20");

  g_test_expect_message ("readout-model", G_LOG_LEVEL_WARNING, "Cannot undo*");
  g_assert_false (readout_undo_stack_undo (stack));
  g_test_assert_expected_messages ();
  g_assert_cmpstr (get_date (fixture), ==, "2024-05-20");
  g_assert_cmpuint (readout_undo_stack_get_position (stack), ==, 1);
}

static void
count_cb (GObject *object, GParamSpec *pspec, guint *n)
{
  (*n)++;
}

static void
test_document (void)
{
  g_autoptr (ReadoutText) text = readout_text_new ("Varga spoke.", -1);
  ReadoutDocument *document = readout_document_new (text);
  guint            n_notified = 0;

  g_signal_connect (document, "notify", G_CALLBACK (count_cb), &n_notified);
  for (guint meta = 0; meta < READOUT_N_METAS; meta++)
    {
      g_autofree char *value = NULL;

      g_assert_null (readout_document_get_meta (document, meta));
      readout_document_set_meta (document, meta, "x");
      readout_document_set_meta (document, meta, "x");
      g_object_get (document, readout_meta_to_nick (meta), &value, NULL);
      g_assert_cmpstr (value, ==, "x");
    }
  g_assert_cmpuint (n_notified, ==, READOUT_N_METAS);
  g_object_set (document, "title", NULL, "generator", "tester 1", NULL);
  g_assert_cmpuint (n_notified, ==, READOUT_N_METAS + 2);
  g_assert_null (readout_document_get_meta (document, READOUT_META_TITLE));
  g_assert_cmpstr (readout_document_get_generator (document), ==, "tester 1");
  g_assert_true (readout_document_get_text (document) == text);

  g_assert_finalize_object (document);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func)                                                        \
  g_test_add ("/undo-stack/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("walk", test_walk);
  ADD ("refuse", test_refuse);
  ADD ("modified", test_modified);
  ADD ("restore", test_restore);
  ADD ("value", test_value);
  ADD ("merged", test_merged);
  ADD ("merged-refuse", test_merged_refuse);
  ADD ("value-meddled", test_value_meddled);
#undef ADD
  g_test_add_func ("/document/properties", test_document);
  return g_test_run ();
}
