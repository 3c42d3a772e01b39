/* main-thread.c: the thread that draws the window and must not wait
 *
 * A disk can be full of other work, at the other end of a network, or gone.
 * Whoever waits for it in the thread that answers keys and draws the window
 * stops the window for as long, and what takes its time in the processor alone
 * (a digest, JSON) stops it, too.  So these are done in other threads, and the
 * functions that do them look here where they are: once the window program has
 * said which thread it is that must be kept free, a call from it is a fault,
 * which is told in the log and ends a test.
 *
 * Programs without a window, and tests, have nothing to keep free.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout"

#include "config.h"

#include "base/main-thread.h"

/* The thread that is kept free; NULL as long as none is. */
static GThread *kept_free;

/**
 * readout_main_thread_keep_free:
 * @keep_free: whether the calling thread is to be kept free from now on
 *
 * To be called by a program that has a window before it reads any file.  Tests
 * call it for a part of theirs.
 */
void
readout_main_thread_keep_free (gboolean keep_free)
{
  g_atomic_pointer_set (&kept_free, keep_free ? g_thread_self () : NULL);
}

/**
 * readout_main_thread_check:
 * @what: what is about to be done, as in "Reading a file"
 *
 * To be called by what waits for a disk or reckons for long.  Complains in the
 * log if the calling thread is to be kept free.
 */
void
readout_main_thread_check (const char *what)
{
  g_return_if_fail (what != NULL);

  if (g_atomic_pointer_get (&kept_free) == g_thread_self ())
    g_critical ("%s in the thread of the window", what);
}
