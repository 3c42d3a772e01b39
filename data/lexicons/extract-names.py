#!/usr/bin/env python3
# extract-names.py: makes towns.txt and given-names.txt again
#
# SPDX-FileCopyrightText: 2026 The Readout authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage: extract-names.py

Needs Debian's libgweather-4-common, link-grammar-dictionaries-en and
wamerican-huge, and writes the two lists beside itself.
"""

import os
import re
import xml.etree.ElementTree as ElementTree

HERE = os.path.dirname(os.path.abspath(__file__))
LOCATIONS = '/usr/share/libgweather-4/Locations.xml'
WORDS = '/usr/share/dict/american-english-huge'
GRAMMAR = '/usr/share/link-grammar/en/words'
# Their towns are mostly named by words or surnames.
ENGLISH_SPEAKING = {'US', 'CA', 'GB', 'AU', 'NZ', 'IE'}


def read_words():
    with open(WORDS, encoding='utf-8') as file:
        return {line.strip() for line in file if line[:1].islower()}


def read_given_names():
    names = {}
    for suffix, gender in (('male', 'm'), ('female', 'f'), ('bisex', '')):
        path = os.path.join(GRAMMAR, f'entities.given-{suffix}.sing')
        with open(path, encoding='utf-8') as file:
            for word in file.read().split():
                name = word.split('.')[0]
                if len(name) > 1:
                    known = names.get(name, gender)
                    names[name] = gender if known == gender else ''
    return names


def read_towns(excluded):
    for country in ElementTree.parse(LOCATIONS).iter('country'):
        code = country.findtext('iso-code')
        if not code or code in ENGLISH_SPEAKING:
            continue
        for city in country.iter('city'):
            name = (city.findtext('name') or '').strip()
            if len(name) >= 4 and '(' not in name and not excluded(name):
                yield name, code


def read_list(name):
    with open(os.path.join(HERE, name), encoding='utf-8') as file:
        return [line.split('\t')[0] for line in file if line[0] != '#']


def write(name, lines):
    """Replaces the entries of a list and keeps its head."""
    path = os.path.join(HERE, name)
    with open(path, encoding='utf-8') as file:
        head = [line for line in file if re.match('#', line)]
    with open(path, 'w', encoding='utf-8') as file:
        file.writelines(head + lines)


def main():
    words = read_words()
    given = read_given_names()
    known = set(read_list('cities.txt'))
    towns = {}
    for name, code in read_towns(lambda n: n.lower() in words or n in given
                                 or n in known):
        towns.setdefault(name, code)
    write('towns.txt', sorted(f'{n}\t{c}\n' for n, c in towns.items()))
    write('given-names.txt', [f'{n}\t{g}\n' if g else f'{n}\n'
                              for n, g in sorted(given.items())])


if __name__ == '__main__':
    main()
