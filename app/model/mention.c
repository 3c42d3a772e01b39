/* mention.c: a span that names or refers to something
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/mention.h"

#include "model/record-class.h"

static void
mention_clear (ReadoutRecord *record)
{
  ReadoutMention *self = (ReadoutMention *)record;

  readout_shared_string_unref (self->actor);
}

static void
mention_copy (ReadoutRecord *to, const ReadoutRecord *from)
{
  ReadoutMention       *self = (ReadoutMention *)to;
  const ReadoutMention *other = (const ReadoutMention *)from;

  self->span = other->span;
  self->type = other->type;
  self->form = other->form;
  self->actor = readout_shared_string_ref (other->actor);
}

static gboolean
mention_equal (const ReadoutRecord *a, const ReadoutRecord *b)
{
  const ReadoutMention *one = (const ReadoutMention *)a;
  const ReadoutMention *other = (const ReadoutMention *)b;

  return readout_span_equal (one->span, other->span) && one->type == other->type
         && one->form == other->form
         && g_strcmp0 (one->actor, other->actor) == 0;
}

static ReadoutSpan
mention_get_span (const ReadoutRecord *record)
{
  return ((const ReadoutMention *)record)->span;
}

static gboolean
mention_refers_to (const ReadoutRecord *record, const char *id)
{
  return g_strcmp0 (((const ReadoutMention *)record)->actor, id) == 0;
}

static void
mention_map_references (ReadoutRecord *record,
                        ReadoutMapFunc func,
                        gpointer       user_data)
{
  ReadoutMention *self = (ReadoutMention *)record;

  readout_strv_map_one (&self->actor, func, user_data);
}

const ReadoutRecordClass readout_mention_class = {
  .kind = READOUT_KIND_MENTION,
  .size = sizeof (ReadoutMention),
  .clear = mention_clear,
  .copy = mention_copy,
  .equal = mention_equal,
  .get_extent = mention_get_span,
  .get_anchor = mention_get_span,
  .refers_to = mention_refers_to,
  .map_references = mention_map_references,
};

/**
 * readout_mention_new:
 * @id: its id
 * @span: where it stands
 * @type: what it names
 * @form: name, nominal or pronoun
 *
 * Returns: (transfer full): a mention that is linked to no actor
 */
ReadoutMention *
readout_mention_new (const char        *id,
                     ReadoutSpan        span,
                     ReadoutMentionType type,
                     ReadoutForm        form)
{
  ReadoutMention *self = readout_record_alloc (&readout_mention_class, id);

  g_return_val_if_fail (self != NULL, NULL);

  self->span = span;
  self->type = type;
  self->form = form;

  return self;
}
