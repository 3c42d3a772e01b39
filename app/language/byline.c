/* byline.c: what the text of an article says about itself
 *
 * News agencies head their reports alike: a headline, perhaps a line with the
 * date and one with the author ("By ..."), then a dateline that leads into
 * the first sentence ("NEW YORK, Sept. 18 (Kyodo) --"); a line at the end may
 * name the owner.  Each line of the head is put into one of these classes by
 * its shape, and each class fills its metadata.  What is not certain is left
 * unset: a dateline without a year gives no date, and a first line that ends
 * like a sentence is no headline.
 *
 * Dates are read in English, with the month as a word, or as ISO 8601; "3/4/24"
 * is not, because nobody knows which is the month.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "language/byline.h"

#include <string.h>

/* How much of a long text is looked at, at its start and at its end. */
#define HEAD_LINES 8
#define TAIL_LINES 4
#define MAX_LINE_CHARS 300

#define MONTHS                                                                 \
  "(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"  \
  "|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
#define DAY "(?<day>[0-3]?\\d)(?:st|nd|rd|th)?"
#define YEAR "(?<year>(?:19|20)\\d\\d)"

/* "Sept. 19, 2023", "19 September 2023" and "2023-09-19", in any text. */
static const char *const date_patterns[] = {
  "\\b" MONTHS "\\.?\\s+" DAY ",?\\s+" YEAR "\\b",
  "\\b" DAY "\\s+" MONTHS "\\.?,?\\s+" YEAR "\\b",
  "\\b" YEAR "[-/](?<month>[01]\\d)[-/](?<day>[0-3]\\d)(?!\\d)",
};

/* A place in capitals, perhaps with a region and a date, perhaps an agency,
 * and a dash or colon; the dash may stand close to the place.  With an agency
 * the place may be written in small letters, and a full stop may follow. */
static const char dateline_pattern[]
    = "^(?:"
      "(?:\\p{Lu}[\\p{Lu}.'’\\-]*\\p{Lu}\\.?)(?:[ ,/]+[\\p{L}\\d.'’]+){0,6}?"
      "(?:,? *[(/](?<agency1>[^()/\\n]{2,40})[)/])?"
      "(?: *[—–]| *--| *-(?= )|:)(?= |\\p{L}|[“\"‘'])"
      "|"
      "(?:\\p{Lu}[\\p{L}.'’\\-]+)(?:[ ,/]+[\\p{L}\\d.'’]+){0,6}?"
      "(?: \\((?<agency2>[^()/\\n]{2,40})\\) *(?:[—–]|--?)"
      "| /(?<agency3>[^()/\\n]{2,40})/(?:\\.| *[—–]| *--?))"
      ")";

static const char byline_pattern[]
    = "^(?:By|BY)[: ]\\s*(?<name>\\p{Lu}[\\p{L}.'’\\-]*"
      "(?: (?:\\p{Lu}[\\p{L}.'’\\-]*|and|de|van|von|bin|al|el|da|&)){0,9})"
      "(?:\\s*[,|/(].*)?$";

static const char owner_pattern[]
    = "^\\(?(?:(?:copyright|\\(c\\)|©|source:)[\\s:]*)+"
      "(?:(?:19|20)\\d\\d(?:[-–](?:19|20)?\\d\\d)?,?\\s+)?(?:by\\s+)?"
      "(?<name>[^\\n]*?)"
      "(?:,?\\s+(?:19|20)\\d\\d)?"
      "(?:[.,]?\\s*all rights reserved)?[.)\\s]*$";

static const char url_pattern[] = "^https?://[^\\s]+$";

typedef enum
{
  LINE_BODY,
  LINE_DATE,
  LINE_BYLINE,
  LINE_DATELINE,
  LINE_URL
} LineClass;

static GRegex *
compile (const char *pattern, GRegexCompileFlags flags)
{
  g_autoptr (GError) error = NULL;
  GRegex *regex = g_regex_new (pattern, flags | G_REGEX_OPTIMIZE, 0, &error);

  if (regex == NULL)
    g_error ("%s", error->message);

  return regex;
}

/* Compiled once; GRegex may be shared by threads. */
static GRegex *
get_regex (GRegex **slot, const char *pattern, GRegexCompileFlags flags)
{
  if (g_once_init_enter (slot))
    g_once_init_leave (slot, compile (pattern, flags));

  return *slot;
}

static gboolean
match (GRegex **slot, const char *pattern, const char *line, GMatchInfo **info)
{
  return g_regex_match (
      get_regex (slot, pattern, G_REGEX_CASELESS), line, 0, info);
}

