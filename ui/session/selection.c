/* selection.c: what the verbs of the session act upon
 *
 * The selected item and the walk from one to the next, the words selected in
 * the article, and the field that has the focus.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include "session/selection.h"

#include <glib/gi18n-lib.h>

#include "session/session-private.h"

/**
 * readout_session_set_kind:
 * @self: a session
 * @kind: the kind to show
 *
 * Changes the tab.  The selection goes to the item that was last selected
 * there, or else to the first one that waits for a decision, so that the
 * keys have something to act upon.
 */
void
readout_session_set_kind (ReadoutSession *self, ReadoutKind kind)
{
  ReadoutEntry *entry;

  g_return_if_fail (READOUT_IS_SESSION (self));
  g_return_if_fail (kind < READOUT_N_KINDS);

  if (self->kind == kind)
    return;

  readout_session_switch_kind (self, kind);
  if (self->selected != NULL && readout_entry_get_kind (self->selected) == kind)
    return;

  entry = readout_lists_find (self->lists, self->remembered[kind]);
  if (entry == NULL
      || readout_record_is_reviewed (readout_entry_get_record (entry)))
    {
      ReadoutShownList *list = readout_lists_get_shown (self->lists, kind);
      guint             n = readout_shown_list_get_length (list);

      for (guint i = 0; i < n; i++)
        {
          ReadoutEntry *shown = readout_shown_list_peek (list, i);

          if (entry == NULL)
            entry = shown;
          if (!readout_record_is_reviewed (readout_entry_get_record (shown)))
            {
              entry = shown;
              break;
            }
        }
    }

  readout_session_set_selected (self, entry);
  if (entry != NULL)
    readout_session_scroll (self);
}

/**
 * readout_session_select:
 * @self: a session
 * @id: (nullable): the id of a record, or %NULL to select nothing
 *
 * Selects an item in the article and in the list, whose tab is brought to
 * the front.  An id that is not in the document selects nothing.
 */
void
readout_session_select (ReadoutSession *self, const char *id)
{
  ReadoutEntry *entry;

  g_return_if_fail (READOUT_IS_SESSION (self));

  entry = readout_lists_find (self->lists, id);
  readout_session_set_selected (self, entry);
  if (entry == NULL)
    return;

  readout_session_switch_kind (self, readout_entry_get_kind (entry));
  readout_session_scroll (self);
}

static gboolean
select_in_list (ReadoutSession *self,
                ReadoutKind     kind,
                int             step,
                gboolean        unreviewed)
{
  ReadoutShownList *shown = readout_lists_get_shown (self->lists, kind);
  int               n = readout_shown_list_get_length (shown);
  int               at = step > 0 ? -1 : n;
  guint             position;

  if (readout_shown_list_find (shown, self->selected, &position))
    at = position;

  /* To the next item and no further; to the next one that waits for a
   * decision once around, since the ones skipped stand before. */
  for (int i = 0; i < n; i++)
    {
      ReadoutEntry *entry;

      at += step;
      if (unreviewed)
        at = (at + n) % n;
      if (at < 0 || at >= n)
        return FALSE;

      entry = readout_shown_list_peek (shown, at);
      if (entry == self->selected)
        continue;
      if (unreviewed
          && readout_record_is_reviewed (readout_entry_get_record (entry)))
        continue;

      readout_session_select (self, readout_entry_get_id (entry));
      return TRUE;
    }

  return FALSE;
}

/**
 * readout_session_select_next:
 * @self: a session
 * @step: 1 for the next item, -1 for the one before
 * @unreviewed: whether to pass over what has been decided upon
 *
 * Moves the selection within the shown list, in text order.  When
 * everything of this kind has been decided upon, @unreviewed goes on with
 * the next kind that has something left.
 */
void
readout_session_select_next (ReadoutSession *self,
                             int             step,
                             gboolean        unreviewed)
{
  static const ReadoutKind order[] = { READOUT_KIND_ACTOR,
                                       READOUT_KIND_STATEMENT,
                                       READOUT_KIND_MEETING,
                                       READOUT_KIND_MENTION };
  guint                    at = 0;

  g_return_if_fail (READOUT_IS_SESSION (self));
  g_return_if_fail (step == 1 || step == -1);

  if (select_in_list (self, self->kind, step, unreviewed))
    return;

  if (!unreviewed)
    {
      readout_session_set_status (self,
                                  step > 0 ? _ ("This is the last item")
                                           : _ ("This is the first item"));
      return;
    }

  while (order[at] != self->kind)
    at++;
  for (guint i = 1; i < G_N_ELEMENTS (order); i++)
    {
      ReadoutKind kind = order[(at + i) % G_N_ELEMENTS (order)];

      if (select_in_list (self, kind, step, TRUE))
        return;
    }

  readout_session_set_status (self,
                              readout_session_get_n_items (self) > 0
                                  ? _ ("Everything is reviewed")
                                  : _ ("There is nothing to review"));
}

