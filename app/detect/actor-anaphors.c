/* actor-anaphors.c: titles alone, common nouns, and pronouns
 *
 * One walk in text order, since each link can be the antecedent of the next.
 * A title alone is the person's who had it last, with the same nation if it
 * names one; one that nobody has is an unnamed person or, in the plural, a
 * group.  A common noun takes up the last body or state that it can stand for.
 * "He" and "she" are the subject of their own sentence, if it is a person
 * named before them, else of the last sentence that had one; inside a
 * quotation they are not its speaker.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "detect/actor-context.h"

#include <string.h>

/* How many sentences back an antecedent may stand. */
#define MAX_DISTANCE 6
/* How many mentions back it is looked for. */
#define MAX_LOOK_BACK 60

typedef struct
{
  ReadoutActorContext *context;
  GHashTable          *groups;       /* key of a plural to actor plus one */
  gint32               subject;      /* last person that was a subject */
  guint32              sentence;     /* where that was */
  gint32               own;          /* person that is subject here, or -1 */
  guint32              own_sentence; /* the sentence of @own */
} Walk;

static ReadoutCandidateActor *
get_actor (const Walk *walk, gint32 index)
{
  return readout_analysis_get_actor (walk->context->analysis, index);
}

static gboolean
is_head (const Walk *walk, const ReadoutCandidateMention *m, const char *word)
{
  return strcmp (walk->context->tokens[m->head].lower, word) == 0;
}

static char *
slice (const Walk *walk, guint32 first, guint32 end)
{
  return readout_analysis_slice (walk->context->analysis, first, end);
}

static guint32
get_sentence (const Walk *walk, guint mention)
{
  return walk->context->tokens[walk->context->mentions[mention].first].sentence;
}

/* The code of the first nation inside a mention, or of its possessor. */
static const char *
find_code (const Walk *walk, guint mention)
{
  ReadoutActorContext           *self = walk->context;
  const ReadoutCandidateMention *m = &self->mentions[mention];

  for (guint i = mention + 1;
       i < self->n_mentions && self->mentions[i].first < m->end;
       i++)
    {
      const char *code = readout_actor_context_get_code (self, i);

      if (*code != '\0'
          && !(self->mentions[i].first > m->first
               && readout_syntax_is (
                   self->syntax, self->mentions[i].first - 1, "to")))
        return code;
    }

  if (m->first >= 2 && readout_syntax_is (self->syntax, m->first - 1, "'s")
      && readout_actor_context_get_ending (self, m->first - 1) >= 0)
    return readout_actor_context_get_code (
        self, readout_actor_context_get_ending (self, m->first - 1));

  return "";
}

/* A title that stands for somebody who had it before. */
static gint32
find_holder (const Walk *walk, guint title)
{
  static const char *const same[][2] = {
    { "premier", "minister" },    { "pm", "minister" },
    { "chancellor", "minister" }, { "envoy", "ambassador" },
    { "diplomat", "minister" },   { "spokesperson", "spokesman" },
    { "lawmaker", "legislator" }, { "leader", "president" },
    { "chief", "commander" },     { "chief", "secretary" },
    { "monarch", "king" },        { "chair", "chairman" },
    { "negotiator", "minister" }, { "mp", "lawmaker" },
  };
  ReadoutActorContext           *self = walk->context;
  const ReadoutCandidateMention *m = &self->mentions[title];
  const char                    *word = self->tokens[m->head].lower;
  const char                    *code = find_code (walk, title);
  gint32                         found = -1;

  for (gint32 i = (gint32)title - 1;
       i >= 0 && i > (gint32)title - MAX_LOOK_BACK;
       i--)
    {
      const ReadoutCandidateMention *other = &self->mentions[i];
      const ReadoutCandidateActor   *actor;
      const char                    *its;
      gboolean                       fits;

      if (other->type != READOUT_MENTION_TITLE || other->actor < 0)
        continue;
      actor = get_actor (walk, other->actor);
      if (actor->type != READOUT_ACTOR_PERSON
          || (*code != '\0' && *actor->country != '\0'
              && strcmp (code, actor->country) != 0))
        continue;

      its = self->tokens[other->head].lower;
      fits = strcmp (its, word) == 0;
      for (gsize k = 0; !fits && k < G_N_ELEMENTS (same); k++)
        fits = (strcmp (word, same[k][0]) == 0 && strcmp (its, same[k][1]) == 0)
               || (strcmp (word, same[k][1]) == 0
                   && strcmp (its, same[k][0]) == 0);
      if (fits)
        {
          found = other->actor;
          break;
        }
    }

  if (found < 0 && m->end - m->first == 1)
    {
      gint32 holder
          = GPOINTER_TO_INT (g_hash_table_lookup (self->roles, word)) - 1;

      if (holder >= 0)
        found = holder;
    }

  return found;
}

