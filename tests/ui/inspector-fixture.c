/* inspector-fixture.c: an inspector over a made-up article
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "inspector-fixture.h"

#include "session/history.h"
#include "session/selection.h"
#include "session/verbs.h"

static const char article[]
    = "Ministers of Norland and Estmark meet in Halden\n"
      "\n"
      "HALDEN, May 4 (Sund) -- Foreign Minister Ingrid Aasen of Norland held "
      "talks with her Estmark counterpart Pavel Orlik at Kronborg House on "
      "Thursday.\n"
      "\n"
      "“We have come a long way,” Aasen told Orlik, “and the ferries will run "
      "again before the winter.” He said that the tariffs on timber had to go "
      "first.\n"
      "\n"
      "The two spoke for about three hours about fishing rights.\n";

ReadoutSpan
fixture_find (ReadoutDocument *document, const char *words)
{
  ReadoutText *text = readout_document_get_text (document);
  const char  *utf8 = readout_text_get_utf8 (text);
  const char  *found = strstr (utf8, words);

  g_assert_nonnull (found);

  return READOUT_SPAN (
      readout_text_to_offset (text, found - utf8),
      readout_text_to_offset (text, found - utf8 + strlen (words)));
}

static void
suggest (GPtrArray *changes, gpointer record, int confidence)
{
  ReadoutRecord *head = record;

  head->review.state = READOUT_STATE_SUGGESTED;
  head->review.confidence = confidence;
  readout_shared_string_set (&head->review.detector, "readout 0.1");
  readout_changes_add (changes, NULL, record);
  readout_record_unref (record);
}

static void
add_actor (GPtrArray  *changes,
           const char *id,
           const char *name,
           const char *role,
           const char *country)
{
  ReadoutActor *actor = readout_actor_new (id, READOUT_ACTOR_PERSON, name);

  readout_record_set_string (&actor->role, role);
  readout_record_set_string (&actor->country, country);
  suggest (changes, actor, 98);
}

static void
add_mention (GPtrArray         *changes,
             ReadoutDocument   *document,
             const char        *id,
             const char        *words,
             ReadoutMentionType type,
             const char        *actor)
{
  ReadoutMention *mention = readout_mention_new (
      id, fixture_find (document, words), type, READOUT_FORM_NAME);

  readout_shared_string_set (&mention->actor, actor);
  suggest (changes, mention, 91);
}

static void
add_span (gpointer         record,
          ReadoutDocument *document,
          ReadoutField     field,
          const char      *words)
{
  readout_span_list_add (readout_field_get (record, field),
                         fixture_find (document, words));
}

static void
add_statements (GPtrArray *changes, ReadoutDocument *document)
{
  const char       *aasen[] = { "a1", NULL };
  const char       *orlik[] = { "a2", NULL };
  ReadoutStatement *statement;

  statement = readout_statement_new ("s1", READOUT_MANNER_DIRECT);
  readout_record_set_strv (&statement->speakers, aasen);
  readout_record_set_strv (&statement->addressees, orlik);
  add_span (statement, document, READOUT_FIELD_SOURCE, "Aasen told");
  statement->source.items[0].end -= strlen (" told");
  add_span (statement, document, READOUT_FIELD_CUE, "told");
  add_span (
      statement, document, READOUT_FIELD_CONTENT, "“We have come a long way,”");
  add_span (statement,
            document,
            READOUT_FIELD_CONTENT,
            "“and the ferries will run again before the winter.”");
  suggest (changes, statement, 87);

  statement = readout_statement_new ("s2", READOUT_MANNER_INDIRECT);
  readout_record_set_strv (&statement->speakers, orlik);
  add_span (statement, document, READOUT_FIELD_SOURCE, "He");
  statement->source.items[0] = fixture_find (document, "He said");
  statement->source.items[0].end -= strlen (" said");
  add_span (statement, document, READOUT_FIELD_CUE, "said that");
  statement->cue.items[0].end -= strlen (" that");
  add_span (statement,
            document,
            READOUT_FIELD_CONTENT,
            "the tariffs on timber had to go first");
  suggest (changes, statement, 64);
}

static void
add_meeting (GPtrArray *changes, ReadoutDocument *document)
{
  const char     *both[] = { "a1", "a2", NULL };
  ReadoutMeeting *meeting
      = readout_meeting_new ("g1", READOUT_MEETING_HELD, READOUT_MEETING_TALKS);

  readout_record_set_strv (&meeting->participants, both);
  add_span (meeting, document, READOUT_FIELD_TRIGGERS, "held talks");
  add_span (meeting, document, READOUT_FIELD_PLACE, "Halden");
  add_span (meeting, document, READOUT_FIELD_TIME, "Thursday");
  readout_record_set_string (&meeting->time_value, "2023-05-04");
  add_span (meeting, document, READOUT_FIELD_DURATION, "about three hours");
  readout_record_set_string (&meeting->duration_value, "PT3H");
  suggest (changes, meeting, 81);
}

/* A document with two actors a1 and a2, four mentions m1 to m4, two statements
 * s1 and s2 and a meeting g1. */
