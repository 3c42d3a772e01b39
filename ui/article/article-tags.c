/* article-tags.c: the tags of the article's buffer
 *
 * One tag for each type and state, shared by all spans; a buffer with a tag
 * for each span would take GTK seconds on a long article.  Tags carry the
 * tint behind the words, and with it the bounds that assistive tools report as
 * text attributes; what nests and crosses is told apart by the lanes, which
 * article-text.c draws.
 *
 * Where tags overlap, only the background of the one with the highest priority
 * shows.  The order is fixed: what usually surrounds (events, titles) lies
 * below what usually stands inside (places, persons), then comes what the
 * selection tints, and last what the pointer lights up.
 *
 * After a change only the changed range is tagged again: all tags are taken
 * off it and every mark that meets it is put back, cut to the range, because a
 * shared tag that is removed for one span would also be gone from the spans
 * that overlap it.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include "article/article-tags.h"

#include "model/field.h"

/* A suggestion's tint is the type's own at this strength. */
#define SUGGESTED_STRENGTH 0.5f

/* How much of the accent lies behind the mentions of the selected actor, and
 * behind what is lit up. */
#define ACTOR_STRENGTH 0.25f
#define LIT_STRENGTH 0.45f

/* Beyond this many damaged ranges one range around them all is cheaper. */
#define MAX_DAMAGES 64

/* How much is tagged between two looks at the clock. */
#define SLICE_CHARS 8192

#define HEADLINE_SCALE 1.6

enum
{
  STATE_SUGGESTED,
  STATE_REVIEWED,
  N_STATES
};

/* From what surrounds to what stands inside. */
static const ReadoutMentionType priorities[READOUT_N_MENTION_TYPES] = {
  READOUT_MENTION_EVENT,       READOUT_MENTION_TITLE,
  READOUT_MENTION_FACILITY,    READOUT_MENTION_ORGANIZATION,
  READOUT_MENTION_MISC,        READOUT_MENTION_DURATION,
  READOUT_MENTION_DATE,        READOUT_MENTION_LOCATION,
  READOUT_MENTION_NATIONALITY, READOUT_MENTION_PERSON,
};

struct _ReadoutArticleTags
{
  GtkTextBuffer *buffer;

  GtkTextTag *headline;
  GtkTextTag *field[READOUT_N_FIELDS];
  GtkTextTag *mention[READOUT_N_MENTION_TYPES][N_STATES];
  GtkTextTag *actor;
  GtkTextTag *lit;

  /* ReadoutSpan: ranges to be tagged again, in no order. */
  GArray *damages;

  /* What the selection and the light cover now. */
  ReadoutSpan selected;
  ReadoutSpan shining;
};

static GtkTextTag *
add_tag (ReadoutArticleTags *self, const char *name)
{
  return gtk_text_buffer_create_tag (self->buffer, name, NULL);
}

static void
add_field_tag (ReadoutArticleTags *self, ReadoutField field)
{
  g_autofree char *name
      = g_strconcat ("field-", readout_field_to_nick (field), NULL);

  self->field[field] = add_tag (self, name);
}

static void
set_background (GtkTextTag *tag, const GdkRGBA *color, float strength)
{
  GdkRGBA rgba = *color;

  /* GtkTextTag takes a transparent colour for one that is not set, but then
   * keeps the previous one. */
  rgba.alpha *= strength;
  g_object_set (
      tag, "background-rgba", &rgba, "background-set", rgba.alpha > 0, NULL);
}

static void
get_iters (ReadoutArticleTags *self,
           ReadoutSpan         span,
           GtkTextIter        *start,
           GtkTextIter        *end)
{
  gtk_text_buffer_get_iter_at_offset (self->buffer, start, (int)span.start);
  gtk_text_buffer_get_iter_at_offset (self->buffer, end, (int)span.end);
}

static void
apply (ReadoutArticleTags *self, GtkTextTag *tag, ReadoutSpan span)
{
  GtkTextIter start, end;

  get_iters (self, span, &start, &end);
  gtk_text_buffer_apply_tag (self->buffer, tag, &start, &end);
}

