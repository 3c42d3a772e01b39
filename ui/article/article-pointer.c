/* article-pointer.c: pointing at the article's text
 *
 * A click selects the innermost item under the pointer, and clicking again
 * goes outward; a click on a bar in the margin selects its statement or
 * meeting; the pointer that rests says what lies there.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include <string.h>

#include "article/article-pointer.h"

#include "article/article-cursor.h"
#include "article/article-labels.h"
#include "article/article-text-private.h"

/* The offset of the letter under a place of the widget, or FALSE where there
 * is none. */
static gboolean
offset_at (ReadoutArticleText *self, double x, double y, guint32 *offset)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextIter  iter;
  int          buffer_x, buffer_y;

  gtk_text_view_window_to_buffer_coords (
      view, GTK_TEXT_WINDOW_WIDGET, (int)x, (int)y, &buffer_x, &buffer_y);
  if (!gtk_text_view_get_iter_at_location (view, &iter, buffer_x, buffer_y))
    return FALSE;

  *offset = (guint32)gtk_text_iter_get_offset (&iter);
  return TRUE;
}

static const ReadoutMark *
bar_at (ReadoutArticleText *self, double x, double y)
{
  int slack = readout_painter_get_bar_width (self->painter);
  int buffer_x, buffer_y;

  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self),
                                         GTK_TEXT_WINDOW_WIDGET,
                                         (int)x,
                                         (int)y,
                                         &buffer_x,
                                         &buffer_y);

  for (guint i = 0; i < self->bars->len; i++)
    {
      const ReadoutBar *bar = &g_array_index (self->bars, ReadoutBar, i);

      if (buffer_x >= bar->where.x - slack
          && buffer_x < bar->where.x + bar->where.width + slack
          && buffer_y >= bar->where.y
          && buffer_y < bar->where.y + bar->where.height)
        return bar->mark;
    }

  return NULL;
}

/* The shortest mention at an offset. */
static const ReadoutMark *
mark_at (ReadoutArticleText *self, guint32 offset)
{
  const ReadoutMark *found = NULL;
  guint              n_candidates;
  guint              first;

  first = readout_marks_find (
      self->marks, READOUT_SPAN (offset, offset + 1), &n_candidates);
  for (guint i = first; i < first + n_candidates; i++)
    {
      const ReadoutMark *mark = readout_marks_get (self->marks, i);

      if (readout_span_contains_at (mark->span, offset)
          && (found == NULL
              || readout_span_length (mark->span)
                     < readout_span_length (found->span)))
        found = mark;
    }

  return found;
}

static void
set_hovered (ReadoutArticleText *self, const ReadoutMark *mark)
{
  if (self->hovered == mark)
    return;

  self->hovered = mark;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
set_over_bar (ReadoutArticleText *self, gboolean over_bar)
{
  if (self->over_bar == over_bar)
    return;

  self->over_bar = over_bar;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                   over_bar ? "pointer" : "text");
}

static void
pointer_moved (ReadoutArticleText *self, double x, double y)
{
  guint32 offset;

  set_hovered (self,
               offset_at (self, x, y, &offset) ? mark_at (self, offset) : NULL);
  set_over_bar (self, self->hovered == NULL && bar_at (self, x, y) != NULL);
}

static void
pointer_left (ReadoutArticleText *self)
{
  set_hovered (self, NULL);
}

static void
clicked_at (ReadoutArticleText *self, double x, double y)
{
  const char *id = readout_article_text_pick_at (self, x, y);

  if (id != NULL)
    {
      g_autofree char *copy = g_strdup (id);

      g_signal_emit_by_name (self, "activated", copy);
    }
}

/* The text view's own gestures claim the button, and then no other gesture
 * hears of its release; so a click is told from a drag by the raw events. */
static gboolean
button_event (GtkEventControllerLegacy *controller,
              GdkEvent                 *event,
              ReadoutArticleText       *self)
{
  GdkEventType type = gdk_event_get_event_type (event);
  GtkNative   *native = gtk_widget_get_native (GTK_WIDGET (self));
  double       x, y, native_x, native_y;

  if ((type != GDK_BUTTON_PRESS && type != GDK_BUTTON_RELEASE)
      || gdk_button_event_get_button (event) != GDK_BUTTON_PRIMARY
      || !gdk_event_get_position (event, &x, &y))
    return GDK_EVENT_PROPAGATE;

  gtk_native_get_surface_transform (native, &native_x, &native_y);
  if (!gtk_widget_translate_coordinates (GTK_WIDGET (native),
                                         GTK_WIDGET (self),
                                         x - native_x,
                                         y - native_y,
                                         &x,
                                         &y))
    return GDK_EVENT_PROPAGATE;

  if (type == GDK_BUTTON_PRESS)
    {
      self->pressed = (gdk_event_get_modifier_state (event)
                       & (GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK))
                      == 0;
      self->press_x = x;
      self->press_y = y;
    }
  else if (self->pressed)
    {
      self->pressed = FALSE;
      if (!gtk_drag_check_threshold (GTK_WIDGET (self),
                                     (int)self->press_x,
                                     (int)self->press_y,
                                     (int)x,
                                     (int)y)
          && readout_span_is_empty (
              readout_article_text_get_text_selection (self)))
        clicked_at (self, x, y);
    }

  return GDK_EVENT_PROPAGATE;
}

