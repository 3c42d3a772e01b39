/* byline.h: what the text of an article says about itself
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/text.h"

G_BEGIN_DECLS

/**
 * ReadoutByline:
 * @title: (nullable): the headline
 * @source: (nullable): the agency of the dateline, or the owner at the end
 * @author: (nullable): who wrote it, as the line with "By" says
 * @url: (nullable): its address
 * @published: (nullable): the day it is dated, in ISO 8601
 *
 * What is not certain is not there.
 */
typedef struct
{
  char *title;
  char *source;
  char *author;
  char *url;
  char *published;
} ReadoutByline;

void readout_byline_find (const ReadoutText *text, ReadoutByline *byline);
void readout_byline_clear (ReadoutByline *byline);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ReadoutByline, readout_byline_clear)

G_END_DECLS
