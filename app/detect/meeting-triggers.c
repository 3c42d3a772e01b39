/* meeting-triggers.c: the words that evoke an encounter, in their clause
 *
 * A noun ("talks with …", "the meeting between … and …") or a verb ("met",
 * "received", "spoke by phone with") with the actors that its clause names as
 * taking part, and what tense and modality say of its status.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/meeting-clauses.h"

#include <string.h>

/* How far from a verb of speaking the word for a telephone can be. */
#define PHONE_REACH 7

typedef ReadoutTriggerSite Site;

static void
clear_trigger (gpointer data)
{
  ReadoutTrigger *self = data;

  g_clear_pointer (&self->participants, g_array_unref);
}

static gboolean
is (const Site *self, guint i, const char *word)
{
  return i < self->end && readout_syntax_is (self->syntax, i, word);
}

static gboolean
has (const Site *self, guint i, guint classes)
{
  return i < self->end && readout_syntax_has (self->syntax, i, classes);
}

static ReadoutTrigger *
add_trigger (const Site        *self,
             ReadoutPhrase      span,
             guint              head,
             ReadoutMeetingWord what,
             ReadoutMeetingKind kind)
{
  ReadoutTrigger trigger = { 0 };

  trigger.sentence = self->sentence;
  trigger.span = span;
  trigger.head = head;
  trigger.what = what;
  trigger.kind = kind;
  trigger.status = READOUT_MEETING_HELD;
  trigger.participants = g_array_new (FALSE, FALSE, sizeof (gint32));
  g_array_append_val (self->triggers, trigger);
  return &g_array_index (
      self->triggers, ReadoutTrigger, self->triggers->len - 1);
}

static void
drop_last (const Site *self)
{
  g_array_set_size (self->triggers, self->triggers->len - 1);
}

static gboolean
has_phone (const Site *self, guint i)
{
  static const char *const words[]
      = { "phone",     "telephone", "telephonic", "video", "hotline",
          "videolink", "zoom",      "phoned",     NULL };
  guint low = i > self->first + 2 ? i - 2 : self->first;

  for (guint k = low; k < self->end && k < i + PHONE_REACH; k++)
    if (readout_syntax_is_one_of (self->syntax, k, words))
      return TRUE;
  return FALSE;
}

/* Whom "his visit" is about: the person named last before it in the
 * sentence. */
static ReadoutPhrase
find_holder (const Site *self, guint i)
{
  for (guint k = i; k > self->first; k--)
    {
      gint32 mention = self->syntax->ending[k - 1];

      if (mention >= 0 && self->syntax->mentions[mention].actor >= 0
          && self->syntax->mentions[mention].type == READOUT_MENTION_PERSON
          && self->syntax->mentions[mention].form == READOUT_FORM_NAME)
        return (ReadoutPhrase){ self->syntax->mentions[mention].first, k };
    }
  return readout_syntax_main_subject (self->syntax, self->first, i);
}

