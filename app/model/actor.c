/* actor.c: who speaks, is spoken to, or takes part
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/actor.h"

#include "model/record-class.h"

static void
actor_clear (ReadoutRecord *record)
{
  ReadoutActor *self = (ReadoutActor *)record;

  g_free (self->name);
  g_free (self->role);
  g_free (self->affiliation);
  g_free (self->country);
  g_free (self->wikidata);
}

static void
actor_copy (ReadoutRecord *to, const ReadoutRecord *from)
{
  ReadoutActor       *self = (ReadoutActor *)to;
  const ReadoutActor *other = (const ReadoutActor *)from;

  self->type = other->type;
  self->name = g_strdup (other->name);
  self->role = g_strdup (other->role);
  self->affiliation = g_strdup (other->affiliation);
  self->country = g_strdup (other->country);
  self->wikidata = g_strdup (other->wikidata);
  self->anonymous = other->anonymous;
}

static gboolean
actor_equal (const ReadoutRecord *a, const ReadoutRecord *b)
{
  const ReadoutActor *one = (const ReadoutActor *)a;
  const ReadoutActor *other = (const ReadoutActor *)b;

  return one->type == other->type && !one->anonymous == !other->anonymous
         && g_strcmp0 (one->name, other->name) == 0
         && g_strcmp0 (one->role, other->role) == 0
         && g_strcmp0 (one->affiliation, other->affiliation) == 0
         && g_strcmp0 (one->country, other->country) == 0
         && g_strcmp0 (one->wikidata, other->wikidata) == 0;
}

/* An actor marks nothing by itself: its mentions do. */
static ReadoutSpan
actor_get_span (const ReadoutRecord *record)
{
  return READOUT_SPAN (0, 0);
}

static gboolean
actor_refers_to (const ReadoutRecord *record, const char *id)
{
  return FALSE;
}

static void
actor_map_references (ReadoutRecord *record,
                      ReadoutMapFunc func,
                      gpointer       user_data)
{
}

const ReadoutRecordClass readout_actor_class = {
  .kind = READOUT_KIND_ACTOR,
  .size = sizeof (ReadoutActor),
  .clear = actor_clear,
  .copy = actor_copy,
  .equal = actor_equal,
  .get_extent = actor_get_span,
  .get_anchor = actor_get_span,
  .refers_to = actor_refers_to,
  .map_references = actor_map_references,
};

/**
 * readout_actor_new:
 * @id: its id
 * @type: person, organization, government or group
 * @name: what it is called
 *
 * Returns: (transfer full): an actor of whom nothing else is known
 */
ReadoutActor *
readout_actor_new (const char *id, ReadoutActorType type, const char *name)
{
  ReadoutActor *self;

  g_return_val_if_fail (id != NULL && name != NULL, NULL);

  self = readout_record_alloc (&readout_actor_class, id);
  self->type = type;
  self->name = g_strdup (name);

  return self;
}
