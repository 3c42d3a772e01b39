/* merger.c: what was written elsewhere, taken into the document
 *
 * Another program, or another person by way of a synchronised folder, may
 * write the file while it is open.  What they changed is merged with what was
 * changed here, item by item, against what the file said before; it comes into
 * the document as one step, which can be undone like any other.  Only where
 * both changed the same item the person is asked, and until there is an answer
 * the file is left alone.
 *
 * The same is done with a second copy of the annotations (other-copy.c), which
 * waits until what another program has written is settled; the file is saved
 * meanwhile, as the copy stays.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include "session/merger.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "edits/merge.h"

/* What is to be merged. */
typedef struct
{
  ReadoutSnapshot *base;    /* Not owned, nor is the next. */
  ReadoutSnapshot *theirs;  /* NULL if there is nothing, or it cannot be. */
  ReadoutSnapshot *ours;    /* NULL until they are compared. */
  gboolean         is_copy; /* A second copy, and not the file. */
} Sides;

static void
sides_clear (Sides *self)
{
  g_clear_pointer (&self->ours, readout_snapshot_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sides, sides_clear)

static void
ask_about_file (ReadoutSession *session, guint n_conflicts)
{
  g_autofree char *message = g_strdup_printf (
      ngettext ("%u item was changed here and by another program.",
                "%u items were changed here and by another program.",
                n_conflicts),
      n_conflicts);

  readout_session_announce (session, READOUT_PROBLEM_CHANGED, NULL);
  readout_session_announce (session, READOUT_PROBLEM_COPY, NULL);
  readout_session_announce (session, READOUT_PROBLEM_CONFLICT, message);
}

static void
ask_about_copy (ReadoutSession *session, guint n_conflicts)
{
  g_autofree char *message = g_strdup_printf (
      ngettext ("%u item was changed both beside the article and in your data "
                "folder.",
                "%u items were changed both beside the article and in your "
                "data folder.",
                n_conflicts),
      n_conflicts);

  readout_session_announce (session, READOUT_PROBLEM_COPY, message);
}

static void
refuse (ReadoutSession *session, ReadoutStore *store)
{
  g_autofree char *message = readout_store_describe_change (store);

  readout_session_announce (session, READOUT_PROBLEM_CONFLICT, NULL);
  readout_session_announce (
      session,
      READOUT_PROBLEM_CHANGED,
      message != NULL ? message
                      : _ ("The file was changed by another program."));
}

/* What neither side edits here: ours, unless they have changed it. */
static const char *
choose (const char *base, const char *ours, const char *theirs)
{
  return g_strcmp0 (base, theirs) == 0 ? ours : theirs;
}

/* What this program does not know, the other one may. */
static void
take_unknown (ReadoutDocument *document, const Sides *sides)
{
  const char *extra = choose (readout_snapshot_get_extra (sides->base),
                              readout_snapshot_get_extra (sides->ours),
                              readout_snapshot_get_extra (sides->theirs));
  const char *generator
      = choose (readout_snapshot_get_generator (sides->base),
                readout_snapshot_get_generator (sides->ours),
                readout_snapshot_get_generator (sides->theirs));

  readout_document_set_extra (document, extra);
  readout_document_set_generator (document, generator);
}

/* Turns the document into the merged one, by one step; how many things it
 * changed in *@n_taken. */
static gboolean
apply (ReadoutSession  *session,
       const Sides     *sides,
       ReadoutSnapshot *merged,
       guint           *n_taken)
{
  ReadoutDocument *document = readout_session_get_document (session);
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GPtrArray) values = NULL;
  g_autoptr (ReadoutUndoGroup) group = NULL;
  g_autoptr (GError) error = NULL;

  readout_snapshot_diff (sides->ours, merged, &changes, &values);
  *n_taken = changes->len + values->len;
  group = readout_undo_group_new (sides->is_copy
                                      ? _ ("Annotations of the Other Copy")
                                      : _ ("Changes of Another Program"),
                                  NULL,
                                  changes,
                                  values);
  if (*n_taken > 0
      && !readout_undo_stack_push_group (
          readout_document_get_undo_stack (document), group, &error))
    {
      g_warning ("A merge cannot be applied: %s", error->message);
      return FALSE;
    }

  take_unknown (document, sides);

  return TRUE;
}

