/* value-entry.c: an entry for one value, committed as a whole
 *
 * What is typed is nothing until Enter is pressed or the focus leaves; then
 * the entry checks it and says "committed", once.  Escape puts back what was
 * there.  The entry holds no truth: its owner decides what becomes of the
 * value and sets it again when the record has changed.  Setting a value while
 * somebody types another one does not take the typed text away; neither moves
 * the caret when nothing changes.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "value-entry.h"

struct _ReadoutValueEntry
{
  GtkBox parent_instance;

  ReadoutValueCheck check;
  char             *value; /* as last set, NULL when there is none */
  char             *label;
  gboolean          required;
  gboolean          setting; /* the text is being set, not typed */

  GtkEntry *entry;
  GtkLabel *hint_label;
};

enum
{
  PROP_0,
  PROP_LABEL,
  PROP_PLACEHOLDER_TEXT,
  N_PROPS
};

enum
{
  SIGNAL_COMMITTED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReadoutValueEntry, readout_value_entry, GTK_TYPE_BOX)

static char *
get_typed (ReadoutValueEntry *self)
{
  char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  return g_strstrip (text);
}

/* A value of a file may have white space around it, which is not typed. */
static gboolean
is_edited (ReadoutValueEntry *self)
{
  const char      *value = self->value == NULL ? "" : self->value;
  const char      *shown = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *typed = get_typed (self);

  return !g_str_equal (shown, value) && !g_str_equal (typed, value);
}

static void
show_hint (ReadoutValueEntry *self, const char *hint, gboolean valid)
{
  gtk_label_set_label (self->hint_label, hint == NULL ? "" : hint);
  gtk_widget_set_visible (GTK_WIDGET (self->hint_label),
                          hint != NULL && *hint != '\0');
  if (valid)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
      gtk_widget_remove_css_class (GTK_WIDGET (self->hint_label), "error");
    }
  else
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
      gtk_widget_add_css_class (GTK_WIDGET (self->hint_label), "error");
    }

  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry),
                               GTK_ACCESSIBLE_STATE_INVALID,
                               valid ? GTK_ACCESSIBLE_INVALID_FALSE
                                     : GTK_ACCESSIBLE_INVALID_TRUE,
                               -1);
}

/* Says of @text whether it is a value; gives it back in its canonical form. */
static char *
check (ReadoutValueEntry *self, const char *text)
{
  g_autofree char *canonical = NULL;
  g_autofree char *hint = NULL;
  gboolean         valid = TRUE;

  if (*text == '\0')
    {
      valid = !self->required;
      if (!valid)
        hint = g_strdup (_ ("cannot be empty"));
    }
  else if (self->check != NULL)
    {
      valid = self->check (text, &canonical, &hint);
    }

  show_hint (self, hint, valid);
  if (!valid)
    return NULL;

  return canonical != NULL ? g_steal_pointer (&canonical) : g_strdup (text);
}

static void
set_text (ReadoutValueEntry *self, const char *text)
{
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->entry)), text) == 0)
    return;

  self->setting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  self->setting = FALSE;
}

static void
restore (ReadoutValueEntry *self)
{
  const char      *value = self->value == NULL ? "" : self->value;
  g_autofree char *canonical = NULL;

  set_text (self, value);
  if (*value == '\0')
    {
      show_hint (self, NULL, TRUE);
      return;
    }

  canonical = check (self, value);
  /* What a person may type so is not what a file should have. */
  if (canonical != NULL && !g_str_equal (canonical, value))
    show_hint (self, canonical, FALSE);
}

static void
commit (ReadoutValueEntry *self)
{
  g_autofree char *typed = get_typed (self);
  g_autofree char *canonical = NULL;

  if (!is_edited (self))
    {
      restore (self);
      return;
    }

  canonical = check (self, typed);
  if (canonical == NULL)
    return;

  set_text (self, canonical);
  if (g_strcmp0 (canonical, self->value == NULL ? "" : self->value) != 0)
    g_signal_emit (self,
                   signals[SIGNAL_COMMITTED],
                   0,
                   *canonical == '\0' ? NULL : canonical);
}

static void
entry_changed (ReadoutValueEntry *self)
{
  /* A complaint about what was typed before does not stay while it is being
   * put right. */
  if (!self->setting)
    show_hint (self, NULL, TRUE);
}

/* Escape puts the value back here and goes on to whoever takes the focus. */
static gboolean
key_pressed (GtkEventControllerKey *controller,
             guint                  keyval,
             guint                  keycode,
             GdkModifierType        modifiers,
             ReadoutValueEntry     *self)
{
  if (keyval == GDK_KEY_Escape)
    restore (self);

  return GDK_EVENT_PROPAGATE;
}

