/* validator.h: what can be wrong with a set of records
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/document.h"

G_BEGIN_DECLS

/**
 * ReadoutLookupFunc:
 * @id: an id
 * @user_data: what was given along
 *
 * Returns: (nullable): the record that has @id
 */
typedef gconstpointer (*ReadoutLookupFunc) (const char *id, gpointer user_data);

gboolean readout_validator_check_references (gconstpointer     record,
                                             ReadoutLookupFunc lookup,
                                             gpointer          user_data,
                                             GError          **error);
gboolean readout_validator_check_record (ReadoutText  *text,
                                         gconstpointer record,
                                         GError      **error);
gboolean readout_validator_check (ReadoutText        *text,
                                  ReadoutAnnotations *annotations,
                                  GError            **error);

G_END_DECLS
