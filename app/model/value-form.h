/* value-form.h: the form that a value of an annotation file has
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  READOUT_VALUE_TIME,      /* of a meeting */
  READOUT_VALUE_DURATION,  /* of a meeting */
  READOUT_VALUE_PUBLISHED, /* when an article appeared */
  READOUT_VALUE_LANGUAGE,  /* of an article */
  READOUT_VALUE_COUNTRY,
  READOUT_VALUE_WIKIDATA,
  READOUT_VALUE_REVIEWED, /* when a person decided */
  READOUT_N_VALUE_FORMS
} ReadoutValueForm;

gboolean readout_value_form_matches (ReadoutValueForm form, const char *value);
const char *readout_value_form_describe (ReadoutValueForm form);

G_END_DECLS
