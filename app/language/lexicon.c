/* lexicon.c: word lists with the longest match
 *
 * The lists are plain text inside the library, one entry a line, perhaps with
 * a value behind a tab; lines that start with # are comments.  They are split
 * by the same tokenizer as articles and kept as one trie for all lists, whose
 * edges are in a single open-addressed table, so that a look-up that fails (as
 * most do) is one probe.
 *
 * Case counts as it is written: a word that the list writes with a capital
 * matches no word without one, and a word in capitals (US, WHO) matches only
 * capitals.  A word in small letters matches any.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "language/lexicon.h"

#include <string.h>

#include "language/tokenizer.h"
#include "language/word-lists.h"

#define MAX_WORDS 16 /* Two bits of case each. */
#define NONE G_MAXUINT32

enum
{
  CASE_ANY,
  CASE_CAPITAL,
  CASE_ALL_CAPS
};

/* An edge of the trie, keyed by the node that it leaves and its word. */
typedef struct
{
  guint32 node; /* NONE where the slot is free. */
  guint32 word;
  guint32 to;
} Edge;

struct _ReadoutLexicon
{
  gatomicrefcount ref_count;
  GStringChunk   *strings;
  GHashTable     *words;     /* const char * to its number */
  GHashTable     *countries; /* code to the usual name */
  GArray         *entries;   /* ReadoutLexiconEntry */
  GArray         *nodes;     /* guint32: the node's first entry, or NONE */
  Edge           *edges;
  guint32         n_edges;
  guint32         n_slots; /* A power of two. */
};

G_DEFINE_BOXED_TYPE (ReadoutLexicon,
                     readout_lexicon,
                     readout_lexicon_ref,
                     readout_lexicon_unref)

static Edge *
find_slot (Edge *edges, guint32 n_slots, guint32 node, guint32 word)
{
  guint64 hash
      = ((guint64)node << 32 | word) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  guint32 slot = (guint32)(hash >> 32) & (n_slots - 1);

  while (edges[slot].node != NONE
         && (edges[slot].node != node || edges[slot].word != word))
    slot = (slot + 1) & (n_slots - 1);

  return &edges[slot];
}

static Edge *
new_slots (guint32 n_slots)
{
  Edge *edges = g_new (Edge, n_slots);

  for (guint32 i = 0; i < n_slots; i++)
    edges[i].node = NONE;

  return edges;
}

static void
grow (ReadoutLexicon *self)
{
  guint32 n_slots = self->n_slots * 2;
  Edge   *edges = new_slots (n_slots);

  for (guint32 i = 0; i < self->n_slots; i++)
    if (self->edges[i].node != NONE)
      *find_slot (edges, n_slots, self->edges[i].node, self->edges[i].word)
          = self->edges[i];

  g_free (self->edges);
  self->edges = edges;
  self->n_slots = n_slots;
}

static guint32
add_node (ReadoutLexicon *self)
{
  guint32 none = NONE;

  g_array_append_val (self->nodes, none);

  return self->nodes->len - 1;
}

static guint32
add_edge (ReadoutLexicon *self, guint32 node, const char *lower)
{
  gpointer number;
  guint32  word;
  Edge    *edge;

  if (g_hash_table_lookup_extended (self->words, lower, NULL, &number))
    word = GPOINTER_TO_UINT (number);
  else
    {
      word = g_hash_table_size (self->words);
      /* The tokenizer has interned it already. */
      g_hash_table_insert (
          self->words, (gpointer)lower, GUINT_TO_POINTER (word));
    }

  if (self->n_edges * 2 >= self->n_slots)
    grow (self);
  edge = find_slot (self->edges, self->n_slots, node, word);
  if (edge->node == NONE)
    {
      edge->node = node;
      edge->word = word;
      edge->to = add_node (self);
      self->n_edges++;
    }

  return edge->to;
}

static guint32
get_case (const ReadoutToken *token)
{
  return (token->flags & READOUT_TOKEN_ALL_CAPS) != 0  ? CASE_ALL_CAPS
         : (token->flags & READOUT_TOKEN_CAPITAL) != 0 ? CASE_CAPITAL
                                                       : CASE_ANY;
}

