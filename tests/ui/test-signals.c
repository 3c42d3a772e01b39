/* test-signals.c: what becomes of a program that a signal asks to end
 *
 * Each case is a child that waits for a signal; the parent sees what it ends
 * by.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "signals.h"

#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* Longer than any test waits, in milliseconds. */
#define FOREVER 600000

static ReadoutSignals *signals;

static void
write_word (const char *word)
{
  if (write (STDOUT_FILENO, word, strlen (word)) < 0)
    _exit (2);
}

static gboolean
end (gpointer user_data)
{
  write_word ("saved ");
  readout_signals_end (signals);
  _exit (3);
}

/* Writes for a moment and ends. */
static void
save (gpointer user_data)
{
  write_word ("saving ");
  g_timeout_add (50, end, NULL);
}

/* Writes for ever. */
static void
hang (gpointer user_data)
{
  write_word ("saving ");
}

static int
run_child (const char *how)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  gboolean is_deaf = g_str_equal (how, "deaf");
  gboolean is_late = g_str_equal (how, "late");

  if (g_str_equal (how, "nohup"))
    signal (SIGHUP, SIG_IGN);
  signals
      = readout_signals_new (g_str_equal (how, "hang") || is_late ? hang : save,
                             NULL,
                             is_deaf || is_late ? 100 : FOREVER);
  if (g_str_equal (how, "free"))
    readout_signals_free (signals);

  write_word ("ready ");
  /* A main thread that waits for something else. */
  if (is_deaf)
    for (;;)
      pause ();
  g_main_loop_run (loop);

  return 0;
}

typedef struct
{
  pid_t    pid;
  int      out;
  GString *words;
} Child;

/* Reads until the child has said a word. */
static void
wait_for_word (Child *child, const char *word)
{
  while (strstr (child->words->str, word) == NULL)
    {
      char   buffer[64];
      gssize n = read (child->out, buffer, sizeof buffer);

      g_assert_cmpint (n, >, 0);
      g_string_append_len (child->words, buffer, n);
    }
}

static Child
start_child (const char *how)
{
  Child child = { .words = g_string_new (NULL) };
  int   ends[2];

  g_assert_cmpint (pipe (ends), ==, 0);
  child.pid = fork ();
  g_assert_cmpint (child.pid, >=, 0);
  if (child.pid == 0)
    {
      dup2 (ends[1], STDOUT_FILENO);
      close (ends[0]);
      close (ends[1]);
      execl ("/proc/self/exe", "test-signals", "--child", how, NULL);
      _exit (127);
    }
  close (ends[1]);
  child.out = ends[0];
  wait_for_word (&child, "ready");

  return child;
}

/* The thread takes a moment to listen.  A signal that comes before it does ends
 * the program as it always did, so nothing is lost; but here it would be what
 * is not to be tested. */
static void
wait_for_thread (Child *child)
{
  g_usleep (200000);
}

static void
assert_ends_by (Child *child, int number, const char *words)
{
  char   buffer[64];
  gssize n;
  int    status;

  while ((n = read (child->out, buffer, sizeof buffer)) > 0)
    g_string_append_len (child->words, buffer, n);
  g_assert_cmpint (waitpid (child->pid, &status, 0), ==, child->pid);
  g_assert_true (WIFSIGNALED (status));
  g_assert_cmpint (WTERMSIG (status), ==, number);
  g_assert_cmpstr (child->words->str, ==, words);
  close (child->out);
  g_string_free (child->words, TRUE);
}

/* It saves and ends by what it was asked to end by. */
static void
test_saves (void)
{
  static const int numbers[] = { SIGTERM, SIGINT, SIGHUP };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      Child child = start_child ("save");

      wait_for_thread (&child);
      kill (child.pid, numbers[i]);
      assert_ends_by (&child, numbers[i], "ready saving saved ");
    }
}

/* A second signal does not wait for the saving. */
static void
test_second (void)
{
  Child child = start_child ("hang");

  wait_for_thread (&child);
  kill (child.pid, SIGTERM);
  wait_for_word (&child, "saving");
  g_usleep (100000);
  g_assert_cmpint (waitpid (child.pid, NULL, WNOHANG), ==, 0);
  kill (child.pid, SIGINT);
  assert_ends_by (&child, SIGINT, "ready saving ");
}

/* One whose main thread never hears of it ends all the same. */
static void
test_deaf (void)
{
  Child child = start_child ("deaf");

  wait_for_thread (&child);
  kill (child.pid, SIGTERM);
  assert_ends_by (&child, SIGTERM, "ready ");
}

/* As does one whose writing takes too long. */
static void
test_late (void)
{
  Child child = start_child ("late");

  wait_for_thread (&child);
  kill (child.pid, SIGTERM);
  assert_ends_by (&child, SIGTERM, "ready saving ");
}

/* What nohup(1) has it ignore stays ignored. */
static void
test_nohup (void)
{
  Child child = start_child ("nohup");

  wait_for_thread (&child);
  kill (child.pid, SIGHUP);
  g_usleep (200000);
  g_assert_cmpint (waitpid (child.pid, NULL, WNOHANG), ==, 0);
  kill (child.pid, SIGTERM);
  assert_ends_by (&child, SIGTERM, "ready saving saved ");
}

/* Without the watch all is as it was. */
static void
test_free (void)
{
  Child child = start_child ("free");

  kill (child.pid, SIGTERM);
  assert_ends_by (&child, SIGTERM, "ready ");
}

int
main (int argc, char *argv[])
{
  if (argc == 3 && g_str_equal (argv[1], "--child"))
    return run_child (argv[2]);

  /* A shell has what it starts in the background ignore some of them, which a
   * program takes for a wish. */
  signal (SIGHUP, SIG_DFL);
  signal (SIGINT, SIG_DFL);
  signal (SIGTERM, SIG_DFL);

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/signals/saves", test_saves);
  g_test_add_func ("/signals/second", test_second);
  g_test_add_func ("/signals/deaf", test_deaf);
  g_test_add_func ("/signals/late", test_late);
  g_test_add_func ("/signals/nohup", test_nohup);
  g_test_add_func ("/signals/free", test_free);

  return g_test_run ();
}
