/* json-guard.c: what must hold before a JSON parser sees the bytes
 *
 * A recursive-descent scanner of RFC 8259 that keeps nothing but the names of
 * the members of the objects it is in.  It is stricter than json-glib, which
 * takes comments, control characters, lone surrogates, NUL, trailing commas,
 * numbers that do not fit and the last of two members with one name for
 * granted; so that what json-glib reads is what the file says.  Beyond the
 * grammar it holds the input to limits of size and depth, asks for exactly
 * one value, and refuses integers outside 64 bits and numbers that overflow a
 * double, which would not be written back as they were read.  It also refuses
 * what would make json-glib slow: objects with very many members, or with
 * names that were made to collide in its hash table; and what would make it
 * take all memory, as it has 300 bytes for the three of an empty object.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "formats/json-guard.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "formats/json-place.h"

/* Objects with more members than this sort their names to find equal ones. */
#define FEW_MEMBERS 24

/* What json-glib takes for each, in bytes: measured by bench-formats, and
 * nothing of it is far from the truth for any file. */
#define OBJECT_BYTES 320
#define ARRAY_BYTES 130
#define MEMBER_BYTES 180
#define VALUE_BYTES 90

/* A member name as it stands in the input or, where it has escapes, decoded
 * into memory of its own. */
typedef struct
{
  const char *at; /* its quotation mark in the input */
  const char *name;
  gsize       n_bytes;
  char       *owned;
  guint32     hash; /* of g_str_hash(), where the members are many */
} Name;

typedef struct
{
  const char *start; /* of the input behind a byte order mark */
  const char *p;
  const char *end;
  guint64     first_line;
  guint       depth;
  guint64     memory; /* of json-glib, so far */
  GArray     *names;  /* of Name, for all objects that are open */
  GError    **error;
} Guard;

static gboolean check_value (Guard *self);

static void
name_clear (gpointer data)
{
  Name *name = data;

  g_clear_pointer (&name->owned, g_free);
}

/* What g_str_hash() says of a string: a name in the input ends with no NUL. */
static guint32
hash_name (const Name *name)
{
  guint32 hash = 5381;

  for (gsize i = 0; i < name->n_bytes; i++)
    hash = hash * 33 + (guint32)(gint8)name->name[i];

  return hash;
}

static gboolean
name_equal (const Name *x, const Name *y)
{
  return x->n_bytes == y->n_bytes && memcmp (x->name, y->name, x->n_bytes) == 0;
}

/* By hash, then by place. */
static int
compare_names (gconstpointer a, gconstpointer b)
{
  const Name *x = a;
  const Name *y = b;

  if (x->hash != y->hash)
    return x->hash < y->hash ? -1 : 1;

  return x->at < y->at ? -1 : x->at > y->at;
}

static gboolean G_GNUC_PRINTF (4, 5) fail (
    Guard *self, const char *at, ReadoutError code, const char *format, ...)
{
  g_autofree char *message = NULL;
  guint64          line;
  guint64          column;
  va_list          args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  readout_json_place_of_byte (
      self->start, at, self->first_line, &line, &column);
  g_set_error (self->error,
               READOUT_ERROR,
               code,
               _ ("line %llu, column %llu: %s"),
               (unsigned long long)line,
               (unsigned long long)column,
               message);

  return FALSE;
}

static void
skip_space (Guard *self)
{
  while (self->p < self->end
         && (*self->p == ' ' || *self->p == '\n' || *self->p == '\t'
             || *self->p == '\r'))
    self->p++;
}

static gboolean
fail_unexpected (Guard *self, const char *expected)
{
  g_autofree char *found = NULL;

  if (self->p >= self->end)
    return fail (self,
                 self->p,
                 READOUT_ERROR_PARSE,
                 _ ("expected %s, found the end of the file"),
                 expected);

  if ((guchar)*self->p < 0x20 || *self->p == 0x7f)
    found = g_strdup_printf ("U+%04X", (guint)(guchar)*self->p);
  else
    found = g_strndup (self->p, g_utf8_next_char (self->p) - self->p);

  return fail (self,
               self->p,
               READOUT_ERROR_PARSE,
               _ ("expected %s, found “%s”"),
               expected,
               found);
}

/* Four hexadecimal digits at p, or -1. */
static int
hex4 (const char *p, const char *end)
{
  int value = 0;

  if (end - p < 4)
    return -1;

  for (guint i = 0; i < 4; i++)
    {
      if (!g_ascii_isxdigit (p[i]))
        return -1;
      value = value * 16 + g_ascii_xdigit_value (p[i]);
    }

  return value;
}

