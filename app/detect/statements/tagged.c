/* tagged.c: statements that the attribution tagger finds
 *
 * The tagger has read far more sentences than the rules know patterns, and is
 * less sure of each.  Where a rule found the statement with the same cue or
 * the same content, the rule's spans stay, as they follow our guidelines, and
 * the statement is the surer for it.  What only the tagger found is taken when
 * it has a cue that the lexicon knows and somebody who says it; its spans are
 * cut to our guidelines: a cue without auxiliaries and adverbs, a content
 * without "that", a source without relative clauses.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/statements/tagged.h"

#include "detect/article/clauses.h"
#include "detect/article/phrases.h"
#include "detect/article/subjects.h"
#include "detect/article/syntax.h"
#include "detect/statements/cues.h"
#include "detect/statements/drafts.h"
#include "detect/statements/people.h"
#include "detect/words/cue-lexicon.h"
#include "language/work.h"
#include "tagger/attribution/linker.h"

/* Cues below this share, in percent, are left to the rules. */
#define MIN_SHARE 30

/* How sure the tagger has to be of a statement that no rule found. */
#define MIN_PROBABILITY 0.3f
/* And where the lexicon does not know the cue. */
#define MIN_PROBABILITY_UNKNOWN 0.7f
#define UNKNOWN_SHARE 40

/* How sure it has to be for its spans to replace those of the rules. */
#define MIN_PROBABILITY_MERGE 0.8f

/* How many segments on the next cue can be. */
#define REACH 8

/* That both found a statement counts even where the tagger is unsure. */
#define LEAST_PROBABILITY 0.01f

typedef struct
{
  const ReadoutSyntax *syntax;
  const GArray        *segments;
  GArray              *drafts;
  GArray              *fresh;
  gint32              *cue_over;     /* Draft whose cue covers a token. */
  gint32              *content_over; /* Draft whose content covers a token. */
  gint32              *next;         /* Next content of the same cue. */
  gint32              *first;        /* First content of a cue. */
} Join;

static const ReadoutSegment *
get_segment (const Join *self, gint32 i)
{
  return &g_array_index (self->segments, ReadoutSegment, i);
}

static ReadoutDraft *
get_draft (const Join *self, gint32 i)
{
  return &g_array_index (self->drafts, ReadoutDraft, i);
}

/* Lists the contents of each cue, in text order. */
static void
list_contents (Join *self)
{
  for (guint i = self->segments->len; i-- > 0;)
    {
      const ReadoutSegment *segment = get_segment (self, i);

      if (segment->role != READOUT_ROLE_CONTENT || segment->link < 0)
        continue;
      self->next[i] = self->first[segment->link];
      self->first[segment->link] = i;
    }
}

static void
note_draft (Join *self, guint index)
{
  const ReadoutDraft *draft = get_draft (self, index);

  for (guint t = draft->cue.first; t < draft->cue.end; t++)
    self->cue_over[t] = index;
  for (guint c = 0; c < draft->n_content; c++)
    for (guint t = draft->content[c].first; t < draft->content[c].end; t++)
      self->content_over[t] = index;
}

/* The draft with the same cue as the tagger's, or with half of the same
 * content, or -1. */
static gint32
find_same (const Join *self, gint32 cue)
{
  const ReadoutSegment *segment = get_segment (self, cue);
  gint32                candidate = -1;
  guint                 n_shared = 0;
  guint                 n_tokens = 0;

  for (guint t = segment->first; t < segment->end; t++)
    if (self->cue_over[t] >= 0)
      return self->cue_over[t];

  for (gint32 c = self->first[cue]; c >= 0; c = self->next[c])
    {
      const ReadoutSegment *content = get_segment (self, c);

      for (guint t = content->first; t < content->end; t++)
        {
          gint32 draft = self->content_over[t];

          n_tokens++;
          if (draft < 0)
            continue;
          if (candidate < 0)
            candidate = draft;
          n_shared += draft == candidate;
        }
    }
  if (candidate >= 0 && 2 * n_shared >= n_tokens
      && 2 * n_shared
             >= readout_draft_count_content (get_draft (self, candidate)))
    return candidate;
  return -1;
}

