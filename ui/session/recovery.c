/* recovery.c: what an earlier session has left behind
 *
 * A program that ended without saving leaves its last steps in the journal.
 * Those that fit the file are in the document already when it is opened, and
 * are saved at once; those that do not, since another program has written the
 * file meanwhile, are offered: nobody but the person can know whether they are
 * still wanted.  Who does not answer is asked again at the next opening.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include "session/recovery.h"

#include <glib/gi18n-lib.h>

#include "session/saver-private.h"

static ReadoutAside *
get_aside (ReadoutSession *session)
{
  ReadoutStore *store = readout_session_get_store (session);

  return store != NULL ? readout_store_get_aside (store) : NULL;
}

/* What cannot be applied before the file has another text. */
static char *
describe_other (guint n)
{
  return g_strdup_printf (
      ngettext ("%u step of yours is about another text than the file has now. "
                "It is kept, and can be applied when the file has that text "
                "again.",
                "%u steps of yours are about another text than the file has "
                "now. They are kept, and can be applied when the file has that "
                "text again.",
                n),
      n);
}

/**
 * readout_recovery_offer:
 * @session: a session that has just turned to a document
 * @saver: its saver
 *
 * Saves what was recovered or kept in another place, and asks what to do with
 * what could not be.
 */
void
readout_recovery_offer (ReadoutSession *session, ReadoutSaver *saver)
{
  ReadoutAside    *aside = get_aside (session);
  g_autofree char *message = NULL;
  guint            n;

  g_return_if_fail (READOUT_IS_SESSION (session));
  g_return_if_fail (READOUT_IS_SAVER (saver));

  if (readout_store_is_ahead (readout_session_get_store (session)))
    readout_saver_save_now (saver);
  readout_saver_take_in_copy (saver);

  n = aside != NULL ? readout_aside_get_n_steps (aside) : 0;
  if (n == 0)
    return;

  if (readout_aside_get_n_other (aside) == n)
    message = describe_other (n);
  else
    message = g_strdup_printf (
        ngettext ("%u step of yours is not in the file as it is now, which "
                  "another program has changed.",
                  "%u steps of yours are not in the file as it is now, which "
                  "another program has changed.",
                  n),
        n);
  readout_session_announce (session, READOUT_PROBLEM_ASIDE, message);
}

static void
say_applied (ReadoutSession *session, guint n_applied)
{
  g_autofree char *status = g_strdup_printf (
      ngettext (
          "Applied %u earlier step", "Applied %u earlier steps", n_applied),
      n_applied);

  readout_session_set_status (session, status);
}

static void
say_left (ReadoutSession *session, guint n_applied, guint n_left, guint n_other)
{
  g_autofree char *left = NULL;

  if (n_left == n_other)
    left = describe_other (n_left);
  else
    left = g_strdup_printf (
        ngettext ("%u step changed what the other program has changed too, and "
                  "stays apart.",
                  "%u steps changed what the other program has changed too, "
                  "and stay apart.",
                  n_left),
        n_left);

  readout_session_announce (session, READOUT_PROBLEM_ASIDE, left);
  if (n_applied > 0)
    say_applied (session, n_applied);
}

/**
 * readout_recovery_apply:
 * @session: a session
 *
 * Does again what fits of the steps that were offered, as one step that can be
 * undone.  What does not fit stays where it is.
 */
void
readout_recovery_apply (ReadoutSession *session)
{
  ReadoutAside *aside;
  guint         n;
  guint         n_left;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (READOUT_IS_SESSION (session));

  aside = get_aside (session);
  if (aside == NULL)
    return;

  n = readout_aside_get_n_steps (aside);
  if (!readout_aside_apply (aside,
                            readout_session_get_document (session),
                            _ ("Earlier Steps"),
                            &n_left,
                            &error))
    {
      readout_session_announce (session, READOUT_PROBLEM_ASIDE, error->message);
      return;
    }

  if (n_left > 0)
    say_left (session,
              n > n_left ? n - n_left : 0,
              n_left,
              readout_aside_get_n_other (aside));
  else
    {
      readout_session_announce (session, READOUT_PROBLEM_ASIDE, NULL);
      say_applied (session, n);
    }
}

/**
 * readout_recovery_keep_apart:
 * @session: a session
 *
 * Leaves the steps that were offered for the next opening.
 */
void
readout_recovery_keep_apart (ReadoutSession *session)
{
  g_return_if_fail (READOUT_IS_SESSION (session));

  if (get_aside (session) == NULL)
    return;

  readout_session_announce (session, READOUT_PROBLEM_ASIDE, NULL);
  readout_session_set_status (
      session, _ ("Kept apart until the article is opened again"));
}

/**
 * readout_recovery_discard:
 * @session: a session
 *
 * Removes the steps that were offered for good.
 */
void
readout_recovery_discard (ReadoutSession *session)
{
  ReadoutAside *aside;

  g_return_if_fail (READOUT_IS_SESSION (session));

  aside = get_aside (session);
  if (aside == NULL)
    return;

  readout_aside_discard (aside);
  readout_session_announce (session, READOUT_PROBLEM_ASIDE, NULL);
  readout_session_set_status (session, _ ("Discarded"));
}
