/* entry.c: a GObject handle of one record, for lists and bindings
 *
 * Records are plain structs that are replaced when they are edited.  Lists,
 * selections and bindings want an object that stays: the entry, which holds
 * the record that its id has at present.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/entry.h"

struct _ReadoutEntry
{
  GObject        parent_instance;
  ReadoutRecord *record; /* Never NULL; its kind and id never change. */
};

enum
{
  PROP_0,
  PROP_KIND,
  PROP_ID,
  PROP_RECORD,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ReadoutEntry, readout_entry, G_TYPE_OBJECT)

static void
readout_entry_finalize (GObject *object)
{
  ReadoutEntry *self = READOUT_ENTRY (object);

  g_clear_pointer (&self->record, readout_record_unref);

  G_OBJECT_CLASS (readout_entry_parent_class)->finalize (object);
}

static void
readout_entry_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  ReadoutEntry *self = READOUT_ENTRY (object);

  switch (prop_id)
    {
    case PROP_KIND:
      g_value_set_uint (value, readout_entry_get_kind (self));
      break;
    case PROP_ID:
      g_value_set_string (value, readout_entry_get_id (self));
      break;
    case PROP_RECORD:
      g_value_set_boxed (value, self->record);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
readout_entry_class_init (ReadoutEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags   flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = readout_entry_finalize;
  object_class->get_property = readout_entry_get_property;

  properties[PROP_KIND] = g_param_spec_uint (
      "kind", NULL, NULL, 0, READOUT_N_KINDS - 1, 0, flags);
  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_RECORD]
      = g_param_spec_boxed ("record", NULL, NULL, READOUT_TYPE_RECORD, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
readout_entry_init (ReadoutEntry *self)
{
}

/**
 * readout_entry_new:
 * @record: a record of any kind; a reference is taken
 *
 * Returns: (transfer full): a handle of it
 */
ReadoutEntry *
readout_entry_new (gpointer record)
{
  ReadoutEntry *self;

  g_return_val_if_fail (record != NULL, NULL);

  self = g_object_new (READOUT_TYPE_ENTRY, NULL);
  self->record = readout_record_ref (record);

  return self;
}

/**
 * readout_entry_get_kind:
 * @self: an entry
 *
 * Returns: the kind of its record
 */
ReadoutKind
readout_entry_get_kind (ReadoutEntry *self)
{
  g_return_val_if_fail (READOUT_IS_ENTRY (self), READOUT_N_KINDS);

  return self->record->kind;
}

/**
 * readout_entry_get_id:
 * @self: an entry
 *
 * Returns: (transfer none): the id of its record
 */
const char *
readout_entry_get_id (ReadoutEntry *self)
{
  g_return_val_if_fail (READOUT_IS_ENTRY (self), NULL);

  return self->record->id;
}

/**
 * readout_entry_get_record:
 * @self: an entry
 *
 * Returns: (transfer none): the record as it is at present, or as it was last
 *   if it has been removed since
 */
gpointer
readout_entry_get_record (ReadoutEntry *self)
{
  g_return_val_if_fail (READOUT_IS_ENTRY (self), NULL);

  return self->record;
}

/**
 * readout_entry_set_record:
 * @self: an entry
 * @record: a record of the same kind and id; a reference is taken
 *
 * For the lists that own entries.  Notifies "record" unless it is the same
 * record.
 */
void
readout_entry_set_record (ReadoutEntry *self, gpointer record)
{
  ReadoutRecord *after = record;

  g_return_if_fail (READOUT_IS_ENTRY (self));
  g_return_if_fail (after != NULL && after->kind == self->record->kind);
  g_return_if_fail (g_str_equal (after->id, self->record->id));

  if (after == self->record)
    return;

  readout_record_ref (after);
  readout_record_unref (self->record);
  self->record = after;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECORD]);
}
