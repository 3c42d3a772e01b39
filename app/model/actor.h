/* actor.h: who speaks, is spoken to, or takes part
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/record.h"

G_BEGIN_DECLS

/**
 * ReadoutActor:
 * @record: the common head
 * @type: person, organization, government or group
 * @name: the longest proper name, or the fullest description; never %NULL
 * @role: (nullable): the fullest title that the article gives
 * @affiliation: (nullable): the organisation or state acted for
 * @country: (nullable): ISO 3166-1 alpha-2 code of that state
 * @wikidata: (nullable): a Wikidata item, such as "Q3099714"
 * @anonymous: whether the article withholds the name
 */
typedef struct
{
  ReadoutRecord    record;
  ReadoutActorType type;
  char            *name;
  char            *role;
  char            *affiliation;
  char            *country;
  char            *wikidata;
  gboolean         anonymous;
} ReadoutActor;

extern const ReadoutRecordClass readout_actor_class;

ReadoutActor *
readout_actor_new (const char *id, ReadoutActorType type, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReadoutActor, readout_record_unref)

G_END_DECLS
