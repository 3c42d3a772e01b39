/* json-read.c: the native annotation format, read
 *
 * The guard passes the bytes, json-glib makes a tree of them, and the
 * functions here walk that tree with the names of the format's description
 * (annotation-format.md) in hand.  Nothing is taken on trust: the text must
 * have its checksum, each span must repeat what the text has there, ids must be
 * unique and references must lead to an item of the right kind.  Members that
 * are not known are kept for the writer.
 *
 * Reading stops at the first fault; readout_json_check() goes on to collect
 * up to 100, with the same code.  It also judges the values that have a form,
 * such as dates: the others are faults, but a file that has them is read.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "formats/json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/main-thread.h"
#include "base/string-hash.h"
#include "formats/json-guard.h"
#include "formats/json-items.h"
#include "formats/json-private.h"

#define MAX_FAULTS 100

/* Items of one file while it is read. */
typedef struct
{
  ReadoutJsonReader base;
  GHashTable       *ids; /* id -> kind + 1, also of items with faults */
  GPtrArray *records[READOUT_N_KINDS]; /* NULL where an item has faults */
} Reader;

static const char *const item_lists[READOUT_N_KINDS]
    = { "mentions", "actors", "statements", "meetings" };

static const char *const file_members[]
    = { "format", "version",    "generator", "document", "mentions",
        "actors", "statements", "meetings",  NULL };

static const char *const document_members[]
    = { "id",        "title",    "source", "author",      "url",
        "published", "language", "text",   "text_sha256", NULL };

/* The id of an item, NULL where it is missing, empty or taken. */
static const char *
read_id (Reader *self, ReadoutKind kind, JsonObject *object)
{
  const char *id;

  if (!readout_json_reader_string (&self->base, object, "id", TRUE, &id))
    return NULL;

  if (*id == '\0')
    readout_json_reader_fault (
        &self->base, "id", READOUT_ERROR_VALUE, _ ("the id is empty"));
  else if (g_hash_table_contains (self->ids, id))
    readout_json_reader_fault (&self->base,
                               "id",
                               READOUT_ERROR_REFERENCE,
                               _ ("the id “%s” is used twice"),
                               id);
  else
    {
      g_hash_table_insert (
          self->ids, g_strdup (id), GUINT_TO_POINTER (kind + 1));
      return id;
    }

  return NULL;
}

static void
read_list (Reader              *self,
           ReadoutKind          kind,
           JsonObject          *root,
           const ReadoutReview *origin)
{
  JsonArray *array;
  guint      length;

  if (!readout_json_reader_array (&self->base, root, item_lists[kind], &array))
    return;

  length = array != NULL ? json_array_get_length (array) : 0;
  readout_json_reader_push (&self->base, item_lists[kind]);
  for (guint i = 0; i < length && !readout_json_reader_is_full (&self->base);
       i++)
    {
      JsonObject    *object;
      ReadoutRecord *record = NULL;
      const char    *id;

      readout_json_reader_push_index (&self->base, i);
      if (readout_json_reader_element (&self->base, array, i, &object))
        {
          id = read_id (self, kind, object);
          record = readout_json_read_item (
              &self->base, kind, object, id != NULL ? id : "?", origin);
          if (id == NULL)
            g_clear_pointer (&record, readout_record_unref);
        }
      g_ptr_array_add (self->records[kind], record);
      readout_json_reader_pop (&self->base);
    }
  readout_json_reader_pop (&self->base);
}

/* Checks that id names an item of the given kind. */
static void
check_reference (Reader     *self,
                 const char *member,
                 int         index,
                 const char *id,
                 ReadoutKind kind)
{
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (self->ids, id));

  if (found == kind + 1)
    return;

  readout_json_reader_push (&self->base, member);
  if (index >= 0)
    readout_json_reader_push_index (&self->base, index);
  if (found == 0)
    readout_json_reader_fault (&self->base,
                               NULL,
                               READOUT_ERROR_REFERENCE,
                               _ ("no item has the id “%s”"),
                               id);
  else
    readout_json_reader_fault (&self->base,
                               NULL,
                               READOUT_ERROR_REFERENCE,
                               _ ("“%s” is the id of one of the “%s”, "
                                  "expected one of the “%s”"),
                               id,
                               item_lists[found - 1],
                               item_lists[kind]);
  if (index >= 0)
    readout_json_reader_pop (&self->base);
  readout_json_reader_pop (&self->base);
}

