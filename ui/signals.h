/* signals.h: ending the program when a signal asks for it
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A watch over the signals that ask a program to end. */
typedef struct _ReadoutSignals ReadoutSignals;

typedef void (*ReadoutSignalsFunc) (gpointer user_data);

ReadoutSignals *readout_signals_new (ReadoutSignalsFunc func,
                                     gpointer           user_data,
                                     guint              patience_ms);
void            readout_signals_end (ReadoutSignals *self);
void            readout_signals_free (ReadoutSignals *self);

G_END_DECLS
