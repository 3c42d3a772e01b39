#!/usr/bin/python3
# test-own-words.py: what a person's own words do to what is detected
#
# SPDX-FileCopyrightText: 2026 The Readout authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage: test-own-words.py, with READOUT_CLI the program (set by meson)."""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
import tap  # noqa: E402

CLI = os.environ["READOUT_CLI"]
LIMIT = 60

ARTICLE = """\
Old bridge opens again

Ilse Marant frobnicated that the bridge would open in May. The Vogt Anders \
Holt met Marant on Monday.
"""


class OwnWords(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.data = pathlib.Path(self.folder.name)
        self.lists = self.data / "readout" / "lexicons"
        self.lists.mkdir(parents=True)

    def tearDown(self):
        self.folder.cleanup()

    def write(self, **lists):
        for name, text in lists.items():
            path = self.lists / (name.replace("_", "-") + ".txt")
            path.write_bytes(text if isinstance(text, bytes)
                             else text.encode())

    def run_cli(self, *arguments, stdin=""):
        done = subprocess.run(
            [CLI, "detect", "--model", "rules", *arguments],
            input=stdin.encode(), capture_output=True, timeout=LIMIT,
            check=False,
            env={**os.environ, "XDG_DATA_HOME": str(self.data),
                 "LC_ALL": "C.UTF-8", "LANGUAGE": "C"})
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    def detect(self, *arguments, status=0):
        article = self.data / "article.txt"
        article.write_text(ARTICLE)
        found, out, err = self.run_cli(*arguments, str(article))
        self.assertEqual(found, status, err)
        return json.loads(out), err

    def mention(self, found, text):
        return [m["type"] for m in found["mentions"] if m["text"] == text]

    def actor(self, found, name):
        return next(a for a in found["actors"] if a["name"] == name)

    def test_verb(self):
        self.assertEqual(self.detect()[0]["statements"], [])
        self.write(cue_verbs="# Mine.\n\n"
                   "frobnicate,frobnicates,frobnicating,frobnicated\tclause"
                   "\t80\n")
        statements = self.detect()[0]["statements"]
        self.assertEqual([s["cue"][0]["text"] for s in statements],
                         ["frobnicated"])

    def test_office(self):
        self.assertEqual(self.mention(self.detect()[0], "Vogt"), [])
        self.write(offices="vogt\n")
        found = self.detect()[0]
        self.assertEqual(self.mention(found, "Vogt"), ["title"])
        self.assertEqual(self.actor(found, "Anders Holt")["role"], "Vogt")

    def test_person(self):
        self.assertNotIn("country", self.actor(self.detect()[0],
                                               "Ilse Marant"))
        # As an editor of another system saves it.
        self.write(persons=b"\xef\xbb\xbfIlse Marant\tFI\r\n"
                   b"Vogt Anders Holt\tNO\r\n")
        found = self.detect()[0]
        self.assertEqual(self.actor(found, "Ilse Marant")["country"], "FI")
        self.assertEqual(self.mention(found, "Vogt Anders Holt"), ["person"])
        self.assertEqual(self.actor(found, "Vogt Anders Holt")["country"],
                         "NO")

    def test_on_top(self):
        """An own entry goes before the program's."""
        self.write(cue_verbs="open,opens,opening,opened\tclause\t80\n"
                   "say,says,saying,said\tquote\t91\n")
        status, out, err = self.run_cli(
            "--jsonl", stdin=json.dumps(
                {"id": "a", "text": "Marant said the bridge was old."}) + "\n")
        self.assertEqual(status, 0, err)
        self.assertEqual(json.loads(out).get("statements", []), [])

    def test_detector(self):
        def detectors(found):
            return {item["review"]["detector"]
                    for kind in ("mentions", "actors", "statements",
                                 "meetings")
                    for item in found.get(kind, [])}

        for name in detectors(self.detect()[0]):
            self.assertFalse(name.endswith("+own"), name)
        self.write(offices="# Nothing yet.\n")
        for name in detectors(self.detect()[0]):
            self.assertFalse(name.endswith("+own"), name)
        self.write(offices="vogt\n")
        names = detectors(self.detect()[0])
        self.assertEqual(len(names), 1)
        self.assertTrue(names.pop().endswith("+own"))

    def test_left_out(self):
        plain = self.detect()[0]
        self.write(offices="vogt\n", persons="Ilse Marant\tFI\n",
                   cue_verbs="a faulty line\n")
        self.assertEqual(self.detect("--no-own-words")[0], plain)
        line = json.dumps({"id": "a", "text": ARTICLE}) + "\n"
        status, out, err = self.run_cli("--jsonl", "--no-own-words",
                                        stdin=line)
        self.assertEqual((status, err), (0, ""))
        self.assertNotIn("+own", out)
        self.assertIn("+own", self.run_cli("--jsonl", stdin=line)[1])

    def test_faults(self):
        """Each is told with its place; what is good counts."""
        faults = {
            "cue-verbs": [("say\tclause", "expected 3 columns"),
                          ("say,says,saying,said\tclaus\t80", "not “claus”"),
                          ("say,says,saying,said\tclause\t8o", "not “8o”"),
                          ("say,says,saying,said\tclause\t101", "from 0 to 100"),
                          ("Say,says,saying,said\tclause\t80", "in small letters"),
                          ("say, says,saying,said\tclause\t80", "no blanks"),
                          ("say,said\tclause\t80", "the base, -s")],
            "cue-phrases": [("sing praise of\tnoun", "“sing” as a base"),
                            ("make\tnoun", "and more words"),
                            ("make plain\tprep:to", "not “prep:to”")],
            "cue-nouns": [("musing,musings", "expected 2 columns")],
            "date-words": [("yule\tmont\t12", "not “mont”"),
                           ("yule\tmonth\t13", "not “13”")],
            "light-verbs": [("sung\tsing\tpassed", "not “passed”")],
            "meeting-words": [("parley\tmeat\ttalks", "not “meat”"),
                              ("parley\tmeet\ttalk", "not “talk”")],
            "offices": [("vogt\tx", "not “x”"),
                        ("vogt w", "a tab before"),
                        ("vogt\tw\tNO", "expected 2 columns")],
            "persons": [("Ilse Marant", "expected 2 columns"),
                        ("Ilse Marant\tfi", "not “fi”"),
                        ("\tFI", "a name")],
            "given-names": [("Ilse\tx", "one of f, m, s, not “x”")],
        }
        for name, lines in faults.items():
            for line, said in lines:
                self.write(**{name: "# A comment.\n" + line + "\n"})
                err = self.detect(status=1)[1]
                self.assertTrue(err.startswith(
                    f"readout-cli: {self.lists}/{name}.txt:2: expected "), err)
                self.assertIn(said, err)
                self.assertEqual(err.count("\n"), 1, err)
            (self.lists / (name + ".txt")).unlink()

        self.write(offices="vogt\tx\nvogt\n")
        found, err = self.detect(status=1)
        self.assertIn("offices.txt:1:", err)
        self.assertEqual(self.mention(found, "Vogt"), ["title"])

    def test_files(self):
        self.write(words_mentions="x\ty\n", offices=b"vogt\xff\n",
                   regions="".join("\n" * 3))
        err = self.detect(status=1)[1]
        self.assertIn("words-mentions.txt: no list", err)
        self.assertIn("offices.txt: expected text in UTF-8", err)
        self.assertEqual(err.count("\n"), 2, err)

        self.write(words_mentions="", offices="",
                   persons="nobody\n" * 50)
        err = self.detect(status=1)[1]
        self.assertIn("and 31 more", err)

    def test_own_light_verb(self):
        self.write(cue_phrases="sing praise of\tnoun\n",
                   light_verbs="sing\tsing\tbase\nsang\tsing\tpast\n")
        line = json.dumps(
            {"id": "a", "text": "Ilse Marant sang praise of the old bridge."})
        status, out, err = self.run_cli("--jsonl", stdin=line + "\n")
        self.assertEqual((status, err), (0, ""))
        self.assertEqual([s["cue"][0]["text"]
                          for s in json.loads(out)["statements"]],
                         ["sang praise of"])


if __name__ == "__main__":
    tap.main()
