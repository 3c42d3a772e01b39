/* article-selection.c: what is selected, in the session and in the text
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include "article/article-selection.h"

#include "article/article-cursor.h"
#include "article/article-view-private.h"
#include "session/selection.h"

/**
 * readout_article_view_get_document:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): the document that is shown
 */
ReadoutDocument *
readout_article_view_get_document (ReadoutArticleView *self)
{
  return self->session == NULL ? NULL
                               : readout_session_get_document (self->session);
}

/**
 * readout_article_view_get_selected:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): the item that is selected
 */
ReadoutRecord *
readout_article_view_get_selected (ReadoutArticleView *self)
{
  ReadoutEntry *entry = self->session == NULL
                            ? NULL
                            : readout_session_get_selected (self->session);

  return entry == NULL ? NULL : readout_entry_get_record (entry);
}

/* The span that stands for the selected item in the text: for an actor its
 * first mention, for a field in the focus its words. */
static ReadoutSpan
get_selected_span (ReadoutArticleView *self)
{
  const ReadoutRecord *record = readout_article_view_get_selected (self);
  ReadoutAnnotations  *annotations;

  if (record == NULL)
    return READOUT_SPAN (0, 0);

  if (record->kind == READOUT_KIND_STATEMENT
      && ((const ReadoutStatement *)record)->content.length > 0)
    return ((const ReadoutStatement *)record)->content.items[0];

  if (record->kind == READOUT_KIND_MEETING
      && ((const ReadoutMeeting *)record)->triggers.length > 0)
    return ((const ReadoutMeeting *)record)->triggers.items[0];

  if (record->kind != READOUT_KIND_ACTOR)
    return readout_record_get_extent (record);

  annotations = readout_document_get_annotations (
      readout_article_view_get_document (self));
  for (guint i = 0; i < readout_annotations_get_n_records (
                        annotations, READOUT_KIND_MENTION);
       i++)
    {
      const ReadoutMention *mention = readout_annotations_get_record (
          annotations, READOUT_KIND_MENTION, i);

      if (g_strcmp0 (mention->actor, record->id) == 0
          && mention->record.review.state != READOUT_STATE_REJECTED)
        return mention->span;
    }

  return READOUT_SPAN (0, 0);
}

/**
 * readout_article_view_update_selected:
 * @self: a view
 *
 * Marks in the text what is selected in the session, and puts the cursor there.
 */
void
readout_article_view_update_selected (ReadoutArticleView *self)
{
  const ReadoutRecord *record = readout_article_view_get_selected (self);
  ReadoutSpan          span = get_selected_span (self);

  readout_article_text_set_selected (self->text,
                                     record == NULL ? NULL : record->id);
  if (!self->pointing && !readout_span_is_empty (span))
    readout_article_text_set_cursor (self->text, span.start);
}

/**
 * readout_article_view_show_selected:
 * @self: a view
 *
 * Brings what is selected into sight, unless the person pointed at it.
 */
void
readout_article_view_show_selected (ReadoutArticleView *self)
{
  ReadoutSpan span = get_selected_span (self);

  if (!self->pointing && !readout_span_is_empty (span))
    readout_article_text_show (self->text, span);
}

/**
 * readout_article_view_show_text:
 * @self: a view
 * @start: where the words begin, in code points
 * @end: where they end
 *
 * Selects words that are shown for the session, which knows of them.
 */
void
readout_article_view_show_text (ReadoutArticleView *self,
                                guint               start,
                                guint               end)
{
  self->pointing = TRUE;
  readout_article_text_select (self->text, READOUT_SPAN (start, end));
  self->pointing = FALSE;
}

/**
 * readout_article_view_point_at:
 * @self: a view
 * @id: the id of a record
 *
 * Selects what a person pointed at, without moving cursor or page.
 */
void
readout_article_view_point_at (ReadoutArticleView *self, const char *id)
{
  if (self->session == NULL)
    return;

  self->pointing = TRUE;
  readout_session_select (self->session, id);
  self->pointing = FALSE;
}
