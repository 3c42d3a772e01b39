/* bench-hostile.c: texts made to hurt the detector
 *
 * usage: bench-hostile [--model FILE] [--steps] [--bytes N] [SHAPE]…
 *
 * Each shape is repeated up to several sizes and detected in a process of its
 * own.  Printed are the seconds of processor time and the peak of memory a
 * byte of text, the text itself not counted; then by which power of the size
 * the time grows from one size to the next: 1 is as it should be.  What takes
 * longer than a minute, or more than 8 GB, is given up and shown as such.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "detect/detector.h"
#include "detect/steps.h"
#include "detect/suggestions.h"

#define MAX_SECONDS 60
#define MAX_MEMORY ((rlim_t)8 << 30)

/* A sharp sign in @unit becomes a word that is another one each time, with a
 * capital letter. */
typedef struct
{
  const char *name;
  const char *unit;
} Shape;

static const Shape shapes[] = {
  { "he-said", "He said " },
  { "he-said-stop", "He said so. " },
  { "said-he-that", "said he said that " },
  { "quoted-said", "“It is so,” he said. " },
  { "quoted-lines", "“It is so as we all know,” he said.\n" },
  { "quoted-alone", "“It is so as we all know here.”\n" },
  { "quoted-words", "“yes it will be so for us” " },
  { "words", "the bridge will open again and " },
  { "one-word", "a" },
  { "one-capital", "A" },
  { "letters", "a " },
  { "letter-lines", "a\n" },
  { "capitals", "Aa Bb " },
  { "all-capitals", "BERG MEETS VELK " },
  { "digits", "1" },
  { "numbers", "12 " },
  { "breaks", "\n" },
  { "crlf", "\r\n" },
  { "spaces", " " },
  { "space-lines", " \n" },
  { "tabs", "a\t" },
  { "uprights", "| " },
  { "straight", "\"" },
  { "straight-words", "\"a " },
  { "curly-open", "“" },
  { "curly-close", "”" },
  { "curly-pairs", "“”" },
  { "single", "'" },
  { "single-words", "'a s' " },
  { "nested", "“a ‘b “c " },
  { "nested-closed", "“a ‘b “c” d’ e” " },
  { "stops", "." },
  { "commas", ", " },
  { "semicolons", ";" },
  { "colons", "A:\n" },
  { "open", "(" },
  { "brackets", "[a] " },
  { "hyphens", "a-" },
  { "apostrophes", "a's" },
  { "initials", "U.S. " },
  { "points", "a." },
  { "doctor", "Dr. " },
  { "dates", "Monday 3 May 2021 " },
  { "months", "May " },
  { "durations", "two hours and " },
  { "after", "the day after " },
  { "met", "met with " },
  { "talks", "talks between " },
  { "meeting", "Ada Berg met Tomas Velk in Oslo on Monday. " },
  { "meeting-names", "# Berg met # Velk in Oslo on Monday. " },
  { "visit", "visit to Oslo and " },
  { "president", "President John Smith " },
  { "titles", "President " },
  { "same-name", "Ada Berg said so. " },
  { "names", "# " },
  { "two-names", "# # said so. " },
  { "many-berg", "# Berg said so. " },
  { "minister", "Minister # # said so. " },
  { "ministry", "the # ministry said so. " },
  { "list", "Ada Berg, " },
  { "list-names", "# Berg, " },
  { "and", "Ada Berg and " },
  { "pronouns", "they he it she " },
  { "who", "who said that " },
  { "according", "according to Berg " },
  { "according-lines", "It is so, according to Berg.\n" },
  { "headings", "Talks Begin in Oslo\n" },
  { "headings-names", "# Meets # in Oslo\n" },
  { "byline", "By Ada Berg\n" },
  { "dialogue", "ADA BERG: It will be open for all.\n" },
  { "interview", "Q: Why?\nA: So.\n" },
  { "of", "the head of the " },
  { "office", "the office of the minister of the " },
  { "countries", "Norway Sweden " },
  { "long-sentence",
    "Ada Berg met Tomas Velk in Oslo and he said “it is” and " },
  { "marks", "e\xcc\x81" },
  { "marks-alone", "\xcc\x81" },
  { "order-marks", "\xef\xbb\xbf" },
  { "joiners", "\xe2\x80\x8b" },
  { "joined", "a\xe2\x80\x8b" },
  { "chinese", "中国外交部长" },
  { "arabic", "قال الوزير " },
  { "german", "der die das und " },
  { "two-tongues",
    "The talks will go on as both sides wish to have it.\nDer "
    "Minister sagte, dass die Gespräche nicht zu Ende sind "
    "und auch nicht so bald enden.\n" },
};

