/* actors.c: who is who
 *
 * Linking mentions, statements and meetings to actors, merging two actors
 * that are one, and ranking the actors that an item may refer to, or be the
 * same as.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-edits"

#include "config.h"

#include "edits/actors.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/error.h"
#include "base/string-hash.h"
#include "edits/batch.h"
#include "edits/lookup.h"

/**
 * readout_edits_link:
 * @document: a document
 * @id: the id of a mention, statement or meeting
 * @actor_id: (nullable): the id of an actor
 * @stamp: (nullable): who and when
 * @error: return location for a #GError
 *
 * Links a mention to the actor, makes the actor the one speaker of a
 * statement, or puts it into the participants of a meeting, or takes it out
 * if it is one of them.  With %NULL a mention refers to nobody, a statement
 * has no speaker and a meeting no participants.  A rejected actor that is
 * linked is taken back.
 *
 * Returns: (transfer full) (element-type ReadoutChange): the changes, none if
 *   it is linked so already; %NULL with %READOUT_ERROR_REFERENCE if one of the
 *   two is not there or of the wrong kind
 */
GPtrArray *
readout_edits_link (ReadoutDocument    *document,
                    const char         *id,
                    const char         *actor_id,
                    const ReadoutStamp *stamp,
                    GError            **error)
{
  g_autoptr (ReadoutBatch) batch = NULL;
  g_autofree char **participants = NULL;
  const char       *only[] = { actor_id, NULL };
  ReadoutRecord    *record;

  g_return_val_if_fail (READOUT_IS_DOCUMENT (document), NULL);

  record = readout_edits_get_record (document, id, error);
  if (record == NULL
      || (actor_id != NULL
          && readout_edits_get_actor (document, actor_id, error) == NULL))
    return NULL;
  if (record->kind == READOUT_KIND_ACTOR)
    {
      g_set_error_literal (error,
                           READOUT_ERROR,
                           READOUT_ERROR_REFERENCE,
                           _ ("An actor cannot be linked to another one; "
                              "merge them if they are the same"));
      return NULL;
    }

  batch = readout_batch_new (document, stamp);
  if (actor_id != NULL)
    readout_batch_revive (batch, actor_id);
  record = readout_batch_edit (batch, id, READOUT_INTENT_EDIT);

  if (record->kind == READOUT_KIND_MENTION)
    readout_shared_string_set (&((ReadoutMention *)record)->actor, actor_id);
  else if (record->kind == READOUT_KIND_STATEMENT)
    readout_record_set_strv (&((ReadoutStatement *)record)->speakers, only);
  else
    {
      ReadoutMeeting *meeting = (ReadoutMeeting *)record;

      if (actor_id == NULL)
        participants = NULL;
      else if (readout_strv_contains (meeting->participants, actor_id))
        participants = readout_strv_without (meeting->participants, actor_id);
      else
        participants = readout_strv_with (meeting->participants, actor_id);
      readout_record_set_strv (&meeting->participants,
                               (const char *const *)participants);
    }

  return readout_batch_finish (batch);
}

/* Whether first and last word are capitalised, as they are in a name and not
 * in a description. */
static gboolean
is_proper_name (const char *name)
{
  const char *last = strrchr (name, ' ');

  return g_unichar_isupper (g_utf8_get_char (name))
         && (last == NULL || g_unichar_isupper (g_utf8_get_char (last + 1)));
}

static gboolean
is_better_name (const ReadoutActor *kept, const ReadoutActor *merged)
{
  if (!merged->anonymous != !kept->anonymous)
    return kept->anonymous;
  if (is_proper_name (kept->name) != is_proper_name (merged->name))
    return is_proper_name (merged->name);

  return g_utf8_strlen (merged->name, -1) > g_utf8_strlen (kept->name, -1);
}

static void
fill (char **field, const char *value)
{
  if (*field == NULL)
    *field = g_strdup (value);
}

/**
 * readout_edits_merge_actors:
 * @document: a document
 * @kept_id: the id of the actor that stays
 * @merged_id: the id of the actor that is the same one
 * @stamp: (nullable): who and when
 * @error: return location for a #GError
 *
 * All that referred to the merged actor refers to the kept one, whose empty
 * fields are filled from it; a proper name goes before a description, and the
 * longer name before the shorter one.  The merged actor is rejected, or
 * removed if a person had added it.  The kept one counts as reviewed; of what
 * is relinked, suggestions remain suggestions.
 *
 * Returns: (transfer full) (element-type ReadoutChange): the changes; %NULL
 *   with %READOUT_ERROR_REFERENCE if there are no two such actors
 */
