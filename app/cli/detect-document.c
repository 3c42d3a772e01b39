/* detect-document.c: detection in one document
 *
 * What a person has reviewed is never lost: new suggestions are merged into the
 * document, as they are when detection is run again in the window.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-cli"

#include "config.h"

#include "cli/detect-document.h"

#include "edits/detection.h"

/**
 * readout_cli_count_reviewed:
 * @document: a document
 *
 * Returns: how many of its items a person has confirmed, corrected, added or
 *   rejected
 */
guint
readout_cli_count_reviewed (ReadoutDocument *document)
{
  ReadoutAnnotations *annotations = readout_document_get_annotations (document);
  guint               n_reviewed = 0;

  for (guint kind = 0; kind < READOUT_N_KINDS; kind++)
    {
      guint counts[READOUT_N_STATES];

      readout_annotations_count_states (annotations, kind, counts);
      for (guint state = 0; state < READOUT_N_STATES; state++)
        if (state != READOUT_STATE_SUGGESTED)
          n_reviewed += counts[state];
    }

  return n_reviewed;
}

/**
 * readout_cli_detect_document:
 * @model: (nullable): the trained taggers
 * @document: a document
 * @progress: (nullable): called with how much is done
 * @user_data: passed to @progress
 * @n_reviewed: (out) (optional): how many items of @document were kept because
 *   a person has reviewed them
 * @error: return location for a #GError
 *
 * Runs the detector over the text and merges what it finds into the document.
 * Can run in any thread while nobody else has @document.
 *
 * Returns: whether it did
 */
gboolean
readout_cli_detect_document (ReadoutDetectorModel   *model,
                             ReadoutDocument        *document,
                             ReadoutDetectorProgress progress,
                             gpointer                user_data,
                             guint                  *n_reviewed,
                             GError                **error)
{
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  guint n_kept;

  g_return_val_if_fail (READOUT_IS_DOCUMENT (document), FALSE);

  n_kept = readout_cli_count_reviewed (document);
  found = readout_detector_run_document (
      model, document, progress, user_data, NULL, error);
  if (found == NULL)
    return FALSE;
  changes = readout_edits_merge_detection (document, found, error);
  if (changes == NULL
      || !readout_annotations_apply (
          readout_document_get_annotations (document), changes, error))
    return FALSE;

  if (n_kept == 0)
    readout_document_set_generator (document,
                                    readout_detector_get_name (model));
  if (n_reviewed != NULL)
    *n_reviewed = n_kept;
  return TRUE;
}
