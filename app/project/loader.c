/* loader.c: an article and its annotations, found and read together
 *
 * NAME.txt and NAME.readout.json in one folder belong together, whichever is
 * opened; a file NAME.annotation.json stands for itself.  Where the annotations
 * cannot be saved beside the article they are kept in the user's data folder
 * (redirection.c).
 *
 * An annotation file carries the text it is about.  If the article file has
 * another text by now the annotations keep theirs, since all offsets count in
 * it, and the person is told.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-project"

#include "config.h"

#include "project/loader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/error.h"
#include "formats/article.h"
#include "formats/formats.h"
#include "formats/json-guard.h"
#include "formats/json.h"
#include "project/file-name.h"
#include "project/read-file.h"

static const char *const text_endings[] = { ".txt", ".text" };
static const char *const annotation_endings[]
    = { ".readout.json", ".annotation.json", ".json" };

static void
add_message (ReadoutLoaded *self, const char *sentence)
{
  char *joined;

  if (sentence == NULL)
    return;

  joined = self->message != NULL
               ? g_strconcat (self->message, " ", sentence, NULL)
               : g_strdup (sentence);
  g_free (self->message);
  self->message = joined;
}

/* name without the first of the endings that it has; NULL if it has none. */
static char *
strip_ending (const char *name, const char *const *endings, guint n_endings)
{
  for (guint i = 0; i < n_endings; i++)
    {
      gsize length = strlen (name);
      gsize n = strlen (endings[i]);

      if (length > n && g_ascii_strcasecmp (name + length - n, endings[i]) == 0)
        return g_strndup (name, length - n);
    }

  return NULL;
}

static GFile *
get_sibling (GFile *file, const char *name)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);

  return folder != NULL ? g_file_get_child (folder, name) : NULL;
}

/* NAME.readout.json for NAME.txt; for other names the ending stays. */
static GFile *
find_annotation (GFile *article)
{
  g_autofree char *base = g_file_get_basename (article);
  g_autofree char *stem
      = strip_ending (base, text_endings, G_N_ELEMENTS (text_endings));
  g_autofree char *name = g_strconcat (
      stem != NULL ? stem : base, READOUT_ANNOTATION_ENDING, NULL);

  return get_sibling (article, name);
}

/* The article that an annotation file is about, if it is beside it. */
static GFile *
find_article (GFile *annotation)
{
  g_autofree char *base = g_file_get_basename (annotation);
  g_autofree char *stem = strip_ending (
      base, annotation_endings, G_N_ELEMENTS (annotation_endings));

  if (stem == NULL)
    return NULL;

  /* The last turn tries the name itself, for articles with other endings. */
  for (guint i = 0; i <= G_N_ELEMENTS (text_endings); i++)
    {
      g_autofree char *name = g_strconcat (
          stem, i < G_N_ELEMENTS (text_endings) ? text_endings[i] : "", NULL);
      g_autoptr (GFile) article = get_sibling (annotation, name);

      if (article != NULL
          && g_file_query_file_type (article, G_FILE_QUERY_INFO_NONE, NULL)
                 == G_FILE_TYPE_REGULAR)
        return g_steal_pointer (&article);
    }

  return NULL;
}

static gboolean
exists (GFile *file)
{
  return g_file_query_exists (file, NULL);
}

/* Decides where annotations are saved, and from which file they are read. */
static void
choose_annotation (ReadoutLoaded *self, GFile *wanted, GFile **read_from)
{
  g_autofree char *uri = g_file_get_uri (wanted);
  g_autofree char *base = g_file_get_basename (wanted);
  GFile           *other;

  self->redirection = readout_redirection_judge (wanted);
  self->redirected = readout_redirection_get_file (uri, base);
  if (self->redirection == READOUT_REDIRECTION_NONE)
    {
      self->annotation = g_object_ref (wanted);
      other = self->redirected;
    }
  else
    {
      self->annotation = g_object_ref (self->redirected);
      other = wanted;
    }
  if (exists (other))
    self->other = g_object_ref (other);

  if (exists (self->annotation))
    *read_from = g_object_ref (self->annotation);
  else if (self->other != NULL)
    *read_from = g_object_ref (self->other);
  else
    *read_from = NULL;
}

static void
prefix_name (GError **error, GFile *file)
{
  g_autofree char *name = readout_file_name_long (file);

  if (error != NULL && *error != NULL && (*error)->domain == READOUT_ERROR)
    g_prefix_error (error, "%s: ", name);
}

/* The reader of annotations takes no more bytes, nor does that of articles. */
static gboolean
load_bytes (GFile        *file,
            GCancellable *cancellable,
            GBytes      **bytes,
            GError      **error)
{
  *bytes = readout_read_file (file, READOUT_JSON_MAX_BYTES, cancellable, error);

  return *bytes != NULL;
}

