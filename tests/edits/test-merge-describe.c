/* test-merge-describe.c: in what two versions of one item differ
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "edits/merge-describe.h"

#include "edits/actors.h"
#include "edits/edits.h"
#include "model/actor.h"
#include "model/meeting.h"
#include "model/mention.h"
#include "model/statement.h"
#include "support/fixtures.h"

static const ReadoutStamp our_stamp = { "mk", "2026-03-03T09:00:00Z" };
static const ReadoutStamp their_stamp = { "jo", "2026-03-03T09:05:00Z" };

typedef struct
{
  ReadoutDocument        *ours;
  ReadoutDocument        *theirs;
  ReadoutSnapshot        *base;
  ReadoutMerge           *merge;
  ReadoutConflictAccount *account;
} Sides;

static void
sides_set_up (Sides *sides, gconstpointer data)
{
  sides->ours = fixture_document_new ();
  sides->theirs = fixture_document_new ();
  sides->base = readout_snapshot_new (sides->ours);
}

static void
sides_tear_down (Sides *sides, gconstpointer data)
{
  g_clear_pointer (&sides->account, readout_conflict_account_free);
  g_clear_pointer (&sides->merge, readout_merge_free);
  readout_snapshot_unref (sides->base);
  g_object_unref (sides->ours);
  g_object_unref (sides->theirs);
}

/* Merges both, and describes the only conflict. */
static void
describe (Sides *sides)
{
  g_autoptr (ReadoutSnapshot) ours = readout_snapshot_new (sides->ours);
  g_autoptr (ReadoutSnapshot) theirs = readout_snapshot_new (sides->theirs);
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GPtrArray) values = NULL;

  readout_snapshot_diff (sides->base, ours, &changes, &values);
  sides->merge = readout_merge_new (theirs, ours, changes, values);
  g_assert_cmpuint (readout_merge_get_n_conflicts (sides->merge), ==, 1);
  sides->account = readout_merge_describe (sides->merge, 0);
}

/* Asserts that just these members differ, in this order; -1 ends them. */
static void
assert_members (Sides *sides, const int *members)
{
  GPtrArray *differences = sides->account->differences;
  guint      n = 0;

  for (; members[n] >= 0; n++)
    {
      const ReadoutDifference *difference;

      g_assert_cmpuint (n, <, differences->len);
      difference = g_ptr_array_index (differences, n);
      g_assert_cmpint (difference->member, ==, members[n]);
    }
  g_assert_cmpuint (n, ==, differences->len);
}

static const ReadoutDifference *
get_difference (Sides *sides, ReadoutMember member)
{
  for (guint i = 0; i < sides->account->differences->len; i++)
    {
      const ReadoutDifference *difference
          = g_ptr_array_index (sides->account->differences, i);

      if (difference->member == member)
        return difference;
    }
  g_error ("The member %d does not differ", member);
}

static void
put (ReadoutDocument *document, ReadoutRecord *before, ReadoutRecord *after)
{
  g_autoptr (GPtrArray) changes = readout_changes_new ();

  readout_changes_add (changes, before, after);
  fixture_apply (document, "Put", changes);
}

static void
apply (ReadoutDocument *document, GPtrArray *changes, GError *error)
{
  g_autoptr (GPtrArray) owned = changes;

  g_assert_no_error (error);
  fixture_apply (document, "Edit", owned);
}

#define EDIT(document, call)                                                   \
  G_STMT_START                                                                 \
  {                                                                            \
    g_autoptr (GError) edit_error_ = NULL;                                     \
    GError   **error = &edit_error_;                                           \
    GPtrArray *edit_changes_ = (call);                                         \
    apply (document, edit_changes_, edit_error_);                              \
  }                                                                            \
  G_STMT_END

