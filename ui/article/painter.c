/* painter.c: draws lanes, bars, frames and labels
 *
 * A lane's colour says the type of a mention, and so does the form of its
 * line, since ten hues cannot be told apart by everybody: person a plain line,
 * organization a double one, location a wave, facility battlements,
 * nationality dash and dot, title a thin line, event a thick one, date and
 * duration rulers, misc hatching.  A suggestion's line is the same form,
 * dotted.
 *
 * Plain lines are colour nodes.  The other forms are drawn once by cairo as a
 * small tile, kept as a texture, and repeated along the word, so that a frame
 * with hundreds of lanes uploads nothing.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include "article/painter.h"

#include <math.h>

/* Lengths in units; a unit is half a plain line's thickness, 1 px at the usual
 * size.  All forms repeat within a tile, and so do the dots. */
#define TILE_WIDTH 12
#define LANE_HEIGHT 3
#define DOT_PERIOD 3
#define BAR_WIDTH 3

#define FRAME_WIDTH 1.5f
#define FRAME_RADIUS 3

struct _ReadoutPainter
{
  ReadoutPalette palette;
  double         unit;
  int            scale_factor;

  /* Drawn when first needed: plain and dotted. */
  GdkTexture *tiles[READOUT_N_MENTION_TYPES][2];
};

static void
drop_tiles (ReadoutPainter *self)
{
  for (guint type = 0; type < READOUT_N_MENTION_TYPES; type++)
    for (guint dotted = 0; dotted < 2; dotted++)
      g_clear_object (&self->tiles[type][dotted]);
}

/* Adds the line of a type to the path, one tile long and a bit more, and
 * strokes or fills it. */
static void
draw_form (cairo_t *cr, ReadoutMentionType type)
{
  cairo_set_line_width (cr, 1);

  switch (type)
    {
    case READOUT_MENTION_PERSON:
      cairo_rectangle (cr, 0, 0.5, TILE_WIDTH, 2);
      cairo_fill (cr);
      break;
    case READOUT_MENTION_ORGANIZATION:
      cairo_rectangle (cr, 0, 0, TILE_WIDTH, 1);
      cairo_rectangle (cr, 0, 2, TILE_WIDTH, 1);
      cairo_fill (cr);
      break;
    case READOUT_MENTION_LOCATION:
      cairo_set_line_width (cr, 1.2);
      cairo_move_to (cr, -1, 1.5 - sin (-G_PI / 3));
      for (double x = -1; x <= TILE_WIDTH + 1; x += 0.25)
        cairo_line_to (cr, x, 1.5 - 0.9 * sin (x * G_PI / 3));
      cairo_stroke (cr);
      break;
    case READOUT_MENTION_FACILITY:
      for (int x = 0; x < TILE_WIDTH; x += 6)
        {
          cairo_rectangle (cr, x, 0, 3, 3);
          cairo_rectangle (cr, x + 3, 2, 3, 1);
        }
      cairo_fill (cr);
      break;
    case READOUT_MENTION_NATIONALITY:
      cairo_rectangle (cr, 0, 0.5, 6, 2);
      cairo_rectangle (cr, 8, 0.5, 2, 2);
      cairo_fill (cr);
      break;
    case READOUT_MENTION_TITLE:
      cairo_rectangle (cr, 0, 1, TILE_WIDTH, 1);
      cairo_fill (cr);
      break;
    case READOUT_MENTION_EVENT:
      cairo_rectangle (cr, 0, 0, TILE_WIDTH, 3);
      cairo_fill (cr);
      break;
    case READOUT_MENTION_DATE:
    case READOUT_MENTION_DURATION:
      cairo_rectangle (cr, 0, 2, TILE_WIDTH, 1);
      cairo_rectangle (cr, 0, 0, 1, 2);
      if (type == READOUT_MENTION_DATE)
        cairo_rectangle (cr, 6, 0, 1, 2);
      cairo_fill (cr);
      break;
    case READOUT_MENTION_MISC:
      for (int x = -3; x <= TILE_WIDTH; x += 3)
        {
          cairo_move_to (cr, x, 3);
          cairo_line_to (cr, x + 3, 0);
        }
      cairo_stroke (cr);
      break;
    case READOUT_N_MENTION_TYPES:
    default:
      g_assert_not_reached ();
    }
}

