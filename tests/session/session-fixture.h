/* session-fixture.h: a session with a made-up article of ten records
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "session/opener.h"

G_BEGIN_DECLS

/* A session and its parts; the last three are those of what is open. */
typedef struct
{
  ReadoutSession     *session;
  ReadoutSaver       *saver;
  ReadoutSuggester   *suggester;
  ReadoutOpener      *opener;
  ReadoutDocument    *document;
  ReadoutAnnotations *annotations;
  ReadoutUndoStack   *stack;
} SessionFixture;

extern const char session_fixture_article[];

void session_fixture_init (int *argc, char ***argv);
int  session_fixture_run (void);
void session_fixture_set_up (SessionFixture *fixture, gconstpointer data);
void session_fixture_tear_down (SessionFixture *fixture, gconstpointer data);
void session_fixture_look_up (SessionFixture *fixture);
void session_fixture_flush (SessionFixture *fixture);
void session_fixture_paste (SessionFixture *fixture,
                            const char     *text,
                            const char     *name);
void session_fixture_replace (SessionFixture *fixture);
void session_fixture_wait_for (const gboolean *flag);
ReadoutStore *session_fixture_kill (SessionFixture *fixture);
void          session_fixture_remove_folder (const char *path);

ReadoutSpan        session_fixture_span_of (const char *words, guint nth);
ReadoutReviewState session_fixture_state_of (SessionFixture *fixture,
                                             const char     *id);
void session_fixture_assert_status (SessionFixture *fixture, const char *words);

#define SESSION_FIXTURE_ADD(path, function)                                    \
  g_test_add (path,                                                            \
              SessionFixture,                                                  \
              NULL,                                                            \
              session_fixture_set_up,                                          \
              function,                                                        \
              session_fixture_tear_down)

G_END_DECLS
