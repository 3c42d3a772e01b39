/* article-view.c: the pane that shows the article
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include "article/article-view.h"

/* Steps of the zoom, and the sizes beyond which it is of no use. */
#define ZOOM_STEP 1.1
#define ZOOM_MIN 0.5
#define ZOOM_MAX 4.0

struct _ReadoutArticleView
{
  GtkWidget parent_instance;

  GtkWidget      *scrolled;
  GtkWidget      *text_view;
  ReadoutSession *session;
  double          zoom;
};

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_ZOOM,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ReadoutArticleView, readout_article_view, GTK_TYPE_WIDGET)

static void
readout_article_view_dispose (GObject *object)
{
  ReadoutArticleView *self = READOUT_ARTICLE_VIEW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);

  G_OBJECT_CLASS (readout_article_view_parent_class)->dispose (object);
}

static void
readout_article_view_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  ReadoutArticleView *self = READOUT_ARTICLE_VIEW (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_ZOOM:
      g_value_set_double (value, self->zoom);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
readout_article_view_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  ReadoutArticleView *self = READOUT_ARTICLE_VIEW (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      readout_article_view_set_session (self, g_value_get_object (value));
      break;
    case PROP_ZOOM:
      readout_article_view_set_zoom (self, g_value_get_double (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
readout_article_view_class_init (ReadoutArticleViewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = readout_article_view_dispose;
  object_class->get_property = readout_article_view_get_property;
  object_class->set_property = readout_article_view_set_property;

  properties[PROP_SESSION] = g_param_spec_object (
      "session",
      NULL,
      NULL,
      READOUT_TYPE_SESSION,
      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_ZOOM] = g_param_spec_double (
      "zoom",
      NULL,
      NULL,
      ZOOM_MIN,
      ZOOM_MAX,
      1.0,
      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "article");
}

static void
readout_article_view_init (ReadoutArticleView *self)
{
  self->zoom = 1.0;
  self->text_view = gtk_text_view_new ();
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled),
                                 self->text_view);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
}

GtkWidget *
readout_article_view_new (void)
{
  return g_object_new (READOUT_TYPE_ARTICLE_VIEW, NULL);
}

ReadoutSession *
readout_article_view_get_session (ReadoutArticleView *self)
{
  g_return_val_if_fail (READOUT_IS_ARTICLE_VIEW (self), NULL);

  return self->session;
}

void
readout_article_view_set_session (ReadoutArticleView *self,
                                  ReadoutSession     *session)
{
  g_return_if_fail (READOUT_IS_ARTICLE_VIEW (self));
  g_return_if_fail (session == NULL || READOUT_IS_SESSION (session));

  if (g_set_object (&self->session, session))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

double
readout_article_view_get_zoom (ReadoutArticleView *self)
{
  g_return_val_if_fail (READOUT_IS_ARTICLE_VIEW (self), 1.0);

  return self->zoom;
}

void
readout_article_view_set_zoom (ReadoutArticleView *self, double zoom)
{
  g_return_if_fail (READOUT_IS_ARTICLE_VIEW (self));

  zoom = CLAMP (zoom, ZOOM_MIN, ZOOM_MAX);
  if (self->zoom == zoom)
    return;

  self->zoom = zoom;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
}

void
readout_article_view_zoom_in (ReadoutArticleView *self)
{
  readout_article_view_set_zoom (
      self, readout_article_view_get_zoom (self) * ZOOM_STEP);
}

void
readout_article_view_zoom_out (ReadoutArticleView *self)
{
  readout_article_view_set_zoom (
      self, readout_article_view_get_zoom (self) / ZOOM_STEP);
}

void
readout_article_view_zoom_reset (ReadoutArticleView *self)
{
  readout_article_view_set_zoom (self, 1.0);
}
