/* test-edits-add.c: moving boundaries, adding items, ranking actors
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "base/error.h"
#include "edits/actors.h"
#include "edits/add.h"
#include "edits/edits.h"
#include "edits/units.h"
#include "support/edits-fixture.h"

static void
check_words (EditsFixture *fixture, ReadoutSpan span, const char *words)
{
  g_autofree char *found = fixture_words (fixture->document, span);

  g_assert_cmpstr (found, ==, words);
}

static void
test_spans (EditsFixture *fixture, gconstpointer data)
{
  ReadoutStatement *statement;

  fixture_edit (fixture->document,
                1,
                readout_edits_move_edge (fixture->document,
                                         "m6",
                                         READOUT_FIELD_CUE, /* Ignored. */
                                         3,
                                         READOUT_EDGE_END,
                                         1,
                                         &edits_stamp,
                                         error));
  check_words (fixture,
               ((ReadoutMention *)fixture_get (fixture->document, "m6"))->span,
               "Varga told");
  fixture_edit (fixture->document,
                1,
                readout_edits_move_edge (fixture->document,
                                         "m6",
                                         READOUT_FIELD_CUE,
                                         3,
                                         READOUT_EDGE_END,
                                         -1,
                                         &edits_stamp,
                                         error));
  edits_check_review (fixture, "m6", READOUT_STATE_CONFIRMED, FALSE);

  /* Other fields stay, and the pieces too. */
  fixture_edit (fixture->document,
                1,
                readout_edits_move_edge (fixture->document,
                                         "s1",
                                         READOUT_FIELD_CONTENT,
                                         1,
                                         READOUT_EDGE_END,
                                         -2,
                                         &edits_stamp,
                                         error));
  statement = fixture_get (fixture->document, "s1");
  check_words (fixture, statement->content.items[1], "“It is time to talk");
  check_words (
      fixture, statement->content.items[0], "“We want peace, and just that,”");
  g_assert_cmpuint (statement->cue.length, ==, 1);

  /* A piece is added, replaced, merged with what it grows into, taken out. */
  fixture_edit (fixture->document,
                1,
                readout_edits_set_span (fixture->document,
                                        "s1",
                                        READOUT_FIELD_CONTENT,
                                        2,
                                        edits_find (fixture, " both sides ", 0),
                                        &edits_stamp,
                                        error));
  statement = fixture_get (fixture->document, "s1");
  g_assert_cmpuint (statement->content.length, ==, 3);
  check_words (fixture, statement->content.items[2], "both sides");
  fixture_edit (fixture->document,
                1,
                readout_edits_set_span (fixture->document,
                                        "s1",
                                        READOUT_FIELD_CONTENT,
                                        2,
                                        edits_find (fixture, "talk.” The", 0),
                                        &edits_stamp,
                                        error));
  statement = fixture_get (fixture->document, "s1");
  g_assert_cmpuint (statement->content.length, ==, 2);
  check_words (
      fixture, statement->content.items[1], "“It is time to talk.” The");
  fixture_edit (fixture->document,
                1,
                readout_edits_set_span (fixture->document,
                                        "s1",
                                        READOUT_FIELD_CONTENT,
                                        0,
                                        READOUT_SPAN (0, 0),
                                        &edits_stamp,
                                        error));
  statement = fixture_get (fixture->document, "s1");
  g_assert_cmpuint (statement->content.length, ==, 1);

  /* Widened and narrowed, a suggestion is what it was. */
  for (guint i = 0; i < 3; i++)
    {
      ReadoutMention *wider = fixture_get (fixture->document, "m7");

      fixture_edit (fixture->document,
                    1,
                    readout_edits_set_span (
                        fixture->document,
                        "m7",
                        READOUT_FIELD_CUE,
                        0,
                        readout_edits_widen (fixture->text, wider->span),
                        &edits_stamp,
                        error));
    }
  for (guint i = 0; i < 3; i++)
    {
      ReadoutMention *wider = fixture_get (fixture->document, "m7");
      ReadoutSpan     origin
          = readout_edits_find_origin (wider, READOUT_FIELD_CUE, wider->span);

      check_words (fixture, origin, "Okoro");
      fixture_edit (
          fixture->document,
          1,
          readout_edits_set_span (
              fixture->document,
              "m7",
              READOUT_FIELD_CUE,
              0,
              readout_edits_narrow_towards (fixture->text, wider->span, origin),
              &edits_stamp,
              error));
    }
  edits_check_review (fixture, "m7", READOUT_STATE_CONFIRMED, FALSE);

  /* A field that was empty. */
  fixture_edit (fixture->document,
                1,
                readout_edits_set_span (fixture->document,
                                        "g1",
                                        READOUT_FIELD_VENUE,
                                        0,
                                        edits_find (fixture, "office", 0),
                                        &edits_stamp,
                                        error));

  /* Nothing to move, too far, nothing selected, of the wrong kind. */
  fixture_refuse (READOUT_ERROR_SPAN,
                  readout_edits_move_edge (fixture->document,
                                           "g1",
                                           READOUT_FIELD_TOPICS,
                                           0,
                                           READOUT_EDGE_END,
                                           1,
                                           &edits_stamp,
                                           error));
  fixture_refuse (READOUT_ERROR_SPAN,
                  readout_edits_move_edge (fixture->document,
                                           "a1",
                                           READOUT_FIELD_TOPICS,
                                           0,
                                           READOUT_EDGE_END,
                                           1,
                                           &edits_stamp,
                                           error));
  fixture_refuse (READOUT_ERROR_SPAN,
                  readout_edits_move_edge (fixture->document,
                                           "m4",
                                           READOUT_FIELD_TOPICS,
                                           0,
                                           READOUT_EDGE_END,
                                           -1,
                                           &edits_stamp,
                                           error));
  fixture_refuse (READOUT_ERROR_SPAN,
                  readout_edits_set_span (fixture->document,
                                          "m4",
                                          READOUT_FIELD_TOPICS,
                                          0,
                                          READOUT_SPAN (3, 3),
                                          &edits_stamp,
                                          error));
  fixture_refuse (READOUT_ERROR_SPAN,
                  readout_edits_set_span (fixture->document,
                                          "s1",
                                          READOUT_FIELD_CUE,
                                          0,
                                          edits_find (fixture, "\n\n", 0),
                                          &edits_stamp,
                                          error));
  fixture_refuse (READOUT_ERROR_SPAN,
                  readout_edits_set_span (fixture->document,
                                          "s1",
                                          READOUT_FIELD_VENUE,
                                          0,
                                          edits_find (fixture, "office", 0),
                                          &edits_stamp,
                                          error));
}

