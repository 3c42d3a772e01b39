/* journal.c: every step of an editing session, on disk as it is made
 *
 * Two promises rest on it: what a person has done can be undone after a
 * restart, and a killed program loses nothing, not even what the next save
 * would have held.  Each push, undo and redo is one line of JSON that is
 * appended with one write() when it happens; the kernel keeps it from then
 * on.  (A loss of power can cost what was done since the last save, which is
 * brought to the disk.)  Saves leave their marks between, so that a reader
 * can tell which of the states the annotation file has; see journal-replay.c.
 *
 * The journal lies in the user's state folder, named by the digest of the
 * annotation file's address, and is locked (flock) while it is open: a second
 * window on the same file works without one.  Where no journal can be kept
 * editing goes on all the same.
 *
 * Beyond MAX_BYTES the oldest groups are left out when it is next in step with
 * the file.  They can still be undone in this session, so that an undo of one
 * of them puts the group into its line.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-project"

#include "config.h"

#include "project/journal.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

#include "project/atomic.h"
#include "project/journal-aside.h"
#include "project/journal-group.h"
#include "project/journal-replay.h"

#define MAX_BYTES (4 * 1024 * 1024)
#define KEPT_BYTES (MAX_BYTES / 2)

/* Beyond so many journals, those that nobody has used for so long go. */
#define MAX_JOURNALS 1000
#define MAX_AGE_SECONDS (90 * 24 * 60 * 60)

struct _ReadoutJournal
{
  gatomicrefcount  ref_count;
  GMutex           mutex; /* over fd, is_taken and n_bytes: threads use them */
  char            *path;
  int              fd;       /* -1 where no journal can be kept */
  gboolean         is_taken; /* another document has the file locked */
  gsize            n_bytes;
  guint64          last_save;
  guint            first; /* the oldest group of the stack that is in it */
  GPtrArray       *known; /* the changes of each group of the stack */
  ReadoutText     *text;
  ReadoutDocument *document; /* NULL when it is closed */
  gulong           applied_id;
};

static void
append (ReadoutJournal *self, GString *line)
{
  gssize n;

  g_string_append_c (line, '\n');

  g_mutex_lock (&self->mutex);
  if (self->fd >= 0)
    {
      do
        n = write (self->fd, line->str, line->len);
      while (n < 0 && errno == EINTR);

      if (n == (gssize)line->len)
        self->n_bytes += n;
      else
        {
          /* A journal with a hole is worse than one that ends. */
          g_info ("The journal ends: %s", g_strerror (n < 0 ? errno : ENOSPC));
          if (ftruncate (self->fd, self->n_bytes) != 0)
            g_unlink (self->path);
          close (self->fd);
          self->fd = -1;
        }
    }
  g_mutex_unlock (&self->mutex);
}

static void
append_number (ReadoutJournal *self, const char *member, guint64 number)
{
  g_autoptr (GString) line = g_string_new (NULL);

  g_string_append_printf (
      line, "{\"%s\":%" G_GUINT64_FORMAT "}", member, number);
  append (self, line);
}

static void
append_digest (GString *line, guint64 number, const char *file_sha256)
{
  g_string_append_printf (line,
                          "{\"digest\":%" G_GUINT64_FORMAT
                          ",\"sha256\":\"%s\"}",
                          number,
                          file_sha256 != NULL ? file_sha256 : "");
}

static void
append_group (ReadoutJournal         *self,
              const char             *member,
              const ReadoutUndoGroup *group,
              GString                *lines)
{
  ReadoutJsonEmitter emitter;

  readout_json_emitter_init (&emitter, FALSE);
  readout_json_emitter_open (&emitter, NULL, '{');
  readout_journal_group_emit (&emitter, member, self->text, group);
  readout_json_emitter_close (&emitter, '}');
  g_string_append_len (lines, emitter.out->str, emitter.out->len);
  readout_json_emitter_clear (&emitter);
}

static void
put_head (ReadoutJournal *self, GString *lines)
{
  g_string_append_printf (lines,
                          "{\"format\":\"" READOUT_JOURNAL_FORMAT
                          "\",\"version\":%d,\"text_sha256\":\"%s\"}\n",
                          READOUT_JOURNAL_VERSION,
                          readout_text_get_sha256 (self->text));
}

static void
put_base (ReadoutJournal *self, GString *lines, const char *file_sha256)
{
  guint64 number = ++self->last_save;

  g_string_append_printf (
      lines, "{\"snapshot\":%" G_GUINT64_FORMAT "}\n", number);
  append_digest (lines, number, file_sha256);
  g_string_append_printf (
      lines, "\n{\"done\":%" G_GUINT64_FORMAT "}\n", number);
}

