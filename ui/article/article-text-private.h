/* article-text-private.h: between the files of the article's text
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/article-text.h"

#include "article/article-tags.h"
#include "article/geometry.h"
#include "article/marks.h"
#include "article/painter.h"
#include "widgets/palette.h"

G_BEGIN_DECLS

/* A bar as it stands in the margin. */
typedef struct
{
  GdkRectangle       where;
  const ReadoutMark *mark;
} ReadoutBar;

struct _ReadoutArticleText
{
  GtkTextView parent_instance;

  ReadoutDocument    *document;
  char               *selected;
  gboolean            show_rejected;
  double              zoom;
  GtkWidget          *header;
  GtkCssProvider     *font;
  ReadoutPalette      palette;
  ReadoutMarks       *marks;
  ReadoutArticleTags *tags;
  ReadoutGeometry    *geometry;
  ReadoutPainter     *painter;

  /* GdkRectangle and ReadoutBar: filled anew wherever they are used. */
  GArray *rectangles;
  GArray *bars;

  /* The mention under the pointer, borrowed from `marks`, or NULL; and
   * whether the pointer is over a bar in the margin. */
  const ReadoutMark *hovered;
  gboolean           over_bar;

  /* Where the button went down, to tell a click from a drag. */
  double   press_x;
  double   press_y;
  gboolean pressed;

  guint flush_source;
  guint tag_source;
  guint n_lanes; /* Room left under each line. */
  int   fitted;  /* Width that the margins were made for. */
};

/* article-text.c */
ReadoutAnnotations          *
readout_article_text_get_annotations (ReadoutArticleText *self);
gboolean readout_article_text_is_rtl (ReadoutArticleText *self);
gboolean readout_article_text_is_selected (ReadoutArticleText  *self,
                                           const ReadoutRecord *record);
void readout_article_text_activate (ReadoutArticleText *self, const char *id);

/* article-layout.c */
double readout_article_text_get_font_size (ReadoutArticleText *self);
void   readout_article_text_update_metrics (ReadoutArticleText *self);
void   readout_article_text_update_font (ReadoutArticleText *self);
void   readout_article_text_fit (ReadoutArticleText *self, int width);
void   readout_article_text_place_header (ReadoutArticleText *self);
void   readout_article_text_follow_scrolling (ReadoutArticleText *self);

/* article-paint.c */
void readout_article_text_snapshot_layer (GtkTextView     *view,
                                          GtkTextViewLayer layer,
                                          GtkSnapshot     *snapshot);

/* article-pointer.c */
void     readout_article_text_add_pointer (ReadoutArticleText *self);
gboolean readout_article_text_query_tooltip (
    GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip);

G_END_DECLS
