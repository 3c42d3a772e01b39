/* actions.c: the verbs of the main window
 *
 * One table row a verb: its action, what it does, what it needs, its key.  All
 * actions are without parameter, because GTK offers exactly those to
 * assistive tools and tests.  An action whose needs are not met is disabled;
 * its key then says in the status line what is missing.
 *
 * Letters are no accelerators: keys.c lets them through only where
 * nothing is being typed.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "window/actions.h"

#include "preferences.h"
#include "session/find.h"
#include "session/history.h"
#include "session/links.h"
#include "session/recovery.h"
#include "session/saver-answers.h"
#include "session/selection.h"
#include "session/verbs.h"
#include "window/decide-window.h"
#include "window/files.h"
#include "window/focus.h"
#include "window/window-private.h"

typedef enum
{
  NEED_NOTHING,
  NEED_DOCUMENT,
  NEED_ITEM,
  NEED_WORDS,     /* An item with words: no actor. */
  NEED_LINKABLE,  /* A mention or a statement. */
  NEED_MERGEABLE, /* An actor that is not the only one. */
  NEED_TEXT,      /* Words selected in the article. */
  NEED_MENTION,   /* A mention, or words to make one of. */
  NEED_STATEMENT, /* A statement and words for it. */
  NEED_MEETING,   /* A meeting and words for it. */
  NEED_UNDO,
  NEED_REDO,
  NEED_DETECTION, /* One that runs. */
  NEED_NO_DETECTION,
  N_NEEDS
} Need;

typedef struct
{
  const char *name;
  void (*run) (ReadoutWindow *self, int argument);
  int         argument;
  Need        need;
  const char *accels[3];
} Verb;

/* Verbs of the session. */

static void
run_accept (ReadoutWindow *self, int argument)
{
  readout_session_accept (self->session);
  self->help_done = TRUE;
  readout_banner_show_message (self->help, NULL);
  if (self->settings != NULL)
    g_settings_set_boolean (self->settings, "help-shown", FALSE);
}

static void
run_reject (ReadoutWindow *self, int argument)
{
  readout_session_reject (self->session);
}

static void
run_skip (ReadoutWindow *self, int argument)
{
  readout_session_skip (self->session);
}

static void
run_accept_shown (ReadoutWindow *self, int argument)
{
  readout_session_accept_shown (self->session);
}

static void
run_select (ReadoutWindow *self, int step)
{
  readout_session_select_next (self->session, step, FALSE);
}

static void
run_select_unreviewed (ReadoutWindow *self, int step)
{
  readout_session_select_next (self->session, step, TRUE);
}

static void
run_move_start (ReadoutWindow *self, int n_words)
{
  readout_session_move_edge (self->session, READOUT_EDGE_START, n_words);
}

static void
run_move_end (ReadoutWindow *self, int n_words)
{
  readout_session_move_edge (self->session, READOUT_EDGE_END, n_words);
}

static void
run_widen (ReadoutWindow *self, int argument)
{
  readout_session_widen (self->session);
}

static void
run_narrow (ReadoutWindow *self, int argument)
{
  readout_session_narrow (self->session);
}

static void
run_type (ReadoutWindow *self, int type)
{
  readout_session_set_type (self->session, (ReadoutMentionType)type);
}

static void
run_add (ReadoutWindow *self, int kind)
{
  readout_session_add (self->session, (ReadoutKind)kind);
}

static void
run_assign (ReadoutWindow *self, int field)
{
  /* A meeting has several topics and outcomes, each with words of its own. */
  gboolean add_piece
      = field == READOUT_FIELD_TOPICS || field == READOUT_FIELD_OUTCOMES;

  readout_session_assign (self->session, (ReadoutField)field, add_piece);
}

static void
run_candidate (ReadoutWindow *self, int step)
{
  readout_session_next_candidate (self->session, step);
}

static void
run_flag (ReadoutWindow *self, int argument)
{
  readout_session_toggle_flag (self->session);
}

static void
run_undo (ReadoutWindow *self, int argument)
{
  readout_session_undo (self->session);
}

static void
run_redo (ReadoutWindow *self, int argument)
{
  readout_session_redo (self->session);
}

/* Verbs that need a card to be in sight. */

