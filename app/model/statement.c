/* statement.c: a source tied to a content through a cue
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/statement.h"

#include "model/record-class.h"

static void
statement_clear (ReadoutRecord *record)
{
  ReadoutStatement *self = (ReadoutStatement *)record;

  g_free (self->speakers);
  readout_span_list_clear (&self->source);
  readout_span_list_clear (&self->cue);
  readout_span_list_clear (&self->content);
  g_free (self->addressees);
  readout_shared_string_unref (self->parent);
}

static void
statement_copy (ReadoutRecord *to, const ReadoutRecord *from)
{
  ReadoutStatement       *self = (ReadoutStatement *)to;
  const ReadoutStatement *other = (const ReadoutStatement *)from;

  self->speakers = readout_strv_copy ((const char *const *)other->speakers);
  readout_span_list_copy (&self->source, &other->source);
  readout_span_list_copy (&self->cue, &other->cue);
  readout_span_list_copy (&self->content, &other->content);
  self->manner = other->manner;
  self->addressees = readout_strv_copy ((const char *const *)other->addressees);
  self->parent = readout_shared_string_ref (other->parent);
}

static gboolean
statement_equal (const ReadoutRecord *a, const ReadoutRecord *b)
{
  const ReadoutStatement *one = (const ReadoutStatement *)a;
  const ReadoutStatement *other = (const ReadoutStatement *)b;

  return one->manner == other->manner
         && readout_span_list_equal (&one->content, &other->content)
         && readout_span_list_equal (&one->cue, &other->cue)
         && readout_span_list_equal (&one->source, &other->source)
         && readout_strv_equal (one->speakers, other->speakers)
         && readout_strv_equal (one->addressees, other->addressees)
         && g_strcmp0 (one->parent, other->parent) == 0;
}

static ReadoutSpan
statement_get_extent (const ReadoutRecord *record)
{
  const ReadoutStatement *self = (const ReadoutStatement *)record;
  const ReadoutSpanList  *lists[]
      = { &self->content, &self->cue, &self->source };

  return readout_span_lists_extent (lists, G_N_ELEMENTS (lists));
}

static ReadoutSpan
statement_get_anchor (const ReadoutRecord *record)
{
  const ReadoutStatement *self = (const ReadoutStatement *)record;

  if (self->content.length > 0)
    return self->content.items[0];
  if (self->cue.length > 0)
    return self->cue.items[0];
  if (self->source.length > 0)
    return self->source.items[0];
  return READOUT_SPAN (0, 0);
}

static gboolean
statement_refers_to (const ReadoutRecord *record, const char *id)
{
  const ReadoutStatement *self = (const ReadoutStatement *)record;

  return readout_strv_contains (self->speakers, id)
         || readout_strv_contains (self->addressees, id)
         || g_strcmp0 (self->parent, id) == 0;
}

static void
statement_map_references (ReadoutRecord *record,
                          ReadoutMapFunc func,
                          gpointer       user_data)
{
  ReadoutStatement *self = (ReadoutStatement *)record;

  readout_strv_map (&self->speakers, func, user_data);
  readout_strv_map (&self->addressees, func, user_data);
  readout_strv_map_one (&self->parent, func, user_data);
}

const ReadoutRecordClass readout_statement_class = {
  .kind = READOUT_KIND_STATEMENT,
  .size = sizeof (ReadoutStatement),
  .clear = statement_clear,
  .copy = statement_copy,
  .equal = statement_equal,
  .get_extent = statement_get_extent,
  .get_anchor = statement_get_anchor,
  .refers_to = statement_refers_to,
  .map_references = statement_map_references,
};

/**
 * readout_statement_new:
 * @id: its id
 * @manner: direct, indirect or mixed
 *
 * Returns: (transfer full): a statement without speakers and spans
 */
ReadoutStatement *
readout_statement_new (const char *id, ReadoutManner manner)
{
  ReadoutStatement *self = readout_record_alloc (&readout_statement_class, id);

  g_return_val_if_fail (self != NULL, NULL);

  self->manner = manner;

  return self;
}
