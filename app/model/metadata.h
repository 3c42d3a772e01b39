/* metadata.h: the names of what is known of where an article comes from
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  READOUT_META_ID,
  READOUT_META_TITLE,
  READOUT_META_SOURCE,
  READOUT_META_AUTHOR,
  READOUT_META_URL,
  READOUT_META_PUBLISHED,
  READOUT_META_LANGUAGE,
  READOUT_N_METAS
} ReadoutMeta;

const char *readout_meta_to_nick (ReadoutMeta meta);
gboolean    readout_meta_from_nick (const char *nick, ReadoutMeta *meta);

G_END_DECLS
