/* example.c: one article that a model is made from
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-cli"

#include "config.h"

#include "cli/example.h"

const char *const readout_cli_classes[READOUT_CLI_N_CLASSES + 1]
    = { "PER",  "ORG",  "LOC",     "FAC",   "NORP",
        "DATE", "MISC", "PRODUCT", "MONEY", NULL };

static void
attribution_clear (gpointer data)
{
  ReadoutAttribution *attribution = data;

  readout_span_list_clear (&attribution->source);
  readout_span_list_clear (&attribution->cue);
  readout_span_list_clear (&attribution->content);
}

/**
 * readout_cli_example_new:
 * @text: an article
 *
 * Returns: (transfer full): an example without labels
 */
ReadoutCliExample *
readout_cli_example_new (const char *text)
{
  ReadoutCliExample *self = g_new0 (ReadoutCliExample, 1);

  self->text = g_strdup (text);
  return self;
}

/**
 * readout_cli_example_free:
 * @self: (transfer full): an example
 */
void
readout_cli_example_free (ReadoutCliExample *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->text);
  g_clear_pointer (&self->names, g_array_unref);
  g_clear_pointer (&self->statements, g_array_unref);
  g_clear_pointer (&self->speech, g_array_unref);
  g_free (self);
}

/**
 * readout_cli_statements_new:
 *
 * Returns: (transfer full) (element-type ReadoutAttribution): an empty array,
 *   which frees what is put into it
 */
GArray *
readout_cli_statements_new (void)
{
  GArray *statements = g_array_new (FALSE, TRUE, sizeof (ReadoutAttribution));

  g_array_set_clear_func (statements, attribution_clear);
  return statements;
}
