/* session.c: what the window is working on
 *
 * The view-model between the open document and the widgets: what is open,
 * what is shown of it, what is selected, and what the last act did.  It uses
 * no GTK, so that all of this is tested without a display.
 *
 * This file holds the state.  opener.c brings documents in, saver.c writes
 * them, suggester.c runs the detector: each is an object of its own that
 * listens to the session and knows it, and not the other way round.  What a
 * person does is in verbs.c, links.c and history.c, above the session too;
 * lists.c and item-words.c are below it.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include "session/session-private.h"

#include "session/item-words.h"

enum
{
  PROP_0,
  PROP_DOCUMENT,
  PROP_SELECTED,
  PROP_KIND,
  PROP_STATE_FILTER,
  PROP_TEXT_FILTER,
  PROP_STATUS,
  PROP_DETECTING,
  PROP_HAS_TEXT_SELECTION,
  PROP_LIT_SPANS,
  PROP_AUTHOR,
  PROP_N_ITEMS,
  PROP_N_REVIEWED,
  N_PROPS
};

enum
{
  SCROLL_TO_SELECTED,
  EDIT_SELECTED,
  SHOW_TEXT,
  COUNTS_CHANGED,
  PROBLEM,
  CLOSING,
  OUTDATED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReadoutSession, readout_session, G_TYPE_OBJECT)

static void
count (ReadoutSession *self)
{
  guint n_items = readout_lists_get_n_items (self->lists);
  guint n_reviewed = readout_lists_get_n_reviewed (self->lists);

  readout_lists_count (self->lists);
  if (readout_lists_get_n_items (self->lists) != n_items)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
  if (readout_lists_get_n_reviewed (self->lists) != n_reviewed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_REVIEWED]);
  g_signal_emit (self, signals[COUNTS_CHANGED], 0);
}

static void
reset_focus_field (ReadoutSession *self)
{
  gboolean is_meeting
      = self->selected != NULL
        && readout_entry_get_kind (self->selected) == READOUT_KIND_MEETING;

  self->focus_field
      = is_meeting ? READOUT_FIELD_TRIGGERS : READOUT_FIELD_CONTENT;
  self->focus_piece = 0;
}

static void
on_changed (ReadoutAnnotations *annotations,
            ReadoutChange      *change,
            ReadoutSession     *self)
{
  readout_lists_note_change (self->lists, change);
}

/* After each group of changes, whatever made it.  The record lists have
 * followed already, since they were connected first. */
static void
on_changes_applied (ReadoutAnnotations *annotations, ReadoutSession *self)
{
  if (self->selected != NULL)
    {
      const char   *id = readout_entry_get_id (self->selected);
      ReadoutEntry *entry = readout_lists_find (self->lists, id);

      if (entry != self->selected)
        readout_session_set_selected (self, entry);
    }

  readout_lists_update (self->lists);
  count (self);
}

static void
clear_document (ReadoutSession *self)
{
  if (self->document != NULL)
    {
      g_signal_emit (self, signals[CLOSING], 0);
      readout_store_close (self->store);
      g_signal_handlers_disconnect_by_data (
          readout_document_get_annotations (self->document), self);
    }

  readout_session_set_selected (self, NULL);
  readout_lists_set_document (self->lists, NULL);
  for (guint kind = 0; kind < READOUT_N_KINDS; kind++)
    g_clear_pointer (&self->remembered[kind], g_free);
  g_clear_object (&self->document);
  g_clear_object (&self->store);
  self->text_selection = READOUT_SPAN (0, 0);
}

static void
readout_session_dispose (GObject *object)
{
  ReadoutSession *self = READOUT_SESSION (object);

  clear_document (self);

  G_OBJECT_CLASS (readout_session_parent_class)->dispose (object);
}

static void
readout_session_finalize (GObject *object)
{
  ReadoutSession *self = READOUT_SESSION (object);

  readout_span_list_clear (&self->lit);
  readout_lists_free (self->lists);
  g_free (self->author);
  g_free (self->status);

  G_OBJECT_CLASS (readout_session_parent_class)->finalize (object);
}

