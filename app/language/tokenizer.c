/* tokenizer.c: text to tokens
 *
 * Splits at white space, then: runs of letters and digits stay whole, with
 * the apostrophe of O'Brien inside; numbers keep their inner points and commas
 * and the letters behind them (3,500 and 27th); initials such as U.S. keep
 * their points; clitics ('s, n't, 'll) are tokens of their own; every other
 * sign stands alone, hyphens included.  That way nearly every edge of a name
 * is the edge of a token, and each later step decides by itself whether
 * "U.S.-led" or "al-Nasser" are one thing or three.
 *
 * Scripts without spaces between words come out as long tokens; the detector
 * knows English only.  One pass, with at most four characters of looking ahead.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "language/tokenizer.h"

#include <string.h>

#include "language/word-groups.h"
#include "language/work.h"

/* How much of a token is interned, in bytes: a sentence without spaces has some
 * hundred, but a text may be one token, and each step hashes and compares it.
 */
#define MAX_LOWER 1024

typedef enum
{
  CLASS_SPACE,
  CLASS_BREAK,
  CLASS_LETTER,
  CLASS_DIGIT,
  CLASS_JOINER, /* Invisible: part of a word inside one, else space. */
  CLASS_APOSTROPHE,
  CLASS_SIGN
} CharClass;

/* Where the walk stands; @at is the code point offset of @p, and @done goes up
 * with each character, as the whole text may be one token. */
typedef struct
{
  const char   *start;
  const char   *end;
  const char   *p;
  guint32       at;
  guint         done;
  GCancellable *cancellable;
} Cursor;

static CharClass
classify (gunichar c)
{
  if (c < 0x80)
    {
      if (g_ascii_isalpha (c))
        return CLASS_LETTER;
      if (g_ascii_isdigit (c))
        return CLASS_DIGIT;
      if (c == '\n' || c == '\r' || c == '\f' || c == '\v')
        return CLASS_BREAK;
      if (c <= ' ' || c == 0x7f)
        return CLASS_SPACE;
      return c == '\'' ? CLASS_APOSTROPHE : CLASS_SIGN;
    }

  if (c == 0x2019)
    return CLASS_APOSTROPHE;

  switch (g_unichar_type (c))
    {
    case G_UNICODE_UPPERCASE_LETTER:
    case G_UNICODE_LOWERCASE_LETTER:
    case G_UNICODE_TITLECASE_LETTER:
    case G_UNICODE_MODIFIER_LETTER:
    case G_UNICODE_OTHER_LETTER:
    case G_UNICODE_NON_SPACING_MARK:
    case G_UNICODE_SPACING_MARK:
    case G_UNICODE_ENCLOSING_MARK:
      return CLASS_LETTER;
    case G_UNICODE_DECIMAL_NUMBER:
    case G_UNICODE_LETTER_NUMBER:
    case G_UNICODE_OTHER_NUMBER:
      return CLASS_DIGIT;
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
      return CLASS_BREAK;
    case G_UNICODE_SPACE_SEPARATOR:
      return CLASS_SPACE;
    case G_UNICODE_FORMAT:
    case G_UNICODE_CONTROL:
      return c == 0x85 ? CLASS_BREAK : CLASS_JOINER;
    default:
      return CLASS_SIGN;
    }
}

static inline gunichar
char_at (const Cursor *cursor, const char *p)
{
  return p < cursor->end ? g_utf8_get_char (p) : 0;
}

static inline CharClass
class_at (const Cursor *cursor, const char *p)
{
  return p < cursor->end ? classify (g_utf8_get_char (p)) : CLASS_BREAK;
}

static inline gboolean
is_word_class (CharClass class)
{
  return class == CLASS_LETTER || class == CLASS_DIGIT;
}

static inline gboolean
is_cancelled (Cursor *cursor)
{
  return readout_work_is_cancelled (cursor->cancellable, cursor->done++);
}

static inline void
step (Cursor *cursor)
{
  cursor->p = g_utf8_next_char (cursor->p);
  cursor->at++;
}

/* The number of letters of the clitic that stands behind an apostrophe at
 * @p - 1, or 0 if there is none. */
static guint
clitic_length (const Cursor *cursor, const char *p)
{
  const char *const *clitics
      = readout_word_group_get_words (READOUT_WORDS_CLITICS);

  for (; *clitics != NULL; clitics++)
    {
      gsize length = strlen (*clitics);

      if ((gsize)(cursor->end - p) >= length
          && g_ascii_strncasecmp (p, *clitics, length) == 0
          && !is_word_class (class_at (cursor, p + length)))
        return length;
    }

  return 0;
}

/* The end of initials that start at the cursor ("U.S.", "a.m."), or NULL.  All
 * of them are single letters with a point between; the last point may be
 * missing where they are capitals.  One character is one code point here, so
 * @n_chars is counted along. */
