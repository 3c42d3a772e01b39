/* session.c: what the window is working on
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include "session.h"

struct _ReadoutSession
{
  GObject parent_instance;
};

G_DEFINE_FINAL_TYPE (ReadoutSession, readout_session, G_TYPE_OBJECT)

static void
readout_session_class_init (ReadoutSessionClass *klass)
{
}

static void
readout_session_init (ReadoutSession *self)
{
}

ReadoutSession *
readout_session_new (void)
{
  return g_object_new (READOUT_TYPE_SESSION, NULL);
}
