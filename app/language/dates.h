/* dates.h: time expressions and their values in ISO 8601
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "language/token.h"

G_BEGIN_DECLS

/**
 * ReadoutDateValue:
 * @first: index of its first token
 * @end: index of the token after its last
 * @is_duration: whether it is a length of time rather than a point or stretch
 * @value: ISO 8601 date, interval or duration, as far as it is decided; empty
 *   string if not
 */
typedef struct
{
  guint32  first;
  guint32  end;
  gboolean is_duration;
  char     value[48];
} ReadoutDateValue;

/* Finds the dates and durations of an article, by first token.  Reads tokens
 * and sentences only, so it can run before anything else is known. */
GArray *readout_dates_find (const GArray *tokens,
                            const GArray *sentences,
                            const char   *published,
                            GCancellable *cancellable);

G_END_DECLS
