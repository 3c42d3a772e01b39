/* lines.c: the lines of a text as they were meant
 *
 * All that follows takes every line for a paragraph.  Two kinds of text break
 * that habit: wire copies and mails, whose lines are broken at a fixed width
 * within a paragraph, and tables, whose cells stand side by side on a line.
 * Here a copy is made in which the breaks of the first kind are blanks and the
 * gaps of the second kind are line breaks.  One character stands for one, so
 * every offset means the same in both texts.
 *
 * A text counts as broken at a fixed width if most of its lines are so long
 * that the first word of the next one would have gone beyond the width that
 * hardly any line exceeds, and most of them end within a sentence.  A short
 * line still ends a paragraph then, and so does an indentation or the sign of
 * a list behind it.
 *
 * A line is a row of a table if it has two gaps or more (a tabulator, three
 * blanks, an upright stroke), or one like the line above or below, and short
 * cells between them.
 *
 * Limits: a word that is parted by a hyphen at the end of a line stays two; a
 * text with a blank line after each broken line is left as it is.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "language/lines.h"

#include <string.h>

#include "language/work.h"

/* Widths that wire copies, mails and narrow columns are broken at, in
 * characters. */
#define MIN_WIDTH 28
#define MAX_WIDTH 120

/* How many characters a line may be shorter than the width without being the
 * last of its paragraph: not every program that breaks lines is strict. */
#define SLACK 4

/* So many blanks make a gap between two cells. */
#define GAP 3

/* How long the cells of a row are at most on average, in characters. */
#define MAX_CELL 48

/* A longer line, in bytes, is a paragraph whatever it holds. */
#define MAX_LINE 800

/* Below so many breaks within paragraphs lengths prove little: then each line
 * has to be this long, and the next one to start with a small letter. */
#define MIN_BREAKS 3
#define MIN_LONE_WIDTH 40

typedef struct
{
  const char *start; /* Behind its indentation. */
  const char *end;   /* Before the blanks at its end. */
  guint32     indent;
  guint32     length;     /* Up to its end, the indentation included. */
  guint32     first_word; /* The length of its first word. */
  guint32     n_gaps;
  gboolean    goes_on; /* Starts as the middle of a sentence does. */
  gboolean    stops;   /* Ends as a sentence does. */
  gboolean    is_item; /* Starts with the sign of a list. */
} Line;

