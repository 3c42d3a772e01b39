#!/usr/bin/env python3
# check-lexicons.py: whether the word lists are as README.md says
#
# SPDX-FileCopyrightText: 2026 The Readout authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage: check-lexicons.py SOURCE_ROOT

Tells each fault as "file:line: what was expected".
"""

import glob
import os
import re
import sys

sys.dont_write_bytecode = True

import lexicon_lists  # noqa: E402 (must write nothing beside the lists)


def check_groups(root, faults):
    """Groups of words, all of which a rule must ask for."""
    groups = {}
    used = set()
    folder = os.path.join(root, 'data', 'lexicons')
    for path in sorted(glob.glob(os.path.join(folder, 'words-*.txt'))):
        lexicon_lists.read_groups(path, faults, groups)

    for path in glob.glob(os.path.join(root, 'app', '**', '*.[ch]'),
                          recursive=True):
        with open(path, encoding='utf-8') as file:
            used.update(re.findall(r'\bREADOUT_WORDS_[A-Z0-9_]+', file.read()))
    for name, (path, line, _) in groups.items():
        if lexicon_lists.group_constant(name) not in used:
            faults.add(path, line, f'no C file asks for the group "{name}"')
    return len(groups)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    root = sys.argv[1]
    faults = lexicon_lists.Faults()
    n_groups = check_groups(root, faults)
    if faults.lines:
        sys.exit('\n'.join(faults.lines))
    print(f'{n_groups} groups of words are as they should be')


if __name__ == '__main__':
    main()
