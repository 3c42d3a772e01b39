#!/usr/bin/python3
# check-words.py: English words stand in data/lexicons, not in C
#
# SPDX-FileCopyrightText: 2026 The Readout authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage: check-words.py SOURCE_ROOT | --self-test

Looks in the rooms that read English for arrays with two words or more in small
letters.  One word that a rule compares a token with may stand in C; a list of
words may not.  What looks like one and is none stands in ALLOWED."""
import pathlib
import re
import sys
import tempfile

ROOMS = ["app/detect", "app/edits", "app/language", "app/tagger"]

# File and array: words of files, options and formats, not of articles.
ALLOWED = {
    "app/detect/models/installed.c": ("shipped",),
    "app/detect/steps.c": ("steps",),
    "app/detect/words/cue-lexicon.c": ("plain", "nicks"),
    "app/detect/words/meeting-lexicon.c": ("nicks",),
    "app/detect/words/row-check.c": ("types",),
    "app/language/dates-words.c": ("class_nicks", "unit_nicks"),
    "app/tagger/attribution/kinds.c": ("nicks",),
}

ARRAY = re.compile(
    r"(\w+)\s*\[[^\]]*\](?:\[[^\]]*\])?\s*=\s*\{(.*?)\n?\s*\};", re.S)
COMMENT = re.compile(r"/\*.*?\*/", re.S)
WORD = re.compile(r'"([a-z][a-z\'’-]+)"')


def find(root):
    """Yield (file, line, array, words) for each array of words."""
    for room in ROOMS:
        for path in sorted((root / room).rglob("*.c")):
            # Comments keep their lines, so that places are right.
            source = COMMENT.sub(lambda m: re.sub(r"[^\n]", " ", m[0]),
                                 path.read_text(encoding="utf-8"))
            for match in ARRAY.finditer(source):
                words = WORD.findall(match[2])
                name = path.relative_to(root).as_posix()
                if len(words) >= 2 and match[1] not in ALLOWED.get(name, ()):
                    line = source.count("\n", 0, match.start()) + 1
                    yield name, line, match[1], words


def self_test():
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        path = root / "app" / "detect" / "a.c"
        path.parent.mkdir(parents=True)
        path.write_text('static const char *const verbs[]\n'
                        '    = { "said", /* often */ "told", NULL };\n'
                        'static const int sizes[] = { 1, 2 };\n'
                        'static const char *const one[] = { "said", NULL };\n',
                        encoding="utf-8")
        found = list(find(root))
        assert found == [("app/detect/a.c", 1, "verbs", ["said", "told"])], \
            found
    print("an array of words is found")


def main():
    if sys.argv[1:] == ["--self-test"]:
        return self_test()
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    found = list(find(pathlib.Path(sys.argv[1])))
    for name, line, array, words in found:
        print(f"{name}:{line}: the words of “{array}” ({', '.join(words[:3])}"
              f"{' …' if len(words) > 3 else ''}) belong into data/lexicons")
    if found:
        sys.exit(1)
    print("no array of English words in C")
    return None


if __name__ == "__main__":
    main()
