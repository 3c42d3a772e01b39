/* types.c: what kind of thing an unknown name names
 *
 * Every occurrence gives points to the types that its form and its
 * neighbourhood speak for; the points of equal names are added up over the
 * article, and a name of one word takes over from a longer one that starts or
 * ends with it, a surname from the full name above all.  So a name that is
 * introduced once ("Minister Ann Hill", "in Lowtown, Spain") is known
 * everywhere.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/mentions/types.h"

#include <string.h>

#include "detect/mentions/tagged.h"
#include "language/work.h"

enum
{
  PERSON,
  PLACE,
  BODY,
  WORK,
  OTHER,
  N_SCORES
};

static const ReadoutMentionType types_of_scores[N_SCORES]
    = { READOUT_MENTION_PERSON,
        READOUT_MENTION_LOCATION,
        READOUT_MENTION_ORGANIZATION,
        READOUT_MENTION_FACILITY,
        READOUT_MENTION_MISC };

/* What a tagger that is sure is worth. */
#define TAGGED_POINTS 14

/* What an item gets from the list that it is in: as much as from a title, so
 * that a title beats it with the least of others. */
#define LIST_POINTS 6

typedef struct
{
  guint32 first;
  guint32 end;
  guint   name; /* Index into the names. */
  int     kind; /* What a list that it is in is a list of, or N_SCORES. */
} Occurrence;

typedef struct
{
  int         scores[N_SCORES];
  float       tagged[N_SCORES]; /* Sums of the tagger's probabilities. */
  guint       n_occurrences;
  guint32     first; /* An occurrence of it. */
  guint32     end;
  const char *last_word;
} Name;

struct _ReadoutNameTypes
{
  ReadoutMentionContext *context;
  GArray                *occurrences; /* Occurrence */
  GArray                *names;       /* Name */
  GHashTable            *by_key;      /* char * to index of the name */
  GHashTable            *by_word;     /* word (interned) to index of the longer
                                         name that ends or starts with it */
};

/**
 * readout_name_types_new:
 * @context: the context; must outlive the result
 *
 * Returns: (transfer full): an empty collection
 */
ReadoutNameTypes *
readout_name_types_new (ReadoutMentionContext *context)
{
  ReadoutNameTypes *self = g_new0 (ReadoutNameTypes, 1);

  self->context = context;
  self->occurrences = g_array_new (FALSE, FALSE, sizeof (Occurrence));
  self->names = g_array_new (FALSE, TRUE, sizeof (Name));
  self->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->by_word = g_hash_table_new (NULL, NULL);

  return self;
}

/**
 * readout_name_types_free:
 * @self: (transfer full): a collection
 */
void
readout_name_types_free (ReadoutNameTypes *self)
{
  g_array_unref (self->occurrences);
  g_array_unref (self->names);
  g_hash_table_unref (self->by_key);
  g_hash_table_unref (self->by_word);
  g_free (self);
}

static gboolean
is_first_of_several (const ReadoutNameTypes *self, guint32 first, guint32 end)
{
  return end > first + 1
         && (self->context->words[first].classes & READOUT_LEXICON_GIVEN_NAME)
                != 0;
}

/* Whether capitals and small letters are mixed as in MoU; not so in McHill,
 * where the last is small and a person's name. */
static gboolean
has_inner_capital (const ReadoutNameTypes *self, guint32 at)
{
  const ReadoutToken *token = &self->context->tokens[at];
  const char         *p
      = readout_text_get_utf8 (self->context->analysis->text) + token->byte;
  guint n_upper = 0;

  for (guint i = 0; i < token->n_bytes; i++)
    n_upper += g_ascii_isupper (p[i]) ? 1 : 0;

  return n_upper >= 2 && token->n_bytes <= 5
         && g_ascii_isupper (p[token->n_bytes - 1])
         && (token->flags & READOUT_TOKEN_ALL_CAPS) == 0;
}