/* A noun that names an encounter. */
static void
try_noun (const Site        *self,
          guint              i,
          ReadoutMeetingWord what,
          ReadoutMeetingKind kind)
{
  static const char *const compounds[]
      = { "room",   "hall",    "place",  "point",  "agenda", "table",
          "record", "minutes", "centre", "center", NULL };
  static const char *const solo[] = { "press", "news", NULL };
  static const char *const matters[]
      = { "negotiations", "talks", "consultations", "dialogue", NULL };
  static const char *const pointing[]
      = { "the", "this", "that", "these", "both", NULL };
  const ReadoutSyntax *syntax = self->syntax;
  ReadoutPhrase        phrase
      = readout_syntax_phrase_before (syntax, self->first, i + 1);
  ReadoutPhrase      span = { i, i + 1 };
  ReadoutTrigger    *trigger;
  ReadoutMeetingKind other;
  guint              verb;
  guint              n_before;

  if (readout_syntax_is_one_of (syntax, i + 1, compounds))
    return;
  if (i > self->first && readout_syntax_is_one_of (syntax, i - 1, solo)
      && !(i > self->first + 1 && is (self, i - 2, "joint")))
    return;
  if (phrase.end == phrase.first)
    phrase = span;

  /* "to hold talks": the verb is no part of the phrase. */
  while (phrase.first < i
         && readout_trigger_word_at (self, phrase.first, &other)
                == READOUT_MEETING_WORD_LIGHT)
    phrase.first++;

  trigger = add_trigger (self, span, i, what, kind);
  trigger->is_definite
      = readout_syntax_is_one_of (syntax, phrase.first, pointing);
  if (phrase.first == i && strcmp (syntax->tokens[i].lower, "talks") != 0)
    trigger->is_definite = TRUE;

  /* "Biden's visit", "the ministers' meeting" */
  for (guint k = phrase.first; k < i; k++)
    if (syntax->covering[k] >= 0
        && syntax->mentions[syntax->covering[k]].end < i
        && has (self,
                syntax->mentions[syntax->covering[k]].end,
                READOUT_WORD_POSSESSIVE))
      {
        readout_syntax_get_actors (
            syntax,
            (ReadoutPhrase){ k, syntax->mentions[syntax->covering[k]].end },
            trigger->participants);
        break;
      }

  /* "held talks", "attended a meeting", "took part in the summit" */
  verb = phrase.first;
  while (verb > self->first && has (self, verb - 1, READOUT_WORD_ADVERB))
    verb--;
  if (verb > self->first + 1 && is (self, verb - 1, "in")
      && (is (self, verb - 2, "part") || is (self, verb - 2, "participated")
          || is (self, verb - 2, "participating")
          || is (self, verb - 2, "participate")))
    verb--;
  if (verb > self->first)
    {
      guint at = verb - 1;

      if (is (self, at, "part") && at > self->first)
        at--;
      if (readout_trigger_word_at (self, at, &other)
              == READOUT_MEETING_WORD_LIGHT
          || at < verb - 1 || is (self, at, "participated"))
        {
          guint flags;

          readout_trigger_collect_subject (
              self, at, &flags, trigger->participants);
          readout_trigger_set_verb_status (self, trigger, at, flags);
          if (trigger->participants->len > 0 && !trigger->is_definite)
            trigger->is_explicit = TRUE;
          if (syntax->covering[at] < 0)
            trigger->span.first = at;
          if ((flags & READOUT_SUBJECT_NEGATED) != 0)
            readout_trigger_set_status (trigger, READOUT_MEETING_CANCELLED);
        }
    }

  n_before = trigger->participants->len;
  readout_trigger_collect_partners (self, i + 1, trigger->participants);
  if (trigger->participants->len > n_before)
    trigger->is_explicit = TRUE;
  if (n_before == trigger->participants->len && is (self, i + 1, "of"))
    {
      readout_trigger_collect_list (self, i + 2, trigger->participants);
      if (trigger->participants->len >= 2)
        trigger->is_explicit = TRUE;
    }

  /* "the nuclear negotiations" are a matter, not an encounter. */
  if (trigger->participants->len == 0 && phrase.first < i
      && readout_syntax_is_one_of (syntax, i, matters))
    for (guint k = phrase.first; k < i; k++)
      if (!has (self, k, READOUT_WORD_DETERMINER))
        {
          drop_last (self);
          return;
        }

  readout_trigger_set_noun_status (self, trigger, phrase);

  if (what == READOUT_MEETING_WORD_VISIT)
    {
      for (guint k = i + 1; k < self->end && k < i + 4; k++)
        if ((is (self, k, "to") || is (self, k, "in")))
          {
            trigger->destination
                = readout_syntax_phrase_after (syntax, k + 1, self->end);
            break;
          }
      if (trigger->participants->len == 0 && trigger->destination.end == 0)
        trigger->is_definite = TRUE;
      /* "during his visit to Oslo": that of the subject. */
      if (trigger->participants->len == 0 && trigger->destination.end > 0)
        {
          readout_syntax_get_actors (
              syntax, find_holder (self, phrase.first), trigger->participants);
          trigger->is_definite = FALSE;
        }
      trigger->is_explicit |= trigger->participants->len > 0;
    }
}

/* "met (with)", "discussed … with" */
static void
try_meet (const Site        *self,
          guint              i,
          ReadoutMeetingWord what,
          ReadoutMeetingKind kind)
{
  ReadoutTrigger *trigger
      = add_trigger (self, (ReadoutPhrase){ i, i + 1 }, i, what, kind);
  guint flags;
  guint n;

  readout_trigger_collect_subject (self, i, &flags, trigger->participants);
  n = trigger->participants->len;
  if ((flags & READOUT_SUBJECT_NEGATED) != 0 || n == 0)
    {
      drop_last (self);
      return;
    }

  if (what == READOUT_MEETING_WORD_MEET)
    {
      if (is (self, i + 1, "with"))
        trigger->span.end = i + 2;
      readout_trigger_collect_list (
          self, trigger->span.end, trigger->participants);
    }
  if (trigger->participants->len == n)
    readout_trigger_collect_partners (self, i + 1, trigger->participants);

  if (trigger->participants->len < 2)
    {
      drop_last (self);
      return;
    }
  trigger->is_explicit = TRUE;
  readout_trigger_set_verb_status (self, trigger, i, flags);
}