static void
test_add_mention (EditsFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char        *words;
    guint              nth;
    ReadoutMentionType type;
    ReadoutForm        form;
    const char        *actor;
  } cases[] = {
    /* By the name of an actor, and by that of a mention of one. */
    { "Okoro’s office",
      0,
      READOUT_MENTION_ORGANIZATION,
      READOUT_FORM_NOMINAL,
      NULL },
    { "Okoro", 2, READOUT_MENTION_PERSON, READOUT_FORM_NAME, "a2" },
    { "the Marenian agency",
      0,
      READOUT_MENTION_ORGANIZATION,
      READOUT_FORM_NOMINAL,
      NULL },
    { "both sides",
      0,
      READOUT_MENTION_ORGANIZATION,
      READOUT_FORM_NOMINAL,
      NULL },
    { "We", 0, READOUT_MENTION_PERSON, READOUT_FORM_PRONOUN, NULL },
    { "Marenian", 0, READOUT_MENTION_NATIONALITY, READOUT_FORM_NAME, NULL },
    { "later", 0, READOUT_MENTION_DATE, READOUT_FORM_NAME, NULL },
    { "minister", 0, READOUT_MENTION_TITLE, READOUT_FORM_NOMINAL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *id = g_strdup_printf ("m%u", i + 9);
      ReadoutMention  *mention;

      fixture_edit (fixture->document,
                    1,
                    readout_edits_add_mention (
                        fixture->document,
                        edits_find (fixture, cases[i].words, cases[i].nth),
                        cases[i].type,
                        &edits_stamp,
                        error));
      mention = fixture_get (fixture->document, id);
      g_assert_cmpint (mention->form, ==, cases[i].form);
      g_assert_cmpstr (mention->actor, ==, cases[i].actor);
      g_assert_cmpint (mention->type, ==, cases[i].type);
      check_words (fixture, mention->span, cases[i].words);
    }

  /* It is there: as a suggestion, then confirmed, then rejected. */
  fixture_edit (fixture->document,
                1,
                readout_edits_add_mention (fixture->document,
                                           edits_find (fixture, "Lisbon ", 0),
                                           READOUT_MENTION_LOCATION,
                                           &edits_stamp,
                                           error));
  edits_check_review (fixture, "m4", READOUT_STATE_CONFIRMED, FALSE);
  fixture_refuse (READOUT_ERROR_VALUE,
                  readout_edits_add_mention (fixture->document,
                                             edits_find (fixture, "Lisbon", 0),
                                             READOUT_MENTION_LOCATION,
                                             &edits_stamp,
                                             error));
  edits_reject (fixture, 1, "m4");
  fixture_edit (fixture->document,
                1,
                readout_edits_add_mention (fixture->document,
                                           edits_find (fixture, "Lisbon", 0),
                                           READOUT_MENTION_LOCATION,
                                           &edits_stamp,
                                           error));
  edits_check_review (fixture, "m4", READOUT_STATE_CONFIRMED, FALSE);

  fixture_refuse (READOUT_ERROR_SPAN,
                  readout_edits_add_mention (fixture->document,
                                             edits_find (fixture, "\n\n", 0),
                                             READOUT_MENTION_LOCATION,
                                             &edits_stamp,
                                             error));
  fixture_refuse (READOUT_ERROR_SPAN,
                  readout_edits_add_mention (fixture->document,
                                             READOUT_SPAN (90000, 90010),
                                             READOUT_MENTION_LOCATION,
                                             &edits_stamp,
                                             error));
}

