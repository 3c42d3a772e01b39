/* suggestions.c: from the detector's candidates to records
 *
 * The steps of the detector point at each other by index into the arrays of
 * the analysis.  Here the candidates that nobody needs are left out, the rest
 * is put in text order and numbered, and every index becomes an id, so that no
 * record can name one that is not there.
 *
 * An actor is worth suggesting when it speaks, is told, takes part, or was
 * found to act in another way.  A pronoun or a nominal is marked only for the
 * sake of its actor, so it goes when the actor goes; a name stays.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-detect"

#include "config.h"

#include "detect/suggestions.h"

#include "detect/confidence.h"
#include "language/work.h"
#include "model/actor.h"
#include "model/meeting.h"
#include "model/mention.h"
#include "model/statement.h"

/* How long a byline is at most, in tokens. */
#define MAX_BYLINE 12

/* Old index to new place, -1 for what is left out. */
typedef struct
{
  const ReadoutAnalysis *analysis;
  const char            *detector;
  GArray                *actor_ids;     /* gint32 for each candidate actor */
  GArray                *statement_ids; /* gint32 for each statement */
  GPtrArray             *rules;         /* Nullable: a text a record. */
} Maker;

/* What a sort needs to know of one candidate. */
typedef struct
{
  ReadoutSpan extent;
  guint32     index;
} Place;

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Place *one = a;
  const Place *two = b;
  int          order = readout_span_compare (one->extent, two->extent);

  if (order != 0)
    return order;
  return one->index < two->index ? -1 : one->index > two->index;
}

static void
set_review (gpointer record, const char *detector, int confidence)
{
  ReadoutRecord *head = record;

  head->review.state = READOUT_STATE_SUGGESTED;
  head->review.confidence = CLAMP (confidence, 0, 100);
  readout_shared_string_set (&head->review.detector, detector);
}

/* Notes by which rules a record came about, if anybody asks: the one that made
 * it, and those that filled in one or two of its fields. */
static void
note_rules (const Maker *self,
            const char  *rule,
            const char  *field,
            const char  *field_rule,
            const char  *other_field,
            const char  *other_rule)
{
  GString *text;

  if (self->rules == NULL)
    return;

  text = g_string_new (rule != NULL ? rule : "");
  if (field_rule != NULL)
    g_string_append_printf (text, "; %s by %s", field, field_rule);
  if (other_rule != NULL)
    g_string_append_printf (text, "; %s by %s", other_field, other_rule);
  g_ptr_array_add (self->rules, g_string_free (text, FALSE));
}

/* Fills in @numbers with the rank in text order of each candidate. */
static GArray *
number_places (GArray *places, guint n_candidates)
{
  GArray *numbers
      = g_array_sized_new (FALSE, FALSE, sizeof (gint32), n_candidates);
  gint32 none = -1;

  for (guint i = 0; i < n_candidates; i++)
    g_array_append_val (numbers, none);

  g_array_sort (places, compare_places);
  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);

      g_array_index (numbers, gint32, place->index) = i + 1;
    }

  return numbers;
}

/* Adds the id of an actor to those of a list, unless the actor is left out or
 * is there already. */
static void
add_actor (const Maker *self, GPtrArray *ids, gint32 index)
{
  gint32 number;
  char  *id;

  if (index < 0 || (guint32)index >= self->actor_ids->len)
    return;
  number = g_array_index (self->actor_ids, gint32, index);
  if (number < 0)
    return;

  id = g_strdup_printf ("a%d", number);
  if (g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL))
    g_free (id);
  else
    g_ptr_array_add (ids, id);
}

static void
set_ids (char ***field, GPtrArray *ids)
{
  g_ptr_array_add (ids, NULL);
  readout_record_set_strv (field, (const char *const *)ids->pdata);
}

static void
set_actors (const Maker *self, char ***field, const ReadoutActorList *actors)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < actors->length; i++)
    add_actor (self, ids, readout_actor_list_get (actors, i));
  set_ids (field, ids);
}

static void
set_participants (const Maker *self, char ***field, const GArray *actors)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; actors != NULL && i < actors->len; i++)
    add_actor (self, ids, g_array_index (actors, gint32, i));
  set_ids (field, ids);
}

static void
mark_used (const ReadoutAnalysis *analysis, gint32 index)
{
  if (index >= 0 && (guint32)index < analysis->actors->len)
    readout_analysis_get_actor (analysis, index)->used = TRUE;
}

