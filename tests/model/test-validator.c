/* test-validator.c: what can be wrong with a set of records
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/validator.h"

#include <string.h>

#include "base/error.h"
#include "support/fixtures.h"

typedef void (*Break) (gpointer record);

static void
empty_span (gpointer record)
{
  ((ReadoutMention *)record)->span = READOUT_SPAN (5, 5);
}

static void
reversed_span (gpointer record)
{
  ((ReadoutMention *)record)->span = READOUT_SPAN (9, 5);
}

static void
span_behind_text (gpointer record)
{
  ((ReadoutMention *)record)->span = READOUT_SPAN (5, 100000);
}

static void
mention_type (gpointer record)
{
  ((ReadoutMention *)record)->type = READOUT_N_MENTION_TYPES;
}

static void
mention_form (gpointer record)
{
  ((ReadoutMention *)record)->form = READOUT_N_FORMS;
}

static void
missing_actor (gpointer record)
{
  readout_shared_string_set (&((ReadoutMention *)record)->actor, "a99");
}

static void
statement_as_actor (gpointer record)
{
  readout_shared_string_set (&((ReadoutMention *)record)->actor, "s1");
}

static void
no_name (gpointer record)
{
  readout_record_set_string (&((ReadoutActor *)record)->name, "");
}

static void
missing_speaker (gpointer record)
{
  readout_record_set_strv (&((ReadoutStatement *)record)->speakers,
                           (const char *const[]){ "a1", "a99", NULL });
}

static void
speaker_twice (gpointer record)
{
  readout_record_set_strv (&((ReadoutStatement *)record)->speakers,
                           (const char *const[]){ "a1", "a2", "a1", NULL });
}

static void
missing_addressee (gpointer record)
{
  readout_record_set_strv (&((ReadoutStatement *)record)->addressees,
                           (const char *const[]){ "m1", NULL });
}

static void
actor_as_parent (gpointer record)
{
  readout_shared_string_set (&((ReadoutStatement *)record)->parent, "a1");
}

static void
own_parent (gpointer record)
{
  readout_shared_string_set (&((ReadoutStatement *)record)->parent, "s1");
}

/* s4 is nested in s3 already. */
static void
parent_circle (gpointer record)
{
  readout_shared_string_set (&((ReadoutStatement *)record)->parent, "s4");
}

static void
unsorted_spans (gpointer record)
{
  ReadoutSpanList *content = &((ReadoutStatement *)record)->content;
  ReadoutSpan      first = content->items[0];

  content->items[0] = content->items[1];
  content->items[1] = first;
}

static void
cue_behind_text (gpointer record)
{
  readout_span_list_set (&((ReadoutStatement *)record)->cue,
                         READOUT_SPAN (3, 100000));
}

static void
missing_participant (gpointer record)
{
  readout_record_set_strv (&((ReadoutMeeting *)record)->participants,
                           (const char *const[]){ "a99", NULL });
}

static void
meeting_status (gpointer record)
{
  ((ReadoutMeeting *)record)->status = READOUT_N_MEETING_STATUSES;
}

static void
outcome_behind_text (gpointer record)
{
  readout_span_list_add (&((ReadoutMeeting *)record)->outcomes,
                         READOUT_SPAN (400, 100000));
}

static void
confidence (gpointer record)
{
  ((ReadoutRecord *)record)->review.confidence = 101;
}

static void
state (gpointer record)
{
  ((ReadoutRecord *)record)->review.state = READOUT_N_STATES;
}

static void
suggested_of_confirmed (gpointer record)
{
  ReadoutRecord *self = record;

  self->review.suggested = readout_record_copy (self);
  self->review.state = READOUT_STATE_CONFIRMED;
}

static void
suggested_of_other (gpointer record)
{
  ReadoutRecord *self = record;

  self->review.suggested
      = (gpointer)readout_actor_new ("a7", READOUT_ACTOR_PERSON, "Han");
  self->review.state = READOUT_STATE_CORRECTED;
}

static void
suggested_behind_text (gpointer record)
{
  ReadoutRecord *self = record;

  self->review.suggested = readout_record_copy (self);
  self->review.state = READOUT_STATE_CORRECTED;
  span_behind_text (self->review.suggested);
}