static void
readout_session_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  ReadoutSession *self = READOUT_SESSION (object);

  switch (prop_id)
    {
    case PROP_DOCUMENT:
      g_value_set_object (value, self->document);
      break;
    case PROP_SELECTED:
      g_value_set_object (value, self->selected);
      break;
    case PROP_KIND:
      g_value_set_uint (value, self->kind);
      break;
    case PROP_STATE_FILTER:
      g_value_set_uint (value, readout_lists_get_state_filter (self->lists));
      break;
    case PROP_TEXT_FILTER:
      g_value_set_string (value, readout_lists_get_text_filter (self->lists));
      break;
    case PROP_STATUS:
      g_value_set_string (value, self->status);
      break;
    case PROP_DETECTING:
      g_value_set_boolean (value, self->detecting);
      break;
    case PROP_HAS_TEXT_SELECTION:
      g_value_set_boolean (value,
                           !readout_span_is_empty (self->text_selection));
      break;
    case PROP_LIT_SPANS:
      g_value_set_pointer (value, &self->lit);
      break;
    case PROP_AUTHOR:
      g_value_set_string (value, self->author);
      break;
    case PROP_N_ITEMS:
      g_value_set_uint (value, readout_lists_get_n_items (self->lists));
      break;
    case PROP_N_REVIEWED:
      g_value_set_uint (value, readout_lists_get_n_reviewed (self->lists));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
readout_session_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  ReadoutSession *self = READOUT_SESSION (object);

  switch (prop_id)
    {
    case PROP_STATE_FILTER:
      if (readout_lists_set_state_filter (self->lists,
                                          g_value_get_uint (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_TEXT_FILTER:
      if (readout_lists_set_text_filter (self->lists,
                                         g_value_get_string (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_STATUS:
      readout_session_set_status (self, g_value_get_string (value));
      break;
    case PROP_AUTHOR:
      if (g_strcmp0 (self->author, g_value_get_string (value)) != 0)
        {
          g_free (self->author);
          self->author = g_value_dup_string (value);
          g_object_notify_by_pspec (object, pspec);
        }
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
readout_session_class_init (ReadoutSessionClass *klass)
{
  static const struct
  {
    guint       number;
    const char *name;
  } plain_signals[] = {
    { SCROLL_TO_SELECTED, "scroll-to-selected" },
    { EDIT_SELECTED, "edit-selected" },
    { COUNTS_CHANGED, "counts-changed" },
    { CLOSING, "closing" },
    { OUTDATED, "outdated" },
  };
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  const GParamFlags writable
      = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = readout_session_dispose;
  object_class->finalize = readout_session_finalize;
  object_class->get_property = readout_session_get_property;
  object_class->set_property = readout_session_set_property;

  properties[PROP_DOCUMENT] = g_param_spec_object (
      "document", NULL, NULL, READOUT_TYPE_DOCUMENT, readable);
  properties[PROP_SELECTED] = g_param_spec_object (
      "selected", NULL, NULL, READOUT_TYPE_ENTRY, readable);
  properties[PROP_KIND] = g_param_spec_uint (
      "kind", NULL, NULL, 0, READOUT_N_KINDS - 1, READOUT_KIND_ACTOR, readable);
  properties[PROP_STATE_FILTER] = g_param_spec_uint ("state-filter",
                                                     NULL,
                                                     NULL,
                                                     0,
                                                     READOUT_N_FILTERS - 1,
                                                     READOUT_FILTER_TO_REVIEW,
                                                     writable);
  properties[PROP_TEXT_FILTER]
      = g_param_spec_string ("text-filter", NULL, NULL, NULL, writable);
  properties[PROP_STATUS]
      = g_param_spec_string ("status", NULL, NULL, NULL, writable);
  properties[PROP_DETECTING]
      = g_param_spec_boolean ("detecting", NULL, NULL, FALSE, readable);
  properties[PROP_HAS_TEXT_SELECTION] = g_param_spec_boolean (
      "has-text-selection", NULL, NULL, FALSE, readable);
  properties[PROP_LIT_SPANS]
      = g_param_spec_pointer ("lit-spans", NULL, NULL, readable);
  properties[PROP_AUTHOR]
      = g_param_spec_string ("author", NULL, NULL, NULL, writable);
  properties[PROP_N_ITEMS]
      = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, readable);
  properties[PROP_N_REVIEWED]
      = g_param_spec_uint ("n-reviewed", NULL, NULL, 0, G_MAXUINT, 0, readable);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  for (guint i = 0; i < G_N_ELEMENTS (plain_signals); i++)
    signals[plain_signals[i].number] = g_signal_new (plain_signals[i].name,
                                                     G_TYPE_FROM_CLASS (klass),
                                                     G_SIGNAL_RUN_LAST,
                                                     0,
                                                     NULL,
                                                     NULL,
                                                     NULL,
                                                     G_TYPE_NONE,
                                                     0);
  signals[SHOW_TEXT] = g_signal_new ("show-text",
                                     G_TYPE_FROM_CLASS (klass),
                                     G_SIGNAL_RUN_LAST,
                                     0,
                                     NULL,
                                     NULL,
                                     NULL,
                                     G_TYPE_NONE,
                                     2,
                                     G_TYPE_UINT,
                                     G_TYPE_UINT);
  signals[PROBLEM] = g_signal_new ("problem",
                                   G_TYPE_FROM_CLASS (klass),
                                   G_SIGNAL_RUN_LAST,
                                   0,
                                   NULL,
                                   NULL,
                                   NULL,
                                   G_TYPE_NONE,
                                   2,
                                   G_TYPE_STRING,
                                   G_TYPE_UINT);
}

static void
readout_session_init (ReadoutSession *self)
{
  self->kind = READOUT_KIND_ACTOR;
  self->lists = readout_lists_new ();
  reset_focus_field (self);
}

/* Between the files of the session. */

/**
 * readout_session_set_selected:
 * @self: a session
 * @entry: (nullable): an item
 *
 * Selects an item, or none; the tab stays.
 */
void
readout_session_set_selected (ReadoutSession *self, ReadoutEntry *entry)
{
  if (!g_set_object (&self->selected, entry))
    return;

  if (entry != NULL)
    {
      ReadoutKind kind = readout_entry_get_kind (entry);

      g_free (self->remembered[kind]);
      self->remembered[kind] = g_strdup (readout_entry_get_id (entry));
    }

  reset_focus_field (self);
  g_clear_pointer (&self->candidates, g_ptr_array_unref);
  readout_session_set_lit_spans (self, NULL);
  readout_lists_set_kept (self->lists, entry);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

/**
 * readout_session_switch_kind:
 * @self: a session
 * @kind: the kind of the tab
 *
 * Brings a tab to the front; the selection stays.
 */
void
readout_session_switch_kind (ReadoutSession *self, ReadoutKind kind)
{
  if (self->kind == kind)
    return;

  self->kind = kind;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KIND]);
}

/**
 * readout_session_scroll:
 * @self: a session
 *
 * Asks the article to bring the selected item into sight.
 */
void
readout_session_scroll (ReadoutSession *self)
{
  g_signal_emit (self, signals[SCROLL_TO_SELECTED], 0);
}

/**
 * readout_session_notify_text_selection:
 * @self: a session
 *
 * Tells that words were selected in the article, or none are any more.
 */
void
readout_session_notify_text_selection (ReadoutSession *self)
{
  g_object_notify_by_pspec (G_OBJECT (self),
                            properties[PROP_HAS_TEXT_SELECTION]);
}

/**
 * readout_session_new:
 *
 * Returns: (transfer full): a session with nothing open
 */
ReadoutSession *
readout_session_new (void)
{
  return g_object_new (READOUT_TYPE_SESSION, NULL);
}

/**
 * readout_session_set_store:
 * @self: a session
 * @store: (nullable): a document and where it is kept, or %NULL for none
 *
 * Makes the session work on another document.  Does not start the detection.
 * To be called by the opener, by which all documents come in.
 */
void
readout_session_set_store (ReadoutSession *self, ReadoutStore *store)
{
  ReadoutAnnotations *annotations;

  g_return_if_fail (READOUT_IS_SESSION (self));
  g_return_if_fail (store == NULL || READOUT_IS_STORE (store));

  g_object_freeze_notify (G_OBJECT (self));
  clear_document (self);

  if (store != NULL)
    {
      self->store = g_object_ref (store);
      self->document = g_object_ref (readout_store_get_document (store));
      annotations = readout_document_get_annotations (self->document);

      readout_lists_set_document (self->lists, self->document);
      g_signal_connect_object (
          annotations, "changed", G_CALLBACK (on_changed), self, 0);
      g_signal_connect_object (annotations,
                               "changes-applied",
                               G_CALLBACK (on_changes_applied),
                               self,
                               0);
    }

  count (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DOCUMENT]);
  g_object_notify_by_pspec (G_OBJECT (self),
                            properties[PROP_HAS_TEXT_SELECTION]);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * readout_session_get_store:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): where the open document is kept
 */
ReadoutStore *
readout_session_get_store (ReadoutSession *self)
{
  g_return_val_if_fail (READOUT_IS_SESSION (self), NULL);

  return self->store;
}

/**
 * readout_session_announce:
 * @self: a session
 * @problem: what is wrong
 * @message: (nullable): what to say about it, or %NULL if it is over
 *
 * To be called by the parts of the session, such as its saver.
 */
void
readout_session_announce (ReadoutSession *self,
                          ReadoutProblem  problem,
                          const char     *message)
{
  g_return_if_fail (READOUT_IS_SESSION (self));
  g_return_if_fail (problem < READOUT_N_PROBLEMS);

  g_signal_emit (self, signals[PROBLEM], 0, message, (guint)problem);
}

/**
 * readout_session_get_document:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): what is open
 */
ReadoutDocument *
readout_session_get_document (ReadoutSession *self)
{
  g_return_val_if_fail (READOUT_IS_SESSION (self), NULL);

  return self->document;
}

/**
 * readout_session_get_shown:
 * @self: a session
 * @kind: which of the four lists
 *
 * The list stays the same object whatever is opened.
 *
 * Returns: (transfer none): the #ReadoutEntry objects that pass the filter,
 *   in text order
 */
GListModel *
readout_session_get_shown (ReadoutSession *self, ReadoutKind kind)
{
  g_return_val_if_fail (READOUT_IS_SESSION (self), NULL);
  g_return_val_if_fail (kind < READOUT_N_KINDS, NULL);

  return G_LIST_MODEL (readout_lists_get_shown (self->lists, kind));
}

/**
 * readout_session_count_unreviewed:
 * @self: a session
 * @kind: a kind
 *
 * Returns: how many suggestions of @kind wait for a decision
 */
guint
readout_session_count_unreviewed (ReadoutSession *self, ReadoutKind kind)
{
  g_return_val_if_fail (READOUT_IS_SESSION (self), 0);
  g_return_val_if_fail (kind < READOUT_N_KINDS, 0);

  return readout_lists_get_n_unreviewed (self->lists, kind);
}

/**
 * readout_session_get_n_items:
 * @self: a session
 *
 * Returns: how many items of all kinds count for the progress
 */
guint
readout_session_get_n_items (ReadoutSession *self)
{
  g_return_val_if_fail (READOUT_IS_SESSION (self), 0);

  return readout_lists_get_n_items (self->lists);
}

/**
 * readout_session_get_n_reviewed:
 * @self: a session
 *
 * Returns: how many of its items a person has decided upon
 */
guint
readout_session_get_n_reviewed (ReadoutSession *self)
{
  g_return_val_if_fail (READOUT_IS_SESSION (self), 0);

  return readout_lists_get_n_reviewed (self->lists);
}

/**
 * readout_session_get_kind:
 * @self: a session
 *
 * Returns: the kind whose tab is shown
 */
ReadoutKind
readout_session_get_kind (ReadoutSession *self)
{
  g_return_val_if_fail (READOUT_IS_SESSION (self), READOUT_KIND_ACTOR);

  return self->kind;
}

/**
 * readout_session_get_state_filter:
 * @self: a session
 *
 * Returns: which states are shown
 */
ReadoutStateFilter
readout_session_get_state_filter (ReadoutSession *self)
{
  g_return_val_if_fail (READOUT_IS_SESSION (self), READOUT_FILTER_ALL);

  return readout_lists_get_state_filter (self->lists);
}

/**
 * readout_session_get_detecting:
 * @self: a session
 *
 * Returns: whether the detector is at work
 */
gboolean
readout_session_get_detecting (ReadoutSession *self)
{
  g_return_val_if_fail (READOUT_IS_SESSION (self), FALSE);

  return self->detecting;
}

/**
 * readout_session_set_detecting:
 * @self: a session
 * @detecting: whether the detector is at work
 *
 * To be called by the suggester.
 */
void
readout_session_set_detecting (ReadoutSession *self, gboolean detecting)
{
  g_return_if_fail (READOUT_IS_SESSION (self));

  if (self->detecting == !!detecting)
    return;

  self->detecting = !!detecting;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DETECTING]);
}

/**
 * readout_session_outdate:
 * @self: a session with a document
 *
 * Says that what is suggested does not fit the article any more, because what
 * it was made from has changed.
 */
void
readout_session_outdate (ReadoutSession *self)
{
  g_return_if_fail (READOUT_IS_SESSION (self));
  g_return_if_fail (self->document != NULL);

  g_signal_emit (self, signals[OUTDATED], 0);
}

/**
 * readout_session_get_status:
 * @self: a session
 *
 * Returns: (nullable): what the last act did
 */
const char *
readout_session_get_status (ReadoutSession *self)
{
  g_return_val_if_fail (READOUT_IS_SESSION (self), NULL);

  return self->status;
}

/**
 * readout_session_get_selected:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): the selected item
 */
ReadoutEntry *
readout_session_get_selected (ReadoutSession *self)
{
  g_return_val_if_fail (READOUT_IS_SESSION (self), NULL);

  return self->selected;
}

/**
 * readout_session_get_author:
 * @self: a session
 *
 * Returns: (nullable): who edits, for the review stamps
 */
const char *
readout_session_get_author (ReadoutSession *self)
{
  g_return_val_if_fail (READOUT_IS_SESSION (self), NULL);

  return self->author;
}

/**
 * readout_session_set_status:
 * @self: a session
 * @status: (nullable): what to say in the status line
 *
 * Notifies also when the words are the same as before, because the same act
 * done twice must be announced twice.
 */
void
readout_session_set_status (ReadoutSession *self, const char *status)
{
  char *copy;

  g_return_if_fail (READOUT_IS_SESSION (self));

  copy = g_strdup (status);
  g_free (self->status);
  self->status = copy;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATUS]);
}

/**
 * readout_session_set_lit_spans:
 * @self: a session
 * @spans: (nullable): what the article is to light up; copied
 *
 * To be called by a card while one of its fields is hovered or focused.
 */
void
readout_session_set_lit_spans (ReadoutSession        *self,
                               const ReadoutSpanList *spans)
{
  static const ReadoutSpanList none = { NULL, 0 };

  g_return_if_fail (READOUT_IS_SESSION (self));

  if (spans == NULL)
    spans = &none;
  if (readout_span_list_equal (&self->lit, spans))
    return;

  readout_span_list_clear (&self->lit);
  readout_span_list_copy (&self->lit, spans);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LIT_SPANS]);
}

