/* error.h: the error domain of Readout
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define READOUT_ERROR (readout_error_quark ())

/**
 * ReadoutError:
 * @READOUT_ERROR_PARSE: the bytes are not JSON, or not one JSON object
 * @READOUT_ERROR_STRUCTURE: a member is missing, unknown in its place, or of
 *   the wrong type
 * @READOUT_ERROR_VALUE: a member has a value that the format does not allow
 * @READOUT_ERROR_SPAN: a span lies outside the text, is empty, or repeats
 *   another text than the article has there
 * @READOUT_ERROR_REFERENCE: an id is used twice or names nothing
 * @READOUT_ERROR_CHECKSUM: the text does not have the checksum that is given
 * @READOUT_ERROR_LIMIT: the input is deeper or larger than is allowed
 * @READOUT_ERROR_ENCODING: the bytes cannot be read as text
 * @READOUT_ERROR_FORMAT: the file is of a kind or a version that is not known
 * @READOUT_ERROR_CHANGED: the file has been changed by another program
 *
 * One code for each cause that a caller can act upon.  Errors of input and
 * output are passed on as they come, in their own domain.
 */
typedef enum
{
  READOUT_ERROR_PARSE,
  READOUT_ERROR_STRUCTURE,
  READOUT_ERROR_VALUE,
  READOUT_ERROR_SPAN,
  READOUT_ERROR_REFERENCE,
  READOUT_ERROR_CHECKSUM,
  READOUT_ERROR_LIMIT,
  READOUT_ERROR_ENCODING,
  READOUT_ERROR_FORMAT,
  READOUT_ERROR_CHANGED,
} ReadoutError;

GQuark readout_error_quark (void);

G_END_DECLS
