#!/usr/bin/python3
# test-formats.py: schema, canonical form and refusals, from the outside
#
# SPDX-FileCopyrightText: 2026 The Readout authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage: test-formats.py, with READOUT_CLI the program (set by meson).

What the program writes is judged by two programs that are not ours: Python's
json for the layout and python3-jsonschema for the schema.
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

import jsonschema

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(HERE))
sys.path.insert(0, str(HERE.parent / "support"))
import broken  # noqa: E402
import tap  # noqa: E402

CLI = os.environ["READOUT_CLI"]
SHARED = pathlib.Path(os.environ.get("READOUT_SHARED", ROOT.parent / "shared"))
SCHEMA = json.loads(
    (ROOT / "data/schema/readout-annotation-1.json").read_text("utf-8"))
VALID = sorted((HERE / "valid").glob("*.json"))
GOLD = sorted(SHARED.glob("gold/*/*.annotation.json"))
GOLDEN = sorted((HERE.parent / "golden").glob("*.json"))
LIMIT = 60


def run(*arguments):
    """Run the program and return (status, stdout, stderr), as bytes."""
    done = subprocess.run(
        [CLI, *map(str, arguments)], capture_output=True, timeout=LIMIT,
        check=False, env={**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "C"})
    return done.returncode, done.stdout, done.stderr


def load(path):
    return json.loads(path.read_text("utf-8-sig"))


def sort_key(item):
    return json.dumps(item, sort_keys=True)


def normal(value):
    """A document without what the format gives no meaning to.

    That is the order of items and of spans, members that are null, empty
    lists, and a review that says nothing.
    """
    if isinstance(value, dict):
        kept = {name: normal(child) for name, child in value.items()}
        if kept.get("anonymous") is False:
            del kept["anonymous"]
        return {name: child for name, child in kept.items()
                if child not in (None, [], {})}
    if isinstance(value, list):
        items = [normal(child) for child in value]
        if items and all(isinstance(x, dict) for x in items):
            items.sort(key=sort_key)
        return items
    return value


class Schema(unittest.TestCase):
    validator = jsonschema.Draft202012Validator(SCHEMA)

    def faults(self, document):
        return [f"{fault.json_path}: {fault.message[:200]}"
                for fault in self.validator.iter_errors(document)]

    def test_schema_is_one(self):
        jsonschema.Draft202012Validator.check_schema(SCHEMA)
        self.assertIn("2020-12", SCHEMA["$schema"])

    def test_every_member_is_described(self):
        """What the program writes is all in the schema, by name."""
        described = set(re.findall(r'"([a-z_0-9]+)": [{]',
                                   json.dumps(SCHEMA, indent=1)))
        document = load(HERE / "valid/other-program.readout.json")
        names = set()

        def collect(value):
            if isinstance(value, dict):
                names.update(value)
                value = list(value.values())
            if isinstance(value, list):
                for child in value:
                    collect(child)

        collect(document)
        self.assertLessEqual(names, described)

    def test_accepts_valid(self):
        for path in VALID:
            with self.subTest(path.name):
                self.assertEqual(self.faults(load(path)), [])

    def test_refuses_broken(self):
        good = load(HERE / "valid/complete.readout.json")
        for name, layer, data in broken.all_faults(good):
            if layer == "bytes":
                continue
            with self.subTest(name):
                self.assertEqual(self.validator.is_valid(json.loads(data)),
                                 layer == "meaning")


