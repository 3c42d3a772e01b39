/* merge-private.h: what is known of a merge before it is decided upon
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "edits/merge.h"

G_BEGIN_DECLS

typedef enum
{
  READOUT_FATE_DROP,    /* They have it alike, or ours is no news. */
  READOUT_FATE_APPLY,   /* As we have it. */
  READOUT_FATE_CONFLICT /* As they have it, until somebody decides. */
} ReadoutFate;

/* A record that we changed. */
typedef struct
{
  char          *old_id; /* Which it has on our side. */
  char          *id;     /* Which it has in the end. */
  ReadoutRecord *before;
  GPtrArray     *between; /* What it was on the way, with NULL for nothing. */
  ReadoutRecord *after;
  ReadoutFate    fate;
} ReadoutMergeItem;

struct _ReadoutMerge
{
  ReadoutSnapshot *theirs;
  ReadoutSnapshot *ours;     /* NULL where only the changes are known. */
  gboolean         is_known; /* The others have seen what is new of ours. */
  GPtrArray       *items;    /* Of ReadoutMergeItem, owned. */
  GHashTable      *by_id;    /* From the id in the end to the item, borrowed. */
  GHashTable      *by_old_id;   /* From the id on our side, borrowed. */
  GPtrArray       *values;      /* Of ReadoutArticleChange: those that apply. */
  GPtrArray       *conflicts;   /* Of ReadoutConflict, owned. */
  GPtrArray       *in_conflict; /* The item of each, or NULL; borrowed. */
  guint64          last_numbers['z' - 'a' + 1];
};

gboolean readout_merge_is_lost_for (const ReadoutRecord *user,
                                    const ReadoutRecord *record);
gboolean readout_merge_is_broken (const ReadoutMerge     *self,
                                  const ReadoutMergeItem *item,
                                  const char             *id);

G_END_DECLS
