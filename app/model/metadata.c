/* metadata.c: the names of what is known of where an article comes from
 *
 * The values are among those that belong to the article, article-values.c.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/metadata.h"

static const char *const nicks[] = {
  "id", "title", "source", "author", "url", "published", "language",
};

G_STATIC_ASSERT (G_N_ELEMENTS (nicks) == READOUT_N_METAS);

/**
 * readout_meta_to_nick:
 * @meta: a piece of metadata
 *
 * Returns: (transfer none): the member of the file that holds it, which is
 *   also the name of the document's property
 */
const char *
readout_meta_to_nick (ReadoutMeta meta)
{
  g_return_val_if_fail ((guint)meta < READOUT_N_METAS, NULL);

  return nicks[meta];
}

/**
 * readout_meta_from_nick:
 * @nick: (nullable): the name of a member
 * @meta: (out): the piece of metadata that it holds
 *
 * Returns: whether there is one
 */
gboolean
readout_meta_from_nick (const char *nick, ReadoutMeta *meta)
{
  for (guint i = 0; i < READOUT_N_METAS; i++)
    if (g_strcmp0 (nick, nicks[i]) == 0)
      {
        *meta = i;
        return TRUE;
      }

  return FALSE;
}
