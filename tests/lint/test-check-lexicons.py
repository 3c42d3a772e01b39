#!/usr/bin/env python3
# test-check-lexicons.py: each kind of fault in a word list is found
#
# SPDX-FileCopyrightText: 2026 The Readout authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage: test-check-lexicons.py SOURCE_ROOT

Writes lists with one fault each and looks for its line in what
check-lexicons.py and generate-word-groups.py say.
"""

import os
import subprocess
import sys
import tempfile

HEAD = ('# What it is.\n'
        '# Columns: {}\n'
        '# Source: general knowledge\n'
        '# Read by: app/reader.c\n')
GOOD = {
    'cue-verbs.txt': HEAD.format('verb forms, patterns, percent')
    + '#\n#   clause    she said it\n#   prep:to   she referred to it\n'
      'say,says,saying,said\tclause prep:to,on\t91\n',
    'light-verbs.txt': HEAD.format('form, base, inflection')
    + 'made\tmake\tpast\n',
    'cue-phrases.txt': HEAD.format('phrase, patterns')
    + 'make clear\tclause\n',
    'meeting-words.txt': HEAD.format('forms, deed, kind')
    + '#\n#   meet      they met\n#   planned, proposed   status\n'
      'meet,met\tmeet\ttalks\n',
    'date-words.txt': HEAD.format('word, time classes, time value')
    + '#\n#   unit, month   a value\n#   plural   more than one\n'
      'weeks\tunit plural\tweek\n',
    'offices.txt': HEAD.format('name, [letters]') + 'minister\nchief\tw\n',
    'office-synonyms.txt': HEAD.format('office, synonyms')
    + 'premier\tminister,pm\n',
    'confidence.txt': HEAD.format('detector, layer, feature, weight')
    + 'rules\tactors\tbias\t-0.5\n',
    'words-room.txt': HEAD.format('group, words') + 'greetings\thello,hi,\n'
      '\tgood day\n',
}
# The list, what is put in the place of what, the line, and a part of what is
# said.  A list without anything to replace gets another line.
FAULTS = [
    ('cue-verbs.txt', 'clause prep', 'claus prep', 8, 'not "claus"'),
    ('cue-verbs.txt', 'prep:to,on', 'prep:to on', 8, 'not "on"'),
    ('cue-verbs.txt', '\t91', '\t9l', 8, 'not "9l"'),
    ('cue-verbs.txt', '\t91', '\t191', 8, 'from 0 to 100'),
    ('cue-verbs.txt', '\t91', '', 8, 'not 2 columns'),
    ('cue-verbs.txt', 'says,', 'says, ', 8, 'no spaces'),
    ('cue-verbs.txt', 'says', 'Says', 8, 'in small letters'),
    ('cue-verbs.txt', None, 'say\tclause\t1\n', 9, 'line 8 already'),
    ('cue-verbs.txt', '# Source: general knowledge\n', '', 1, '# Source'),
    ('cue-verbs.txt', '# Read by: app/reader.c\n', '', 1, '# Read by'),
    ('cue-verbs.txt', '# Columns: verb', '# Column: verb', 1, '# Columns'),
    ('cue-verbs.txt', 'reader.c', 'other.c', 4, 'not "app/other.c"'),
    ('cue-verbs.txt', 'percent', 'per cent', 2, 'not "per cent"'),
    ('light-verbs.txt', '\tpast', '\tpassed', 5, 'not "passed"'),
    ('cue-phrases.txt', 'make', 'take', 5, '"take" as a base'),
    ('cue-phrases.txt', '\tclause', '\tprep:to', 5, 'not "prep:to"'),
    ('cue-phrases.txt', 'make clear', 'make', 5, 'and more words'),
    ('cue-phrases.txt', None, 'make clear\tclause\n', 6, 'line 5 already'),
    ('meeting-words.txt', '\tmeet\t', '\tmet\t', 8, 'not "met"'),
    ('meeting-words.txt', '\ttalks', '\ttalk', 8, 'not "talk"'),
    ('meeting-words.txt', None, 'met\tplanned\tcall\n', 9, 'line 8 already'),
    ('date-words.txt', 'unit plural', 'unit plurals', 8, 'not "plurals"'),
    ('date-words.txt', '\tweek', '\tweak', 8, 'not "weak"'),
    ('date-words.txt', None, 'yule\tmonth\t13\n', 9, 'from 1 to 12'),
    ('date-words.txt', 'weeks', 'Weeks', 8, 'in small letters'),
    ('offices.txt', 'chief', 'minister', 6, 'line 5 already'),
    ('offices.txt', 'minister', 'minister ', 5, 'stray space'),
    ('offices.txt', '\tw', '\tx', 6, 'not "x"'),
    ('office-synonyms.txt', ',pm', ', pm', 5, 'no spaces'),
    ('office-synonyms.txt', None, 'premier\tpm\n', 6, 'line 5 already'),
    ('confidence.txt', '-0.5', '-0,5', 5, 'not "-0,5"'),
    ('words-room.txt', 'hello,hi', 'hello,hello', 5, '"hello" only once'),
    ('words-room.txt', 'hello,hi', 'hello,,hi', 5, 'between two commas'),
    ('words-room.txt', 'hello', 'Hello', 5, 'in small letters'),
    ('words-room.txt', 'hello', 'hello ', 5, 'stray space'),
    ('words-room.txt', 'good day', 'good  day', 6, 'stray space'),
    ('words-room.txt', 'greetings', 'Greetings', 5, 'not "Greetings"'),
    ('words-room.txt', 'greetings\t', 'greetings ', 5, 'a tab'),
    ('words-room.txt', None, 'greetings\tbye\n', 7, 'words-room.txt:5'),
    ('words-room.txt', None, 'partings\tbye\n', 7, 'the group "partings"'),
    ('words-room.txt', '# Source: general knowledge\n', '', 1, '# Source'),
]


def run(scripts, root, name):
    folder = os.path.join(root, 'data', 'lexicons')
    if name == 'check':
        command = ['check-lexicons.py', root, '--code']
    else:
        command = ['generate-word-groups.py', folder] + [
            os.path.join(root, file) for file in ('a.h', 'a.c', 'a.d')]
    result = subprocess.run(
        [sys.executable, os.path.join(scripts, command[0])] + command[1:],
        capture_output=True, text=True, check=False)
    return result.returncode, result.stdout + result.stderr


def main():
    scripts = os.path.join(os.path.abspath(sys.argv[1]), 'data', 'lexicons')
    failed = 0
    with tempfile.TemporaryDirectory() as root:
        folder = os.path.join(root, 'data', 'lexicons')
        os.makedirs(folder)
        os.mkdir(os.path.join(root, 'app'))
        with open(os.path.join(root, 'app', 'reader.c'), 'w') as file:
            file.write('ask (READOUT_WORDS_GREETINGS);\n')

        for name, old, new, line, said in [(None,) * 5] + FAULTS:
            for list_name, text in GOOD.items():
                if list_name == name:
                    assert old is None or old in text, (name, old)
                    text = text + new if old is None else text.replace(old, new)
                with open(os.path.join(folder, list_name), 'w') as file:
                    file.write(text)
            programs = ['check']
            if name is None or (name.startswith('words-')
                                and 'partings' not in new):
                programs.append('generate')
            for program in programs:
                status, output = run(scripts, root, program)
                if name is None:
                    good = status == 0
                else:
                    good = status == 1 and any(
                        here.startswith(f'{folder}/{name}:{line}: expected ')
                        and said in here for here in output.splitlines())
                if not good:
                    failed += 1
                    print(f'{program}: {name}: {old!r} to {new!r} must give '
                          f'line {line} and "{said}", not:\n{output}')
    if failed == 0:
        print(f'{len(FAULTS)} faults are found in their lines')
    sys.exit(1 if failed else 0)


if __name__ == '__main__':
    main()
