/* mention-arbiter.c: names that rules propose against those of the tagger
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "detect/mention-arbiter.h"

#include "detect/mention-names.h"

#include <stdio.h>
#include <stdlib.h>

static int
compare_proposals (gconstpointer a, gconstpointer b)
{
  const ReadoutProposedName *one = a;
  const ReadoutProposedName *two = b;

  if (one->first != two->first)
    return one->first < two->first ? -1 : 1;
  if (one->end != two->end)
    return one->end > two->end ? -1 : 1;
  return two->confidence - one->confidence;
}

void
readout_mention_arbiter_run (ReadoutMentionContext *self)
{
  if (getenv ("DUMP"))
    {
      guint32 end = 0;

      g_array_sort (self->proposals, compare_proposals);
      fprintf (stderr, "DOC\n");
      for (guint i = 0; i < self->proposals->len; i++)
        {
          ReadoutProposedName *p
              = &g_array_index (self->proposals, ReadoutProposedName, i);

          if (p->first < end)
            continue;
          end = p->end;
          fprintf (stderr,
                   "R %d %d %d %d %d %d\n",
                   (int)self->tokens[p->first].span.start,
                   (int)self->tokens[p->end - 1].span.end,
                   p->type,
                   p->source,
                   p->confidence,
                   (self->tokens[p->first].flags & READOUT_TOKEN_FIRST) != 0);
        }
      for (guint i = 0; self->tagged && i < self->tagged->len; i++)
        {
          ReadoutTaggedName *p
              = &g_array_index (self->tagged, ReadoutTaggedName, i);
          fprintf (stderr,
                   "T %d %d %d %f\n",
                   (int)self->tokens[p->first].span.start,
                   (int)self->tokens[p->end - 1].span.end,
                   p->type,
                   p->probability);
        }
    }
  for (guint i = 0; i < self->proposals->len; i++)
    {
      ReadoutProposedName *p
          = &g_array_index (self->proposals, ReadoutProposedName, i);

      readout_mention_context_add (self,
                                   p->first,
                                   p->end,
                                   p->head,
                                   p->type,
                                   READOUT_FORM_NAME,
                                   p->confidence);
    }
}
