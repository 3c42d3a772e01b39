/* test-span.c: ranges and lists of ranges
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "base/span.h"

static void
test_compare (void)
{
  /* An outer span comes before the ones nested in it. */
  g_assert_cmpint (
      readout_span_compare (READOUT_SPAN (0, 9), READOUT_SPAN (0, 4)), <, 0);
  g_assert_cmpint (
      readout_span_compare (READOUT_SPAN (1, 2), READOUT_SPAN (0, 4)), >, 0);
  g_assert_cmpint (
      readout_span_compare (READOUT_SPAN (3, 4), READOUT_SPAN (3, 4)), ==, 0);
}

static void
test_overlap (void)
{
  static const struct
  {
    ReadoutSpan a, b;
    gboolean    overlaps, contains;
  } cases[] = {
    { { 0, 4 }, { 4, 6 }, FALSE, FALSE }, { { 0, 4 }, { 3, 6 }, TRUE, FALSE },
    { { 0, 9 }, { 3, 6 }, TRUE, TRUE },   { { 3, 6 }, { 3, 6 }, TRUE, TRUE },
    { { 3, 6 }, { 0, 9 }, TRUE, FALSE },  { { 3, 6 }, { 4, 4 }, FALSE, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (readout_span_overlaps (cases[i].a, cases[i].b),
                       ==,
                       cases[i].overlaps);
      g_assert_cmpint (readout_span_contains (cases[i].a, cases[i].b),
                       ==,
                       cases[i].contains);
    }

  g_assert_cmpuint (readout_span_length (readout_span_intersect (
                        READOUT_SPAN (0, 5), READOUT_SPAN (3, 9))),
                    ==,
                    2);
  g_assert_true (readout_span_is_empty (
      readout_span_intersect (READOUT_SPAN (0, 2), READOUT_SPAN (3, 9))));
}

static void
test_list (void)
{
  ReadoutSpanList list = { 0 };
  ReadoutSpanList copy;

  readout_span_list_add (&list, READOUT_SPAN (10, 12));
  readout_span_list_add (&list, READOUT_SPAN (2, 4));
  readout_span_list_add (&list, READOUT_SPAN (6, 8));
  g_assert_cmpuint (list.length, ==, 3);
  g_assert_cmpuint (list.items[0].start, ==, 2);
  g_assert_cmpuint (list.items[2].start, ==, 10);
  g_assert_cmpuint (readout_span_list_covered (&list), ==, 6);
  g_assert_true (readout_span_equal (readout_span_list_extent (&list),
                                     READOUT_SPAN (2, 12)));

  readout_span_list_copy (&copy, &list);
  g_assert_true (readout_span_list_equal (&copy, &list));

  /* What overlaps is merged, so the list stays disjoint. */
  readout_span_list_add (&list, READOUT_SPAN (3, 7));
  g_assert_cmpuint (list.length, ==, 2);
  g_assert_true (readout_span_equal (list.items[0], READOUT_SPAN (2, 8)));
  g_assert_false (readout_span_list_equal (&copy, &list));
  g_assert_true (readout_span_list_overlaps (&list, READOUT_SPAN (7, 9)));
  g_assert_false (readout_span_list_overlaps (&list, READOUT_SPAN (8, 10)));

  readout_span_list_remove (&list, 0);
  readout_span_list_remove (&list, 0);
  g_assert_cmpuint (list.length, ==, 0);
  g_assert_null (list.items);

  readout_span_list_clear (&copy);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/span/compare", test_compare);
  g_test_add_func ("/span/overlap", test_overlap);
  g_test_add_func ("/span/list", test_list);
  return g_test_run ();
}
