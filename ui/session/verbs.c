/* verbs.c: what a person does to items
 *
 * Each verb asks app/edits for the changes, pushes them as one group of
 * undo, and says in the status line what it did.  A verb that cannot be done
 * says why there and changes nothing.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include "session/verbs.h"

#include <glib/gi18n-lib.h>

#include "edits/add.h"
#include "edits/edits.h"
#include "edits/units.h"
#include "session/history.h"
#include "session/item-words.h"
#include "session/selection.h"
#include "widgets/words.h"

static gboolean
has_text_selection (ReadoutSession *self)
{
  return !readout_span_is_empty (readout_session_get_text_selection (self));
}

/* The id of the record that @changes add first. */
static const char *
added_id (GPtrArray *changes, ReadoutKind kind)
{
  for (guint i = 0; i < changes->len; i++)
    {
      ReadoutChange *change = g_ptr_array_index (changes, i);

      if (change->before == NULL && readout_change_get_kind (change) == kind)
        return readout_change_get_id (change);
    }

  return NULL;
}

/* To the next item of the tab that waits for a decision; says so when there
 * is none. */
static void
go_on (ReadoutSession *self, const char *done)
{
  static const char *const all_reviewed[READOUT_N_KINDS] = {
    [READOUT_KIND_MENTION] = N_ ("all entities are reviewed"),
    [READOUT_KIND_ACTOR] = N_ ("all actors are reviewed"),
    [READOUT_KIND_STATEMENT] = N_ ("all statements are reviewed"),
    [READOUT_KIND_MEETING] = N_ ("all meetings are reviewed"),
  };
  ReadoutKind      kind = readout_session_get_kind (self);
  g_autofree char *status = NULL;

  if (readout_session_count_unreviewed (self, kind) > 0)
    {
      readout_session_select_next (self, 1, TRUE);
      readout_session_set_status (self, done);
      return;
    }

  if (readout_session_get_n_reviewed (self)
      == readout_session_get_n_items (self))
    status = g_strdup_printf (_ ("%s — everything is reviewed"), done);
  else
    /* Translators: what was done, and "all actors are reviewed" */
    status = g_strdup_printf (
        _ ("%s — %s, press . to go on"), done, _ (all_reviewed[kind]));
  readout_session_set_status (self, status);
}

static void
decide (ReadoutSession *self, gboolean accept)
{
  ReadoutRecord *record = readout_session_need_selected (self);
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *at = NULL;
  g_autofree char *words = NULL;
  g_autofree char *label = NULL;
  g_autofree char *status = NULL;
  const char      *ids[2] = { NULL };
  ReadoutStamp     stamp;

  if (record == NULL)
    return;

  ids[0] = record->id;
  words = readout_session_describe (self, record);
  stamp = readout_session_make_stamp (self, &at);
  if (accept)
    {
      label = g_strdup_printf (_ ("Accept “%s”"), words);
      status = g_strdup_printf (_ ("Accepted “%s”"), words);
      changes = readout_edits_accept (
          readout_session_get_document (self), ids, &stamp, &error);
    }
  else
    {
      label = g_strdup_printf (_ ("Reject “%s”"), words);
      status = g_strdup_printf (_ ("Rejected “%s”"), words);
      changes = readout_edits_reject (
          readout_session_get_document (self), ids, &stamp, &error);
    }

  /* Accepting what is accepted already is a way of going on. */
  if (changes != NULL && changes->len == 0)
    go_on (self, status);
  else if (readout_session_apply (self, changes, error, label, status))
    go_on (self, status);
}

/**
 * readout_session_accept:
 * @self: a session
 *
 * Confirms the selected item, a statement or meeting with all its fields, and
 * goes to the next one to review.
 */
void
readout_session_accept (ReadoutSession *self)
{
  g_return_if_fail (READOUT_IS_SESSION (self));

  decide (self, TRUE);
}

/**
 * readout_session_reject:
 * @self: a session
 *
 * Rejects the selected item, or takes away one that a person added, and goes
 * to the next one to review.
 */
void
readout_session_reject (ReadoutSession *self)
{
  g_return_if_fail (READOUT_IS_SESSION (self));

  decide (self, FALSE);
}

/**
 * readout_session_skip:
 * @self: a session
 *
 * Leaves the selected item as it is and goes to the next one to review.
 */
void
readout_session_skip (ReadoutSession *self)
{
  ReadoutRecord   *record;
  g_autofree char *words = NULL;
  g_autofree char *status = NULL;

  g_return_if_fail (READOUT_IS_SESSION (self));

  record = readout_session_need_selected (self);
  if (record == NULL)
    return;

  words = readout_session_describe (self, record);
  status = g_strdup_printf (_ ("Skipped “%s”"), words);
  readout_session_set_status (self, status);
  readout_session_select_next (self, 1, TRUE);
}

