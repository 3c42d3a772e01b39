/* subjects.c: the subject of a verb, and whom a phrase is about
 *
 * A subject is found from its verb, over auxiliaries, adverbs, dates,
 * appositions and relative clauses between commas.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/article/subjects.h"

#include "detect/article/syntax.h"

/* How many introductions can stand before a subject: "On Monday, speaking in
 * Oslo, the minister left" has two. */
#define MAX_INTRODUCTIONS 3

/* How far to the left of token @i a walk may go. */
static guint
get_low (guint first, guint i)
{
  return i > first + READOUT_PHRASE_REACH ? i - READOUT_PHRASE_REACH : first;
}

static gboolean
is_comma (const ReadoutSyntax *self, guint i)
{
  return readout_syntax_is (self, i, ",");
}

/* What an auxiliary at @i tells of the subject of @verb. */
static guint
get_auxiliary_flags (const ReadoutSyntax *self, guint i, guint verb)
{
  guint flags = 0;

  /* "was saying" is no passive, "was told" is. */
  if (readout_syntax_has (self, i, READOUT_WORD_BE)
      && !readout_syntax_has (self, verb, READOUT_WORD_ING))
    flags |= READOUT_SUBJECT_PASSIVE;
  if (readout_syntax_has (self, i, READOUT_WORD_MODAL))
    flags |= readout_syntax_is_in (self, i, READOUT_WORDS_FUTURE_AUXILIARIES)
                 ? READOUT_SUBJECT_FUTURE
                 : READOUT_SUBJECT_MODAL;
  return flags;
}

/* Where the date over token @i begins, with its preposition. */
static guint
skip_date_back (const ReadoutSyntax *self, guint first, guint i)
{
  const ReadoutDateValue *date = &g_array_index (
      self->analysis->dates, ReadoutDateValue, self->dated[i]);
  guint p = MAX (first, date->first);

  if (p > first
      && (readout_syntax_is (self, p - 1, "on")
          || readout_syntax_is (self, p - 1, "in")))
    p--;
  return p;
}

/* An adverb before a verb, or "since" as one: "has since denied". */
static gboolean
is_adverb_before (const ReadoutSyntax *self, guint first, guint i)
{
  if (self->covering[i] >= 0)
    return FALSE;
  return readout_syntax_has (self, i, READOUT_WORD_ADVERB)
         || (readout_syntax_is (self, i, "since") && i > first
             && readout_syntax_has (self, i - 1, READOUT_WORD_AUXILIARY));
}

/**
 * readout_subjects_skip_back:
 * @self: the syntax
 * @first: first token of the sentence
 * @verb: index of a verb
 * @flags: (out): what was skipped
 *
 * Skips auxiliaries, adverbs, negation and dates before a verb.
 *
 * Returns: the index after what comes before them
 */
guint
readout_subjects_skip_back (const ReadoutSyntax *self,
                            guint                first,
                            guint                verb,
                            guint               *flags)
{
  guint p = verb;

  *flags = 0;
  if (p > first && readout_syntax_is (self, p - 1, "to"))
    *flags |= READOUT_SUBJECT_INFINITIVE;

  while (p > first)
    {
      if (self->dated[p - 1] >= 0)
        {
          p = skip_date_back (self, first, p - 1);
          continue;
        }
      if (readout_syntax_has (self, p - 1, READOUT_WORD_AUXILIARY))
        *flags |= get_auxiliary_flags (self, p - 1, verb);
      else if (readout_syntax_has (self, p - 1, READOUT_WORD_NEGATION))
        *flags |= READOUT_SUBJECT_NEGATED;
      else if (!is_adverb_before (self, first, p - 1))
        break;
      p--;
    }

  return p;
}

/* Whether something before the subject begins at @i: "On Monday, …". */
static gboolean
is_introduction (const ReadoutSyntax *self, guint i)
{
  return self->covering[i] < 0
         && (self->dated[i] >= 0
             || readout_syntax_has (self,
                                    i,
                                    READOUT_WORD_PREPOSITION
                                        | READOUT_WORD_ADVERB | READOUT_WORD_ING
                                        | READOUT_WORD_SUBORDINATOR));
}

/* "On Monday the minister left.": the index after what tells when. */
static guint
skip_time (const ReadoutSyntax *self, guint i, guint end)
{
  while (i < end
         && (self->dated[i] >= 0
             || (i + 1 < end && self->dated[i + 1] >= 0
                 && readout_syntax_has (self, i, READOUT_WORD_PREPOSITION))
             || readout_syntax_has (self, i, READOUT_WORD_ADVERB)))
    i++;
  return i;
}

