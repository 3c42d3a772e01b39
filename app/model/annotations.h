/* annotations.h: the records of one article
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/actor.h"
#include "model/change.h"
#include "model/meeting.h"
#include "model/mention.h"
#include "model/statement.h"

G_BEGIN_DECLS

#define READOUT_TYPE_ANNOTATIONS (readout_annotations_get_type ())

/* Emits "changed" (ReadoutChange *change) after each change, and
 * "changes-applied" () after each call of readout_annotations_apply(). */
G_DECLARE_FINAL_TYPE (
    ReadoutAnnotations, readout_annotations, READOUT, ANNOTATIONS, GObject)

ReadoutAnnotations *readout_annotations_new (void);
gboolean            readout_annotations_apply (ReadoutAnnotations *self,
                                               GPtrArray          *changes,
                                               GError            **error);
gpointer readout_annotations_lookup (ReadoutAnnotations *self, const char *id);
ReadoutMention   *readout_annotations_get_mention (ReadoutAnnotations *self,
                                                   const char         *id);
ReadoutActor     *readout_annotations_get_actor (ReadoutAnnotations *self,
                                                 const char         *id);
ReadoutStatement *readout_annotations_get_statement (ReadoutAnnotations *self,
                                                     const char         *id);
ReadoutMeeting   *readout_annotations_get_meeting (ReadoutAnnotations *self,
                                                   const char         *id);
guint             readout_annotations_get_n_records (ReadoutAnnotations *self,
                                                     ReadoutKind         kind);
gpointer          readout_annotations_get_record (ReadoutAnnotations *self,
                                                  ReadoutKind         kind,
                                                  guint               position);
gboolean          readout_annotations_find (ReadoutAnnotations *self,
                                            const char         *id,
                                            guint              *position);
char *readout_annotations_make_id (ReadoutAnnotations *self, ReadoutKind kind);
void  readout_annotations_reserve_id (ReadoutAnnotations *self, const char *id);
void  readout_annotations_count_states (ReadoutAnnotations *self,
                                        ReadoutKind         kind,
                                        guint counts[READOUT_N_STATES]);

G_END_DECLS
