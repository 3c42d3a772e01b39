#!/usr/bin/env bash
# Who may include whom: the table of README.md, as a check over #include.
# Usage: check-layers.sh SOURCE_ROOT
#
# SPDX-FileCopyrightText: 2026 The Readout authors
# SPDX-License-Identifier: GPL-3.0-or-later
set -u
cd "${1:?the root of the source tree}" || exit 2

# A folder may always include itself.  A word names a room with all that is in
# it (“detect”), one of its rooms alone (“detect/article”), or one header.
below_steps='base language tagger detect/models detect/words detect/article'
below_ui='base model edits project detect/detector.h detect/models/installed.h
  widgets settings.h'
declare -A may=(
  [app/base]=''
  [app/language]='base'
  [app/model]='base'
  [app/edits]='base language model'
  [app/tagger]='base language tagger'
  [app/tagger/crf]='base'
  [app/tagger/model]='base language tagger/crf'
  [app/tagger/words]='base language tagger/crf tagger/model'
  [app/tagger/names]='base language tagger/crf tagger/model tagger/words tagger/speech.h'
  [app/tagger/attribution]='base language tagger/crf tagger/model tagger/words tagger/speech.h'
  [app/detect]='base language model tagger detect'
  [app/detect/models]='base language tagger'
  [app/detect/words]='base language'
  [app/detect/article]='base language tagger detect/models detect/words'
  [app/detect/mentions]=$below_steps
  [app/detect/actors]=$below_steps
  [app/detect/statements]=$below_steps
  [app/detect/meetings]=$below_steps
  [app/formats]='base language model'
  [app/project]='base language model edits formats detect'
  [app/cli]='base language model edits tagger detect formats project'
  [ui]='base model edits project detect/detector.h detect/models/installed.h
    session article inspector window widgets'
  [ui/window]="$below_ui session article inspector dialogs.h preferences.h"
  [ui/article]="$below_ui session"
  [ui/inspector]="$below_ui session"
  [ui/session]=$below_ui
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
    # A name without a folder is a neighbour, or one of ui's own.
    room=${header%/*}
    [ "$room" != "$header" ] || room=''
    if [ "$room" = "$own" ] || { [ -z "$room" ] && [ -e "$folder/$header" ]; }; then
      continue
    fi
    allowed=no
    for other in ${may[$folder]}; do
      case $header in
        "$other" | "$other"/*) allowed=yes ;;
      esac
    done
    [ $allowed = yes ] || fail "$file:$line: $folder may not include \"$header\""
  done < <(sed -nE 's/^[[:space:]]*#[[:space:]]*include[[:space:]]*"([^"]+)".*/\1/;T;=;p' "$file" |
             paste -d: - -)

  # GTK belongs into ui but for its session, and base is GLib only.
  case $file in
    app/base/*) forbidden='gtk|gdk|gsk|adwaita|gio|json-glib' ;;
    app/* | ui/session/*) forbidden='gtk|gdk|gsk|adwaita' ;;
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
