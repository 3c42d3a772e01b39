/* glib-sync.c: tells ThreadSanitizer what GLib synchronizes
 *
 * ThreadSanitizer sees the locks and atomic operations of what was built with
 * it.  A distribution's GLib was not, so that whatever is handed from thread to
 * thread by a lock, a task, a pool or an idle handler looks like a race.  The
 * linker (--wrap, see meson.build) has our calls of GLib go through these
 * functions, which say before and after the real ones what happens before what.
 * They say no more than GLib promises: a race of ours is still found, as
 * test-tsan.c shows.
 *
 * What GLib itself writes (the fields of its arrays and tables, the bytes that
 * it copies) stays unseen.  For that GLib has to be built with
 * -Db_sanitize=thread; then this file is not needed.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <gio/gio.h>
#include <pthread.h>
#include <sanitizer/tsan_interface.h>

/* The function of GLib and what stands in its place, in the form that warnings
 * about missing prototypes ask for. */
#define WRAP(type, name, args)                                                 \
  type __real_##name args;                                                     \
  type __wrap_##name args;                                                     \
  type __wrap_##name args

/* Mutexes and conditions.  Many are never initialized but by zeros. */

WRAP (void, g_mutex_lock, (GMutex * mutex))
{
  __tsan_mutex_pre_lock (mutex, __tsan_mutex_linker_init);
  __real_g_mutex_lock (mutex);
  __tsan_mutex_post_lock (mutex, __tsan_mutex_linker_init, 0);
}

WRAP (void, g_mutex_unlock, (GMutex * mutex))
{
  __tsan_mutex_pre_unlock (mutex, 0);
  __real_g_mutex_unlock (mutex);
  __tsan_mutex_post_unlock (mutex, 0);
}

WRAP (void, g_mutex_clear, (GMutex * mutex))
{
  __tsan_mutex_destroy (mutex, __tsan_mutex_linker_init);
  __real_g_mutex_clear (mutex);
}

WRAP (void, g_cond_wait, (GCond * cond, GMutex *mutex))
{
  __tsan_mutex_pre_unlock (mutex, 0);
  __tsan_mutex_post_unlock (mutex, 0);
  __real_g_cond_wait (cond, mutex);
  __tsan_mutex_pre_lock (mutex, __tsan_mutex_linker_init);
  __tsan_mutex_post_lock (mutex, __tsan_mutex_linker_init, 0);
}

/* What is done once.  That it was done is read in our code without a call, so
 * that it has to be written here, too. */

static pthread_mutex_t once_mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t  once_cond = PTHREAD_COND_INITIALIZER;
static GSList         *once_begun;

WRAP (gboolean, g_once_init_enter, (volatile void *location))
{
  gboolean begins = FALSE;

  pthread_mutex_lock (&once_mutex);
  while (g_slist_find (once_begun, (gpointer)location) != NULL)
    pthread_cond_wait (&once_cond, &once_mutex);
  if (__atomic_load_n ((gsize *)location, __ATOMIC_ACQUIRE) == 0)
    {
      once_begun = g_slist_prepend (once_begun, (gpointer)location);
      begins = TRUE;
    }
  pthread_mutex_unlock (&once_mutex);

  return begins;
}

WRAP (void, g_once_init_leave, (volatile void *location, gsize result))
{
  pthread_mutex_lock (&once_mutex);
  __atomic_store_n ((gsize *)location, result, __ATOMIC_RELEASE);
  once_begun = g_slist_remove (once_begun, (gpointer)location);
  pthread_cond_broadcast (&once_cond);
  pthread_mutex_unlock (&once_mutex);
}

WRAP (gpointer, g_once_impl, (GOnce * once, GThreadFunc func, gpointer arg))
{
  if (__wrap_g_once_init_enter (&once->retval))
    {
      gpointer result = func (arg);

      __wrap_g_once_init_leave (&once->retval, (gsize)result);
      __atomic_store_n (&once->status, G_ONCE_STATUS_READY, __ATOMIC_RELEASE);
    }

  return once->retval;
}

/* References: whoever gives up the last one comes after all others. */

#define WRAP_UNREF(name)                                                       \
  WRAP (void, name, (gpointer object))                                         \
  {                                                                            \
    __tsan_acquire (object);                                                   \
    __tsan_release (object);                                                   \
    __real_##name (object);                                                    \
  }

WRAP_UNREF (g_object_unref)
WRAP_UNREF (g_bytes_unref)
WRAP_UNREF (g_ptr_array_unref)

/* Sources. */

typedef struct
{
  GSourceFunc    func;
  gpointer       data;
  GDestroyNotify notify;
} Call;

static Call *
call_new (GSourceFunc func, gpointer data, GDestroyNotify notify)
{
  Call *call = g_new (Call, 1);

  *call = (Call){ func, data, notify };
  __tsan_release (call);

  return call;
}

static gboolean
call_cb (gpointer user_data)
{
  Call    *call = user_data;
  gboolean goes_on;

  __tsan_acquire (call);
  goes_on = call->func (call->data);
  __tsan_release (call);

  return goes_on;
}