/* Points for the form of the name. */
static void
score_form (const ReadoutNameTypes *self,
            guint32                 first,
            guint32                 end,
            int                    *scores)
{
  const ReadoutMentionContext *context = self->context;
  guint                        n_words = 0;

  for (guint32 i = first; i < end; i++)
    {
      n_words += (context->tokens[i].flags & READOUT_TOKEN_WORD) != 0 ? 1 : 0;
      if (i + 1 < end
          && readout_mention_context_is_in (
              context, i, READOUT_WORDS_PERSON_PARTICLES))
        scores[PERSON] += 4;
      if (i + 1 < end && readout_mention_context_is (context, i + 1, ".")
          && context->tokens[i].span.end - context->tokens[i].span.start <= 2)
        scores[PERSON] += 4;
      if ((context->tokens[i].flags & READOUT_TOKEN_NUMBER) != 0)
        scores[OTHER] += 5;
      if (has_inner_capital (self, i))
        scores[OTHER] += 4;
    }

  if (is_first_of_several (self, first, end))
    scores[PERSON] += 5;
  else if ((context->words[first].classes & READOUT_LEXICON_GIVEN_NAME) != 0)
    scores[PERSON] += 2;
  if (n_words >= 2 && n_words <= 4)
    scores[PERSON] += 2;

  if (end == first + 1
      && (context->tokens[first].flags & READOUT_TOKEN_ALL_CAPS) != 0
      && context->tokens[first].n_bytes <= 8)
    scores[BODY] += 6;
  if (end == first + 1
      && (context->words[first].classes & READOUT_LEXICON_SUBDIVISION) != 0)
    scores[PLACE] += 3;
}

/* Points for what stands before it. */
static void
score_before (const ReadoutNameTypes *self, guint32 first, int *scores)
{
  const ReadoutMentionContext *context = self->context;
  guint32                      before;

  if (first == 0
      || context->tokens[first - 1].sentence != context->tokens[first].sentence)
    return;
  before = first - 1;

  if ((context->words[before].flags & READOUT_WORD_HONORIFIC) != 0)
    scores[PERSON] += 8;
  else if ((context->words[before].flags & READOUT_WORD_TITLE) != 0)
    scores[PERSON] += 6;
  else if (readout_mention_context_is (context, before, ",") && before > 0
           && (context->words[before - 1].flags & READOUT_WORD_TITLE) != 0)
    scores[PERSON] += 4;
  else if (readout_mention_context_is (context, before, "in")
           || readout_mention_context_is (context, before, "near"))
    scores[PLACE] += 5;
  else if (readout_mention_context_is (context, before, "at"))
    scores[PLACE] += 1;
  else if (readout_mention_context_is (context, before, "to")
           || readout_mention_context_is (context, before, "from"))
    scores[PLACE] += 2;
  else if (readout_mention_context_is (context, before, "of") && before > 0
           && readout_mention_context_is_in (
               context, before - 1, READOUT_WORDS_KINDS_OF_PLACE))
    scores[PLACE] += 6;
  else if (before > 0
           && (readout_mention_context_is (context, before, "of")
               || readout_mention_context_is (context, before, "at"))
           && (context->words[before - 1].flags & READOUT_WORD_TITLE) != 0)
    scores[BODY] += 5;
  else if (readout_mention_context_is_in (
               context, before, READOUT_WORDS_KINDS_OF_PLACE)
           && (context->tokens[before].flags & READOUT_TOKEN_CAPITAL) == 0)
    scores[PLACE] += 3;
  else if (readout_mention_context_is_in (
               context, before, READOUT_WORDS_PERSON_INTRODUCERS))
    scores[PERSON] += 1;
  else if (readout_mention_context_is (context, before, "the"))
    {
      scores[BODY] += 4;
      scores[OTHER] += 2;
      scores[PERSON] -= 4;
    }
}