/* The whole stack as lines, without the oldest groups where it is long. */
static GString *
describe_stack (ReadoutJournal *self, const char *file_sha256)
{
  ReadoutUndoStack *stack = readout_document_get_undo_stack (self->document);
  guint             n = readout_undo_stack_get_n_groups (stack);
  guint             position = readout_undo_stack_get_position (stack);
  g_autoptr (GPtrArray) parts
      = g_ptr_array_new_with_free_func ((GDestroyNotify)g_free);
  GString *lines = g_string_new (NULL);
  gsize    n_bytes = 0;

  put_head (self, lines);

  for (guint i = n; i > 0; i--)
    {
      g_autoptr (GString) part = g_string_new (NULL);

      append_group (
          self, "push", readout_undo_stack_get_group (stack, i - 1), part);
      n_bytes += part->len + 1;

      /* Groups that can be redone cannot be left out of the middle. */
      if (n_bytes > KEPT_BYTES && i <= position)
        break;
      g_ptr_array_add (parts, g_strndup (part->str, part->len));
    }

  self->first = n - parts->len;
  for (guint i = parts->len; i > 0; i--)
    {
      g_string_append (lines, g_ptr_array_index (parts, i - 1));
      g_string_append_c (lines, '\n');
    }
  for (guint i = position; i < n; i++)
    g_string_append (lines, "{\"undo\":true}\n");

  put_base (self, lines, file_sha256);

  return lines;
}

/* Opens and locks the file; FALSE where another program has it. */
static gboolean
open_file (ReadoutJournal *self)
{
  self->fd
      = g_open (self->path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (self->fd < 0)
    {
      g_info ("Cannot keep a journal: %s", g_strerror (errno));
      return FALSE;
    }

  if (flock (self->fd, LOCK_EX | LOCK_NB) != 0)
    {
      g_info ("Another program keeps the journal");
      self->is_taken = TRUE;
      close (self->fd);
      self->fd = -1;
      return FALSE;
    }
  self->is_taken = FALSE;

  return TRUE;
}

/* Replaces the journal by what the stack is now. */
static void
rewrite (ReadoutJournal *self, const char *file_sha256)
{
  g_autoptr (GBytes) bytes
      = g_string_free_to_bytes (describe_stack (self, file_sha256));

  g_mutex_lock (&self->mutex);
  self->n_bytes = g_bytes_get_size (bytes);
  /* The window that had the journal may have been closed since. */
  if (!self->is_taken || open_file (self))
    {
      if (self->fd >= 0)
        close (self->fd);
      self->fd = -1;
      if (readout_atomic_write (self->path, bytes, NULL, NULL, NULL))
        open_file (self);
    }
  g_mutex_unlock (&self->mutex);
}

/* Takes the stack as it is for what the journal knows. */
static void
learn_stack (ReadoutJournal *self)
{
  ReadoutUndoStack *stack = readout_document_get_undo_stack (self->document);
  guint             n = readout_undo_stack_get_n_groups (stack);

  g_ptr_array_set_size (self->known, 0);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (
        self->known,
        g_ptr_array_ref (readout_undo_stack_get_group (stack, i)->changes));
}

static void
group_applied_cb (ReadoutUndoStack *stack,
                  guint             index,
                  gboolean          undone,
                  ReadoutJournal   *self)
{
  const ReadoutUndoGroup *group = readout_undo_stack_get_group (stack, index);
  g_autoptr (GString) line = g_string_new (NULL);

  if (undone && index < self->first)
    {
      append_group (self, "undo", group, line);
      self->first = index;
    }
  else if (undone)
    g_string_append (line, "{\"undo\":true}");
  else if (index < self->known->len
           && g_ptr_array_index (self->known, index) == group->changes)
    g_string_append (line, "{\"redo\":true}");
  else
    {
      g_ptr_array_set_size (self->known, index);
      g_ptr_array_add (self->known, g_ptr_array_ref (group->changes));
      append_group (self, "push", group, line);
    }

  append (self, line);
}

/* Goes on with a journal that was read.  It is cut behind the last line that
 * holds: what follows was torn, or does not fit the document.  FALSE where it
 * had better be written anew, which must not be while it holds steps that
 * the file does not. */
static gboolean
resume (ReadoutJournal *self, ReadoutReplay *replay, guint n_applied)
{
  gsize end = replay->n_bytes;

  if (n_applied < replay->steps->len)
    {
      ReadoutReplayStep *last;

      if (n_applied == 0)
        return FALSE;
      last = g_ptr_array_index (replay->steps, n_applied - 1);
      end = last->end;
    }
  else if (n_applied == 0 && end > MAX_BYTES)
    return FALSE;

  if (ftruncate (self->fd, end) != 0)
    return FALSE;
  self->n_bytes = end;

  return TRUE;
}

/* Whether a journal holds steps that no file does.  One of another text, which
 * cannot be read here, may. */
static gboolean
holds_steps (ReadoutJournal *self, const char *data, gsize n_bytes)
{
  g_autoptr (GPtrArray) groups
      = readout_replay_read_unsaved (data, n_bytes, self->text);

  return groups == NULL ? n_bytes > 0 : groups->len > 0;
}

/* A journal that does not fit the file is never overwritten.  One that goes on
 * being used is copied, any other gets another name, for which no room on the
 * disk is needed. */
static void
put_aside (ReadoutJournal *self, const char *data, gsize n_bytes, gboolean copy)
{
  g_autofree char *path = readout_aside_make_path (self->path);
  g_autoptr (GBytes) bytes = g_bytes_new (data, n_bytes);

  if (copy && readout_atomic_write (path, bytes, NULL, NULL, NULL))
    return;

  if (g_rename (self->path, path) != 0)
    g_warning ("Cannot put a journal aside: %s", g_strerror (errno));
}

/**
 * readout_journal_get_path:
 * @uri: the address of an annotation file
 *
 * Returns: (transfer full): where its journal lies
 */
char *
readout_journal_get_path (const char *uri)
{
  g_autofree char *digest = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (uri != NULL, NULL);

  digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, uri, -1);
  name = g_strconcat (digest, ".jsonl", NULL);

  return g_build_filename (
      g_get_user_state_dir (), "readout", "journals", name, NULL);
}

