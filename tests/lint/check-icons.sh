#!/usr/bin/env bash
# The icons are well-formed, can be drawn, and are not empty.
# Usage: check-icons.sh SOURCE_ROOT
#
# SPDX-FileCopyrightText: 2026 The Readout authors
# SPDX-License-Identifier: GPL-3.0-or-later
set -u
cd "${1:?the root of the source tree}" || exit 2
if ! command -v rsvg-convert >/dev/null || ! command -v xmllint >/dev/null; then
  echo 'skipped: rsvg-convert or xmllint is not installed'
  exit 77
fi
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
failed=0

rsvg-convert -o "$work/empty.png" -w 64 -h 64 - \
  <<<'<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"/>'
for icon in scalable/apps/org.readout.Readout symbolic/apps/org.readout.Readout-symbolic; do
  file=data/icons/hicolor/$icon.svg
  if ! xmllint --noout "$file" ||
       ! rsvg-convert -o "$work/icon.png" -w 64 -h 64 "$file" ||
       cmp -s "$work/icon.png" "$work/empty.png"; then
    echo "$file: is not a drawing"
    failed=1
  fi
done

[ $failed = 0 ] && echo 'the icons can be drawn'
exit $failed