/* Points for what stands behind it. */
static void
score_after (const ReadoutNameTypes *self, guint32 end, int *scores)
{
  const ReadoutMentionContext *context = self->context;
  guint32                      at = end;

  if (at >= context->n_tokens
      || context->tokens[at].sentence != context->tokens[end - 1].sentence)
    return;

  if (readout_mention_context_is_in (
          context, at, READOUT_WORDS_PERSON_FOLLOWERS))
    scores[PERSON] += 2;
  else if (readout_mention_context_is (context, at, "'s"))
    scores[PERSON] += 1;
  else if (readout_mention_context_is_in (
               context, at, READOUT_WORDS_KINDS_OF_BODY))
    scores[BODY] += 5;
  else if (readout_mention_context_is (context, at, ",")
           && at + 1 < context->n_tokens)
    {
      guint32 next = at + 1;

      if (readout_mention_context_is (context, next, "the"))
        next++;
      if (next < context->n_tokens
          && (context->words[next].flags & READOUT_WORD_TITLE) != 0)
        scores[PERSON] += 4;
      else if (next < context->n_tokens
               && readout_mention_context_match (context,
                                                 next,
                                                 READOUT_LEXICON_COUNTRY
                                                     | READOUT_LEXICON_REGION,
                                                 NULL)
                      > 0
               && next == at + 1)
        scores[PLACE] += 5;
    }
}

/* What the noun before a list says that its items are: "rivers such as",
 * "projects including". */
static int
get_kind_of_noun (const ReadoutMentionContext *context, guint32 at)
{
  if (readout_mention_context_is_in (context, at, READOUT_WORDS_LISTED_PLACES))
    return PLACE;
  if (readout_mention_context_is_in (context, at, READOUT_WORDS_LISTED_BODIES))
    return BODY;
  if (readout_mention_context_is_in (context, at, READOUT_WORDS_LISTED_WORKS))
    return WORK;
  if (readout_mention_context_is_in (context, at, READOUT_WORDS_LISTED_PEOPLE))
    return PERSON;

  return N_SCORES;
}

/* Where what joins an item of a list to the one before it begins: "and the",
 * ", or"; @first if nothing does. */
static guint32
skip_joiner (const ReadoutMentionContext *context, guint32 first)
{
  guint32 at = first;

  if (at > 0 && readout_mention_context_is (context, at - 1, "the"))
    at--;
  if (at > 0
      && (readout_mention_context_is (context, at - 1, "and")
          || readout_mention_context_is (context, at - 1, "or")))
    at--;
  if (at > 0 && readout_mention_context_is (context, at - 1, ","))
    at--;

  return at;
}

/* The kind of the item that ends at @at, or N_SCORES. */
static int
get_previous_kind (const ReadoutNameTypes *self, guint32 at)
{
  const ReadoutMentionContext *context = self->context;

  if (self->occurrences->len > 0)
    {
      const Occurrence *last = &g_array_index (
          self->occurrences, Occurrence, self->occurrences->len - 1);

      if (last->end == at)
        return last->kind;
    }
  if (context->proposals->len > 0
      && readout_mention_context_is (context, at, ","))
    {
      const ReadoutProposedName *last = &g_array_index (
          context->proposals, ReadoutProposedName, context->proposals->len - 1);

      if (last->end == at && last->type == READOUT_MENTION_LOCATION)
        return PLACE;
      if (last->end == at && last->type == READOUT_MENTION_ORGANIZATION)
        return BODY;
    }

  return N_SCORES;
}

/* Where what introduces a list before @at begins, or @at: "such as",
 * "including", a dash. */
static guint32
skip_introduction (const ReadoutMentionContext *context, guint32 at)
{
  if (at >= 2 && readout_mention_context_is (context, at - 1, "as")
      && readout_mention_context_is (context, at - 2, "such"))
    return at - 2;
  if (readout_mention_context_is_in (
          context, at - 1, READOUT_WORDS_LIST_INTRODUCTIONS))
    return at - 1;
  while (
      at > 0
      && readout_mention_context_is_in (context, at - 1, READOUT_WORDS_DASHES))
    at--;

  return at;
}

/* The kind of the list that the name at @first is an item of, or N_SCORES.
 * Items after the first have the kind of the one before. */
static int
find_list_kind (const ReadoutNameTypes *self, guint32 first)
{
  const ReadoutMentionContext *context = self->context;
  guint32                      at = skip_joiner (context, first);

  if (at == 0)
    return N_SCORES;
  if (at < first)
    return get_previous_kind (self, at);

  at = skip_introduction (context, first);
  if (at == first)
    return N_SCORES;
  if (at > 0 && readout_mention_context_is (context, at - 1, ","))
    at--;

  return at > 0 ? get_kind_of_noun (context, at - 1) : N_SCORES;
}