static void
run_edit (ReadoutWindow *self, int argument)
{
  readout_window_enter_card (self);
  readout_inspector_edit (self->inspector);
}

static void
run_leave_card (ReadoutWindow *self, int argument)
{
  readout_window_leave_card (self);
}

static void
run_note (ReadoutWindow *self, int argument)
{
  readout_window_enter_card (self);
  readout_inspector_edit_note (self->inspector);
}

static void
run_link (ReadoutWindow *self, int argument)
{
  readout_window_enter_card (self);
  readout_inspector_link (self->inspector);
}

static void
run_merge (ReadoutWindow *self, int argument)
{
  readout_window_enter_card (self);
  readout_inspector_merge (self->inspector);
}

static void
run_show (ReadoutWindow *self, int kind)
{
  readout_window_enter_card (self);
  self->from_article = FALSE;
  readout_session_set_kind (self->session, (ReadoutKind)kind);
  readout_inspector_focus_list (self->inspector);
}

/* Verbs of the window. */

static void
run_open (ReadoutWindow *self, int argument)
{
  readout_window_choose_file (self);
}

static void
run_open_sample (ReadoutWindow *self, int argument)
{
  readout_window_open_sample (self);
}

static void
run_save_as (ReadoutWindow *self, int argument)
{
  readout_window_save_as (self);
}

static void
run_save (ReadoutWindow *self, int argument)
{
  readout_saver_save_now (self->saver);
}

static void
run_reload (ReadoutWindow *self, int argument)
{
  readout_opener_reload (self->opener);
}

static void
run_keep_mine (ReadoutWindow *self, int argument)
{
  readout_saver_keep_mine (self->saver);
}

static void
run_take_theirs (ReadoutWindow *self, int argument)
{
  readout_saver_take_theirs (self->saver);
}

static void
run_decide (ReadoutWindow *self, int argument)
{
  readout_decide_window_present (GTK_WINDOW (self), self->saver);
}

static void
run_apply_kept (ReadoutWindow *self, int argument)
{
  readout_recovery_apply (self->session);
}

static void
run_keep_apart (ReadoutWindow *self, int argument)
{
  readout_recovery_keep_apart (self->session);
}

static void
run_discard_kept (ReadoutWindow *self, int argument)
{
  readout_recovery_discard (self->session);
}

static void
run_paste (ReadoutWindow *self, int argument)
{
  readout_window_paste_article (self);
}

static void
run_detect (ReadoutWindow *self, int argument)
{
  readout_suggester_detect (self->suggester);
}

static void
run_article_details (ReadoutWindow *self, int argument)
{
  readout_article_view_edit_details (self->article);
}

static void
run_cancel_detection (ReadoutWindow *self, int argument)
{
  readout_suggester_cancel (self->suggester);
  readout_session_set_status (self->session, _ ("Stopped the detection"));
}

