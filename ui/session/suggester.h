/* suggester.h: what the detector suggests for the open article
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "session/session.h"

G_BEGIN_DECLS

#define READOUT_TYPE_SUGGESTER (readout_suggester_get_type ())

/* Runs the detector over the document of a session, whichever that is, and
 * stops when the session turns to another.  Whether it runs is said by the
 * session, in "detecting".
 *
 * Properties (all notify):
 *   "model"     string, nullable: which model is to be used, "rules" for none
 *               and %NULL or "" for the best that is installed
 *   "progress"  double, 0 to 1, of the detection
 * Signals:
 *   "suggested" (gboolean unasked)  suggestions were put into the document,
 *               unasked if nobody wanted them and there were none before */
G_DECLARE_FINAL_TYPE (
    ReadoutSuggester, readout_suggester, READOUT, SUGGESTER, GObject)

ReadoutSuggester *readout_suggester_new (ReadoutSession *session);

gboolean readout_suggester_offer (ReadoutSuggester *self);
void     readout_suggester_detect (ReadoutSuggester *self);
void     readout_suggester_cancel (ReadoutSuggester *self);

G_END_DECLS
