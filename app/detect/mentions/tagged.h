/* tagged.h: what the trained tagger says of names
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/article/analysis.h"

G_BEGIN_DECLS

/**
 * ReadoutTaggedName:
 * @first, @end: its tokens
 * @type: person, location, organization, facility, nationality or misc
 * @probability: how sure the tagger is, 0 to 1
 */
typedef struct
{
  guint32            first;
  guint32            end;
  ReadoutMentionType type;
  float              probability;
} ReadoutTaggedName;

GArray  *readout_tagged_names_new (ReadoutAnalysis *analysis);
void     readout_tagged_names_add (GArray                  *names,
                                   const ReadoutToken      *tokens,
                                   const ReadoutTaggedName *name);
gboolean readout_tagged_names_are_partial (const ReadoutAnalysis *analysis);
gint32  *readout_tagged_names_index (const GArray *names, guint32 n_tokens);

G_END_DECLS
