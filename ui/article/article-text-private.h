/* article-text-private.h: what the files of the article's text share
 *
 * article-text.c is the class, and calls the others: article-layout.c,
 * article-paint.c, article-pointer.c.  These and article-cursor.c work on the
 * state below and do not need the class.
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

static inline ReadoutAnnotations *
readout_article_text_get_annotations (ReadoutArticleText *self)
{
  return self->document == NULL
             ? NULL
             : readout_document_get_annotations (self->document);
}

static inline gboolean
readout_article_text_is_rtl (ReadoutArticleText *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

static inline gboolean
readout_article_text_is_selected (ReadoutArticleText  *self,
                                  const ReadoutRecord *record)
{
  return g_strcmp0 (self->selected, record->id) == 0;
}

G_END_DECLS