static ReadoutDocument *
parse_annotation (GFile *file, GBytes *bytes, GError **error)
{
  gsize            size;
  const char      *data = g_bytes_get_data (bytes, &size);
  ReadoutDocument *document = readout_json_read (data, size, error);

  if (document == NULL)
    prefix_name (error, file);

  return document;
}

static ReadoutDocument *
parse_article (ReadoutLoaded *self, GFile *file, GBytes *bytes, GError **error)
{
  gsize                size;
  const char          *data = g_bytes_get_data (bytes, &size);
  g_autofree char     *base = g_file_get_basename (file);
  ReadoutArticleReport report;
  ReadoutDocument     *document;

  document = readout_article_read (data, size, base, &report, error);
  if (document == NULL)
    prefix_name (error, file);
  else
    {
      g_autofree char *told = readout_article_report_describe (&report);

      add_message (self, told);
    }
  readout_article_report_clear (&report);

  return document;
}

/* Reads the annotations into self->document; the stamp is taken before the
 * bytes, so that a change in between is noticed later. */
static gboolean
load_annotation (ReadoutLoaded *self,
                 GFile         *file,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *path = g_file_get_path (file);
  ReadoutFileStamp stamp = { 0 };

  if (path != NULL)
    readout_file_stamp_read (path, &stamp);
  if (!load_bytes (file, cancellable, &bytes, error))
    return FALSE;

  self->document = parse_annotation (file, bytes, error);
  if (self->document == NULL)
    return FALSE;

  self->had_annotations = TRUE;
  if (g_file_equal (file, self->annotation))
    {
      self->stamp = stamp;
      self->digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
    }
  else if (self->other != NULL && g_file_equal (file, self->other))
    self->read = g_steal_pointer (&bytes);

  return TRUE;
}

/* Tells the person if the article has another text than the annotations. */
static void
compare_article (ReadoutLoaded *self, ReadoutDocument *article)
{
  if (readout_text_equal (readout_document_get_text (self->document),
                          readout_document_get_text (article)))
    return;

  g_clear_pointer (&self->message, g_free);
  add_message (self,
               _ ("The article file has been changed since it was annotated; "
                  "what is shown is the text that the annotations are about."));
}

static gboolean
load_article (ReadoutLoaded *self,
              GBytes        *bytes,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr (ReadoutDocument) article = NULL;
  g_autoptr (GFile) wanted = find_annotation (self->article);
  g_autoptr (GFile) read_from = NULL;

  article = parse_article (self, self->article, bytes, error);
  if (article == NULL)
    return FALSE;

  choose_annotation (self, wanted, &read_from);
  if (read_from == NULL)
    {
      self->document = g_steal_pointer (&article);
      return TRUE;
    }
  if (!load_annotation (self, read_from, cancellable, error))
    return FALSE;

  compare_article (self, article);

  return TRUE;
}

/* An article that cannot be read is no reason not to show its annotations. */
static gboolean
load_with_article (ReadoutLoaded *self,
                   GFile         *file,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autoptr (GFile) read_from = NULL;
  g_autoptr (GBytes) bytes = NULL;

  choose_annotation (self, file, &read_from);
  if (!load_annotation (
          self, read_from != NULL ? read_from : file, cancellable, error))
    return FALSE;

  self->article = find_article (file);
  if (self->article != NULL
      && load_bytes (self->article, cancellable, &bytes, NULL))
    {
      g_autoptr (ReadoutDocument) article
          = parse_article (self, self->article, bytes, NULL);

      if (article != NULL)
        compare_article (self, article);
    }

  return TRUE;
}

/* Whether a person has done anything, rather than a program alone. */
static gboolean
holds_work (ReadoutDocument *document)
{
  ReadoutAnnotations *annotations = readout_document_get_annotations (document);

  for (guint kind = 0; kind < READOUT_N_KINDS; kind++)
    for (guint i = 0; i < readout_annotations_get_n_records (annotations, kind);
         i++)
      {
        const ReadoutRecord *record
            = readout_annotations_get_record (annotations, kind, i);

        if (readout_record_is_reviewed (record) || record->review.flagged
            || record->note != NULL)
          return TRUE;
      }

  return FALSE;
}

/* Begins again with the text alone: what a program suggested and nobody looked
 * at or saved is better suggested anew. */
static void
start_over (ReadoutLoaded *self, const char *uri)
{
  ReadoutDocument *fresh
      = readout_document_new (readout_document_get_text (self->document));

  for (guint i = 0; i < READOUT_N_METAS; i++)
    readout_document_set_meta (
        fresh, i, readout_document_get_meta (self->document, i));

  readout_journal_close (self->journal);
  readout_journal_unref (self->journal);
  g_object_unref (self->document);
  self->document = fresh;
  self->journal = readout_journal_begin (uri, fresh);
  readout_journal_settle (self->journal);
}

