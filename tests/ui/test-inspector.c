/* test-inspector.c: the cards and their forms over a made-up article
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "inspector-fixture.h"

#include "inspector/mentions-view.h"
#include "inspector/review-bar.h"
#include "session/history.h"
#include "session/selection.h"
#include "session/verbs.h"
#include "widgets/chip.h"
#include "widgets/span-field.h"
#include "widgets/value-entry.h"

#define FIXTURE(path, func)                                                    \
  g_test_add (                                                                 \
      path, InspectorFixture, NULL, fixture_set_up, func, fixture_tear_down)

static GtkWidget *
get_focus (InspectorFixture *f)
{
  return gtk_root_get_focus (GTK_ROOT (f->window));
}

static ReadoutEntryList *
get_list (InspectorFixture *f)
{
  GtkWidget *stack = GTK_WIDGET (fixture_field (f->inspector, "stack"));

  return READOUT_ENTRY_LIST (gtk_stack_get_visible_child (GTK_STACK (stack)));
}

static GtkWidget *
get_item (InspectorFixture *f)
{
  ReadoutEntryRow *row = readout_entry_list_get_selected_row (get_list (f));

  g_assert_nonnull (row);

  return gtk_widget_get_parent (GTK_WIDGET (row));
}

static const char *
selected_id (InspectorFixture *f)
{
  ReadoutEntry *entry = readout_session_get_selected (f->session);

  return entry == NULL ? NULL : readout_entry_get_id (entry);
}

static GtkWidget *
get_tab (InspectorFixture *f, guint i)
{
  GtkWidget *tab
      = gtk_widget_get_first_child (fixture_field (f->inspector, "tabs"));

  while (i-- > 0)
    tab = gtk_widget_get_next_sibling (tab);

  return tab;
}

static void
run (InspectorFixture *f, const char *action)
{
  gtk_widget_activate_action (f->inspector, action, NULL);
  fixture_settle ();
}

static void
test_tabs (InspectorFixture *f, gconstpointer data)
{
  static const struct
  {
    ReadoutKind kind;
    const char *name, *selected;
  } tabs[] = {
    { READOUT_KIND_ACTOR, "Actors, 2 to review", "a1" },
    { READOUT_KIND_STATEMENT, "Statements, 2 to review", "s1" },
    { READOUT_KIND_MEETING, "Meetings, 1 to review", "g1" },
    { READOUT_KIND_MENTION, "Entities, 4 to review", "m1" },
  };

  fixture_show (f);
  gtk_test_accessible_assert_role (fixture_field (f->inspector, "tabs"),
                                   GTK_ACCESSIBLE_ROLE_TAB_LIST);

  for (int i = G_N_ELEMENTS (tabs) - 1; i >= 0; i--)
    {
      GtkWidget *tab = get_tab (f, i);

      gtk_test_accessible_assert_role (tab, GTK_ACCESSIBLE_ROLE_TAB);
      gtk_test_accessible_assert_property (
          tab, GTK_ACCESSIBLE_PROPERTY_LABEL, tabs[i].name);

      /* The tab tells the session, and the session the tab. */
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (tab), TRUE);
      fixture_settle ();
      g_assert_cmpuint (
          readout_session_get_kind (f->session), ==, tabs[i].kind);
      g_assert_cmpstr (selected_id (f), ==, tabs[i].selected);
      gtk_test_accessible_assert_state (
          tab, GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
    }

  readout_session_set_kind (f->session, READOUT_KIND_MEETING);
  g_assert_true (
      gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (get_tab (f, 2))));
  gtk_test_accessible_assert_state (
      get_tab (f, 0), GTK_ACCESSIBLE_STATE_SELECTED, FALSE);
}

/* The card that is selected is opened, has its name, and keeps the focus while
 * items are decided upon. */