/* "received", "was welcomed by" */
static void
try_host (const Site *self, guint i, ReadoutMeetingKind kind)
{
  ReadoutTrigger *trigger = add_trigger (
      self, (ReadoutPhrase){ i, i + 1 }, i, READOUT_MEETING_WORD_HOST, kind);
  guint         flags;
  guint         n;
  ReadoutPhrase object;

  readout_trigger_collect_subject (self, i, &flags, trigger->participants);
  n = trigger->participants->len;
  if ((flags & READOUT_SUBJECT_PASSIVE) != 0 && is (self, i + 1, "by"))
    readout_trigger_collect_list (self, i + 2, trigger->participants);
  else
    {
      object = readout_syntax_phrase_after (self->syntax, i + 1, self->end);
      /* "received a team led by …" */
      if ((is (self, object.end, "led") || is (self, object.end, "headed"))
          && is (self, object.end + 1, "by"))
        readout_trigger_collect_list (
            self, object.end + 2, trigger->participants);
      else if (readout_trigger_adds_person (self->syntax, object))
        readout_trigger_collect_list (self, i + 1, trigger->participants);
    }

  if (n == 0 || trigger->participants->len < 2
      || trigger->participants->len == n
      || (flags & READOUT_SUBJECT_NEGATED) != 0)
    {
      drop_last (self);
      return;
    }
  trigger->is_explicit = TRUE;
  readout_trigger_set_verb_status (self, trigger, i, flags);
}

static gboolean
is_place (const ReadoutSyntax *syntax, ReadoutPhrase phrase)
{
  for (guint i = phrase.first; i < phrase.end; i++)
    if (syntax->covering[i] >= 0)
      switch (syntax->mentions[syntax->covering[i]].type)
        {
        case READOUT_MENTION_LOCATION:
        case READOUT_MENTION_FACILITY:
        case READOUT_MENTION_ORGANIZATION:
          return TRUE;
        default:
          break;
        }
  return FALSE;
}

/* "visited Oslo" */
static void
try_visit_verb (const Site *self, guint i, ReadoutMeetingKind kind)
{
  ReadoutTrigger *trigger = add_trigger (
      self, (ReadoutPhrase){ i, i + 1 }, i, READOUT_MEETING_WORD_VISIT, kind);
  guint flags;
  guint object = i + 1;

  readout_trigger_collect_subject (self, i, &flags, trigger->participants);
  /* "visited, on Tuesday, the site" */
  if (is (self, object, ","))
    {
      while (object < self->end && !(object > i + 1 && is (self, object, ",")))
        object++;
      object++;
    }
  trigger->destination
      = readout_syntax_phrase_after (self->syntax, object, self->end);
  if (trigger->participants->len == 0 || (flags & READOUT_SUBJECT_NEGATED) != 0
      || !is_place (self->syntax, trigger->destination))
    {
      drop_last (self);
      return;
    }
  trigger->is_explicit = TRUE;
  readout_trigger_set_verb_status (self, trigger, i, flags);
}

static void
try_phone (const Site *self, guint i, ReadoutMeetingKind kind)
{
  ReadoutTrigger *trigger;
  guint           flags = 0;
  guint           end = i + 1;
  gboolean        is_noun = is (self, i, "call") || is (self, i, "calls")
                     || is (self, i, "conversation")
                     || is (self, i, "conversations");

  if (!has_phone (self, i))
    {
      /* "The call lasted an hour" points back to one. */
      if (is (self, i, "call") && i > self->first && is (self, i - 1, "the")
          && !is (self, i + 1, "for"))
        add_trigger (self,
                     (ReadoutPhrase){ i, i + 1 },
                     i,
                     READOUT_MEETING_WORD_NOUN,
                     kind)
            ->is_definite
            = TRUE;
      return;
    }
  if (is_noun && !(is (self, i, "call") && is (self, i + 1, "for")))
    {
      try_noun (self, i, READOUT_MEETING_WORD_NOUN, kind);
      return;
    }

  trigger = add_trigger (
      self, (ReadoutPhrase){ i, end }, i, READOUT_MEETING_WORD_PHONE, kind);
  for (guint k = i + 1; k < self->end && k < i + 5; k++)
    if (is (self, k, "phone") || is (self, k, "telephone")
        || is (self, k, "video"))
      {
        end = k + 1;
        break;
      }
  trigger->span.end = end;
  readout_trigger_collect_subject (self, i, &flags, trigger->participants);
  readout_trigger_collect_partners (self, i + 1, trigger->participants);
  if (trigger->participants->len < 2 && is (self, i + 1, "to"))
    readout_trigger_collect_list (self, i + 2, trigger->participants);
  if (trigger->participants->len < 2)
    {
      drop_last (self);
      return;
    }
  trigger->is_explicit = TRUE;
  readout_trigger_set_verb_status (self, trigger, i, flags);
}

