/* decide-row.c: an item that both sides changed, with both versions
 *
 * Each version is a radio choice with what differs under it.  A press anywhere
 * on a version chooses it.  What is chosen is kept by the decision; the row
 * shows it.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "window/decide-row.h"

#include "widgets/pair-layout.h"
#include "window/decide-words.h"

/* Of a long note; all of it is in the tooltip. */
#define MAX_LINES 6

struct _ReadoutDecideRow
{
  GtkBox parent_instance;

  ReadoutDecision *decision;
  guint            index;
  char            *key;
  char            *name;
  GtkWidget       *versions[READOUT_N_SIDES];
  GtkCheckButton  *radios[READOUT_N_SIDES];
  gboolean         updating; /* The radios follow, nobody has pressed them. */
};

G_DEFINE_FINAL_TYPE (ReadoutDecideRow, readout_decide_row, GTK_TYPE_BOX)

static ReadoutMergerAnswer
get_answer (ReadoutSide side)
{
  return side == READOUT_SIDE_MINE ? READOUT_MERGER_MINE
                                   : READOUT_MERGER_THEIRS;
}

static void
on_toggled (GtkCheckButton *radio, ReadoutDecideRow *self)
{
  if (self->updating || !gtk_check_button_get_active (radio))
    return;

  readout_decision_set_answer (
      self->decision,
      self->index,
      get_answer (radio == self->radios[READOUT_SIDE_MINE]
                      ? READOUT_SIDE_MINE
                      : READOUT_SIDE_THEIRS));
}

static void
on_version_released (GtkGestureClick *gesture,
                     int              n_press,
                     double           x,
                     double           y,
                     GtkCheckButton  *radio)
{
  gtk_check_button_set_active (radio, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (radio));
}

static GtkWidget *
make_label (const char *words, int max_lines)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), max_lines);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_valign (label, GTK_ALIGN_START);

  return label;
}

/* @names makes the names of both versions equally wide. */
static GtkWidget *
make_line (const ReadoutDecideLine *line, ReadoutSide side, GtkSizeGroup *names)
{
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  const char      *value = line->values[side];
  g_autofree char *isolated = readout_decide_words_isolate (value);
  g_autofree char *words = NULL;
  GtkWidget       *label;

  if (line->name != NULL)
    {
      label = gtk_label_new (line->name);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_set_valign (label, GTK_ALIGN_START);
      gtk_widget_add_css_class (label, "dim-label");
      gtk_size_group_add_widget (names, label);
      gtk_box_append (GTK_BOX (box), label);
    }

  words = line->changed[side] || line->is_empty[side]
              ? g_strdup (value)
              /* Translators: a value that this side has left as it was */
              : g_strdup_printf (_ ("%s (unchanged)"), isolated);
  label = make_label (words, MAX_LINES);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_tooltip_text (label, value);
  if (!line->changed[side])
    gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (box), label);

  return box;
}

static const char *
get_whose (ReadoutDecideRow *self, ReadoutSide side)
{
  if (readout_decision_is_about_copy (self->decision))
    return side == READOUT_SIDE_MINE ? _ ("Shown") : _ ("Other Copy");

  return side == READOUT_SIDE_MINE ? _ ("Mine") : _ ("Theirs");
}

static void
add_version (ReadoutDecideRow *self,
             GtkWidget        *pair,
             ReadoutSide       side,
             const char       *title,
             GPtrArray        *lines,
             GtkSizeGroup     *names)
{
  GtkWidget       *version = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  const char      *whose = get_whose (self, side);
  GtkWidget       *radio = gtk_check_button_new_with_label (whose);
  GtkGesture      *click = gtk_gesture_click_new ();
  g_autofree char *words = readout_decide_words_side (lines, side);
  /* Translators: "Mine" or "Theirs" or so, and which item it is about */
  g_autofree char *name = g_strdup_printf (_ ("%s: %s"), whose, title);

  gtk_widget_add_css_class (version, "version");
  gtk_accessible_update_property (GTK_ACCESSIBLE (radio),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words,
                                  -1);
  gtk_box_append (GTK_BOX (version), radio);
  for (guint i = 0; i < lines->len; i++)
    {
      const ReadoutDecideLine *line = g_ptr_array_index (lines, i);

      if (line->values[side] != NULL)
        gtk_box_append (GTK_BOX (version), make_line (line, side, names));
    }

  g_signal_connect_object (radio, "toggled", G_CALLBACK (on_toggled), self, 0);
  g_signal_connect_object (
      click, "released", G_CALLBACK (on_version_released), radio, 0);
  gtk_widget_add_controller (version, GTK_EVENT_CONTROLLER (click));

  self->versions[side] = version;
  self->radios[side] = GTK_CHECK_BUTTON (radio);
  gtk_box_append (GTK_BOX (pair), version);
}