/* What stands before a verb in its sentence, as #ReadoutSubjectFlags. */
static guint
get_flags (const ReadoutSyntax *syntax, guint verb)
{
  guint flags;

  readout_subjects_skip_back (
      syntax,
      syntax->sentences[syntax->tokens[verb].sentence].first,
      verb,
      &flags);
  return flags;
}

/* A cue that the lexicon does not know, if it is a verb or a colon: without the
 * words that only tell where or how it was said. */
static ReadoutPhrase
trim_cue (const Join *self, guint first, guint end, gboolean is_quoted)
{
  const ReadoutSyntax *syntax = self->syntax;

  /* "She boomed: “…”", "the letter reads: “…”" */
  if (is_quoted && readout_syntax_is (syntax, first, ":"))
    return (ReadoutPhrase){ first, first + 1 };
  if (!(readout_syntax_has (syntax, first, READOUT_WORD_PAST | READOUT_WORD_ING)
        || (is_quoted && syntax->classes[first] == 0
            && g_str_has_suffix (syntax->tokens[first].lower, "s")))
      || (get_flags (syntax, first)
          & (READOUT_SUBJECT_UNREAL | READOUT_SUBJECT_PASSIVE))
             != 0)
    return (ReadoutPhrase){ first, first };
  for (guint i = first + 1; i < end; i++)
    if (syntax->dated[i] >= 0
        || readout_syntax_has (
            syntax, i, READOUT_WORD_SIGN | READOUT_WORD_ADVERB))
      end = i;
  return (ReadoutPhrase){ first, end };
}

/* What the lexicon knows at token @i of a tagged cue: "according to", a phrase,
 * or a verb with its preposition.  Returns whether it knows anything; @found
 * stays empty where the words say what is not or will be said, or are a
 * passive. */
static gboolean
find_known (const Join           *self,
            const ReadoutSegment *segment,
            guint                 i,
            ReadoutPhrase        *found,
            int                  *share)
{
  const ReadoutSyntax *syntax = self->syntax;
  const ReadoutCue    *cue;
  ReadoutVerbForm      form;
  guint                patterns;
  guint                flags;
  guint                phrase_end;

  *found = (ReadoutPhrase){ i, readout_clauses_skip_according (syntax, i) };
  if (found->end > i)
    {
      *share = READOUT_DRAFT_ACCORDING_SHARE;
      return TRUE;
    }

  phrase_end = readout_cue_lexicon_match_phrase (
      syntax->tokens, i, segment->end, &form, &patterns);
  cue = readout_cue_lexicon_find (syntax->tokens[i].lower);
  if (phrase_end == 0 && cue == NULL)
    return FALSE;

  flags = get_flags (syntax, i);
  if ((flags & READOUT_SUBJECT_UNREAL) != 0)
    return TRUE;
  if (phrase_end > 0)
    {
      *share = READOUT_DRAFT_PHRASE_SHARE;
      found->end = phrase_end;
      return TRUE;
    }
  if ((flags & READOUT_SUBJECT_PASSIVE) != 0)
    return TRUE;

  *share = cue->share;
  found->end = i + 1;
  if (found->end < segment->end && cue->prepositions != NULL
      && g_strv_contains ((const char *const *)cue->prepositions,
                          syntax->tokens[found->end].lower))
    found->end++;
  return TRUE;
}

/* The verb or phrase of a tagged cue, without what stands around it: "said" of
 * "has repeatedly said".  What the lexicon does not know is taken only if the
 * tagger @is_sure; empty if there is nothing. */
