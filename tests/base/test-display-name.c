/* test-display-name.c: whatever a file is called, it can be shown
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "base/display-name.h"

#include <string.h>

#define FFFD "\xef\xbf\xbd"
#define FSI "\xe2\x81\xa8"
#define PDI "\xe2\x81\xa9"

static const struct
{
  const char *name;
  const char *plain;
  const char *among; /* NULL where it is the same. */
} cases[] = {
  { "article.txt", "article.txt", NULL },
  { "Überblick – 2024.txt", "Überblick – 2024.txt", NULL },
  { "", "", NULL },
  { "a\xff.txt", "a" FFFD ".txt", NULL },
  { "caf\xe9.txt", "caf" FFFD ".txt", NULL },
  { "two\nlines\r\t.txt", "two" FFFD "lines" FFFD FFFD ".txt", NULL },
  { "a\x1b[31mb\x7f", "a" FFFD "[31mb" FFFD, NULL },
  { "a\xc2\x85z", "a" FFFD "z", NULL },
  /* Line and paragraph separator. */
  { "a\xe2\x80\xa8z\xe2\x80\xa9", "a" FFFD "z" FFFD, NULL },
  /* Right-to-left override, the mark of a byte order, an unclosed isolate. */
  { "a\xe2\x80\xaetxt.exe", "a" FFFD "txt.exe", NULL },
  { "a\xef\xbb\xbfz", "a" FFFD "z", NULL },
  { FSI "a", FFFD "a", NULL },
  /* Letters that a non-joiner keeps apart. */
  { "\xd9\x85\xdb\x8c\xe2\x80\x8c\xd8\xae\xd9\x88\xd8\xa7\xd9\x87\xd9\x85",
    "\xd9\x85\xdb\x8c\xe2\x80\x8c\xd8\xae\xd9\x88\xd8\xa7\xd9\x87\xd9\x85",
    FSI "\xd9\x85\xdb\x8c\xe2\x80\x8c\xd8\xae\xd9\x88\xd8\xa7\xd9\x87\xd9"
        "\x85" PDI },
  { "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d.txt",
    "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d.txt",
    FSI "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d.txt" PDI },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *among
          = cases[i].among != NULL ? cases[i].among : cases[i].plain;
      g_autofree char *plain = readout_display_plain (cases[i].name);
      g_autofree char *shown = readout_display_name (cases[i].name);
      g_autofree char *again = readout_display_name (shown);
      g_autofree char *back = readout_display_plain (shown);

      g_assert_cmpstr (plain, ==, cases[i].plain);
      g_assert_cmpstr (shown, ==, among);
      g_assert_cmpstr (again, ==, among);
      g_assert_cmpstr (back, ==, plain);
    }
}

/* Any bytes at all. */
static void
test_random (void)
{
  for (guint i = 0; i < 5000; i++)
    {
      char             name[64];
      gsize            length = g_test_rand_int_range (0, sizeof name);
      g_autofree char *shown = NULL;

      for (gsize j = 0; j < length; j++)
        name[j] = (char)g_test_rand_int_range (1, 256);
      name[length] = '\0';
      shown = readout_display_basename (name);
      g_assert_true (g_utf8_validate (shown, -1, NULL));
      g_assert_null (strpbrk (shown, "\n\r\t\x1b\x7f"));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/display-name/cases", test_cases);
  g_test_add_func ("/display-name/random", test_random);

  return g_test_run ();
}
