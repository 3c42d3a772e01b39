/* rules.c: what the taggers miss and a rule can see
 *
 * Direct quotations follow conventions that a linear chain does not know: a
 * content is not cut inside a closed quotation, a quotation of some length
 * belongs to somebody, and one that fills a paragraph goes on with what the
 * last speaker said.  A cue without a source of its own ("…, adding
 * that …") has that of the clause it hangs on.  Speakers before a colon at
 * the start of a paragraph say what follows.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tagger/attribution/rules.h"

#include <string.h>

#include "language/word-groups.h"

/* A shorter quotation may be a title or a word held at arm's length. */
#define MIN_QUOTED_WORDS 5
/* How many tokens a speaker before a colon has at most. */
#define MAX_SPEAKER 8
/* And the subject of a sentence. */
#define MAX_SUBJECT 20

static const ReadoutToken *
token_at (const ReadoutScene *scene, guint token)
{
  return &g_array_index (scene->tokens, ReadoutToken, token);
}

static guint
paragraph_of (const ReadoutScene *scene, guint token)
{
  return g_array_index (scene->sentences,
                        ReadoutSentence,
                        token_at (scene, token)->sentence)
      .paragraph;
}

static ReadoutSegment *
segment_at (const ReadoutScene *scene, guint segment)
{
  return &g_array_index (scene->segments, ReadoutSegment, segment);
}

/* The index of the first segment from @from to @to that ends behind token
 * @first; @to if there is none.  As none overlaps another they end in the order
 * in which they begin. */
static guint
find_behind (const ReadoutScene *scene, guint from, guint to, guint first)
{
  while (from < to)
    {
      guint middle = from + (to - from) / 2;

      if (segment_at (scene, middle)->end <= first)
        from = middle + 1;
      else
        to = middle;
    }

  return from;
}

static gboolean
is_free_among (
    const ReadoutScene *scene, guint from, guint to, guint first, guint end)
{
  guint at = find_behind (scene, from, to, first);

  return at == to || segment_at (scene, at)->first >= end;
}

/* A pass over the article in text order that adds segments.  Until it is over
 * they stand behind all others, in text order among themselves, and links may
 * name them there: to insert each in its place would move all that follow. */
typedef struct
{
  const ReadoutScene *scene;
  guint               n_old;
  guint8             *dropped; /* Of the old ones, for mend_according(). */
} Pass;

static guint
add_segment (const Pass *pass, ReadoutSegment segment)
{
  g_array_append_val (pass->scene->segments, segment);

  return pass->scene->segments->len - 1;
}

static gboolean
is_free (const Pass *pass, guint first, guint end)
{
  return is_free_among (pass->scene, 0, pass->n_old, first, end)
         && is_free_among (
             pass->scene, pass->n_old, pass->scene->segments->len, first, end);
}

/* Puts what was added in its place, and moves the links along. */
static void
end_pass (const Pass *pass)
{
  GArray                    *segments = pass->scene->segments;
  guint                      n = segments->len;
  guint                      old = 0;
  guint                      added = pass->n_old;
  g_autofree ReadoutSegment *merged = NULL;
  g_autofree gint32         *moved = NULL;

  if (added == n)
    return;

  merged = g_new (ReadoutSegment, n);
  moved = g_new (gint32, n);
  for (guint i = 0; i < n; i++)
    {
      gboolean is_old = added == n
                        || (old < pass->n_old
                            && segment_at (pass->scene, old)->first
                                   < segment_at (pass->scene, added)->first);
      guint from = is_old ? old++ : added++;

      merged[i] = *segment_at (pass->scene, from);
      moved[from] = i;
    }
  for (guint i = 0; i < n; i++)
    if (merged[i].link >= 0)
      merged[i].link = moved[merged[i].link];
  memcpy (segments->data, merged, sizeof (ReadoutSegment) * n);
}

static guint
count_words (const ReadoutScene *scene, guint first, guint end)
{
  guint n = 0;

  for (guint t = first; t < end; t++)
    if (token_at (scene, t)->flags & READOUT_TOKEN_WORD)
      n++;

  return n;
}

