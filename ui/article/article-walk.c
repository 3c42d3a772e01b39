/* article-walk.c: the keys of the article
 *
 * Tab and Shift+Tab walk over what is to be reviewed, since a read-only text
 * has no other use for them; so the focus is not trapped, F6 and Ctrl+Tab
 * leave as they do everywhere.  Brackets walk over all mentions.  Whatever a
 * key selects is said in the status line, for those who do not see the frame.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "article/article-walk.h"

#include "article/article-cursor.h"
#include "article/article-labels.h"
#include "article/article-menu.h"
#include "article/article-pointer.h"
#include "article/article-selection.h"
#include "article/article-view-private.h"
#include "session/selection.h"

/* Says what the selected item is, for those who do not see the frame. */
static void
announce_selected (ReadoutArticleView *self)
{
  ReadoutRecord      *record = readout_article_view_get_selected (self);
  ReadoutAnnotations *annotations;
  g_autofree char    *words = NULL;
  g_autofree char    *status = NULL;
  guint               position = 0;

  if (record == NULL)
    return;

  annotations = readout_document_get_annotations (
      readout_article_view_get_document (self));
  readout_annotations_find (annotations, record->id, &position);
  words = readout_labels_describe (readout_article_view_get_document (self),
                                   record);
  /* Translators: what an item is, and its place among all of its kind. */
  status = g_strdup_printf (
      _ ("%s, %u of %u"),
      words,
      position + 1,
      readout_annotations_get_n_records (annotations, record->kind));
  readout_session_set_status (self->session, status);
}

/* Runs an action of the window that moves the selection. */
static gboolean
walk (ReadoutArticleView *self, const char *action)
{
  g_autofree char *before = NULL;
  ReadoutRecord   *record = readout_article_view_get_selected (self);

  if (record != NULL)
    before = g_strdup (record->id);

  if (!gtk_widget_activate_action (GTK_WIDGET (self), action, NULL))
    return GDK_EVENT_PROPAGATE;

  record = readout_article_view_get_selected (self);
  if (record != NULL && g_strcmp0 (record->id, before) != 0)
    announce_selected (self);

  return GDK_EVENT_STOP;
}

static gboolean
walk_forward (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  return walk (user_data, "win.next-unreviewed");
}

static gboolean
walk_backward (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  return walk (user_data, "win.previous-unreviewed");
}

/* Enter selects what the cursor stands on, and edits what is selected. */
static gboolean
enter (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  ReadoutArticleView *self = user_data;
  ReadoutRecord      *record = readout_article_view_get_selected (self);
  guint32             cursor = readout_article_text_get_cursor (self->text);
  const char         *id;

  if (readout_article_view_get_document (self) == NULL)
    return GDK_EVENT_PROPAGATE;

  id = readout_article_text_pick (self->text, cursor);
  if (id != NULL
      && (record == NULL
          || !readout_article_text_stands_on (self->text, record->id, cursor)))
    {
      readout_article_view_point_at (self, id);
      announce_selected (self);
      return GDK_EVENT_STOP;
    }

  return gtk_widget_activate_action (widget, "win.edit", NULL);
}

/* Lets go of selected words, so that keys act upon the item again. */
static gboolean
escape (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  ReadoutArticleView *self = user_data;

  if (readout_span_is_empty (
          readout_article_text_get_text_selection (self->text)))
    return GDK_EVENT_PROPAGATE;

  readout_article_text_set_cursor (
      self->text, readout_article_text_get_cursor (self->text));
  return GDK_EVENT_STOP;
}

static gboolean
pop_up (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  return readout_article_view_pop_up_at_cursor (user_data);
}

/**
 * readout_article_view_walk_mentions:
 * @self: a view
 * @step: 1 to go forward, -1 to go back
 *
 * Goes to the mention before or after the cursor, whatever the filter.
 */
void
readout_article_view_walk_mentions (ReadoutArticleView *self, int step)
{
  ReadoutDocument      *document = readout_article_view_get_document (self);
  ReadoutAnnotations   *annotations;
  const ReadoutMention *found = NULL;
  const ReadoutRecord  *selected = readout_article_view_get_selected (self);
  ReadoutSpan           from;
  guint                 n;

  if (document == NULL)
    return;

  annotations = readout_document_get_annotations (document);
  n = readout_annotations_get_n_records (annotations, READOUT_KIND_MENTION);

  from.start = readout_article_text_get_cursor (self->text);
  from.end = from.start;
  if (selected != NULL && selected->kind == READOUT_KIND_MENTION
      && ((const ReadoutMention *)selected)->span.start == from.start)
    from = ((const ReadoutMention *)selected)->span;

  for (guint i = 0; i < n; i++)
    {
      const ReadoutMention *mention = readout_annotations_get_record (
          annotations, READOUT_KIND_MENTION, step > 0 ? i : n - 1 - i);

      if (mention->record.review.state != READOUT_STATE_REJECTED
          && readout_span_compare (mention->span, from) * step > 0)
        {
          found = mention;
          break;
        }
    }

  if (found == NULL)
    {
      readout_session_set_status (self->session,
                                  step > 0 ? _ ("No mention follows")
                                           : _ ("No mention before this"));
      return;
    }

  readout_session_select (self->session, found->record.id);
  announce_selected (self);
}

/**
 * readout_article_view_add_shortcuts:
 * @self: a view
 *
 * Gives the article its keys.  Those that a focused text would take for itself
 * are caught before it.
 */
void
readout_article_view_add_shortcuts (ReadoutArticleView *self)
{
  static const struct
  {
    const char     *trigger;
    GtkShortcutFunc callback;
    const char     *action;
  } shortcuts[] = {
    { "Tab", walk_forward, NULL },
    { "<Shift>Tab|<Shift>ISO_Left_Tab", walk_backward, NULL },
    { "Return|KP_Enter", enter, NULL },
    { "Escape", escape, NULL },
    { "Menu|<Shift>F10", pop_up, NULL },
    { "bracketright", NULL, "article.next-mention" },
    { "bracketleft", NULL, "article.previous-mention" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      GtkShortcutAction *action
          = shortcuts[i].action != NULL
                ? gtk_named_action_new (shortcuts[i].action)
                : gtk_callback_action_new (shortcuts[i].callback, self, NULL);

      gtk_shortcut_controller_add_shortcut (
          GTK_SHORTCUT_CONTROLLER (controller),
          gtk_shortcut_new (
              gtk_shortcut_trigger_parse_string (shortcuts[i].trigger),
              action));
    }

  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}
