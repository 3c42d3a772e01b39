/* meeting-lexicon.h: the words that evoke an encounter
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/enums.h"

G_BEGIN_DECLS

/* What a word does; see data/lexicons/meeting-words.txt. */
typedef enum
{
  READOUT_MEETING_WORD_NONE,
  READOUT_MEETING_WORD_MEET,
  READOUT_MEETING_WORD_HOST,
  READOUT_MEETING_WORD_VISIT,
  READOUT_MEETING_WORD_NOUN,
  READOUT_MEETING_WORD_PHONE,
  READOUT_MEETING_WORD_LIGHT,
  READOUT_MEETING_WORD_DISCUSS,
  READOUT_MEETING_WORD_PLANNED,
  READOUT_MEETING_WORD_PROPOSED,
  READOUT_MEETING_WORD_CANCELLED,
  READOUT_MEETING_WORD_PRESENCE,
} ReadoutMeetingWord;

ReadoutMeetingWord readout_meeting_word_from_nick (const char *nick);
ReadoutMeetingWord readout_meeting_lexicon_find (const char         *lower,
                                                 ReadoutMeetingKind *kind);

G_END_DECLS
