/* trigger.h: words that evoke an encounter, while it is looked for
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/article/phrases.h"
#include "detect/article/syntax.h"
#include "detect/words/meeting-lexicon.h"

G_BEGIN_DECLS

/**
 * ReadoutTrigger:
 * @sentence: index of its sentence
 * @span: its words; empty if the clause only says who else was there
 * @head: its noun or verb
 * @governor: the verb before it whose subject takes part, as in "said during
 *   a meeting with Lee"; %G_MAXUINT if there is none
 * @what: what its word does
 * @kind: the kind of encounter that it names
 * @status: what tense and modality say
 * @has_status: whether they say anything
 * @is_definite: whether it points back to an encounter ("the meeting")
 * @is_explicit: whether its participants are named beside it by "with" or
 *   "between", or as subject and object
 * @is_told: whether it tells of one encounter even where it names nobody:
 *   "the latest round of talks in Oslo", "the summit opened"
 * @is_held: whether a verb says that somebody holds or attends it
 * @is_aside: whether its sentence only mentions it, so that the dates there
 *   are not its own: "gave details of the meeting on Monday"
 * @is_other: whether it sets itself apart from one told before: "the next
 *   meeting"
 * @is_plural: whether those who take part are told before: "the two met"
 * @participants: (element-type gint32): actors
 * @destination: what is visited; empty for other encounters
 * @rule: the rule that found it
 * @status_rule: (nullable): the rule that told its status
 */
typedef struct
{
  guint                sentence;
  ReadoutPhrase        span;
  guint                head;
  guint                governor;
  ReadoutMeetingWord   what;
  ReadoutMeetingKind   kind;
  ReadoutMeetingStatus status;
  gboolean             has_status;
  gboolean             is_definite;
  gboolean             is_explicit;
  gboolean             is_told;
  gboolean             is_held;
  gboolean             is_aside;
  gboolean             is_other;
  gboolean             is_plural;
  GArray              *participants;
  ReadoutPhrase        destination;
  const char          *rule;
  const char          *status_rule;
} ReadoutTrigger;

/**
 * ReadoutTriggerSite:
 * @analysis: the analysis, to which states that act can be added
 * @triggers: (element-type ReadoutTrigger): what is found
 * @first, @end: its tokens
 *
 * A sentence that is looked through.
 */
typedef struct
{
  ReadoutAnalysis *analysis;
  ReadoutSyntax   *syntax;
  GArray          *triggers;
  guint            sentence;
  guint            first;
  guint            end;
} ReadoutTriggerSite;

/* What stands at a token, as long as that is in the sentence. */
static inline gboolean
site_is (const ReadoutTriggerSite *self, guint i, const char *word)
{
  return i < self->end && readout_syntax_is (self->syntax, i, word);
}

static inline gboolean
site_has (const ReadoutTriggerSite *self, guint i, guint classes)
{
  return i < self->end && readout_syntax_has (self->syntax, i, classes);
}

static inline gboolean
site_is_in (const ReadoutTriggerSite *self, guint i, ReadoutWordGroup group)
{
  return i < self->end && readout_syntax_is_in (self->syntax, i, group);
}

GArray *readout_triggers_new (void);

ReadoutTrigger *readout_trigger_add (const ReadoutTriggerSite *self,
                                     ReadoutPhrase             span,
                                     guint                     head,
                                     ReadoutMeetingWord        what,
                                     ReadoutMeetingKind        kind,
                                     const char               *rule);

void readout_trigger_drop_last (const ReadoutTriggerSite *self);

ReadoutMeetingWord readout_trigger_word_at (const ReadoutTriggerSite *self,
                                            guint                     i,
                                            ReadoutMeetingKind       *kind);

void readout_trigger_add_actor (GArray *actors, gint32 actor);

void readout_trigger_set_status (ReadoutTrigger      *trigger,
                                 ReadoutMeetingStatus status,
                                 const char          *rule);

void readout_trigger_add_span (const ReadoutSyntax *syntax,
                               ReadoutSpanList     *list,
                               guint                first,
                               guint                end);

/* Whether an actor is among participants. */
static inline gboolean
readout_trigger_has_actor (const GArray *participants, gint32 actor)
{
  for (guint i = 0; i < participants->len; i++)
    if (g_array_index (participants, gint32, i) == actor)
      return TRUE;

  return FALSE;
}

G_END_DECLS
