/* quotes.c: pairs of quotation marks
 *
 * Straight, curly and TeX's marks are one family, since articles mix them
 * within one quotation.  A mark opens where a space, a dash or a bracket
 * stands before it and none behind it, and closes otherwise; curly marks say
 * it themselves.  All is reset at a paragraph's end: a quotation that is not
 * closed there reaches to its end, and when the next paragraph starts with an
 * opening mark it goes on with the first (the habit of English print).  Where
 * that paragraph has a closing mark alone, the quotation goes on without one.
 *
 * Single marks are apostrophes first.  They make a quotation only where one
 * opens at a word's start and another closes at a word's end; an ending behind
 * an s counts only if no better one comes before the next opening mark, as it
 * may be a possessive.
 *
 * Limits: a doubled mark of the same kind inside a quotation counts as nested
 * only if the paragraph has enough closing marks, and else as the start of a
 * new quotation; marks of inches and seconds are taken for closing marks that
 * close nothing, which is harmless outside a quotation.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "language/quotes.h"

#include <string.h>

#include "language/word-groups.h"

#define MAX_DEPTH 4

typedef enum
{
  MARK_NONE,
  MARK_OPEN,
  MARK_CLOSE,
  MARK_EITHER,
  MARK_SINGLE_OPEN,
  MARK_SINGLE_CLOSE
} MarkKind;

/* A mark of one paragraph.  @partner is for single marks only: the index of
 * the mark that closes it or is closed by it, or -1. */
typedef struct
{
  guint32  token;
  MarkKind kind;
  gint32   partner;
} Mark;

/* A quotation of one paragraph before the unsound ones are thrown out. */
typedef struct
{
  ReadoutQuotation quotation;
  gboolean         single;
  gboolean         dropped;
  gint32           kept; /* Its index in the result. */
} Draft;

typedef struct
{
  ReadoutToken *tokens;
  guint32       first; /* The paragraph's tokens. */
  guint32       end;
  GArray       *marks;  /* Mark */
  GArray       *drafts; /* Draft */
  gint32        stack[MAX_DEPTH];
  guint         depth;
} Walk;

static gboolean
is_sign (const ReadoutToken *token, ReadoutWordGroup signs)
{
  return (token->flags & READOUT_TOKEN_PUNCT) != 0
         && readout_token_is_in (token, signs);
}

/* Whether what stands before the mark lets it open a quotation. */
static gboolean
opens_after (const Walk *walk, guint32 at)
{
  return at == walk->first
         || (walk->tokens[at].flags & READOUT_TOKEN_SPACE) != 0
         || is_sign (&walk->tokens[at - 1], READOUT_WORDS_QUOTATION_OPENERS);
}

static gboolean
followed_by_space (const Walk *walk, guint32 at)
{
  return at + 1 >= walk->end
         || (walk->tokens[at + 1].flags & READOUT_TOKEN_SPACE) != 0;
}

static gboolean
followed_by_word (const Walk *walk, guint32 at)
{
  return !followed_by_space (walk, at)
         && (walk->tokens[at + 1].flags
             & (READOUT_TOKEN_WORD | READOUT_TOKEN_NUMBER))
                != 0;
}

/* Words that an apostrophe shortens at their start, and years ('90s). */
static gboolean
is_shortened (const ReadoutToken *token)
{
  return (token->flags & READOUT_TOKEN_NUMBER) != 0
         || readout_token_is_in (token, READOUT_WORDS_SHORTENED_WORDS);
}

static MarkKind
classify_single (const Walk *walk, guint32 at)
{
  gboolean open_mark = strcmp (walk->tokens[at].lower, "‘") == 0;

  if (opens_after (walk, at))
    {
      if (!followed_by_space (walk, at)
          && !is_shortened (&walk->tokens[at + 1]))
        return MARK_SINGLE_OPEN;
      return MARK_NONE;
    }

  if (open_mark || followed_by_word (walk, at))
    return MARK_NONE;

  return MARK_SINGLE_CLOSE;
}

/* A mark that is the same at both ends. */
static MarkKind
classify_straight (const Walk *walk, guint32 at)
{
  gboolean open = opens_after (walk, at);
  gboolean space = followed_by_space (walk, at);

  if (open && !space)
    return MARK_OPEN;
  if (!open && (space || !followed_by_word (walk, at)))
    return MARK_CLOSE;

  return MARK_EITHER;
}

