/* text.c: the immutable text of an article
 *
 * The only file that turns code points into bytes.  An index holds the byte
 * position of every 64th code point, four bytes each, so that a look-up walks
 * at most 63 characters and the index takes a sixteenth of a byte a
 * character.  Text that is ASCII throughout needs no index at all.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/text.h"

#include <string.h>

#define INDEX_STEP 64

struct _ReadoutText
{
  gatomicrefcount ref_count;
  char           *utf8;
  gsize           n_bytes;
  guint32         length; /* In code points. */
  guint32        *index;  /* Byte of code point 64 * i; NULL if all ASCII. */
  char           *sha256; /* Made when first asked for. */
};

G_DEFINE_BOXED_TYPE (ReadoutText,
                     readout_text,
                     readout_text_ref,
                     readout_text_unref)

/**
 * readout_text_new:
 * @utf8: valid UTF-8 without NUL
 * @n_bytes: the length of @utf8 in bytes, or -1 if it ends with NUL; less
 *   than 2^32
 *
 * Returns: (transfer full): the text
 */
ReadoutText *
readout_text_new (const char *utf8, gssize n_bytes)
{
  ReadoutText *self;
  gsize        size;
  const char  *end;
  guint32      at = 0;

  g_return_val_if_fail (utf8 != NULL, NULL);

  size = n_bytes < 0 ? strlen (utf8) : (gsize)n_bytes;
  g_return_val_if_fail (size < G_MAXUINT32, NULL);
  g_return_val_if_fail (g_utf8_validate_len (utf8, size, NULL), NULL);

  self = g_new0 (ReadoutText, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->utf8 = g_strndup (utf8, size);
  self->n_bytes = size;
  self->length = g_utf8_strlen (self->utf8, size);

  if (self->length != size)
    {
      self->index = g_new (guint32, self->length / INDEX_STEP + 1);
      end = self->utf8 + size;
      for (const char *p = self->utf8; p <= end; p = g_utf8_next_char (p))
        {
          if (at % INDEX_STEP == 0)
            self->index[at / INDEX_STEP] = p - self->utf8;
          at++;
          if (p == end)
            break;
        }
    }

  return self;
}

/**
 * readout_text_ref:
 * @self: a text
 *
 * Returns: (transfer full): @self
 */
ReadoutText *
readout_text_ref (ReadoutText *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * readout_text_unref:
 * @self: (transfer full): a text
 *
 * Gives up a reference; the last one frees the text.
 */
void
readout_text_unref (ReadoutText *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->utf8);
  g_free (self->index);
  g_free (self->sha256);
  g_free (self);
}

/**
 * readout_text_get_utf8:
 * @self: a text
 *
 * Returns: the whole text, ended by NUL
 */
const char *
readout_text_get_utf8 (const ReadoutText *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->utf8;
}

/**
 * readout_text_equal:
 * @self: a text
 * @other: another one
 *
 * Returns: whether both have the same characters
 */
gboolean
readout_text_equal (const ReadoutText *self, const ReadoutText *other)
{
  g_return_val_if_fail (self != NULL && other != NULL, FALSE);

  return self->n_bytes == other->n_bytes
         && memcmp (self->utf8, other->utf8, self->n_bytes) == 0;
}

/**
 * readout_text_get_n_bytes:
 * @self: a text
 *
 * Returns: how many bytes the text has in UTF-8
 */
gsize
readout_text_get_n_bytes (const ReadoutText *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_bytes;
}

/**
 * readout_text_get_length:
 * @self: a text
 *
 * Returns: how many code points the text has
 */
guint32
readout_text_get_length (const ReadoutText *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->length;
}

/**
 * readout_text_get_sha256:
 * @self: a text
 *
 * Safe to call from several threads: the first to finish stores the digest.
 *
 * Returns: the SHA-256 digest of the UTF-8 bytes, in lower-case hexadecimal
 */
const char *
readout_text_get_sha256 (ReadoutText *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (g_atomic_pointer_get (&self->sha256) == NULL)
    {
      char *digest = g_compute_checksum_for_data (
          G_CHECKSUM_SHA256, (const guchar *)self->utf8, self->n_bytes);

      if (!g_atomic_pointer_compare_and_exchange (&self->sha256, NULL, digest))
        g_free (digest);
    }

  return g_atomic_pointer_get (&self->sha256);
}

/**
 * readout_text_to_byte:
 * @self: a text
 * @offset: a code point offset, at most the length of the text
 *
 * Returns: the byte at which the code point at @offset starts
 */
gsize
readout_text_to_byte (const ReadoutText *self, guint32 offset)
{
  const char *p;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (offset <= self->length, self->n_bytes);

  if (self->index == NULL)
    return offset;

  p = self->utf8 + self->index[offset / INDEX_STEP];
  for (guint32 i = offset % INDEX_STEP; i > 0; i--)
    p = g_utf8_next_char (p);

  return p - self->utf8;
}

/**
 * readout_text_to_offset:
 * @self: a text
 * @byte: a position in bytes, at most the size of the text; inside a
 *   character it counts as the next one's
 *
 * Returns: the code point offset of @byte
 */
guint32
readout_text_to_offset (const ReadoutText *self, gsize byte)
{
  guint32     low = 0;
  guint32     high;
  guint32     offset;
  const char *p;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (byte <= self->n_bytes, self->length);

  if (self->index == NULL)
    return byte;

  high = self->length / INDEX_STEP;
  while (low < high)
    {
      guint32 middle = low + (high - low + 1) / 2;

      if (self->index[middle] <= byte)
        low = middle;
      else
        high = middle - 1;
    }

  offset = low * INDEX_STEP;
  p = self->utf8 + self->index[low];
  while (p < self->utf8 + byte)
    {
      p = g_utf8_next_char (p);
      offset++;
    }

  return offset;
}

/**
 * readout_text_get_char:
 * @self: a text
 * @offset: a code point offset
 *
 * Returns: the code point at @offset, or 0 at the end of the text and behind
 */
gunichar
readout_text_get_char (const ReadoutText *self, guint32 offset)
{
  g_return_val_if_fail (self != NULL, 0);

  if (offset >= self->length)
    return 0;

  return g_utf8_get_char (self->utf8 + readout_text_to_byte (self, offset));
}

/**
 * readout_text_peek:
 * @self: a text
 * @span: a span within the text
 * @n_bytes: (out): the length of the slice in bytes
 *
 * Returns: (transfer none): the first byte of the slice, which is not ended
 *   by NUL
 */
const char *
readout_text_peek (const ReadoutText *self, ReadoutSpan span, gsize *n_bytes)
{
  gsize start;

  g_return_val_if_fail (self != NULL && n_bytes != NULL, NULL);
  g_return_val_if_fail (span.start <= span.end, NULL);
  g_return_val_if_fail (span.end <= self->length, NULL);

  start = readout_text_to_byte (self, span.start);
  *n_bytes = readout_text_to_byte (self, span.end) - start;

  return self->utf8 + start;
}

/**
 * readout_text_slice:
 * @self: a text
 * @span: a span within the text
 *
 * Returns: (transfer full): a copy of what @span covers
 */
char *
readout_text_slice (const ReadoutText *self, ReadoutSpan span)
{
  gsize       n_bytes = 0;
  const char *start = readout_text_peek (self, span, &n_bytes);

  return start != NULL ? g_strndup (start, n_bytes) : NULL;
}

/**
 * readout_text_trim:
 * @self: a text
 * @span: a span within the text
 *
 * Returns: @span without white space at its two ends; an empty span where
 *   there is nothing else
 */
ReadoutSpan
readout_text_trim (const ReadoutText *self, ReadoutSpan span)
{
  g_return_val_if_fail (self != NULL, span);

  while (span.start < span.end
         && g_unichar_isspace (readout_text_get_char (self, span.start)))
    span.start++;
  while (span.start < span.end
         && g_unichar_isspace (readout_text_get_char (self, span.end - 1)))
    span.end--;

  return span;
}
