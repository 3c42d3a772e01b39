/* match.c: which item is which when detection runs again
 *
 * A detector knows nothing of what a person decided: it finds again what was
 * rejected, finds a statement where it was before its content was corrected,
 * and numbers everything from one.  So each record that it found is matched
 * with the record of the document that it repeats, if there is one.
 *
 * A record is kept when a person has had a hand in it: reviewed, flagged or
 * with a note; all others are loose.  A kept record stands both for what it
 * says and for what was suggested before the correction.  Records are matched
 * in passes, the surest first, and each record of the document once:
 *
 *  1. with kept ones that say the same (spans, and type or participants);
 *  2. with loose ones that say the same;
 *  3. with kept ones that are still free and similar: mentions of the same
 *     span, statements whose contents cover each other by half, meetings that
 *     share a trigger; this goes before a loose match, as it means that the
 *     person has made by hand what was suggested beside it;
 *  4. with kept ones that are matched already, if they are so similar that
 *     the record can only be a repetition;
 *  5. with loose ones that are free and similar, which keep their ids and
 *     get the new content.
 *
 * Actors come first, since the others refer to them: they are matched by
 * name, then by what a person linked at the places of their mentions.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-edits"

#include "config.h"

#include "edits/match.h"

#include "base/string-hash.h"
#include "edits/lookup.h"
#include "edits/nearby.h"
#include "edits/similar.h"

/* One way to match a found record, and how good it is. */
typedef struct
{
  guint          found;
  ReadoutRecord *record;
  guint          score;
  guint          position; /* Of the record among its candidates. */
} Pair;

static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  const Pair *one = a;
  const Pair *other = b;

  if (one->score != other->score)
    return one->score > other->score ? -1 : 1;
  if (one->found != other->found)
    return one->found < other->found ? -1 : 1;
  if (one->position != other->position)
    return one->position < other->position ? -1 : 1;

  return 0;
}

/* A copy that refers to the ids of the document as far as they are known. */
static ReadoutRecord *
copy_mapped (ReadoutMatch *self, ReadoutRecord *found)
{
  ReadoutRecord *mapped = readout_record_copy (found);

  readout_record_map_references (mapped, readout_match_map_id, self);

  return mapped;
}

/* Whether a found record may be matched in a pass: it is not yet, or only with
 * a record that gives way to a kept one. */
static gboolean
is_open (const ReadoutRecord *matched, gboolean kept)
{
  return matched == NULL || (kept && !readout_match_is_kept (matched));
}

/* Pairs a found record with all that are near and similar. */
static void
find_pairs (ReadoutMatch  *self,
            guint          index,
            ReadoutNearby *nearby,
            gboolean       kept,
            ReadoutSimilar similar,
            GArray        *pairs)
{
  g_autoptr (ReadoutRecord) mapped
      = copy_mapped (self, g_ptr_array_index (self->found, index));
  g_autoptr (GPtrArray) near = readout_nearby_find (nearby, mapped);

  for (guint i = 0; i < near->len; i++)
    {
      Pair pair = { index, g_ptr_array_index (near, i), 0, i };

      if (readout_match_is_kept (pair.record) == kept
          && !g_hash_table_contains (self->taken, pair.record)
          && readout_similar_compare (
              mapped, pair.record, similar, &pair.score))
        g_array_append_val (pairs, pair);
    }
}

/* Matches the best pairs first, each record once. */
static void
take_pairs (ReadoutMatch *self, gboolean kept, GArray *pairs)
{
  g_array_sort (pairs, compare_pairs);
  for (guint i = 0; i < pairs->len; i++)
    {
      Pair           *pair = &g_array_index (pairs, Pair, i);
      ReadoutRecord **matched = &self->matched[pair->found];

      if (g_hash_table_contains (self->taken, pair->record)
          || !is_open (*matched, kept))
        continue;
      if (*matched != NULL)
        g_hash_table_remove (self->taken, *matched);
      *matched = pair->record;
      g_hash_table_add (self->taken, pair->record);
    }
}

