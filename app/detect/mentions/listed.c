/* listed.c: names that stand in the lists
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/mentions/listed.h"

/**
 * readout_mention_listed_get_type:
 * @classes: #ReadoutLexiconClass bits of an entry
 *
 * Returns: what kind of thing its name names
 */
ReadoutMentionType
readout_mention_listed_get_type (guint32 classes)
{
  if ((classes & READOUT_LEXICON_ORGANIZATION) != 0)
    return READOUT_MENTION_ORGANIZATION;
  if ((classes & READOUT_LEXICON_EVENT) != 0)
    return READOUT_MENTION_EVENT;
  if ((classes & READOUT_LEXICON_MISC) != 0)
    return READOUT_MENTION_MISC;
  if ((classes & READOUT_LEXICON_NATIONALITY) != 0)
    return READOUT_MENTION_NATIONALITY;

  return READOUT_MENTION_LOCATION;
}

static gboolean
is_body (const ReadoutMentionContext *self, guint32 first, guint32 end)
{
  return readout_lexicon_match (self->lexicon,
                                self->tokens,
                                first,
                                end,
                                READOUT_LEXICON_ORGANIZATION,
                                NULL)
         == end - first;
}

/**
 * readout_mention_listed_find_nested:
 * @self: the context
 * @first, @end: the tokens of a name
 * @names: (element-type ReadoutProposedName): gets what is found
 *
 * Finds the nations, places and bodies inside a longer name.
 */
void
readout_mention_listed_find_nested (const ReadoutMentionContext *self,
                                    guint32                      first,
                                    guint32                      end,
                                    GArray                      *names)
{
  for (guint32 i = first; i < end; i++)
    {
      ReadoutProposedName        nested = { 0 };
      const ReadoutLexiconEntry *entry;
      guint                      length = readout_lexicon_match (self->lexicon,
                                            self->tokens,
                                            i,
                                            i == first ? end - 1 : end,
                                            READOUT_MENTION_LISTED,
                                            &entry);

      if (length == 0 || !readout_mention_context_is_name (self, i))
        continue;
      if ((entry->classes & READOUT_LEXICON_NATIONALITY) != 0
          && *entry->value == '\0'
          && readout_mention_context_is_in (
              self, i, READOUT_WORDS_PARTY_ADJECTIVES))
        continue;
      if ((entry->classes
           & (READOUT_LEXICON_SUBDIVISION | READOUT_LEXICON_EVENT
              | READOUT_LEXICON_MISC))
          != 0)
        continue;
      /* "Supreme National Security Council" holds no other council, "Samsung
       * Electronics" is a company's longer name. */
      if ((entry->classes & READOUT_LEXICON_ORGANIZATION) != 0
          && ((i + length == end
               && (i == first
                   || (self->tokens[i - 1].flags & READOUT_TOKEN_CAPITAL) != 0))
              || (i == first && is_body (self, first, end))))
        continue;
      nested.confidence = 88;
      nested.source = READOUT_NAME_LISTED;
      nested.rule = "mentions/listed: a listed name inside a longer one";
      nested.first = i;
      nested.end = i + length;
      nested.head = i + length - 1;
      nested.type = readout_mention_listed_get_type (entry->classes);
      g_array_append_val (names, nested);
      i += length - 1;
    }
}