static void
test_both_changed (Sides *sides, gconstpointer data)
{
  const int                members[] = { READOUT_MEMBER_MENTION_TYPE,
                                         READOUT_MEMBER_NOTE,
                                         READOUT_MEMBER_BY,
                                         READOUT_MEMBER_AT,
                                         -1 };
  const ReadoutDifference *type;
  const ReadoutDifference *note;

  EDIT (sides->ours,
        readout_edits_set_type (
            sides->ours, "m4", READOUT_MENTION_FACILITY, &our_stamp, error));
  EDIT (sides->ours,
        readout_edits_set_note (sides->ours, "m4", "a harbour", error));
  EDIT (sides->theirs,
        readout_edits_set_type (
            sides->theirs, "m4", READOUT_MENTION_TITLE, &their_stamp, error));
  describe (sides);

  /* Both corrected the same suggestion, which is no difference. */
  assert_members (sides, members);
  type = get_difference (sides, READOUT_MEMBER_MENTION_TYPE);
  g_assert_cmpint (
      type->values[READOUT_SIDE_BASE].number, ==, READOUT_MENTION_LOCATION);
  g_assert_cmpint (
      type->values[READOUT_SIDE_MINE].number, ==, READOUT_MENTION_FACILITY);
  g_assert_cmpint (
      type->values[READOUT_SIDE_THEIRS].number, ==, READOUT_MENTION_TITLE);
  g_assert_true (type->changed[READOUT_SIDE_MINE]);
  g_assert_true (type->changed[READOUT_SIDE_THEIRS]);
  g_assert_false (type->changed[READOUT_SIDE_BASE]);

  note = get_difference (sides, READOUT_MEMBER_NOTE);
  g_assert_cmpstr (note->values[READOUT_SIDE_MINE].string, ==, "a harbour");
  g_assert_null (note->values[READOUT_SIDE_THEIRS].string);
  g_assert_true (note->values[READOUT_SIDE_THEIRS].is_there);
  g_assert_true (note->changed[READOUT_SIDE_MINE]);
  g_assert_false (note->changed[READOUT_SIDE_THEIRS]);
  g_assert_cmpuint (sides->account->needs->len, ==, 0);
  g_assert_cmpuint (sides->account->users->len, ==, 0);
}

static void
test_removed_mine (Sides *sides, gconstpointer data)
{
  const int                members[] = { READOUT_MEMBER_NOTE, -1 };
  const ReadoutDifference *note;

  put (sides->ours, fixture_get (sides->ours, "m5"), NULL);
  EDIT (sides->theirs,
        readout_edits_set_note (sides->theirs, "m5", "which?", error));
  describe (sides);

  assert_members (sides, members);
  note = get_difference (sides, READOUT_MEMBER_NOTE);
  g_assert_false (note->values[READOUT_SIDE_MINE].is_there);
  g_assert_true (note->values[READOUT_SIDE_BASE].is_there);
  g_assert_null (note->values[READOUT_SIDE_BASE].string);
  g_assert_cmpstr (note->values[READOUT_SIDE_THEIRS].string, ==, "which?");
  g_assert_true (note->changed[READOUT_SIDE_MINE]);
}

static void
test_removed_theirs (Sides *sides, gconstpointer data)
{
  const int                members[] = { READOUT_MEMBER_NOTE, -1 };
  const ReadoutDifference *note;

  EDIT (sides->ours,
        readout_edits_set_note (sides->ours, "m5", "which?", error));
  put (sides->theirs, fixture_get (sides->theirs, "m5"), NULL);
  describe (sides);

  assert_members (sides, members);
  note = get_difference (sides, READOUT_MEMBER_NOTE);
  g_assert_cmpstr (note->values[READOUT_SIDE_MINE].string, ==, "which?");
  g_assert_false (note->values[READOUT_SIDE_THEIRS].is_there);
}

/* What we refer to has gone on their side, and comes back with ours. */
static void
test_lost_reference (Sides *sides, gconstpointer data)
{
  const int members[]
      = { READOUT_MEMBER_MENTIONED, READOUT_MEMBER_STATE,     READOUT_MEMBER_BY,
          READOUT_MEMBER_AT,        READOUT_MEMBER_SUGGESTED, -1 };
  g_autoptr (ReadoutStatement) without
      = readout_record_copy (fixture_get (sides->theirs, "s3"));
  const ReadoutDifference *actor;
  const ReadoutRecord     *need;
  GPtrArray               *records;

  EDIT (sides->ours,
        readout_edits_link (sides->ours, "m4", "a4", &our_stamp, error));
  readout_record_set_strv (&without->speakers, NULL);
  put (sides->theirs,
       fixture_get (sides->theirs, "s3"),
       (ReadoutRecord *)without);
  put (sides->theirs, fixture_get (sides->theirs, "a4"), NULL);
  describe (sides);

  assert_members (sides, members);
  actor = get_difference (sides, READOUT_MEMBER_MENTIONED);
  records = actor->values[READOUT_SIDE_MINE].records;
  g_assert_cmpuint (records->len, ==, 1);
  g_assert_cmpstr (((ReadoutActor *)g_ptr_array_index (records, 0))->name,
                   ==,
                   "Marenian agency");
  g_assert_cmpuint (actor->values[READOUT_SIDE_THEIRS].records->len, ==, 0);
  g_assert_cmpuint (sides->account->needs->len, ==, 1);
  need = g_ptr_array_index (sides->account->needs, 0);
  g_assert_cmpstr (need->id, ==, "a4");
  g_assert_cmpuint (sides->account->users->len, ==, 0);
}

