/* decide-words.c: what two sides say of an item, in words for people
 *
 * The description of a conflict has values; here are the words for them, the
 * same as on the cards.  What follows from another difference is left out
 * while there is one that a person can make more of: who reviewed an item and
 * when goes into one line, and what was suggested is told only where that is
 * all that differs.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "window/decide-words.h"

#include "inspector/card-text.h"
#include "session/item-words.h"
#include "widgets/words.h"

/* Of a list of items, so many are named and the others counted. */
#define N_NAMED 3

/* How much of the text stands around words of which there are several. */
#define N_AROUND 24

static const char *const member_names[READOUT_N_MEMBERS] = {
  [READOUT_MEMBER_KIND] = N_ ("Kind"),
  [READOUT_MEMBER_WORDS] = N_ ("Words"),
  [READOUT_MEMBER_MENTION_TYPE] = N_ ("Type"),
  [READOUT_MEMBER_FORM] = N_ ("Form"),
  [READOUT_MEMBER_MENTIONED] = N_ ("Actor"),
  [READOUT_MEMBER_NAME] = N_ ("Name"),
  [READOUT_MEMBER_ACTOR_TYPE] = N_ ("Type"),
  [READOUT_MEMBER_ROLE] = N_ ("Role"),
  [READOUT_MEMBER_AFFILIATION] = N_ ("Affiliation"),
  [READOUT_MEMBER_COUNTRY] = N_ ("Country"),
  [READOUT_MEMBER_WIKIDATA] = N_ ("Same as"),
  [READOUT_MEMBER_ANONYMOUS] = N_ ("Unnamed"),
  [READOUT_MEMBER_SPEAKERS] = N_ ("Speaker"),
  [READOUT_MEMBER_SOURCE] = N_ ("Source"),
  [READOUT_MEMBER_CUE] = N_ ("Cue"),
  [READOUT_MEMBER_CONTENT] = N_ ("Content"),
  [READOUT_MEMBER_MANNER] = N_ ("Manner"),
  [READOUT_MEMBER_ADDRESSEES] = N_ ("To"),
  [READOUT_MEMBER_PARENT] = N_ ("Inside"),
  [READOUT_MEMBER_MEETING_KIND] = N_ ("Kind"),
  [READOUT_MEMBER_STATUS] = N_ ("Status"),
  [READOUT_MEMBER_PARTICIPANTS] = N_ ("Participants"),
  [READOUT_MEMBER_TRIGGERS] = N_ ("Triggers"),
  [READOUT_MEMBER_PLACE] = N_ ("Place"),
  [READOUT_MEMBER_VENUE] = N_ ("Venue"),
  [READOUT_MEMBER_OCCASION] = N_ ("Occasion"),
  [READOUT_MEMBER_TIME] = N_ ("Time"),
  [READOUT_MEMBER_TIME_VALUE] = N_ ("Date"),
  [READOUT_MEMBER_DURATION] = N_ ("Duration"),
  [READOUT_MEMBER_DURATION_VALUE] = N_ ("Length"),
  [READOUT_MEMBER_TOPICS] = N_ ("Topics"),
  [READOUT_MEMBER_OUTCOMES] = N_ ("Outcomes"),
  [READOUT_MEMBER_STATE] = N_ ("Review"),
  [READOUT_MEMBER_FLAGGED] = N_ ("Look again"),
  [READOUT_MEMBER_NOTE] = N_ ("Note"),
  [READOUT_MEMBER_BY] = N_ ("Reviewed by"),
  [READOUT_MEMBER_AT] = N_ ("Reviewed by"),
  [READOUT_MEMBER_SUGGESTED] = N_ ("Suggested"),
  [READOUT_MEMBER_DETECTOR] = N_ ("Suggested by"),
  [READOUT_MEMBER_CONFIDENCE] = N_ ("Confidence"),
  [READOUT_MEMBER_EXTRA] = N_ ("Other data"),
};

static const char *const meta_names[READOUT_N_METAS] = {
  [READOUT_META_ID] = N_ ("Identifier"),
  [READOUT_META_TITLE] = N_ ("Title"),
  [READOUT_META_SOURCE] = N_ ("Source"),
  [READOUT_META_AUTHOR] = N_ ("Author"),
  [READOUT_META_URL] = N_ ("Address"),
  [READOUT_META_PUBLISHED] = N_ ("Published"),
  [READOUT_META_LANGUAGE] = N_ ("Language"),
};