/**
 * readout_session_accept_shown:
 * @self: a session
 *
 * Confirms everything in the shown list that waits for a decision.
 */
void
readout_session_accept_shown (ReadoutSession *self)
{
  GListModel *shown;
  g_autoptr (GPtrArray) ids = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *at = NULL;
  g_autofree char *label = NULL;
  g_autofree char *status = NULL;
  ReadoutStamp     stamp;
  guint            n;

  g_return_if_fail (READOUT_IS_SESSION (self));

  shown = readout_session_get_shown (self, readout_session_get_kind (self));
  ids = g_ptr_array_new ();
  for (guint i = 0; i < g_list_model_get_n_items (shown); i++)
    {
      g_autoptr (ReadoutEntry) entry = g_list_model_get_item (shown, i);
      ReadoutRecord *record = readout_entry_get_record (entry);

      if (!readout_record_is_reviewed (record))
        g_ptr_array_add (ids, record->id);
    }
  n = ids->len;
  g_ptr_array_add (ids, NULL);

  if (n == 0)
    {
      readout_session_set_status (self,
                                  _ ("Nothing shown waits for a decision"));
      return;
    }

  label
      = g_strdup_printf (ngettext ("Accept %u item", "Accept %u items", n), n);
  status = g_strdup_printf (
      ngettext ("Accepted %u item", "Accepted %u items", n), n);
  stamp = readout_session_make_stamp (self, &at);
  changes = readout_edits_accept (readout_session_get_document (self),
                                  (const char *const *)ids->pdata,
                                  &stamp,
                                  &error);
  if (readout_session_apply (self, changes, error, label, status))
    go_on (self, status);
}

static gboolean
has_boundary (ReadoutSession *self, const ReadoutRecord *record)
{
  if (record->kind == READOUT_KIND_ACTOR)
    {
      readout_session_set_status (
          self,
          _ ("An actor has no words of its own: select one of its "
             "mentions"));
      return FALSE;
    }

  return TRUE;
}

/* Where the boundary keys work: the span of the field that has the focus. */
static gboolean
get_focus_span (ReadoutSession *self, gpointer record, ReadoutSpan *span)
{
  const ReadoutRecord   *head = record;
  const ReadoutSpanList *list;
  ReadoutField           field;
  guint                  piece;

  if (head->kind == READOUT_KIND_MENTION)
    {
      *span = ((ReadoutMention *)record)->span;
      return TRUE;
    }

  field = readout_session_get_focus_field (self, &piece);
  list = readout_field_peek (record, field);
  if (list->length == 0)
    {
      readout_session_set_status (self, _ ("This field has no words yet"));
      return FALSE;
    }

  /* A piece may have gone since its field got the focus. */
  piece = MIN (piece, list->length - 1);
  readout_session_set_focus_field (self, field, piece);
  *span = list->items[piece];
  return TRUE;
}

/* The words that a boundary key has left in the field, for the status line. */
static void
say_span (ReadoutSession *self)
{
  gpointer         record = readout_session_peek_selected (self);
  ReadoutSpan      span;
  g_autofree char *slice = NULL;
  g_autofree char *status = NULL;

  if (record == NULL || !get_focus_span (self, record, &span))
    return;

  slice = readout_item_words_slice (
      readout_document_get_text (readout_session_get_document (self)), span);
  status = g_strdup_printf (_ ("Now “%s”"), slice);
  readout_session_set_status (self, status);
}

/**
 * readout_session_move_edge:
 * @self: a session
 * @edge: which end of the span
 * @n_words: by how many words; negative towards the start of the text
 *
 * Moves a boundary of the selected mention, or of the field of the selected
 * item that has the focus.  The other fields stay as they are.
 */
void
readout_session_move_edge (ReadoutSession *self, ReadoutEdge edge, int n_words)
{
  ReadoutRecord *record;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *at = NULL;
  g_autofree char *words = NULL;
  g_autofree char *label = NULL;
  ReadoutStamp     stamp;
  ReadoutSpan      span;
  ReadoutField     field;
  guint            piece;

  g_return_if_fail (READOUT_IS_SESSION (self));

  record = readout_session_need_selected (self);
  if (record == NULL || !has_boundary (self, record)
      || !get_focus_span (self, record, &span))
    return;

  field = readout_session_get_focus_field (self, &piece);
  words = readout_session_describe (self, record);
  label = edge == READOUT_EDGE_START
              ? g_strdup_printf (_ ("Move the Start of “%s”"), words)
              : g_strdup_printf (_ ("Move the End of “%s”"), words);
  stamp = readout_session_make_stamp (self, &at);
  changes = readout_edits_move_edge (readout_session_get_document (self),
                                     record->id,
                                     field,
                                     piece,
                                     edge,
                                     n_words,
                                     &stamp,
                                     &error);
  if (readout_session_apply (self, changes, error, label, NULL))
    say_span (self);
}

