/* json-spans.c: spans, and what is kept without being known
 *
 * The second half of json-fields.h.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "formats/json-fields.h"
#include "formats/json-private.h"

/**
 * readout_json_reader_span:
 * @self: a reader that knows the text
 * @object: an object with "start", "end" and "text"
 * @value: (out): the span
 *
 * Reads a span and verifies that it lies within the text, is not empty, and
 * repeats what stands there.
 *
 * Returns: whether the span is as it should be
 */
gboolean
readout_json_reader_span (ReadoutJsonReader *self,
                          JsonObject        *object,
                          ReadoutSpan       *value)
{
  guint32     length = readout_text_get_length (self->text);
  gint64      start = -1;
  gint64      end = -1;
  const char *repeated;
  const char *slice;
  gsize       n_bytes;
  gboolean    ok = TRUE;

  ok &= readout_json_reader_int (
      self, object, "start", TRUE, 0, G_MAXINT64, &start);
  ok &= readout_json_reader_int (
      self, object, "end", TRUE, 0, G_MAXINT64, &end);
  ok &= readout_json_reader_string (self, object, "text", TRUE, &repeated);
  if (!ok)
    return FALSE;

  if (end > length)
    return readout_json_reader_fault (
        self,
        "end",
        READOUT_ERROR_SPAN,
        _ ("%lld lies behind the text, which has %u characters"),
        (long long)end,
        length);
  if (start >= end)
    return readout_json_reader_fault (
        self,
        NULL,
        READOUT_ERROR_SPAN,
        _ ("the span from %lld to %lld covers nothing"),
        (long long)start,
        (long long)end);

  *value = READOUT_SPAN ((guint32)start, (guint32)end);
  slice = readout_text_peek (self->text, *value, &n_bytes);
  if (strlen (repeated) != n_bytes || memcmp (slice, repeated, n_bytes) != 0)
    {
      g_autofree char *whole = g_strndup (slice, n_bytes);
      g_autofree char *there = readout_json_shorten (whole);
      g_autofree char *here = readout_json_shorten (repeated);

      return readout_json_reader_fault (
          self,
          "text",
          READOUT_ERROR_SPAN,
          _ ("expected “%s”, which the text has there, found “%s”"),
          there,
          here);
    }

  return TRUE;
}

/* A span and where it stood in its list. */
typedef struct
{
  ReadoutSpan span;
  guint       index;
} FoundSpan;

static int
compare_found (gconstpointer a, gconstpointer b)
{
  return readout_span_compare (((const FoundSpan *)a)->span,
                               ((const FoundSpan *)b)->span);
}

/* Sorts and takes a list at once: adding one span after the other would be
 * quadratic, which a hostile file could make hours of. */
static gboolean
take_spans (ReadoutJsonReader *self, GArray *found, ReadoutSpanList *value)
{
  g_array_sort (found, compare_found);

  for (guint i = 1; i < found->len; i++)
    {
      const FoundSpan *item = &g_array_index (found, FoundSpan, i);

      if (item->span.start < (item - 1)->span.end)
        {
          readout_json_reader_push_index (self, item->index);
          readout_json_reader_fault (
              self,
              NULL,
              READOUT_ERROR_SPAN,
              _ ("the span from %u to %u overlaps another one of the list"),
              item->span.start,
              item->span.end);
          readout_json_reader_pop (self);
          return FALSE;
        }
    }

  value->items = g_new (ReadoutSpan, found->len);
  value->length = found->len;
  for (guint i = 0; i < found->len; i++)
    value->items[i] = g_array_index (found, FoundSpan, i).span;

  return TRUE;
}

/**
 * readout_json_reader_spans:
 * @self: a reader that knows the text
 * @object: the object at hand
 * @member: which member, which may be missing
 * @field: the field's name, for the unknown members of its spans
 * @value: (out): an empty list; receives the spans in text order
 *
 * Returns: whether the member is as it should be
 */
gboolean
readout_json_reader_spans (ReadoutJsonReader *self,
                           JsonObject        *object,
                           const char        *member,
                           const char        *field,
                           ReadoutSpanList   *value)
{
  static const char *const known[] = { "start", "end", "text", NULL };
  g_autoptr (GArray) found = NULL;
  JsonArray *array;
  guint      length;
  gboolean   ok = TRUE;

  if (!readout_json_reader_array (self, object, member, &array))
    return FALSE;

  length = array != NULL ? json_array_get_length (array) : 0;
  if (length == 0)
    return TRUE;

  found = g_array_new (FALSE, FALSE, sizeof (FoundSpan));
  readout_json_reader_push (self, member);
  for (guint i = 0; i < length && !readout_json_reader_is_full (self); i++)
    {
      JsonObject *element;
      FoundSpan   item = { .index = i };

      readout_json_reader_push_index (self, i);
      if (!readout_json_reader_element (self, array, i, &element)
          || !readout_json_reader_span (self, element, &item.span))
        ok = FALSE;
      else
        {
          g_array_append_val (found, item);
          if (json_object_get_size (element) > 3)
            {
              g_autofree char *key = readout_json_span_key (field, item.span);

              readout_json_reader_keep (self, element, known, key);
            }
        }
      readout_json_reader_pop (self);
    }

  if (ok)
    ok = take_spans (self, found, value);
  readout_json_reader_pop (self);

  return ok;
}

static gboolean
is_known (const char *const *known, const char *name)
{
  for (guint i = 0; known[i] != NULL; i++)
    if (g_str_equal (known[i], name))
      return TRUE;

  return FALSE;
}

/**
 * readout_json_reader_keep:
 * @self: a reader
 * @object: an object
 * @known: (array zero-terminated=1): the members that are read
 * @key: under which name to keep the others
 *
 * Keeps the members of @object that are not known, to be written back.
 */
void
readout_json_reader_keep (ReadoutJsonReader *self,
                          JsonObject        *object,
                          const char *const *known,
                          const char        *key)
{
  JsonObjectIter iter;
  const char    *name;
  JsonNode      *node;
  gboolean       opened = FALSE;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      if (is_known (known, name))
        continue;

      if (!self->has_extra)
        {
          readout_json_emitter_init (&self->extra, FALSE);
          readout_json_emitter_open (&self->extra, NULL, '{');
          self->has_extra = TRUE;
        }
      if (!opened)
        {
          readout_json_emitter_open (&self->extra, key, '{');
          opened = TRUE;
        }
      readout_json_emitter_node (&self->extra, name, node);
    }

  if (opened)
    readout_json_emitter_close (&self->extra, '}');
}

/**
 * readout_json_reader_take_kept:
 * @self: a reader
 *
 * Returns: (transfer full) (nullable): what was kept since the last call, as
 *   the text of one JSON object; %NULL if nothing was
 */
char *
readout_json_reader_take_kept (ReadoutJsonReader *self)
{
  if (!self->has_extra)
    return NULL;

  self->has_extra = FALSE;
  readout_json_emitter_close (&self->extra, '}');

  return readout_json_emitter_steal (&self->extra);
}
