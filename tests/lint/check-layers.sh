#!/usr/bin/env bash
# Who may include whom: the table of README.md, as a check over #include.
# Usage: check-layers.sh SOURCE_ROOT
#
# SPDX-FileCopyrightText: 2026 The Readout authors
# SPDX-License-Identifier: GPL-3.0-or-later
set -u
cd "${1:?the root of the source tree}" || exit 2

# A folder may always include itself.
declare -A may=(
  [app/base]=''
  [app/language]='base'
  [app/model]='base'
  [app/tagger]='base language'
  [app/detect]='base language model tagger'
  [app/formats]='base model'
  [app/project]='base model formats detect'
  [app/learn]='base model tagger'
  [app/measure]='base model'
  [app/cli]='base language model tagger detect formats project learn measure'
  [ui]='base model detect/detector.h detect/detector-models.h project widgets article browser inspector'
  [ui/article]='base model detect/detector.h project widgets session.h'
  [ui/browser]='base model detect/detector.h project widgets session.h'
  [ui/inspector]='base model detect/detector.h project widgets session.h'
  [ui/widgets]='base'
)

failed=0
fail () {
  echo "$1"
  failed=1
}

n=0
while IFS= read -r file; do
  n=$((n + 1))
  folder=${file%/*}
  own=${folder#app/}
  own=${own#ui/}
  [ "$folder" = ui ] && own=''
  if [ "$file" = app/main.c ]; then
    continue
  fi
  if [ -z "${may[$folder]+known}" ]; then
    fail "$file: the folder $folder is not in the table of layers"
    continue
  fi

  while IFS=: read -r line header; do
    # Made by the build: config.h, the tables of resources.
    if [ "${header%/*}" = "$header" ] &&
         [ -z "$(find app ui -name "$header" -print -quit)" ]; then
      continue
    fi
    case $header in
      */*) room=${header%%/*} ;;
      *)   room='' ;;
    esac
    # A name without a folder is a neighbour, or one of ui's own.
    if [ "$room" = "$own" ] || { [ -z "$room" ] && [ -e "$folder/$header" ]; }; then
      continue
    fi
    allowed=no
    for other in ${may[$folder]}; do
      if [ "$other" = "$room" ] || [ "$other" = "$header" ]; then
        allowed=yes
      fi
    done
    [ $allowed = yes ] || fail "$file:$line: $folder may not include \"$header\""
  done < <(sed -nE 's/^[[:space:]]*#[[:space:]]*include[[:space:]]*"([^"]+)".*/\1/;T;=;p' "$file" |
             paste -d: - -)

  # GTK belongs into ui, and base is GLib only.
  case $file in
    app/base/*) forbidden='gtk|gdk|gsk|adwaita|gio|json-glib' ;;
    app/*)      forbidden='gtk|gdk|gsk|adwaita' ;;
    *)          forbidden='adwaita' ;;
  esac
  if grep -nE "^[[:space:]]*#[[:space:]]*include[[:space:]]*<($forbidden)[/.]" "$file"; then
    fail "$file: includes a library that $folder may not use"
  fi
done < <(find app ui -name '*.[ch]' | LC_ALL=C sort)

# Headers must not include each other in a circle.
edges=$(find app ui -name '*.h' | while IFS= read -r file; do
  name=${file#app/}
  name=${name#ui/}
  sed -nE 's/^[[:space:]]*#[[:space:]]*include[[:space:]]*"([^"]+)".*/\1/p' "$file" |
    sed "s|^|$name |"
done)
if ! circle=$(tsort <<<"$edges" 2>&1 >/dev/null); then
  fail "headers include each other in a circle:
$circle"
fi

[ $n -gt 0 ] || fail 'no source files were found'
[ $failed = 0 ] && echo "$n files keep to their layers"
exit $failed