/**
 * readout_session_get_lit_spans:
 * @self: a session
 *
 * Returns: (transfer none): what the article lights up
 */
const ReadoutSpanList *
readout_session_get_lit_spans (ReadoutSession *self)
{
  g_return_val_if_fail (READOUT_IS_SESSION (self), NULL);

  return &self->lit;
}

/**
 * readout_session_show_text:
 * @self: a session
 * @span: words of the article
 *
 * Lets the article select these words and bring them into view.
 */
void
readout_session_show_text (ReadoutSession *self, ReadoutSpan span)
{
  g_return_if_fail (READOUT_IS_SESSION (self));

  g_signal_emit (self, signals[SHOW_TEXT], 0, span.start, span.end);
}

/**
 * readout_session_describe:
 * @self: a session with a document
 * @record: a record of it
 *
 * Returns: (transfer full): a few words that tell @record from others; see
 *   readout_item_words_describe()
 */
char *
readout_session_describe (ReadoutSession *self, gconstpointer record)
{
  g_return_val_if_fail (READOUT_IS_SESSION (self), NULL);

  return readout_item_words_describe (self->document, record);
}

/**
 * readout_session_actor_name:
 * @self: a session
 * @actor_id: (nullable): the id of an actor
 *
 * Returns: (transfer none): its name, or words that say that there is none
 */
const char *
readout_session_actor_name (ReadoutSession *self, const char *actor_id)
{
  g_return_val_if_fail (READOUT_IS_SESSION (self), NULL);

  return readout_item_words_actor (self->document, actor_id);
}