static const guint sizes[] = { 100000, 500000, 1000000, 10000000 };

/* For shapes that hold no word at all. */
#define HUGE_BYTES 100000000

static void
append_other_word (GString *text, guint n)
{
  g_string_append_c (text, 'A' + n % 26);
  for (n /= 26; n > 0; n /= 26)
    g_string_append_c (text, 'a' + n % 26);
  g_string_append (text, "el");
}

static ReadoutText *
make_text (const Shape *shape, gsize n_bytes)
{
  g_autoptr (GString) text = g_string_sized_new (n_bytes + 128);
  guint n = 0;

  while (text->len < n_bytes)
    for (const char *p = shape->unit; *p != '\0'; p++)
      if (*p == '#')
        append_other_word (text, n++);
      else
        g_string_append_c (text, *p);

  return readout_text_new (text->str, text->len);
}

/* Kilobytes: of the memory in use now, or of the most since the last call of
 * forget_peak(). */
static long
read_status (const char *field)
{
  g_autofree char *status = NULL;
  const char      *at;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;
  at = strstr (status, field);
  return at != NULL ? strtol (at + strlen (field), NULL, 10) : 0;
}

static void
forget_peak (void)
{
  FILE *file = fopen ("/proc/self/clear_refs", "w");

  if (file == NULL)
    return;
  fputs ("5", file);
  fclose (file);
}

typedef struct
{
  double  seconds;
  gint64  peak; /* Bytes. */
  guint32 n_records;
} Figures;

static double
cpu_seconds (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return usage.ru_utime.tv_sec + usage.ru_utime.tv_usec / 1e6
         + usage.ru_stime.tv_sec + usage.ru_stime.tv_usec / 1e6;
}

static void
detect (ReadoutDetectorModel *model,
        ReadoutText          *text,
        gboolean              by_step,
        Figures              *figures)
{
  guint                      n_steps;
  const ReadoutDetectorStep *steps = readout_detector_get_steps (&n_steps);
  g_autoptr (ReadoutAnalysis) analysis = NULL;
  g_autoptr (GPtrArray) records = NULL;
  long   before = read_status ("VmRSS:");
  double begin = cpu_seconds ();
  double start = begin;

  forget_peak ();
  analysis = readout_analysis_new (model, text, "2023-09-18", "en", NULL);
  for (guint i = 0; i <= n_steps; i++)
    {
      gint64 peak;

      if (i < n_steps)
        steps[i].run (analysis);
      else
        records = readout_suggestions_make (analysis, "bench", NULL);
      peak = (read_status ("VmHWM:") - before) * 1024;
      figures->peak = MAX (figures->peak, peak);
      if (by_step)
        printf ("    %-12s %8.2f s %8.1f B/B\n",
                i < n_steps ? steps[i].name : "records",
                cpu_seconds () - start,
                (double)peak / readout_text_get_n_bytes (text));
      fflush (stdout);
      start = cpu_seconds ();
      forget_peak ();
    }
  figures->n_records = records->len;
  figures->seconds = cpu_seconds () - begin;
}

