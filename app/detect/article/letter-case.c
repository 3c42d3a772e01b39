/* letter-case.c: small letters for what is written in capitals
 *
 * A headline in capitals, and an article that has no other letters, hide what
 * names are found by.  Here a copy is made in which such lines are written as
 * a sentence is: "BERG MEETS VELK IN OSLO" as "Berg meets Velk in Oslo" (true
 * casing, Lita and others 2003).  Each word takes the case that it has
 * elsewhere in the article inside a sentence; failing that the lists tell
 * names, acronyms and common words apart, and a word that nobody knows is a
 * name if the large lists are at hand, and else only beside one.
 *
 * In a headline in title case ("Ada Berg Meets Tomas Velk") a word keeps its
 * capital unless it parts names, or the article has it in small letters.
 *
 * One character stands for one, so every offset means the same in both texts.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-detect"

#include "config.h"

#include "detect/article/letter-case.h"

#include <string.h>

#include "detect/words/cue-lexicon.h"
#include "detect/words/meeting-lexicon.h"
#include "language/dates-words.h"
#include "language/lexicon.h"
#include "language/tokenizer.h"
#include "language/word-groups.h"
#include "language/work.h"
#include "tagger/crf/hash.h"

/* A line in capitals has so many words and more, so that an acronym or a place
 * at the head of a paragraph is none. */
#define MIN_WORDS 3

/* How long a headline is at most, in bytes. */
#define MAX_HEADLINE 240

/* How far the name of a speaker in capitals goes, in characters. */
#define MAX_SPEAKER 40

#define NAMES                                                                  \
  (READOUT_LEXICON_COUNTRY | READOUT_LEXICON_NATIONALITY                       \
   | READOUT_LEXICON_CAPITAL | READOUT_LEXICON_CITY | READOUT_LEXICON_REGION   \
   | READOUT_LEXICON_SUBDIVISION | READOUT_LEXICON_ORGANIZATION                \
   | READOUT_LEXICON_EVENT | READOUT_LEXICON_MISC | READOUT_LEXICON_HONORIFIC)

#define COMMON                                                                 \
  (READOUT_LEXICON_FUNCTION_WORD | READOUT_LEXICON_OFFICE                      \
   | READOUT_LEXICON_MODIFIER | READOUT_LEXICON_PERSON_NOUN                    \
   | READOUT_LEXICON_ORGANIZATION_HEAD | READOUT_LEXICON_FACILITY_HEAD         \
   | READOUT_LEXICON_EVENT_HEAD | READOUT_LEXICON_PLACE_HEAD)

typedef enum
{
  CASE_UNKNOWN,
  CASE_SMALL,
  CASE_NAME, /* A capital and small letters. */
  CASE_KEPT, /* An acronym. */
} Case;

/* How often a word is written in which way where the case means something. */
typedef struct
{
  guint32 small;
  guint32 capital;
  guint32 kept;
} Uses;

typedef enum
{
  LINE_PLAIN,
  LINE_CAPITALS, /* THE BRIDGE REOPENS */
  LINE_TITLE,    /* The Bridge Reopens */
  LINE_SHORT,    /* NATO: in capitals, but too short to say why */
} LineKind;

/* A line that is no plain one, or the speaker at its head, in bytes. */
typedef struct
{
  gsize    start;
  gsize    end;
  LineKind kind;
} Stretch;

typedef struct
{
  const ReadoutLexicon   *lexicon;
  const ReadoutGazetteer *lists;
  GArray                 *tokens;      /* ReadoutToken */
  GHashTable             *uses;        /* const char * to Uses */
  guint8                 *cases;       /* Case of each token. */
  guint8                 *inside;      /* LineKind of each token. */
  GCancellable           *cancellable; /* Nullable. */
} Walk;

static ReadoutToken *
get_token (const Walk *walk, guint at)
{
  return &g_array_index (walk->tokens, ReadoutToken, at);
}

