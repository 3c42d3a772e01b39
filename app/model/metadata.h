/* metadata.h: what is known of where an article comes from
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

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

#define READOUT_TYPE_METADATA (readout_metadata_get_type ())

/* Signal "changed" (ReadoutMeta meta) after each piece that is set anew. */
G_DECLARE_FINAL_TYPE (
    ReadoutMetadata, readout_metadata, READOUT, METADATA, GObject)

ReadoutMetadata *readout_metadata_new (void);
const char      *readout_metadata_get (ReadoutMetadata *self, ReadoutMeta meta);
void             readout_metadata_set (ReadoutMetadata *self,
                                       ReadoutMeta      meta,
                                       const char      *value);

const char *readout_meta_to_nick (ReadoutMeta meta);
gboolean    readout_meta_from_nick (const char *nick, ReadoutMeta *meta);

G_END_DECLS
