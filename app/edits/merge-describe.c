/* merge-describe.c: in what two versions of one item differ
 *
 * Whoever decides between two versions wants to see what is at stake, and not
 * what is alike.  A table says where each member of a record lies and of what
 * form it is; comparing, copying and looking up what is referred to are the
 * same for all members of a form.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "edits/merge-describe.h"

#include "edits/merge-private.h"
#include "model/actor.h"
#include "model/meeting.h"
#include "model/mention.h"
#include "model/statement.h"

/* How a member lies in its record. */
typedef enum
{
  HELD_AS_STRING,
  HELD_AS_NUMBER,
  HELD_AS_SPAN,
  HELD_AS_SPANS,
  HELD_AS_ID,
  HELD_AS_IDS,
  HELD_AS_RECORD
} Held;

typedef struct
{
  ReadoutKind kind; /* READOUT_N_KINDS where all have it. */
  Held        held;
  gsize       offset;
} Member;

#define OF_MENTION(held, field)                                                \
  {                                                                            \
    READOUT_KIND_MENTION, HELD_AS_##held,                                      \
        G_STRUCT_OFFSET (ReadoutMention, field)                                \
  }
#define OF_ACTOR(held, field)                                                  \
  {                                                                            \
    READOUT_KIND_ACTOR, HELD_AS_##held, G_STRUCT_OFFSET (ReadoutActor, field)  \
  }
#define OF_STATEMENT(held, field)                                              \
  {                                                                            \
    READOUT_KIND_STATEMENT, HELD_AS_##held,                                    \
        G_STRUCT_OFFSET (ReadoutStatement, field)                              \
  }
#define OF_MEETING(held, field)                                                \
  {                                                                            \
    READOUT_KIND_MEETING, HELD_AS_##held,                                      \
        G_STRUCT_OFFSET (ReadoutMeeting, field)                                \
  }
#define OF_ALL(held, field)                                                    \
  {                                                                            \
    READOUT_N_KINDS, HELD_AS_##held, G_STRUCT_OFFSET (ReadoutRecord, field)    \
  }

/* All of a record but its id, which is the same on both sides. */
static const Member members[READOUT_MEMBER_VALUE] = {
  [READOUT_MEMBER_KIND] = OF_ALL (NUMBER, kind),

  [READOUT_MEMBER_WORDS] = OF_MENTION (SPAN, span),
  [READOUT_MEMBER_MENTION_TYPE] = OF_MENTION (NUMBER, type),
  [READOUT_MEMBER_FORM] = OF_MENTION (NUMBER, form),
  [READOUT_MEMBER_MENTIONED] = OF_MENTION (ID, actor),

  [READOUT_MEMBER_NAME] = OF_ACTOR (STRING, name),
  [READOUT_MEMBER_ACTOR_TYPE] = OF_ACTOR (NUMBER, type),
  [READOUT_MEMBER_ROLE] = OF_ACTOR (STRING, role),
  [READOUT_MEMBER_AFFILIATION] = OF_ACTOR (STRING, affiliation),
  [READOUT_MEMBER_COUNTRY] = OF_ACTOR (STRING, country),
  [READOUT_MEMBER_WIKIDATA] = OF_ACTOR (STRING, wikidata),
  [READOUT_MEMBER_ANONYMOUS] = OF_ACTOR (NUMBER, anonymous),

  [READOUT_MEMBER_SPEAKERS] = OF_STATEMENT (IDS, speakers),
  [READOUT_MEMBER_SOURCE] = OF_STATEMENT (SPANS, source),
  [READOUT_MEMBER_CUE] = OF_STATEMENT (SPANS, cue),
  [READOUT_MEMBER_CONTENT] = OF_STATEMENT (SPANS, content),
  [READOUT_MEMBER_MANNER] = OF_STATEMENT (NUMBER, manner),
  [READOUT_MEMBER_ADDRESSEES] = OF_STATEMENT (IDS, addressees),
  [READOUT_MEMBER_PARENT] = OF_STATEMENT (ID, parent),

  [READOUT_MEMBER_MEETING_KIND] = OF_MEETING (NUMBER, kind),
  [READOUT_MEMBER_STATUS] = OF_MEETING (NUMBER, status),
  [READOUT_MEMBER_PARTICIPANTS] = OF_MEETING (IDS, participants),
  [READOUT_MEMBER_TRIGGERS] = OF_MEETING (SPANS, triggers),
  [READOUT_MEMBER_PLACE] = OF_MEETING (SPANS, place),
  [READOUT_MEMBER_VENUE] = OF_MEETING (SPANS, venue),
  [READOUT_MEMBER_OCCASION] = OF_MEETING (SPANS, occasion),
  [READOUT_MEMBER_TIME] = OF_MEETING (SPANS, time),
  [READOUT_MEMBER_TIME_VALUE] = OF_MEETING (STRING, time_value),
  [READOUT_MEMBER_DURATION] = OF_MEETING (SPANS, duration),
  [READOUT_MEMBER_DURATION_VALUE] = OF_MEETING (STRING, duration_value),
  [READOUT_MEMBER_TOPICS] = OF_MEETING (SPANS, topics),
  [READOUT_MEMBER_OUTCOMES] = OF_MEETING (SPANS, outcomes),

  [READOUT_MEMBER_STATE] = OF_ALL (NUMBER, review.state),
  [READOUT_MEMBER_FLAGGED] = OF_ALL (NUMBER, review.flagged),
  [READOUT_MEMBER_NOTE] = OF_ALL (STRING, note),
  [READOUT_MEMBER_BY] = OF_ALL (STRING, review.by),
  [READOUT_MEMBER_AT] = OF_ALL (STRING, review.at),
  [READOUT_MEMBER_SUGGESTED] = OF_ALL (RECORD, review.suggested),
  [READOUT_MEMBER_DETECTOR] = OF_ALL (STRING, review.detector),
  [READOUT_MEMBER_CONFIDENCE] = OF_ALL (NUMBER, review.confidence),
  [READOUT_MEMBER_EXTRA] = OF_ALL (STRING, extra),
};

