/* test-edits-units.c: the steps by which a person moves boundaries
 *
 * The tables are written with the span in the text itself, between [ and ].
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "edits/units.h"

#include <string.h>
#include <time.h>

#include "language/reading.h"

/* The text without the brackets, and the span between them. */
static ReadoutText *
parse (const char *marked, ReadoutSpan *span)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  const char *open = strchr (marked, '[');
  const char *close = strchr (marked, ']');

  g_assert_nonnull (open);
  g_assert_nonnull (close);
  g_string_append_len (plain, marked, open - marked);
  g_string_append_len (plain, open + 1, close - open - 1);
  g_string_append (plain, close + 1);
  span->start = g_utf8_strlen (marked, open - marked);
  span->end = span->start + g_utf8_strlen (open + 1, close - open - 1);

  return readout_text_new (plain->str, -1);
}

static char *
format (ReadoutText *text, ReadoutSpan span)
{
  const char *utf8 = readout_text_get_utf8 (text);
  gsize       start = readout_text_to_byte (text, span.start);
  gsize       end = readout_text_to_byte (text, span.end);

  return g_strdup_printf ("%.*s[%.*s]%s",
                          (int)start,
                          utf8,
                          (int)(end - start),
                          utf8 + start,
                          utf8 + end);
}

static void
check (const char *marked, ReadoutSpan result, const char *wanted)
{
  ReadoutSpan span;
  g_autoptr (ReadoutText) text = parse (marked, &span);
  g_autofree char *formatted = format (text, result);

  g_assert_cmpstr (formatted, ==, wanted);
}

