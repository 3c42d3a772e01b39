/* enums.c: the closed sets of values of the annotation format
 *
 * One table of nicks for each enumeration, in the order of its values, and
 * two functions generated from it by a macro: a linear search over at most
 * ten words needs no hash table.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/enums.h"

static const char *const kind_nicks[] = {
  "mention",
  "actor",
  "statement",
  "meeting",
};

static const char *const mention_type_nicks[] = {
  "person", "organization", "location", "facility", "nationality",
  "title",  "event",        "date",     "duration", "misc",
};

static const char *const form_nicks[] = {
  "name",
  "nominal",
  "pronoun",
};

static const char *const actor_type_nicks[] = {
  "person",
  "organization",
  "government",
  "group",
};

static const char *const manner_nicks[] = {
  "direct",
  "indirect",
  "mixed",
};

static const char *const meeting_status_nicks[] = {
  "held", "ongoing", "planned", "proposed", "cancelled",
};

static const char *const meeting_kind_nicks[] = {
  "talks", "summit", "visit", "call", "conference", "other",
};

static const char *const review_state_nicks[] = {
  "suggested", "confirmed", "corrected", "added", "rejected",
};

static gboolean
find_nick (const char        *nick,
           const char *const *nicks,
           guint              n_nicks,
           guint             *value)
{
  for (guint i = 0; nick != NULL && i < n_nicks; i++)
    if (g_str_equal (nick, nicks[i]))
      {
        *value = i;
        return TRUE;
      }

  return FALSE;
}

/* to_nick returns NULL for a value outside the enumeration; from_nick leaves
 * *value alone and returns FALSE for a word that names none. */
#define DEFINE_NICKS(name, Type, N)                                            \
  G_STATIC_ASSERT (G_N_ELEMENTS (name##_nicks) == N);                          \
                                                                               \
  const char *readout_##name##_to_nick (Type value)                            \
  {                                                                            \
    g_return_val_if_fail ((guint)value < N, NULL);                             \
    return name##_nicks[value];                                                \
  }                                                                            \
                                                                               \
  gboolean readout_##name##_from_nick (const char *nick, Type *value)          \
  {                                                                            \
    guint found;                                                               \
    g_return_val_if_fail (value != NULL, FALSE);                               \
    if (!find_nick (nick, name##_nicks, N, &found))                            \
      return FALSE;                                                            \
    *value = (Type)found;                                                      \
    return TRUE;                                                               \
  }

DEFINE_NICKS (kind, ReadoutKind, READOUT_N_KINDS)
DEFINE_NICKS (mention_type, ReadoutMentionType, READOUT_N_MENTION_TYPES)
DEFINE_NICKS (form, ReadoutForm, READOUT_N_FORMS)
DEFINE_NICKS (actor_type, ReadoutActorType, READOUT_N_ACTOR_TYPES)
DEFINE_NICKS (manner, ReadoutManner, READOUT_N_MANNERS)
DEFINE_NICKS (meeting_status, ReadoutMeetingStatus, READOUT_N_MEETING_STATUSES)
DEFINE_NICKS (meeting_kind, ReadoutMeetingKind, READOUT_N_MEETING_KINDS)
DEFINE_NICKS (review_state, ReadoutReviewState, READOUT_N_STATES)
