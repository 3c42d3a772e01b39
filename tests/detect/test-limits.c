/* test-limits.c: texts that are no plain article
 *
 * Properties of the whole pipeline: what is found depends on the words of a
 * text and not on how its lines are broken or its quotation marks are drawn;
 * it lies inside the text, and never in two rows of a table.  All articles
 * here are made up.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "detect/detector.h"
#include "model/actor.h"
#include "model/meeting.h"
#include "model/mention.h"
#include "model/statement.h"

#define WIDTH 64

static GPtrArray *
detect (ReadoutText *text)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *records = readout_detector_run (
      NULL, text, "2023-09-18", NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return records;
}

/* The words of a span with one blank between them and straight marks. */
static void
append_words (GString *to, ReadoutText *text, ReadoutSpan span)
{
  g_autofree char *slice = readout_text_slice (text, span);
  gboolean         blank = FALSE;

  for (const char *p = slice; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        {
          blank = TRUE;
          continue;
        }
      if (blank)
        g_string_append_c (to, ' ');
      blank = FALSE;
      if (c == 0x201c || c == 0x201d)
        c = '"';
      else if (c == 0x2018 || c == 0x2019)
        c = '\'';
      g_string_append_unichar (to, c);
    }
}

static void
append_spans (GString               *to,
              ReadoutText           *text,
              const char            *name,
              const ReadoutSpanList *spans)
{
  g_string_append_printf (to, " %s", name);
  for (guint i = 0; i < spans->length; i++)
    {
      ReadoutSpan span = spans->items[i];

      g_assert_cmpuint (span.start, <, span.end);
      g_assert_cmpuint (span.end, <=, readout_text_get_length (text));
      g_string_append (to, " [");
      append_words (to, text, span);
      g_string_append_c (to, ']');
    }
}

static void
append_ids (GString *to, const char *name, char **ids)
{
  g_autofree char *joined = ids != NULL ? g_strjoinv (",", ids) : NULL;

  g_string_append_printf (to, " %s %s", name, joined);
}

/* All that is found in a text, one record a line. */
static char *
describe (const char *utf8)
{
  g_autoptr (ReadoutText) text = readout_text_new (utf8, -1);
  g_autoptr (GPtrArray) records = detect (text);
  GString *found = g_string_new (NULL);

  for (guint i = 0; i < records->len; i++)
    {
      const ReadoutRecord    *record = g_ptr_array_index (records, i);
      const ReadoutMention   *mention = g_ptr_array_index (records, i);
      const ReadoutActor     *actor = g_ptr_array_index (records, i);
      const ReadoutStatement *statement = g_ptr_array_index (records, i);
      const ReadoutMeeting   *meeting = g_ptr_array_index (records, i);

      g_string_append (found, record->id);
      switch (record->kind)
        {
        case READOUT_KIND_MENTION:
          g_assert_cmpuint (mention->span.start, <, mention->span.end);
          g_assert_cmpuint (
              mention->span.end, <=, readout_text_get_length (text));
          g_string_append_printf (
              found, " %d %s ", mention->type, mention->actor);
          append_words (found, text, mention->span);
          break;
        case READOUT_KIND_ACTOR:
          g_string_append_printf (found,
                                  " %d %s, %s, %s",
                                  actor->type,
                                  actor->name,
                                  actor->role,
                                  actor->country);
          break;
        case READOUT_KIND_STATEMENT:
          append_spans (found, text, "source", &statement->source);
          append_spans (found, text, "cue", &statement->cue);
          append_spans (found, text, "content", &statement->content);
          append_ids (found, "speakers", statement->speakers);
          g_string_append_printf (
              found, " %d %s", statement->manner, statement->parent);
          break;
        case READOUT_KIND_MEETING:
          append_spans (found, text, "triggers", &meeting->triggers);
          append_spans (found, text, "place", &meeting->place);
          append_spans (found, text, "topics", &meeting->topics);
          append_spans (found, text, "outcomes", &meeting->outcomes);
          append_ids (found, "participants", meeting->participants);
          g_string_append_printf (
              found, " %d %s", meeting->status, meeting->time_value);
          break;
        case READOUT_N_KINDS:
        default:
          g_assert_not_reached ();
        }
      g_string_append_c (found, '\n');
    }

  return g_string_free (found, FALSE);
}