static MarkKind
classify (const Walk *walk, guint32 at)
{
  const ReadoutToken *token = &walk->tokens[at];

  if ((token->flags & READOUT_TOKEN_PUNCT) == 0)
    return MARK_NONE;
  if (readout_token_is_in (token, READOUT_WORDS_SINGLE_QUOTATION_MARKS))
    return classify_single (walk, at);
  if (readout_token_is_in (token, READOUT_WORDS_STRAIGHT_QUOTATION_MARKS))
    return classify_straight (walk, at);

  /* A closing mark typed the wrong way round, as in: so“, he said. */
  if (readout_token_is_in (token, READOUT_WORDS_OPENING_QUOTATION_MARKS))
    return !opens_after (walk, at) && !followed_by_word (walk, at) ? MARK_CLOSE
                                                                   : MARK_OPEN;
  /* And an opening one. */
  if (readout_token_is_in (token, READOUT_WORDS_CLOSING_QUOTATION_MARKS))
    return opens_after (walk, at) && followed_by_word (walk, at) ? MARK_OPEN
                                                                 : MARK_CLOSE;

  return MARK_NONE;
}

/* Ties single marks in pairs: for each opening one looks at the closing ones
 * before the next opening one, so that each mark is looked at once. */
static void
pair_single_marks (Walk *walk)
{
  Mark *marks = (Mark *)(gpointer)walk->marks->data;

  for (guint i = 0; i < walk->marks->len; i++)
    {
      gint32 weak = -1;
      guint  k;

      if (marks[i].kind != MARK_SINGLE_OPEN)
        continue;

      for (k = i + 1; k < walk->marks->len; k++)
        {
          const ReadoutToken *before;

          if (marks[k].kind == MARK_SINGLE_OPEN)
            break;
          if (marks[k].kind != MARK_SINGLE_CLOSE)
            continue;

          before = &walk->tokens[marks[k].token - 1];
          if ((before->flags & READOUT_TOKEN_WORD) == 0
              || !g_str_has_suffix (before->lower, "s"))
            {
              marks[i].partner = k;
              break;
            }
          weak = k;
        }

      if (marks[i].partner < 0)
        marks[i].partner = weak;
      if (marks[i].partner >= 0)
        marks[marks[i].partner].partner = i;
      i = k - 1;
    }
}

static Draft *
top (Walk *walk)
{
  return walk->depth == 0 ? NULL
                          : &g_array_index (walk->drafts,
                                            Draft,
                                            walk->stack[walk->depth - 1]);
}

static void
push (Walk *walk, guint32 token, gboolean single)
{
  Draft draft = { 0 };

  if (walk->depth == MAX_DEPTH)
    return;

  draft.quotation.first = token;
  draft.quotation.end = walk->end;
  draft.quotation.continues = -1;
  draft.quotation.parent = walk->depth == 0 ? -1 : walk->stack[walk->depth - 1];
  draft.single = single;
  draft.kept = -1;
  walk->stack[walk->depth++] = walk->drafts->len;
  g_array_append_val (walk->drafts, draft);
}

/* Ends the innermost quotation before token @end. */
static void
pop (Walk *walk, guint32 end, gboolean closed)
{
  Draft *draft = top (walk);

  draft->quotation.end = end;
  draft->quotation.closed = closed;
  draft->dropped = !closed && draft->single;
  walk->depth--;
}

static gboolean
has_open (const Walk *walk, gboolean single)
{
  for (guint i = 0; i < walk->depth; i++)
    if (g_array_index (walk->drafts, Draft, walk->stack[i]).single == single)
      return TRUE;

  return FALSE;
}

static void
close_kind (Walk *walk, guint32 token, gboolean single)
{
  if (!has_open (walk, single))
    return;

  while (top (walk)->single != single)
    pop (walk, token, FALSE);
  pop (walk, token + 1, TRUE);
}

/* A mark opens a quotation; @surplus is how many more marks close than open
 * from here on.  Where nothing is left to close two, one that is open already
 * has lost its closing mark. */
static void
open_quotation (Walk *walk, guint32 token, int surplus)
{
  if (has_open (walk, FALSE) && surplus < 2)
    while (has_open (walk, FALSE))
      pop (walk, token, FALSE);
  push (walk, token, FALSE);
}

/* A single mark closes the quotation in another that its partner has opened. */
static void
close_single (Walk *walk, const Mark *mark, const Mark *marks)
{
  if (mark->partner >= 0 && top (walk) != NULL && top (walk)->single
      && top (walk)->quotation.first == marks[mark->partner].token)
    pop (walk, mark->token + 1, TRUE);
}

/* By how many a mark raises the surplus of closing marks. */
static int
surplus_of (MarkKind kind)
{
  return kind == MARK_CLOSE ? 1 : kind == MARK_OPEN ? -1 : 0;
}

/* Resolves the marks of a paragraph into drafts; @running says whether the
 * paragraph before ended inside a quotation. */
