/* english.c: whether a text is in English
 *
 * By the commonest words, which in running text make up a third and more of
 * all words whatever it is about: those of English against those of some
 * thirty other languages in Latin letters (Ingle 1976 is the first to tell
 * languages so; Grefenstette 1995 compares it with letter trigrams, which need
 * tables and gain only below a dozen words).  Words with a capital are left
 * out, as names and the nouns of German tell nothing.  A text mostly in other
 * letters needs no words.
 *
 * Each line is judged by itself, and a line too short for that by its
 * neighbours, so that an article in two languages is told from one in
 * another.
 *
 * Limits: a language that is not in the table is noticed where a line has
 * forty words and hardly one that is English; words of another language
 * inside an English line are not noticed at all.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "language/english.h"

#include "language/word-groups.h"
#include "language/work.h"

/* Below so many words their shares say nothing. */
#define MIN_WORDS 12

/* From so many words on the mere lack of English is telling. */
#define MIN_WORDS_LACK 40

/* So many small English words, and hardly one of another language among them,
 * decide upon a line; the rest of it is not read. */
#define ENOUGH_WORDS 8

/* The longest word of the groups, in bytes, with its NUL. */
#define MAX_WORD 16

/* English prose has 40 to 55 of its common words in 100 small words, and lines
 * of figures some 10; other languages stay below 5.  Of the common words of
 * other languages English has hardly one in 100 small words, prose in those
 * languages 20 to 50. */
#define MIN_SHARE_OTHER 0.12
#define MAX_SHARE_LACK 0.06

/* Which part of a text may be in another language without a word about it,
 * and in which the rest is not worth reading. */
#define SHARE_PARTLY 0.1
#define SHARE_NOT 0.8

typedef enum
{
  LINE_UNDECIDED,
  LINE_ENGLISH,
  LINE_OTHER
} LineKind;

/* What is counted of a stretch of text.  A small word starts with a small
 * letter. */
typedef struct
{
  guint n_words;
  guint n_small;
  guint n_capitals; /* Words in capitals throughout. */
  guint english;
  guint other;
  guint english_small;
  guint other_small;
  guint n_letters;
  guint n_far_letters; /* Not Latin. */
} Counts;

/* The word that is being read, letter by letter. */
typedef struct
{
  char     lower[MAX_WORD + 6];
  guint    n_bytes;
  guint    n_letters;
  guint    n_upper;
  gboolean small; /* Its first letter is. */
} Word;

typedef struct
{
  const char *start;
  const char *end;
  LineKind    kind;
} Line;

