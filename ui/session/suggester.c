/* suggester.c: what the detector suggests for the open article
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

#include "session/suggester.h"

#include <glib/gi18n-lib.h>

#include "detect/models/installed.h"
#include "edits/detection.h"
#include "session/selection.h"

#define PROGRESS_INTERVAL_MS 50

/**
 * Detection:
 * @cancellable: stops it
 * @progress: 0 to 1000, written by the worker, read by a timer
 *
 * One run of the detector, shared with its thread.
 */
typedef struct
{
  GCancellable *cancellable;
  int           progress;
} Detection;

/* One call of the detector: the suggester it is for, and the run it belongs
 * to and the model that was chosen then, neither of which may be the
 * suggester's any more when the call ends. */
typedef struct
{
  ReadoutSuggester *suggester;
  Detection        *detection;
  char             *choice;
  gboolean          asked;
} Run;

struct _ReadoutSuggester
{
  GObject parent_instance;

  ReadoutSession *session;

  /* Which model is to be used, and that model once it is open; NULL too where
   * the rules work alone. */
  char                 *model_choice;
  ReadoutDetectorModel *model;
  gboolean              model_is_open;

  /* What runs, or NULL. */
  Detection *detection;
  double     progress;
  guint      progress_source;
};

enum
{
  PROP_0,
  PROP_MODEL,
  PROP_PROGRESS,
  N_PROPS
};

enum
{
  SUGGESTED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReadoutSuggester, readout_suggester, G_TYPE_OBJECT)

static void
detection_clear (gpointer data)
{
  Detection *detection = data;

  g_clear_object (&detection->cancellable);
}

static void
run_free (Run *run)
{
  g_object_unref (run->suggester);
  g_atomic_rc_box_release_full (run->detection, detection_clear);
  g_free (run->choice);
  g_free (run);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Run, run_free)

static void
on_progress (double fraction, gpointer user_data)
{
  Detection *detection = user_data;

  g_atomic_int_set (&detection->progress, (int)(fraction * 1000));
}

static void
set_progress (ReadoutSuggester *self, double progress)
{
  if (self->progress == progress)
    return;

  self->progress = progress;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROGRESS]);
}

static gboolean
read_progress (gpointer user_data)
{
  ReadoutSuggester *self = user_data;
  double progress = g_atomic_int_get (&self->detection->progress) / 1000.0;

  set_progress (self, CLAMP (progress, 0, 1));

  return G_SOURCE_CONTINUE;
}

static void
end_detection (ReadoutSuggester *self)
{
  g_clear_handle_id (&self->progress_source, g_source_remove);
  if (self->detection == NULL)
    return;

  g_atomic_rc_box_release_full (g_steal_pointer (&self->detection),
                                detection_clear);
  set_progress (self, 0);
  readout_session_set_detecting (self->session, FALSE);
}

static void
announce (ReadoutSuggester *self, ReadoutProblem problem, const char *message)
{
  readout_session_announce (self->session, problem, message);
}

static void
say_nothing_found (ReadoutSuggester *self)
{
  ReadoutDocument *document = readout_session_get_document (self->session);
  gboolean         is_empty
      = readout_text_get_length (readout_document_get_text (document)) == 0;

  announce (
      self,
      READOUT_PROBLEM_DETECTION,
      is_empty ? _ ("The article is empty.")
               : _ ("Nothing was detected: the text names nobody who speaks or "
                    "meets. Select words and press a letter to mark them by "
                    "hand."));
}

static void
say_how_many (ReadoutSuggester *self)
{
  g_autofree char *status = NULL;
  guint            n = 0;

  for (guint kind = 0; kind < READOUT_N_KINDS; kind++)
    n += readout_session_count_unreviewed (self->session, kind);
  status = g_strdup_printf (
      ngettext ("%u suggestion to review", "%u suggestions to review", n), n);
  readout_session_set_status (self->session, status);
}

