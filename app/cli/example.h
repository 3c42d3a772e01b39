/* example.h: one article that a model is made from
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tagger/attribution/training.h"
#include "tagger/speech.h"

G_BEGIN_DECLS

/* The classes of names that corpora have, in the order of their numbers. */
#define READOUT_CLI_N_CLASSES 9
extern const char *const readout_cli_classes[READOUT_CLI_N_CLASSES + 1];

/**
 * ReadoutCliName:
 * @span: where it stands
 * @class_number: its class, an index into readout_cli_classes
 */
typedef struct
{
  ReadoutSpan span;
  guint8      class_number;
} ReadoutCliName;

/**
 * ReadoutCliExample:
 * @text: an article
 * @names: (nullable) (element-type ReadoutCliName): all names in it, none
 *   overlapping another
 * @statements: (nullable) (element-type ReadoutAttribution): all that is
 *   attributed in it
 * @speech: (nullable) (element-type ReadoutSpeechLabel): the parts of speech
 *   of its words
 *
 * One article to learn from.  A layer that is %NULL was not annotated, which
 * is something else than to have been found empty.
 */
typedef struct
{
  char   *text;
  GArray *names;
  GArray *statements;
  GArray *speech;
} ReadoutCliExample;

ReadoutCliExample *readout_cli_example_new (const char *text);
void               readout_cli_example_free (ReadoutCliExample *self);
GArray            *readout_cli_statements_new (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReadoutCliExample, readout_cli_example_free)

G_END_DECLS
