/* cues.c: from a cue to its source and content
 *
 * Each verb of the lexicon says in which patterns its content follows; here
 * they are tried around a verb in a sentence.  Content after the cue runs to
 * the end of its clause: to the end of the sentence unless another attribution
 * takes over (", adding that …", "and called for …", ", the report said").
 * Content before the cue is the quotation that ends there, or the sentence up
 * to the comma.  Words that may be cues but stand where a verb of saying
 * cannot (passives, infinitives, negated and modal verbs, nouns) are left out:
 * annotators find those only now and then.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/statements/cues.h"

#include "detect/article/clauses.h"
#include "detect/article/phrases.h"
#include "detect/article/subjects.h"
#include "detect/article/syntax.h"
#include "detect/statements/patterns.h"
#include "detect/statements/people.h"
#include "detect/statements/site.h"
#include "detect/words/cue-lexicon.h"

#define MIN_PARTICIPLE_SHARE READOUT_CLAUSES_MIN_PARTICIPLE_SHARE

/* A source that is no known actor needs a cue that is hardly anything else;
 * less so where it is a person, or where "that" follows. */
#define MIN_SHARE_WITHOUT_ACTOR 60
#define MIN_SHARE_OF_PERSON 40

/* From this share on a verb is hardly anything else than a cue. */
#define SURE_SHARE 80

/* How likely the phrases of cue-phrases.txt are cues, in percent. */
#define PHRASE_SHARE 70

typedef ReadoutStatementSite Site;

static gboolean
is_quote (const Site *self, guint i)
{
  return readout_syntax_is_quote (self->syntax, i);
}

/* The source of a participle or of a verb behind "and": that of the cue
 * before it in the sentence, else the subject of the sentence. */
static ReadoutPhrase
borrow_source (const Site *self)
{
  const ReadoutSyntax *syntax = self->syntax;
  gint32               here = syntax->tokens[self->verb].quotation;
  guint                first = self->first;

  for (guint k = self->drafts->len; k > 0 && k + 4 > self->drafts->len; k--)
    {
      const ReadoutDraft *draft
          = &g_array_index (self->drafts, ReadoutDraft, k - 1);
      guint reach = draft->n_content > 0
                        ? draft->content[draft->n_content - 1].end
                        : draft->cue.end;

      /* Of this sentence, or with a quotation that reaches into it. */
      if (draft->sentence != self->sentence && reach <= self->first)
        break;
      if (draft->cue.first < self->verb
          && draft->pattern != READOUT_DRAFT_ACCORDING
          && syntax->tokens[draft->cue.first].quotation == here)
        return draft->source;
    }

  /* The rest of a quotation at the beginning has no subject for the cue. */
  while (first < self->verb && syntax->tokens[first].quotation != here)
    first++;
  return readout_syntax_main_subject (syntax, first, self->verb);
}

static gboolean
has_actor (const ReadoutSyntax *syntax, ReadoutPhrase phrase)
{
  g_autoptr (GArray) actors = g_array_new (FALSE, FALSE, sizeof (gint32));

  readout_syntax_get_actors (syntax, phrase, actors);
  return actors->len > 0;
}

/* "Noting that prices had fallen, she called for calm": the subject comes after
 * the comma. */
static void
try_opening_participle (Site *self)
{
  const ReadoutSyntax *syntax = self->syntax;
  gboolean             that = site_is (self, self->after, "that");
  ReadoutDraft        *draft;

  /* "Writing in the paper, she said" tells where. */
  if (self->share < MIN_SHARE_WITHOUT_ACTOR
      || (!that && site_has (self, self->after, READOUT_WORD_PREPOSITION)))
    return;
  for (guint i = self->after + 2; i + 1 < self->end; i++)
    {
      ReadoutPhrase source;
      guint         end = i;

      if (!site_is (self, i, ",") || syntax->covering[i] >= 0
          || syntax->dated[i] >= 0)
        continue;
      source = readout_syntax_phrase_after (syntax, i + 1, self->end);
      if (source.end == source.first || !has_actor (syntax, source)
          || !site_has (
              self, source.end, READOUT_WORD_PAST | READOUT_WORD_AUXILIARY))
        continue;
      draft = readout_drafts_add (self->drafts,
                                  syntax,
                                  (ReadoutPhrase){ self->verb, self->after },
                                  source,
                                  READOUT_DRAFT_PARTICIPLE,
                                  self->share);
      if (!readout_draft_add_content (
              draft,
              syntax,
              (ReadoutPhrase){ self->after + (that ? 1 : 0), end }))
        g_array_set_size (self->drafts, self->drafts->len - 1);
      return;
    }
}

