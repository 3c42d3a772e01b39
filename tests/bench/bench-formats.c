/* bench-formats.c: files made to hurt those who read them
 *
 * usage: bench-formats [--bytes N] [SHAPE]…
 *
 * Each shape is made in several sizes and read in a process of its own, as
 * JSON or as a text.  Printed are the seconds of processor time and the peak
 * of memory a byte of the file, the file itself not counted; by which power of
 * the size the time grows; and why it was refused, if it was.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "formats/article.h"
#include "formats/json.h"
#include "measure.h"

/* A sharp sign in @unit becomes a number that is another one each time, in
 * seven digits, and an at sign a word of 14 letters whose g_str_hash() is
 * always the same. */
typedef struct
{
  const char *name;
  gboolean    is_json;
  const char *head;
  const char *unit;
  const char *tail; /* What the last byte of the units becomes, and the end. */
} Shape;

#define HEAD "{\"format\":\"readout-annotation\",\"version\":1,"
#define DOCUMENT HEAD "\"document\":{\"text\":\"Ann spoke.\"},"

static const Shape shapes[] = {
  { "deep-arrays", TRUE, "", "[", "" },
  { "deep-objects", TRUE, "", "{\"a\":", "" },
  { "flat-arrays", TRUE, DOCUMENT "\"x\":[", "[],", "0]}" },
  { "flat-objects", TRUE, DOCUMENT "\"x\":[", "{},", "0]}" },
  { "numbers", TRUE, DOCUMENT "\"x\":[", "1,", "0]}" },
  { "long-number", TRUE, DOCUMENT "\"x\":[1", "1", "]}" },
  { "long-fraction", TRUE, DOCUMENT "\"x\":[0.1", "1", "]}" },
  { "exponents", TRUE, DOCUMENT "\"x\":[", "1e308,", "0]}" },
  { "string", TRUE, DOCUMENT "\"x\":\"", "a", "\"}" },
  { "escapes", TRUE, DOCUMENT "\"x\":\"", "\\u00e9", "\"}" },
  { "text", TRUE, HEAD "\"document\":{\"text\":\"", "Ann spoke. ", "\"}}" },
  { "text-breaks", TRUE, HEAD "\"document\":{\"text\":\"", "\\n", "\"}}" },
  { "name", TRUE, DOCUMENT "\"", "a", "\":0}" },
  { "members", TRUE, DOCUMENT, "\"x#\":0,", "\"y\":0}" },
  { "collisions", TRUE, DOCUMENT, "\"@\":0,", "\"y\":0}" },
  { "small-objects",
    TRUE,
    DOCUMENT "\"x\":[",
    "{\"a#\":0,\"b\":\"\"},",
    "0]}" },
  { "actors",
    TRUE,
    DOCUMENT "\"actors\":[",
    "{\"id\":\"a#\",\"type\":\"person\",\"name\":\"Ann\"},",
    "{\"id\":\"b\",\"type\":\"person\",\"name\":\"Ann\"}]}" },
  { "same-hash",
    TRUE,
    DOCUMENT "\"actors\":[",
    "{\"id\":\"@\",\"type\":\"person\",\"name\":\"Ann\"},",
    "{\"id\":\"b\",\"type\":\"person\",\"name\":\"Ann\"}]}" },
  { "same-id",
    TRUE,
    DOCUMENT "\"actors\":[",
    "{\"id\":\"a\",\"type\":\"person\",\"name\":\"Ann\"},",
    "{\"id\":\"a\",\"type\":\"person\",\"name\":\"Ann\"}]}" },
  { "faults", TRUE, DOCUMENT "\"actors\":[", "{},", "{}]}" },
  { "mentions",
    TRUE,
    DOCUMENT "\"mentions\":[",
    "{\"id\":\"m#\",\"start\":0,\"end\":3,\"text\":\"Ann\",\"type\":\"person\","
    "\"form\":\"name\"},",
    "{\"id\":\"m\",\"start\":0,\"end\":3,\"text\":\"Ann\",\"type\":\"person\","
    "\"form\":\"name\"}]}" },
  { "parents",
    TRUE,
    DOCUMENT "\"statements\":[",
    "{\"id\":\"s#\",\"manner\":\"direct\",\"content\":[{\"start\":0,\"end\":3,"
    "\"text\":\"Ann\"}],\"parent\":\"s\"},",
    "{\"id\":\"s\",\"manner\":\"direct\",\"content\":[{\"start\":0,\"end\":3,"
    "\"text\":\"Ann\"}]}]}" },
  { "speakers",
    TRUE,
    DOCUMENT "\"statements\":[{\"id\":\"s\",\"manner\":\"direct\",\"content\":["
             "{\"start\":0,\"end\":3,\"text\":\"Ann\"}],\"speakers\":[",
    "\"a#\",",
    "\"a\"]}]}" },
  { "spans",
    TRUE,
    DOCUMENT
    "\"statements\":[{\"id\":\"s\",\"manner\":\"direct\",\"content\":[",
    "{\"start\":0,\"end\":1,\"text\":\"A\"},",
    "{\"start\":1,\"end\":3,\"text\":\"nn\"}]}]}" },
  { "spaces", TRUE, "", " ", "{}" },
  { "plain", FALSE, "", "Ann spoke.\n", "" },
  { "one-line", FALSE, "", "Ann spoke. ", "" },
  { "breaks", FALSE, "", "\n", "" },
  { "returns", FALSE, "", "\r", "" },
  { "latin", FALSE, "", "Andr\xe9 spoke.\n", "" },
  { "windows", FALSE, "", "\x93No,\x94 Ann said.\n", "" },
  { "not-text", FALSE, "", "\xff\xfe\xfd ", "" },
  { "marks", FALSE, "", "\xef\xbb\xbf", "" },
  { "joiners", FALSE, "", "a\xe2\x80\x8b", "" },
  { "controls", FALSE, "", "a\x08", "" },
  { "escapes-of-terminals", FALSE, "", "\x1b[1ma", "" },
  { "tags", FALSE, "", "<p>Ann spoke.</p>\n", "" },
  { "open-tags", FALSE, "", "<", "" },
  { "entities", FALSE, "", "&amp;", "" },
  { "bylines", FALSE, "", "By Ann Berg\n", "" },
  { "dates", FALSE, "", "Monday 3 May 2021\n", "" },
};

