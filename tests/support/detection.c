/* detection.c: what the steps of the detector found, for tests to compare
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "support/detection.h"

static const char letters[READOUT_N_MENTION_TYPES + 1] = "POLFNTEDUM";

/**
 * readout_test_describe_mentions:
 * @analysis: an analysis with its mentions found
 *
 * Returns: (transfer full): the text with brackets around its mentions, each
 *   closed by the letter of its type; nominals and pronouns but titles add a
 *   small n or p
 */
char *
readout_test_describe_mentions (const ReadoutAnalysis *analysis)
{
  GString *string = g_string_new (NULL);

  for (guint32 i = 0; i < analysis->tokens->len; i++)
    {
      g_autofree char *slice = readout_analysis_slice (analysis, i, i + 1);

      if (i > 0
          && (readout_analysis_get_token (analysis, i)->flags
              & READOUT_TOKEN_SPACE)
                 != 0)
        g_string_append_c (string, ' ');
      for (guint k = 0; k < analysis->mentions->len; k++)
        if (readout_analysis_get_mention (analysis, k)->first == i)
          g_string_append_c (string, '[');
      g_string_append (string, slice);
      for (guint k = analysis->mentions->len; k > 0; k--)
        {
          const ReadoutCandidateMention *mention
              = readout_analysis_get_mention (analysis, k - 1);

          if (mention->end != i + 1)
            continue;
          g_string_append_c (string, ']');
          g_string_append_c (string, letters[mention->type]);
          if (mention->form == READOUT_FORM_PRONOUN)
            g_string_append_c (string, 'p');
          else if (mention->form == READOUT_FORM_NOMINAL
                   && mention->type != READOUT_MENTION_TITLE)
            g_string_append_c (string, 'n');
        }
    }

  return g_string_free (string, FALSE);
}