static void
try_participle (Site *self)
{
  const ReadoutSyntax *syntax = self->syntax;
  guint                p = self->verb;
  guint                flags;
  ReadoutPhrase        source = { 0, 0 };
  guint                n = self->drafts->len;

  if (self->share < MIN_PARTICIPLE_SHARE && !self->is_phrase)
    return;
  p = readout_syntax_skip_back (syntax, self->first, p, &flags);
  if (p < self->verb && site_has (self, self->verb - 1, READOUT_WORD_BE))
    return;
  if (p <= self->first)
    {
      try_opening_participle (self);
      return;
    }

  if (site_is (self, p - 1, ",") || site_is (self, p - 1, "while")
      || site_is (self, p - 1, "and") || is_quote (self, p - 1))
    source = borrow_source (self);
  else
    {
      /* "with the two sides stressing" */
      source = readout_syntax_phrase_before (syntax, self->first, p);
      if (source.first <= self->first || source.first == source.end
          || !site_is (self, source.first - 1, "with"))
        return;
    }

  if (source.end == source.first)
    return;
  if (readout_statement_try_after (self, source))
    for (guint k = n; k < self->drafts->len; k++)
      {
        ReadoutDraft *draft = &g_array_index (self->drafts, ReadoutDraft, k);

        draft->pattern = READOUT_DRAFT_PARTICIPLE;
        draft->borrowed = TRUE;
      }
}

/**
 * readout_statement_is_personal:
 * @syntax: the syntax
 * @phrase: a noun phrase
 *
 * Returns: whether the words are about people, though perhaps not about a known
 *   actor: "they", "officials", "the London-based architect"
 */
gboolean
readout_statement_is_personal (const ReadoutSyntax *syntax,
                               ReadoutPhrase        phrase)
{
  if (phrase.end == phrase.first)
    return FALSE;
  if (readout_syntax_is_in (
          syntax, phrase.end - 1, READOUT_WORDS_SPEAKING_PRONOUNS))
    return TRUE;
  return readout_statement_is_person_noun (
      syntax, readout_statement_find_head (syntax, phrase));
}

/* Whether a source is good enough for the cue, and the patterns that are left
 * where it is no known actor. */
static gboolean
weigh_source (Site *self, ReadoutPhrase source)
{
  gboolean that = readout_syntax_is (self->syntax, self->after, "that");
  gboolean personal;

  if (has_actor (self->syntax, source))
    return TRUE;
  personal = readout_statement_is_personal (self->syntax, source);
  if (self->share < MIN_SHARE_WITHOUT_ACTOR
      && !(self->share >= MIN_SHARE_OF_PERSON && (personal || that)))
    return FALSE;
  /* "the study revealed the remains of a wall" */
  if (!personal)
    self->patterns &= READOUT_CUE_CLAUSE | READOUT_CUE_TOLD
                      | READOUT_CUE_TOLD_PREPOSITION | READOUT_CUE_QUOTE
                      | READOUT_CUE_OBJECT_TO | READOUT_CUE_ON_OBJECT;
  return TRUE;
}

/* Whether a phrase can be the source behind its verb: "said Ann Lee", "said
 * police", "said the report". */
static gboolean
can_follow (const ReadoutSyntax *syntax, ReadoutPhrase phrase)
{
  return has_actor (syntax, phrase)
         || readout_statement_is_personal (syntax, phrase)
         || readout_syntax_has (syntax, phrase.first, READOUT_WORD_DETERMINER)
         || (syntax->tokens[phrase.first].flags & READOUT_TOKEN_CAPITAL) != 0;
}

/* "said trade and labor lawyer Bo Roy": what "and" joins before the name. */
static ReadoutPhrase
widen_follower (const Site *self, ReadoutPhrase phrase)
{
  ReadoutPhrase next;

  if (has_actor (self->syntax, phrase) || !site_is (self, phrase.end, "and"))
    return phrase;
  next = readout_syntax_phrase_after (self->syntax, phrase.end + 1, self->end);
  if (next.end > next.first && has_actor (self->syntax, next))
    phrase.end = next.end;
  return phrase;
}