/* What the lines are made of. */
typedef struct
{
  ReadoutText            *text;
  const ReadoutMerge     *merge;
  const ReadoutConflict  *conflict;
  ReadoutConflictAccount *account;
  GPtrArray              *lines; /* Of ReadoutDecideLine, owned. */
} Writer;

/* A version of the article, for the names of its actors. */
typedef struct
{
  const ReadoutMerge *merge;
  ReadoutSide         side;
} Version;

static void
line_free (gpointer data)
{
  ReadoutDecideLine *line = data;

  g_free (line->name);
  for (guint side = 0; side < READOUT_N_SIDES; side++)
    g_free (line->values[side]);
  g_free (line);
}

static ReadoutDecideLine *
add_line (Writer *self, const char *name)
{
  ReadoutDecideLine *line = g_new0 (ReadoutDecideLine, 1);

  line->name = g_strdup (name);
  g_ptr_array_add (self->lines, line);

  return line;
}

static gpointer
look_up (const char *id, gpointer user_data)
{
  const Version *version = user_data;

  return readout_merge_look_up (version->merge, version->side, id);
}

static char *
describe (ReadoutText         *text,
          const ReadoutMerge  *merge,
          ReadoutSide          side,
          const ReadoutRecord *record)
{
  Version version = { merge, side };

  return readout_item_words_describe_from (text, record, look_up, &version);
}

