/* session-private.h: what the files of the session share
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "edits/stamp.h"
#include "session/session.h"

#include "detect/models/installed.h"
#include "session/shown-list.h"

G_BEGIN_DECLS

/**
 * ReadoutDetection:
 * @cancellable: stops it
 * @progress: 0 to 1000, written by the worker, read by a timer
 *
 * One run of the detector, shared with its thread.
 */
typedef struct
{
  GCancellable *cancellable;
  int           progress;
} ReadoutDetection;

struct _ReadoutSession
{
  GObject parent_instance;

  /* What is open.  The document belongs to the store. */
  ReadoutStore    *store;
  ReadoutDocument *document;
  GCancellable    *opening;

  /* Every record by kind, and those that pass the filter. */
  ReadoutRecordList *records[READOUT_N_KINDS];
  ReadoutShownList  *shown[READOUT_N_KINDS];
  ReadoutKind        kind;
  ReadoutStateFilter state_filter;
  char              *text_filter;
  char              *needle;  /* text_filter, folded; NULL if all pass */
  guint              touched; /* Kinds that the present group has changed. */
  guint              n_items;
  guint              n_reviewed;
  guint              n_unreviewed[READOUT_N_KINDS];

  /* Selection; remembered holds the last one of each tab. */
  ReadoutEntry   *selected;
  char           *remembered[READOUT_N_KINDS];
  ReadoutSpan     text_selection;
  ReadoutSpanList lit;
  ReadoutField    focus_field;
  guint           focus_piece;

  /* The actors that "next candidate" goes through, as they were ranked when
   * the walk began, for each step changes the ranking; and the state of the
   * undo stack after the last step, which tells whether it is still on. */
  GPtrArray *candidates;
  guint64    candidates_state;

  char *author;
  char *status;
  char *saved_status;

  /* Which model is to be used, and that model once it is open; NULL too where
   * the rules work alone. */
  char                 *model_choice;
  ReadoutDetectorModel *model;
  gboolean              model_is_open;

  /* Detection that runs, or NULL. */
  ReadoutDetection *detection;
  double            progress;
  guint             progress_source;

  /* Autosave: at most one timer and one write at a time. */
  guint      save_source;
  gboolean   saving;
  gboolean   dirty;       /* Changed since the last write began. */
  gboolean   save_failed; /* The last write failed; the banner is up. */
  GPtrArray *flushing;    /* GTasks that wait until nothing is dirty. */
};

/* session.c */
void readout_session_notify_saved (ReadoutSession *self, const char *status);
void readout_session_announce (ReadoutSession *self,
                               ReadoutProblem  problem,
                               const char     *message);
void readout_session_set_selected (ReadoutSession *self, ReadoutEntry *entry);
void readout_session_switch_kind (ReadoutSession *self, ReadoutKind kind);
void readout_session_scroll (ReadoutSession *self);
void readout_session_notify_text_selection (ReadoutSession *self);
void readout_session_notify_lit (ReadoutSession *self);
void readout_session_show_text (ReadoutSession *self, ReadoutSpan span);
ReadoutEntry *readout_session_find_entry (ReadoutSession *self, const char *id);

/* session-selection.c */
void readout_session_show (ReadoutSession *self, const char *id);
void readout_session_show_first (ReadoutSession *self);

/* session-files.c */
void readout_session_schedule_save (ReadoutSession *self);
void readout_session_forget_save (ReadoutSession *self);
void readout_session_stop_files (ReadoutSession *self);

/* session-detection.c */
gboolean readout_session_should_detect (ReadoutSession *self);
void     readout_session_start_detection (ReadoutSession *self, gboolean asked);
void readout_session_choose_model (ReadoutSession *self, const char *choice);
void readout_session_notify_detecting (ReadoutSession *self, double progress);

/* session-verbs.c */
gboolean     readout_session_apply (ReadoutSession *self,
                                    GPtrArray      *changes,
                                    const GError   *error,
                                    const char     *label,
                                    const char     *status);
ReadoutStamp readout_session_make_stamp (ReadoutSession *self, char **at);
gpointer     readout_session_peek_selected (ReadoutSession *self);

/* session-words.c */
char *readout_session_search_words (ReadoutSession *self, gconstpointer record);

G_END_DECLS