/**
 * readout_session_show_first:
 * @self: a session
 *
 * Selects what the keys act upon when a document comes up.
 */
void
readout_session_show_first (ReadoutSession *self)
{
  g_return_if_fail (READOUT_IS_SESSION (self));

  readout_session_set_selected (self, NULL);
  readout_session_select_next (self, 1, TRUE);
}

/**
 * readout_session_show:
 * @self: a session
 * @id: (nullable): the id of a record
 *
 * Selects an item that a verb or undo wants seen.  Unlike
 * readout_session_select() it leaves everything as it is for an item that is
 * gone.
 */
void
readout_session_show (ReadoutSession *self, const char *id)
{
  g_return_if_fail (READOUT_IS_SESSION (self));

  if (id != NULL && readout_lists_find (self->lists, id) != NULL)
    readout_session_select (self, id);
}

/**
 * readout_session_peek_selected:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): the record of the selected item, valid
 *   until the next change
 */
gpointer
readout_session_peek_selected (ReadoutSession *self)
{
  g_return_val_if_fail (READOUT_IS_SESSION (self), NULL);

  return self->selected != NULL ? readout_entry_get_record (self->selected)
                                : NULL;
}

/**
 * readout_session_need_selected:
 * @self: a session
 *
 * As readout_session_peek_selected(), but says in the status line if nothing
 * is selected.
 *
 * Returns: (transfer none) (nullable): the record of the selected item
 */
gpointer
readout_session_need_selected (ReadoutSession *self)
{
  gpointer record = readout_session_peek_selected (self);

  if (record == NULL)
    readout_session_set_status (self, _ ("Select an item first"));

  return record;
}

/**
 * readout_session_get_text_selection:
 * @self: a session
 *
 * Returns: what is selected in the article's text; empty if nothing is
 */
ReadoutSpan
readout_session_get_text_selection (ReadoutSession *self)
{
  g_return_val_if_fail (READOUT_IS_SESSION (self), READOUT_SPAN (0, 0));

  return self->text_selection;
}

/**
 * readout_session_set_text_selection:
 * @self: a session
 * @span: what is selected in the article's text
 *
 * To be called by the article.
 */
void
readout_session_set_text_selection (ReadoutSession *self, ReadoutSpan span)
{
  gboolean had;

  g_return_if_fail (READOUT_IS_SESSION (self));

  had = !readout_span_is_empty (self->text_selection);
  self->text_selection = span;
  if (had != !readout_span_is_empty (span))
    readout_session_notify_text_selection (self);
}

/**
 * readout_session_need_text:
 * @self: a session
 * @span: (out): the words that are selected in the article, without white
 *   space at their ends
 *
 * Says in the status line if there are none.
 *
 * Returns: whether there are any
 */
gboolean
readout_session_need_text (ReadoutSession *self, ReadoutSpan *span)
{
  g_return_val_if_fail (READOUT_IS_SESSION (self), FALSE);
  g_return_val_if_fail (span != NULL, FALSE);

  *span = READOUT_SPAN (0, 0);
  if (self->document != NULL)
    *span = readout_text_trim (readout_document_get_text (self->document),
                               self->text_selection);
  if (!readout_span_is_empty (*span))
    return TRUE;

  readout_session_set_status (self, _ ("Select words in the article first"));
  return FALSE;
}

/**
 * readout_session_set_focus_field:
 * @self: a session
 * @field: a field of the selected statement or meeting
 * @piece: which of its spans
 *
 * To be called by the card whose field has the focus.
 */
void
readout_session_set_focus_field (ReadoutSession *self,
                                 ReadoutField    field,
                                 guint           piece)
{
  g_return_if_fail (READOUT_IS_SESSION (self));
  g_return_if_fail (field < READOUT_N_FIELDS);

  self->focus_field = field;
  self->focus_piece = piece;
}

/**
 * readout_session_get_focus_field:
 * @self: a session
 * @piece: (out) (optional): which of its spans
 *
 * Returns: the field that the boundary keys move
 */
ReadoutField
readout_session_get_focus_field (ReadoutSession *self, guint *piece)
{
  g_return_val_if_fail (READOUT_IS_SESSION (self), READOUT_FIELD_CONTENT);

  if (piece != NULL)
    *piece = self->focus_piece;

  return self->focus_field;
}