static int
month_number (const char *word)
{
  static const char names[] = "janfebmaraprmayjunjulaugsepoctnovdec";

  if (g_ascii_isdigit (*word))
    return atoi (word);

  for (int i = 0; i < 12; i++)
    if (g_ascii_strncasecmp (word, names + 3 * i, 3) == 0)
      return i + 1;

  return 0;
}

/* A date with a year in line, as ISO 8601, and the bytes that it takes. */
static char *
find_date (const char *line, int *start, int *end)
{
  static GRegex *regexes[G_N_ELEMENTS (date_patterns)];

  for (guint i = 0; i < G_N_ELEMENTS (date_patterns); i++)
    {
      g_autoptr (GMatchInfo) info = NULL;
      g_autofree char *year = NULL;
      g_autofree char *month = NULL;
      g_autofree char *day = NULL;
      int              y, m, d;

      if (!match (&regexes[i], date_patterns[i], line, &info))
        continue;

      year = g_match_info_fetch_named (info, "year");
      month = g_match_info_fetch_named (info, "month");
      day = g_match_info_fetch_named (info, "day");
      y = atoi (year);
      m = month_number (month);
      d = atoi (day);

      if (m < 1 || m > 12 || !g_date_valid_dmy (d, m, y))
        continue;
      g_match_info_fetch_pos (info, 0, start, end);

      return g_strdup_printf ("%04d-%02d-%02d", y, m, d);
    }

  return NULL;
}

static char *
fetch (GMatchInfo *info, const char *name)
{
  char *found = g_match_info_fetch_named (info, name);

  if (found != NULL && *g_strstrip (found) == '\0')
    g_clear_pointer (&found, g_free);

  return found;
}

static gboolean
ends_like_sentence (const char *line)
{
  const char *end = line + strlen (line);

  /* A closing quotation mark may follow the full stop. */
  while (end > line)
    {
      const char *last = g_utf8_find_prev_char (line, end);
      gunichar    c = g_utf8_get_char (last);

      if (c == '"' || c == '\'' || c == 0x201d || c == 0x2019 || c == ')'
          || c == 0xbb)
        {
          end = last;
          continue;
        }
      return c == '.' || c == ':' || c == ';' || c == ',' || c == '!'
             || c == 0x2026;
    }

  return FALSE;
}

static gboolean
starts_like_colon (const char *p)
{
  while (*p == ' ')
    p++;

  return *p == ':' || *p == '-' || g_str_has_prefix (p, "—")
         || g_str_has_prefix (p, "–");
}

static guint
count_words (const char *line)
{
  gboolean in_word = FALSE;
  guint    n = 0;

  for (const char *p = line; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      n += !in_word && g_unichar_isalpha (c);
      in_word = !g_unichar_isspace (c);
    }

  return n;
}

/* A first line without full stop, of more than a word and not too long. */
static gboolean
looks_like_headline (const char *line, gboolean before_blank)
{
  glong length = g_utf8_strlen (line, -1);

  return length <= (before_blank ? 200 : 120) && count_words (line) > 1
         && !ends_like_sentence (line);
}

/* Puts what was found into a field, unless it is nothing. */
static void
take (char **field, char *found)
{
  if (found == NULL)
    return;
  g_free (*field);
  *field = found;
}

static gboolean
read_author (ReadoutByline *self, const char *line)
{
  static GRegex *regex;
  g_autoptr (GMatchInfo) info = NULL;

  if (ends_like_sentence (line)
      || !g_regex_match (get_regex (&regex, byline_pattern, 0), line, 0, &info))
    return FALSE;

  if (self->author == NULL)
    self->author = fetch (info, "name");

  return TRUE;
}

static char *
fetch_agency (GMatchInfo *info)
{
  static const char *const names[] = { "agency1", "agency2", "agency3" };
  char                    *agency = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names) && agency == NULL; i++)
    agency = fetch (info, names[i]);

  return agency;
}

/* Reads a dateline, or a line that looks like one and is all date: "EXAMPLE
 * NEWS - Sep 19, 2023 - 12:03". */
static LineClass
read_dateline (ReadoutByline *self, const char *line)
{
  static GRegex *regex;
  g_autoptr (GMatchInfo) info = NULL;
  g_autofree char *date = NULL;
  int              start = 0;
  int              end = 0;
  int              length;

  if (!g_regex_match (get_regex (&regex, dateline_pattern, 0), line, 0, &info))
    return LINE_BODY;

  take (&self->source, fetch_agency (info));
  date = find_date (line, &start, &end);
  if (date == NULL)
    return LINE_DATELINE;
  if (strlen (line) <= 80 && !ends_like_sentence (line))
    {
      take (&self->published, g_steal_pointer (&date));
      return LINE_DATE;
    }

  /* The date stands in the dateline, or behind its dash with a colon or
   * another dash after it ("CAIRO - 3 March 2024:"). */
  g_match_info_fetch_pos (info, 0, NULL, &length);
  if (end <= length || (start <= length + 2 && starts_like_colon (line + end)))
    take (&self->published, g_steal_pointer (&date));

  return LINE_DATELINE;
}