/* An unnamed person or group behind a title that nobody has. */
static void
link_unnamed (Walk *walk, guint title, gboolean plural)
{
  ReadoutActorContext           *self = walk->context;
  const ReadoutCandidateMention *m = &self->mentions[title];
  ReadoutCandidateActor         *actor;
  const char                    *code = find_code (walk, title);
  g_autofree char               *text = slice (walk, m->first, m->end);
  g_autofree char               *key = g_utf8_strdown (text, -1);
  gint32 index = GPOINTER_TO_INT (g_hash_table_lookup (walk->groups, key)) - 1;
  gboolean acts = readout_actor_context_is_subject (self, title)
                  || readout_actor_context_is_agent (self, title);

  if (index < 0)
    {
      index = readout_actor_context_add (self,
                                         plural ? READOUT_ACTOR_GROUP
                                                : READOUT_ACTOR_PERSON,
                                         g_strdup (text),
                                         50);
      actor = get_actor (walk, index);
      actor->anonymous = !plural;
      actor->plural = plural;
      if (!plural)
        actor->role = g_strdup (text);
      g_strlcpy (actor->country, code, sizeof actor->country);
      g_hash_table_insert (
          walk->groups, g_steal_pointer (&key), GINT_TO_POINTER (index + 1));
    }

  get_actor (walk, index)->used |= acts;
  readout_actor_context_tie (self, title, index);
}

static void
link_title (Walk *walk, guint title)
{
  ReadoutActorContext           *self = walk->context;
  const ReadoutCandidateMention *m = &self->mentions[title];
  gboolean plural = readout_actor_context_is_plural (self, title);
  gint32   holder = plural ? -1 : find_holder (walk, title);

  if (holder >= 0)
    {
      ReadoutCandidateActor *actor = get_actor (walk, holder);

      readout_actor_context_tie (self, title, holder);
      if (actor->role == NULL)
        actor->role = slice (walk, m->first, m->end);
      return;
    }

  /* "The legislator": whoever has been speaking. */
  if (!plural && m->first > 0
      && readout_syntax_is (self->syntax, m->first - 1, "the"))
    {
      if (walk->subject >= 0 && walk->sentence + 3 >= get_sentence (walk, title)
          && walk->sentence < get_sentence (walk, title)
          && get_actor (walk, walk->subject)->role != NULL
          && m->end - m->first == 1)
        {
          readout_actor_context_tie (self, title, walk->subject);
          return;
        }
    }

  link_unnamed (walk, title, plural);
}

/* The last body before a nominal whose name has its head, or that is of no
 * other kind. */
static gint32
find_body (const Walk *walk, guint nominal)
{
  static const char *const companies[]
      = { "company",     "firm",         "agency",       "newspaper",
          "group",       "organization", "organisation", "bank",
          "corporation", "body",         "bloc",         NULL };
  ReadoutActorContext           *self = walk->context;
  const ReadoutCandidateMention *m = &self->mentions[nominal];
  const char                    *head = self->tokens[m->head].lower;
  gint32                         other = -1;

  for (gint32 i = (gint32)nominal - 1;
       i >= 0 && i > (gint32)nominal - MAX_LOOK_BACK;
       i--)
    {
      const ReadoutCandidateMention *body = &self->mentions[i];

      if (body->type != READOUT_MENTION_ORGANIZATION || body->actor < 0
          || get_actor (walk, body->actor)->type != READOUT_ACTOR_ORGANIZATION)
        continue;
      for (guint32 k = body->first; k < body->end; k++)
        if (strcmp (self->tokens[k].lower, head) == 0)
          return body->actor;
      if (other < 0)
        other = body->actor;
    }

  return g_strv_contains (companies, head) ? other : -1;
}

