/* trigger.c: words that evoke an encounter, while it is looked for
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/meetings/trigger.h"

#include "detect/article/syntax.h"

static void
clear_trigger (gpointer data)
{
  ReadoutTrigger *self = data;

  g_clear_pointer (&self->participants, g_array_unref);
}

/**
 * readout_triggers_new:
 *
 * Returns: (transfer full) (element-type ReadoutTrigger): room for triggers
 */
GArray *
readout_triggers_new (void)
{
  GArray *triggers = g_array_new (FALSE, TRUE, sizeof (ReadoutTrigger));

  g_array_set_clear_func (triggers, clear_trigger);

  return triggers;
}

/**
 * readout_trigger_add:
 * @self: a sentence
 * @span: the words that evoke an encounter
 * @head: its noun or verb
 * @what: what that does
 * @kind: the kind of encounter
 * @rule: the rule that finds it, see #ReadoutCandidateMeeting
 *
 * Returns: (transfer none): a new trigger, valid until the next one is added
 */
ReadoutTrigger *
readout_trigger_add (const ReadoutTriggerSite *self,
                     ReadoutPhrase             span,
                     guint                     head,
                     ReadoutMeetingWord        what,
                     ReadoutMeetingKind        kind,
                     const char               *rule)
{
  ReadoutTrigger trigger = { 0 };

  trigger.sentence = self->sentence;
  trigger.span = span;
  trigger.head = head;
  trigger.governor = G_MAXUINT;
  trigger.what = what;
  trigger.kind = kind;
  trigger.rule = rule;
  trigger.status = READOUT_MEETING_HELD;
  trigger.participants = g_array_new (FALSE, FALSE, sizeof (gint32));
  g_array_append_val (self->triggers, trigger);
  return &g_array_index (
      self->triggers, ReadoutTrigger, self->triggers->len - 1);
}

/**
 * readout_trigger_drop_last:
 * @self: a sentence
 *
 * Takes back the trigger that was added last.
 */
void
readout_trigger_drop_last (const ReadoutTriggerSite *self)
{
  g_array_set_size (self->triggers, self->triggers->len - 1);
}

/**
 * readout_trigger_word_at:
 * @self: a sentence
 * @i: index of a token
 * @kind: (out): the kind of encounter that it names
 *
 * Returns: what the word does
 */
ReadoutMeetingWord
readout_trigger_word_at (const ReadoutTriggerSite *self,
                         guint                     i,
                         ReadoutMeetingKind       *kind)
{
  *kind = READOUT_MEETING_OTHER;
  if (i >= self->end)
    return READOUT_MEETING_WORD_NONE;
  return readout_meeting_lexicon_find (self->syntax->tokens[i].lower, kind);
}

/**
 * readout_trigger_add_actor:
 * @actors: (element-type gint32): where to add it
 * @actor: index of an actor
 *
 * Adds an actor unless it is there.
 */
void
readout_trigger_add_actor (GArray *actors, gint32 actor)
{
  for (guint i = 0; i < actors->len; i++)
    if (g_array_index (actors, gint32, i) == actor)
      return;
  g_array_append_val (actors, actor);
}

/**
 * readout_trigger_set_status:
 * @trigger: a trigger
 * @status: what tense or modality say
 * @rule: the rule that says so, see #ReadoutCandidateMeeting
 */
void
readout_trigger_set_status (ReadoutTrigger      *trigger,
                            ReadoutMeetingStatus status,
                            const char          *rule)
{
  trigger->status = status;
  trigger->status_rule = rule;
  trigger->has_status = TRUE;
}

/**
 * readout_trigger_add_span:
 * @syntax: the syntax
 * @list: where to add it
 * @first: its first token
 * @end: the token after its last one
 *
 * Adds a stretch of tokens without the signs at its end, unless it overlaps
 * one that is there.
 */
void
readout_trigger_add_span (const ReadoutSyntax *syntax,
                          ReadoutSpanList     *list,
                          guint                first,
                          guint                end)
{
  ReadoutSpan span;

  while (end > first && readout_syntax_has (syntax, end - 1, READOUT_WORD_SIGN)
         && !readout_syntax_is_quote (syntax, end - 1))
    end--;
  if (end <= first)
    return;
  span = readout_analysis_get_span (syntax->analysis, first, end);
  if (!readout_span_list_overlaps (list, span))
    readout_span_list_add (list, span);
}
