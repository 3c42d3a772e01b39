/* english.h: whether a text is in English
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "base/text.h"

G_BEGIN_DECLS

typedef enum
{
  READOUT_ENGLISH_WHOLLY, /* Or too short to tell. */
  READOUT_ENGLISH_PARTLY,
  READOUT_ENGLISH_NOT,
  READOUT_ENGLISH_NOT_BY_NAME /* The document names another language. */
} ReadoutEnglish;

ReadoutEnglish readout_english_judge (const ReadoutText *text);
ReadoutText   *readout_english_keep (ReadoutText  *text,
                                     GCancellable *cancellable);

G_END_DECLS
