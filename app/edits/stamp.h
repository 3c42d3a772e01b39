/* stamp.h: who edits, and when
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ReadoutStamp:
 * @by: (nullable): who edits
 * @at: (nullable): when, ISO 8601 in UTC
 */
typedef struct
{
  const char *by;
  const char *at;
} ReadoutStamp;

G_END_DECLS
