/* file.c: trained weights and lists in one file
 *
 * A directory of named sections behind a head:
 *
 *     bytes    what
 *     0-7      "ReadoutM"
 *     8-11     version, u32
 *     12-15    number of sections, u32
 *     16-23    checksum over everything from byte 24 on, u64
 *     24-31    size of the file, u64
 *     32-      directory: 24 bytes of name padded with NUL, offset u64, size
 * u64 sections, each starting at a multiple of 64 bytes
 *
 * All numbers are little-endian, floats IEEE 754 single.  A file that was cut
 * off, changed, or made for another version is refused, so that the code which
 * reads sections may trust their contents to be what a trainer wrote; it
 * checks sizes all the same.  The format is for little-endian machines; on
 * others opening fails, and the detector falls back to its rules.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tagger/model/file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/display-name.h"
#include "base/error.h"
#include "tagger/crf/hash.h"
#include "tagger/model/bytes.h"
#include "tagger/model/verified.h"

#define MAGIC "ReadoutM"
#define VERSION 3
#define HEAD_SIZE 32
#define ENTRY_SIZE 40
#define NAME_SIZE 24
#define ALIGNMENT 64
#define MAX_SECTIONS 64

struct _ReadoutModel
{
  gatomicrefcount ref_count;
  GBytes         *bytes;
  const guint8   *data;
  gsize           size;
  guint           n_sections;
};

G_DEFINE_BOXED_TYPE (ReadoutModel,
                     readout_model,
                     readout_model_ref,
                     readout_model_unref)

static guint32
read_u32 (const guint8 *at)
{
  guint32 value;

  memcpy (&value, at, sizeof value);
  return GUINT32_FROM_LE (value);
}

static guint64
read_u64 (const guint8 *at)
{
  guint64 value;

  memcpy (&value, at, sizeof value);
  return GUINT64_FROM_LE (value);
}

/* Eight bytes at a time: some gigabytes a second, so that checking a model
 * takes about a millisecond. */
static guint64
checksum (const guint8 *data, gsize size)
{
  guint64 lanes[4] = { 1, 2, 3, 4 };
  gsize   at = 0;

  for (; at + 32 <= size; at += 32)
    for (guint i = 0; i < 4; i++)
      lanes[i] = readout_hash_combine (lanes[i], read_u64 (data + at + i * 8));
  for (; at < size; at++)
    lanes[0] = readout_hash_combine (lanes[0], data[at]);
  for (guint i = 1; i < 4; i++)
    lanes[0] = readout_hash_combine (lanes[0], lanes[i]);

  return readout_hash_finish (lanes[0] ^ size);
}

/* Whether each section lies within the file. */
static gboolean
has_directory (const ReadoutModel *self)
{
  guint32 n = read_u32 (self->data + 12);

  if (n > MAX_SECTIONS || HEAD_SIZE + n * ENTRY_SIZE > self->size)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const guint8 *entry = self->data + HEAD_SIZE + i * ENTRY_SIZE;
      guint64       offset = read_u64 (entry + NAME_SIZE);
      guint64       size = read_u64 (entry + NAME_SIZE + 8);

      if (offset > self->size || size > self->size - offset
          || offset % ALIGNMENT != 0 || entry[NAME_SIZE - 1] != 0)
        return FALSE;
    }

  return TRUE;
}

/* The checksum of a file that is known to be whole need not be looked at. */
static gboolean
check (const ReadoutModel *self,
       const char         *name,
       gboolean            verified,
       GError            **error)
{
  const char *fault = NULL;

  if (G_BYTE_ORDER != G_LITTLE_ENDIAN)
    fault = _ ("this machine has another byte order");
  else if (self->size < HEAD_SIZE || memcmp (self->data, MAGIC, 8) != 0)
    fault = _ ("it is not a Readout model");
  else if (read_u32 (self->data + 8) != VERSION)
    fault = _ ("it was made for another version of Readout");
  else if (read_u64 (self->data + 24) != self->size)
    fault = _ ("it is cut off");
  else if (!verified
           && read_u64 (self->data + 16)
                  != checksum (self->data + 24, self->size - 24))
    fault = _ ("its checksum does not hold");
  else if (!has_directory (self))
    fault = _ ("its directory is broken");

  if (fault == NULL)
    return TRUE;

  g_set_error (error,
               READOUT_ERROR,
               READOUT_ERROR_FORMAT,
               _ ("The model “%s” cannot be used: %s"),
               name,
               fault);
  return FALSE;
}

static ReadoutModel *
new_from_bytes (GBytes     *bytes,
                const char *name,
                gboolean    verified,
                GError    **error)
{
  g_autoptr (ReadoutModel) self = g_new0 (ReadoutModel, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->bytes = g_bytes_ref (bytes);
  self->data = g_bytes_get_data (bytes, &self->size);
  if (!check (self, name, verified, error))
    return NULL;
  self->n_sections = read_u32 (self->data + 12);

  return g_steal_pointer (&self);
}

/**
 * readout_model_open:
 * @path: a file
 * @error: set to a #GFileError, or to %READOUT_ERROR_FORMAT
 *
 * Opens a model file.  Whatever happens to the file afterwards, the model
 * stays as it is.  Of an installed one the checksum is looked at when it is
 * opened for the first time.
 *
 * Returns: (transfer full) (nullable): the model
 */
ReadoutModel *
readout_model_open (const char *path, GError **error)
{
  g_autoptr (ReadoutModel) self = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *stamp = NULL;
  g_autofree char *name = NULL;
  gboolean         verified;

  g_return_val_if_fail (path != NULL, NULL);

  bytes = readout_model_bytes_open (path, &stamp, error);
  if (bytes == NULL)
    return NULL;

  verified = stamp != NULL && readout_model_verified_contains (path, stamp);
  name = readout_display_name (path);
  self = new_from_bytes (bytes, name, verified, error);
  if (self != NULL && stamp != NULL && !verified)
    readout_model_verified_add (path, stamp);

  return g_steal_pointer (&self);
}

/**
 * readout_model_new_from_bytes:
 * @bytes: the contents of a model file
 * @name: what to call it in an error
 * @error: set to %READOUT_ERROR_FORMAT if it is no model, or a broken one
 *
 * Returns: (transfer full) (nullable): the model
 */
ReadoutModel *
readout_model_new_from_bytes (GBytes *bytes, const char *name, GError **error)
{
  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);

  return new_from_bytes (bytes, name, FALSE, error);
}