static gboolean
follows_delegation (const Site *self, guint i)
{
  static const char *const words[] = { "delegation", "side", "team", NULL };

  for (guint k = i; k > self->first && k + 8 > i; k--)
    if (readout_syntax_is_one_of (self->syntax, k - 1, words))
      return TRUE;
  return FALSE;
}

/* Who else was there: "attended by …", "in the presence of …", "… were in
 * attendance". */
static void
try_attendance (const Site *self, guint i)
{
  ReadoutTrigger *trigger;
  ReadoutPhrase   nothing = { i, i };

  if ((is (self, i, "attended") || is (self, i, "joined")
       || is (self, i, "accompanied") || is (self, i, "headed")
       || is (self, i, "led"))
      && is (self, i + 1, "by"))
    {
      trigger = add_trigger (
          self, nothing, i, READOUT_MEETING_WORD_NONE, READOUT_MEETING_OTHER);
      readout_trigger_collect_list (self, i + 2, trigger->participants);
    }
  else if ((is (self, i, "presence") || is (self, i, "participation"))
           && is (self, i + 1, "of"))
    {
      trigger = add_trigger (
          self, nothing, i, READOUT_MEETING_WORD_NONE, READOUT_MEETING_OTHER);
      readout_trigger_collect_list (self, i + 2, trigger->participants);
    }
  else if ((is (self, i, "comprised") || is (self, i, "comprises")
            || is (self, i, "comprising") || is (self, i, "included")
            || is (self, i, "includes"))
           && follows_delegation (self, i))
    {
      trigger = add_trigger (
          self, nothing, i, READOUT_MEETING_WORD_NONE, READOUT_MEETING_OTHER);
      readout_trigger_collect_list (self, i + 1, trigger->participants);
    }
  else if ((is (self, i, "attendance")
            || (is (self, i, "present") && i > self->first
                && has (self, i - 1, READOUT_WORD_BE | READOUT_WORD_ADVERB)))
           && i > self->first)
    {
      trigger = add_trigger (
          self, nothing, i, READOUT_MEETING_WORD_NONE, READOUT_MEETING_OTHER);
      for (guint k = self->first; k < i; k++)
        if (self->syntax->starting[k] >= 0)
          {
            const ReadoutCandidateMention *mention
                = &self->syntax->mentions[self->syntax->starting[k]];

            if (mention->actor >= 0 && mention->type == READOUT_MENTION_PERSON)
              readout_syntax_get_actors (
                  self->syntax,
                  (ReadoutPhrase){ mention->first, mention->end },
                  trigger->participants);
          }
    }
  else
    return;

  trigger->is_definite = TRUE;
  if (trigger->participants->len == 0)
    drop_last (self);
}

static ReadoutTrigger *
add_event (const Site *self, const ReadoutCandidateMention *mention)
{
  ReadoutTrigger *trigger
      = add_trigger (self,
                     (ReadoutPhrase){ mention->first, mention->end },
                     mention->end - 1,
                     READOUT_MEETING_WORD_NOUN,
                     READOUT_MEETING_SUMMIT);
  ReadoutMeetingKind kind;

  for (guint k = mention->first; k < mention->end; k++)
    if (readout_trigger_word_at (self, k, &kind) == READOUT_MEETING_WORD_NOUN)
      trigger->kind = kind;
  return trigger;
}

/* A named event that somebody attends, or that begins, is itself the encounter.
 */
