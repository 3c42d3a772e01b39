/* shared-string.c: strings that many records have in common
 *
 * Each of 100,000 suggestions names the same detector, and thousands refer to
 * the same actor.  Equal strings are one here: a table that all threads share
 * finds them, and a count says when the last holder has gone, so that nothing
 * is kept for the sake of an article that was closed.
 *
 * They are constant strings to whoever reads them.  The type says so too: a
 * compiler complains where one is given to g_free().
 *
 * (g_ref_string_new_intern() does the same, but up to GLib 2.82 a string that
 * is given up in one thread while another asks for it can be freed under its
 * new holder.)
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/shared-string.h"

#include <string.h>

#include "base/string-hash.h"

typedef struct
{
  int  ref_count; /* Falls to zero under the lock only. */
  char text[];
} Shared;

G_LOCK_DEFINE_STATIC (strings);
static GHashTable *strings; /* The texts, borrowed. */

static Shared *
get_shared (const char *shared)
{
  return (Shared *)(gpointer)(shared - G_STRUCT_OFFSET (Shared, text));
}

/**
 * readout_shared_string_new:
 * @value: (nullable): any string
 *
 * Returns: (transfer full) (nullable): the one string that is equal to @value;
 *   %NULL for %NULL.  Give it up with readout_shared_string_unref().
 */
const char *
readout_shared_string_new (const char *value)
{
  Shared     *self;
  const char *found;
  gsize       size;

  if (value == NULL)
    return NULL;

  G_LOCK (strings);
  if (strings == NULL)
    strings = g_hash_table_new (readout_string_hash, g_str_equal);
  found = g_hash_table_lookup (strings, value);
  if (found != NULL)
    g_atomic_int_inc (&get_shared (found)->ref_count);
  else
    {
      size = strlen (value) + 1;
      self = g_malloc (G_STRUCT_OFFSET (Shared, text) + size);
      self->ref_count = 1;
      memcpy (self->text, value, size);
      g_hash_table_add (strings, self->text);
      found = self->text;
    }
  G_UNLOCK (strings);

  return found;
}

/**
 * readout_shared_string_ref:
 * @shared: (nullable): a string of readout_shared_string_new()
 *
 * Returns: (transfer full) (nullable): @shared
 */
const char *
readout_shared_string_ref (const char *shared)
{
  if (shared != NULL)
    g_atomic_int_inc (&get_shared (shared)->ref_count);

  return shared;
}

/**
 * readout_shared_string_unref:
 * @shared: (transfer full) (nullable): a string of readout_shared_string_new()
 *
 * Gives it up; the last holder frees it.
 */
void
readout_shared_string_unref (const char *shared)
{
  Shared *self;
  int     count;

  if (shared == NULL)
    return;

  self = get_shared (shared);
  while ((count = g_atomic_int_get (&self->ref_count)) > 1)
    if (g_atomic_int_compare_and_exchange (&self->ref_count, count, count - 1))
      return;

  /* Another thread may find it until it is out of the table. */
  G_LOCK (strings);
  if (g_atomic_int_dec_and_test (&self->ref_count))
    {
      g_hash_table_remove (strings, shared);
      g_free (self);
    }
  G_UNLOCK (strings);
}

/**
 * readout_shared_string_set:
 * @field: (inout): holds such a string or %NULL
 * @value: (nullable): any string; may be what @field holds
 *
 * Replaces what @field holds by the string that is equal to @value.
 */
void
readout_shared_string_set (const char **field, const char *value)
{
  const char *shared;

  g_return_if_fail (field != NULL);

  shared = readout_shared_string_new (value);
  readout_shared_string_unref (*field);
  *field = shared;
}
