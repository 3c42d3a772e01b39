/* reviewed.h: examples out of what a person has reviewed
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/document.h"

G_BEGIN_DECLS

void readout_cli_examples_add_reviewed (GPtrArray       *examples,
                                        ReadoutDocument *document);

G_END_DECLS
