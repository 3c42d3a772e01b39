/* list-validator.c: a list model checked against what it says of itself
 *
 * Keeps its own copy of the items and replays every `items-changed` on it, as
 * a view does.  After each signal the copy must equal the model: what was
 * removed was there, what was not mentioned has not moved, and no item is in
 * the list twice.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "support/list-validator.h"

struct _ListValidator
{
  GListModel *model;
  GPtrArray  *items;
  gulong      handler;
  guint       n_signals;
};

static void
items_changed_cb (GListModel    *model,
                  guint          position,
                  guint          removed,
                  guint          added,
                  ListValidator *self)
{
  g_assert_cmpuint (position + removed, <=, self->items->len);
  /* A signal that says nothing is one too many. */
  g_assert_cmpuint (removed + added, >, 0);

  if (removed > 0)
    g_ptr_array_remove_range (self->items, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (
        self->items, position + i, g_list_model_get_item (model, position + i));
  self->n_signals++;
  list_validator_check (self);
}

/**
 * list_validator_new:
 * @model: a list model
 *
 * Returns: (transfer full): a validator that follows @model
 */
ListValidator *
list_validator_new (GListModel *model)
{
  ListValidator *self = g_new0 (ListValidator, 1);

  self->model = g_object_ref (model);
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    g_ptr_array_add (self->items, g_list_model_get_item (model, i));
  self->handler = g_signal_connect (
      model, "items-changed", G_CALLBACK (items_changed_cb), self);

  return self;
}

/**
 * list_validator_free:
 * @self: (transfer full): a validator
 */
void
list_validator_free (ListValidator *self)
{
  g_signal_handler_disconnect (self->model, self->handler);
  g_ptr_array_unref (self->items);
  g_object_unref (self->model);
  g_free (self);
}

/**
 * list_validator_check:
 * @self: a validator
 *
 * Asserts that the model is what its signals made of it.
 */
void
list_validator_check (ListValidator *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  g_assert_cmpuint (
      g_list_model_get_n_items (self->model), ==, self->items->len);
  for (guint i = 0; i < self->items->len; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (self->model, i);

      g_assert_true ((gpointer)item == g_ptr_array_index (self->items, i));
      g_assert_true (g_type_is_a (G_OBJECT_TYPE (item),
                                  g_list_model_get_item_type (self->model)));
      g_assert_true (g_hash_table_add (seen, item));
    }
  g_assert_null (g_list_model_get_item (self->model, self->items->len));
}

/**
 * list_validator_take_n_signals:
 * @self: a validator
 *
 * Returns: how many times `items-changed` was emitted since the last call
 */
guint
list_validator_take_n_signals (ListValidator *self)
{
  guint n = self->n_signals;

  self->n_signals = 0;

  return n;
}
