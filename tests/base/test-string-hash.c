/* test-string-hash.c: what the hash of strings gives, and that it is keyed
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "base/string-hash.h"

/* As another implementation says, which gives the values of the paper with two
 * and four rounds. */
static void
test_values (void)
{
  static const guint64 key[2] = { G_GUINT64_CONSTANT (0x0706050403020100),
                                  G_GUINT64_CONSTANT (0x0f0e0d0c0b0a0908) };
  static const struct
  {
    const char *string;
    guint64     hash;
  } cases[] = {
    { "", G_GUINT64_CONSTANT (0xabac0158050fc4dc) },
    { "a", G_GUINT64_CONSTANT (0x1c2697ab786a6237) },
    { "m1234567", G_GUINT64_CONSTANT (0xd9a13d4c8fb3c50d) },
    { "abcdefghijklmno", G_GUINT64_CONSTANT (0x19c1b464baa960a1) },
    { "é", G_GUINT64_CONSTANT (0xd27e6a7671a88d8a) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmphex (
        readout_string_hash_keyed (cases[i].string, key), ==, cases[i].hash);
}

static void
test_keyed (void)
{
  static const guint64 one[2] = { 1, 2 };
  static const guint64 other[2] = { 1, 3 };
  g_autofree char     *copy = g_strdup ("m1");

  g_assert_cmphex (readout_string_hash_keyed ("m1", one),
                   !=,
                   readout_string_hash_keyed ("m1", other));
  g_assert_cmpuint (readout_string_hash ("m1"), ==, readout_string_hash (copy));

  /* Equal for g_str_hash(). */
  g_assert_cmpuint (g_str_hash ("AaAa"), ==, g_str_hash ("B@B@"));
  g_assert_cmphex (readout_string_hash_keyed ("AaAa", one),
                   !=,
                   readout_string_hash_keyed ("B@B@", one));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/string-hash/values", test_values);
  g_test_add_func ("/string-hash/keyed", test_keyed);

  return g_test_run ();
}
