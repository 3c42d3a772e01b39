/* fixtures.h: a small made-up article, annotated
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/document.h"

G_BEGIN_DECLS

ReadoutDocument *fixture_document_new (void);
GPtrArray       *fixture_records_new (ReadoutText *text);
ReadoutSpan      fixture_find (ReadoutText *text, const char *words, guint nth);
char            *fixture_words (ReadoutDocument *document, ReadoutSpan span);
void             fixture_apply (ReadoutDocument *document,
                                const char      *label,
                                GPtrArray       *changes);
void             fixture_check (ReadoutDocument *document);
gpointer         fixture_get (ReadoutDocument *document, const char *id);
char            *fixture_snapshot (ReadoutDocument *document);
GPtrArray       *fixture_copy_records (ReadoutDocument *document);

/* Asserts that `expression`, a group of changes, has `n` of them, and applies
 * it as one step of undo. */
#define fixture_edit(document, n, expression)                                  \
  G_STMT_START                                                                 \
  {                                                                            \
    g_autoptr (GError) fixture_error_ = NULL;                                  \
    GError **error = &fixture_error_;                                          \
    g_autoptr (GPtrArray) fixture_changes_ = (expression);                     \
    g_assert_no_error (fixture_error_);                                        \
    g_assert_nonnull (fixture_changes_);                                       \
    g_assert_cmpuint (fixture_changes_->len, ==, (n));                         \
    fixture_apply (document, #expression, fixture_changes_);                   \
  }                                                                            \
  G_STMT_END

/* Asserts that `expression` is refused with `code`. */
#define fixture_refuse(code, expression)                                       \
  G_STMT_START                                                                 \
  {                                                                            \
    g_autoptr (GError) fixture_error_ = NULL;                                  \
    GError **error = &fixture_error_;                                          \
    g_autoptr (GPtrArray) fixture_changes_ = (expression);                     \
    g_assert_null (fixture_changes_);                                          \
    g_assert_error (fixture_error_, READOUT_ERROR, (gint)(code));              \
  }                                                                            \
  G_STMT_END

G_END_DECLS