static void
apply_found (ReadoutSuggester *self, GPtrArray *found, gboolean asked)
{
  ReadoutDocument *document = readout_session_get_document (self->session);
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) error = NULL;
  guint n_before = readout_session_get_n_items (self->session);

  changes = readout_edits_merge_detection (document, found, &error);
  if (changes == NULL
      || !readout_undo_stack_push (readout_document_get_undo_stack (document),
                                   _ ("Detect"),
                                   NULL,
                                   changes,
                                   &error))
    {
      announce (self, READOUT_PROBLEM_DETECTION, error->message);
      return;
    }

  g_signal_emit (self, signals[SUGGESTED], 0, !asked && n_before == 0);
  if (readout_session_get_n_items (self->session) == 0)
    {
      say_nothing_found (self);
      return;
    }

  say_how_many (self);
  if (readout_session_get_selected (self->session) == NULL)
    readout_session_show_first (self->session);
}

static void
on_detected (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Run) run = user_data;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;
  ReadoutSuggester *self = run->suggester;

  found = readout_detector_run_finish (result, &error);

  /* Cancelled, or another article was opened meanwhile. */
  if (self->detection != run->detection)
    return;

  if (found != NULL)
    apply_found (self, found, run->asked);
  end_detection (self);
  if (found == NULL
      && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    announce (self, READOUT_PROBLEM_DETECTION, error->message);
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

static void
run_detector (Run *run, ReadoutDetectorModel *model)
{
  ReadoutSuggester *self = run->suggester;

  readout_detector_run_async (model,
                              readout_session_get_document (self->session),
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
  ReadoutSuggester *self = run->suggester;
  gboolean          opened
      = readout_detector_models_open_finish (result, &model, &error);

  if (self->detection != run->detection)
    return;

  if (!opened)
    {
      g_autofree char *message = g_strdup_printf (
          _ ("%s. Suggestions are made by rules alone."), error->message);

      announce (self, READOUT_PROBLEM_MODEL, message);
    }
  else if (g_strcmp0 (run->choice, self->model_choice) == 0)
    {
      announce (self, READOUT_PROBLEM_MODEL, NULL);
      g_clear_pointer (&self->model, readout_detector_model_unref);
      if (model != NULL)
        self->model = readout_detector_model_ref (model);
      self->model_is_open = TRUE;
    }

  run_detector (g_steal_pointer (&run), model);
}

static void
cancel (ReadoutSuggester *self)
{
  if (self->detection == NULL)
    return;

  g_cancellable_cancel (self->detection->cancellable);
  end_detection (self);
}

static void
start (ReadoutSuggester *self, gboolean asked)
{
  ReadoutDocument *document = readout_session_get_document (self->session);
  ReadoutEnglish   english = readout_detector_check_language (
      readout_document_get_text (document),
      readout_document_get_meta (document, READOUT_META_LANGUAGE));
  const char *problem = asked ? NULL : explain_language (english);
  Run        *run;

  announce (self, READOUT_PROBLEM_DETECTION, problem);
  announce (self,
            READOUT_PROBLEM_LANGUAGE,
            english == READOUT_ENGLISH_PARTLY
                ? _ ("Parts of this article do not look like English and are "
                     "left out of the detection. Mark them by hand.")
                : NULL);
  if (problem != NULL)
    return;

  cancel (self);
  self->detection = g_atomic_rc_box_new0 (Detection);
  self->detection->cancellable = g_cancellable_new ();
  self->progress_source
      = g_timeout_add (PROGRESS_INTERVAL_MS, read_progress, self);
  readout_session_set_detecting (self->session, TRUE);

  run = g_new0 (Run, 1);
  run->suggester = g_object_ref (self);
  run->detection = g_atomic_rc_box_acquire (self->detection);
  run->choice = g_strdup (self->model_choice);
  run->asked = asked;
  if (self->model_is_open)
    run_detector (run, self->model);
  else
    readout_detector_models_open_async (
        self->model_choice, self->detection->cancellable, on_model_opened, run);
}

/* What was suggested does not fit the article any more. */
static void
on_outdated (ReadoutSuggester *self)
{
  start (self, TRUE);
}

/* A detection that runs ends with the model that it has begun with. */
static void
choose_model (ReadoutSuggester *self, const char *choice)
{
  if (g_strcmp0 (self->model_choice, choice) == 0)
    return;

  g_free (self->model_choice);
  self->model_choice = g_strdup (choice);
  g_clear_pointer (&self->model, readout_detector_model_unref);
  self->model_is_open = FALSE;
  announce (self, READOUT_PROBLEM_MODEL, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODEL]);
}

static void
readout_suggester_dispose (GObject *object)
{
  ReadoutSuggester *self = READOUT_SUGGESTER (object);

  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->session, self);
      cancel (self);
    }
  g_clear_object (&self->session);

  G_OBJECT_CLASS (readout_suggester_parent_class)->dispose (object);
}