/**
 * readout_model_ref:
 * @self: a model
 *
 * Returns: (transfer full): @self
 */
ReadoutModel *
readout_model_ref (ReadoutModel *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * readout_model_unref:
 * @self: (transfer full): a model
 */
void
readout_model_unref (ReadoutModel *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_bytes_unref (self->bytes);
  g_free (self);
}

/**
 * readout_model_get_section:
 * @self: a model
 * @name: name of a section
 * @n_bytes: (out): its size
 *
 * Returns: (transfer none) (nullable): the section, aligned to 64 bytes, valid
 *   as long as the model; %NULL if there is none of that name
 */
const void *
readout_model_get_section (const ReadoutModel *self,
                           const char         *name,
                           gsize              *n_bytes)
{
  g_return_val_if_fail (self != NULL && n_bytes != NULL, NULL);

  for (guint i = 0; i < self->n_sections; i++)
    {
      const guint8 *entry = self->data + HEAD_SIZE + i * ENTRY_SIZE;

      if (g_str_equal ((const char *)entry, name))
        {
          *n_bytes = read_u64 (entry + NAME_SIZE + 8);
          return self->data + read_u64 (entry + NAME_SIZE);
        }
    }

  *n_bytes = 0;
  return NULL;
}

typedef struct
{
  char    name[NAME_SIZE];
  GBytes *bytes;
} Section;

struct _ReadoutModelBuilder
{
  GArray *sections;
};

static void
section_clear (gpointer data)
{
  Section *section = data;

  g_bytes_unref (section->bytes);
}

/**
 * readout_model_builder_new:
 *
 * Returns: (transfer full): a builder without sections
 */
ReadoutModelBuilder *
readout_model_builder_new (void)
{
  ReadoutModelBuilder *self = g_new0 (ReadoutModelBuilder, 1);

  self->sections = g_array_new (FALSE, TRUE, sizeof (Section));
  g_array_set_clear_func (self->sections, section_clear);

  return self;
}

/**
 * readout_model_builder_free:
 * @self: (transfer full): a builder
 */
void
readout_model_builder_free (ReadoutModelBuilder *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->sections);
  g_free (self);
}

/**
 * readout_model_builder_add:
 * @self: a builder
 * @name: name of the section, at most 23 bytes
 * @section: its contents
 */
void
readout_model_builder_add (ReadoutModelBuilder *self,
                           const char          *name,
                           GBytes              *section)
{
  Section entry = { "", NULL };

  g_return_if_fail (self != NULL && strlen (name) < NAME_SIZE);
  g_return_if_fail (self->sections->len < MAX_SECTIONS);

  g_strlcpy (entry.name, name, NAME_SIZE);
  entry.bytes = g_bytes_ref (section);
  g_array_append_val (self->sections, entry);
}

static void
append_u32 (GByteArray *out, guint32 value)
{
  value = GUINT32_TO_LE (value);
  g_byte_array_append (out, (const guint8 *)&value, sizeof value);
}

static void
append_u64 (GByteArray *out, guint64 value)
{
  value = GUINT64_TO_LE (value);
  g_byte_array_append (out, (const guint8 *)&value, sizeof value);
}

static void
pad (GByteArray *out)
{
  static const guint8 zeros[ALIGNMENT] = { 0 };

  g_byte_array_append (
      out, zeros, (ALIGNMENT - out->len % ALIGNMENT) % ALIGNMENT);
}

/**
 * readout_model_builder_end:
 * @self: a builder
 *
 * Returns: (transfer full): the contents of the model file
 */
GBytes *
readout_model_builder_end (ReadoutModelBuilder *self)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();
  guint64 offset;
  guint64 value;

  g_return_val_if_fail (self != NULL, NULL);

  g_byte_array_append (out, (const guint8 *)MAGIC, 8);
  append_u32 (out, VERSION);
  append_u32 (out, self->sections->len);
  append_u64 (out, 0);
  append_u64 (out, 0);

  offset = HEAD_SIZE + self->sections->len * ENTRY_SIZE;
  for (guint i = 0; i < self->sections->len; i++)
    {
      const Section *section = &g_array_index (self->sections, Section, i);

      offset = (offset + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
      g_byte_array_append (out, (const guint8 *)section->name, NAME_SIZE);
      append_u64 (out, offset);
      append_u64 (out, g_bytes_get_size (section->bytes));
      offset += g_bytes_get_size (section->bytes);
    }
  for (guint i = 0; i < self->sections->len; i++)
    {
      const Section *section = &g_array_index (self->sections, Section, i);

      pad (out);
      g_byte_array_append (out,
                           g_bytes_get_data (section->bytes, NULL),
                           g_bytes_get_size (section->bytes));
    }

  value = GUINT64_TO_LE (out->len);
  memcpy (out->data + 24, &value, sizeof value);
  value = GUINT64_TO_LE (checksum (out->data + 24, out->len - 24));
  memcpy (out->data + 16, &value, sizeof value);

  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}
