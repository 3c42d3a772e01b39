/* inspector-fixture.h: an inspector over a made-up article
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "inspector/editor.h"
#include "inspector/entry-list.h"
#include "inspector/inspector.h"

/**
 * InspectorFixture:
 * @session: over the made-up article, everything suggested
 * @window: with the actions "win" that the cards need
 * @inspector: its child
 */
typedef struct
{
  ReadoutSession *session;
  GtkWindow      *window;
  GtkWidget      *inspector;
} InspectorFixture;

ReadoutDocument *fixture_make_document (void);
void             fixture_set_up (InspectorFixture *self, gconstpointer data);
void             fixture_tear_down (InspectorFixture *self, gconstpointer data);
void             fixture_show (InspectorFixture *self);
void             fixture_settle (void);
ReadoutSpan      fixture_find (ReadoutDocument *document, const char *words);
gpointer         fixture_get (InspectorFixture *self, const char *id);
guint            fixture_count_steps (InspectorFixture *self);
GtkWidget       *fixture_open (InspectorFixture *self, const char *id);
gpointer         fixture_field (GtkWidget *editor, const char *name);