static void
run_find (ReadoutWindow *self, int argument)
{
  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  readout_adaptive_panes_show_tab (self->panes, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  gtk_editable_select_region (self->search_entry, 0, -1);
}

static void
run_find_next (ReadoutWindow *self, int step)
{
  if (!gtk_search_bar_get_search_mode (self->search_bar))
    {
      run_find (self, 0);
      return;
    }

  readout_session_find_text (
      self->session, gtk_editable_get_text (self->search_entry), step);
}

static void
run_zoom (ReadoutWindow *self, int step)
{
  if (step > 0)
    readout_article_view_zoom_in (self->article);
  else if (step < 0)
    readout_article_view_zoom_out (self->article);
  else
    readout_article_view_zoom_reset (self->article);
}

static void
run_next_pane (ReadoutWindow *self, int argument)
{
  readout_window_next_pane (self);
}

static void
run_preferences (ReadoutWindow *self, int argument)
{
  readout_preferences_present (GTK_WINDOW (self), self->settings);
}

static void
run_close (ReadoutWindow *self, int argument)
{
  gtk_window_close (GTK_WINDOW (self));
}

#define MENTION(name, type)                                                    \
  {                                                                            \
    name, run_type, READOUT_MENTION_##type, NEED_MENTION                       \
  }
#define ASSIGN(name, field, need)                                              \
  {                                                                            \
    name, run_assign, READOUT_FIELD_##field, need                              \
  }

static const Verb verbs[] = {
  { "accept", run_accept, 0, NEED_ITEM },
  { "reject", run_reject, 0, NEED_ITEM },
  { "skip", run_skip, 0, NEED_ITEM },
  { "accept-shown", run_accept_shown, 0, NEED_DOCUMENT },
  { "next", run_select, 1, NEED_DOCUMENT },
  { "previous", run_select, -1, NEED_DOCUMENT },
  { "next-unreviewed", run_select_unreviewed, 1, NEED_DOCUMENT },
  { "previous-unreviewed", run_select_unreviewed, -1, NEED_DOCUMENT },
  { "start-earlier", run_move_start, -1, NEED_WORDS, { "<Alt>Left" } },
  { "start-later", run_move_start, 1, NEED_WORDS, { "<Alt>Right" } },
  { "end-earlier", run_move_end, -1, NEED_WORDS, { "<Shift><Alt>Left" } },
  { "end-later", run_move_end, 1, NEED_WORDS, { "<Shift><Alt>Right" } },
  { "widen", run_widen, 0, NEED_WORDS, { "<Alt>Up" } },
  { "narrow", run_narrow, 0, NEED_WORDS, { "<Alt>Down" } },
  { "edit", run_edit, 0, NEED_ITEM },
  { "leave-card", run_leave_card, 0, NEED_DOCUMENT },
  { "note", run_note, 0, NEED_ITEM },
  { "flag", run_flag, 0, NEED_ITEM },
  { "next-candidate", run_candidate, 1, NEED_WORDS, { "<Alt>Page_Down" } },
  { "previous-candidate", run_candidate, -1, NEED_WORDS, { "<Alt>Page_Up" } },
  { "link", run_link, 0, NEED_LINKABLE },
  { "merge", run_merge, 0, NEED_MERGEABLE, { "<Control>m" } },
  MENTION ("type-person", PERSON),
  MENTION ("type-organization", ORGANIZATION),
  MENTION ("type-location", LOCATION),
  MENTION ("type-facility", FACILITY),
  MENTION ("type-nationality", NATIONALITY),
  MENTION ("type-title", TITLE),
  MENTION ("type-event", EVENT),
  MENTION ("type-date", DATE),
  MENTION ("type-duration", DURATION),
  MENTION ("type-misc", MISC),
  { "add-statement", run_add, READOUT_KIND_STATEMENT, NEED_TEXT },
  { "add-meeting", run_add, READOUT_KIND_MEETING, NEED_TEXT },
  { "add-actor", run_add, READOUT_KIND_ACTOR, NEED_MENTION },
  ASSIGN ("assign-content", CONTENT, NEED_STATEMENT),
  ASSIGN ("assign-cue", CUE, NEED_STATEMENT),
  ASSIGN ("assign-source", SOURCE, NEED_STATEMENT),
  ASSIGN ("assign-place", PLACE, NEED_MEETING),
  ASSIGN ("assign-venue", VENUE, NEED_MEETING),
  ASSIGN ("assign-time", TIME, NEED_MEETING),
  ASSIGN ("assign-duration", DURATION, NEED_MEETING),
  ASSIGN ("assign-occasion", OCCASION, NEED_MEETING),
  ASSIGN ("assign-topic", TOPICS, NEED_MEETING),
  ASSIGN ("assign-outcome", OUTCOMES, NEED_MEETING),
  { "undo", run_undo, 0, NEED_UNDO, { "<Control>z" } },
  { "redo", run_redo, 0, NEED_REDO, { "<Shift><Control>z", "<Control>y" } },
  { "open", run_open, 0, NEED_NOTHING, { "<Control>o" } },
  { "open-sample", run_open_sample, 0, NEED_NOTHING },
  { "save", run_save, 0, NEED_DOCUMENT, { "<Control>s" } },
  { "save-as", run_save_as, 0, NEED_DOCUMENT, { "<Shift><Control>s" } },
  { "reload", run_reload, 0, NEED_DOCUMENT },
  { "keep-mine", run_keep_mine, 0, NEED_DOCUMENT },
  { "take-theirs", run_take_theirs, 0, NEED_DOCUMENT },
  { "decide", run_decide, 0, NEED_DOCUMENT },
  { "apply-kept", run_apply_kept, 0, NEED_DOCUMENT },
  { "keep-apart", run_keep_apart, 0, NEED_DOCUMENT },
  { "discard-kept", run_discard_kept, 0, NEED_DOCUMENT },
  { "paste-article", run_paste, 0, NEED_NOTHING, { "<Shift><Control>v" } },
  { "detect", run_detect, 0, NEED_NO_DETECTION, { "F5" } },
  { "article-details", run_article_details, 0, NEED_DOCUMENT },
  { "cancel-detection", run_cancel_detection, 0, NEED_DETECTION },
  { "find", run_find, 0, NEED_DOCUMENT, { "<Control>f" } },
  { "find-next", run_find_next, 1, NEED_DOCUMENT, { "<Control>g" } },
  { "find-previous",
    run_find_next,
    -1,
    NEED_DOCUMENT,
    { "<Shift><Control>g" } },
  { "show-actors", run_show, READOUT_KIND_ACTOR, NEED_DOCUMENT, { "<Alt>1" } },
  { "show-statements",
    run_show,
    READOUT_KIND_STATEMENT,
    NEED_DOCUMENT,
    { "<Alt>2" } },
  { "show-meetings",
    run_show,
    READOUT_KIND_MEETING,
    NEED_DOCUMENT,
    { "<Alt>3" } },
  { "show-entities",
    run_show,
    READOUT_KIND_MENTION,
    NEED_DOCUMENT,
    { "<Alt>4" } },
  { "next-pane", run_next_pane, 0, NEED_DOCUMENT, { "F6" } },
  { "zoom-in",
    run_zoom,
    1,
    NEED_DOCUMENT,
    { "<Control>plus", "<Control>equal" } },
  { "zoom-out", run_zoom, -1, NEED_DOCUMENT, { "<Control>minus" } },
  { "zoom-reset", run_zoom, 0, NEED_DOCUMENT, { "<Control>0" } },
  { "preferences", run_preferences, 0, NEED_NOTHING, { "<Control>comma" } },
  { "close", run_close, 0, NEED_NOTHING, { "<Control>w" } },
};

static ReadoutKind
selected_kind (ReadoutWindow *self)
{
  ReadoutEntry *entry = readout_session_get_selected (self->session);

  return entry != NULL ? readout_entry_get_kind (entry) : READOUT_N_KINDS;
}

static gboolean
is_met (ReadoutWindow *self, Need need)
{
  ReadoutDocument *document = readout_session_get_document (self->session);
  ReadoutKind      kind = selected_kind (self);
  gboolean         has_text = !readout_span_is_empty (
      readout_session_get_text_selection (self->session));
  gboolean detecting = readout_session_get_detecting (self->session);

  if (need == NEED_NOTHING)
    return TRUE;
  if (document == NULL)
    return FALSE;

  switch (need)
    {
    case NEED_DOCUMENT:
      return TRUE;
    case NEED_ITEM:
      return kind != READOUT_N_KINDS;
    case NEED_WORDS:
      return kind != READOUT_N_KINDS && kind != READOUT_KIND_ACTOR;
    case NEED_LINKABLE:
      return kind == READOUT_KIND_MENTION || kind == READOUT_KIND_STATEMENT;
    case NEED_MERGEABLE:
      return kind == READOUT_KIND_ACTOR
             && readout_annotations_get_n_records (
                    readout_document_get_annotations (document),
                    READOUT_KIND_ACTOR)
                    > 1;
    case NEED_TEXT:
      return has_text;
    case NEED_MENTION:
      return has_text || kind == READOUT_KIND_MENTION;
    case NEED_STATEMENT:
      return has_text && kind == READOUT_KIND_STATEMENT;
    case NEED_MEETING:
      return has_text && kind == READOUT_KIND_MEETING;
    case NEED_UNDO:
      return readout_undo_stack_can_undo (
          readout_document_get_undo_stack (document));
    case NEED_REDO:
      return readout_undo_stack_can_redo (
          readout_document_get_undo_stack (document));
    case NEED_DETECTION:
      return detecting;
    case NEED_NO_DETECTION:
      return !detecting;
    case NEED_NOTHING:
    case N_NEEDS:
    default:
      g_assert_not_reached ();
    }
}

/* Why a key did nothing. */
static const char *
what_is_missing (ReadoutWindow *self, Need need)
{
  static const char *const missing[N_NEEDS] = {
    [NEED_ITEM] = N_ ("Select an item first"),
    [NEED_WORDS] = N_ ("Select a mention, statement or meeting first"),
    [NEED_LINKABLE] = N_ ("Select a mention or a statement first"),
    [NEED_MERGEABLE] = N_ ("Select an actor first"),
    [NEED_TEXT] = N_ ("Select words in the article first"),
    [NEED_MENTION] = N_ ("Select words in the article, or a mention, first"),
    [NEED_STATEMENT] = N_ ("Select a statement, and words for it, first"),
    [NEED_MEETING] = N_ ("Select a meeting, and words for it, first"),
  };

  if (readout_session_get_document (self->session) == NULL)
    return _ ("No article is open");

  return missing[need] != NULL ? _ (missing[need]) : NULL;
}

static void
on_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ReadoutWindow *self = user_data;
  const char    *name = g_action_get_name (G_ACTION (action));

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (g_str_equal (verbs[i].name, name))
      {
        verbs[i].run (self, verbs[i].argument);
        return;
      }
}

