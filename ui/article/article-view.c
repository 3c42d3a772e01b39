/* article-view.c: the pane that shows the article
 *
 * The text with a header that scrolls away, or a page that says why there is
 * none; and the ties to the session: what is selected, lit and filtered there
 * is shown here, and pointing, moving and selecting here is told to the
 * session.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "article/article-view-private.h"

#include "article/article-cursor.h"
#include "article/article-details.h"
#include "article/article-header.h"
#include "article/article-layout.h"
#include "article/article-menu.h"
#include "article/article-selection.h"
#include "article/article-walk.h"
#include "session/selection.h"

/* Steps of the zoom, and the sizes beyond which it is of no use. */
#define ZOOM_STEP 1.1
#define ZOOM_MIN 0.5
#define ZOOM_MAX 4.0

/* Narrower than this nothing can be read. */
#define MIN_WIDTH 260
#define NATURAL_WIDTH 820
#define MIN_HEIGHT 120

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_ZOOM,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ReadoutArticleView, readout_article_view, GTK_TYPE_WIDGET)

/* From the session to the text. */

static void
update_lit (ReadoutArticleView *self)
{
  readout_article_text_set_lit (
      self->text,
      self->session == NULL ? NULL
                            : readout_session_get_lit_spans (self->session));
}

static void
update_filter (ReadoutArticleView *self)
{
  readout_article_text_set_show_rejected (
      self->text,
      self->session != NULL
          && readout_session_get_state_filter (self->session)
                 == READOUT_FILTER_REJECTED);
}

static void
update_document (ReadoutArticleView *self)
{
  ReadoutDocument *document = readout_article_view_get_document (self);
  gboolean         has_text;

  has_text
      = document != NULL
        && readout_text_get_length (readout_document_get_text (document)) > 0;

  readout_article_text_set_document (self->text, document);
  readout_article_header_set_document (READOUT_ARTICLE_HEADER (self->header),
                                       document);
  readout_article_header_set_direction (
      READOUT_ARTICLE_HEADER (self->header),
      gtk_widget_get_direction (GTK_WIDGET (self->text)));
  readout_article_text_refit (self->text);

  gtk_label_set_label (GTK_LABEL (self->empty),
                       document == NULL ? _ ("Open an article, or paste one")
                                        : _ ("This article has no text"));
  gtk_widget_set_child_visible (self->header, has_text);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack),
                                    has_text ? "text" : "empty");

  update_filter (self);
  readout_article_view_update_selected (self);
  update_lit (self);
}

static void
header_changed (ReadoutArticleView *self)
{
  readout_article_text_refit (self->text);
}

/* From the text to the session. */

static void
mark_set (ReadoutArticleView *self,
          GtkTextIter        *location,
          GtkTextMark        *mark,
          GtkTextBuffer      *buffer)
{
  if (self->session == NULL || self->pointing
      || readout_article_view_get_document (self) == NULL
      || (mark != gtk_text_buffer_get_insert (buffer)
          && mark != gtk_text_buffer_get_selection_bound (buffer)))
    return;

  readout_session_set_text_selection (
      self->session, readout_article_text_get_text_selection (self->text));
}

static void
next_mention_activated (GtkWidget  *widget,
                        const char *action_name,
                        GVariant   *parameter)
{
  readout_article_view_walk_mentions (READOUT_ARTICLE_VIEW (widget), 1);
}

static void
previous_mention_activated (GtkWidget  *widget,
                            const char *action_name,
                            GVariant   *parameter)
{
  readout_article_view_walk_mentions (READOUT_ARTICLE_VIEW (widget), -1);
}

static void
copy_activated (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ReadoutArticleView *self = READOUT_ARTICLE_VIEW (widget);

  gtk_widget_activate_action (GTK_WIDGET (self->text), "clipboard.copy", NULL);
}

/* The context menu. */

