/* article-details.c: title, source, date and the like, to be edited
 *
 * A form with one entry for each piece of metadata.  What is typed is in force,
 * and a step of undo, when Enter is pressed or the entry is left.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "article/article-details.h"

#include "article/article-words.h"
#include "model/value-form.h"
#include "session/metadata.h"
#include "widgets/value-entry.h"

struct _ReadoutArticleDetails
{
  GtkBox parent_instance;

  ReadoutValueEntry *entries[READOUT_N_METAS]; /* NULL for the identifier. */
  ReadoutSession    *session;
  GSignalGroup      *document_signals;
};

G_DEFINE_FINAL_TYPE (ReadoutArticleDetails,
                     readout_article_details,
                     GTK_TYPE_BOX)

/* A full date, which relative dates can be counted from.  Other ways to write
 * it that ISO 8601 has, such as 20240515, are rewritten. */
static gboolean
check_published (const char *text, char **canonical, char **hint)
{
  if (!readout_value_form_matches (READOUT_VALUE_PUBLISHED, text))
    {
      g_autofree char *with_time = g_strconcat (text, "T00:00:00Z", NULL);
      g_autoptr (GDateTime) date
          = g_date_time_new_from_iso8601 (with_time, NULL);

      if (date == NULL)
        {
          *hint = g_strdup (
              readout_value_form_describe (READOUT_VALUE_PUBLISHED));
          return FALSE;
        }
      *canonical = g_date_time_format (date, "%Y-%m-%d");
    }

  *hint = readout_article_format_date (*canonical != NULL ? *canonical : text);

  return TRUE;
}

static gboolean
check_language (const char *text, char **canonical, char **hint)
{
  if (!readout_value_form_matches (READOUT_VALUE_LANGUAGE, text))
    {
      *hint = g_strdup (readout_value_form_describe (READOUT_VALUE_LANGUAGE));
      return FALSE;
    }

  *hint = readout_article_format_language (text);
  if (g_str_equal (*hint, text))
    g_clear_pointer (hint, g_free);

  return TRUE;
}

static void
committed (ReadoutArticleDetails *self,
           const char            *value,
           ReadoutValueEntry     *entry)
{
  for (guint meta = 0; meta < READOUT_N_METAS; meta++)
    if (self->entries[meta] == entry && self->session != NULL)
      readout_session_set_meta (self->session, meta, value);
}

static void
update (ReadoutArticleDetails *self)
{
  ReadoutDocument *document = NULL;

  if (self->session != NULL)
    document = readout_session_get_document (self->session);

  for (guint meta = 0; meta < READOUT_N_METAS; meta++)
    if (self->entries[meta] != NULL)
      readout_value_entry_set_value (
          self->entries[meta],
          document != NULL ? readout_document_get_meta (document, meta) : NULL);
}

static void
document_changed (ReadoutArticleDetails *self)
{
  g_signal_group_set_target (self->document_signals,
                             readout_session_get_document (self->session));
  update (self);
}

static void
readout_article_details_dispose (GObject *object)
{
  ReadoutArticleDetails *self = READOUT_ARTICLE_DETAILS (object);

  readout_article_details_set_session (self, NULL);
  g_clear_object (&self->document_signals);

  G_OBJECT_CLASS (readout_article_details_parent_class)->dispose (object);
}

static void
readout_article_details_class_init (ReadoutArticleDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = readout_article_details_dispose;

  g_type_ensure (READOUT_TYPE_VALUE_ENTRY);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/readout/Readout/article/article-details.ui");
  gtk_widget_class_bind_template_callback (widget_class, committed);
  for (guint meta = 0; meta < READOUT_N_METAS; meta++)
    if (meta != READOUT_META_ID)
      gtk_widget_class_bind_template_child_full (
          widget_class,
          readout_meta_to_nick (meta),
          FALSE,
          G_STRUCT_OFFSET (ReadoutArticleDetails, entries)
              + meta * sizeof (ReadoutValueEntry *));
}

static void
readout_article_details_init (ReadoutArticleDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  readout_value_entry_set_check (self->entries[READOUT_META_PUBLISHED],
                                 check_published);
  readout_value_entry_set_check (self->entries[READOUT_META_LANGUAGE],
                                 check_language);
  self->document_signals = g_signal_group_new (READOUT_TYPE_DOCUMENT);
  g_signal_group_connect_swapped (
      self->document_signals, "notify", G_CALLBACK (update), self);
}

/**
 * readout_article_details_set_session:
 * @self: a form
 * @session: (nullable): the session whose document it is about
 */
void
readout_article_details_set_session (ReadoutArticleDetails *self,
                                     ReadoutSession        *session)
{
  g_return_if_fail (READOUT_IS_ARTICLE_DETAILS (self));
  g_return_if_fail (session == NULL || READOUT_IS_SESSION (session));

  if (self->session == session)
    return;

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_func (
        self->session, document_changed, self);
  g_set_object (&self->session, session);
  if (session == NULL)
    {
      g_signal_group_set_target (self->document_signals, NULL);
      return;
    }

  g_signal_connect_object (session,
                           "notify::document",
                           G_CALLBACK (document_changed),
                           self,
                           G_CONNECT_SWAPPED);
  document_changed (self);
}

/**
 * readout_article_details_commit:
 * @self: a form
 *
 * Takes what was typed without Enter, as leaving each entry would.
 */
void
readout_article_details_commit (ReadoutArticleDetails *self)
{
  g_return_if_fail (READOUT_IS_ARTICLE_DETAILS (self));

  for (guint meta = 0; meta < READOUT_N_METAS; meta++)
    if (self->entries[meta] != NULL)
      g_signal_emit_by_name (
          readout_value_entry_get_entry (self->entries[meta]), "activate");
}