/* A journal is of use as long as somebody may want to undo; what it says is in
 * the annotation file, too, from the next save on. */
static void
remove_old (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) old = g_ptr_array_new_with_free_func (g_free);
  gint64      limit = g_get_real_time () / G_USEC_PER_SEC - MAX_AGE_SECONDS;
  guint       n = 0;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf         info;

      /* What lies aside is for the person to decide upon. */
      if (readout_aside_is_name (name))
        continue;

      n++;
      if (g_lstat (path, &info) == 0 && info.st_mtime < limit)
        g_ptr_array_add (old, g_steal_pointer (&path));
    }

  for (guint i = 0; i < old->len && n > MAX_JOURNALS; i++, n--)
    g_unlink (g_ptr_array_index (old, i));
}

static ReadoutJournal *
journal_new (const char *uri, ReadoutDocument *document)
{
  ReadoutJournal  *self = g_new0 (ReadoutJournal, 1);
  g_autofree char *folder = NULL;

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->mutex);
  self->path = readout_journal_get_path (uri);
  self->text = readout_text_ref (readout_document_get_text (document));
  self->document = g_object_ref (document);
  self->known
      = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);

  folder = g_path_get_dirname (self->path);
  if (g_mkdir_with_parents (folder, 0700) != 0)
    g_info ("Cannot keep journals: %s", g_strerror (errno));
  if (open_file (self))
    remove_old (folder);

  return self;
}

/**
 * readout_journal_open:
 * @uri: the address of the annotation file
 * @document: the document as it was read from that file
 * @file_sha256: (nullable): the digest of the file, %NULL where there is none
 * @n_recovered: (out): how many steps were repeated that the file did not hold
 *
 * Opens the journal of a file.  What it says of the file as it is gives
 * @document its undo stack back, and what a killed program did after its last
 * save is repeated.  A journal that does not fit the file is put aside if it
 * holds steps that no file does (see journal-aside.c), and begun anew.  Can run
 * in any thread while nobody else has @document.
 *
 * Returns: (transfer full): the journal
 */