/* Links "the ministry", "the government", "the Indian side". */
static void
link_body (Walk *walk, guint nominal)
{
  static const char *const sides[]
      = { "side", "delegation", "team", "mission", NULL };
  ReadoutActorContext           *self = walk->context;
  const ReadoutCandidateMention *m = &self->mentions[nominal];
  const char                    *head = self->tokens[m->head].lower;
  const char                    *code = find_code (walk, nominal);
  ReadoutCandidateActor         *actor;
  g_autofree char               *key = NULL;
  g_autofree char               *text = NULL;
  gint32                         index = -1;

  if (readout_actor_context_is_plural (self, nominal))
    return;

  if (strcmp (head, "government") == 0 || strcmp (head, "regime") == 0)
    {
      if (*code == '\0')
        code = self->home;
      if (*code == '\0')
        return;
      index = readout_actor_context_get_state (self, code);
      readout_actor_context_tie (self, nominal, index);
      get_actor (walk, index)->used
          |= readout_actor_context_is_subject (self, nominal)
             || readout_actor_context_is_agent (self, nominal);
      return;
    }

  if (!g_strv_contains (sides, head))
    index = find_body (walk, nominal);
  if (index >= 0)
    {
      readout_actor_context_tie (self, nominal, index);
      get_actor (walk, index)->used
          |= readout_actor_context_is_subject (self, nominal)
             || readout_actor_context_is_agent (self, nominal);
      return;
    }

  text = slice (walk, m->first + 1, m->end);
  key = *code != '\0' && g_strv_contains (sides, head)
            ? g_strconcat ("side ", code, NULL)
            : g_utf8_strdown (text, -1);
  index = GPOINTER_TO_INT (g_hash_table_lookup (walk->groups, key)) - 1;
  if (index < 0)
    {
      /* A bare "side" or "team" is too vague to stand for anybody. */
      if (*code == '\0' && g_strv_contains (sides, head)
          && strcmp (head, "delegation") != 0)
        return;
      index = readout_actor_context_add (self,
                                         g_strv_contains (sides, head)
                                             ? READOUT_ACTOR_GROUP
                                             : READOUT_ACTOR_ORGANIZATION,
                                         g_strdup (text),
                                         45);
      actor = get_actor (walk, index);
      actor->plural = actor->type == READOUT_ACTOR_GROUP;
      g_strlcpy (actor->country, code, sizeof actor->country);
      if (*code != '\0')
        actor->affiliation
            = g_strdup (readout_lexicon_get_country_name (self->lexicon, code));
      g_hash_table_insert (
          walk->groups, g_steal_pointer (&key), GINT_TO_POINTER (index + 1));
    }

  readout_actor_context_tie (self, nominal, index);
  get_actor (walk, index)->used
      |= readout_actor_context_is_subject (self, nominal)
         || readout_actor_context_is_agent (self, nominal);
}

/* "The country" and "the kingdom" are the last state that was spoken of, and
 * "the kingdom" is one that is one. */