/* Towards what was suggested, so that each widening can be taken back. */
static ReadoutSpan
narrow (ReadoutText   *text,
        ReadoutRecord *record,
        ReadoutField   field,
        ReadoutSpan    span)
{
  ReadoutSpan origin = readout_edits_find_origin (record, field, span);

  if (readout_span_is_empty (origin) || readout_span_equal (origin, span))
    return readout_edits_narrow (text, span);

  return readout_edits_narrow_towards (text, span, origin);
}

static void
resize (ReadoutSession *self, gboolean widen)
{
  ReadoutText   *text;
  ReadoutRecord *record = readout_session_need_selected (self);
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *at = NULL;
  g_autofree char *words = NULL;
  g_autofree char *label = NULL;
  ReadoutStamp     stamp;
  ReadoutSpan      span, resized;
  ReadoutField     field;
  guint            piece;

  if (record == NULL || !has_boundary (self, record)
      || !get_focus_span (self, record, &span))
    return;

  field = readout_session_get_focus_field (self, &piece);
  text = readout_document_get_text (readout_session_get_document (self));
  resized = widen ? readout_edits_widen (text, span)
                  : narrow (text, record, field, span);
  if (readout_span_is_empty (resized) || readout_span_equal (resized, span))
    {
      readout_session_set_status (self,
                                  widen ? _ ("It cannot be widened further")
                                        : _ ("It cannot be narrowed further"));
      return;
    }

  words = readout_session_describe (self, record);
  label = widen ? g_strdup_printf (_ ("Widen “%s”"), words)
                : g_strdup_printf (_ ("Narrow “%s”"), words);
  stamp = readout_session_make_stamp (self, &at);
  changes = readout_edits_set_span (readout_session_get_document (self),
                                    record->id,
                                    field,
                                    piece,
                                    resized,
                                    &stamp,
                                    &error);
  if (readout_session_apply (self, changes, error, label, NULL))
    say_span (self);
}

/**
 * readout_session_widen:
 * @self: a session
 *
 * Extends the span in question to the next larger unit: word, clause,
 * quotation, sentence.
 */
void
readout_session_widen (ReadoutSession *self)
{
  g_return_if_fail (READOUT_IS_SESSION (self));

  resize (self, TRUE);
}

/**
 * readout_session_narrow:
 * @self: a session
 *
 * Reduces the span in question to the next smaller unit.
 */
void
readout_session_narrow (ReadoutSession *self)
{
  g_return_if_fail (READOUT_IS_SESSION (self));

  resize (self, FALSE);
}

static void
add_mention (ReadoutSession *self, ReadoutMentionType type, ReadoutSpan span)
{
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *at = NULL;
  g_autofree char *slice = NULL;
  g_autofree char *label = NULL;
  g_autofree char *status = NULL;
  ReadoutStamp     stamp = readout_session_make_stamp (self, &at);

  slice = readout_item_words_slice (
      readout_document_get_text (readout_session_get_document (self)), span);
  label = g_strdup_printf (
      _ ("Mark “%s” as %s"), slice, readout_words_mention_type (type));
  status = g_strdup_printf (
      _ ("Marked “%s” as %s"), slice, readout_words_mention_type (type));
  changes = readout_edits_add_mention (
      readout_session_get_document (self), span, type, &stamp, &error);
  if (readout_session_apply (self, changes, error, label, status))
    readout_session_show (self, added_id (changes, READOUT_KIND_MENTION));
}

/**
 * readout_session_set_type:
 * @self: a session
 * @type: a type of mention
 *
 * Adds a mention of the words that are selected in the article, or changes
 * the type of the selected one if they are the same words or none are.
 */
