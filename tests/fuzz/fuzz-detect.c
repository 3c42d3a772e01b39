/* fuzz-detect.c: any bytes through the whole detector
 *
 * What comes out has to pass the validator, and to be the same again.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stddef.h>
#include <stdint.h>

#include "detect/detector.h"
#include "model/validator.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *valid = g_utf8_make_valid ((const char *)data, size);
  g_autoptr (ReadoutText) text = NULL;
  g_autoptr (ReadoutAnnotations) annotations = readout_annotations_new ();
  g_autoptr (GPtrArray) changes = readout_changes_new ();
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GError) error = NULL;

  /* As the import leaves a text: without NUL, which ends the string here. */
  text = readout_text_new (valid, -1);
  readout_detector_check_language (text, NULL);
  records = readout_detector_run (
      NULL, text, "2023-09-18", NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  again = readout_detector_run (
      NULL, text, "2023-09-18", NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (records->len, ==, again->len);

  for (guint i = 0; i < records->len; i++)
    {
      g_assert_true (readout_record_equal (g_ptr_array_index (records, i),
                                           g_ptr_array_index (again, i)));
      readout_changes_add (changes, NULL, g_ptr_array_index (records, i));
    }
  g_assert_true (readout_annotations_apply (annotations, changes, &error));
  g_assert_no_error (error);
  readout_validator_check (text, annotations, &error);
  g_assert_no_error (error);

  return 0;
}
