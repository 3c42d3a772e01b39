/* journal-rewrite.c: a journal written anew from the undo stack
 *
 * What is taken of the stack in the thread of the window are references: the
 * changes of a group are never changed once it is made.  Everything else, the
 * JSON above all, can be done in any thread.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "project/journal-rewrite.h"

#include "formats/json-emitter.h"
#include "project/journal-group.h"
#include "project/journal-replay.h"

struct _ReadoutJournalRewrite
{
  GPtrArray *groups; /* of ReadoutUndoGroup */
  guint      position;
  guint64    number;
  char      *file_sha256;
};

static void
put_head (GString *lines, ReadoutText *text)
{
  g_string_append_printf (lines,
                          "{\"format\":\"" READOUT_JOURNAL_FORMAT
                          "\",\"version\":%d,\"text_sha256\":\"%s\"}\n",
                          READOUT_JOURNAL_VERSION,
                          readout_text_get_sha256 (text));
}

static void
put_base (GString *lines, const ReadoutJournalRewrite *self)
{
  g_string_append_printf (
      lines, "{\"snapshot\":%" G_GUINT64_FORMAT "}\n", self->number);
  readout_journal_put_digest (lines, self->number, self->file_sha256);
  g_string_append_printf (
      lines, "\n{\"done\":%" G_GUINT64_FORMAT "}\n", self->number);
}

/**
 * readout_journal_rewrite_new:
 * @stack: the undo stack
 * @number: the number of the save that the stack is in step with
 * @file_sha256: (nullable): the digest of the file then, %NULL where there is
 *   none
 *
 * Returns: (transfer full): the stack as it is
 */
ReadoutJournalRewrite *
readout_journal_rewrite_new (ReadoutUndoStack *stack,
                             guint64           number,
                             const char       *file_sha256)
{
  ReadoutJournalRewrite *self;

  g_return_val_if_fail (READOUT_IS_UNDO_STACK (stack), NULL);

  self = g_new0 (ReadoutJournalRewrite, 1);
  self->groups = g_ptr_array_new_with_free_func (
      (GDestroyNotify)readout_undo_group_free);
  self->position = readout_undo_stack_get_position (stack);
  self->number = number;
  self->file_sha256 = g_strdup (file_sha256);
  for (guint i = 0; i < readout_undo_stack_get_n_groups (stack); i++)
    g_ptr_array_add (
        self->groups,
        readout_undo_group_copy (readout_undo_stack_get_group (stack, i)));

  return self;
}

/**
 * readout_journal_rewrite_free:
 * @self: (transfer full): a rewrite
 *
 * Frees it.
 */
void
readout_journal_rewrite_free (ReadoutJournalRewrite *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->groups);
  g_free (self->file_sha256);
  g_free (self);
}

/**
 * readout_journal_rewrite_is_in_step:
 * @self: a stack
 *
 * Returns: whether a file on the disk says all that it does
 */
gboolean
readout_journal_rewrite_is_in_step (const ReadoutJournalRewrite *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->file_sha256 != NULL;
}

/**
 * readout_journal_rewrite_describe:
 * @self: a rewrite
 * @text: the text of the document
 * @max_bytes: how long it may be; older groups are left out
 * @first: (out): the oldest group that is in it
 *
 * Returns: (transfer full): the lines of a journal
 */
GBytes *
readout_journal_rewrite_describe (const ReadoutJournalRewrite *self,
                                  ReadoutText                 *text,
                                  gsize                        max_bytes,
                                  guint                       *first)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  GString *lines = g_string_new (NULL);
  gsize    n_bytes = 0;

  g_return_val_if_fail (self != NULL && text != NULL && first != NULL, NULL);

  put_head (lines, text);

  for (guint i = self->groups->len; i > 0; i--)
    {
      g_autoptr (GString) part = g_string_new (NULL);

      readout_journal_put_group (
          part, "push", text, g_ptr_array_index (self->groups, i - 1));
      n_bytes += part->len + 1;

      /* Groups that can be redone cannot be left out of the middle. */
      if (n_bytes > max_bytes && i <= self->position)
        break;
      g_ptr_array_add (parts, g_strndup (part->str, part->len));
    }

  *first = self->groups->len - parts->len;
  for (guint i = parts->len; i > 0; i--)
    {
      g_string_append (lines, g_ptr_array_index (parts, i - 1));
      g_string_append_c (lines, '\n');
    }
  for (guint i = self->position; i < self->groups->len; i++)
    g_string_append (lines, "{\"undo\":true}\n");

  put_base (lines, self);

  return g_string_free_to_bytes (lines);
}

/**
 * readout_journal_put_digest:
 * @lines: what it is added to
 * @number: the number of a save
 * @file_sha256: (nullable): the digest of the file, %NULL where there is none
 *
 * Adds the mark of a save, without a line break.
 */
void
readout_journal_put_digest (GString    *lines,
                            guint64     number,
                            const char *file_sha256)
{
  g_return_if_fail (lines != NULL);

  g_string_append_printf (lines,
                          "{\"digest\":%" G_GUINT64_FORMAT
                          ",\"sha256\":\"%s\"}",
                          number,
                          file_sha256 != NULL ? file_sha256 : "");
}

/**
 * readout_journal_put_group:
 * @lines: what it is added to
 * @member: the name of what is done with the group
 * @text: the text of the document
 * @group: a group
 *
 * Adds a group, without a line break.
 */
void
readout_journal_put_group (GString                *lines,
                           const char             *member,
                           ReadoutText            *text,
                           const ReadoutUndoGroup *group)
{
  ReadoutJsonEmitter emitter;

  g_return_if_fail (lines != NULL && member != NULL);
  g_return_if_fail (text != NULL && group != NULL);

  readout_json_emitter_init (&emitter, FALSE);
  readout_json_emitter_open (&emitter, NULL, '{');
  readout_journal_group_emit (&emitter, member, text, group);
  readout_json_emitter_close (&emitter, '}');
  g_string_append_len (lines, emitter.out->str, emitter.out->len);
  readout_json_emitter_clear (&emitter);
}