/* Who speaks, is told or takes part. */
static void
mark_all_used (const ReadoutAnalysis *analysis)
{
  for (guint i = 0; i < analysis->statements->len; i++)
    {
      const ReadoutCandidateStatement *statement
          = &g_array_index (analysis->statements, ReadoutCandidateStatement, i);

      if (readout_work_is_cancelled (analysis->cancellable, i))
        break;
      for (guint k = 0; k < statement->speakers.length; k++)
        mark_used (analysis, readout_actor_list_get (&statement->speakers, k));
      for (guint k = 0; k < statement->addressees.length; k++)
        mark_used (analysis,
                   readout_actor_list_get (&statement->addressees, k));
    }

  for (guint i = 0; i < analysis->meetings->len; i++)
    {
      const GArray *actors
          = g_array_index (analysis->meetings, ReadoutCandidateMeeting, i)
                .participants;

      for (guint k = 0; actors != NULL && k < actors->len; k++)
        mark_used (analysis, g_array_index (actors, gint32, k));
    }
}

/* Whether a sentence is a line such as "By Mara Linde and Jon Aske". */
static gboolean
is_byline (const ReadoutAnalysis *analysis, guint sentence)
{
  const ReadoutSentence *line
      = readout_analysis_get_sentence (analysis, sentence);
  const ReadoutParagraph *paragraph = &g_array_index (
      analysis->paragraphs, ReadoutParagraph, line->paragraph);

  return paragraph->end == paragraph->first + 1
         && line->end - line->first <= MAX_BYLINE
         && readout_analysis_token_is (analysis, line->first, "by")
         && line->first + 1 < line->end
         && (readout_analysis_get_token (analysis, line->first + 1)->flags
             & READOUT_TOKEN_CAPITAL)
                != 0
         && !readout_analysis_token_is (analysis, line->end - 1, ".");
}

/* Who wrote the article does not act in it. */
static void
drop_authors (const ReadoutAnalysis *analysis)
{
  g_autofree guint8 *acts = g_new0 (guint8, MAX (analysis->actors->len, 1));

  for (guint i = 0; i < analysis->mentions->len; i++)
    {
      const ReadoutCandidateMention *mention
          = readout_analysis_get_mention (analysis, i);

      if (readout_work_is_cancelled (analysis->cancellable, i))
        break;
      if (mention->actor >= 0 && (guint32)mention->actor < analysis->actors->len
          && !is_byline (
              analysis,
              readout_analysis_get_token (analysis, mention->first)->sentence))
        acts[mention->actor] = TRUE;
    }

  for (guint i = 0; i < analysis->actors->len; i++)
    {
      ReadoutCandidateActor *actor = readout_analysis_get_actor (analysis, i);

      if (actor->type == READOUT_ACTOR_PERSON && !acts[i])
        actor->used = FALSE;
    }
}

static ReadoutSpan
tokens_to_span (const ReadoutAnalysis *analysis, guint32 first, guint32 end)
{
  const ReadoutToken *tokens
      = (const ReadoutToken *)(gconstpointer)analysis->tokens->data;

  if (first >= end || end > analysis->tokens->len)
    return READOUT_SPAN (0, 0);
  return READOUT_SPAN (tokens[first].span.start, tokens[end - 1].span.end);
}

/* Actors are numbered by their first mention; one without any mention (the
 * body behind "a ministry statement") comes after those that have one. */
static GArray *
number_actors (const ReadoutAnalysis *analysis)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  g_autofree guint32 *first = g_new (guint32, MAX (analysis->actors->len, 1));

  for (guint i = 0; i < analysis->actors->len; i++)
    first[i] = G_MAXUINT32;
  for (guint i = 0; i < analysis->mentions->len; i++)
    {
      const ReadoutCandidateMention *mention
          = &g_array_index (analysis->mentions, ReadoutCandidateMention, i);

      if (mention->actor >= 0
          && (guint32)mention->actor < analysis->actors->len)
        first[mention->actor] = MIN (first[mention->actor], mention->first);
    }

  for (guint i = 0; i < analysis->actors->len; i++)
    {
      const ReadoutCandidateActor *actor
          = &g_array_index (analysis->actors, ReadoutCandidateActor, i);
      Place place = { { first[i], G_MAXUINT32 }, i };

      if (actor->used && actor->name != NULL && *actor->name != '\0')
        g_array_append_val (places, place);
    }

  return number_places (places, analysis->actors->len);
}

