/* journal-group.c: one step of undo as the journal has it
 *
 * A group is an object with a label, the id of the record to select when it is
 * undone, and the list of its changes.  The kind of a change is that of its
 * record, or else the aspect of the article that its value is about.  A kind
 * or a name that is not known makes the whole group unreadable: played without
 * it, the history would say what was not so.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "project/journal-group.h"

#include "formats/json-private.h"
#include "formats/json.h"

static const char *
get_string (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node)
      || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;

  return json_node_get_string (node);
}

static gboolean
read_side (ReadoutText *text,
           JsonObject  *change,
           const char  *member,
           ReadoutKind  kind,
           gpointer    *record)
{
  JsonNode *node = json_object_get_member (change, member);

  *record = NULL;
  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;

  *record = readout_json_record_from_node (text, kind, node, NULL);

  return *record != NULL;
}

static gboolean
read_item_change (ReadoutText *text,
                  JsonObject  *object,
                  ReadoutKind  kind,
                  GPtrArray   *changes)
{
  g_autoptr (ReadoutRecord) before = NULL;
  g_autoptr (ReadoutRecord) after = NULL;

  if (!read_side (text, object, "before", kind, (gpointer *)&before)
      || !read_side (text, object, "after", kind, (gpointer *)&after))
    return FALSE;
  if (before == NULL && after == NULL)
    return FALSE;
  if (before != NULL && after != NULL && !g_str_equal (before->id, after->id))
    return FALSE;

  readout_changes_add (changes, before, after);

  return TRUE;
}

static gboolean
read_value_change (JsonObject          *object,
                   ReadoutArticleAspect aspect,
                   GPtrArray           *values)
{
  ReadoutArticleKey key = { aspect, get_string (object, "name") };

  if (!readout_article_key_is_known (&key))
    return FALSE;

  readout_article_changes_add (
      values, key, get_string (object, "before"), get_string (object, "after"));

  return TRUE;
}

/* Reads a change of an item into @changes, one of the article into @values. */
static gboolean
read_change (ReadoutText *text,
             JsonNode    *node,
             GPtrArray   *changes,
             GPtrArray   *values)
{
  JsonObject          *object;
  const char          *nick;
  ReadoutKind          kind;
  ReadoutArticleAspect aspect;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;

  object = json_node_get_object (node);
  nick = get_string (object, "kind");
  if (readout_kind_from_nick (nick, &kind))
    return read_item_change (text, object, kind, changes);
  if (readout_article_aspect_from_nick (nick, &aspect))
    return read_value_change (object, aspect, values);

  return FALSE;
}

/* Journals were written that have a change of metadata beside the list of
 * changes, as a member of its own. */
static gboolean
read_old_metadata (JsonObject *object, GPtrArray *values)
{
  JsonNode *node = json_object_get_member (object, "metadata");

  if (node == NULL)
    return TRUE;

  return JSON_NODE_HOLDS_OBJECT (node)
         && read_value_change (
             json_node_get_object (node), READOUT_ARTICLE_METADATA, values);
}

static void
emit_item_change (ReadoutJsonEmitter  *emitter,
                  ReadoutText         *text,
                  const ReadoutChange *change)
{
  readout_json_emitter_open (emitter, NULL, '{');
  readout_json_emitter_string (
      emitter, "kind", readout_kind_to_nick (readout_change_get_kind (change)));
  if (change->before != NULL)
    {
      g_autofree char *before
          = readout_json_record_to_string (text, change->before);

      readout_json_emitter_raw (emitter, "before", before);
    }
  if (change->after != NULL)
    {
      g_autofree char *after
          = readout_json_record_to_string (text, change->after);

      readout_json_emitter_raw (emitter, "after", after);
    }
  readout_json_emitter_close (emitter, '}');
}

static void
emit_value_change (ReadoutJsonEmitter         *emitter,
                   const ReadoutArticleChange *change)
{
  readout_json_emitter_open (emitter, NULL, '{');
  readout_json_emitter_string (
      emitter, "kind", readout_article_aspect_to_nick (change->key.aspect));
  readout_json_emitter_text (emitter, "name", change->key.name);
  readout_json_emitter_text (emitter, "before", change->before);
  readout_json_emitter_text (emitter, "after", change->after);
  readout_json_emitter_close (emitter, '}');
}

/**
 * readout_journal_group_read:
 * @text: the text of the document
 * @node: a member of a line of the journal
 *
 * Returns: (transfer full) (nullable): the group that @node describes; %NULL
 *   if it is none, or names what this program does not know
 */
ReadoutUndoGroup *
readout_journal_group_read (ReadoutText *text, JsonNode *node)
{
  g_autoptr (GPtrArray) changes = readout_changes_new ();
  g_autoptr (GPtrArray) values = readout_article_changes_new ();
  JsonObject *object;
  JsonNode   *list;
  JsonArray  *array;
  const char *label;

  g_return_val_if_fail (text != NULL && node != NULL, NULL);

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return NULL;

  object = json_node_get_object (node);
  label = get_string (object, "label");
  list = json_object_get_member (object, "changes");
  if (label == NULL || list == NULL || !JSON_NODE_HOLDS_ARRAY (list))
    return NULL;

  array = json_node_get_array (list);
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!read_change (text, json_array_get_element (array, i), changes, values))
      return NULL;
  if (!read_old_metadata (object, values))
    return NULL;

  return readout_undo_group_new (
      label, get_string (object, "selected"), changes, values);
}

/**
 * readout_journal_group_emit:
 * @emitter: an emitter
 * @member: (nullable): the name of the member
 * @text: the text of the document
 * @group: a group
 *
 * Puts a group as readout_journal_group_read() reads it.
 */
void
readout_journal_group_emit (ReadoutJsonEmitter     *emitter,
                            const char             *member,
                            ReadoutText            *text,
                            const ReadoutUndoGroup *group)
{
  readout_json_emitter_open (emitter, member, '{');
  readout_json_emitter_string (emitter, "label", group->label);
  readout_json_emitter_text (emitter, "selected", group->selected);
  readout_json_emitter_open (emitter, "changes", '[');
  for (guint i = 0; i < group->changes->len; i++)
    emit_item_change (emitter, text, g_ptr_array_index (group->changes, i));
  for (guint i = 0; i < group->values->len; i++)
    emit_value_change (emitter, g_ptr_array_index (group->values, i));
  readout_json_emitter_close (emitter, ']');
  readout_json_emitter_close (emitter, '}');
}