static gboolean
is_break (gunichar c)
{
  return (c >= '\n' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
}

static gboolean
is_blank (gunichar c)
{
  return c == ' ' || c == '\t' || c == 0xa0 || c == 0x3000;
}

static gboolean
is_upright (const char *p, const char *start, const char *end)
{
  return *p == '|' && (p == start || is_blank ((guchar)p[-1]))
         && (p + 1 == end || is_blank ((guchar)p[1]));
}

/* The gap between two cells that starts at @p, or NULL. */
static const char *
find_gap_end (const char *p, const char *start, const char *end)
{
  gboolean has_tab = FALSE;
  guint    n = 0;

  if (is_upright (p, start, end))
    return p + 1;

  while (p < end && is_blank (g_utf8_get_char (p)))
    {
      has_tab |= *p == '\t';
      n++;
      p = g_utf8_next_char (p);
    }

  return p < end && (has_tab || n >= GAP) ? p : NULL;
}

static gboolean
is_stop (gunichar c)
{
  return c == '.' || c == '!' || c == '?' || c == ':' || c == 0x2026;
}

/* Whether the line that ends at @end does so behind a sentence's end, which
 * may have closing marks behind it. */
static gboolean
ends_sentence (const char *start, const char *end)
{
  for (guint i = 0; i < 4 && end > start; i++)
    {
      gunichar c;

      end = g_utf8_prev_char (end);
      c = g_utf8_get_char (end);
      if (is_stop (c))
        return TRUE;
      if (c != '"' && c != '\'' && c != ')' && c != ']' && c != 0x201d
          && c != 0x2019 && c != 0xbb)
        return FALSE;
    }

  return FALSE;
}

/* Whether a sign of a list stands at the start: "* ", "- ", a bullet. */
static gboolean
begins_item (const char *start, const char *end)
{
  return end - start >= 2
         && (g_utf8_get_char (start) == 0x2022
             || (strchr ("*->#", *start) != NULL && start[1] == ' '));
}

/* Counts the gaps and the letters of a line, and the length of its first
 * word; returns whether it has none but capitals. */
static gboolean
read_letters (Line *line, const char *start, const char *end)
{
  gboolean first = TRUE;
  gboolean has_small = FALSE;
  guint    n_letters = 0;

  for (const char *p = start; p < end;)
    {
      const char *gap = NULL;
      gunichar    c;

      /* By far the most. */
      if (g_ascii_isalpha (*p) && n_letters > 0)
        {
          has_small |= *p >= 'a';
          line->first_word += first ? 1 : 0;
          p++;
          continue;
        }

      c = g_utf8_get_char (p);
      if (is_blank (c) || c == '|')
        gap = find_gap_end (p, start, end);
      line->n_gaps += gap != NULL ? 1 : 0;
      first = first && !is_blank (c);
      line->first_word += first ? 1 : 0;
      n_letters += g_unichar_isalpha (c) ? 1 : 0;
      has_small |= g_unichar_isalpha (c) && g_unichar_islower (c);
      p = gap != NULL ? gap : g_utf8_next_char (p);
    }

  return n_letters > 0 && !has_small;
}

/* Fills in what can be read off the line from @start to @end, which has no
 * blanks at its two ends. */
static void
read_line (Line *line, const char *start, const char *end)
{
  gunichar first;

  line->start = start;
  line->end = end;
  if (end - start > MAX_LINE)
    {
      line->length = MAX_LINE;
      return;
    }

  line->length = line->indent + g_utf8_strlen (start, end - start);
  line->stops = ends_sentence (start, end);
  first = start < end ? g_utf8_get_char (start) : 0;

  /* In capitals nothing tells the middle of a sentence. */
  line->goes_on = read_letters (line, start, end)
                  || (g_unichar_isalpha (first) && g_unichar_islower (first));
  line->is_item = begins_item (start, end);
}

/* Appends the lines of @text; one without any visible character is empty. */
static GArray *
split_lines (const ReadoutText *text, GCancellable *cancellable)
{
  GArray     *lines = g_array_new (FALSE, TRUE, sizeof (Line));
  const char *p = readout_text_get_utf8 (text);
  const char *end = p + readout_text_get_n_bytes (text);
  guint       done = 0;

  while (p < end && !g_cancellable_is_cancelled (cancellable))
    {
      Line        line = { 0 };
      const char *start;
      const char *stop;

      while (p < end && is_blank (g_utf8_get_char (p))
             && !readout_work_is_cancelled (cancellable, done++))
        {
          line.indent++;
          p = g_utf8_next_char (p);
        }

      start = stop = p;
      while (p < end && !is_break (g_utf8_get_char (p))
             && !readout_work_is_cancelled (cancellable, done++))
        {
          gboolean blank = is_blank (g_utf8_get_char (p));

          p = g_utf8_next_char (p);
          if (!blank)
            stop = p;
        }
      read_line (&line, start, stop);
      g_array_append_val (lines, line);

      if (p < end)
        p = *p == '\r' && p + 1 < end && p[1] == '\n' ? p + 2
                                                      : g_utf8_next_char (p);
    }

  return lines;
}

static gboolean
is_empty (const Line *line)
{
  return line->start == line->end;
}

static gboolean
is_row (const GArray *lines, guint at)
{
  const Line *line = &g_array_index (lines, Line, at);

  if (line->n_gaps == 0 || line->length > (line->n_gaps + 1) * MAX_CELL)
    return FALSE;

  return line->n_gaps >= 2
         || (at > 0 && g_array_index (lines, Line, at - 1).n_gaps > 0)
         || (at + 1 < lines->len
             && g_array_index (lines, Line, at + 1).n_gaps > 0);
}

/* Whether a paragraph could go on from line @at to the next. */
static gboolean
could_go_on (const GArray *lines, guint at)
{
  const Line *line = &g_array_index (lines, Line, at);
  const Line *next = line + 1;

  return at + 1 < lines->len && !is_empty (line) && !is_empty (next)
         && !next->is_item && next->indent < line->indent + 2
         && !is_row (lines, at) && !is_row (lines, at + 1);
}

static gboolean
is_full (const Line *line, guint32 width)
{
  return line->length + 1 + line[1].first_word > width;
}

/* What speaks for and against a text broken at a width. */
typedef struct
{
  guint32 n_breaks; /* Where a paragraph could go on. */
  guint32 n_lines;  /* Those that are not empty. */
  guint32 n_long;
  guint32 n_full;     /* Of the breaks, where the next word had no room. */
  guint32 n_within;   /* Of these, inside a sentence. */
  guint32 n_going_on; /* Of these, before a small letter. */
} Breaks;

/* The length that one in twenty of the lines that could go on exceeds, or 0 if
 * it is none that texts are broken at; counts lines and breaks. */
static guint32
propose_width (const GArray *lines, Breaks *breaks, GCancellable *cancellable)
{
  g_autofree guint32 *counts = g_new0 (guint32, MAX_WIDTH + 2);
  guint32             width = MAX_WIDTH + 1;

  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);

      if (readout_work_is_cancelled (cancellable, i))
        break;
      breaks->n_lines += is_empty (line) ? 0 : 1;
      if (!could_go_on (lines, i))
        continue;
      counts[MIN (line->length, MAX_WIDTH + 1)]++;
      breaks->n_breaks++;
    }
  if (breaks->n_breaks == 0)
    return 0;

  for (guint32 over = 0; width > 0; width--)
    {
      over += counts[width];
      if (over * 20 > breaks->n_breaks)
        break;
    }

  return width >= MIN_WIDTH && width <= MAX_WIDTH ? width : 0;
}

