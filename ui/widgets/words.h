/* words.h: the values of the annotation format, in words for people
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/enums.h"

G_BEGIN_DECLS

const char *readout_words_kind (ReadoutKind value);
const char *readout_words_mention_type (ReadoutMentionType value);
const char *readout_words_mention_letter (ReadoutMentionType value);
const char *readout_words_form (ReadoutForm value);
const char *readout_words_actor_type (ReadoutActorType value);
const char *readout_words_manner (ReadoutManner value);
const char *readout_words_meeting_status (ReadoutMeetingStatus value);
const char *readout_words_meeting_kind (ReadoutMeetingKind value);
const char *readout_words_review_state (ReadoutReviewState value);

G_END_DECLS