/* A name that two actors share is linked to neither. */
static void
test_add_mention_ambiguous (EditsFixture *fixture, gconstpointer data)
{
  ReadoutMention *mention;

  edits_link (fixture, 1, "m6", "a3");
  fixture_edit (fixture->document,
                1,
                readout_edits_add_mention (fixture->document,
                                           edits_find (fixture, "Varga", 0),
                                           READOUT_MENTION_PERSON,
                                           &edits_stamp,
                                           error));
  mention = fixture_get (fixture->document, "m9");
  g_assert_cmpstr (mention->actor, ==, "a3");

  edits_link (fixture, 1, "m9", "a1");
  fixture_edit (fixture->document,
                1,
                readout_edits_add_mention (fixture->document,
                                           edits_find (fixture, "Varga", 1),
                                           READOUT_MENTION_ORGANIZATION,
                                           &edits_stamp,
                                           error));
  mention = fixture_get (fixture->document, "m10");
  g_assert_null (mention->actor);
}

static void
test_add_others (EditsFixture *fixture, gconstpointer data)
{
  ReadoutStatement *statement;
  ReadoutMeeting   *meeting;
  ReadoutActor     *actor;
  ReadoutMention   *mention;

  fixture_edit (
      fixture->document,
      1,
      readout_edits_add_statement (fixture->document,
                                   edits_find (fixture, "peace, and just", 0),
                                   &edits_stamp,
                                   error));
  statement = fixture_get (fixture->document, "s5");
  g_assert_cmpint (statement->manner, ==, READOUT_MANNER_DIRECT);
  g_assert_null (statement->speakers);
  g_assert_cmpuint (statement->content.length, ==, 1);

  /* The content of s2 alone is that statement. */
  fixture_edit (
      fixture->document,
      1,
      readout_edits_add_statement (
          fixture->document,
          edits_find (fixture, "both sides had agreed to meet again", 0),
          &edits_stamp,
          error));
  edits_check_review (fixture, "s2", READOUT_STATE_CONFIRMED, FALSE);
  fixture_refuse (
      READOUT_ERROR_VALUE,
      readout_edits_add_statement (
          fixture->document,
          edits_find (fixture, "both sides had agreed to meet again", 0),
          &edits_stamp,
          error));

  fixture_edit (fixture->document,
                1,
                readout_edits_add_meeting (fixture->document,
                                           edits_find (fixture, "meet", 0),
                                           &edits_stamp,
                                           error));
  meeting = fixture_get (fixture->document, "g3");
  g_assert_cmpint (meeting->kind, ==, READOUT_MEETING_TALKS);
  g_assert_cmpint (meeting->status, ==, READOUT_MEETING_HELD);
  fixture_edit (
      fixture->document,
      1,
      readout_edits_add_meeting (fixture->document,
                                 edits_find (fixture, "the phone call", 0),
                                 &edits_stamp,
                                 error));
  meeting = fixture_get (fixture->document, "g4");
  g_assert_cmpint (meeting->kind, ==, READOUT_MEETING_CALL);
  fixture_edit (fixture->document,
                1,
                readout_edits_add_meeting (fixture->document,
                                           edits_find (fixture, "met", 0),
                                           &edits_stamp,
                                           error));
  edits_check_review (fixture, "g1", READOUT_STATE_CONFIRMED, FALSE);

  /* An actor and a mention of it; a description makes it anonymous. */
  fixture_edit (fixture->document,
                2,
                readout_edits_add_actor (fixture->document,
                                         edits_find (fixture, "both sides", 0),
                                         &edits_stamp,
                                         error));
  actor = fixture_get (fixture->document, "a5");
  g_assert_cmpstr (actor->name, ==, "both sides");
  g_assert_true (actor->anonymous);
  g_assert_cmpint (actor->type, ==, READOUT_ACTOR_PERSON);
  edits_check_review (fixture, "a5", READOUT_STATE_ADDED, FALSE);
  mention = fixture_get (fixture->document, "m9");
  g_assert_cmpstr (mention->actor, ==, "a5");
  g_assert_cmpint (mention->form, ==, READOUT_FORM_NOMINAL);

  /* Where a mention stands it is linked, and its type tells that of the
   * actor. */
  fixture_edit (fixture->document,
                2,
                readout_edits_add_actor (fixture->document,
                                         edits_find (fixture, "Lisbon", 0),
                                         &edits_stamp,
                                         error));
  actor = fixture_get (fixture->document, "a6");
  g_assert_cmpint (actor->type, ==, READOUT_ACTOR_GOVERNMENT);
  g_assert_false (actor->anonymous);
  edits_check_review (fixture, "m4", READOUT_STATE_CORRECTED, TRUE);

  /* An actor that is there is accepted, or it says so. */
  fixture_edit (fixture->document,
                2,
                readout_edits_add_actor (fixture->document,
                                         edits_find (fixture, "Ilse Varga", 0),
                                         &edits_stamp,
                                         error));
  edits_check_review (fixture, "a1", READOUT_STATE_CONFIRMED, FALSE);
  edits_check_review (fixture, "m2", READOUT_STATE_CONFIRMED, FALSE);
  fixture_refuse (
      READOUT_ERROR_VALUE,
      readout_edits_add_actor (fixture->document,
                               edits_find (fixture, "Ilse Varga", 0),
                               &edits_stamp,
                               error));
  edits_reject (fixture, 9, "a1");
  fixture_edit (fixture->document,
                2,
                readout_edits_add_actor (fixture->document,
                                         edits_find (fixture, "Ilse Varga", 0),
                                         &edits_stamp,
                                         error));
  edits_check_review (fixture, "a1", READOUT_STATE_CONFIRMED, FALSE);
  g_assert_cmpstr (
      ((ReadoutMention *)fixture_get (fixture->document, "m2"))->actor,
      ==,
      "a1");
}