ReadoutJournal *
readout_journal_open (const char      *uri,
                      ReadoutDocument *document,
                      const char      *file_sha256,
                      guint           *n_recovered)
{
  ReadoutJournal  *self;
  g_autofree char *data = NULL;
  gsize            length = 0;
  g_autoptr (ReadoutReplay) replay = NULL;

  g_return_val_if_fail (uri != NULL && READOUT_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (n_recovered != NULL, NULL);

  self = journal_new (uri, document);
  *n_recovered = 0;
  if (self->fd < 0)
    return self;

  if (g_file_get_contents (self->path, &data, &length, NULL))
    replay = readout_replay_read (data, length, self->text, file_sha256);

  if (replay != NULL)
    {
      self->last_save = replay->last_save;
      *n_recovered = readout_replay_apply (replay, document);
      if (*n_recovered < replay->steps->len)
        put_aside (self, data, length, TRUE);
    }
  else if (data != NULL && holds_steps (self, data, length))
    put_aside (self, data, length, FALSE);

  if (replay == NULL || !resume (self, replay, *n_recovered))
    rewrite (self, file_sha256);
  learn_stack (self);

  return self;
}

/**
 * readout_journal_begin:
 * @uri: the address of an annotation file that is about to be written
 * @document: the document
 *
 * Begins a journal with the undo stack of @document, whatever the old one of
 * that file says.
 *
 * Returns: (transfer full): the journal
 */
ReadoutJournal *
readout_journal_begin (const char *uri, ReadoutDocument *document)
{
  ReadoutJournal *self;

  g_return_val_if_fail (uri != NULL && READOUT_IS_DOCUMENT (document), NULL);

  self = journal_new (uri, document);
  rewrite (self, NULL);
  learn_stack (self);

  return self;
}

/**
 * readout_journal_ref:
 * @self: a journal
 *
 * Returns: (transfer full): @self
 */
ReadoutJournal *
readout_journal_ref (ReadoutJournal *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * readout_journal_unref:
 * @self: (transfer full): a journal
 *
 * Gives up a reference, which a saving thread can have, too.
 */
void
readout_journal_unref (ReadoutJournal *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  if (self->fd >= 0)
    close (self->fd);
  g_clear_object (&self->document);
  readout_text_unref (self->text);
  g_ptr_array_unref (self->known);
  g_mutex_clear (&self->mutex);
  g_free (self->path);
  g_free (self);
}

/**
 * readout_journal_follow:
 * @self: a journal
 *
 * Starts to write down what happens to the document.
 */
void
readout_journal_follow (ReadoutJournal *self)
{
  g_return_if_fail (self != NULL && self->document != NULL);
  g_return_if_fail (self->applied_id == 0);

  self->applied_id
      = g_signal_connect (readout_document_get_undo_stack (self->document),
                          "group-applied",
                          G_CALLBACK (group_applied_cb),
                          self);
}

/**
 * readout_journal_release:
 * @self: a journal
 *
 * Unlocks the journal for another document of the same file.  Can run in any
 * thread.  If nobody has it by then, @self begins it anew after the next save.
 */
void
readout_journal_release (ReadoutJournal *self)
{
  g_return_if_fail (self != NULL);

  g_mutex_lock (&self->mutex);
  if (self->fd >= 0)
    close (self->fd);
  self->fd = -1;
  self->is_taken = TRUE;
  g_mutex_unlock (&self->mutex);
}

/**
 * readout_journal_close:
 * @self: a journal
 *
 * Stops to follow the document, lets go of it, and unlocks the journal.
 */
void
readout_journal_close (ReadoutJournal *self)
{
  g_return_if_fail (self != NULL);

  if (self->applied_id != 0)
    {
      g_signal_handler_disconnect (
          readout_document_get_undo_stack (self->document), self->applied_id);
      self->applied_id = 0;
    }
  g_clear_object (&self->document);

  readout_journal_release (self);
}

/**
 * readout_journal_begin_save:
 * @self: a journal
 *
 * Marks the state that is about to be saved.
 *
 * Returns: the number of the save
 */
guint64
readout_journal_begin_save (ReadoutJournal *self)
{
  g_return_val_if_fail (self != NULL, 0);

  append_number (self, "snapshot", ++self->last_save);

  return self->last_save;
}

/**
 * readout_journal_note_digest:
 * @self: a journal
 * @number: the number of the save
 * @file_sha256: the digest that the file will have
 *
 * To be called, from any thread, before the file is put in place.
 */
void
readout_journal_note_digest (ReadoutJournal *self,
                             guint64         number,
                             const char     *file_sha256)
{
  g_autoptr (GString) line = g_string_new (NULL);

  g_return_if_fail (self != NULL && file_sha256 != NULL);

  append_digest (line, number, file_sha256);
  append (self, line);
}

/**
 * readout_journal_end_save:
 * @self: a journal
 * @number: the number of the save
 * @file_sha256: the digest of the file
 *
 * To be called when the file is in place.  If the document is still as it was
 * saved, a journal that has become long is shortened, and one that had to end
 * (on a full disk) or that another window had begins anew.
 */
void
readout_journal_end_save (ReadoutJournal *self,
                          guint64         number,
                          const char     *file_sha256)
{
  gboolean is_due;

  g_return_if_fail (self != NULL && file_sha256 != NULL);

  append_number (self, "done", number);

  g_mutex_lock (&self->mutex);
  is_due = self->n_bytes > MAX_BYTES || self->fd < 0;
  g_mutex_unlock (&self->mutex);

  if (is_due && self->document != NULL && number == self->last_save
      && !readout_undo_stack_is_modified (
          readout_document_get_undo_stack (self->document)))
    {
      rewrite (self, file_sha256);
      learn_stack (self);
    }
}
