/* measure.h: the time and the memory of a process
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

gint64 measure_memory (const char *field);
void   measure_forget_peak (void);
double measure_cpu_seconds (void);
void   measure_set_limits (guint seconds);