/* Compares line by line, to show the record that differs. */
static void
assert_same (const char *found, const char *expected)
{
  g_auto (GStrv) a = g_strsplit (found, "\n", -1);
  g_auto (GStrv) b = g_strsplit (expected, "\n", -1);

  for (guint i = 0; a[i] != NULL && b[i] != NULL; i++)
    g_assert_cmpstr (a[i], ==, b[i]);
  g_assert_cmpuint (g_strv_length (a), ==, g_strv_length (b));
}

static char *
with_crlf (const char *text)
{
  GString *result = g_string_new (text);

  g_string_replace (result, "\n", "\r\n", 0);
  return g_string_free (result, FALSE);
}

static char *
with_straight_marks (const char *text)
{
  GString *result = g_string_new (text);

  g_string_replace (result, "“", "\"", 0);
  g_string_replace (result, "”", "\"", 0);
  g_string_replace (result, "‘", "'", 0);
  g_string_replace (result, "’", "'", 0);
  return g_string_free (result, FALSE);
}

/* Breaks the lines as mail programs do. */
static char *
with_broken_lines (const char *text)
{
  g_auto (GStrv) paragraphs = g_strsplit (text, "\n", -1);
  GString *result = g_string_new (NULL);

  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (paragraphs[i], " ", -1);
      glong length = 0;

      for (guint k = 0; words[k] != NULL; k++)
        {
          glong n = g_utf8_strlen (words[k], -1);

          if (k > 0)
            g_string_append_c (result, length + 1 + n > WIDTH ? '\n' : ' ');
          length = k > 0 && length + 1 + n <= WIDTH ? length + 1 + n : n;
          g_string_append (result, words[k]);
        }
      if (paragraphs[i + 1] != NULL)
        g_string_append_c (result, '\n');
    }

  return g_string_free (result, FALSE);
}

static void
test_same (gconstpointer data)
{
  char *(*const variants[]) (const char *)
      = { with_crlf, with_straight_marks, with_broken_lines };
  g_autofree char *file = g_strconcat (data, ".txt", NULL);
  g_autofree char *path
      = g_test_build_filename (G_TEST_DIST, "golden", file, NULL);
  g_autofree char *text = NULL;
  g_autofree char *expected = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  expected = describe (text);
  for (guint i = 0; i < G_N_ELEMENTS (variants); i++)
    {
      g_autofree char *variant = variants[i](text);
      g_autofree char *found = NULL;

      g_test_message ("variant %u", i);
      found = describe (variant);
      assert_same (found, expected);
    }
}

static const char table[] = "Results of the second round on Monday\n"
                            "\n"
                            "Home\tScore\tAway\n"
                            "Norfield United\t3-1\tHarbour Town\n"
                            "Port Selm\t0-0\tOslo Rovers\n"
                            "Linde Athletic\t2-2\tVelk City\n"
                            "\n"
                            "Aska Steel       12.40   +0.3\n"
                            "Berg Holding     88.10   -1.2\n"
                            "Northern Bank   103.00   +2.0\n"
                            "\n"
                            "| Party  | Votes   | Seats |\n"
                            "| Labour | 412,000 | 31    |\n"
                            "| Greens | 98,000  | 7     |\n"
                            "\n"
                            "The talks were attended by:\n"
                            "- Ada Berg, Norway\n"
                            "- Tomas Velk, Lorvania\n"
                            "- Jon Aske, Sweden\n";

static gboolean
crosses_cells (ReadoutText *text, ReadoutSpan span)
{
  g_autofree char *slice = readout_text_slice (text, span);

  return strpbrk (slice, "\n\t|") != NULL || strstr (slice, "   ") != NULL;
}