/* A content that begins or ends inside a closed quotation which it mostly
 * covers is widened to the marks, as far as nothing is in the way. */
static void
mend_cuts (const ReadoutScene *scene)
{
  for (guint q = 0; q < scene->quotations->len; q++)
    {
      const ReadoutQuotation *quotation
          = &g_array_index (scene->quotations, ReadoutQuotation, q);

      if (!quotation->closed || quotation->parent >= 0)
        continue;
      for (guint i
           = find_behind (scene, 0, scene->segments->len, quotation->first);
           i < scene->segments->len
           && segment_at (scene, i)->first < quotation->end;
           i++)
        {
          ReadoutSegment *segment = segment_at (scene, i);
          guint           first = MAX (segment->first, quotation->first);
          guint           end = MIN (segment->end, quotation->end);

          if (segment->role != READOUT_ROLE_CONTENT || first >= end
              || (end - first) * 2 < quotation->end - quotation->first)
            continue;
          if (segment->first > quotation->first
              && (i == 0 || segment_at (scene, i - 1)->end <= quotation->first))
            segment->first = quotation->first;
          if (segment->end < quotation->end
              && (i + 1 == scene->segments->len
                  || segment_at (scene, i + 1)->first >= quotation->end))
            segment->end = quotation->end;
        }
    }
}

/* "Name:" at the start of a paragraph, the rest of it not taken. */
static void
add_dialogue (const ReadoutScene *scene)
{
  Pass pass = { scene, scene->segments->len, NULL };

  for (guint p = 0; p < scene->paragraphs->len; p++)
    {
      const ReadoutParagraph *paragraph
          = &g_array_index (scene->paragraphs, ReadoutParagraph, p);
      guint first
          = g_array_index (scene->sentences, ReadoutSentence, paragraph->first)
                .first;
      guint end = g_array_index (
                      scene->sentences, ReadoutSentence, paragraph->end - 1)
                      .end;
      guint          colon = first;
      gboolean       capitals = TRUE;
      ReadoutSegment source = { first, 0, READOUT_ROLE_SOURCE, -1, 0, 0 };
      ReadoutSegment cue = { 0, 0, READOUT_ROLE_CUE, -1, 0, 0 };
      ReadoutSegment content = { 0, end, READOUT_ROLE_CONTENT, -1, 0, 0 };

      while (colon < end && colon < first + MAX_SPEAKER
             && token_at (scene, colon)->lower[0] != ':')
        {
          const ReadoutToken *token = token_at (scene, colon);

          if ((token->flags & READOUT_TOKEN_WORD)
              && !(token->flags & READOUT_TOKEN_CAPITAL))
            capitals = FALSE;
          colon++;
        }
      if (!capitals || colon == first || colon + 4 >= end
          || colon == first + MAX_SPEAKER
          || token_at (scene, colon)->lower[0] != ':'
          || !is_free (&pass, first, end))
        continue;

      source.end = cue.first = colon;
      cue.end = content.first = colon + 1;
      /* A headline's last point is no part of what is said. */
      if (token_at (scene, end - 1)->lower[0] == '.')
        content.end--;
      cue.link = add_segment (&pass, source);
      content.link = add_segment (&pass, cue);
      add_segment (&pass, content);
    }

  end_pass (&pass);
}

static gboolean
is_word (const ReadoutScene *scene, guint token, const char *lower)
{
  return g_str_equal (token_at (scene, token)->lower, lower);
}

static gboolean
is_sign (const ReadoutScene *scene, guint token)
{
  return !(token_at (scene, token)->flags
           & (READOUT_TOKEN_WORD | READOUT_TOKEN_NUMBER));
}

/* Drops the segments that lie in a range, or reach into it.  What a pass has
 * added lies before: of a content that reaches from there into the range, all
 * was dropped then. */
static void
drop_range (const Pass *pass, guint first, guint end)
{
  for (guint i = find_behind (pass->scene, 0, pass->n_old, first);
       i < pass->n_old && segment_at (pass->scene, i)->first < end;
       i++)
    pass->dropped[i] = TRUE;
}