/* The words of a few of @records, an actor by the name alone. */
static char *
join_records (const Writer *self,
              ReadoutSide   side,
              GPtrArray    *records,
              const char   *separator)
{
  g_autoptr (GString) words = g_string_new (NULL);
  guint n = records->len > N_NAMED + 1 ? N_NAMED : records->len;

  for (guint i = 0; i < n; i++)
    {
      const ReadoutRecord *record = g_ptr_array_index (records, i);
      g_autofree char     *item = NULL;

      item = record->kind == READOUT_KIND_ACTOR
                 ? g_strdup (((const ReadoutActor *)record)->name)
                 : describe (self->text, self->merge, side, record);
      g_string_append_printf (words, "%s%s", i > 0 ? separator : "", item);
    }
  if (n < records->len)
    {
      g_string_append (words, separator);
      g_string_append_printf (
          words,
          /* Translators: after the names of some items: how many others */
          ngettext ("and %u other", "and %u others", records->len - n),
          records->len - n);
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static const char *
name_number (ReadoutMember member, int number)
{
  switch (member)
    {
    case READOUT_MEMBER_KIND:
      return readout_words_kind (number);
    case READOUT_MEMBER_MENTION_TYPE:
      return readout_words_mention_type (number);
    case READOUT_MEMBER_FORM:
      return readout_words_form (number);
    case READOUT_MEMBER_ACTOR_TYPE:
      return readout_words_actor_type (number);
    case READOUT_MEMBER_MANNER:
      return readout_words_manner (number);
    case READOUT_MEMBER_MEETING_KIND:
      return readout_words_meeting_kind (number);
    case READOUT_MEMBER_STATUS:
      return readout_words_meeting_status (number);
    case READOUT_MEMBER_STATE:
      return readout_words_review_state (number);
    default:
      return number != 0 ? _ ("yes") : _ ("no");
    }
}

static char *
write_number (ReadoutMember member, int number)
{
  if (member != READOUT_MEMBER_CONFIDENCE)
    return g_strdup (name_number (member, number));

  return number >= 0 ? g_strdup_printf (_ ("%d\u202f%%"), number) : NULL;
}

static char *
write_string (ReadoutMember member, const char *string)
{
  if (string == NULL)
    return NULL;

  return member == READOUT_MEMBER_TIME_VALUE ? readout_card_text_date (string)
                                             : g_strdup (string);
}

/* Words that stand at several places are told apart by what is around. */
static char *
write_around (ReadoutText *text, const ReadoutSpanList *spans)
{
  ReadoutSpan extent = readout_span_list_extent (spans);
  guint32     start = extent.start - MIN (extent.start, N_AROUND);
  guint32     end = MIN (extent.end + N_AROUND, readout_text_get_length (text));
  ReadoutSpanList  before = { 0 };
  ReadoutSpanList  after = { 0 };
  g_autofree char *words = readout_card_text_words (text, spans, " … ");
  g_autofree char *head = NULL;
  g_autofree char *tail = NULL;

  if (start < extent.start)
    readout_span_list_add (&before, READOUT_SPAN (start, extent.start));
  if (extent.end < end)
    readout_span_list_add (&after, READOUT_SPAN (extent.end, end));
  head = readout_card_text_words (text, &before, "");
  tail = readout_card_text_words (text, &after, "");
  readout_span_list_clear (&before);
  readout_span_list_clear (&after);

  return g_strdup_printf ("…%s[%s]%s…", head, words, tail);
}

static void
write_value (const Writer            *self,
             const ReadoutDifference *difference,
             ReadoutSide              side,
             ReadoutDecideLine       *line)
{
  const ReadoutMemberValue *value = &difference->values[side];
  g_autofree char          *words = NULL;

  if (!value->is_there)
    return;

  switch (readout_member_get_form (difference->member))
    {
    case READOUT_VALUE_STRING:
      words = write_string (difference->member, value->string);
      break;
    case READOUT_VALUE_NUMBER:
      words = write_number (difference->member, value->number);
      break;
    case READOUT_VALUE_SPANS:
      words = readout_card_text_words (self->text, &value->spans, " … ");
      break;
    case READOUT_VALUE_RECORDS:
      words = join_records (self, side, value->records, ", ");
      break;
    default:
      g_return_if_reached ();
    }

  line->is_empty[side] = words == NULL || *words == '\0';
  line->values[side]
      = line->is_empty[side] ? g_strdup ("—") : g_steal_pointer (&words);
}

static void
tell_places_apart (const Writer            *self,
                   const ReadoutDifference *difference,
                   ReadoutDecideLine       *line)
{
  if (readout_member_get_form (difference->member) != READOUT_VALUE_SPANS
      || g_strcmp0 (line->values[READOUT_SIDE_MINE],
                    line->values[READOUT_SIDE_THEIRS])
             != 0)
    return;

  for (guint side = 0; side < READOUT_N_SIDES; side++)
    {
      const ReadoutSpanList *spans = &difference->values[side].spans;

      if (spans->length == 0)
        continue;
      g_free (line->values[side]);
      line->values[side] = write_around (self->text, spans);
    }
}

static const char *
name_member (const Writer *self, ReadoutMember member)
{
  ReadoutMeta meta;

  if (member != READOUT_MEMBER_VALUE)
    return _ (member_names[member]);

  return readout_article_key_get_meta (&self->conflict->value->key, &meta)
             ? _ (meta_names[meta])
             : readout_article_key_get_words (&self->conflict->value->key);
}

static void
write_difference (Writer *self, const ReadoutDifference *difference)
{
  ReadoutDecideLine *line
      = add_line (self, name_member (self, difference->member));

  for (guint side = 0; side < READOUT_N_SIDES; side++)
    {
      write_value (self, difference, side, line);
      line->changed[side] = difference->changed[side];
    }
  tell_places_apart (self, difference, line);
}

/* "mk, 3 Mar 2026, 10:00"; NULL where nobody has reviewed it. */
static char *
write_review (const ReadoutReview *review, const char *format)
{
  g_autoptr (GDateTime) utc = NULL;
  g_autoptr (GDateTime) local = NULL;
  g_autofree char *at = NULL;

  if (review->at != NULL)
    utc = g_date_time_new_from_iso8601 (review->at, NULL);
  if (utc != NULL)
    local = g_date_time_to_local (utc);
  at = local != NULL ? g_date_time_format (local, format)
                     : g_strdup (review->at);
  if (review->by == NULL)
    return g_steal_pointer (&at);

  return at != NULL ? g_strdup_printf ("%s, %s", review->by, at)
                    : g_strdup (review->by);
}

static void
write_reviews (Writer *self)
{
  const ReadoutRecord *versions[READOUT_N_SIDES] = {
    [READOUT_SIDE_BASE] = self->conflict->base,
    [READOUT_SIDE_MINE] = self->conflict->mine,
    [READOUT_SIDE_THEIRS] = self->conflict->theirs,
  };
  /* With the seconds only where they tell something. */
  const char *const formats[] = {
    /* Translators: when something was decided; see g_date_time_format. */
    N_ ("%-d %b %Y, %H:%M"),
    /* Translators: the same with seconds. */
    N_ ("%-d %b %Y, %H:%M:%S"),
  };
  ReadoutDecideLine *line
      = add_line (self, _ (member_names[READOUT_MEMBER_BY]));

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      for (guint side = 0; side < READOUT_N_SIDES; side++)
        {
          g_clear_pointer (&line->values[side], g_free);
          line->changed[side] = side != READOUT_SIDE_BASE;
          if (versions[side] != NULL)
            line->values[side]
                = write_review (&versions[side]->review, _ (formats[i]));
        }
      if (g_strcmp0 (line->values[READOUT_SIDE_MINE],
                     line->values[READOUT_SIDE_THEIRS])
          != 0)
        break;
    }
  /* Nobody had reviewed it, which its state says already. */
  g_clear_pointer (&line->values[READOUT_SIDE_BASE], g_free);
}

static gboolean
is_minor (ReadoutMember member)
{
  return member == READOUT_MEMBER_SUGGESTED || member == READOUT_MEMBER_DETECTOR
         || member == READOUT_MEMBER_CONFIDENCE;
}

static gboolean
is_of_review (ReadoutMember member)
{
  return member == READOUT_MEMBER_BY || member == READOUT_MEMBER_AT;
}

static void
write_differences (Writer *self)
{
  GPtrArray *differences = self->account->differences;
  gboolean   has_major = FALSE;
  gboolean   has_review = FALSE;

  for (guint i = 0; i < differences->len; i++)
    {
      const ReadoutDifference *difference = g_ptr_array_index (differences, i);

      has_major = has_major || !is_minor (difference->member);
    }
  for (guint i = 0; i < differences->len; i++)
    {
      const ReadoutDifference *difference = g_ptr_array_index (differences, i);

      if (is_of_review (difference->member))
        {
          if (!has_review)
            write_reviews (self);
          has_review = TRUE;
        }
      else if (!has_major || !is_minor (difference->member))
        write_difference (self, difference);
    }
}

/* What there is of the item at all, where one side does not have it. */
static void
write_existence (Writer *self)
{
  const ReadoutConflict *conflict = self->conflict;
  gboolean               is_new = conflict->base == NULL;
  ReadoutDecideLine     *line;

  if (conflict->value != NULL
      || (conflict->mine != NULL && conflict->theirs != NULL))
    return;

  line = add_line (self, NULL);
  for (guint side = READOUT_SIDE_MINE; side <= READOUT_SIDE_THEIRS; side++)
    {
      gboolean is_there = side == READOUT_SIDE_MINE ? conflict->mine != NULL
                                                    : conflict->theirs != NULL;

      line->changed[side] = is_new == is_there;
      if (!is_there)
        line->values[side]
            = g_strdup (is_new ? _ ("Not there") : _ ("Removed"));
      else if (is_new)
        line->values[side] = g_strdup (_ ("Added"));
      else if (self->account->differences->len == 0)
        line->values[side] = g_strdup (_ ("As it was"));
    }
}

/* What is not decided about, but follows. */
static void
write_consequences (Writer *self)
{
  ReadoutConflictAccount *account = self->account;
  ReadoutDecideLine      *line;

  if (account->needs->len > 0)
    {
      /* Translators: before what the other program has removed, and an item
       * that is kept refers to. */
      line = add_line (self, _ ("Brings back"));
      line->values[READOUT_SIDE_MINE]
          = join_records (self, READOUT_SIDE_MINE, account->needs, "; ");
      line->changed[READOUT_SIDE_MINE] = TRUE;
    }
  if (account->users->len > 0)
    {
      /* Translators: before the items that refer to this one. */
      line = add_line (self, _ ("Used by"));
      line->values[READOUT_SIDE_THEIRS]
          = join_records (self, READOUT_SIDE_THEIRS, account->users, "; ");
      line->changed[READOUT_SIDE_THEIRS] = TRUE;
    }
}

/**
 * readout_decide_words_new:
 * @text: the text of the article
 * @merge: a merge
 * @index: one of its conflicts
 *
 * Returns: (transfer full) (element-type ReadoutDecideLine): what differs
 */
GPtrArray *
readout_decide_words_new (ReadoutText        *text,
                          const ReadoutMerge *merge,
                          guint               index)
{
  Writer writer = { text, merge };

  g_return_val_if_fail (text != NULL && merge != NULL, NULL);

  writer.conflict = readout_merge_get_conflict (merge, index);
  writer.account = readout_merge_describe (merge, index);
  writer.lines = g_ptr_array_new_with_free_func (line_free);
  write_existence (&writer);
  write_differences (&writer);
  write_consequences (&writer);
  readout_conflict_account_free (writer.account);

  return writer.lines;
}

/**
 * readout_decide_words_isolate:
 * @words: some words of a person or of the article
 *
 * Returns: (transfer full): the same within marks that keep their direction of
 *   writing from what stands around them
 */
char *
readout_decide_words_isolate (const char *words)
{
  return g_strconcat ("\u2068", words, "\u2069", NULL);
}

/**
 * readout_decide_words_before:
 * @lines: (element-type ReadoutDecideLine): what differs
 *
 * Returns: (transfer full) (nullable): what both sides changed, as it was
 *   before; %NULL if there is no such thing
 */
char *
readout_decide_words_before (GPtrArray *lines)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const ReadoutDecideLine *line = g_ptr_array_index (lines, i);
      g_autofree char         *isolated = NULL;

      if (line->name == NULL || line->values[READOUT_SIDE_BASE] == NULL
          || !line->changed[READOUT_SIDE_MINE]
          || !line->changed[READOUT_SIDE_THEIRS])
        continue;
      if (words->len > 0)
        g_string_append (words, " · ");
      isolated = readout_decide_words_isolate (line->values[READOUT_SIDE_BASE]);
      g_string_append_printf (words, _ ("%s: %s"), line->name, isolated);
    }

  return words->len > 0 ? g_strdup_printf (
             /* Translators: what both sides have changed, as it was before */
             _ ("Before — %s"),
             words->str)
                        : NULL;
}