/* One pass over the found records of @kind. */
static void
run_pass (ReadoutMatch  *self,
          ReadoutNearby *nearby,
          ReadoutKind    kind,
          gboolean       kept,
          ReadoutSimilar similar)
{
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (Pair));

  for (guint i = 0; i < self->found->len; i++)
    {
      const ReadoutRecord *found = g_ptr_array_index (self->found, i);

      if (found->kind == kind && is_open (self->matched[i], kept))
        find_pairs (self, i, nearby, kept, similar, pairs);
    }

  take_pairs (self, kept, pairs);
}

/* What is left and repeats a kept record, though that is matched already. */
static void
drop_repetitions (ReadoutMatch *self, ReadoutNearby *nearby, ReadoutKind kind)
{
  for (guint i = 0; i < self->found->len; i++)
    {
      ReadoutRecord *found = g_ptr_array_index (self->found, i);
      g_autoptr (GPtrArray) near = NULL;

      if (found->kind != kind || self->matched[i] != NULL)
        continue;

      near = readout_nearby_find (nearby, found);
      for (guint j = 0; j < near->len; j++)
        {
          ReadoutRecord *record = g_ptr_array_index (near, j);
          guint          score;

          if (readout_match_is_kept (record)
              && readout_similar_compare (
                  found, record, readout_similar_repeats, &score))
            {
              self->matched[i] = record;
              break;
            }
        }
    }
}

static void
match_kind (ReadoutMatch *self, ReadoutKind kind)
{
  g_autoptr (ReadoutNearby) nearby
      = readout_nearby_new (self->annotations, kind, self->text_length);

  run_pass (self, nearby, kind, TRUE, readout_similar_same);
  run_pass (self, nearby, kind, FALSE, readout_similar_same);
  run_pass (self, nearby, kind, TRUE, readout_similar_about);
  drop_repetitions (self, nearby, kind);
  run_pass (self, nearby, kind, FALSE, readout_similar_about);
}

static gboolean
is_rejected (const ReadoutRecord *record)
{
  return record->review.state == READOUT_STATE_REJECTED;
}

/* The actors of the document by their folded names, those they have and those
 * that were suggested: name -> array of ReadoutRecord. */
static GHashTable *
index_names (ReadoutMatch *self)
{
  GHashTable *names = g_hash_table_new_full (readout_string_hash,
                                             g_str_equal,
                                             g_free,
                                             (GDestroyNotify)g_ptr_array_unref);
  guint       n = readout_annotations_get_n_records (self->annotations,
                                               READOUT_KIND_ACTOR);

  for (guint i = 0; i < n; i++)
    {
      ReadoutRecord *record = readout_annotations_get_record (
          self->annotations, READOUT_KIND_ACTOR, i);
      ReadoutActor *sides[] = { (ReadoutActor *)record,
                                (ReadoutActor *)record->review.suggested };

      for (guint j = 0; j < G_N_ELEMENTS (sides) && sides[j] != NULL; j++)
        {
          g_autofree char *name = readout_edits_fold (sides[j]->name);
          GPtrArray       *records = g_hash_table_lookup (names, name);

          if (records == NULL)
            {
              records = g_ptr_array_new ();
              g_hash_table_insert (names, g_steal_pointer (&name), records);
            }
          g_ptr_array_add (records, record);
        }
    }

  return names;
}

/* An actor of that name which is not matched yet; one that a person had a
 * hand in goes before others. */
static ReadoutRecord *
find_namesake (ReadoutMatch       *self,
               GHashTable         *names,
               const ReadoutActor *found,
               gboolean            rejected)
{
  g_autofree char *name = readout_edits_fold (found->name);
  GPtrArray       *records = g_hash_table_lookup (names, name);
  ReadoutRecord   *loose = NULL;

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      ReadoutRecord *record = g_ptr_array_index (records, i);

      if (is_rejected (record) != rejected
          || g_hash_table_contains (self->taken, record))
        continue;
      if (readout_match_is_kept (record))
        return record;
      if (loose == NULL)
        loose = record;
    }

  return loose;
}

