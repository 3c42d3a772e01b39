/* subjects.h: the subject of a verb, and whom a phrase is about
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/article/phrases.h"
#include "detect/article/syntax.h"

G_BEGIN_DECLS

/* What stands between a subject and its verb. */
typedef enum
{
  READOUT_SUBJECT_PASSIVE = 1 << 0,
  READOUT_SUBJECT_MODAL = 1 << 1,
  READOUT_SUBJECT_NEGATED = 1 << 2,
  READOUT_SUBJECT_INFINITIVE = 1 << 3,
  READOUT_SUBJECT_COORDINATED = 1 << 4, /* "… and stressed": it is shared */
  READOUT_SUBJECT_RELATIVE = 1 << 5,    /* "…, who said" */
  READOUT_SUBJECT_FUTURE = 1 << 6,

  /* What may, will or did not happen. */
  READOUT_SUBJECT_UNREAL = READOUT_SUBJECT_MODAL | READOUT_SUBJECT_NEGATED
                           | READOUT_SUBJECT_INFINITIVE
                           | READOUT_SUBJECT_FUTURE,
} ReadoutSubjectFlags;

guint readout_subjects_skip_back (const ReadoutSyntax *self,
                                  guint                first,
                                  guint                verb,
                                  guint               *flags);

ReadoutPhrase
readout_subjects_find_main (const ReadoutSyntax *self, guint first, guint end);

ReadoutPhrase readout_subjects_find (const ReadoutSyntax *self,
                                     guint                first,
                                     guint                verb,
                                     guint               *flags);

void readout_subjects_get_actors (const ReadoutSyntax *self,
                                  ReadoutPhrase        phrase,
                                  GArray              *actors);

void readout_subjects_list_actors (const ReadoutSyntax *self,
                                   ReadoutPhrase        phrase,
                                   ReadoutActorList    *actors);

G_END_DECLS