static GdkTexture *
draw_tile (ReadoutPainter *self, ReadoutMentionType type, gboolean dotted)
{
  const GdkRGBA   *color = &self->palette.mention[type].lane;
  double           pixels = self->unit * self->scale_factor;
  int              width = MAX (1, (int)lround (TILE_WIDTH * pixels));
  int              height = MAX (1, (int)lround (LANE_HEIGHT * pixels));
  cairo_surface_t *surface;
  cairo_t         *cr;
  g_autoptr (GBytes) bytes = NULL;
  GdkTexture *tile;

  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cr = cairo_create (surface);
  cairo_scale (cr, (double)width / TILE_WIDTH, (double)height / LANE_HEIGHT);

  if (dotted)
    {
      for (int x = 0; x < TILE_WIDTH; x += DOT_PERIOD)
        cairo_rectangle (cr, x, 0, DOT_PERIOD * 0.6, LANE_HEIGHT);
      cairo_clip (cr);
    }

  gdk_cairo_set_source_rgba (cr, color);
  draw_form (cr, type);
  cairo_destroy (cr);

  cairo_surface_flush (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface),
                       (gsize)height
                           * (gsize)cairo_image_surface_get_stride (surface));
  tile = gdk_memory_texture_new (
      width,
      height,
      GDK_MEMORY_DEFAULT,
      bytes,
      (gsize)cairo_image_surface_get_stride (surface));
  cairo_surface_destroy (surface);

  return tile;
}

static void
append_color (GtkSnapshot   *snapshot,
              const GdkRGBA *color,
              float          x,
              float          y,
              float          width,
              float          height)
{
  gtk_snapshot_append_color (
      snapshot, color, &GRAPHENE_RECT_INIT (x, y, width, height));
}

/**
 * readout_painter_new:
 *
 * Returns: (transfer full): a painter, to be told colours and size before it
 *   paints
 */
ReadoutPainter *
readout_painter_new (void)
{
  ReadoutPainter *self = g_new0 (ReadoutPainter, 1);

  self->unit = 1;
  self->scale_factor = 1;

  return self;
}

/**
 * readout_painter_free:
 * @self: (transfer full): a painter
 *
 * Frees the painter with the tiles that it keeps.
 */
void
readout_painter_free (ReadoutPainter *self)
{
  g_return_if_fail (self != NULL);

  drop_tiles (self);
  g_free (self);
}

/**
 * readout_painter_set_palette:
 * @self: a painter
 * @palette: colours, which are copied
 *
 * Paints in these colours from now on.
 */
void
readout_painter_set_palette (ReadoutPainter       *self,
                             const ReadoutPalette *palette)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (palette != NULL);

  drop_tiles (self);
  self->palette = *palette;
}

/**
 * readout_painter_set_size:
 * @self: the painter
 * @unit: half the thickness of a plain lane, in pixels of the widget
 * @scale_factor: pixels of the device in one of the widget
 *
 * Sets how large all strokes are.
 */
void
readout_painter_set_size (ReadoutPainter *self, double unit, int scale_factor)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (unit > 0);

  if (self->unit == unit && self->scale_factor == scale_factor)
    return;

  drop_tiles (self);
  self->unit = unit;
  self->scale_factor = scale_factor;
}

/**
 * readout_painter_get_lane_height:
 * @self: a painter
 *
 * Returns: the distance from one lane to the next, in pixels
 */
int
readout_painter_get_lane_height (ReadoutPainter *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return (int)lround ((LANE_HEIGHT + 1) * self->unit);
}

/**
 * readout_painter_get_bar_width:
 * @self: a painter
 *
 * Returns: how wide a bar in the margin is, in pixels
 */
