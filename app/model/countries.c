/* countries.c: the countries of ISO 3166-1 by their two letters
 *
 * Codes and names are those of the iso-codes package, of which each build makes
 * the table anew.  The package also translates them: where it is installed, its
 * catalogue says them in the reader's language, so they are not in ours.
 *
 * Kosovo has no code in the standard; it has XK, which is left to users, with
 * the European Union, the banks, and all who write about it.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/countries.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

typedef struct
{
  char        code[3];
  const char *name;
} Country;

/* In the order of the codes. */
static const Country countries[] = {
#include "model/country-table.h"
};

static int
compare_code (gconstpointer key, gconstpointer country)
{
  return strcmp (key, ((const Country *)country)->code);
}

/**
 * readout_countries_get_name:
 * @code: two capital letters
 *
 * Returns: (nullable): the name of the country in the reader's language, or
 *   %NULL if there is none with this code
 */
const char *
readout_countries_get_name (const char *code)
{
  const Country *country;

  g_return_val_if_fail (code != NULL, NULL);

  country = bsearch (code,
                     countries,
                     G_N_ELEMENTS (countries),
                     sizeof (Country),
                     compare_code);

  return country == NULL ? NULL : g_dgettext ("iso_3166-1", country->name);
}

/**
 * readout_countries_find:
 * @name: what a person typed
 *
 * Returns: (nullable): the code of the country of that name, in English or in
 *   the reader's language, whatever the case
 */
const char *
readout_countries_find (const char *name)
{
  g_autofree char *folded = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  folded = g_utf8_casefold (name, -1);
  for (guint i = 0; i < G_N_ELEMENTS (countries); i++)
    {
      g_autofree char *english = g_utf8_casefold (countries[i].name, -1);
      g_autofree char *translated
          = g_utf8_casefold (g_dgettext ("iso_3166-1", countries[i].name), -1);

      if (g_str_equal (folded, english) || g_str_equal (folded, translated))
        return countries[i].code;
    }

  return NULL;
}
