/* session.h: what the window is working on
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "detect/detector.h"
#include "model/document.h"
#include "model/entry.h"
#include "model/field.h"
#include "model/record-list.h"
#include "project/store.h"
#include "session/lists.h"

G_BEGIN_DECLS

#define READOUT_TYPE_SESSION (readout_session_get_type ())

/* The view-model between the open document and the widgets: the holder of
 * selection, filter and status.  No widget keeps a copy of any of this.
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
  READOUT_PROBLEM_LEFT,      /* Of what was open before, not saved: tell. */
  READOUT_PROBLEM_ASIDE,     /* Steps that do not fit: apply, discard. */
  READOUT_PROBLEM_SAVE,      /* Not saved: try again, save elsewhere. */
  READOUT_PROBLEM_COPY,      /* Two copies differ: keep, take the other. */
  READOUT_PROBLEM_CONFLICT,  /* Both changed it: mine, theirs, decide. */
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

/* What is shown: one list model of ReadoutEntry a kind, filtered. */
GListModel *readout_session_get_shown (ReadoutSession *self, ReadoutKind kind);
guint readout_session_count_unreviewed (ReadoutSession *self, ReadoutKind kind);
guint readout_session_get_n_items (ReadoutSession *self);
guint readout_session_get_n_reviewed (ReadoutSession *self);
ReadoutKind        readout_session_get_kind (ReadoutSession *self);
ReadoutStateFilter readout_session_get_state_filter (ReadoutSession *self);
gboolean           readout_session_get_detecting (ReadoutSession *self);
void readout_session_set_detecting (ReadoutSession *self, gboolean detecting);
void readout_session_outdate (ReadoutSession *self);
const char *readout_session_get_status (ReadoutSession *self);

ReadoutEntry *readout_session_get_selected (ReadoutSession *self);
const char   *readout_session_get_author (ReadoutSession *self);

void readout_session_set_status (ReadoutSession *self, const char *status);

/* The words of the field under the pointer or the focus, lit in the article;
 * the list is copied, %NULL or an empty one puts the light out. */
void                   readout_session_set_lit_spans (ReadoutSession        *self,
                                                      const ReadoutSpanList *spans);
const ReadoutSpanList *readout_session_get_lit_spans (ReadoutSession *self);
void readout_session_show_text (ReadoutSession *self, ReadoutSpan span);

/* Words for people, translated, shared by cards, lists and status line. */
char *readout_session_describe (ReadoutSession *self, gconstpointer record);
const char *readout_session_actor_name (ReadoutSession *self,
                                        const char     *actor_id);

G_END_DECLS
