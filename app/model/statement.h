/* statement.h: a source tied to a content through a cue
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/record.h"

G_BEGIN_DECLS

/**
 * ReadoutStatement:
 * @record: the common head
 * @speakers: (nullable) (array zero-terminated=1): ids of the actors who
 *   speak; %NULL when nobody is named
 * @source: the words that name the speaker
 * @cue: the words that signal the statement
 * @content: every stretch of what is said
 * @manner: direct, indirect or mixed
 * @addressees: (nullable) (array zero-terminated=1): ids of the actors told
 * @parent: (nullable): the id of the statement that this one is nested in, a
 *   shared string
 *
 * The lists of ids are those of strv.h: %NULL rather than empty, and one block
 * of memory each.
 */
typedef struct
{
  ReadoutRecord   record;
  char          **speakers;
  ReadoutSpanList source;
  ReadoutSpanList cue;
  ReadoutSpanList content;
  ReadoutManner   manner;
  char          **addressees;
  const char     *parent;
} ReadoutStatement;

extern const ReadoutRecordClass readout_statement_class;

ReadoutStatement *readout_statement_new (const char *id, ReadoutManner manner);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReadoutStatement, readout_record_unref)

G_END_DECLS
