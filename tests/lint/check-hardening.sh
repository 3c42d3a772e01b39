#!/usr/bin/env bash
# The programs are built as -Dhardening=true promises: position independent,
# with full RELRO, a stack that is guarded and not executable, and the C
# library's checked functions.
# Usage: check-hardening.sh --fortify|--no-fortify PROGRAM…, or
#        check-hardening.sh --self-test
#
# SPDX-FileCopyrightText: 2026 The Readout authors
# SPDX-License-Identifier: GPL-3.0-or-later
set -u
export LC_ALL=C
command -v readelf >/dev/null || { echo 'skipped: readelf is missing'; exit 77; }

# Reads all before it decides: grep -q would break the pipe.
has () {
  grep -E -- "$1" <<<"$2" >/dev/null
}

# check FORTIFY PROGRAM: tells what PROGRAM lacks, one thing a line.
check () {
  local fortify=$1
  local program=$2
  local header dynamic segments symbols lacks

  header=$(readelf -hW "$program") && dynamic=$(readelf -dW "$program") &&
    segments=$(readelf -lW "$program") &&
    symbols=$(readelf --dyn-syms -W "$program") || return 1
  lacks=()
  has 'Type: +DYN' "$header" && has 'FLAGS_1.*PIE' "$dynamic" ||
    lacks+=('is not position independent')
  has 'GNU_RELRO' "$segments" || lacks+=('has no RELRO')
  has '(BIND_NOW|FLAGS_1.*NOW)' "$dynamic" || lacks+=('binds lazily')
  has 'GNU_STACK .* RW ' "$segments" || lacks+=('has an executable stack')
  has ' __stack_chk_fail(@|$| )' "$symbols" ||
    lacks+=('has no stack protector')
  if [ "$fortify" = --fortify ]; then
    has ' __[a-z_]+_chk(@|$| )' "$symbols" ||
      lacks+=('calls no checked function')
  fi
  [ ${#lacks[@]} = 0 ] || printf '%s\n' "${lacks[@]/#/${program##*/} }"
  [ ${#lacks[@]} = 0 ]
}

# A gate that cannot fail is worth nothing: a good program passes, and each
# flag that is turned round is told, alone.
self_test () {
  local work failed=0
  local good=(-O2 -fPIE -pie -fstack-protector-strong -U_FORTIFY_SOURCE
    -D_FORTIFY_SOURCE=2 -Wl,-z,relro,-z,now,-z,noexecstack)

  command -v gcc >/dev/null || { echo 'skipped: gcc is missing'; return 77; }
  work=$(mktemp -d) || return 2
  cat >"$work/program.c" <<'END'
#include <stdio.h>
#include <string.h>
int
main (int argc, char **argv)
{
  char buffer[32];
  strcpy (buffer, argv[argc - 1]);
  return puts (buffer) < 0;
}
END
  # try WHAT FLAG…: WHAT is told of the program built with FLAG… as well.
  try () {
    local expected=$1
    local told
    shift
    if ! gcc "${good[@]}" "$@" -o "$work/program" "$work/program.c"; then
      failed=1
      return
    fi
    told=$(check --fortify "$work/program")
    if [ "$told" != "${expected:+program $expected}" ]; then
      echo "with “$*” expected “$expected”, told “$told”"
      failed=1
    fi
  }
  try ''
  try 'is not position independent' -fno-pie -no-pie
  try 'has no RELRO' -Wl,-z,norelro
  try 'binds lazily' -Wl,-z,lazy
  try 'has an executable stack' -Wl,-z,execstack
  try 'calls no checked function' -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=0
  try 'has no stack protector' -fno-stack-protector
  rm -r "$work"
  [ $failed = 0 ] && echo 'each missing flag is told'
}

if [ "${1:?--fortify, --no-fortify or --self-test}" = --self-test ]; then
  self_test
  exit
fi
fortify=$1
shift
failed=0
for program; do
  check "$fortify" "$program" || failed=1
done
[ $failed = 0 ] && echo "$# programs are hardened"