static const char *
find_initials_end (Cursor *cursor, guint32 *n_chars)
{
  const char *p = cursor->p;
  const char *end = NULL;
  gboolean    upper = TRUE;
  guint32     n = 0;
  guint       letters = 0;

  while (class_at (cursor, p) == CLASS_LETTER && !is_cancelled (cursor))
    {
      const char *point = g_utf8_next_char (p);

      upper = upper && g_unichar_isupper (char_at (cursor, p));
      if (char_at (cursor, point) == '.')
        {
          letters++;
          n += 2;
          p = point + 1;
          if (letters >= 2)
            {
              end = p;
              *n_chars = n;
            }
        }
      else
        {
          if (letters >= 1 && upper
              && !is_word_class (class_at (cursor, point)))
            {
              end = point;
              *n_chars = n + 1;
            }
          break;
        }
    }

  return end;
}

/* Moves the cursor behind the word at it. */
static void
walk_word (Cursor *cursor)
{
  const char *first = cursor->p;
  const char *before = NULL; /* The character before the cursor. */

  while (cursor->p < cursor->end && !is_cancelled (cursor))
    {
      CharClass class = class_at (cursor, cursor->p);

      if (class == CLASS_APOSTROPHE && before != NULL)
        {
          const char *next = g_utf8_next_char (cursor->p);
          guint       length = clitic_length (cursor, next);

          if (length == 1 && (*next == 't' || *next == 'T')
              && (*before == 'n' || *before == 'N') && before > first)
            {
              /* "did" and "n't". */
              cursor->p = before;
              cursor->at--;
              return;
            }
          if (length > 0 || class_at (cursor, next) != CLASS_LETTER)
            return;
        }
      else if (class == CLASS_JOINER)
        {
          if (!is_word_class (class_at (cursor, g_utf8_next_char (cursor->p))))
            return;
        }
      else if (!is_word_class (class))
        {
          return;
        }

      before = cursor->p;
      step (cursor);
    }
}

static void
walk_number (Cursor *cursor)
{
  while (cursor->p < cursor->end && !is_cancelled (cursor))
    {
      CharClass class = class_at (cursor, cursor->p);

      if (class == CLASS_LETTER)
        {
          walk_word (cursor);
          return;
        }
      if (class != CLASS_DIGIT
          && !((*cursor->p == '.' || *cursor->p == ',')
               && class_at (cursor, cursor->p + 1) == CLASS_DIGIT))
        return;

      step (cursor);
    }
}

/* Whether n't stands at the cursor, which walk_word() has left there. */
static gboolean
at_negation (const Cursor *cursor)
{
  const char *apostrophe = cursor->p + 1;

  return (*cursor->p == 'n' || *cursor->p == 'N')
         && class_at (cursor, apostrophe) == CLASS_APOSTROPHE
         && clitic_length (cursor, g_utf8_next_char (apostrophe)) == 1
         && g_ascii_tolower (*g_utf8_next_char (apostrophe)) == 't';
}

/* Adds the lower-case form of what is from @p to the cursor to the interned
 * strings, and the flags that can be read off the letters. */
static const char *
intern (const Cursor *cursor,
        GStringChunk *strings,
        GString      *scratch,
        const char   *p,
        guint32      *flags)
{
  const char *end = p + MIN (cursor->p - p, MAX_LOWER);
  guint       n_letters = 0;
  guint       n_upper = 0;

  g_string_truncate (scratch, 0);
  while (p < end)
    {
      gunichar c = g_utf8_get_char (p);
      gboolean upper;

      if (c < 0x80)
        {
          upper = g_ascii_isupper (c);
          n_letters += g_ascii_isalpha (c) ? 1 : 0;
          g_string_append_c (scratch, g_ascii_tolower (c));
        }
      else if (c == 0x2019)
        {
          upper = FALSE;
          g_string_append_c (scratch, '\'');
        }
      else
        {
          upper = g_unichar_isupper (c) || g_unichar_istitle (c);
          n_letters += g_unichar_isalpha (c) ? 1 : 0;
          if (classify (c) != CLASS_JOINER)
            g_string_append_unichar (scratch, g_unichar_tolower (c));
        }

      if (upper && n_letters == 1)
        *flags |= READOUT_TOKEN_CAPITAL;
      n_upper += upper ? 1 : 0;
      p = g_utf8_next_char (p);
    }

  if (n_upper >= 2 && n_upper == n_letters)
    *flags |= READOUT_TOKEN_ALL_CAPS;

  return g_string_chunk_insert_const (strings, scratch->str);
}

static void
step_over (Cursor *cursor, guint n)
{
  for (guint i = 0; i < n; i++)
    step (cursor);
}

