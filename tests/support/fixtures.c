/* fixtures.c: a small made-up article, annotated
 *
 * Two ministers who do not exist meet in Lisbon.  The article has what the
 * edits care about: a discontinuous direct statement, a pronoun-like nominal,
 * a nested statement, curly and straight apostrophes, abbreviations, and two
 * meetings.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "support/fixtures.h"

#include <string.h>

#include "base/error.h"
#include "formats/json.h"
#include "model/validator.h"

static const char article[]
    = "Foreign Minister Ilse Varga met Tamar Okoro in Lisbon on Monday.\n"
      "\n"
      "“We want peace, and just that,” Varga told Okoro. “It is time to "
      "talk.” The minister said later that both sides had agreed to meet "
      "again.\n"
      "\n"
      "Okoro’s office described the phone call as candid, the Marenian "
      "agency reported.\n";

/**
 * fixture_find:
 * @text: an article
 * @words: what to look for
 * @nth: which occurrence, from 0
 *
 * Returns: where it stands; it must be there
 */
ReadoutSpan
fixture_find (ReadoutText *text, const char *words, guint nth)
{
  const char *utf8 = readout_text_get_utf8 (text);
  const char *p = strstr (utf8, words);

  for (guint i = 0; p != NULL && i < nth; i++)
    p = strstr (p + 1, words);
  if (p == NULL)
    g_error ("“%s” is not in the text (%u)", words, nth);

  return READOUT_SPAN (
      readout_text_to_offset (text, p - utf8),
      readout_text_to_offset (text, p - utf8 + strlen (words)));
}

/**
 * fixture_words:
 * @document: a document
 * @span: a span of its text
 *
 * Returns: (transfer full): the words there
 */
char *
fixture_words (ReadoutDocument *document, ReadoutSpan span)
{
  return readout_text_slice (readout_document_get_text (document), span);
}

static void
suggest (GPtrArray *records, gpointer record, int confidence)
{
  ReadoutRecord *self = record;

  readout_shared_string_set (&self->review.detector, "tester 1.0");
  self->review.confidence = confidence;
  g_ptr_array_add (records, self);
}

static void
suggest_mention (GPtrArray         *records,
                 ReadoutText       *text,
                 const char        *id,
                 const char        *words,
                 guint              nth,
                 ReadoutMentionType type,
                 ReadoutForm        form,
                 const char        *actor)
{
  ReadoutMention *mention
      = readout_mention_new (id, fixture_find (text, words, nth), type, form);

  readout_shared_string_set (&mention->actor, actor);
  suggest (records, mention, 90);
}

static void
suggest_actor (GPtrArray       *records,
               const char      *id,
               ReadoutActorType type,
               const char      *name,
               const char      *role)
{
  ReadoutActor *actor = readout_actor_new (id, type, name);

  actor->role = g_strdup (role);
  suggest (records, actor, 95);
}

static void
add_span (ReadoutSpanList *list,
          ReadoutText     *text,
          const char      *words,
          guint            nth)
{
  readout_span_list_add (list, fixture_find (text, words, nth));
}

/**
 * fixture_records_new:
 * @text: the text of fixture_document_new()
 *
 * Returns: (transfer full) (element-type ReadoutRecord): what a good detector
 *   would find, all suggested, with ids m1 to m8, a1 to a4, s1 to s4, g1, g2
 */
