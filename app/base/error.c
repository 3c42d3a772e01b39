/* error.c: the error domain of Readout
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/error.h"

/**
 * readout_error_quark:
 *
 * Written out, because the formatter takes the hyphens of a quark's name for
 * minus signs.
 *
 * Returns: the error domain of Readout
 */
GQuark
readout_error_quark (void)
{
  return g_quark_from_static_string ("readout-error-quark");
}
