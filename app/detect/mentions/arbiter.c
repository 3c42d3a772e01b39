/* arbiter.c: names that rules propose against those of the tagger
 *
 * Where both find a name over the same tokens it is one, and what remains to
 * decide is its type: lists and head nouns go by the guidelines ("treaty" makes
 * it misc), the tagger by what its corpus called such names, so the former win.
 * Where edges differ the tagger knows more of unknown words than a run of
 * capitals tells, and less of our conventions; where only one of them finds a
 * name, lists and head nouns are kept, and the others as far as their points
 * or the tagger's probability go.
 *
 * Without a tagger all that the rules propose is taken, and so it is with one
 * that knows few kinds of names, which only adds some where there is no rule.
 *
 * The shares that the thresholds go by were counted on articles held out of
 * the tagger's training: of capitals that rules alone took for a name one in
 * ten was one; of longer names by the tagger seven in ten were right, of the
 * shorter ones by rules inside them one.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/mentions/arbiter.h"

#include "detect/mentions/listed.h"
#include "detect/mentions/names.h"
#include "detect/mentions/tagged.h"
#include "language/work.h"

/* From this probability on the tagger is believed on edges. */
#define SURE 0.6
/* From these on it is believed where no rule finds anything. */
#define ALONE 0.6
#define ALONE_MISC 0.7
/* What a run of capitals must be worth to stand without the tagger. */
#define STRONG 90

/* Rules and tagged names that touch one another: a stretch of each of the two
 * sorted lists. */
typedef struct
{
  const ReadoutProposedName *const *rules;
  guint                             n_rules;
  const ReadoutTaggedName          *tagged;
  guint                             n_tagged;
} Cluster;

static int
compare_proposals (gconstpointer a, gconstpointer b)
{
  const ReadoutProposedName *one = a;
  const ReadoutProposedName *two = b;

  if (one->first != two->first)
    return one->first < two->first ? -1 : 1;
  if (one->end != two->end)
    return one->end > two->end ? -1 : 1;

  return two->confidence - one->confidence;
}

/* How far the name by rule is to be believed, out of 100, if the tagger finds
 * the same with that probability. */
static int
combine (const ReadoutProposedName *rule, float probability)
{
  switch (rule->source)
    {
    case READOUT_NAME_LISTED:
      return 60 + 40 * probability;
    case READOUT_NAME_HEADED:
    case READOUT_NAME_BARE_HEAD:
    case READOUT_NAME_ACRONYM:
      return 50 + 50 * probability;
    case READOUT_NAME_TYPED:
    default:
      return 15 + 84 * probability;
    }
}

static void
take (ReadoutMentionContext *self, const ReadoutProposedName *name)
{
  readout_mention_context_add (self,
                               name->first,
                               name->end,
                               name->head,
                               name->type,
                               READOUT_FORM_NAME,
                               name->confidence,
                               name->rule);
}

static void
take_rule (ReadoutMentionContext     *self,
           const ReadoutProposedName *rule,
           ReadoutMentionType         type,
           int                        confidence)
{
  readout_mention_context_add (self,
                               rule->first,
                               rule->end,
                               rule->head,
                               type,
                               READOUT_FORM_NAME,
                               CLAMP (confidence, 5, 99),
                               rule->rule);

  /* What was proposed inside it stands behind it in the sorted list. */
  for (const ReadoutProposedName *inner = rule + 1;
       inner < &g_array_index (
           self->proposals, ReadoutProposedName, self->proposals->len)
       && inner->end <= rule->end;
       inner++)
    if (inner->first != rule->first || inner->end != rule->end)
      take (self, inner);
}

/* The type of a tagged name around names by rule: of the list or the head noun
 * that it ends with, and an event where the tagger knows none. */
static ReadoutMentionType
find_type (const ReadoutMentionContext *self,
           const ReadoutTaggedName     *tagged,
           const Cluster               *cluster)
{
  ReadoutMentionType type = tagged->type;

  if (cluster->n_rules > 0)
    {
      const ReadoutProposedName *last = cluster->rules[cluster->n_rules - 1];

      if (last->end == tagged->end
          && (last->source == READOUT_NAME_HEADED
              || (last->source == READOUT_NAME_LISTED
                  && (last->type == READOUT_MENTION_EVENT
                      || last->type == READOUT_MENTION_MISC))))
        return last->type;
    }

  if (type == READOUT_MENTION_MISC || type == READOUT_MENTION_ORGANIZATION)
    if ((self->words[tagged->end - 1].classes & READOUT_LEXICON_EVENT_HEAD) != 0
        && (self->words[tagged->end - 1].classes
            & READOUT_LEXICON_ORGANIZATION_HEAD)
               == 0)
      type = READOUT_MENTION_EVENT;

  return type;
}