static const struct
{
  const char  *id;
  Break        break_it;
  ReadoutError code;
  const char  *member;
} faults[] = {
  { "m2", empty_span, READOUT_ERROR_SPAN, "start" },
  { "m2", reversed_span, READOUT_ERROR_SPAN, "start" },
  { "m2", span_behind_text, READOUT_ERROR_SPAN, "start" },
  { "m2", mention_type, READOUT_ERROR_VALUE, "type" },
  { "m2", mention_form, READOUT_ERROR_VALUE, "form" },
  { "m2", missing_actor, READOUT_ERROR_REFERENCE, "actor" },
  { "m2", statement_as_actor, READOUT_ERROR_REFERENCE, "actor" },
  { "a2", no_name, READOUT_ERROR_VALUE, "name" },
  { "s1", missing_speaker, READOUT_ERROR_REFERENCE, "speakers" },
  { "s1", speaker_twice, READOUT_ERROR_REFERENCE, "speakers" },
  { "s1", missing_addressee, READOUT_ERROR_REFERENCE, "addressees" },
  { "s1", actor_as_parent, READOUT_ERROR_REFERENCE, "parent" },
  { "s1", own_parent, READOUT_ERROR_REFERENCE, "parent" },
  { "s3", parent_circle, READOUT_ERROR_REFERENCE, "parent" },
  { "s1", unsorted_spans, READOUT_ERROR_SPAN, "content" },
  { "s1", cue_behind_text, READOUT_ERROR_SPAN, "cue" },
  { "g1", missing_participant, READOUT_ERROR_REFERENCE, "participants" },
  { "g1", meeting_status, READOUT_ERROR_VALUE, "status" },
  { "g1", outcome_behind_text, READOUT_ERROR_SPAN, "outcomes" },
  { "g1", confidence, READOUT_ERROR_VALUE, "review.confidence" },
  { "m2", state, READOUT_ERROR_VALUE, "review.state" },
  { "m2", suggested_of_confirmed, READOUT_ERROR_VALUE, "review.suggested" },
  { "m2", suggested_of_other, READOUT_ERROR_VALUE, "review.suggested" },
  { "m2", suggested_behind_text, READOUT_ERROR_SPAN, "start" },
};

static void
test_faults (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (ReadoutDocument) document = fixture_document_new ();
      g_autoptr (GPtrArray) changes = readout_changes_new ();
      g_autoptr (ReadoutRecord) broken = NULL;
      g_autoptr (GError) error = NULL;
      ReadoutRecord *record = fixture_get (document, faults[i].id);

      broken = readout_record_copy (record);
      faults[i].break_it (broken);
      readout_changes_add (changes, record, broken);
      g_assert_true (readout_annotations_apply (
          readout_document_get_annotations (document), changes, &error));
      g_assert_false (
          readout_validator_check (readout_document_get_text (document),
                                   readout_document_get_annotations (document),
                                   &error));
      g_assert_error (error, READOUT_ERROR, (gint)faults[i].code);
      g_assert_nonnull (strstr (error->message, faults[i].member));
      /* Of a circle, any statement in it may be named. */
      if (faults[i].break_it != parent_circle)
        g_assert_nonnull (strstr (error->message, faults[i].id));
    }
}

/* A long chain of nested statements takes no more than its length. */
static void
test_chain (void)
{
  g_autoptr (ReadoutText) text = readout_text_new ("Varga spoke.", -1);
  g_autoptr (ReadoutAnnotations) annotations = readout_annotations_new ();
  g_autoptr (GPtrArray) changes = readout_changes_new ();
  g_autoptr (GError) error = NULL;
  const guint n = 50000;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("s%u", i + 1);
      g_autoptr (ReadoutStatement) statement
          = readout_statement_new (id, READOUT_MANNER_DIRECT);

      if (i + 1 < n)
        {
          g_autofree char *parent = g_strdup_printf ("s%u", i + 2);

          readout_shared_string_set (&statement->parent, parent);
        }
      readout_changes_add (changes, NULL, statement);
    }
  g_assert_true (readout_annotations_apply (annotations, changes, &error));

  readout_validator_check (text, annotations, &error);
  g_assert_no_error (error);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/validator/faults", test_faults);
  g_test_add_func ("/validator/chain", test_chain);
  return g_test_run ();
}
