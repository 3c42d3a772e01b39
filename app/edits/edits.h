/* edits.h: what a person can do to records, as groups of changes
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/document.h"
#include "model/field.h"

G_BEGIN_DECLS

/* Pure functions: each looks at the document as it is and returns the changes
 * that one act of a person makes, or NULL with an error that says, in the
 * reader's language, why it cannot be done.  Nothing is applied.  An edit of a
 * suggestion or of a confirmed suggestion makes it "corrected" and keeps what
 * was suggested; editing an added item leaves it "added"; editing it back to
 * what was suggested makes it "confirmed".  Ids of new records come from
 * readout_annotations_make_id(). */

/**
 * ReadoutStamp:
 * @by: (nullable): who edits
 * @at: (nullable): when, ISO 8601 in UTC
 */
typedef struct
{
  const char *by;
  const char *at;
} ReadoutStamp;

typedef enum
{
  READOUT_EDGE_START,
  READOUT_EDGE_END
} ReadoutEdge;

GPtrArray *readout_edits_accept (ReadoutDocument    *document,
                                 const char *const  *ids,
                                 const ReadoutStamp *stamp,
                                 GError            **error);
GPtrArray *readout_edits_reject (ReadoutDocument    *document,
                                 const char *const  *ids,
                                 const ReadoutStamp *stamp,
                                 GError            **error);
GPtrArray *readout_edits_replace (ReadoutDocument    *document,
                                  gconstpointer       edited,
                                  const ReadoutStamp *stamp,
                                  GError            **error);
GPtrArray *readout_edits_move_edge (ReadoutDocument    *document,
                                    const char         *id,
                                    ReadoutField        field,
                                    guint               piece,
                                    ReadoutEdge         edge,
                                    int                 n_words,
                                    const ReadoutStamp *stamp,
                                    GError            **error);
GPtrArray *readout_edits_set_span (ReadoutDocument    *document,
                                   const char         *id,
                                   ReadoutField        field,
                                   guint               piece,
                                   ReadoutSpan         span,
                                   const ReadoutStamp *stamp,
                                   GError            **error);
GPtrArray *readout_edits_set_type (ReadoutDocument    *document,
                                   const char         *id,
                                   ReadoutMentionType  type,
                                   const ReadoutStamp *stamp,
                                   GError            **error);
GPtrArray *readout_edits_add_mention (ReadoutDocument    *document,
                                      ReadoutSpan         span,
                                      ReadoutMentionType  type,
                                      const ReadoutStamp *stamp,
                                      GError            **error);
GPtrArray *readout_edits_add_statement (ReadoutDocument    *document,
                                        ReadoutSpan         content,
                                        const ReadoutStamp *stamp,
                                        GError            **error);
GPtrArray *readout_edits_add_meeting (ReadoutDocument    *document,
                                      ReadoutSpan         trigger,
                                      const ReadoutStamp *stamp,
                                      GError            **error);
GPtrArray *readout_edits_add_actor (ReadoutDocument    *document,
                                    ReadoutSpan         span,
                                    const ReadoutStamp *stamp,
                                    GError            **error);
GPtrArray *readout_edits_link (ReadoutDocument    *document,
                               const char         *id,
                               const char         *actor_id,
                               const ReadoutStamp *stamp,
                               GError            **error);
GPtrArray *readout_edits_merge_actors (ReadoutDocument    *document,
                                       const char         *kept_id,
                                       const char         *merged_id,
                                       const ReadoutStamp *stamp,
                                       GError            **error);
GPtrArray *readout_edits_remove (ReadoutDocument    *document,
                                 const char         *id,
                                 const ReadoutStamp *stamp,
                                 GError            **error);
GPtrArray *readout_edits_set_note (ReadoutDocument *document,
                                   const char      *id,
                                   const char      *note,
                                   GError         **error);
GPtrArray *readout_edits_set_flagged (ReadoutDocument *document,
                                      const char      *id,
                                      gboolean         flagged,
                                      GError         **error);

/* Spans a person steps through with a key; all pure functions of the text.
 * Widening goes word, clause, quotation, sentence, paragraph.  Narrowing by
 * itself goes towards the first word; towards the span that a person started
 * from, it takes back each widening exactly. */
ReadoutSpan   readout_edits_widen (ReadoutText *text, ReadoutSpan span);
ReadoutSpan   readout_edits_narrow (ReadoutText *text, ReadoutSpan span);
ReadoutSpan   readout_edits_narrow_towards (ReadoutText *text,
                                            ReadoutSpan  span,
                                            ReadoutSpan  origin);
ReadoutSpan   readout_edits_find_origin (gconstpointer record,
                                         ReadoutField  field,
                                         ReadoutSpan   span);
ReadoutSpan   readout_edits_move (ReadoutText *text,
                                  ReadoutSpan  span,
                                  ReadoutEdge  edge,
                                  int          n_words);
ReadoutManner readout_edits_find_manner (ReadoutText *text, ReadoutSpan span);

/* Actors as candidates for a mention or a statement, the likeliest first. */
GPtrArray *readout_edits_rank_actors (ReadoutDocument *document,
                                      const char      *id);

/* What detection, run again, does to what is there: replaces suggestions that
 * nobody has reviewed, keeps everything reviewed, and drops what repeats a
 * reviewed or rejected item. `found` holds records with fresh ids. */
GPtrArray *readout_edits_merge_detection (ReadoutDocument *document,
                                          GPtrArray       *found,
                                          GError         **error);

G_END_DECLS
