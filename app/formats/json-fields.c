/* json-fields.c: members of JSON objects, read with care
 *
 * json-glib answers a wrong type with a warning on the console and a default
 * value.  The functions here look at the type first, check the range, and say
 * what is wrong where: "line 12, column 14: mentions[3].end: expected an
 * integer, found 3.5".  The path is kept as steps while reading and turned
 * into text and into a place only when a fault is found.
 *
 * A member that is null counts as one that is not there.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "formats/json-fields.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/shared-string.h"
#include "base/string-hash.h"
#include "model/strv.h"

/* Quoted values are cut off after so many characters in messages. */
#define SHOWN_CHARS 40

/**
 * readout_json_shorten:
 * @value: UTF-8 text
 *
 * Returns: (transfer full): as much of @value as a message should quote
 */
char *
readout_json_shorten (const char *value)
{
  g_autofree char *head = NULL;

  if (g_utf8_strlen (value, -1) <= SHOWN_CHARS)
    return g_strdup (value);

  head = g_utf8_substring (value, 0, SHOWN_CHARS);

  return g_strconcat (head, "…", NULL);
}

static char *
describe_path (ReadoutJsonReader *self)
{
  GString *path = g_string_new (NULL);

  for (guint i = 0; i < self->steps->len; i++)
    {
      ReadoutJsonStep *step = &g_array_index (self->steps, ReadoutJsonStep, i);

      if (step->member == NULL)
        g_string_append_printf (path, "[%u]", step->index);
      else
        {
          if (path->len > 0)
            g_string_append_c (path, '.');
          g_string_append (path, step->member);
        }
    }

  if (path->len == 0)
    g_string_append (path, _ ("the file"));

  return g_string_free (path, FALSE);
}

static JsonNode *
find_member (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node == NULL || JSON_NODE_HOLDS_NULL (node) ? NULL : node;
}

/* What stands in place of what was expected. */
static char *
describe_node (JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    return g_strdup (_ ("an object"));
  if (JSON_NODE_HOLDS_ARRAY (node))
    return g_strdup (_ ("an array"));
  if (JSON_NODE_HOLDS_NULL (node))
    return g_strdup ("null");
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    {
      g_autofree char *value
          = readout_json_shorten (json_node_get_string (node));

      return g_strdup_printf (_ ("the string “%s”"), value);
    }
  if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return g_strdup (json_node_get_boolean (node) ? "true" : "false");

  ReadoutJsonEmitter emitter;

  readout_json_emitter_init (&emitter, FALSE);
  readout_json_emitter_node (&emitter, NULL, node);

  return readout_json_emitter_steal (&emitter);
}

static gboolean
fault_type (ReadoutJsonReader *self,
            const char        *member,
            const char        *expected,
            JsonNode          *node)
{
  g_autofree char *found = describe_node (node);

  return readout_json_reader_fault (self,
                                    member,
                                    READOUT_ERROR_STRUCTURE,
                                    _ ("expected %s, found %s"),
                                    expected,
                                    found);
}

static gboolean
fault_missing (ReadoutJsonReader *self, const char *member)
{
  return readout_json_reader_fault (self,
                                    NULL,
                                    READOUT_ERROR_STRUCTURE,
                                    _ ("the member “%s” is missing"),
                                    member);
}

/**
 * readout_json_reader_init:
 * @self: (out caller-allocates): a reader
 * @data: (array length=n_bytes): the input, which must outlive the reader
 * @n_bytes: its length
 * @first_line: the number of its first line
 * @max_faults: when to stop looking for faults
 *
 * Prepares a reader.
 */
void
readout_json_reader_init (ReadoutJsonReader *self,
                          const char        *data,
                          gsize              n_bytes,
                          guint64            first_line,
                          guint              max_faults)
{
  memset (self, 0, sizeof *self);
  self->data = data;
  self->n_bytes = n_bytes;
  self->first_line = first_line;
  self->steps = g_array_new (FALSE, FALSE, sizeof (ReadoutJsonStep));
  self->faults = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);
  self->max_faults = max_faults;
}

/**
 * readout_json_reader_clear:
 * @self: a reader
 *
 * Frees what the reader holds.
 */
void
readout_json_reader_clear (ReadoutJsonReader *self)
{
  g_clear_pointer (&self->steps, g_array_unref);
  g_clear_pointer (&self->faults, g_ptr_array_unref);
  g_clear_pointer (&self->text, readout_text_unref);
  readout_json_emitter_clear (&self->extra);
}