static GArray *
number_statements (const ReadoutAnalysis *analysis)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));

  for (guint i = 0; i < analysis->statements->len; i++)
    {
      const ReadoutCandidateStatement *statement
          = &g_array_index (analysis->statements, ReadoutCandidateStatement, i);
      Place   place = { { 0, 0 }, i };
      guint32 cue
          = statement->cue.length > 0 ? statement->cue.items[0].start : 0;
      guint depth = 0;

      if (readout_work_is_cancelled (analysis->cancellable, i))
        break;
      if (statement->content.length == 0)
        continue;
      place.extent = readout_span_list_extent (&statement->content);
      if (statement->source.length > 0)
        place.extent = readout_span_union (
            place.extent, readout_span_list_extent (&statement->source));
      if (statement->cue.length > 0)
        place.extent = readout_span_union (
            place.extent, readout_span_list_extent (&statement->cue));

      /* Of those that begin together the outer one comes first, then the one
       * whose cue does. */
      for (gint32 k = statement->parent;
           k >= 0 && (guint32)k < analysis->statements->len && depth < 7;
           depth++)
        k = g_array_index (analysis->statements, ReadoutCandidateStatement, k)
                .parent;
      place.extent.end = G_MAXUINT32 - (depth << 29) - MIN (cue, 1u << 28);
      g_array_append_val (places, place);
    }

  return number_places (places, analysis->statements->len);
}

static void
add_mentions (const Maker *self, GPtrArray *records)
{
  const ReadoutAnalysis *analysis = self->analysis;
  guint                  number = 0;

  for (guint i = 0; i < analysis->mentions->len; i++)
    {
      const ReadoutCandidateMention *candidate
          = &g_array_index (analysis->mentions, ReadoutCandidateMention, i);
      ReadoutSpan span
          = tokens_to_span (analysis, candidate->first, candidate->end);
      gint32           actor = -1;
      g_autofree char *id = NULL;
      ReadoutMention  *mention;

      if (readout_work_is_cancelled (analysis->cancellable, i))
        return;
      if (readout_span_is_empty (span))
        continue;
      if (candidate->actor >= 0
          && (guint32)candidate->actor < self->actor_ids->len)
        actor = g_array_index (self->actor_ids, gint32, candidate->actor);
      if (actor < 0 && candidate->form != READOUT_FORM_NAME
          && candidate->type != READOUT_MENTION_TITLE)
        continue;

      id = g_strdup_printf ("m%u", ++number);
      mention
          = readout_mention_new (id, span, candidate->type, candidate->form);
      if (actor >= 0)
        {
          g_autofree char *actor_id = g_strdup_printf ("a%d", actor);

          readout_shared_string_set (&mention->actor, actor_id);
        }
      set_review (mention, self->detector, candidate->confidence);
      note_rules (self, candidate->rule, "", NULL, "", NULL);
      g_ptr_array_add (records, mention);
    }
}

/* The index that has each number: number_places() turned around. */
static guint32 *
invert (const GArray *numbers, guint *n_used)
{
  guint32 *order = g_new0 (guint32, MAX (numbers->len, 1));

  *n_used = 0;
  for (guint i = 0; i < numbers->len; i++)
    {
      gint32 number = g_array_index (numbers, gint32, i);

      if (number > 0)
        {
          order[number - 1] = i;
          ++*n_used;
        }
    }

  return order;
}

static void
add_actors (const Maker *self, GPtrArray *records)
{
  guint               n_used;
  g_autofree guint32 *order = invert (self->actor_ids, &n_used);

  for (guint i = 0; i < n_used; i++)
    {
      const ReadoutCandidateActor *candidate = &g_array_index (
          self->analysis->actors, ReadoutCandidateActor, order[i]);
      g_autofree char *id = NULL;
      ReadoutActor    *actor;

      if (readout_work_is_cancelled (self->analysis->cancellable, i))
        return;
      id = g_strdup_printf ("a%u", i + 1);
      actor = readout_actor_new (id, candidate->type, candidate->name);

      readout_record_set_string (&actor->role, candidate->role);
      readout_record_set_string (&actor->affiliation, candidate->affiliation);
      if (candidate->country[0] != '\0')
        readout_record_set_string (&actor->country, candidate->country);
      actor->anonymous = candidate->anonymous;
      set_review (actor, self->detector, candidate->confidence);
      note_rules (self,
                  candidate->rule,
                  "role",
                  candidate->role_rule,
                  "country",
                  candidate->country_rule);
      g_ptr_array_add (records, actor);
    }
}

/* A record takes over what its candidate held, since there may be a candidate
 * for every few bytes of the text. */
static void
move_spans (ReadoutSpanList *to, ReadoutSpanList *from)
{
  readout_span_list_clear (to);
  *to = *from;
  *from = (ReadoutSpanList){ 0 };
}

