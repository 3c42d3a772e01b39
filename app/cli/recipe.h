/* recipe.h: the settings of the training
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tagger/attribution/training.h"
#include "tagger/names/training.h"

G_BEGIN_DECLS

gboolean
readout_cli_recipe_change (char                             **settings,
                           ReadoutNameTrainingOptions        *names,
                           ReadoutAttributionTrainingOptions *attribution,
                           const char                       **wrong);

G_END_DECLS