static void
say_not_merged (ReadoutLoaded *self, const GError *error)
{
  g_autofree char *name = readout_file_name_long (self->other);
  g_autofree char *told = g_strdup_printf (
      /* Translators: the first %s is the name of a file, the second says why */
      _ ("There are more annotations of this article in %s, which are not "
         "shown here: %s"),
      name,
      error->message);

  add_message (self, told);
}

/* The steps that were not saved when the article's folder could still be
 * written go on in the data folder.  Without any, the journal stays where it
 * is: to open an article changes nothing. */
static gboolean
take_steps (ReadoutLoaded *self, const char *uri, const char *other_uri)
{
  g_autofree char *digest
      = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, self->read);

  return readout_journal_is_ahead (
             other_uri, readout_document_get_text (self->document), digest)
         && readout_journal_move (other_uri, uri, NULL);
}

/* The document was read from the other copy, and will be saved to a file that
 * is not there yet.  A copy in the data folder that has become needless goes
 * there with its history. */
static void
leave_other_copy (ReadoutLoaded *self, const char *uri, const char *other_uri)
{
  g_autoptr (GError) error = NULL;

  if (self->redirection != READOUT_REDIRECTION_NONE)
    self->is_moved = take_steps (self, uri, other_uri);
  if (self->redirection != READOUT_REDIRECTION_NONE
      || !readout_journal_move (other_uri, uri, &error))
    {
      self->copy = readout_other_copy_new_forked (self->redirected, self->read);
      return;
    }

  self->is_moved = TRUE;
  self->copy = readout_other_copy_new_left (self->redirected);
  add_message (self,
               _ ("The annotations that were kept in your data folder are "
                  "saved beside the article again."));
}

/* Both copies are there. */
static void
read_other_copy (ReadoutLoaded *self,
                 const char    *uri,
                 const char    *other_uri,
                 GCancellable  *cancellable)
{
  g_autoptr (ReadoutOtherCopy) copy = NULL;
  g_autoptr (GError) error = NULL;

  copy = readout_other_copy_read (self->redirected,
                                  self->other,
                                  readout_document_get_text (self->document),
                                  cancellable,
                                  &error);
  if (copy == NULL)
    {
      say_not_merged (self, error);
      return;
    }

  /* Nobody has written beside the article, which still cannot be written. */
  if (self->redirection != READOUT_REDIRECTION_NONE
      && readout_snapshot_equal (readout_other_copy_get_theirs (copy),
                                 readout_other_copy_get_base (copy)))
    return;

  if (self->redirection == READOUT_REDIRECTION_NONE)
    readout_journal_move_aside (other_uri, uri);
  self->copy = g_steal_pointer (&copy);
}

static void
find_other_copy (ReadoutLoaded *self, GCancellable *cancellable)
{
  g_autofree char *uri = g_file_get_uri (self->annotation);
  g_autofree char *other_uri = NULL;

  if (self->other != NULL)
    {
      other_uri = g_file_get_uri (self->other);
      if (self->read != NULL)
        leave_other_copy (self, uri, other_uri);
      else
        read_other_copy (self, uri, other_uri, cancellable);
    }
  else if (self->redirection == READOUT_REDIRECTION_NONE)
    {
      other_uri = g_file_get_uri (self->redirected);
      readout_journal_leave_aside (other_uri, uri);
    }
}

/* What was put aside, now or before, and is not in the document. */
static void
read_aside (ReadoutLoaded *self, const char *uri)
{
  g_autofree char *path = readout_journal_get_path (uri);
  g_autoptr (ReadoutSnapshot) now = readout_snapshot_new (self->document);

  self->aside = readout_aside_read (path, now);
}

static void
open_journal (ReadoutLoaded *self)
{
  g_autofree char *uri = g_file_get_uri (self->annotation);
  g_autofree char *path = g_file_get_path (self->annotation);
  g_autofree char *digest = g_strdup (self->digest);
  guint            n_recovered;

  if (path != NULL)
    readout_atomic_clean (path);

  self->base = readout_snapshot_new (self->document);
  if (self->is_moved)
    digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, self->read);
  self->journal
      = readout_journal_open (uri, self->document, digest, &n_recovered);

  if (n_recovered > 0 && self->digest == NULL && !self->had_annotations
      && !holds_work (self->document))
    start_over (self, uri);
  else if (n_recovered > 0)
    {
      g_autofree char *told = g_strdup_printf (
          ngettext ("%u step that had not been saved was recovered.",
                    "%u steps that had not been saved were recovered.",
                    n_recovered),
          n_recovered);

      self->had_annotations = TRUE;
      self->n_recovered = n_recovered;
      add_message (self, told);
    }

  read_aside (self, uri);
}