static guint
find_comma (const ReadoutSyntax *self, guint i, guint end)
{
  while (i < end && !is_comma (self, i))
    i++;
  return i;
}

/* The index after the last semicolon before @end, which begins as much as a
 * sentence does; @first if there is none. */
static guint
find_semicolon_back (const ReadoutSyntax *self, guint first, guint end)
{
  guint i = end;

  while (i > first && !readout_syntax_is (self, i - 1, ";"))
    i--;
  return i;
}

/* The index after what only joins a clause to the one before or opens a
 * quotation: "But “the minister …". */
static guint
skip_openers (const ReadoutSyntax *self, guint i, guint end)
{
  while (i < end
         && (readout_syntax_has (
                 self, i, READOUT_WORD_CONJUNCTION | READOUT_WORD_SIGN)
             || readout_syntax_is_quote (self, i)))
    i++;
  return i;
}

/**
 * readout_subjects_find_main:
 * @self: the syntax
 * @first: first token of the sentence
 * @end: the token before which the subject has to end
 *
 * Returns: the first noun phrase of the sentence after an introduction ("On
 *   Monday, …", "Speaking in Oslo, …"); empty if there is none
 */
ReadoutPhrase
readout_subjects_find_main (const ReadoutSyntax *self, guint first, guint end)
{
  guint i = find_semicolon_back (self, first, end);

  for (guint turn = 0; turn < MAX_INTRODUCTIONS && i < end; turn++)
    {
      guint comma;

      i = skip_openers (self, i, end);
      if (i >= end || !is_introduction (self, i))
        break;
      comma = find_comma (self, i, end);
      /* "On Monday the minister left": no comma parts them. */
      if (comma >= end)
        {
          i = skip_time (self, i, end);
          break;
        }
      i = comma + 1;
    }

  if (i >= end)
    return (ReadoutPhrase){ first, first };
  return readout_phrases_find_after (self, i, end);
}

/* The comma that opens the parenthesis which token @close, a comma, ends. */
static guint
find_opening_comma (const ReadoutSyntax *self, guint first, guint close)
{
  guint low = get_low (first, close);

  for (guint i = close; i > low; i--)
    {
      if (is_comma (self, i - 1) && self->covering[i - 1] < 0
          && self->dated[i - 1] < 0)
        return i - 1;
      if (readout_syntax_is_quote (self, i - 1))
        break;
    }

  return G_MAXUINT;
}

/* Where the clause with token @i begins: after "that", a quotation mark or a
 * semicolon, or with the sentence. */
static guint
find_clause_start (const ReadoutSyntax *self, guint first, guint i)
{
  for (; i > first; i--)
    if (readout_syntax_is (self, i - 1, "that")
        || readout_syntax_is (self, i - 1, ";")
        || readout_syntax_is_quote (self, i - 1))
      return i;
  return first;
}

/* A phrase that hangs on a preposition is no subject: "the lawmakers sitting on
 * the committee stressed".  Then the first phrase of the clause is taken. */
static ReadoutPhrase
prefer_main (const ReadoutSyntax *self, guint first, ReadoutPhrase phrase)
{
  ReadoutPhrase main;
  guint         start;

  if (phrase.first <= first
      || !readout_syntax_has (self, phrase.first - 1, READOUT_WORD_PREPOSITION))
    return phrase;
  start = find_clause_start (self, first, phrase.first);
  main = readout_subjects_find_main (self, start, phrase.first);
  if (main.end == main.first || main.end > phrase.first)
    return phrase;
  for (guint i = main.end; i < phrase.first; i++)
    if (readout_syntax_has (
            self, i, READOUT_WORD_AUXILIARY | READOUT_WORD_SUBORDINATOR)
        && !readout_syntax_has (self, main.end, READOUT_WORD_RELATIVE))
      return phrase;
  return main;
}

static gboolean
has_actor_mention (const ReadoutSyntax *self, ReadoutPhrase phrase)
{
  for (guint i = phrase.first; i < phrase.end; i++)
    if (self->covering[i] >= 0 && self->mentions[self->covering[i]].actor >= 0)
      return TRUE;
  return FALSE;
}

/* Whether what begins at @i is not the object of an earlier verb, as in "met
 * Lee and Roy said". */
static gboolean
is_at_edge (const ReadoutSyntax *self, guint first, guint i)
{
  return i <= first || is_comma (self, i - 1)
         || readout_syntax_is_quote (self, i - 1)
         || readout_syntax_has (self, i - 1, READOUT_WORD_SUBORDINATOR)
         || readout_syntax_is (self, i - 1, "that")
         || readout_syntax_is (self, i - 1, "both");
}

