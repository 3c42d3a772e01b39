/* edits.h: what a person can do to records, as groups of changes
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "edits/stamp.h"
#include "edits/units.h"
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

GPtrArray  *readout_edits_accept (ReadoutDocument    *document,
                                  const char *const  *ids,
                                  const ReadoutStamp *stamp,
                                  GError            **error);
GPtrArray  *readout_edits_reject (ReadoutDocument    *document,
                                  const char *const  *ids,
                                  const ReadoutStamp *stamp,
                                  GError            **error);
GPtrArray  *readout_edits_replace (ReadoutDocument    *document,
                                   gconstpointer       edited,
                                   const ReadoutStamp *stamp,
                                   GError            **error);
GPtrArray  *readout_edits_move_edge (ReadoutDocument    *document,
                                     const char         *id,
                                     ReadoutField        field,
                                     guint               piece,
                                     ReadoutEdge         edge,
                                     int                 n_words,
                                     const ReadoutStamp *stamp,
                                     GError            **error);
GPtrArray  *readout_edits_set_span (ReadoutDocument    *document,
                                    const char         *id,
                                    ReadoutField        field,
                                    guint               piece,
                                    ReadoutSpan         span,
                                    const ReadoutStamp *stamp,
                                    GError            **error);
ReadoutSpan readout_edits_find_origin (gconstpointer record,
                                       ReadoutField  field,
                                       ReadoutSpan   span);
GPtrArray  *readout_edits_set_type (ReadoutDocument    *document,
                                    const char         *id,
                                    ReadoutMentionType  type,
                                    const ReadoutStamp *stamp,
                                    GError            **error);
GPtrArray  *readout_edits_set_note (ReadoutDocument *document,
                                    const char      *id,
                                    const char      *note,
                                    GError         **error);
GPtrArray  *readout_edits_set_flagged (ReadoutDocument *document,
                                       const char      *id,
                                       gboolean         flagged,
                                       GError         **error);

G_END_DECLS