static void
extend (ReadoutSpan *extent, ReadoutSpan span)
{
  *extent = readout_span_is_empty (*extent)
                ? span
                : readout_span_union (*extent, span);
}

static void
apply_list (ReadoutArticleTags    *self,
            GtkTextTag            *tag,
            const ReadoutSpanList *spans,
            ReadoutSpan           *extent)
{
  for (guint i = 0; i < spans->length; i++)
    {
      apply (self, tag, spans->items[i]);
      extend (extent, spans->items[i]);
    }
}

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  return readout_span_compare (*(const ReadoutSpan *)a,
                               *(const ReadoutSpan *)b);
}

/* Sorts the damaged ranges and joins the ones that touch. */
static void
join_damages (GArray *damages)
{
  guint n = 0;

  g_array_sort (damages, compare_spans);

  for (guint i = 0; i < damages->len; i++)
    {
      ReadoutSpan span = g_array_index (damages, ReadoutSpan, i);

      if (n > 0
          && g_array_index (damages, ReadoutSpan, n - 1).end >= span.start)
        {
          ReadoutSpan *last = &g_array_index (damages, ReadoutSpan, n - 1);

          last->end = MAX (last->end, span.end);
        }
      else
        {
          g_array_index (damages, ReadoutSpan, n++) = span;
        }
    }

  g_array_set_size (damages, n);
}

static void
retag (ReadoutArticleTags *self, const ReadoutMarks *marks, ReadoutSpan range)
{
  GtkTextIter start, end;
  guint       n_candidates;
  guint       first;

  get_iters (self, range, &start, &end);
  for (guint type = 0; type < READOUT_N_MENTION_TYPES; type++)
    for (guint state = 0; state < N_STATES; state++)
      gtk_text_buffer_remove_tag (
          self->buffer, self->mention[type][state], &start, &end);

  first = readout_marks_find (marks, range, &n_candidates);
  for (guint i = first; i < first + n_candidates; i++)
    {
      const ReadoutMark    *mark = readout_marks_get (marks, i);
      const ReadoutMention *mention = (const ReadoutMention *)mark->record;
      ReadoutSpan           span = readout_span_intersect (mark->span, range);
      ReadoutReviewState    state = mark->record->review.state;

      if (readout_span_is_empty (span) || state == READOUT_STATE_REJECTED)
        continue;

      apply (self,
             self->mention[mention->type][state == READOUT_STATE_SUGGESTED
                                              ? STATE_SUGGESTED
                                              : STATE_REVIEWED],
             span);
    }
}

/**
 * readout_article_tags_new:
 * @buffer: a buffer with a tag table of its own
 *
 * Adds the tags to the buffer's table.
 *
 * Returns: (transfer full): what keeps them
 */
ReadoutArticleTags *
readout_article_tags_new (GtkTextBuffer *buffer)
{
  ReadoutArticleTags *self;

  g_return_val_if_fail (GTK_IS_TEXT_BUFFER (buffer), NULL);

  self = g_new0 (ReadoutArticleTags, 1);
  self->buffer = g_object_ref (buffer);
  self->damages = g_array_new (FALSE, FALSE, sizeof (ReadoutSpan));

  /* A new tag has a higher priority than all before it. */
  self->headline = add_tag (self, "headline");
  g_object_set (self->headline,
                "scale",
                HEADLINE_SCALE,
                "weight",
                PANGO_WEIGHT_BOLD,
                NULL);

  /* Content first: its source and cue can stand inside it. */
  add_field_tag (self, READOUT_FIELD_CONTENT);
  for (guint field = 0; field < READOUT_N_FIELDS; field++)
    if (self->field[field] == NULL)
      add_field_tag (self, field);

  for (guint i = 0; i < READOUT_N_MENTION_TYPES; i++)
    for (guint state = 0; state < N_STATES; state++)
      {
        const char      *nick = readout_mention_type_to_nick (priorities[i]);
        g_autofree char *name = g_strconcat (
            nick, state == STATE_SUGGESTED ? "-suggested" : NULL, NULL);

        self->mention[priorities[i]][state] = add_tag (self, name);
      }

  self->actor = add_tag (self, "selected-actor");
  self->lit = add_tag (self, "lit");

  return self;
}