static void
test_review (InspectorFixture *f, gconstpointer data)
{
  GtkWidget *item;

  fixture_show (f);
  fixture_open (f, "s1");
  readout_inspector_focus_list (READOUT_INSPECTOR (f->inspector));
  item = get_item (f);
  g_assert_true (get_focus (f) == item);
  gtk_test_accessible_assert_property (
      item,
      GTK_ACCESSIBLE_PROPERTY_LABEL,
      "statement, Ingrid Aasen told, suggested, 87 percent");

  readout_session_accept (f->session);
  g_assert_cmpstr (selected_id (f), ==, "s2");

  /* Not a frame later: the next key must find it. */
  g_assert_true (get_focus (f) == get_item (f));
  fixture_settle ();
  g_assert_true (get_focus (f) == get_item (f));
  g_assert_nonnull (readout_entry_row_get_editor (
      readout_entry_list_get_selected_row (get_list (f))));
  gtk_test_accessible_assert_property (
      get_tab (f, 1), GTK_ACCESSIBLE_PROPERTY_LABEL, "Statements, 1 to review");

  /* From inside the form too, by its button. */
  readout_inspector_edit (READOUT_INSPECTOR (f->inspector));
  g_assert_true (get_focus (f) != get_item (f));
  g_assert_true (gtk_widget_is_ancestor (get_focus (f), get_item (f)));
  run (f, "win.undo");
  g_assert_cmpstr (selected_id (f), ==, "s1");
  g_assert_true (get_focus (f) == get_item (f));

  run (f, "win.reject");
  g_assert_cmpstr (selected_id (f), ==, "s2");
  run (f, "win.accept");
  gtk_test_accessible_assert_property (
      get_tab (f, 1), GTK_ACCESSIBLE_PROPERTY_LABEL, "Statements");
}

/* Whoever selects: the list tells the session, and the session the list. */
static void
test_selection (InspectorFixture *f, gconstpointer data)
{
  GtkListView       *view;
  GtkSelectionModel *model;
  g_autoptr (GtkBitset) selection = NULL;

  fixture_show (f);
  readout_session_select (f->session, "m4");
  fixture_settle ();
  view = GTK_LIST_VIEW (fixture_field (GTK_WIDGET (get_list (f)), "list_view"));
  model = gtk_list_view_get_model (view);
  g_assert_true (gtk_selection_model_is_selected (model, 3));

  gtk_selection_model_select_item (model, 1, TRUE);
  g_assert_cmpstr (selected_id (f), ==, "m2");
  gtk_widget_activate_action (
      GTK_WIDGET (view), "list.select-item", "(ubb)", 2, FALSE, FALSE);
  g_assert_cmpstr (selected_id (f), ==, "m3");

  readout_session_select (f->session, NULL);
  selection
      = gtk_selection_model_get_selection (gtk_list_view_get_model (view));
  g_assert_true (gtk_bitset_is_empty (selection));
}

static void
test_mention_editor (InspectorFixture *f, gconstpointer data)
{
  GtkWidget      *editor;
  GtkDropDown    *drop_down;
  ReadoutMention *mention;

  fixture_show (f);
  editor = fixture_open (f, "m3");
  drop_down = fixture_field (editor, "type_drop_down");
  g_assert_cmpuint (
      gtk_drop_down_get_selected (drop_down), ==, READOUT_MENTION_FACILITY);
  gtk_test_accessible_assert_property (
      drop_down, GTK_ACCESSIBLE_PROPERTY_LABEL, "Type");

  gtk_drop_down_set_selected (drop_down, READOUT_MENTION_ORGANIZATION);
  mention = fixture_get (f, "m3");
  g_assert_cmpint (mention->type, ==, READOUT_MENTION_ORGANIZATION);
  g_assert_cmpint (mention->record.review.state, ==, READOUT_STATE_CORRECTED);
  g_assert_cmpuint (fixture_count_steps (f), ==, 1);

  /* The form follows what is done elsewhere, and makes no step of it. */
  readout_session_set_type (f->session, READOUT_MENTION_EVENT);
  g_assert_cmpuint (
      gtk_drop_down_get_selected (drop_down), ==, READOUT_MENTION_EVENT);
  g_assert_cmpuint (fixture_count_steps (f), ==, 2);
  readout_session_undo (f->session);
  readout_session_undo (f->session);
  g_assert_cmpuint (
      gtk_drop_down_get_selected (drop_down), ==, READOUT_MENTION_FACILITY);
  g_assert_cmpuint (fixture_count_steps (f), ==, 0);

  gtk_drop_down_set_selected (fixture_field (editor, "form_drop_down"),
                              READOUT_FORM_NOMINAL);
  g_assert_cmpuint (fixture_count_steps (f), ==, 1);

  g_signal_emit_by_name (
      fixture_field (editor, "actor_chooser"), "chosen", "a2");
  mention = fixture_get (f, "m3");
  g_assert_cmpstr (mention->actor, ==, "a2");
  g_assert_cmpuint (fixture_count_steps (f), ==, 2);
}

