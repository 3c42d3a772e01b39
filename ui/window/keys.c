/* keys.c: letters that are commands
 *
 * Letters act while the article or the cards have the focus and never while
 * something is being typed, so they are caught in the capture phase, where
 * the window can look at what has the focus before a list searches by letter
 * or an entry takes it.  Tab and Enter in the article are the article's own.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "window/keys.h"

#include "widgets/letter-keys.h"
#include "window/actions.h"
#include "window/focus.h"
#include "window/window-private.h"

static void
begin_chord (ReadoutWindow *self)
{
  self->in_chord = TRUE;
  readout_session_set_status (
      self->session,
      _ ("Assign the selection to: c content · u cue · s source · p place · "
         "v venue · t time · d duration · o occasion · k topic · e outcome"));
}

static gboolean
run_letter (ReadoutWindow *self, GdkEvent *event)
{
  gboolean    in_chord = self->in_chord;
  gboolean    is_prefix;
  const char *action;

  action = readout_letter_keys_match (event, in_chord, &is_prefix);
  self->in_chord = FALSE;
  if (is_prefix)
    begin_chord (self);
  else if (action != NULL)
    readout_window_actions_run (self, action);
  else if (in_chord)
    readout_session_set_status (self->session, _ ("Nothing assigned"));

  /* After the prefix a key that names no field does nothing, rather than
   * something that nobody asked for. */
  return is_prefix || action != NULL || in_chord;
}

static gboolean
on_key_pressed (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                ReadoutWindow         *self)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  GdkEvent       *event = gtk_event_controller_get_current_event (
      GTK_EVENT_CONTROLLER (controller));

  if (event == NULL || gdk_key_event_is_modifier (event))
    return GDK_EVENT_PROPAGATE;

  if (!readout_window_letters_act (self))
    {
      self->in_chord = FALSE;
      if ((modifiers & ~GDK_SHIFT_MASK) == GDK_CONTROL_MASK
          && (keyval == GDK_KEY_z || keyval == GDK_KEY_Z))
        return readout_window_undo_typing (self, modifiers & GDK_SHIFT_MASK);
      return GDK_EVENT_PROPAGATE;
    }

  if ((modifiers & ~GDK_SHIFT_MASK) != 0)
    return GDK_EVENT_PROPAGATE;

  /* On a card Delete rejects the item, in its form it takes out a piece. */
  if ((keyval == GDK_KEY_Delete || keyval == GDK_KEY_KP_Delete)
      && readout_window_focus_in_form (self))
    return GDK_EVENT_PROPAGATE;

  return run_letter (self, event);
}

/**
 * readout_window_keys_install:
 * @self: a window
 *
 * Lets the letters act.
 */
void
readout_window_keys_install (ReadoutWindow *self)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  g_assert (GTK_IS_APPLICATION_WINDOW (self));

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (
      controller, "key-pressed", G_CALLBACK (on_key_pressed), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}
