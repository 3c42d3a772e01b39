/* editor.c: what the forms of the four kinds have in common
 *
 * A form holds no truth.  Each of its fields is bound to a member of the
 * record: what a person does to the field becomes a copy of the record with
 * that member changed, handed to the session as one step of undo; what changes
 * in the record, by whatever hand, is shown.  While the fields are being
 * filled, what they emit is not taken for an edit.
 *
 * The bindings of editor-bindings.c go by the member's offset, so that a form
 * is a template and a list of bindings, and all four keep the same manners.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include "editor.h"

#include "edits/actors.h"
#include "inspector/card-text.h"
#include "inspector/review-bar.h"
#include "session/links.h"

/* A field of the form, and how the record is shown in it. */
typedef struct
{
  GtkWidget        *widget; /* unowned: a child of the form */
  ReadoutEditorShow show;
  gpointer          binding;
  GDestroyNotify    free_binding;
} Field;

typedef struct
{
  ReadoutSession      *session;
  ReadoutMentionIndex *index;
  ReadoutEntry        *entry;
  GArray              *fields; /* of Field, from top to bottom */
  ReadoutReviewBar    *review_bar;
  gboolean             updating;
} ReadoutEditorPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (ReadoutEditor,
                                     readout_editor,
                                     GTK_TYPE_BOX)

static void
clear_field (gpointer data)
{
  Field *field = data;

  field->free_binding (field->binding);
}

static void
update (ReadoutEditor *self)
{
  ReadoutEditorPrivate *priv = readout_editor_get_instance_private (self);
  ReadoutEditorClass   *klass = READOUT_EDITOR_GET_CLASS (self);
  g_autoptr (ReadoutRecord) record = NULL;

  if (readout_session_get_document (priv->session) == NULL)
    return;

  record = readout_record_ref (readout_entry_get_record (priv->entry));
  priv->updating = TRUE;
  for (guint i = 0; i < priv->fields->len; i++)
    {
      const Field *field = &g_array_index (priv->fields, Field, i);

      field->show (field->binding, record);
    }
  if (klass->update != NULL)
    klass->update (self, record);
  readout_review_bar_update (priv->review_bar);
  priv->updating = FALSE;
}

/* Up and Down go from field to field.  Left to themselves they and the page
 * keys would reach the list, which would go to another card while somebody is
 * at work in this one. */