static void
say_taken (ReadoutSession *session, guint n)
{
  g_autofree char *status
      = g_strdup_printf (ngettext ("Took over %u change of another program",
                                   "Took over %u changes of another program",
                                   n),
                         n);

  readout_session_set_status (session, status);
}

/* A status does not outlive the opening of an article. */
static void
say_copy_taken (ReadoutSession *session, guint n)
{
  g_autofree char *message = g_strdup_printf (
      ngettext ("The annotations were kept in two places: %u change was taken "
                "over from the other one.",
                "The annotations were kept in two places: %u changes were "
                "taken over from the other one.",
                n),
      n);

  readout_session_announce (session, READOUT_PROBLEM_IMPORT, message);
}

static void
find_sides (ReadoutSession *session, Sides *sides)
{
  ReadoutStore     *store = readout_session_get_store (session);
  ReadoutOtherCopy *copy
      = store != NULL ? readout_store_get_other_copy (store) : NULL;

  memset (sides, 0, sizeof *sides);
  if (store == NULL)
    return;

  sides->base = readout_store_get_base (store);
  sides->theirs = readout_store_get_theirs (store);
  sides->is_copy = copy != NULL && !readout_store_is_in_the_way (store);
  if (sides->is_copy)
    {
      sides->base = readout_other_copy_get_base (copy);
      sides->theirs = readout_other_copy_get_theirs (copy);
    }
}

static ReadoutMerge *
compare (ReadoutSession *session, Sides *sides)
{
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GPtrArray) values = NULL;

  if (sides->theirs == NULL)
    return NULL;

  sides->ours = readout_snapshot_new (readout_session_get_document (session));
  readout_snapshot_diff (sides->base, sides->ours, &changes, &values);

  return readout_merge_new (sides->theirs, sides->ours, changes, values);
}

/* Whether each conflict is @mine; %NULL if one of them is left open. */
static gboolean *
ask_each (const ReadoutMerge     *merge,
          ReadoutMergerDecideFunc decide,
          gpointer                user_data)
{
  guint                n = readout_merge_get_n_conflicts (merge);
  g_autofree gboolean *mine = g_new0 (gboolean, n + 1);

  for (guint i = 0; i < n; i++)
    {
      ReadoutMergerAnswer answer
          = decide (readout_merge_get_conflict (merge, i), user_data);

      if (answer == READOUT_MERGER_ASK)
        return NULL;
      mine[i] = answer == READOUT_MERGER_MINE;
    }

  return g_steal_pointer (&mine);
}

static ReadoutMergerAnswer
answer_all (const ReadoutConflict *conflict, gpointer user_data)
{
  return *(ReadoutMergerAnswer *)user_data;
}

static ReadoutMergerOutcome
end_with_file (ReadoutSession *session, ReadoutStore *store, guint n_taken)
{
  gboolean same = readout_store_adopt_theirs (store);

  readout_session_announce (session, READOUT_PROBLEM_CONFLICT, NULL);
  readout_session_announce (session, READOUT_PROBLEM_CHANGED, NULL);
  if (n_taken > 0)
    say_taken (session, n_taken);

  return same ? READOUT_MERGER_SAME : READOUT_MERGER_AHEAD;
}

static ReadoutMergerOutcome
end_with_copy (ReadoutSession *session, ReadoutStore *store, guint n_taken)
{
  readout_store_adopt_other_copy (store);
  readout_session_announce (session, READOUT_PROBLEM_COPY, NULL);
  if (n_taken > 0)
    say_copy_taken (session, n_taken);

  return READOUT_MERGER_AHEAD;
}

