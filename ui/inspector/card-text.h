/* card-text.h: what a closed card says
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "inspector/mention-index.h"
#include "model/document.h"

G_BEGIN_DECLS

/**
 * ReadoutCardText:
 * @title: first line, Pango markup
 * @trailing: (nullable): end of the first line, plain text
 * @confidence: (nullable): how sure the detector was, such as "87 %"
 * @detail: (nullable): second line, plain text
 * @letter: (nullable) (transfer none): the letter of a mention's type
 * @name: the whole in words, for those who do not see it
 */
typedef struct
{
  char       *title;
  char       *trailing;
  char       *confidence;
  char       *detail;
  const char *letter;
  char       *name;
} ReadoutCardText;

void readout_card_text_init (ReadoutCardText     *self,
                             ReadoutDocument     *document,
                             ReadoutMentionIndex *index,
                             gconstpointer        record);
void readout_card_text_clear (ReadoutCardText *self);

char *readout_card_text_words (ReadoutText           *text,
                               const ReadoutSpanList *spans,
                               const char            *separator);
char *readout_card_text_date (const char *iso);
char *readout_card_text_actor_detail (const ReadoutActor *actor);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ReadoutCardText, readout_card_text_clear)

G_END_DECLS