static void
add_statements (const Maker *self, GPtrArray *records)
{
  guint               n_used;
  g_autofree guint32 *order = invert (self->statement_ids, &n_used);

  for (guint i = 0; i < n_used; i++)
    {
      ReadoutCandidateStatement *candidate = &g_array_index (
          self->analysis->statements, ReadoutCandidateStatement, order[i]);
      g_autofree char  *id = NULL;
      ReadoutStatement *statement;

      if (readout_work_is_cancelled (self->analysis->cancellable, i))
        return;
      id = g_strdup_printf ("s%u", i + 1);
      statement = readout_statement_new (id, candidate->manner);
      move_spans (&statement->source, &candidate->source);
      move_spans (&statement->cue, &candidate->cue);
      move_spans (&statement->content, &candidate->content);
      set_actors (self, &statement->speakers, &candidate->speakers);
      set_actors (self, &statement->addressees, &candidate->addressees);
      readout_actor_list_clear (&candidate->speakers);
      readout_actor_list_clear (&candidate->addressees);
      if (candidate->parent >= 0
          && (guint32)candidate->parent < self->statement_ids->len)
        {
          gint32 parent
              = g_array_index (self->statement_ids, gint32, candidate->parent);

          if (parent > 0)
            {
              g_autofree char *parent_id = g_strdup_printf ("s%d", parent);

              readout_shared_string_set (&statement->parent, parent_id);
            }
        }
      set_review (statement, self->detector, candidate->confidence);
      note_rules (
          self, candidate->rule, "speaker", candidate->speaker_rule, "", NULL);
      g_ptr_array_add (records, statement);
    }
}

static void
add_meetings (const Maker *self, GPtrArray *records)
{
  const ReadoutAnalysis *analysis = self->analysis;
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));

  for (guint i = 0; i < analysis->meetings->len; i++)
    {
      const ReadoutCandidateMeeting *candidate
          = &g_array_index (analysis->meetings, ReadoutCandidateMeeting, i);
      Place place = { readout_span_list_extent (&candidate->triggers), i };

      if (candidate->triggers.length > 0)
        g_array_append_val (places, place);
    }
  g_array_sort (places, compare_places);

  for (guint i = 0; i < places->len; i++)
    {
      ReadoutCandidateMeeting *candidate
          = &g_array_index (analysis->meetings,
                            ReadoutCandidateMeeting,
                            g_array_index (places, Place, i).index);
      g_autofree char *id = NULL;
      ReadoutMeeting  *meeting;

      if (readout_work_is_cancelled (analysis->cancellable, i))
        return;
      id = g_strdup_printf ("g%u", i + 1);
      meeting = readout_meeting_new (id, candidate->status, candidate->kind);
      move_spans (&meeting->triggers, &candidate->triggers);
      move_spans (&meeting->place, &candidate->place);
      move_spans (&meeting->venue, &candidate->venue);
      move_spans (&meeting->occasion, &candidate->occasion);
      move_spans (&meeting->time, &candidate->time);
      move_spans (&meeting->duration, &candidate->duration);
      move_spans (&meeting->topics, &candidate->topics);
      move_spans (&meeting->outcomes, &candidate->outcomes);
      if (candidate->time_value[0] != '\0')
        readout_record_set_string (&meeting->time_value, candidate->time_value);
      if (candidate->duration_value[0] != '\0')
        readout_record_set_string (&meeting->duration_value,
                                   candidate->duration_value);
      set_participants (self, &meeting->participants, candidate->participants);
      set_review (meeting, self->detector, candidate->confidence);
      note_rules (
          self, candidate->rule, "status", candidate->status_rule, "", NULL);
      g_ptr_array_add (records, meeting);
    }
}

/**
 * readout_suggestions_make:
 * @analysis: an analysis that all steps have gone over, of which nothing is
 *   to be used afterwards: memory is given back as records are made
 * @detector: name and version to write into each record
 * @rules: (nullable) (element-type utf8): gets a text for each record: the
 *   rules that made it
 *
 * Turns the candidates of @analysis into records in state suggested, with ids
 * that start at m1, a1, s1 and g1.  The records are incomplete once the
 * cancellable of @analysis is cancelled.
 *
 * Returns: (transfer full) (element-type ReadoutRecord): mentions, actors,
 *   statements and meetings, each in text order
 */
GPtrArray *
readout_suggestions_make (ReadoutAnalysis *analysis,
                          const char      *detector,
                          GPtrArray       *rules)
{
  GPtrArray *records;
  Maker      self;

  g_return_val_if_fail (analysis != NULL, NULL);
  g_return_val_if_fail (detector != NULL, NULL);

  drop_authors (analysis);
  mark_all_used (analysis);

  records = g_ptr_array_new_with_free_func (readout_record_unref);
  self.analysis = analysis;
  self.detector = detector;
  self.rules = rules;
  self.actor_ids = number_actors (analysis);
  self.statement_ids = number_statements (analysis);

  add_mentions (&self, records);
  readout_analysis_drop_tokens (analysis);
  add_actors (&self, records);
  add_statements (&self, records);
  add_meetings (&self, records);
  readout_confidence_calibrate (
      records,
      analysis->model != NULL
          && readout_detector_model_get_names (analysis->model) != NULL,
      analysis->cancellable);

  g_array_unref (self.actor_ids);
  g_array_unref (self.statement_ids);
  return records;
}
