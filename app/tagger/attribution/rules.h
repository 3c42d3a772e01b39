/* rules.h: what the taggers miss and a rule can see
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "language/token.h"
#include "tagger/attribution/linker.h"

G_BEGIN_DECLS

/**
 * ReadoutScene:
 * @text, @tokens, @sentences, @paragraphs, @quotations: the article
 * @segments: (element-type ReadoutSegment): in text order, linked
 * @features: (nullable): tell what kind of word a token is
 *
 * What the rules read and change.
 */
typedef struct
{
  const GArray *tokens;
  const GArray *sentences;
  const GArray *paragraphs;
  const GArray *quotations;
  GArray       *segments;

  const ReadoutAttributionFeatures *features;
} ReadoutScene;

void readout_attribution_rules_mend (const ReadoutScene *scene);
void readout_attribution_rules_link (const ReadoutScene *scene);

G_END_DECLS