/**
 * readout_json_reader_is_full:
 * @self: a reader
 *
 * Returns: whether so many faults were found that reading should stop
 */
gboolean
readout_json_reader_is_full (ReadoutJsonReader *self)
{
  return self->faults->len >= self->max_faults;
}

/**
 * readout_json_reader_push:
 * @self: a reader
 * @member: a static string
 *
 * Goes into a member of the object at hand.
 */
void
readout_json_reader_push (ReadoutJsonReader *self, const char *member)
{
  ReadoutJsonStep step = { .member = member };

  g_array_append_val (self->steps, step);
}

/**
 * readout_json_reader_push_index:
 * @self: a reader
 * @index: which element
 *
 * Goes into an element of the array at hand.
 */
void
readout_json_reader_push_index (ReadoutJsonReader *self, guint index)
{
  ReadoutJsonStep step = { .index = index };

  g_array_append_val (self->steps, step);
}

/**
 * readout_json_reader_pop:
 * @self: a reader
 *
 * Goes back out by one step.
 */
void
readout_json_reader_pop (ReadoutJsonReader *self)
{
  g_assert (self->steps->len > 0);

  g_array_set_size (self->steps, self->steps->len - 1);
}

/**
 * readout_json_reader_fault:
 * @self: a reader
 * @member: (nullable): the member of the object at hand that is wrong, %NULL
 *   for the object itself
 * @code: the cause
 * @format: what is wrong, as for printf
 * @...: arguments
 *
 * Notes a fault at the place where the reader is, unless it has enough.
 *
 * Returns: %FALSE
 */
gboolean
readout_json_reader_fault (ReadoutJsonReader *self,
                           const char        *member,
                           ReadoutError       code,
                           const char        *format,
                           ...)
{
  g_autofree char *path = NULL;
  g_autofree char *what = NULL;
  guint64          line;
  guint64          column;
  va_list          args;

  if (readout_json_reader_is_full (self))
    return FALSE;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);

  if (member != NULL)
    readout_json_reader_push (self, member);
  path = describe_path (self);
  readout_json_place_of_value (self->data,
                               self->n_bytes,
                               (gpointer)self->steps->data,
                               self->steps->len,
                               self->first_line,
                               &line,
                               &column);
  if (member != NULL)
    readout_json_reader_pop (self);

  g_ptr_array_add (self->faults,
                   g_error_new (READOUT_ERROR,
                                code,
                                _ ("line %llu, column %llu: %s: %s"),
                                (unsigned long long)line,
                                (unsigned long long)column,
                                path,
                                what));

  return FALSE;
}

/**
 * readout_json_reader_string:
 * @self: a reader
 * @object: the object at hand
 * @member: which member
 * @required: whether it has to be there
 * @value: (out) (transfer none) (nullable): what it says, %NULL where it is
 *   not there
 *
 * Returns: whether the member is as it should be
 */
gboolean
readout_json_reader_string (ReadoutJsonReader *self,
                            JsonObject        *object,
                            const char        *member,
                            gboolean           required,
                            const char       **value)
{
  JsonNode *node = find_member (object, member);

  *value = NULL;
  if (node == NULL)
    return required ? fault_missing (self, member) : TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node)
      || json_node_get_value_type (node) != G_TYPE_STRING)
    return fault_type (self, member, _ ("a string"), node);

  *value = json_node_get_string (node);

  return TRUE;
}

/**
 * readout_json_reader_copy:
 * @self: a reader
 * @object: the object at hand
 * @member: which member, which may be missing
 * @value: (inout): receives a copy in place of what it held
 *
 * Returns: whether the member is as it should be
 */
gboolean
readout_json_reader_copy (ReadoutJsonReader *self,
                          JsonObject        *object,
                          const char        *member,
                          char             **value)
{
  const char *found;

  if (!readout_json_reader_string (self, object, member, FALSE, &found))
    return FALSE;

  g_free (*value);
  *value = g_strdup (found);

  return TRUE;
}

/**
 * readout_json_reader_shared:
 * @self: a reader
 * @object: the object at hand
 * @member: which member, which may be missing
 * @value: (inout): receives a shared string in place of the one that it held
 *
 * Returns: whether the member is as it should be
 */
gboolean
readout_json_reader_shared (ReadoutJsonReader *self,
                            JsonObject        *object,
                            const char        *member,
                            const char       **value)
{
  const char *found;

  if (!readout_json_reader_string (self, object, member, FALSE, &found))
    return FALSE;

  readout_shared_string_set (value, found);

  return TRUE;
}