/**
 * readout_decide_words_side:
 * @lines: (element-type ReadoutDecideLine): what differs
 * @side: one of the sides
 *
 * Returns: (transfer full): all that this side says, for those who hear it
 */
char *
readout_decide_words_side (GPtrArray *lines, ReadoutSide side)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const ReadoutDecideLine *line = g_ptr_array_index (lines, i);

      if (line->values[side] == NULL)
        continue;
      if (words->len > 0)
        g_string_append (words, " · ");
      if (line->name == NULL)
        g_string_append (words, line->values[side]);
      else
        g_string_append_printf (
            words, _ ("%s: %s"), line->name, line->values[side]);
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}

/**
 * readout_decide_words_title:
 * @text: the text of the article
 * @merge: a merge
 * @index: one of its conflicts
 *
 * Returns: (transfer full): what it is about, as it was before
 */
char *
readout_decide_words_title (ReadoutText        *text,
                            const ReadoutMerge *merge,
                            guint               index)
{
  const ReadoutConflict *conflict = readout_merge_get_conflict (merge, index);
  ReadoutMeta            meta;

  if (conflict->base != NULL)
    return describe (text, merge, READOUT_SIDE_BASE, conflict->base);
  if (conflict->mine != NULL)
    return describe (text, merge, READOUT_SIDE_MINE, conflict->mine);
  if (conflict->theirs != NULL)
    return describe (text, merge, READOUT_SIDE_THEIRS, conflict->theirs);

  return g_strdup (readout_article_key_get_meta (&conflict->value->key, &meta)
                       ? _ (meta_names[meta])
                       : readout_article_key_get_words (&conflict->value->key));
}

/**
 * readout_decide_words_kind:
 * @merge: a merge
 * @index: one of its conflicts
 *
 * Returns: (transfer none): of what kind it is, as a heading
 */
const char *
readout_decide_words_kind (const ReadoutMerge *merge, guint index)
{
  static const char *const kinds[READOUT_N_KINDS] = {
    [READOUT_KIND_MENTION] = N_ ("Mention"),
    [READOUT_KIND_ACTOR] = N_ ("Actor"),
    [READOUT_KIND_STATEMENT] = N_ ("Statement"),
    [READOUT_KIND_MEETING] = N_ ("Meeting"),
  };
  const ReadoutConflict *conflict = readout_merge_get_conflict (merge, index);
  const ReadoutRecord   *record = conflict->base != NULL   ? conflict->base
                                  : conflict->mine != NULL ? conflict->mine
                                                           : conflict->theirs;

  return record != NULL ? _ (kinds[record->kind]) : _ ("Article");
}