static gboolean
is_line_break (gunichar c)
{
  return (c >= '\n' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/* Whether a line has hardly a small letter (a few are those of McVeigh or of a
 * unit), and MIN_WORDS words of two letters and more. */
static LineKind
judge_capitals (const char *p, const char *end, GCancellable *cancellable)
{
  guint n_small = 0;
  guint n_upper = 0;
  guint n_words = 0;
  guint run = 0;
  guint done = 0;

  for (; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (readout_work_is_cancelled (cancellable, done++))
        return LINE_PLAIN;
      if (g_unichar_isupper (c))
        {
          n_upper++;
          if (++run == 2)
            n_words++;
          continue;
        }
      run = 0;
      n_small += g_unichar_islower (c) ? 1 : 0;
      if (n_small > 20 && n_small > n_upper)
        return LINE_PLAIN;
    }

  if (n_upper < 2 || n_small * 10 > n_upper)
    return LINE_PLAIN;

  return n_words >= MIN_WORDS ? LINE_CAPITALS : LINE_SHORT;
}

/* The end of the name in capitals that the line from @p to @end says a speaker
 * with ("BERG: We hope so."), or NULL. */
static const char *
find_speaker_end (const char *p, const char *end)
{
  guint n_upper = 0;

  for (guint n = 0; p < end && n < MAX_SPEAKER; n++, p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == ':')
        return n_upper >= 3 ? p : NULL;
      if (g_unichar_isupper (c))
        n_upper++;
      else if (g_unichar_isalnum (c))
        return NULL;
    }

  return NULL;
}

/* How the words of a line begin, as far as it was read. */
typedef struct
{
  guint    n_capitals; /* Words with a capital, */
  guint    n_small;    /* and words of four letters and more without. */
  guint    n_letters;  /* Of the word that is read. */
  gboolean capital;
  gboolean stops; /* Whether a full stop came last. */
} Beginnings;

static void
read_character (Beginnings *self, gunichar c)
{
  if (g_unichar_isalpha (c) || c == '\'' || c == 0x2019)
    {
      if (self->n_letters == 0)
        self->capital = g_unichar_isupper (c);
      self->n_letters++;
      self->stops = FALSE;
      return;
    }
  if (self->n_letters > 0 && self->capital)
    self->n_capitals++;
  if (self->n_letters > 3 && !self->capital)
    self->n_small++;
  self->n_letters = 0;
  self->stops = c == '.' || (self->stops && c == ' ');
}

/* Whether the words of a line all start with a capital, but for a few short
 * ones, as they do in many a headline. */
static gboolean
is_in_title_case (const char *p, const char *end)
{
  Beginnings line = { 0 };

  if (end - p > MAX_HEADLINE || !g_unichar_isupper (g_utf8_get_char (p)))
    return FALSE;

  for (; p < end; p = g_utf8_next_char (p))
    read_character (&line, g_utf8_get_char (p));
  read_character (&line, ' ');

  return !line.stops && line.n_capitals > MIN_WORDS
         && line.n_capitals >= 8 * line.n_small;
}

/* What of the lines of @text is not written as a sentence is.  The rules know
 * title case themselves, so where they work alone it stays. */
static GArray *
find_lines (const ReadoutText *text,
            gboolean           with_titles,
            GCancellable      *cancellable)
{
  GArray     *lines = g_array_new (FALSE, FALSE, sizeof (Stretch));
  const char *start = readout_text_get_utf8 (text);
  const char *end = start + readout_text_get_n_bytes (text);
  guint       done = 0;

  for (const char *p = start;
       p < end && !g_cancellable_is_cancelled (cancellable);)
    {
      const char *stop = p;
      const char *speaker_end;
      Stretch     line = { p - start, 0, LINE_PLAIN };

      while (stop < end && !is_line_break (g_utf8_get_char (stop))
             && !readout_work_is_cancelled (cancellable, done++))
        stop = g_utf8_next_char (stop);
      line.end = stop - start;
      line.kind = judge_capitals (p, stop, cancellable);
      speaker_end = line.kind == LINE_PLAIN ? find_speaker_end (p, stop) : NULL;

      if (speaker_end != NULL)
        {
          line.kind = LINE_CAPITALS;
          line.end = speaker_end - start;
        }
      else if (with_titles && line.kind == LINE_PLAIN
               && is_in_title_case (p, stop))
        {
          line.kind = LINE_TITLE;
        }
      if (line.kind != LINE_PLAIN)
        g_array_append_val (lines, line);
      p = stop < end ? g_utf8_next_char (stop) : end;
    }

  return lines;
}

static gboolean
is_word (const ReadoutToken *token)
{
  return (token->flags & READOUT_TOKEN_WORD) != 0;
}

/* The last sign before a sentence starts; a bracket or a mark may follow. */
static gboolean
starts_sentence (const Walk *walk, guint at)
{
  if ((get_token (walk, at)->flags & READOUT_TOKEN_LINE) != 0)
    return TRUE;

  for (guint i = at; i > 0 && at - i < 3; i--)
    {
      const ReadoutToken *before = get_token (walk, i - 1);

      if ((before->flags & READOUT_TOKEN_PUNCT) == 0)
        return FALSE;
      if (strchr (".!?", before->lower[0]) != NULL)
        return i < 2 || get_token (walk, i - 2)->n_bytes > 1
               || (get_token (walk, i - 2)->flags & READOUT_TOKEN_NUMBER) != 0;
      if ((before->flags & READOUT_TOKEN_LINE) != 0)
        return TRUE;
    }

  return FALSE;
}

/* Counts how a word is written. */
static void
count_use (Walk *walk, const ReadoutToken *token)
{
  Uses *uses = g_hash_table_lookup (walk->uses, token->lower);

  if (uses == NULL)
    {
      uses = g_new0 (Uses, 1);
      g_hash_table_insert (walk->uses, (gpointer)token->lower, uses);
    }
  if ((token->flags & READOUT_TOKEN_ALL_CAPS) != 0)
    uses->kept++;
  else if ((token->flags & READOUT_TOKEN_CAPITAL) != 0)
    uses->capital++;
  else
    uses->small++;
}

/* Counts how words are written outside the lines in capitals. */
static void
count_uses (Walk *walk, const GArray *lines)
{
  guint line = 0;

  for (guint i = 0; i < walk->tokens->len; i++)
    {
      const ReadoutToken *token = get_token (walk, i);

      if (readout_work_is_cancelled (walk->cancellable, i))
        break;
      while (line < lines->len
             && g_array_index (lines, Stretch, line).end <= token->byte)
        line++;
      if (line < lines->len
          && g_array_index (lines, Stretch, line).start <= token->byte)
        walk->inside[i] = g_array_index (lines, Stretch, line).kind;
      if (walk->inside[i] == LINE_PLAIN || walk->inside[i] == LINE_SHORT)
        walk->cases[i] = CASE_KEPT;

      if (!is_word (token) || walk->inside[i])
        continue;
      if ((token->flags & READOUT_TOKEN_CAPITAL) == 0
          || (token->flags & READOUT_TOKEN_ALL_CAPS) != 0
          || !starts_sentence (walk, i))
        count_use (walk, token);
    }
}

static Case
case_from_uses (const Walk *walk, const ReadoutToken *token)
{
  const Uses *uses = g_hash_table_lookup (walk->uses, token->lower);

  if (uses == NULL)
    return CASE_UNKNOWN;
  if (uses->small >= uses->capital && uses->small >= uses->kept)
    return CASE_SMALL;

  return uses->capital >= uses->kept ? CASE_NAME : CASE_KEPT;
}

static gboolean
is_small_word (const Walk *walk, const ReadoutToken *token)
{
  return (readout_lexicon_get_classes (walk->lexicon, token)
          & (READOUT_LEXICON_FUNCTION_WORD | READOUT_LEXICON_STARTING_WORD))
         != 0;
}

/* Gives the words of a listed name that starts at @at their case; returns how
 * many it has. */
static guint
match_names (Walk *walk, guint at, guint end)
{
  enum
  {
    MAX_WORDS = 8
  };
  ReadoutToken plain[MAX_WORDS];
  guint        n = MIN (end - at, MAX_WORDS);
  guint        length;
  guint        as_name;

  for (guint i = 0; i < n; i++)
    {
      plain[i] = *get_token (walk, at + i);
      plain[i].flags &= ~READOUT_TOKEN_ALL_CAPS;
    }
  as_name = readout_lexicon_match (walk->lexicon, plain, 0, n, NAMES, NULL);
  length = readout_lexicon_match (
      walk->lexicon, get_token (walk, at), 0, n, NAMES, NULL);

  /* IS, WHO and MAY are words before they are Iceland, a body and a month. */
  if (length == 1 && is_small_word (walk, get_token (walk, at))
      && strcmp (get_token (walk, at)->lower, "us") != 0)
    return 0;

  for (guint i = 0; i < length; i++)
    walk->cases[at + i] = length > as_name ? CASE_KEPT : CASE_NAME;

  return length;
}

/* An abbreviation that no list has. */
static gboolean
has_vowel (const char *lower)
{
  for (const char *p = lower; *p != '\0'; p++)
    if ((guchar)*p >= 0x80 || strchr ("aeiouy", *p) != NULL)
      return TRUE;

  return FALSE;
}

/* Whether a word is a weekday or a month and hardly anything else: no "may". */
static gboolean
is_day_or_month (const ReadoutToken *token)
{
  int   value;
  guint date = readout_date_word_classify (token->lower, &value);

  return (date & (READOUT_DATE_WEEKDAY | READOUT_DATE_MONTH)) != 0
         && (token->n_bytes > 5
             || readout_token_is_in (token, READOUT_WORDS_SHORT_MONTHS));
}

/* What the large lists say of a word; unknown if they are not at hand, or know
 * it both as a name and as a common word. */
static Case
case_from_gazetteer (const Walk *walk, const ReadoutToken *token)
{
  ReadoutWordEntry entry;

  if (walk->lists == NULL)
    return CASE_UNKNOWN;
  entry = readout_gazetteer_look_up_word (walk->lists,
                                          readout_hash_string (token->lower));
  if (entry.use == READOUT_DICTIONARY_COMMON)
    return CASE_SMALL;
  return (entry.use & READOUT_DICTIONARY_COMMON) == 0 ? CASE_NAME
                                                      : CASE_UNKNOWN;
}

static Case
case_from_lists (const Walk *walk, guint at)
{
  const ReadoutToken *token = get_token (walk, at);
  guint32 classes = readout_lexicon_get_classes (walk->lexicon, token);
  Case    letter_case;

  if (strchr (token->lower, '.') != NULL || strcmp (token->lower, "i") == 0
      || !has_vowel (token->lower))
    return CASE_KEPT;
  if (is_day_or_month (token))
    return CASE_NAME;
  if (is_small_word (walk, token))
    return CASE_SMALL;

  letter_case = case_from_gazetteer (walk, token);
  if (letter_case != CASE_UNKNOWN)
    return letter_case;

  if ((classes & READOUT_LEXICON_GIVEN_NAME) != 0 && (classes & COMMON) == 0)
    return CASE_NAME;
  if ((classes & COMMON) != 0 || readout_cue_lexicon_find (token->lower) != NULL
      || walk->lists != NULL)
    return CASE_SMALL;

  return CASE_UNKNOWN;
}

/* Without the large lists a word that nobody knows is a name behind a given
 * name or an office ("MINISTER ADA BERG"), and before a word of saying. */
static Case
case_from_neighbours (const Walk *walk, guint at, guint end)
{
  const ReadoutToken *next = at + 1 < end ? get_token (walk, at + 1) : NULL;

  if (at > 0 && (get_token (walk, at)->flags & READOUT_TOKEN_LINE) == 0
      && is_word (get_token (walk, at - 1))
      && (readout_lexicon_get_classes (walk->lexicon, get_token (walk, at - 1))
          & (READOUT_LEXICON_OFFICE | READOUT_LEXICON_HONORIFIC
             | READOUT_LEXICON_GIVEN_NAME))
             != 0)
    return CASE_NAME;

  return next != NULL
                 && readout_token_is_in (next,
                                         READOUT_WORDS_HEADLINE_SAYING_VERBS)
             ? CASE_NAME
             : CASE_SMALL;
}

/* Whether a word that the dictionary knows as a noun alone stands behind a
 * given name: it is a family name then. */
static gboolean
ends_name (const Walk *walk, guint at)
{
  ReadoutWordEntry entry;

  if (walk->lists == NULL || at == 0
      || (get_token (walk, at)->flags & READOUT_TOKEN_LINE) != 0
      || walk->cases[at - 1] != CASE_NAME
      || (readout_lexicon_get_classes (walk->lexicon, get_token (walk, at - 1))
          & READOUT_LEXICON_GIVEN_NAME)
             == 0)
    return FALSE;

  entry = readout_gazetteer_look_up_word (
      walk->lists, readout_hash_string (get_token (walk, at)->lower));
  return (entry.speech & ~READOUT_SPEECH_NOUN) == 0;
}

/* What is a name once is one wherever it stands in capitals. */
static void
remember_names (Walk *walk)
{
  for (guint i = 0; i < walk->tokens->len; i++)
    {
      const ReadoutToken *token = get_token (walk, i);
      Uses               *uses;

      if (readout_work_is_cancelled (walk->cancellable, i))
        break;
      if (walk->inside[i] != LINE_CAPITALS || walk->cases[i] != CASE_NAME
          || !is_word (token)
          || g_hash_table_contains (walk->uses, token->lower))
        continue;
      uses = g_new0 (Uses, 1);
      uses->capital = 1;
      g_hash_table_insert (walk->uses, (gpointer)token->lower, uses);
    }
}

/* Decides upon the words of one line. */
static void
decide_line (Walk *walk, guint first, guint end)
{
  guint done = 0;

  for (guint i = first; i < end;)
    {
      const ReadoutToken *token = get_token (walk, i);
      guint               length;

      if (readout_work_is_cancelled (walk->cancellable, done++))
        break;
      if (!is_word (token))
        {
          walk->cases[i] = (token->flags & READOUT_TOKEN_CLITIC) != 0
                               ? CASE_SMALL
                               : CASE_KEPT;
          i++;
          continue;
        }

      walk->cases[i] = case_from_uses (walk, token);
      if (walk->cases[i] != CASE_UNKNOWN)
        {
          i++;
          continue;
        }
      length = match_names (walk, i, end);
      if (length > 0)
        {
          i += length;
          continue;
        }
      walk->cases[i] = case_from_lists (walk, i);
      if (walk->cases[i] == CASE_UNKNOWN)
        walk->cases[i] = case_from_neighbours (walk, i, end);
      else if (walk->cases[i] == CASE_SMALL && ends_name (walk, i))
        walk->cases[i] = CASE_NAME;
      i++;
    }
}

/* Whether a word is hardly ever part of a name: a small one, or a verb of
 * saying or meeting in a form that no noun has. */
static gboolean
parts_names (const Walk *walk, const ReadoutToken *token)
{
  const ReadoutCue  *cue = readout_cue_lexicon_find (token->lower);
  ReadoutMeetingKind kind;
  ReadoutMeetingWord meeting
      = readout_meeting_lexicon_find (token->lower, &kind);

  return (readout_lexicon_get_classes (walk->lexicon, token)
          & READOUT_LEXICON_FUNCTION_WORD)
             != 0
         || strcmp (token->lower, "will") == 0
         || (cue != NULL && cue->form != READOUT_VERB_BASE)
         || meeting == READOUT_MEETING_WORD_MEET
         || meeting == READOUT_MEETING_WORD_HOST;
}

/* Whether a word of a line in title case has a capital for that alone; behind
 * a colon and in quotation marks a sentence may start. */
static gboolean
has_free_capital (const Walk *walk, guint first, guint at)
{
  const ReadoutToken *token = get_token (walk, at);

  return at > first && is_word (token)
         && (token->flags & READOUT_TOKEN_CAPITAL) != 0
         && (token->flags & READOUT_TOKEN_ALL_CAPS) == 0
         && ((get_token (walk, at - 1)->flags & READOUT_TOKEN_PUNCT) == 0
             || strcmp (get_token (walk, at - 1)->lower, ",") == 0);
}

/* A line in title case may be a list of names.  One that writes words with a
 * capital that part names is a headline, in which they run two names into one
 * ("Ada Berg Meets Tomas Velk"); what the article has in small letters else
 * gets them here too. */
static void
decide_title (Walk *walk, guint first, guint end)
{
  gboolean is_headline = FALSE;

  for (guint i = first; i < end; i++)
    {
      walk->cases[i] = CASE_KEPT;
      is_headline |= has_free_capital (walk, first, i)
                     && parts_names (walk, get_token (walk, i));
    }
  if (!is_headline)
    return;

  for (guint i = first; i < end; i++)
    {
      const ReadoutToken *token = get_token (walk, i);
      Case                uses = case_from_uses (walk, token);

      if (has_free_capital (walk, first, i)
          && (uses == CASE_SMALL
              || (uses == CASE_UNKNOWN && parts_names (walk, token))))
        walk->cases[i] = CASE_SMALL;
    }
}

static void
decide (Walk *walk)
{
  guint done = 0;
  guint end;

  for (guint i = 0; i < walk->tokens->len; i = end)
    {
      if (readout_work_is_cancelled (walk->cancellable, done++))
        break;
      end = i + 1;
      while (end < walk->tokens->len && walk->inside[end] == walk->inside[i]
             && (get_token (walk, end)->flags & READOUT_TOKEN_LINE) == 0)
        end++;
      if (walk->inside[i] == LINE_CAPITALS)
        decide_line (walk, i, end);
      else if (walk->inside[i] == LINE_TITLE)
        decide_title (walk, i, end);
    }
}

static void
append_word (GString *copy, const char *p, const char *end, Case letter_case)
{
  gboolean first = letter_case == CASE_NAME;
  guint    n = 0;

  for (; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (copy, first ? c : g_unichar_tolower (c));
      n++;
      /* O'Brien and D’Souza. */
      first = letter_case == CASE_NAME && n == 2 && (c == '\'' || c == 0x2019);
    }
}

/**
 * readout_letter_case_restore:
 * @text: an article whose lines are paragraphs
 * @lists: (nullable): the large lists of a model
 * @cancellable: (nullable): to stop it
 *
 * Writes the lines that are in capitals as a sentence would be written.  Takes
 * time proportional to the length of the text.
 *
 * Returns: (transfer full): a text with as many code points as @text; @text
 *   itself where no line is in capitals, or if cancelled
 */
ReadoutText *
readout_letter_case_restore (ReadoutText            *text,
                             const ReadoutGazetteer *lists,
                             GCancellable           *cancellable)
{
  g_autoptr (GArray) lines = NULL;
  g_autoptr (GArray) tokens = NULL;
  g_autoptr (GHashTable) uses = NULL;
  g_autoptr (GString) copy = NULL;
  g_autofree guint8 *cases = NULL;
  g_autofree guint8 *inside = NULL;
  GStringChunk      *strings;
  const char        *utf8;
  gsize              done = 0;
  Walk               walk;

  g_return_val_if_fail (text != NULL, NULL);

  lines = find_lines (text, lists != NULL, cancellable);
  if (lines->len == 0)
    return readout_text_ref (text);

  tokens = g_array_new (FALSE, FALSE, sizeof (ReadoutToken));
  strings = g_string_chunk_new (4096);
  if (!readout_tokenizer_run (text, strings, tokens, cancellable))
    {
      g_string_chunk_free (strings);
      return readout_text_ref (text);
    }

  uses = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, g_free);
  cases = g_new0 (guint8, MAX (tokens->len, 1));
  inside = g_new0 (guint8, MAX (tokens->len, 1));
  walk = (Walk){ readout_lexicon_get_default (),
                 lists,
                 tokens,
                 uses,
                 cases,
                 inside,
                 cancellable };
  count_uses (&walk, lines);
  decide (&walk);
  remember_names (&walk);
  decide (&walk);

  utf8 = readout_text_get_utf8 (text);
  copy = g_string_sized_new (readout_text_get_n_bytes (text));
  for (guint i = 0; i < tokens->len; i++)
    {
      const ReadoutToken *token = get_token (&walk, i);

      if (readout_work_is_cancelled (cancellable, i))
        break;
      if (cases[i] == CASE_KEPT)
        continue;
      if (cases[i] == CASE_SMALL && is_word (token)
          && starts_sentence (&walk, i))
        cases[i] = CASE_NAME;
      g_string_append_len (copy, utf8 + done, token->byte - done);
      done = token->byte + token->n_bytes;
      append_word (copy, utf8 + token->byte, utf8 + done, cases[i]);
    }
  g_string_append_len (
      copy, utf8 + done, readout_text_get_n_bytes (text) - done);
  g_string_chunk_free (strings);

  return readout_text_new (copy->str, copy->len);
}