static void
link_place (Walk *walk, guint nominal)
{
  static const char *const kingdoms[]
      = { "SA", "JO", "BH", "MA", "GB", "TH", "NO", "SE", "DK",
          "NL", "BE", "ES", "KH", "BT", "LS", "SZ", "TO", NULL };
  ReadoutActorContext           *self = walk->context;
  const ReadoutCandidateMention *m = &self->mentions[nominal];
  gboolean                       kingdom = is_head (walk, m, "kingdom");
  const char                    *code = "";

  if (readout_actor_context_is_plural (self, nominal)
      || is_head (walk, m, "state") || is_head (walk, m, "island"))
    return;

  if (kingdom && g_strv_contains (kingdoms, self->home))
    code = self->home;
  for (gint32 i = (gint32)nominal - 1;
       *code == '\0' && i >= 0 && i > (gint32)nominal - MAX_LOOK_BACK;
       i--)
    {
      const ReadoutCandidateMention *other = &self->mentions[i];
      const ReadoutCandidateActor   *actor;

      if (other->actor < 0)
        continue;
      actor = get_actor (walk, other->actor);
      if (*actor->country != '\0'
          && (actor->type == READOUT_ACTOR_GOVERNMENT
              || actor->type == READOUT_ACTOR_PERSON)
          && (!kingdom || g_strv_contains (kingdoms, actor->country)))
        code = actor->country;
    }
  if (*code == '\0')
    return;

  readout_actor_context_tie (
      self, nominal, readout_actor_context_get_state (self, code));
}

static gboolean
fits_gender (const Walk *walk, gint32 index, ReadoutGender gender)
{
  const ReadoutCandidateActor *actor = get_actor (walk, index);

  return actor->type == READOUT_ACTOR_PERSON
         && (actor->gender == READOUT_GENDER_UNKNOWN
             || actor->gender == gender);
}

/* The last person before a mention, but not @except. */
static gint32
find_recent_person (const Walk   *walk,
                    guint         mention,
                    ReadoutGender gender,
                    gint32        except)
{
  ReadoutActorContext *self = walk->context;
  guint32              sentence = get_sentence (walk, mention);

  for (gint32 i = (gint32)mention - 1;
       i >= 0 && i > (gint32)mention - MAX_LOOK_BACK
       && get_sentence (walk, i) + MAX_DISTANCE >= sentence;
       i--)
    {
      gint32 actor = self->mentions[i].actor;

      if (actor >= 0 && actor != except && fits_gender (walk, actor, gender)
          && self->mentions[i].outer < 0)
        return actor;
    }

  return -1;
}

static void
link_person_pronoun (Walk *walk, guint mention)
{
  ReadoutActorContext           *self = walk->context;
  const ReadoutCandidateMention *m = &self->mentions[mention];
  ReadoutGender                  gender
      = is_head (walk, m, "she") ? READOUT_GENDER_FEMALE : READOUT_GENDER_MALE;
  guint32  sentence = get_sentence (walk, mention);
  gboolean quoted = readout_actor_context_is_quoted (self, mention);
  gint32   own = walk->own_sentence == sentence ? walk->own : -1;
  gint32   index = -1;

  if (quoted)
    index = find_recent_person (
        walk, mention, gender, own >= 0 ? own : walk->subject);
  else if (is_head (walk, m, "him"))
    index = find_recent_person (walk, mention, gender, own);
  else
    {
      if (own >= 0 && fits_gender (walk, own, gender))
        index = own;
      else if (walk->subject >= 0 && fits_gender (walk, walk->subject, gender)
               && walk->sentence + MAX_DISTANCE >= sentence)
        index = walk->subject;
    }
  if (index < 0)
    index = find_recent_person (walk, mention, gender, -1);
  if (index < 0)
    return;

  readout_actor_context_tie (self, mention, index);
  if (get_actor (walk, index)->gender == READOUT_GENDER_UNKNOWN)
    get_actor (walk, index)->gender = gender;
}

/* "It" and "they": the last subject of the right number. */
static void
link_other_pronoun (Walk *walk, guint mention)
{
  ReadoutActorContext     *self = walk->context;
  ReadoutCandidateMention *m = &self->mentions[mention];
  gboolean                 plural = is_head (walk, m, "they");
  guint32                  sentence = get_sentence (walk, mention);

  for (gint32 i = (gint32)mention - 1;
       i >= 0 && i > (gint32)mention - MAX_LOOK_BACK
       && get_sentence (walk, i) + 2 >= sentence;
       i--)
    {
      const ReadoutCandidateMention *other = &self->mentions[i];
      const ReadoutCandidateActor   *actor;

      if (other->actor < 0 || other->outer >= 0)
        continue;
      actor = get_actor (walk, other->actor);
      if (plural ? !actor->plural
                 : actor->type != READOUT_ACTOR_ORGANIZATION
                       && actor->type != READOUT_ACTOR_GOVERNMENT)
        continue;
      if (!readout_actor_context_is_subject (self, i))
        continue;

      readout_actor_context_tie (self, mention, other->actor);
      m->type = actor->type == READOUT_ACTOR_GOVERNMENT
                    ? READOUT_MENTION_LOCATION
                : plural && other->type != READOUT_MENTION_ORGANIZATION
                    ? READOUT_MENTION_PERSON
                    : READOUT_MENTION_ORGANIZATION;
      return;
    }
}