static gboolean
is_rejected (const ReadoutRecord *record)
{
  return record->review.state == READOUT_STATE_REJECTED;
}

static gboolean
has_member (const ReadoutRecord *record, const Member *member)
{
  return record != NULL
         && (member->kind == READOUT_N_KINDS || member->kind == record->kind);
}

static gboolean
same_record (const ReadoutRecord *a, const ReadoutRecord *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return readout_record_equal (a, b);
}

#define MEMBER_OF(type, record, member)                                        \
  G_STRUCT_MEMBER (type, record, (member)->offset)

static gboolean
is_alike (const Member *member, const ReadoutRecord *a, const ReadoutRecord *b)
{
  switch (member->held)
    {
    case HELD_AS_STRING:
    case HELD_AS_ID:
      return g_strcmp0 (MEMBER_OF (const char *, a, member),
                        MEMBER_OF (const char *, b, member))
             == 0;
    case HELD_AS_NUMBER:
      return MEMBER_OF (int, a, member) == MEMBER_OF (int, b, member);
    case HELD_AS_SPAN:
      return readout_span_equal (MEMBER_OF (ReadoutSpan, a, member),
                                 MEMBER_OF (ReadoutSpan, b, member));
    case HELD_AS_SPANS:
      return readout_span_list_equal (&MEMBER_OF (ReadoutSpanList, a, member),
                                      &MEMBER_OF (ReadoutSpanList, b, member));
    case HELD_AS_IDS:
      return readout_strv_equal (MEMBER_OF (char **, a, member),
                                 MEMBER_OF (char **, b, member));
    case HELD_AS_RECORD:
      return same_record (MEMBER_OF (ReadoutRecord *, a, member),
                          MEMBER_OF (ReadoutRecord *, b, member));
    default:
      g_return_val_if_reached (FALSE);
    }
}

static void
add_record (ReadoutMemberValue *value, ReadoutRecord *record)
{
  if (value->records == NULL)
    value->records = g_ptr_array_new_with_free_func (readout_record_unref);
  if (record != NULL)
    g_ptr_array_add (value->records, readout_record_ref (record));
}

static void
read_value (ReadoutMemberValue  *value,
            const ReadoutMerge  *merge,
            ReadoutSide          side,
            const Member        *member,
            const ReadoutRecord *record)
{
  char **ids;

  if (!has_member (record, member))
    return;

  value->is_there = TRUE;
  switch (member->held)
    {
    case HELD_AS_STRING:
      value->string = g_strdup (MEMBER_OF (const char *, record, member));
      break;
    case HELD_AS_NUMBER:
      value->number = MEMBER_OF (int, record, member);
      break;
    case HELD_AS_SPAN:
      readout_span_list_add (&value->spans,
                             MEMBER_OF (ReadoutSpan, record, member));
      break;
    case HELD_AS_SPANS:
      readout_span_list_copy (&value->spans,
                              &MEMBER_OF (ReadoutSpanList, record, member));
      break;
    case HELD_AS_ID:
      add_record (value,
                  MEMBER_OF (const char *, record, member) != NULL
                      ? readout_merge_look_up (
                          merge, side, MEMBER_OF (const char *, record, member))
                      : NULL);
      break;
    case HELD_AS_IDS:
      ids = MEMBER_OF (char **, record, member);
      for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
        add_record (value, readout_merge_look_up (merge, side, ids[i]));
      break;
    case HELD_AS_RECORD:
      add_record (value, MEMBER_OF (ReadoutRecord *, record, member));
      break;
    default:
      g_return_if_reached ();
    }
}

