/* confidence.c: percentages that mean what they say
 *
 * Each step of the detector gives its candidates a confidence that orders them
 * well, but is no share of anything.  Here it becomes one: of the suggestions
 * that are shown at 80, some 80 in 100 ought to be right.  For each layer the
 * log odds are those that the step gave, stretched and moved (Platt 1999), for
 * statements and meetings also by a few things that can be read off the record
 * and that cross-validation found to help.  A higher confidence of the step
 * never becomes a lower one.
 *
 * The weights are in data/lexicons/confidence.txt, for the rules alone and for
 * a model with a tagger of names; tests/tools/fit-confidence.py makes them
 * from annotated articles, and prints how far they are from the truth on
 * others.  It works out the same features from the annotation file, so both
 * have to be changed together.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-detect"

#include "config.h"

#include "detect/confidence.h"

#include <math.h>

#include "base/enums.h"
#include "language/word-lists.h"
#include "language/work.h"
#include "model/meeting.h"
#include "model/statement.h"

/* Beyond these the log odds of a percentage say more than anybody knows. */
#define LOWEST 2
#define HIGHEST 98

typedef struct
{
  GHashTable *weights; /* "MODE LAYER FEATURE" to double */
  GString    *key;
  const char *mode;
} Calibration;

/* The lines of the table: mode, layer, feature and weight, parted by tabs. */
static GHashTable *
load_weights (void)
{
  GHashTable *weights
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_auto (GStrv) lines
      = g_strsplit (readout_word_list_get ("confidence.txt"), "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = NULL;
      double *weight;

      if (lines[i][0] == '#' || lines[i][0] == '\0')
        continue;
      fields = g_strsplit (lines[i], "\t", -1);
      g_assert (g_strv_length (fields) == 4);
      weight = g_new (double, 1);
      *weight = g_ascii_strtod (fields[3], NULL);
      g_hash_table_insert (
          weights,
          g_strdup_printf ("%s %s %s", fields[0], fields[1], fields[2]),
          weight);
    }

  return weights;
}

static GHashTable *
get_weights (void)
{
  static gsize weights = 0;

  if (g_once_init_enter (&weights))
    g_once_init_leave (&weights, (gsize)load_weights ());

  return (GHashTable *)weights;
}

/* The weight of a feature, 0 for one that the table does not have. */
static double
get_weight (Calibration *self,
            const char  *layer,
            const char  *feature,
            gboolean    *known)
{
  const double *weight;

  g_string_printf (self->key, "%s %s %s", self->mode, layer, feature);
  weight = g_hash_table_lookup (self->weights, self->key->str);
  if (known != NULL)
    *known = weight != NULL;

  return weight != NULL ? *weight : 0;
}

static void
set_confidence (Calibration       *self,
                ReadoutRecord     *record,
                const char        *layer,
                const char *const *features)
{
  double   share = CLAMP (record->review.confidence, LOWEST, HIGHEST) / 100.0;
  gboolean known;
  double   odds = get_weight (self, layer, "raw", &known);

  if (!known)
    return;

  odds = odds * log (share / (1 - share))
         + get_weight (self, layer, "bias", NULL);
  for (guint i = 0; features[i] != NULL; i++)
    odds += get_weight (self, layer, features[i], NULL);
  record->review.confidence
      = CLAMP ((int)lround (100 / (1 + exp (-odds))), 1, 99);
}

static void
calibrate_statement (Calibration *self, ReadoutStatement *statement)
{
  const char *features[4] = { readout_manner_to_nick (statement->manner) };
  guint       n = 1;

  if (statement->parent != NULL)
    features[n++] = "nested";
  if (statement->speakers == NULL || statement->speakers[0] == NULL)
    features[n++] = "speakerless";

  set_confidence (self, &statement->record, "statements", features);
}

static void
calibrate_meeting (Calibration *self, ReadoutMeeting *meeting)
{
  static const char *const counts[]
      = { "participants-0", "participants-1", "participants-2+" };
  guint n = meeting->participants != NULL
                ? g_strv_length (meeting->participants)
                : 0;

  set_confidence (
      self,
      &meeting->record,
      "meetings",
      (const char *const[]){ readout_meeting_status_to_nick (meeting->status),
                             counts[MIN (n, G_N_ELEMENTS (counts) - 1)],
                             NULL });
}

/**
 * readout_confidence_calibrate:
 * @records: (element-type ReadoutRecord): all suggestions of one article, with
 *   the confidence that the steps gave them
 * @with_model: whether a trained tagger of names was at work
 * @cancellable: (nullable): to stop it half way
 *
 * Turns each confidence into the share of suggestions like it that are right.
 */
void
readout_confidence_calibrate (const GPtrArray *records,
                              gboolean         with_model,
                              GCancellable    *cancellable)
{
  static const char *const none[] = { NULL };
  Calibration              self = { 0 };

  g_return_if_fail (records != NULL);

  self.weights = get_weights ();
  self.mode = with_model ? "model" : "rules";
  self.key = g_string_new (NULL);

  for (guint i = 0; i < records->len; i++)
    {
      gpointer record = g_ptr_array_index (records, i);

      if (readout_work_is_cancelled (cancellable, i))
        break;
      switch (((const ReadoutRecord *)record)->kind)
        {
        case READOUT_KIND_MENTION:
          set_confidence (&self, record, "mentions", none);
          break;
        case READOUT_KIND_ACTOR:
          set_confidence (&self, record, "actors", none);
          break;
        case READOUT_KIND_STATEMENT:
          calibrate_statement (&self, record);
          break;
        case READOUT_KIND_MEETING:
          calibrate_meeting (&self, record);
          break;
        case READOUT_N_KINDS:
        default:
          break;
        }
    }

  g_string_free (self.key, TRUE);
}
