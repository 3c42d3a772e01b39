/* shown-list.c: the items of a list that pass a filter
 *
 * GTK has a filter model, but what decides here is no property of the item
 * alone: the selected item stays although it no longer passes, until the
 * selection moves on.  The owner therefore says when to look again, once
 * after each group of changes, however many records the group touches, and
 * the list answers with the one range in which it differs.  It stays as it
 * is in between, also when its base has moved on, so that a bulk change of n
 * records costs one pass and not n.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include "session/shown-list.h"

struct _ReadoutShownList
{
  GObject parent_instance;

  GType            item_type;
  ReadoutShownFunc func;
  gpointer         user_data;
  GListModel      *base;
  GPtrArray       *items;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ReadoutShownList,
                               readout_shown_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      list_model_init))

static GType
get_item_type (GListModel *model)
{
  return READOUT_SHOWN_LIST (model)->item_type;
}

static guint
get_n_items (GListModel *model)
{
  return READOUT_SHOWN_LIST (model)->items->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  GPtrArray *items = READOUT_SHOWN_LIST (model)->items;

  return position < items->len
             ? g_object_ref (g_ptr_array_index (items, position))
             : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
readout_shown_list_dispose (GObject *object)
{
  ReadoutShownList *self = READOUT_SHOWN_LIST (object);

  g_clear_object (&self->base);
  g_ptr_array_set_size (self->items, 0);

  G_OBJECT_CLASS (readout_shown_list_parent_class)->dispose (object);
}

static void
readout_shown_list_finalize (GObject *object)
{
  ReadoutShownList *self = READOUT_SHOWN_LIST (object);

  g_ptr_array_unref (self->items);

  G_OBJECT_CLASS (readout_shown_list_parent_class)->finalize (object);
}

static void
readout_shown_list_class_init (ReadoutShownListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = readout_shown_list_dispose;
  object_class->finalize = readout_shown_list_finalize;
}

static void
readout_shown_list_init (ReadoutShownList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * readout_shown_list_new:
 * @item_type: the type of the items
 * @func: whether an item is shown
 * @user_data: (unowned): for @func; must outlive the list's last refilter
 *
 * Returns: (transfer full): an empty list
 */
ReadoutShownList *
readout_shown_list_new (GType            item_type,
                        ReadoutShownFunc func,
                        gpointer         user_data)
{
  ReadoutShownList *self;

  g_return_val_if_fail (g_type_is_a (item_type, G_TYPE_OBJECT), NULL);
  g_return_val_if_fail (func != NULL, NULL);

  self = g_object_new (READOUT_TYPE_SHOWN_LIST, NULL);
  self->item_type = item_type;
  self->func = func;
  self->user_data = user_data;

  return self;
}

/**
 * readout_shown_list_set_base:
 * @self: a list
 * @base: (nullable): what to take the items from, %NULL for none
 *
 * Changes what is filtered, and filters it.
 */
void
readout_shown_list_set_base (ReadoutShownList *self, GListModel *base)
{
  g_return_if_fail (READOUT_IS_SHOWN_LIST (self));
  g_return_if_fail (base == NULL || G_IS_LIST_MODEL (base));

  g_set_object (&self->base, base);
  readout_shown_list_refilter (self);
}

/**
 * readout_shown_list_refilter:
 * @self: a list
 *
 * Asks for every item of the base whether it is shown, and emits
 * #GListModel::items-changed once, for the smallest range that covers all
 * differences, or not at all.
 */
void
readout_shown_list_refilter (ReadoutShownList *self)
{
  g_autoptr (GPtrArray) old = NULL;
  GPtrArray *items;
  guint      n_base, n_same_start = 0, n_same_end = 0;

  g_return_if_fail (READOUT_IS_SHOWN_LIST (self));

  items = g_ptr_array_new_with_free_func (g_object_unref);
  n_base = self->base != NULL ? g_list_model_get_n_items (self->base) : 0;
  for (guint i = 0; i < n_base; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (self->base, i);

      if (self->func (item, self->user_data))
        g_ptr_array_add (items, g_steal_pointer (&item));
    }

  old = g_steal_pointer (&self->items);
  self->items = items;

  while (n_same_start < MIN (old->len, items->len)
         && old->pdata[n_same_start] == items->pdata[n_same_start])
    n_same_start++;
  while (n_same_start + n_same_end < MIN (old->len, items->len)
         && old->pdata[old->len - 1 - n_same_end]
                == items->pdata[items->len - 1 - n_same_end])
    n_same_end++;

  if (old->len != items->len || n_same_start != old->len)
    g_list_model_items_changed (G_LIST_MODEL (self),
                                n_same_start,
                                old->len - n_same_start - n_same_end,
                                items->len - n_same_start - n_same_end);
}

/**
 * readout_shown_list_get_length:
 * @self: a list
 *
 * Returns: how many items are shown
 */
guint
readout_shown_list_get_length (ReadoutShownList *self)
{
  g_return_val_if_fail (READOUT_IS_SHOWN_LIST (self), 0);

  return self->items->len;
}

/**
 * readout_shown_list_peek:
 * @self: a list
 * @position: which item
 *
 * Returns: (transfer none) (nullable): the item, %NULL past the end
 */
gpointer
readout_shown_list_peek (ReadoutShownList *self, guint position)
{
  g_return_val_if_fail (READOUT_IS_SHOWN_LIST (self), NULL);

  return position < self->items->len ? self->items->pdata[position] : NULL;
}

/**
 * readout_shown_list_find:
 * @self: a list
 * @item: (nullable): an item
 * @position: (out) (optional): where it stands
 *
 * Returns: whether @item is shown
 */
gboolean
readout_shown_list_find (ReadoutShownList *self, gpointer item, guint *position)
{
  g_return_val_if_fail (READOUT_IS_SHOWN_LIST (self), FALSE);

  return item != NULL && g_ptr_array_find (self->items, item, position);
}
