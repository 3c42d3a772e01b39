/* test-meetings.c: who meets whom, in made-up sentences
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "detect/detector.h"

/* A meeting is written as "status kind: participants", then "| field: value"
 * for each that is there; time and duration by their values.  Published on
 * Monday 2023-09-18. */
typedef struct
{
  const char *text;
  const char *expected[3];
} Case;

static void
append_spans (GString               *to,
              ReadoutText           *text,
              const char            *label,
              const ReadoutSpanList *spans)
{
  for (guint i = 0; i < spans->length; i++)
    {
      g_autofree char *slice = readout_text_slice (text, spans->items[i]);

      g_string_append_printf (to, "%s%s", i > 0 ? " + " : label, slice);
    }
}

static char *
describe (const ReadoutMeeting *meeting, GPtrArray *records, ReadoutText *text)
{
  GString *to = g_string_new (NULL);

  g_string_append_printf (to,
                          "%s %s: ",
                          readout_meeting_status_to_nick (meeting->status),
                          readout_meeting_kind_to_nick (meeting->kind));
  for (guint i = 0;
       meeting->participants != NULL && meeting->participants[i] != NULL;
       i++)
    for (guint k = 0; k < records->len; k++)
      {
        const ReadoutActor *actor = g_ptr_array_index (records, k);

        if (actor->record.kind == READOUT_KIND_ACTOR
            && g_str_equal (actor->record.id, meeting->participants[i]))
          g_string_append_printf (to, "%s%s", i > 0 ? ", " : "", actor->name);
      }
  append_spans (to, text, " | place: ", &meeting->place);
  append_spans (to, text, " | venue: ", &meeting->venue);
  if (meeting->time_value != NULL)
    g_string_append_printf (to, " | time: %s", meeting->time_value);
  if (meeting->duration_value != NULL)
    g_string_append_printf (to, " | duration: %s", meeting->duration_value);
  append_spans (to, text, " | topics: ", &meeting->topics);
  append_spans (to, text, " | outcomes: ", &meeting->outcomes);

  return g_string_free (to, FALSE);
}

static void
check (const Case *cases, guint n_cases)
{
  for (guint i = 0; i < n_cases; i++)
    {
      g_autoptr (ReadoutText) text = readout_text_new (cases[i].text, -1);
      g_autoptr (GPtrArray) records = readout_detector_run (
          NULL, text, "2023-09-18", "en", NULL, NULL, NULL, NULL);
      guint n = 0;

      for (guint k = 0; k < records->len; k++)
        {
          const ReadoutMeeting *meeting = g_ptr_array_index (records, k);
          g_autofree char      *found = NULL;
          const char           *expected;

          if (meeting->record.kind != READOUT_KIND_MEETING)
            continue;
          found = describe (meeting, records, text);
          expected = n < G_N_ELEMENTS (cases[i].expected) ? cases[i].expected[n]
                                                          : NULL;
          n++;
          if (g_strcmp0 (found, expected) != 0)
            {
              g_test_message ("in “%s”\n  found    %s\n  expected %s",
                              cases[i].text,
                              found,
                              expected);
              g_test_fail ();
            }
        }
      if (n < G_N_ELEMENTS (cases[i].expected) && cases[i].expected[n] != NULL)
        {
          g_test_message (
              "in “%s”\n  not found: %s", cases[i].text, cases[i].expected[n]);
          g_test_fail ();
        }
    }
}

