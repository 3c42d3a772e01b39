/* decode.c: bytes in any encoding to the text of an article
 *
 * The encoding is taken from a byte order mark, or else from the bytes: zero
 * bytes in every second place are UTF-16; what is UTF-8, or would be but for
 * a few damaged places, is UTF-8; anything else is one byte a character.  For
 * the last case Windows-1252 is right in practice, as the WHATWG Encoding
 * Standard found for the web: ISO 8859-1 differs from it only by control
 * characters that no article holds.
 *
 * What comes out is the text that offsets count in: lines end with LF, there
 * are no controls but LF and TAB, and a byte that cannot be decoded has become
 * U+FFFD, so that it can be seen.  Both are counted, to be told to the person.
 * Form feed, vertical tab, and the Unicode line and paragraph separators
 * become LF, because they separate words.  Nothing else is changed: text that
 * is well formed keeps each of its characters, also white space at its end.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "formats/decode.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/error.h"

#define MAX_BYTES ((gsize)256 * 1024 * 1024)

/* How many bytes are looked at to tell text from other files. */
#define SAMPLE_BYTES 65536

#define REPLACEMENT 0xfffd

typedef enum
{
  ENCODING_UTF_8,
  ENCODING_UTF_16_LE,
  ENCODING_UTF_16_BE,
  ENCODING_LATIN_1,
  ENCODING_WINDOWS_1252
} Encoding;

static const char *const encoding_names[]
    = { "UTF-8", "UTF-16LE", "UTF-16BE", "ISO-8859-1", "Windows-1252" };

/* The characters of the bytes 0x80 to 0x9f; 0 where there is none. */
static const gunichar windows_1252[] = {
  0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
  0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017d, 0,
  0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
  0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178,
};

typedef struct
{
  GString              *out;
  ReadoutArticleReport *report;
  gboolean              after_cr;
} Sink;

static void
put_char (Sink *self, gunichar c)
{
  gboolean after_cr = self->after_cr;

  self->after_cr = c == '\r';

  if (c == '\r' || c == '\v' || c == '\f' || c == 0x2028 || c == 0x2029)
    g_string_append_c (self->out, '\n');
  else if (c == '\n')
    {
      if (!after_cr)
        g_string_append_c (self->out, '\n');
    }
  else if (c < 0x20 && c != '\t')
    self->report->n_removed++;
  else if (c < 0x80)
    g_string_append_c (self->out, c);
  else
    g_string_append_unichar (self->out, c);
}

static void
put_undecodable (Sink *self, gsize offset)
{
  if (self->report->n_undecodable++ == 0)
    self->report->first_undecodable = offset;

  self->after_cr = FALSE;
  g_string_append_unichar (self->out, REPLACEMENT);
}

/* The length of the UTF-8 character at p, 0 where there is none. */
static guint
utf8_length (const char *p, const char *end, gunichar *c)
{
  if ((guchar)*p < 0x80)
    {
      *c = *p;
      return 1;
    }

  *c = g_utf8_get_char_validated (p, end - p);
  if ((gint32)*c < 0)
    return 0;

  return g_utf8_skip[*(const guchar *)p];
}

static void
decode_utf8 (Sink *self, const char *data, const char *start, const char *end)
{
  for (const char *p = start; p < end;)
    {
      gunichar c;
      guint    length = utf8_length (p, end, &c);

      if (length > 0)
        put_char (self, c);
      else
        put_undecodable (self, p - data);
      p += MAX (length, 1);
    }
}

static guint
utf16_unit (const char *p, gboolean big)
{
  const guchar *q = (const guchar *)p;

  return big ? q[0] << 8 | q[1] : q[1] << 8 | q[0];
}

static void
decode_utf16 (Sink       *self,
              const char *data,
              const char *start,
              const char *end,
              gboolean    big)
{
  const char *p = start;

  for (; end - p >= 2; p += 2)
    {
      guint unit = utf16_unit (p, big);
      guint low = 0;

      if (unit >= 0xd800 && unit < 0xdc00 && end - p >= 4)
        low = utf16_unit (p + 2, big);

      if (low >= 0xdc00 && low < 0xe000)
        {
          put_char (self, 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00));
          p += 2;
        }
      else if (unit >= 0xd800 && unit < 0xe000)
        put_undecodable (self, p - data);
      else
        put_char (self, unit);
    }

  if (p < end)
    put_undecodable (self, p - data);
}

static void
decode_bytes (Sink *self, const char *data, const char *end)
{
  for (const char *p = data; p < end; p++)
    {
      guchar byte = *p;

      if (byte < 0x80 || byte >= 0xa0)
        put_char (self, byte);
      else if (windows_1252[byte - 0x80] != 0)
        put_char (self, windows_1252[byte - 0x80]);
      else
        put_undecodable (self, p - data);
    }
}

