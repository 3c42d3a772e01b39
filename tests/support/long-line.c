/* long-line.c: a made-up article that came as one line
 *
 * With a mention every 30 characters and a statement every 120, as dense as
 * annotation gets.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "support/long-line.h"

static void
add (GPtrArray *changes, gpointer record)
{
  readout_changes_add (changes, NULL, record);
  readout_record_unref (record);
}

static ReadoutText *
make_text (gsize n_bytes)
{
  static const char *const words[]
      = { "the",   "council", "of",      "ministers", "met",  "again",
          "in",    "harbour", "talks",   "fisheries", "with", "Ada",
          "Quill", "said",    "nothing", "about",     "its",  "budget" };
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autoptr (GString) string = g_string_new (NULL);

  while (string->len < n_bytes)
    {
      g_string_append (
          string, words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))]);
      g_string_append (string,
                       g_rand_int_range (random, 0, 12) == 0 ? ". " : " ");
    }

  return readout_text_new (string->str, (gssize)string->len);
}

ReadoutDocument *
long_line_new (gsize n_bytes)
{
  g_autoptr (ReadoutText) text = make_text (n_bytes);
  ReadoutDocument *document = readout_document_new (text);
  guint32          length = readout_text_get_length (text);
  g_autoptr (GPtrArray) changes = readout_changes_new ();
  g_autoptr (GError) error = NULL;

  for (guint32 i = 0; 30 * i + 30 < length; i++)
    {
      g_autofree char *id = g_strdup_printf ("m%u", i + 1);

      add (changes,
           readout_mention_new (id,
                                READOUT_SPAN (30 * i + 4, 30 * i + 17),
                                i % READOUT_N_MENTION_TYPES,
                                READOUT_FORM_NAME));
    }
  for (guint32 i = 0; 120 * i + 120 < length; i++)
    {
      g_autofree char  *id = g_strdup_printf ("s%u", i + 1);
      guint32           start = 120 * i;
      ReadoutStatement *statement
          = readout_statement_new (id, READOUT_MANNER_DIRECT);

      readout_span_list_add (&statement->source,
                             READOUT_SPAN (start + 4, start + 17));
      readout_span_list_add (&statement->cue,
                             READOUT_SPAN (start + 18, start + 22));
      readout_span_list_add (&statement->content,
                             READOUT_SPAN (start + 24, start + 100));
      add (changes, statement);
    }

  readout_annotations_apply (
      readout_document_get_annotations (document), changes, &error);
  g_assert_no_error (error);

  return document;
}