/* Whether a noun phrase is plural as far as its last word shows. */
static gboolean
ends_in_plural (const ReadoutSyntax *syntax, ReadoutPhrase phrase)
{
  guint       head = readout_statement_find_head (syntax, phrase);
  const char *word = syntax->tokens[head].lower;
  gint32      mention;

  if (readout_syntax_is_in (syntax, head, READOUT_WORDS_UNMARKED_PLURALS))
    return TRUE;
  if (readout_syntax_is (syntax, phrase.end - 1, "who"))
    return TRUE;
  for (guint i = phrase.first; i < phrase.end; i++)
    if (readout_syntax_is (syntax, i, "and")
        || (syntax->tokens[i].flags & READOUT_TOKEN_NUMBER) != 0)
      return TRUE;
  mention = syntax->covering[head];
  if (mention >= 0 && syntax->mentions[mention].actor >= 0
      && readout_analysis_get_actor (syntax->analysis,
                                     syntax->mentions[mention].actor)
             ->plural)
    return TRUE;
  return (mention < 0 || syntax->mentions[mention].form != READOUT_FORM_NAME)
         && g_str_has_suffix (word, "s") && !g_str_has_suffix (word, "'s")
         && !g_str_has_suffix (word, "ss");
}

/* Whether the subject and verb can be a noun phrase with a noun that only
 * looks like the verb: "the U.S. claims", "news reports". */
static gboolean
is_likely_noun (const Site *self, ReadoutPhrase subject)
{
  const ReadoutSyntax *syntax = self->syntax;

  if (self->form == READOUT_VERB_BASE)
    {
      /* "they say", "officials say": only after a plural; and what looks like
       * a noun ("sports report") only with something of a clause after it. */
      if (subject.end == subject.first || !ends_in_plural (syntax, subject))
        return !readout_syntax_is (syntax, self->after, "that");
      if (readout_syntax_is (syntax, self->verb, "say"))
        return FALSE;
      return !readout_statement_is_personal (syntax, subject)
             && !has_actor (syntax, subject)
             && !site_has (self,
                           self->after,
                           READOUT_WORD_DETERMINER | READOUT_WORD_PRONOUN
                               | READOUT_WORD_SUBORDINATOR)
             && !site_is (self, self->after, "that");
    }
  if (self->form == READOUT_VERB_S)
    {
      if (readout_syntax_is_in (
              syntax, self->verb, READOUT_WORDS_PLAIN_SAYING_VERBS))
        return FALSE;
      if (readout_syntax_is (syntax, self->after, "that")
          || readout_syntax_is (syntax, self->after, "the"))
        return FALSE;
      return subject.end == subject.first
             || syntax->ending[subject.end - 1] < 0;
    }
  return FALSE;
}

