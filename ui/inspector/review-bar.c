/* review-bar.c: the foot of each form: note, flag, decision
 *
 * What all four kinds of items have: what was suggested before a person
 * corrected it, a note, a flag, who decided, and the two buttons that decide.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "review-bar.h"

#include "inspector/difference.h"
#include "session/links.h"
#include "session/verbs.h"
#include "widgets/value-entry.h"
#include "widgets/words.h"

struct _ReadoutReviewBar
{
  GtkBox parent_instance;

  ReadoutSession *session;
  ReadoutEntry   *entry;

  GtkWidget         *suggested_box;
  GtkLabel          *suggested_label;
  ReadoutValueEntry *note_entry;
  GtkWidget         *flag_button;
  GtkLabel          *origin_label;
};

G_DEFINE_FINAL_TYPE (ReadoutReviewBar, readout_review_bar, GTK_TYPE_BOX)

static void
note_committed (ReadoutReviewBar *self, const char *note)
{
  g_autoptr (ReadoutRecord) edited = NULL;

  if (readout_session_get_selected (self->session) == self->entry)
    {
      readout_session_set_note (self->session, note);
      return;
    }

  /* The focus left the note because another item was selected. */
  edited = readout_record_copy (readout_entry_get_record (self->entry));
  readout_record_set_string (&edited->note, note);
  readout_session_replace (self->session, edited, _ ("Edit Note"));
}

static void
restore_clicked (ReadoutReviewBar *self)
{
  ReadoutRecord *record = readout_entry_get_record (self->entry);
  g_autoptr (ReadoutRecord) suggested = NULL;

  if (record->review.suggested == NULL)
    return;

  suggested = readout_record_copy (record->review.suggested);
  readout_record_set_string (&suggested->note, record->note);
  readout_session_replace (
      self->session, suggested, _ ("Restore the Suggestion"));
}

/* Who says so: the program that suggested the item, or whoever decided. */
static char *
describe_origin (const ReadoutReview *review)
{
  if (review->state == READOUT_STATE_SUGGESTED)
    return g_strdup (review->detector);

  if (review->by != NULL && *review->by != '\0')
    /* Translators: a decision and who made it, "confirmed by Kim" */
    return g_strdup_printf (
        _ ("%s by %s"), readout_words_review_state (review->state), review->by);

  return g_strdup (readout_words_review_state (review->state));
}

static void
readout_review_bar_dispose (GObject *object)
{
  ReadoutReviewBar *self = READOUT_REVIEW_BAR (object);

  /* The note may be committed when its entry goes, so it goes first. */
  G_OBJECT_CLASS (readout_review_bar_parent_class)->dispose (object);

  g_clear_object (&self->entry);
  g_clear_object (&self->session);
}

static void
readout_review_bar_class_init (ReadoutReviewBarClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = readout_review_bar_dispose;

  g_type_ensure (READOUT_TYPE_VALUE_ENTRY);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/readout/Readout/inspector/review-bar.ui");
  gtk_widget_class_bind_template_child (
      widget_class, ReadoutReviewBar, suggested_box);
  gtk_widget_class_bind_template_child (
      widget_class, ReadoutReviewBar, suggested_label);
  gtk_widget_class_bind_template_child (
      widget_class, ReadoutReviewBar, note_entry);
  gtk_widget_class_bind_template_child (
      widget_class, ReadoutReviewBar, flag_button);
  gtk_widget_class_bind_template_child (
      widget_class, ReadoutReviewBar, origin_label);
  gtk_widget_class_bind_template_child_full (
      widget_class, "restore_button", FALSE, 0);
  gtk_widget_class_bind_template_callback (widget_class, note_committed);
  gtk_widget_class_bind_template_callback (widget_class, restore_clicked);
}

static void
readout_review_bar_init (ReadoutReviewBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * readout_review_bar_new:
 * @session: what the window is working on, with a document
 * @entry: the item that the form is for
 *
 * Returns: a new foot, to be filled by readout_review_bar_update()
 */
GtkWidget *
readout_review_bar_new (ReadoutSession *session, ReadoutEntry *entry)
{
  ReadoutReviewBar *self;

  g_return_val_if_fail (READOUT_IS_SESSION (session), NULL);
  g_return_val_if_fail (READOUT_IS_ENTRY (entry), NULL);

  self = g_object_new (READOUT_TYPE_REVIEW_BAR, NULL);
  self->session = g_object_ref (session);
  self->entry = g_object_ref (entry);

  return GTK_WIDGET (self);
}

/**
 * readout_review_bar_update:
 * @self: a foot
 *
 * Shows the record as it is now.
 */
void
readout_review_bar_update (ReadoutReviewBar *self)
{
  ReadoutRecord   *record;
  g_autofree char *difference = NULL;
  g_autofree char *origin = NULL;

  g_return_if_fail (READOUT_IS_REVIEW_BAR (self));

  record = readout_entry_get_record (self->entry);
  readout_value_entry_set_value (self->note_entry, record->note);

  if (record->review.suggested != NULL)
    difference = readout_difference_describe (
        self->session, record->review.suggested, record);
  if (difference != NULL)
    {
      g_autofree char *suggested = NULL;

      /* Translators: %s says of each corrected field what it was before. */
      suggested = g_strdup_printf (_ ("Suggested was: %s"), difference);
      gtk_label_set_label (self->suggested_label, suggested);
    }
  gtk_widget_set_visible (self->suggested_box, difference != NULL);

  origin = describe_origin (&record->review);
  gtk_label_set_label (self->origin_label, origin == NULL ? "" : origin);

  if (record->review.flagged)
    gtk_widget_add_css_class (self->flag_button, "flagged");
  else
    gtk_widget_remove_css_class (self->flag_button, "flagged");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->flag_button),
                               GTK_ACCESSIBLE_STATE_PRESSED,
                               record->review.flagged
                                   ? GTK_ACCESSIBLE_TRISTATE_TRUE
                                   : GTK_ACCESSIBLE_TRISTATE_FALSE,
                               -1);
}

/**
 * readout_review_bar_focus_note:
 * @self: a foot
 *
 * Returns: whether the note took the focus
 */
gboolean
readout_review_bar_focus_note (ReadoutReviewBar *self)
{
  g_return_val_if_fail (READOUT_IS_REVIEW_BAR (self), FALSE);

  return gtk_widget_grab_focus (GTK_WIDGET (self->note_entry));
}
