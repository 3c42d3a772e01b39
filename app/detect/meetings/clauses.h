/* clauses.h: who takes part by a clause, and when it lies
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/meetings/triggers.h"

G_BEGIN_DECLS

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
site_is_one_of (const ReadoutTriggerSite *self,
                guint                     i,
                const char *const        *words)
{
  return i < self->end && readout_syntax_is_one_of (self->syntax, i, words);
}

static inline gboolean
site_is_in (const ReadoutTriggerSite *self, guint i, ReadoutWordGroup group)
{
  return i < self->end && readout_syntax_is_in (self->syntax, i, group);
}

ReadoutTrigger *readout_trigger_add (const ReadoutTriggerSite *self,
                                     ReadoutPhrase             span,
                                     guint                     head,
                                     ReadoutMeetingWord        what,
                                     ReadoutMeetingKind        kind);

void readout_trigger_drop_last (const ReadoutTriggerSite *self);

void readout_trigger_try_noun (const ReadoutTriggerSite *self,
                               guint                     i,
                               ReadoutMeetingWord        what,
                               ReadoutMeetingKind        kind);

gboolean readout_trigger_try_verb (const ReadoutTriggerSite *self,
                                   guint                     i,
                                   ReadoutMeetingWord        what,
                                   ReadoutMeetingKind        kind);

gboolean readout_trigger_has_official (const ReadoutSyntax *syntax,
                                       const GArray        *actors);

void readout_trigger_collect_parties (const ReadoutTriggerSite *self,
                                      ReadoutPhrase             phrase,
                                      GArray                   *actors);

void readout_trigger_add_actor (GArray *actors, gint32 actor);

ReadoutMeetingWord readout_trigger_word_at (const ReadoutTriggerSite *self,
                                            guint                     i,
                                            ReadoutMeetingKind       *kind);

gboolean readout_trigger_adds_person (const ReadoutSyntax *syntax,
                                      ReadoutPhrase        phrase);

guint readout_trigger_collect_list (const ReadoutTriggerSite *self,
                                    guint                     i,
                                    GArray                   *actors);

void readout_trigger_collect_subject (const ReadoutTriggerSite *self,
                                      guint                     verb,
                                      guint                    *flags,
                                      GArray                   *actors);

gboolean readout_trigger_collect_invited (const ReadoutTriggerSite *self,
                                          guint                     verb,
                                          GArray                   *actors);

void readout_trigger_set_status (ReadoutTrigger      *trigger,
                                 ReadoutMeetingStatus status);

void readout_trigger_set_verb_status (const ReadoutTriggerSite *self,
                                      ReadoutTrigger           *trigger,
                                      guint                     verb,
                                      guint                     flags);

guint readout_trigger_collect_partners (const ReadoutTriggerSite *self,
                                        guint                     i,
                                        GArray                   *actors);

void readout_trigger_set_noun_status (const ReadoutTriggerSite *self,
                                      ReadoutTrigger           *trigger,
                                      ReadoutPhrase             phrase);

G_END_DECLS