/* The text view must not open a menu of its own. */
static void
secondary_pressed (ReadoutArticleView *self,
                   int                 n_press,
                   double              x,
                   double              y,
                   GtkGesture         *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

/* The menu opens when the button is let go of: GTK 4.8 loses track of what is
 * pressed when a popover comes up under the pointer. */
static void
secondary_released (ReadoutArticleView *self,
                    int                 n_press,
                    double              x,
                    double              y,
                    GtkGesture         *gesture)
{
  readout_article_view_pop_up_at (self, x, y);
}

/* A tooltip would lie over the menu. */
static void
menu_visible_changed (ReadoutArticleView *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self->text),
                              !gtk_widget_get_visible (self->menu));
}

/**
 * readout_article_view_edit_details:
 * @self: a view
 *
 * Opens the form for title, source, date and the like, under the line that
 * shows them.
 */
void
readout_article_view_edit_details (ReadoutArticleView *self)
{
  GtkWidget      *button;
  graphene_rect_t bounds;
  GdkRectangle    where;

  g_return_if_fail (READOUT_IS_ARTICLE_VIEW (self));

  if (readout_article_view_get_document (self) == NULL)
    return;

  /* Where it is scrolled out of sight, the form opens at the edge. */
  button = readout_article_header_get_button (
      READOUT_ARTICLE_HEADER (self->header));
  if (!gtk_widget_compute_bounds (button, GTK_WIDGET (self), &bounds))
    return;
  where.x = (int)bounds.origin.x;
  where.y = MAX (0, (int)bounds.origin.y);
  where.width = (int)bounds.size.width;
  where.height = MAX (1, (int)(bounds.origin.y + bounds.size.height) - where.y);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->details_popover), &where);
  gtk_popover_popup (GTK_POPOVER (self->details_popover));
}

/* Nor over the form, in which what was typed last counts when it closes. */
static void
details_visible_changed (ReadoutArticleView *self)
{
  gboolean shown = gtk_widget_get_visible (self->details_popover);

  gtk_widget_set_has_tooltip (
      readout_article_header_get_button (READOUT_ARTICLE_HEADER (self->header)),
      !shown);
  if (!shown)
    readout_article_details_commit (READOUT_ARTICLE_DETAILS (self->details));
}

static gboolean
scrolled (ReadoutArticleView       *self,
          double                    dx,
          double                    dy,
          GtkEventControllerScroll *controller)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (
      GTK_EVENT_CONTROLLER (controller));

  if ((state & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;

  if (dy < 0)
    readout_article_view_zoom_in (self);
  else if (dy > 0)
    readout_article_view_zoom_out (self);

  return GDK_EVENT_STOP;
}

static void
readout_article_view_measure (GtkWidget     *widget,
                              GtkOrientation orientation,
                              int            for_size,
                              int           *minimum,
                              int           *natural,
                              int           *minimum_baseline,
                              int           *natural_baseline)
{
  ReadoutArticleView *self = READOUT_ARTICLE_VIEW (widget);

  gtk_widget_measure (self->stack,
                      orientation,
                      for_size,
                      minimum,
                      natural,
                      minimum_baseline,
                      natural_baseline);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (*minimum, MIN_WIDTH);
      *natural = MAX (*natural, NATURAL_WIDTH);
    }
  else
    {
      *minimum = MAX (*minimum, MIN_HEIGHT);
      *natural = MAX (*natural, *minimum);
    }
}

static void
place_header (ReadoutArticleView *self)
{
  GdkRectangle     area = readout_article_text_get_header_area (self->text);
  graphene_point_t origin;

  if (!gtk_widget_compute_point (
          GTK_WIDGET (self->text),
          GTK_WIDGET (self),
          &GRAPHENE_POINT_INIT ((float)area.x, (float)area.y),
          &origin))
    return;

  gtk_widget_allocate (self->header,
                       area.width,
                       area.height,
                       -1,
                       gsk_transform_translate (NULL, &origin));
}