int
readout_painter_get_bar_width (ReadoutPainter *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return (int)lround (BAR_WIDTH * self->unit);
}

/**
 * readout_painter_lane:
 * @self: the painter
 * @snapshot: what to draw on
 * @type: the type of the mention
 * @state: what a person decided about it
 * @word: the rectangle of the words
 * @lane: which lane below them
 *
 * Draws one line of a mention's lane.
 */
void
readout_painter_lane (ReadoutPainter     *self,
                      GtkSnapshot        *snapshot,
                      ReadoutMentionType  type,
                      ReadoutReviewState  state,
                      const GdkRectangle *word,
                      guint               lane)
{
  const GdkRGBA *color;
  gboolean       dotted;
  float          unit;
  float          y;
  GdkTexture   **tile;

  g_return_if_fail (self != NULL);
  g_return_if_fail (word != NULL);

  unit = (float)self->unit;
  y = word->y + word->height
      + (float)lane * (float)readout_painter_get_lane_height (self);

  if (state == READOUT_STATE_REJECTED)
    {
      append_color (snapshot,
                    &self->palette.rejected,
                    word->x,
                    y + unit,
                    word->width,
                    unit);
      return;
    }

  color = &self->palette.mention[type].lane;
  dotted = state == READOUT_STATE_SUGGESTED;

  if (!dotted && type == READOUT_MENTION_PERSON)
    {
      append_color (
          snapshot, color, word->x, y + unit / 2, word->width, 2 * unit);
      return;
    }

  tile = &self->tiles[type][dotted];
  if (*tile == NULL)
    *tile = draw_tile (self, type, dotted);

  gtk_snapshot_push_repeat (
      snapshot,
      &GRAPHENE_RECT_INIT (word->x, y, word->width, LANE_HEIGHT * unit),
      &GRAPHENE_RECT_INIT (word->x, y, TILE_WIDTH * unit, LANE_HEIGHT * unit));
  gtk_snapshot_append_texture (
      snapshot,
      *tile,
      &GRAPHENE_RECT_INIT (word->x, y, TILE_WIDTH * unit, LANE_HEIGHT * unit));
  gtk_snapshot_pop (snapshot);
}

/**
 * readout_painter_bar:
 * @self: the painter
 * @snapshot: what to draw on
 * @kind: a statement, or a meeting, whose bar is double
 * @state: what a person decided about it
 * @selected: whether it is selected
 * @where: the place in the margin
 *
 * Draws a bar beside the lines that a statement or a meeting claims.
 */
void
readout_painter_bar (ReadoutPainter     *self,
                     GtkSnapshot        *snapshot,
                     ReadoutKind         kind,
                     ReadoutReviewState  state,
                     gboolean            selected,
                     const GdkRectangle *where)
{
  const GdkRGBA *color;
  gboolean       dotted;
  float          unit;

  g_return_if_fail (self != NULL);
  g_return_if_fail (where != NULL);

  unit = (float)self->unit;
  dotted = state == READOUT_STATE_SUGGESTED;
  color = state == READOUT_STATE_REJECTED ? &self->palette.rejected
          : kind == READOUT_KIND_MEETING  ? &self->palette.meeting.lane
                                          : &self->palette.statement.lane;

  if (selected)
    {
      GdkRGBA halo = self->palette.accent;

      halo.alpha = 0.45f;
      append_color (snapshot,
                    &halo,
                    where->x - 2 * unit,
                    where->y,
                    where->width + 4 * unit,
                    where->height);
    }

  if (dotted)
    gtk_snapshot_push_repeat (
        snapshot,
        &GRAPHENE_RECT_INIT (where->x, where->y, where->width, where->height),
        &GRAPHENE_RECT_INIT (where->x, where->y, where->width, 5 * unit));

  if (state == READOUT_STATE_REJECTED)
    append_color (snapshot, color, where->x, where->y, unit, where->height);
  else if (kind == READOUT_KIND_MEETING)
    {
      float height = dotted ? 3 * unit : where->height;

      append_color (snapshot, color, where->x, where->y, unit, height);
      append_color (snapshot,
                    color,
                    where->x + where->width - unit,
                    where->y,
                    unit,
                    height);
    }
  else
    append_color (snapshot,
                  color,
                  where->x,
                  where->y,
                  where->width,
                  dotted ? 3 * unit : where->height);

  if (dotted)
    gtk_snapshot_pop (snapshot);
}