/* Notes what the tagger makes of an occurrence. */
static void
note_tagged (const ReadoutNameTypes *self,
             guint32                 first,
             guint32                 end,
             Name                   *name)
{
  const ReadoutTaggedName *tagged
      = readout_mention_context_get_tagged (self->context, end - 1);

  name->n_occurrences++;
  if (tagged == NULL || tagged->first >= end || tagged->end <= first)
    return;

  for (int i = 0; i < N_SCORES; i++)
    if (types_of_scores[i] == tagged->type)
      name->tagged[i] += tagged->probability;
}

/* Gives points for what the tagger makes of a name in the mean: what it says
 * of one occurrence leans on what it said of the others. */
static void
score_tagged (ReadoutNameTypes *self)
{
  for (guint i = 0; i < self->names->len; i++)
    {
      Name *name = &g_array_index (self->names, Name, i);

      if (readout_work_is_cancelled (self->context->analysis->cancellable, i))
        break;
      for (int k = 0; k < N_SCORES; k++)
        name->scores[k]
            += TAGGED_POINTS * name->tagged[k] / name->n_occurrences;
    }
}

/* Whether it is a Roman number. */
static gboolean
is_roman (const ReadoutNameTypes *self, guint32 first, guint32 end)
{
  const char *lower = self->context->tokens[first].lower;

  return end == first + 1
         && (self->context->tokens[first].flags & READOUT_TOKEN_ALL_CAPS) != 0
         && strspn (lower, "ivxlc") == strlen (lower);
}

/* Whether all its words are such as say what a body or an office is for:
 * "Science and Technology" names nothing. */
static gboolean
is_common (const ReadoutNameTypes *self, guint32 first, guint32 end)
{
  for (guint32 i = first; i < end; i++)
    if ((self->context->tokens[i].flags & READOUT_TOKEN_WORD) != 0
        && ((self->context->words[i].classes & READOUT_LEXICON_MODIFIER) == 0
            || (self->context->words[i].classes & READOUT_LEXICON_GIVEN_NAME)
                   != 0))
      return FALSE;

  return TRUE;
}

/**
 * readout_name_types_add:
 * @self: a collection
 * @first, @end: the tokens of a name
 */
void
readout_name_types_add (ReadoutNameTypes *self, guint32 first, guint32 end)
{
  const ReadoutToken *tokens = self->context->tokens;
  GString            *key = g_string_new (NULL);
  Occurrence          occurrence = { first, end, 0, N_SCORES };
  gpointer            value;
  Name               *name;

  if (is_roman (self, first, end) || is_common (self, first, end))
    {
      g_string_free (key, TRUE);
      return;
    }

  for (guint32 i = first; i < end; i++)
    {
      g_string_append (key, tokens[i].lower);
      g_string_append_c (key, ' ');
    }

  if (g_hash_table_lookup_extended (self->by_key, key->str, NULL, &value))
    {
      occurrence.name = GPOINTER_TO_UINT (value);
      g_string_free (key, TRUE);
    }
  else
    {
      Name fresh = { { 0 }, { 0 }, 0, first, end, tokens[end - 1].lower };

      occurrence.name = self->names->len;
      score_form (self, first, end, fresh.scores);
      g_array_append_val (self->names, fresh);
      g_hash_table_insert (self->by_key,
                           g_string_free (key, FALSE),
                           GUINT_TO_POINTER (occurrence.name));
    }

  name = &g_array_index (self->names, Name, occurrence.name);
  score_before (self, first, name->scores);
  score_after (self, end, name->scores);
  note_tagged (self, first, end, name);
  occurrence.kind = find_list_kind (self, first);
  if (occurrence.kind < N_SCORES)
    name->scores[occurrence.kind] += LIST_POINTS;
  g_array_append_val (self->occurrences, occurrence);
}

static int
best_score (const Name *name)
{
  int best = PERSON;

  for (int i = 1; i < N_SCORES; i++)
    if (name->scores[i] > name->scores[best])
      best = i;

  return best;
}