static void
add_entry (ReadoutLexicon     *self,
           const ReadoutToken *tokens,
           guint32             n_words,
           const char         *value,
           guint32             classes)
{
  ReadoutLexiconEntry entry = { 0 };
  guint32             node = 0;

  if (n_words == 0 || n_words > MAX_WORDS)
    {
      g_warning ("A lexicon has an entry of %u words", n_words);
      return;
    }

  entry.value = value;
  entry.classes = classes;
  entry.n_words = n_words;
  for (guint32 i = 0; i < n_words; i++)
    {
      node = add_edge (self, node, tokens[i].lower);
      entry.cases |= get_case (&tokens[i]) << (2 * i);
    }
  entry.next = g_array_index (self->nodes, guint32, node);
  g_array_index (self->nodes, guint32, node) = self->entries->len;
  g_array_append_val (self->entries, entry);
}

/* Adds the entries of one list.  The entries alone are put together in one
 * text and split at once; a line of it is an entry, and a point at an entry's
 * end stays one (U.S.). */
static void
add_list (ReadoutLexicon *self, const char *lines, guint32 classes)
{
  g_autoptr (GString) phrases = g_string_sized_new (strlen (lines));
  g_autoptr (GString) value = g_string_new (NULL);
  g_autoptr (GPtrArray) values = g_ptr_array_new ();
  g_autoptr (GArray) tokens = NULL;
  g_autoptr (ReadoutText) text = NULL;
  const ReadoutToken *all;
  const char         *end;
  guint32             first = 0;
  guint               line = 0;

  for (const char *p = lines; *p != '\0'; p = *end == '\0' ? end : end + 1)
    {
      const char *tab;
      const char *stop;

      while (*p == ' ')
        p++;
      end = strchr (p, '\n');
      if (end == NULL)
        end = p + strlen (p);
      if (p == end || *p == '#')
        continue;

      tab = memchr (p, '\t', end - p);
      stop = tab != NULL ? tab : end;
      g_string_append_len (phrases, p, stop - p);
      g_string_append_c (phrases, '\n');
      g_string_truncate (value, 0);
      if (tab != NULL)
        g_string_append_len (value, tab + 1, end - tab - 1);
      g_ptr_array_add (
          values,
          g_string_chunk_insert_const (self->strings, g_strstrip (value->str)));
    }

  text = readout_text_new (phrases->str, phrases->len);
  tokens = g_array_new (FALSE, FALSE, sizeof (ReadoutToken));
  readout_tokenizer_run (text, self->strings, tokens, NULL);
  all = (const ReadoutToken *)(gconstpointer)tokens->data;

  for (guint32 i = 1; i <= tokens->len; i++)
    if (i == tokens->len || (all[i].flags & READOUT_TOKEN_LINE) != 0)
      {
        g_assert (line < values->len);
        add_entry (self, all + first, i - first, values->pdata[line], classes);
        first = i;
        line++;
      }
}

/* The usual name of a country is the first one of the first list. */
static void
name_countries (ReadoutLexicon *self, const char *lines)
{
  g_auto (GStrv) split = g_strsplit (lines, "\n", -1);

  for (guint i = 0; split[i] != NULL; i++)
    {
      char *tab = strchr (split[i], '\t');

      if (tab == NULL || *split[i] == '#')
        continue;
      *tab = '\0';
      if (!g_hash_table_contains (self->countries, tab + 1))
        g_hash_table_insert (
            self->countries,
            g_string_chunk_insert_const (self->strings, tab + 1),
            g_string_chunk_insert (self->strings, split[i]));
    }
}