static void
value_clear (ReadoutMemberValue *self)
{
  g_free (self->string);
  readout_span_list_clear (&self->spans);
  g_clear_pointer (&self->records, g_ptr_array_unref);
}

static void
difference_free (gpointer data)
{
  ReadoutDifference *self = data;

  for (guint side = 0; side < READOUT_N_SIDES; side++)
    value_clear (&self->values[side]);
  g_free (self);
}

/* Where only one side has the item, what that side changed is what would go
 * with it. */
static gboolean
is_at_stake (const Member *member, ReadoutRecord *const *versions)
{
  const ReadoutRecord *mine = versions[READOUT_SIDE_MINE];
  const ReadoutRecord *theirs = versions[READOUT_SIDE_THEIRS];

  if (mine == NULL || theirs == NULL)
    {
      mine = mine != NULL ? mine : theirs;
      theirs = versions[READOUT_SIDE_BASE];
    }

  return has_member (mine, member) && has_member (theirs, member)
         && !is_alike (member, mine, theirs);
}

static void
add_differences (ReadoutConflictAccount *self,
                 const ReadoutMerge     *merge,
                 ReadoutRecord *const   *versions)
{
  const ReadoutRecord *base = versions[READOUT_SIDE_BASE];

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      ReadoutDifference *difference;

      if (!is_at_stake (&members[i], versions))
        continue;

      difference = g_new0 (ReadoutDifference, 1);
      difference->member = i;
      for (guint side = 0; side < READOUT_N_SIDES; side++)
        {
          const ReadoutRecord *version = versions[side];

          read_value (
              &difference->values[side], merge, side, &members[i], version);
          difference->changed[side]
              = !has_member (base, &members[i])
                        || !has_member (version, &members[i])
                    ? base != version
                    : !is_alike (&members[i], base, version);
        }
      g_ptr_array_add (self->differences, difference);
    }
}

/* Any of the values may be NULL, which says that there is none. */
static void
add_value_difference (ReadoutConflictAccount *self,
                      const ReadoutConflict  *conflict)
{
  ReadoutDifference *difference = g_new0 (ReadoutDifference, 1);
  const char        *values[READOUT_N_SIDES] = {
           [READOUT_SIDE_BASE] = conflict->value->before,
           [READOUT_SIDE_MINE] = conflict->value->after,
           [READOUT_SIDE_THEIRS] = conflict->their_value,
  };

  difference->member = READOUT_MEMBER_VALUE;
  for (guint side = 0; side < READOUT_N_SIDES; side++)
    {
      difference->values[side].is_there = TRUE;
      difference->values[side].string = g_strdup (values[side]);
      difference->changed[side]
          = g_strcmp0 (values[side], values[READOUT_SIDE_BASE]) != 0;
    }
  g_ptr_array_add (self->differences, difference);
}

/* What is looked for among the references of a record. */
typedef struct
{
  const ReadoutMerge     *merge;
  const ReadoutMergeItem *item;
  GPtrArray              *found;
} Search;

/* For readout_record_map_references(). */
static const char *
note_lost (const char *id, gpointer user_data)
{
  Search        *search = user_data;
  ReadoutRecord *record;

  if (!readout_merge_is_broken (search->merge, search->item, id))
    return id;

  record = readout_merge_look_up (search->merge, READOUT_SIDE_MINE, id);
  if (!readout_merge_is_lost_for (search->item->after, record)
      && !g_ptr_array_find (search->found, record, NULL))
    g_ptr_array_add (search->found, readout_record_ref (record));

  return id;
}

static void
find_needs (ReadoutConflictAccount *self,
            const ReadoutMerge     *merge,
            const ReadoutMergeItem *item)
{
  Search search = { merge, item, self->needs };
  g_autoptr (ReadoutRecord) copy = NULL;

  if (item->after == NULL)
    return;

  copy = readout_record_copy (item->after);
  readout_record_map_references (copy, note_lost, &search);
}