static void
fill (ReadoutDecideRow *self)
{
  const ReadoutMerge *merge = readout_decision_get_merge (self->decision);
  ReadoutText        *text = readout_decision_get_text (self->decision);
  const char         *kind = readout_decide_words_kind (merge, self->index);
  g_autofree char    *title
      = readout_decide_words_title (text, merge, self->index);
  g_autoptr (GPtrArray) lines
      = readout_decide_words_new (text, merge, self->index);
  g_autofree char *before = readout_decide_words_before (lines);
  g_autoptr (GtkSizeGroup) names
      = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  GtkBox    *box = GTK_BOX (self);
  GtkWidget *pair = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *label;

  label = make_label (kind, 1);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (box, label);
  label = make_label (title, 2);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_tooltip_text (label, title);
  gtk_box_append (box, label);

  gtk_widget_set_layout_manager (pair, readout_pair_layout_new (12));
  add_version (self, pair, READOUT_SIDE_MINE, title, lines, names);
  add_version (self, pair, READOUT_SIDE_THEIRS, title, lines, names);
  gtk_check_button_set_group (self->radios[READOUT_SIDE_THEIRS],
                              self->radios[READOUT_SIDE_MINE]);
  gtk_box_append (box, pair);

  if (before != NULL)
    {
      label = make_label (before, MAX_LINES);
      gtk_widget_add_css_class (label, "dim-label");
      gtk_widget_set_tooltip_text (label, before);
      gtk_box_append (box, label);
    }

  self->name = g_strdup_printf (_ ("%s: %s"), kind, title);
  readout_decide_row_update (self);
}

static void
readout_decide_row_dispose (GObject *object)
{
  ReadoutDecideRow *self = READOUT_DECIDE_ROW (object);

  g_clear_object (&self->decision);

  G_OBJECT_CLASS (readout_decide_row_parent_class)->dispose (object);
}

static void
readout_decide_row_finalize (GObject *object)
{
  ReadoutDecideRow *self = READOUT_DECIDE_ROW (object);

  g_free (self->key);
  g_free (self->name);

  G_OBJECT_CLASS (readout_decide_row_parent_class)->finalize (object);
}

static void
readout_decide_row_class_init (ReadoutDecideRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = readout_decide_row_dispose;
  object_class->finalize = readout_decide_row_finalize;
}

static void
readout_decide_row_init (ReadoutDecideRow *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self),
                                  GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
}

/**
 * readout_decide_row_new:
 * @decision: what is to be decided
 * @index: which of its items to show
 *
 * Returns: (transfer floating): what is to stand in the row, good until
 *   @decision is refreshed
 */
GtkWidget *
readout_decide_row_new (ReadoutDecision *decision, guint index)
{
  ReadoutDecideRow *self;

  g_return_val_if_fail (READOUT_IS_DECISION (decision), NULL);

  self = g_object_new (READOUT_TYPE_DECIDE_ROW, NULL);
  self->decision = g_object_ref (decision);
  self->index = index;
  self->key = g_strdup (readout_decision_get_key (decision, index));
  fill (self);

  return GTK_WIDGET (self);
}

/**
 * readout_decide_row_get_name:
 * @self: a row
 *
 * Returns: (transfer none): what the item is, for those who hear it
 */
const char *
readout_decide_row_get_name (ReadoutDecideRow *self)
{
  g_return_val_if_fail (READOUT_IS_DECIDE_ROW (self), NULL);

  return self->name;
}

/**
 * readout_decide_row_get_key:
 * @self: a row
 *
 * Returns: (transfer none): the key of the item that it shows
 */
const char *
readout_decide_row_get_key (ReadoutDecideRow *self)
{
  g_return_val_if_fail (READOUT_IS_DECIDE_ROW (self), NULL);

  return self->key;
}

/**
 * readout_decide_row_update:
 * @self: a row
 *
 * Shows what is chosen now.
 */
void
readout_decide_row_update (ReadoutDecideRow *self)
{
  ReadoutMergerAnswer answer;

  g_return_if_fail (READOUT_IS_DECIDE_ROW (self));

  answer = readout_decision_get_answer (self->decision, self->index);
  self->updating = TRUE;
  for (guint side = READOUT_SIDE_MINE; side <= READOUT_SIDE_THEIRS; side++)
    {
      gboolean chosen = answer == get_answer (side);

      gtk_check_button_set_active (self->radios[side], chosen);
      if (chosen)
        gtk_widget_add_css_class (self->versions[side], "chosen");
      else
        gtk_widget_remove_css_class (self->versions[side], "chosen");
    }
  self->updating = FALSE;
}
