/* error.c: the error domain of Readout
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "base/error.h"

G_DEFINE_QUARK (readout - error - quark, readout_error)