/**
 * readout_article_tags_free:
 * @self: (transfer full): the tags
 *
 * Frees the tags, which stay in the buffer.
 */
void
readout_article_tags_free (ReadoutArticleTags *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->damages);
  g_object_unref (self->buffer);
  g_free (self);
}

/**
 * readout_article_tags_reset:
 * @self: the tags
 *
 * Forgets what was tagged, before the buffer gets another text.
 */
void
readout_article_tags_reset (ReadoutArticleTags *self)
{
  g_return_if_fail (self != NULL);

  g_array_set_size (self->damages, 0);
  self->selected = READOUT_SPAN (0, 0);
  self->shining = READOUT_SPAN (0, 0);
}

/**
 * readout_article_tags_set_palette:
 * @self: the tags
 * @palette: the colours to use from now on
 *
 * Gives the tags their colours: on high contrast no types' tints.
 */
void
readout_article_tags_set_palette (ReadoutArticleTags   *self,
                                  const ReadoutPalette *palette)
{
  float strength;

  g_return_if_fail (self != NULL);
  g_return_if_fail (palette != NULL);

  strength = palette->high_contrast ? 0 : 1;

  for (guint type = 0; type < READOUT_N_MENTION_TYPES; type++)
    {
      const GdkRGBA *tint = &palette->mention[type].tint;

      set_background (self->mention[type][STATE_SUGGESTED],
                      tint,
                      strength * SUGGESTED_STRENGTH);
      set_background (self->mention[type][STATE_REVIEWED], tint, strength);
    }

  for (guint field = 0; field < READOUT_N_FIELDS; field++)
    {
      const ReadoutHue *hue
          = readout_field_get_kind (field) == READOUT_KIND_STATEMENT
                ? &palette->statement
                : &palette->meeting;

      set_background (
          self->field[field],
          &hue->tint,
          strength * (field == READOUT_FIELD_CONTENT ? SUGGESTED_STRENGTH : 1));
    }

  set_background (self->actor, &palette->accent, ACTOR_STRENGTH);
  set_background (self->lit, &palette->accent, LIT_STRENGTH);
}

/**
 * readout_article_tags_set_headline:
 * @self: the tags
 * @span: the headline in code points, empty for none
 *
 * Makes a part of the text look like a headline.
 */
void
readout_article_tags_set_headline (ReadoutArticleTags *self, ReadoutSpan span)
{
  GtkTextIter start, end;

  g_return_if_fail (self != NULL);

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_text_buffer_remove_tag (self->buffer, self->headline, &start, &end);
  if (!readout_span_is_empty (span))
    apply (self, self->headline, span);
}

/**
 * readout_article_tags_damage:
 * @self: the tags
 * @span: a range whose mentions have changed
 *
 * Notes that a range is to be tagged again by the next
 * readout_article_tags_flush().
 */
void
readout_article_tags_damage (ReadoutArticleTags *self, ReadoutSpan span)
{
  g_return_if_fail (self != NULL);

  if (readout_span_is_empty (span))
    return;

  if (self->damages->len >= MAX_DAMAGES)
    {
      join_damages (self->damages);
      if (self->damages->len >= MAX_DAMAGES / 2)
        {
          span.start = MIN (
              span.start, g_array_index (self->damages, ReadoutSpan, 0).start);
          span.end = MAX (
              span.end,
              g_array_index (self->damages, ReadoutSpan, self->damages->len - 1)
                  .end);
          g_array_set_size (self->damages, 0);
        }
    }

  g_array_append_val (self->damages, span);
}

/**
 * readout_article_tags_flush:
 * @self: the tags
 * @marks: the mentions as they are now
 * @budget: how many microseconds it may take, or 0 for as many as it needs
 *
 * Tags the damaged ranges again, or a part of them if there is not the time
 * for all; some more is always done.
 *
 * Returns: %TRUE if nothing is left to do
 */
