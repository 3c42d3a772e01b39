/* test-tsan.c: ThreadSanitizer sees races, and nothing else
 *
 * Each case runs in a process of its own.  Those of races must be reported,
 * those in which GLib hands something over must not.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gio/gio.h>

#define N_THREADS 4
#define N_ROUNDS 100

static GMutex     mutex;
static GCond      cond;
static GMainLoop *loop;
static guint      n_pending;
static int        counter;
static int        n_met;

/* Until all are here: without this the threads might run one after the other.
 * A relaxed operation orders nothing, so that nothing is hidden by it. */
static void
meet (int n)
{
  __atomic_add_fetch (&n_met, 1, __ATOMIC_RELAXED);
  while (__atomic_load_n (&n_met, __ATOMIC_RELAXED) < n)
    g_usleep (100);
}

static void
note_end (void)
{
  if (--n_pending == 0)
    g_main_loop_quit (loop);
}

/* Threads of a pool. */

static void
count_alone (gpointer data, gpointer user_data)
{
  meet (N_THREADS);
  counter++;
}

static void
count_locked (gpointer data, gpointer user_data)
{
  meet (N_THREADS);
  g_mutex_lock (&mutex);
  counter++;
  g_mutex_unlock (&mutex);
}

static void
count_own (gpointer data, gpointer user_data)
{
  (*(int *)data)++;
}

static void
run_pool (GFunc func)
{
  int          numbers[N_THREADS] = { 0 };
  GThreadPool *pool = g_thread_pool_new (func, NULL, N_THREADS, FALSE, NULL);

  for (guint i = 0; i < N_THREADS; i++)
    {
      numbers[i] = i;
      g_thread_pool_push (pool, &numbers[i], NULL);
    }
  g_thread_pool_free (pool, FALSE, TRUE);
  for (guint i = 0; i < N_THREADS; i++)
    counter += numbers[i];
}

static void
pool_race (void)
{
  run_pool (count_alone);
}

static void
pool_locked (void)
{
  run_pool (count_locked);
}

static void
pool_handed (void)
{
  run_pool (count_own);
}

/* Tasks. */

static void
count_in_task (GTask        *task,
               gpointer      source_object,
               gpointer      task_data,
               GCancellable *cancellable)
{
  meet (2);
  counter++;
  g_task_return_boolean (task, TRUE);
}

static void
ended_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  note_end ();
}

static void
run_counting (void)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, ended_cb, NULL);

  n_pending++;
  g_task_run_in_thread (task, count_in_task);
}

static void
tasks_race (void)
{
  run_counting ();
  run_counting ();
  g_main_loop_run (loop);
}

/* With the thread that waits for the task. */
static void
task_race (void)
{
  run_counting ();
  meet (2);
  counter++;
  g_main_loop_run (loop);
}

static void
double_in_task (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  int *number = task_data;
  int *result = g_new (int, 1);

  *result = 2 * (*number)++;
  g_task_return_pointer (task, result, g_free);
}

static void
doubled_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  int            *number = g_task_get_task_data (G_TASK (result));
  g_autofree int *twice = g_task_propagate_pointer (G_TASK (result), NULL);

  g_assert_cmpint (*twice, ==, 2 * (*number - 1));
  (*twice)++;
  (*number)++;
  note_end ();
}

static void
number_free (gpointer data)
{
  *(int *)data = 0;
  g_free (data);
}

static void
task_handed (void)
{
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr (GTask) task = g_task_new (NULL, NULL, doubled_cb, NULL);
      int *number = g_new (int, 1);

      *number = i;
      n_pending++;
      g_task_set_task_data (task, number, number_free);
      g_task_run_in_thread (task, double_in_task);
    }
  g_main_loop_run (loop);
}

/* Idle handlers. */

static gboolean
idle_cb (gpointer user_data)
{
  (*(int *)user_data)++;
  note_end ();

  return G_SOURCE_REMOVE;
}

static gpointer
add_idle (gpointer data)
{
  int *number = g_new (int, 1);

  *number = 1;
  g_idle_add_full (G_PRIORITY_DEFAULT, idle_cb, number, number_free);

  return NULL;
}

static gpointer
add_idle_race (gpointer data)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, idle_cb, &counter, NULL);
  meet (2);
  counter++;

  return NULL;
}

