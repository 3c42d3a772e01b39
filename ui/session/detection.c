/* detection.c: running the detector over the open article
 *
 * The model is opened in a thread, once, and the detector works in another
 * one over the immutable text.  It writes its progress into an integer that a
 * timer reads: a signal for every step would wake the main loop more often
 * than anybody can see.  What it finds is applied as one group, which one undo
 * takes back.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "edits/detection.h"
#include "session/session-private.h"

#define PROGRESS_INTERVAL_MS 50

/* One call of the detector: the session it is for, and the run it belongs to
 * and the model that was chosen then, neither of which may be the session's
 * any more when the call ends. */
typedef struct
{
  ReadoutSession   *session;
  ReadoutDetection *detection;
  char             *choice;
  gboolean          asked;
} Run;

static void
detection_clear (gpointer data)
{
  ReadoutDetection *detection = data;

  g_clear_object (&detection->cancellable);
}

static void
run_free (Run *run)
{
  g_object_unref (run->session);
  g_atomic_rc_box_release_full (run->detection, detection_clear);
  g_free (run->choice);
  g_free (run);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Run, run_free)

static void
on_progress (double fraction, gpointer user_data)
{
  ReadoutDetection *detection = user_data;

  g_atomic_int_set (&detection->progress, (int)(fraction * 1000));
}

static gboolean
read_progress (gpointer user_data)
{
  ReadoutSession *self = user_data;
  double progress = g_atomic_int_get (&self->detection->progress) / 1000.0;

  readout_session_notify_detecting (self, CLAMP (progress, 0, 1));

  return G_SOURCE_CONTINUE;
}

static void
end_detection (ReadoutSession *self)
{
  g_clear_handle_id (&self->progress_source, g_source_remove);
  if (self->detection == NULL)
    return;

  g_atomic_rc_box_release_full (g_steal_pointer (&self->detection),
                                detection_clear);
  readout_session_notify_detecting (self, 0);
}

static void
say_nothing_found (ReadoutSession *self)
{
  gboolean is_empty
      = readout_text_get_length (readout_document_get_text (self->document))
        == 0;

  readout_session_announce (
      self,
      READOUT_PROBLEM_DETECTION,
      is_empty ? _ ("The article is empty.")
               : _ ("Nothing was detected: the text names nobody who speaks or "
                    "meets. Select words and press a letter to mark them by "
                    "hand."));
}

static void
apply_found (ReadoutSession *self, GPtrArray *found, gboolean asked)
{
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *status = NULL;
  guint            n_before = self->n_items;
  guint            n_unreviewed = 0;

  changes = readout_edits_merge_detection (self->document, found, &error);
  if (changes == NULL
      || !readout_undo_stack_push (
          readout_document_get_undo_stack (self->document),
          _ ("Detect"),
          NULL,
          changes,
          &error))
    {
      readout_session_announce (
          self, READOUT_PROBLEM_DETECTION, error->message);
      return;
    }

  /* A suggestion that nobody has looked at can be made again: opening an
   * article must not leave a file beside it. */
  if (!asked && n_before == 0)
    readout_session_forget_save (self);

  if (self->n_items == 0)
    {
      say_nothing_found (self);
      return;
    }

  for (guint kind = 0; kind < READOUT_N_KINDS; kind++)
    n_unreviewed += self->n_unreviewed[kind];
  status = g_strdup_printf (ngettext ("%u suggestion to review",
                                      "%u suggestions to review",
                                      n_unreviewed),
                            n_unreviewed);
  readout_session_set_status (self, status);
  if (self->selected == NULL)
    readout_session_show_first (self);
}

static void
on_detected (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Run) run = user_data;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;
  ReadoutSession *self = run->session;

  found = readout_detector_run_finish (result, &error);

  /* Cancelled, or another article was opened meanwhile. */
  if (self->detection != run->detection)
    return;

  if (found != NULL)
    apply_found (self, found, run->asked);
  end_detection (self);
  if (found == NULL
      && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    readout_session_announce (self, READOUT_PROBLEM_DETECTION, error->message);
}

/* Why the article is not detected unless somebody asks for it, or NULL. */
static const char *
explain_language (ReadoutEnglish english)
{
  switch (english)
    {
    case READOUT_ENGLISH_NOT:
      return _ ("This does not look like English, the one language that is "
                "detected. Mark it by hand, or detect all the same.");
    case READOUT_ENGLISH_NOT_BY_NAME:
      return _ ("This article is said to be in another language than English, "
                "the one that is detected. Mark it by hand, or detect all the "
                "same.");
    case READOUT_ENGLISH_WHOLLY:
    case READOUT_ENGLISH_PARTLY:
    default:
      return NULL;
    }
}