/* A short line with a date in it. */
static gboolean
read_date (ReadoutByline *self, const char *line)
{
  int              start = 0;
  int              end = 0;
  g_autofree char *date = find_date (line, &start, &end);

  if (date == NULL || strlen (line) - (end - start) > 50
      || ends_like_sentence (line))
    return FALSE;

  if (self->published == NULL)
    self->published = g_steal_pointer (&date);

  return TRUE;
}

/* Tells the class of a line of the head and takes from it what it says. */
static LineClass
read_line (ReadoutByline *self, const char *line)
{
  static GRegex *url_regex;
  LineClass class;

  if (match (&url_regex, url_pattern, line, NULL))
    {
      take (&self->url, g_strdup (line));
      return LINE_URL;
    }
  if (read_author (self, line))
    return LINE_BYLINE;
  class = read_dateline (self, line);
  if (class != LINE_BODY)
    return class;

  return read_date (self, line) ? LINE_DATE : LINE_BODY;
}

/* The line at *p, without the white space around it, and moves *p behind it;
 * NULL for one that is too long to be anything but body. */
static char *
take_line (const char **p)
{
  const char *start = *p;
  const char *end = strchr (start, '\n');
  gsize       length;

  if (end == NULL)
    end = start + strlen (start);
  *p = *end == '\n' ? end + 1 : end;

  length = end - start;
  if (length > MAX_LINE_CHARS * 4)
    return g_strndup (start,
                      g_utf8_offset_to_pointer (start, MAX_LINE_CHARS) - start);

  return g_strstrip (g_strndup (start, length));
}

static void
find_head (ReadoutByline *self, const char *p)
{
  gboolean is_first = TRUE;

  for (guint i = 0; i < HEAD_LINES && *p != '\0';)
    {
      g_autofree char *line = take_line (&p);
      gboolean         before_blank;
      LineClass class;

      if (*line == '\0')
        continue;

      i++;
      before_blank = *p == '\n' || g_str_has_prefix (p, "\r\n");
      class = read_line (self, line);
      if (class == LINE_DATELINE)
        return;
      if (class != LINE_BODY)
        continue;

      /* After the headline there may be one line below it; a third line of
       * running text is the article. */
      if (!is_first && ends_like_sentence (line))
        return;
      if (is_first && *p != '\0' && looks_like_headline (line, before_blank))
        take (&self->title, g_steal_pointer (&line));
      else if (is_first)
        return;
      is_first = FALSE;
    }
}

static void
find_owner (ReadoutByline *self, const char *utf8, gsize n_bytes)
{
  static GRegex *owner_regex;
  const char    *end = utf8 + n_bytes;

  for (guint i = 0; i < TAIL_LINES && end > utf8;)
    {
      g_autoptr (GMatchInfo) info = NULL;
      g_autofree char *line = NULL;
      const char      *start = end;

      while (start > utf8 && start[-1] != '\n')
        start--;
      if (end - start <= MAX_LINE_CHARS)
        line = g_strstrip (g_strndup (start, end - start));
      end = start > utf8 ? start - 1 : utf8;

      if (line != NULL && *line == '\0')
        continue;
      i++;

      if (line != NULL && match (&owner_regex, owner_pattern, line, &info))
        {
          g_autofree char *name = fetch (info, "name");

          if (name != NULL && g_utf8_strlen (name, -1) <= 80)
            {
              take (&self->source, g_steal_pointer (&name));
              return;
            }
        }
    }
}

/**
 * readout_byline_find:
 * @text: plain text
 * @byline: (out caller-allocates): what it says of itself; to be cleared with
 *   readout_byline_clear()
 *
 * Finds title, source, author, date of publication and address where @text
 * shows them.
 */
void
readout_byline_find (const ReadoutText *text, ReadoutByline *byline)
{
  const char *utf8;

  g_return_if_fail (text != NULL && byline != NULL);

  memset (byline, 0, sizeof *byline);
  utf8 = readout_text_get_utf8 (text);
  find_head (byline, utf8);
  find_owner (byline, utf8, readout_text_get_n_bytes (text));
}

/**
 * readout_byline_clear:
 * @byline: what was found
 *
 * Frees what @byline holds and makes it empty.
 */
void
readout_byline_clear (ReadoutByline *byline)
{
  g_return_if_fail (byline != NULL);

  g_free (byline->title);
  g_free (byline->source);
  g_free (byline->author);
  g_free (byline->url);
  g_free (byline->published);
  memset (byline, 0, sizeof *byline);
}
