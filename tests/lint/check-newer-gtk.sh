#!/usr/bin/env bash
# No file gives a warning against the GTK of Debian 13.  Its headers are fetched
# with apt into the build folder, once; nothing is installed.
# Usage: check-newer-gtk.sh SOURCE_ROOT BUILD_ROOT
#
# SPDX-FileCopyrightText: 2026 The Readout authors
# SPDX-License-Identifier: GPL-3.0-or-later
set -u
source=${1:?the root of the source tree}
build=${2:?the root of the build tree}
place=$build/newer-gtk
suite=trixie
# What gtk4.pc of Debian 13 asks for, as far as headers include it.
packages='libgtk-4-dev libglib2.0-dev libgio-2.0-dev libjson-glib-dev libpango1.0-dev
  libcairo2-dev libgdk-pixbuf-2.0-dev libgraphene-1.0-dev libharfbuzz-dev
  libfreetype-dev libfontconfig-dev libpixman-1-dev'

skip () {
  echo "skipped: $1"
  exit 77
}

# Own package lists, so that the machine's are left alone.
fetch () {
  local key=/usr/share/keyrings/debian-archive-keyring.gpg
  local options
  local url=${DEBIAN_MIRROR:-http://deb.debian.org/debian}

  mkdir -p "$place/lists/partial" "$place/cache/archives/partial" \
    "$place/debs" "$place/root" || return 1
  echo "deb [signed-by=$key] $url $suite main" >"$place/sources.list"
  : >"$place/status"
  options=(-qq
    -o "Dir::Etc::sourcelist=$place/sources.list"
    -o Dir::Etc::sourceparts=-
    -o "Dir::State::lists=$place/lists"
    -o "Dir::State::status=$place/status"
    -o "Dir::Cache=$place/cache"
    -o APT::Sandbox::User=
    -o Acquire::Retries=2
    -o Acquire::http::Timeout=30
    -o Acquire::Languages=none)
  apt-get "${options[@]}" update || return 1
  # shellcheck disable=SC2086 # One package a word.
  (cd "$place/debs" && apt-get "${options[@]}" download $packages) || return 1
  for deb in "$place"/debs/*.deb; do
    dpkg-deb -x "$deb" "$place/root" || return 1
  done
  rm -rf "$place/lists" "$place/cache"
  touch "$place/complete"
}

for program in apt-get dpkg-deb gcc; do
  command -v $program >/dev/null || skip "$program is not installed"
done
if [ ! -e "$place/complete" ]; then
  fetch >"$build/newer-gtk.log" 2>&1 ||
    skip "the packages of Debian $suite cannot be fetched:
$(tail -n 3 "$build/newer-gtk.log")"
fi

triplet=$(gcc -print-multiarch)
root=$place/root/usr
include=$root/include
flags=(-std=gnu11 -Werror -Wall -Wextra -Wno-unused-parameter
  -Wno-missing-field-initializers
  -DHAVE_CONFIG_H
  -DGLIB_VERSION_MIN_REQUIRED=GLIB_VERSION_2_74
  -DGLIB_VERSION_MAX_ALLOWED=GLIB_VERSION_2_74
  -DGDK_VERSION_MIN_REQUIRED=GDK_VERSION_4_8
  -DGDK_VERSION_MAX_ALLOWED=GDK_VERSION_4_8
  -DJSON_VERSION_MIN_REQUIRED=JSON_VERSION_1_6
  -DJSON_VERSION_MAX_ALLOWED=JSON_VERSION_1_6
  "-I$build" "-I$build/app" "-I$build/ui" "-I$source/app" "-I$source/ui")
# Headers that the build has made.
while IFS= read -r folder; do
  flags+=("-I$folder")
done < <(find "$build" -path "$place" -prune -o -name '*.h' -printf '%h\n' |
           LC_ALL=C sort -u)
for folder in gtk-4.0 gtk-4.0/unix-print glib-2.0 gio-unix-2.0 json-glib-1.0 \
              pango-1.0 cairo gdk-pixbuf-2.0 graphene-1.0 harfbuzz freetype2 \
              fontconfig pixman-1; do
  flags+=(-isystem "$include/$folder")
done
flags+=(-isystem "$root/lib/$triplet/glib-2.0/include"
  -isystem "$root/lib/$triplet/graphene-1.0/include")

# A header of this machine must not slip in.
version=$(printf '#include <gtk/gtk.h>\nGTK_MAJOR_VERSION GTK_MINOR_VERSION\n' |
            gcc -E -P "${flags[@]}" -x c - 2>"$build/newer-gtk.log" |
            tail -n 1 | tr -d '()')
case $version in
  '4 1'[0-9]|'4 2'[0-9]) ;;
  *) echo "the headers of the newer GTK do not compile (version “$version”):"
     head -n 5 "$build/newer-gtk.log"
     exit 1 ;;
esac

n=$(find "$source/app" "$source/ui" -name '*.c' | wc -l)
if find "$source/app" "$source/ui" -name '*.c' -print0 |
     xargs -0 -n 4 -P "$(nproc)" gcc -fsyntax-only "${flags[@]}"; then
  echo "$n files give no warning against GTK ${version/ /.}"
else
  exit 1
fi
