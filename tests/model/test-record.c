/* test-record.c: the four kinds of records
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/actor.h"
#include "model/field.h"
#include "model/meeting.h"
#include "model/mention.h"
#include "model/statement.h"

static ReadoutStatement *
make_statement (const char *id)
{
  ReadoutStatement *statement
      = readout_statement_new (id, READOUT_MANNER_MIXED);
  const char *const speakers[] = { "a1", "a2", NULL };

  readout_record_set_strv (&statement->speakers, speakers);
  readout_shared_string_set (&statement->parent, "s9");
  readout_span_list_add (&statement->content, READOUT_SPAN (20, 30));
  readout_span_list_add (&statement->content, READOUT_SPAN (40, 50));
  readout_span_list_add (&statement->cue, READOUT_SPAN (35, 39));
  readout_span_list_add (&statement->source, READOUT_SPAN (31, 34));

  return statement;
}

static ReadoutMeeting *
make_meeting (const char *id)
{
  ReadoutMeeting *meeting = readout_meeting_new (
      id, READOUT_MEETING_PLANNED, READOUT_MEETING_SUMMIT);
  const char *const participants[] = { "a1", "a2", NULL };

  readout_record_set_strv (&meeting->participants, participants);
  readout_span_list_add (&meeting->triggers, READOUT_SPAN (8, 9));
  readout_span_list_add (&meeting->place, READOUT_SPAN (3, 5));
  readout_span_list_add (&meeting->outcomes, READOUT_SPAN (60, 70));
  readout_record_set_string (&meeting->time_value, "2026-03");
  readout_record_set_string (&meeting->duration_value, "PT2H");

  return meeting;
}

static ReadoutActor *
make_actor (const char *id)
{
  ReadoutActor *actor = readout_actor_new (id, READOUT_ACTOR_PERSON, "Varga");

  actor->role = g_strdup ("Minister");
  actor->country = g_strdup ("XA");

  return actor;
}

static ReadoutMention *
make_mention (const char *id)
{
  ReadoutMention *mention = readout_mention_new (
      id, READOUT_SPAN (4, 9), READOUT_MENTION_PERSON, READOUT_FORM_NAME);

  readout_shared_string_set (&mention->actor, "a1");

  return mention;
}

/* A copy equals its original in everything, and shares nothing with it that
 * could be written to. */
static void
check_copy (ReadoutRecord *record)
{
  g_autoptr (ReadoutRecord) suggested = readout_record_copy (record);
  g_autoptr (ReadoutRecord) copy = NULL;

  g_assert_true (readout_record_equal (record, suggested));
  g_assert_true (suggested != record);
  g_assert_true (suggested->id != record->id);

  record->review.state = READOUT_STATE_CORRECTED;
  readout_shared_string_set (&record->review.by, "mk");
  readout_shared_string_set (&record->review.at, "2026-01-01T10:00:00Z");
  readout_shared_string_set (&record->review.detector, "tester 1");
  record->review.confidence = 55;
  record->review.flagged = TRUE;
  record->review.suggested = readout_record_ref (suggested);
  record->note = g_strdup ("a note");
  record->extra = g_strdup ("{}");
  g_assert_false (readout_record_equal (record, suggested));
  g_assert_true (readout_record_same_content (record, suggested));

  copy = readout_record_copy (record);
  g_assert_true (readout_record_equal (record, copy));
  g_assert_true (copy->review.suggested == suggested);
  g_assert_true (copy->review.detector == record->review.detector);

  /* Each part of the head is looked at. */
  readout_record_set_string (&copy->note, "another");
  g_assert_false (readout_record_equal (record, copy));
  readout_record_set_string (&copy->note, record->note);
  g_assert_true (readout_record_equal (record, copy));
  readout_record_set_string (&copy->extra, NULL);
  g_assert_false (readout_record_equal (record, copy));
  readout_record_set_string (&copy->extra, record->extra);
  copy->review.confidence = 54;
  g_assert_false (readout_record_equal (record, copy));
  copy->review.confidence = 55;
  copy->review.flagged = FALSE;
  g_assert_false (readout_record_equal (record, copy));
  copy->review.flagged = TRUE;
  readout_shared_string_set (&copy->review.by, "kk");
  g_assert_false (readout_record_equal (record, copy));
  readout_shared_string_set (&copy->review.by, "mk");
  g_clear_pointer (&copy->review.suggested, readout_record_unref);
  g_assert_false (readout_record_equal (record, copy));
  g_assert_true (readout_record_same_content (record, copy));
}