/* Lets names of one word take over from longer ones. */
static void
spread (ReadoutNameTypes *self)
{
  for (guint i = 0; i < self->names->len; i++)
    {
      const Name *name = &g_array_index (self->names, Name, i);

      if (readout_work_is_cancelled (self->context->analysis->cancellable, i))
        break;
      if (name->end == name->first + 1)
        continue;
      g_hash_table_insert (self->by_word,
                           (gpointer)self->context->tokens[name->first].lower,
                           GUINT_TO_POINTER (i + 1));
    }
  /* Last words outweigh first ones. */
  for (guint i = 0; i < self->names->len; i++)
    {
      const Name *name = &g_array_index (self->names, Name, i);

      if (readout_work_is_cancelled (self->context->analysis->cancellable, i))
        break;
      if (name->end > name->first + 1)
        g_hash_table_insert (
            self->by_word, (gpointer)name->last_word, GUINT_TO_POINTER (i + 1));
    }

  for (guint i = 0; i < self->names->len; i++)
    {
      Name *name = &g_array_index (self->names, Name, i);
      guint longer;

      if (readout_work_is_cancelled (self->context->analysis->cancellable, i))
        break;
      if (name->end > name->first + 1)
        continue;
      longer = GPOINTER_TO_UINT (
          g_hash_table_lookup (self->by_word, name->last_word));
      if (longer > 0)
        name->scores[best_score (
            &g_array_index (self->names, Name, longer - 1))]
            += 4;
    }
}

/* Lets an acronym have the type of the name that has its initials: "Zarnov
 * Waters Treaty" and ZWT. */
static void
spread_initials (ReadoutNameTypes *self)
{
  const ReadoutMentionContext *context = self->context;
  g_autoptr (GHashTable) types
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < context->proposals->len; i++)
    {
      const ReadoutProposedName *mention
          = &g_array_index (context->proposals, ReadoutProposedName, i);
      int      kind = mention->type == READOUT_MENTION_MISC       ? OTHER
                      : mention->type == READOUT_MENTION_FACILITY ? WORK
                                                                  : N_SCORES;
      GString *initials;

      if (readout_work_is_cancelled (context->analysis->cancellable, i))
        break;
      if (kind == N_SCORES || mention->end < mention->first + 3)
        continue;
      initials = g_string_new (NULL);
      for (guint32 k = mention->first; k < mention->end; k++)
        if ((context->tokens[k].flags & READOUT_TOKEN_CAPITAL) != 0)
          g_string_append_unichar (initials,
                                   g_utf8_get_char (context->tokens[k].lower));
      g_hash_table_insert (
          types, g_string_free (initials, FALSE), GINT_TO_POINTER (kind + 1));
    }

  for (guint i = 0; i < self->names->len; i++)
    {
      Name *name = &g_array_index (self->names, Name, i);
      int   kind;

      if (readout_work_is_cancelled (context->analysis->cancellable, i))
        break;
      if (name->end > name->first + 1
          || (context->tokens[name->first].flags & READOUT_TOKEN_ALL_CAPS) == 0)
        continue;
      kind = GPOINTER_TO_INT (g_hash_table_lookup (types, name->last_word)) - 1;
      if (kind >= 0)
        name->scores[kind] += 24;
    }
}

/**
 * readout_name_types_resolve:
 * @self: a collection
 *
 * Decides the types and adds the mentions to the context.
 */
void
readout_name_types_resolve (ReadoutNameTypes *self)
{
  score_tagged (self);
  spread (self);
  spread_initials (self);

  for (guint i = 0; i < self->occurrences->len; i++)
    {
      const Occurrence *occurrence
          = &g_array_index (self->occurrences, Occurrence, i);
      const Name *name = &g_array_index (self->names, Name, occurrence->name);
      int         best = best_score (name);

      if (readout_work_is_cancelled (self->context->analysis->cancellable, i))
        break;
      readout_mention_context_propose (
          self->context,
          occurrence->first,
          occurrence->end,
          occurrence->end - 1,
          types_of_scores[best],
          READOUT_NAME_TYPED,
          CLAMP (45 + 5 * name->scores[best], 45, 90),
          "mentions/types: capitals, typed by what stands around them");
    }
}
