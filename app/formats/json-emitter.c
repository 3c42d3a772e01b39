/* json-emitter.c: JSON text, member by member
 *
 * JsonGenerator wants a tree of nodes, puts a space before each colon, and
 * escapes what need not be escaped; an emitter over one GString is shorter,
 * takes a tenth of the memory, and lets the layout be said in one place.  The
 * layout is that of Python's json.dumps (indent=2, ensure_ascii=False), which
 * the tests compare with, so that scripts can write the same bytes.
 *
 * Strings are escaped as little as RFC 8259 allows: quotation mark, backslash
 * and the controls below U+0020.  All other characters, also U+2028 and
 * U+007F, are written as they are.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "formats/json-emitter.h"

#include <string.h>

static void
put_string (GString *out, const char *value)
{
  g_string_append_c (out, '"');

  for (;;)
    {
      const char *p = value;

      while ((guchar)*p >= 0x20 && *p != '"' && *p != '\\')
        p++;
      g_string_append_len (out, value, p - value);

      switch (*p)
        {
        case '\0':
          g_string_append_c (out, '"');
          return;

        case '"':
          g_string_append (out, "\\\"");
          break;

        case '\\':
          g_string_append (out, "\\\\");
          break;

        case '\b':
          g_string_append (out, "\\b");
          break;

        case '\f':
          g_string_append (out, "\\f");
          break;

        case '\n':
          g_string_append (out, "\\n");
          break;

        case '\r':
          g_string_append (out, "\\r");
          break;

        case '\t':
          g_string_append (out, "\\t");
          break;

        default:
          g_string_append_printf (out, "\\u%04x", (guint)(guchar)*p);
        }

      value = p + 1;
    }
}

static void
put_line_break (ReadoutJsonEmitter *self)
{
  if (!self->pretty)
    return;

  g_string_append_c (self->out, '\n');
  for (guint i = 0; i < self->depth; i++)
    g_string_append (self->out, "  ");
}

/* What stands before a value: comma, line break and name. */
static void
put_lead (ReadoutJsonEmitter *self, const char *member)
{
  if (self->depth > 0)
    {
      if (!self->is_first)
        g_string_append_c (self->out, ',');
      put_line_break (self);
    }
  self->is_first = FALSE;

  if (member != NULL)
    {
      put_string (self->out, member);
      g_string_append (self->out, self->pretty ? ": " : ":");
    }
}

/* The shortest of the three that reads back as the same number. */
static void
put_double (GString *out, double value)
{
  static const char *const formats[] = { "%.15g", "%.16g", "%.17g" };
  char                     buffer[G_ASCII_DTOSTR_BUF_SIZE];

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_ascii_formatd (buffer, sizeof buffer, formats[i], value);
      if (g_ascii_strtod (buffer, NULL) == value)
        break;
    }

  g_string_append (out, buffer);
  if (strpbrk (buffer, ".e") == NULL)
    g_string_append (out, ".0");
}

/**
 * readout_json_emitter_init:
 * @self: (out caller-allocates): an emitter
 * @pretty: whether to break and indent lines
 *
 * Prepares an emitter with an empty text.
 */
void
readout_json_emitter_init (ReadoutJsonEmitter *self, gboolean pretty)
{
  g_return_if_fail (self != NULL);

  self->out = g_string_new (NULL);
  self->pretty = pretty;
  self->depth = 0;
  self->is_first = TRUE;
}

/**
 * readout_json_emitter_clear:
 * @self: an emitter
 *
 * Frees the text.
 */
void
readout_json_emitter_clear (ReadoutJsonEmitter *self)
{
  g_return_if_fail (self != NULL);

  if (self->out != NULL)
    g_string_free (g_steal_pointer (&self->out), TRUE);
}

/**
 * readout_json_emitter_steal:
 * @self: an emitter of which all objects and arrays are closed
 *
 * Returns: (transfer full): the text; the emitter is cleared
 */
char *
readout_json_emitter_steal (ReadoutJsonEmitter *self)
{
  g_return_val_if_fail (self != NULL && self->depth == 0, NULL);

  return g_string_free (g_steal_pointer (&self->out), FALSE);
}

/**
 * readout_json_emitter_open:
 * @self: an emitter
 * @member: (nullable): the name of the member
 * @bracket: the opening bracket of an object or of an array
 *
 * Starts an object or an array.
 */
void
readout_json_emitter_open (ReadoutJsonEmitter *self,
                           const char         *member,
                           char                bracket)
{
  g_return_if_fail (bracket == '{' || bracket == '[');

  put_lead (self, member);
  g_string_append_c (self->out, bracket);
  self->depth++;
  self->is_first = TRUE;
}

