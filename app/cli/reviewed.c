/* reviewed.c: examples out of what a person has reviewed
 *
 * A tagger learns from what is not a name as much as from what is one, so an
 * article teaches something only where it has been looked through.  A line of
 * the article (the format has a paragraph a line) in which a suggestion is left
 * undecided teaches nothing and is cut out; of the other lines it is taken that
 * whoever decided upon the suggestions has added what was missing.  Rejected
 * suggestions are no names.  An article without any decision in a layer is left
 * out of that layer.
 *
 * Names are the mentions of form "name", in the classes of the corpora; a title
 * or a duration is nothing that the tagger knows.  Of names inside each other
 * the outer one is taken, and of statements only the outermost, as in the
 * corpora.  All of them count as said: what somebody only thinks or wants is no
 * statement here.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-cli"

#include "config.h"

#include "cli/reviewed.h"

#include "cli/example.h"

/**
 * Line:
 * @span: in the article, with the line break
 * @is_kept: whether it stays
 * @moved: where it begins in what stays
 */
typedef struct
{
  ReadoutSpan span;
  gboolean    is_kept;
  guint32     moved;
} Line;

static GArray *
find_lines (ReadoutText *text)
{
  GArray     *lines = g_array_new (FALSE, FALSE, sizeof (Line));
  const char *at = readout_text_get_utf8 (text);
  Line        line = { READOUT_SPAN (0, 0), TRUE, 0 };

  for (; *at != '\0'; at = g_utf8_next_char (at))
    {
      line.span.end++;
      if (*at == '\n')
        {
          g_array_append_val (lines, line);
          line.span.start = line.span.end;
        }
    }
  if (!readout_span_is_empty (line.span))
    g_array_append_val (lines, line);

  return lines;
}

/* The line that an offset is in. */
static guint
find_line (const GArray *lines, guint32 offset)
{
  guint low = 0;
  guint high = lines->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (lines, Line, middle).span.end <= offset)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static void
cut (GArray *lines, ReadoutSpan span)
{
  for (guint i = find_line (lines, span.start);
       i < lines->len && g_array_index (lines, Line, i).span.start < span.end;
       i++)
    g_array_index (lines, Line, i).is_kept = FALSE;
}

static void
cut_list (GArray *lines, const ReadoutSpanList *list)
{
  for (guint i = 0; i < list->length; i++)
    cut (lines, list->items[i]);
}

static gboolean
is_kept (const GArray *lines, ReadoutSpan span)
{
  for (guint i = find_line (lines, span.start);
       i < lines->len && g_array_index (lines, Line, i).span.start < span.end;
       i++)
    if (!g_array_index (lines, Line, i).is_kept)
      return FALSE;

  return TRUE;
}

static gboolean
is_list_kept (const GArray *lines, const ReadoutSpanList *list)
{
  for (guint i = 0; i < list->length; i++)
    if (!is_kept (lines, list->items[i]))
      return FALSE;

  return TRUE;
}

/* Lines that follow each other still do after the cut if all of them stay. */
static ReadoutSpan
move (const GArray *lines, ReadoutSpan span)
{
  const Line *line
      = &g_array_index (lines, Line, find_line (lines, span.start));
  guint32 start = span.start - line->span.start + line->moved;

  return READOUT_SPAN (start, start + readout_span_length (span));
}

static void
move_list (ReadoutSpanList       *to,
           const GArray          *lines,
           const ReadoutSpanList *from)
{
  for (guint i = 0; i < from->length; i++)
    readout_span_list_add (to, move (lines, from->items[i]));
}

/* Puts together what stays. */
static ReadoutCliExample *
make_example (ReadoutText *text, GArray *lines)
{
  g_autoptr (GString) rest = g_string_new (NULL);
  guint32 at = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      Line            *line = &g_array_index (lines, Line, i);
      g_autofree char *slice = NULL;

      if (!line->is_kept)
        continue;
      slice = readout_text_slice (text, line->span);
      g_string_append (rest, slice);
      line->moved = at;
      at += readout_span_length (line->span);
    }

  return readout_cli_example_new (rest->str);
}