static void
count_breaks (const GArray *lines,
              guint32       width,
              Breaks       *breaks,
              GCancellable *cancellable)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);

      if (readout_work_is_cancelled (cancellable, i))
        break;
      breaks->n_long += line->length > width + 2 * SLACK ? 1 : 0;
      if (!could_go_on (lines, i) || !is_full (line, width - SLACK))
        continue;
      breaks->n_full++;
      breaks->n_within += line->stops ? 0 : 1;
      breaks->n_going_on += !line->stops && line[1].goes_on ? 1 : 0;
    }
}

/* The width that the lines are broken at, or 0 if each is a paragraph. */
static guint32
find_width (const GArray *lines, GCancellable *cancellable)
{
  Breaks   breaks = { 0 };
  guint32  width = propose_width (lines, &breaks, cancellable);
  gboolean broken;

  if (width == 0)
    return 0;

  count_breaks (lines, width, &breaks, cancellable);
  if (breaks.n_breaks < MIN_BREAKS)
    broken = width >= MIN_LONE_WIDTH && breaks.n_long == 0
             && breaks.n_going_on == breaks.n_breaks;
  else
    broken = breaks.n_long * 20 <= breaks.n_lines && breaks.n_full >= MIN_BREAKS
             && breaks.n_full * 2 >= breaks.n_breaks
             && breaks.n_within * 5 >= breaks.n_full * 3
             && breaks.n_going_on * 4 >= breaks.n_full;

  return broken ? width : 0;
}

static gboolean
is_joined (const GArray *lines, guint at, guint32 width)
{
  const Line *line = &g_array_index (lines, Line, at);

  return width > 0 && could_go_on (lines, at)
         && (is_full (line, width - SLACK)
             || (!line->stops && line[1].goes_on && line->length * 2 > width));
}

/* Copies what stands between @p and @end with a blank for each break. */
static void
append_blanks (GString *copy, const char *p, const char *end)
{
  for (; p < end; p = g_utf8_next_char (p))
    g_string_append_c (copy, ' ');
}

static void
append_row (GString *copy, const Line *line)
{
  for (const char *p = line->start; p < line->end;)
    {
      const char *next = g_utf8_next_char (p);
      const char *gap = NULL;

      if (is_blank (g_utf8_get_char (p)) || *p == '|')
        gap = find_gap_end (p, line->start, line->end);
      if (gap == NULL)
        {
          g_string_append_len (copy, p, next - p);
          p = next;
          continue;
        }

      g_string_append_c (copy, '\n');
      append_blanks (copy, next, gap);
      p = gap;
    }
}

/**
 * readout_lines_mend:
 * @text: the article
 * @cancellable: (nullable): to stop it
 *
 * Joins lines that are broken at a fixed width, and parts the cells of tables.
 * Takes time proportional to the length of the text.
 *
 * Returns: (transfer full): a text with as many code points as @text; @text
 *   itself where there is nothing to mend, or if cancelled
 */
ReadoutText *
readout_lines_mend (ReadoutText *text, GCancellable *cancellable)
{
  g_autoptr (GArray) lines = NULL;
  g_autoptr (GString) copy = NULL;
  guint32     width;
  gboolean    changed = FALSE;
  const char *done;
  const char *end;

  g_return_val_if_fail (text != NULL, NULL);

  lines = split_lines (text, cancellable);
  if (g_cancellable_is_cancelled (cancellable))
    return readout_text_ref (text);

  width = find_width (lines, cancellable);
  for (guint i = 0; i < lines->len && !changed
                    && !readout_work_is_cancelled (cancellable, i);
       i++)
    changed = is_row (lines, i) || is_joined (lines, i, width);
  if (!changed)
    return readout_text_ref (text);

  done = readout_text_get_utf8 (text);
  end = done + readout_text_get_n_bytes (text);
  copy = g_string_sized_new (end - done);
  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);

      if (readout_work_is_cancelled (cancellable, i))
        return readout_text_ref (text);
      if (is_row (lines, i))
        {
          g_string_append_len (copy, done, line->start - done);
          append_row (copy, line);
          done = line->end;
        }
      else if (is_joined (lines, i, width))
        {
          g_string_append_len (copy, done, line->end - done);
          append_blanks (copy, line->end, line[1].start);
          done = line[1].start;
        }
    }
  g_string_append_len (copy, done, end - done);

  return readout_text_new (copy->str, copy->len);
}