/* A mention of the document that stands where a found one stands. */
typedef struct
{
  const char     *found_actor;
  ReadoutMention *mention;
} Vote;

/* Whom the mentions of the document name at the places of the found ones. */
static GArray *
collect_votes (ReadoutMatch *self)
{
  GArray *votes = g_array_new (FALSE, FALSE, sizeof (Vote));
  g_autoptr (ReadoutNearby) nearby = readout_nearby_new (
      self->annotations, READOUT_KIND_MENTION, self->text_length);

  for (guint i = 0; i < self->found->len; i++)
    {
      ReadoutMention *found = g_ptr_array_index (self->found, i);
      g_autoptr (GPtrArray) near = NULL;

      if (found->record.kind != READOUT_KIND_MENTION || found->actor == NULL)
        continue;

      near = readout_nearby_find (nearby, &found->record);
      for (guint j = 0; j < near->len; j++)
        {
          Vote  vote = { found->actor, g_ptr_array_index (near, j) };
          guint score;

          if (vote.mention->actor != NULL
              && !is_rejected (&vote.mention->record)
              && readout_similar_compare (&found->record,
                                          &vote.mention->record,
                                          readout_similar_about,
                                          &score))
            g_array_append_val (votes, vote);
        }
    }

  return votes;
}

/* The actor that most of the votes for @found name, if they are half of them
 * at least.  What a person linked always counts.  Links that a program
 * suggested count only for an actor that would be taken over as a whole, or
 * when @found itself was rejected: then it was merged into another actor, and
 * its mentions went along. */
static ReadoutRecord *
find_elected (ReadoutMatch       *self,
              GArray             *votes,
              const ReadoutActor *found,
              gboolean            was_rejected)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  ReadoutRecord *elected = NULL;
  guint          most = 0;
  guint          n_votes = 0;

  for (guint i = 0; i < votes->len; i++)
    {
      const Vote    *vote = &g_array_index (votes, Vote, i);
      ReadoutRecord *actor;
      guint          count;

      if (!g_str_equal (vote->found_actor, found->record.id))
        continue;

      actor = readout_annotations_lookup (self->annotations,
                                          vote->mention->actor);
      /* What an earlier election may have brought about does not count. */
      if (actor != NULL && readout_match_is_kept (actor) && !was_rejected
          && !readout_match_is_kept (vote->mention))
        continue;
      n_votes++;

      if (actor == NULL || is_rejected (actor)
          || (!readout_match_is_kept (actor)
              && g_hash_table_contains (self->taken, actor)))
        continue;
      count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, actor)) + 1;
      g_hash_table_insert (counts, actor, GUINT_TO_POINTER (count));
      if (count > most)
        {
          most = count;
          elected = actor;
        }
    }

  return most * 2 >= n_votes ? elected : NULL;
}

static void
match_actors (ReadoutMatch *self)
{
  g_autoptr (GHashTable) names = index_names (self);
  g_autoptr (GArray) votes = collect_votes (self);

  for (guint i = 0; i < self->found->len; i++)
    {
      ReadoutRecord *found = g_ptr_array_index (self->found, i);

      if (found->kind != READOUT_KIND_ACTOR)
        continue;
      self->matched[i]
          = find_namesake (self, names, (ReadoutActor *)found, FALSE);
      if (self->matched[i] != NULL)
        g_hash_table_add (self->taken, self->matched[i]);
    }

  for (guint i = 0; i < self->found->len; i++)
    {
      ReadoutRecord *found = g_ptr_array_index (self->found, i);
      ReadoutRecord *rejected, *elected;

      if (found->kind != READOUT_KIND_ACTOR || self->matched[i] != NULL)
        continue;
      rejected = find_namesake (self, names, (ReadoutActor *)found, TRUE);
      elected
          = find_elected (self, votes, (ReadoutActor *)found, rejected != NULL);
      self->matched[i] = elected != NULL ? elected : rejected;
      if (self->matched[i] != NULL)
        g_hash_table_add (self->taken, self->matched[i]);
    }
}

/* Enters where the found records of @kind are to be found from now on; those
 * that are new get their ids. */
