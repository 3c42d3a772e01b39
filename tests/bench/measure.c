/* measure.c: the time and the memory of a process
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "measure.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#define MAX_MEMORY ((rlim_t)8 << 30)

/* Bytes of the memory in use now, VmRSS:, or of the most since the last call
 * of measure_forget_peak(), VmHWM:. */
gint64
measure_memory (const char *field)
{
  g_autofree char *status = NULL;
  const char      *at;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;
  at = strstr (status, field);
  return at != NULL ? (gint64)strtol (at + strlen (field), NULL, 10) * 1024 : 0;
}

void
measure_forget_peak (void)
{
  FILE *file = fopen ("/proc/self/clear_refs", "w");

  if (file == NULL)
    return;
  fputs ("5", file);
  fclose (file);
}

double
measure_cpu_seconds (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return usage.ru_utime.tv_sec + usage.ru_utime.tv_usec / 1e6
         + usage.ru_stime.tv_sec + usage.ru_stime.tv_usec / 1e6;
}

/* Ends the process where it takes longer, or more than 8 GB.  What goes beyond
 * ends in g_error(), which is not to leave a core. */
void
measure_set_limits (guint seconds)
{
  setrlimit (RLIMIT_CPU, &(struct rlimit){ seconds, seconds });
  setrlimit (RLIMIT_AS, &(struct rlimit){ MAX_MEMORY, MAX_MEMORY });
  setrlimit (RLIMIT_CORE, &(struct rlimit){ 0, 0 });
}
