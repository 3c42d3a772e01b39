/* dates-grammar.h: the grammar of time expressions
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "language/dates-calendar.h"
#include "language/dates-words.h"
#include "language/token.h"
#include "language/word-groups.h"

G_BEGIN_DECLS

/* What readout_date_word_classify() says of a token. */
typedef struct
{
  guint classes;
  int   value;
} ReadoutDateWordClass;

/**
 * ReadoutDateParser:
 * @words: one for each token
 * @anchor: what relative dates are counted from; year 0 if it is not known
 * @tense: where the sentence lies in time
 */
typedef struct
{
  const ReadoutToken         *tokens;
  guint                       n_tokens;
  const ReadoutSentence      *sentences;
  const ReadoutDateWordClass *words;
  ReadoutDate                 anchor;
  ReadoutTense                tense;
} ReadoutDateParser;

/**
 * ReadoutDateMatch:
 * @end: index of the token after the expression
 * @from, @to: its value; @to has year 0 unless it is an interval
 * @is_duration: whether @duration holds the value instead
 * @wants_tense: whether the value depends on the tense
 */
typedef struct
{
  guint       end;
  ReadoutDate from;
  ReadoutDate to;
  gboolean    is_duration;
  gboolean    wants_tense;
  char        duration[32];
} ReadoutDateMatch;

gboolean readout_date_parser_can_start (const ReadoutDateParser *self, guint i);
gboolean readout_date_parser_match (const ReadoutDateParser *self,
                                    guint                    i,
                                    ReadoutDateMatch        *match);

gboolean
readout_date_is (const ReadoutDateParser *self, guint i, const char *word);

/* Whether there is a token and it is a word of a group. */
static inline gboolean
readout_date_is_in (const ReadoutDateParser *self,
                    guint                    i,
                    ReadoutWordGroup         group)
{
  return i < self->n_tokens && readout_token_is_in (&self->tokens[i], group);
}

gboolean readout_date_has (const ReadoutDateParser *self, guint i, guint class);
gboolean
readout_date_has_flag (const ReadoutDateParser *self, guint i, guint flag);
gboolean readout_date_is_hyphen (const ReadoutDateParser *self, guint i);
gboolean readout_date_is_joined (const ReadoutDateParser *self, guint i);
int      readout_date_get_digits (const ReadoutDateParser *self,
                                  guint                    i,
                                  guint                    max_digits);
int      readout_date_get_year (const ReadoutDateParser *self, guint i);

guint readout_date_match_month_name (const ReadoutDateParser *self,
                                     guint                    i,
                                     int                     *month);
guint readout_date_match_core (const ReadoutDateParser *self,
                               guint                    i,
                               ReadoutDateMatch        *match);
guint readout_date_match_relative (const ReadoutDateParser *self,
                                   guint                    i,
                                   ReadoutDateMatch        *match);
guint readout_date_match_season (const ReadoutDateParser *self,
                                 guint                    i,
                                 ReadoutDateMatch        *match);
guint readout_date_match_definite (const ReadoutDateParser *self,
                                   guint                    i,
                                   ReadoutDateMatch        *match);
guint readout_date_match_phase (const ReadoutDateParser *self,
                                guint                    i,
                                ReadoutDateMatch        *match);

G_END_DECLS
