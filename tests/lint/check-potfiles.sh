#!/usr/bin/env bash
# Every file with a text for people is named in po/POTFILES.in, and no other;
# the template can be made of them, and every translation is well-formed.
# Usage: check-potfiles.sh SOURCE_ROOT
#
# SPDX-FileCopyrightText: 2026 The Readout authors
# SPDX-License-Identifier: GPL-3.0-or-later
set -u
cd "${1:?the root of the source tree}" || exit 2
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
failed=0

{
  find app ui -name '*.[ch]' -exec \
    grep -lE '(^|[^A-Za-z0-9_])(N?_|C_|NC_|gettext|d?ngettext|g_dngettext|g_dpgettext2?) \(' {} +
  find ui -name '*.ui' -exec grep -lE 'translatable="(yes|true)"' {} +
  find data -name '*.gschema.xml' -exec grep -lE '<summary|<description' {} +
  find data -name '*.desktop.in' -o -name '*.metainfo.xml.in'
} | LC_ALL=C sort -u >"$work/needed"
grep -vE '^[[:space:]]*(#|$)' po/POTFILES.in >"$work/listed"
LC_ALL=C sort "$work/listed" >"$work/sorted"

if ! cmp -s "$work/listed" "$work/sorted"; then
  echo 'po/POTFILES.in is not sorted'
  failed=1
fi
missing=$(comm -23 "$work/needed" "$work/sorted")
extra=$(comm -13 "$work/needed" "$work/sorted")
if [ -n "$missing" ]; then
  printf 'Missing in po/POTFILES.in:\n%s\n' "$missing"
  failed=1
fi
if [ -n "$extra" ]; then
  printf 'In po/POTFILES.in, but without a text to translate:\n%s\n' "$extra"
  failed=1
fi

for language in $(grep -vE '^[[:space:]]*(#|$)' po/LINGUAS); do
  msgfmt --check -o /dev/null "po/$language.po" || failed=1
done

[ $failed = 0 ] && echo "$(wc -l <"$work/listed") files have texts to translate"
exit $failed