/**
 * readout_window_actions_run:
 * @self: a window
 * @action: the full name of an action, such as "win.accept"
 *
 * Runs an action, or says in the status line what it lacks.
 */
void
readout_window_actions_run (ReadoutWindow *self, const char *action)
{
  g_assert (GTK_IS_APPLICATION_WINDOW (self));
  g_assert (g_str_has_prefix (action, "win."));

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      if (!g_str_equal (verbs[i].name, action + strlen ("win.")))
        continue;

      if (is_met (self, verbs[i].need))
        verbs[i].run (self, verbs[i].argument);
      else
        readout_session_set_status (self->session,
                                    what_is_missing (self, verbs[i].need));
    }
}

/**
 * readout_window_actions_update:
 * @self: a window
 *
 * Enables the actions whose needs are met, and no others.
 */
void
readout_window_actions_update (ReadoutWindow *self)
{
  gboolean met[N_NEEDS];

  g_assert (GTK_IS_APPLICATION_WINDOW (self));

  for (guint need = 0; need < N_NEEDS; need++)
    met[need] = need != NEED_NOTHING ? is_met (self, need) : TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      GAction *action
          = g_action_map_lookup_action (G_ACTION_MAP (self), verbs[i].name);

      g_simple_action_set_enabled (G_SIMPLE_ACTION (action),
                                   met[verbs[i].need]);
    }
}

