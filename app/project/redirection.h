/* redirection.h: annotations that are kept in the user's data folder
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What the name of an annotation file ends with. */
#define READOUT_ANNOTATION_ENDING ".readout.json"

/**
 * ReadoutRedirection:
 * @READOUT_REDIRECTION_NONE: beside the article, or where the person wants it
 * @READOUT_REDIRECTION_UNWRITABLE: in the user's data folder, because the
 *   folder of the article cannot be written
 * @READOUT_REDIRECTION_LONG_NAME: there, because the name would be too long
 *   beside the article
 *
 * Where annotations are kept.
 */
typedef enum
{
  READOUT_REDIRECTION_NONE,
  READOUT_REDIRECTION_UNWRITABLE,
  READOUT_REDIRECTION_LONG_NAME
} ReadoutRedirection;

ReadoutRedirection readout_redirection_judge (GFile *wanted);
GFile *readout_redirection_get_file (const char *key, const char *base);
char  *readout_redirection_get_base_path (GFile *redirected);

G_END_DECLS