/* Suggestions of another program, and the work of a person, are not run over
 * unless somebody asks for it. */
gboolean
readout_session_should_detect (ReadoutSession *self)
{
  return !readout_store_had_annotations (self->store) && self->n_items == 0
         && readout_document_get_generator (self->document) == NULL;
}

static void
run_detector (Run *run, ReadoutDetectorModel *model)
{
  ReadoutSession *self = run->session;

  readout_detector_run_async (model,
                              self->document,
                              on_progress,
                              run->detection,
                              run->detection->cancellable,
                              on_detected,
                              run);
}

/* A model that cannot be used is told, and the rules do what they can. */
static void
on_model_opened (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Run) run = user_data;
  g_autoptr (ReadoutDetectorModel) model = NULL;
  g_autoptr (GError) error = NULL;
  ReadoutSession *self = run->session;
  gboolean        opened
      = readout_detector_models_open_finish (result, &model, &error);

  if (self->detection != run->detection)
    return;

  if (!opened)
    {
      g_autofree char *message = g_strdup_printf (
          _ ("%s. Suggestions are made by rules alone."), error->message);

      readout_session_announce (self, READOUT_PROBLEM_MODEL, message);
    }
  else if (g_strcmp0 (run->choice, self->model_choice) == 0)
    {
      readout_session_announce (self, READOUT_PROBLEM_MODEL, NULL);
      g_clear_pointer (&self->model, readout_detector_model_unref);
      if (model != NULL)
        self->model = readout_detector_model_ref (model);
      self->model_is_open = TRUE;
    }

  run_detector (g_steal_pointer (&run), model);
}

void
readout_session_start_detection (ReadoutSession *self, gboolean asked)
{
  ReadoutText   *text = readout_document_get_text (self->document);
  ReadoutEnglish english = readout_detector_check_language (
      text, readout_document_get_meta (self->document, READOUT_META_LANGUAGE));
  const char *problem = asked ? NULL : explain_language (english);
  Run        *run;

  readout_session_announce (self, READOUT_PROBLEM_DETECTION, problem);
  readout_session_announce (
      self,
      READOUT_PROBLEM_LANGUAGE,
      english == READOUT_ENGLISH_PARTLY
          ? _ ("Parts of this article do not look like English and are left "
               "out of the detection. Mark them by hand.")
          : NULL);
  if (problem != NULL)
    return;

  readout_session_cancel_detection (self);
  self->detection = g_atomic_rc_box_new0 (ReadoutDetection);
  self->detection->cancellable = g_cancellable_new ();
  self->progress_source
      = g_timeout_add (PROGRESS_INTERVAL_MS, read_progress, self);
  readout_session_notify_detecting (self, 0);

  run = g_new0 (Run, 1);
  run->session = g_object_ref (self);
  run->detection = g_atomic_rc_box_acquire (self->detection);
  run->choice = g_strdup (self->model_choice);
  run->asked = asked;
  if (self->model_is_open)
    run_detector (run, self->model);
  else
    readout_detector_models_open_async (
        self->model_choice, self->detection->cancellable, on_model_opened, run);
}

/* A detection that runs ends with the model that it has begun with. */
void
readout_session_choose_model (ReadoutSession *self, const char *choice)
{
  if (g_strcmp0 (self->model_choice, choice) == 0)
    return;

  g_free (self->model_choice);
  self->model_choice = g_strdup (choice);
  g_clear_pointer (&self->model, readout_detector_model_unref);
  self->model_is_open = FALSE;
  readout_session_announce (self, READOUT_PROBLEM_MODEL, NULL);
  g_object_notify (G_OBJECT (self), "model");
}

/**
 * readout_session_detect:
 * @self: a session
 *
 * Runs the detector, again if it has run before.  Everything that a person
 * has decided upon stays as it is.
 */
void
readout_session_detect (ReadoutSession *self)
{
  g_return_if_fail (READOUT_IS_SESSION (self));

  if (self->document == NULL)
    {
      readout_session_set_status (self, _ ("No article is open"));
      return;
    }

  readout_session_start_detection (self, TRUE);
}

/**
 * readout_session_cancel_detection:
 * @self: a session
 *
 * Stops the detector, if it runs, and drops what it has found.
 */
void
readout_session_cancel_detection (ReadoutSession *self)
{
  g_return_if_fail (READOUT_IS_SESSION (self));

  if (self->detection == NULL)
    return;

  g_cancellable_cancel (self->detection->cancellable);
  end_detection (self);
}
