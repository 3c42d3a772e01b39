/* annotations.c: the records of one article
 *
 * A hash table by id owns the records, and an array for each kind holds them
 * in the order of readout_record_compare().  readout_annotations_apply() is
 * the only mutator: it checks a whole group of changes against what is there
 * before it touches anything, so that a group is applied wholly or not at
 * all.  A small group moves single places of the arrays by binary search; a
 * large one sorts each array once, so that a detector's 6,000 records take
 * milliseconds.
 *
 * Ids are never given twice: a counter for each letter of ids such as "m12"
 * stays above every number that was ever seen, also of records removed since.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-model"

#include "config.h"

#include "model/annotations.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/error.h"
#include "base/string-hash.h"

/* Arrays are sorted anew, instead of edited place by place, from this many
 * changes on and one more for so many records. */
#define BULK_CHANGES 16
#define BULK_RECORDS 64

struct _ReadoutAnnotations
{
  GObject     parent_instance;
  GHashTable *records;                    /* id -> ReadoutRecord, owned. */
  GPtrArray  *sorted[READOUT_N_KINDS];    /* Borrowed from `records`. */
  guint64     last_number['z' - 'a' + 1]; /* Highest seen for each letter. */
};

enum
{
  CHANGED,
  CHANGES_APPLIED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReadoutAnnotations, readout_annotations, G_TYPE_OBJECT)

/* Letter of the ids that make_id() gives to each kind. */
static const char id_letters[READOUT_N_KINDS] = { 'm', 'a', 's', 'g' };

/* The place of @record in its array, or the place where it would stand. */
static gboolean
search (GPtrArray *sorted, const ReadoutRecord *record, guint *position)
{
  guint low = 0;
  guint high = sorted->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      int   order
          = readout_record_compare (g_ptr_array_index (sorted, middle), record);

      if (order == 0)
        {
          *position = middle;
          return TRUE;
        }
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }

  *position = low;
  return FALSE;
}

static int
compare_indirect (gconstpointer a, gconstpointer b)
{
  return readout_record_compare (*(ReadoutRecord *const *)a,
                                 *(ReadoutRecord *const *)b);
}

static gboolean
is_current (const ReadoutRecord *current, const ReadoutRecord *before)
{
  if (current == NULL || before == NULL)
    return current == before;

  return readout_record_equal (current, before);
}

/* Plays the group through on a table of the ids that it touches. */
static gboolean
check_changes (ReadoutAnnotations *self, GPtrArray *changes, GError **error)
{
  g_autoptr (GHashTable) played
      = g_hash_table_new (readout_string_hash, g_str_equal);

  for (guint i = 0; i < changes->len; i++)
    {
      const ReadoutChange *change = g_ptr_array_index (changes, i);
      const char          *id = readout_change_get_id (change);
      ReadoutRecord       *current;

      if (!g_hash_table_lookup_extended (
              played, id, NULL, (gpointer *)&current))
        current = g_hash_table_lookup (self->records, id);

      if (!is_current (current, change->before))
        {
          if (change->before == NULL)
            g_set_error (error,
                         READOUT_ERROR,
                         READOUT_ERROR_REFERENCE,
                         _ ("The id “%s” is used already"),
                         id);
          else
            g_set_error (error,
                         READOUT_ERROR,
                         READOUT_ERROR_REFERENCE,
                         _ ("The item “%s” is not as the change expects it"),
                         id);
          return FALSE;
        }

      g_hash_table_insert (played, (gpointer)id, change->after);
    }

  return TRUE;
}

/* Takes @record out of its array; the table keeps it. */
static void
unlist (ReadoutAnnotations *self, ReadoutRecord *record)
{
  guint position;

  if (search (self->sorted[record->kind], record, &position))
    g_ptr_array_remove_index (self->sorted[record->kind], position);
  else
    g_assert_not_reached ();
}

static void
enlist (ReadoutAnnotations *self, ReadoutRecord *record)
{
  guint position;

  search (self->sorted[record->kind], record, &position);
  g_ptr_array_insert (self->sorted[record->kind], position, record);
}

