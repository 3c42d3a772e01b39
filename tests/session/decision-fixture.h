/* decision-fixture.h: two sides that have changed the same items
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "session-fixture.h"
#include "session/decision.h"

G_BEGIN_DECLS

typedef gboolean (*DecisionCondition) (SessionFixture *fixture, gpointer data);

GFile *decision_fixture_get_file (SessionFixture *fixture);
void   decision_fixture_set_note (ReadoutDocument *document,
                                  const char      *id,
                                  const char      *note);
void   decision_fixture_write_theirs (SessionFixture *fixture,
                                      const char     *m3,
                                      const char     *m4,
                                      const char     *title);
void   decision_fixture_disagree (SessionFixture *fixture);
void   decision_fixture_wait_until (SessionFixture   *fixture,
                                    DecisionCondition condition,
                                    gpointer          data);
guint  decision_fixture_find (ReadoutDecision *decision, const char *key);
void   decision_fixture_assert_notes (ReadoutDocument *document,
                                      const char      *m1,
                                      const char      *m3,
                                      const char      *m4,
                                      const char      *title);
void   decision_fixture_assert_file (SessionFixture *fixture,
                                     const char     *m1,
                                     const char     *m3,
                                     const char     *m4,
                                     const char     *title);

G_END_DECLS
