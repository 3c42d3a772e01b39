/* test-lanes.c: lanes, and the table of what is drawn on the article
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "article/lanes.h"
#include "article/marks.h"

#define MAX_SPANS 8
#define NONE READOUT_NO_LANE

/* Spans in text order; their lanes; how many lanes that makes. */
static const struct
{
  const char *name;
  guint       n_spans;
  ReadoutSpan spans[MAX_SPANS];
  guint8      lanes[MAX_SPANS];
  guint       n_lanes;
} cases[] = {
  { "nothing", 0, { { 0, 0 } }, { 0 }, 0 },
  { "one", 1, { { 3, 9 } }, { 0 }, 1 },
  { "apart", 2, { { 0, 4 }, { 5, 9 } }, { 0, 0 }, 1 },
  { "touching", 2, { { 0, 4 }, { 4, 9 } }, { 0, 0 }, 1 },
  { "nested at the start", 2, { { 0, 9 }, { 0, 4 } }, { 1, 0 }, 2 },
  { "nested at the end", 2, { { 0, 9 }, { 5, 9 } }, { 1, 0 }, 2 },
  { "two in one", 3, { { 0, 9 }, { 0, 4 }, { 5, 9 } }, { 1, 0, 0 }, 2 },
  { "twice the same", 2, { { 2, 6 }, { 2, 6 } }, { 0, 1 }, 2 },
  { "crossing", 2, { { 0, 5 }, { 3, 9 } }, { 0, 1 }, 2 },
  { "crossing chain", 3, { { 0, 5 }, { 3, 8 }, { 7, 12 } }, { 0, 1, 0 }, 2 },
  { "five deep",
    5,
    { { 0, 50 }, { 0, 40 }, { 0, 30 }, { 0, 20 }, { 0, 10 } },
    { 4, 3, 2, 1, 0 },
    5 },
  { "six deep: the outermost has no room",
    6,
    { { 0, 60 }, { 0, 50 }, { 0, 40 }, { 0, 30 }, { 0, 20 }, { 0, 10 } },
    { NONE, 4, 3, 2, 1, 0 },
    5 },
  { "a run after a deep one begins anew",
    4,
    { { 0, 30 }, { 0, 20 }, { 0, 10 }, { 30, 40 } },
    { 2, 1, 0, 0 },
    3 },
};

static void
test_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint8 lanes[MAX_SPANS];
      guint  n_lanes;

      g_test_message ("%s", cases[i].name);
      n_lanes = readout_lanes_assign (cases[i].spans, cases[i].n_spans, lanes);
      g_assert_cmpuint (n_lanes, ==, cases[i].n_lanes);
      for (guint j = 0; j < cases[i].n_spans; j++)
        g_assert_cmpuint (lanes[j], ==, cases[i].lanes[j]);
    }
}

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  return readout_span_compare (*(const ReadoutSpan *)a,
                               *(const ReadoutSpan *)b);
}

/* Whatever the spans are: no two in one lane overlap, and a span lies below
 * every one that it contains. */
static void
test_random (void)
{
  for (guint round = 0; round < 200; round++)
    {
      ReadoutSpan spans[60];
      guint8      lanes[60];
      guint       n_spans = g_test_rand_int_range (1, G_N_ELEMENTS (spans));

      for (guint i = 0; i < n_spans; i++)
        {
          guint32 start = g_test_rand_int_range (0, 120);

          spans[i]
              = READOUT_SPAN (start, start + g_test_rand_int_range (1, 20));
        }
      qsort (spans, n_spans, sizeof (ReadoutSpan), compare_spans);

      readout_lanes_assign (spans, n_spans, lanes);

      for (guint i = 0; i < n_spans; i++)
        for (guint j = i + 1; j < n_spans; j++)
          {
            if (!readout_span_overlaps (spans[i], spans[j]) || lanes[i] == NONE
                || lanes[j] == NONE)
              continue;

            g_assert_cmpuint (lanes[i], !=, lanes[j]);
            if (readout_span_equal (spans[i], spans[j]))
              continue;
            if (readout_span_contains (spans[i], spans[j]))
              g_assert_cmpuint (lanes[i], >, lanes[j]);
            if (readout_span_contains (spans[j], spans[i]))
              g_assert_cmpuint (lanes[j], >, lanes[i]);
          }
    }
}

static void
add (GPtrArray *changes, gpointer record)
{
  readout_changes_add (changes, NULL, record);
  readout_record_unref (record);
}

static ReadoutMention *
new_mention (const char *id, guint32 start, guint32 end)
{
  return readout_mention_new (
      id, READOUT_SPAN (start, end), READOUT_MENTION_PERSON, READOUT_FORM_NAME);
}