/* Edits the table and, unless sort_all() is to follow, the arrays. */
static void
apply_one (ReadoutAnnotations *self, const ReadoutChange *change, gboolean bulk)
{
  const char    *id = readout_change_get_id (change);
  ReadoutRecord *current = g_hash_table_lookup (self->records, id);

  if (!bulk)
    {
      if (current != NULL && change->after != NULL
          && readout_record_compare (current, change->after) == 0)
        {
          guint position;

          search (self->sorted[current->kind], current, &position);
          g_ptr_array_index (self->sorted[current->kind], position)
              = change->after;
        }
      else
        {
          if (current != NULL)
            unlist (self, current);
          if (change->after != NULL)
            enlist (self, change->after);
        }
    }

  if (change->after != NULL)
    g_hash_table_replace (
        self->records, change->after->id, readout_record_ref (change->after));
  else
    g_hash_table_remove (self->records, id);

  readout_annotations_reserve_id (self, id);
}

static void
sort_all (ReadoutAnnotations *self)
{
  GHashTableIter iter;
  ReadoutRecord *record;

  for (guint kind = 0; kind < READOUT_N_KINDS; kind++)
    g_ptr_array_set_size (self->sorted[kind], 0);

  g_hash_table_iter_init (&iter, self->records);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *)&record))
    g_ptr_array_add (self->sorted[record->kind], record);

  for (guint kind = 0; kind < READOUT_N_KINDS; kind++)
    g_ptr_array_sort (self->sorted[kind], compare_indirect);
}

static void
readout_annotations_finalize (GObject *object)
{
  ReadoutAnnotations *self = READOUT_ANNOTATIONS (object);

  for (guint kind = 0; kind < READOUT_N_KINDS; kind++)
    g_ptr_array_unref (self->sorted[kind]);
  g_hash_table_unref (self->records);

  G_OBJECT_CLASS (readout_annotations_parent_class)->finalize (object);
}

static void
readout_annotations_class_init (ReadoutAnnotationsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = readout_annotations_finalize;

  /**
   * ReadoutAnnotations::changed:
   * @self: the set
   * @change: what was changed
   *
   * Emitted for each change of a group, in order, when the whole group has
   * been applied: a handler sees the set as it is after the group.  Handlers
   * must not apply changes.
   */
  signals[CHANGED] = g_signal_new ("changed",
                                   G_TYPE_FROM_CLASS (klass),
                                   G_SIGNAL_RUN_LAST,
                                   0,
                                   NULL,
                                   NULL,
                                   NULL,
                                   G_TYPE_NONE,
                                   1,
                                   READOUT_TYPE_CHANGE);

  /**
   * ReadoutAnnotations::changes-applied:
   * @self: the set
   *
   * Emitted once after the "changed" signals of a group.
   */
  signals[CHANGES_APPLIED] = g_signal_new ("changes-applied",
                                           G_TYPE_FROM_CLASS (klass),
                                           G_SIGNAL_RUN_LAST,
                                           0,
                                           NULL,
                                           NULL,
                                           NULL,
                                           G_TYPE_NONE,
                                           0);
}

static void
readout_annotations_init (ReadoutAnnotations *self)
{
  /* The key is the id inside the record, so that both go together. */
  self->records = g_hash_table_new_full (
      readout_string_hash, g_str_equal, NULL, readout_record_unref);
  for (guint kind = 0; kind < READOUT_N_KINDS; kind++)
    self->sorted[kind] = g_ptr_array_new ();
}

/**
 * readout_annotations_new:
 *
 * Returns: (transfer full): an empty set
 */
ReadoutAnnotations *
readout_annotations_new (void)
{
  return g_object_new (READOUT_TYPE_ANNOTATIONS, NULL);
}