/* All but the journal. */
static ReadoutLoaded *
read_files (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (ReadoutLoaded) self = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *base = NULL;
  ReadoutFormat    format;
  const char      *data;
  gsize            size;

  if (!load_bytes (file, cancellable, &bytes, error))
    return NULL;

  base = g_file_get_basename (file);
  data = g_bytes_get_data (bytes, &size);
  if (!readout_formats_sniff (base, data, size, &format, error))
    {
      prefix_name (error, file);
      return NULL;
    }

  self = g_new0 (ReadoutLoaded, 1);
  if (format == READOUT_FORMAT_TEXT)
    {
      self->article = g_object_ref (file);
      if (!load_article (self, bytes, cancellable, error))
        return NULL;
    }
  else if (format == READOUT_FORMAT_READOUT)
    {
      if (!load_with_article (self, file, cancellable, error))
        return NULL;
    }
  else
    {
      g_set_error_literal (
          error,
          READOUT_ERROR,
          READOUT_ERROR_FORMAT,
          _ ("This file holds several articles.  “readout-cli convert” makes "
             "one file of each, which can be opened."));
      prefix_name (error, file);
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * readout_loader_open:
 * @file: an article or an annotation file
 * @held: (nullable): its journal, if a document has been made of it before
 * @cancellable: (nullable): to stop it
 * @error: return location for an error: of %READOUT_ERROR with the name of the
 *   file, or of input and output
 *
 * Can run in any thread.  If the file can be read, the journal is taken from
 * the other document, which had better not be edited any more.
 *
 * Returns: (transfer full) (nullable): the document and its files
 */
ReadoutLoaded *
readout_loader_open (GFile          *file,
                     ReadoutJournal *held,
                     GCancellable   *cancellable,
                     GError        **error)
{
  ReadoutLoaded *self;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  self = read_files (file, cancellable, error);
  if (self == NULL)
    return NULL;

  if (held != NULL)
    {
      /* What was done while it is written anew may be in no file yet. */
      readout_journal_settle (held);
      readout_journal_release (held);
    }
  find_other_copy (self, cancellable);
  open_journal (self);

  return self;
}

/**
 * readout_loader_adopt:
 * @document: a document without a file
 * @name: what to call it
 *
 * Finds a file in the user's data folder for a document that was pasted or
 * comes with the program.  If the same text was annotated before under that
 * name, the annotations are found again, and the document is that one.
 *
 * Returns: (transfer full): the document and its file
 */
ReadoutLoaded *
readout_loader_adopt (ReadoutDocument *document, const char *name)
{
  ReadoutLoaded   *self = g_new0 (ReadoutLoaded, 1);
  ReadoutText     *text = readout_document_get_text (document);
  g_autofree char *safe = g_strdup (name);
  g_autofree char *base = NULL;

  g_strdelimit (safe, "/", '-');
  base = g_strconcat (safe, READOUT_ANNOTATION_ENDING, NULL);
  self->annotation
      = readout_redirection_get_file (readout_text_get_sha256 (text), base);

  if (exists (self->annotation)
      && (!load_annotation (self, self->annotation, NULL, NULL)
          || !readout_text_equal (readout_document_get_text (self->document),
                                  text)))
    {
      /* Not to be overwritten, whatever it is. */
      g_autofree char *uuid = g_uuid_string_random ();

      g_clear_object (&self->document);
      g_clear_object (&self->annotation);
      g_clear_pointer (&self->digest, g_free);
      memset (&self->stamp, 0, sizeof self->stamp);
      self->had_annotations = FALSE;
      self->annotation = readout_redirection_get_file (uuid, base);
    }

  if (self->document == NULL)
    self->document = g_object_ref (document);
  open_journal (self);

  return self;
}

/**
 * readout_loaded_free:
 * @self: (transfer full): what was loaded
 *
 * Frees it.
 */
void
readout_loaded_free (ReadoutLoaded *self)
{
  g_return_if_fail (self != NULL);

  g_clear_object (&self->document);
  g_clear_object (&self->article);
  g_clear_object (&self->annotation);
  g_clear_pointer (&self->aside, readout_aside_free);
  g_clear_pointer (&self->base, readout_snapshot_unref);
  g_clear_object (&self->redirected);
  g_clear_object (&self->other);
  g_clear_pointer (&self->read, g_bytes_unref);
  g_clear_pointer (&self->copy, readout_other_copy_unref);
  g_free (self->message);
  g_free (self->digest);
  if (self->journal != NULL)
    {
      readout_journal_close (self->journal);
      readout_journal_unref (self->journal);
    }
  g_free (self);
}
