/* merger.c: what another program has written, taken into the document
 *
 * Another program, or another person by way of a synchronised folder, may
 * write the file while it is open.  What they changed is merged with what was
 * changed here, item by item, against what the file said before; it comes into
 * the document as one step, which can be undone like any other.  Only where
 * both changed the same item the person is asked, and until there is an answer
 * the file is left alone.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include "session/merger.h"

#include <glib/gi18n-lib.h>

#include "edits/merge.h"

static void
ask (ReadoutSession *session, guint n_conflicts)
{
  g_autofree char *message = g_strdup_printf (
      ngettext ("%u item was changed here and by another program.",
                "%u items were changed here and by another program.",
                n_conflicts),
      n_conflicts);

  readout_session_announce (session, READOUT_PROBLEM_CHANGED, NULL);
  readout_session_announce (session, READOUT_PROBLEM_CONFLICT, message);
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

/* Turns the document into the merged one, by one step; how many things it
 * changed in *@n_taken. */
static gboolean
apply (ReadoutSession  *session,
       ReadoutSnapshot *ours,
       ReadoutSnapshot *merged,
       guint           *n_taken)
{
  ReadoutDocument *document = readout_session_get_document (session);
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GPtrArray) values = NULL;
  g_autoptr (ReadoutUndoGroup) group = NULL;
  g_autoptr (GError) error = NULL;

  readout_snapshot_diff (ours, merged, &changes, &values);
  *n_taken = changes->len + values->len;
  group = readout_undo_group_new (
      _ ("Changes of Another Program"), NULL, changes, values);
  if (*n_taken > 0
      && !readout_undo_stack_push_group (
          readout_document_get_undo_stack (document), group, &error))
    {
      g_warning ("A merge cannot be applied: %s", error->message);
      return FALSE;
    }

  /* What this program does not know, the other one may. */
  readout_document_set_extra (document, readout_snapshot_get_extra (merged));
  readout_document_set_generator (document,
                                  readout_snapshot_get_generator (merged));

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

/* The two versions, of which @ours gets the one that is open. */
static ReadoutMerge *
compare (ReadoutSession *session, ReadoutSnapshot **ours)
{
  ReadoutStore    *store = readout_session_get_store (session);
  ReadoutSnapshot *theirs
      = store != NULL ? readout_store_get_theirs (store) : NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GPtrArray) values = NULL;

  if (theirs == NULL)
    return NULL;

  *ours = readout_snapshot_new (readout_session_get_document (session));
  readout_snapshot_diff (
      readout_store_get_base (store), *ours, &changes, &values);

  return readout_merge_new (theirs, *ours, changes, values);
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

/**
 * readout_merger_compare:
 * @session: a session
 *
 * Returns: (transfer full) (nullable): what is open, put together with what
 *   another program has written; %NULL if none has, or if it cannot be merged
 */
ReadoutMerge *
readout_merger_compare (ReadoutSession *session)
{
  g_autoptr (ReadoutSnapshot) ours = NULL;

  g_return_val_if_fail (READOUT_IS_SESSION (session), NULL);

  return compare (session, &ours);
}

/**
 * readout_merger_decide:
 * @session: a session whose file another program has written
 * @decide: (scope call): what to do with each item that both sides changed
 * @user_data: for @decide
 *
 * Merges what the file says into the document, unless @decide leaves something
 * open, about which the person is asked then.
 *
 * Returns: what came of it
 */
ReadoutMergerOutcome
readout_merger_decide (ReadoutSession         *session,
                       ReadoutMergerDecideFunc decide,
                       gpointer                user_data)
{
  ReadoutStore *store;
  g_autoptr (ReadoutSnapshot) ours = NULL;
  g_autoptr (ReadoutSnapshot) merged = NULL;
  g_autoptr (ReadoutMerge) merge = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GPtrArray) values = NULL;
  g_autofree gboolean *mine = NULL;
  guint                n_taken;
  gboolean             same;

  g_return_val_if_fail (READOUT_IS_SESSION (session), READOUT_MERGER_REFUSED);
  g_return_val_if_fail (decide != NULL, READOUT_MERGER_REFUSED);

  store = readout_session_get_store (session);
  merge = compare (session, &ours);
  if (merge == NULL)
    {
      if (store != NULL)
        refuse (session, store);
      return READOUT_MERGER_REFUSED;
    }

  mine = ask_each (merge, decide, user_data);
  if (mine == NULL)
    {
      ask (session, readout_merge_get_n_conflicts (merge));
      return READOUT_MERGER_ASKED;
    }

  readout_merge_resolve (merge, mine, &changes, &values);
  merged = readout_snapshot_with (
      readout_store_get_theirs (store), changes, values);

  /* The file stays as they wrote it, and the person has to choose. */
  if (!apply (session, ours, merged, &n_taken))
    {
      refuse (session, store);
      return READOUT_MERGER_REFUSED;
    }

  same = readout_store_adopt_theirs (store);
  readout_session_announce (session, READOUT_PROBLEM_CONFLICT, NULL);
  readout_session_announce (session, READOUT_PROBLEM_CHANGED, NULL);
  if (n_taken > 0)
    say_taken (session, n_taken);

  return same ? READOUT_MERGER_SAME : READOUT_MERGER_AHEAD;
}

/**
 * readout_merger_take_over:
 * @session: a session whose file another program has written
 * @answer: what to do with items that both sides changed
 *
 * Merges what the file says into the document, unless the person has to be
 * asked first.
 *
 * Returns: what came of it
 */
ReadoutMergerOutcome
readout_merger_take_over (ReadoutSession *session, ReadoutMergerAnswer answer)
{
  return readout_merger_decide (session, answer_all, &answer);
}
