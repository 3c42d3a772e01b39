/* analysis.h: all that the detector knows of one article
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "base/enums.h"
#include "base/text.h"
#include "detect/article/actor-list.h"
#include "detect/models/model.h"
#include "language/dates.h"
#include "language/token.h"

G_BEGIN_DECLS

/* See syntax.h, which needs what is here. */
typedef struct _ReadoutSyntax ReadoutSyntax;

/* The steps of the detector run one after another over one analysis.  Each is
 * a pure function: it reads what earlier steps left and fills in its own part,
 * and touches nothing else.  All arrays are freed at once with the analysis.
 * Candidates name each other by index, tokens by index, [first, end). */

/**
 * ReadoutCandidateMention:
 * @first, @end: its tokens
 * @head: index of its head token
 * @type, @form: as in the annotation format
 * @actor: index into the actors, or -1
 * @confidence: 0 to 100
 * @outer: index of the mention that it is nested in, or -1
 * @date: index into the dates for a date or duration, or -1
 * @rule: (nullable): the rule that found it, "room/file: in words"
 *
 * Sorted by (first ascending, end descending) once the mention step is done;
 * nested ones follow the outer one.
 */
typedef struct
{
  guint32            first;
  guint32            end;
  guint32            head;
  ReadoutMentionType type;
  ReadoutForm        form;
  gint32             actor;
  int                confidence;
  gint32             outer;
  gint32             date;
  const char        *rule;
} ReadoutCandidateMention;

typedef enum
{
  READOUT_GENDER_UNKNOWN,
  READOUT_GENDER_FEMALE,
  READOUT_GENDER_MALE
} ReadoutGender;

/**
 * ReadoutCandidateActor:
 * @type: person, organization, government or group
 * @name: (owned): display name, as in the annotation format
 * @role, @affiliation: (owned) (nullable)
 * @country: ISO 3166-1 alpha-2, or an empty string
 * @anonymous: whether the article withholds the name
 * @gender: as far as known, for pronouns
 * @plural: whether "they" refers to it
 * @used: whether it speaks, is told, takes part or otherwise acts; actors
 *   that stay unused are not suggested
 * @confidence: 0 to 100
 * @rule: (nullable): the rule that made it, as in #ReadoutCandidateMention
 * @role_rule, @country_rule: (nullable): the rules that gave it what it has
 */
typedef struct
{
  ReadoutActorType type;
  char            *name;
  char            *role;
  char            *affiliation;
  char             country[3];
  gboolean         anonymous;
  ReadoutGender    gender;
  gboolean         plural;
  gboolean         used;
  int              confidence;
  const char      *rule;
  const char      *role_rule;
  const char      *country_rule;
} ReadoutCandidateActor;

/**
 * ReadoutCandidateStatement:
 * @source, @cue, @content: spans in code points
 * @speakers, @addressees: who speaks and who is told
 * @manner: direct, indirect or mixed
 * @parent: index into the statements, or -1
 * @confidence: 0 to 100
 * @rule: (nullable): the rule that found it, as in #ReadoutCandidateMention
 * @speaker_rule: (nullable): the rule that found who speaks, if it is another
 */
typedef struct
{
  ReadoutSpanList  source;
  ReadoutSpanList  cue;
  ReadoutSpanList  content;
  ReadoutActorList speakers;
  ReadoutActorList addressees;
  ReadoutManner    manner;
  gint32           parent;
  int              confidence;
  const char      *rule;
  const char      *speaker_rule;
} ReadoutCandidateStatement;

/**
 * ReadoutCandidateMeeting:
 * @status: held, going on, planned, proposed or called off
 * @kind: summit, talks, visit and so on
 * @triggers: the words that evoke it, in code points as all spans here
 * @participants: (element-type gint32): indices into the actors
 * @place: the city or country where it takes place
 * @venue: the building
 * @occasion: the larger event that it belongs to
 * @time: when, in the words of the article
 * @time_value: the same as ISO 8601, or an empty string
 * @duration: how long, in the words of the article
 * @duration_value: the same as ISO 8601, or an empty string
 * @topics: what it is about
 * @outcomes: what was agreed
 * @confidence: 0 to 100
 * @rule: (nullable): the rule that found its first trigger, as in
 *   #ReadoutCandidateMention
 * @status_rule: (nullable): the rule that told its status
 */
