/* letter-keys.c: single letters that run the window's actions
 *
 * Letters act while the article or the cards have the focus, never while an
 * entry has it or a list is open over them.  They cannot be accelerators of
 * the application, since those would act while somebody types.  One table
 * serves both panes, so that they cannot differ.
 *
 * `v` is a prefix: the letter after it says to which field of the selected
 * item the selected text goes.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include "letter-keys.h"

typedef struct
{
  guint           keyval;
  GdkModifierType modifiers;
  const char     *action;
} Key;

static const Key keys[] = {
  { GDK_KEY_a, 0, "win.accept" },
  { GDK_KEY_x, 0, "win.reject" },
  { GDK_KEY_Delete, 0, "win.reject" },
  { GDK_KEY_KP_Delete, 0, "win.reject" },
  { GDK_KEY_s, 0, "win.skip" },
  { GDK_KEY_j, 0, "win.next" },
  { GDK_KEY_k, 0, "win.previous" },
  { GDK_KEY_period, 0, "win.next-unreviewed" },
  { GDK_KEY_comma, 0, "win.previous-unreviewed" },
  { GDK_KEY_p, 0, "win.type-person" },
  { GDK_KEY_o, 0, "win.type-organization" },
  { GDK_KEY_l, 0, "win.type-location" },
  { GDK_KEY_f, 0, "win.type-facility" },
  { GDK_KEY_n, 0, "win.type-nationality" },
  { GDK_KEY_t, 0, "win.type-title" },
  { GDK_KEY_e, 0, "win.type-event" },
  { GDK_KEY_d, 0, "win.type-date" },
  { GDK_KEY_u, 0, "win.type-duration" },
  { GDK_KEY_i, 0, "win.type-misc" },
  { GDK_KEY_q, 0, "win.add-statement" },
  { GDK_KEY_m, 0, "win.add-meeting" },
  { GDK_KEY_r, 0, "win.add-actor" },
  { GDK_KEY_g, 0, "win.link" },
  { GDK_KEY_a, GDK_SHIFT_MASK, "win.accept-shown" },
  { GDK_KEY_exclam, 0, "win.flag" },
  { GDK_KEY_semicolon, 0, "win.note" },
};

static const Key assign_keys[] = {
  { GDK_KEY_c, 0, "win.assign-content" },
  { GDK_KEY_u, 0, "win.assign-cue" },
  { GDK_KEY_s, 0, "win.assign-source" },
  { GDK_KEY_p, 0, "win.assign-place" },
  { GDK_KEY_v, 0, "win.assign-venue" },
  { GDK_KEY_t, 0, "win.assign-time" },
  { GDK_KEY_d, 0, "win.assign-duration" },
  { GDK_KEY_o, 0, "win.assign-occasion" },
  { GDK_KEY_k, 0, "win.assign-topic" },
  { GDK_KEY_e, 0, "win.assign-outcome" },
};

#define ASSIGN_KEY GDK_KEY_v

/**
 * readout_letter_keys_match:
 * @event: a key that was pressed
 * @assigning: whether `v` was pressed before
 * @is_prefix: (out): whether the key is `v`, whose second key is due
 *
 * On a keyboard of another script a key matches by its place; a key that
 * bears the very letter comes first.
 *
 * Returns: (nullable): the action that the key runs
 */
const char *
readout_letter_keys_match (GdkEvent *event,
                           gboolean  assigning,
                           gboolean *is_prefix)
{
  const Key *table = assigning ? assign_keys : keys;
  guint n_keys = assigning ? G_N_ELEMENTS (assign_keys) : G_N_ELEMENTS (keys);
  const char *partial = NULL;

  g_return_val_if_fail (event != NULL && is_prefix != NULL, NULL);

  *is_prefix
      = !assigning
        && gdk_key_event_matches (event, ASSIGN_KEY, 0) != GDK_KEY_MATCH_NONE;
  if (*is_prefix)
    return NULL;

  for (guint i = 0; i < n_keys; i++)
    switch (gdk_key_event_matches (event, table[i].keyval, table[i].modifiers))
      {
      case GDK_KEY_MATCH_EXACT:
        return table[i].action;
      case GDK_KEY_MATCH_PARTIAL:
        partial = table[i].action;
        break;
      case GDK_KEY_MATCH_NONE:
      default:
        break;
      }

  return partial;
}

/**
 * readout_letter_keys_find:
 * @keyval: a key
 * @modifiers: Shift or none
 * @assigning: whether `v` was pressed before
 *
 * Returns: (nullable): the action that the key runs
 */
const char *
readout_letter_keys_find (guint           keyval,
                          GdkModifierType modifiers,
                          gboolean        assigning)
{
  const Key *table = assigning ? assign_keys : keys;
  guint n_keys = assigning ? G_N_ELEMENTS (assign_keys) : G_N_ELEMENTS (keys);

  for (guint i = 0; i < n_keys; i++)
    if (table[i].keyval == keyval && table[i].modifiers == modifiers)
      return table[i].action;

  return NULL;
}