static void
type_and_leave (InspectorFixture *f, gpointer entry, const char *text)
{
  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (readout_value_entry_get_entry (entry)),
                         text);
  readout_inspector_focus_list (READOUT_INSPECTOR (f->inspector));
}

static void
test_actor_editor (InspectorFixture *f, gconstpointer data)
{
  GtkWidget    *editor;
  GtkWidget    *mentions;
  ReadoutActor *actor;

  fixture_show (f);
  editor = fixture_open (f, "a1");
  type_and_leave (f, fixture_field (editor, "name_entry"), "Ingrid B. Aasen");
  actor = fixture_get (f, "a1");
  g_assert_cmpstr (actor->name, ==, "Ingrid B. Aasen");
  g_assert_cmpuint (fixture_count_steps (f), ==, 1);

  /* A name is required, a country must be one. */
  type_and_leave (f, fixture_field (editor, "name_entry"), "");
  type_and_leave (f, fixture_field (editor, "country_entry"), "Atlantis");
  g_assert_cmpuint (fixture_count_steps (f), ==, 1);
  type_and_leave (f, fixture_field (editor, "country_entry"), "sweden");
  actor = fixture_get (f, "a1");
  g_assert_cmpstr (actor->country, ==, "SE");
  g_assert_cmpuint (fixture_count_steps (f), ==, 2);
  type_and_leave (f, fixture_field (editor, "role_entry"), "");
  actor = fixture_get (f, "a1");
  g_assert_null (actor->role);
  g_assert_cmpuint (fixture_count_steps (f), ==, 3);

  gtk_switch_set_active (fixture_field (editor, "anonymous_switch"), TRUE);
  actor = fixture_get (f, "a1");
  g_assert_true (actor->anonymous);
  gtk_drop_down_set_selected (fixture_field (editor, "type_drop_down"),
                              READOUT_ACTOR_GROUP);
  actor = fixture_get (f, "a1");
  g_assert_cmpint (actor->type, ==, READOUT_ACTOR_GROUP);
  g_assert_cmpuint (fixture_count_steps (f), ==, 5);
  gtk_test_accessible_assert_property (get_item (f),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "actor, Ingrid B. Aasen, corrected");

  /* Its mentions lead to themselves and light up in the article. */
  mentions = fixture_field (editor, "mentions_view");
  gtk_widget_grab_focus (gtk_widget_get_first_child (mentions));
  g_assert_cmpuint (readout_session_get_lit_spans (f->session)->length, ==, 1);
  g_signal_emit_by_name (gtk_widget_get_first_child (mentions), "clicked");
  fixture_settle ();
  g_assert_cmpstr (selected_id (f), ==, "m1");
  g_assert_cmpuint (readout_session_get_lit_spans (f->session)->length, ==, 0);
}

