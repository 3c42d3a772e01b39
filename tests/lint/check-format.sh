#!/usr/bin/env bash
# clang-format changes nothing.  Only version 14 is asked, since each version
# formats a little differently.
# Usage: check-format.sh SOURCE_ROOT
#
# SPDX-FileCopyrightText: 2026 The Readout authors
# SPDX-License-Identifier: GPL-3.0-or-later
set -u
cd "${1:?the root of the source tree}" || exit 2

for program in clang-format-14 clang-format; do
  if version=$("$program" --version 2>/dev/null) &&
       [[ $version == *'version 14.'* ]]; then
    find app ui tests -name '*.[ch]' -print0 |
      xargs -0 "$program" --dry-run -Werror || exit 1
    echo 'the formatter changes nothing'
    exit 0
  fi
done

echo 'skipped: clang-format 14 is not installed'
exit 77