/* Takes out what was dropped.  No segment must be linked yet. */
static void
remove_dropped (Pass *pass)
{
  GArray *segments = pass->scene->segments;
  guint   n = 0;

  for (guint i = 0; i < pass->n_old; i++)
    if (!pass->dropped[i])
      *segment_at (pass->scene, n++) = *segment_at (pass->scene, i);
  if (n < pass->n_old)
    g_array_remove_range (segments, n, pass->n_old - n);
  pass->n_old = n;
}

/* Adds what is left of a range without the signs at its edges; quotation marks
 * stay. */
static void
add_content (const Pass *pass, guint first, guint end)
{
  const ReadoutScene *scene = pass->scene;
  ReadoutSegment      content = { .role = READOUT_ROLE_CONTENT, .link = -1 };

  while (end > first && is_sign (scene, end - 1)
         && token_at (scene, end - 1)->quotation < 0)
    end--;
  while (first < end && is_sign (scene, first)
         && token_at (scene, first)->quotation < 0)
    first++;
  if (first >= end)
    return;

  content.first = first;
  content.end = end;
  add_segment (pass, content);
}

/* Where the source behind "according to" ends: where the tagger thinks, or at
 * the next sign. */
static guint
find_source_end (const Pass *pass, guint first, guint end)
{
  const ReadoutScene *scene = pass->scene;
  guint               t = first;
  guint               i = find_behind (scene, 0, pass->n_old, first);

  if (i < pass->n_old && !pass->dropped[i]
      && segment_at (scene, i)->first == first
      && segment_at (scene, i)->role == READOUT_ROLE_SOURCE)
    return MIN (segment_at (scene, i)->end, end);
  while (t < end && !is_sign (scene, t))
    t++;
  /* "the court's" and such go on behind the sign. */
  while (t + 1 < end && strchr ("'’-/&", token_at (scene, t)->lower[0]) != NULL
         && token_at (scene, t)->quotation < 0)
    for (t++; t < end && !is_sign (scene, t);)
      t++;

  return t;
}

/* "According to" in a sentence, outside of quotations, with two tokens and more
 * behind it; the end of the sentence if there is none. */
static guint
find_according (const ReadoutScene *scene, const ReadoutSentence *sentence)
{
  for (guint t = sentence->first; t + 3 < sentence->end; t++)
    if (is_word (scene, t, "according") && is_word (scene, t + 1, "to")
        && token_at (scene, t)->quotation < 0)
      return t;

  return sentence->end;
}

/* Narrows a range to the clause around a token: between two semicolons, or
 * what is in brackets. */
static void
narrow_to_clause (const ReadoutScene *scene, guint at, guint *from, guint *to)
{
  guint end = *to;

  for (guint t = *from; t < end; t++)
    if (strchr (";()", token_at (scene, t)->lower[0]) != NULL
        && token_at (scene, t)->quotation < 0)
      {
        if (t < at)
          *from = t + 1;
        else
          *to = MIN (*to, t);
      }
}

/* What the tagger sees in a clause with "according to". */
typedef struct
{
  gboolean is_tagged;   /* The words are a cue. */
  gboolean is_rivalled; /* And so are others. */
  gboolean has_content;
} Sight;

/* Looks at the clause from @from to @to; a content that begins before it, such
 * as a quotation of several sentences, widens it. */
static Sight
look_at_clause (const Pass *pass, guint at, guint *from, guint to)
{
  const ReadoutScene *scene = pass->scene;
  Sight               sight = { 0 };

  for (guint i = find_behind (scene, 0, pass->n_old, *from);
       i < pass->n_old && segment_at (scene, i)->first < to;
       i++)
    {
      const ReadoutSegment *other = segment_at (scene, i);

      if (pass->dropped[i])
        continue;
      if (other->role == READOUT_ROLE_CONTENT)
        {
          sight.has_content = TRUE;
          *from = MIN (*from, other->first);
        }
      else if (other->role == READOUT_ROLE_CUE && other->first <= at
               && at < other->end)
        sight.is_tagged = TRUE;
      else if (other->role == READOUT_ROLE_CUE)
        sight.is_rivalled = TRUE;
    }

  return sight;
}

