# broken.py: annotation files that must be refused, each with one named fault
#
# SPDX-FileCopyrightText: 2026 The Readout authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes broken annotation files out of a good one.

Run as a program it writes them into a folder:

    broken.py GOOD.readout.json FOLDER

Faults are of three layers: "bytes" is no JSON or not one value, "schema" is
what a JSON Schema can refuse, too, and "meaning" is what only a reader can find.
"""
import copy
import json
import pathlib
import sys

MISSING = object()


def dump(document):
    return json.dumps(document, ensure_ascii=False, indent=2).encode()


def at(document, path):
    """The object that holds the last step of a path, and that step."""
    steps = [int(s) if s.isdigit() else s for s in path.split(".")]
    for step in steps[:-1]:
        document = document[step]
    return document, steps[-1]


def put(good, path, value):
    """A copy of a document with another value, or none, at a path."""
    document = copy.deepcopy(good)
    holder, step = at(document, path)
    if value is MISSING:
        del holder[step]
    else:
        holder[step] = value
    return document


def in_bytes(good):
    """Faults of the bytes."""
    text = dump(good)

    def replaced(old, new):
        assert old in text, old
        return text.replace(old, new, 1)

    for tenth in range(1, 20):
        cut = len(text) * tenth // 20
        # Not inside a character, which would be another fault.
        while text[cut] & 0xc0 == 0x80:
            cut -= 1
        yield f"cut-{tenth:02}", text[:cut]
    yield "empty-file", b""
    yield "only-space", b" \n\t \r\n"
    yield "only-mark", b"\xef\xbb\xbf"
    yield "two-marks", b"\xef\xbb\xbf\xef\xbb\xbf" + text
    yield "two-roots", text + b"\n" + text
    yield "text-behind", text + b" and more"
    yield "brace-behind", text + b"}"
    yield "nul-behind", text + b"\0"
    yield "nul-inside", replaced(b"Agency", b"Age\0ncy")
    yield "utf-16", text.decode().encode("utf-16")
    yield "latin-1", "{\"format\": \"é\"}".encode("latin-1")
    yield "byte-ff", replaced(b"Agency", b"Age\xffcy")
    yield "cut-character", replaced("ö".encode(), b"\xc3")
    yield "overlong-character", replaced(b"Agency", b"\xc1\x81gency")
    yield "encoded-surrogate", replaced(b"Agency", b"\xed\xa0\x80gency")
    yield "beyond-unicode", replaced(b"Agency", b"\xf4\x90\x80\x80gency")
    yield "control-character", replaced(b"Agency", b"Age\x01cy")
    yield "raw-line-break", replaced(b"Agency", b"Age\ncy")
    yield "raw-tab", replaced(b"Agency", b"Age\tcy")
    yield "escaped-nul", replaced(b"Agency", b"Age\\u0000cy")
    yield "high-surrogate", replaced(b"Agency", b"Age\\ud83dcy")
    yield "low-surrogate", replaced(b"Agency", b"Age\\ude00cy")
    yield "surrogates-swapped", replaced(b"Agency", b"\\ude00\\ud83d")
    yield "surrogate-and-letter", replaced(b"Agency", b"\\ud83d\\u0041")
    yield "unknown-escape", replaced(b"Agency", b"Age\\qcy")
    yield "octal-escape", replaced(b"Agency", b"Age\\101cy")
    yield "short-escape", replaced(b"Agency\"", b"Age\\u12\"")
    yield "comment-line", text + b"\n// the end\n"
    yield "comment-block", b"/* start */" + text
    yield "hash-comment", text + b"\n# the end\n"
    yield "single-quotes", replaced(b"\"format\"", b"'format'")
    yield "name-without-quotes", replaced(b"\"format\"", b"format")
    yield "curly-quotes", replaced(b"\"format\"", "“format”".encode())
    yield "comma-before-brace", text.rstrip()[:-1] + b",}"
    yield "comma-before-bracket", replaced(b"\"addressees\": []",
                                           b"\"addressees\": [,]")
    yield "two-commas", replaced(b"\"version\": 1,", b"\"version\": 1,,")
    yield "no-comma", replaced(b"\"version\": 1,", b"\"version\": 1")
    yield "no-colon", replaced(b"\"version\": 1", b"\"version\" 1")
    yield "equals-sign", replaced(b"\"version\": 1", b"\"version\" = 1")
    yield "no-value", replaced(b"\"version\": 1", b"\"version\": ")
    yield "not-a-number", replaced(b"\"version\": 1", b"\"version\": NaN")
    yield "infinity", replaced(b"\"version\": 1", b"\"version\": Infinity")
    yield "leading-zero", replaced(b"\"version\": 1", b"\"version\": 01")
    yield "plus-sign", replaced(b"\"version\": 1", b"\"version\": +1")
    yield "hexadecimal", replaced(b"\"version\": 1", b"\"version\": 0x1")
    yield "bare-point", replaced(b"\"version\": 1", b"\"version\": 1.")
    yield "word-in-capitals", replaced(b"false", b"False")
    yield "python-none", replaced(b"\"version\": 1", b"\"version\": None")
    yield "too-large-integer", replaced(b"\"version\": 1",
                                        b"\"version\": 9223372036854775808")
    yield "too-large-number", replaced(b"\"version\": 1",
                                       b"\"version\": 1e999")
    yield "endless-number", replaced(b"\"version\": 1",
                                     b"\"version\": 1" + b"0" * 5000)
    yield "deep-arrays", b"[" * 100000
    yield "deep-objects", b"{\"a\":" * 100000
    yield "deep-member", replaced(b"\"version\": 1",
                                  b"\"version\": 1, \"x\": " + b"[" * 64
                                  + b"]" * 64)
    for path, member in (("file", b"\"version\": 1"),
                         ("document", b"\"language\": \"en\""),
                         ("mention", b"\"form\": \"name\""),
                         ("actor", b"\"anonymous\": false"),
                         ("statement", b"\"manner\": \"direct\""),
                         ("meeting", b"\"kind\": \"talks\""),
                         ("review", b"\"confidence\": 91")):
        yield "twice-in-" + path, replaced(member, member + b", " + member)
    yield "twice-by-escape", replaced(b"\"version\": 1",
                                      b"\"version\": 1, \"versio\\u006e\": 1")


def wrong_values(good):
    """Members that are missing or have a value that is not allowed."""
    def index(kind, item):
        return next(i for i, x in enumerate(good[kind]) if x["id"] == item)

    mention = f"mentions.{index('mentions', 'm6')}"
    plain = f"mentions.{index('mentions', 'm1')}"
    actor = f"actors.{index('actors', 'a1')}"
    statement = f"statements.{index('statements', 's2')}"
    nested = f"statements.{index('statements', 's6')}"
    meeting = f"meetings.{index('meetings', 'g1')}"

    yield from ((path, value) for path, values in (
        ("format", (MISSING, None, 1, "readout", "")),
        ("version", (MISSING, None, 0, 2, "1", 1.5, True)),
        ("generator", (5, ["x"])),
        ("document", (MISSING, None, [], "text")),
        ("document.text", (MISSING, None, 5, ["text"])),
        ("document.text_sha256", (5, "abc", "g" * 64)),
        ("document.id", (5,)),
        ("document.title", (["a"],)),
        ("document.source", ({},)),
        ("document.author", (True,)),
        ("document.url", (1.5,)),
        ("document.published", (
            20240304, "banana", "", "2023-02-31", "2023-13-01", "2023", "2023-09",
            "20230918", "2023-09-18T25:00Z", "2023-09-18 10:00")),
        ("document.language", (["en"], "banana", "en_US", "e", "english",
                               "en-", "")),
        ("mentions", ({}, "m1", 0)),
        ("actors", ({}, False)),
        ("statements", ({},)),
        ("meetings", ({},)),
        (plain, (None, "m1", [], 7)),
        ("actors.0", (None, "a1")),
        ("statements.0", ([],)),
        ("meetings.0", (1,)),
        (plain + ".id", (MISSING, None, "", 1)),
        (plain + ".start", (MISSING, None, -1, "0", 0.5, [0])),
        (plain + ".end", (MISSING, None, "7", 7.5, 2 ** 40)),
        (plain + ".text", (MISSING, None, 5, "")),
        (plain + ".type", (MISSING, "human", "Person", 1, None)),
        (plain + ".form", (MISSING, "proper", 1)),
        (plain + ".actor", ("", 3, ["a1"])),
        (plain + ".note", (5,)),
        (plain + ".review", ([], "confirmed", 1)),
        (mention + ".review.state", ("accepted", 1, ["confirmed"])),
        (mention + ".review.by", (5,)),
        (mention + ".review.at", (
            1711872000, "yesterday", "2024-03-31", "2024-03-31T08:00:00",
            "2024-03-31T08:00:00+02:00", "2024-02-31T08:00:00Z")),
        (mention + ".review.detector", (["readout"],)),
        (mention + ".review.confidence", (101, -1, "55", 55.5)),
        (mention + ".review.flag", ("yes", 1)),
        (mention + ".review.suggested", ("Arden", [])),
        (mention + ".review.suggested.type", (MISSING, "human")),
        (mention + ".review.suggested.start", (MISSING, -5)),
        (actor + ".id", (MISSING, "")),
        (actor + ".type", (MISSING, "human", None)),
        (actor + ".name", (MISSING, None, 5)),
        (actor + ".role", (5,)),
        (actor + ".affiliation", (["Alvania"],)),
        (actor + ".country", (47, "QQ-no", "no", "NOR", "Norway", "")),
        (actor + ".anonymous", ("no", 0)),
        (actor + ".wikidata", (42, "42", "q42", "Q", "Q042", "P31")),
        (statement + ".id", (MISSING,)),
        (statement + ".speakers", ("a1", [1], [""], ["a1", "a1"], [None])),
        (statement + ".source", ({}, "she", [5])),
        (statement + ".cue", ("said", [None])),
        (statement + ".content", ("Very close", [[0, 1]])),
        (statement + ".content.0.start", (MISSING, 1.5)),
        (statement + ".content.0.text", (MISSING, 1)),
        (statement + ".manner", (MISSING, "quoted", None)),
        (statement + ".addressees", ("a2", [{}])),
        (nested + ".parent", ("", 5)),
        (meeting + ".id", (MISSING,)),
        (meeting + ".status", (MISSING, "over", "canceled")),
        (meeting + ".kind", (MISSING, "meeting")),
        (meeting + ".triggers", ({},)),
        (meeting + ".participants", ("a1", [["a1"]])),
        (meeting + ".place", ("Port Alva",)),
        (meeting + ".time", ("Sunday", ["Sunday"])),
        (meeting + ".time.value", (
            2024, "banana", "2023-02-31", "2023-02-30T10:00", "2023-00",
            "23-09-18", "2023-09-18T24:30", "2023-09-16/", "/2023-09-16",
            "2023-09-16/17", "2023-09-16/2023-02-31")),
        (meeting + ".duration.value", (
            12, "banana", "P", "PT", "P2", "12H", "P1H", "PT1D", "P-2D",
            "P1DT", "P1D2Y", "p2d")),
        (meeting + ".duration.spans", ({},)),
        (meeting + ".topics.0.end", (MISSING,)),
    ) for value in values)


def meanings(good):
    """Faults that no schema sees."""
    first = good["mentions"][0]
    length = len(good["document"]["text"])
    corrected = next(i for i, m in enumerate(good["mentions"])
                     if m["id"] == "m6")
    s2 = next(i for i, s in enumerate(good["statements"]) if s["id"] == "s2")
    s5 = next(i for i, s in enumerate(good["statements"]) if s["id"] == "s5")

    yield "checksum", put(good, "document.text_sha256", "0" * 64)
    yield "text-changed", put(
        good, "document.text",
        good["document"]["text"].replace("Alvania", "alvania"))
    yield "span-empty", put(good, "mentions.1.end",
                            good["mentions"][1]["start"])
    yield "integer-with-fraction", put(good, "mentions.0.end",
                                       float(first["end"]))
    yield "span-backwards", put(
        put(good, "mentions.1.start", good["mentions"][1]["end"]),
        "mentions.1.end", good["mentions"][1]["start"])
    yield "span-behind-text", put(good, "mentions.0.end", length + 1)
    yield "span-shifted", put(
        put(good, "mentions.1.start", good["mentions"][1]["start"] + 1),
        "mentions.1.end", good["mentions"][1]["end"] + 1)
    yield "span-other-text", put(good, "mentions.0.text", "Borland")
    yield "span-in-bytes", put(
        put(good, "statements.4.content.0.start",
            good["statements"][4]["content"][0]["start"] + 9),
        "statements.4.content.0.end",
        good["statements"][4]["content"][0]["end"] + 9)
    yield "spans-overlap", put(
        good, f"statements.{s2}.content",
        [good["statements"][s2]["content"][0]] * 2)
    yield "suggested-other-text", put(
        good, f"mentions.{corrected}.review.suggested.text", "Ardent")
    yield "suggested-other-id", put(
        good, f"mentions.{corrected}.review.suggested.id", "m1")
    yield "id-twice", put(good, "mentions.1.id", good["mentions"][0]["id"])
    yield "id-twice-across", put(good, "meetings.0.id", "m1")
    yield "actor-dangling", put(good, "mentions.0.actor", "a99")
    yield "actor-is-mention", put(good, "mentions.0.actor", "m2")
    yield "speaker-dangling", put(good, "statements.0.speakers", ["a99"])
    yield "speaker-is-statement", put(good, "statements.0.speakers", ["s2"])
    yield "addressee-dangling", put(good, "statements.0.addressees", ["x"])
    yield "participant-dangling", put(good, "meetings.0.participants",
                                      ["a1", "a99"])
    yield "parent-dangling", put(good, "statements.0.parent", "s99")
    yield "parent-is-actor", put(good, "statements.0.parent", "a1")
    yield "parent-is-itself", put(good, "statements.0.parent", "s1")
    yield "parents-in-a-circle", put(good, f"statements.{s5}.parent", "s6")


def values(good):
    """Values of the right form that mean nothing, which no pattern sees."""
    yield "no-leap-year", put(good, "document.published", "2023-02-29")
    yield "no-leap-century", put(good, "document.published", "1900-02-29")
    yield "year-0", put(good, "document.published", "0000-01-01")
    yield "no-such-country", put(good, "actors.0.country", "QQ")
    yield "time-backwards", put(good, "meetings.0.time.value",
                                "2023-09-17/2023-09-16")
    yield "two-fractions", put(good, "meetings.0.duration.value",
                               "PT0.5H0.5M")


def name_of(value):
    if value is MISSING:
        return "missing"
    return json.dumps(value)[:24]


def all_faults(good):
    """Tuples of name, layer and bytes."""
    for name, data in in_bytes(good):
        yield name, "bytes", data
    for path, value in wrong_values(good):
        yield (f"{path}={name_of(value)}", "schema",
               dump(put(good, path, value)))
    corrected = next(i for i, m in enumerate(good["mentions"])
                     if m["id"] == "m6")
    twice = copy.deepcopy(good)
    suggested = twice["mentions"][corrected]["review"]["suggested"]
    suggested["review"] = {"suggested": copy.deepcopy(suggested)}
    yield "suggested-in-suggested", "schema", dump(twice)
    for kind in "[]", "5", "\"readout-annotation\"", "null", "true":
        yield "root-" + kind, "schema", kind.encode()
    for name, document in meanings(good):
        yield name, "meaning", dump(document)
    for name, document in values(good):
        yield name, "meaning", dump(document)


def main():
    good = json.loads(pathlib.Path(sys.argv[1]).read_text("utf-8"))
    folder = pathlib.Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    for number, (_, _, data) in enumerate(all_faults(good)):
        (folder / f"broken-{number:03}.json").write_bytes(data)


if __name__ == "__main__":
    main()