void
readout_session_set_type (ReadoutSession *self, ReadoutMentionType type)
{
  ReadoutRecord  *record;
  ReadoutMention *mention = NULL;
  ReadoutSpan     span;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *at = NULL;
  g_autofree char *words = NULL;
  g_autofree char *label = NULL;
  g_autofree char *status = NULL;
  ReadoutStamp     stamp;

  g_return_if_fail (READOUT_IS_SESSION (self));
  g_return_if_fail (type < READOUT_N_MENTION_TYPES);

  record = readout_session_peek_selected (self);
  if (record != NULL && record->kind == READOUT_KIND_MENTION)
    mention = (ReadoutMention *)record;

  if (mention == NULL || has_text_selection (self))
    {
      if (!readout_session_need_text (self, &span))
        return;
      if (mention == NULL || !readout_span_equal (mention->span, span))
        {
          add_mention (self, type, span);
          return;
        }
    }

  words = readout_session_describe (self, mention);
  if (mention->type == type)
    {
      /* To choose the type that it has is to say that it is right. */
      label = g_strdup_printf (_ ("Accept “%s”"), words);
      status = g_strdup_printf (_ ("Accepted “%s”"), words);
    }
  else
    {
      label = g_strdup_printf (
          _ ("Change “%s” to %s"), words, readout_words_mention_type (type));
      status = g_strdup_printf (
          _ ("Changed “%s” to %s"), words, readout_words_mention_type (type));
    }
  stamp = readout_session_make_stamp (self, &at);
  changes = readout_edits_set_type (readout_session_get_document (self),
                                    mention->record.id,
                                    type,
                                    &stamp,
                                    &error);
  readout_session_apply (self, changes, error, label, status);
}

typedef GPtrArray *(*AddFunc) (ReadoutDocument    *document,
                               ReadoutSpan         span,
                               const ReadoutStamp *stamp,
                               GError            **error);

/**
 * readout_session_add:
 * @self: a session
 * @kind: actor, statement or meeting
 *
 * Adds an item from the words that are selected in the article: the name of
 * an actor, the content of a statement, the trigger of a meeting.  An actor
 * can also be made of the selected mention.
 */
void
readout_session_add (ReadoutSession *self, ReadoutKind kind)
{
  static const struct
  {
    AddFunc     func;
    const char *label;
    const char *status;
  } verbs[READOUT_N_KINDS] = {
    [READOUT_KIND_ACTOR]
    = { readout_edits_add_actor, N_ ("Add Actor"), N_ ("Added an actor") },
    [READOUT_KIND_STATEMENT]
    = { readout_edits_add_statement,
        N_ ("Add Statement"),
        N_ ("Added a statement: g chooses its speaker, Enter opens it") },
    [READOUT_KIND_MEETING] = { readout_edits_add_meeting,
                               N_ ("Add Meeting"),
                               N_ ("Added a meeting: Enter opens it") },
  };
  ReadoutRecord *record;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *at = NULL;
  ReadoutStamp     stamp;
  ReadoutSpan      span;

  g_return_if_fail (READOUT_IS_SESSION (self));
  g_return_if_fail (kind < READOUT_N_KINDS && verbs[kind].func != NULL);

  record = readout_session_peek_selected (self);
  if (kind == READOUT_KIND_ACTOR && !has_text_selection (self) && record != NULL
      && record->kind == READOUT_KIND_MENTION)
    span = ((ReadoutMention *)record)->span;
  else if (!readout_session_need_text (self, &span))
    return;

  stamp = readout_session_make_stamp (self, &at);
  changes = verbs[kind].func (
      readout_session_get_document (self), span, &stamp, &error);
  if (readout_session_apply (
          self, changes, error, _ (verbs[kind].label), _ (verbs[kind].status)))
    readout_session_show (self, added_id (changes, kind));
}

/**
 * readout_session_set_note:
 * @self: a session
 * @note: (nullable): a remark, empty or %NULL for none
 *
 * Sets the note of the selected item.
 */
void
readout_session_set_note (ReadoutSession *self, const char *note)
{
  ReadoutEntry *entry;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (READOUT_IS_SESSION (self));

  entry = readout_session_get_selected (self);
  if (entry == NULL)
    return;

  if (note != NULL && *note == '\0')
    note = NULL;
  changes = readout_edits_set_note (readout_session_get_document (self),
                                    readout_entry_get_id (entry),
                                    note,
                                    &error);
  readout_session_apply (self,
                         changes,
                         error,
                         _ ("Edit Note"),
                         note != NULL ? _ ("Noted") : _ ("Removed the note"));
}

/**
 * readout_session_toggle_flag:
 * @self: a session
 *
 * Marks the selected item to be looked at again, or takes the mark away.
 */
void
readout_session_toggle_flag (ReadoutSession *self)
{
  ReadoutRecord *record;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) error = NULL;
  gboolean flagged;

  g_return_if_fail (READOUT_IS_SESSION (self));

  record = readout_session_need_selected (self);
  if (record == NULL)
    return;

  flagged = !record->review.flagged;
  changes = readout_edits_set_flagged (
      readout_session_get_document (self), record->id, flagged, &error);
  readout_session_apply (self,
                         changes,
                         error,
                         flagged ? _ ("Flag") : _ ("Remove the Flag"),
                         flagged ? _ ("Flagged to be looked at again")
                                 : _ ("Removed the flag"));
}