static ReadoutPhrase
find_cue (const Join           *self,
          const ReadoutSegment *segment,
          gboolean              is_sure,
          gboolean              is_quoted,
          int                  *share)
{
  ReadoutPhrase none = { segment->first, segment->first };

  for (guint i = segment->first; i < segment->end; i++)
    {
      ReadoutPhrase found;

      if (find_known (self, segment, i, &found, share))
        return found;
      if (!readout_syntax_has (
              self->syntax, i, READOUT_WORD_AUXILIARY | READOUT_WORD_ADVERB))
        return is_sure ? trim_cue (self, i, segment->end, is_quoted) : none;
    }

  return none;
}

/* The words for who says it, without the clause behind them; for "who" what
 * stands before it. */
static ReadoutPhrase
find_source (const Join *self, const ReadoutSegment *segment)
{
  const ReadoutSyntax *syntax = self->syntax;
  guint                sentence = syntax->tokens[segment->first].sentence;
  ReadoutPhrase        source = { segment->first, segment->end };

  if (readout_syntax_has (syntax, source.first, READOUT_WORD_RELATIVE))
    {
      guint end = source.first;
      guint first = syntax->sentences[sentence].first;

      if (end > first && readout_syntax_is (syntax, end - 1, ","))
        end--;
      return readout_phrases_find_before (syntax, first, end);
    }
  for (guint i = segment->first + 1; i < segment->end; i++)
    if (readout_syntax_has (syntax, i, READOUT_WORD_RELATIVE))
      {
        source.end = i;
        break;
      }
  while (source.end > source.first + 1
         && readout_syntax_has (syntax, source.end - 1, READOUT_WORD_SIGN)
         && !readout_syntax_is (syntax, source.end - 1, ")"))
    source.end--;
  return source;
}

/* "the poll", "public records": what is written by somebody. */
static gboolean
is_document (const ReadoutSyntax *syntax, ReadoutPhrase source)
{
  return readout_syntax_is_in (
      syntax,
      readout_statement_people_find_head (syntax, source),
      READOUT_WORDS_SPEAKING_DOCUMENTS);
}

/* Whether somebody speaks there; other things only "show" and "say". */
static gboolean
is_speaker (const Join *self, ReadoutPhrase source, int share)
{
  const ReadoutSyntax *syntax = self->syntax;
  g_autoptr (GArray) actors = g_array_new (FALSE, FALSE, sizeof (gint32));

  if (source.end == source.first
      || readout_syntax_is (syntax, source.first, "you"))
    return FALSE;
  readout_subjects_get_actors (syntax, source, actors);
  if (actors->len > 0 || readout_statement_people_is_phrase (syntax, source)
      || is_document (syntax, source))
    return share >= MIN_SHARE;
  return share >= READOUT_DRAFT_MIN_SHARE_WITHOUT_ACTOR;
}

/* Adds the tagger's contents, as far as they are any. */
static void
add_contents (Join *self, ReadoutDraft *draft, gint32 cue)
{
  const ReadoutSyntax *syntax = self->syntax;

  for (gint32 c = self->first[cue]; c >= 0; c = self->next[c])
    {
      const ReadoutSegment *content = get_segment (self, c);
      ReadoutPhrase         phrase = { content->first, content->end };

      if (phrase.end > phrase.first + 1
          && readout_syntax_is (syntax, phrase.first, "that"))
        phrase.first++;
      if (phrase.end == phrase.first + 1
          && readout_syntax_has (syntax,
                                 phrase.first,
                                 READOUT_WORD_RELATIVE | READOUT_WORD_PRONOUN))
        continue;
      /* "agreed to go" is an outcome, no statement. */
      if (readout_syntax_is (syntax, phrase.first, "to")
          && g_str_has_prefix (syntax->tokens[draft->cue.first].lower, "agree"))
        continue;
      readout_draft_add_content (draft, syntax, phrase);
    }
}

