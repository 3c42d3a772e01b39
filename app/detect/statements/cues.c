/* cues.c: from a cue to its source and content
 *
 * Each verb of the lexicon says in which patterns its content follows.  Here a
 * sentence is gone through for cues, the source of each is found (its subject,
 * that of the cue before it, the phrase behind it), and content is tried behind
 * it (patterns.c), before it (before.c) or around it (according.c); where a
 * content ends tells article/clauses.c.  Words that may be cues but stand where
 * a verb of saying cannot (passives, infinitives, negated and modal verbs,
 * nouns) are left out: annotators find those only now and then.
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
#include "detect/statements/according.h"
#include "detect/statements/before.h"
#include "detect/statements/patterns.h"
#include "detect/statements/people.h"
#include "detect/statements/site.h"
#include "detect/words/cue-lexicon.h"

#define MIN_PARTICIPLE_SHARE READOUT_CLAUSES_MIN_PARTICIPLE_SHARE

/* A source without a known actor does with a weaker cue where it is a person,
 * or where "that" follows. */
#define MIN_SHARE_OF_PERSON 40

typedef ReadoutStatementSite Site;

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
  return readout_subjects_find_main (syntax, first, self->verb);
}

static gboolean
has_actor (const ReadoutSyntax *syntax, ReadoutPhrase phrase)
{
  g_autoptr (GArray) actors = g_array_new (FALSE, FALSE, sizeof (gint32));

  readout_subjects_get_actors (syntax, phrase, actors);
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
  if (self->share < READOUT_DRAFT_MIN_SHARE_WITHOUT_ACTOR
      || (!that && site_has (self, self->after, READOUT_WORD_PREPOSITION)))
    return;
  for (guint i = self->after + 2; i + 1 < self->end; i++)
    {
      ReadoutPhrase source;
      guint         end = i;

      if (!site_is (self, i, ",") || syntax->covering[i] >= 0
          || syntax->dated[i] >= 0)
        continue;
      source = readout_phrases_find_after (syntax, i + 1, self->end);
      if (source.end == source.first || !has_actor (syntax, source)
          || !site_has (
              self, source.end, READOUT_WORD_PAST | READOUT_WORD_AUXILIARY))
        continue;
      draft = readout_drafts_add (self->drafts,
                                  syntax,
                                  (ReadoutPhrase){ self->verb, self->after },
                                  source,
                                  READOUT_DRAFT_PARTICIPLE,
                                  self->share,
                                  "statements/cues: a participle before its "
                                  "sentence (“Noting that …, X said”)");
      if (!readout_draft_add_content (
              draft,
              syntax,
              (ReadoutPhrase){ self->after + (that ? 1 : 0), end }))
        readout_drafts_drop_last (self->drafts);
      return;
    }
}

/* The source of a participle that stands behind token @p: that of the cue
 * before it, or a subject of its own behind "with"; empty if there is none. */
static ReadoutPhrase
find_participle_source (Site *self, guint p)
{
  ReadoutPhrase source;

  if (site_is (self, p - 1, ",") || site_is (self, p - 1, "while")
      || site_is (self, p - 1, "and") || site_is_quote (self, p - 1))
    {
      self->speaker_rule
          = "statements/cues: a participle has the source of the cue before it";
      return borrow_source (self);
    }

  /* "with the two sides stressing" */
  self->speaker_rule
      = "statements/cues: the phrase between “with” and a participle";
  source = readout_phrases_find_before (self->syntax, self->first, p);
  if (source.first <= self->first || !site_is (self, source.first - 1, "with"))
    source.end = source.first;
  return source;
}