static void
test_table (void)
{
  g_autoptr (ReadoutText) text = readout_text_new (table, -1);
  g_autoptr (GPtrArray) records = detect (text);
  guint n_mentions = 0;

  for (guint i = 0; i < records->len; i++)
    {
      const ReadoutRecord  *record = g_ptr_array_index (records, i);
      const ReadoutMention *mention = g_ptr_array_index (records, i);

      /* Rows say nothing, and nobody meets in them. */
      g_assert_cmpint (record->kind, !=, READOUT_KIND_STATEMENT);
      g_assert_cmpint (record->kind, !=, READOUT_KIND_MEETING);
      if (record->kind != READOUT_KIND_MENTION)
        continue;
      n_mentions++;
      g_assert_false (crosses_cells (text, mention->span));
    }
  g_assert_cmpuint (n_mentions, >, 0);
}

static const char live_blog[]
    = "Bridge talks in Oslo: as it happened\n"
      "By Mara Linde and Jon Aske\n"
      "16:42 GMT\n"
      "Velk leaves Oslo\n"
      "President Tomas Velk has left Oslo. “We agreed on the main points,” he "
      "told reporters at the airport.\n"
      "By Mara Linde\n"
      "15.10 GMT\n"
      "Foreign Minister Ada Berg says no decision has been made.\n"
      "By Jon Aske\n"
      "14:05\n"
      "President Tomas Velk arrived in Oslo on Monday morning.\n";

/* Who writes a live blog is named in it again and again without acting in it,
 * and a time of day is no name. */
static void
test_live_blog (void)
{
  g_autoptr (ReadoutText) text = readout_text_new (live_blog, -1);
  g_autoptr (GPtrArray) records = detect (text);
  guint n_statements = 0;

  for (guint i = 0; i < records->len; i++)
    {
      const ReadoutRecord *record = g_ptr_array_index (records, i);

      n_statements += record->kind == READOUT_KIND_STATEMENT ? 1 : 0;
      if (record->kind == READOUT_KIND_ACTOR)
        {
          const char *name = ((const ReadoutActor *)record)->name;

          g_assert_cmpstr (name, !=, "Mara Linde");
          g_assert_cmpstr (name, !=, "Jon Aske");
          g_assert_cmpstr (name, !=, "GMT");
        }
    }
  g_assert_cmpuint (n_statements, ==, 2);
}

static char *
repeat (const char *text, guint n)
{
  GString *result = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (result, text);
  return g_string_free (result, FALSE);
}

/* Texts whose one line, sentence or quotation is enormous: all that matters is
 * that they come to an end in time, with spans inside the text. */
static void
test_enormous (void)
{
  static const struct
  {
    const char *text;
    guint       n;
  } cases[] = {
    { "Ada Berg met Tomas Velk in Oslo. “It will open,” she said. ", 4000 },
    { "Ada Berg met Tomas Velk in Oslo and “it will open” she said and ",
      4000 },
    { "“", 20000 },
    { "\"a ", 20000 },
    { "‘“a ", 20000 },
    { "Ada Berg\t", 20000 },
    { "A:\n", 20000 },
    { "Q: Why?\nA: So.\n", 5000 },
    { "BERG MEETS VELK IN OSLO, SAYS MINISTRY ", 4000 },
    { "          ", 20000 },
    { "| ", 20000 },
    { "By Ada Berg\n", 10000 },
    { "der die das und ", 10000 },
    { "The talks will go on as both sides wish to.\nDer Minister sagte, dass "
      "die Gespräche nicht zu Ende sind und auch nicht so bald enden.\n",
      2000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = repeat (cases[i].text, cases[i].n);
      gint64           begin = g_get_monotonic_time ();
      g_autofree char *found = describe (text);

      g_test_message ("“%.20s” %u times: %.0f ms, %u bytes",
                      cases[i].text,
                      cases[i].n,
                      (g_get_monotonic_time () - begin) / 1e3,
                      (guint)strlen (found));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/limits/same/bridge-talks", "bridge-talks", test_same);
  g_test_add_data_func (
      "/limits/same/harbor-report", "harbor-report", test_same);
  g_test_add_data_func ("/limits/same/summit-call", "summit-call", test_same);
  g_test_add_func ("/limits/table", test_table);
  g_test_add_func ("/limits/live-blog", test_live_blog);
  g_test_add_func ("/limits/enormous", test_enormous);
  return g_test_run ();
}