/* The character of an escape of one letter after the backslash, or 0. */
static char
unescape (char letter)
{
  static const char from[] = "\"\\/bfnrt";
  static const char to[] = "\"\\/\b\f\n\r\t";
  const char       *found = letter != '\0' ? strchr (from, letter) : NULL;

  return found != NULL ? to[found - from] : '\0';
}

/* Passes the second half of a surrogate pair whose first half is *unit, and
 * makes *unit the character that both stand for. */
static gboolean
join_surrogates (Guard *self, int *unit)
{
  int low = -1;

  if (*unit < 0xdc00 && self->end - self->p >= 6 && self->p[0] == '\\'
      && self->p[1] == 'u')
    low = hex4 (self->p + 2, self->end);
  if (low < 0xdc00 || low >= 0xe000)
    return FALSE;

  self->p += 6;
  *unit = 0x10000 + ((*unit - 0xd800) << 10) + (low - 0xdc00);

  return TRUE;
}

/* Checks one escape at self->p, which points to the backslash, and passes it.
 * Appends the character to decoded where that is not NULL. */
static gboolean
check_escape (Guard *self, GString *decoded)
{
  const char *start = self->p;
  int         unit;

  if (self->end - self->p < 2)
    {
      self->p = self->end;
      return fail_unexpected (self, _ ("the end of a string"));
    }

  unit = unescape (self->p[1]);
  if (unit != 0)
    self->p += 2;
  else
    {
      unit = self->p[1] == 'u' ? hex4 (self->p + 2, self->end) : -1;
      if (unit < 0)
        return fail (self, start, READOUT_ERROR_PARSE, _ ("not a JSON escape"));

      self->p += 6;
      if (unit == 0)
        return fail (self,
                     start,
                     READOUT_ERROR_PARSE,
                     _ ("a string must not hold the character U+0000"));
      if (unit >= 0xd800 && unit < 0xe000 && !join_surrogates (self, &unit))
        return fail (
            self, start, READOUT_ERROR_PARSE, _ ("half of a surrogate pair"));
    }

  if (decoded != NULL)
    g_string_append_unichar (decoded, unit);

  return TRUE;
}

/* Checks a string; name, where not NULL, receives what it says. */
static gboolean
check_string (Guard *self, Name *name)
{
  g_autoptr (GString) decoded = NULL;
  const char *start;

  g_assert (*self->p == '"');

  start = ++self->p;
  while (self->p < self->end && *self->p != '"')
    {
      if ((guchar)*self->p < 0x20)
        return fail (self,
                     self->p,
                     READOUT_ERROR_PARSE,
                     _ ("a string must not hold the control character U+%04X "
                        "as it is"),
                     (guint)(guchar)*self->p);

      if (*self->p == '\\')
        {
          if (name != NULL && decoded == NULL)
            decoded = g_string_new_len (start, self->p - start);
          if (!check_escape (self, decoded))
            return FALSE;
        }
      else
        {
          if (decoded != NULL)
            g_string_append_c (decoded, *self->p);
          self->p++;
        }
    }

  if (self->p >= self->end)
    return fail_unexpected (self, _ ("the end of a string"));

  if (decoded != NULL)
    {
      name->n_bytes = decoded->len;
      name->name = name->owned = g_strndup (decoded->str, decoded->len);
    }
  else if (name != NULL)
    {
      name->name = start;
      name->n_bytes = self->p - start;
      name->owned = NULL;
    }

  self->p++;

  return TRUE;
}

static gboolean
check_digits (Guard *self)
{
  if (self->p >= self->end || !g_ascii_isdigit (*self->p))
    return fail_unexpected (self, _ ("a digit"));

  while (self->p < self->end && g_ascii_isdigit (*self->p))
    self->p++;

  return TRUE;
}

static gboolean
is_at (const Guard *self, char one, char other)
{
  return self->p < self->end && (*self->p == one || *self->p == other);
}

/* Passes what may follow the whole part of a number. */
static gboolean
check_fraction (Guard *self)
{
  if (is_at (self, '.', '.'))
    {
      self->p++;
      if (!check_digits (self))
        return FALSE;
    }

  if (is_at (self, 'e', 'E'))
    {
      self->p++;
      if (is_at (self, '+', '-'))
        self->p++;
      if (!check_digits (self))
        return FALSE;
    }

  return TRUE;
}

/* Whether the number without its sign can be held: in a gint64, or as a
 * double that is not infinite. */
static gboolean
fits (const char *digits, const char *end, gboolean is_integer)
{
  g_autofree char *copy = g_strndup (digits, end - digits);

  return is_integer
             ? g_ascii_string_to_unsigned (copy, 10, 0, G_MAXINT64, NULL, NULL)
             : isfinite (g_ascii_strtod (copy, NULL)) != 0;
}