/* Whether what the rules see around the cue is what the tagger found. */
static gboolean
covers_same (const Join *self, const ReadoutDraft *draft, gint32 cue)
{
  guint n_shared = 0;
  guint n_tokens = 0;

  for (gint32 c = self->first[cue]; c >= 0; c = self->next[c])
    {
      const ReadoutSegment *content = get_segment (self, c);

      for (guint t = content->first; t < content->end; t++)
        n_shared += readout_draft_covers (draft, t);
      n_tokens += content->end - content->first;
    }
  if (2 * n_shared < n_tokens)
    return FALSE;

  /* A content that runs over the next cue has no end of its own. */
  for (gint32 i = cue + 1; i < (gint32)self->segments->len && i < cue + REACH;
       i++)
    if (get_segment (self, i)->role == READOUT_ROLE_CUE
        && readout_draft_covers (draft, get_segment (self, i)->first))
      return FALSE;
  return TRUE;
}

/* Takes the tagger's source where it is the rules' with more of its words: "Ann
 * Lee's adviser Bo Roy" rather than "Ann Lee". */
static void
widen_source (const Join *self, ReadoutDraft *draft, gint32 cue)
{
  const ReadoutSegment *segment = get_segment (self, cue);
  ReadoutPhrase         source;

  if (segment->link < 0
      || get_segment (self, segment->link)->probability < MIN_PROBABILITY_MERGE)
    return;
  source = find_source (self, get_segment (self, segment->link));
  if (source.first > draft->source.first || source.end <= draft->source.end
      || draft->source.end == draft->source.first)
    return;
  /* What a comma adds is left to the rules. */
  for (guint i = draft->source.end; i < source.end; i++)
    if (readout_syntax_is (self->syntax, i, ","))
      return;
  draft->source = source;
  readout_actor_list_clear (&draft->speakers);
  readout_subjects_list_actors (self->syntax, source, &draft->speakers);
  draft->speaker_rule
      = "statements/tagged: the tagger's source, which is longer";
}

/* Where rules and tagger begin a content alike, the tagger may end it sooner
 * with a quotation, if it is sure. */
static void
narrow_content (const Join *self, ReadoutDraft *draft, gint32 cue)
{
  const ReadoutSyntax *syntax = self->syntax;

  for (gint32 c = self->first[cue]; c >= 0; c = self->next[c])
    {
      const ReadoutSegment *tagged = get_segment (self, c);

      if (tagged->probability < MIN_PROBABILITY_MERGE)
        continue;
      for (guint i = 0; i < draft->n_content; i++)
        {
          ReadoutPhrase *content = &draft->content[i];

          if (content->first < tagged->first
              || content->first > tagged->first + 1
              || tagged->end >= content->end
              || tagged->end <= content->first + 1)
            continue;
          if (readout_clauses_closes_quotation (syntax, tagged->end - 1) >= 0)
            content->end = tagged->end;
        }
    }
}

static void
merge (Join *self, ReadoutDraft *draft, gint32 cue)
{
  draft->probability
      = MAX (get_segment (self, cue)->probability, LEAST_PROBABILITY);
  widen_source (self, draft, cue);
  narrow_content (self, draft, cue);
}

static gboolean
is_quotation (const Join *self, gint32 cue)
{
  return readout_clauses_opens_quotation (
             self->syntax, get_segment (self, self->first[cue])->first)
         >= 0;
}

/* Whether the first content can be nothing but what somebody says: a quotation,
 * "that …", "how …". */
static gboolean
is_clausal (const Join *self, gint32 cue)
{
  guint first = get_segment (self, self->first[cue])->first;

  return is_quotation (self, cue)
         || readout_syntax_is (self->syntax, first, "that")
         || readout_syntax_has (self->syntax, first, READOUT_WORD_SUBORDINATOR);
}

