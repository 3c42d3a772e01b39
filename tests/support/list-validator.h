/* list-validator.h: a list model checked against what it says of itself
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _ListValidator ListValidator;

ListValidator *list_validator_new (GListModel *model);
void           list_validator_free (ListValidator *self);
void           list_validator_check (ListValidator *self);
guint          list_validator_take_n_signals (ListValidator *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ListValidator, list_validator_free)

G_END_DECLS