/* "Ann Lee and Bo Roy", "Ann Lee, Bo Roy and the council": where the list
 * begins whose last part begins at @last. */
static guint
find_list_start (const ReadoutSyntax *self, guint first, guint last)
{
  gboolean joined = FALSE;

  while (last > first + 1
         && (readout_syntax_is (self, last - 1, "and")
             || (joined && is_comma (self, last - 1))))
    {
      ReadoutPhrase other;
      guint         end = last - 1;

      /* A comma before "and" too. */
      if (!is_comma (self, end) && end > first + 1 && is_comma (self, end - 1))
        end--;
      other = readout_phrases_find_before (self, first, end);
      if (other.first >= other.end || !has_actor_mention (self, other)
          || !is_at_edge (self, first, other.first))
        break;
      last = other.first;
      joined = TRUE;
    }

  return last;
}

/* "an official who asked not to be named said": the relative pronoun that
 * begins a clause which goes on to @verb without a comma, or @verb. */
static guint
find_relative (const ReadoutSyntax *self, guint first, guint verb)
{
  guint low = get_low (first, verb);

  for (guint i = verb; i > low + 1; i--)
    {
      if (readout_syntax_is (self, i - 1, "who"))
        return is_comma (self, i - 2) ? verb : i - 1;
      if (readout_syntax_has (self, i - 1, READOUT_WORD_SIGN)
          || readout_syntax_is_quote (self, i - 1)
          || readout_syntax_is (self, i - 1, "that"))
        break;
    }

  return verb;
}

/* What "who" or "which" at @i stands for. */
static ReadoutPhrase
find_antecedent (const ReadoutSyntax *self, guint first, guint i)
{
  if (i > first && is_comma (self, i - 1))
    i--;
  return readout_phrases_find_before (self, first, i);
}

/* Whether a parenthesis that begins at @i is no apposition: "Lee, speaking in
 * Oslo, said". */
static gboolean
is_aside (const ReadoutSyntax *self, guint i)
{
  return self->dated[i] >= 0
         || readout_syntax_has (
             self,
             i,
             READOUT_WORD_RELATIVE | READOUT_WORD_SUBORDINATOR
                 | READOUT_WORD_PREPOSITION | READOUT_WORD_ING
                 | READOUT_WORD_ADVERB | READOUT_WORD_PAST
                 | READOUT_WORD_CONJUNCTION | READOUT_WORD_AUXILIARY);
}

/* The subject before the parenthesis that the comma @close ends; with it if it
 * is an apposition: "Ann Lee, the minister, said". */
static ReadoutPhrase
find_before_parenthesis (const ReadoutSyntax *self, guint first, guint close)
{
  ReadoutPhrase none = { close + 1, close + 1 };
  ReadoutPhrase phrase;
  ReadoutPhrase apposition;
  guint         open = find_opening_comma (self, first, close);

  if (open == G_MAXUINT || open <= first || open + 1 >= close)
    return none;
  phrase = readout_phrases_find_before (self, first, open);
  if (phrase.first >= phrase.end)
    return none;
  phrase = prefer_main (self, first, phrase);
  if (is_aside (self, open + 1))
    return phrase;

  /* An apposition is a noun phrase with nothing after it. */
  apposition = readout_phrases_find_after (self, open + 1, close);
  if (apposition.end == apposition.first)
    return none;
  if (apposition.end == close)
    phrase.end = close;
  return phrase;
}

/* "the minister, Ann Lee": where the title begins that stands before the comma
 * before a name at @i, or @i. */
static guint
find_title_start (const ReadoutSyntax *self, guint first, guint i)
{
  const ReadoutCandidateMention *before;
  const ReadoutCandidateMention *after;

  if (i <= first + 1 || !is_comma (self, i - 1) || self->ending[i - 2] < 0
      || self->starting[i] < 0)
    return i;
  before = &self->mentions[self->ending[i - 2]];
  after = &self->mentions[self->starting[i]];
  if (before->type != READOUT_MENTION_TITLE
      || after->type != READOUT_MENTION_PERSON
      || after->form != READOUT_FORM_NAME)
    return i;
  return readout_phrases_find_before (self, first, i - 1).first;
}

/* "said that the minister …": whether a phrase begins with a conjunction rather
 * than with a determiner. */
static gboolean
begins_with_conjunction (const ReadoutSyntax *self, ReadoutPhrase phrase)
{
  return phrase.end > phrase.first + 1
         && readout_syntax_is (self, phrase.first, "that")
         && (self->covering[phrase.first + 1] >= 0
             || readout_syntax_has (
                 self, phrase.first + 1, READOUT_WORD_DETERMINER));
}

