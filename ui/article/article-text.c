/* article-text.c: the text of the article with what is marked in it
 *
 * A read-only text view over the whole text of the document, so that offsets
 * in the buffer, in the records and in what assistive tools see are the same.
 * Tints are tags (article-tags.c); lanes, frames and the bars in the margin
 * are painted under and over the text, only for what is in sight.
 *
 * The view keeps no truth: it listens to the document's annotations, collects
 * the ranges that their changes touch, and tags them once before the next
 * frame.
 *
 * Limits: a mention deeper than five lanes shows no line of its own.  Bars
 * side by side are told apart among the ones in sight, so the place of a bar
 * can change while scrolling when more than one statement runs over several
 * screens.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "article/article-text-private.h"

#include "article/article-header.h"
#include "article/article-layout.h"
#include "article/article-paint.h"
#include "article/article-pointer.h"

/* Below the end of the text. */
#define MARGIN_BELOW 60

/* Microseconds for tagging at a stretch, a quarter of a frame. */
#define TAG_BUDGET 4000

enum
{
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReadoutArticleText,
                     readout_article_text,
                     GTK_TYPE_TEXT_VIEW)

static void
update_palette (ReadoutArticleText *self)
{
  ReadoutPalette palette;

  readout_palette_read (GTK_WIDGET (self), &palette);
  if (readout_palette_equal (&palette, &self->palette))
    return;

  self->palette = palette;
  readout_painter_set_palette (self->painter, &palette);
  readout_article_tags_set_palette (self->tags, &palette);
}

/* Marks. */

static void
rebuild (ReadoutArticleText *self)
{
  /* Both borrow from the marks. */
  self->hovered = NULL;
  g_array_set_size (self->bars, 0);
  readout_marks_build (self->marks,
                       readout_article_text_get_annotations (self),
                       self->show_rejected);

  /* The gap grows for a deeper nesting and never shrinks for the same
   * article: lines that jump while one works would be worse. */
  if (readout_marks_get_n_lanes (self->marks) > self->n_lanes)
    {
      self->n_lanes = readout_marks_get_n_lanes (self->marks);
      readout_article_text_update_metrics (self);
    }
}

/* The slices of a long text, while nothing else is to be done. */
static gboolean
tag_in_idle (gpointer user_data)
{
  ReadoutArticleText *self = user_data;

  if (!readout_article_tags_flush (self->tags, self->marks, TAG_BUDGET))
    return G_SOURCE_CONTINUE;

  self->tag_source = 0;
  return G_SOURCE_REMOVE;
}

static void
flush (ReadoutArticleText *self)
{
  g_clear_handle_id (&self->flush_source, g_source_remove);

  rebuild (self);
  if (!readout_article_tags_flush (self->tags, self->marks, TAG_BUDGET)
      && self->tag_source == 0)
    self->tag_source = g_idle_add (tag_in_idle, self);
  readout_article_tags_show_selection (
      self->tags, readout_article_text_get_annotations (self), self->selected);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
flush_in_idle (gpointer user_data)
{
  ReadoutArticleText *self = user_data;

  self->flush_source = 0;
  flush (self);

  return G_SOURCE_REMOVE;
}

static void
queue_flush (ReadoutArticleText *self)
{
  if (self->flush_source == 0)
    self->flush_source
        = g_idle_add_full (G_PRIORITY_HIGH_IDLE, flush_in_idle, self, NULL);
}

static void
damage_record (ReadoutArticleText *self, const ReadoutRecord *record)
{
  if (record != NULL && record->kind == READOUT_KIND_MENTION)
    readout_article_tags_damage (self->tags,
                                 ((const ReadoutMention *)record)->span);
}

static void
annotations_changed (ReadoutAnnotations *annotations,
                     ReadoutChange      *change,
                     ReadoutArticleText *self)
{
  damage_record (self, change->before);
  damage_record (self, change->after);
  queue_flush (self);
}

static void
readout_article_text_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  ReadoutArticleText *self = READOUT_ARTICLE_TEXT (widget);

  GTK_WIDGET_CLASS (readout_article_text_parent_class)
      ->css_changed (widget, change);

  update_palette (self);
  readout_article_text_update_metrics (self);
}

static void
readout_article_text_size_allocate (GtkWidget *widget,
                                    int        width,
                                    int        height,
                                    int        baseline)
{
  ReadoutArticleText *self = READOUT_ARTICLE_TEXT (widget);

  readout_article_text_fit (self, width);

  GTK_WIDGET_CLASS (readout_article_text_parent_class)
      ->size_allocate (widget, width, height, baseline);
}

static gboolean
readout_article_text_query_tooltip (
    GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  return readout_article_text_fill_tooltip (
      READOUT_ARTICLE_TEXT (widget), x, y, keyboard, tooltip);
}

