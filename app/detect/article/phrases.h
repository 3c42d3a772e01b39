/* phrases.h: noun phrases, to the left and to the right
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/article/syntax.h"

G_BEGIN_DECLS

/* The longest noun phrase or parenthesis that is looked at, in tokens. */
#define READOUT_PHRASE_REACH 40

/**
 * ReadoutPhrase:
 * @first: its first token
 * @end: the token after its last one; equal to @first if there is none
 */
typedef struct
{
  guint first;
  guint end;
} ReadoutPhrase;

ReadoutPhrase
readout_phrases_find_before (const ReadoutSyntax *self, guint first, guint end);

ReadoutPhrase
readout_phrases_find_after (const ReadoutSyntax *self, guint first, guint end);

G_END_DECLS