static void
call_free (gpointer user_data)
{
  Call *call = user_data;

  __tsan_acquire (call);
  if (call->notify != NULL)
    call->notify (call->data);
  g_free (call);
}

WRAP (guint,
      g_idle_add_full,
      (int priority, GSourceFunc func, gpointer data, GDestroyNotify notify))
{
  return __real_g_idle_add_full (
      priority, call_cb, call_new (func, data, notify), call_free);
}

WRAP (
    void,
    g_source_set_callback,
    (GSource * source, GSourceFunc func, gpointer data, GDestroyNotify notify))
{
  __real_g_source_set_callback (
      source, call_cb, call_new (func, data, notify), call_free);
}

WRAP (void,
      g_main_context_invoke,
      (GMainContext * context, GSourceFunc func, gpointer data))
{
  g_main_context_invoke_full (context,
                              G_PRIORITY_DEFAULT,
                              call_cb,
                              call_new (func, data, NULL),
                              call_free);
}

/* Pools: what is pushed comes before the work on it, and all work before the
 * end of a pool that was waited for. */

typedef struct
{
  GFunc    func;
  gpointer data;
  char     ended; /* Its address alone is of use. */
} Pool;

static void
pool_cb (gpointer data, gpointer user_data)
{
  Pool *pool = user_data;

  __tsan_acquire (pool);
  pool->func (data, pool->data);
  __tsan_release (&pool->ended);
}

WRAP (GThreadPool *,
      g_thread_pool_new,
      (GFunc    func,
       gpointer user_data,
       int      max_threads,
       gboolean exclusive,
       GError **error))
{
  Pool *pool = g_new0 (Pool, 1);

  pool->func = func;
  pool->data = user_data;

  return __real_g_thread_pool_new (
      pool_cb, pool, max_threads, exclusive, error);
}

WRAP (gboolean,
      g_thread_pool_push,
      (GThreadPool * pool, gpointer data, GError **error))
{
  __tsan_release (pool->user_data);

  return __real_g_thread_pool_push (pool, data, error);
}

WRAP (void,
      g_thread_pool_free,
      (GThreadPool * pool, gboolean immediate, gboolean wait))
{
  Pool *ours = pool->user_data;

  __real_g_thread_pool_free (pool, immediate, wait);
  if (!wait)
    return;
  __tsan_acquire (&ours->ended);
  g_free (ours);
}

/* Tasks: what is done before g_task_run_in_thread() comes before the thread,
 * what is done before the return before the callback, and whichever of the two
 * ends last before the data are freed. */

typedef struct
{
  GAsyncReadyCallback func;
  gpointer            data;
} Callback;

typedef struct
{
  GTask         *task; /* Not owned: for its address. */
  gpointer       data;
  GDestroyNotify notify;
} TaskData;

static void
task_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Callback *callback = user_data;

  __tsan_acquire (result);
  callback->func (object, result, callback->data);
  __tsan_release (result);
  g_free (callback);
}

static void
task_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  GTaskThreadFunc func;

  __tsan_acquire (task);
  func = (GTaskThreadFunc)g_object_get_data (G_OBJECT (task), "tsan-thread");
  func (task, source_object, task_data, cancellable);
  __tsan_release (task);
}

static void
task_data_free (gpointer user_data)
{
  TaskData *data = user_data;

  __tsan_acquire (data->task);
  data->notify (data->data);
  g_free (data);
}

WRAP (GTask *,
      g_task_new,
      (gpointer            source_object,
       GCancellable       *cancellable,
       GAsyncReadyCallback func,
       gpointer            user_data))
{
  Callback *callback;

  if (func == NULL)
    return __real_g_task_new (source_object, cancellable, NULL, user_data);

  callback = g_new (Callback, 1);
  *callback = (Callback){ func, user_data };

  return __real_g_task_new (source_object, cancellable, task_cb, callback);
}

WRAP (void,
      g_task_set_task_data,
      (GTask * task, gpointer task_data, GDestroyNotify notify))
{
  TaskData *data = g_new (TaskData, 1);

  *data = (TaskData){ task, task_data, notify };
  __real_g_task_set_task_data (task, task_data, NULL);
  g_object_set_data_full (G_OBJECT (task),
                          "tsan-data",
                          data,
                          notify != NULL ? task_data_free : g_free);
}

WRAP (void, g_task_run_in_thread, (GTask * task, GTaskThreadFunc func))
{
  g_object_set_data (G_OBJECT (task), "tsan-thread", (gpointer)func);
  __tsan_release (task);
  __real_g_task_run_in_thread (task, task_thread);
}

WRAP (void,
      g_task_return_pointer,
      (GTask * task, gpointer result, GDestroyNotify notify))
{
  __tsan_release (task);
  __real_g_task_return_pointer (task, result, notify);
}

WRAP (void, g_task_return_boolean, (GTask * task, gboolean result))
{
  __tsan_release (task);
  __real_g_task_return_boolean (task, result);
}

WRAP (void, g_task_return_error, (GTask * task, GError *error))
{
  __tsan_release (task);
  __real_g_task_return_error (task, error);
}
