/* driver.c: runs a fuzz target on changed copies of a seed corpus
 *
 * A stand-in for libFuzzer where there is only gcc: the inputs depend on seed,
 * number and corpus alone, so that a run in the tests is always the same and
 * a failure can be repeated with --first N --count 1.  With clang the same
 * targets are built with -fsanitize=fuzzer and this file is left out.
 *
 * usage: fuzz-X [--count N] [--first N] [--seed S] FILE-OR-FOLDER…
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define MAX_INPUT_BYTES (256 * 1024)

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* Pieces that matter to the formats; inserted and put over what is there. */
static const char *const tokens[] = {
  "{",
  "}",
  "[",
  "]",
  "\"",
  ":",
  ",",
  "\\",
  "\\u0000",
  "\\ud800",
  "\\udc00",
  "null",
  "true",
  "-1",
  "1e999",
  "3.5",
  "0",
  "4294967296",
  "\"start\"",
  "\"end\"",
  "\"text\"",
  "\"id\"",
  "\"review\"",
  "\"a1\"",
  "\xef\xbb\xbf",
  "\xff",
  "\xc0\x80",
  "\xed\xa0\x80",
  "\xe2\x80\xa8",
  "\r\n",
  "\r",
  "\n\n",
  "“",
  "”",
  "’",
  "\"",
  " said ",
  " told ",
  "according to",
  "Monday",
  "2023-09-18",
  "Mr. ",
  "U.S. ",
  "(",
  ")",
  " -- ",
  "—",
  "\t",
  "\xf0\x9f\x98\x80",
  "e\xcc\x81",
};

static uint64_t number;

/* SplitMix64 (Steele, Lea and Flood, 2014): small and well distributed. */
static uint64_t
next_random (uint64_t *state)
{
  uint64_t z = *state += 0x9e3779b97f4a7c15u;

  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;

  return z ^ (z >> 31);
}

static gsize
below (uint64_t *state, gsize n)
{
  return n > 0 ? next_random (state) % n : 0;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *)a, *(char *const *)b);
}

static void
add_seeds (GPtrArray *seeds, const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  g_autoptr (GPtrArray) names = NULL;
  const char *name;
  char       *data;
  gsize       length;

  if (dir == NULL)
    {
      if (!g_file_get_contents (path, &data, &length, NULL))
        {
          fprintf (stderr, "cannot read %s\n", path);
          exit (2);
        }
      g_ptr_array_add (seeds, g_bytes_new_take (data, length));
      return;
    }

  /* In the order of names, which the system's is not. */
  names = g_ptr_array_new_with_free_func (g_free);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_build_filename (path, name, NULL));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    if (!g_file_test (g_ptr_array_index (names, i), G_FILE_TEST_IS_DIR))
      add_seeds (seeds, g_ptr_array_index (names, i));
}

static void
put (GByteArray *input, gsize at, const guint8 *piece, gsize n, gboolean over)
{
  g_autofree guint8 *tail = NULL;
  gsize              n_tail;

  if (over)
    n = MIN (n, input->len - at);
  else
    {
      n_tail = input->len - at;
      tail = g_memdup2 (input->data + at, n_tail);
      g_byte_array_set_size (input, input->len + n);
      if (n_tail > 0)
        memcpy (input->data + at + n, tail, n_tail);
    }
  if (n > 0)
    memcpy (input->data + at, piece, n);
}

/* One small change of one kind out of eight. */
static void
change (GByteArray *input, GPtrArray *seeds, uint64_t *state)
{
  gsize at = below (state, input->len + 1);
  gsize n = 1 + below (state, 40);

  n = MIN (n, input->len - at);

  switch (below (state, 8))
    {
    case 0: /* one bit */
      if (at < input->len)
        input->data[at] ^= 1 << below (state, 8);
      break;

    case 1: /* any byte */
      if (at < input->len)
        input->data[at] = next_random (state);
      break;

    case 2: /* a piece less */
      if (n > 0)
        g_byte_array_remove_range (input, at, n);
      break;

    case 3: /* a piece twice */
      if (n > 0)
        {
          g_autofree guint8 *piece = g_memdup2 (input->data + at, n);

          put (input, at, piece, n, FALSE);
        }
      break;

    case 4: /* the end cut off */
      if (below (state, 4) == 0)
        g_byte_array_set_size (input, at);
      break;

    case 5: /* a piece of another seed */
      {
        GBytes *other = g_ptr_array_index (seeds, below (state, seeds->len));
        gsize   size;
        const guint8 *data = g_bytes_get_data (other, &size);
        gsize         from = below (state, size + 1);
        gsize         taken = below (state, 200);

        taken = MIN (taken, size - from);
        put (input, at, data + from, taken, below (state, 2));
        break;
      }

    default: /* a token, put in or over */
      {
        const char *token = tokens[below (state, G_N_ELEMENTS (tokens))];

        put (
            input, at, (const guint8 *)token, strlen (token), below (state, 2));
      }
    }
}

static void
crash_cb (int signal_number)
{
  char message[128];
  int  n = snprintf (message,
                    sizeof message,
                    "\nfailed with --first %llu --count 1\n",
                    (unsigned long long)number);

  if (write (STDERR_FILENO, message, n) < 0)
    _exit (3);
  signal (signal_number, SIG_DFL);
  raise (signal_number);
}

int
main (int argc, char *argv[])
{
  gint64       count = 1000;
  gint64       first = 0;
  gint64       seed = 1;
  GOptionEntry entries[] = {
    { "count", 0, 0, G_OPTION_ARG_INT64, &count, "How many inputs", "N" },
    { "first", 0, 0, G_OPTION_ARG_INT64, &first, "Number of the first", "N" },
    { "seed", 0, 0, G_OPTION_ARG_INT64, &seed, "Seed of the changes", "S" },
    { NULL }
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("FILE-OR-FOLDER…");
  g_autoptr (GPtrArray) seeds
      = g_ptr_array_new_with_free_func ((GDestroyNotify)g_bytes_unref);
  g_autoptr (GError) error = NULL;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      fprintf (stderr, "%s\n", error->message);
      return 2;
    }
  for (int i = 1; i < argc; i++)
    add_seeds (seeds, argv[i]);
  if (seeds->len == 0)
    {
      fprintf (stderr, "no seeds\n");
      return 2;
    }

  signal (SIGABRT, crash_cb);
  signal (SIGSEGV, crash_cb);
  signal (SIGTRAP, crash_cb);

  for (gint64 i = first; i < first + count; i++)
    {
      uint64_t state = (uint64_t)seed * 0x100000001b3u + i;
      g_autoptr (GByteArray) input = g_byte_array_new ();
      GBytes *base;
      gsize   n_changes;

      number = i;

      /* The seeds themselves come first. */
      base = g_ptr_array_index (
          seeds, i < seeds->len ? (gsize)i : below (&state, seeds->len));
      g_byte_array_append (input,
                           g_bytes_get_data (base, NULL),
                           MIN (g_bytes_get_size (base), MAX_INPUT_BYTES));

      n_changes = i < seeds->len ? 0 : 1 + below (&state, 6);
      for (gsize j = 0; j < n_changes && input->len < MAX_INPUT_BYTES; j++)
        change (input, seeds, &state);

      LLVMFuzzerTestOneInput (input->data, input->len);
    }

  printf ("%lld inputs\n", (long long)count);

  return 0;
}
