/* strv.c: lists of ids, as records hold them
 *
 * A list is one block of memory, the pointers first and the strings behind
 * them, as most lists hold one short id: freed by g_free() and never changed.
 * No list and an empty one are the same to all of these.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/strv.h"

#include <string.h>

#include "base/shared-string.h"
#include "base/string-hash.h"

static char **
pack (const char *const *ids, gsize n)
{
  gsize  n_bytes = (n + 1) * sizeof (char *);
  char **packed;
  char  *at;

  if (n == 0)
    return NULL;

  for (gsize i = 0; i < n; i++)
    n_bytes += strlen (ids[i]) + 1;
  packed = g_malloc (n_bytes);
  at = (char *)(packed + n + 1);
  for (gsize i = 0; i < n; i++)
    {
      packed[i] = at;
      at = g_stpcpy (at, ids[i]) + 1;
    }
  packed[n] = NULL;

  return packed;
}

/**
 * readout_strv_copy:
 * @strv: (nullable) (array zero-terminated=1): any list of strings
 *
 * Returns: (transfer full) (nullable): a list to be freed by g_free(); %NULL
 *   for an empty one
 */
char **
readout_strv_copy (const char *const *strv)
{
  return strv != NULL ? pack (strv, g_strv_length ((char **)strv)) : NULL;
}

/**
 * readout_strv_contains:
 * @strv: (nullable) (array zero-terminated=1): a list of ids
 * @value: an id
 *
 * Returns: whether @value is in @strv
 */
gboolean
readout_strv_contains (char **strv, const char *value)
{
  g_return_val_if_fail (value != NULL, FALSE);

  return strv != NULL && g_strv_contains ((const char *const *)strv, value);
}

/**
 * readout_strv_with:
 * @strv: (nullable) (array zero-terminated=1): a list of ids
 * @value: an id
 *
 * Returns: (transfer full): a copy of @strv that has @value at its end, unless
 *   it is in it already; to be freed by g_free()
 */
char **
readout_strv_with (char **strv, const char *value)
{
  gsize                   n = strv != NULL ? g_strv_length (strv) : 0;
  g_autofree const char **longer = NULL;

  g_return_val_if_fail (value != NULL, NULL);

  longer = g_new (const char *, n + 1);
  if (n > 0)
    memcpy (longer, strv, n * sizeof (char *));
  if (!readout_strv_contains (strv, value))
    longer[n++] = value;

  return pack (longer, n);
}

/**
 * readout_strv_without:
 * @strv: (nullable) (array zero-terminated=1): a list of ids
 * @value: an id
 *
 * Returns: (transfer full) (nullable): a copy of @strv without @value, to be
 *   freed by g_free(); %NULL if nothing is left
 */
char **
readout_strv_without (char **strv, const char *value)
{
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  g_return_val_if_fail (value != NULL, NULL);

  for (guint i = 0; strv != NULL && strv[i] != NULL; i++)
    if (!g_str_equal (strv[i], value))
      g_ptr_array_add (kept, strv[i]);

  return pack ((const char *const *)kept->pdata, kept->len);
}

/**
 * readout_strv_equal:
 * @a: (nullable) (array zero-terminated=1): a list of ids
 * @b: (nullable) (array zero-terminated=1): another
 *
 * Returns: whether both name the same ids in the same order
 */
gboolean
readout_strv_equal (char **a, char **b)
{
  if (a == NULL || b == NULL)
    return (a == NULL || a[0] == NULL) && (b == NULL || b[0] == NULL);

  return g_strv_equal ((const char *const *)a, (const char *const *)b);
}

/**
 * readout_strv_map:
 * @field: (inout): a field that holds a list of ids or %NULL
 * @func: (scope call): gives the id to put in the place of another; what it
 *   returns may be overwritten by the next call
 * @user_data: given to @func
 *
 * Maps all ids of the list, in time proportional to it.  Nobody is named
 * twice.
 */
void
readout_strv_map (char ***field, ReadoutMapFunc func, gpointer user_data)
{
  g_autoptr (GHashTable) seen = NULL;
  g_autoptr (GPtrArray) mapped = NULL;

  if (*field == NULL)
    return;

  seen = g_hash_table_new (readout_string_hash, g_str_equal);
  mapped = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; (*field)[i] != NULL; i++)
    {
      const char *id = func ((*field)[i], user_data);
      char       *copy;

      if (id == NULL || g_hash_table_contains (seen, id))
        continue;
      copy = g_strdup (id);
      g_hash_table_add (seen, copy);
      g_ptr_array_add (mapped, copy);
    }

  g_free (*field);
  *field = pack ((const char *const *)mapped->pdata, mapped->len);
}

/**
 * readout_strv_map_one:
 * @field: (inout): a field that holds one id, a shared string, or %NULL
 * @func: (scope call): gives the id to put in the place of another
 * @user_data: given to @func
 */
void
readout_strv_map_one (const char   **field,
                      ReadoutMapFunc func,
                      gpointer       user_data)
{
  if (*field != NULL)
    readout_shared_string_set (field, func (*field, user_data));
}