static gboolean
readout_value_entry_grab_focus (GtkWidget *widget)
{
  ReadoutValueEntry *self = READOUT_VALUE_ENTRY (widget);

  return gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
readout_value_entry_finalize (GObject *object)
{
  ReadoutValueEntry *self = READOUT_VALUE_ENTRY (object);

  g_free (self->value);
  g_free (self->label);

  G_OBJECT_CLASS (readout_value_entry_parent_class)->finalize (object);
}

static void
readout_value_entry_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  ReadoutValueEntry *self = READOUT_VALUE_ENTRY (object);

  switch (prop_id)
    {
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    case PROP_PLACEHOLDER_TEXT:
      g_value_set_string (value, gtk_entry_get_placeholder_text (self->entry));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
readout_value_entry_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  ReadoutValueEntry *self = READOUT_VALUE_ENTRY (object);

  switch (prop_id)
    {
    case PROP_LABEL:
      g_free (self->label);
      self->label = g_value_dup_string (value);
      if (self->label != NULL)
        gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                        GTK_ACCESSIBLE_PROPERTY_LABEL,
                                        self->label,
                                        -1);
      break;
    case PROP_PLACEHOLDER_TEXT:
      gtk_entry_set_placeholder_text (self->entry, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
readout_value_entry_class_init (ReadoutValueEntryClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = readout_value_entry_finalize;
  object_class->get_property = readout_value_entry_get_property;
  object_class->set_property = readout_value_entry_set_property;
  widget_class->grab_focus = readout_value_entry_grab_focus;

  properties[PROP_LABEL] = g_param_spec_string (
      "label", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PLACEHOLDER_TEXT]
      = g_param_spec_string ("placeholder-text",
                             NULL,
                             NULL,
                             NULL,
                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * ReadoutValueEntry::committed:
   * @self: the entry
   * @value: (nullable): what was typed, in its canonical form
   */
  signals[SIGNAL_COMMITTED] = g_signal_new ("committed",
                                            G_TYPE_FROM_CLASS (klass),
                                            G_SIGNAL_RUN_LAST,
                                            0,
                                            NULL,
                                            NULL,
                                            NULL,
                                            G_TYPE_NONE,
                                            1,
                                            G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/readout/Readout/widgets/value-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, ReadoutValueEntry, entry);
  gtk_widget_class_bind_template_child (
      widget_class, ReadoutValueEntry, hint_label);
  gtk_widget_class_bind_template_callback (widget_class, commit);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed);
}

static void
readout_value_entry_init (ReadoutValueEntry *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * readout_value_entry_new:
 *
 * Returns: a new entry, without a value
 */
GtkWidget *
readout_value_entry_new (void)
{
  return g_object_new (READOUT_TYPE_VALUE_ENTRY, NULL);
}

/**
 * readout_value_entry_set_check:
 * @self: an entry
 * @check: (nullable) (scope forever): says what is a value; %NULL if any text
 *   is
 */
void
readout_value_entry_set_check (ReadoutValueEntry *self,
                               ReadoutValueCheck  check_func)
{
  g_return_if_fail (READOUT_IS_VALUE_ENTRY (self));

  self->check = check_func;
}

/**
 * readout_value_entry_set_required:
 * @self: an entry
 * @required: whether there must be a value
 */
void
readout_value_entry_set_required (ReadoutValueEntry *self, gboolean required)
{
  g_return_if_fail (READOUT_IS_VALUE_ENTRY (self));

  self->required = required;
}

/**
 * readout_value_entry_set_value:
 * @self: an entry
 * @value: (nullable): the value that the record has
 *
 * Shows @value, unless the person is typing another one just now.
 */
void
readout_value_entry_set_value (ReadoutValueEntry *self, const char *value)
{
  gboolean edited;

  g_return_if_fail (READOUT_IS_VALUE_ENTRY (self));

  edited = is_edited (self)
           && gtk_widget_has_focus (GTK_WIDGET (
               gtk_editable_get_delegate (GTK_EDITABLE (self->entry))));

  if (g_strcmp0 (self->value, value) != 0)
    {
      g_free (self->value);
      self->value = g_strdup (value);
    }
  if (!edited)
    restore (self);
}

/**
 * readout_value_entry_get_value:
 * @self: an entry
 *
 * Returns: (nullable): the value that was last set, not what is being typed
 */
const char *
readout_value_entry_get_value (ReadoutValueEntry *self)
{
  g_return_val_if_fail (READOUT_IS_VALUE_ENTRY (self), NULL);

  return self->value;
}

/**
 * readout_value_entry_get_entry:
 * @self: an entry
 *
 * Returns: (transfer none): the GTK entry inside
 */
GtkEntry *
readout_value_entry_get_entry (ReadoutValueEntry *self)
{
  g_return_val_if_fail (READOUT_IS_VALUE_ENTRY (self), NULL);

  return self->entry;
}