static void
add_fresh (Join *self, gint32 index)
{
  const ReadoutSyntax  *syntax = self->syntax;
  const ReadoutSegment *segment = get_segment (self, index);
  float                 probability = segment->probability;
  guint                 n = self->fresh->len;
  ReadoutPhrase         source;
  ReadoutPhrase         cue;
  ReadoutDraft         *draft;
  int                   share = UNKNOWN_SHARE;

  for (gint32 c = self->first[index]; c >= 0; c = self->next[c])
    probability = MIN (probability, get_segment (self, c)->probability);
  if (segment->link < 0 || probability < MIN_PROBABILITY)
    return;
  cue = find_cue (self,
                  segment,
                  probability >= MIN_PROBABILITY_UNKNOWN
                      && is_clausal (self, index),
                  is_quotation (self, index),
                  &share);
  source = find_source (self, get_segment (self, segment->link));
  if (cue.end == cue.first || !is_speaker (self, source, share))
    return;

  /* The rules know better where a content ends. */
  if (readout_statement_cues_try (syntax,
                                  cue.first,
                                  source,
                                  get_segment (self, self->first[index])->first
                                      < cue.first,
                                  self->fresh))
    {
      draft = &g_array_index (self->fresh, ReadoutDraft, n);
      if (covers_same (self, draft, index))
        {
          draft->pattern = READOUT_DRAFT_TAGGED;
          draft->rule = "statements/tagged: the tagger found it, and a pattern "
                        "around its cue its content";
          draft->probability = probability;
          return;
        }
      readout_drafts_drop_last (self->fresh);
    }

  draft = readout_drafts_add (self->fresh,
                              syntax,
                              cue,
                              source,
                              READOUT_DRAFT_TAGGED,
                              share,
                              "statements/tagged: the tagger alone found it");
  draft->probability = probability;
  add_contents (self, draft, index);
  if (draft->n_content == 0)
    readout_drafts_drop_last (self->fresh);
}

/**
 * readout_statement_tagged_join:
 * @syntax: the syntax
 * @segments: (element-type ReadoutSegment): what the attribution tagger found
 * @drafts: (inout) (element-type ReadoutDraft): the statements that the rules
 *   found, by cue
 *
 * Adds the statements that only the tagger found, and marks those that both
 * found.
 */
void
readout_statement_tagged_join (const ReadoutSyntax *syntax,
                               const GArray        *segments,
                               GArray              *drafts)
{
  Join               self = { syntax, segments, drafts };
  g_autofree gint32 *cue_over = g_new (gint32, MAX (syntax->n_tokens, 1));
  g_autofree gint32 *content_over = g_new (gint32, MAX (syntax->n_tokens, 1));
  g_autofree gint32 *next = g_new (gint32, MAX (segments->len, 1));
  g_autofree gint32 *first = g_new (gint32, MAX (segments->len, 1));
  g_autoptr (GArray) fresh = readout_drafts_new ();
  GCancellable *cancellable = syntax->analysis->cancellable;

  for (guint t = 0; t < syntax->n_tokens; t++)
    cue_over[t] = content_over[t] = -1;
  for (guint i = 0; i < segments->len; i++)
    next[i] = first[i] = -1;
  self.fresh = fresh;
  self.cue_over = cue_over;
  self.content_over = content_over;
  self.next = next;
  self.first = first;
  list_contents (&self);
  for (guint i = 0;
       i < drafts->len && !readout_work_is_cancelled (cancellable, i);
       i++)
    note_draft (&self, i);

  for (guint i = 0; i < segments->len; i++)
    {
      gint32 same;

      if (readout_work_is_cancelled (cancellable, i))
        break;
      if (get_segment (&self, i)->role != READOUT_ROLE_CUE || first[i] < 0)
        continue;
      same = find_same (&self, i);
      if (same >= 0)
        merge (&self, get_draft (&self, same), i);
      else
        add_fresh (&self, i);
    }

  if (fresh->len > 0)
    {
      g_array_append_vals (drafts, fresh->data, fresh->len);
      /* They are the other array's now. */
      g_array_set_clear_func (fresh, NULL);
      readout_drafts_sort (drafts);
    }
}