static void
try_event (const Site *self, const ReadoutCandidateMention *mention)
{
  static const char *const verbs[]
      = { "attended", "attend", "attending", "attends", "opened",
          "hosted",   "joined", "chaired",   NULL };
  static const char *const begins[]
      = { "started",  "opened", "began", "kicked", "concluded",
          "convened", "gets",   "got",   NULL };
  guint    verb = mention->first;
  gboolean part = FALSE;

  if (readout_syntax_is_one_of (self->syntax, mention->end, begins))
    {
      readout_trigger_set_verb_status (
          self, add_event (self, mention), mention->end, 0);
      return;
    }

  while (verb > self->first && has (self, verb - 1, READOUT_WORD_DETERMINER))
    verb--;
  if (verb <= self->first)
    return;
  verb--;
  if (is (self, verb, "in") && verb > self->first)
    {
      verb--;
      part = is (self, verb, "part") || is (self, verb, "participated")
             || is (self, verb, "participating");
      if (is (self, verb, "part") && verb > self->first)
        verb--;
    }
  if (part || readout_syntax_is_one_of (self->syntax, verb, verbs))
    {
      guint           flags;
      ReadoutTrigger *trigger = add_event (self, mention);

      readout_trigger_collect_subject (
          self, verb, &flags, trigger->participants);
      readout_trigger_set_verb_status (self, trigger, verb, flags);
      trigger->is_explicit = trigger->participants->len > 0;
    }
}

static void
look_at (const Site *self, guint i)
{
  const ReadoutSyntax *syntax = self->syntax;
  ReadoutMeetingKind   kind;
  ReadoutMeetingWord   what;

  if (syntax->covering[i] >= 0)
    {
      const ReadoutCandidateMention *mention
          = &syntax->mentions[syntax->covering[i]];

      if (mention->first == i && mention->type == READOUT_MENTION_EVENT)
        try_event (self, mention);
      return;
    }

  if (is (self, i, "sat") && is (self, i + 1, "down"))
    {
      try_meet (self, i, READOUT_MEETING_WORD_MEET, READOUT_MEETING_TALKS);
      return;
    }

  if (is (self, i, "attended"))
    {
      guint k = i + 1;

      while (has (self, k, READOUT_WORD_DETERMINER))
        k++;
      if (k < self->end && syntax->covering[k] >= 0
          && syntax->mentions[syntax->covering[k]].type
                 == READOUT_MENTION_ORGANIZATION
          && syntax->mentions[syntax->covering[k]].actor >= 0)
        {
          try_meet (self, i, READOUT_MEETING_WORD_MEET, READOUT_MEETING_TALKS);
          return;
        }
    }

  what = readout_trigger_word_at (self, i, &kind);
  switch (what)
    {
    case READOUT_MEETING_WORD_NOUN:
      try_noun (self, i, what, kind);
      break;
    case READOUT_MEETING_WORD_MEET:
    case READOUT_MEETING_WORD_DISCUSS:
      try_meet (self, i, what, kind);
      break;
    case READOUT_MEETING_WORD_HOST:
      try_host (self, i, kind);
      break;
    case READOUT_MEETING_WORD_VISIT:
      if (is (self, i, "visited")
          || (is (self, i, "visiting") && i > self->first
              && has (self, i - 1, READOUT_WORD_BE))
          || (is (self, i, "visit") && i > self->first
              && (is (self, i - 1, "to")
                  || has (self, i - 1, READOUT_WORD_MODAL))))
        try_visit_verb (self, i, kind);
      else if (!is (self, i, "visiting") && !is (self, i, "toured"))
        try_noun (self, i, what, kind);
      break;
    case READOUT_MEETING_WORD_PHONE:
      try_phone (self, i, kind);
      break;
    default:
      break;
    }
  try_attendance (self, i);
}

/**
 * readout_triggers_find:
 * @syntax: the syntax
 *
 * Returns: (transfer full) (element-type ReadoutTrigger): what evokes an
 *   encounter or adds to one, in text order; incomplete if cancelled
 */
GArray *
readout_triggers_find (const ReadoutSyntax *syntax)
{
  GArray *triggers = g_array_new (FALSE, TRUE, sizeof (ReadoutTrigger));
  guint   paragraph = G_MAXUINT;

  g_array_set_clear_func (triggers, clear_trigger);
  for (guint k = 0; k < syntax->n_sentences; k++)
    {
      Site self = { syntax,
                    triggers,
                    k,
                    syntax->sentences[k].first,
                    syntax->sentences[k].end };

      if (syntax->sentences[k].paragraph != paragraph)
        {
          if (g_cancellable_is_cancelled (syntax->analysis->cancellable))
            break;
          paragraph = syntax->sentences[k].paragraph;
        }
      for (guint i = self.first; i < self.end; i++)
        look_at (&self, i);
    }

  return triggers;
}