class Writing(unittest.TestCase):
    validator = jsonschema.Draft202012Validator(SCHEMA)

    def check(self, path):
        status, first, message = run("convert", "--to", "readout", path)
        self.assertEqual((status, message), (0, b""))

        document = json.loads(first)
        self.validator.validate(document)
        self.assertEqual(
            first.decode(),
            json.dumps(document, ensure_ascii=False, indent=2) + "\n")
        expected = normal(load(path))
        got = normal(document)
        # The digest is written where it was missing.
        expected["document"]["text_sha256"] = got["document"]["text_sha256"]
        self.assertEqual(got, expected)

        with tempfile.TemporaryDirectory() as folder:
            copy = pathlib.Path(folder) / "copy.readout.json"
            copy.write_bytes(first)
            status, second, message = run("convert", "--to", "readout", copy)
        self.assertEqual((status, message), (0, b""))
        self.assertEqual(first, second)

    def test_valid(self):
        for path in VALID:
            with self.subTest(path.name):
                self.check(path)

    @unittest.skipUnless(GOLDEN, "no golden files")
    def test_golden(self):
        for path in GOLDEN:
            with self.subTest(path.name):
                self.check(path)

    @unittest.skipUnless(GOLD, "no annotated articles beside the project")
    def test_gold(self):
        for path in GOLD:
            with self.subTest(path.name):
                self.check(path)


class Values(unittest.TestCase):
    """Dates, durations, languages, countries that are none.

    The only faults with which a file is read, and written, all the same.
    """

    NONSENSE = {
        "document.published": "2023-02-31",
        "document.language": "banana",
        "mentions.5.review.at": "yesterday",
        "actors.0.country": "QQ-no",
        "actors.0.wikidata": "Norway",
        "meetings.0.time.value": "2023-02-31",
        "meetings.0.duration.value": "half a day",
    }
    SENSE = {
        "document.published": ("2024-02-29", "2023-09-18T14:30",
                               "2023-09-18T14:30:05.5Z",
                               "2023-09-18T14:30:05+05:30"),
        "document.language": ("en", "pt-BR", "zh-Hant-TW", "de-1996", "es-419",
                              "zh-yue", "en-x-tabloid", "x-klingon",
                              "i-klingon", "en-GB-oed", "en-u-ca-gregory"),
        "mentions.5.review.at": ("2026-11-23T18:00:00Z",
                                 "2024-02-29T18:00+00:00"),
        "actors.0.country": ("NO", "XK", None),
        "actors.0.wikidata": ("Q42", "Q3099714"),
        "meetings.0.time.value": ("2023", "2023-09", "2023-09-18",
                                  "2023-09-18T14:30", "2024-02-29/2024-03-01",
                                  "2023-09/2023-10", "2023-09-18/2023"),
        "meetings.0.duration.value": ("PT12H", "P2D", "P3W", "P1Y2M3DT4H5M6S",
                                      "PT0.5H"),
    }
    validator = jsonschema.Draft202012Validator(SCHEMA)

    def setUp(self):
        self.good = load(HERE / "valid/complete.readout.json")
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = pathlib.Path(folder.name) / "values.readout.json"

    def put(self, values):
        document = self.good
        for member, value in values.items():
            document = broken.put(document, member, value)
        self.path.write_bytes(broken.dump(document))
        return document

    def test_sense(self):
        for member, values in self.SENSE.items():
            for value in values:
                with self.subTest(f"{member}={value}"):
                    document = self.put({member: value})
                    self.assertTrue(self.validator.is_valid(document))
                    self.assertEqual(run("check", self.path), (0, b"", b""))

    def test_nonsense_is_named(self):
        """Each has its own line, at its place, and none hides another."""
        self.put(self.NONSENSE)
        status, out, message = run("check", self.path)
        lines = self.path.read_text("utf-8").split("\n")
        found = re.findall(r"line (\d+), column (\d+): ([^:]*): (.*)",
                           message.decode())

        self.assertEqual((status, out), (1, b""))
        self.assertEqual(
            sorted(member for _, _, member, _ in found),
            sorted(re.sub(r"\.(\d+)", r"[\1]", member)
                   for member in self.NONSENSE))
        for line, column, member, what in found:
            value = self.NONSENSE[re.sub(r"\[(\d+)\]", r".\1", member)]
            self.assertIn(f"found “{value}”", what)
            self.assertTrue(lines[int(line) - 1][int(column) - 1:].startswith(
                json.dumps(value)))

    def test_nonsense_of_a_suggestion(self):
        actor = self.good["actors"][0]
        self.put({"actors.0": {
            **actor, "review": {
                "state": "corrected",
                "suggested": {"type": "person", "name": "x",
                              "country": "QQ-no"}}}})
        status, _, message = run("check", self.path)
        self.assertEqual(status, 1)
        self.assertIn("actors[0].review.suggested.country", message.decode())

    def test_nonsense_in_lines(self):
        document = self.put(self.NONSENSE)
        line = json.dumps(document, ensure_ascii=False)
        path = self.path.with_suffix(".jsonl")
        path.write_text(f"{json.dumps(self.good)}\n{line}\n", "utf-8")
        status, _, message = run("check", path)
        self.assertEqual(status, 1)
        self.assertEqual(message.decode().count("line 2, column "),
                         len(self.NONSENSE))
        self.assertNotIn("line 1, ", message.decode())

    def test_nonsense_is_kept(self):
        """It is read without a word, and written back as it was."""
        for member, value in self.NONSENSE.items():
            with self.subTest(member):
                document = self.put({member: value})
                status, out, message = run("convert", "--to", "readout",
                                           self.path)
                self.assertEqual((status, message), (0, b""))
                self.assertEqual(normal(json.loads(out)), normal(document))
                self.assertFalse(self.validator.is_valid(json.loads(out)))