/**
 * readout_annotations_apply:
 * @self: a set
 * @changes: (element-type ReadoutChange): a group of changes, in order; the
 *   same record may be changed more than once
 * @error: return location for a #GError
 *
 * The only way to alter the set.  Each `before` must be the record as it is
 * when its turn comes (the same pointer or an equal one), an added id must be
 * free.  Whether the records make sense together is not checked here: that is
 * readout_validator_check(), as a file may be read that does not.
 *
 * Returns: %TRUE if all changes were applied; %FALSE with
 *   %READOUT_ERROR_REFERENCE naming the id in question if none was
 */
gboolean
readout_annotations_apply (ReadoutAnnotations *self,
                           GPtrArray          *changes,
                           GError            **error)
{
  gboolean bulk;

  g_return_val_if_fail (READOUT_IS_ANNOTATIONS (self), FALSE);
  g_return_val_if_fail (changes != NULL, FALSE);

  if (!check_changes (self, changes, error))
    return FALSE;

  g_object_ref (self);
  g_ptr_array_ref (changes);

  bulk = changes->len
         >= BULK_CHANGES + g_hash_table_size (self->records) / BULK_RECORDS;
  for (guint i = 0; i < changes->len; i++)
    apply_one (self, g_ptr_array_index (changes, i), bulk);
  if (bulk)
    sort_all (self);

  for (guint i = 0; i < changes->len; i++)
    g_signal_emit (self, signals[CHANGED], 0, g_ptr_array_index (changes, i));
  g_signal_emit (self, signals[CHANGES_APPLIED], 0);

  g_ptr_array_unref (changes);
  g_object_unref (self);

  return TRUE;
}

/**
 * readout_annotations_lookup:
 * @self: a set
 * @id: an id
 *
 * Returns: (transfer none) (nullable): the record of any kind that has @id
 */
gpointer
readout_annotations_lookup (ReadoutAnnotations *self, const char *id)
{
  g_return_val_if_fail (READOUT_IS_ANNOTATIONS (self), NULL);

  return id != NULL ? g_hash_table_lookup (self->records, id) : NULL;
}

static gpointer
lookup_kind (ReadoutAnnotations *self, const char *id, ReadoutKind kind)
{
  ReadoutRecord *record = readout_annotations_lookup (self, id);

  return record != NULL && record->kind == kind ? record : NULL;
}

/**
 * readout_annotations_get_mention:
 * @self: a set
 * @id: (nullable): an id
 *
 * Returns: (transfer none) (nullable): the mention that has @id
 */
ReadoutMention *
readout_annotations_get_mention (ReadoutAnnotations *self, const char *id)
{
  return lookup_kind (self, id, READOUT_KIND_MENTION);
}

/**
 * readout_annotations_get_actor:
 * @self: a set
 * @id: (nullable): an id
 *
 * Returns: (transfer none) (nullable): the actor that has @id
 */
ReadoutActor *
readout_annotations_get_actor (ReadoutAnnotations *self, const char *id)
{
  return lookup_kind (self, id, READOUT_KIND_ACTOR);
}

/**
 * readout_annotations_get_statement:
 * @self: a set
 * @id: (nullable): an id
 *
 * Returns: (transfer none) (nullable): the statement that has @id
 */
ReadoutStatement *
readout_annotations_get_statement (ReadoutAnnotations *self, const char *id)
{
  return lookup_kind (self, id, READOUT_KIND_STATEMENT);
}

/**
 * readout_annotations_get_meeting:
 * @self: a set
 * @id: (nullable): an id
 *
 * Returns: (transfer none) (nullable): the meeting that has @id
 */
ReadoutMeeting *
readout_annotations_get_meeting (ReadoutAnnotations *self, const char *id)
{
  return lookup_kind (self, id, READOUT_KIND_MEETING);
}

/**
 * readout_annotations_get_n_records:
 * @self: a set
 * @kind: which kind
 *
 * Returns: how many records of @kind there are, rejected ones included
 */
guint
readout_annotations_get_n_records (ReadoutAnnotations *self, ReadoutKind kind)
{
  g_return_val_if_fail (READOUT_IS_ANNOTATIONS (self), 0);
  g_return_val_if_fail ((guint)kind < READOUT_N_KINDS, 0);

  return self->sorted[kind]->len;
}