/**
 * readout_merger_can_merge:
 * @session: a session
 *
 * Returns: whether there is anything that can be merged, with answers or
 *   without
 */
gboolean
readout_merger_can_merge (ReadoutSession *session)
{
  g_auto (Sides) sides = { 0 };

  g_return_val_if_fail (READOUT_IS_SESSION (session), FALSE);

  find_sides (session, &sides);

  return sides.theirs != NULL;
}

/**
 * readout_merger_is_about_copy:
 * @session: a session
 *
 * Returns: whether what can be merged is another copy of the annotations, and
 *   not what another program has written
 */
gboolean
readout_merger_is_about_copy (ReadoutSession *session)
{
  g_auto (Sides) sides = { 0 };

  g_return_val_if_fail (READOUT_IS_SESSION (session), FALSE);

  find_sides (session, &sides);

  return sides.is_copy;
}

/**
 * readout_merger_compare:
 * @session: a session
 *
 * Returns: (transfer full) (nullable): what is open, put together with what
 *   another program has written or another copy says; %NULL if there is
 *   neither, or if it cannot be merged
 */
ReadoutMerge *
readout_merger_compare (ReadoutSession *session)
{
  g_auto (Sides) sides = { 0 };

  g_return_val_if_fail (READOUT_IS_SESSION (session), NULL);

  find_sides (session, &sides);

  return compare (session, &sides);
}

/**
 * readout_merger_decide:
 * @session: a session whose file another program has written, or that has
 *   another copy
 * @decide: (scope call): what to do with each item that both sides changed
 * @user_data: for @decide
 *
 * Merges what the file or the copy says into the document, unless @decide
 * leaves something open, about which the person is asked then.
 *
 * Returns: what came of it
 */
ReadoutMergerOutcome
readout_merger_decide (ReadoutSession         *session,
                       ReadoutMergerDecideFunc decide,
                       gpointer                user_data)
{
  ReadoutStore *store;
  g_auto (Sides) sides = { 0 };
  g_autoptr (ReadoutSnapshot) merged = NULL;
  g_autoptr (ReadoutMerge) merge = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GPtrArray) values = NULL;
  g_autofree gboolean *mine = NULL;
  guint                n_taken;

  g_return_val_if_fail (READOUT_IS_SESSION (session), READOUT_MERGER_REFUSED);
  g_return_val_if_fail (decide != NULL, READOUT_MERGER_REFUSED);

  store = readout_session_get_store (session);
  find_sides (session, &sides);
  merge = compare (session, &sides);
  if (merge == NULL)
    {
      if (store != NULL)
        refuse (session, store);
      return READOUT_MERGER_REFUSED;
    }

  mine = ask_each (merge, decide, user_data);
  if (mine == NULL)
    {
      guint n = readout_merge_get_n_conflicts (merge);

      if (sides.is_copy)
        ask_about_copy (session, n);
      else
        ask_about_file (session, n);
      return READOUT_MERGER_ASKED;
    }

  readout_merge_resolve (merge, mine, &changes, &values);
  merged = readout_snapshot_with (sides.theirs, changes, values);

  /* The file stays as they wrote it, and the person has to choose; a copy is
   * there when the article is opened again. */
  if (!apply (session, &sides, merged, &n_taken))
    {
      if (!sides.is_copy)
        refuse (session, store);
      return READOUT_MERGER_REFUSED;
    }

  return sides.is_copy ? end_with_copy (session, store, n_taken)
                       : end_with_file (session, store, n_taken);
}

/**
 * readout_merger_take_over:
 * @session: a session whose file another program has written, or that has
 *   another copy
 * @answer: what to do with items that both sides changed
 *
 * Merges what the file or the copy says into the document, unless the person
 * has to be asked first.
 *
 * Returns: what came of it
 */
ReadoutMergerOutcome
readout_merger_take_over (ReadoutSession *session, ReadoutMergerAnswer answer)
{
  return readout_merger_decide (session, answer_all, &answer);
}