static gboolean
is_decided_upon (const ReadoutRecord *record)
{
  return record->review.state != READOUT_STATE_SUGGESTED;
}

static gboolean
is_right (const ReadoutRecord *record)
{
  return record->review.state == READOUT_STATE_CONFIRMED
         || record->review.state == READOUT_STATE_CORRECTED
         || record->review.state == READOUT_STATE_ADDED;
}

/* The number of a mention's class in readout_cli_classes, or -1. */
static int
get_class (const ReadoutMention *mention)
{
  static const char *const names[READOUT_N_MENTION_TYPES] = {
    [READOUT_MENTION_PERSON] = "PER",   [READOUT_MENTION_ORGANIZATION] = "ORG",
    [READOUT_MENTION_LOCATION] = "LOC", [READOUT_MENTION_FACILITY] = "FAC",
    [READOUT_MENTION_DATE] = "DATE",    [READOUT_MENTION_NATIONALITY] = "NORP",
    [READOUT_MENTION_EVENT] = "MISC",   [READOUT_MENTION_MISC] = "MISC",
  };

  if (mention->form != READOUT_FORM_NAME || names[mention->type] == NULL)
    return -1;
  for (guint c = 0; c < READOUT_CLI_N_CLASSES; c++)
    if (g_str_equal (readout_cli_classes[c], names[mention->type]))
      return c;

  return -1;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const ReadoutCliName *one = a;
  const ReadoutCliName *two = b;

  /* Of two that begin together the longer one is first. */
  if (one->span.start != two->span.start)
    return one->span.start < two->span.start ? -1 : 1;
  return one->span.end > two->span.end ? -1 : one->span.end < two->span.end;
}

static void
leave_out_inner (GArray *names)
{
  guint32 end = 0;
  guint   n = 0;

  g_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    {
      ReadoutCliName name = g_array_index (names, ReadoutCliName, i);

      if (name.span.start < end)
        continue;
      end = name.span.end;
      g_array_index (names, ReadoutCliName, n++) = name;
    }
  g_array_set_size (names, n);
}

static void
add_names (GPtrArray *examples, ReadoutDocument *document)
{
  ReadoutText        *text = readout_document_get_text (document);
  ReadoutAnnotations *all = readout_document_get_annotations (document);
  g_autoptr (GArray) lines = find_lines (text);
  g_autoptr (ReadoutCliExample) example = NULL;
  gboolean is_reviewed = FALSE;

  for (guint i = 0;
       i < readout_annotations_get_n_records (all, READOUT_KIND_MENTION);
       i++)
    {
      const ReadoutMention *mention
          = readout_annotations_get_record (all, READOUT_KIND_MENTION, i);

      if (get_class (mention) < 0)
        continue;
      if (is_decided_upon (&mention->record))
        is_reviewed = TRUE;
      else
        cut (lines, mention->span);
    }
  if (!is_reviewed)
    return;

  example = make_example (text, lines);
  example->names = g_array_new (FALSE, FALSE, sizeof (ReadoutCliName));
  for (guint i = 0;
       i < readout_annotations_get_n_records (all, READOUT_KIND_MENTION);
       i++)
    {
      const ReadoutMention *mention
          = readout_annotations_get_record (all, READOUT_KIND_MENTION, i);
      ReadoutCliName name;

      if (get_class (mention) < 0 || !is_right (&mention->record)
          || !is_kept (lines, mention->span))
        continue;
      name.span = move (lines, mention->span);
      name.class_number = get_class (mention);
      g_array_append_val (example->names, name);
    }
  leave_out_inner (example->names);
  if (*example->text != '\0')
    g_ptr_array_add (examples, g_steal_pointer (&example));
}

