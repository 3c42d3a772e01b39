/* statement-editor.h: the form of a statement
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "inspector/editor.h"

G_BEGIN_DECLS

#define READOUT_TYPE_STATEMENT_EDITOR (readout_statement_editor_get_type ())

G_DECLARE_FINAL_TYPE (ReadoutStatementEditor,
                      readout_statement_editor,
                      READOUT,
                      STATEMENT_EDITOR,
                      ReadoutEditor)

G_END_DECLS