class Refusing(unittest.TestCase):
    def test_valid_pass(self):
        status, _, message = run("check", *VALID)
        self.assertEqual(status, 0, message)

    def test_broken(self):
        good = load(HERE / "valid/complete.readout.json")
        faults = list(broken.all_faults(good))
        self.assertGreaterEqual(len({data for _, _, data in faults}), 200)

        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "broken.readout.json"
            for name, _, data in faults:
                with self.subTest(name):
                    path.write_bytes(data)
                    status, _, message = run("check", path)
                    message = message.decode()
                    self.assertEqual(status, 1, message)
                    self.assertIn("broken.readout.json", message)
                    self.assertRegex(message, r"line \d+, column \d+: ")
                    self.assertNotRegex(message, "CRITICAL|WARNING|Sanitizer")

    def test_all_faults(self):
        """Each fault of a file has its own line."""
        good = load(HERE / "valid/complete.readout.json")
        for member, value in (("document.title", 5),
                              ("mentions.3.type", "human"),
                              ("statements.1.manner", None),
                              ("meetings.1.kind", "tea")):
            good = broken.put(good, member, value)
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "broken.readout.json"
            path.write_bytes(broken.dump(good))
            status, _, message = run("check", path)
            lines = pathlib.Path(folder) / "broken.jsonl"
            lines.write_text("{}\n{}\n")
            lines_status, _, lines_message = run("check", lines)
        self.assertEqual(status, 1)
        self.assertEqual(
            re.findall(r"column \d+: ([^:]*): ", message.decode()),
            ["document.title", "mentions[3].type", "statements[1]",
             "meetings[1].kind"])
        self.assertEqual(lines_status, 1)
        self.assertIn("line 1, column 1: ", lines_message.decode())
        self.assertIn("line 2, column 1: ", lines_message.decode())

    def test_places(self):
        """The place is that of the member which is at fault."""
        path = HERE / "valid/complete.readout.json"
        good = load(path)
        for member, value in (("mentions.3.type", "human"),
                              ("statements.1.content.1.end", 2),
                              ("meetings.0.time.value", 7)):
            document = broken.put(good, member, value)
            lines = broken.dump(document).decode().split("\n")
            with tempfile.TemporaryDirectory() as folder:
                copy = pathlib.Path(folder) / "broken.readout.json"
                copy.write_bytes(broken.dump(document))
                _, _, message = run("check", copy)
            found = re.search(r"line (\d+), column (\d+): ([^:]*): ",
                              message.decode())
            named = re.sub(r"\.(\d+)", r"[\1]", member)
            self.assertTrue(named.startswith(found[3]), found[0])
            line = lines[int(found[1]) - 1]
            if found[3] == named:
                self.assertTrue(
                    line[int(found[2]) - 1:].startswith(json.dumps(value)))


if __name__ == "__main__":
    tap.main()