static void
resolve_marks (Walk *walk, gboolean running)
{
  Mark *marks = (Mark *)(gpointer)walk->marks->data;
  int   surplus = 0; /* Closing minus opening marks from here on. */

  for (guint i = 0; i < walk->marks->len; i++)
    surplus += surplus_of (marks[i].kind);

  for (guint i = 0; i < walk->marks->len; i++)
    {
      guint32  token = marks[i].token;
      MarkKind kind = marks[i].kind;

      surplus -= surplus_of (kind);
      if (kind == MARK_EITHER)
        kind = has_open (walk, FALSE) ? MARK_CLOSE : MARK_OPEN;

      switch (kind)
        {
        case MARK_OPEN:
          open_quotation (walk, token, surplus);
          running = FALSE;
          break;

        case MARK_CLOSE:
          if (running && walk->drafts->len == 0 && token > walk->first)
            push (walk, walk->first, FALSE);
          running = FALSE;
          close_kind (walk, token, FALSE);
          break;

        case MARK_SINGLE_OPEN:
          if (marks[i].partner >= 0)
            push (walk, token, TRUE);
          break;

        case MARK_SINGLE_CLOSE:
          close_single (walk, &marks[i], marks);
          break;

        case MARK_NONE:
        case MARK_EITHER:
        default:
          break;
        }
    }

  while (walk->depth > 0)
    pop (walk, walk->end, FALSE);
}

static void
mark_token (Walk *walk, guint32 token)
{
  if ((walk->tokens[token].flags & READOUT_TOKEN_PUNCT) != 0)
    walk->tokens[token].flags |= READOUT_TOKEN_QUOTE;
}

/* Copies the sound drafts into the result.  Returns the index of a quotation
 * that reaches the paragraph's end unclosed, or -1. */
static gint32
keep_drafts (Walk *walk, GArray *quotations, gint32 running)
{
  Draft *drafts = (Draft *)(gpointer)walk->drafts->data;
  gint32 unclosed = -1;

  for (guint i = 0; i < walk->drafts->len; i++)
    {
      ReadoutQuotation quotation = drafts[i].quotation;
      gint32           index = quotations->len;

      if (drafts[i].dropped)
        continue;

      while (quotation.parent >= 0 && drafts[quotation.parent].dropped)
        quotation.parent = drafts[quotation.parent].quotation.parent;
      if (quotation.parent >= 0)
        quotation.parent = drafts[quotation.parent].kept;
      if (quotation.first == walk->first && quotation.parent < 0)
        quotation.continues = running;
      if (!quotation.closed && quotation.end == walk->end
          && quotation.parent < 0)
        unclosed = index;

      drafts[i].kept = index;
      mark_token (walk, quotation.first);
      if (quotation.closed)
        mark_token (walk, quotation.end - 1);
      for (guint32 k = quotation.first; k < quotation.end; k++)
        walk->tokens[k].quotation = index;
      g_array_append_val (quotations, quotation);
    }

  return unclosed;
}

/**
 * readout_quotes_run:
 * @text: the article
 * @tokens: (element-type ReadoutToken): its tokens; `quotation` and
 *   %READOUT_TOKEN_QUOTE are set
 * @sentences: (element-type ReadoutSentence): its sentences
 * @paragraphs: (element-type ReadoutParagraph): its paragraphs
 * @quotations: (element-type ReadoutQuotation): an empty array to be filled,
 *   by first token
 * @cancellable: (nullable): checked once a paragraph
 *
 * Returns: %FALSE if cancelled
 */
gboolean
readout_quotes_run (const ReadoutText *text,
                    GArray            *tokens,
                    const GArray      *sentences,
                    const GArray      *paragraphs,
                    GArray            *quotations,
                    GCancellable      *cancellable)
{
  g_autoptr (GArray) marks = NULL;
  g_autoptr (GArray) drafts = NULL;
  gint32 running = -1;
  Walk   walk = { 0 };

  g_return_val_if_fail (text != NULL && tokens != NULL, FALSE);
  g_return_val_if_fail (sentences != NULL && paragraphs != NULL, FALSE);
  g_return_val_if_fail (quotations != NULL && quotations->len == 0, FALSE);

  marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  drafts = g_array_new (FALSE, FALSE, sizeof (Draft));
  walk.tokens = (ReadoutToken *)(gpointer)tokens->data;
  walk.marks = marks;
  walk.drafts = drafts;

  for (guint i = 0; i < paragraphs->len; i++)
    {
      const ReadoutParagraph *paragraph
          = &g_array_index (paragraphs, ReadoutParagraph, i);

      if (g_cancellable_is_cancelled (cancellable))
        return FALSE;

      walk.first
          = g_array_index (sentences, ReadoutSentence, paragraph->first).first;
      walk.end
          = g_array_index (sentences, ReadoutSentence, paragraph->end - 1).end;
      g_array_set_size (marks, 0);
      g_array_set_size (drafts, 0);

      for (guint32 k = walk.first; k < walk.end; k++)
        {
          Mark mark = { k, classify (&walk, k), -1 };

          if (mark.kind != MARK_NONE)
            g_array_append_val (marks, mark);
        }

      pair_single_marks (&walk);
      resolve_marks (&walk, running >= 0);
      running = keep_drafts (&walk, quotations, running);
    }

  return TRUE;
}