/* "According to" makes the whole sentence what its source says, whatever
 * others say in it; where the tagger sees so, it knows better how far the
 * content goes. */
static void
mend_according (const ReadoutScene *scene)
{
  g_autofree guint8 *dropped = g_new0 (guint8, MAX (scene->segments->len, 1));
  Pass               pass = { scene, scene->segments->len, dropped };

  for (guint s = 0; s < scene->sentences->len; s++)
    {
      const ReadoutSentence *sentence
          = &g_array_index (scene->sentences, ReadoutSentence, s);
      ReadoutSegment cue = { .role = READOUT_ROLE_CUE, .link = -1 };
      ReadoutSegment source = { .role = READOUT_ROLE_SOURCE, .link = -1 };
      guint          at = find_according (scene, sentence);
      guint          from = sentence->first;
      guint          to = sentence->end;
      Sight          sight;

      if (at == sentence->end)
        continue;

      cue.first = at;
      cue.end = source.first = at + 2;
      source.end = find_source_end (&pass, source.first, sentence->end);
      if (source.end == source.first)
        continue;
      narrow_to_clause (scene, at, &from, &to);
      if (source.end > to)
        continue;

      sight = look_at_clause (&pass, at, &from, to);
      if (sight.is_tagged ? sight.has_content && !sight.is_rivalled
                          : at > sentence->first && !is_sign (scene, at - 1))
        continue;

      drop_range (&pass, from, to);
      add_content (&pass, from, at);
      add_segment (&pass, cue);
      add_segment (&pass, source);
      add_content (&pass, source.end, to);
    }

  remove_dropped (&pass);
  end_pass (&pass);
}

/**
 * readout_attribution_rules_mend:
 * @scene: an article whose segments are not linked yet
 *
 * Mends the segments themselves.
 */
void
readout_attribution_rules_mend (const ReadoutScene *scene)
{
  g_return_if_fail (scene != NULL);

  mend_cuts (scene);
  mend_according (scene);
}

/* The subject of the sentence of a cue, by position alone: the words up
 * to the first verb or sign, behind an opening clause if there is one. */
static gboolean
find_subject (const Pass *pass, guint cue, ReadoutSegment *subject)
{
  const ReadoutScene *scene = pass->scene;
  guint               first = g_array_index (scene->sentences,
                               ReadoutSentence,
                               token_at (scene, cue)->sentence)
                    .first;
  guint end;

  if (readout_token_is_in (token_at (scene, first),
                           READOUT_WORDS_CLAUSE_OPENERS))
    {
      while (first < cue && token_at (scene, first)->lower[0] != ',')
        first++;
      first++;
    }
  for (end = first;
       end < cue && !is_sign (scene, end)
       && token_at (scene, end)->quotation < 0
       && !readout_attribution_features_is_verb (scene->features, end);)
    end++;
  if (end <= first || end >= cue || end - first > MAX_SUBJECT)
    return FALSE;

  *subject = (ReadoutSegment){
    .first = first, .end = end, .role = READOUT_ROLE_SOURCE, .link = -1
  };
  return is_free (pass, first, end);
}

/* A cue without source takes the nearest one to the left in its sentence, or
 * else the subject. */
static void
give_sources (const ReadoutScene *scene)
{
  Pass pass = { scene, scene->segments->len, NULL };

  for (guint i = 0; i < pass.n_old; i++)
    {
      ReadoutSegment     *cue = segment_at (scene, i);
      const ReadoutToken *token = token_at (scene, cue->first);
      ReadoutSegment      subject;

      if (cue->role != READOUT_ROLE_CUE || cue->link >= 0)
        continue;
      for (guint k = i; k-- > 0;)
        {
          const ReadoutSegment *other = segment_at (scene, k);

          if (token_at (scene, other->first)->sentence != token->sentence)
            break;
          if (other->role == READOUT_ROLE_SOURCE)
            cue->link = k;
          else if (other->role == READOUT_ROLE_CUE)
            cue->link = other->link;
          if (cue->link >= 0)
            break;
        }
      if (cue->link < 0 && scene->features != NULL
          && find_subject (&pass, cue->first, &subject))
        {
          guint source = add_segment (&pass, subject);

          /* The array may have moved. */
          segment_at (scene, i)->link = source;
        }
    }

  end_pass (&pass);
}

