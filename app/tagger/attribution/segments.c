/* segments.c: the parts of statements
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tagger/attribution/segments.h"

/**
 * readout_segments_new_from_labels:
 * @labels: (array length=n_labels): the label of each token
 * @probabilities: (nullable) (array length=n_labels): of the labels
 * @n_labels: number of tokens
 *
 * Returns: (transfer full) (element-type ReadoutSegment): the segments that the
 *   labels name, in text order, not linked
 */
GArray *
readout_segments_new_from_labels (const guint8 *labels,
                                  const float  *probabilities,
                                  guint         n_labels)
{
  GArray *segments = g_array_new (FALSE, FALSE, sizeof (ReadoutSegment));

  for (guint t = 0; t < n_labels;)
    {
      ReadoutSegment segment = { .first = t, .end = t + 1, .link = -1 };

      if (labels[t] == READOUT_BIOES_OUTSIDE)
        {
          t++;
          continue;
        }
      while (segment.end < n_labels
             && readout_bioes_is_open (labels[segment.end - 1]))
        segment.end++;
      segment.role = (ReadoutRole)readout_bioes_class (labels[t]);
      if (probabilities != NULL)
        segment.probability
            = MIN (probabilities[t], probabilities[segment.end - 1]);
      g_array_append_val (segments, segment);
      t = segment.end;
    }

  return segments;
}