static void
test_merge (InspectorFixture *f, gconstpointer data)
{
  GtkWidget      *editor;
  ReadoutMention *mention;

  fixture_show (f);
  editor = fixture_open (f, "a2");
  g_signal_emit_by_name (
      fixture_field (editor, "merge_chooser"), "chosen", "a1");
  fixture_settle ();
  mention = fixture_get (f, "m2");
  g_assert_cmpstr (mention->actor, ==, "a1");
  g_assert_cmpuint (fixture_count_steps (f), ==, 1);
  g_assert_cmpstr (selected_id (f), ==, "a1");

  readout_session_undo (f->session);
  fixture_settle ();
  mention = fixture_get (f, "m2");
  g_assert_cmpstr (mention->actor, ==, "a2");
}

static void
test_statement_editor (InspectorFixture *f, gconstpointer data)
{
  GtkWidget        *editor;
  ReadoutSpanField *content;
  ReadoutStatement *statement;
  ReadoutSpan       words;
  guint             piece;

  fixture_show (f);
  editor = fixture_open (f, "s1");
  content = fixture_field (editor, "content_field");

  /* A piece with the focus is lit in the article and moved by the keys. */
  gtk_widget_grab_focus (readout_span_field_get_piece (content, 1));
  g_assert_cmpint (readout_session_get_focus_field (f->session, &piece),
                   ==,
                   READOUT_FIELD_CONTENT);
  g_assert_cmpuint (piece, ==, 1);
  g_assert_cmpuint (readout_session_get_lit_spans (f->session)->length, ==, 1);
  readout_session_move_edge (f->session, READOUT_EDGE_END, -1);
  g_assert_cmpuint (fixture_count_steps (f), ==, 1);
  statement = fixture_get (f, "s1");
  g_assert_true (
      readout_span_equal (readout_session_get_lit_spans (f->session)->items[0],
                          statement->content.items[1]));
  g_assert_true (gtk_widget_is_ancestor (
      get_focus (f), readout_span_field_get_piece (content, 1)));

  gtk_widget_activate_action (
      readout_span_field_get_piece (content, 1), "chip.remove", NULL);
  statement = fixture_get (f, "s1");
  g_assert_cmpuint (statement->content.length, ==, 1);
  g_assert_cmpuint (fixture_count_steps (f), ==, 2);

  /* The selected text, in place of what is there, and beside it. */
  words = fixture_find (readout_session_get_document (f->session), "two spoke");
  readout_session_set_text_selection (f->session, words);
  g_signal_emit_by_name (fixture_field (editor, "cue_field"), "assign", FALSE);
  statement = fixture_get (f, "s1");
  g_assert_cmpuint (statement->cue.length, ==, 1);
  g_assert_true (readout_span_equal (statement->cue.items[0], words));
  g_signal_emit_by_name (content, "assign", TRUE);
  statement = fixture_get (f, "s1");
  g_assert_cmpuint (statement->content.length, ==, 2);
  g_assert_cmpuint (fixture_count_steps (f), ==, 4);

  gtk_drop_down_set_selected (fixture_field (editor, "manner_drop_down"),
                              READOUT_MANNER_MIXED);
  statement = fixture_get (f, "s1");
  g_assert_cmpint (statement->manner, ==, READOUT_MANNER_MIXED);
  g_assert_cmpuint (fixture_count_steps (f), ==, 5);

  g_signal_emit_by_name (
      fixture_field (editor, "addressees_field"), "remove", "a2");
  statement = fixture_get (f, "s1");
  g_assert_null (statement->addressees);
  g_signal_emit_by_name (
      fixture_field (editor, "parent_chooser"), "chosen", "s2");
  statement = fixture_get (f, "s1");
  g_assert_cmpstr (statement->parent, ==, "s2");
  g_assert_cmpuint (fixture_count_steps (f), ==, 7);
}