/* In a process of its own; FALSE if it did not come to its end. */
static gboolean
measure (ReadoutDetectorModel *model,
         const Shape          *shape,
         gsize                 n_bytes,
         gboolean              by_step,
         Figures              *figures)
{
  const struct rlimit seconds = { MAX_SECONDS, MAX_SECONDS };
  const struct rlimit memory = { MAX_MEMORY, MAX_MEMORY };
  int                 ends[2];
  pid_t               child;
  gboolean            done;

  fflush (stdout);
  if (pipe (ends) != 0)
    return FALSE;
  child = fork ();
  if (child == 0)
    {
      Figures      own = { 0 };
      ReadoutText *text = make_text (shape, n_bytes);

      close (ends[0]);
      /* What goes beyond ends in g_error(), which is not to leave a core. */
      setrlimit (RLIMIT_CPU, &seconds);
      setrlimit (RLIMIT_AS, &memory);
      setrlimit (RLIMIT_CORE, &(struct rlimit){ 0, 0 });
      detect (model, text, by_step, &own);
      _exit (write (ends[1], &own, sizeof (own)) == sizeof (own) ? 0 : 1);
    }
  close (ends[1]);
  done = read (ends[0], figures, sizeof (*figures)) == sizeof (*figures);
  close (ends[0]);
  waitpid (child, NULL, 0);

  return done;
}

static gboolean
is_wordless (const Shape *shape)
{
  return strspn (shape->unit, " \r\n") == strlen (shape->unit);
}

static void
measure_shape (ReadoutDetectorModel *model,
               const Shape          *shape,
               gsize                 largest,
               gboolean              by_step)
{
  Figures before = { 0 };
  gsize   bytes_before = 0;

  for (guint i = 0; i <= G_N_ELEMENTS (sizes); i++)
    {
      gsize   n_bytes = i < G_N_ELEMENTS (sizes) ? sizes[i] : HUGE_BYTES;
      Figures figures = { 0 };

      if (n_bytes > largest || (n_bytes == HUGE_BYTES && !is_wordless (shape)))
        continue;
      printf ("%-16s %5.1f MB ", shape->name, n_bytes / 1e6);
      if (by_step)
        printf ("\n");
      if (!measure (model, shape, n_bytes, by_step, &figures))
        {
          printf (" given up\n");
          return;
        }
      printf ("%8.2f s %8.1f B/B %9u records",
              figures.seconds,
              (double)figures.peak / n_bytes,
              figures.n_records);
      if (bytes_before > 0 && before.seconds > 0.02)
        printf ("  time ^%.2f",
                log (figures.seconds / before.seconds)
                    / log ((double)n_bytes / bytes_before));
      printf ("\n");
      before = figures;
      bytes_before = n_bytes;
    }
}

int
main (int argc, char *argv[])
{
  g_autoptr (GOptionContext) context = NULL;
  g_autoptr (ReadoutDetectorModel) model = NULL;
  g_autoptr (ReadoutText) warm = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char   *path = NULL;
  gboolean           by_step = FALSE;
  int                largest = HUGE_BYTES;
  const GOptionEntry entries[] = { { "model",
                                     0,
                                     G_OPTION_FLAG_NONE,
                                     G_OPTION_ARG_FILENAME,
                                     &path,
                                     "The model to use",
                                     "FILE" },
                                   { "steps",
                                     0,
                                     G_OPTION_FLAG_NONE,
                                     G_OPTION_ARG_NONE,
                                     &by_step,
                                     "Show each step",
                                     NULL },
                                   { "bytes",
                                     0,
                                     G_OPTION_FLAG_NONE,
                                     G_OPTION_ARG_INT,
                                     &largest,
                                     "The largest size",
                                     "N" },
                                   { NULL } };

  context = g_option_context_new ("[SHAPE]…");
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error)
      || (path != NULL
          && (model = readout_detector_model_open (path, &error)) == NULL))
    {
      g_printerr ("%s\n", error->message);
      return 2;
    }

  /* The first article pays for the word lists. */
  warm = readout_text_new ("Ada Berg met Tomas Velk. “It is,” he said.", -1);
  records = readout_detector_run (
      model, warm, "2023-09-18", "en", NULL, NULL, NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (shapes); i++)
    if (argc < 2
        || g_strv_contains ((const char *const *)argv + 1, shapes[i].name))
      measure_shape (model, &shapes[i], largest, by_step);

  return 0;
}