static void
take_tagged (ReadoutMentionContext   *self,
             const ReadoutTaggedName *tagged,
             const Cluster           *cluster,
             int                      confidence)
{
  ReadoutMentionType type = find_type (self, tagged, cluster);

  readout_mention_context_add (self,
                               tagged->first,
                               tagged->end,
                               tagged->end - 1,
                               type,
                               READOUT_FORM_NAME,
                               CLAMP (confidence, 5, 99),
                               "mentions/arbiter: the tagger alone");
  if (tagged->end > tagged->first + 1 && type != READOUT_MENTION_PERSON)
    {
      g_autoptr (GArray) nested
          = g_array_new (FALSE, FALSE, sizeof (ReadoutProposedName));

      readout_mention_listed_find_nested (
          self, tagged->first, tagged->end, nested);
      for (guint i = 0; i < nested->len; i++)
        take (self, &g_array_index (nested, ReadoutProposedName, i));
    }
}

static gboolean
is_covered (const ReadoutTaggedName *tagged, const ReadoutProposedName *rule)
{
  return tagged->first <= rule->first && rule->end <= tagged->end;
}

static void
decide_same (ReadoutMentionContext     *self,
             const ReadoutProposedName *rule,
             const ReadoutTaggedName   *tagged)
{
  int confidence = combine (rule, tagged->probability);

  if (rule->type == tagged->type
      || (rule->type == READOUT_MENTION_EVENT
          && tagged->type == READOUT_MENTION_MISC))
    take_rule (self, rule, rule->type, confidence);
  /* Runs of capitals have no points for nations. */
  else if (rule->source == READOUT_NAME_TYPED
           && tagged->type == READOUT_MENTION_NATIONALITY)
    take_rule (self, rule, tagged->type, 100 * tagged->probability);
  else if (rule->source == READOUT_NAME_TYPED)
    take_rule (self, rule, rule->type, 40);
  else
    take_rule (self, rule, rule->type, 85 - 15 * tagged->probability);
}

/* Only rules found something: lists and head nouns stand. */
static void
decide_rule (ReadoutMentionContext *self, const ReadoutProposedName *rule)
{
  if (rule->source != READOUT_NAME_TYPED)
    take_rule (self, rule, rule->type, rule->confidence * 9 / 10);
  else if (rule->confidence >= STRONG)
    take_rule (self, rule, rule->type, 40);
}

/* Only the tagger found something. */
static void
decide_tagged (ReadoutMentionContext *self, const Cluster *cluster)
{
  const ReadoutTaggedName *tagged = cluster->tagged;

  for (guint32 k = tagged->first; k < tagged->end; k++)
    if ((self->words[k].flags
         & (READOUT_WORD_DATE | READOUT_WORD_TITLE | READOUT_WORD_HONORIFIC))
        != 0)
      return;

  if (tagged->probability
      >= (tagged->type == READOUT_MENTION_MISC ? ALONE_MISC : ALONE))
    take_tagged (self, tagged, cluster, 80 * tagged->probability);
}

/* Whether the tagged name is one of two bodies joined by "and", each with its
 * own head noun. */
static gboolean
is_joint (const ReadoutMentionContext *self, const Cluster *cluster)
{
  const ReadoutProposedName *one = cluster->rules[0];
  const ReadoutProposedName *two = cluster->rules[cluster->n_rules - 1];

  if (one == two || one->source != READOUT_NAME_HEADED
      || two->source != READOUT_NAME_HEADED
      || one->first != cluster->tagged->first
      || two->end != cluster->tagged->end)
    return FALSE;

  for (guint32 k = one->end; k < two->first; k++)
    if (readout_mention_context_is (self, k, "and"))
      return TRUE;

  return FALSE;
}

/* One tagged name over several by rule, or over a shorter one. */
static void
decide_longer_tagged (ReadoutMentionContext *self, const Cluster *cluster)
{
  const ReadoutTaggedName *tagged = cluster->tagged;
  gboolean                 plain = TRUE;

  for (guint i = 0; i < cluster->n_rules; i++)
    if (cluster->rules[i]->source != READOUT_NAME_TYPED)
      plain = FALSE;

  if ((tagged->probability >= SURE && !is_joint (self, cluster))
      || (plain && tagged->type != READOUT_MENTION_PERSON
          && tagged->type != READOUT_MENTION_LOCATION))
    {
      take_tagged (self, tagged, cluster, 80 * tagged->probability);
      return;
    }

  for (guint i = 0; i < cluster->n_rules; i++)
    if (plain || cluster->rules[i]->source != READOUT_NAME_TYPED)
      take_rule (self,
                 cluster->rules[i],
                 cluster->rules[i]->type,
                 cluster->rules[i]->confidence * 2 / 3);
}

