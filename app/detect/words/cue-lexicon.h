/* cue-lexicon.h: the words that signal a statement
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "language/token.h"

G_BEGIN_DECLS

/* How the content follows the cue; see data/lexicons/cue-verbs.txt. */
typedef enum
{
  READOUT_CUE_CLAUSE = 1 << 0,
  READOUT_CUE_NOUN = 1 << 1,
  READOUT_CUE_QUOTE = 1 << 2,
  READOUT_CUE_TOLD = 1 << 3,
  READOUT_CUE_TOLD_PREPOSITION = 1 << 4,
  READOUT_CUE_OBJECT_TO = 1 << 5,
  READOUT_CUE_TO = 1 << 6,
  READOUT_CUE_PREPOSITION = 1 << 7,
  READOUT_CUE_OBJECT_AS = 1 << 8,
  READOUT_CUE_NAMED = 1 << 9,
  READOUT_CUE_ON_OBJECT = 1 << 10,
} ReadoutCuePatterns;

/* From this share on, in percent, a verb is hardly anything else than a cue. */
#define READOUT_CUE_SURE_SHARE 80

typedef enum
{
  READOUT_VERB_BASE,
  READOUT_VERB_S,
  READOUT_VERB_ING,
  READOUT_VERB_PAST,
  READOUT_VERB_PARTICIPLE,
} ReadoutVerbForm;

/**
 * ReadoutCue:
 * @form: which form of its verb it is; past where past and participle agree
 * @patterns: #ReadoutCuePatterns
 * @share: how likely it is a cue, in percent
 * @prepositions: (array zero-terminated=1) (nullable): for `prep:`
 * @told_prepositions: (array zero-terminated=1) (nullable): for `told:`
 */
typedef struct
{
  ReadoutVerbForm form;
  guint           patterns;
  int             share;
  char          **prepositions;
  char          **told_prepositions;
} ReadoutCue;

guint    readout_cue_patterns_parse (const char *column,
                                     ReadoutCue *cue,
                                     char      **unknown);
gboolean readout_verb_form_from_nick (const char *nick, ReadoutVerbForm *form);

const ReadoutCue  *readout_cue_lexicon_find (const char *lower);
const char *const *readout_cue_lexicon_find_noun (const char *lower);
guint              readout_cue_lexicon_match_phrase (const ReadoutToken *tokens,
                                                     guint               i,
                                                     guint               end,
                                                     ReadoutVerbForm    *form,
                                                     guint              *patterns);

G_END_DECLS