static void
test_move (void)
{
  static const struct
  {
    const char *before;
    ReadoutEdge edge;
    int         n_words;
    const char *after;
  } cases[] = {
    /* Single steps over the signs behind a word. */
    { "“[and just that],” he", READOUT_EDGE_END, 1, "“[and just that,]” he" },
    { "“[and just that,]” he", READOUT_EDGE_END, 1, "“[and just that,”] he" },
    { "“[and just that,”] he", READOUT_EDGE_END, 1, "“[and just that,” he]" },
    { "“[and just that,”] he", READOUT_EDGE_END, -1, "“[and just that,]” he" },
    { "“[and just that,]” he", READOUT_EDGE_END, -1, "“[and just that],” he" },
    { "“[and just that],” he", READOUT_EDGE_END, -2, "“[and] just that,” he" },
    /* It is never empty, and never leaves the text. */
    { "“[and] just that,” he", READOUT_EDGE_END, -1, "“[and] just that,” he" },
    { "“[and just that],” he", READOUT_EDGE_END, 9, "“[and just that,” he]" },
    { "“[and just that],” he",
      READOUT_EDGE_START,
      -9,
      "[“and just that],” he" },
    { "“[and just that],” he", READOUT_EDGE_START, 9, "“and just [that],” he" },
    { "“[and just that],” he", READOUT_EDGE_START, 1, "“and [just that],” he" },
    { "a [b] c", READOUT_EDGE_END, 0, "a [b] c" },
    /* White space and line breaks are stepped over. */
    { "one [two]\n\n  three", READOUT_EDGE_END, 1, "one [two\n\n  three]" },
    { "one\n\n  two [three]", READOUT_EDGE_START, -1, "one\n\n  [two three]" },
    { "one\n\n  [two three]", READOUT_EDGE_START, -1, "[one\n\n  two three]" },
    /* What stands inside a word belongs to it. */
    { "[the] state-of-the-art one",
      READOUT_EDGE_END,
      1,
      "[the state-of-the-art] one" },
    { "[he] didn’t go", READOUT_EDGE_END, 1, "[he didn’t] go" },
    { "[the] U.S. said", READOUT_EDGE_END, 1, "[the U.S]. said" },
    { "[the U.S]. said", READOUT_EDGE_END, 1, "[the U.S.] said" },
    { "[about] 1,250.50 a day", READOUT_EDGE_END, 1, "[about 1,250.50] a day" },
    { "[at] 10:30, yes", READOUT_EDGE_END, 1, "[at 10:30], yes" },
    { "[one], two", READOUT_EDGE_END, 1, "[one,] two" },
    /* From the middle of a word, to its end or start. */
    { "mid[dl]e out", READOUT_EDGE_END, 1, "mid[dle] out" },
    { "mid[dl]e out", READOUT_EDGE_START, -1, "[middl]e out" },
    /* Other scripts and marks above letters. */
    { "[Été] a\xCC\x80 Genève", READOUT_EDGE_END, 1, "[Été a\xCC\x80] Genève" },
    { "[王毅]。他", READOUT_EDGE_END, 1, "[王毅。]他" },
    { "[😀] x", READOUT_EDGE_END, 1, "[😀 x]" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ReadoutSpan span;
      g_autoptr (ReadoutText) text = parse (cases[i].before, &span);

      check (cases[i].before,
             readout_edits_move (text, span, cases[i].edge, cases[i].n_words),
             cases[i].after);
    }
}

static void
test_widen (void)
{
  static const char *const ladders[][7] = {
    { "He said: “We want pe[a]ce, and just that,” on Monday.",
      "He said: “We want [peace], and just that,” on Monday.",
      "He said: “[We want peace], and just that,” on Monday.",
      "He said: [“We want peace, and just that,”] on Monday.",
      "[He said: “We want peace, and just that,” on Monday.]" },
    { "One. “It is [time]. Go now,” she said. Two.\nThree.",
      "One. “[It is time]. Go now,” she said. Two.\nThree.",
      "One. “[It is time.] Go now,” she said. Two.\nThree.",
      "One. [“It is time. Go now,”] she said. Two.\nThree.",
      "One. [“It is time. Go now,” she said.] Two.\nThree.",
      "[One. “It is time. Go now,” she said. Two.]\nThree." },
    { "Before. Mr. Okoro [met] Sen. Varga of the U.S. in Lisbon. After.",
      "Before. [Mr. Okoro met Sen. Varga of the U.S. in Lisbon]. After.",
      "Before. [Mr. Okoro met Sen. Varga of the U.S. in Lisbon.] After.",
      "[Before. Mr. Okoro met Sen. Varga of the U.S. in Lisbon. After.]" },
    { "The talks (their [second]) ended — at last.",
      "The talks ([their second]) ended — at last.",
      "[The talks (their second) ended — at last.]" },
    { "He called it “a ‘mi[s]take’ of ours” and left.",
      "He called it “a ‘[mistake]’ of ours” and left.",
      "He called it “a [‘mistake’] of ours” and left.",
      "He called it “[a ‘mistake’ of ours]” and left.",
      "He called it [“a ‘mistake’ of ours”] and left.",
      "[He called it “a ‘mistake’ of ours” and left.]" },
    /* Not closed: to the end of the paragraph. */
    { "“We [go on.\n“And] end,” he said.",
      "[“We go on.\n“And end,” he said.]" },
    { "“We [go] on.\n“And end,” he said.",
      "“[We go on].\n“And end,” he said.",
      "[“We go on.]\n“And end,” he said." },
    { "It’s the [ministers’] turn, isn’t it?",
      "[It’s the ministers’ turn], isn’t it?",
      "[It’s the ministers’ turn, isn’t it?]" },
    { "Prices rose 1,250 [points] - a record - today.",
      "[Prices rose 1,250 points] - a record - today.",
      "[Prices rose 1,250 points - a record - today.]" },
    { "Before. Amb. Smith [said] he agreed. After.",
      "Before. [Amb. Smith said he agreed]. After.",
      "Before. [Amb. Smith said he agreed.] After.",
      "[Before. Amb. Smith said he agreed. After.]" },
    { "It is in the [U.S]. The minister left.",
      "[It is in the U.S.] The minister left.",
      "[It is in the U.S. The minister left.]" },
    { "It opened on Mar. [5] again. After.",
      "[It opened on Mar. 5 again]. After.",
      "[It opened on Mar. 5 again.] After.",
      "[It opened on Mar. 5 again. After.]" },
    { "He called it 'a [mistake] of ours' and left.",
      "He called it ['a mistake of ours'] and left.",
      "[He called it 'a mistake of ours' and left].",
      "[He called it 'a mistake of ours' and left.]" },
    /* Goes on from the paragraph before, with no mark of its own. */
    { "“We go on.\n\nAnd [end],” he said.",
      "“We go on.\n\n[And end],” he said.",
      "“We go on.\n\n[And end,”] he said.",
      "“We go on.\n\n[And end,” he said.]" },
    { "A \"plain [one]\" is \"here\" too.",
      "A \"[plain one]\" is \"here\" too.",
      "A [\"plain one\"] is \"here\" too.",
      "[A \"plain one\" is \"here\" too.]" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ladders); i++)
    {
      ReadoutSpan span;
      g_autoptr (ReadoutText) text = parse (ladders[i][0], &span);
      guint n = 1;

      for (; ladders[i][n] != NULL; n++)
        {
          span = readout_edits_widen (text, span);
          check (ladders[i][0], span, ladders[i][n]);
        }
      /* The top of the ladder is the paragraph. */
      g_assert_true (
          readout_span_equal (readout_edits_widen (text, span), span));
    }
}

/* Wherever one starts within @unit, some widening stops at it, give or take a
 * mark of a quotation that goes on outside; or one crosses its edge, as a
 * sentence and a quotation do that overlap.  None jumps over it. */
static void
check_is_step (ReadoutText *text, ReadoutSpan unit)
{
  for (guint32 at = unit.start; at < unit.end; at++)
    {
      ReadoutSpan span = READOUT_SPAN (at, at + 1);

      if (!g_unichar_isalpha (readout_text_get_char (text, at)))
        continue;
      while (span.start > unit.start + 1 || span.end + 1 < unit.end)
        {
          span = readout_edits_widen (text, span);
          if (span.start < unit.start || span.end > unit.end)
            break;
        }
      if (readout_span_contains (span, unit)
          && !readout_span_equal (span, unit))
        {
          g_autofree char *jumped = format (text, span);

          g_test_message ("from %u: %s", at, jumped);
          g_test_fail ();
          return;
        }
    }
}

static ReadoutSpan
get_tokens_span (const ReadoutReading *reading, guint32 first, guint32 end)
{
  return READOUT_SPAN (
      g_array_index (reading->tokens, ReadoutToken, first).span.start,
      g_array_index (reading->tokens, ReadoutToken, end - 1).span.end);
}

/* What the detector reads as a sentence or a quotation is a step, in whatever
 * paragraph it stands. */
static void
test_as_read (void)
{
  static const char *const texts[] = {
    "Before. Amb. Smith said he agreed. After.",
    "He met Ald. Park, Brig. Gen. Ode and Cmdr. Lee. After.",
    "Reps. Ito and Sens. Roy of Mt. Airy wrote to Supt. Jones. After.",
    "See vol. 2, fig. 3 and pp. 4 of it. He did. After.",
    "It opened on Mar. 5 and on Tue. Nov. 8 again. After.",
    "It moved to Del Mar. The race was in March. After.",
    "They met in the U.S. The minister left at 5 p.m. He flew. After.",
    "She joined Widgets Inc. She led Widgets Co. Ltd. for years. After.",
    "J. R. Ode of St. Lucia came. Did he? “No. I did not,” he said. After.",
    "He said it was ‘too late. Far too late’ for talks. After.",
    "He called it 'a great mistake' and left. After.",
    "``We go on. We must,'' he said. After.",
    "“We go on.\n“And on.\n\nAnd to the end,” he said. After.",
    "“We go on,” he said, “and “on” and on.” After.",
    "(He left.) [She stayed.] “So there!” After.",
    "They say... Or did they?! So it is… After.",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (ReadoutText) text = readout_text_new (texts[i], -1);
      g_autoptr (ReadoutReading) reading = readout_reading_new (text);

      for (guint j = 0; j < reading->sentences->len; j++)
        {
          const ReadoutSentence *sentence
              = &g_array_index (reading->sentences, ReadoutSentence, j);

          check_is_step (
              text, get_tokens_span (reading, sentence->first, sentence->end));
        }
      for (guint j = 0; j < reading->quotations->len; j++)
        {
          const ReadoutQuotation *quotation
              = &g_array_index (reading->quotations, ReadoutQuotation, j);

          check_is_step (
              text,
              get_tokens_span (reading, quotation->first, quotation->end));
        }
    }
}

static const char article[]
    = "LISBON (Newsroom) — Foreign Minister Ilse Varga met Tamar Okoro of the "
      "U.N. on Monday, officials said.\n"
      "\n"
      "“We want peace, and just that,” Varga told him. “It’s ‘time’ to talk. "
      "Isn’t it?” She added: “Let us meet again\n"
      "“and again – soon.”\n"
      "\n"
      "No. 5 of the list (1,250 items; see 3.2) is 王毅’s… or so they say!\n";

/* Whatever word one starts from, and however often it is widened, narrowing
 * towards it goes the same way back. */
static void
test_there_and_back (void)
{
  g_autoptr (ReadoutText) text = readout_text_new (article, -1);
  guint32 length = readout_text_get_length (text);
  guint   n_steps = 0;

  for (guint32 start = 0; start < length; start++)
    for (guint32 n = 1; n < 40 && start + n <= length; n += 6)
      {
        ReadoutSpan origin
            = readout_text_trim (text, READOUT_SPAN (start, start + n));
        ReadoutSpan ladder[16];
        guint       height = 0;

        if (readout_span_is_empty (origin))
          continue;
        ladder[0] = origin;
        for (;;)
          {
            ReadoutSpan next = readout_edits_widen (text, ladder[height]);

            if (readout_span_equal (next, ladder[height]))
              break;
            g_assert_true (readout_span_contains (next, ladder[height]));
            g_assert_cmpuint (readout_span_length (next),
                              >,
                              readout_span_length (ladder[height]));
            g_assert_true (
                readout_span_equal (next, readout_text_trim (text, next)));
            ladder[++height] = next;
            g_assert_cmpuint (height, <, G_N_ELEMENTS (ladder) - 1);
          }
        for (guint i = height; i > 0; i--)
          {
            g_assert_true (readout_span_equal (
                readout_edits_narrow_towards (text, ladder[i], origin),
                ladder[i - 1]));
            n_steps++;
          }
        g_assert_true (readout_span_equal (
            readout_edits_narrow_towards (text, origin, origin), origin));
      }
  g_assert_cmpuint (n_steps, >, 1000);
}

/* Without an origin, narrowing always comes to one word. */
static void
test_narrow (void)
{
  g_autoptr (ReadoutText) text = readout_text_new (article, -1);
  guint32 length = readout_text_get_length (text);

  for (guint32 start = 0; start < length; start += 3)
    {
      ReadoutSpan span = readout_text_trim (text, READOUT_SPAN (start, length));
      guint       n = 0;

      for (;;)
        {
          ReadoutSpan next = readout_edits_narrow (text, span);

          if (readout_span_equal (next, span))
            break;
          g_assert_true (readout_span_contains (span, next));
          span = next;
          g_assert_cmpuint (++n, <, 20);
        }
      for (guint32 i = span.start; i < span.end; i++)
        g_assert_false (g_unichar_isspace (readout_text_get_char (text, i)));
    }
}

/* Each edge can walk through the whole text and back. */
static void
test_walk (void)
{
  g_autoptr (ReadoutText) text = readout_text_new (article, -1);
  guint32     length = readout_text_get_length (text);
  ReadoutSpan span = READOUT_SPAN (0, 1);
  guint       n = 0;

  for (;;)
    {
      ReadoutSpan next = readout_edits_move (text, span, READOUT_EDGE_END, 1);

      if (readout_span_equal (next, span))
        break;
      /* From a stop, back and forth is no move. */
      g_assert_true (
          n == 0
          || readout_span_equal (
              readout_edits_move (text, next, READOUT_EDGE_END, -1), span));
      span = next;
      n++;
    }
  g_assert_cmpuint (span.end, ==, length - 1); /* The last line break. */
  g_assert_true (readout_span_equal (
      readout_edits_move (text, READOUT_SPAN (0, 1), READOUT_EDGE_END, n),
      span));

  span = READOUT_SPAN (length - 2, length - 1);
  g_assert_cmpuint (
      readout_edits_move (text, span, READOUT_EDGE_START, -1000).start, ==, 0);
}

static void
test_manner (void)
{
  static const struct
  {
    const char   *marked;
    ReadoutManner manner;
  } cases[] = {
    { "[“We want peace,”] he said.", READOUT_MANNER_DIRECT },
    { "“We [want] peace,” he said.", READOUT_MANNER_DIRECT },
    { "He said [peace was “near”].", READOUT_MANNER_MIXED },
    { "He said [peace was near].", READOUT_MANNER_INDIRECT },
    { "He said [the minister’s peace was near].", READOUT_MANNER_INDIRECT },
    { "“A” [and] “B”", READOUT_MANNER_INDIRECT },
    { "[\"We want peace\"], he said.", READOUT_MANNER_DIRECT },
    { "[“We go on.\n“And on,”] he said.", READOUT_MANNER_DIRECT },
    { "[«Nous voulons la paix»] dit-il.", READOUT_MANNER_DIRECT },
    { "He said [‘peace’ was near].", READOUT_MANNER_MIXED },
    { "He said ['peace' was near].", READOUT_MANNER_MIXED },
    { "“We go on.\n\n[And end],” he said.", READOUT_MANNER_DIRECT },
    { "[``We want peace,''] he said.", READOUT_MANNER_DIRECT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ReadoutSpan span;
      g_autoptr (ReadoutText) text = parse (cases[i].marked, &span);

      g_assert_cmpint (
          readout_edits_find_manner (text, span), ==, cases[i].manner);
    }
}

/* A paragraph of ten megabytes does not slow a key down, nor do as many short
 * ones.  Says what the slowest key took. */
static void
test_long_text (gconstpointer line)
{
  g_autoptr (GString) string = g_string_new (NULL);
  g_autoptr (ReadoutText) text = NULL;
  ReadoutSpan span = READOUT_SPAN (4000002, 4000006);
  clock_t     slowest = 0;

  while (string->len < 10 * 1000 * 1000)
    g_string_append (string, line);
  text = readout_text_new (string->str, string->len);

  for (guint i = 0; i < 8; i++)
    {
      clock_t start = clock ();

      if (i < 5)
        span = readout_edits_widen (text, span);
      else if (i == 5)
        span = readout_edits_narrow (text, span);
      else if (i == 6)
        span = readout_edits_move (text, span, READOUT_EDGE_END, 10);
      else
        readout_edits_find_manner (text, span);
      slowest = MAX (slowest, clock () - start);
    }
  g_test_message ("slowest key: %.1f ms of the processor",
                  slowest * 1000.0 / CLOCKS_PER_SEC);
  g_assert_false (readout_span_is_empty (span));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edits/units/move", test_move);
  g_test_add_func ("/edits/units/widen", test_widen);
  g_test_add_func ("/edits/units/there-and-back", test_there_and_back);
  g_test_add_func ("/edits/units/narrow", test_narrow);
  g_test_add_func ("/edits/units/walk", test_walk);
  g_test_add_func ("/edits/units/manner", test_manner);
  g_test_add_func ("/edits/units/as-read", test_as_read);
  g_test_add_data_func (
      "/edits/units/long-paragraph", "é word, ", test_long_text);
  g_test_add_data_func ("/edits/units/long-article",
                        "“We want peace,” Amb. Varga told him. “It’s time.”\n",
                        test_long_text);
  return g_test_run ();
}
