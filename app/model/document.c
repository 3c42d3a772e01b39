/* document.c: one article and its annotations
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/document.h"

#include "model/record.h"

struct _ReadoutDocument
{
  GObject               parent_instance;
  ReadoutText          *text;
  ReadoutAnnotations   *annotations;
  ReadoutArticleValues *values;
  ReadoutUndoStack     *undo_stack;
  char                 *generator;
  char                 *extra;
};

/* The properties of the metadata are numbered by ReadoutMeta, one up. */
enum
{
  PROP_0,
  PROP_GENERATOR = READOUT_N_METAS + 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ReadoutDocument, readout_document, G_TYPE_OBJECT)

static void
readout_document_finalize (GObject *object)
{
  ReadoutDocument *self = READOUT_DOCUMENT (object);

  g_clear_pointer (&self->text, readout_text_unref);
  g_clear_object (&self->undo_stack);
  g_clear_object (&self->annotations);
  g_clear_object (&self->values);
  g_free (self->generator);
  g_free (self->extra);

  G_OBJECT_CLASS (readout_document_parent_class)->finalize (object);
}

static void
readout_document_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  ReadoutDocument *self = READOUT_DOCUMENT (object);

  if (prop_id == PROP_GENERATOR)
    g_value_set_string (value, self->generator);
  else if (prop_id > 0 && prop_id <= READOUT_N_METAS)
    g_value_set_string (
        value, readout_document_get_meta (self, (ReadoutMeta)(prop_id - 1)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
readout_document_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  ReadoutDocument *self = READOUT_DOCUMENT (object);

  if (prop_id == PROP_GENERATOR)
    readout_document_set_generator (self, g_value_get_string (value));
  else if (prop_id > 0 && prop_id <= READOUT_N_METAS)
    readout_document_set_meta (
        self, (ReadoutMeta)(prop_id - 1), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
readout_document_class_init (ReadoutDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags   flags
      = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = readout_document_finalize;
  object_class->get_property = readout_document_get_property;
  object_class->set_property = readout_document_set_property;

  for (guint i = 0; i < READOUT_N_METAS; i++)
    properties[i + 1] = g_param_spec_string (
        readout_meta_to_nick (i), NULL, NULL, NULL, flags);
  properties[PROP_GENERATOR]
      = g_param_spec_string ("generator", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
value_changed_cb (ReadoutArticleValues *values,
                  ReadoutArticleChange *change,
                  ReadoutDocument      *self)
{
  ReadoutMeta meta;

  if (readout_article_key_get_meta (&change->key, &meta))
    g_object_notify_by_pspec (G_OBJECT (self), properties[meta + 1]);
}

static void
readout_document_init (ReadoutDocument *self)
{
  self->annotations = readout_annotations_new ();
  self->values = readout_article_values_new ();
  g_signal_connect_object (
      self->values, "changed", G_CALLBACK (value_changed_cb), self, 0);
  self->undo_stack = readout_undo_stack_new (self->annotations, self->values);
}

/**
 * readout_document_new:
 * @text: the article; a reference is taken
 *
 * Returns: (transfer full): a document without metadata and annotations
 */
ReadoutDocument *
readout_document_new (ReadoutText *text)
{
  ReadoutDocument *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_object_new (READOUT_TYPE_DOCUMENT, NULL);
  self->text = readout_text_ref (text);

  return self;
}

/**
 * readout_document_get_text:
 * @self: a document
 *
 * Returns: (transfer none): the article; it never changes
 */
ReadoutText *
readout_document_get_text (ReadoutDocument *self)
{
  g_return_val_if_fail (READOUT_IS_DOCUMENT (self), NULL);

  return self->text;
}

/**
 * readout_document_get_annotations:
 * @self: a document
 *
 * Returns: (transfer none): its records; it has the same set all its life
 */
ReadoutAnnotations *
readout_document_get_annotations (ReadoutDocument *self)
{
  g_return_val_if_fail (READOUT_IS_DOCUMENT (self), NULL);

  return self->annotations;
}

/**
 * readout_document_get_values:
 * @self: a document
 *
 * Returns: (transfer none): what is said of the article as a whole; it has the
 *   same values object all its life
 */
ReadoutArticleValues *
readout_document_get_values (ReadoutDocument *self)
{
  g_return_val_if_fail (READOUT_IS_DOCUMENT (self), NULL);

  return self->values;
}

/**
 * readout_document_get_undo_stack:
 * @self: a document
 *
 * Returns: (transfer none): its undo stack
 */
ReadoutUndoStack *
readout_document_get_undo_stack (ReadoutDocument *self)
{
  g_return_val_if_fail (READOUT_IS_DOCUMENT (self), NULL);

  return self->undo_stack;
}

/**
 * readout_document_get_meta:
 * @self: a document
 * @meta: what to tell
 *
 * Returns: (transfer none) (nullable): what is known of it
 */
const char *
readout_document_get_meta (ReadoutDocument *self, ReadoutMeta meta)
{
  g_return_val_if_fail (READOUT_IS_DOCUMENT (self), NULL);

  return readout_article_values_get (self->values,
                                     readout_article_key_for_meta (meta));
}

/**
 * readout_document_set_meta:
 * @self: a document
 * @meta: what to set
 * @value: (nullable): what it shall be
 *
 * For those who read files.  What a person edits goes through
 * readout_undo_stack_push_value().
 */
void
readout_document_set_meta (ReadoutDocument *self,
                           ReadoutMeta      meta,
                           const char      *value)
{
  ReadoutArticleKey key;
  g_autoptr (GPtrArray) changes = NULL;

  g_return_if_fail (READOUT_IS_DOCUMENT (self));
  g_return_if_fail ((guint)meta < READOUT_N_METAS);

  key = readout_article_key_for_meta (meta);
  changes = readout_article_changes_new ();
  readout_article_changes_add (
      changes, key, readout_article_values_get (self->values, key), value);
  readout_article_values_apply (self->values, changes, NULL);
}

/**
 * readout_document_get_generator:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): the program that made the items that
 *   have no review, "NAME VERSION"
 */
const char *
readout_document_get_generator (ReadoutDocument *self)
{
  g_return_val_if_fail (READOUT_IS_DOCUMENT (self), NULL);

  return self->generator;
}

/**
 * readout_document_set_generator:
 * @self: a document
 * @generator: (nullable): a program, "NAME VERSION"
 */
void
readout_document_set_generator (ReadoutDocument *self, const char *generator)
{
  g_return_if_fail (READOUT_IS_DOCUMENT (self));

  if (g_strcmp0 (self->generator, generator) == 0)
    return;

  readout_record_set_string (&self->generator, generator);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_GENERATOR]);
}

/**
 * readout_document_get_extra:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): what the file says that this program
 *   does not know, as only `formats/json-write.c` understands it
 */
const char *
readout_document_get_extra (ReadoutDocument *self)
{
  g_return_val_if_fail (READOUT_IS_DOCUMENT (self), NULL);

  return self->extra;
}

/**
 * readout_document_set_extra:
 * @self: a document
 * @extra: (nullable): unknown members of the file, to be written back
 */
void
readout_document_set_extra (ReadoutDocument *self, const char *extra)
{
  g_return_if_fail (READOUT_IS_DOCUMENT (self));

  readout_record_set_string (&self->extra, extra);
}
