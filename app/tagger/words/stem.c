/* stem.c: the stem of a word
 *
 * Far enough that the forms of one verb agree; what comes out need not be a
 * word.  A verb's uses as a cue are counted by its stem.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tagger/words/stem.h"

#include <string.h>

#include "tagger/crf/hash.h"

/* Stems are of shorter words only; longer ones stand for themselves. */
#define MAX_STEM 40

static const struct
{
  const char *form;
  const char *stem;
} irregular[] = {
  { "said", "say" },        { "told", "tell" },
  { "thought", "think" },   { "wrote", "write" },
  { "written", "write" },   { "spoke", "speak" },
  { "spoken", "speak" },    { "knew", "know" },
  { "known", "know" },      { "found", "find" },
  { "made", "make" },       { "gave", "give" },
  { "given", "give" },      { "felt", "feel" },
  { "held", "hold" },       { "saw", "see" },
  { "seen", "see" },        { "swore", "swear" },
  { "meant", "mean" },      { "heard", "hear" },
  { "put", "put" },         { "went", "go" },
  { "saying", "say" },      { "says", "say" },
  { "has", "have" },        { "had", "have" },
  { "is", "be" },           { "was", "be" },
  { "were", "be" },         { "are", "be" },
  { "been", "be" },         { "sought", "seek" },
  { "began", "begin" },     { "kept", "keep" },
  { "took", "take" },       { "understood", "understand" },
  { "foresaw", "foresee" }, { "shown", "show" },
  { "quipped", "quip" },
};

/* Strips the ending of an English verb.  Returns the new length. */
static gsize
strip_ending (char *word, gsize n)
{
  if (n > 5 && g_str_has_suffix (word, "ing"))
    return n - 3;
  if (g_str_has_suffix (word, "ied") || g_str_has_suffix (word, "ies"))
    {
      word[n - 3] = 'y';
      return n - 2;
    }
  if (g_str_has_suffix (word, "ed") || g_str_has_suffix (word, "es"))
    return n - 2;
  if (g_str_has_suffix (word, "s") && !g_str_has_suffix (word, "ss"))
    return n - 1;

  return n;
}

/**
 * readout_stem_hash:
 * @lower: a word in lower case, ended by NUL
 * @n_bytes: its length in bytes
 *
 * Returns: hash of its stem, or of the word where no ending is known
 */
guint64
readout_stem_hash (const char *lower, gsize n_bytes)
{
  char  stem[MAX_STEM];
  gsize n;

  g_return_val_if_fail (lower != NULL, 0);

  for (guint i = 0; i < G_N_ELEMENTS (irregular); i++)
    if (lower[0] == irregular[i].form[0]
        && g_str_equal (lower, irregular[i].form))
      return readout_hash_string (irregular[i].stem);
  if (n_bytes >= sizeof stem || n_bytes < 4)
    return readout_hash_bytes (lower, n_bytes);

  memcpy (stem, lower, n_bytes + 1);
  n = strip_ending (stem, n_bytes);
  /* "planned", "stated". */
  if (n > 3 && stem[n - 1] == stem[n - 2]
      && strchr ("bdgmnprt", stem[n - 1]) != NULL)
    n--;
  if (n > 3 && stem[n - 1] == 'e')
    n--;

  return readout_hash_bytes (stem, n);
}
