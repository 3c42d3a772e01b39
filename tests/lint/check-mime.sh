#!/usr/bin/env bash
# The MIME type is installed without a complaint, and an annotation file, and
# no other JSON file, is of that type.
# Usage: check-mime.sh SOURCE_ROOT
#
# SPDX-FileCopyrightText: 2026 The Readout authors
# SPDX-License-Identifier: GPL-3.0-or-later
set -u
cd "${1:?the root of the source tree}" || exit 2
for program in xmllint update-mime-database gio; do
  if ! command -v $program >/dev/null; then
    echo "skipped: $program is not installed"
    exit 77
  fi
done
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
failed=0

xmllint --noout data/readout-mime.xml || failed=1
mkdir -p "$work/mime/packages"
cp /usr/share/mime/packages/freedesktop.org.xml data/readout-mime.xml \
  "$work/mime/packages"
update-mime-database "$work/mime" || failed=1

check () {
  printf '{"format": "readout-annotation"}\n' >"$work/$1"
  found=$(XDG_DATA_HOME="$work" XDG_DATA_DIRS="$work" GIO_USE_VFS=local \
            gio info -a standard::content-type "$work/$1" |
            sed -n 's/^ *standard::content-type: //p')
  if [ "$found" != "$2" ]; then
    echo "$1: is of type $found, not $2"
    failed=1
  fi
}
check article.readout.json application/vnd.readout.annotation+json
check article.json application/json

[ $failed = 0 ] && echo 'the MIME type is in order'
exit $failed