/**
 * readout_annotations_get_record:
 * @self: a set
 * @kind: which kind
 * @position: less than readout_annotations_get_n_records()
 *
 * Returns: (transfer none): the record at @position in the order of
 *   readout_record_compare()
 */
gpointer
readout_annotations_get_record (ReadoutAnnotations *self,
                                ReadoutKind         kind,
                                guint               position)
{
  g_return_val_if_fail (READOUT_IS_ANNOTATIONS (self), NULL);
  g_return_val_if_fail ((guint)kind < READOUT_N_KINDS, NULL);
  g_return_val_if_fail (position < self->sorted[kind]->len, NULL);

  return g_ptr_array_index (self->sorted[kind], position);
}

/**
 * readout_annotations_find:
 * @self: a set
 * @id: an id
 * @position: (out) (optional): its place among the records of its kind
 *
 * Returns: whether there is a record with @id
 */
gboolean
readout_annotations_find (ReadoutAnnotations *self,
                          const char         *id,
                          guint              *position)
{
  ReadoutRecord *record = readout_annotations_lookup (self, id);
  guint          found;

  if (record == NULL)
    return FALSE;

  if (!search (self->sorted[record->kind], record, &found))
    g_assert_not_reached ();
  if (position != NULL)
    *position = found;

  return TRUE;
}

/**
 * readout_annotations_make_id:
 * @self: a set
 * @kind: what the id is for
 *
 * Returns: (transfer full): an id that no record has, had, or will be given
 */
char *
readout_annotations_make_id (ReadoutAnnotations *self, ReadoutKind kind)
{
  char letter;

  g_return_val_if_fail (READOUT_IS_ANNOTATIONS (self), NULL);
  g_return_val_if_fail ((guint)kind < READOUT_N_KINDS, NULL);

  letter = id_letters[kind];

  return g_strdup_printf (
      "%c%" G_GUINT64_FORMAT, letter, ++self->last_number[letter - 'a']);
}

/**
 * readout_annotations_reserve_id:
 * @self: a set
 * @id: an id that is mentioned in the file or in the undo journal
 *
 * Makes sure that readout_annotations_make_id() never returns @id.  Ids of
 * another shape than a lower-case letter and a number, or with a number of
 * more than 18 digits, it never makes anyway.
 */
void
readout_annotations_reserve_id (ReadoutAnnotations *self, const char *id)
{
  gsize   n_digits;
  guint64 number;

  g_return_if_fail (READOUT_IS_ANNOTATIONS (self));
  g_return_if_fail (id != NULL);

  if (!g_ascii_islower (id[0]))
    return;
  n_digits = strspn (id + 1, "0123456789");
  if (n_digits == 0 || n_digits > 18 || id[1 + n_digits] != '\0')
    return;

  number = g_ascii_strtoull (id + 1, NULL, 10);
  self->last_number[id[0] - 'a'] = MAX (self->last_number[id[0] - 'a'], number);
}

/**
 * readout_annotations_count_states:
 * @self: a set
 * @kind: which kind
 * @counts: (out caller-allocates) (array fixed-size=5): how many records of
 *   @kind are in each state, indexed by #ReadoutReviewState
 */
void
readout_annotations_count_states (ReadoutAnnotations *self,
                                  ReadoutKind         kind,
                                  guint               counts[READOUT_N_STATES])
{
  g_return_if_fail (READOUT_IS_ANNOTATIONS (self));
  g_return_if_fail ((guint)kind < READOUT_N_KINDS);
  g_return_if_fail (counts != NULL);

  memset (counts, 0, sizeof (guint) * READOUT_N_STATES);
  for (guint i = 0; i < self->sorted[kind]->len; i++)
    {
      const ReadoutRecord *record = g_ptr_array_index (self->sorted[kind], i);

      counts[record->review.state]++;
    }
}