/**
 * readout_json_emitter_close:
 * @self: an emitter
 * @bracket: the closing bracket of what was opened last
 *
 * Ends an object or an array.
 */
void
readout_json_emitter_close (ReadoutJsonEmitter *self, char bracket)
{
  g_return_if_fail (self->depth > 0);
  g_return_if_fail (bracket == '}' || bracket == ']');

  self->depth--;
  if (!self->is_first)
    put_line_break (self);
  self->is_first = FALSE;
  g_string_append_c (self->out, bracket);
}

/**
 * readout_json_emitter_string:
 * @self: an emitter
 * @member: (nullable): the name of the member
 * @value: UTF-8 text
 *
 * Puts a string.
 */
void
readout_json_emitter_string (ReadoutJsonEmitter *self,
                             const char         *member,
                             const char         *value)
{
  g_return_if_fail (value != NULL);

  put_lead (self, member);
  put_string (self->out, value);
}

/**
 * readout_json_emitter_text:
 * @self: an emitter
 * @member: the name of the member
 * @value: (nullable): UTF-8 text
 *
 * Puts a string, or nothing at all where there is none.
 */
void
readout_json_emitter_text (ReadoutJsonEmitter *self,
                           const char         *member,
                           const char         *value)
{
  if (value != NULL)
    readout_json_emitter_string (self, member, value);
}

/**
 * readout_json_emitter_int:
 * @self: an emitter
 * @member: (nullable): the name of the member
 * @value: a number
 *
 * Puts an integer.
 */
void
readout_json_emitter_int (ReadoutJsonEmitter *self,
                          const char         *member,
                          gint64              value)
{
  put_lead (self, member);
  g_string_append_printf (self->out, "%" G_GINT64_FORMAT, value);
}

/**
 * readout_json_emitter_boolean:
 * @self: an emitter
 * @member: (nullable): the name of the member
 * @value: a truth value
 *
 * Puts true or false.
 */
void
readout_json_emitter_boolean (ReadoutJsonEmitter *self,
                              const char         *member,
                              gboolean            value)
{
  put_lead (self, member);
  g_string_append (self->out, value ? "true" : "false");
}

/**
 * readout_json_emitter_raw:
 * @self: an emitter
 * @member: (nullable): the name of the member
 * @json: the text of one JSON value
 *
 * Puts a value that is JSON text already.
 */
void
readout_json_emitter_raw (ReadoutJsonEmitter *self,
                          const char         *member,
                          const char         *json)
{
  g_return_if_fail (json != NULL);

  put_lead (self, member);
  g_string_append (self->out, json);
}

/**
 * readout_json_emitter_node:
 * @self: an emitter
 * @member: (nullable): the name of the member
 * @node: any JSON value
 *
 * Puts a value as json-glib holds it, members in the order they were read.
 */
void
readout_json_emitter_node (ReadoutJsonEmitter *self,
                           const char         *member,
                           JsonNode           *node)
{
  g_return_if_fail (node != NULL);

  switch (json_node_get_node_type (node))
    {
    case JSON_NODE_OBJECT:
      {
        JsonObjectIter iter;
        const char    *name;
        JsonNode      *child;

        readout_json_emitter_open (self, member, '{');
        json_object_iter_init_ordered (&iter, json_node_get_object (node));
        while (json_object_iter_next_ordered (&iter, &name, &child))
          readout_json_emitter_node (self, name, child);
        readout_json_emitter_close (self, '}');
        break;
      }

    case JSON_NODE_ARRAY:
      {
        JsonArray *array = json_node_get_array (node);
        guint      length = json_array_get_length (array);

        readout_json_emitter_open (self, member, '[');
        for (guint i = 0; i < length; i++)
          readout_json_emitter_node (
              self, NULL, json_array_get_element (array, i));
        readout_json_emitter_close (self, ']');
        break;
      }

    case JSON_NODE_VALUE:
      if (json_node_get_value_type (node) == G_TYPE_STRING)
        readout_json_emitter_string (self, member, json_node_get_string (node));
      else if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
        readout_json_emitter_boolean (
            self, member, json_node_get_boolean (node));
      else if (json_node_get_value_type (node) == G_TYPE_INT64)
        readout_json_emitter_int (self, member, json_node_get_int (node));
      else
        {
          put_lead (self, member);
          put_double (self->out, json_node_get_double (node));
        }
      break;

    case JSON_NODE_NULL:
    default:
      put_lead (self, member);
      g_string_append (self->out, "null");
    }
}