GPtrArray *
readout_edits_merge_actors (ReadoutDocument    *document,
                            const char         *kept_id,
                            const char         *merged_id,
                            const ReadoutStamp *stamp,
                            GError            **error)
{
  g_autoptr (ReadoutBatch) batch = NULL;
  ReadoutActor *before, *merged, *kept;

  g_return_val_if_fail (READOUT_IS_DOCUMENT (document), NULL);

  before = readout_edits_get_actor (document, kept_id, error);
  if (before == NULL)
    return NULL;
  merged = readout_edits_get_actor (document, merged_id, error);
  if (merged == NULL)
    return NULL;
  if (before == merged)
    {
      g_set_error (error,
                   READOUT_ERROR,
                   READOUT_ERROR_REFERENCE,
                   _ ("“%s” cannot be merged with itself"),
                   before->name);
      return NULL;
    }

  batch = readout_batch_new (document, stamp);
  kept = readout_batch_edit (batch, kept_id, READOUT_INTENT_EDIT);
  if (is_better_name (kept, merged))
    {
      readout_record_set_string (&kept->name, merged->name);
      kept->anonymous = merged->anonymous;
    }
  fill (&kept->role, merged->role);
  fill (&kept->affiliation, merged->affiliation);
  fill (&kept->country, merged->country);
  fill (&kept->wikidata, merged->wikidata);
  if (readout_record_same_content (before, kept))
    readout_batch_accept (batch, kept_id);

  readout_batch_relink_all (batch, merged_id, kept_id);
  readout_batch_reject (batch, merged_id);

  return readout_batch_finish (batch);
}

/* What speaks for an actor.  Each member is compared before the next one. */
typedef struct
{
  ReadoutActor *actor;
  gboolean      linked;
  guint         likeness;   /* 2: same name, 1: last word of it or office. */
  gboolean      fits;       /* Of the type that the mention stands for. */
  guint         distance;   /* To the nearest mention; G_MAXUINT: none. */
  guint         n_mentions; /* All of them. */
  guint         position;   /* In the list of actors, to settle it. */
} Candidate;

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *one = a;
  const Candidate *other = b;

  if (one->linked != other->linked)
    return one->linked ? -1 : 1;
  if (one->likeness != other->likeness)
    return one->likeness > other->likeness ? -1 : 1;
  if (one->fits != other->fits)
    return one->fits ? -1 : 1;
  if (one->distance != other->distance)
    return one->distance < other->distance ? -1 : 1;
  if (one->n_mentions != other->n_mentions)
    return one->n_mentions > other->n_mentions ? -1 : 1;

  return one->position < other->position ? -1 : 1;
}

static const char *
get_last_word (const char *words)
{
  const char *space = strrchr (words, ' ');

  return space != NULL ? space + 1 : words;
}

/* How much a name looks like the words in question; both are folded. */
static guint
get_likeness (const char *name, const char *words)
{
  if (*words == '\0' || *name == '\0')
    return 0;
  if (g_str_equal (name, words))
    return 2;
  if (g_str_equal (get_last_word (name), get_last_word (words)))
    return 1;

  return 0;
}

/* The same of an actor, which may also be called by its office. */
static guint
get_actor_likeness (const ReadoutActor *actor, const char *words)
{
  g_autofree char *name = readout_edits_fold (actor->name);
  g_autofree char *role
      = readout_edits_fold (actor->role != NULL ? actor->role : "");
  guint likeness = get_likeness (name, words);

  if (*role != '\0' && g_str_equal (role, words))
    likeness = MAX (likeness, 1);

  return likeness;
}

/* How far @span lies from @place in the text.  What comes before is nearer
 * than what comes after, as people are named before they are referred to;
 * but a name follows its title at once (@adjoins). */
static guint
get_distance (ReadoutSpan span, ReadoutSpan place, gboolean adjoins)
{
  if (span.end <= place.start)
    return place.start - span.end;
  if (readout_span_overlaps (span, place)
      || (adjoins && span.start <= place.end + 1))
    return 0;

  return MIN ((guint64)(span.start - place.end) * 4 + 1, G_MAXUINT - 1);
}

/* What the ranking is about: where it stands, whether a name may follow at
 * once, which words name the actor, and which part of the text does not
 * count. */
typedef struct
{
  ReadoutSpan            place;
  gboolean               adjoins;
  char                  *words;
  const ReadoutSpanList *own_content;
} Question;

static void
ask (ReadoutDocument *document, ReadoutRecord *record, Question *question)
{
  question->place = readout_record_get_anchor (record);
  question->adjoins = record->kind == READOUT_KIND_MENTION;
  question->words = NULL;
  question->own_content = NULL;

  if (record->kind == READOUT_KIND_MENTION)
    {
      if (((ReadoutMention *)record)->form != READOUT_FORM_PRONOUN)
        question->words = readout_edits_get_words (document, question->place);
    }
  else if (record->kind == READOUT_KIND_STATEMENT)
    {
      ReadoutStatement *statement = (ReadoutStatement *)record;

      /* Whom a statement speaks about is seldom who makes it. */
      question->own_content = &statement->content;
      if (statement->source.length > 0)
        {
          question->place = statement->source.items[0];
          question->words = readout_edits_get_words (document, question->place);
        }
      else if (statement->cue.length > 0)
        question->place = statement->cue.items[0];
    }

  if (question->words != NULL)
    {
      char *folded = readout_edits_fold (question->words);

      g_free (question->words);
      question->words = folded;
    }
  else
    question->words = g_strdup ("");
}

/* Whether a mention of its type can stand for an actor of that type.  Pronouns
 * and descriptions have the type of what they stand for. */