/**
 * readout_window_actions_install:
 * @self: a window
 *
 * Gives the window its actions.
 */
void
readout_window_actions_install (ReadoutWindow *self)
{
  g_autoptr (GPropertyAction) show_inspector = NULL;

  g_assert (GTK_IS_APPLICATION_WINDOW (self));

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      g_autoptr (GSimpleAction) action
          = g_simple_action_new (verbs[i].name, NULL);

      g_signal_connect_object (
          action, "activate", G_CALLBACK (on_activated), self, 0);
      g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (action));
    }

  show_inspector
      = g_property_action_new ("show-inspector", self->panes, "side-shown");
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (show_inspector));
}

/**
 * readout_window_actions_set_accels:
 * @application: the program
 *
 * Gives the actions their keys, but for the letters.
 */
void
readout_window_actions_set_accels (GtkApplication *application)
{
  static const char *const quit[] = { "<Control>q", NULL };
  static const char *const inspector[] = { "F9", NULL };

  g_return_if_fail (GTK_IS_APPLICATION (application));

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (verbs[i].accels[0] != NULL)
      {
        g_autofree char *name = g_strconcat ("win.", verbs[i].name, NULL);

        gtk_application_set_accels_for_action (
            application, name, verbs[i].accels);
      }

  gtk_application_set_accels_for_action (
      application, "win.show-inspector", inspector);
  gtk_application_set_accels_for_action (application, "app.quit", quit);
}