/* They have come to refer to what we have rejected. */
static void
test_lost_user (Sides *sides, gconstpointer data)
{
  g_autoptr (ReadoutStatement) without
      = readout_record_copy (fixture_get (sides->ours, "s3"));
  g_autoptr (ReadoutRecord) rejected
      = readout_record_copy (fixture_get (sides->ours, "a4"));
  const ReadoutRecord *user;

  readout_record_set_strv (&without->speakers, NULL);
  put (sides->ours, fixture_get (sides->ours, "s3"), (ReadoutRecord *)without);
  rejected->review.state = READOUT_STATE_REJECTED;
  put (sides->ours, fixture_get (sides->ours, "a4"), rejected);
  EDIT (sides->theirs,
        readout_edits_link (sides->theirs, "m4", "a4", &their_stamp, error));
  describe (sides);

  g_assert_cmpstr (readout_merge_get_conflict (sides->merge, 0)->id, ==, "a4");
  g_assert_cmpuint (sides->account->users->len, ==, 1);
  user = g_ptr_array_index (sides->account->users, 0);
  g_assert_cmpstr (user->id, ==, "m4");
  g_assert_cmpuint (sides->account->needs->len, ==, 0);
}

/* A new actor of ours has another id in the merge, where theirs has its own. */
static void
test_renumbered (Sides *sides, gconstpointer data)
{
  g_autoptr (ReadoutActor) ours
      = readout_actor_new ("a9", READOUT_ACTOR_PERSON, "Ours");
  g_autoptr (ReadoutActor) theirs
      = readout_actor_new ("a9", READOUT_ACTOR_PERSON, "Theirs");
  const ReadoutDifference *actor;

  put (sides->ours, NULL, (ReadoutRecord *)ours);
  put (sides->theirs, NULL, (ReadoutRecord *)theirs);
  EDIT (sides->ours,
        readout_edits_link (sides->ours, "m4", "a9", &our_stamp, error));
  EDIT (sides->theirs,
        readout_edits_link (sides->theirs, "m4", "a9", &their_stamp, error));
  describe (sides);

  actor = get_difference (sides, READOUT_MEMBER_MENTIONED);
  for (guint side = READOUT_SIDE_MINE; side <= READOUT_SIDE_THEIRS; side++)
    {
      GPtrArray *records = actor->values[side].records;

      g_assert_cmpuint (records->len, ==, 1);
      g_assert_cmpstr (((ReadoutActor *)g_ptr_array_index (records, 0))->name,
                       ==,
                       side == READOUT_SIDE_MINE ? "Ours" : "Theirs");
    }
  g_assert_cmpuint (actor->values[READOUT_SIDE_BASE].records->len, ==, 0);
}

static void
test_value (Sides *sides, gconstpointer data)
{
  const int                members[] = { READOUT_MEMBER_VALUE, -1 };
  const ReadoutDifference *value;

  readout_document_set_meta (sides->ours, READOUT_META_TITLE, "Ours");
  readout_document_set_meta (sides->theirs, READOUT_META_TITLE, "Theirs");
  describe (sides);

  assert_members (sides, members);
  value = get_difference (sides, READOUT_MEMBER_VALUE);
  g_assert_cmpstr (value->values[READOUT_SIDE_MINE].string, ==, "Ours");
  g_assert_cmpstr (value->values[READOUT_SIDE_THEIRS].string, ==, "Theirs");
  g_assert_true (value->values[READOUT_SIDE_BASE].is_there);
}

/* An id that they have given to something else: no member of one kind is read
 * of a record of another. */