static void
test_copy (void)
{
  g_autoptr (ReadoutMention) mention = make_mention ("m1");
  g_autoptr (ReadoutActor) actor = make_actor ("a1");
  g_autoptr (ReadoutStatement) statement = make_statement ("s1");
  g_autoptr (ReadoutMeeting) meeting = make_meeting ("g1");

  check_copy (&mention->record);
  check_copy (&actor->record);
  check_copy (&statement->record);
  check_copy (&meeting->record);
}

/* Every field of the content counts. */
static void
test_content (void)
{
  g_autoptr (ReadoutMention) mention = make_mention ("m1");
  g_autoptr (ReadoutActor) actor = make_actor ("a1");
  g_autoptr (ReadoutStatement) statement = make_statement ("s1");
  g_autoptr (ReadoutMeeting) meeting = make_meeting ("g1");

#define DIFFERS(kind, Type, edit)                                              \
  G_STMT_START                                                                 \
  {                                                                            \
    g_autoptr (Type) other = readout_record_copy (kind);                       \
    g_assert_true (readout_record_same_content (kind, other));                 \
    edit;                                                                      \
    g_assert_false (readout_record_same_content (kind, other));                \
    g_assert_false (readout_record_same_content (other, kind));                \
  }                                                                            \
  G_STMT_END

  DIFFERS (mention, ReadoutMention, other->span.end++);
  DIFFERS (mention, ReadoutMention, other->type = READOUT_MENTION_TITLE);
  DIFFERS (mention, ReadoutMention, other->form = READOUT_FORM_PRONOUN);
  DIFFERS (
      mention, ReadoutMention, readout_shared_string_set (&other->actor, NULL));

  DIFFERS (actor, ReadoutActor, other->type = READOUT_ACTOR_GROUP);
  DIFFERS (actor, ReadoutActor, readout_record_set_string (&other->name, "V"));
  DIFFERS (actor, ReadoutActor, readout_record_set_string (&other->role, NULL));
  DIFFERS (actor,
           ReadoutActor,
           readout_record_set_string (&other->affiliation, "Marenia"));
  DIFFERS (
      actor, ReadoutActor, readout_record_set_string (&other->country, "XB"));
  DIFFERS (
      actor, ReadoutActor, readout_record_set_string (&other->wikidata, "Q1"));
  DIFFERS (actor, ReadoutActor, other->anonymous = TRUE);

  DIFFERS (statement,
           ReadoutStatement,
           readout_record_set_strv (&other->speakers, NULL));
  DIFFERS (statement,
           ReadoutStatement,
           readout_record_set_strv (&other->addressees,
                                    (const char *const[]){ "a1", NULL }));
  DIFFERS (statement,
           ReadoutStatement,
           readout_shared_string_set (&other->parent, NULL));
  DIFFERS (statement, ReadoutStatement, other->manner = READOUT_MANNER_DIRECT);

  DIFFERS (meeting, ReadoutMeeting, other->status = READOUT_MEETING_HELD);
  DIFFERS (meeting, ReadoutMeeting, other->kind = READOUT_MEETING_CALL);
  DIFFERS (meeting,
           ReadoutMeeting,
           readout_record_set_strv (&other->participants, NULL));
  DIFFERS (meeting,
           ReadoutMeeting,
           readout_record_set_string (&other->time_value, NULL));
  DIFFERS (meeting,
           ReadoutMeeting,
           readout_record_set_string (&other->duration_value, "PT3H"));

  for (guint field = 0; field < READOUT_N_FIELDS; field++)
    if (readout_field_get_kind (field) == READOUT_KIND_STATEMENT)
      DIFFERS (statement,
               ReadoutStatement,
               readout_span_list_add (readout_field_get (other, field),
                                      READOUT_SPAN (90, 99)));
    else
      DIFFERS (meeting,
               ReadoutMeeting,
               readout_span_list_add (readout_field_get (other, field),
                                      READOUT_SPAN (90, 99)));
#undef DIFFERS

  /* Another kind is another content, and ids do not count. */
  g_assert_false (readout_record_same_content (mention, actor));
  {
    g_autoptr (ReadoutMention) other = make_mention ("m2");

    g_assert_true (readout_record_same_content (mention, other));
    g_assert_false (readout_record_equal (mention, other));
  }
}

