/* test-shared-string.c: strings that many records have in common
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "base/shared-string.h"

static void
test_same (void)
{
  char        text[] = "readout 0.1";
  const char *one = readout_shared_string_new (text);
  const char *two = readout_shared_string_new ("readout 0.1");
  const char *other = readout_shared_string_new ("readout 0.2");
  const char *empty = readout_shared_string_new ("");

  g_assert_true (one != text && one == two && one != other);
  g_assert_cmpstr (one, ==, "readout 0.1");
  g_assert_cmpstr (other, ==, "readout 0.2");
  g_assert_cmpstr (empty, ==, "");
  g_assert_null (readout_shared_string_new (NULL));

  g_assert_true (readout_shared_string_ref (one) == one);
  g_assert_null (readout_shared_string_ref (NULL));
  readout_shared_string_unref (one);
  readout_shared_string_unref (one);
  g_assert_cmpstr (two, ==, "readout 0.1");

  readout_shared_string_unref (two);
  readout_shared_string_unref (other);
  readout_shared_string_unref (empty);
  readout_shared_string_unref (NULL);
}

static void
test_set (void)
{
  const char *field = NULL;
  const char *other = NULL;

  readout_shared_string_set (&field, "mk");
  readout_shared_string_set (&other, field);
  g_assert_true (field == other);
  readout_shared_string_set (&field, field);
  g_assert_cmpstr (field, ==, "mk");
  readout_shared_string_set (&field, NULL);
  g_assert_null (field);
  g_assert_cmpstr (other, ==, "mk");
  readout_shared_string_set (&other, NULL);
}

#define N_THREADS 4
#define N_ROUNDS 20000

/* The last holder gives a string up while another thread asks for it. */
static gpointer
take_and_give (gpointer data)
{
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      char        text[] = { 'a' + i % 3, '\0' };
      const char *shared = readout_shared_string_new (text);
      const char *again = readout_shared_string_ref (shared);

      g_assert_cmpstr (shared, ==, text);
      readout_shared_string_unref (shared);
      g_assert_cmpstr (again, ==, text);
      readout_shared_string_unref (again);
    }

  return NULL;
}

static void
test_threads (void)
{
  GThread *threads[N_THREADS];

  for (guint i = 0; i < N_THREADS; i++)
    threads[i] = g_thread_new ("shared", take_and_give, NULL);
  for (guint i = 0; i < N_THREADS; i++)
    g_thread_join (threads[i]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shared-string/same", test_same);
  g_test_add_func ("/shared-string/set", test_set);
  g_test_add_func ("/shared-string/threads", test_threads);
  return g_test_run ();
}
