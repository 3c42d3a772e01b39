/* article-labels.c: the words that the article view adds to the text
 *
 * The selected item, and the one under the pointer, say in small letters above
 * their words what these are: the letter of a mention's type, the name of a
 * field of a statement or meeting, and for a pronoun whom it stands for.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "article/article-labels.h"

#include "model/field.h"
#include "widgets/words.h"

/* The size of a label in that of the text. */
#define LABEL_SIZE 0.62

/* How far a label reaches down into the line it stands on, in its height. */
#define LABEL_OVERLAP 0.15

static const char *
field_words (ReadoutField field)
{
  switch (field)
    {
    case READOUT_FIELD_SOURCE:
      return C_ ("field", "Source");
    case READOUT_FIELD_CUE:
      return C_ ("field", "Cue");
    case READOUT_FIELD_CONTENT:
      return C_ ("field", "Content");
    case READOUT_FIELD_TRIGGERS:
      return C_ ("field", "Meeting");
    case READOUT_FIELD_PLACE:
      return C_ ("field", "Place");
    case READOUT_FIELD_VENUE:
      return C_ ("field", "Venue");
    case READOUT_FIELD_OCCASION:
      return C_ ("field", "Occasion");
    case READOUT_FIELD_TIME:
      return C_ ("field", "Time");
    case READOUT_FIELD_DURATION:
      return C_ ("field", "Duration");
    case READOUT_FIELD_TOPICS:
      return C_ ("field", "Topic");
    case READOUT_FIELD_OUTCOMES:
      return C_ ("field", "Outcome");
    case READOUT_N_FIELDS:
    default:
      g_return_val_if_reached ("");
    }
}

static const char *
actor_name (ReadoutDocument *document, const char *id)
{
  const ReadoutActor *actor = NULL;

  if (id != NULL)
    actor = readout_annotations_get_actor (
        readout_document_get_annotations (document), id);

  return actor == NULL ? NULL : actor->name;
}

/* The words of a span, with its line breaks as spaces. */
static char *
dup_words (ReadoutDocument *document, ReadoutSpan span)
{
  return g_strdelimit (
      readout_text_slice (readout_document_get_text (document), span),
      "\n\r\t",
      ' ');
}

/* Whom a mention stands for, if its words do not say it; or NULL. */
static const char *
resolved_name (ReadoutDocument *document, const ReadoutMention *mention)
{
  if (mention->form == READOUT_FORM_NAME)
    return NULL;

  return actor_name (document, mention->actor);
}

/* The speaker of a statement whose source is a pronoun or a description: its
 * name, if that is not what the text says; or NULL. */
static const char *
resolved_speaker (ReadoutDocument *document, const ReadoutStatement *statement)
{
  g_autofree char *words = NULL;
  const char      *name;

  if (statement->speakers == NULL || statement->source.length == 0)
    return NULL;

  name = actor_name (document, statement->speakers[0]);
  words = dup_words (document, statement->source.items[0]);
  if (name == NULL || g_strrstr (words, name) != NULL)
    return NULL;

  return name;
}

/* Moves a label behind those on its line which it would cover.  Every step goes
 * to the right, past one of them, so that this ends. */
static void
move_aside (GdkRectangle *where, GArray *taken)
{
  guint i = 0;

  while (i < taken->len)
    {
      const GdkRectangle *other = &g_array_index (taken, GdkRectangle, i);

      if (where->y == other->y && where->x < other->x + other->width + 2
          && other->x < where->x + where->width + 2)
        {
          where->x = other->x + other->width + 2;
          i = 0;
        }
      else
        i++;
    }
}

/* Paints one label above a span, beside those whose places are @taken, and adds
 * its own. */
static void
paint_label (const ReadoutLabels *self,
             GtkSnapshot         *snapshot,
             const char          *words,
             const GdkRGBA       *color,
             ReadoutSpan          span,
             GArray              *taken)
{
  g_autoptr (GArray) rectangles = NULL;
  g_autoptr (PangoLayout) layout = NULL;
  PangoFontDescription *font;
  GdkRectangle          where;
  int                   width, height, limit;

  rectangles = g_array_new (FALSE, FALSE, sizeof (GdkRectangle));
  readout_geometry_get (self->geometry, span, rectangles);
  if (rectangles->len == 0)
    return;

  where = g_array_index (rectangles, GdkRectangle, 0);

  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self->view), words);
  font = pango_font_description_from_string ("Sans Bold");
  pango_font_description_set_absolute_size (
      font, MAX (9, LABEL_SIZE * self->size) * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_get_pixel_size (layout, &width, &height);
  width += 6;

  if (gtk_widget_get_direction (GTK_WIDGET (self->view)) == GTK_TEXT_DIR_RTL)
    where.x += where.width - width;
  where.y -= (int)lround ((1 - LABEL_OVERLAP) * height);
  where.width = width;
  where.height = height;

  move_aside (&where, taken);

  limit = gtk_widget_get_width (GTK_WIDGET (self->view)) - width;
  where.x = MAX (0, MIN (where.x, limit));
  g_array_append_val (taken, where);

  readout_painter_label (
      self->painter, snapshot, layout, color, where.x, where.y);
}

