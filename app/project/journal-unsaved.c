/* journal-unsaved.c: how many steps of a journal no file has held
 *
 * A journal of another text than the file has now cannot be played: its offsets
 * mean nothing.  Nevertheless somebody should know that there is work in it, so
 * that it is looked through without a text.  What a program suggested alone is
 * no work.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "project/journal-unsaved.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "base/enums.h"
#include "formats/json-guard.h"

/* How many steps there were at the snapshot of a save. */
typedef struct
{
  gint64 number;
  guint  n_steps;
} Mark;

typedef struct
{
  GArray *marks; /* of Mark */
  guint   n_steps;
  guint   n_saved;
} Count;

static JsonObject *
get_object (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node)
             ? json_node_get_object (node)
             : NULL;
}

/* Of a change of the article both sides are strings, and it is a person's. */
static gboolean
is_work_side (JsonObject *change, const char *side)
{
  JsonObject *record = get_object (change, side);
  JsonObject *review = record != NULL ? get_object (record, "review") : NULL;
  JsonNode   *state;

  if (record == NULL)
    return json_object_has_member (change, side);
  if (review == NULL || json_object_has_member (record, "note"))
    return json_object_has_member (record, "note");

  state = json_object_get_member (review, "state");

  return json_object_has_member (review, "flag") || state == NULL
         || g_strcmp0 (JSON_NODE_HOLDS_VALUE (state)
                           ? json_node_get_string (state)
                           : NULL,
                       readout_review_state_to_nick (READOUT_STATE_SUGGESTED))
                != 0;
}

/* An undo or a redo without its changes is a person's, too. */
static gboolean
is_work (JsonObject *line, const char *verb)
{
  JsonObject *group = get_object (line, verb);
  JsonNode   *node
      = group != NULL ? json_object_get_member (group, "changes") : NULL;
  JsonArray *changes;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return TRUE;

  changes = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (changes); i++)
    {
      JsonNode   *element = json_array_get_element (changes, i);
      JsonObject *change = JSON_NODE_HOLDS_OBJECT (element)
                               ? json_node_get_object (element)
                               : NULL;

      if (change != NULL
          && (is_work_side (change, "before")
              || is_work_side (change, "after")))
        return TRUE;
    }

  return FALSE;
}

static void
end_save (Count *self, gint64 number)
{
  for (guint i = 0; i < self->marks->len; i++)
    {
      const Mark *mark = &g_array_index (self->marks, Mark, i);

      if (mark->number == number)
        self->n_saved = mark->n_steps;
    }
}

static void
count_line (Count *self, JsonObject *line)
{
  static const char *const verbs[] = { "push", "undo", "redo" };

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (json_object_has_member (line, verbs[i]) && is_work (line, verbs[i]))
      self->n_steps++;

  if (json_object_has_member (line, "snapshot"))
    {
      Mark mark
          = { json_object_get_int_member_with_default (line, "snapshot", 0),
              self->n_steps };

      g_array_append_val (self->marks, mark);
    }
  else if (json_object_has_member (line, "done"))
    end_save (self, json_object_get_int_member_with_default (line, "done", 0));
}

/* FALSE at the end of what is well formed. */
static gboolean
read_line (Count *self, const char *line, gsize length)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonNode *root;

  if (!readout_json_guard_check (line, length, 1, NULL)
      || !json_parser_load_from_data (parser, line, length, NULL))
    return FALSE;

  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return FALSE;

  count_line (self, json_node_get_object (root));

  return TRUE;
}

/**
 * readout_journal_count_unsaved:
 * @data: (array length=n_bytes): the bytes of a journal, of whatever text
 * @n_bytes: how many
 *
 * Returns: how many steps of a person came after the last save
 */
guint
readout_journal_count_unsaved (const char *data, gsize n_bytes)
{
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  Count       count = { .marks = marks };
  const char *p = data;
  const char *end;

  g_return_val_if_fail (data != NULL || n_bytes == 0, 0);

  for (end = data + n_bytes; p < end;)
    {
      const char *line_end = memchr (p, '\n', end - p);

      if (line_end == NULL || !read_line (&count, p, line_end - p))
        break;
      p = line_end + 1;
    }

  return count.n_steps - count.n_saved;
}