static void
decide (ReadoutMentionContext *self, const Cluster *cluster)
{
  const ReadoutProposedName *rule = cluster->rules[0];
  gboolean                   covers;

  if (self->tagger_is_partial && cluster->n_rules > 0)
    {
      for (guint i = 0; i < cluster->n_rules; i++)
        take_rule (self,
                   cluster->rules[i],
                   cluster->rules[i]->type,
                   cluster->rules[i]->confidence);
      return;
    }
  if (cluster->n_tagged == 0)
    {
      decide_rule (self, rule);
      return;
    }
  if (cluster->n_rules == 0)
    {
      decide_tagged (self, cluster);
      return;
    }
  if (cluster->n_rules == 1 && cluster->n_tagged == 1
      && rule->first == cluster->tagged->first
      && rule->end == cluster->tagged->end)
    {
      decide_same (self, rule, cluster->tagged);
      return;
    }

  covers = cluster->n_tagged == 1;
  for (guint i = 0; covers && i < cluster->n_rules; i++)
    covers = is_covered (cluster->tagged, cluster->rules[i]);
  if (covers)
    {
      decide_longer_tagged (self, cluster);
      return;
    }

  /* Lists and head nouns know where a name ends by our conventions; of what
   * they leave the tagger has its share. */
  for (guint i = 0; i < cluster->n_rules; i++)
    if (cluster->rules[i]->source != READOUT_NAME_TYPED)
      take_rule (self,
                 cluster->rules[i],
                 cluster->rules[i]->type,
                 cluster->rules[i]->confidence * 3 / 4);
  for (guint i = 0; i < cluster->n_tagged; i++)
    {
      const ReadoutTaggedName *tagged = &cluster->tagged[i];
      gboolean                 free = TRUE;

      for (guint k = 0; free && k < cluster->n_rules; k++)
        free = cluster->rules[k]->source == READOUT_NAME_TYPED
               || cluster->rules[k]->end <= tagged->first
               || cluster->rules[k]->first >= tagged->end;
      if (free)
        take_tagged (self, tagged, cluster, 70 * tagged->probability);
    }
}

/* The outermost ones of the sorted proposals. */
static GPtrArray *
find_outermost (const ReadoutMentionContext *self)
{
  GPtrArray *rules = g_ptr_array_sized_new (self->proposals->len + 1);
  guint32    end = 0;

  for (guint i = 0; i < self->proposals->len; i++)
    {
      ReadoutProposedName *rule
          = &g_array_index (self->proposals, ReadoutProposedName, i);

      if (readout_work_is_cancelled (self->analysis->cancellable, i))
        break;
      if (rule->first < end)
        continue;
      g_ptr_array_add (rules, rule);
      end = rule->end;
    }
  g_ptr_array_add (rules, NULL);

  return rules;
}

/**
 * readout_mention_arbiter_run:
 * @self: the context, with all that the rules propose
 *
 * Decides which names become mentions.
 */
void
readout_mention_arbiter_run (ReadoutMentionContext *self)
{
  g_autoptr (GPtrArray) rules = NULL;
  guint n_rules;
  guint n_clusters = 0;
  guint r = 0;
  guint t = 0;

  if (self->tagged == NULL)
    {
      for (guint i = 0;
           i < self->proposals->len
           && !readout_work_is_cancelled (self->analysis->cancellable, i);
           i++)
        take (self, &g_array_index (self->proposals, ReadoutProposedName, i));
      return;
    }

  g_array_sort (self->proposals, compare_proposals);
  rules = find_outermost (self);
  n_rules = rules->len - 1;

  while (
      (r < n_rules || t < self->tagged->len)
      && !readout_work_is_cancelled (self->analysis->cancellable, n_clusters++))
    {
      const ReadoutProposedName *rule = g_ptr_array_index (rules, r);
      const ReadoutTaggedName   *tagged
          = t < self->tagged->len
                ? &g_array_index (self->tagged, ReadoutTaggedName, t)
                : NULL;
      Cluster cluster = {
        (const ReadoutProposedName *const *)rules->pdata + r, 0, tagged, 0
      };
      guint32 end;

      end = rule == NULL || (tagged != NULL && tagged->first < rule->first)
                ? tagged->end
                : rule->end;
      for (;;)
        {
          rule = g_ptr_array_index (rules, r + cluster.n_rules);
          if (rule != NULL && rule->first < end)
            {
              end = MAX (end, rule->end);
              cluster.n_rules++;
              continue;
            }
          if (t + cluster.n_tagged < self->tagged->len)
            {
              tagged = &g_array_index (
                  self->tagged, ReadoutTaggedName, t + cluster.n_tagged);
              if (tagged->first < end)
                {
                  end = MAX (end, tagged->end);
                  cluster.n_tagged++;
                  continue;
                }
            }
          break;
        }

      decide (self, &cluster);
      r += cluster.n_rules;
      t += cluster.n_tagged;
    }
}
