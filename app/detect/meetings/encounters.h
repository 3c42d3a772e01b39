/* encounters.h: which triggers tell of the same encounter
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/article/syntax.h"
#include "detect/meetings/trigger.h"

G_BEGIN_DECLS

/**
 * ReadoutEncounter:
 * @triggers: (element-type guint): indices into the triggers, in text order
 * @participants: (element-type gint32): actors, in order of appearance
 * @status_rule: (nullable): the rule that told the status
 * @date: index of the date that the first trigger is placed at, or -1
 * @is_other: as of its first trigger
 * @has_destination: whether it is a visit to a city or state
 * @is_held: whether a verb says that somebody holds or attends it
 * @is_inferred: whether participants were taken from what is told around it
 */
typedef struct
{
  GArray              *triggers;
  GArray              *participants;
  ReadoutMeetingKind   kind;
  ReadoutMeetingStatus status;
  gboolean             has_status;
  const char          *status_rule;
  gint32               date;
  guint                last_sentence;
  gboolean             is_inferred;
  gboolean             is_held;
  gboolean             is_other;
  gboolean             has_destination;
} ReadoutEncounter;

/* One of the triggers that tell of an encounter. */
static inline const ReadoutTrigger *
readout_encounter_get_trigger (const ReadoutEncounter *self,
                               const GArray           *triggers,
                               guint                   i)
{
  return &g_array_index (
      triggers, ReadoutTrigger, g_array_index (self->triggers, guint, i));
}

GArray *readout_encounters_gather (const ReadoutSyntax *syntax,
                                   const GArray        *triggers);

G_END_DECLS
