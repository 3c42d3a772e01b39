/* exporter.h: what is handed out of an article's annotations
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/document.h"

G_BEGIN_DECLS

/**
 * ReadoutExportOnly:
 * @READOUT_EXPORT_ALL: everything
 * @READOUT_EXPORT_CONFIRMED: what a person confirmed, corrected or added
 * @READOUT_EXPORT_REVIEWED: the same, and what a person rejected
 *
 * Actors and parent statements that nobody has decided upon stay in with what
 * refers to them.
 */
typedef enum
{
  READOUT_EXPORT_ALL,
  READOUT_EXPORT_CONFIRMED,
  READOUT_EXPORT_REVIEWED
} ReadoutExportOnly;

gboolean         readout_export_only_from_nick (const char        *nick,
                                                ReadoutExportOnly *only);
ReadoutDocument *readout_exporter_select (ReadoutDocument  *document,
                                          ReadoutExportOnly only,
                                          guint            *n_unreviewed,
                                          guint            *n_cut,
                                          GError          **error);

G_END_DECLS
