/* record.h: what the four kinds of records have in common
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/enums.h"
#include "base/shared-string.h"
#include "base/span.h"
#include "model/strv.h"

G_BEGIN_DECLS

typedef struct _ReadoutRecord      ReadoutRecord;
typedef struct _ReadoutRecordClass ReadoutRecordClass;

/**
 * ReadoutReview:
 * @state: whether a person has decided upon the item, and how
 * @by: (nullable): who decided
 * @at: (nullable): when, as an ISO 8601 time in UTC
 * @detector: (nullable): which program suggested the item, "NAME VERSION"
 * @confidence: how sure that program was, 0 to 100, or -1 if it did not say
 * @flagged: whether a person wants to look at the item again
 * @suggested: (nullable): what was suggested before a person corrected it: a
 *   record of the same kind and id, whose own review is that of the
 *   suggestion and holds no further suggestion
 *
 * Where a record comes from and what a person decided about it.  The strings
 * are shared, see base/shared-string.h, as most records have the same ones.
 */
typedef struct
{
  ReadoutReviewState state;
  const char        *by;
  const char        *at;
  const char        *detector;
  int                confidence;
  gboolean           flagged;
  ReadoutRecord     *suggested;
} ReadoutReview;

/**
 * ReadoutRecord:
 * @kind: which of the four kinds it is
 * @id: unique among all records of an article, never reused
 * @review: provenance and decision
 * @note: (nullable): a person's remark
 * @extra: (nullable): members of the file that this program does not know, as
 *   the text of one JSON object; only `formats/json-write.c` looks inside
 *
 * The common head of #ReadoutMention, #ReadoutActor, #ReadoutStatement and
 * #ReadoutMeeting.  A record is built by its `_new()` or by
 * readout_record_copy(), filled in, and never written to again once a second
 * holder has it: that is what makes undo a matter of keeping the old pointer,
 * and sharing with threads a matter of a reference.  Fields are public to be
 * read; the reference count is atomic.
 */
struct _ReadoutRecord
{
  gatomicrefcount ref_count;
  ReadoutKind     kind;
  char           *id;
  ReadoutReview   review;
  char           *note;
  char           *extra;
};

#define READOUT_TYPE_RECORD (readout_record_get_type ())

GType readout_record_get_type (void) G_GNUC_CONST;

/* All of these take any of the four kinds as a gpointer or const pointer to
 * the common head; copy and ref return it again. */
gpointer    readout_record_ref (gpointer record);
void        readout_record_unref (gpointer record);
gpointer    readout_record_copy (gconstpointer record);
gboolean    readout_record_equal (gconstpointer a, gconstpointer b);
gboolean    readout_record_same_content (gconstpointer a, gconstpointer b);
int         readout_record_compare (gconstpointer a, gconstpointer b);
ReadoutSpan readout_record_get_extent (gconstpointer record);
ReadoutSpan readout_record_get_anchor (gconstpointer record);
gboolean    readout_record_refers_to (gconstpointer record, const char *id);
gboolean    readout_record_is_reviewed (gconstpointer record);

/* For building: each replaces what the field held. */
void readout_record_set_string (char **field, const char *value);
void readout_record_set_strv (char ***field, const char *const *value);
void readout_record_map_references (gpointer       record,
                                    ReadoutMapFunc func,
                                    gpointer       user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReadoutRecord, readout_record_unref)

G_END_DECLS
