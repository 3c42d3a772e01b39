#!/usr/bin/python3
# make-lists.py: extracts the tagger's lists from Debian packages
#
# SPDX-FileCopyrightText: 2026 The Readout authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Extract lists of names and words for `readout-cli train names --lists`.

Usage: make-lists.py FOLDER

Writes FOLDER/CLASS.txt, one phrase a line with its tokens parted by blanks, and
FOLDER/words.txt, "WORD USE CLASS SPEECH" a line: USE is 1 for a lower-case word of
the dictionary, 2 for a capitalised one, 3 for both; CLASS is 1 + the number of the
WordNet lexicographer file of its most frequent meaning, or 0; SPEECH adds up the
parts of speech that it can be: 1 noun, 2 verb, 4 adjective, 8 adverb, 16 past or
participle, 32 -ing form.

Everything comes from these Debian packages, all of them free:

    iso-codes (LGPL-2.1+)                    countries, subdivisions, languages, currencies
    unicode-cldr-core (Unicode-DFS)          English names of the same, time-zone cities
    libgweather-4-common (GPL-2+)            cities
    wordnet-base (WordNet)                   people, places, organisations, events,
                                             nationalities; classes of words
    link-grammar-dictionaries-en (LGPL-2.1)  given names
    ruby-faker (Expat), python3-fake-factory (Expat)
                                             given names and surnames of many languages
    wamerican-huge (public domain, SCOWL)    dictionary
