/* test-statements.c: who says what, one made-up sentence for each pattern
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "detect/detector.h"

/* A statement is written as "speakers | cue | content | manner", several
 * speakers and stretches of content parted by " + ", with "> " before it where
 * it is nested and "to: …" behind it where addressees are named. */
typedef struct
{
  const char *text;
  const char *expected[4];
} Case;

static void
append_spans (GString *to, ReadoutText *text, const ReadoutSpanList *spans)
{
  for (guint i = 0; i < spans->length; i++)
    {
      g_autofree char *slice = readout_text_slice (text, spans->items[i]);

      g_string_append_printf (to, "%s%s", i > 0 ? " + " : "", slice);
    }
}

static void
append_actors (GString *to, GPtrArray *records, char **ids)
{
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    for (guint k = 0; k < records->len; k++)
      {
        const ReadoutRecord *record = g_ptr_array_index (records, k);

        if (record->kind == READOUT_KIND_ACTOR
            && g_str_equal (record->id, ids[i]))
          g_string_append_printf (to,
                                  "%s%s",
                                  i > 0 ? " + " : "",
                                  ((const ReadoutActor *)record)->name);
      }
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
          const ReadoutStatement *statement = g_ptr_array_index (records, k);
          g_autoptr (GString) found = g_string_new (NULL);
          const char *expected;

          if (statement->record.kind != READOUT_KIND_STATEMENT)
            continue;
          if (statement->parent != NULL)
            g_string_append (found, "> ");
          append_actors (found, records, statement->speakers);
          g_string_append (found, " | ");
          append_spans (found, text, &statement->cue);
          g_string_append (found, " | ");
          append_spans (found, text, &statement->content);
          g_string_append_printf (
              found, " | %s", readout_manner_to_nick (statement->manner));
          if (statement->addressees != NULL)
            {
              g_string_append (found, " | to: ");
              append_actors (found, records, statement->addressees);
            }

          expected = n < G_N_ELEMENTS (cases[i].expected) ? cases[i].expected[n]
                                                          : NULL;
          n++;
          if (g_strcmp0 (found->str, expected) != 0)
            {
              g_test_message ("in “%s”\n  found    %s\n  expected %s",
                              cases[i].text,
                              found->str,
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
test_clauses (void)
{
  static const Case cases[] = {
    { "Foreign Minister Ada Berg said that the talks had failed.",
      { "Ada Berg | said | the talks had failed | indirect" } },
    { "Foreign Minister Ada Berg said the talks had failed.",
      { "Ada Berg | said | the talks had failed | indirect" } },
    { "President Tomas Velk has repeatedly warned that time is short.",
      { "Tomas Velk | warned | time is short | indirect" } },
    { "The bridge will reopen in May, Prime Minister Ada Berg said.",
      { "Ada Berg | said | The bridge will reopen in May | indirect" } },
    { "The bridge will reopen in May, said Prime Minister Ada Berg.",
      { "Ada Berg | said | The bridge will reopen in May | indirect" } },
    { "The Interior Ministry said, though it was late, the talks went on.",
      { "Interior Ministry | said | though it was late, the talks went on | "
        "indirect" } },
    /* The next attribution ends the content. */
    { "Prime Minister Ada Berg said the bridge was safe, and President Tomas "
      "Velk has denied that it was closed.",
      { "Ada Berg | said | the bridge was safe | indirect",
        "Tomas Velk | denied | it was closed | indirect" } },
    { "Prime Minister Ada Berg said the bridge was safe, although President "
      "Tomas Velk warned that it was old.",
      { "Ada Berg | said | the bridge was safe | indirect",
        "Tomas Velk | warned | it was old | indirect" } },
    { "Ada Berg, who leads the party, said the vote was fair.",
      { "Ada Berg | said | the vote was fair | indirect" } },
    { "Ada Berg, the foreign minister, said the vote was fair.",
      { "Ada Berg | said | the vote was fair | indirect" } },
    { "President Tomas Velk pointed out that prices had fallen.",
      { "Tomas Velk | pointed out | prices had fallen | indirect" } },
    { "President Tomas Velk has since said the vote was fair.",
      { "Tomas Velk | said | the vote was fair | indirect" } },
    { "The plan helps small towns, says Prime Minister Ada Berg.",
      { "Ada Berg | says | The plan helps small towns | indirect" } },
    { "The vote was fair, said President Tomas Velk, a former judge.",
      { "Tomas Velk | said | The vote was fair | indirect" } },
    { "For example, Prime Minister Ada Berg said, prices fell in May.",
      { "Ada Berg | said | prices fell in May | indirect" } },
    { "Prime Minister Ada Berg said in an interview with a local station that "
      "the talks had failed.",
      { "Ada Berg | said | the talks had failed | indirect" } },
    { "The Harbour Safety Board (HSB) said the pier would close.",
      { "Harbour Safety Board | said | the pier would close | indirect" } },
    { "Ada Berg (BA), a physician at the clinic, said the vote was fair.",
      { "Ada Berg | said | the vote was fair | indirect" } },
    { "Ada Berg, one of the country’s best singers, has said the vote was "
      "fair.",
      { "Ada Berg | said | the vote was fair | indirect" } },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_quotations (void)
{
  static const Case cases[] = {
    { "“The talks have failed,” Prime Minister Ada Berg said.",
      { "Ada Berg | said | “The talks have failed,” | direct" } },
    { "“The talks have failed,” said Prime Minister Ada Berg on Monday.",
      { "Ada Berg | said | “The talks have failed,” | direct" } },
    { "\"The talks have failed,\" Prime Minister Ada Berg said.",
      { "Ada Berg | said | \"The talks have failed,\" | direct" } },
    { "Prime Minister Ada Berg said: “The talks have failed.”",
      { "Ada Berg | said | “The talks have failed.” | direct" } },
    { "“The talks have failed,” Prime Minister Ada Berg said in Oslo.",
      { "Ada Berg | said | “The talks have failed,” | direct" } },
    { "Prime Minister Ada Berg said in reply to the letter: “The talks have "
      "failed.”",
      { "Ada Berg | said | “The talks have failed.” | direct" } },
    { "“The talks have failed,” one of the victims said.",
      { " | said | “The talks have failed,” | direct" } },
    { "“The talks have failed,” said trade and labor lawyer Ole Dahl.",
      { "Ole Dahl | said | “The talks have failed,” | direct" } },
    { "“The talks have failed,” Prime Minister Ada Berg pointed out, adding: "
      "“It is late.”",
      { "Ada Berg | pointed out | “The talks have failed,” | direct",
        "Ada Berg | adding | “It is late.” | direct" } },
    { "“The talks,” Prime Minister Ada Berg said, “have failed.”",
      { "Ada Berg | said | “The talks,” + “have failed.” | direct" } },
    { "“The talks have failed,” Prime Minister Ada Berg said. “We will not "
      "come back to this table.”",
      { "Ada Berg | said | “The talks have failed,” + “We will not come back "
        "to this table.” | direct" } },
    { "Prime Minister Ada Berg said the talks were “a waste of time”.",
      { "Ada Berg | said | the talks were “a waste of time” | mixed" } },
    { "“The talks have failed. We did our best to save them,” Prime Minister "
      "Ada Berg said.\n"
      "“I see no other way than to leave this table at once.”",
      { "Ada Berg | said | “The talks have failed. We did our best to save "
        "them,” + “I see no other way than to leave this table at once.” | "
        "direct" } },
    { "“The talks have failed,” Prime Minister Ada Berg said. “We did our "
      "best.\n"
      "“Nobody will come back to this table.”",
      { "Ada Berg | said | “The talks have failed,” + “We did our best. + "
        "“Nobody will come back to this table.” | direct" } },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_nouns (void)
{
  static const Case cases[] = {
    { "President Tomas Velk stressed the importance of trade.",
      { "Tomas Velk | stressed | the importance of trade | indirect" } },
    { "President Tomas Velk praised the work of the engineers, stressing that "
      "more had to be done.",
      { "Tomas Velk | praised | the work of the engineers | indirect",
        "Tomas Velk | stressing | more had to be done | indirect" } },
    { "President Tomas Velk condemned the attack and called for calm.",
      { "Tomas Velk | condemned | the attack | indirect",
        "Tomas Velk | called for | calm | indirect" } },
    { "President Tomas Velk expressed concern over the delay.",
      { "Tomas Velk | expressed concern | the delay | indirect" } },
    { "President Tomas Velk referred to the treaty of 1911.",
      { "Tomas Velk | referred to | the treaty of 1911 | indirect" } },
    { "President Tomas Velk described the plan as a step forward.",
      { "Tomas Velk | described | the plan as a step forward | indirect" } },
    { "President Tomas Velk urged lawmakers to pass the bill.",
      { "Tomas Velk | urged | to pass the bill | indirect | to: lawmakers" } },
    { "The Interior Ministry called on owners and crews to stay in port.",
      { "Interior Ministry | called on | to stay in port | indirect" } },
    { "The Interior Ministry called on the owners of ships and their crews, to "
      "stay in port.",
      { "Interior Ministry | called on | to stay in port | indirect" } },
    { "President Tomas Velk vowed to rebuild the bridge.",
      { "Tomas Velk | vowed | to rebuild the bridge | indirect" } },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_told (void)
{
  static const Case cases[] = {
    { "Prime Minister Ada Berg told reporters that the talks had failed.",
      { "Ada Berg | told | the talks had failed | indirect | to: "
        "reporters" } },
    { "“The talks have failed,” Prime Minister Ada Berg told reporters.",
      { "Ada Berg | told | “The talks have failed,” | direct | to: "
        "reporters" } },
    { "Prime Minister Ada Berg told a news conference in Oslo that the talks "
      "had failed.",
      { "Ada Berg | told | the talks had failed | indirect" } },
    { "“The talks have failed,” Prime Minister Ada Berg told a news conference "
      "in Oslo.",
      { "Ada Berg | told | “The talks have failed,” | direct" } },
    { "Prime Minister Ada Berg briefed lawmakers on the state of the talks.",
      { "Ada Berg | briefed | the state of the talks | indirect | to: "
        "lawmakers" } },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_according (void)
{
  static const Case cases[] = {
    { "According to the Interior Ministry, two people were hurt.",
      { "Interior Ministry | According to | two people were hurt | "
        "indirect" } },
    { "Two people were hurt, according to the Interior Ministry.",
      { "Interior Ministry | according to | Two people were hurt | "
        "indirect" } },
    { "The bridge, according to the Interior Ministry, is unsafe.",
      { "Interior Ministry | according to | The bridge + is unsafe | "
        "indirect" } },
    { "According to Tomas Velk, the president of Norway, the bridge is "
      "unsafe.",
      { "Tomas Velk | According to | the bridge is unsafe | indirect" } },
    { "Two people were hurt, according to the Interior Ministry, which gave "
      "no names.",
      { "Interior Ministry | according to | Two people were hurt | "
        "indirect" } },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_signs (void)
{
  static const Case cases[] = {
    { "Prime Minister Ada Berg spoke.\n"
      "Ada Berg: The bridge will reopen in May. Then we shall see.",
      { "Ada Berg | : | The bridge will reopen in May. Then we shall see | "
        "indirect" } },
    { "Prime Minister Ada Berg spoke.\n"
      "“The bridge will reopen in May.” — Ada Berg",
      { "Ada Berg | — | “The bridge will reopen in May.” | direct" } },
    { "OSLO: The bridge will reopen in May.", { NULL } },
  };

  check (cases, G_N_ELEMENTS (cases));
}

/* People without a name, and papers. */
static void
test_unnamed (void)
{
  static const Case cases[] = {
    { "Officials say the bridge is safe.",
      { "Officials | say | the bridge is safe | indirect" } },
    { "Researchers found that the lake had grown.",
      { "Researchers | found | the lake had grown | indirect" } },
    { "The report found that the lake had grown.",
      { " | found | the lake had grown | indirect" } },
    { "They stressed the need for calm and urged both sides to talk.",
      { " | stressed | the need for calm | indirect",
        " | urged | to talk | indirect" } },
    { "The three said that the bus was old.",
      { " | said | the bus was old | indirect" } },
    { "Two people were hurt, the Harbour Board’s captains’ office said.",
      { "Harbour Board | said | Two people were hurt | indirect" } },
    { "The ship left the pier at noon, said police.",
      { "police | said | The ship left the pier at noon | indirect" } },
    { "The ship left a wake of foam in the said bay.", { NULL } },
    { "The sports report was short.", { NULL } },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_nested (void)
{
  static const Case cases[] = {
    { "President Tomas Velk stressed that the vote was fair, the Interior "
      "Ministry said.",
      { "Interior Ministry | said | President Tomas Velk stressed that the "
        "vote was fair | indirect",
        "> Tomas Velk | stressed | the vote was fair | indirect" } },
    { "Prime Minister Ada Berg said that President Tomas Velk had announced "
      "the vote.",
      { "Ada Berg | said | President Tomas Velk had announced the vote | "
        "indirect",
        "> Tomas Velk | announced | the vote | indirect" } },
    { "“I am confident that the bridge will reopen,” Foreign Minister Ada Berg "
      "said.",
      { "Ada Berg | said | “I am confident that the bridge will reopen,” | "
        "direct",
        "> Ada Berg | am confident | the bridge will reopen | indirect" } },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_several (void)
{
  static const Case cases[] = {
    { "Foreign Minister Ada Berg and President Tomas Velk said the talks had "
      "failed.",
      { "Ada Berg + Tomas Velk | said | the talks had failed | indirect" } },
    { "“The talks have failed,” Ada Berg and Tomas Velk said in a joint "
      "statement.",
      { "Ada Berg + Tomas Velk | said | “The talks have failed,” | "
        "direct" } },
    { "Foreign Minister Ada Berg, President Tomas Velk and the Interior "
      "Ministry said the talks had failed.",
      { "Ada Berg + Tomas Velk + Interior Ministry | said | the talks had "
        "failed | indirect" } },
    { "“The talks have failed,” said Velk spokesman Ole Dahl.",
      { "Ole Dahl | said | “The talks have failed,” | direct" } },
    { "Tomas Velk’s adviser Ole Dahl said the talks had failed.",
      { "Ole Dahl | said | the talks had failed | indirect" } },
    { "Ada Berg, the foreign minister, said the talks had failed.",
      { "Ada Berg | said | the talks had failed | indirect" } },
    /* A letter speaks for who wrote it, followers for themselves. */
    { "President Tomas Velk left.\nTomas Velk’s letter said the talks had "
      "failed.",
      { "Tomas Velk | said | the talks had failed | indirect" } },
    { "President Tomas Velk left.\nTomas Velk’s supporters said the talks had "
      "failed.",
      { "Tomas Velk’s supporters | said | the talks had failed | "
        "indirect" } },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_anonymous (void)
{
  static const Case cases[] = {
    { "A senior government official who asked not to be named said the talks "
      "had failed.",
      { "senior government official | said | the talks had failed | "
        "indirect" } },
    { "“The talks have failed,” said a senior official, speaking on condition "
      "of anonymity.",
      { "senior official | said | “The talks have failed,” | direct" } },
    { "Two people familiar with the matter said the talks had failed.",
      { "Two people | said | the talks had failed | indirect" } },
    { "A person close to the minister said the talks had failed.",
      { "person | said | the talks had failed | indirect" } },
    { "The bridge is unsafe, according to two officials familiar with the "
      "plan.",
      { "two officials | according to | The bridge is unsafe | indirect" } },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_participles (void)
{
  static const Case cases[] = {
    { "President Tomas Velk praised the plan, saying that it would help, and "
      "adding that more was needed.",
      { "Tomas Velk | praised | the plan | indirect",
        "Tomas Velk | saying | it would help | indirect",
        "Tomas Velk | adding | more was needed | indirect" } },
    { "Noting that prices had risen, President Tomas Velk called for calm.",
      { "Tomas Velk | Noting | prices had risen | indirect",
        "Tomas Velk | called for | calm | indirect" } },
    { "Speaking in Oslo, President Tomas Velk said the plan would help.",
      { "Tomas Velk | said | the plan would help | indirect" } },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_headlines (void)
{
  static const Case cases[] = {
    { "Bridge will reopen in May, minister says\n"
      "Foreign Minister Ada Berg left on Monday.",
      { "Ada Berg | says | Bridge will reopen in May | indirect" } },
    { "Berg: Bridge will reopen in May\n"
      "Foreign Minister Ada Berg left on Monday.",
      { "Ada Berg | : | Bridge will reopen in May | indirect" } },
    { "Ada Berg vows to rebuild bridge\n"
      "Foreign Minister Ada Berg left on Monday.",
      { "Ada Berg | vows | to rebuild bridge | indirect" } },
    { "Norway says bridge talks failed\n"
      "Foreign Minister Ada Berg left on Monday.",
      { "Norway | says | bridge talks failed | indirect" } },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_nested_nouns (void)
{
  static const Case cases[] = {
    { "President Tomas Velk praised Norway’s readiness to share the cost of "
      "the bridge.",
      { "Tomas Velk | praised | Norway’s readiness to share the cost of the "
        "bridge | indirect",
        "> Norway | readiness | to share the cost of the bridge | "
        "indirect" } },
    { "President Tomas Velk stressed his commitment to rebuilding the bridge.",
      { "Tomas Velk | stressed | his commitment to rebuilding the bridge | "
        "indirect",
        "> Tomas Velk | commitment | rebuilding the bridge | indirect" } },
    { "President Tomas Velk praised the willingness of the Interior Ministry "
      "to talk about "
      "the cost.",
      { "Tomas Velk | praised | the willingness of the Interior Ministry to "
        "talk about the "
        "cost | indirect",
        "> Interior Ministry | willingness | to talk about the cost | "
        "indirect" } },
    /* Where the writer speaks, or nobody holds it, it is no statement. */
    { "Norway’s readiness to share the cost surprised many.", { NULL } },
    { "President Tomas Velk praised the readiness to share the cost.",
      { "Tomas Velk | praised | the readiness to share the cost | "
        "indirect" } },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_none (void)
{
  static const Case cases[] = {
    { "The bridge was built in 1911.", { NULL } },
    { "She was told nothing.", { NULL } },
    { "The said plan and the proposed law were praised.", { NULL } },
    { "Ada Berg will announce the date later.", { NULL } },
    { "Ada Berg declined to say when the bridge opens.",
      { "Ada Berg | declined | to say when the bridge opens | indirect" } },
    { "He read “The Long Winter Road” on the train.", { NULL } },
  };

  check (cases, G_N_ELEMENTS (cases));
}

/* Answers are said by the person whom the text before the first question is
 * about. */
static void
test_dialogue (void)
{
  static const Case cases[] = {
    { "Foreign Minister Ada Berg saw the bridge on Monday.\n"
      "Q: When will it open?\n"
      "A: We hope it will be in the spring. I told President Velk so.\n"
      "It will take time.\n"
      "Q: What is left to do?\n"
      "A: The road.\n",
      { "Ada Berg | : | We hope it will be in the spring. I told President "
        "Velk "
        "so + It will take time | indirect",
        "Ada Berg | : | The road | indirect" } },
    { "Foreign Minister Ada Berg saw the bridge on Monday.\n"
      "BERG: It will open in the spring.\n",
      { "Ada Berg | : | It will open in the spring | indirect" } },
    /* A list. */
    { "Ada Berg spoke.\nA: the road\nB: the bridge\n", { NULL } },
  };

  check (cases, G_N_ELEMENTS (cases));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/statements/clauses", test_clauses);
  g_test_add_func ("/statements/quotations", test_quotations);
  g_test_add_func ("/statements/nouns", test_nouns);
  g_test_add_func ("/statements/told", test_told);
  g_test_add_func ("/statements/according", test_according);
  g_test_add_func ("/statements/signs", test_signs);
  g_test_add_func ("/statements/several", test_several);
  g_test_add_func ("/statements/anonymous", test_anonymous);
  g_test_add_func ("/statements/participles", test_participles);
  g_test_add_func ("/statements/headlines", test_headlines);
  g_test_add_func ("/statements/unnamed", test_unnamed);
  g_test_add_func ("/statements/nested", test_nested);
  g_test_add_func ("/statements/dialogue", test_dialogue);
  g_test_add_func ("/statements/nested-nouns", test_nested_nouns);
  g_test_add_func ("/statements/none", test_none);
  return g_test_run ();
}