static void
readout_suggester_finalize (GObject *object)
{
  ReadoutSuggester *self = READOUT_SUGGESTER (object);

  g_free (self->model_choice);
  g_clear_pointer (&self->model, readout_detector_model_unref);

  G_OBJECT_CLASS (readout_suggester_parent_class)->finalize (object);
}

static void
readout_suggester_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  ReadoutSuggester *self = READOUT_SUGGESTER (object);

  switch (prop_id)
    {
    case PROP_MODEL:
      g_value_set_string (value, self->model_choice);
      break;
    case PROP_PROGRESS:
      g_value_set_double (value, self->progress);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
readout_suggester_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  ReadoutSuggester *self = READOUT_SUGGESTER (object);

  switch (prop_id)
    {
    case PROP_MODEL:
      choose_model (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
readout_suggester_class_init (ReadoutSuggesterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = readout_suggester_dispose;
  object_class->finalize = readout_suggester_finalize;
  object_class->get_property = readout_suggester_get_property;
  object_class->set_property = readout_suggester_set_property;

  properties[PROP_MODEL] = g_param_spec_string (
      "model",
      NULL,
      NULL,
      NULL,
      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_PROGRESS]
      = g_param_spec_double ("progress",
                             NULL,
                             NULL,
                             0,
                             1,
                             0,
                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SUGGESTED] = g_signal_new ("suggested",
                                     G_TYPE_FROM_CLASS (klass),
                                     G_SIGNAL_RUN_LAST,
                                     0,
                                     NULL,
                                     NULL,
                                     NULL,
                                     G_TYPE_NONE,
                                     1,
                                     G_TYPE_BOOLEAN);
}

static void
readout_suggester_init (ReadoutSuggester *self)
{
}

/**
 * readout_suggester_new:
 * @session: what is to be detected
 *
 * Returns: (transfer full): a suggester for whatever @session works on
 */
ReadoutSuggester *
readout_suggester_new (ReadoutSession *session)
{
  ReadoutSuggester *self;

  g_return_val_if_fail (READOUT_IS_SESSION (session), NULL);

  self = g_object_new (READOUT_TYPE_SUGGESTER, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (
      session, "closing", G_CALLBACK (cancel), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      session, "outdated", G_CALLBACK (on_outdated), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * readout_suggester_offer:
 * @self: a suggester, of a session with a document
 *
 * Runs the detector over an article that has just come in, if that is what it
 * needs: suggestions of another program, and the work of a person, are not run
 * over unless somebody asks for it.  An article that does not look like
 * English is not run over either, which a problem tells.
 *
 * Returns: whether the article brought nothing of its own to show
 */
gboolean
readout_suggester_offer (ReadoutSuggester *self)
{
  g_return_val_if_fail (READOUT_IS_SUGGESTER (self), FALSE);
  g_return_val_if_fail (readout_session_get_document (self->session) != NULL,
                        FALSE);

  if (readout_store_had_annotations (readout_session_get_store (self->session))
      || readout_session_get_n_items (self->session) > 0
      || readout_document_get_generator (
             readout_session_get_document (self->session))
             != NULL)
    return FALSE;

  start (self, FALSE);
  return TRUE;
}

/**
 * readout_suggester_detect:
 * @self: a suggester
 *
 * Runs the detector, again if it has run before.  Everything that a person
 * has decided upon stays as it is.
 */
void
readout_suggester_detect (ReadoutSuggester *self)
{
  g_return_if_fail (READOUT_IS_SUGGESTER (self));

  if (readout_session_get_document (self->session) == NULL)
    {
      readout_session_set_status (self->session, _ ("No article is open"));
      return;
    }

  start (self, TRUE);
}

/**
 * readout_suggester_cancel:
 * @self: a suggester
 *
 * Stops the detector, if it runs, and drops what it has found.
 */
void
readout_suggester_cancel (ReadoutSuggester *self)
{
  g_return_if_fail (READOUT_IS_SUGGESTER (self));

  cancel (self);
}