static gboolean
check_number (Guard *self)
{
  const char *start = self->p;
  const char *digits;
  const char *whole;

  if (*self->p == '-')
    self->p++;

  digits = self->p;
  if (!check_digits (self))
    return FALSE;
  if (*digits == '0' && self->p > digits + 1)
    return fail (
        self, start, READOUT_ERROR_PARSE, _ ("a number must not start with 0"));

  whole = self->p;
  if (!check_fraction (self))
    return FALSE;

  /* So few digits always fit. */
  if (self->p == whole && whole - digits < 19)
    return TRUE;

  if (self->p - start > 1000)
    return fail (
        self, start, READOUT_ERROR_LIMIT, _ ("the number is too long"));
  if (!fits (digits, self->p, self->p == whole))
    return fail (
        self, start, READOUT_ERROR_LIMIT, _ ("the number is too large"));

  return TRUE;
}

static gboolean
check_word (Guard *self, const char *word)
{
  gsize length = strlen (word);

  if ((gsize)(self->end - self->p) < length
      || memcmp (self->p, word, length) != 0)
    return fail_unexpected (self, _ ("a value"));

  self->p += length;

  return TRUE;
}

static gboolean
fail_twice (Guard *self, const Name *name)
{
  g_autofree char *shown = g_utf8_substring (
      name->name, 0, MIN (60, g_utf8_strlen (name->name, name->n_bytes)));

  return fail (self,
               name->at,
               READOUT_ERROR_STRUCTURE,
               _ ("the member “%s” is there twice"),
               shown);
}

/* Adds a name to those of the object whose names start at first.  While they
 * are few, each is compared with all before it. */
static gboolean
add_name (Guard *self, guint first, Name *name)
{
  guint n = self->names->len - first;

  g_array_append_val (self->names, *name);

  if (n >= READOUT_JSON_MAX_MEMBERS)
    return fail (self,
                 name->at,
                 READOUT_ERROR_LIMIT,
                 _ ("an object with more than %d members"),
                 READOUT_JSON_MAX_MEMBERS);
  if (n < FEW_MEMBERS)
    for (guint i = first; i < first + n; i++)
      if (name_equal (&g_array_index (self->names, Name, i), name))
        return fail_twice (self, name);

  return TRUE;
}

/* Looks for equal names in an object with many members, and for more names of
 * one hash value than chance can bring about: json-glib keeps members in a
 * table by g_str_hash(), in which each of them would be compared with all of
 * the others.  Names are sorted here, so that no choice of names makes this
 * slow. */
static gboolean
check_names (Guard *self, guint first)
{
  Name       *names = &g_array_index (self->names, Name, first);
  guint       n = self->names->len - first;
  const Name *twice = NULL;
  guint       run = 0; /* where those with the hash of names[i] begin */

  for (guint i = 0; i < n; i++)
    names[i].hash = hash_name (&names[i]);
  qsort (names, n, sizeof (Name), compare_names);

  for (guint i = 0; i < n; i++)
    {
      if (names[i].hash != names[run].hash)
        run = i;
      if (i - run >= READOUT_JSON_MAX_SAME_HASH)
        return fail (self,
                     names[i].at,
                     READOUT_ERROR_LIMIT,
                     _ ("an object with more than %d members whose names have "
                        "the same hash value"),
                     READOUT_JSON_MAX_SAME_HASH);

      for (guint k = run; k < i; k++)
        if (name_equal (&names[k], &names[i])
            && (twice == NULL || names[i].at < twice->at))
          twice = &names[i];
    }

  return twice == NULL || fail_twice (self, twice);
}

/* Counts what json-glib will take for the value or member at @at. */
static gboolean
add_memory (Guard *self, const char *at, guint n_bytes)
{
  g_autofree char *limit = NULL;

  self->memory += n_bytes;
  if (self->memory <= READOUT_JSON_MAX_MEMORY)
    return TRUE;

  limit = g_format_size (READOUT_JSON_MAX_MEMORY);
  return fail (self,
               at,
               READOUT_ERROR_LIMIT,
               _ ("so many values that reading them would take more than %s "
                  "of memory"),
               limit);
}

