/* article-header.c: source, date and headline above the text
 *
 * One line with what the file says of where the article comes from, and the
 * title in large letters, unless the text begins with it: there it is marked
 * by a tag, for it must not stand twice.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "article/article-header.h"

struct _ReadoutArticleHeader
{
  GtkWidget parent_instance;

  GtkWidget       *byline;
  GtkWidget       *title;
  ReadoutDocument *document;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReadoutArticleHeader,
                     readout_article_header,
                     GTK_TYPE_WIDGET)

/* The languages that news agencies most often write in. */
static const struct
{
  const char *code;
  const char *name;
} languages[] = {
  { "ar", N_ ("Arabic") },     { "bn", N_ ("Bengali") },
  { "de", N_ ("German") },     { "en", N_ ("English") },
  { "es", N_ ("Spanish") },    { "fa", N_ ("Persian") },
  { "fr", N_ ("French") },     { "he", N_ ("Hebrew") },
  { "hi", N_ ("Hindi") },      { "id", N_ ("Indonesian") },
  { "it", N_ ("Italian") },    { "ja", N_ ("Japanese") },
  { "ko", N_ ("Korean") },     { "mn", N_ ("Mongolian") },
  { "nl", N_ ("Dutch") },      { "pl", N_ ("Polish") },
  { "pt", N_ ("Portuguese") }, { "ru", N_ ("Russian") },
  { "sv", N_ ("Swedish") },    { "sw", N_ ("Swahili") },
  { "th", N_ ("Thai") },       { "tr", N_ ("Turkish") },
  { "uk", N_ ("Ukrainian") },  { "ur", N_ ("Urdu") },
  { "vi", N_ ("Vietnamese") }, { "zh", N_ ("Chinese") },
};

/* "en-GB" as "English"; a code that is not known stays as it is. */
static char *
format_language (const char *code)
{
  gsize length = strcspn (code, "-_");

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (strlen (languages[i].code) == length
        && g_ascii_strncasecmp (languages[i].code, code, length) == 0)
      return g_strdup (_ (languages[i].name));

  return g_strdup (code);
}

/* "2023-09-19", with or without a time, as a date in words; what is no full
 * date stays as it is. */
static char *
format_date (const char *iso)
{
  g_autoptr (GDateTime) date = NULL;
  int year, month, day;

  if (strlen (iso) < 10 || iso[4] != '-' || iso[7] != '-')
    return g_strdup (iso);

  year = (int)g_ascii_strtoull (iso, NULL, 10);
  month = (int)g_ascii_strtoull (iso + 5, NULL, 10);
  day = (int)g_ascii_strtoull (iso + 8, NULL, 10);
  date = g_date_time_new_utc (year, month, day, 0, 0, 0);
  if (date == NULL)
    return g_strdup (iso);

  /* Translators: the day an article appeared, in the form of
   * g_date_time_format(), such as "19 September 2023". */
  return g_date_time_format (date, _ ("%-e %B %Y"));
}

static char *
format_byline (ReadoutDocument *document)
{
  const char *source
      = readout_document_get_meta (document, READOUT_META_SOURCE);
  const char *author
      = readout_document_get_meta (document, READOUT_META_AUTHOR);
  const char *published
      = readout_document_get_meta (document, READOUT_META_PUBLISHED);
  const char *language
      = readout_document_get_meta (document, READOUT_META_LANGUAGE);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (source != NULL)
    g_ptr_array_add (parts, g_utf8_strup (source, -1));
  if (author != NULL)
    g_ptr_array_add (parts, g_strdup (author));
  if (published != NULL)
    g_ptr_array_add (parts, format_date (published));
  if (language != NULL)
    g_ptr_array_add (parts, format_language (language));
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (" · ", (char **)parts->pdata);
}

static void
update (ReadoutArticleHeader *self)
{
  g_autofree char *byline = NULL;
  const char      *title = NULL;

  if (self->document != NULL)
    {
      byline = format_byline (self->document);
      if (readout_span_is_empty (
              readout_article_find_headline (self->document)))
        title = readout_document_get_meta (self->document, READOUT_META_TITLE);
    }

  gtk_label_set_label (GTK_LABEL (self->byline), byline == NULL ? "" : byline);
  gtk_widget_set_visible (self->byline, byline != NULL && *byline != '\0');
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
  g_clear_pointer (&self->byline, gtk_widget_unparent);
  g_clear_pointer (&self->title, gtk_widget_unparent);

  G_OBJECT_CLASS (readout_article_header_parent_class)->dispose (object);
}

static void
readout_article_header_class_init (ReadoutArticleHeaderClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = readout_article_header_dispose;

  signals[CHANGED] = g_signal_new ("changed",
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

static GtkWidget *
add_label (ReadoutArticleHeader *self, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_parent (label, GTK_WIDGET (self));

  return label;
}

static void
readout_article_header_init (ReadoutArticleHeader *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout),
                                  GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "article-header");
  self->byline = add_label (self, "article-byline");
  self->title = add_label (self, "article-title");
}

GtkWidget *
readout_article_header_new (void)
{
  return g_object_new (READOUT_TYPE_ARTICLE_HEADER, NULL);
}

/* Shows what the file says of a document; NULL for none. */
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

/* The sides of the labels are those of the text below. */
void
readout_article_header_set_direction (ReadoutArticleHeader *self,
                                      GtkTextDirection      direction)
{
  g_return_if_fail (READOUT_IS_ARTICLE_HEADER (self));

  gtk_widget_set_direction (self->byline, direction);
  gtk_widget_set_direction (self->title, direction);
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
