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

#include "detect/meeting-triggers.h"

#include "detect/cue-lexicon.h"

#include <string.h>

/* How far "with" and "between" are looked for behind a noun, in tokens. */
#define PARTNER_REACH 16

/* How far from a verb of speaking the word for a telephone can be. */
#define PHONE_REACH 7

typedef struct
{
  const ReadoutSyntax *syntax;
  GArray              *triggers;
  guint                sentence;
  guint                first;
  guint                end;
} Site;

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

static ReadoutMeetingWord
word_at (const Site *self, guint i, ReadoutMeetingKind *kind)
{
  *kind = READOUT_MEETING_OTHER;
  if (i >= self->end)
    return READOUT_MEETING_WORD_NONE;
  return readout_meeting_lexicon_find (self->syntax->tokens[i].lower, kind);
}

static gboolean
adds_person (const ReadoutSyntax *syntax, ReadoutPhrase phrase)
{
  for (guint i = phrase.first; i < phrase.end; i++)
    if (syntax->covering[i] >= 0)
      {
        gint32 actor = syntax->mentions[syntax->covering[i]].actor;

        if (actor >= 0
            && (syntax->actors[actor].type == READOUT_ACTOR_PERSON
                || syntax->actors[actor].type == READOUT_ACTOR_GROUP))
          return TRUE;
      }
  return FALSE;
}

/* Adds the actors of a list such as "Ann Lee, the mayor of Oslo, and Bo Roy".
 * Returns the index after it. */
static guint
collect_list (const Site *self, guint i, GArray *actors)
{
  const ReadoutSyntax *syntax = self->syntax;
  guint                end = i;

  while (i < self->end)
    {
      ReadoutPhrase phrase = readout_syntax_phrase_after (syntax, i, self->end);
      guint         n = actors->len;

      if (phrase.end == phrase.first)
        break;
      readout_syntax_get_actors (syntax, phrase, actors);
      /* In a list a phrase without an actor can only describe another. */
      if (actors->len == n && end > phrase.first)
        break;
      end = i = phrase.end;
      while (is (self, i, ",") || is (self, i, "and") || is (self, i, ";")
             || is (self, i, "as") || is (self, i, "well"))
        i++;
      /* The next one begins with a name, a title or an article. */
      if (i == end || i >= self->end
          || (syntax->covering[i] < 0 && !has (self, i, READOUT_WORD_DETERMINER)
              && (syntax->tokens[i].flags & READOUT_TOKEN_CAPITAL) == 0))
        break;
    }

  return end;
}

/* Adds the actors of a subject and of the list that it ends. */
static void
collect_subject (const Site *self, guint verb, guint *flags, GArray *actors)
{
  const ReadoutSyntax *syntax = self->syntax;
  ReadoutPhrase        subject
      = readout_syntax_find_subject (syntax, self->first, verb, flags);

  if ((*flags & READOUT_SUBJECT_COORDINATED) != 0
      || ((*flags & READOUT_SUBJECT_INFINITIVE) != 0)
      || subject.end == subject.first)
    subject = readout_syntax_main_subject (syntax, self->first, verb);
  if (subject.end == subject.first)
    return;

  readout_syntax_get_actors (syntax, subject, actors);
  while (subject.first > self->first + 1)
    {
      guint         edge = subject.first - 1;
      gboolean      joined = is (self, edge, "and");
      ReadoutPhrase other;
      gboolean      fits = FALSE;

      if (!joined && !is (self, edge, ",") && !is (self, edge, ";"))
        break;
      if (joined && edge > self->first && is (self, edge - 1, ","))
        edge--;
      other = readout_syntax_phrase_before (syntax, self->first, edge);
      if (other.end > other.first)
        fits = joined || adds_person (syntax, other);
      if (!fits)
        break;
      readout_syntax_get_actors (syntax, other, actors);
      subject.first = other.first;
    }
}

