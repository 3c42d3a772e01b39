/* strv.c: lists of ids, as records hold them
 *
 * No list and an empty one are the same to all of these.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/strv.h"

#include "base/shared-string.h"

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
 *   it is in it already
 */
char **
readout_strv_with (char **strv, const char *value)
{
  GStrvBuilder *builder = g_strv_builder_new ();
  char        **result;

  g_return_val_if_fail (value != NULL, NULL);

  if (strv != NULL)
    g_strv_builder_addv (builder, (const char **)strv);
  if (!readout_strv_contains (strv, value))
    g_strv_builder_add (builder, value);
  result = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);

  return result;
}

/**
 * readout_strv_without:
 * @strv: (nullable) (array zero-terminated=1): a list of ids
 * @value: an id
 *
 * Returns: (transfer full) (nullable): a copy of @strv without @value; %NULL
 *   if nothing is left
 */
char **
readout_strv_without (char **strv, const char *value)
{
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  g_return_val_if_fail (value != NULL, NULL);

  for (guint i = 0; strv != NULL && strv[i] != NULL; i++)
    if (!g_str_equal (strv[i], value))
      g_ptr_array_add (kept, g_strdup (strv[i]));
  if (kept->len == 0)
    return NULL;
  g_ptr_array_add (kept, NULL);

  return (char **)g_ptr_array_steal (kept, NULL);
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
 * @func: (scope call): gives the id to put in the place of another
 * @user_data: given to @func
 */
void
readout_strv_map (char ***field, ReadoutMapFunc func, gpointer user_data)
{
  char **mapped = NULL;

  for (guint i = 0; *field != NULL && (*field)[i] != NULL; i++)
    {
      const char *id = func ((*field)[i], user_data);

      if (id != NULL)
        {
          char **longer = readout_strv_with (mapped, id);

          g_strfreev (mapped);
          mapped = longer;
        }
    }

  g_strfreev (*field);
  *field = mapped;
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
