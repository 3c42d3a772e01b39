/* article-details.h: title, source, date and the like, to be edited
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "session/session.h"

G_BEGIN_DECLS

#define READOUT_TYPE_ARTICLE_DETAILS (readout_article_details_get_type ())

G_DECLARE_FINAL_TYPE (ReadoutArticleDetails,
                      readout_article_details,
                      READOUT,
                      ARTICLE_DETAILS,
                      GtkBox)

void readout_article_details_set_session (ReadoutArticleDetails *self,
                                          ReadoutSession        *session);

/* Takes what was typed without Enter, when the form is closed. */
void readout_article_details_commit (ReadoutArticleDetails *self);

G_END_DECLS