/* The subject that ends right before token @end. */
static ReadoutPhrase
find_adjacent (const ReadoutSyntax *self, guint first, guint end)
{
  ReadoutPhrase phrase = readout_phrases_find_before (self, first, end);

  if (phrase.first >= phrase.end)
    return phrase;
  phrase = prefer_main (self, first, phrase);
  phrase.first = find_title_start (self, first, phrase.first);
  phrase.first = find_list_start (self, first, phrase.first);
  if (begins_with_conjunction (self, phrase))
    phrase.first++;

  return phrase;
}

/**
 * readout_subjects_find:
 * @self: the syntax
 * @first: first token of the sentence or clause
 * @verb: index of a verb
 * @flags: (out): #ReadoutSubjectFlags
 *
 * Returns: the noun phrase before a verb that can be its subject, with its
 *   apposition and without relative clauses; empty if there is none
 */
ReadoutPhrase
readout_subjects_find (const ReadoutSyntax *self,
                       guint                first,
                       guint                verb,
                       guint               *flags)
{
  guint p = readout_subjects_skip_back (self, first, verb, flags);
  guint relative;

  if (p <= first)
    return (ReadoutPhrase){ p, p };
  if (readout_syntax_has (self, p - 1, READOUT_WORD_CONJUNCTION)
      && self->covering[p - 1] < 0)
    {
      *flags |= READOUT_SUBJECT_COORDINATED;
      return (ReadoutPhrase){ p, p };
    }
  if (readout_syntax_is (self, p - 1, "who")
      || readout_syntax_is (self, p - 1, "which"))
    {
      *flags |= READOUT_SUBJECT_RELATIVE;
      return find_antecedent (self, first, p - 1);
    }

  relative = find_relative (self, first, p);
  if (relative < p)
    return readout_phrases_find_before (self, first, relative);
  if (is_comma (self, p - 1))
    return find_before_parenthesis (self, first, p - 1);
  return find_adjacent (self, first, p);
}

/* The ranks of a person's name and of who only holds the head. */
#define NAME_RANK 5
#define HOLDER_RANK 1

/* How good a mention is as the one that a phrase is about. */
static int
rank_mention (const ReadoutSyntax *self, const ReadoutCandidateMention *mention)
{
  if (mention->actor < 0)
    return 0;
  switch (mention->type)
    {
    case READOUT_MENTION_PERSON:
      return mention->form == READOUT_FORM_NAME ? NAME_RANK : NAME_RANK - 1;
    case READOUT_MENTION_TITLE:
      return 3;
    case READOUT_MENTION_ORGANIZATION:
      return 2;
    case READOUT_MENTION_LOCATION:
      return HOLDER_RANK;
    default:
      return HOLDER_RANK;
    }
}

/* Whether the words of a phrase before its preposition stand for who follows
 * it: "a statement by the ministry", "members of the panel". */
static gboolean
lends_itself (const ReadoutSyntax *self, guint first, guint end)
{
  return readout_syntax_is_in (self, end - 1, READOUT_WORDS_LENDING_HEADS)
         || (self->covering[end - 1] >= 0 && first < end);
}

static gboolean
mentions_person (const ReadoutCandidateMention *mention)
{
  return mention->type == READOUT_MENTION_PERSON;
}

/* "Lee's letter" speaks for Lee, "Lee's lawyers" speak for themselves. */
static gboolean
is_own (const ReadoutSyntax *self, guint head)
{
  return readout_syntax_is_in (self, head, READOUT_WORDS_OWN_HEADS);
}

/* Whether a comma stands between two of several who are joined by "and": a
 * name follows it, perhaps with its title, and no other comma is before the
 * "and" but of the same list. */
static gboolean
is_list (const ReadoutSyntax *self, guint comma, guint end)
{
  gboolean has_name = FALSE;

  for (guint i = comma + 1; i < end; i++)
    {
      if (self->covering[i] < 0
          && (readout_syntax_is (self, i, "and") || is_comma (self, i)))
        {
          if (!has_name)
            return FALSE;
          if (!is_comma (self, i))
            return TRUE;
          has_name = FALSE;
        }
      if (self->starting[i] >= 0
          && self->mentions[self->starting[i]].form == READOUT_FORM_NAME
          && self->mentions[self->starting[i]].type != READOUT_MENTION_LOCATION)
        has_name = TRUE;
    }

  return FALSE;
}

/* Where the part of a phrase ends that begins at @first: at an "and", or at a
 * comma in a list of names. */