static ReadoutLexicon *
new_empty (void)
{
  ReadoutLexicon *self = g_new0 (ReadoutLexicon, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->strings = g_string_chunk_new (1 << 16);
  self->words = g_hash_table_new (g_str_hash, g_str_equal);
  self->countries = g_hash_table_new (g_str_hash, g_str_equal);
  self->entries = g_array_new (FALSE, FALSE, sizeof (ReadoutLexiconEntry));
  self->nodes = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->n_slots = 1 << 14;
  self->edges = new_slots (self->n_slots);
  add_node (self);

  return self;
}

/**
 * readout_lexicon_new:
 * @sources: (array length=n_sources): the lists to be loaded
 * @n_sources: how many
 *
 * A list that the library does not hold is a fault of the program and ends it.
 * A person's own entries come on top of it.
 *
 * Returns: (transfer full): a lexicon of all of them
 */
ReadoutLexicon *
readout_lexicon_new (const ReadoutLexiconSource *sources, gsize n_sources)
{
  ReadoutLexicon *self = new_empty ();

  g_return_val_if_fail (sources != NULL, self);

  for (gsize i = 0; i < n_sources; i++)
    {
      const char *lines = readout_word_list_get (sources[i].file);

      add_list (self, lines, sources[i].classes);
      if ((sources[i].classes & READOUT_LEXICON_COUNTRY) != 0)
        name_countries (self, lines);
    }

  /* The last entry of a class is the one that is found. */
  for (gsize i = 0; i < n_sources; i++)
    {
      const char *own = readout_word_list_get_own (sources[i].file);

      if (own != NULL)
        add_list (self, own, sources[i].classes);
    }

  return self;
}

/**
 * readout_lexicon_new_from_string:
 * @lines: entries as in a file
 * @classes: bits that they get
 *
 * Returns: (transfer full): a lexicon of these entries
 */
ReadoutLexicon *
readout_lexicon_new_from_string (const char *lines, guint32 classes)
{
  ReadoutLexicon *self = new_empty ();

  g_return_val_if_fail (lines != NULL, self);

  add_list (self, lines, classes);

  return self;
}

/**
 * readout_lexicon_ref:
 * @self: a lexicon
 *
 * Returns: (transfer full): @self
 */
ReadoutLexicon *
readout_lexicon_ref (ReadoutLexicon *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * readout_lexicon_unref:
 * @self: (transfer full): a lexicon
 */
void
readout_lexicon_unref (ReadoutLexicon *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_hash_table_unref (self->words);
  g_hash_table_unref (self->countries);
  g_array_unref (self->entries);
  g_array_unref (self->nodes);
  g_string_chunk_free (self->strings);
  g_free (self->edges);
  g_free (self);
}

/**
 * readout_lexicon_get_default:
 *
 * Loaded when it is first asked for, by whichever thread.
 *
 * Returns: (transfer none): the lists that names are found with
 */
const ReadoutLexicon *
readout_lexicon_get_default (void)
{
  static const ReadoutLexiconSource sources[] = {
    /* The usual names first: see readout_lexicon_get_country_name(). */
    { "country-names.txt", READOUT_LEXICON_COUNTRY },
    { "countries.txt", READOUT_LEXICON_COUNTRY },
    { "nationalities.txt", READOUT_LEXICON_NATIONALITY },
    { "capitals.txt", READOUT_LEXICON_CAPITAL },
    { "cities.txt", READOUT_LEXICON_CITY },
    { "towns.txt", READOUT_LEXICON_CITY },
    { "regions.txt", READOUT_LEXICON_REGION },
    { "subdivisions.txt", READOUT_LEXICON_SUBDIVISION },
    { "offices.txt", READOUT_LEXICON_OFFICE },
    { "title-modifiers.txt", READOUT_LEXICON_MODIFIER },
    { "honorifics.txt", READOUT_LEXICON_HONORIFIC },
    { "organizations.txt", READOUT_LEXICON_ORGANIZATION },
    { "organization-heads.txt", READOUT_LEXICON_ORGANIZATION_HEAD },
    { "facility-heads.txt", READOUT_LEXICON_FACILITY_HEAD },
    { "events.txt", READOUT_LEXICON_EVENT },
    { "event-heads.txt", READOUT_LEXICON_EVENT_HEAD },
    { "misc-names.txt", READOUT_LEXICON_MISC },
    { "misc-heads.txt", READOUT_LEXICON_MISC_HEAD },
    { "place-heads.txt", READOUT_LEXICON_PLACE_HEAD },
    { "person-nouns.txt", READOUT_LEXICON_PERSON_NOUN },
    { "given-names.txt", READOUT_LEXICON_GIVEN_NAME },
    { "world-given-names.txt", READOUT_LEXICON_GIVEN_NAME },
    { "function-words.txt", READOUT_LEXICON_FUNCTION_WORD },
    { "starting-words.txt", READOUT_LEXICON_STARTING_WORD },
    { "publishers.txt", READOUT_LEXICON_PUBLISHER },
    { "persons.txt", READOUT_LEXICON_PERSON },
  };
  static gsize lexicon = 0;

  if (g_once_init_enter (&lexicon))
    g_once_init_leave (
        &lexicon, (gsize)readout_lexicon_new (sources, G_N_ELEMENTS (sources)));

  return (const ReadoutLexicon *)lexicon;
}

/* The node that a word leads to, or NONE. */
static guint32
follow (const ReadoutLexicon *self, guint32 node, const ReadoutToken *token)
{
  gpointer number;
  Edge    *edge;

  if (!g_hash_table_lookup_extended (self->words, token->lower, NULL, &number))
    return NONE;

  edge
      = find_slot (self->edges, self->n_slots, node, GPOINTER_TO_UINT (number));

  return edge->node == NONE ? NONE : edge->to;
}

static gboolean
fits_case (const ReadoutLexiconEntry *entry, const ReadoutToken *tokens)
{
  for (guint32 i = 0; i < entry->n_words; i++)
    if (get_case (&tokens[i]) < (entry->cases >> (2 * i) & 3))
      return FALSE;

  return TRUE;
}

/**
 * readout_lexicon_match:
 * @self: a lexicon
 * @tokens: all tokens
 * @at: index of the token that the match starts at
 * @end: index of the token that it must not go beyond
 * @classes: bits of which it must have at least one
 * @entry: (out) (optional) (nullable): what was found; of several entries of
 *   the same words the one that was loaded last
 *
 * Finds the longest entry at a place.
 *
 * Returns: its length in tokens, or 0
 */
guint
readout_lexicon_match (const ReadoutLexicon       *self,
                       const ReadoutToken         *tokens,
                       guint32                     at,
                       guint32                     end,
                       guint32                     classes,
                       const ReadoutLexiconEntry **entry)
{
  const ReadoutLexiconEntry *best = NULL;
  guint32                    node = 0;

  g_return_val_if_fail (self != NULL && tokens != NULL, 0);

  for (guint32 i = at; i < end; i++)
    {
      guint32 index;

      node = follow (self, node, &tokens[i]);
      if (node == NONE)
        break;

      for (index = g_array_index (self->nodes, guint32, node); index != NONE;)
        {
          const ReadoutLexiconEntry *candidate
              = &g_array_index (self->entries, ReadoutLexiconEntry, index);

          if ((candidate->classes & classes) != 0
              && fits_case (candidate, tokens + at))
            {
              best = candidate;
              break;
            }
          index = candidate->next;
        }
    }

  if (entry != NULL)
    *entry = best;

  return best != NULL ? best->n_words : 0;
}

/**
 * readout_lexicon_get_classes:
 * @self: a lexicon
 * @token: a token
 *
 * Returns: the bits of all entries that consist of this one word
 */
guint32
readout_lexicon_get_classes (const ReadoutLexicon *self,
                             const ReadoutToken   *token)
{
  guint32 classes = 0;
  guint32 node;
  guint32 index;

  g_return_val_if_fail (self != NULL && token != NULL, 0);

  node = follow (self, 0, token);
  if (node == NONE)
    return 0;

  for (index = g_array_index (self->nodes, guint32, node); index != NONE;)
    {
      const ReadoutLexiconEntry *entry
          = &g_array_index (self->entries, ReadoutLexiconEntry, index);

      if (fits_case (entry, token))
        classes |= entry->classes;
      index = entry->next;
    }

  return classes;
}

/**
 * readout_lexicon_get_country_name:
 * @self: a lexicon
 * @code: an ISO 3166-1 alpha-2 code
 *
 * Returns: (nullable): the usual name of a country
 */
const char *
readout_lexicon_get_country_name (const ReadoutLexicon *self, const char *code)
{
  g_return_val_if_fail (self != NULL && code != NULL, NULL);

  return g_hash_table_lookup (self->countries, code);
}