static void
check_actors (Reader *self, const char *member, char **ids)
{
  for (int i = 0; ids != NULL && ids[i] != NULL; i++)
    check_reference (self, member, i, ids[i], READOUT_KIND_ACTOR);
}

static void
check_references (Reader *self, ReadoutRecord *record)
{
  if (record->kind == READOUT_KIND_MENTION)
    {
      ReadoutMention *mention = (ReadoutMention *)record;

      if (mention->actor != NULL)
        check_reference (self, "actor", -1, mention->actor, READOUT_KIND_ACTOR);
    }
  else if (record->kind == READOUT_KIND_STATEMENT)
    {
      ReadoutStatement *statement = (ReadoutStatement *)record;

      check_actors (self, "speakers", statement->speakers);
      check_actors (self, "addressees", statement->addressees);
      if (statement->parent != NULL)
        check_reference (
            self, "parent", -1, statement->parent, READOUT_KIND_STATEMENT);
    }
  else if (record->kind == READOUT_KIND_MEETING)
    check_actors (
        self, "participants", ((ReadoutMeeting *)record)->participants);
}

/* A statement must not be nested in itself.  Each chain of parents is walked
 * once: what it passes is marked with the number of the walk, and a walk that
 * meets its own mark has gone in a circle. */
static void
check_parents (Reader *self)
{
  GPtrArray *statements = self->records[READOUT_KIND_STATEMENT];
  g_autoptr (GHashTable) by_id
      = g_hash_table_new (readout_string_hash, g_str_equal);
  g_autofree guint *walks = g_new0 (guint, statements->len + 1);

  for (guint i = 0; i < statements->len; i++)
    {
      ReadoutRecord *record = g_ptr_array_index (statements, i);

      if (record != NULL)
        g_hash_table_insert (by_id, record->id, GUINT_TO_POINTER (i + 1));
    }

  for (guint i = 0; i < statements->len; i++)
    {
      guint at = i + 1;

      while (at != 0 && walks[at] == 0)
        {
          ReadoutStatement *statement = g_ptr_array_index (statements, at - 1);

          walks[at] = i + 1;
          at = statement != NULL && statement->parent != NULL
                   ? GPOINTER_TO_UINT (
                       g_hash_table_lookup (by_id, statement->parent))
                   : 0;
        }

      if (at != 0 && walks[at] == i + 1)
        {
          readout_json_reader_push (&self->base, "statements");
          readout_json_reader_push_index (&self->base, at - 1);
          readout_json_reader_fault (&self->base,
                                     "parent",
                                     READOUT_ERROR_REFERENCE,
                                     _ ("the statement is nested in itself"));
          readout_json_reader_pop (&self->base);
          readout_json_reader_pop (&self->base);
        }
    }
}

static void
check_all_references (Reader *self)
{
  for (guint kind = 0; kind < READOUT_N_KINDS; kind++)
    {
      readout_json_reader_push (&self->base, item_lists[kind]);
      for (guint i = 0; i < self->records[kind]->len; i++)
        {
          ReadoutRecord *record = g_ptr_array_index (self->records[kind], i);

          readout_json_reader_push_index (&self->base, i);
          if (record != NULL)
            check_references (self, record);
          readout_json_reader_pop (&self->base);
        }
      readout_json_reader_pop (&self->base);
    }

  check_parents (self);
}

/* The head of the file, before anything else is looked at. */
static gboolean
read_head (ReadoutJsonReader *self, JsonObject *root)
{
  g_autofree char *shown = NULL;
  const char      *format;
  gint64           version = 0;

  if (!json_object_has_member (root, "format"))
    return readout_json_reader_fault (
        self,
        NULL,
        READOUT_ERROR_FORMAT,
        _ ("not a Readout annotation: the member “format” is missing"));
  if (!readout_json_reader_string (self, root, "format", TRUE, &format))
    return FALSE;
  shown = readout_json_shorten (format);
  if (!g_str_equal (format, READOUT_JSON_FORMAT))
    return readout_json_reader_fault (self,
                                      "format",
                                      READOUT_ERROR_FORMAT,
                                      _ ("expected “%s”, found “%s”"),
                                      READOUT_JSON_FORMAT,
                                      shown);

  if (!readout_json_reader_int (
          self, root, "version", TRUE, 1, G_MAXINT64, &version))
    return FALSE;
  if (version != READOUT_JSON_VERSION)
    return readout_json_reader_fault (
        self,
        "version",
        READOUT_ERROR_FORMAT,
        _ ("version %lld is newer than this program, which "
           "reads version %d"),
        (long long)version,
        READOUT_JSON_VERSION);

  return TRUE;
}

