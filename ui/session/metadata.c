/* metadata.c: what the person says of where the article comes from
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include "session/metadata.h"

#include <glib/gi18n-lib.h>

static gboolean
has_suggestions (ReadoutSession *self)
{
  ReadoutAnnotations *annotations
      = readout_document_get_annotations (readout_session_get_document (self));

  for (guint kind = 0; kind < READOUT_N_KINDS; kind++)
    {
      guint counts[READOUT_N_STATES];

      readout_annotations_count_states (annotations, kind, counts);
      if (counts[READOUT_STATE_SUGGESTED] > 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * readout_session_set_meta:
 * @self: a session
 * @meta: a piece of metadata
 * @value: (nullable): what the person says it is
 *
 * Sets a piece of metadata as a step of undo.  Another date of publication
 * gives the days of the week in the text other dates, so what is only
 * suggested is detected again.
 */
void
readout_session_set_meta (ReadoutSession *self,
                          ReadoutMeta     meta,
                          const char     *value)
{
  static const char *const labels[READOUT_N_METAS] = {
    [READOUT_META_ID] = N_ ("Change the Identifier"),
    [READOUT_META_TITLE] = N_ ("Change the Title"),
    [READOUT_META_SOURCE] = N_ ("Change the Source"),
    [READOUT_META_AUTHOR] = N_ ("Change the Author"),
    [READOUT_META_URL] = N_ ("Change the Address"),
    [READOUT_META_PUBLISHED] = N_ ("Change the Date"),
    [READOUT_META_LANGUAGE] = N_ ("Change the Language"),
  };

  g_return_if_fail (READOUT_IS_SESSION (self));
  g_return_if_fail ((guint)meta < READOUT_N_METAS);

  if (readout_session_get_document (self) == NULL
      || !readout_undo_stack_push_value (
          readout_document_get_undo_stack (readout_session_get_document (self)),
          _ (labels[meta]),
          readout_article_key_for_meta (meta),
          value))
    return;

  if (meta == READOUT_META_PUBLISHED && has_suggestions (self))
    {
      readout_session_set_status (self,
                                  _ ("Another date; detecting again what was "
                                     "not reviewed"));
      readout_session_outdate (self);
    }
  else
    readout_session_set_status (self, _ ("Changed the article’s details"));
}
