#!/usr/bin/env bash
# The manual pages are typeset without a warning and name every command and
# option of the programs' own help.
# Usage: check-man.sh SOURCE_ROOT READOUT_CLI
#
# SPDX-FileCopyrightText: 2026 The Readout authors
# SPDX-License-Identifier: GPL-3.0-or-later
set -u
cd "${1:?the root of the source tree}" || exit 2
cli=${2:?the program readout-cli}
if ! command -v groff >/dev/null; then
  echo 'skipped: groff is not installed'
  exit 77
fi
failed=0

for page in data/man/*.1; do
  warnings=$(LC_ALL=C.UTF-8 groff -man -Tutf8 -ww -z "$page" 2>&1)
  if [ -n "$warnings" ]; then
    echo "$warnings"
    failed=1
  fi
done

for command in $("$cli" --help | sed -nE 's/^  ([a-z]+) {2,}.*/\1/p'); do
  grep -q "readout-cli $command" data/man/readout-cli.1 || {
    echo "data/man/readout-cli.1: nothing of the command $command"
    failed=1
  }
  for option in $("$cli" "$command" --help | grep -oE -- '--[a-z]+' | sort -u); do
    grep -qF -- "${option//-/\\-}" data/man/readout-cli.1 || {
      echo "data/man/readout-cli.1: nothing of $command $option"
      failed=1
    }
  done
done

[ $failed = 0 ] && echo 'the manual pages are in order'
exit $failed
