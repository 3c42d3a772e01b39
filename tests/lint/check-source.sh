#!/usr/bin/env bash
# What holds for every source file: a licence, a readable length, no unfinished
# marks, no white space at line ends; and in app and ui config.h before all other
# includes, as what it defines holds for the headers too.
# Usage: check-source.sh SOURCE_ROOT
#
# SPDX-FileCopyrightText: 2026 The Readout authors
# SPDX-License-Identifier: GPL-3.0-or-later
set -u
cd "${1:?the root of the source tree}" || exit 2
ceiling=800
failed=0
fail () {
  echo "$1"
  failed=1
}

n=0
while IFS= read -r file; do
  n=$((n + 1))
  lines=$(wc -l <"$file")
  [ "$lines" -le $ceiling ] || fail "$file: $lines lines; $ceiling are the most"
  head -n 60 "$file" | grep -q 'SPDX-License-Identifier: GPL-3.0-or-later' ||
    fail "$file: no SPDX-License-Identifier in its head"
done < <(find app ui tests -name '*.[ch]' -o -name '*.py' -o -name '*.sh')

while IFS= read -r file; do
  first=$(grep -m 1 '^#include' "$file")
  case $first in
    '' | '#include "config.h"') ;;
    *) fail "$file: $first comes before config.h" ;;
  esac
done < <(find app ui -name '*.c')

mark='TO''DO|FIX''ME|X''XX'
found=$(grep -rnE --include='*.[ch]' --include='*.py' --include='*.sh' \
          --include='*.ui' --include='*.css' --include='meson.build' \
          "(^|[^A-Za-z])($mark)([^A-Za-z]|$)" app ui data tests po meson.build)
[ -z "$found" ] || fail "unfinished marks:
$found"
found=$(grep -rnE --include='*.[ch]' --include='*.py' --include='*.sh' \
          --include='meson.build' '[[:space:]]+$' app ui data tests po meson.build)
[ -z "$found" ] || fail "white space at the end of a line:
$found"

# Names of files are any bytes: they are shown by base/display-name.c and
# project/file-name.c only.  In ui no name without its folder is needed at all.
found=$(grep -rnE --include='*.[ch]' \
          'g_filename_(display|to_utf8)|g_file_get_parse_name|g_file_info_get_name' \
          app ui | grep -vE '^app/(base/display-name|formats/article)\.c:'
        grep -rnE --include='*.[ch]' \
          'g_(file|path)_get_basename|g_file_info_get_display_name|gtk_recent_info_get_(display|short)_name' \
          ui
        grep -rnE --include='*.[ch]' 'g_get_(user|real)_name' app ui |
          grep -v '^ui/settings\.c:')
[ -z "$found" ] || fail "bytes of a name that may come to be shown; use base/display-name.h:
$found"

[ $n -gt 0 ] || fail 'no source files were found'
[ $failed = 0 ] && echo "$n files are in order"
exit $failed