static void
idle_handed (void)
{
  g_autoptr (GThread) thread = NULL;

  n_pending = 1;
  thread = g_thread_new ("idle", add_idle, NULL);
  g_main_loop_run (loop);
  g_thread_join (g_steal_pointer (&thread));
}

static void
idle_race (void)
{
  g_autoptr (GThread) thread = NULL;

  n_pending = 1;
  thread = g_thread_new ("idle", add_idle_race, NULL);
  meet (2);
  g_main_loop_run (loop);
  g_thread_join (g_steal_pointer (&thread));
}

/* What is made once, given up last, or waited for. */

static void
run_threads (GThreadFunc func, gpointer data)
{
  GThread *threads[N_THREADS];

  for (guint i = 0; i < N_THREADS; i++)
    threads[i] = g_thread_new ("one of several", func, data);
  for (guint i = 0; i < N_THREADS; i++)
    g_thread_join (threads[i]);
}

static gpointer
use_once (gpointer data)
{
  static gsize made;

  meet (N_THREADS);
  if (g_once_init_enter (&made))
    {
      int *number = g_new (int, 1);

      *number = 1;
      g_once_init_leave (&made, (gsize)number);
    }
  g_assert_cmpint (*(int *)made, ==, 1);

  return NULL;
}

static gpointer
make_number (gpointer data)
{
  int *number = g_new (int, 1);

  *number = 1;

  return number;
}

static gpointer
use_g_once (gpointer data)
{
  static GOnce once = G_ONCE_INIT;
  const int   *number;

  meet (N_THREADS);
  number = g_once (&once, make_number, NULL);
  g_assert_cmpint (*number, ==, 1);

  return NULL;
}

static void
once (void)
{
  run_threads (use_once, NULL);
  n_met = 0;
  run_threads (use_g_once, NULL);
}

static gpointer
give_up (gpointer data)
{
  meet (N_THREADS);
  g_assert_cmpint (*(int *)g_object_get_data (data, "number"), ==, 1);
  g_object_unref (data);

  return NULL;
}

static void
given_up (void)
{
  GObject *object = g_object_new (G_TYPE_OBJECT, NULL);

  g_object_set_data_full (object, "number", make_number (NULL), number_free);
  for (guint i = 1; i < N_THREADS; i++)
    g_object_ref (object);
  run_threads (give_up, object);
}

static gpointer
wait_for_number (gpointer data)
{
  g_mutex_lock (&mutex);
  while (counter == 0)
    g_cond_wait (&cond, &mutex);
  g_mutex_unlock (&mutex);
  g_assert_cmpint (*(int *)data, ==, 1);

  return NULL;
}

static void
waited_for (void)
{
  int      number = 0;
  GThread *thread = g_thread_new ("waits", wait_for_number, &number);

  number = 1;
  g_mutex_lock (&mutex);
  counter = 1;
  g_cond_signal (&cond);
  g_mutex_unlock (&mutex);
  g_thread_join (thread);
}

static const struct
{
  const char *path;
  void (*func) (void);
  gboolean is_race;
} cases[] = {
  { "/tsan/pool-race", pool_race, TRUE },
  { "/tsan/pool-locked", pool_locked, FALSE },
  { "/tsan/pool-handed", pool_handed, FALSE },
  { "/tsan/tasks-race", tasks_race, TRUE },
  { "/tsan/task-race", task_race, TRUE },
  { "/tsan/task-handed", task_handed, FALSE },
  { "/tsan/idle-race", idle_race, TRUE },
  { "/tsan/idle-handed", idle_handed, FALSE },
  { "/tsan/once", once, FALSE },
  { "/tsan/given-up", given_up, FALSE },
  { "/tsan/waited-for", waited_for, FALSE },
};

static void
test_case (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);

  if (g_test_subprocess ())
    {
      loop = g_main_loop_new (NULL, FALSE);
      cases[i].func ();
      g_main_loop_unref (loop);
      return;
    }

  g_test_trap_subprocess (NULL, 0, 0);
  if (cases[i].is_race)
    {
      g_test_trap_assert_failed ();
      g_test_trap_assert_stderr ("*ThreadSanitizer: data race*counter*");
    }
  else
    g_test_trap_assert_passed ();
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add_data_func (cases[i].path, GUINT_TO_POINTER (i), test_case);

  return g_test_run ();
}