static void
link_person_nominal (Walk *walk, guint mention)
{
  ReadoutActorContext           *self = walk->context;
  const ReadoutCandidateMention *m = &self->mentions[mention];
  gboolean plural = readout_actor_context_is_plural (self, mention);

  if (!plural)
    {
      gint32 holder = find_holder (walk, mention);

      if (holder < 0)
        for (gint32 i = (gint32)mention - 1;
             i >= 0 && i > (gint32)mention - MAX_LOOK_BACK;
             i--)
          if (self->mentions[i].actor >= 0
              && get_actor (walk, self->mentions[i].actor)->type
                     == READOUT_ACTOR_PERSON
              && (get_actor (walk, self->mentions[i].actor)->role != NULL
                  || get_actor (walk, self->mentions[i].actor)->anonymous))
            {
              holder = self->mentions[i].actor;
              break;
            }
      if (holder >= 0)
        readout_actor_context_tie (self, mention, holder);
      return;
    }

  /* A plural takes up a group of the same word. */
  for (gint32 i = (gint32)mention - 1;
       i >= 0 && i > (gint32)mention - MAX_LOOK_BACK;
       i--)
    if (self->mentions[i].actor >= 0
        && get_actor (walk, self->mentions[i].actor)->plural
        && strcmp (self->tokens[self->mentions[i].head].lower,
                   self->tokens[m->head].lower)
               == 0)
      {
        readout_actor_context_tie (self, mention, self->mentions[i].actor);
        return;
      }
}

static void
note_subject (Walk *walk, guint mention)
{
  ReadoutActorContext           *self = walk->context;
  const ReadoutCandidateMention *m = &self->mentions[mention];
  guint32                        sentence = get_sentence (walk, mention);

  if (m->actor < 0 || m->outer >= 0
      || get_actor (walk, m->actor)->type != READOUT_ACTOR_PERSON
      || readout_actor_context_is_quoted (self, mention)
      || !readout_actor_context_is_subject (self, mention))
    return;

  if (walk->own_sentence != sentence || walk->own < 0)
    walk->own = m->actor;
  walk->own_sentence = sentence;
  walk->subject = walk->own;
  walk->sentence = sentence;
}

/**
 * readout_actor_anaphors_link:
 * @self: the context, with names, roles and states tied
 */
void
readout_actor_anaphors_link (ReadoutActorContext *self)
{
  Walk walk = { self, NULL, -1, 0, -1, G_MAXUINT32 };

  walk.groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->n_mentions; i++)
    {
      const ReadoutCandidateMention *m = &self->mentions[i];

      if (m->actor < 0)
        {
          if (m->type == READOUT_MENTION_TITLE)
            link_title (&walk, i);
          else if (m->form == READOUT_FORM_PRONOUN)
            {
              if (m->type == READOUT_MENTION_PERSON
                  && !is_head (&walk, m, "they"))
                link_person_pronoun (&walk, i);
              else
                link_other_pronoun (&walk, i);
            }
          else if (m->form == READOUT_FORM_NOMINAL)
            {
              if (m->type == READOUT_MENTION_LOCATION)
                link_place (&walk, i);
              else if (m->type == READOUT_MENTION_ORGANIZATION)
                link_body (&walk, i);
              else
                link_person_nominal (&walk, i);
            }
        }
      note_subject (&walk, i);
    }

  g_hash_table_unref (walk.groups);
}