static void
check_ranking (EditsFixture *fixture, const char *id, const char *wanted)
{
  g_autoptr (GPtrArray) ranked
      = readout_edits_rank_actors (fixture->document, id);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < ranked->len; i++)
    {
      ReadoutRecord *actor = g_ptr_array_index (ranked, i);

      g_assert_cmpint (actor->kind, ==, READOUT_KIND_ACTOR);
      g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", actor->id);
    }
  g_assert_cmpstr (ids->str, ==, wanted);
}

static void
test_rank (EditsFixture *fixture, gconstpointer data)
{
  /* The linked one first, then by how near they are named before. */
  check_ranking (fixture, "m8", "a1 a2 a3 a4");
  edits_link (fixture, 1, "m8", NULL);
  check_ranking (fixture, "m8", "a2 a1 a3 a4");

  /* The name goes before the nearness. */
  edits_link (fixture, 1, "m6", NULL);
  check_ranking (fixture, "m6", "a1 a2 a3 a4");

  /* The words of the source decide for a statement. */
  edits_link (fixture, 1, "s1", NULL);
  check_ranking (fixture, "s1", "a1 a2 a3 a4");
  edits_link (fixture, 1, "s3", NULL);
  check_ranking (fixture, "s3", "a4 a2 a1 a3");

  /* Rejected ones are not offered. */
  edits_reject (fixture, 1, "a4");
  check_ranking (fixture, "s4", "a3 a2 a1");
  check_ranking (fixture, "g1", "a1 a2 a3");
  check_ranking (fixture, "s99", "");
}