static guint
find_part_end (const ReadoutSyntax *self, guint first, guint end)
{
  guint i = first;

  while (i < end
         && !(self->covering[i] < 0
              && (readout_syntax_is (self, i, "and")
                  || (is_comma (self, i) && is_list (self, i, end)))))
    i++;
  return i;
}

/* How good a mention is as the one that the part of a phrase up to @end is
 * about; 0 if it cannot be. */
static int
rank_in_part (const ReadoutSyntax           *self,
              const ReadoutCandidateMention *mention,
              guint                          end)
{
  int rank = rank_mention (self, mention);

  /* "the London-based architect" */
  if (mention->end > end
      || (mention->type == READOUT_MENTION_LOCATION
          && readout_syntax_is (self, mention->end, "-")))
    return 0;
  /* "Ann Lee's adviser": not herself, if the adviser is known. */
  if (rank > HOLDER_RANK && mention->end < end
      && readout_syntax_has (self, mention->end, READOUT_WORD_POSSESSIVE))
    return mentions_person (mention) && !is_own (self, end - 1) ? 0
                                                                : HOLDER_RANK;
  return rank;
}

/* "Lee spokesman Bo Roy": whether a title stands right before token @i. */
static gboolean
follows_title (const ReadoutSyntax *self, guint i)
{
  return i > 0 && self->covering[i - 1] >= 0
         && self->mentions[self->covering[i - 1]].type == READOUT_MENTION_TITLE;
}

/* The best actor so far of a part of a phrase. */
typedef struct
{
  gint32 actor;
  int    rank;
} Choice;

/* Weighs the mentions that begin at @i.  The head comes before the preposition,
 * so of equals the first one is meant, but for a name behind a title. */
static void
weigh_mentions (const ReadoutSyntax *self, guint i, guint end, Choice *best)
{
  for (gint32 m = self->starting[i];
       m >= 0 && (guint)m < self->analysis->mentions->len
       && self->mentions[m].first == i;
       m++)
    {
      int rank = rank_in_part (self, &self->mentions[m], end);

      if (rank > best->rank
          || (rank == best->rank && rank == NAME_RANK
              && follows_title (self, i)))
        {
          best->actor = self->mentions[m].actor;
          best->rank = rank;
        }
    }
}

/* The actor that the part of a phrase from @first to @end is about, or -1. */
static gint32
choose_actor (const ReadoutSyntax *self, guint first, guint end)
{
  Choice best = { -1, 0 };

  for (guint i = first; i < end; i++)
    {
      /* An abbreviation, or the name in another script. */
      if (readout_syntax_is (self, i, "(") && i > first)
        {
          while (i < end && !readout_syntax_is (self, i, ")"))
            i++;
          continue;
        }
      /* The head stands before the preposition; where that is no actor, only
       * words for speech or people lend it what follows. */
      if (readout_syntax_has (self, i, READOUT_WORD_PREPOSITION)
          && self->covering[i] < 0 && i > first
          && (best.actor >= 0 || !lends_itself (self, first, i)))
        break;
      weigh_mentions (self, i, end, &best);
    }

  return best.actor;
}

/**
 * readout_subjects_get_actors:
 * @self: the syntax
 * @phrase: a noun phrase
 * @actors: (element-type gint32): where to add them, each once
 *
 * Adds the actor that a noun phrase is about, or the several that are joined
 * in it by "and".
 */
void
readout_subjects_get_actors (const ReadoutSyntax *self,
                             ReadoutPhrase        phrase,
                             GArray              *actors)
{
  ReadoutActorList list = { 0 };

  for (guint i = 0; i < actors->len; i++)
    readout_actor_list_add (&list, g_array_index (actors, gint32, i));
  readout_subjects_list_actors (self, phrase, &list);
  for (guint i = actors->len; i < list.length; i++)
    {
      gint32 actor = readout_actor_list_get (&list, i);

      g_array_append_val (actors, actor);
    }
  readout_actor_list_clear (&list);
}

/**
 * readout_subjects_list_actors:
 * @self: the syntax
 * @phrase: a noun phrase
 * @actors: where to add them, each once
 *
 * Does the same as readout_subjects_get_actors().
 */
void
readout_subjects_list_actors (const ReadoutSyntax *self,
                              ReadoutPhrase        phrase,
                              ReadoutActorList    *actors)
{
  guint end;

  for (guint first = phrase.first; first < phrase.end; first = end + 1)
    {
      gint32 actor;

      end = find_part_end (self, first, phrase.end);
      actor = choose_actor (self, first, end);
      if (actor >= 0 && !readout_actor_list_contains (actors, actor))
        readout_actor_list_add (actors, actor);
    }
}