static void
cut_statement (GArray *lines, const ReadoutStatement *statement)
{
  cut_list (lines, &statement->source);
  cut_list (lines, &statement->cue);
  cut_list (lines, &statement->content);
}

static gboolean
is_statement_kept (const GArray *lines, const ReadoutStatement *statement)
{
  return is_list_kept (lines, &statement->source)
         && is_list_kept (lines, &statement->cue)
         && is_list_kept (lines, &statement->content);
}

/* What is cut of a statement takes the rest of it along, and that may reach
 * into the next one; each round cuts at least one line. */
static void
cut_incomplete (GArray *lines, ReadoutAnnotations *all)
{
  gboolean again = TRUE;

  while (again)
    {
      again = FALSE;
      for (guint i = 0;
           i < readout_annotations_get_n_records (all, READOUT_KIND_STATEMENT);
           i++)
        {
          const ReadoutStatement *statement
              = readout_annotations_get_record (all, READOUT_KIND_STATEMENT, i);
          ReadoutSpan extent = readout_record_get_extent (statement);
          gboolean    cut_already = TRUE;

          if (!is_right (&statement->record) || statement->parent != NULL
              || is_statement_kept (lines, statement))
            continue;
          for (guint k = find_line (lines, extent.start);
               k < lines->len
               && g_array_index (lines, Line, k).span.start < extent.end;
               k++)
            cut_already &= !g_array_index (lines, Line, k).is_kept;
          if (cut_already)
            continue;
          cut (lines, extent);
          again = TRUE;
        }
    }
}

static void
add_statements (GPtrArray *examples, ReadoutDocument *document)
{
  ReadoutText        *text = readout_document_get_text (document);
  ReadoutAnnotations *all = readout_document_get_annotations (document);
  g_autoptr (GArray) lines = find_lines (text);
  g_autoptr (ReadoutCliExample) example = NULL;
  gboolean is_reviewed = FALSE;

  for (guint i = 0;
       i < readout_annotations_get_n_records (all, READOUT_KIND_STATEMENT);
       i++)
    {
      const ReadoutStatement *statement
          = readout_annotations_get_record (all, READOUT_KIND_STATEMENT, i);

      if (statement->parent != NULL)
        continue;
      if (is_decided_upon (&statement->record))
        is_reviewed = TRUE;
      else
        cut_statement (lines, statement);
    }
  if (!is_reviewed)
    return;

  cut_incomplete (lines, all);
  example = make_example (text, lines);
  example->statements = readout_cli_statements_new ();
  for (guint i = 0;
       i < readout_annotations_get_n_records (all, READOUT_KIND_STATEMENT);
       i++)
    {
      const ReadoutStatement *statement
          = readout_annotations_get_record (all, READOUT_KIND_STATEMENT, i);
      ReadoutAttribution one = { .kind = READOUT_CUE_KIND_SPEECH };

      if (!is_right (&statement->record) || statement->parent != NULL
          || !is_statement_kept (lines, statement))
        continue;
      move_list (&one.source, lines, &statement->source);
      move_list (&one.cue, lines, &statement->cue);
      move_list (&one.content, lines, &statement->content);
      g_array_append_val (example->statements, one);
    }
  if (*example->text != '\0')
    g_ptr_array_add (examples, g_steal_pointer (&example));
}

/**
 * readout_cli_examples_add_reviewed:
 * @examples: (element-type ReadoutCliExample): takes what can be learned
 * @document: an article with its annotations
 *
 * Adds up to two examples, one for names and one for statements, made of what
 * a person has decided upon in @document.
 */
void
readout_cli_examples_add_reviewed (GPtrArray       *examples,
                                   ReadoutDocument *document)
{
  g_return_if_fail (examples != NULL);
  g_return_if_fail (READOUT_IS_DOCUMENT (document));

  add_names (examples, document);
  add_statements (examples, document);
}