static void
test_order (void)
{
  g_autoptr (GPtrArray) records
      = g_ptr_array_new_with_free_func (readout_record_unref);
  ReadoutStatement *statement;
  ReadoutMeeting   *meeting;

  /* In the order in which they must come. */
  g_ptr_array_add (records,
                   readout_mention_new ("m9",
                                        READOUT_SPAN (0, 9),
                                        READOUT_MENTION_PERSON,
                                        READOUT_FORM_NAME));
  g_ptr_array_add (records,
                   readout_mention_new ("m1",
                                        READOUT_SPAN (0, 4),
                                        READOUT_MENTION_PERSON,
                                        READOUT_FORM_NAME));
  g_ptr_array_add (records,
                   readout_mention_new ("m2",
                                        READOUT_SPAN (5, 8),
                                        READOUT_MENTION_PERSON,
                                        READOUT_FORM_NAME));
  g_ptr_array_add (records,
                   readout_mention_new ("m10",
                                        READOUT_SPAN (5, 8),
                                        READOUT_MENTION_TITLE,
                                        READOUT_FORM_NAME));
  g_ptr_array_add (records, make_actor ("A1"));
  g_ptr_array_add (records, make_actor ("a"));
  g_ptr_array_add (records, make_actor ("a01"));
  g_ptr_array_add (records, make_actor ("a1"));
  g_ptr_array_add (records, make_actor ("a2"));
  g_ptr_array_add (records, make_actor ("a2x"));
  g_ptr_array_add (records, make_actor ("a2x1"));
  g_ptr_array_add (records, make_actor ("a10"));
  g_ptr_array_add (records, make_actor ("a99999999999999999999"));
  g_ptr_array_add (records, make_actor ("a100000000000000000000"));
  g_ptr_array_add (records, make_actor ("ab"));

  /* By cue where there is no content, then by source; then those without. */
  statement = readout_statement_new ("s3", READOUT_MANNER_DIRECT);
  readout_span_list_add (&statement->cue, READOUT_SPAN (2, 4));
  readout_span_list_add (&statement->source, READOUT_SPAN (0, 1));
  g_ptr_array_add (records, statement);
  statement = readout_statement_new ("s2", READOUT_MANNER_DIRECT);
  readout_span_list_add (&statement->source, READOUT_SPAN (3, 4));
  g_ptr_array_add (records, statement);
  g_ptr_array_add (records, make_statement ("s1"));
  g_ptr_array_add (records,
                   readout_statement_new ("s0", READOUT_MANNER_DIRECT));

  meeting
      = readout_meeting_new ("g2", READOUT_MEETING_HELD, READOUT_MEETING_TALKS);
  readout_span_list_add (&meeting->outcomes, READOUT_SPAN (2, 4));
  readout_span_list_add (&meeting->place, READOUT_SPAN (3, 4));
  g_ptr_array_add (records, meeting);
  g_ptr_array_add (records, make_meeting ("g1"));

  for (guint i = 0; i < records->len; i++)
    for (guint j = 0; j < records->len; j++)
      {
        int order = readout_record_compare (g_ptr_array_index (records, i),
                                            g_ptr_array_index (records, j));

        g_assert_cmpint (order < 0 ? -1 : order > 0, ==, i < j ? -1 : i > j);
      }
}

