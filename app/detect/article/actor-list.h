/* actor-list.h: a few actors, by index
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ReadoutActorList:
 * @length: how many there are
 * @one: the only one, where there is one
 * @many: (array length=length): all of them, where there are several
 *
 * Indices into the actors of an analysis.  A zeroed list is the empty list;
 * readout_actor_list_get() reads it.
 */
typedef struct
{
  guint length;
  union
  {
    gint32  one;
    gint32 *many;
  } actors;
} ReadoutActorList;

void     readout_actor_list_clear (ReadoutActorList *self);
void     readout_actor_list_add (ReadoutActorList *self, gint32 actor);
void     readout_actor_list_add_all (ReadoutActorList       *self,
                                     const ReadoutActorList *others);
gboolean readout_actor_list_contains (const ReadoutActorList *self,
                                      gint32                  actor);

static inline gint32
readout_actor_list_get (const ReadoutActorList *self, guint i)
{
  return self->length == 1 ? self->actors.one : self->actors.many[i];
}

G_END_DECLS
