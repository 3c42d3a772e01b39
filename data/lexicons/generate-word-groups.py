#!/usr/bin/env python3
# generate-word-groups.py: the groups of words-*.txt as C
#
# SPDX-FileCopyrightText: 2026 The Readout authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage: generate-word-groups.py FOLDER HEADER SOURCE DEPFILE

Writes an enumeration of the groups to HEADER, and to SOURCE the tables that
app/language/word-groups.c looks words up in.  Stops at the first list that
has faults, all of which it tells with file and line.
"""

import glob
import os
import sys

sys.dont_write_bytecode = True

import lexicon_lists  # noqa: E402 (must write nothing beside the lists)


def hash_of(word):
    """FNV-1a, as hash_of() in app/language/word-groups.c has it."""
    value = 2166136261
    for byte in word.encode():
        value = (value ^ byte) * 16777619 & 0xffffffff
    return value


def quoted(word):
    return '"' + word.replace('\\', '\\\\').replace('"', '\\"') + '"'


def write_header(groups):
    yield '/* Made by generate-word-groups.py from data/lexicons/words-*.txt. */\n'
    yield '#pragma once\n\ntypedef enum\n{\n'
    for name in groups:
        yield f'  {lexicon_lists.group_constant(name)},\n'
    yield '  READOUT_N_WORD_GROUPS\n} ReadoutWordGroup;\n\n'
    yield f'#define READOUT_WORD_SET_SIZE {len(groups) // 32 + 1}\n'


def write_source(groups):
    members = {}
    for index, name in enumerate(groups):
        for word in groups[name][2]:
            members.setdefault(word, []).append(index)

    # Words that are in the same groups share a set; the first is empty.
    sets = {(): 0}
    for word in members:
        sets.setdefault(tuple(members[word]), len(sets))

    size = 64
    while size < 3 * len(members):
        size *= 2
    slots = [0] * size
    for number, word in enumerate(members, 1):
        at = hash_of(word) % size
        while slots[at]:
            at = (at + 1) % size
        slots[at] = number

    yield '/* Made by generate-word-groups.py from data/lexicons/words-*.txt. */\n'
    yield '#include "language/word-groups.h"\n#include "language/word-table.h"\n'

    yield '\nconst ReadoutWordRow readout_word_rows[] = {\n  { "", 0 },\n'
    for word, indices in members.items():
        yield f'  {{ {quoted(word)}, {sets[tuple(indices)]} }},\n'
    yield '};\n\nconst guint32 readout_word_sets[][READOUT_WORD_SET_SIZE] = {\n'
    for indices in sets:
        bits = [0] * (len(groups) // 32 + 1)
        for index in indices:
            bits[index // 32] |= 1 << index % 32
        yield '  { ' + ', '.join(f'0x{value:x}' for value in bits) + ' },\n'
    yield f'}};\n\nconst guint readout_word_n_slots = {size};\n'
    yield 'const guint16 readout_word_slots[] = {\n'
    for at in range(0, size, 16):
        yield '  ' + ', '.join(map(str, slots[at:at + 16])) + ',\n'
    yield '};\n'

    for index, name in enumerate(groups):
        words = ', '.join(map(quoted, groups[name][2]))
        yield f'\nstatic const char *const group_{index}[] = {{ {words}, NULL }};'
    yield '\n\nconst char *const *const readout_word_lists[] = {\n'
    for index in range(len(groups)):
        yield f'  group_{index},\n'
    yield '};\n'


def write(path, lines):
    """Leaves a file alone that would be the same, as all of C hangs on it."""
    text = ''.join(lines)
    try:
        with open(path, encoding='utf-8') as file:
            if file.read() == text:
                return
    except FileNotFoundError:
        pass
    with open(path, 'w', encoding='utf-8') as file:
        file.write(text)


def main():
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    folder, header, source, depfile = sys.argv[1:]
    faults = lexicon_lists.Faults()
    groups = {}
    root = os.path.dirname(os.path.dirname(os.path.abspath(folder)))
    paths = sorted(glob.glob(os.path.join(folder, 'words-*.txt')))

    for path in paths:
        lexicon_lists.read_groups(path, faults, groups).check_head(root, faults)
    if faults.lines:
        sys.exit('\n'.join(faults.lines))

    write(header, write_header(groups))
    write(source, write_source(groups))
    lexicon_lists.write_depfile(depfile, f'{header} {source}', [folder] + paths)


if __name__ == '__main__':
    main()
