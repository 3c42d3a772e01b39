#!/usr/bin/env bash
# Writes tests/golden/*.expected.json anew, to be looked through with git diff
# before they are committed.
# Usage: tests/tools/update-golden.sh BUILD_FOLDER
#
# SPDX-FileCopyrightText: 2026 The Readout authors
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu
[ $# = 1 ] || { echo "usage: $0 BUILD_FOLDER" >&2; exit 2; }
source=$(cd "$(dirname "$0")/.." && pwd)
ninja -C "$1" tests/test-detector
READOUT_UPDATE_GOLDEN=1 G_TEST_SRCDIR=$source LC_ALL=C.UTF-8 \
  "$1/tests/test-detector" -p /detector/golden