static gboolean
fits (ReadoutRecord *record, const ReadoutActor *actor)
{
  if (record->kind != READOUT_KIND_MENTION)
    return TRUE;

  switch (((ReadoutMention *)record)->type)
    {
    case READOUT_MENTION_PERSON:
    case READOUT_MENTION_TITLE:
      return actor->type == READOUT_ACTOR_PERSON;
    case READOUT_MENTION_ORGANIZATION:
    case READOUT_MENTION_FACILITY:
      return actor->type != READOUT_ACTOR_PERSON;
    case READOUT_MENTION_LOCATION:
    case READOUT_MENTION_NATIONALITY:
      return actor->type == READOUT_ACTOR_GOVERNMENT;
    case READOUT_MENTION_EVENT:
    case READOUT_MENTION_DATE:
    case READOUT_MENTION_DURATION:
    case READOUT_MENTION_MISC:
    case READOUT_N_MENTION_TYPES:
    default:
      return TRUE;
    }
}

static gboolean
is_linked (ReadoutRecord *record, const char *actor_id)
{
  if (record->kind == READOUT_KIND_STATEMENT)
    return readout_strv_contains (((ReadoutStatement *)record)->speakers,
                                  actor_id);

  return readout_record_refers_to (record, actor_id);
}

static void
weigh_mentions (ReadoutDocument *document,
                ReadoutRecord   *record,
                const Question  *question,
                GHashTable      *candidates)
{
  ReadoutAnnotations *annotations = readout_document_get_annotations (document);
  guint               n;

  n = readout_annotations_get_n_records (annotations, READOUT_KIND_MENTION);
  for (guint i = 0; i < n; i++)
    {
      ReadoutMention *mention = readout_annotations_get_record (
          annotations, READOUT_KIND_MENTION, i);
      Candidate *candidate;

      if (mention->actor == NULL || &mention->record == record
          || mention->record.review.state == READOUT_STATE_REJECTED)
        continue;
      candidate = g_hash_table_lookup (candidates, mention->actor);
      if (candidate == NULL)
        continue;

      candidate->n_mentions++;
      if (question->own_content != NULL
          && readout_span_list_overlaps (question->own_content, mention->span))
        continue;
      candidate->distance = MIN (
          candidate->distance,
          get_distance (mention->span, question->place, question->adjoins));
      if (mention->form == READOUT_FORM_NAME && candidate->likeness < 2)
        {
          g_autofree char *words
              = readout_edits_get_words (document, mention->span);
          g_autofree char *folded = readout_edits_fold (words);

          candidate->likeness = MAX (candidate->likeness,
                                     get_likeness (folded, question->words));
        }
    }
}

/**
 * readout_edits_rank_actors:
 * @document: a document
 * @id: the id of an item
 *
 * Lists the actors that @id may refer to, the likeliest first: those that it
 * refers to already, then those called by the same words or having that
 * office, then those of the type that the mention stands for, then by the
 * nearest mention, of which earlier ones weigh more, and then by the number
 * of mentions.  For a statement, mentions inside its own content do not
 * count as near.  Rejected actors are left out.  For an actor, which can be
 * merged with another one, the list has itself as well.
 *
 * Returns: (transfer full) (element-type ReadoutActor): the actors, each with
 *   a reference that the array owns; empty if there is no such record
 */
GPtrArray *
readout_edits_rank_actors (ReadoutDocument *document, const char *id)
{
  g_autoptr (GHashTable) by_id
      = g_hash_table_new (readout_string_hash, g_str_equal);
  g_autofree Candidate *candidates = NULL;
  GPtrArray            *ranked;
  ReadoutAnnotations   *annotations;
  ReadoutRecord        *record;
  Question              question;
  guint                 n_actors;
  guint                 n = 0;

  g_return_val_if_fail (READOUT_IS_DOCUMENT (document), NULL);

  ranked = g_ptr_array_new_with_free_func (readout_record_unref);
  annotations = readout_document_get_annotations (document);
  record = readout_annotations_lookup (annotations, id);
  if (record == NULL)
    return ranked;

  ask (document, record, &question);
  n_actors
      = readout_annotations_get_n_records (annotations, READOUT_KIND_ACTOR);
  candidates = g_new0 (Candidate, n_actors);
  for (guint i = 0; i < n_actors; i++)
    {
      ReadoutActor *actor
          = readout_annotations_get_record (annotations, READOUT_KIND_ACTOR, i);

      if (actor->record.review.state == READOUT_STATE_REJECTED)
        continue;
      candidates[n].actor = actor;
      candidates[n].linked = is_linked (record, actor->record.id);
      candidates[n].likeness = get_actor_likeness (actor, question.words);
      candidates[n].fits = fits (record, actor);
      candidates[n].distance = G_MAXUINT;
      candidates[n].position = i;
      g_hash_table_insert (by_id, actor->record.id, &candidates[n]);
      n++;
    }

  weigh_mentions (document, record, &question, by_id);
  qsort (candidates, n, sizeof (Candidate), compare_candidates);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (ranked, readout_record_ref (candidates[i].actor));
  g_free (question.words);

  return ranked;
}
