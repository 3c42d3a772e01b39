/* detector.h: article in, suggestions out
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "detect/models/model.h"
#include "language/english.h"
#include "model/document.h"

G_BEGIN_DECLS

/* The memory that detection may take of any text, in bytes for each of its
 * bytes; and beside that, whatever the length of the text, for the block of
 * words that the taggers are at.  The text itself, the model and the word lists
 * are not counted.  bench-hostile measures what the worst texts that are known
 * take. */
#define READOUT_DETECTOR_BYTES_PER_BYTE 100
#define READOUT_DETECTOR_FIXED_BYTES 16000000

/* And never more than this, so that a text is refused before the machine is
 * out of memory: the longest novels have 6 MB. */
#define READOUT_DETECTOR_MAX_MEMORY 2000000000

/* The largest text that is taken, in bytes of UTF-8. */
#define READOUT_DETECTOR_MAX_TEXT                                              \
  (READOUT_DETECTOR_MAX_MEMORY / READOUT_DETECTOR_BYTES_PER_BYTE)

/* Called from the worker thread; fraction is 0 to 1. */
typedef void (*ReadoutDetectorProgress) (double fraction, gpointer user_data);

/* The name and version that suggestions carry, "readout 0.1", with a model
 * "readout/en-news-1 0.1". */
const char *readout_detector_get_name (const ReadoutDetectorModel *model);

/* Returns an array of ReadoutRecord (all kinds, state suggested, with fresh
 * ids that start at m1, a1, s1, g1), in text order, or NULL if cancelled or
 * if the text is too large. */
GPtrArray *readout_detector_run (ReadoutDetectorModel   *model,
                                 ReadoutText            *text,
                                 const char             *published,
                                 const char             *language,
                                 ReadoutDetectorProgress progress,
                                 gpointer                progress_data,
                                 GCancellable           *cancellable,
                                 GError                **error);
GPtrArray *readout_detector_run_document (ReadoutDetectorModel   *model,
                                          ReadoutDocument        *document,
                                          ReadoutDetectorProgress progress,
                                          gpointer                progress_data,
                                          GCancellable           *cancellable,
                                          GError                **error);
GPtrArray *readout_detector_explain (ReadoutDetectorModel *model,
                                     ReadoutDocument      *document,
                                     GPtrArray           **rules,
                                     GCancellable         *cancellable,
                                     GError              **error);
void       readout_detector_run_async (ReadoutDetectorModel   *model,
                                       ReadoutDocument        *document,
                                       ReadoutDetectorProgress progress,
                                       gpointer                progress_data,
                                       GCancellable           *cancellable,
                                       GAsyncReadyCallback     callback,
                                       gpointer                user_data);
GPtrArray *readout_detector_run_finish (GAsyncResult *result, GError **error);

/* Whether an article is in English, which is all the detector knows. */
ReadoutEnglish readout_detector_check_language (ReadoutText *text,
                                                const char  *language);

G_END_DECLS
