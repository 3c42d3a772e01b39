/* dates-tokens.c: questions to the tokens of a time expression
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "language/dates-grammar.h"

#include <string.h>

/**
 * readout_date_is:
 * @self: the parser
 * @i: index of a token, may be beyond the last one
 * @word: a word in small letters
 *
 * Returns: whether it is that word
 */
gboolean
readout_date_is (const ReadoutDateParser *self, guint i, const char *word)
{
  return i < self->n_tokens && strcmp (self->tokens[i].lower, word) == 0;
}

/**
 * readout_date_has:
 * @self: the parser
 * @i: index of a token, may be beyond the last one
 * @class: a mask of #ReadoutDateWord
 *
 * Returns: whether it is in one of the classes
 */
gboolean
readout_date_has (const ReadoutDateParser *self, guint i, guint class)
{
  return i < self->n_tokens && (self->words[i].classes & class) != 0;
}

/**
 * readout_date_has_flag:
 * @self: the parser
 * @i: index of a token, may be beyond the last one
 * @flag: a mask of #ReadoutTokenFlags
 *
 * Returns: whether it has one of the flags
 */
gboolean
readout_date_has_flag (const ReadoutDateParser *self, guint i, guint flag)
{
  return i < self->n_tokens && (self->tokens[i].flags & flag) != 0;
}

/**
 * readout_date_is_hyphen:
 * @self: the parser
 * @i: index of a token, may be beyond the last one
 *
 * Returns: whether it is a hyphen or dash between numbers
 */
gboolean
readout_date_is_hyphen (const ReadoutDateParser *self, guint i)
{
  return (readout_date_is (self, i, "-")
          || readout_date_is (self, i, "\342\200\223")
          || readout_date_is (self, i, "\342\200\221"));
}

/**
 * readout_date_is_joined:
 * @self: the parser
 * @i: index of a token, may be beyond the last one
 *
 * Returns: whether it follows the one before it without a space
 */
gboolean
readout_date_is_joined (const ReadoutDateParser *self, guint i)
{
  return i < self->n_tokens
         && !readout_date_has_flag (self, i, READOUT_TOKEN_SPACE);
}

/**
 * readout_date_get_digits:
 * @self: the parser
 * @i: index of a token, may be beyond the last one
 * @max_digits: how long it can be
 *
 * Returns: the number, or -1 if it is none of so many digits at most
 */
int
readout_date_get_digits (const ReadoutDateParser *self,
                         guint                    i,
                         guint                    max_digits)
{
  const ReadoutToken *token;
  int                 value = 0;

  if (i >= self->n_tokens)
    return -1;
  token = &self->tokens[i];
  if (token->n_bytes > max_digits)
    return -1;
  for (const char *c = token->lower; *c != '\0'; c++)
    {
      if (!g_ascii_isdigit (*c))
        return -1;
      value = value * 10 + *c - '0';
    }

  return value;
}

/**
 * readout_date_get_year:
 * @self: the parser
 * @i: index of a token, may be beyond the last one
 *
 * Returns: a year that needs no word beside it to be one, or 0
 */
int
readout_date_get_year (const ReadoutDateParser *self, guint i)
{
  int year = readout_date_get_digits (self, i, 4);

  return year >= 1900 && year <= 2099 && self->tokens[i].n_bytes == 4 ? year
                                                                      : 0;
}