static void
test_extent (void)
{
  g_autoptr (ReadoutMention) mention = make_mention ("m1");
  g_autoptr (ReadoutActor) actor = make_actor ("a1");
  g_autoptr (ReadoutStatement) statement = make_statement ("s1");
  g_autoptr (ReadoutMeeting) meeting = make_meeting ("g1");

  g_assert_true (readout_span_equal (readout_record_get_extent (mention),
                                     READOUT_SPAN (4, 9)));
  g_assert_true (readout_span_is_empty (readout_record_get_extent (actor)));
  g_assert_true (readout_span_equal (readout_record_get_extent (statement),
                                     READOUT_SPAN (20, 50)));
  g_assert_true (readout_span_equal (readout_record_get_anchor (statement),
                                     READOUT_SPAN (20, 30)));
  g_assert_true (readout_span_equal (readout_record_get_extent (meeting),
                                     READOUT_SPAN (3, 70)));
  g_assert_true (readout_span_equal (readout_record_get_anchor (meeting),
                                     READOUT_SPAN (8, 9)));
}

static const char *
map_id (const char *id, gpointer user_data)
{
  guint *n_calls = user_data;

  (*n_calls)++;
  if (g_str_equal (id, "a1"))
    return "a2";
  if (g_str_equal (id, "s9"))
    return NULL;

  return id;
}

static void
test_references (void)
{
  g_autoptr (ReadoutMention) mention = make_mention ("m1");
  g_autoptr (ReadoutStatement) statement = make_statement ("s1");
  g_autoptr (ReadoutMeeting) meeting = make_meeting ("g1");
  guint n_calls = 0;

  g_assert_true (readout_record_refers_to (mention, "a1"));
  g_assert_false (readout_record_refers_to (mention, "a2"));
  g_assert_true (readout_record_refers_to (statement, "a2"));
  g_assert_true (readout_record_refers_to (statement, "s9"));
  g_assert_false (readout_record_refers_to (statement, "s1"));
  g_assert_true (readout_record_refers_to (meeting, "a1"));

  readout_record_map_references (mention, map_id, &n_calls);
  readout_record_map_references (statement, map_id, &n_calls);
  readout_record_map_references (meeting, map_id, &n_calls);
  g_assert_cmpuint (n_calls, ==, 6);
  g_assert_cmpstr (mention->actor, ==, "a2");
  /* Nobody is named twice, and nothing is NULL rather than empty. */
  g_assert_cmpuint (g_strv_length (statement->speakers), ==, 1);
  g_assert_cmpstr (statement->speakers[0], ==, "a2");
  g_assert_null (statement->parent);
  g_assert_cmpuint (g_strv_length (meeting->participants), ==, 1);
}

static void
test_strv (void)
{
  g_autofree char **one = readout_strv_with (NULL, "a1");
  g_autofree char **two = readout_strv_with (one, "a2");
  g_autofree char **same = readout_strv_with (two, "a1");
  g_autofree char **other = readout_strv_without (two, "a1");
  g_autofree char **none = readout_strv_without (one, "a1");

  g_assert_cmpuint (g_strv_length (two), ==, 2);
  g_assert_true (readout_strv_equal (two, same));
  g_assert_cmpstr (other[0], ==, "a2");
  g_assert_null (none);
  g_assert_true (readout_strv_contains (two, "a2"));
  g_assert_false (readout_strv_contains (NULL, "a2"));
  g_assert_true (readout_strv_equal (NULL, NULL));
  g_assert_true (readout_strv_equal (NULL, (char *[]){ NULL }));
  g_assert_false (readout_strv_equal (NULL, two));
}

static void
test_field (void)
{
  for (guint field = 0; field < READOUT_N_FIELDS; field++)
    {
      g_autoptr (ReadoutStatement) statement = make_statement ("s1");
      g_autoptr (ReadoutMeeting) meeting = make_meeting ("g1");
      gpointer record = readout_field_get_kind (field) == READOUT_KIND_STATEMENT
                            ? (gpointer)statement
                            : (gpointer)meeting;

      g_assert_nonnull (readout_field_to_nick (field));
      g_assert_true (readout_field_get (record, field)
                     == readout_field_peek (record, field));
    }

  g_assert_cmpstr (
      readout_field_to_nick (READOUT_FIELD_OCCASION), ==, "occasion");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record/copy", test_copy);
  g_test_add_func ("/record/content", test_content);
  g_test_add_func ("/record/order", test_order);
  g_test_add_func ("/record/extent", test_extent);
  g_test_add_func ("/record/references", test_references);
  g_test_add_func ("/record/strv", test_strv);
  g_test_add_func ("/record/field", test_field);
  return g_test_run ();
}