/* Reads one piece of the metadata. */
static void
read_meta (ReadoutJsonReader *self,
           JsonObject        *object,
           ReadoutMeta        meta,
           ReadoutDocument   *document)
{
  const char      *member = readout_meta_to_nick (meta);
  g_autofree char *value = NULL;

  if (meta == READOUT_META_PUBLISHED)
    readout_json_reader_value (
        self, object, member, READOUT_VALUE_PUBLISHED, &value);
  else if (meta == READOUT_META_LANGUAGE)
    readout_json_reader_value (
        self, object, member, READOUT_VALUE_LANGUAGE, &value);
  else
    readout_json_reader_copy (self, object, member, &value);

  readout_document_set_meta (document, meta, value);
}

/* Reads the text and the metadata.  Faults are noted in the reader; the items
 * can be looked at as long as there is a text. */
static ReadoutDocument *
read_document (ReadoutJsonReader *self, JsonObject *root)
{
  g_autoptr (ReadoutDocument) document = NULL;
  JsonObject *object;
  const char *text;
  const char *sha256;

  if (!readout_json_reader_object (self, root, "document", TRUE, &object))
    return NULL;

  readout_json_reader_push (self, "document");
  readout_json_reader_string (self, object, "text", TRUE, &text);
  readout_json_reader_string (self, object, "text_sha256", FALSE, &sha256);

  if (text != NULL)
    {
      self->text = readout_text_new (text, -1);
      if (sha256 != NULL
          && g_ascii_strcasecmp (sha256, readout_text_get_sha256 (self->text))
                 != 0)
        {
          g_autofree char *shown = readout_json_shorten (sha256);

          readout_json_reader_fault (
              self,
              "text_sha256",
              READOUT_ERROR_CHECKSUM,
              _ ("the text has the checksum %s, not “%s”"),
              readout_text_get_sha256 (self->text),
              shown);
        }

      document = readout_document_new (self->text);
      for (guint i = 0; i < READOUT_N_METAS; i++)
        read_meta (self, object, i, document);
    }
  readout_json_reader_keep (self, object, document_members, "document");
  readout_json_reader_pop (self);

  return g_steal_pointer (&document);
}

static gboolean
fill_document (Reader *self, ReadoutDocument *document, GError **error)
{
  /* Actors first, so that nothing ever refers to what is not there yet. */
  static const ReadoutKind order[] = { READOUT_KIND_ACTOR,
                                       READOUT_KIND_MENTION,
                                       READOUT_KIND_STATEMENT,
                                       READOUT_KIND_MEETING };
  g_autoptr (GPtrArray) changes = readout_changes_new ();

  for (guint k = 0; k < G_N_ELEMENTS (order); k++)
    for (guint i = 0; i < self->records[order[k]]->len; i++)
      readout_changes_add (
          changes, NULL, g_ptr_array_index (self->records[order[k]], i));

  return readout_annotations_apply (
      readout_document_get_annotations (document), changes, error);
}

static void
record_clear (gpointer record)
{
  if (record != NULL)
    readout_record_unref (record);
}

/* Reads a tree; notes faults in the reader, and returns a document only when
 * there are none. */
static ReadoutDocument *
read_root (Reader *self, JsonNode *root, GError **error)
{
  g_autoptr (ReadoutDocument) document = NULL;
  ReadoutReview origin = { .confidence = -1 };
  JsonObject   *object;
  const char   *generator;

  if (!JSON_NODE_HOLDS_OBJECT (root))
    {
      readout_json_reader_fault (&self->base,
                                 NULL,
                                 READOUT_ERROR_FORMAT,
                                 _ ("not a Readout annotation: expected an "
                                    "object"));
      return NULL;
    }

  object = json_node_get_object (root);
  if (!read_head (&self->base, object))
    return NULL;

  readout_json_reader_string (
      &self->base, object, "generator", FALSE, &generator);
  document = read_document (&self->base, object);
  if (document == NULL)
    return NULL;

  readout_json_reader_keep (&self->base, object, file_members, "file");
  {
    g_autofree char *extra = readout_json_reader_take_kept (&self->base);

    readout_document_set_extra (document, extra);
  }
  readout_document_set_generator (document, generator);
  origin.detector = generator;

  for (guint kind = 0; kind < READOUT_N_KINDS; kind++)
    read_list (self, kind, object, &origin);
  check_all_references (self);

  if (self->base.faults->len > 0 || !fill_document (self, document, error))
    return NULL;

  return g_steal_pointer (&document);
}