static void
judge_value (ReadoutJsonReader *self,
             const char        *member,
             ReadoutValueForm   form,
             const char        *value)
{
  g_autofree char *shown = NULL;

  if (!self->judges_values || value == NULL
      || readout_value_form_matches (form, value))
    return;

  shown = readout_json_shorten (value);
  readout_json_reader_fault (self,
                             member,
                             READOUT_ERROR_VALUE,
                             _ ("expected %s, found “%s”"),
                             readout_value_form_describe (form),
                             shown);
}

/**
 * readout_json_reader_value:
 * @self: a reader
 * @object: the object at hand
 * @member: which member, which may be missing
 * @form: the form that it should have
 * @value: (inout): receives a copy in place of what it held
 *
 * Reads a string that should have a form.  One that has another is read all
 * the same, so that it can be shown and is written back; a reader that judges
 * values notes the fault.
 *
 * Returns: whether the member can be read
 */
gboolean
readout_json_reader_value (ReadoutJsonReader *self,
                           JsonObject        *object,
                           const char        *member,
                           ReadoutValueForm   form,
                           char             **value)
{
  if (!readout_json_reader_copy (self, object, member, value))
    return FALSE;

  judge_value (self, member, form, *value);

  return TRUE;
}

/**
 * readout_json_reader_shared_value:
 * @self: a reader
 * @object: the object at hand
 * @member: which member, which may be missing
 * @form: the form that it should have
 * @value: (inout): receives a shared string in place of the one that it held
 *
 * Does the same as readout_json_reader_value().
 *
 * Returns: whether the member can be read
 */
gboolean
readout_json_reader_shared_value (ReadoutJsonReader *self,
                                  JsonObject        *object,
                                  const char        *member,
                                  ReadoutValueForm   form,
                                  const char       **value)
{
  if (!readout_json_reader_shared (self, object, member, value))
    return FALSE;

  judge_value (self, member, form, *value);

  return TRUE;
}

/**
 * readout_json_reader_int:
 * @self: a reader
 * @object: the object at hand
 * @member: which member
 * @required: whether it has to be there
 * @min: the least value
 * @max: the greatest value
 * @value: (inout): receives the number; left alone where it is not there
 *
 * Returns: whether the member is as it should be
 */
gboolean
readout_json_reader_int (ReadoutJsonReader *self,
                         JsonObject        *object,
                         const char        *member,
                         gboolean           required,
                         gint64             min,
                         gint64             max,
                         gint64            *value)
{
  JsonNode *node = find_member (object, member);
  gint64    found;

  if (node == NULL)
    return required ? fault_missing (self, member) : TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node)
      || json_node_get_value_type (node) != G_TYPE_INT64)
    return fault_type (self, member, _ ("an integer"), node);

  found = json_node_get_int (node);
  if (found < min || found > max)
    return readout_json_reader_fault (
        self,
        member,
        READOUT_ERROR_VALUE,
        _ ("expected a number from %lld to %lld, found %lld"),
        (long long)min,
        (long long)max,
        (long long)found);

  *value = found;

  return TRUE;
}

/**
 * readout_json_reader_boolean:
 * @self: a reader
 * @object: the object at hand
 * @member: which member, which may be missing
 * @value: (inout): receives the truth value; left alone where it is missing
 *
 * Returns: whether the member is as it should be
 */
gboolean
readout_json_reader_boolean (ReadoutJsonReader *self,
                             JsonObject        *object,
                             const char        *member,
                             gboolean          *value)
{
  JsonNode *node = find_member (object, member);

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node)
      || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return fault_type (self, member, _ ("true or false"), node);

  *value = json_node_get_boolean (node);

  return TRUE;
}

/**
 * readout_json_reader_word:
 * @self: a reader
 * @object: the object at hand
 * @member: which member
 * @required: whether it has to be there
 * @n_words: how many words are allowed
 * @word: gives the word of a value
 * @value: (inout): receives the value; left alone where it is not there
 *
 * Reads one of the words of a closed set.
 *
 * Returns: whether the member is as it should be
 */
gboolean
readout_json_reader_word (ReadoutJsonReader  *self,
                          JsonObject         *object,
                          const char         *member,
                          gboolean            required,
                          guint               n_words,
                          ReadoutJsonWordFunc word,
                          guint              *value)
{
  g_autoptr (GString) words = NULL;
  g_autofree char *shown = NULL;
  const char      *found;

  if (!readout_json_reader_string (self, object, member, required, &found))
    return FALSE;
  if (found == NULL)
    return TRUE;

  for (guint i = 0; i < n_words; i++)
    if (g_str_equal (word (i), found))
      {
        *value = i;
        return TRUE;
      }

  words = g_string_new (NULL);
  for (guint i = 0; i < n_words; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? ", " : "", word (i));
  shown = readout_json_shorten (found);

  return readout_json_reader_fault (self,
                                    member,
                                    READOUT_ERROR_VALUE,
                                    _ ("expected one of %s, found “%s”"),
                                    words->str,
                                    shown);
}

