/* store-fixture.h: an article in a folder of its own, opened and edited
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "project/store.h"

G_BEGIN_DECLS

typedef struct
{
  char  *folder;
  GFile *article;
  GFile *annotation;
} StoreFixture;

extern const char store_fixture_text[];

int store_fixture_main (int argc, char *argv[], void (*add_tests) (void));

void store_fixture_set_up (StoreFixture *self, gconstpointer user_data);
void store_fixture_tear_down (StoreFixture *self, gconstpointer user_data);
void store_fixture_remove_folder (const char *path);

ReadoutStore       *store_fixture_open (GFile *file);
void                store_fixture_close (ReadoutStore *store);
ReadoutAnnotations *store_fixture_annotations (ReadoutStore *store);
ReadoutUndoStack   *store_fixture_stack (ReadoutStore *store);
guint               store_fixture_count (ReadoutStore *store);
void                store_fixture_edit (ReadoutStore *store, guint start);
void                store_fixture_save (ReadoutStore *store);
char               *store_fixture_read (GFile *file);

/* What is done while the folder of the article cannot be written: by another
 * process, as another user. */
typedef struct
{
  const char *name;
  void (*run) (StoreFixture *self);
} StoreFixtureWork;

#define STORE_FIXTURE_WORK(function)                                           \
  {                                                                            \
#function, function                                                        \
  }

void     store_fixture_run_unwritable (StoreFixture *self, const char *work);
gboolean store_fixture_is_worker (int argc, char *argv[]);
int      store_fixture_run_worker (char                   *argv[],
                                   const StoreFixtureWork *works,
                                   gsize                   n_works);

#define STORE_FIXTURE_ADD(path, function)                                      \
  g_test_add (path,                                                            \
              StoreFixture,                                                    \
              NULL,                                                            \
              store_fixture_set_up,                                            \
              function,                                                        \
              store_fixture_tear_down)

G_END_DECLS