typedef struct
{
  ReadoutMeetingStatus status;
  ReadoutMeetingKind   kind;
  ReadoutSpanList      triggers;
  GArray              *participants;
  ReadoutSpanList      place;
  ReadoutSpanList      venue;
  ReadoutSpanList      occasion;
  ReadoutSpanList      time;
  char                 time_value[48];
  ReadoutSpanList      duration;
  char                 duration_value[48];
  ReadoutSpanList      topics;
  ReadoutSpanList      outcomes;
  int                  confidence;
  const char          *rule;
  const char          *status_rule;
} ReadoutCandidateMeeting;

/**
 * ReadoutAnalysis:
 * @model: (nullable): the trained taggers; without them the rules work alone
 * @text: the article, once it is prepared as the steps read it: with as many
 *   code points, but no line broken within a paragraph, no line in capitals
 * @published: (nullable): publication date, ISO 8601
 * @language: (nullable): BCP 47 tag if the document names it
 * @source, @url: (nullable): who published it, and where
 * @cancellable: (nullable): steps check it at least once a paragraph
 * @strings: the lower-case forms, interned for this analysis
 * @tokens: (element-type ReadoutToken)
 * @sentences: (element-type ReadoutSentence)
 * @paragraphs: (element-type ReadoutParagraph)
 * @quotations: (element-type ReadoutQuotation), by first token
 * @dates: (element-type ReadoutDateValue), by first token
 * @mentions: (element-type ReadoutCandidateMention)
 * @syntax: (owned) (nullable): what is known of the sentences, once the
 *   mentions are there
 * @actors: (element-type ReadoutCandidateActor)
 * @statements: (element-type ReadoutCandidateStatement)
 * @meetings: (element-type ReadoutCandidateMeeting)
 * @governments: (nullable): country code to index of its government among the
 *   actors plus one, once the finder of meetings has asked for one
 * @records: (nullable) (element-type ReadoutRecord): what was made of all that,
 *   until it is handed over
 */
typedef struct
{
  ReadoutDetectorModel *model;
  ReadoutText          *text;
  char                 *published;
  char                 *language;
  char                 *source;
  char                 *url;
  GCancellable         *cancellable;
  GStringChunk         *strings;
  GArray               *tokens;
  GArray               *sentences;
  GArray               *paragraphs;
  GArray               *quotations;
  GArray               *dates;
  GArray               *mentions;
  ReadoutSyntax        *syntax;
  GArray               *actors;
  GArray               *statements;
  GArray               *meetings;
  GHashTable           *governments;
  GPtrArray            *records;
} ReadoutAnalysis;

ReadoutAnalysis *readout_analysis_new (ReadoutDetectorModel *model,
                                       ReadoutText          *text,
                                       const char           *published,
                                       const char           *language,
                                       GCancellable         *cancellable);
void             readout_analysis_free (ReadoutAnalysis *self);
void             readout_analysis_set_origin (ReadoutAnalysis *self,
                                              const char      *source,
                                              const char      *url);

/* The step that comes before all others: tokens, sentences, quotations. */
gboolean readout_analysis_prepare (ReadoutAnalysis *self);

void readout_analysis_drop_tokens (ReadoutAnalysis *self);

ReadoutSpan readout_analysis_get_span (const ReadoutAnalysis *self,
                                       guint32                first,
                                       guint32                end);
char       *readout_analysis_slice (const ReadoutAnalysis *self,
                                    guint32                first,
                                    guint32                end);
gboolean    readout_analysis_token_is (const ReadoutAnalysis *self,
                                       guint32                at,
                                       const char            *lower);

static inline ReadoutToken *
readout_analysis_get_token (const ReadoutAnalysis *self, guint32 at)
{
  return &g_array_index (self->tokens, ReadoutToken, at);
}

static inline ReadoutSentence *
readout_analysis_get_sentence (const ReadoutAnalysis *self, guint32 at)
{
  return &g_array_index (self->sentences, ReadoutSentence, at);
}

static inline ReadoutCandidateMention *
readout_analysis_get_mention (const ReadoutAnalysis *self, guint32 at)
{
  return &g_array_index (self->mentions, ReadoutCandidateMention, at);
}

static inline ReadoutCandidateActor *
readout_analysis_get_actor (const ReadoutAnalysis *self, guint32 at)
{
  return &g_array_index (self->actors, ReadoutCandidateActor, at);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReadoutAnalysis, readout_analysis_free)

G_END_DECLS