/**
 * readout_json_reader_object:
 * @self: a reader
 * @object: the object at hand
 * @member: which member
 * @required: whether it has to be there
 * @value: (out) (transfer none) (nullable): the object, %NULL where it is not
 *   there
 *
 * Returns: whether the member is as it should be
 */
gboolean
readout_json_reader_object (ReadoutJsonReader *self,
                            JsonObject        *object,
                            const char        *member,
                            gboolean           required,
                            JsonObject       **value)
{
  JsonNode *node = find_member (object, member);

  *value = NULL;
  if (node == NULL)
    return required ? fault_missing (self, member) : TRUE;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return fault_type (self, member, _ ("an object"), node);

  *value = json_node_get_object (node);

  return TRUE;
}

/**
 * readout_json_reader_array:
 * @self: a reader
 * @object: the object at hand
 * @member: which member, which may be missing
 * @value: (out) (transfer none) (nullable): the array, %NULL where it is not
 *   there
 *
 * Returns: whether the member is as it should be
 */
gboolean
readout_json_reader_array (ReadoutJsonReader *self,
                           JsonObject        *object,
                           const char        *member,
                           JsonArray        **value)
{
  JsonNode *node = find_member (object, member);

  *value = NULL;
  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return fault_type (self, member, _ ("an array"), node);

  *value = json_node_get_array (node);

  return TRUE;
}

/**
 * readout_json_reader_element:
 * @self: a reader that is in the element
 * @array: the array around it
 * @index: which element
 * @value: (out) (transfer none): the object
 *
 * Returns: whether the element is an object
 */
gboolean
readout_json_reader_element (ReadoutJsonReader *self,
                             JsonArray         *array,
                             guint              index,
                             JsonObject       **value)
{
  JsonNode *node = json_array_get_element (array, index);

  *value = NULL;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return fault_type (self, NULL, _ ("an object"), node);

  *value = json_node_get_object (node);

  return TRUE;
}

/**
 * readout_json_reader_ids:
 * @self: a reader
 * @object: the object at hand
 * @member: which member, which may be missing
 * @value: (out) (transfer full) (nullable): the ids as strv.h has them, %NULL
 * for none
 *
 * Reads a list of ids; none may be empty or there twice.
 *
 * Returns: whether the member is as it should be
 */
gboolean
readout_json_reader_ids (ReadoutJsonReader *self,
                         JsonObject        *object,
                         const char        *member,
                         char            ***value)
{
  g_autoptr (GPtrArray) ids = NULL;
  g_autoptr (GHashTable) seen = NULL;
  JsonArray *array;
  guint      length;
  gboolean   ok = TRUE;

  *value = NULL;
  if (!readout_json_reader_array (self, object, member, &array))
    return FALSE;

  length = array != NULL ? json_array_get_length (array) : 0;
  if (length == 0)
    return TRUE;

  ids = g_ptr_array_new ();
  seen = g_hash_table_new (readout_string_hash, g_str_equal);
  readout_json_reader_push (self, member);
  for (guint i = 0; i < length; i++)
    {
      JsonNode   *node = json_array_get_element (array, i);
      const char *id = NULL;

      readout_json_reader_push_index (self, i);
      if (!JSON_NODE_HOLDS_VALUE (node)
          || json_node_get_value_type (node) != G_TYPE_STRING)
        ok = fault_type (self, NULL, _ ("an id"), node);
      else if (*(id = json_node_get_string (node)) == '\0')
        ok = readout_json_reader_fault (
            self, NULL, READOUT_ERROR_VALUE, _ ("the id is empty"));
      else if (!g_hash_table_add (seen, (gpointer)id))
        ok = readout_json_reader_fault (self,
                                        NULL,
                                        READOUT_ERROR_REFERENCE,
                                        _ ("the id “%s” is listed twice"),
                                        id);
      else
        g_ptr_array_add (ids, (gpointer)id);
      readout_json_reader_pop (self);
    }
  readout_json_reader_pop (self);

  if (ok)
    {
      g_ptr_array_add (ids, NULL);
      *value = readout_strv_copy ((const char *const *)ids->pdata);
    }

  return ok;
}