static void
assign_ids (ReadoutMatch *self, ReadoutKind kind)
{
  for (guint i = 0; i < self->found->len; i++)
    {
      ReadoutRecord *found = g_ptr_array_index (self->found, i);

      if (found->kind != kind)
        continue;
      if (self->matched[i] == NULL)
        g_hash_table_insert (
            self->ids,
            g_strdup (found->id),
            readout_annotations_make_id (self->annotations, kind));
      else if (!is_rejected (self->matched[i]))
        g_hash_table_insert (
            self->ids, g_strdup (found->id), g_strdup (self->matched[i]->id));
    }
}

/* What is nested in a rejected statement goes to that one's own parent. */
static void
inherit_parents (ReadoutMatch *self)
{
  g_autoptr (GHashTable) parents
      = g_hash_table_new (readout_string_hash, g_str_equal);
  gboolean again = TRUE;

  for (guint i = 0; i < self->found->len; i++)
    {
      ReadoutStatement *found = g_ptr_array_index (self->found, i);

      if (found->record.kind == READOUT_KIND_STATEMENT && found->parent != NULL)
        g_hash_table_insert (
            parents, found->record.id, (gpointer)found->parent);
    }

  while (again)
    {
      GHashTableIter iter;
      const char    *id, *parent;

      again = FALSE;
      g_hash_table_iter_init (&iter, parents);
      while (
          g_hash_table_iter_next (&iter, (gpointer *)&id, (gpointer *)&parent))
        {
          const char *heir = g_hash_table_lookup (self->ids, parent);

          if (heir != NULL && !g_hash_table_contains (self->ids, id))
            {
              g_hash_table_insert (self->ids, g_strdup (id), g_strdup (heir));
              again = TRUE;
            }
        }
    }
}

/**
 * readout_match_new: (skip)
 * @document: a document
 * @found: (element-type ReadoutRecord): what a detector found in its text
 *
 * Returns: (transfer full): what is what
 */
ReadoutMatch *
readout_match_new (ReadoutDocument *document, GPtrArray *found)
{
  ReadoutMatch *self = g_new0 (ReadoutMatch, 1);

  self->annotations = readout_document_get_annotations (document);
  self->text_length
      = readout_text_get_length (readout_document_get_text (document));
  self->found = g_ptr_array_ref (found);
  self->matched = g_new0 (ReadoutRecord *, found->len);
  self->taken = g_hash_table_new (NULL, NULL);
  self->ids = g_hash_table_new_full (
      readout_string_hash, g_str_equal, g_free, g_free);

  match_actors (self);
  assign_ids (self, READOUT_KIND_ACTOR);
  match_kind (self, READOUT_KIND_MENTION);
  assign_ids (self, READOUT_KIND_MENTION);
  match_kind (self, READOUT_KIND_STATEMENT);
  assign_ids (self, READOUT_KIND_STATEMENT);
  inherit_parents (self);
  match_kind (self, READOUT_KIND_MEETING);
  assign_ids (self, READOUT_KIND_MEETING);

  return self;
}

/**
 * readout_match_free: (skip)
 * @self: (transfer full): a match
 */
void
readout_match_free (ReadoutMatch *self)
{
  g_ptr_array_unref (self->found);
  g_free (self->matched);
  g_hash_table_unref (self->taken);
  g_hash_table_unref (self->ids);
  g_free (self);
}

/**
 * readout_match_map_id: (skip)
 * @id: an id among the found records
 * @self: a match
 *
 * A #ReadoutMapFunc.
 *
 * Returns: (nullable): the id of the same thing in the document
 */
const char *
readout_match_map_id (const char *id, gpointer self)
{
  return g_hash_table_lookup (((ReadoutMatch *)self)->ids, id);
}

/**
 * readout_match_is_kept: (skip)
 * @record: a record of a document
 *
 * Returns: whether a person had a hand in it
 */
gboolean
readout_match_is_kept (gconstpointer record)
{
  const ReadoutRecord *self = record;

  return readout_record_is_reviewed (self) || self->review.flagged
         || self->note != NULL;
}