/* An office names who holds it, also where another one is nearer; a title is
 * that of a person. */
static void
test_rank_title (EditsFixture *fixture, gconstpointer data)
{
  edits_link (fixture, 1, "m1", NULL);
  check_ranking (fixture, "m1", "a1 a2 a3 a4");
  fixture_edit (
      fixture->document,
      1,
      readout_edits_add_mention (fixture->document,
                                 edits_find (fixture, "Okoro’s office", 0),
                                 READOUT_MENTION_ORGANIZATION,
                                 &edits_stamp,
                                 error));
  check_ranking (fixture, "m9", "a3 a4 a1 a2");
}

/* Whom a statement speaks about is not who makes it. */
static void
test_rank_own_content (EditsFixture *fixture, gconstpointer data)
{
  g_autoptr (ReadoutStatement) edited
      = readout_record_copy (fixture_get (fixture->document, "s2"));

  readout_span_list_set (&edited->content,
                         edits_find (fixture, "Varga told Okoro", 0));
  readout_span_list_clear (&edited->source);
  readout_span_list_set (&edited->cue, edits_find (fixture, "told", 0));
  readout_record_set_strv (&edited->speakers, NULL);
  fixture_edit (
      fixture->document,
      1,
      readout_edits_replace (fixture->document, edited, &edits_stamp, error));
  check_ranking (fixture, "s2", "a2 a1 a3 a4");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func)                                                        \
  g_test_add (                                                                 \
      "/edits/" name, EditsFixture, NULL, edits_set_up, func, edits_tear_down)
  ADD ("spans", test_spans);
  ADD ("add/mention", test_add_mention);
  ADD ("add/ambiguous", test_add_mention_ambiguous);
  ADD ("add/others", test_add_others);
  ADD ("rank", test_rank);
  ADD ("rank/title", test_rank_title);
  ADD ("rank/own-content", test_rank_own_content);
#undef ADD
  return g_test_run ();
}