static void
set_status (ReadoutTrigger *trigger, ReadoutMeetingStatus status)
{
  trigger->status = status;
  trigger->has_status = TRUE;
}

/* The status that a verb at @verb with @flags gives. */
static void
set_verb_status (const Site     *self,
                 ReadoutTrigger *trigger,
                 guint           verb,
                 guint           flags)
{
  ReadoutMeetingKind kind;

  if ((flags & READOUT_SUBJECT_INFINITIVE) != 0)
    {
      set_status (trigger, READOUT_MEETING_PLANNED);
      /* "the last prime minister to visit": that was. */
      for (guint i = verb; i > self->first && i + 8 > verb; i--)
        if (is (self, i - 1, "first") || is (self, i - 1, "last"))
          {
            set_status (trigger, READOUT_MEETING_HELD);
            return;
          }
      for (guint i = verb; i > self->first && i + 8 > verb; i--)
        switch (word_at (self, i - 1, &kind))
          {
          case READOUT_MEETING_WORD_PROPOSED:
            set_status (trigger, READOUT_MEETING_PROPOSED);
            return;
          case READOUT_MEETING_WORD_CANCELLED:
            set_status (trigger, READOUT_MEETING_CANCELLED);
            return;
          case READOUT_MEETING_WORD_PLANNED:
            return;
          default:
            break;
          }
      return;
    }
  if ((flags & READOUT_SUBJECT_FUTURE) != 0)
    set_status (trigger, READOUT_MEETING_PLANNED);
  else if ((flags & READOUT_SUBJECT_MODAL) != 0)
    set_status (trigger, READOUT_MEETING_PROPOSED);
  else if (has (self, verb, READOUT_WORD_ING) && verb > self->first
           && (is (self, verb - 1, "is") || is (self, verb - 1, "are")))
    set_status (trigger, READOUT_MEETING_ONGOING);
  else
    set_status (trigger, READOUT_MEETING_HELD);
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

/* Looks for "with …" or "between … and …" behind a trigger. */
static guint
collect_partners (const Site *self, guint i, GArray *actors)
{
  guint high = MIN (self->end, i + PARTNER_REACH);
  guint n = actors->len;

  for (guint k = i; k < high; k++)
    {
      if (self->syntax->covering[k] >= 0)
        continue;
      if (is (self, k, "with") || is (self, k, "between")
          || is (self, k, "among"))
        {
          guint end = collect_list (self, k + 1, actors);

          if (actors->len > n)
            return end;
        }
      if (has (self,
               k,
               READOUT_WORD_RELATIVE | READOUT_WORD_SUBORDINATOR
                   | READOUT_WORD_AUXILIARY)
          || is (self, k, ";"))
        break;
      if (k > i && has (self, k, READOUT_WORD_PAST) && !is (self, k, "held"))
        break;
    }

  return i;
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

/* What stands as an adjective or noun before or verb behind a noun says
 * whether the encounter is still to come. */
static void
set_noun_status (const Site     *self,
                 ReadoutTrigger *trigger,
                 ReadoutPhrase   phrase)
{
  ReadoutMeetingKind kind;
  guint              high = MIN (self->end, phrase.end + 12);
  guint low = phrase.first > self->first + 6 ? phrase.first - 6 : self->first;

  for (guint i = phrase.first; i < phrase.end; i++)
    switch (word_at (self, i, &kind))
      {
      case READOUT_MEETING_WORD_PLANNED:
        set_status (trigger, READOUT_MEETING_PLANNED);
        return;
      case READOUT_MEETING_WORD_PROPOSED:
        set_status (trigger, READOUT_MEETING_PROPOSED);
        return;
      default:
        break;
      }

  for (guint i = phrase.end; i < high; i++)
    {
      if (is (self, i, ",") || is (self, i, ";")
          || has (self, i, READOUT_WORD_SUBORDINATOR))
        break;
      if (is (self, i, "will") || is (self, i, "shall")
          || is (self, i, "scheduled") || is (self, i, "due")
          || (is (self, i, "to") && is (self, i + 1, "be")
              && is (self, i + 2, "held")))
        {
          set_status (trigger,
                      is (self, i + 1, "continue") ? READOUT_MEETING_ONGOING
                                                   : READOUT_MEETING_PLANNED);
          return;
        }
      if (is (self, i, "cancelled") || is (self, i, "canceled")
          || is (self, i, "postponed"))
        {
          set_status (trigger, READOUT_MEETING_CANCELLED);
          return;
        }
      if ((is (self, i, "took") && is (self, i + 1, "place"))
          || (is (self, i, "held") && i > self->first
              && !is (self, i - 1, "be")))
        {
          set_status (trigger, READOUT_MEETING_HELD);
          return;
        }
    }

  for (guint i = phrase.first; i > low; i--)
    {
      ReadoutMeetingWord word = word_at (self, i - 1, &kind);

      if (word == READOUT_MEETING_WORD_PROPOSED)
        {
          set_status (trigger, READOUT_MEETING_PROPOSED);
          return;
        }
      if (word == READOUT_MEETING_WORD_CANCELLED)
        {
          set_status (trigger, READOUT_MEETING_CANCELLED);
          return;
        }
      if (is (self, i - 1, ","))
        break;
    }
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
         && word_at (self, phrase.first, &other) == READOUT_MEETING_WORD_LIGHT)
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
      if (word_at (self, at, &other) == READOUT_MEETING_WORD_LIGHT
          || at < verb - 1 || is (self, at, "participated"))
        {
          guint flags;

          collect_subject (self, at, &flags, trigger->participants);
          set_verb_status (self, trigger, at, flags);
          if (trigger->participants->len > 0 && !trigger->is_definite)
            trigger->is_explicit = TRUE;
          if (syntax->covering[at] < 0)
            trigger->span.first = at;
          if ((flags & READOUT_SUBJECT_NEGATED) != 0)
            set_status (trigger, READOUT_MEETING_CANCELLED);
        }
    }

  n_before = trigger->participants->len;
  collect_partners (self, i + 1, trigger->participants);
  if (trigger->participants->len > n_before)
    trigger->is_explicit = TRUE;
  if (n_before == trigger->participants->len && is (self, i + 1, "of"))
    {
      collect_list (self, i + 2, trigger->participants);
      if (trigger->participants->len >= 2)
        trigger->is_explicit = TRUE;
    }

  set_noun_status (self, trigger, phrase);

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

  collect_subject (self, i, &flags, trigger->participants);
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
      collect_list (self, trigger->span.end, trigger->participants);
    }
  if (trigger->participants->len == n)
    collect_partners (self, i + 1, trigger->participants);

  if (trigger->participants->len < 2)
    {
      drop_last (self);
      return;
    }
  trigger->is_explicit = TRUE;
  set_verb_status (self, trigger, i, flags);
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

  collect_subject (self, i, &flags, trigger->participants);
  n = trigger->participants->len;
  if ((flags & READOUT_SUBJECT_PASSIVE) != 0 && is (self, i + 1, "by"))
    collect_list (self, i + 2, trigger->participants);
  else
    {
      object = readout_syntax_phrase_after (self->syntax, i + 1, self->end);
      if (adds_person (self->syntax, object))
        collect_list (self, i + 1, trigger->participants);
    }

  if (n == 0 || trigger->participants->len < 2
      || trigger->participants->len == n
      || (flags & READOUT_SUBJECT_NEGATED) != 0)
    {
      drop_last (self);
      return;
    }
  trigger->is_explicit = TRUE;
  set_verb_status (self, trigger, i, flags);
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

  collect_subject (self, i, &flags, trigger->participants);
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
  set_verb_status (self, trigger, i, flags);
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
  collect_subject (self, i, &flags, trigger->participants);
  collect_partners (self, i + 1, trigger->participants);
  if (trigger->participants->len < 2 && is (self, i + 1, "to"))
    collect_list (self, i + 2, trigger->participants);
  if (trigger->participants->len < 2)
    {
      drop_last (self);
      return;
    }
  trigger->is_explicit = TRUE;
  set_verb_status (self, trigger, i, flags);
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
      collect_list (self, i + 2, trigger->participants);
    }
  else if ((is (self, i, "presence") || is (self, i, "participation"))
           && is (self, i + 1, "of"))
    {
      trigger = add_trigger (
          self, nothing, i, READOUT_MEETING_WORD_NONE, READOUT_MEETING_OTHER);
      collect_list (self, i + 2, trigger->participants);
    }
  else if ((is (self, i, "comprised") || is (self, i, "comprises")
            || is (self, i, "comprising") || is (self, i, "included")
            || is (self, i, "includes"))
           && follows_delegation (self, i))
    {
      trigger = add_trigger (
          self, nothing, i, READOUT_MEETING_WORD_NONE, READOUT_MEETING_OTHER);
      collect_list (self, i + 1, trigger->participants);
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
    if (word_at (self, k, &kind) == READOUT_MEETING_WORD_NOUN)
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
      set_verb_status (self, add_event (self, mention), mention->end, 0);
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

      collect_subject (self, verb, &flags, trigger->participants);
      set_verb_status (self, trigger, verb, flags);
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

  what = word_at (self, i, &kind);
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

/* Whether a date says when something was told rather than done: "said on
 * Monday that", "on Monday told". */
static gboolean
dates_a_report (const ReadoutSyntax *syntax, const ReadoutDateValue *date)
{
  const ReadoutCue *cue;
  guint             before = date->first;

  if (before > 0 && readout_syntax_is (syntax, before - 1, "on"))
    before--;
  if (before > 0)
    {
      cue = readout_cue_lexicon_find (syntax->tokens[before - 1].lower);
      if (cue != NULL && cue->share >= 60)
        return TRUE;
    }
  if (date->end < syntax->n_tokens)
    {
      cue = readout_cue_lexicon_find (syntax->tokens[date->end].lower);
      if (cue != NULL && cue->share >= 60 && cue->form != READOUT_VERB_ING)
        return TRUE;
    }
  return FALSE;
}

/**
 * readout_trigger_find_date:
 * @syntax: the syntax
 * @trigger: a trigger
 *
 * Returns: the index of the date in its sentence that is nearest to it and
 *   can say when the encounter is, or -1
 */
gint32
readout_trigger_find_date (const ReadoutSyntax  *syntax,
                           const ReadoutTrigger *trigger)
{
  const ReadoutSentence *sentence = &syntax->sentences[trigger->sentence];
  const GArray          *dates = syntax->analysis->dates;
  gint32                 best = -1;
  guint                  nearest = G_MAXUINT;

  for (guint i = sentence->first; i < sentence->end; i++)
    {
      const ReadoutDateValue *date;
      guint                   distance;

      if (syntax->dated[i] < 0)
        continue;
      date = &g_array_index (dates, ReadoutDateValue, syntax->dated[i]);
      distance = i < trigger->head ? trigger->head - i : i - trigger->head;
      i = MAX (i, date->end - 1);
      if (date->is_duration || dates_a_report (syntax, date))
        continue;
      /* A clause of its own has its own time. */
      for (guint k = MIN (date->first, trigger->head);
           k < MAX (date->first, trigger->head);
           k++)
        if (readout_syntax_has (syntax, k, READOUT_WORD_RELATIVE)
            || readout_syntax_is (syntax, k, "after")
            || readout_syntax_is (syntax, k, "since"))
          distance += 30;
      if (distance < nearest)
        {
          nearest = distance;
          best = syntax->dated[date->first];
        }
    }

  return nearest <= 40 ? best : -1;
}