/* The common part of reading and checking.  Either returns a document, or
 * leaves faults in *faults. */
static ReadoutDocument *
read_bytes (const char *data,
            gsize       n_bytes,
            guint64     first_line,
            guint       max_faults,
            gboolean    judges_values,
            GPtrArray **faults)
{
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (GError) error = NULL;
  ReadoutDocument *document = NULL;
  Reader           self;
  gboolean         has_mark;

  readout_json_reader_init (&self.base, data, n_bytes, first_line, max_faults);
  self.base.judges_values = judges_values;
  self.ids
      = g_hash_table_new_full (readout_string_hash, g_str_equal, g_free, NULL);
  for (guint kind = 0; kind < READOUT_N_KINDS; kind++)
    self.records[kind] = g_ptr_array_new_with_free_func (record_clear);

  has_mark = n_bytes >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0;
  parser = json_parser_new_immutable ();
  if (readout_json_guard_check (data, n_bytes, first_line, &error)
      && json_parser_load_from_data (parser,
                                     data + (has_mark ? 3 : 0),
                                     n_bytes - (has_mark ? 3 : 0),
                                     &error))
    document = read_root (&self, json_parser_get_root (parser), &error);

  if (error != NULL)
    g_ptr_array_add (self.base.faults, g_steal_pointer (&error));

  *faults = g_ptr_array_ref (self.base.faults);
  g_hash_table_unref (self.ids);
  for (guint kind = 0; kind < READOUT_N_KINDS; kind++)
    g_ptr_array_unref (self.records[kind]);
  readout_json_reader_clear (&self.base);

  return document;
}

/**
 * readout_json_read_line:
 * @data: (array length=n_bytes): one object
 * @n_bytes: its length
 * @line: the number of its line in the stream
 * @error: return location for an error
 *
 * As readout_json_read(), for a line of a JSON Lines stream.
 *
 * Returns: (transfer full) (nullable): a document, %NULL on error
 */
ReadoutDocument *
readout_json_read_line (const char *data,
                        gsize       n_bytes,
                        guint64     line,
                        GError    **error)
{
  g_autoptr (GPtrArray) faults = NULL;
  ReadoutDocument *document;

  g_return_val_if_fail (data != NULL || n_bytes == 0, NULL);

  document
      = read_bytes (data != NULL ? data : "", n_bytes, line, 1, FALSE, &faults);
  if (document == NULL)
    g_propagate_error (error, g_error_copy (g_ptr_array_index (faults, 0)));

  return document;
}

/**
 * readout_json_read:
 * @data: (array length=n_bytes): the bytes of a file
 * @n_bytes: how many
 * @error: return location for an error of the domain %READOUT_ERROR; its
 *   message names line, column and member
 *
 * Reads an annotation file.  Nothing of the document can be undone.
 *
 * Returns: (transfer full) (nullable): a document, %NULL on error
 */
ReadoutDocument *
readout_json_read (const char *data, gsize n_bytes, GError **error)
{
  readout_main_thread_check ("Reading JSON");

  return readout_json_read_line (data, n_bytes, 1, error);
}

/**
 * readout_json_check:
 * @data: (array length=n_bytes): the bytes of a file
 * @n_bytes: how many
 *
 * Reads an annotation file to find all that is wrong with it, also what does
 * not keep readout_json_read() from reading it: values that have not the form
 * they should have.
 *
 * Returns: (transfer full) (element-type GError): the faults, in the order in
 *   which they were found, at most 100; empty where there is none
 */
GPtrArray *
readout_json_check (const char *data, gsize n_bytes)
{
  return readout_json_check_line (data, n_bytes, 1);
}

/**
 * readout_json_check_line:
 * @data: (array length=n_bytes): one object
 * @n_bytes: its length
 * @line: the number of its line in the stream
 *
 * As readout_json_check(), for a line of a JSON Lines stream.
 *
 * Returns: (transfer full) (element-type GError): the faults
 */
GPtrArray *
readout_json_check_line (const char *data, gsize n_bytes, guint64 line)
{
  g_autoptr (ReadoutDocument) document = NULL;
  GPtrArray *faults = NULL;

  g_return_val_if_fail (data != NULL || n_bytes == 0, NULL);

  document = read_bytes (
      data != NULL ? data : "", n_bytes, line, MAX_FAULTS, TRUE, &faults);

  return faults;
}
