/* json-emitter.h: JSON text, member by member
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * ReadoutJsonEmitter:
 * @out: the text so far
 * @pretty: whether members stand on lines of their own, indented by two
 *   spaces a level; otherwise there is no white space at all
 * @depth: how many objects and arrays are open
 * @is_first: whether nothing has been put yet into the innermost of them
 *
 * Builds JSON text in one buffer.  To be initialised and cleared by its owner.
 */
typedef struct
{
  GString *out;
  gboolean pretty;
  guint    depth;
  gboolean is_first;
} ReadoutJsonEmitter;

void  readout_json_emitter_init (ReadoutJsonEmitter *self, gboolean pretty);
void  readout_json_emitter_clear (ReadoutJsonEmitter *self);
char *readout_json_emitter_steal (ReadoutJsonEmitter *self);

/* member is the name inside an object, NULL inside an array and at the root. */
void readout_json_emitter_open (ReadoutJsonEmitter *self,
                                const char         *member,
                                char                bracket);
void readout_json_emitter_close (ReadoutJsonEmitter *self, char bracket);
void readout_json_emitter_string (ReadoutJsonEmitter *self,
                                  const char         *member,
                                  const char         *value);
void readout_json_emitter_text (ReadoutJsonEmitter *self,
                                const char         *member,
                                const char         *value);
void readout_json_emitter_int (ReadoutJsonEmitter *self,
                               const char         *member,
                               gint64              value);
void readout_json_emitter_boolean (ReadoutJsonEmitter *self,
                                   const char         *member,
                                   gboolean            value);
void readout_json_emitter_raw (ReadoutJsonEmitter *self,
                               const char         *member,
                               const char         *json);
void readout_json_emitter_node (ReadoutJsonEmitter *self,
                                const char         *member,
                                JsonNode           *node);

G_END_DECLS