/* Does not chain up: GtkTextView has no default for it. */
static void
readout_article_text_snapshot_layer (GtkTextView     *view,
                                     GtkTextViewLayer layer,
                                     GtkSnapshot     *snapshot)
{
  readout_article_text_paint (READOUT_ARTICLE_TEXT (view), layer, snapshot);
}

static void
readout_article_text_dispose (GObject *object)
{
  ReadoutArticleText *self = READOUT_ARTICLE_TEXT (object);

  readout_article_text_set_document (self, NULL);
  g_clear_weak_pointer (&self->header);
  g_clear_handle_id (&self->flush_source, g_source_remove);
  g_clear_handle_id (&self->tag_source, g_source_remove);

  G_OBJECT_CLASS (readout_article_text_parent_class)->dispose (object);
}

static void
readout_article_text_finalize (GObject *object)
{
  ReadoutArticleText *self = READOUT_ARTICLE_TEXT (object);

  g_free (self->selected);
  g_object_unref (self->font);
  readout_marks_free (self->marks);
  readout_article_tags_free (self->tags);
  readout_geometry_free (self->geometry);
  readout_painter_free (self->painter);
  g_array_unref (self->rectangles);
  g_array_unref (self->bars);

  G_OBJECT_CLASS (readout_article_text_parent_class)->finalize (object);
}

static void
readout_article_text_class_init (ReadoutArticleTextClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass   *widget_class = GTK_WIDGET_CLASS (klass);
  GtkTextViewClass *view_class = GTK_TEXT_VIEW_CLASS (klass);

  object_class->dispose = readout_article_text_dispose;
  object_class->finalize = readout_article_text_finalize;

  widget_class->css_changed = readout_article_text_css_changed;
  widget_class->query_tooltip = readout_article_text_query_tooltip;
  widget_class->size_allocate = readout_article_text_size_allocate;

  view_class->snapshot_layer = readout_article_text_snapshot_layer;

  signals[ACTIVATED] = g_signal_new ("activated",
                                     G_TYPE_FROM_CLASS (klass),
                                     G_SIGNAL_RUN_LAST,
                                     0,
                                     NULL,
                                     NULL,
                                     NULL,
                                     G_TYPE_NONE,
                                     1,
                                     G_TYPE_STRING);
}

static void
readout_article_text_init (ReadoutArticleText *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);

  readout_palette_install (gtk_widget_get_display (GTK_WIDGET (self)));

  self->zoom = 1;
  self->fitted = -1;
  self->marks = readout_marks_new ();
  self->tags = readout_article_tags_new (gtk_text_view_get_buffer (view));
  self->geometry = readout_geometry_new (view);
  self->painter = readout_painter_new ();
  self->rectangles = g_array_new (FALSE, FALSE, sizeof (GdkRectangle));
  self->bars = g_array_new (FALSE, FALSE, sizeof (ReadoutBar));

  self->font = gtk_css_provider_new ();
  gtk_style_context_add_provider (
      gtk_widget_get_style_context (GTK_WIDGET (self)),
      GTK_STYLE_PROVIDER (self->font),
      GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  readout_article_text_update_font (self);

  gtk_widget_add_css_class (GTK_WIDGET (self), "article-text");
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_text_view_set_editable (view, FALSE);
  gtk_text_view_set_cursor_visible (view, TRUE);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_bottom_margin (view, MARGIN_BELOW);

  /* The text never changes, so there is nothing to undo here. */
  gtk_text_buffer_set_enable_undo (gtk_text_view_get_buffer (view), FALSE);

  readout_article_text_add_pointer (self);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Article"),
                                  GTK_ACCESSIBLE_PROPERTY_MULTI_LINE,
                                  TRUE,
                                  GTK_ACCESSIBLE_PROPERTY_READ_ONLY,
                                  TRUE,
                                  -1);
}

/* Public. */

/**
 * readout_article_text_new:
 *
 * Returns: a new text, of no document yet
 */
GtkWidget *
readout_article_text_new (void)
{
  return g_object_new (READOUT_TYPE_ARTICLE_TEXT, NULL);
}

/* Right-to-left articles have their margin on the right, whatever the
 * direction of the interface is: the first letter decides. */
