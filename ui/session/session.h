/* session.h: what the window is working on
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "detect/detector.h"
#include "model/document.h"
#include "edits/units.h"
#include "model/entry.h"
#include "model/field.h"
#include "model/record-list.h"
#include "project/store.h"
#include "session/lists.h"

G_BEGIN_DECLS

#define READOUT_TYPE_SESSION (readout_session_get_type ())

/* The view-model between the open document and the widgets: the only caller of
 * readout_undo_stack_push() in the GUI, and the holder of selection, filter and
 * status.  No widget keeps a copy of any of this.
 *
 * Properties (all notify):
 *   "document"        ReadoutDocument, nullable
 *   "selected"        ReadoutEntry, nullable: the selected item
 *   "kind"            ReadoutKind as uint: the inspector tab that is shown
 *   "state-filter"    ReadoutStateFilter as uint
 *   "text-filter"     string
 *   "status"          string: what the last action did
 *   "detecting"       boolean: whether suggestions are on their way
 *   "has-text-selection"  boolean: whether text is selected in the article
 *   "lit-spans"       ReadoutSpanList as pointer: what the article lights up
 *                     while a field of the card is hovered or focused
 *   "author"          string, nullable: who edits, for the review stamps
 *   "n-items"         uint: how many items of all kinds count for progress
 *   "n-reviewed"      uint: how many of them a person has decided upon
 * Signals:
 *   "counts-changed" ()  after each group of changes: counts by kind and state
 *   "scroll-to-selected" ()  the article should bring the selection into view
 *   "edit-selected" ()       the card should take the focus
 *   "show-text" (uint start, uint end)  the article should select these words
 *                            and bring them into view
 *   "problem" (string message, ReadoutProblem problem as uint)   show a
 *        banner for this problem until it is announced again with a NULL
 *        message, which says that it is over
 *   "closing" ()             the document is about to be let go of; the last
 *                            moment to do something about it
 *   "outdated" ()            what is suggested does not fit any more
 */
G_DECLARE_FINAL_TYPE (
    ReadoutSession, readout_session, READOUT, SESSION, GObject)

/* What a banner is about, and so what it offers to do. */
typedef enum
{
  READOUT_PROBLEM_IMPORT,    /* The import changed bytes: tell. */
  READOUT_PROBLEM_OPEN,      /* A file could not be opened: tell. */
  READOUT_PROBLEM_MODEL,     /* The model cannot be used: preferences. */
  READOUT_PROBLEM_DETECTION, /* Nothing detected, or why not: detect. */
  READOUT_PROBLEM_LANGUAGE,  /* Parts are in another language: tell. */
  READOUT_PROBLEM_SAVE,      /* Not saved: try again, save elsewhere. */
  READOUT_PROBLEM_CHANGED,   /* Changed on disk: reload, keep mine. */
  READOUT_N_PROBLEMS
} ReadoutProblem;

ReadoutSession *readout_session_new (void);

void readout_session_set_store (ReadoutSession *self, ReadoutStore *store);
ReadoutStore    *readout_session_get_store (ReadoutSession *self);
void             readout_session_announce (ReadoutSession *self,
                                           ReadoutProblem  problem,
                                           const char     *message);
ReadoutDocument *readout_session_get_document (ReadoutSession *self);

/* What the person says of where the article comes from; a step of undo. */
void readout_session_set_meta (ReadoutSession *self,
                               ReadoutMeta     meta,
                               const char     *value);

/* What is shown: one list model of ReadoutEntry a kind, filtered. */
GListModel *readout_session_get_shown (ReadoutSession *self, ReadoutKind kind);
guint readout_session_count_unreviewed (ReadoutSession *self, ReadoutKind kind);
guint readout_session_get_n_items (ReadoutSession *self);
guint readout_session_get_n_reviewed (ReadoutSession *self);
ReadoutKind readout_session_get_kind (ReadoutSession *self);
void        readout_session_set_kind (ReadoutSession *self, ReadoutKind kind);
ReadoutStateFilter readout_session_get_state_filter (ReadoutSession *self);
gboolean           readout_session_get_detecting (ReadoutSession *self);
void readout_session_set_detecting (ReadoutSession *self, gboolean detecting);
void readout_session_outdate (ReadoutSession *self);
const char *readout_session_get_status (ReadoutSession *self);

/* Selection of an item, and of text in the article. */
ReadoutEntry *readout_session_get_selected (ReadoutSession *self);
void          readout_session_select (ReadoutSession *self, const char *id);
void          readout_session_select_next (ReadoutSession *self,
                                           int             step,
                                           gboolean        unreviewed);
ReadoutSpan   readout_session_get_text_selection (ReadoutSession *self);
void          readout_session_set_text_selection (ReadoutSession *self,
                                                  ReadoutSpan     span);

/* Looks for words in the article, after what is selected (step 1) or before
 * it (-1), around the end; returns whether they are there. */
gboolean
readout_session_find_text (ReadoutSession *self, const char *needle, int step);

/* The words of the field under the pointer or the focus, lit in the article;
 * the list is copied, %NULL or an empty one puts the light out. */
void                   readout_session_set_lit_spans (ReadoutSession        *self,
                                                      const ReadoutSpanList *spans);
const ReadoutSpanList *readout_session_get_lit_spans (ReadoutSession *self);

/* The field and piece that boundary keys move: the mention's span, or the
 * field of a statement or meeting that has the focus (content by default). */
void         readout_session_set_focus_field (ReadoutSession *self,
                                              ReadoutField    field,
                                              guint           piece);
ReadoutField readout_session_get_focus_field (ReadoutSession *self,
                                              guint          *piece);

/* Verbs.  Each is one step of undo, says what it did in "status", or says
 * there why nothing was done. */
void readout_session_accept (ReadoutSession *self);
void readout_session_reject (ReadoutSession *self);
void readout_session_skip (ReadoutSession *self);
void readout_session_accept_shown (ReadoutSession *self);
void
readout_session_move_edge (ReadoutSession *self, ReadoutEdge edge, int n_words);
void readout_session_widen (ReadoutSession *self);
void readout_session_narrow (ReadoutSession *self);
void readout_session_set_type (ReadoutSession *self, ReadoutMentionType type);
void readout_session_add (ReadoutSession *self, ReadoutKind kind);
void readout_session_assign (ReadoutSession *self,
                             ReadoutField    field,
                             gboolean        add_piece);
void readout_session_replace (ReadoutSession *self,
                              gconstpointer   edited,
                              const char     *label);
void readout_session_link (ReadoutSession *self, const char *actor_id);
void readout_session_merge (ReadoutSession *self, const char *other_actor_id);
void readout_session_next_candidate (ReadoutSession *self, int step);
void readout_session_set_note (ReadoutSession *self, const char *note);
void readout_session_toggle_flag (ReadoutSession *self);
void readout_session_undo (ReadoutSession *self);
void readout_session_redo (ReadoutSession *self);
void readout_session_set_status (ReadoutSession *self, const char *status);

/* Words for people, translated, shared by cards, lists and status line. */
char *readout_session_describe (ReadoutSession *self, gconstpointer record);
const char *readout_session_actor_name (ReadoutSession *self,
                                        const char     *actor_id);

/* The actors that the selected item can be linked or merged to, the likeliest
 * first: an array of referenced ReadoutActor. */
GPtrArray *readout_session_rank_actors (ReadoutSession *self);

G_END_DECLS
