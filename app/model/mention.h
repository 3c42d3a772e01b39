/* mention.h: a span that names or refers to something
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/record.h"

G_BEGIN_DECLS

/**
 * ReadoutMention:
 * @record: the common head
 * @span: where it stands in the text
 * @type: what it names
 * @form: name, nominal or pronoun
 * @actor: (nullable): the id of the actor it refers to, a shared string
 */
typedef struct
{
  ReadoutRecord      record;
  ReadoutSpan        span;
  ReadoutMentionType type;
  ReadoutForm        form;
  const char        *actor;
} ReadoutMention;

extern const ReadoutRecordClass readout_mention_class;

ReadoutMention *readout_mention_new (const char        *id,
                                     ReadoutSpan        span,
                                     ReadoutMentionType type,
                                     ReadoutForm        form);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReadoutMention, readout_record_unref)

G_END_DECLS
