/* fuzz-json.c: any bytes as an annotation file
 *
 * Whatever is read must be written so that it is read again as the same, and
 * reading and checking must agree.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "formats/json.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReadoutDocument) document
      = readout_json_read ((const char *)data, size, &error);
  g_autoptr (GPtrArray) faults = readout_json_check ((const char *)data, size);
  g_autoptr (ReadoutDocument) again = NULL;
  g_autoptr (GBytes) written = NULL;
  g_autoptr (GBytes) rewritten = NULL;

  if (document == NULL)
    {
      /* json-glib must find nothing that the guard has let through. */
      g_assert_nonnull (error);
      g_assert_true (error->domain == READOUT_ERROR);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_cmpuint (faults->len, >, 0);
      return 0;
    }

  g_assert_no_error (error);
  /* Values without their form are faults, but read. */
  for (guint i = 0; i < faults->len; i++)
    g_assert_true (g_error_matches (
        g_ptr_array_index (faults, i), READOUT_ERROR, READOUT_ERROR_VALUE));
  written = readout_json_write (document);
  again = readout_json_read (
      g_bytes_get_data (written, NULL), g_bytes_get_size (written), &error);
  g_assert_no_error (error);
  rewritten = readout_json_write (again);
  g_assert_true (g_bytes_equal (written, rewritten));

  return 0;
}