/* One long mention over two short ones, a rejected one, a statement around
 * all of them, and a meeting told of in two places. */
static ReadoutAnnotations *
make_annotations (void)
{
  ReadoutAnnotations *annotations = readout_annotations_new ();
  g_autoptr (GPtrArray) changes = readout_changes_new ();
  g_autoptr (GError) error = NULL;
  ReadoutMention   *rejected = new_mention ("m4", 60, 70);
  ReadoutStatement *statement
      = readout_statement_new ("s1", READOUT_MANNER_DIRECT);
  ReadoutMeeting *meeting
      = readout_meeting_new ("g1", READOUT_MEETING_HELD, READOUT_MEETING_TALKS);

  rejected->record.review.state = READOUT_STATE_REJECTED;
  readout_span_list_add (&statement->content, READOUT_SPAN (5, 30));
  readout_span_list_add (&statement->content, READOUT_SPAN (50, 80));
  readout_span_list_add (&statement->cue, READOUT_SPAN (32, 36));
  readout_span_list_add (&meeting->triggers, READOUT_SPAN (26, 29));
  readout_span_list_add (&meeting->triggers, READOUT_SPAN (90, 99));

  add (changes, new_mention ("m1", 10, 40));
  add (changes, new_mention ("m2", 10, 14));
  add (changes, new_mention ("m3", 20, 25));
  add (changes, rejected);
  add (changes, statement);
  add (changes, meeting);
  readout_annotations_apply (annotations, changes, &error);
  g_assert_no_error (error);

  return annotations;
}

static void
test_marks (void)
{
  g_autoptr (ReadoutAnnotations) annotations = make_annotations ();
  g_autoptr (ReadoutMarks) marks = readout_marks_new ();
  guint n_candidates;
  guint first;

  readout_marks_build (marks, annotations, FALSE);
  g_assert_cmpuint (readout_marks_get_n_marks (marks), ==, 3);
  g_assert_cmpuint (readout_marks_get_n_lanes (marks), ==, 2);
  g_assert_cmpstr (readout_marks_get (marks, 0)->record->id, ==, "m1");
  g_assert_cmpuint (readout_marks_get (marks, 0)->lane, ==, 1);
  g_assert_cmpuint (readout_marks_get (marks, 2)->lane, ==, 0);

  /* One bar for the statement, one for each trigger. */
  g_assert_cmpuint (readout_marks_get_n_bars (marks), ==, 3);
  g_assert_true (readout_span_equal (readout_marks_get_bar (marks, 0)->span,
                                     READOUT_SPAN (5, 80)));

  /* The long mention reaches into a range that the later ones do not. */
  first = readout_marks_find (marks, READOUT_SPAN (30, 35), &n_candidates);
  g_assert_cmpuint (first, ==, 0);
  g_assert_cmpuint (n_candidates, >=, 1);
  readout_marks_find (marks, READOUT_SPAN (40, 60), &n_candidates);
  g_assert_cmpuint (n_candidates, ==, 0);

  readout_marks_build (marks, annotations, TRUE);
  g_assert_cmpuint (readout_marks_get_n_marks (marks), ==, 4);

  readout_marks_build (marks, NULL, TRUE);
  g_assert_cmpuint (readout_marks_get_n_marks (marks), ==, 0);
  g_assert_cmpuint (readout_marks_get_n_bars (marks), ==, 0);
}

static void
test_at (void)
{
  static const struct
  {
    guint32     offset;
    const char *ids;
  } places[] = {
    { 2, "" },          { 5, "s1" },        { 12, "m2 m1 s1" },
    { 22, "m3 m1 s1" }, { 27, "m1 g1 s1" }, { 33, "m1 s1" },
    { 36, "m1" },       { 65, "s1" },       { 95, "g1" },
  };
  g_autoptr (ReadoutAnnotations) annotations = make_annotations ();
  g_autoptr (ReadoutMarks) marks = readout_marks_new ();

  readout_marks_build (marks, annotations, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (GPtrArray) records
          = readout_marks_at (marks, annotations, places[i].offset);
      g_autoptr (GString) ids = g_string_new (NULL);

      for (guint j = 0; j < records->len; j++)
        {
          ReadoutRecord *record = g_ptr_array_index (records, j);

          if (j > 0)
            g_string_append_c (ids, ' ');
          g_string_append (ids, record->id);
        }
      g_assert_cmpstr (ids->str, ==, places[i].ids);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lanes/table", test_table);
  g_test_add_func ("/lanes/random", test_random);
  g_test_add_func ("/marks/table", test_marks);
  g_test_add_func ("/marks/at", test_at);
  return g_test_run ();
}