/* The first token of a paragraph. */
static guint
get_start (const ReadoutScene *scene, guint paragraph)
{
  guint sentence
      = g_array_index (scene->paragraphs, ReadoutParagraph, paragraph).first;

  return g_array_index (scene->sentences, ReadoutSentence, sentence).first;
}

/* The last quoted content with a cue that begins before token @end, among the
 * segments from @from to @to, in the paragraph that begins at @first; -1 if
 * there is none. */
static gint32
find_last_quoted (
    const ReadoutScene *scene, guint from, guint to, guint first, guint end)
{
  guint i = find_behind (scene, from, to, end);

  while (i < to && segment_at (scene, i)->first < end)
    i++;
  while (i-- > from && segment_at (scene, i)->first >= first)
    {
      const ReadoutSegment *other = segment_at (scene, i);

      if (other->role == READOUT_ROLE_CONTENT && other->link >= 0
          && token_at (scene, other->first)->quotation >= 0)
        return i;
    }

  return -1;
}

/* The cue of the last quotation of the paragraph before, or -1. */
static gint32
find_last_cue (const Pass *pass, guint paragraph)
{
  const ReadoutScene *scene = pass->scene;
  guint               first = get_start (scene, paragraph - 1);
  guint               end = get_start (scene, paragraph);
  gint32 old = find_last_quoted (scene, 0, pass->n_old, first, end);
  gint32 added
      = find_last_quoted (scene, pass->n_old, scene->segments->len, first, end);

  if (old < 0
      || (added >= 0
          && segment_at (scene, added)->first > segment_at (scene, old)->first))
    old = added;

  return old < 0 ? -1 : segment_at (scene, old)->link;
}

/* The cue that a quotation without one of its own goes on with. */
static gint32
find_cue (const Pass *pass, guint first, guint end)
{
  const ReadoutScene *scene = pass->scene;
  guint               paragraph = paragraph_of (scene, first);
  gint32              best = -1;
  guint               least = G_MAXUINT;

  for (guint i
       = find_behind (scene, 0, pass->n_old, get_start (scene, paragraph));
       i < pass->n_old;
       i++)
    {
      const ReadoutSegment *cue = segment_at (scene, i);
      guint                 distance;

      if (paragraph_of (scene, cue->first) > paragraph)
        break;
      if (cue->role != READOUT_ROLE_CUE || cue->link < 0
          || paragraph_of (scene, cue->first) != paragraph)
        continue;
      distance = cue->first >= end ? cue->first - end
                                   : first - MIN (first, cue->end);
      if (distance < least)
        {
          least = distance;
          best = i;
        }
      else if (cue->first >= end)
        break; /* Those behind are farther still. */
    }

  /* A paragraph that is one quotation: the last speaker goes on. */
  if (best < 0 && paragraph > 0)
    best = find_last_cue (pass, paragraph);

  return best;
}

static void
add_quotations (const ReadoutScene *scene)
{
  Pass pass = { scene, scene->segments->len, NULL };

  for (guint q = 0; q < scene->quotations->len; q++)
    {
      const ReadoutQuotation *quotation
          = &g_array_index (scene->quotations, ReadoutQuotation, q);
      ReadoutSegment content = {
        quotation->first, quotation->end, READOUT_ROLE_CONTENT, -1, 0, 0
      };

      if (quotation->parent >= 0
          || count_words (scene, quotation->first, quotation->end)
                 < MIN_QUOTED_WORDS
          || !is_free (&pass, quotation->first, quotation->end))
        continue;
      content.link = find_cue (&pass, quotation->first, quotation->end);
      if (content.link >= 0)
        add_segment (&pass, content);
    }

  end_pass (&pass);
}

/**
 * readout_attribution_rules_link:
 * @scene: an article whose segments are linked
 *
 * Mends the links, and adds what is missing.
 */
void
readout_attribution_rules_link (const ReadoutScene *scene)
{
  g_return_if_fail (scene != NULL);

  add_dialogue (scene);
  give_sources (scene);
  add_quotations (scene);
}