static void
find_users (ReadoutConflictAccount *self,
            const ReadoutMerge     *merge,
            const ReadoutMergeItem *item)
{
  gboolean is_removed = item->after == NULL;

  if (!is_removed && !is_rejected (item->after))
    return;

  for (guint i = 0; i < readout_snapshot_get_n_records (merge->theirs); i++)
    {
      ReadoutRecord *record = readout_snapshot_get_record (merge->theirs, i);
      const ReadoutMergeItem *ours
          = g_hash_table_lookup (merge->by_id, record->id);

      /* What we have changed ourselves refers to it no more. */
      if ((is_removed || !is_rejected (record))
          && (ours == NULL || ours->fate != READOUT_FATE_APPLY)
          && readout_record_refers_to (record, item->id))
        g_ptr_array_add (self->users, readout_record_ref (record));
    }
}

/**
 * readout_member_get_form:
 * @member: what an item is made of
 *
 * Returns: of what form its value is
 */
ReadoutValueForm
readout_member_get_form (ReadoutMember member)
{
  static const ReadoutValueForm forms[] = {
    [HELD_AS_STRING] = READOUT_VALUE_STRING,
    [HELD_AS_NUMBER] = READOUT_VALUE_NUMBER,
    [HELD_AS_SPAN] = READOUT_VALUE_SPANS,
    [HELD_AS_SPANS] = READOUT_VALUE_SPANS,
    [HELD_AS_ID] = READOUT_VALUE_RECORDS,
    [HELD_AS_IDS] = READOUT_VALUE_RECORDS,
    [HELD_AS_RECORD] = READOUT_VALUE_RECORDS,
  };

  g_return_val_if_fail ((guint)member < READOUT_N_MEMBERS,
                        READOUT_VALUE_STRING);

  return member == READOUT_MEMBER_VALUE ? READOUT_VALUE_STRING
                                        : forms[members[member].held];
}

/**
 * readout_merge_describe:
 * @self: a merge
 * @index: below readout_merge_get_n_conflicts()
 *
 * Says what the person is to decide upon, with the values as each side has
 * them and no words for them.
 *
 * Returns: (transfer full): how the two versions differ
 */
ReadoutConflictAccount *
readout_merge_describe (const ReadoutMerge *self, guint index)
{
  const ReadoutConflict  *conflict;
  const ReadoutMergeItem *item;
  ReadoutConflictAccount *account;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->conflicts->len, NULL);

  conflict = g_ptr_array_index (self->conflicts, index);
  item = g_ptr_array_index (self->in_conflict, index);
  account = g_new0 (ReadoutConflictAccount, 1);
  account->differences = g_ptr_array_new_with_free_func (difference_free);
  account->needs = g_ptr_array_new_with_free_func (readout_record_unref);
  account->users = g_ptr_array_new_with_free_func (readout_record_unref);

  if (item == NULL)
    add_value_difference (account, conflict);
  else
    {
      ReadoutRecord *versions[READOUT_N_SIDES] = {
        [READOUT_SIDE_BASE] = conflict->base,
        [READOUT_SIDE_MINE] = conflict->mine,
        [READOUT_SIDE_THEIRS] = conflict->theirs,
      };

      add_differences (account, self, versions);
      find_needs (account, self, item);
      find_users (account, self, item);
    }

  return account;
}

/**
 * readout_conflict_account_free:
 * @self: (transfer full): how two versions differ
 *
 * Frees it.
 */
void
readout_conflict_account_free (ReadoutConflictAccount *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->differences);
  g_ptr_array_unref (self->needs);
  g_ptr_array_unref (self->users);
  g_free (self);
}

/**
 * readout_merge_look_up:
 * @self: a merge
 * @side: whose records to look into
 * @id: an id as the records of the merge have it: a new item of ours may have
 *   got another one there
 *
 * Returns: (transfer none) (nullable): what @id leads to on that side
 */
ReadoutRecord *
readout_merge_look_up (const ReadoutMerge *self,
                       ReadoutSide         side,
                       const char         *id)
{
  const ReadoutMergeItem *item;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  if (side == READOUT_SIDE_THEIRS)
    return readout_snapshot_lookup (self->theirs, id);

  /* What we have not changed is before and after as we have it. */
  item = side == READOUT_SIDE_MINE ? g_hash_table_lookup (self->by_id, id)
                                   : g_hash_table_lookup (self->by_old_id, id);
  if (item != NULL)
    return side == READOUT_SIDE_MINE ? item->after : item->before;

  return self->ours != NULL ? readout_snapshot_lookup (self->ours, id) : NULL;
}