GPtrArray *
fixture_records_new (ReadoutText *text)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (readout_record_unref);
  ReadoutStatement *statement;
  ReadoutMeeting   *meeting;

  suggest_mention (records,
                   text,
                   "m1",
                   "Foreign Minister",
                   0,
                   READOUT_MENTION_TITLE,
                   READOUT_FORM_NOMINAL,
                   "a1");
  suggest_mention (records,
                   text,
                   "m2",
                   "Ilse Varga",
                   0,
                   READOUT_MENTION_PERSON,
                   READOUT_FORM_NAME,
                   "a1");
  suggest_mention (records,
                   text,
                   "m3",
                   "Tamar Okoro",
                   0,
                   READOUT_MENTION_PERSON,
                   READOUT_FORM_NAME,
                   "a2");
  suggest_mention (records,
                   text,
                   "m4",
                   "Lisbon",
                   0,
                   READOUT_MENTION_LOCATION,
                   READOUT_FORM_NAME,
                   NULL);
  suggest_mention (records,
                   text,
                   "m5",
                   "Monday",
                   0,
                   READOUT_MENTION_DATE,
                   READOUT_FORM_NAME,
                   NULL);
  suggest_mention (records,
                   text,
                   "m6",
                   "Varga",
                   1,
                   READOUT_MENTION_PERSON,
                   READOUT_FORM_NAME,
                   "a1");
  suggest_mention (records,
                   text,
                   "m7",
                   "Okoro",
                   1,
                   READOUT_MENTION_PERSON,
                   READOUT_FORM_NAME,
                   "a2");
  suggest_mention (records,
                   text,
                   "m8",
                   "The minister",
                   0,
                   READOUT_MENTION_PERSON,
                   READOUT_FORM_NOMINAL,
                   "a1");

  suggest_actor (
      records, "a1", READOUT_ACTOR_PERSON, "Ilse Varga", "Foreign Minister");
  suggest_actor (records, "a2", READOUT_ACTOR_PERSON, "Tamar Okoro", NULL);
  suggest_actor (
      records, "a3", READOUT_ACTOR_ORGANIZATION, "Okoro’s office", NULL);
  suggest_actor (
      records, "a4", READOUT_ACTOR_ORGANIZATION, "Marenian agency", NULL);

  statement = readout_statement_new ("s1", READOUT_MANNER_DIRECT);
  readout_record_set_strv (&statement->speakers,
                           (const char *const[]){ "a1", NULL });
  readout_record_set_strv (&statement->addressees,
                           (const char *const[]){ "a2", NULL });
  add_span (&statement->source, text, "Varga", 1);
  add_span (&statement->cue, text, "told", 0);
  add_span (&statement->content, text, "“We want peace, and just that,”", 0);
  add_span (&statement->content, text, "“It is time to talk.”", 0);
  suggest (records, statement, 87);

  statement = readout_statement_new ("s2", READOUT_MANNER_INDIRECT);
  readout_record_set_strv (&statement->speakers,
                           (const char *const[]){ "a1", NULL });
  add_span (&statement->source, text, "The minister", 0);
  add_span (&statement->cue, text, "said", 0);
  add_span (
      &statement->content, text, "both sides had agreed to meet again", 0);
  suggest (records, statement, 70);

  statement = readout_statement_new ("s3", READOUT_MANNER_INDIRECT);
  readout_record_set_strv (&statement->speakers,
                           (const char *const[]){ "a4", NULL });
  add_span (&statement->source, text, "the Marenian agency", 0);
  add_span (&statement->cue, text, "reported", 0);
  add_span (&statement->content,
            text,
            "Okoro’s office described the phone call as candid",
            0);
  suggest (records, statement, 60);

  statement = readout_statement_new ("s4", READOUT_MANNER_INDIRECT);
  readout_record_set_strv (&statement->speakers,
                           (const char *const[]){ "a3", NULL });
  readout_shared_string_set (&statement->parent, "s3");
  add_span (&statement->source, text, "Okoro’s office", 0);
  add_span (&statement->cue, text, "described", 0);
  add_span (&statement->content, text, "the phone call as candid", 0);
  suggest (records, statement, 60);

  meeting
      = readout_meeting_new ("g1", READOUT_MEETING_HELD, READOUT_MEETING_TALKS);
  readout_record_set_strv (&meeting->participants,
                           (const char *const[]){ "a1", "a2", NULL });
  add_span (&meeting->triggers, text, "met", 0);
  add_span (&meeting->place, text, "Lisbon", 0);
  add_span (&meeting->time, text, "Monday", 0);
  meeting->time_value = g_strdup ("2026-03-02");
  suggest (records, meeting, 80);

  meeting
      = readout_meeting_new ("g2", READOUT_MEETING_HELD, READOUT_MEETING_CALL);
  readout_record_set_strv (&meeting->participants,
                           (const char *const[]){ "a1", "a2", NULL });
  add_span (&meeting->triggers, text, "phone call", 0);
  add_span (&meeting->outcomes, text, "candid", 0);
  suggest (records, meeting, 55);

  return records;
}

/**
 * fixture_document_new:
 *
 * Returns: (transfer full): the article with all of fixture_records_new() in
 *   it, and nothing to undo
 */
ReadoutDocument *
fixture_document_new (void)
{
  g_autoptr (ReadoutText) text = readout_text_new (article, -1);
  g_autoptr (GPtrArray) records = fixture_records_new (text);
  g_autoptr (GPtrArray) changes = readout_changes_new ();
  g_autoptr (GError) error = NULL;
  ReadoutDocument *document = readout_document_new (text);

  readout_document_set_meta (document, READOUT_META_ID, "varga-okoro");
  for (guint i = 0; i < records->len; i++)
    readout_changes_add (changes, NULL, g_ptr_array_index (records, i));
  readout_annotations_apply (
      readout_document_get_annotations (document), changes, &error);
  g_assert_no_error (error);
  fixture_check (document);

  return document;
}

/**
 * fixture_check:
 * @document: a document
 *
 * Asserts that the validator finds nothing wrong with it.
 */
void
fixture_check (ReadoutDocument *document)
{
  g_autoptr (GError) error = NULL;

  readout_validator_check (readout_document_get_text (document),
                           readout_document_get_annotations (document),
                           &error);
  g_assert_no_error (error);
}

/**
 * fixture_apply:
 * @document: a document
 * @label: what it does
 * @changes: (element-type ReadoutChange): changes
 *
 * Applies @changes as one step of undo and checks the document.
 */
void
fixture_apply (ReadoutDocument *document, const char *label, GPtrArray *changes)
{
  g_autoptr (GError) error = NULL;

  readout_undo_stack_push (
      readout_document_get_undo_stack (document), label, NULL, changes, &error);
  g_assert_no_error (error);
  fixture_check (document);
}

/**
 * fixture_get:
 * @document: a document
 * @id: an id
 *
 * Returns: (transfer none): the record, which must be there
 */
gpointer
fixture_get (ReadoutDocument *document, const char *id)
{
  gpointer record = readout_annotations_lookup (
      readout_document_get_annotations (document), id);

  if (record == NULL)
    g_error ("There is no record %s", id);

  return record;
}

/**
 * fixture_snapshot:
 * @document: a document
 *
 * Returns: (transfer full): its annotation file
 */
char *
fixture_snapshot (ReadoutDocument *document)
{
  g_autoptr (GBytes) bytes = readout_json_write (document);
  gsize         size;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  return g_strndup (data, size);
}

/**
 * fixture_copy_records:
 * @document: a document
 *
 * Returns: (transfer full) (element-type ReadoutRecord): all its records
 */
GPtrArray *
fixture_copy_records (ReadoutDocument *document)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (readout_record_unref);
  ReadoutAnnotations *annotations = readout_document_get_annotations (document);

  for (guint kind = 0; kind < READOUT_N_KINDS; kind++)
    {
      guint n = readout_annotations_get_n_records (annotations, kind);

      for (guint i = 0; i < n; i++)
        g_ptr_array_add (records,
                         readout_record_ref (readout_annotations_get_record (
                             annotations, kind, i)));
    }

  return records;
}
