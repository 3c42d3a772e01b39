/* visits.c: a visit or tour that a noun names
 *
 * "a visit to Oslo", "arrived in Oslo for a visit", "during his visit": where
 * it goes and who makes it.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/meetings/visits.h"

#include "detect/article/phrases.h"
#include "detect/article/subjects.h"
#include "detect/article/syntax.h"
#include "detect/meetings/participants.h"

/* How far behind the noun its destination can begin, in tokens. */
#define DESTINATION_REACH 4

typedef ReadoutTriggerSite Site;

/* Whether token @i can stand before the place that a visit goes to. */
static gboolean
leads_to_place (const Site *self, guint i)
{
  return site_is (self, i, "to") || site_is (self, i, "in");
}

/* "a visit to Oslo" */
static ReadoutPhrase
find_destination_behind (const Site *self, guint i)
{
  for (guint k = i + 1; k < self->end && k < i + DESTINATION_REACH; k++)
    if (leads_to_place (self, k))
      return readout_phrases_find_after (self->syntax, k + 1, self->end);

  return (ReadoutPhrase){ 0, 0 };
}

/* "arrived in Oslo for a visit" */
static ReadoutPhrase
find_destination_before (const Site *self, guint i)
{
  const ReadoutSyntax *syntax = self->syntax;

  if (i <= self->first
      || !(site_is (self, i - 1, "for") || site_is (self, i - 1, "on")))
    return (ReadoutPhrase){ 0, 0 };
  for (guint k = i - 1; k > self->first + 1; k--)
    if (leads_to_place (self, k - 1) && syntax->covering[k] >= 0
        && syntax->mentions[syntax->covering[k]].type
               == READOUT_MENTION_LOCATION)
      return (ReadoutPhrase){ k, syntax->mentions[syntax->covering[k]].end };

  return (ReadoutPhrase){ 0, 0 };
}

/* "who is on a visit to Oslo", "arrived on a two-day visit" */
static gboolean
is_on_visit (const Site *self, ReadoutPhrase phrase)
{
  return phrase.first > self->first && site_is (self, phrase.first - 1, "on")
         && self->syntax->tokens[phrase.first].lower[0] == 'a';
}

/* "during his visit": that of the person named before it. */
static void
collect_holder (const Site *self, ReadoutTrigger *trigger, ReadoutPhrase phrase)
{
  if (trigger->participants->len == 0)
    readout_subjects_get_actors (
        self->syntax,
        readout_meeting_participants_find_holder (self, phrase.first),
        trigger->participants);
}

/**
 * readout_meeting_visits_fill:
 * @self: a sentence
 * @trigger: a trigger that is a noun for a visit
 * @phrase: its noun phrase
 *
 * Fills in where the visit goes, and who makes it if nobody is named yet.
 */
void
readout_meeting_visits_fill (const Site     *self,
                             ReadoutTrigger *trigger,
                             ReadoutPhrase   phrase)
{
  ReadoutPhrase destination = find_destination_behind (self, trigger->head);

  if (destination.end == 0)
    destination = find_destination_before (self, phrase.first);
  trigger->destination = destination;

  if (is_on_visit (self, phrase))
    {
      readout_trigger_set_status (
          trigger, READOUT_MEETING_ONGOING, "meetings/visits: “on a visit”");
      collect_holder (self, trigger, phrase);
    }

  if (trigger->participants->len == 0)
    {
      trigger->is_definite = destination.end == 0;
      if (destination.end > 0)
        collect_holder (self, trigger, phrase);
    }
  /* A tour or trip is private unless somebody with an office makes it. */
  if (!site_is_in (self, trigger->head, READOUT_WORDS_VISIT_NOUNS)
      && !readout_meeting_participants_have_official (self->syntax,
                                                      trigger->participants))
    g_array_set_size (trigger->participants, 0);
  trigger->is_explicit |= trigger->participants->len > 0;
}