/**
 * readout_painter_frame:
 * @self: a painter
 * @snapshot: where to paint
 * @color: the colour of the frame
 * @word: where the words are
 *
 * Draws a frame around one line of words.
 */
void
readout_painter_frame (ReadoutPainter     *self,
                       GtkSnapshot        *snapshot,
                       const GdkRGBA      *color,
                       const GdkRectangle *word)
{
  GskRoundedRect outline;
  float          width;

  g_return_if_fail (self != NULL);
  g_return_if_fail (color != NULL);
  g_return_if_fail (word != NULL);

  width = FRAME_WIDTH * (float)self->unit;
  gsk_rounded_rect_init_from_rect (
      &outline,
      &GRAPHENE_RECT_INIT (word->x - 1 - width,
                           word->y - width,
                           word->width + 2 + 2 * width,
                           word->height + 2 * width),
      FRAME_RADIUS * (float)self->unit);
  gtk_snapshot_append_border (snapshot,
                              &outline,
                              (float[4]){ width, width, width, width },
                              (GdkRGBA[4]){ *color, *color, *color, *color });
}

/**
 * readout_painter_flag:
 * @self: a painter
 * @snapshot: where to paint
 * @where: where it is to stand
 *
 * Draws the flag of an item to be looked at again.
 */
void
readout_painter_flag (ReadoutPainter     *self,
                      GtkSnapshot        *snapshot,
                      const GdkRectangle *where)
{
  cairo_t *cr;

  g_return_if_fail (self != NULL);
  g_return_if_fail (where != NULL);

  cr = gtk_snapshot_append_cairo (
      snapshot,
      &GRAPHENE_RECT_INIT (where->x, where->y, where->width, where->height));
  cairo_translate (cr, where->x, where->y);
  cairo_scale (cr, where->width / 10.0, where->height / 12.0);

  gdk_cairo_set_source_rgba (cr, &self->palette.ink);
  cairo_rectangle (cr, 1, 0, 1.4, 12);
  cairo_fill (cr);

  gdk_cairo_set_source_rgba (
      cr, &self->palette.mention[READOUT_MENTION_EVENT].lane);
  cairo_move_to (cr, 2.4, 0.6);
  cairo_line_to (cr, 9.6, 3.6);
  cairo_line_to (cr, 2.4, 6.6);
  cairo_close_path (cr);
  cairo_fill (cr);

  cairo_destroy (cr);
}

/**
 * readout_painter_label:
 * @self: a painter
 * @snapshot: where to paint
 * @layout: the words
 * @color: the colour of the patch
 * @x: the left edge of the patch
 * @y: the upper edge of the patch
 *
 * Draws words on a patch of colour.
 */
void
readout_painter_label (ReadoutPainter *self,
                       GtkSnapshot    *snapshot,
                       PangoLayout    *layout,
                       const GdkRGBA  *color,
                       int             x,
                       int             y)
{
  GskRoundedRect outline;
  int            width, height;

  g_return_if_fail (self != NULL);
  g_return_if_fail (PANGO_IS_LAYOUT (layout));
  g_return_if_fail (color != NULL);

  pango_layout_get_pixel_size (layout, &width, &height);
  gsk_rounded_rect_init_from_rect (
      &outline,
      &GRAPHENE_RECT_INIT (x, y, width + 6, height),
      FRAME_RADIUS * (float)self->unit);

  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, color, &outline.bounds);
  gtk_snapshot_pop (snapshot);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x + 3, y));
  gtk_snapshot_append_layout (snapshot, layout, &self->palette.paper);
  gtk_snapshot_restore (snapshot);
}
