/* article-header.c: source, date and headline above the text
 *
 * One line with what is known of where the article comes from, a button that
 * opens it for editing, and the title in large letters, unless the text begins
 * with it: there it is marked by a tag, for it must not stand twice.
 *
 * The header lies over the text, which the wheel is to scroll there too, so
 * nothing but the button takes the pointer.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "article/article-header.h"

#include "article/article-words.h"

struct _ReadoutArticleHeader
{
  GtkWidget parent_instance;

  GtkWidget       *button;
  GtkWidget       *byline;
  GtkWidget       *title;
  ReadoutDocument *document;
};

enum
{
  CHANGED,
  EDIT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReadoutArticleHeader,
                     readout_article_header,
                     GTK_TYPE_WIDGET)

static void
update (ReadoutArticleHeader *self)
{
  g_autofree char *byline = NULL;
  const char      *title = NULL;

  if (self->document != NULL)
    {
      byline = readout_article_format_byline (self->document);
      if (readout_span_is_empty (
              readout_article_find_headline (self->document)))
        title = readout_document_get_meta (self->document, READOUT_META_TITLE);
    }

  gtk_label_set_label (
      GTK_LABEL (self->byline),
      byline == NULL || *byline == '\0' ? _ ("Add source and date") : byline);
  gtk_label_set_label (GTK_LABEL (self->title), title == NULL ? "" : title);
  gtk_widget_set_visible (self->title, title != NULL && *title != '\0');

  g_signal_emit (self, signals[CHANGED], 0);
}

static void
readout_article_header_dispose (GObject *object)
{
  ReadoutArticleHeader *self = READOUT_ARTICLE_HEADER (object);

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);
  self->byline = NULL;
  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_pointer (&self->title, gtk_widget_unparent);

  G_OBJECT_CLASS (readout_article_header_parent_class)->dispose (object);
}

static gboolean
readout_article_header_contains (GtkWidget *widget, double x, double y)
{
  return FALSE;
}

static void
readout_article_header_class_init (ReadoutArticleHeaderClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = readout_article_header_dispose;
  widget_class->contains = readout_article_header_contains;

  signals[CHANGED] = g_signal_new ("changed",
                                   G_TYPE_FROM_CLASS (klass),
                                   G_SIGNAL_RUN_LAST,
                                   0,
                                   NULL,
                                   NULL,
                                   NULL,
                                   G_TYPE_NONE,
                                   0);

  signals[EDIT] = g_signal_new ("edit",
                                G_TYPE_FROM_CLASS (klass),
                                G_SIGNAL_RUN_LAST,
                                0,
                                NULL,
                                NULL,
                                NULL,
                                G_TYPE_NONE,
                                0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "header");
}

static void
button_clicked (ReadoutArticleHeader *self)
{
  g_signal_emit (self, signals[EDIT], 0);
}

static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
make_button (ReadoutArticleHeader *self)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), self->byline);
  gtk_box_append (GTK_BOX (box),
                  gtk_image_new_from_icon_name ("document-edit-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_tooltip_text (button, _ ("Edit source, date and title"));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "article-byline");
  g_signal_connect_object (
      button, "clicked", G_CALLBACK (button_clicked), self, G_CONNECT_SWAPPED);

  return button;
}

static void
readout_article_header_init (ReadoutArticleHeader *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout),
                                  GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "article-header");
  self->byline = make_label ("article-byline-text");
  gtk_widget_set_hexpand (self->byline, TRUE);
  self->button = make_button (self);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  self->title = make_label ("article-title");
  gtk_widget_set_can_target (self->title, FALSE);
  gtk_widget_set_parent (self->title, GTK_WIDGET (self));
}

/**
 * readout_article_header_new:
 *
 * Returns: a new header, of no document yet
 */
GtkWidget *
readout_article_header_new (void)
{
  return g_object_new (READOUT_TYPE_ARTICLE_HEADER, NULL);
}

/**
 * readout_article_header_set_document:
 * @self: a header
 * @document: (nullable): a document
 *
 * Shows what the file says of a document; nothing for %NULL.
 */
void
readout_article_header_set_document (ReadoutArticleHeader *self,
                                     ReadoutDocument      *document)
{
  g_return_if_fail (READOUT_IS_ARTICLE_HEADER (self));
  g_return_if_fail (document == NULL || READOUT_IS_DOCUMENT (document));

  if (self->document == document)
    return;

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_set_object (&self->document, document);
  if (document != NULL)
    g_signal_connect_object (
        document, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  update (self);
}

/**
 * readout_article_header_set_direction:
 * @self: a header
 * @direction: that of the text below
 *
 * Gives the labels the sides of the text below.
 */
void
readout_article_header_set_direction (ReadoutArticleHeader *self,
                                      GtkTextDirection      direction)
{
  g_return_if_fail (READOUT_IS_ARTICLE_HEADER (self));

  gtk_widget_set_direction (self->button, direction);
  gtk_widget_set_direction (gtk_button_get_child (GTK_BUTTON (self->button)),
                            direction);
  gtk_widget_set_direction (self->byline, direction);
  gtk_widget_set_direction (self->title, direction);
}

/**
 * readout_article_header_get_button:
 * @self: a header
 *
 * Returns: (transfer none): the button that asks for editing, which also shows
 *   source and date
 */
GtkWidget *
readout_article_header_get_button (ReadoutArticleHeader *self)
{
  g_return_val_if_fail (READOUT_IS_ARTICLE_HEADER (self), NULL);

  return self->button;
}

/**
 * readout_article_find_headline:
 * @document: a document
 *
 * Returns: the first line of the text, if it is the title; otherwise an empty
 *   span
 */
ReadoutSpan
readout_article_find_headline (ReadoutDocument *document)
{
  ReadoutText     *text;
  const char      *utf8;
  const char      *title;
  gsize            length;
  g_autofree char *line = NULL;
  g_autofree char *wanted = NULL;

  g_return_val_if_fail (READOUT_IS_DOCUMENT (document), READOUT_SPAN (0, 0));

  text = readout_document_get_text (document);
  utf8 = readout_text_get_utf8 (text);
  length = strcspn (utf8, "\n");

  title = readout_document_get_meta (document, READOUT_META_TITLE);
  if (title == NULL || length == 0)
    return READOUT_SPAN (0, 0);

  line = g_strstrip (g_strndup (utf8, length));
  wanted = g_strstrip (g_strdup (title));
  if (strcmp (line, wanted) != 0)
    return READOUT_SPAN (0, 0);

  return READOUT_SPAN (0, readout_text_to_offset (text, length));
}