static void
test_speakers (InspectorFixture *f, gconstpointer data)
{
  GtkWidget        *editor;
  ReadoutStatement *statement;
  GtkWidget        *chooser;

  fixture_show (f);
  editor = fixture_open (f, "s1");
  chooser = fixture_field (editor, "speaker_chooser");

  g_signal_emit_by_name (
      fixture_field (editor, "more_chooser"), "chosen", "a2");
  statement = fixture_get (f, "s1");
  g_assert_cmpuint (g_strv_length (statement->speakers), ==, 2);
  g_assert_true (
      gtk_widget_get_visible (fixture_field (editor, "speakers_field")));

  /* Another first speaker; the second stays, and nobody stands twice. */
  g_signal_emit_by_name (chooser, "chosen", "a2");
  statement = fixture_get (f, "s1");
  g_assert_cmpuint (g_strv_length (statement->speakers), ==, 1);
  g_assert_cmpstr (statement->speakers[0], ==, "a2");

  g_signal_emit_by_name (chooser, "chosen", NULL);
  statement = fixture_get (f, "s1");
  g_assert_null (statement->speakers);
  gtk_test_accessible_assert_property (gtk_widget_get_first_child (chooser),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Speaker: no speaker");
  g_assert_cmpuint (fixture_count_steps (f), ==, 3);
}

static void
test_meeting_editor (InspectorFixture *f, gconstpointer data)
{
  GtkWidget      *editor;
  ReadoutMeeting *meeting;

  fixture_show (f);
  editor = fixture_open (f, "g1");

  readout_session_set_text_selection (
      f->session,
      fixture_find (readout_session_get_document (f->session),
                    "Kronborg House"));
  g_signal_emit_by_name (
      fixture_field (editor, "venue_field"), "assign", FALSE);
  meeting = fixture_get (f, "g1");
  g_assert_cmpuint (meeting->venue.length, ==, 1);
  g_assert_cmpuint (fixture_count_steps (f), ==, 1);

  type_and_leave (f, fixture_field (editor, "time_entry"), "4 May");
  g_assert_cmpuint (fixture_count_steps (f), ==, 1);
  type_and_leave (f, fixture_field (editor, "time_entry"), "2023-05-05");
  meeting = fixture_get (f, "g1");
  g_assert_cmpstr (meeting->time_value, ==, "2023-05-05");
  type_and_leave (f, fixture_field (editor, "duration_entry"), "pt4h");
  meeting = fixture_get (f, "g1");
  g_assert_cmpstr (meeting->duration_value, ==, "PT4H");
  g_assert_cmpuint (fixture_count_steps (f), ==, 3);

  gtk_drop_down_set_selected (fixture_field (editor, "kind_drop_down"),
                              READOUT_MEETING_VISIT);
  gtk_drop_down_set_selected (fixture_field (editor, "status_drop_down"),
                              READOUT_MEETING_PLANNED);
  g_signal_emit_by_name (
      fixture_field (editor, "participants_field"), "remove", "a2");
  meeting = fixture_get (f, "g1");
  g_assert_cmpint (meeting->kind, ==, READOUT_MEETING_VISIT);
  g_assert_cmpint (meeting->status, ==, READOUT_MEETING_PLANNED);
  g_assert_cmpuint (g_strv_length (meeting->participants), ==, 1);
  g_assert_cmpuint (fixture_count_steps (f), ==, 6);

  g_signal_emit_by_name (
      fixture_field (editor, "participants_field"), "add", "a2");
  readout_session_undo (f->session);
  meeting = fixture_get (f, "g1");
  g_assert_cmpuint (g_strv_length (meeting->participants), ==, 1);
}

static GtkWidget *
get_review_bar (GtkWidget *editor)
{
  GtkWidget *bar = gtk_widget_get_last_child (editor);

  g_assert_true (READOUT_IS_REVIEW_BAR (bar));

  return bar;
}

static void
test_review_bar (InspectorFixture *f, gconstpointer data)
{
  GtkWidget     *bar;
  GtkWidget     *note;
  GtkLabel      *suggested;
  ReadoutActor  *actor;
  ReadoutRecord *record;

  fixture_show (f);
  bar = get_review_bar (fixture_open (f, "a2"));
  note = fixture_field (bar, "note_entry");

  type_and_leave (f, note, "sounds unsure");
  record = fixture_get (f, "a2");
  g_assert_cmpstr (record->note, ==, "sounds unsure");
  g_assert_cmpint (record->review.state, ==, READOUT_STATE_SUGGESTED);
  g_assert_cmpuint (fixture_count_steps (f), ==, 1);

  /* A note goes to the item it was typed for, also when the focus leaves it
   * because another item is selected. */
  gtk_widget_grab_focus (note);
  gtk_editable_set_text (
      GTK_EDITABLE (readout_value_entry_get_entry (READOUT_VALUE_ENTRY (note))),
      "for a2");
  readout_session_select (f->session, "a1");
  fixture_settle ();
  record = fixture_get (f, "a2");
  g_assert_cmpstr (record->note, ==, "for a2");
  record = fixture_get (f, "a1");
  g_assert_null (record->note);

  run (f, "win.flag");
  record = fixture_get (f, "a1");
  g_assert_true (record->review.flagged);
  bar = get_review_bar (fixture_open (f, "a1"));
  gtk_test_accessible_assert_state (fixture_field (bar, "flag_button"),
                                    GTK_ACCESSIBLE_STATE_PRESSED,
                                    GTK_ACCESSIBLE_TRISTATE_TRUE);

  /* What was suggested is said of the corrected fields, and comes back. */
  g_assert_false (
      gtk_widget_get_visible (fixture_field (bar, "suggested_box")));
  type_and_leave (
      f, fixture_field (gtk_widget_get_parent (bar), "country_entry"), "SE");
  suggested = fixture_field (bar, "suggested_label");
  g_assert_true (gtk_widget_get_visible (fixture_field (bar, "suggested_box")));
  g_assert_cmpstr (
      gtk_label_get_label (suggested), ==, "Suggested was: Country: NO");
  g_signal_emit_by_name (fixture_field (bar, "restore_button"), "clicked");
  actor = fixture_get (f, "a1");
  g_assert_cmpstr (actor->country, ==, "NO");
  g_assert_cmpint (actor->record.review.state, ==, READOUT_STATE_CONFIRMED);
}

static GtkWidget *
get_stack (InspectorFixture *f)
{
  return fixture_field (GTK_WIDGET (get_list (f)), "stack");
}

static void
assert_empty (InspectorFixture *f, const char *title, gboolean button)
{
  GtkWidget *list = GTK_WIDGET (get_list (f));

  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (get_stack (f))),
                   ==,
                   "empty");
  g_assert_cmpstr (
      gtk_label_get_label (fixture_field (list, "empty_title")), ==, title);
  g_assert_cmpint (
      gtk_widget_get_visible (fixture_field (list, "empty_button")),
      ==,
      button);
}