"""
import collections
import glob
import html
import importlib
import json
import os
import pkgutil
import re
import sys
import xml.etree.ElementTree as ElementTree

import yaml

TOKEN = re.compile(r"(?:[A-Za-z]\.){2,}|['’](?:s|S)\b|[^\W_]+|[^\w\s]")
LISTS = collections.defaultdict(set)


def add(name, phrase, capital=True):
    """Adds a phrase as the tokenizer would part it, if it is a name at all."""
    phrase = re.sub(r"\s*\([^)]*\)|\[[^\]]*\]", "", html.unescape(phrase)).strip()
    tokens = TOKEN.findall(phrase.replace("’", "'"))
    if not tokens or len(tokens) > 7 or len(phrase) < 2:
        return
    if capital and not any(t[0].isupper() for t in tokens):
        return
    LISTS[name].add(" ".join(tokens))


def turned(name):
    """"Congo, Republic of the" is also "Republic of the Congo"."""
    head, comma, tail = name.partition(", ")
    return [name] if not comma else [head, tail + " " + head]


def from_iso_codes():
    base = "/usr/share/iso-codes/json/iso_"
    load = lambda part: json.load(open(base + part + ".json", encoding="utf-8"))[part]
    for part in ("3166-1", "3166-3"):
        for entry in load(part):
            for key in ("name", "official_name", "common_name"):
                for name in turned(entry.get(key, "")):
                    add("country", name)
    for entry in load("3166-2"):
        for name in turned(entry["name"]):
            add("admin", name)
    for entry in load("639-3"):
        if entry.get("alpha_2") or entry.get("scope") == "I" and " " not in entry["name"]:
            for name in entry["name"].split("; "):
                add("language", name.split(" (")[0])
    for entry in load("4217"):
        add("currency", entry["name"])


def from_cldr():
    base = "/usr/share/unicode/cldr/common/"
    root = ElementTree.parse(base + "main/en.xml").getroot()
    for e in root.iter("territory"):
        if e.text and e.get("type"):
            add("country" if e.get("type").isalpha() else "region", e.text)
    for e in root.iter("language"):
        if e.text and e.get("type"):
            add("language", e.text)
    for e in root.iter("exemplarCity"):
        add("city", e.text or "")
    for e in root.iter("currency"):
        for d in e.iter("displayName"):
            add("currency", d.text or "")
    path = base + "subdivisions/en.xml"
    if os.path.exists(path):
        for e in ElementTree.parse(path).getroot().iter("subdivision"):
            add("admin", e.text or "")
    path = base + "supplemental/metaZones.xml"
    for e in root.iter("zone"):
        kind = e.get("type") or ""
        if "/" in kind:
            add("city", kind.split("/")[-1].replace("_", " "))


def from_gweather():
    root = ElementTree.parse("/usr/share/libgweather-4/Locations.xml").getroot()
    for e in root.iter("city"):
        name = e.find("_name")
        if name is None:
            name = e.find("name")
        if name is not None and name.text:
            add("city", name.text)
    for tag, name in (("state", "admin"), ("region", "region")):
        for e in root.iter(tag):
            child = e.find("_name")
            if child is None:
                child = e.find("name")
            if child is not None and child.text:
                add(name, child.text)


INSTANCES = {4: "wn-event", 6: "wn-artifact", 11: "wn-event", 14: "wn-group",
             15: "wn-location", 17: "wn-object", 18: "wn-person"}


def from_wordnet():
    base = "/usr/share/wordnet/"
    for line in open(base + "data.noun", encoding="latin-1"):
        if line.startswith("  "):
            continue
        f = line.split("|")[0].split()
        lexfile, n_words = int(f[1]), int(f[3], 16)
        words = [f[4 + 2 * i].replace("_", " ") for i in range(n_words)]
        if " @i " in line:
            for w in words:
                if lexfile in INSTANCES:
                    add(INSTANCES[lexfile], w)
                    if lexfile == 18 and " " in w and w.split()[-1][0].isupper():
                        add("last", w.split()[-1])
        elif lexfile in (18, 14, 10):
            for w in words:
                if w[0].isupper():
                    add("nationality", w)
                    if not w.endswith("s"):
                        add("nationality", w + "s")
    for line in open(base + "data.adj", encoding="latin-1"):
        if line.startswith("  "):
            continue
        f = line.split("|")[0].split()
        if int(f[1]) == 1:
            for i in range(int(f[3], 16)):
                w = f[4 + 2 * i].split("(")[0].replace("_", " ")
                if w[0].isupper():
                    add("nationality", w)


def from_link_grammar():
    base = "/usr/share/link-grammar/en/words/entities.given-"
    for part in ("bisex", "female", "male"):
        for line in open(base + part + ".sing", encoding="utf-8"):
            add("first", line.strip().rsplit(".", 1)[0].replace("_", " "))


def flatten(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for v in value.values():
            yield from flatten(v)
    elif isinstance(value, (list, tuple)):
        for v in value:
            yield from flatten(v)


LATIN = re.compile(r"^[A-Z\u00c0-\u024f][A-Za-z\u00c0-\u024f'’ .-]+$")


def add_name(kind, name):
    name = re.sub(r"\.[fmb]$", "", name.strip())
    if LATIN.match(name) and "#" not in name and len(name) > 1:
        add(kind, name)


def from_faker():
    for path in glob.glob("/usr/share/**/faker*/**/locales/**/*.yml", recursive=True) + glob.glob(
            "/usr/share/rubygems-integration/**/locales/**/*.yml", recursive=True):
        if "BORK" in path or "ocker" in path:
            continue
        try:
            tree = yaml.safe_load(open(path, encoding="utf-8"))
        except yaml.YAMLError:
            continue
        for locale in (tree or {}).values():
            name = ((locale or {}).get("faker") or {}).get("name") or {}
            if not isinstance(name, dict):
                continue
            for key, value in name.items():
                if key.endswith("last_name") or key == "family_name":
                    for v in flatten(value):
                        add_name("last", v)
                elif "first_name" in key or key in ("given_name", "male_name", "female_name"):
                    for v in flatten(value):
                        add_name("first", v)
    sys.path.insert(0, "/usr/lib/python3/dist-packages")
    import faker.providers.person as person
    for info in pkgutil.iter_modules(person.__path__):
        module = importlib.import_module("faker.providers.person." + info.name)
        provider = getattr(module, "Provider", None)
        for key in dir(provider):
            kind = ("first" if key.startswith(("first_name", "given_name")) else
                    "last" if key.startswith(("last_name", "surname")) else None)
            value = getattr(provider, key)
            if kind and not callable(value):
                for v in (value.keys() if isinstance(value, dict) else flatten(value)):
                    if isinstance(v, str):
                        add_name(kind, v)


def inflect_noun(w):
    if re.search(r"(s|x|z|ch|sh)$", w):
        return [w + "es"]
    if re.search(r"[^aeiou]y$", w):
        return [w[:-1] + "ies"]
    return [w + "s"]


def inflect_verb(w):
    if w.endswith("e"):
        return [w + "s", w + "d", w[:-1] + "ing"]
    if re.search(r"[^aeiou]y$", w):
        return [w[:-1] + "ies", w[:-1] + "ied", w + "ing"]
    forms = inflect_noun(w) + [w + "ed", w + "ing"]
    if re.search(r"^[^aeiou]*[aeiou][bdgklmnprt]$", w):
        forms += [w + w[-1] + "ed", w + w[-1] + "ing"]
    return forms


def words(folder):
    base = "/usr/share/wordnet/"
    senses = {}
    speech = collections.Counter()
    bits = {"noun": 1, "verb": 2, "adj": 4, "adv": 8}
    for part in ("noun", "verb", "adj", "adv"):
        lexfiles = {}
        for line in open(base + "data." + part, encoding="latin-1"):
            if not line.startswith("  "):
                lexfiles[line[:8]] = int(line[9:11])
        inflect = {"noun": inflect_noun, "verb": inflect_verb}.get(part, lambda w: [])
        irregular = collections.defaultdict(list)
        for line in open(base + part + ".exc", encoding="latin-1"):
            f = line.split()
            irregular[f[1]].append(f[0])
        for line in open(base + "index." + part, encoding="latin-1"):
            if line.startswith("  "):
                continue
            f = line.split()
            n_pointers = int(f[3])
            count = int(f[5 + n_pointers])
            offset = f[6 + n_pointers]
            if "_" in f[0]:
                continue
            # An inflected form loses against a word that is spelled like it.
            for form, rank in [(f[0], count + 0.5)] + [
                    (x, count) for x in irregular.get(f[0], inflect(f[0]))]:
                bit = bits[part]
                if part == "verb" and form != f[0]:
                    bit = 32 if form.endswith("ing") else 2 if form.endswith("s") else 16
                speech[form] |= bit
                if rank > senses.get(form, (-1, 0))[0]:
                    senses[form] = (rank, lexfiles[offset] + 1)
    use = collections.Counter()
    for line in open("/usr/share/dict/american-english-huge", encoding="utf-8"):
        w = line.strip()
        if "'" in w:
            continue
        if w[:1].islower():
            use[w] |= 1
        elif w[:1].isupper():
            use[w.lower()] |= 2
    with open(os.path.join(folder, "words.txt"), "w", encoding="utf-8") as out:
        for w in sorted(set(use) | set(senses)):
            if " " in w or not w:
                continue
            out.write("%s %d %d %d\n" % (w, use.get(w, 0), senses.get(w, (0, 0))[1], speech[w]))


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = sys.argv[1]
    os.makedirs(folder, exist_ok=True)
    from_iso_codes()
    from_cldr()
    from_gweather()
    from_wordnet()
    from_link_grammar()
    from_faker()
    for name, phrases in sorted(LISTS.items()):
        with open(os.path.join(folder, name + ".txt"), "w", encoding="utf-8") as out:
            out.write("".join(p + "\n" for p in sorted(phrases)))
        print("%-14s %7d" % (name, len(phrases)))
    words(folder)


if __name__ == "__main__":
    main()
