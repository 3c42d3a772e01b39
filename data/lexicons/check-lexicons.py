#!/usr/bin/env python3
# check-lexicons.py: whether the word lists are as README.md says
#
# SPDX-FileCopyrightText: 2026 The Readout authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage: check-lexicons.py SOURCE_ROOT [--code] [--stamp FILE DEPFILE]

Tells each fault in data/lexicons as "file:line: what was expected".  With
--code also each group of words that no rule asks for.  With --stamp, for the
build, writes FILE if there is none.
"""

import glob
import os
import re
import sys

sys.dont_write_bytecode = True

import lexicon_lists  # noqa: E402 (must write nothing beside the lists)

GENDERS = ('f', 'm', 's')
INFLECTIONS = ('base', 's', 'ing', 'past', 'participle')
MEETING_KINDS = ('talks', 'call', 'visit', 'conference', 'summit', 'other')
TIME_UNITS = ('second', 'minute', 'hour', 'day', 'week', 'weekend', 'fortnight',
              'month', 'quarter', 'year', 'decade', 'century')
NOUN_TYPES = ('person', 'persons', 'group', 'organization', 'place')


class Checker:
    def __init__(self, root):
        self.root = root
        self.folder = os.path.join(root, 'data', 'lexicons')
        self.faults = lexicon_lists.Faults()
        self.lists = {}
        self.groups = {}
        self.patterns = ()
        self.light_verbs = None

    # What stands in a column: each returns what was expected, or None.

    def check_text(self, text):
        if text != text.strip() or '  ' in text:
            return f'no stray space in "{text}"'
        return None

    def check_forms(self, text):
        forms = text.split(',')
        for form in forms:
            if not form or form != form.strip() or ' ' in form:
                return f'forms with commas and no spaces between, not "{text}"'
            if form != form.lower():
                return f'"{form}" in small letters'
        return None

    def check_phrase(self, text):
        words = text.split(' ')
        if len(words) < 2 or '' in words or text != text.lower():
            return (f'a light verb and more words in small letters, one space '
                    f'between, not "{text}"')
        if self.light_verbs and words[0] not in self.light_verbs:
            return f'"{words[0]}" as a base in light-verbs.txt'
        return None

    def check_verb_forms(self, text):
        if text.count(',') not in (3, 4):
            return ('the base, -s, -ing, past, and the participle if it '
                    f'differs, with commas between, not "{text}"')
        return self.check_forms(text)

    def check_office(self, text):
        if re.search(r' [nrsw]+$', text):
            return f'a tab before the letters, not "{text}"'
        return self.check_text(text)

    def check_patterns(self, text, prefixes=True):
        for pattern in text.split(' '):
            prefix, colon, rest = pattern.partition(':')
            if colon and prefixes:
                known = prefix + ':' in self.patterns
                if known and not re.fullmatch(r'[a-z]+(,[a-z]+)*', rest):
                    return f'prepositions behind "{prefix}:", not "{rest}"'
            else:
                known = pattern in self.patterns
            if not known:
                known = ', '.join(sorted(self.patterns))
                return f'patterns out of {known}, not "{pattern}"'
        return None

    def check_percent(self, text):
        if not re.fullmatch(r'\d{1,3}', text) or int(text) > 100:
            return f'a whole number from 0 to 100, not "{text}"'
        return None

    def check_weight(self, text):
        if not re.fullmatch(r'-?\d+(\.\d+)?', text):
            return f'a number, not "{text}"'
        return None

    def check_country(self, text):
        if not re.fullmatch(r'[A-Z]{2}|-', text):
            return f'an ISO 3166-1 code of two capitals, not "{text}"'
        return None

    def check_letters(self, text):
        if not re.fullmatch(r'[nrsw]+', text) or len(set(text)) < len(text):
            return f'letters out of n, r, s and w, not "{text}"'
        return None

    def check_beginnings(self, text):
        if not re.fullmatch(r'[a-z]+( [a-z]+)*', text):
            return f'words with one space between, not "{text}"'
        return None

    def check_date_word(self, text):
        if not text or ' ' in text or text != text.lower():
            return f'one word in small letters, not "{text}"'
        return None

    def one_of(values):
        def check(self, text):
            if text in values:
                return None
            return f'one of {", ".join(values)}, not "{text}"'
        return check

    COLUMNS = {
        'name': check_text,
        'country': check_country,
        'gender': one_of(GENDERS),
        'letters': check_letters,
        'what it stands for': one_of(NOUN_TYPES),
        'forms': check_forms,
        'verb forms': check_verb_forms,
        'office': check_office,
        'patterns': check_patterns,
        'percent': check_percent,
        'phrase': check_phrase,
        'beginnings': check_beginnings,
        # The values of the head.
        'deed': None,
        'time classes': None,
        'word': check_date_word,
        'time value': check_text,
        'kind': one_of(MEETING_KINDS),
        'form': check_forms,
        'base': check_forms,
        'inflection': one_of(INFLECTIONS),
        'office name': check_forms,
        'office word': check_forms,
        'synonyms': check_forms,
        'detector': one_of(('model', 'rules')),
        'layer': one_of(('actors', 'meetings', 'mentions', 'statements')),
        'feature': check_text,
        'weight': check_weight,
    }

    def check_field(self, here, column, text):
        if column == 'deed':
            return type(self).one_of(here.values)(self, text)
        if column == 'time classes':
            for value in text.split(' '):
                if value not in here.values:
                    return f'classes of the head, not "{value}"'
            return None
        if column == 'patterns' and here.name == 'cue-phrases.txt':
            return self.check_patterns(text, prefixes=False)
        return self.COLUMNS[column](self, text)

    def check_time_row(self, here, number, classes, value):
        """The value of a word in a date depends on what it is there."""
        lowest, highest = -100, 100
        if 'unit' in classes.split():
            if value in TIME_UNITS:
                return
            self.faults.add(here.path, number,
                            f'the name of a unit, not "{value}"')
            return
        if 'month' in classes.split():
            lowest, highest = 1, 12
        elif 'weekday' in classes.split():
            lowest, highest = 1, 7
        if not (re.fullmatch(r'-?\d+', value)
                and lowest <= int(value) <= highest):
            self.faults.add(here.path, number, f'a number from {lowest} to '
                            f'{highest}, not "{value}"')

    def check_doublets(self, here, number, columns, fields, seen):
        """The same entry twice, by all columns that name it."""
        if columns[0] in ('forms', 'verb forms'):
            # The past of one verb can be the base of another, or of its own.
            keys = dict.fromkeys(fields[0].split(','))
            if here.name == 'cue-verbs.txt':
                keys = [fields[0].split(',')[0]]
        elif columns[0] == 'detector':
            keys = [' '.join(fields[:3])]
        else:
            keys = [fields[0]]
        for key in keys:
            if key in seen:
                self.faults.add(here.path, number, f'"{key}" only once, it is '
                                f'in line {seen[key]} already')
            else:
                seen[key] = number

    def check_list(self, here):
        here.check_head(self.root, self.faults)
        line, text = here.head.get('Columns', (1, ''))
        names = [name.strip() for name in text.split(',') if name.strip()]
        columns = [name.strip('[]') for name in names]
        for column in columns:
            if column not in self.COLUMNS:
                self.faults.add(here.path, line, 'columns that '
                                f'check-lexicons.py knows, not "{column}"')
                return
        if not columns:
            return
        n_needed = sum(not name.startswith('[') for name in names)

        seen = {}
        for number, row in here.rows:
            fields = row.split('\t')
            if not n_needed <= len(fields) <= len(columns):
                self.faults.add(here.path, number, f'{" and ".join(names)}, '
                                f'parted by tabs, not {len(fields)} columns')
                continue
            for column, field in zip(columns, fields):
                expected = self.check_field(here, column, field)
                if expected:
                    self.faults.add(here.path, number, expected)
            if columns[-1] == 'time value':
                self.check_time_row(here, number, fields[1], fields[2])
            self.check_doublets(here, number, columns, fields, seen)

    def check_lists(self):
        paths = sorted(glob.glob(os.path.join(self.folder, '*.txt')))
        for path in paths:
            here = lexicon_lists.List(path)
            if here.name.startswith('words-'):
                lexicon_lists.read_groups(path, self.faults, self.groups)
                here.check_head(self.root, self.faults)
            else:
                self.lists[here.name] = here
        if 'cue-verbs.txt' in self.lists:
            # In the head "told:about" stands for "told:" and any words.
            self.patterns = {re.sub(':.*', ':', value) for value
                             in self.lists['cue-verbs.txt'].values}
        if 'light-verbs.txt' in self.lists:
            self.light_verbs = {row.split('\t')[1] for _, row
                                in self.lists['light-verbs.txt'].rows
                                if '\t' in row}
        for here in self.lists.values():
            self.check_list(here)
        return paths

    def check_code(self):
        """Groups of words, all of which a rule must ask for."""
        used = set()
        for path in glob.glob(os.path.join(self.root, 'app', '**', '*.[ch]'),
                              recursive=True):
            with open(path, encoding='utf-8') as file:
                used.update(re.findall(r'\bREADOUT_WORDS_[A-Z0-9_]+',
                                       file.read()))
        for name, (path, line, _) in self.groups.items():
            if lexicon_lists.group_constant(name) not in used:
                self.faults.add(path, line,
                                f'a rule that asks for the group "{name}"')


def main():
    arguments = sys.argv[1:]
    code = '--code' in arguments
    if code:
        arguments.remove('--code')
    if not (len(arguments) == 1
            or len(arguments) == 4 and arguments[1] == '--stamp'):
        sys.exit(__doc__)

    checker = Checker(arguments[0])
    paths = checker.check_lists()
    if code:
        checker.check_code()
    if checker.faults.lines:
        sys.exit('\n'.join(checker.faults.lines))

    if len(arguments) == 4:
        with open(arguments[2], 'w', encoding='utf-8') as file:
            file.write('The word lists are as they should be.\n')
        lexicon_lists.write_depfile(arguments[3], arguments[2],
                                    [checker.folder] + paths)
    else:
        print(f'{len(checker.lists)} lists and {len(checker.groups)} groups of '
              f'words are as they should be')


if __name__ == '__main__':
    main()