static void
paint_mention (const ReadoutLabels  *self,
               GtkSnapshot          *snapshot,
               const ReadoutMention *mention)
{
  const char      *letter = readout_words_mention_letter (mention->type);
  const char      *name = resolved_name (self->document, mention);
  g_autofree char *words = NULL;
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (GdkRectangle));

  words = name == NULL ? g_strdup (letter)
                       : g_strdup_printf ("%s → %s", letter, name);
  paint_label (self,
               snapshot,
               words,
               &self->palette->mention[mention->type].lane,
               mention->span,
               taken);
}

static void
paint_fields (const ReadoutLabels *self,
              GtkSnapshot         *snapshot,
              const ReadoutRecord *record)
{
  ReadoutSpan    visible = readout_geometry_get_visible (self->geometry, 0);
  const GdkRGBA *color = record->kind == READOUT_KIND_STATEMENT
                             ? &self->palette->statement.lane
                             : &self->palette->meeting.lane;
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (GdkRectangle));

  for (guint field = 0; field < READOUT_N_FIELDS; field++)
    {
      const ReadoutSpanList *list;

      if (readout_field_get_kind (field) != record->kind)
        continue;

      list = readout_field_peek (record, field);
      for (guint i = 0; i < list->length; i++)
        {
          const char      *name = NULL;
          g_autofree char *words = NULL;

          if (!readout_span_overlaps (list->items[i], visible))
            continue;

          if (field == READOUT_FIELD_SOURCE)
            name = resolved_speaker (self->document,
                                     (const ReadoutStatement *)record);

          words = name == NULL
                      ? g_strdup (field_words (field))
                      : g_strdup_printf ("%s → %s", field_words (field), name);
          paint_label (self, snapshot, words, color, list->items[i], taken);
        }
    }
}

/**
 * readout_labels_paint:
 * @self: where and with what
 * @snapshot: what to draw on
 * @record: the selected record, or the one under the pointer
 *
 * Paints what the words of a record are.
 */
void
readout_labels_paint (const ReadoutLabels *self,
                      GtkSnapshot         *snapshot,
                      const ReadoutRecord *record)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (record != NULL);

  switch (record->kind)
    {
    case READOUT_KIND_MENTION:
      paint_mention (self, snapshot, (const ReadoutMention *)record);
      break;
    case READOUT_KIND_STATEMENT:
    case READOUT_KIND_MEETING:
      paint_fields (self, snapshot, record);
      break;
    case READOUT_KIND_ACTOR:
      break;
    case READOUT_N_KINDS:
    default:
      g_return_if_reached ();
    }
}

static char *
join_speakers (ReadoutDocument *document, const ReadoutStatement *statement)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0;
       statement->speakers != NULL && statement->speakers[i] != NULL;
       i++)
    {
      const char *name = actor_name (document, statement->speakers[i]);

      if (name != NULL && names->len > 0)
        g_string_append (names, ", ");
      if (name != NULL)
        g_string_append (names, name);
    }

  return g_strdup (names->len == 0 ? _ ("nobody named") : names->str);
}

/* Its words with whom they stand for, or its speaker and cue, or its kind. */
static char *
name_record (ReadoutDocument *document, const ReadoutRecord *record)
{
  const ReadoutMention   *mention = (const ReadoutMention *)record;
  const ReadoutStatement *statement = (const ReadoutStatement *)record;
  const ReadoutMeeting   *meeting = (const ReadoutMeeting *)record;
  const char             *name;
  g_autofree char        *words = NULL;

  switch (record->kind)
    {
    case READOUT_KIND_MENTION:
      words = dup_words (document, mention->span);
      name = resolved_name (document, mention);
      if (name != NULL)
        return g_strdup_printf ("%s → %s", words, name);
      return g_steal_pointer (&words);

    case READOUT_KIND_ACTOR:
      return g_strdup (((const ReadoutActor *)record)->name);

    case READOUT_KIND_STATEMENT:
      return join_speakers (document, statement);

    case READOUT_KIND_MEETING:
      return g_strdup (readout_words_meeting_kind (meeting->kind));

    case READOUT_N_KINDS:
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * readout_labels_describe:
 * @document: what is shown
 * @record: one of its records
 *
 * Says in a few words what a record is: its type, its name, and its state,
 * for the pointer that rests on it and for those who listen instead of look.
 *
 * Returns: (transfer full): such as “person, he → Wang Yi, suggested, 87 %”
 */
char *
readout_labels_describe (ReadoutDocument *document, const ReadoutRecord *record)
{
  g_autofree char *name = NULL;
  const char      *type;
  const char      *state;

  g_return_val_if_fail (READOUT_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (record != NULL, NULL);

  name = name_record (document, record);
  state = readout_words_review_state (record->review.state);
  type = record->kind == READOUT_KIND_MENTION
             ? readout_words_mention_type (
                 ((const ReadoutMention *)record)->type)
             : readout_words_kind (record->kind);

  if (record->review.state == READOUT_STATE_SUGGESTED
      && record->review.confidence >= 0)
    /* Translators: type, name, state and confidence of an item. */
    return g_strdup_printf (
        _ ("%s, %s, %s, %d %%"), type, name, state, record->review.confidence);

  /* Translators: type, name and state of an item. */
  return g_strdup_printf (_ ("%s, %s, %s"), type, name, state);
}