gboolean
readout_article_tags_flush (ReadoutArticleTags *self,
                            const ReadoutMarks *marks,
                            gint64              budget)
{
  gint64 end = g_get_monotonic_time () + budget;
  guint  n_done = 0;

  g_return_val_if_fail (self != NULL, TRUE);
  g_return_val_if_fail (marks != NULL, TRUE);

  join_damages (self->damages);
  while (n_done < self->damages->len)
    {
      ReadoutSpan *damage = &g_array_index (self->damages, ReadoutSpan, n_done);
      ReadoutSpan  slice
          = { damage->start, MIN (damage->end, damage->start + SLICE_CHARS) };

      retag (self, marks, slice);
      damage->start = slice.end;
      if (readout_span_is_empty (*damage))
        n_done++;

      if (budget > 0 && g_get_monotonic_time () >= end)
        break;
    }
  g_array_remove_range (self->damages, 0, n_done);

  return self->damages->len == 0;
}

/**
 * readout_article_tags_show_selection:
 * @self: the tags
 * @annotations: (nullable): the records
 * @id: (nullable): the selected one
 *
 * Tints the fields of the selected statement or meeting, or the mentions of
 * the selected actor or of the actor of the selected mention, in place of what
 * was tinted so before.
 */
void
readout_article_tags_show_selection (ReadoutArticleTags *self,
                                     ReadoutAnnotations *annotations,
                                     const char         *id)
{
  const ReadoutRecord *record = NULL;
  const char          *actor = NULL;

  g_return_if_fail (self != NULL);

  if (!readout_span_is_empty (self->selected))
    {
      GtkTextIter start, end;

      get_iters (self, self->selected, &start, &end);
      gtk_text_buffer_remove_tag (self->buffer, self->actor, &start, &end);
      for (guint field = 0; field < READOUT_N_FIELDS; field++)
        gtk_text_buffer_remove_tag (
            self->buffer, self->field[field], &start, &end);
      self->selected = READOUT_SPAN (0, 0);
    }

  if (annotations != NULL && id != NULL)
    record = readout_annotations_lookup (annotations, id);
  if (record == NULL)
    return;

  switch (record->kind)
    {
    case READOUT_KIND_ACTOR:
      actor = record->id;
      break;
    case READOUT_KIND_MENTION:
      actor = ((const ReadoutMention *)record)->actor;
      break;
    case READOUT_KIND_STATEMENT:
    case READOUT_KIND_MEETING:
      for (guint field = 0; field < READOUT_N_FIELDS; field++)
        if (readout_field_get_kind (field) == record->kind)
          apply_list (self,
                      self->field[field],
                      readout_field_peek (record, field),
                      &self->selected);
      break;
    case READOUT_N_KINDS:
    default:
      g_assert_not_reached ();
    }

  if (actor == NULL)
    return;

  for (guint i = 0; i < readout_annotations_get_n_records (
                        annotations, READOUT_KIND_MENTION);
       i++)
    {
      const ReadoutMention *mention = readout_annotations_get_record (
          annotations, READOUT_KIND_MENTION, i);

      if (g_strcmp0 (mention->actor, actor) == 0
          && mention->record.review.state != READOUT_STATE_REJECTED)
        {
          apply (self, self->actor, mention->span);
          extend (&self->selected, mention->span);
        }
    }
}

/**
 * readout_article_tags_show_lit:
 * @self: the tags
 * @spans: (nullable): what to light up
 *
 * Lights up spans in place of the ones that were lit before.
 */
void
readout_article_tags_show_lit (ReadoutArticleTags    *self,
                               const ReadoutSpanList *spans)
{
  g_return_if_fail (self != NULL);

  if (!readout_span_is_empty (self->shining))
    {
      GtkTextIter start, end;

      get_iters (self, self->shining, &start, &end);
      gtk_text_buffer_remove_tag (self->buffer, self->lit, &start, &end);
      self->shining = READOUT_SPAN (0, 0);
    }

  if (spans != NULL)
    apply_list (self, self->lit, spans, &self->shining);
}
