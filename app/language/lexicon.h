/* lexicon.h: word lists with the longest match
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "language/token.h"

G_BEGIN_DECLS

/**
 * ReadoutLexicon:
 *
 * Entries of one or several words, each of a class and perhaps with a value.
 * Immutable and reference counted; shared with threads without locks.
 */
typedef struct _ReadoutLexicon ReadoutLexicon;

/* The classes of the lexicon that readout_lexicon_get_default() returns; each
 * is a file of data/lexicons (or two) that says what it holds. */
typedef enum
{
  READOUT_LEXICON_COUNTRY = 1 << 0,     /* Value: ISO 3166-1 code. */
  READOUT_LEXICON_NATIONALITY = 1 << 1, /* Value: code, or none. */
  READOUT_LEXICON_CAPITAL = 1 << 2,     /* Value: code. */
  READOUT_LEXICON_CITY = 1 << 3,        /* Value: code. */
  READOUT_LEXICON_REGION = 1 << 4,
  READOUT_LEXICON_SUBDIVISION = 1 << 5, /* Value: code. */
  READOUT_LEXICON_OFFICE = 1 << 6,      /* Letters: see the list's head. */
  READOUT_LEXICON_MODIFIER = 1 << 7,
  READOUT_LEXICON_HONORIFIC = 1 << 8,    /* Value: f, m, or none. */
  READOUT_LEXICON_ORGANIZATION = 1 << 9, /* Value: code, or none. */
  READOUT_LEXICON_ORGANIZATION_HEAD = 1 << 10,
  READOUT_LEXICON_FACILITY_HEAD = 1 << 11,
  READOUT_LEXICON_EVENT = 1 << 12,
  READOUT_LEXICON_EVENT_HEAD = 1 << 13,
  READOUT_LEXICON_MISC = 1 << 14,
  READOUT_LEXICON_MISC_HEAD = 1 << 15,
  READOUT_LEXICON_PLACE_HEAD = 1 << 16,
  READOUT_LEXICON_PERSON_NOUN = 1 << 17, /* Value: what it stands for. */
  READOUT_LEXICON_GIVEN_NAME = 1 << 18,  /* f, m, s (family name), none */
  READOUT_LEXICON_FUNCTION_WORD = 1 << 19,
  READOUT_LEXICON_STARTING_WORD = 1 << 20,
  READOUT_LEXICON_PUBLISHER = 1 << 21, /* Value: code. */
  READOUT_LEXICON_PERSON = 1 << 22,    /* Value: code. */
} ReadoutLexiconClass;

/**
 * ReadoutLexiconSource:
 * @file: name of a file in `/org/readout/Readout/lexicons`
 * @classes: bits that its entries get
 */
typedef struct
{
  const char *file;
  guint32     classes;
} ReadoutLexiconSource;

/**
 * ReadoutLexiconEntry:
 * @value: what stands behind the tab, or an empty string
 * @classes: bits of its source
 * @n_words: how many tokens it has
 */
typedef struct
{
  const char *value;
  guint32     classes;
  guint32     n_words;
  /*< private >*/
  guint32 cases;
  guint32 next;
} ReadoutLexiconEntry;

#define READOUT_TYPE_LEXICON (readout_lexicon_get_type ())

GType readout_lexicon_get_type (void) G_GNUC_CONST;

ReadoutLexicon       *readout_lexicon_new (const ReadoutLexiconSource *sources,
                                           gsize                       n_sources);
ReadoutLexicon       *readout_lexicon_new_from_string (const char *lines,
                                                       guint32     classes);
ReadoutLexicon       *readout_lexicon_ref (ReadoutLexicon *self);
void                  readout_lexicon_unref (ReadoutLexicon *self);
const ReadoutLexicon *readout_lexicon_get_default (void);

guint       readout_lexicon_match (const ReadoutLexicon       *self,
                                   const ReadoutToken         *tokens,
                                   guint32                     at,
                                   guint32                     end,
                                   guint32                     classes,
                                   const ReadoutLexiconEntry **entry);
guint32     readout_lexicon_get_classes (const ReadoutLexicon *self,
                                         const ReadoutToken   *token);
const char *readout_lexicon_get_country_name (const ReadoutLexicon *self,
                                              const char           *code);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReadoutLexicon, readout_lexicon_unref)

G_END_DECLS