static GtkTextDirection
find_direction (ReadoutText *text)
{
  for (const char *p = readout_text_get_utf8 (text); *p != '\0';
       p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      return readout_geometry_is_rtl (g_utf8_get_char (p)) ? GTK_TEXT_DIR_RTL
                                                           : GTK_TEXT_DIR_LTR;

  return GTK_TEXT_DIR_NONE;
}

/**
 * readout_article_text_set_document:
 * @self: the text
 * @document: (nullable): what to show
 *
 * Shows the text of a document and follows its annotations from now on.
 */
void
readout_article_text_set_document (ReadoutArticleText *self,
                                   ReadoutDocument    *document)
{
  GtkTextBuffer *buffer;
  GtkTextIter    start;

  g_return_if_fail (READOUT_IS_ARTICLE_TEXT (self));
  g_return_if_fail (document == NULL || READOUT_IS_DOCUMENT (document));

  if (self->document == document)
    return;

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (
        readout_article_text_get_annotations (self), self);

  g_set_object (&self->document, document);
  g_clear_pointer (&self->selected, g_free);
  self->hovered = NULL;
  self->n_lanes = 0;
  g_array_set_size (self->bars, 0);
  readout_geometry_clear (self->geometry);
  readout_article_tags_reset (self->tags);

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  if (document == NULL)
    {
      readout_marks_build (self->marks, NULL, FALSE);
      gtk_text_buffer_set_text (buffer, "", 0);
      return;
    }

  gtk_widget_set_direction (
      GTK_WIDGET (self), find_direction (readout_document_get_text (document)));
  gtk_text_buffer_set_text (
      buffer,
      readout_text_get_utf8 (readout_document_get_text (document)),
      (int)readout_text_get_n_bytes (readout_document_get_text (document)));
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);

  readout_article_tags_set_headline (self->tags,
                                     readout_article_find_headline (document));
  readout_article_tags_damage (
      self->tags,
      READOUT_SPAN (
          0, readout_text_get_length (readout_document_get_text (document))));
  g_signal_connect (readout_article_text_get_annotations (self),
                    "changed",
                    G_CALLBACK (annotations_changed),
                    self);
  flush (self);
}

/**
 * readout_article_text_flush:
 * @self: the text
 *
 * Tags all that changed since the last time, which otherwise happens by itself
 * before the next frame or, for a very long text, in the next few.
 */
void
readout_article_text_flush (ReadoutArticleText *self)
{
  g_return_if_fail (READOUT_IS_ARTICLE_TEXT (self));

  flush (self);
  g_clear_handle_id (&self->tag_source, g_source_remove);
  readout_article_tags_flush (self->tags, self->marks, 0);
}

/**
 * readout_article_text_set_selected:
 * @self: the text
 * @id: (nullable): the id of a record
 *
 * Marks a record as the selected one; %NULL for none.
 */
void
readout_article_text_set_selected (ReadoutArticleText *self, const char *id)
{
  g_return_if_fail (READOUT_IS_ARTICLE_TEXT (self));

  if (g_strcmp0 (self->selected, id) == 0)
    return;

  g_free (self->selected);
  self->selected = g_strdup (id);
  readout_article_tags_show_selection (
      self->tags, readout_article_text_get_annotations (self), self->selected);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * readout_article_text_set_lit:
 * @self: the text
 * @spans: (nullable): what to light up, in code points
 *
 * Lights up spans; %NULL puts the light out.
 */
void
readout_article_text_set_lit (ReadoutArticleText    *self,
                              const ReadoutSpanList *spans)
{
  g_return_if_fail (READOUT_IS_ARTICLE_TEXT (self));

  readout_article_tags_show_lit (self->tags, spans);
}

/**
 * readout_article_text_set_show_rejected:
 * @self: the text
 * @show: whether to show them
 *
 * Shows rejected items as thin grey lanes, or not at all.
 */
void
readout_article_text_set_show_rejected (ReadoutArticleText *self, gboolean show)
{
  g_return_if_fail (READOUT_IS_ARTICLE_TEXT (self));

  if (self->show_rejected == !!show)
    return;

  self->show_rejected = !!show;
  flush (self);
}

/**
 * readout_article_text_set_zoom:
 * @self: the text
 * @zoom: the size of the text, 1.0 being the usual one
 *
 * Makes the text larger or smaller.
 */
void
readout_article_text_set_zoom (ReadoutArticleText *self, double zoom)
{
  g_return_if_fail (READOUT_IS_ARTICLE_TEXT (self));
  g_return_if_fail (zoom > 0);

  if (self->zoom == zoom)
    return;

  self->zoom = zoom;
  readout_article_text_update_font (self);
}

/**
 * readout_article_text_set_header:
 * @self: the text
 * @header: (unowned): a widget as wide as the column
 *
 * Leaves room above the text for a widget, which the caller puts there; see
 * readout_article_text_get_header_area().
 */
void
readout_article_text_set_header (ReadoutArticleText *self, GtkWidget *header)
{
  g_return_if_fail (READOUT_IS_ARTICLE_TEXT (self));
  g_return_if_fail (GTK_IS_WIDGET (header));

  g_set_weak_pointer (&self->header, header);
  readout_article_text_refit (self);
}

/**
 * readout_article_text_refit:
 * @self: the text
 *
 * Makes room for the header anew.  To be called when its words have changed.
 */
void
readout_article_text_refit (ReadoutArticleText *self)
{
  g_return_if_fail (READOUT_IS_ARTICLE_TEXT (self));

  self->fitted = -1;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
