/* json-fields.h: members of JSON objects, read with care
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "base/error.h"
#include "base/text.h"
#include "formats/json-emitter.h"
#include "formats/json-place.h"
#include "model/value-form.h"

G_BEGIN_DECLS

/**
 * ReadoutJsonReader:
 * @data: the input, for the places of faults
 * @n_bytes: its length
 * @first_line: the number of its first line
 * @steps: (element-type ReadoutJsonStep): the way to the object at hand
 * @faults: (element-type GError): what was found wrong
 * @max_faults: when to stop looking
 * @text: (nullable): the article, for the spans
 * @extra: unknown members of the record at hand
 * @has_extra: whether @extra has been started
 * @judges_values: whether a value without its form is a fault
 *
 * The state of reading one file.  Functions that find a fault note it and
 * return %FALSE; the caller goes on with the next member while faults may
 * still be noted, and drops the object in the end.
 */
typedef struct
{
  const char        *data;
  gsize              n_bytes;
  guint64            first_line;
  GArray            *steps;
  GPtrArray         *faults;
  guint              max_faults;
  ReadoutText       *text;
  ReadoutJsonEmitter extra;
  gboolean           has_extra;
  gboolean           judges_values;
} ReadoutJsonReader;

typedef const char *(*ReadoutJsonWordFunc) (guint value);

void     readout_json_reader_init (ReadoutJsonReader *self,
                                   const char        *data,
                                   gsize              n_bytes,
                                   guint64            first_line,
                                   guint              max_faults);
void     readout_json_reader_clear (ReadoutJsonReader *self);
char    *readout_json_shorten (const char *value);
gboolean readout_json_reader_is_full (ReadoutJsonReader *self);
void     readout_json_reader_push (ReadoutJsonReader *self, const char *member);
void     readout_json_reader_push_index (ReadoutJsonReader *self, guint index);
void     readout_json_reader_pop (ReadoutJsonReader *self);
gboolean readout_json_reader_fault (ReadoutJsonReader *self,
                                    const char        *member,
                                    ReadoutError       code,
                                    const char        *format,
                                    ...) G_GNUC_PRINTF (4, 5);

gboolean readout_json_reader_string (ReadoutJsonReader *self,
                                     JsonObject        *object,
                                     const char        *member,
                                     gboolean           required,
                                     const char       **value);
gboolean readout_json_reader_copy (ReadoutJsonReader *self,
                                   JsonObject        *object,
                                   const char        *member,
                                   char             **value);
gboolean readout_json_reader_shared (ReadoutJsonReader *self,
                                     JsonObject        *object,
                                     const char        *member,
                                     const char       **value);
gboolean readout_json_reader_value (ReadoutJsonReader *self,
                                    JsonObject        *object,
                                    const char        *member,
                                    ReadoutValueForm   form,
                                    char             **value);
gboolean readout_json_reader_shared_value (ReadoutJsonReader *self,
                                           JsonObject        *object,
                                           const char        *member,
                                           ReadoutValueForm   form,
                                           const char       **value);
gboolean readout_json_reader_int (ReadoutJsonReader *self,
                                  JsonObject        *object,
                                  const char        *member,
                                  gboolean           required,
                                  gint64             min,
                                  gint64             max,
                                  gint64            *value);
gboolean readout_json_reader_boolean (ReadoutJsonReader *self,
                                      JsonObject        *object,
                                      const char        *member,
                                      gboolean          *value);
gboolean readout_json_reader_word (ReadoutJsonReader  *self,
                                   JsonObject         *object,
                                   const char         *member,
                                   gboolean            required,
                                   guint               n_words,
                                   ReadoutJsonWordFunc word,
                                   guint              *value);
gboolean readout_json_reader_object (ReadoutJsonReader *self,
                                     JsonObject        *object,
                                     const char        *member,
                                     gboolean           required,
                                     JsonObject       **value);
gboolean readout_json_reader_array (ReadoutJsonReader *self,
                                    JsonObject        *object,
                                    const char        *member,
                                    JsonArray        **value);
gboolean readout_json_reader_element (ReadoutJsonReader *self,
                                      JsonArray         *array,
                                      guint              index,
                                      JsonObject       **value);
gboolean readout_json_reader_ids (ReadoutJsonReader *self,
                                  JsonObject        *object,
                                  const char        *member,
                                  char            ***value);
gboolean readout_json_reader_span (ReadoutJsonReader *self,
                                   JsonObject        *object,
                                   ReadoutSpan       *value);
gboolean readout_json_reader_spans (ReadoutJsonReader *self,
                                    JsonObject        *object,
                                    const char        *member,
                                    const char        *field,
                                    ReadoutSpanList   *value);

void  readout_json_reader_keep (ReadoutJsonReader *self,
                                JsonObject        *object,
                                const char *const *known,
                                const char        *key);
char *readout_json_reader_take_kept (ReadoutJsonReader *self);

G_END_DECLS
