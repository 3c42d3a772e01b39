/* history.c: steps of undo
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include "session/history.h"

#include <glib/gi18n-lib.h>

#include "session/selection.h"

/**
 * readout_session_make_stamp:
 * @self: a session
 * @at: (out) (transfer full): the time of the stamp, to be freed after it
 *
 * Returns: who edits and when, valid while @at is and the author stays
 */
ReadoutStamp
readout_session_make_stamp (ReadoutSession *self, char **at)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  *at = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");

  return (ReadoutStamp){ .by = readout_session_get_author (self), .at = *at };
}

/**
 * readout_session_apply:
 * @self: a session with a document
 * @changes: (nullable) (transfer none): what app/edits made
 * @error: (nullable): why it made nothing
 * @label: what undo calls it
 * @status: what to say when it is done
 *
 * The one door by which the window changes annotations.
 *
 * Returns: whether something was changed
 */
gboolean
readout_session_apply (ReadoutSession *self,
                       GPtrArray      *changes,
                       const GError   *error,
                       const char     *label,
                       const char     *status)
{
  g_autoptr (GError) push_error = NULL;
  ReadoutEntry *selected = readout_session_get_selected (self);

  if (changes == NULL)
    {
      readout_session_set_status (
          self, error != NULL ? error->message : _ ("That cannot be done"));
      return FALSE;
    }
  if (changes->len == 0)
    {
      readout_session_set_status (self, _ ("Nothing to change"));
      return FALSE;
    }

  if (!readout_undo_stack_push (
          readout_document_get_undo_stack (readout_session_get_document (self)),
          label,
          selected != NULL ? readout_entry_get_id (selected) : NULL,
          changes,
          &push_error))
    {
      readout_session_set_status (self, push_error->message);
      return FALSE;
    }

  readout_session_set_status (self, status);
  return TRUE;
}

/* What was selected when a step was made, and is selected again when it is
 * taken back or done again. */
static const char *
group_selection (ReadoutUndoStack *stack, guint index)
{
  return readout_undo_stack_get_group (stack, index)->selected;
}

static void
step_history (ReadoutSession *self, gboolean undo)
{
  ReadoutDocument  *document = readout_session_get_document (self);
  ReadoutUndoStack *stack;
  g_autofree char  *label = NULL;
  g_autofree char  *status = NULL;
  g_autofree char  *selected = NULL;
  gboolean          done;
  guint             position;

  if (document == NULL)
    return;

  stack = readout_document_get_undo_stack (document);
  label = g_strdup (undo ? readout_undo_stack_get_undo_label (stack)
                         : readout_undo_stack_get_redo_label (stack));
  done = undo ? readout_undo_stack_undo (stack)
              : readout_undo_stack_redo (stack);
  if (!done)
    {
      readout_session_set_status (
          self, undo ? _ ("Nothing to undo") : _ ("Nothing to redo"));
      return;
    }

  position = readout_undo_stack_get_position (stack);
  selected = g_strdup (group_selection (stack, undo ? position : position - 1));
  readout_session_show (self, selected);
  status = undo ? g_strdup_printf (_ ("Undone: %s"), label)
                : g_strdup_printf (_ ("Done again: %s"), label);
  readout_session_set_status (self, status);
}

/**
 * readout_session_undo:
 * @self: a session
 *
 * Takes the last act back and selects again what was selected before it.
 */
void
readout_session_undo (ReadoutSession *self)
{
  g_return_if_fail (READOUT_IS_SESSION (self));

  step_history (self, TRUE);
}

/**
 * readout_session_redo:
 * @self: a session
 *
 * Does again what was taken back last.
 */
void
readout_session_redo (ReadoutSession *self)
{
  g_return_if_fail (READOUT_IS_SESSION (self));

  step_history (self, FALSE);
}
