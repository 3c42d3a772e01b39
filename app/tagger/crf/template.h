/* template.h: templates of features as data
 *
 * What a tagger looks at is a table: each template has a number and some
 * fields, each a column of one of the rows around the token at hand, and how a
 * field goes together with those before it (as the patterns of Wapiti:
 * Lavergne, Cappé and Yvon 2010).  A row is a struct of guint64: a word, or
 * what else is known of a token; the tagger lines up pointers to them, the
 * token itself in the middle, and what stands in no window behind them.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tagger/crf/hash.h"

G_BEGIN_DECLS

/* How a field is joined to the value of those before it. */
typedef enum
{
  READOUT_JOIN_END,   /* There is no such field. */
  READOUT_JOIN_PAIR,  /* The two as a pair. */
  READOUT_JOIN_OPEN,  /* Begins a bracket, which is valued by itself… */
  READOUT_JOIN_CLOSE, /* …and ends with this: a pair with what is before. */
  READOUT_JOIN_BITS   /* So many bits more, for small numbers. */
} ReadoutJoin;

typedef struct
{
  guint8 row;
  guint8 column;
  guint8 join; /* ReadoutJoin, or READOUT_JOIN_BITS and the number of bits. */
} ReadoutField;

/* Room for five fields and the end. */
typedef struct
{
  guint64      seed;
  ReadoutField fields[6];
} ReadoutTemplate;

#define READOUT_TEMPLATE(number, ...)                                          \
  {                                                                            \
    READOUT_HASH_TEMPLATE (number), { __VA_ARGS__ }                            \
  }

/* The column of a member of a row. */
#define READOUT_COLUMN(type, member)                                           \
  (G_STRUCT_OFFSET (type, member) / sizeof (guint64))

static inline guint64
readout_template_evaluate (const ReadoutTemplate *self,
                           const guint64 *const  *rows)
{
  const ReadoutField *field = self->fields;
  guint64             value = rows[field->row][field->column];
  guint64             outside = 0;

  for (field++; field->join != READOUT_JOIN_END; field++)
    {
      guint64 next = rows[field->row][field->column];

      if (field->join == READOUT_JOIN_PAIR)
        value = readout_hash_combine (value, next);
      else if (field->join >= READOUT_JOIN_BITS)
        value = (value << (field->join - READOUT_JOIN_BITS)) + next;
      else if (field->join == READOUT_JOIN_OPEN)
        {
          outside = value;
          value = next;
        }
      else
        value = readout_hash_combine (outside,
                                      readout_hash_combine (value, next));
    }

  return value;
}

/* Writes the feature of each template to @out and returns their number.  The
 * number @base is added to those of the templates. */
static inline guint
readout_templates_add (const ReadoutTemplate *templates,
                       guint                  n_templates,
                       guint                  base,
                       const guint64 *const  *rows,
                       guint64               *out)
{
  guint64 shift = READOUT_HASH_TEMPLATE (base);

  for (guint i = 0; i < n_templates; i++)
    out[i] = readout_hash_finish (
        readout_hash_combine (templates[i].seed + shift,
                              readout_template_evaluate (&templates[i], rows)));

  return n_templates;
}

G_END_DECLS
