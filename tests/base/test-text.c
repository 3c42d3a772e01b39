/* test-text.c: code points and bytes
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "base/text.h"

#include <string.h>

/* Walks the whole text both ways and compares with GLib's own functions. */
static void
check_all (const char *utf8)
{
  g_autoptr (ReadoutText) text = readout_text_new (utf8, -1);
  guint32 length = g_utf8_strlen (utf8, -1);

  g_assert_cmpuint (readout_text_get_length (text), ==, length);
  g_assert_cmpuint (readout_text_get_n_bytes (text), ==, strlen (utf8));

  for (guint32 i = 0; i <= length; i++)
    {
      gsize byte = g_utf8_offset_to_pointer (utf8, i) - utf8;

      g_assert_cmpuint (readout_text_to_byte (text, i), ==, byte);
      g_assert_cmpuint (readout_text_to_offset (text, byte), ==, i);
      g_assert_cmpuint (readout_text_get_char (text, i),
                        ==,
                        i < length ? g_utf8_get_char (utf8 + byte) : 0);
    }
}

static void
test_index (void)
{
  g_autoptr (GString) mixed = g_string_new (NULL);
  g_autoptr (GString) ascii = g_string_new (NULL);

  check_all ("");
  check_all ("é");
  check_all ("“Hello,” she said. 😀");

  for (guint i = 0; i < 1000; i++)
    {
      g_string_append_c (ascii, 'a' + i % 26);
      g_string_append_unichar (
          mixed, (gunichar[]){ 'a', 0xe9, 0x201c, 0x1f600 }[i * 7 % 4]);

      /* Every length around the step of the index. */
      if (i % 64 < 2 || i % 64 > 61)
        {
          check_all (mixed->str);
          check_all (ascii->str);
        }
    }
}

static void
test_slice (void)
{
  g_autoptr (ReadoutText) text = readout_text_new ("  “Ünity” – now\n", -1);
  g_autofree char *slice = readout_text_slice (text, READOUT_SPAN (3, 8));
  ReadoutSpan      trimmed = readout_text_trim (text, READOUT_SPAN (0, 16));

  g_assert_cmpstr (slice, ==, "Ünity");
  g_assert_true (readout_span_equal (trimmed, READOUT_SPAN (2, 15)));
  g_assert_true (
      readout_span_is_empty (readout_text_trim (text, READOUT_SPAN (0, 2))));
}

static void
test_sha256 (void)
{
  g_autoptr (ReadoutText) text = readout_text_new ("abc", -1);

  g_assert_cmpstr (readout_text_get_sha256 (text),
                   ==,
                   "ba7816bf8f01cfea414140de5dae2223"
                   "b00361a396177a9cb410ff61f20015ad");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/index", test_index);
  g_test_add_func ("/text/slice", test_slice);
  g_test_add_func ("/text/sha256", test_sha256);
  return g_test_run ();
}