static gboolean
check_object (Guard *self)
{
  guint first = self->names->len;

  self->p++;
  skip_space (self);
  if (self->p < self->end && *self->p == '}')
    {
      self->p++;
      return TRUE;
    }

  for (;;)
    {
      Name name = { .at = self->p };

      if (self->p >= self->end || *self->p != '"')
        return fail_unexpected (self, _ ("the name of a member"));
      if (!check_string (self, &name))
        return FALSE;
      if (!add_name (self, first, &name)
          || !add_memory (self, name.at, MEMBER_BYTES))
        return FALSE;

      skip_space (self);
      if (self->p >= self->end || *self->p != ':')
        return fail_unexpected (self, "“:”");
      self->p++;

      if (!check_value (self))
        return FALSE;

      skip_space (self);
      if (self->p >= self->end || (*self->p != ',' && *self->p != '}'))
        return fail_unexpected (self, _ ("“,” or “}”"));
      if (*self->p++ == '}')
        break;
      skip_space (self);
    }

  if (self->names->len - first > FEW_MEMBERS && !check_names (self, first))
    return FALSE;
  g_array_set_size (self->names, first);

  return TRUE;
}

static gboolean
check_array (Guard *self)
{
  self->p++;
  skip_space (self);
  if (self->p < self->end && *self->p == ']')
    {
      self->p++;
      return TRUE;
    }

  for (;;)
    {
      if (!check_value (self))
        return FALSE;

      skip_space (self);
      if (self->p >= self->end || (*self->p != ',' && *self->p != ']'))
        return fail_unexpected (self, _ ("“,” or “]”"));
      if (*self->p++ == ']')
        return TRUE;
    }
}

static gboolean
check_value (Guard *self)
{
  gboolean ok;

  skip_space (self);
  if (self->p >= self->end)
    return fail_unexpected (self, _ ("a value"));
  if (!add_memory (self,
                   self->p,
                   *self->p == '{'   ? OBJECT_BYTES
                   : *self->p == '[' ? ARRAY_BYTES
                                     : VALUE_BYTES))
    return FALSE;

  switch (*self->p)
    {
    case '{':
    case '[':
      if (self->depth == READOUT_JSON_MAX_DEPTH)
        return fail (self,
                     self->p,
                     READOUT_ERROR_LIMIT,
                     _ ("nested deeper than %d levels"),
                     READOUT_JSON_MAX_DEPTH);
      self->depth++;
      ok = *self->p == '{' ? check_object (self) : check_array (self);
      self->depth--;
      return ok;

    case '"':
      return check_string (self, NULL);

    case 't':
      return check_word (self, "true");

    case 'f':
      return check_word (self, "false");

    case 'n':
      return check_word (self, "null");

    default:
      if (*self->p == '-' || g_ascii_isdigit (*self->p))
        return check_number (self);
      return fail_unexpected (self, _ ("a value"));
    }
}

/**
 * readout_json_guard_check:
 * @data: (array length=n_bytes): the bytes of a file
 * @n_bytes: how many
 * @first_line: the number of the first line, 1 unless @data is a line of a
 *   longer stream
 * @error: return location for an error: %READOUT_ERROR_LIMIT,
 *   %READOUT_ERROR_ENCODING, %READOUT_ERROR_PARSE, or
 *   %READOUT_ERROR_STRUCTURE for a member that is there twice
 *
 * Checks that @data is exactly one JSON value (RFC 8259) in UTF-8, with or
 * without byte order mark, within the limits of size, depth and memory.
 *
 * Returns: whether it is
 */
gboolean
readout_json_guard_check (const char *data,
                          gsize       n_bytes,
                          guint64     first_line,
                          GError    **error)
{
  g_autoptr (GArray) names = NULL;
  Guard       self = { 0 };
  const char *bad;

  g_return_val_if_fail (data != NULL || n_bytes == 0, FALSE);

  if (n_bytes > READOUT_JSON_MAX_BYTES)
    {
      g_set_error (error,
                   READOUT_ERROR,
                   READOUT_ERROR_LIMIT,
                   _ ("larger than %u MB"),
                   (guint)(READOUT_JSON_MAX_BYTES / (1024 * 1024)));
      return FALSE;
    }

  if (data == NULL)
    data = "";

  self.start = self.p = readout_json_place_skip_mark (data, n_bytes);
  self.end = data + n_bytes;
  self.first_line = first_line;
  self.error = error;

  /* Counts a NUL as invalid, too. */
  if (!g_utf8_validate_len (self.p, self.end - self.p, &bad))
    return fail (&self,
                 bad,
                 READOUT_ERROR_ENCODING,
                 _ ("the byte 0x%02X is not UTF-8 text"),
                 (guint)(guchar)*bad);

  names = self.names = g_array_new (FALSE, FALSE, sizeof (Name));
  g_array_set_clear_func (names, name_clear);

  if (!check_value (&self))
    return FALSE;

  skip_space (&self);
  if (self.p < self.end)
    return fail_unexpected (&self, _ ("the end of the file"));

  return TRUE;
}