static gboolean
is_line_break (gunichar c)
{
  return (c >= '\n' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/* Letters of the Latin script, those of Vietnamese included. */
static gboolean
is_latin (gunichar c)
{
  return c < 0x250 || (c >= 0x1e00 && c < 0x1f00);
}

static void
count_word (Counts *counts, const char *word, gboolean small, gboolean capitals)
{
  guint16  groups = readout_word_groups_find (word);
  gboolean english = readout_word_set_has (groups, READOUT_WORDS_ENGLISH_WORDS);
  gboolean other
      = !english && readout_word_set_has (groups, READOUT_WORDS_FOREIGN_WORDS);

  counts->n_words++;
  counts->n_small += small ? 1 : 0;
  counts->n_capitals += capitals ? 1 : 0;
  counts->english += english ? 1 : 0;
  counts->other += other ? 1 : 0;
  counts->english_small += english && small ? 1 : 0;
  counts->other_small += other && small ? 1 : 0;
}

static void
add_letter (Word *word, gunichar c, gboolean upper)
{
  if (word->n_letters == 0)
    word->small = !upper;
  word->n_letters++;
  word->n_upper += upper ? 1 : 0;
  /* What is too long to be in a table still is a word. */
  if (word->n_bytes < MAX_WORD)
    word->n_bytes += g_unichar_to_utf8 (upper ? g_unichar_tolower (c) : c,
                                        word->lower + word->n_bytes);
}

/* Counts a word that has come to its end, and makes room for the next one. */
static void
end_word (Word *word, Counts *counts)
{
  gboolean capitals = word->n_letters > 1 && word->n_upper == word->n_letters;

  word->lower[word->n_bytes] = '\0';
  count_word (counts, word->lower, word->small, capitals);
  word->n_bytes = word->n_upper = word->n_letters = 0;
}

/* Whether the rest of the line could not make it anything but English. */
static gboolean
is_english_enough (const Counts *counts)
{
  return counts->english_small >= ENOUGH_WORDS && counts->n_small >= MIN_WORDS
         && counts->english_small > 4 * counts->other_small
         && counts->n_far_letters == 0;
}

static void
count_words (Counts       *counts,
             const char   *p,
             const char   *end,
             GCancellable *cancellable)
{
  Word  word = { 0 };
  guint done = 0;

  for (;; p = g_utf8_next_char (p))
    {
      gunichar c = p < end ? g_utf8_get_char (p) : 0;
      gboolean ascii = c < 0x80;

      if (ascii ? g_ascii_isalpha (c) : g_unichar_isalpha (c))
        {
          add_letter (
              &word, c, ascii ? g_ascii_isupper (c) : g_unichar_isupper (c));
          counts->n_letters++;
          counts->n_far_letters += is_latin (c) ? 0 : 1;
        }
      else if (word.n_letters > 0)
        {
          end_word (&word, counts);
          if (is_english_enough (counts))
            return;
        }
      if (p >= end || readout_work_is_cancelled (cancellable, done++))
        break;
    }
}

static LineKind
judge (const Counts *counts)
{
  guint n = counts->n_small;
  guint english = counts->english_small;
  guint other = counts->other_small;

  if (counts->n_letters >= MIN_WORDS
      && counts->n_far_letters * 2 > counts->n_letters)
    return LINE_OTHER;

  /* All in capitals. */
  if (counts->n_capitals * 2 > counts->n_words)
    {
      n = counts->n_words;
      english = counts->english;
      other = counts->other;
    }

  if (n < MIN_WORDS)
    return LINE_UNDECIDED;
  if (other > english && other > n * MIN_SHARE_OTHER)
    return LINE_OTHER;
  if (n >= MIN_WORDS_LACK && english < n * MAX_SHARE_LACK)
    return LINE_OTHER;

  return LINE_ENGLISH;
}

/* Gives a kind to lines that are too short to have one of their own: that of
 * their neighbours, where these are of the same kind. */
static void
spread_kinds (GArray *lines)
{
  LineKind before = LINE_UNDECIDED;

  for (guint i = 0; i < lines->len;)
    {
      LineKind after = LINE_UNDECIDED;
      guint    end = i;

      while (end < lines->len
             && g_array_index (lines, Line, end).kind == LINE_UNDECIDED)
        end++;
      if (end < lines->len)
        after = g_array_index (lines, Line, end).kind;

      for (; i < end; i++)
        if (before != LINE_ENGLISH && after != LINE_ENGLISH
            && (before == LINE_OTHER || after == LINE_OTHER))
          g_array_index (lines, Line, i).kind = LINE_OTHER;

      before = after;
      i++;
    }
}

/* The lines between @p and @end with their kinds; @total counts all. */
static GArray *
judge_lines (const char   *p,
             const char   *end,
             Counts       *total,
             GCancellable *cancellable)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));
  guint   done = 0;

  while (p < end && !g_cancellable_is_cancelled (cancellable))
    {
      Line   line = { p, p, LINE_UNDECIDED };
      Counts counts = { 0 };

      while (line.end < end && !is_line_break (g_utf8_get_char (line.end))
             && !readout_work_is_cancelled (cancellable, done++))
        line.end = g_utf8_next_char (line.end);
      if (line.end > line.start)
        {
          count_words (&counts, line.start, line.end, cancellable);
          line.kind = judge (&counts);
          g_array_append_val (lines, line);
        }

      total->n_words += counts.n_words;
      total->n_small += counts.n_small;
      total->n_capitals += counts.n_capitals;
      total->english += counts.english;
      total->other += counts.other;
      total->english_small += counts.english_small;
      total->other_small += counts.other_small;
      total->n_letters += counts.n_letters;
      total->n_far_letters += counts.n_far_letters;
      p = line.end < end ? g_utf8_next_char (line.end) : end;
    }
  spread_kinds (lines);

  return lines;
}

