#!/usr/bin/env python3
# generate-countries.py: names of countries and their parts from iso-codes
#
# SPDX-FileCopyrightText: 2026 The Readout authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage: generate-countries.py JSON_DIR countries|subdivisions|table OUTPUT

Writes a word list, "name<TAB>ISO 3166-1 code" a line, from the JSON files of
Debian's iso-codes package (LGPL-2.1-or-later); or a table of the codes with one
name each, for app/model/countries.c.  To the standard's countries it adds
Kosovo, with the code that all use for it.
"""

import json
import os
import re
import sys


def load(folder, number):
    path = os.path.join(folder, f'iso_{number}.json')
    with open(path, encoding='utf-8') as file:
        entries = json.load(file)[number]
    if number == '3166-1' and all(x['alpha_2'] != 'XK' for x in entries):
        entries.append({'alpha_2': 'XK', 'name': 'Kosovo'})
    return entries


def forms(name):
    """Yields a name and, of "Iran, Islamic Republic of", both halves."""
    name = re.sub(r'\s*\(.*?\)|\s*\[.*?\]', '', name).strip()
    match = re.fullmatch(r'([^,]+), (.* of(?: the)?)', name)
    if match:
        yield f'{match[2]} {match[1]}'
        # Both Koreas and both Congos have this form.
        if match[1] not in ('Korea', 'Congo'):
            yield match[1]
    elif ',' not in name:
        yield name
        if name.startswith('The '):
            yield name[4:]


def countries(folder):
    for country in load(folder, '3166-1'):
        for key in ('common_name', 'name', 'official_name'):
            for name in forms(country.get(key, '')):
                if name:
                    yield name, country['alpha_2']


def subdivisions(folder):
    # Without short names and those that are words of English.
    words = {'capital', 'central', 'centre', 'coast', 'eastern', 'east',
             'north', 'northern', 'south', 'southern', 'west', 'western',
             'islands', 'federal district', 'national district', 'littoral',
             'centre-east', 'centre-west', 'upper river', 'lower river',
             'bath and north east somerset', 'union', 'independence',
             'reading', 'plateau', 'delta', 'rivers', 'cross river', 'bar',
             'mary', 'grace', 'gold', 'river cess', 'cabinda', 'bay',
             'madison', 'sale', 'commerce'}
    for part in load(folder, '3166-2'):
        name = part['name'].split('/')[0]
        for form in forms(name):
            if len(form) >= 4 and form.lower() not in words:
                yield form, part['code'][:2]


def table(folder):
    """Yields lines of C, in the order of the codes."""
    for country in sorted(load(folder, '3166-1'), key=lambda x: x['alpha_2']):
        name = country.get('common_name', country['name'])
        yield f'{{ "{country["alpha_2"]}", {json.dumps(name, ensure_ascii=False)} }},\n'


def main():
    if (len(sys.argv) != 4
            or sys.argv[2] not in ('countries', 'subdivisions', 'table')):
        sys.exit(__doc__)
    if sys.argv[2] == 'table':
        with open(sys.argv[3], 'w', encoding='utf-8') as file:
            file.write('/* Made by generate-countries.py. */\n')
            file.writelines(table(sys.argv[1]))
        return
    make = countries if sys.argv[2] == 'countries' else subdivisions
    lines = dict.fromkeys(f'{name}\t{code}\n' for name, code in make(sys.argv[1]))
    with open(sys.argv[3], 'w', encoding='utf-8') as file:
        file.write('# Made by generate-countries.py.\n'
                   '# Columns: name, country\n'
                   '# Source: iso-codes, LGPL-2.1-or-later\n'
                   '# Read by: app/language/lexicon.c\n')
        file.writelines(lines)


if __name__ == '__main__':
    main()