static void
test_other_kind (Sides *sides, gconstpointer data)
{
  g_autoptr (ReadoutMeeting) meeting
      = readout_meeting_new ("m5", READOUT_MEETING_HELD, READOUT_MEETING_CALL);
  const ReadoutDifference *kind;

  readout_span_list_add (&meeting->triggers, READOUT_SPAN (0, 4));
  EDIT (sides->ours,
        readout_edits_set_note (sides->ours, "m5", "which?", error));
  put (sides->theirs, fixture_get (sides->theirs, "m5"), NULL);
  put (sides->theirs, NULL, (ReadoutRecord *)meeting);
  describe (sides);

  kind = get_difference (sides, READOUT_MEMBER_KIND);
  g_assert_cmpint (
      kind->values[READOUT_SIDE_MINE].number, ==, READOUT_KIND_MENTION);
  g_assert_cmpint (
      kind->values[READOUT_SIDE_THEIRS].number, ==, READOUT_KIND_MEETING);
  for (guint i = 0; i < sides->account->differences->len; i++)
    {
      const ReadoutDifference *difference
          = g_ptr_array_index (sides->account->differences, i);

      g_assert_true (difference->member == READOUT_MEMBER_KIND
                     || difference->member >= READOUT_MEMBER_STATE);
    }
}

/* Another value in each field of a record. */
static void
change_head (ReadoutRecord *record, const char *word, int number)
{
  record->review.state
      = number == 1 ? READOUT_STATE_CORRECTED : READOUT_STATE_CONFIRMED;
  record->review.flagged = number == 1;
  record->review.confidence = number;
  readout_shared_string_set (&record->review.by, word);
  readout_shared_string_set (&record->review.at, word);
  readout_shared_string_set (&record->review.detector, word);
  readout_record_set_string (&record->note, word);
  readout_record_set_string (&record->extra, word);
  g_clear_pointer (&record->review.suggested, readout_record_unref);
  if (number == 1)
    {
      ReadoutRecord *suggested = readout_record_copy (record);

      suggested->review.state = READOUT_STATE_SUGGESTED;
      record->review.suggested = suggested;
    }
}

static void
change_mention (ReadoutMention *mention, const char *word, int number)
{
  mention->span = READOUT_SPAN (number, number + 4);
  mention->type = number;
  mention->form = number;
  readout_shared_string_set (&mention->actor, number == 1 ? "a3" : "a4");
}

static void
change_actor (ReadoutActor *actor, const char *word, int number)
{
  actor->type = number;
  actor->anonymous = number == 1;
  readout_record_set_string (&actor->name, word);
  readout_record_set_string (&actor->role, word);
  readout_record_set_string (&actor->affiliation, word);
  readout_record_set_string (&actor->country, word);
  readout_record_set_string (&actor->wikidata, word);
}

static void
change_statement (ReadoutStatement *statement, const char *word, int number)
{
  const char *ids[] = { number == 1 ? "a3" : "a4", NULL };
  ReadoutSpan span = READOUT_SPAN (number, number + 4);

  statement->manner = number;
  readout_record_set_strv (&statement->speakers, ids);
  readout_record_set_strv (&statement->addressees, ids);
  readout_shared_string_set (&statement->parent, number == 1 ? "s3" : "s4");
  readout_span_list_set (&statement->source, span);
  readout_span_list_set (&statement->cue, span);
  readout_span_list_set (&statement->content, span);
}

static void
change_meeting (ReadoutMeeting *meeting, const char *word, int number)
{
  const char *ids[] = { number == 1 ? "a3" : "a4", NULL };
  ReadoutSpan span = READOUT_SPAN (number, number + 4);

  meeting->kind = number;
  meeting->status = number;
  readout_record_set_strv (&meeting->participants, ids);
  readout_record_set_string (&meeting->time_value, word);
  readout_record_set_string (&meeting->duration_value, word);
  readout_span_list_set (&meeting->triggers, span);
  readout_span_list_set (&meeting->place, span);
  readout_span_list_set (&meeting->venue, span);
  readout_span_list_set (&meeting->occasion, span);
  readout_span_list_set (&meeting->time, span);
  readout_span_list_set (&meeting->duration, span);
  readout_span_list_set (&meeting->topics, span);
  readout_span_list_set (&meeting->outcomes, span);
}

