/* actor-list.c: a few actors, by index
 *
 * Nearly every statement has one speaker and nobody who is told.  An array for
 * each of the two took 130 bytes a statement, and a text can have a statement
 * for each eight bytes.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/article/actor-list.h"

/**
 * readout_actor_list_clear:
 * @self: a list
 *
 * Frees what @self holds and makes it the empty list.
 */
void
readout_actor_list_clear (ReadoutActorList *self)
{
  if (self->length > 1)
    g_free (self->actors.many);
  *self = (ReadoutActorList){ 0 };
}

/**
 * readout_actor_list_add:
 * @self: a list
 * @actor: an actor
 *
 * Adds @actor at the end.
 */
void
readout_actor_list_add (ReadoutActorList *self, gint32 actor)
{
  guint   n = self->length;
  gint32 *many = NULL;

  self->length++;
  if (n == 0)
    {
      self->actors.one = actor;
      return;
    }

  /* Grows at 1, 2, 4, 8 and so on. */
  if (n == 1)
    {
      many = g_new (gint32, 2);
      many[0] = self->actors.one;
    }
  else if ((n & (n - 1)) == 0)
    many = g_renew (gint32, self->actors.many, 2 * (gsize)n);
  else
    many = self->actors.many;
  many[n] = actor;
  self->actors.many = many;
}

/**
 * readout_actor_list_add_all:
 * @self: a list
 * @others: another list
 *
 * Adds all of @others at the end.
 */
void
readout_actor_list_add_all (ReadoutActorList       *self,
                            const ReadoutActorList *others)
{
  for (guint i = 0; i < others->length; i++)
    readout_actor_list_add (self, readout_actor_list_get (others, i));
}

/**
 * readout_actor_list_contains:
 * @self: a list
 * @actor: an actor
 *
 * Returns: whether @actor is in @self
 */
gboolean
readout_actor_list_contains (const ReadoutActorList *self, gint32 actor)
{
  for (guint i = 0; i < self->length; i++)
    if (readout_actor_list_get (self, i) == actor)
      return TRUE;

  return FALSE;
}
