#!/usr/bin/env bash
# Each header compiles alone, as the first include of a file.
# Usage: check-headers.sh SOURCE_ROOT BUILD_ROOT [PKG-CONFIG MODULE…]
#
# SPDX-FileCopyrightText: 2026 The Readout authors
# SPDX-License-Identifier: GPL-3.0-or-later
set -u
build=$(cd "${2:?the root of the build, for headers that it makes}" && pwd)
cd "${1:?the root of the source tree}" || exit 2
shift 2
flags=$(pkg-config --cflags "$@") || exit 2
folders=app
case " $* " in
  *' gtk4 '*) folders='app ui' ;;
esac

# shellcheck disable=SC2086 # The flags and the folders are lists.
export flags build
# shellcheck disable=SC2016,SC2086
if find $folders -name '*.h' -print0 |
     xargs -0 -n 8 -P "$(nproc)" bash -c '
       status=0
       for header; do
         short=${header#app/}
         short=${short#ui/}
         printf "#include \"%s\"\n#include \"%s\"\n" "$short" "$short" |
           ${CC:-cc} -std=gnu11 -Wall -Wextra -Wno-unused-parameter -Werror \
             -fsyntax-only -x c -iquote app -iquote ui \
             -iquote "$build/app" $flags - ||
           { echo "$header does not compile alone"; status=1; }
       done
       exit $status' check
then
  # shellcheck disable=SC2086
  echo "$(find $folders -name '*.h' | wc -l) headers compile alone"
else
  exit 1
fi
