/* retry.h: when to try again what has failed
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define READOUT_RETRY_N_DELAYS 5

/* When to try again to write a file. */
typedef struct _ReadoutRetry ReadoutRetry;

typedef void (*ReadoutRetryFunc) (gpointer user_data);

ReadoutRetry *readout_retry_new (ReadoutRetryFunc func, gpointer user_data);
void          readout_retry_free (ReadoutRetry *self);
void  readout_retry_set_delays (ReadoutRetry *self, const guint *delays);
guint readout_retry_wait (ReadoutRetry *self, GFile *file);
void  readout_retry_pause (ReadoutRetry *self);
void  readout_retry_stop (ReadoutRetry *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReadoutRetry, readout_retry_free)

G_END_DECLS
