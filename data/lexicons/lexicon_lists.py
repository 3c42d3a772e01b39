# lexicon_lists.py: how a word list is read, for the scripts of this folder
#
# SPDX-FileCopyrightText: 2026 The Readout authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Word lists as README.md describes them: a head of comments, then rows."""

import os
import re

HEAD_KEYS = ('Columns', 'Source', 'Read by')
GROUP_NAME = re.compile(r'[a-z][a-z0-9]*(-[a-z0-9]+)*')


class Faults:
    """What is wrong with the lists, as a compiler would tell it."""

    def __init__(self):
        self.lines = []

    def add(self, path, line, expected):
        self.lines.append(f'{path}:{line}: expected {expected}')


class List:
    """The rows of a list, as (number of the line, text), and its head.

    The head is what the comments before the first row say behind a key
    ("# Source: ..."), by key, with the line that it is in; it goes on in lines
    that are indented.  Lines of the head that are indented otherwise, "#   noun
    he stressed ...", name a value of a column and say what it is for.
    """

    def __init__(self, path):
        self.path = path
        self.name = os.path.basename(path)
        self.head = {}
        self.values = []
        self.rows = []
        key = None
        with open(path, encoding='utf-8') as file:
            for number, line in enumerate(file.read().splitlines(), 1):
                if not line.startswith('#'):
                    if line:
                        self.rows.append((number, line))
                    continue
                if self.rows:
                    continue
                match = re.fullmatch(r'# ([A-Z][A-Za-z ]*): (.+)', line)
                value = re.match(r'#   (\S+(?:, \S+)*)  ', line)
                if match and match[1] in HEAD_KEYS:
                    key = match[1]
                    self.head[key] = (number, match[2])
                elif key and line.startswith('#   '):
                    self.head[key] = (self.head[key][0],
                                      self.head[key][1] + ' ' + line[4:].strip())
                elif value:
                    self.values += value[1].split(', ')
                else:
                    key = None

    def check_head(self, root, faults):
        """Finds faults in the head; @root is the folder of the sources."""
        for key in HEAD_KEYS:
            if key not in self.head:
                faults.add(self.path, 1, f'a line "# {key}: ..." in the head')
        number, readers = self.head.get('Read by', (1, ''))
        for reader in filter(None, re.split(r'[,\s]+', readers)):
            if not os.path.exists(os.path.join(root, reader)):
                faults.add(self.path, number,
                           f'files of the sources, not "{reader}"')


def read_groups(path, faults, known):
    """Adds the groups of a list, name to words, to @known."""
    name = None
    here = List(path)
    for number, line in here.rows:
        left, tab, right = line.partition('\t')
        if not tab:
            faults.add(path, number,
                       'a name, a tab and words with commas between')
            continue
        if left:
            name = left
            if not GROUP_NAME.fullmatch(name):
                faults.add(path, number,
                           f'a name of small letters and hyphens, not "{name}"')
            if name in known:
                faults.add(path, number, f'"{name}" only once, it is in '
                           f'{known[name][0]}:{known[name][1]} already')
            known[name] = (path, number, [])
        elif name is None:
            faults.add(path, number, 'the name of a group first')
            continue
        words = known[name][2]
        # A line that goes on in the next one ends with a comma.
        for word in re.split(r'(?<!\\),', right.removesuffix(',')):
            word = word.replace('\\,', ',')
            if not word:
                faults.add(path, number, 'a word between two commas')
            elif word != word.strip() or '  ' in word or '\t' in word:
                faults.add(path, number, f'no stray space in "{word}"')
            elif word != word.lower():
                faults.add(path, number, f'"{word}" in small letters')
            elif word in words:
                faults.add(path, number, f'"{word}" only once in "{name}"')
            else:
                words.append(word)
    return here


def write_depfile(path, target, needed):
    """Tells the build what was read; a folder, so that new lists are seen."""
    here = os.path.dirname(os.path.abspath(__file__))
    needed = needed + [os.path.join(here, 'lexicon_lists.py')]
    with open(path, 'w', encoding='utf-8') as file:
        file.write(target + ': ' + ' '.join(name.replace(' ', '\\ ')
                                            for name in needed) + '\n')


def group_constant(name):
    return 'READOUT_WORDS_' + name.upper().replace('-', '_')