static void
try_site (Site *self)
{
  const ReadoutSyntax *syntax = self->syntax;
  guint                flags;
  guint                n = self->drafts->len;
  ReadoutPhrase        source;
  gboolean             borrowed = FALSE;
  gboolean             behind;

  if (self->form == READOUT_VERB_ING)
    {
      try_participle (self);
      return;
    }

  /* "the said plan"; but "the three said", "many say". */
  if (self->verb > self->first
      && !(self->share >= SURE_SHARE
           && readout_syntax_is_in (
               syntax, self->verb - 1, READOUT_WORDS_SPEAKING_QUANTIFIERS))
      && site_has (self,
                   self->verb - 1,
                   READOUT_WORD_DETERMINER | READOUT_WORD_POSSESSIVE)
      && !self->is_phrase)
    return;

  /* "who asked not to be named" describes the source. */
  if (site_is (self, self->after, "not")
      && site_is (self, self->after + 1, "to")
      && site_is (self, self->after + 2, "be"))
    return;

  source
      = readout_syntax_find_subject (syntax, self->first, self->verb, &flags);
  if ((flags
       & (READOUT_SUBJECT_MODAL | READOUT_SUBJECT_NEGATED
          | READOUT_SUBJECT_INFINITIVE | READOUT_SUBJECT_FUTURE))
      != 0)
    return;
  if ((flags & READOUT_SUBJECT_PASSIVE) != 0 && !self->is_phrase)
    return;
  /* "what she called": the content is about it all the same. */

  if ((flags & READOUT_SUBJECT_COORDINATED) != 0)
    {
      source = borrow_source (self);
      borrowed = TRUE;
      if (self->form == READOUT_VERB_BASE || source.end == source.first)
        return;
    }

  if (source.end == source.first)
    {
      /* “…,” said X. */
      guint         edge = self->verb;
      ReadoutPhrase follower;

      while (edge > self->first
             && site_has (self, edge - 1, READOUT_WORD_ADVERB))
        edge--;
      if (edge <= self->first
          || !(is_quote (self, edge - 1) || site_is (self, edge - 1, ",")))
        return;
      follower = readout_syntax_phrase_after (syntax, self->after, self->end);
      if (follower.end == follower.first)
        return;
      follower = widen_follower (self, follower);
      if (!can_follow (syntax, follower) || !weigh_source (self, follower))
        return;
      readout_statement_try_before (self, follower, edge);
      return;
    }

  if (is_likely_noun (self, source))
    return;
  if (!weigh_source (self, source))
    return;

  /* A closing mark or comma right before the source, with words that can be a
   * content before that, and nothing but adjuncts after the cue. */
  behind
      = !borrowed && source.first > self->first
        && (readout_clauses_closes_quotation (syntax, source.first - 1) >= 0
            || (site_is (self, source.first - 1, ",")
                && source.first > self->first + 1
                && readout_clauses_closes_quotation (syntax, source.first - 2)
                       >= 0));
  if (behind && site_is (self, self->after, "out") && self->cue != NULL
      && self->cue->prepositions != NULL
      && g_strv_contains ((const char *const *)self->cue->prepositions, "out"))
    {
      /* “…,” she pointed out. */
      self->after++;
      self->patterns |= READOUT_CUE_CLAUSE;
    }
  if (behind && readout_statement_try_before (self, source, source.first))
    return;

  {
    guint end = self->drafts->len;

    if (!borrowed && source.first > self->first
        && site_is (self, source.first - 1, ","))
      {
        guint rest = readout_statement_skip_adjuncts (self, self->after, NULL);

        if (rest >= self->end
            || (site_has (self, rest, READOUT_WORD_SIGN)
                && !site_is (self, rest, ":")
                && readout_clauses_opens_quotation (syntax, rest) < 0
                && readout_clauses_opens_quotation (syntax, rest + 1) < 0))
          if (readout_statement_try_before (self, source, source.first))
            return;
      }
    if (!readout_statement_try_after (self, source) && self->drafts->len == end
        && source.first > self->first && !borrowed)
      readout_statement_try_before (self, source, source.first);
  }

  for (guint k = n; k < self->drafts->len; k++)
    g_array_index (self->drafts, ReadoutDraft, k).borrowed = borrowed;
}

/* "according to Ann Lee, the head of the council, …": a title between
 * commas. */
static gboolean
is_apposition (const Site *self, guint i)
{
  const ReadoutSyntax *syntax = self->syntax;
  ReadoutPhrase phrase = readout_syntax_phrase_after (syntax, i, self->end);

  if (phrase.end == phrase.first || !site_is (self, phrase.end, ","))
    return FALSE;
  for (guint k = phrase.first; k < phrase.end; k++)
    if (syntax->covering[k] >= 0)
      return syntax->mentions[syntax->covering[k]].type
             == READOUT_MENTION_TITLE;
  return FALSE;
}