static void
test_empty (InspectorFixture *f, gconstpointer data)
{
  g_autoptr (ReadoutText) text = readout_text_new ("Nothing here.\n", -1);
  g_autoptr (ReadoutDocument) document = readout_document_new (text);
  g_autoptr (ReadoutStore) store
      = readout_store_new_for_document (document, "Nothing");

  fixture_show (f);
  readout_session_set_kind (f->session, READOUT_KIND_MEETING);
  readout_session_select (f->session, NULL);

  g_object_set (f->session, "text-filter", "zebra", NULL);
  fixture_settle ();
  assert_empty (f, "Nothing Found", TRUE);
  g_signal_emit_by_name (
      fixture_field (GTK_WIDGET (get_list (f)), "empty_button"), "clicked");
  fixture_settle ();
  g_assert_cmpstr (
      gtk_stack_get_visible_child_name (GTK_STACK (get_stack (f))), ==, "list");
  g_assert_cmpstr (
      gtk_editable_get_text (fixture_field (f->inspector, "filter_entry")),
      ==,
      "");

  g_object_set (f->session, "state-filter", READOUT_FILTER_FLAGGED, NULL);
  fixture_settle ();
  assert_empty (f, "Nothing to Look at Again", TRUE);
  g_assert_cmpuint (gtk_drop_down_get_selected (
                        fixture_field (f->inspector, "state_drop_down")),
                    ==,
                    READOUT_FILTER_FLAGGED);

  g_object_set (f->session, "state-filter", READOUT_FILTER_TO_REVIEW, NULL);
  readout_session_select (f->session, "g1");
  readout_session_accept (f->session);
  readout_session_select (f->session, NULL);
  fixture_settle ();
  assert_empty (f, "All Meetings Are Reviewed", TRUE);
  g_signal_emit_by_name (
      fixture_field (GTK_WIDGET (get_list (f)), "empty_button"), "clicked");
  fixture_settle ();
  g_assert_cmpstr (
      gtk_stack_get_visible_child_name (GTK_STACK (get_stack (f))), ==, "list");

  readout_session_set_store (f->session, store);
  fixture_settle ();
  assert_empty (f, "No Meetings", FALSE);
  readout_session_set_kind (f->session, READOUT_KIND_MENTION);
  fixture_settle ();
  assert_empty (f, "No Entities", FALSE);
}