static ReadoutEnglish
judge_whole (const GArray *lines, const Counts *total)
{
  gsize n_english = 0;
  gsize n_other = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);

      if (line->kind == LINE_OTHER)
        n_other += line->end - line->start;
      else if (line->kind == LINE_ENGLISH)
        n_english += line->end - line->start;
    }

  if (n_english + n_other == 0)
    return judge (total) == LINE_OTHER ? READOUT_ENGLISH_NOT
                                       : READOUT_ENGLISH_WHOLLY;
  if (n_other > (n_english + n_other) * SHARE_NOT)
    return READOUT_ENGLISH_NOT;

  return n_other > (n_english + n_other) * SHARE_PARTLY
             ? READOUT_ENGLISH_PARTLY
             : READOUT_ENGLISH_WHOLLY;
}

/**
 * readout_english_judge:
 * @text: an article whose lines are paragraphs, see readout_lines_mend()
 *
 * Returns: whether @text is in English
 */
ReadoutEnglish
readout_english_judge (const ReadoutText *text)
{
  g_autoptr (GArray) lines = NULL;
  Counts      total = { 0 };
  const char *start;
  const char *end;

  g_return_val_if_fail (text != NULL, READOUT_ENGLISH_WHOLLY);

  start = readout_text_get_utf8 (text);
  end = start + readout_text_get_n_bytes (text);
  lines = judge_lines (start, end, &total, NULL);

  return judge_whole (lines, &total);
}

/**
 * readout_english_keep:
 * @text: an article whose lines are paragraphs
 * @cancellable: (nullable): to stop it
 *
 * Blanks out the paragraphs in another language of an article that has English
 * ones beside them.  An article without English is left as it is: who wants to
 * see it read all the same gets what there is.
 *
 * Returns: (transfer full): a text with as many code points as @text; @text
 *   itself where there is nothing to blank out, or if cancelled
 */
ReadoutText *
readout_english_keep (ReadoutText *text, GCancellable *cancellable)
{
  g_autoptr (GArray) lines = NULL;
  g_autoptr (GString) copy = NULL;
  Counts      total = { 0 };
  gboolean    changed = FALSE;
  const char *done;
  const char *end;

  g_return_val_if_fail (text != NULL, NULL);

  done = readout_text_get_utf8 (text);
  end = done + readout_text_get_n_bytes (text);
  lines = judge_lines (done, end, &total, cancellable);
  for (guint i = 0; i < lines->len && !changed; i++)
    changed = g_array_index (lines, Line, i).kind == LINE_OTHER;
  if (!changed || g_cancellable_is_cancelled (cancellable)
      || judge_whole (lines, &total) == READOUT_ENGLISH_NOT)
    return readout_text_ref (text);

  copy = g_string_sized_new (end - done);
  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);

      if (readout_work_is_cancelled (cancellable, i))
        return readout_text_ref (text);
      if (line->kind != LINE_OTHER)
        continue;
      g_string_append_len (copy, done, line->start - done);
      for (const char *p = line->start; p < line->end; p = g_utf8_next_char (p))
        g_string_append_c (copy, ' ');
      done = line->end;
    }
  g_string_append_len (copy, done, end - done);

  return readout_text_new (copy->str, copy->len);
}