/* "according to X" at the beginning, in the middle or at the end. */
static void
try_according (Site *self)
{
  const ReadoutSyntax *syntax = self->syntax;
  ReadoutPhrase        cue = { self->verb, self->verb + 2 };
  ReadoutPhrase        source
      = readout_syntax_phrase_after (syntax, self->verb + 2, self->end);
  ReadoutDraft *draft;
  guint         rest = source.end;
  guint         before = self->verb;
  guint         start = self->first;
  gboolean      is_inside = FALSE;

  if (source.end == source.first)
    return;

  for (guint i = self->verb; i > self->first; i--)
    if (site_is (self, i - 1, "that"))
      {
        start = i;
        break;
      }

  draft = readout_drafts_add (
      self->drafts, syntax, cue, source, READOUT_DRAFT_ACCORDING, 90);

  if (before > start && site_is (self, before - 1, ","))
    {
      before--;
      is_inside = site_is (self, rest, ",") || !site_is (self, rest, ";");
    }
  /* "The bridge, according to the report, is unsafe": a subject is short. */
  if (before >= start + 3
      || (is_inside && before > start && syntax->dated[start] < 0
          && (syntax->covering[start] >= 0
              || site_has (self,
                           start,
                           READOUT_WORD_DETERMINER | READOUT_WORD_PRONOUN))))
    {
      /* What comes after a comma is a relative clause or other remark on the
       * source, unless what came before is no clause yet. */
      gboolean has_verb = FALSE;

      readout_draft_add_content (
          draft, syntax, (ReadoutPhrase){ start, before });
      for (guint i = start; i < before; i++)
        has_verb
            |= site_has (self, i, READOUT_WORD_PAST | READOUT_WORD_AUXILIARY);
      if (has_verb || !(is_inside || site_is (self, rest, ",")))
        return;
    }

  /* A clause that tells more of the source. */
  while (rest < self->end && !site_is (self, rest, ","))
    rest++;
  if (site_has (self, rest + 1, READOUT_WORD_RELATIVE)
      || is_apposition (self, rest + 1))
    {
      rest++;
      while (rest < self->end && !site_is (self, rest, ","))
        rest++;
    }
  if (rest + 2 < self->end)
    readout_draft_add_content (
        draft, syntax, readout_statement_take_content (self, rest + 1, FALSE));
  if (draft->n_content == 0)
    g_array_set_size (self->drafts, self->drafts->len - 1);
}

/* "Name: …" at the beginning of a paragraph, as in interviews and headlines;
 * a place there is a dateline. */
static void
try_colon (const ReadoutSyntax *syntax, guint sentence, GArray *drafts)
{
  const ReadoutSentence  *whole = &syntax->sentences[sentence];
  const ReadoutParagraph *paragraph = &g_array_index (
      syntax->analysis->paragraphs, ReadoutParagraph, whole->paragraph);
  guint         end = syntax->sentences[paragraph->end - 1].end;
  ReadoutPhrase source;
  ReadoutDraft *draft;
  gint32        mention = syntax->covering[whole->first];

  if (paragraph->first != sentence || mention < 0
      || syntax->mentions[mention].actor < 0
      || (syntax->mentions[mention].type != READOUT_MENTION_PERSON
          && syntax->mentions[mention].type != READOUT_MENTION_TITLE
          && syntax->mentions[mention].type != READOUT_MENTION_ORGANIZATION))
    return;
  source = readout_syntax_phrase_after (syntax, whole->first, whole->end);
  if (!readout_syntax_is (syntax, source.end, ":") || end < source.end + 4)
    return;

  draft = readout_drafts_add (drafts,
                              syntax,
                              (ReadoutPhrase){ source.end, source.end + 1 },
                              source,
                              READOUT_DRAFT_COLON,
                              80);
  if (!readout_draft_add_content (
          draft, syntax, (ReadoutPhrase){ source.end + 1, end }))
    g_array_set_size (drafts, drafts->len - 1);
}

/* “…” — Name, to the end of the paragraph. */
static void
try_signature (const ReadoutSyntax *syntax, guint sentence, GArray *drafts)
{
  const ReadoutSentence *whole = &syntax->sentences[sentence];

  for (guint i = whole->first; i + 2 < whole->end; i++)
    {
      gint32        q = readout_clauses_closes_quotation (syntax, i);
      guint         dash = i + 1;
      ReadoutPhrase source;

      if (q < 0)
        continue;
      while (readout_syntax_is (syntax, dash, "-")
             && readout_syntax_is (syntax, dash + 1, "-"))
        dash++;
      if (!readout_syntax_is (syntax, dash, "-")
          && !readout_syntax_is (syntax, dash, "\342\200\223")
          && !readout_syntax_is (syntax, dash, "\342\200\224"))
        continue;
      source = readout_syntax_phrase_after (syntax, dash + 1, whole->end);
      if (source.end < whole->end || !has_actor (syntax, source))
        continue;
      readout_draft_add_content (
          readout_drafts_add (drafts,
                              syntax,
                              (ReadoutPhrase){ i + 1, dash + 1 },
                              source,
                              READOUT_DRAFT_COLON,
                              80),
          syntax,
          (ReadoutPhrase){ syntax->quotations[q].first,
                           syntax->quotations[q].end });
      return;
    }
}