static gboolean
key_pressed (GtkEventControllerKey *controller,
             guint                  keyval,
             guint                  keycode,
             GdkModifierType        modifiers,
             ReadoutEditor         *self)
{
  if ((modifiers & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_BACKWARD);
      return GDK_EVENT_STOP;

    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
      return GDK_EVENT_STOP;

    /* On a card Delete rejects the item; here it takes out a piece, and must
     * not go further when the last piece has gone. */
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
    case GDK_KEY_Home:
    case GDK_KEY_End:
    case GDK_KEY_Page_Up:
    case GDK_KEY_Page_Down:
      return GDK_EVENT_STOP;

    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
readout_editor_unmap (GtkWidget *widget)
{
  ReadoutEditorPrivate *priv
      = readout_editor_get_instance_private (READOUT_EDITOR (widget));

  if (priv->session != NULL)
    readout_session_set_lit_spans (priv->session, NULL);

  GTK_WIDGET_CLASS (readout_editor_parent_class)->unmap (widget);
}

static void
readout_editor_dispose (GObject *object)
{
  ReadoutEditorPrivate *priv
      = readout_editor_get_instance_private (READOUT_EDITOR (object));

  G_OBJECT_CLASS (readout_editor_parent_class)->dispose (object);

  g_clear_object (&priv->entry);
  g_clear_object (&priv->index);
  g_clear_object (&priv->session);
}

static void
readout_editor_finalize (GObject *object)
{
  ReadoutEditorPrivate *priv
      = readout_editor_get_instance_private (READOUT_EDITOR (object));

  g_array_unref (priv->fields);

  G_OBJECT_CLASS (readout_editor_parent_class)->finalize (object);
}

static void
readout_editor_class_init (ReadoutEditorClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = readout_editor_dispose;
  object_class->finalize = readout_editor_finalize;
  widget_class->unmap = readout_editor_unmap;
}

static void
readout_editor_init (ReadoutEditor *self)
{
  ReadoutEditorPrivate *priv = readout_editor_get_instance_private (self);
  GtkEventController   *keys = gtk_event_controller_key_new ();

  g_signal_connect_object (
      keys, "key-pressed", G_CALLBACK (key_pressed), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  priv->fields = g_array_new (FALSE, FALSE, sizeof (Field));
  g_array_set_clear_func (priv->fields, clear_field);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self),
                                  GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "editor");
}

/**
 * readout_editor_set_up:
 * @self: a new form
 * @session: what the window is working on, with a document
 * @index: the index of its mentions
 * @entry: the item to edit
 *
 * Tells a form what it is for, which it then shows.  To be called once.
 */
void
readout_editor_set_up (ReadoutEditor       *self,
                       ReadoutSession      *session,
                       ReadoutMentionIndex *index,
                       ReadoutEntry        *entry)
{
  ReadoutEditorPrivate *priv = readout_editor_get_instance_private (self);

  g_return_if_fail (READOUT_IS_EDITOR (self));
  g_return_if_fail (READOUT_IS_SESSION (session));
  g_return_if_fail (READOUT_IS_MENTION_INDEX (index));
  g_return_if_fail (READOUT_IS_ENTRY (entry));
  g_return_if_fail (priv->entry == NULL);

  priv->session = g_object_ref (session);
  priv->index = g_object_ref (index);
  priv->entry = g_object_ref (entry);

  READOUT_EDITOR_GET_CLASS (self)->setup (self);

  priv->review_bar
      = READOUT_REVIEW_BAR (readout_review_bar_new (session, entry));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (priv->review_bar));

  g_signal_connect_object (
      index, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * readout_editor_focus_first:
 * @self: a form
 *
 * Moves the focus to the first field.
 *
 * Returns: whether a field took it
 */
gboolean
readout_editor_focus_first (ReadoutEditor *self)
{
  ReadoutEditorPrivate *priv = readout_editor_get_instance_private (self);
  g_return_val_if_fail (READOUT_IS_EDITOR (self), FALSE);

  if (READOUT_EDITOR_GET_CLASS (self)->focus_first != NULL)
    return READOUT_EDITOR_GET_CLASS (self)->focus_first (self);

  return gtk_widget_grab_focus (g_array_index (priv->fields, Field, 0).widget);
}

/**
 * readout_editor_focus_note:
 * @self: a form
 *
 * Moves the focus to the note.
 *
 * Returns: whether it took it
 */
gboolean
readout_editor_focus_note (ReadoutEditor *self)
{
  ReadoutEditorPrivate *priv = readout_editor_get_instance_private (self);

  g_return_val_if_fail (READOUT_IS_EDITOR (self), FALSE);

  return readout_review_bar_focus_note (priv->review_bar);
}

static gboolean
popup (ReadoutChooser *chooser)
{
  if (chooser == NULL)
    return FALSE;

  readout_chooser_popup (chooser);
  return TRUE;
}

/**
 * readout_editor_popup_link:
 * @self: a form
 *
 * Opens the choice of an actor for a mention, a speaker for a statement, a
 * participant for a meeting.
 *
 * Returns: whether the form has such a field
 */
gboolean
readout_editor_popup_link (ReadoutEditor *self)
{
  ReadoutEditorClass *klass = READOUT_EDITOR_GET_CLASS (self);

  g_return_val_if_fail (READOUT_IS_EDITOR (self), FALSE);

  return klass->get_link_chooser != NULL
         && popup (klass->get_link_chooser (self));
}

/**
 * readout_editor_popup_merge:
 * @self: a form
 *
 * Opens the choice of the actor to merge with.
 *
 * Returns: whether the form has such a field
 */
gboolean
readout_editor_popup_merge (ReadoutEditor *self)
{
  ReadoutEditorClass *klass = READOUT_EDITOR_GET_CLASS (self);

  g_return_val_if_fail (READOUT_IS_EDITOR (self), FALSE);

  return klass->get_merge_chooser != NULL
         && popup (klass->get_merge_chooser (self));
}

/**
 * readout_editor_get_session:
 * @self: a form
 *
 * Returns: (transfer none): the session
 */
ReadoutSession *
readout_editor_get_session (ReadoutEditor *self)
{
  ReadoutEditorPrivate *priv = readout_editor_get_instance_private (self);

  g_return_val_if_fail (READOUT_IS_EDITOR (self), NULL);

  return priv->session;
}

/**
 * readout_editor_get_index:
 * @self: a form
 *
 * Returns: (transfer none): the index of the document's mentions
 */
ReadoutMentionIndex *
readout_editor_get_index (ReadoutEditor *self)
{
  ReadoutEditorPrivate *priv = readout_editor_get_instance_private (self);

  g_return_val_if_fail (READOUT_IS_EDITOR (self), NULL);

  return priv->index;
}

/**
 * readout_editor_get_record:
 * @self: a form
 *
 * Returns: (transfer none): the record as it is now
 */
gpointer
readout_editor_get_record (ReadoutEditor *self)
{
  ReadoutEditorPrivate *priv = readout_editor_get_instance_private (self);

  g_return_val_if_fail (READOUT_IS_EDITOR (self), NULL);

  return readout_entry_get_record (priv->entry);
}

/**
 * readout_editor_copy_record:
 * @self: a form
 *
 * Returns: (transfer full) (nullable): a copy of the record to write an edit
 *   into; %NULL while the form is being filled, when nothing is an edit
 */
gpointer
readout_editor_copy_record (ReadoutEditor *self)
{
  ReadoutEditorPrivate *priv = readout_editor_get_instance_private (self);

  g_return_val_if_fail (READOUT_IS_EDITOR (self), NULL);

  if (priv->updating)
    return NULL;

  return readout_record_copy (readout_editor_get_record (self));
}

/**
 * readout_editor_commit:
 * @self: a form
 * @edited: a copy of the record with the edit
 * @label: what undo calls it
 *
 * Hands the edit to the session, if it is one.  If the session refuses it, the
 * form shows again what there is.
 */
void
readout_editor_commit (ReadoutEditor *self, gpointer edited, const char *label)
{
  ReadoutEditorPrivate *priv = readout_editor_get_instance_private (self);

  g_return_if_fail (READOUT_IS_EDITOR (self));
  g_return_if_fail (edited != NULL && label != NULL);

  if (readout_record_equal (readout_editor_get_record (self), edited))
    return;

  /* The change can close the card that this form is in. */
  g_object_ref (self);
  readout_session_replace (priv->session, edited, label);
  update (self);
  g_object_unref (self);
}

/**
 * readout_editor_add_field:
 * @self: a form
 * @widget: a field of it, below those that were added before
 * @show: shows a record in it
 * @binding: (transfer full): what @show is to be told
 * @free_binding: frees @binding with the form
 *
 * Ties a field to the record: @show is called when the form has been set up and
 * after each change, and what the field emits meanwhile is not taken for an
 * edit.  See editor-bindings.h for the usual sorts.
 */
void
readout_editor_add_field (ReadoutEditor    *self,
                          GtkWidget        *widget,
                          ReadoutEditorShow show,
                          gpointer          binding,
                          GDestroyNotify    free_binding)
{
  ReadoutEditorPrivate *priv = readout_editor_get_instance_private (self);
  Field                 field = { widget, show, binding, free_binding };

  g_return_if_fail (READOUT_IS_EDITOR (self));
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (show != NULL && free_binding != NULL);

  g_array_append_val (priv->fields, field);
}

/**
 * readout_editor_light_actor:
 * @self: a form
 * @actor_id: (nullable): the id of an actor
 *
 * Lights up all mentions of an actor in the article, or puts the light out.
 */
void
readout_editor_light_actor (ReadoutEditor *self, const char *actor_id)
{
  ReadoutEditorPrivate *priv = readout_editor_get_instance_private (self);
  ReadoutSpanList       spans = { NULL, 0 };
  GPtrArray            *mentions = NULL;

  g_return_if_fail (READOUT_IS_EDITOR (self));

  if (actor_id != NULL)
    mentions = readout_mention_index_get (priv->index, actor_id);
  for (guint i = 0; mentions != NULL && i < mentions->len; i++)
    {
      ReadoutMention *mention = g_ptr_array_index (mentions, i);

      readout_span_list_add (&spans, mention->span);
    }

  readout_session_set_lit_spans (priv->session, &spans);
  readout_span_list_clear (&spans);
}

/**
 * readout_editor_rank_actors:
 * @self: a form
 * @without: (nullable): actors that are not to be offered
 * @none_label: (nullable): what to call the choice of nobody, which then
 *   stands at the end
 *
 * Returns: (transfer full) (element-type ReadoutChoice): the actors that may
 *   be meant, the likeliest first
 */
GListModel *
readout_editor_rank_actors (ReadoutEditor *self,
                            char         **without,
                            const char    *none_label)
{
  ReadoutEditorPrivate *priv = readout_editor_get_instance_private (self);
  GListStore           *choices = g_list_store_new (READOUT_TYPE_CHOICE);
  g_autoptr (GPtrArray) actors = NULL;

  g_return_val_if_fail (READOUT_IS_EDITOR (self), NULL);

  actors
      = readout_edits_rank_actors (readout_session_get_document (priv->session),
                                   readout_entry_get_id (priv->entry));

  for (guint i = 0; i < actors->len; i++)
    {
      ReadoutActor *actor = g_ptr_array_index (actors, i);
      g_autoptr (ReadoutChoice) choice = NULL;
      g_autofree char *detail = NULL;

      if (readout_strv_contains (without, actor->record.id))
        continue;

      detail = readout_card_text_actor_detail (actor);
      choice = readout_choice_new (actor->record.id, actor->name, detail);
      g_list_store_append (choices, choice);
    }

  if (none_label != NULL)
    {
      g_autoptr (ReadoutChoice) none
          = readout_choice_new (NULL, none_label, NULL);

      g_list_store_append (choices, none);
    }

  return G_LIST_MODEL (choices);
}