ReadoutDocument *
fixture_make_document (void)
{
  g_autoptr (ReadoutText) text = readout_text_new (article, -1);
  ReadoutDocument *document = readout_document_new (text);
  g_autoptr (GPtrArray) changes = readout_changes_new ();
  g_autoptr (GError) error = NULL;

  add_actor (changes, "a1", "Ingrid Aasen", "Foreign Minister", "NO");
  add_actor (changes, "a2", "Pavel Orlik", NULL, NULL);
  add_mention (
      changes, document, "m1", "Ingrid Aasen", READOUT_MENTION_PERSON, "a1");
  add_mention (
      changes, document, "m2", "Pavel Orlik", READOUT_MENTION_PERSON, "a2");
  add_mention (changes,
               document,
               "m3",
               "Kronborg House",
               READOUT_MENTION_FACILITY,
               NULL);
  add_mention (changes, document, "m4", "Thursday", READOUT_MENTION_DATE, NULL);
  add_statements (changes, document);
  add_meeting (changes, document);

  readout_annotations_apply (
      readout_document_get_annotations (document), changes, &error);
  g_assert_no_error (error);

  return document;
}

typedef struct
{
  const char *name;
  void (*verb) (ReadoutSession *session);
} Verb;

static const Verb verbs[] = {
  { "accept", readout_session_accept }, { "reject", readout_session_reject },
  { "skip", readout_session_skip },     { "flag", readout_session_toggle_flag },
  { "undo", readout_session_undo },
};

static void
verb_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ReadoutSession *session = user_data;
  const char     *name = g_action_get_name (G_ACTION (action));

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (g_str_equal (verbs[i].name, name))
      verbs[i].verb (session);
}

void
fixture_set_up (InspectorFixture *self, gconstpointer data)
{
  g_autoptr (ReadoutDocument) document = fixture_make_document ();
  g_autoptr (ReadoutStore) store
      = readout_store_new_for_document (document, "Halden");
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  self->session = readout_session_new ();
  readout_session_set_store (self->session, store);

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      g_autoptr (GSimpleAction) action
          = g_simple_action_new (verbs[i].name, NULL);

      g_signal_connect_object (
          action, "activate", G_CALLBACK (verb_activated), self->session, 0);
      g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (action));
    }

  self->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (self->window, 400, 860);
  gtk_widget_insert_action_group (
      GTK_WIDGET (self->window), "win", G_ACTION_GROUP (actions));
  self->inspector = readout_inspector_new (self->session);
  gtk_window_set_child (self->window, self->inspector);
}

void
fixture_tear_down (InspectorFixture *self, gconstpointer data)
{
  gpointer session = self->session;
  gpointer inspector = self->inspector;

  g_object_add_weak_pointer (inspector, &inspector);
  g_object_add_weak_pointer (session, &session);

  gtk_window_destroy (self->window);
  fixture_settle ();
  g_assert_null (inspector);

  /* What is saved in the background holds the session for a moment. */
  g_object_unref (self->session);
  for (guint i = 0; session != NULL && i < 100; i++)
    fixture_settle ();
  g_assert_null (session);
}

static gboolean
count_down (gpointer user_data)
{
  guint *left = user_data;

  return --*left > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* Lets a few frames pass. */
void
fixture_settle (void)
{
  guint left = 5;

  g_timeout_add (16, count_down, &left);
  while (left > 0)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

void
fixture_show (InspectorFixture *self)
{
  gtk_window_present (self->window);
  fixture_settle ();
}

gpointer
fixture_get (InspectorFixture *self, const char *id)
{
  ReadoutDocument *document = readout_session_get_document (self->session);
  gpointer         record = readout_annotations_lookup (
      readout_document_get_annotations (document), id);

  g_assert_nonnull (record);

  return record;
}

guint
fixture_count_steps (InspectorFixture *self)
{
  return readout_undo_stack_get_position (readout_document_get_undo_stack (
      readout_session_get_document (self->session)));
}

static GtkWidget *
find_descendant (GtkWidget *widget, GType type)
{
  GtkWidget *child;

  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;

  for (child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_descendant (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* Selects a record and gives back the form of its card. */
GtkWidget *
fixture_open (InspectorFixture *self, const char *id)
{
  GtkWidget *editor;

  readout_session_select (self->session, id);
  fixture_settle ();

  editor = find_descendant (self->inspector, READOUT_TYPE_EDITOR);
  g_assert_nonnull (editor);

  return editor;
}

gpointer
fixture_field (GtkWidget *editor, const char *name)
{
  GObject *child
      = gtk_widget_get_template_child (editor, G_OBJECT_TYPE (editor), name);

  g_assert_nonnull (child);

  return child;
}
