/* edits-fixture.h: acts upon the made-up article, and what they must leave
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "edits/stamp.h"
#include "support/fixtures.h"

G_BEGIN_DECLS

/**
 * EditsFixture:
 * @document: the article, all suggested
 * @text: its text
 * @start: its annotation file before the test
 */
typedef struct
{
  ReadoutDocument *document;
  ReadoutText     *text;
  char            *start;
} EditsFixture;

extern const ReadoutStamp edits_stamp;

void        edits_set_up (EditsFixture *fixture, gconstpointer data);
void        edits_tear_down (EditsFixture *fixture, gconstpointer data);
ReadoutSpan edits_find (EditsFixture *fixture, const char *words, guint nth);
const ReadoutReview *edits_get_review (EditsFixture *fixture, const char *id);
void                 edits_check_review (EditsFixture      *fixture,
                                         const char        *id,
                                         ReadoutReviewState state,
                                         gboolean           has_suggested);

/* Each asserts that the act makes `n` changes. */
void edits_accept (EditsFixture *fixture, guint n, const char *id);
void edits_reject (EditsFixture *fixture, guint n, const char *id);
void edits_set_type (EditsFixture      *fixture,
                     guint              n,
                     const char        *id,
                     ReadoutMentionType type);
void edits_link (EditsFixture *fixture,
                 guint         n,
                 const char   *id,
                 const char   *actor_id);

G_END_DECLS