/* Where the words around a verb begin and end that can belong to it. */
static void
set_bounds (Site *self, guint verb)
{
  const ReadoutSyntax *syntax = self->syntax;
  gint32               q = syntax->tokens[verb].quotation;

  self->sentence = syntax->tokens[verb].sentence;
  self->verb = verb;
  self->first = syntax->sentences[self->sentence].first;
  self->end = syntax->sentences[self->sentence].end;
  if (q >= 0)
    {
      const ReadoutQuotation *quotation = &syntax->quotations[q];

      self->first = MAX (self->first, quotation->first + 1);
      self->end = MIN (self->end,
                       quotation->closed ? quotation->end - 1 : quotation->end);
    }
  else
    while (self->end > self->first
           && (readout_syntax_is (syntax, self->end - 1, ".")
               || readout_syntax_is (syntax, self->end - 1, "!")
               || readout_syntax_is (syntax, self->end - 1, "?")))
      self->end--;
}

/* Looks the words at @self->verb up; whether they are a cue. */
static gboolean
set_cue (Site *self)
{
  const ReadoutSyntax *syntax = self->syntax;

  self->after = readout_cue_lexicon_match_phrase (
      syntax->tokens, self->verb, self->end, &self->form, &self->patterns);
  if (self->after > 0)
    {
      self->share = PHRASE_SHARE;
      self->is_phrase = TRUE;
      return TRUE;
    }

  self->cue = readout_cue_lexicon_find (syntax->tokens[self->verb].lower);
  if (self->cue == NULL)
    return FALSE;
  self->after = self->verb + 1;
  self->form = self->cue->form;
  self->patterns = self->cue->patterns;
  self->share = self->cue->share;
  return TRUE;
}

/**
 * readout_statement_cues_try:
 * @syntax: the syntax
 * @verb: index of a cue's first token
 * @source: who is known to be its source
 * @is_before: whether the content is known to stand before the cue
 * @drafts: (element-type ReadoutDraft): where to add what is found
 *
 * Tries the patterns around a cue whose source is known from elsewhere.
 *
 * Returns: whether a statement was added
 */
gboolean
readout_statement_cues_try (const ReadoutSyntax *syntax,
                            guint                verb,
                            ReadoutPhrase        source,
                            gboolean             is_before,
                            GArray              *drafts)
{
  Site self = { .syntax = syntax, .drafts = drafts };

  set_bounds (&self, verb);
  if (!set_cue (&self))
    return FALSE;
  if (is_before)
    return readout_statement_try_before (
        &self, source, source.first < verb ? source.first : verb);
  return readout_statement_try_after (&self, source);
}

/**
 * readout_statement_cues_find:
 * @syntax: the syntax
 * @sentence: index of a sentence
 * @drafts: (element-type ReadoutDraft): where to add what is found
 *
 * Finds the statements whose cue is in a sentence.
 */
void
readout_statement_cues_find (const ReadoutSyntax *syntax,
                             guint                sentence,
                             GArray              *drafts)
{
  const ReadoutSentence *whole = &syntax->sentences[sentence];

  try_colon (syntax, sentence, drafts);
  for (guint i = whole->first; i < whole->end; i++)
    {
      Site self = { .syntax = syntax, .drafts = drafts };

      if (syntax->covering[i] >= 0 || syntax->dated[i] >= 0
          || readout_syntax_has (syntax, i, READOUT_WORD_SIGN))
        continue;

      set_bounds (&self, i);
      if (readout_syntax_is (syntax, i, "according")
          && readout_syntax_is (syntax, i + 1, "to"))
        {
          try_according (&self);
          i++;
        }
      else if (set_cue (&self))
        {
          try_site (&self);
          i = MAX (i, self.is_phrase ? self.after - 1 : i);
        }
    }
  try_signature (syntax, sentence, drafts);
}