static void
try_participle (Site *self)
{
  guint         n = self->drafts->len;
  guint         p;
  guint         flags;
  ReadoutPhrase source;

  if (self->share < MIN_PARTICIPLE_SHARE && !self->is_phrase)
    return;
  p = readout_subjects_skip_back (
      self->syntax, self->first, self->verb, &flags);
  if (p < self->verb && site_has (self, self->verb - 1, READOUT_WORD_BE))
    return;
  if (p <= self->first)
    {
      try_opening_participle (self);
      return;
    }

  source = find_participle_source (self, p);
  if (source.end == source.first
      || !readout_statement_patterns_try (self, source))
    return;
  for (; n < self->drafts->len; n++)
    g_array_index (self->drafts, ReadoutDraft, n).pattern
        = READOUT_DRAFT_PARTICIPLE;
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
  personal = readout_statement_people_is_phrase (self->syntax, source);
  if (self->share < READOUT_DRAFT_MIN_SHARE_WITHOUT_ACTOR
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
         || readout_statement_people_is_phrase (syntax, phrase)
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
  next = readout_phrases_find_after (self->syntax, phrase.end + 1, self->end);
  if (next.end > next.first && has_actor (self->syntax, next))
    phrase.end = next.end;
  return phrase;
}

/* Whether a noun phrase is plural as far as its last word shows. */
static gboolean
ends_in_plural (const ReadoutSyntax *syntax, ReadoutPhrase phrase)
{
  guint       head = readout_statement_people_find_head (syntax, phrase);
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

/* "sports report", "the claim": whether what may be the base of a verb is a
 * noun.  It is a verb only after a plural ("officials say"), and if it is not
 * "say", only after people or an actor ("the ministers claim") or with
 * something of a clause behind it ("polls show the"). */
static gboolean
is_noun_like_base (const Site *self, ReadoutPhrase subject)
{
  const ReadoutSyntax *syntax = self->syntax;

  if (subject.end == subject.first || !ends_in_plural (syntax, subject))
    return !readout_syntax_is (syntax, self->after, "that");
  if (site_is (self, self->verb, "say") || site_is (self, self->after, "that"))
    return FALSE;
  return !readout_statement_people_is_phrase (syntax, subject)
         && !has_actor (syntax, subject)
         && !site_has (self,
                       self->after,
                       READOUT_WORD_DETERMINER | READOUT_WORD_PRONOUN
                           | READOUT_WORD_SUBORDINATOR);
}

/* "news reports", "the latest claims": whether what may be a verb in "-s" is a
 * plural noun.  It is a verb if it is hardly anything else ("says"), if "that"
 * or "the" follows, or right behind a mention ("the ministry claims"). */
static gboolean
is_noun_in_s (const Site *self, ReadoutPhrase subject)
{
  if (site_is_in (self, self->verb, READOUT_WORDS_PLAIN_SAYING_VERBS)
      || readout_syntax_is (self->syntax, self->after, "that")
      || readout_syntax_is (self->syntax, self->after, "the"))
    return FALSE;
  return subject.end == subject.first
         || self->syntax->ending[subject.end - 1] < 0;
}

/* Whether the subject and verb can be a noun phrase with a noun that only
 * looks like the verb. */
static gboolean
is_likely_noun (const Site *self, ReadoutPhrase subject)
{
  switch (self->form)
    {
    case READOUT_VERB_BASE:
      return is_noun_like_base (self, subject);
    case READOUT_VERB_S:
      return is_noun_in_s (self, subject);
    default:
      return FALSE;
    }
}

/* "the said plan" is no statement, but "the three said" and "many say" are. */
static gboolean
stands_as_adjective (const Site *self)
{
  if (self->verb == self->first || self->is_phrase)
    return FALSE;
  if (self->share >= READOUT_CUE_SURE_SHARE
      && readout_syntax_is_in (
          self->syntax, self->verb - 1, READOUT_WORDS_SPEAKING_QUANTIFIERS))
    return FALSE;
  return site_has (
      self, self->verb - 1, READOUT_WORD_DETERMINER | READOUT_WORD_POSSESSIVE);
}

/* "who asked not to be named" describes the source. */
static gboolean
asks_for_silence (const Site *self)
{
  return site_is (self, self->after, "not")
         && site_is (self, self->after + 1, "to")
         && site_is (self, self->after + 2, "be");
}

/* Whether what stands before a verb makes it no report of what was said: what
 * may, will or did not happen, and a passive. */
static gboolean
is_no_report (const Site *self, guint flags)
{
  if ((flags & READOUT_SUBJECT_UNREAL) != 0)
    return TRUE;
  return (flags & READOUT_SUBJECT_PASSIVE) != 0 && !self->is_phrase;
}

/* “…,” said X. */
static void
try_inverted (Site *self)
{
  const ReadoutSyntax *syntax = self->syntax;
  guint                edge = self->verb;
  ReadoutPhrase        follower;

  while (edge > self->first && site_has (self, edge - 1, READOUT_WORD_ADVERB))
    edge--;
  if (edge <= self->first
      || !(site_is_quote (self, edge - 1) || site_is (self, edge - 1, ",")))
    return;
  follower = readout_phrases_find_after (syntax, self->after, self->end);
  if (follower.end == follower.first)
    return;
  follower = widen_follower (self, follower);
  if (can_follow (syntax, follower) && weigh_source (self, follower))
    {
      self->speaker_rule
          = "statements/cues: the phrase right behind the verb (“…,” said X)";
      readout_statement_before_try (self, follower, edge);
    }
}

/* Whether a quotation ends right before token @i, perhaps before a comma. */
static gboolean
follows_quotation (const Site *self, guint i)
{
  if (i <= self->first)
    return FALSE;
  if (readout_clauses_closes_quotation (self->syntax, i - 1) >= 0)
    return TRUE;
  return site_is (self, i - 1, ",") && i > self->first + 1
         && readout_clauses_closes_quotation (self->syntax, i - 2) >= 0;
}

/* “…,” she pointed out: the cue takes the "out" along. */
static void
take_particle (Site *self)
{
  if (!site_is (self, self->after, "out") || self->cue == NULL
      || self->cue->prepositions == NULL
      || !g_strv_contains ((const char *const *)self->cue->prepositions, "out"))
    return;
  self->after++;
  self->patterns |= READOUT_CUE_CLAUSE;
}

/* Whether nothing but adjuncts follows the cue up to the end of the sentence or
 * to a sign that begins no quotation. */
static gboolean
ends_behind_cue (const Site *self)
{
  const ReadoutSyntax *syntax = self->syntax;
  guint rest = readout_statement_site_skip_adjuncts (self, self->after, NULL);

  return rest >= self->end
         || (site_has (self, rest, READOUT_WORD_SIGN)
             && !site_is (self, rest, ":")
             && readout_clauses_opens_quotation (syntax, rest) < 0
             && readout_clauses_opens_quotation (syntax, rest + 1) < 0);
}

/* A source before its cue: the content stands before both where a quotation
 * ends there, or a comma with nothing behind the cue; else behind the cue. */
static void
try_own_source (Site *self, ReadoutPhrase source)
{
  guint    n = self->drafts->len;
  gboolean is_inner = source.first > self->first;

  if (follows_quotation (self, source.first))
    {
      take_particle (self);
      if (readout_statement_before_try (self, source, source.first))
        return;
    }
  if (is_inner && site_is (self, source.first - 1, ",")
      && ends_behind_cue (self)
      && readout_statement_before_try (self, source, source.first))
    return;
  if (!readout_statement_patterns_try (self, source) && self->drafts->len == n
      && is_inner)
    readout_statement_before_try (self, source, source.first);
}

/* A verb behind "and", with the source of the verb before it. */
static void
try_coordinated (Site *self)
{
  ReadoutPhrase source = borrow_source (self);

  if (self->form == READOUT_VERB_BASE || source.end == source.first
      || is_likely_noun (self, source) || !weigh_source (self, source))
    return;
  self->speaker_rule = "statements/cues: a verb behind “and” has the source of "
                       "the cue before it";
  readout_statement_patterns_try (self, source);
}

static void
try_site (Site *self)
{
  ReadoutPhrase source;
  guint         flags;

  if (self->form == READOUT_VERB_ING)
    {
      try_participle (self);
      return;
    }
  if (stands_as_adjective (self) || asks_for_silence (self))
    return;
  source
      = readout_subjects_find (self->syntax, self->first, self->verb, &flags);
  if (is_no_report (self, flags))
    return;

  if ((flags & READOUT_SUBJECT_COORDINATED) != 0)
    try_coordinated (self);
  else if (source.end == source.first)
    try_inverted (self);
  else if (!is_likely_noun (self, source) && weigh_source (self, source))
    {
      self->speaker_rule
          = (flags & READOUT_SUBJECT_RELATIVE) != 0
                ? "statements/cues: whom “who” before the verb stands for"
                : "statements/cues: the subject of the verb";
      try_own_source (self, source);
    }
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
  source = readout_phrases_find_after (syntax, whole->first, whole->end);
  if (!readout_syntax_is (syntax, source.end, ":") || end < source.end + 4)
    return;

  draft = readout_drafts_add (
      drafts,
      syntax,
      (ReadoutPhrase){ source.end, source.end + 1 },
      source,
      READOUT_DRAFT_COLON,
      READOUT_DRAFT_COLON_SHARE,
      "statements/cues: a name and a colon before a paragraph");
  if (!readout_draft_add_content (
          draft, syntax, (ReadoutPhrase){ source.end + 1, end }))
    readout_drafts_drop_last (drafts);
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
      source = readout_phrases_find_after (syntax, dash + 1, whole->end);
      if (source.end < whole->end || !has_actor (syntax, source))
        continue;
      readout_draft_add_content (
          readout_drafts_add (
              drafts,
              syntax,
              (ReadoutPhrase){ i + 1, dash + 1 },
              source,
              READOUT_DRAFT_COLON,
              READOUT_DRAFT_COLON_SHARE,
              "statements/cues: a dash and a name behind a quotation"),
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
      self->share = READOUT_DRAFT_PHRASE_SHARE;
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

  self.speaker_rule = "statements/tagged: the source that the tagger found";
  set_bounds (&self, verb);
  if (!set_cue (&self))
    return FALSE;
  if (is_before)
    return readout_statement_before_try (
        &self, source, source.first < verb ? source.first : verb);
  return readout_statement_patterns_try (&self, source);
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
      self.after = readout_clauses_skip_according (syntax, i);
      if (self.after > i)
        {
          readout_statement_according_try (&self);
          i = self.after - 1;
        }
      else if (set_cue (&self))
        {
          try_site (&self);
          i = MAX (i, self.is_phrase ? self.after - 1 : i);
        }
    }
  try_signature (syntax, sentence, drafts);
}