/* Moves the cursor behind a second sign that makes one mark with the first,
 * as the quotation marks of TeX are written. */
static void
skip_twin (Cursor *cursor, char sign, const char *first)
{
  if (*first == sign && char_at (cursor, cursor->p) == (gunichar)sign)
    step (cursor);
}

/* Initials, the n't behind a word, or a word. */
static guint32
walk_letters (Cursor *cursor, gboolean space)
{
  guint32     n_chars = 0;
  const char *initials_end = find_initials_end (cursor, &n_chars);

  if (initials_end != NULL)
    {
      cursor->p = initials_end;
      cursor->at += n_chars;
      return READOUT_TOKEN_WORD;
    }

  if (!space && cursor->p > cursor->start && at_negation (cursor)
      && g_ascii_isalpha (cursor->p[-1]))
    {
      step_over (cursor, 3);
      return READOUT_TOKEN_CLITIC;
    }

  walk_word (cursor);

  return READOUT_TOKEN_WORD;
}

/* What hangs on the word before, such as 's, or a mark. */
static guint32
walk_apostrophe (Cursor *cursor, gboolean space)
{
  const char *first = cursor->p;
  guint       length = 0;

  step (cursor);
  if (!space && first != cursor->start)
    length = clitic_length (cursor, cursor->p);
  step_over (cursor, length);
  if (length > 0)
    return READOUT_TOKEN_CLITIC;

  skip_twin (cursor, '\'', first);

  return READOUT_TOKEN_PUNCT;
}

static guint32
walk_sign (Cursor *cursor)
{
  const char *first = cursor->p;

  step (cursor);
  skip_twin (cursor, '`', first);

  return READOUT_TOKEN_PUNCT;
}

/* Moves the cursor behind the token at it; @space tells whether white space
 * stands before it.  Returns its kind. */
static guint32
walk_token (Cursor *cursor, gboolean space)
{
  switch (class_at (cursor, cursor->p))
    {
    case CLASS_LETTER:
      return walk_letters (cursor, space);

    case CLASS_DIGIT:
      walk_number (cursor);
      return READOUT_TOKEN_NUMBER;

    case CLASS_APOSTROPHE:
      return walk_apostrophe (cursor, space);

    case CLASS_SIGN:
      return walk_sign (cursor);

    case CLASS_SPACE:
    case CLASS_BREAK:
    case CLASS_JOINER:
    default:
      g_assert_not_reached ();
    }
}

/**
 * readout_tokenizer_run:
 * @text: the article
 * @strings: where the lower-case forms are interned
 * @tokens: (element-type ReadoutToken): an empty array to be filled
 * @cancellable: (nullable): to stop it
 *
 * Splits @text into tokens.  What is a kilobyte long and more is told by its
 * beginning alone, in `lower` and in its flags.  `sentence` and `quotation` are
 * left for readout_sentences_run() and readout_quotes_run().
 *
 * Returns: %FALSE if cancelled
 */
gboolean
readout_tokenizer_run (const ReadoutText *text,
                       GStringChunk      *strings,
                       GArray            *tokens,
                       GCancellable      *cancellable)
{
  g_autoptr (GString) scratch = NULL;
  Cursor  cursor;
  guint32 before = READOUT_TOKEN_LINE;

  g_return_val_if_fail (text != NULL && strings != NULL, FALSE);
  g_return_val_if_fail (tokens != NULL && tokens->len == 0, FALSE);

  scratch = g_string_sized_new (64);
  cursor.start = readout_text_get_utf8 (text);
  cursor.end = cursor.start + readout_text_get_n_bytes (text);
  cursor.p = cursor.start;
  cursor.at = 0;
  cursor.done = 0;
  cursor.cancellable = cancellable;

  while (cursor.p < cursor.end)
    {
      CharClass class = class_at (&cursor, cursor.p);
      ReadoutToken token = { 0 };
      const char  *first;

      if (is_cancelled (&cursor))
        return FALSE;
      if (class == CLASS_BREAK || class == CLASS_SPACE || class == CLASS_JOINER)
        {
          before |= READOUT_TOKEN_SPACE;
          if (class == CLASS_BREAK)
            before |= READOUT_TOKEN_LINE;
          step (&cursor);
          continue;
        }

      first = cursor.p;
      token.span.start = cursor.at;
      token.byte = first - cursor.start;
      token.flags = before;
      token.flags |= walk_token (&cursor, (before & READOUT_TOKEN_SPACE) != 0);
      token.span.end = cursor.at;
      token.n_bytes = cursor.p - first;
      token.quotation = -1;
      token.lower = intern (&cursor, strings, scratch, first, &token.flags);
      token.groups = readout_word_groups_find (token.lower);
      g_array_append_val (tokens, token);
      before = 0;
    }

  return TRUE;
}