/**
 * readout_article_text_fill_tooltip:
 * @self: the text
 * @x: where the pointer is
 * @y: where the pointer is
 * @keyboard: whether it is about the cursor rather than the pointer
 * @tooltip: the tooltip
 *
 * Says what lies under the pointer or the cursor.
 *
 * Returns: whether there is something
 */
gboolean
readout_article_text_fill_tooltip (ReadoutArticleText *self,
                                   int                 x,
                                   int                 y,
                                   gboolean            keyboard,
                                   GtkTooltip         *tooltip)
{
  const ReadoutMark *mark = NULL;
  g_autofree char   *words = NULL;
  GdkRectangle       area = { x, y, 1, 1 };
  guint32            offset;

  g_assert (GTK_IS_TEXT_VIEW (self));

  if (self->document == NULL)
    return FALSE;

  if (keyboard)
    mark = mark_at (self, readout_article_text_get_cursor (self));
  else if (offset_at (self, x, y, &offset))
    mark = mark_at (self, offset);
  else
    mark = bar_at (self, x, y);

  if (mark == NULL)
    return FALSE;

  words = readout_labels_describe (self->document, mark->record);
  gtk_tooltip_set_text (tooltip, words);

  readout_geometry_get (self->geometry, mark->span, self->rectangles);
  if (mark->record->kind == READOUT_KIND_MENTION && self->rectangles->len > 0)
    {
      area = g_array_index (self->rectangles, GdkRectangle, 0);
      gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (self),
                                             GTK_TEXT_WINDOW_WIDGET,
                                             area.x,
                                             area.y,
                                             &area.x,
                                             &area.y);
    }
  gtk_tooltip_set_tip_area (tooltip, &area);

  return TRUE;
}

/**
 * readout_article_text_add_pointer:
 * @self: the text
 *
 * Makes the text listen to the pointer.
 */
void
readout_article_text_add_pointer (ReadoutArticleText *self)
{
  GtkEventController *controller;

  controller = gtk_event_controller_legacy_new ();
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "event", G_CALLBACK (button_event), self);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);

  controller = gtk_event_controller_motion_new ();
  g_signal_connect_swapped (
      controller, "enter", G_CALLBACK (pointer_moved), self);
  g_signal_connect_swapped (
      controller, "motion", G_CALLBACK (pointer_moved), self);
  g_signal_connect_swapped (
      controller, "leave", G_CALLBACK (pointer_left), self);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

/**
 * readout_article_text_pick:
 * @self: the text
 * @offset: a place in the text
 *
 * Finds the record to select when a person points at a place: the innermost,
 * or, if one of those there is selected, the next one out, and after the
 * outermost the innermost again.
 *
 * Returns: (nullable): its id, valid until the next change
 */
const char *
readout_article_text_pick (ReadoutArticleText *self, guint32 offset)
{
  g_autoptr (GPtrArray) records = NULL;
  guint next = 0;

  g_return_val_if_fail (GTK_IS_TEXT_VIEW (self), NULL);

  records = readout_marks_at (
      self->marks, readout_article_text_get_annotations (self), offset);
  if (records->len == 0)
    return NULL;

  for (guint i = 0; i < records->len; i++)
    if (readout_article_text_is_selected (self, g_ptr_array_index (records, i)))
      next = (i + 1) % records->len;

  return ((ReadoutRecord *)g_ptr_array_index (records, next))->id;
}

/**
 * readout_article_text_pick_at:
 * @self: the text
 * @x: a place of the widget
 * @y: a place of the widget
 *
 * Finds the record to select when a person points at a place of the widget,
 * where a bar in the margin counts too.
 *
 * Returns: (nullable): its id, valid until the next change
 */
const char *
readout_article_text_pick_at (ReadoutArticleText *self, double x, double y)
{
  const ReadoutMark *bar;
  guint32            offset;

  g_return_val_if_fail (GTK_IS_TEXT_VIEW (self), NULL);

  bar = bar_at (self, x, y);
  if (bar != NULL)
    return bar->record->id;

  return offset_at (self, x, y, &offset)
             ? readout_article_text_pick (self, offset)
             : NULL;
}

/**
 * readout_article_text_stands_on:
 * @self: the text
 * @id: the id of a record
 * @offset: a place in the text, in code points
 *
 * Returns: whether the record is one of those at the place; an actor is where
 *   its mentions are
 */
gboolean
readout_article_text_stands_on (ReadoutArticleText *self,
                                const char         *id,
                                guint32             offset)
{
  g_autoptr (GPtrArray) records = NULL;

  g_return_val_if_fail (GTK_IS_TEXT_VIEW (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  records = readout_marks_at (
      self->marks, readout_article_text_get_annotations (self), offset);
  for (guint i = 0; i < records->len; i++)
    {
      ReadoutRecord *record = g_ptr_array_index (records, i);

      if (strcmp (record->id, id) == 0)
        return TRUE;
      if (record->kind == READOUT_KIND_MENTION
          && g_strcmp0 (((ReadoutMention *)record)->actor, id) == 0)
        return TRUE;
    }

  return FALSE;
}
