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

#define READOUT_TEMPLATE_FIELDS 5

typedef struct
{
  guint64      seed;
  ReadoutField fields[READOUT_TEMPLATE_FIELDS];
} ReadoutTemplate;

/* A cell of the rows: the number of a row and a member of the struct in it. */
#define READOUT_CELL(row, type, member)                                        \
  (row), G_STRUCT_OFFSET (type, member) / sizeof (guint64)

/* Short names, so that a template fits into a line of a table: the first field,
 * and those that are joined to it. */
#define ONE(cell)                                                              \
  {                                                                            \
    cell, READOUT_JOIN_END                                                     \
  }
#define AND(cell)                                                              \
  {                                                                            \
    cell, READOUT_JOIN_PAIR                                                    \
  }
#define OPEN(cell)                                                             \
  {                                                                            \
    cell, READOUT_JOIN_OPEN                                                    \
  }
#define CLOSE(cell)                                                            \
  {                                                                            \
    cell, READOUT_JOIN_CLOSE                                                   \
  }
#define BITS(n, cell)                                                          \
  {                                                                            \
    cell, READOUT_JOIN_BITS + (n)                                              \
  }
#define TEMPLATE(number, ...)                                                  \
  {                                                                            \
    READOUT_HASH_TEMPLATE (number), { __VA_ARGS__ }                            \
  }

/* The value of a field joined to @value; @outside is what stands before a
 * bracket that is open. */
static inline guint64
readout_field_join (const ReadoutField   *self,
                    const guint64 *const *rows,
                    guint64               value,
                    guint64              *outside)
{
  guint64 mine = rows[self->row][self->column];

  switch (self->join)
    {
    case READOUT_JOIN_END:
      return value;
    case READOUT_JOIN_PAIR:
      return readout_hash_combine (value, mine);
    case READOUT_JOIN_OPEN:
      *outside = value;
      return mine;
    case READOUT_JOIN_CLOSE:
      return readout_hash_combine (*outside,
                                   readout_hash_combine (value, mine));
    default:
      return (value << (self->join - READOUT_JOIN_BITS)) + mine;
    }
}

/* Writes the feature of each template to @out and returns their number.  The
 * number @base is added to those of the templates.
 *
 * The table is known when this is compiled, so the loop is unrolled and what is
 * left of each template is the same code as if it were written out.  A loop
 * over the table costs the whole detector 5 % more instructions. */
G_ALWAYS_INLINE static inline guint
readout_templates_add (const ReadoutTemplate *templates,
                       guint                  n_templates,
                       guint                  base,
                       const guint64 *const  *rows,
                       guint64               *out)
{
#pragma GCC unroll 128
  for (guint i = 0; i < n_templates; i++)
    {
      const ReadoutField *fields = templates[i].fields;
      guint64             value = rows[fields->row][fields->column];
      guint64             outside = 0;

#pragma GCC unroll 8
      for (guint k = 1; k < READOUT_TEMPLATE_FIELDS; k++)
        value = readout_field_join (&fields[k], rows, value, &outside);
      out[i] = readout_hash_finish (readout_hash_combine (
          templates[i].seed + READOUT_HASH_TEMPLATE (base), value));
    }

  return n_templates;
}

G_END_DECLS