static void
change_all (ReadoutDocument *document,
            const char      *id,
            const char      *word,
            int              number)
{
  ReadoutRecord *before = fixture_get (document, id);
  g_autoptr (ReadoutRecord) copy = readout_record_copy (before);
  gpointer after = copy;

  change_head (copy, word, number);
  switch (copy->kind)
    {
    case READOUT_KIND_MENTION:
      change_mention (after, word, number);
      break;
    case READOUT_KIND_ACTOR:
      change_actor (after, word, number);
      break;
    case READOUT_KIND_STATEMENT:
      change_statement (after, word, number);
      break;
    case READOUT_KIND_MEETING:
      change_meeting (after, word, number);
      break;
    case READOUT_N_KINDS:
    default:
      g_assert_not_reached ();
    }
  put (document, before, copy);
}

/* Where all differs, all is told: no field of a record is forgotten. */
static void
test_every_member (Sides *sides, gconstpointer data)
{
  static const struct
  {
    const char *id;
    int         first;
    int         last;
  } kinds[] = {
    { "m4", READOUT_MEMBER_WORDS, READOUT_MEMBER_MENTIONED },
    { "a2", READOUT_MEMBER_NAME, READOUT_MEMBER_ANONYMOUS },
    { "s2", READOUT_MEMBER_SPEAKERS, READOUT_MEMBER_PARENT },
    { "g2", READOUT_MEMBER_MEETING_KIND, READOUT_MEMBER_OUTCOMES },
  };
  guint which = GPOINTER_TO_UINT (data);
  int   members[READOUT_N_MEMBERS + 1];
  guint n = 0;

  change_all (sides->ours, kinds[which].id, "ours", 1);
  change_all (sides->theirs, kinds[which].id, "theirs", 2);
  describe (sides);

  for (int member = kinds[which].first; member <= kinds[which].last; member++)
    members[n++] = member;
  for (int member = READOUT_MEMBER_STATE; member < READOUT_MEMBER_VALUE;
       member++)
    members[n++] = member;
  members[n] = -1;
  assert_members (sides, members);

  for (guint i = 0; i < n; i++)
    {
      const ReadoutDifference *difference
          = g_ptr_array_index (sides->account->differences, i);
      const ReadoutMemberValue *mine = &difference->values[READOUT_SIDE_MINE];
      const ReadoutMemberValue *theirs
          = &difference->values[READOUT_SIDE_THEIRS];

      switch (readout_member_get_form (difference->member))
        {
        case READOUT_VALUE_STRING:
          g_assert_cmpstr (mine->string, ==, "ours");
          g_assert_cmpstr (theirs->string, ==, "theirs");
          break;
        case READOUT_VALUE_NUMBER:
          g_assert_cmpint (mine->number, !=, theirs->number);
          break;
        case READOUT_VALUE_SPANS:
          g_assert_cmpuint (mine->spans.length, ==, 1);
          g_assert_cmpuint (mine->spans.items[0].start, ==, 1);
          g_assert_cmpuint (theirs->spans.items[0].start, ==, 2);
          break;
        case READOUT_VALUE_RECORDS:
          g_assert_cmpuint (mine->records->len, ==, 1);
          break;
        default:
          g_assert_not_reached ();
        }
    }
}

#define ADD(path, data, function)                                              \
  g_test_add (path, Sides, data, sides_set_up, function, sides_tear_down)

int
main (int argc, char *argv[])
{
  static const char *const kinds[] = {
    [READOUT_KIND_MENTION] = "/merge-describe/every-member/mention",
    [READOUT_KIND_ACTOR] = "/merge-describe/every-member/actor",
    [READOUT_KIND_STATEMENT] = "/merge-describe/every-member/statement",
    [READOUT_KIND_MEETING] = "/merge-describe/every-member/meeting",
  };

  g_test_init (&argc, &argv, NULL);

  ADD ("/merge-describe/both-changed", NULL, test_both_changed);
  ADD ("/merge-describe/removed-mine", NULL, test_removed_mine);
  ADD ("/merge-describe/removed-theirs", NULL, test_removed_theirs);
  ADD ("/merge-describe/lost-reference", NULL, test_lost_reference);
  ADD ("/merge-describe/lost-user", NULL, test_lost_user);
  ADD ("/merge-describe/renumbered", NULL, test_renumbered);
  ADD ("/merge-describe/value", NULL, test_value);
  ADD ("/merge-describe/other-kind", NULL, test_other_kind);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    ADD (kinds[i], GUINT_TO_POINTER (i), test_every_member);

  return g_test_run ();
}