static const guint sizes[] = { 1000000, 10000000, 100000000 };

static void
append_collision (GString *data, guint n)
{
  for (guint bit = 0; bit < 24; bit++)
    g_string_append (data, n >> bit & 1 ? "Aa" : "B@");
}

static GString *
make_data (const Shape *shape, gsize n_bytes)
{
  GString *data = g_string_sized_new (n_bytes + 1024);
  guint    n = 0;

  g_string_append (data, shape->head);
  for (; data->len < n_bytes; n++)
    for (const char *p = shape->unit; *p != '\0'; p++)
      if (*p == '#')
        g_string_append_printf (data, "%07u", n);
      else if (*p == '@' && shape->is_json)
        append_collision (data, n);
      else
        g_string_append_c (data, *p);
  g_string_append (data, shape->tail);

  return data;
}

typedef struct
{
  double seconds;
  gint64 peak; /* Bytes. */
  char   error[80];
} Figures;

static void
read_data (const Shape *shape, const GString *data, Figures *figures)
{
  g_autoptr (GError) error = NULL;
  gint64 before = measure_memory ("VmRSS:");
  double begin = measure_cpu_seconds ();
  g_autoptr (ReadoutDocument) document = NULL;

  measure_forget_peak ();
  document = shape->is_json ? readout_json_read (data->str, data->len, &error)
                            : readout_article_read (
                                data->str, data->len, "a.txt", NULL, &error);
  figures->peak = measure_memory ("VmHWM:") - before;
  figures->seconds = measure_cpu_seconds () - begin;
  if (error != NULL)
    g_strlcpy (figures->error, error->message, sizeof figures->error);
}

/* In a process of its own; FALSE if it did not come to its end. */
static gboolean
measure (const Shape *shape, gsize n_bytes, Figures *figures)
{
  int      ends[2];
  pid_t    child;
  gboolean done;

  fflush (stdout);
  if (pipe (ends) != 0)
    return FALSE;
  child = fork ();
  if (child == 0)
    {
      Figures own = { 0 };

      close (ends[0]);
      measure_set_limits (60);
      read_data (shape, make_data (shape, n_bytes), &own);
      _exit (write (ends[1], &own, sizeof (own)) == sizeof (own) ? 0 : 1);
    }
  close (ends[1]);
  done = read (ends[0], figures, sizeof (*figures)) == sizeof (*figures);
  close (ends[0]);
  waitpid (child, NULL, 0);

  return done;
}

static void
measure_shape (const Shape *shape, gsize largest)
{
  Figures before = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes) && sizes[i] <= largest; i++)
    {
      Figures figures = { 0 };

      printf ("%-20s %5.0f MB ", shape->name, sizes[i] / 1e6);
      if (!measure (shape, sizes[i], &figures))
        {
          printf (" given up\n");
          return;
        }
      printf ("%8.2f s %8.1f B/B",
              figures.seconds,
              (double)figures.peak / sizes[i]);
      if (before.seconds > 0.02)
        printf ("  time ^%.2f",
                log (figures.seconds / before.seconds)
                    / log ((double)sizes[i] / sizes[i - 1]));
      printf ("  %s\n", figures.error);
      before = figures;
    }
}

int
main (int argc, char *argv[])
{
  g_autoptr (GOptionContext) context = NULL;
  g_autoptr (GError) error = NULL;
  int                largest = 100000000;
  const GOptionEntry entries[] = { { "bytes",
                                     0,
                                     G_OPTION_FLAG_NONE,
                                     G_OPTION_ARG_INT,
                                     &largest,
                                     "The largest size",
                                     "N" },
                                   { NULL } };

  context = g_option_context_new ("[SHAPE]…");
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      g_printerr ("%s\n", error->message);
      return 2;
    }

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    if (argc < 2
        || g_strv_contains ((const char *const *)argv + 1, shapes[i].name))
      measure_shape (&shapes[i], largest);

  return 0;
}