/* UTF-16 of Latin text without a mark: zeros in every second place only. */
static gboolean
looks_utf16 (const char *data, gsize n_bytes, gboolean *big)
{
  gsize n_pairs = MIN (n_bytes, SAMPLE_BYTES) / 2;
  gsize even = 0;
  gsize odd = 0;

  for (gsize i = 0; i < n_pairs; i++)
    {
      even += data[2 * i] == '\0';
      odd += data[2 * i + 1] == '\0';
    }

  *big = even > odd;

  return n_pairs > 0 && MAX (even, odd) * 10 > n_pairs * 3
         && MIN (even, odd) * 20 < n_pairs;
}

static Encoding
guess_encoding (const char *data, gsize n_bytes)
{
  const char *end = data + n_bytes;
  gsize       n_good = 0;
  gsize       n_bad = 0;
  gboolean    after_bad = FALSE;
  gboolean    has_c1 = FALSE;
  gboolean    big;

  if (looks_utf16 (data, n_bytes, &big))
    return big ? ENCODING_UTF_16_BE : ENCODING_UTF_16_LE;

  for (const char *p = data; p < end;)
    {
      gunichar c;
      guint    length = utf8_length (p, end, &c);

      n_good += length > 1;
      n_bad += length == 0 && !after_bad;
      after_bad = length == 0;
      has_c1 = has_c1 || ((guchar)*p >= 0x80 && (guchar)*p < 0xa0);
      p += MAX (length, 1);
    }

  /* Bytes of another encoding rarely make a character of UTF-8, so that as
   * many good ones as damaged places decide. */
  if (n_bad == 0 || (n_good > 0 && n_good >= n_bad))
    return ENCODING_UTF_8;

  return has_c1 ? ENCODING_WINDOWS_1252 : ENCODING_LATIN_1;
}

/* Text hardly holds control characters; programs, pictures and archives do. */
static gboolean
looks_binary (const char *data, gsize n_bytes)
{
  gsize n = MIN (n_bytes, SAMPLE_BYTES);
  gsize n_controls = 0;

  for (gsize i = 0; i < n; i++)
    n_controls += (guchar)data[i] < 0x20
                  && memchr ("\t\n\v\f\r\x1a\x1b", data[i], 7) == NULL;

  return n_controls > 16 && n_controls * 20 > n;
}

/**
 * readout_decode:
 * @data: (array length=n_bytes): bytes
 * @n_bytes: how many
 * @length: (out): the length of the text in bytes
 * @report: a zeroed report; receives encoding and counts
 * @error: return location for an error: %READOUT_ERROR_LIMIT or, for what is
 *   not text, %READOUT_ERROR_ENCODING
 *
 * Returns: (transfer full) (nullable): valid UTF-8 without NUL, %NULL on error
 */
char *
readout_decode (const char           *data,
                gsize                 n_bytes,
                gsize                *length,
                ReadoutArticleReport *report,
                GError              **error)
{
  Sink        sink = { .report = report };
  Encoding    encoding;
  const char *start = data;
  const char *end = data + n_bytes;

  g_return_val_if_fail (data != NULL && length != NULL, NULL);
  g_return_val_if_fail (report != NULL, NULL);

  if (n_bytes > MAX_BYTES)
    {
      g_set_error (error,
                   READOUT_ERROR,
                   READOUT_ERROR_LIMIT,
                   _ ("larger than %u MB"),
                   (guint)(MAX_BYTES / (1024 * 1024)));
      return NULL;
    }

  if (n_bytes >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      encoding = ENCODING_UTF_8;
      start += 3;
    }
  else if (n_bytes >= 2 && memcmp (data, "\xff\xfe", 2) == 0)
    {
      encoding = ENCODING_UTF_16_LE;
      start += 2;
    }
  else if (n_bytes >= 2 && memcmp (data, "\xfe\xff", 2) == 0)
    {
      encoding = ENCODING_UTF_16_BE;
      start += 2;
    }
  else
    encoding = guess_encoding (data, n_bytes);

  if (encoding != ENCODING_UTF_16_LE && encoding != ENCODING_UTF_16_BE
      && looks_binary (start, end - start))
    {
      g_set_error_literal (error,
                           READOUT_ERROR,
                           READOUT_ERROR_ENCODING,
                           _ ("not a text: it is full of control characters"));
      return NULL;
    }

  sink.out = g_string_sized_new (n_bytes + n_bytes / 8 + 16);
  if (encoding == ENCODING_UTF_8)
    decode_utf8 (&sink, data, start, end);
  else if (encoding == ENCODING_UTF_16_LE || encoding == ENCODING_UTF_16_BE)
    decode_utf16 (&sink, data, start, end, encoding == ENCODING_UTF_16_BE);
  else
    decode_bytes (&sink, data, end);

  g_free (report->encoding);
  report->encoding = g_strdup (encoding_names[encoding]);
  *length = sink.out->len;

  return g_string_free (sink.out, FALSE);
}
