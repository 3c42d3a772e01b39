#!/usr/bin/env bash
# Runs a program with a screen and a session bus of its own, and with home,
# settings and data folders that are empty and thrown away.
# Usage: run-headless.sh PROGRAM [ARGUMENT…]
# READOUT_SCREEN is the size of the screen, 1360x860x24 if it is not set.
#
# SPDX-FileCopyrightText: 2026 The Readout authors
# SPDX-License-Identifier: GPL-3.0-or-later
set -u

for program in Xvfb dbus-run-session; do
  if ! command -v "$program" >/dev/null; then
    # In the form that the test harness reads, whatever the protocol.
    echo "1..0 # SKIP $program is not installed"
    exit 77
  fi
done

work=$(mktemp -d "${TMPDIR:-/tmp}/readout-headless.XXXXXX") || exit 1
screen=''
clean_up () {
  if [ -n "$screen" ]; then
    kill "$screen" 2>/dev/null
    wait "$screen" 2>/dev/null
  fi
  rm -rf "$work"
}
trap clean_up EXIT
trap 'exit 143' TERM INT HUP

# The server chooses a free display and writes its number into the pipe, so
# that any number of these can run side by side.
mkfifo "$work/display" || exit 1
Xvfb -displayfd 3 -screen 0 "${READOUT_SCREEN:-1360x860x24}" -noreset \
  -nolisten tcp 3>"$work/display" >"$work/screen.log" 2>&1 </dev/null &
screen=$!
if ! read -r -t 60 number <"$work/display"; then
  echo "run-headless.sh: no screen: $(tail -n 3 "$work/screen.log")" >&2
  exit 1
fi

mkdir -p "$work/home" "$work/runtime" "$work/config" "$work/data" "$work/cache"
chmod 700 "$work/runtime"
export DISPLAY=:$number
export HOME=$work/home XDG_RUNTIME_DIR=$work/runtime
export XDG_CONFIG_HOME=$work/config XDG_DATA_HOME=$work/data
export XDG_CACHE_HOME=$work/cache
unset WAYLAND_DISPLAY XAUTHORITY DBUS_SESSION_BUS_ADDRESS AT_SPI_BUS_ADDRESS

# What the bus starts (the accessibility registry) must not write into the
# output of the program, which a harness reads.
exec 4>&1
# shellcheck disable=SC2016 # The inner shell expands it.
dbus-run-session -- sh -c 'exec "$@" >&4 4>&-' run "$@" >/dev/null
