/* letter-case.h: small letters for what is written in capitals
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "base/text.h"
#include "tagger/model/gazetteer.h"

G_BEGIN_DECLS

ReadoutText *readout_letter_case_restore (ReadoutText            *text,
                                          const ReadoutGazetteer *lists,
                                          GCancellable           *cancellable);

G_END_DECLS