static void
readout_article_view_size_allocate (GtkWidget *widget,
                                    int        width,
                                    int        height,
                                    int        baseline)
{
  ReadoutArticleView *self = READOUT_ARTICLE_VIEW (widget);

  gtk_widget_allocate (self->stack, width, height, baseline, NULL);

  /* After the text, which makes the room, and has scrolled by now. */
  if (gtk_widget_get_child_visible (self->header))
    place_header (self);
  gtk_popover_present (GTK_POPOVER (self->details_popover));
  gtk_popover_present (GTK_POPOVER (self->menu));
}

static gboolean
readout_article_view_grab_focus (GtkWidget *widget)
{
  ReadoutArticleView *self = READOUT_ARTICLE_VIEW (widget);

  return gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

static void
readout_article_view_dispose (GObject *object)
{
  ReadoutArticleView *self = READOUT_ARTICLE_VIEW (object);

  readout_article_view_set_session (self, NULL);
  g_clear_object (&self->session_signals);
  self->details = NULL;
  g_clear_pointer (&self->details_popover, gtk_widget_unparent);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->header, gtk_widget_unparent);
  g_clear_pointer (&self->stack, gtk_widget_unparent);

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

  widget_class->grab_focus = readout_article_view_grab_focus;
  widget_class->measure = readout_article_view_measure;
  widget_class->size_allocate = readout_article_view_size_allocate;

  gtk_widget_class_install_action (
      widget_class, "article.next-mention", NULL, next_mention_activated);
  gtk_widget_class_install_action (widget_class,
                                   "article.previous-mention",
                                   NULL,
                                   previous_mention_activated);
  gtk_widget_class_install_action (
      widget_class, "article.copy", NULL, copy_activated);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/readout/Readout/article/article-view.ui");
  gtk_widget_class_bind_template_child (
      widget_class, ReadoutArticleView, stack);
  gtk_widget_class_bind_template_child (
      widget_class, ReadoutArticleView, empty);
  gtk_widget_class_bind_template_child (widget_class, ReadoutArticleView, text);
  gtk_widget_class_bind_template_child (
      widget_class, ReadoutArticleView, details);
  gtk_widget_class_bind_template_child (
      widget_class, ReadoutArticleView, details_popover);
  gtk_widget_class_bind_template_child (widget_class, ReadoutArticleView, menu);
  gtk_widget_class_bind_template_callback (widget_class,
                                           readout_article_view_point_at);
  gtk_widget_class_bind_template_callback (widget_class, secondary_pressed);
  gtk_widget_class_bind_template_callback (widget_class, secondary_released);
  gtk_widget_class_bind_template_callback (widget_class, menu_visible_changed);
  gtk_widget_class_bind_template_callback (widget_class,
                                           details_visible_changed);
  gtk_widget_class_bind_template_callback (widget_class, scrolled);

  gtk_widget_class_set_css_name (widget_class, "article");

  g_type_ensure (READOUT_TYPE_ARTICLE_DETAILS);
  g_type_ensure (READOUT_TYPE_ARTICLE_TEXT);
}

static void
connect_session (ReadoutArticleView *self)
{
  static const struct
  {
    const char *signal;
    GCallback   callback;
  } signals[] = {
    { "notify::document", G_CALLBACK (update_document) },
    { "notify::selected", G_CALLBACK (readout_article_view_update_selected) },
    { "notify::lit-spans", G_CALLBACK (update_lit) },
    { "notify::state-filter", G_CALLBACK (update_filter) },
    { "scroll-to-selected", G_CALLBACK (readout_article_view_show_selected) },
    { "show-text", G_CALLBACK (readout_article_view_show_text) },
  };

  self->session_signals = g_signal_group_new (READOUT_TYPE_SESSION);
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_group_connect_swapped (
        self->session_signals, signals[i].signal, signals[i].callback, self);
}

