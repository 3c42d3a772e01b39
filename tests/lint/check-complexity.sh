#!/usr/bin/env bash
# No function may have more ways through it than a reader can follow: the
# cyclomatic complexity, as pmccabe counts it in its first column.
# Usage: check-complexity.sh SOURCE_ROOT, or check-complexity.sh --self-test
#
# SPDX-FileCopyrightText: 2026 The Readout authors
# SPDX-License-Identifier: GPL-3.0-or-later
set -u
ceiling=25
command -v pmccabe >/dev/null || { echo 'skipped: pmccabe is missing'; exit 77; }

# check ROOT: tells the functions of ROOT/app and ROOT/ui over the ceiling.
check () {
  (
    cd "$1" || exit 2
    find app ui -name '*.c' -print0 2>/dev/null | LC_ALL=C sort -z |
      xargs -0r pmccabe | sort -rn |
      awk -F '\t' -v ceiling="$ceiling" '
        { n++ }
        # FILE(LINE): NAME
        $1 > ceiling && match ($6, /\([0-9]+\): /) {
          printf "%s:%s: %s has a complexity of %d; %d is the most\n",
            substr ($6, 1, RSTART - 1), substr ($6, RSTART + 1, RLENGTH - 4),
            substr ($6, RSTART + RLENGTH), $1, ceiling
          failed = 1
        }
        END {
          if (n == 0) {
            print "no functions were found"
            exit 1
          }
          if (!failed)
            print n " functions have a complexity of " ceiling " at most"
          exit failed
        }'
  )
}

# A gate that cannot fail is worth nothing: a function at the ceiling is good,
# one above it is told, and so is a tree without any.
self_test () {
  local work

  work=$(mktemp -d) || return 2
  trap 'rm -r "$work"' RETURN
  check "$work" && return 1
  mkdir "$work/app"
  write () {
    {
      echo "int $1 (int a)"
      echo '{'
      for ((i = 1; i < $2; i++)); do echo "  if (a == $i) a = 0;"; done
      echo '  return a;'
      echo '}'
    } >"$work/app/$1.c"
  }
  write at_it $ceiling
  check "$work" || return 1
  write above_it $((ceiling + 1))
  [ "$(check "$work")" = "app/above_it.c:1: above_it has a complexity of $((ceiling + 1)); $ceiling is the most" ]
}

if [ "${1:?the root of the source tree}" = --self-test ]; then
  self_test
else
  check "$1"
fi
