/* drafts.h: statements while they are put together
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/article/actor-list.h"
#include "detect/article/phrases.h"
#include "detect/article/syntax.h"

G_BEGIN_DECLS

/* How the parts of a statement were found; each is right in another share of
 * the cases. */
typedef enum
{
  READOUT_DRAFT_CLAUSE,      /* X said (that) … */
  READOUT_DRAFT_QUOTE,       /* X said: “…”; “…,” X said */
  READOUT_DRAFT_TAIL,        /* …, X said */
  READOUT_DRAFT_NOUN,        /* X stressed the … */
  READOUT_DRAFT_TOLD,        /* X told Y (that) … */
  READOUT_DRAFT_OBJECT,      /* X urged Y to …; X described Y as … */
  READOUT_DRAFT_PREPOSITION, /* X referred to … */
  READOUT_DRAFT_PHRASE,      /* X expressed concern over … */
  READOUT_DRAFT_PARTICIPLE,  /* …, adding that … */
  READOUT_DRAFT_ACCORDING,   /* according to X */
  READOUT_DRAFT_COLON,       /* X: … */
  READOUT_DRAFT_NOMINAL,     /* X's readiness to … */
  READOUT_DRAFT_TAGGED,      /* Found by the attribution tagger alone. */
  READOUT_N_DRAFT_PATTERNS
} ReadoutDraftPattern;

#define READOUT_DRAFT_MAX_CONTENT 8

/* How likely what is no verb is a cue, in percent: a phrase of cue-phrases.txt,
 * "according to", a colon or dash beside a name. */
#define READOUT_DRAFT_PHRASE_SHARE 70
#define READOUT_DRAFT_ACCORDING_SHARE 90
#define READOUT_DRAFT_COLON_SHARE 80

/* A source that is no known actor needs a cue that is hardly anything else. */
#define READOUT_DRAFT_MIN_SHARE_WITHOUT_ACTOR 60

/**
 * ReadoutDraft:
 * @sentence: index of the sentence that its cue is in
 * @cue: its cue
 * @source: its source; empty if nobody is named
 * @addressee: the words for who is told; empty if the text does not say so
 * @content: (array length=n_content): its content, in stretches
 * @n_content: how many stretches there are; a draft without any is dropped
 * @speakers, @addressees: actors
 * @pattern: how the content goes with the cue
 * @share: how likely the cue is one, in percent
 * @probability: how sure the attribution tagger is of it; 0 if it did not find
 *   it
 * @confidence: how likely the statement is right, in percent
 * @parent: index of the draft that it is nested in, or -1
 * @is_unnamed: whether the speaker is a noun without a name ("officials")
 * @dropped: whether it is too weak to be shown; it stays in its place, as
 *   others name it by index, until the candidates are made
 * @rule: (not owned): the rule that found it, "room/file: in words"
 * @speaker_rule: (not owned) (nullable): the rule that found who speaks, if
 *   @rule does not tell it
 */
typedef struct
{
  guint               sentence;
  ReadoutPhrase       cue;
  ReadoutPhrase       source;
  ReadoutPhrase       addressee;
  ReadoutPhrase       content[READOUT_DRAFT_MAX_CONTENT];
  guint               n_content;
  ReadoutActorList    speakers;
  ReadoutActorList    addressees;
  ReadoutDraftPattern pattern;
  int                 share;
  float               probability;
  int                 confidence;
  gint32              parent;
  gboolean            is_unnamed;
  gboolean            dropped;
  const char         *rule;
  const char         *speaker_rule;
} ReadoutDraft;

GArray       *readout_drafts_new (void);
ReadoutDraft *readout_drafts_add (GArray              *drafts,
                                  const ReadoutSyntax *syntax,
                                  ReadoutPhrase        cue,
                                  ReadoutPhrase        source,
                                  ReadoutDraftPattern  pattern,
                                  int                  share,
                                  const char          *rule);
void          readout_drafts_drop_last (GArray *drafts);
void          readout_drafts_sort (GArray *drafts);
gboolean      readout_draft_add_content (ReadoutDraft        *self,
                                         const ReadoutSyntax *syntax,
                                         ReadoutPhrase        content);
guint         readout_draft_count_content (const ReadoutDraft *self);
gboolean      readout_draft_covers (const ReadoutDraft *self, guint token);

G_END_DECLS