static void
readout_article_view_init (ReadoutArticleView *self)
{
  self->zoom = 1.0;

  gtk_widget_init_template (GTK_WIDGET (self));

  /* Over the text, which the wheel is to scroll there too, and cut off where
   * the pane ends. */
  self->header = readout_article_header_new ();
  gtk_widget_set_parent (self->header, GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  readout_article_text_set_header (self->text, self->header);
  g_signal_connect_object (self->header,
                           "changed",
                           G_CALLBACK (header_changed),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->header,
                           "edit",
                           G_CALLBACK (readout_article_view_edit_details),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (
      gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text)),
      "mark-set",
      G_CALLBACK (mark_set),
      self,
      G_CONNECT_SWAPPED);

  g_signal_connect_object (
      gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->text)),
      "value-changed",
      G_CALLBACK (gtk_widget_queue_allocate),
      self,
      G_CONNECT_SWAPPED);

  readout_article_view_add_shortcuts (self);
  connect_session (self);
  update_document (self);
}

/**
 * readout_article_view_new:
 *
 * Returns: a new view, which shows nothing yet
 */
GtkWidget *
readout_article_view_new (void)
{
  return g_object_new (READOUT_TYPE_ARTICLE_VIEW, NULL);
}

/**
 * readout_article_view_get_session:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): the session whose document is shown
 */
ReadoutSession *
readout_article_view_get_session (ReadoutArticleView *self)
{
  g_return_val_if_fail (READOUT_IS_ARTICLE_VIEW (self), NULL);

  return self->session;
}

/**
 * readout_article_view_set_session:
 * @self: a view
 * @session: (nullable): what the window is working on
 *
 * Shows the document of a session and follows what is selected there.
 */
void
readout_article_view_set_session (ReadoutArticleView *self,
                                  ReadoutSession     *session)
{
  g_return_if_fail (READOUT_IS_ARTICLE_VIEW (self));
  g_return_if_fail (session == NULL || READOUT_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->session_signals, session);
  if (self->details != NULL)
    readout_article_details_set_session (
        READOUT_ARTICLE_DETAILS (self->details), session);
  if (self->stack != NULL)
    update_document (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

/**
 * readout_article_view_get_zoom:
 * @self: a view
 *
 * Returns: the size of the text, 1.0 being the usual one
 */
double
readout_article_view_get_zoom (ReadoutArticleView *self)
{
  g_return_val_if_fail (READOUT_IS_ARTICLE_VIEW (self), 1.0);

  return self->zoom;
}

/**
 * readout_article_view_set_zoom:
 * @self: a view
 * @zoom: the size of the text, 1.0 being the usual one
 *
 * Makes the text larger or smaller, as far as that is of use.
 */
void
readout_article_view_set_zoom (ReadoutArticleView *self, double zoom)
{
  g_return_if_fail (READOUT_IS_ARTICLE_VIEW (self));

  zoom = CLAMP (zoom, ZOOM_MIN, ZOOM_MAX);
  if (self->zoom == zoom)
    return;

  self->zoom = zoom;
  readout_article_text_set_zoom (self->text, zoom);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
}

/**
 * readout_article_view_zoom_in:
 * @self: a view
 *
 * Makes the text one step larger.
 */
void
readout_article_view_zoom_in (ReadoutArticleView *self)
{
  readout_article_view_set_zoom (
      self, readout_article_view_get_zoom (self) * ZOOM_STEP);
}

/**
 * readout_article_view_zoom_out:
 * @self: a view
 *
 * Makes the text one step smaller.
 */
void
readout_article_view_zoom_out (ReadoutArticleView *self)
{
  readout_article_view_set_zoom (
      self, readout_article_view_get_zoom (self) / ZOOM_STEP);
}

/**
 * readout_article_view_zoom_reset:
 * @self: a view
 *
 * Gives the text its usual size again.
 */
void
readout_article_view_zoom_reset (ReadoutArticleView *self)
{
  readout_article_view_set_zoom (self, 1.0);
}
