/* file-fixture.c: annotation files as another program leaves them
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "file-fixture.h"

#include <string.h>

#include "edits/edits.h"
#include "formats/json.h"

static const ReadoutStamp stamp = { "mk", "2026-03-03T09:00:00Z" };

void
file_fixture_accept (ReadoutDocument *document, const char *id)
{
  const char *ids[] = { id, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes
      = readout_edits_accept (document, ids, &stamp, &error);

  g_assert_no_error (error);
  readout_undo_stack_push (readout_document_get_undo_stack (document),
                           "Accept",
                           id,
                           changes,
                           &error);
  g_assert_no_error (error);
}

void
file_fixture_write (const char *path, ReadoutDocument *document)
{
  g_autoptr (GBytes) bytes = readout_json_write (document);

  g_assert_true (g_file_set_contents (
      path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL));
}

ReadoutDocument *
file_fixture_read (const char *path)
{
  g_autofree char *json = NULL;
  g_autoptr (GError) error = NULL;
  ReadoutDocument *document;

  g_assert_true (g_file_get_contents (path, &json, NULL, &error));
  document = readout_json_read (json, strlen (json), &error);
  g_assert_no_error (error);

  return document;
}

ReadoutReviewState
file_fixture_get_state (ReadoutDocument *document, const char *id)
{
  const ReadoutRecord *record = readout_annotations_lookup (
      readout_document_get_annotations (document), id);

  g_assert_nonnull (record);

  return record->review.state;
}

/* As another program does it. */
void
file_fixture_change (GFile *file, const char *id)
{
  g_autoptr (ReadoutDocument) document
      = file_fixture_read (g_file_peek_path (file));

  file_fixture_accept (document, id);
  file_fixture_write (g_file_peek_path (file), document);
}