/* GTK 4.8 queries the tooltip of a popover half a second after the pointer
 * came to it, and complains if the popover has gone by then. */
static void
let_tooltips_pass (void)
{
  gint64 end = g_get_monotonic_time () + 700 * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < end)
    fixture_settle ();
}

/* What the window's actions ask of the pane. */
static void
test_verbs (InspectorFixture *f, gconstpointer data)
{
  ReadoutInspector *inspector = READOUT_INSPECTOR (f->inspector);

  fixture_show (f);
  g_assert_false (readout_inspector_edit (inspector));

  fixture_open (f, "a1");
  g_assert_false (readout_inspector_link (inspector));
  g_assert_true (readout_inspector_merge (inspector));
  fixture_settle ();
  g_assert_nonnull (gtk_widget_get_ancestor (get_focus (f), GTK_TYPE_POPOVER));
  let_tooltips_pass ();

  fixture_open (f, "s1");
  g_assert_false (readout_inspector_merge (inspector));
  g_assert_true (readout_inspector_edit_note (inspector));
  g_assert_nonnull (
      gtk_widget_get_ancestor (get_focus (f), READOUT_TYPE_REVIEW_BAR));
  g_assert_true (readout_inspector_link (inspector));
  fixture_settle ();
  g_assert_nonnull (gtk_widget_get_ancestor (get_focus (f), GTK_TYPE_POPOVER));
  let_tooltips_pass ();

  g_signal_emit_by_name (f->session, "edit-selected");
  fixture_settle ();
  g_assert_true (gtk_widget_is_ancestor (get_focus (f), get_item (f)));
}

int
main (int argc, char *argv[])
{
  /* What is edited is saved by itself, and not into the person's folder. */
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  gtk_init ();
  FIXTURE ("/inspector/tabs", test_tabs);
  FIXTURE ("/inspector/review", test_review);
  FIXTURE ("/inspector/selection", test_selection);
  FIXTURE ("/inspector/mention-editor", test_mention_editor);
  FIXTURE ("/inspector/actor-editor", test_actor_editor);
  FIXTURE ("/inspector/merge", test_merge);
  FIXTURE ("/inspector/statement-editor", test_statement_editor);
  FIXTURE ("/inspector/speakers", test_speakers);
  FIXTURE ("/inspector/meeting-editor", test_meeting_editor);
  FIXTURE ("/inspector/review-bar", test_review_bar);
  FIXTURE ("/inspector/empty", test_empty);
  FIXTURE ("/inspector/verbs", test_verbs);
  return g_test_run ();
}