static void
test_verbs (void)
{
  static const Case cases[] = {
    { "President Tomas Velk met Prime Minister Ada Berg in Oslo on Friday.",
      { "held talks: Tomas Velk, Ada Berg | place: Oslo | time: "
        "2023-09-15" } },
    { "President Tomas Velk met with Prime Minister Ada Berg.",
      { "held talks: Tomas Velk, Ada Berg" } },
    { "Foreign Minister Tomas Velk met his Norwegian counterpart, Ada Berg, in "
      "Oslo on Friday, officials said.",
      { "held talks: Tomas Velk, Ada Berg | place: Oslo | time: "
        "2023-09-15" } },
    { "President Tomas Velk and Prime Minister Ada Berg met in Oslo.",
      { "held talks: Tomas Velk, Ada Berg | place: Oslo" } },
    { "President Tomas Velk received Prime Minister Ada Berg in Oslo.",
      { "held talks: Tomas Velk, Ada Berg | place: Oslo" } },
    { "President Tomas Velk was welcomed by Prime Minister Ada Berg.",
      { "held talks: Tomas Velk, Ada Berg" } },
    { "President Tomas Velk spoke by phone with Prime Minister Ada Berg for "
      "two hours.",
      { "held call: Tomas Velk, Ada Berg | duration: PT2H" } },
    { "Italian President Tomas Velk will visit Norway next month.",
      { "planned visit: Tomas Velk, Norway | place: Norway | time: "
        "2023-10" } },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_nouns (void)
{
  static const Case cases[] = {
    { "President Tomas Velk held talks with Prime Minister Ada Berg in Oslo.",
      { "held talks: Tomas Velk, Ada Berg | place: Oslo" } },
    { "The meeting between President Tomas Velk and Prime Minister Ada Berg "
      "took place on Sunday.",
      { "held talks: Tomas Velk, Ada Berg | time: 2023-09-17" } },
    { "President Tomas Velk will hold a summit with Prime Minister Ada Berg "
      "in Oslo on Friday.",
      { "planned summit: Tomas Velk, Ada Berg | place: Oslo | time: "
        "2023-09-22" } },
    { "President Tomas Velk hopes to hold talks with Prime Minister Ada Berg.",
      { "proposed talks: Tomas Velk, Ada Berg" } },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_merging (void)
{
  static const Case cases[] = {
    { "President Tomas Velk met Prime Minister Ada Berg in Oslo on Friday.\n"
      "The meeting lasted three hours. The talks were frank.",
      { "held talks: Tomas Velk, Ada Berg | place: Oslo | time: 2023-09-15 | "
        "duration: PT3H | outcomes: frank" } },
    { "President Tomas Velk met Prime Minister Ada Berg in Oslo on Friday.\n"
      "Velk will meet Berg again in Rome next month.",
      { "held talks: Tomas Velk, Ada Berg | place: Oslo | time: 2023-09-15",
        "planned talks: Tomas Velk, Ada Berg | place: Rome | time: "
        "2023-10" } },
    { "President Tomas Velk met Prime Minister Ada Berg in Oslo.\n"
      "The meeting was attended by Ambassador Lena Holm and Foreign Minister "
      "Bo Roy.",
      { "held talks: Tomas Velk, Ada Berg, Lena Holm, Bo Roy | place: "
        "Oslo" } },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_contents (void)
{
  static const Case cases[] = {
    { "President Tomas Velk met Prime Minister Ada Berg in Oslo on Friday. "
      "During the meeting, the two discussed the bridge over the strait. They "
      "agreed to reopen it in May.",
      { "held talks: Tomas Velk, Ada Berg | place: Oslo | time: 2023-09-15 | "
        "topics: the bridge over the strait | outcomes: agreed to reopen it "
        "in May" } },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_topics (void)
{
  static const Case cases[] = {
    { "President Tomas Velk met Prime Minister Ada Berg in Oslo. They "
      "discussed the bridge over the strait, the situation in Lebanon, and "
      "ways to boost trade.",
      { "held talks: Tomas Velk, Ada Berg | place: Oslo | topics: the bridge "
        "over the strait + the situation in Lebanon + ways to boost "
        "trade" } },
    { "President Tomas Velk met Prime Minister Ada Berg in Oslo. The meeting "
      "dealt with the sectors of water, health and energy.",
      { "held talks: Tomas Velk, Ada Berg | place: Oslo | topics: the sectors "
        "of water, health and energy" } },
    { "President Tomas Velk met Prime Minister Ada Berg. The latest "
      "developments in the region were reviewed.",
      { "held talks: Tomas Velk, Ada Berg | topics: The latest developments "
        "in the region" } },
    { "President Tomas Velk met Prime Minister Ada Berg. The talks focused on "
      "developments in the region, especially the war in the south.",
      { "held talks: Tomas Velk, Ada Berg | topics: developments in the "
        "region + the war in the south" } },
    { "President Tomas Velk met Prime Minister Ada Berg for talks ranging "
      "from fisheries to the floods.",
      { "held talks: Tomas Velk, Ada Berg | topics: fisheries + the "
        "floods" } },
    { "During the meeting, President Tomas Velk and Prime Minister Ada Berg "
      "exchanged views on issues including trade, the floods and the return "
      "of prisoners.",
      { "held talks: Tomas Velk, Ada Berg | topics: trade + the floods + the "
        "return of prisoners" } },
    { "President Tomas Velk received Prime Minister Ada Berg and stressed the "
      "importance of joint action against floods.",
      { "held talks: Tomas Velk, Ada Berg | topics: joint action against "
        "floods" } },
    { "President Tomas Velk discussed the floods with Prime Minister Ada "
      "Berg.",
      { "held talks: Tomas Velk, Ada Berg | topics: the floods" } },
    { "Talks between President Tomas Velk and Prime Minister Ada Berg failed "
      "to close the gap.",
      { "held talks: Tomas Velk, Ada Berg | outcomes: failed to close the "
        "gap" } },
    { "President Tomas Velk met Prime Minister Ada Berg in a cordial "
      "atmosphere, a frank man.",
      { "held talks: Tomas Velk, Ada Berg | outcomes: a cordial "
        "atmosphere" } },
    { "President Tomas Velk met Prime Minister Ada Berg and described his "
      "childhood.",
      { "held talks: Tomas Velk, Ada Berg" } },
    { "President Tomas Velk met Prime Minister Ada Berg and signed a "
      "memorandum on fisheries.",
      { "held talks: Tomas Velk, Ada Berg | outcomes: signed a memorandum on "
        "fisheries" } },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_places (void)
{
  static const Case cases[] = {
    { "President Tomas Velk met Prime Minister Ada Berg in the Norwegian "
      "capital Oslo.",
      { "held talks: Tomas Velk, Ada Berg | place: Oslo" } },
    { "President Tomas Velk flew to Oslo on Sunday to meet with Prime "
      "Minister Ada Berg.",
      { "planned talks: Tomas Velk, Ada Berg | place: Oslo | time: "
        "2023-09-17" } },
    { "President Tomas Velk and Prime Minister Ada Berg held talks on the "
      "situation in Lebanon.",
      { "held talks: Tomas Velk, Ada Berg | topics: the situation in "
        "Lebanon" } },
    { "Minister Tomas Velk and Prime Minister Ada Berg met on the sidelines "
      "of the Geneva Water Conference.",
      { "held talks: Tomas Velk, Ada Berg | place: Geneva" } },
    { "Italian President Tomas Velk began an official visit to Norway on "
      "Sunday. He later met Prime Minister Ada Berg.",
      { "held visit: Tomas Velk, Norway | place: Norway | time: 2023-09-17",
        "held talks: Tomas Velk, Ada Berg | place: Norway" } },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_adjuncts (void)
{
  static const Case cases[] = {
    { "Prime Minister Ada Berg said on Monday during a meeting with the "
      "Italian ambassador, Tomas Velk, that trade had grown.",
      { "held talks: Tomas Velk, Ada Berg | time: 2023-09-18" } },
    { "\"We are ready,\" Berg told reporters after talks with Italian Foreign "
      "Minister Tomas Velk in Rome.",
      { "held talks: Tomas Velk, Berg | place: Rome" } },
    { "A meeting of the Joint Fisheries Commission, chaired by Ministers Ada "
      "Berg and Tomas Velk, was held in Oslo on September 12.",
      { "held talks: Joint Fisheries Commission, Ada Berg, Tomas Velk | "
        "place: Oslo | time: 2023-09-12" } },
    { "President Tomas Velk received at his office on Sunday Prime Minister "
      "Ada Berg.",
      { "held talks: Tomas Velk, Ada Berg | time: 2023-09-17" } },
    { "Ambassador Tomas Velk paid a courtesy call on Prime Minister Ada Berg "
      "at her office in Oslo on Friday.",
      { "held visit: Ada Berg, Tomas Velk | place: Oslo | time: "
        "2023-09-15" } },
    { "Prime Minister Ada Berg chaired a cabinet meeting on Sunday.",
      { "held talks: Ada Berg | time: 2023-09-17" } },
    { "Prime Minister Ada Berg and President Tomas Velk held a joint news "
      "conference in Oslo.",
      { "held other: Ada Berg, Tomas Velk | place: Oslo" } },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_states (void)
{
  static const Case cases[] = {
    { "The latest round of talks between Norway and Italy ended without a "
      "result on Sunday.",
      { "held talks: Norway, Italy | time: 2023-09-17 | outcomes: without a "
        "result" } },
    { "Norway called off a planned summit with Italy after the attack.",
      { "cancelled summit: Italy, Norway" } },
    { "President Tomas Velk paid a visit to Norway from September 12 to 14.",
      { "held visit: Tomas Velk, Norway | place: Norway | time: "
        "2023-09-12/2023-09-14" } },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_status (void)
{
  static const Case cases[] = {
    { "Italian President Tomas Velk, who is on an official visit to Norway, "
      "met Norwegian Prime Minister Ada Berg in Oslo on Monday.",
      { "ongoing visit: Tomas Velk, Norway | place: Norway",
        "held talks: Tomas Velk, Ada Berg | place: Oslo | time: "
        "2023-09-18" } },
    { "Italian Foreign Minister Tomas Velk arrived in Oslo on Sunday for a "
      "three-day visit.",
      { "ongoing visit: Tomas Velk, Norway | place: Oslo | time: "
        "2023-09-17/2023-09-19 | duration: P3D" } },
    { "President Tomas Velk has invited Prime Minister Ada Berg to visit "
      "Italy next month.",
      { "proposed visit: Tomas Velk, Ada Berg | place: Italy | time: "
        "2023-10" } },
    { "Minister Tomas Velk said he would meet Prime Minister Ada Berg in Oslo "
      "on Thursday.",
      { "planned talks: Tomas Velk, Ada Berg | place: Oslo | time: "
        "2023-09-21" } },
    { "The talks between President Tomas Velk and Prime Minister Ada Berg on "
      "September 22 are about fisheries.",
      { "planned talks: Tomas Velk, Ada Berg | time: 2023-09-22" } },
    { "President Tomas Velk could meet Prime Minister Ada Berg this week.",
      { "proposed talks: Tomas Velk, Ada Berg | time: "
        "2023-09-18/2023-09-24" } },
    { "Talks between President Tomas Velk and Prime Minister Ada Berg are "
      "under way.",
      { "ongoing talks: Tomas Velk, Ada Berg" } },
    { "Talks between President Tomas Velk and Prime Minister Ada Berg did not "
      "take place.",
      { "cancelled talks: Tomas Velk, Ada Berg" } },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_times (void)
{
  static const Case cases[] = {
    { "OSLO, Sept. 16 (NTA) -- President Tomas Velk met Prime Minister Ada "
      "Berg.\nThe talks were held on Friday.",
      { "held talks: Tomas Velk, Ada Berg | place: OSLO | time: "
        "2023-09-15" } },
    { "OSLO, Sept. 16 (Coastal Press) -- President Tomas Velk met Prime "
      "Minister Ada Berg.",
      { "held talks: Tomas Velk, Ada Berg | place: OSLO" } },
    { "OSLO, Sept. 16 (Coastal Press) - President Tomas Velk met Prime "
      "Minister Ada Berg.",
      { "held talks: Tomas Velk, Ada Berg | place: OSLO" } },
    { "President Tomas Velk met Prime Minister Ada Berg before her visit to "
      "Italy in early July.",
      { "held talks: Tomas Velk, Ada Berg",
        "held visit: Ada Berg, Italy | place: Italy | time: 2023-07" } },
    { "President Tomas Velk met Prime Minister Ada Berg, the ministry said on "
      "Sunday.",
      { "held talks: Tomas Velk, Ada Berg" } },
    { "President Tomas Velk began talks with Prime Minister Ada Berg on "
      "Sunday. The talks will continue until Tuesday.",
      { "ongoing talks: Tomas Velk, Ada Berg | time: "
        "2023-09-17/2023-09-19" } },
    { "President Tomas Velk will visit Norway next week. The visit will start "
      "on September 27.",
      { "planned visit: Tomas Velk, Norway | place: Norway | time: "
        "2023-09-27" } },
    { "President Tomas Velk met Prime Minister Ada Berg two years after the "
      "floods.",
      { "held talks: Tomas Velk, Ada Berg" } },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_plurals (void)
{
  static const Case cases[] = {
    { "President Tomas Velk spoke to Prime Minister Ada Berg by telephone on "
      "Sunday. During the call, the two leaders discussed the floods.",
      { "held call: Tomas Velk, Ada Berg | time: 2023-09-17 | topics: the "
        "floods" } },
    { "President Tomas Velk and Prime Minister Ada Berg will meet in Rome on "
      "Friday, officials said.",
      { "planned talks: Tomas Velk, Ada Berg | place: Rome | time: "
        "2023-09-22" } },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_none (void)
{
  static const Case cases[] = {
    { "The company met the requirements.", { NULL } },
    { "Prime Minister Ada Berg held a press conference on Friday.", { NULL } },
    { "The meeting room was empty.", { NULL } },
    { "President Tomas Velk received a letter.", { NULL } },
    { "Prime Minister Ada Berg called for calm.", { NULL } },
    { "Prime Minister Ada Berg called on President Tomas Velk to resign.",
      { NULL } },
    { "Coach Tomas Velk met Captain Ada Berg before the match.", { NULL } },
    { "Tour guides took part in the strike.", { NULL } },
    { "Norway and Italy met the targets.", { NULL } },
    { "Prime Minister Ada Berg met the deadline Norway had set.", { NULL } },
    { "President Tomas Velk received the letter of Prime Minister Ada Berg.",
      { NULL } },
    { "Prime Minister Ada Berg has a captive audience.", { NULL } },
    { "Prime Minister Ada Berg was met with silence.", { NULL } },
    { "President Tomas Velk welcomed Ada Berg's election.", { NULL } },
    { "Television host Tomas Velk asked Prime Minister Ada Berg.", { NULL } },
    { "President Tomas Velk had no talks with Prime Minister Ada Berg.",
      { NULL } },
    { "Prime Minister Ada Berg and President Tomas Velk have not held talks.",
      { NULL } },
  };

  check (cases, G_N_ELEMENTS (cases));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/meetings/verbs", test_verbs);
  g_test_add_func ("/meetings/nouns", test_nouns);
  g_test_add_func ("/meetings/merging", test_merging);
  g_test_add_func ("/meetings/contents", test_contents);
  g_test_add_func ("/meetings/topics", test_topics);
  g_test_add_func ("/meetings/places", test_places);
  g_test_add_func ("/meetings/adjuncts", test_adjuncts);
  g_test_add_func ("/meetings/states", test_states);
  g_test_add_func ("/meetings/status", test_status);
  g_test_add_func ("/meetings/times", test_times);
  g_test_add_func ("/meetings/plurals", test_plurals);
  g_test_add_func ("/meetings/none", test_none);
  return g_test_run ();
}
