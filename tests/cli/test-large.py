#!/usr/bin/python3
# test-large.py: that readout-cli names a text which is too long to be detected
#
# SPDX-FileCopyrightText: 2026 The Readout authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage: test-large.py, with READOUT_CLI the program (set by meson)."""
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
ARTICLE = "Ilse Marant met Tomas Reval in Port Selby on Monday.\n"

# Larger than READOUT_DETECTOR_MAX_TEXT by one.
LARGE = "a" * 20_000_001


def run(*arguments, stdin=""):
    """Run the program and return (status, stdout, stderr)."""
    done = subprocess.run(
        [CLI, *map(str, arguments)], input=stdin.encode(),
        capture_output=True, timeout=LIMIT, check=False,
        env={**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "C"})
    return done.returncode, done.stdout.decode(), done.stderr.decode()


class TestTooLarge(unittest.TestCase):
    """What detection does not take is named, and the rest is done."""

    def setUp(self):
        place = tempfile.TemporaryDirectory(prefix="readout-large-")
        self.addCleanup(place.cleanup)
        self.folder = pathlib.Path(place.name)
        self.large = self.folder / "large.txt"
        self.large.write_text(LARGE, encoding="utf-8")

    def test_one_file(self):
        for command in (["detect"], ["detect", "--explain"]):
            status, out, err = run(*command, self.large)
            self.assertEqual((status, out), (1, ""))
            self.assertIn(f"{self.large}: This text is too long", err)
            self.assertIn("at most 20.0", err)

    def test_several_files(self):
        small = self.folder / "small.txt"
        small.write_text(ARTICLE, encoding="utf-8")
        status, _, err = run("detect", self.large, small)
        self.assertEqual(status, 1)
        self.assertEqual(len(err.splitlines()), 1)
        self.assertEqual(sorted(os.listdir(self.folder)),
                         ["large.txt", "small.readout.json", "small.txt"])

    def test_lines(self):
        lines = ({"id": "small", "text": ARTICLE},
                 {"id": "large", "text": LARGE},
                 {"id": "large", "text": LARGE},
                 {"id": "small", "text": ARTICLE})
        stdin = "".join(json.dumps(line) + "\n" for line in lines)
        status, out, err = run("detect", "--jsonl", "-j", "2", stdin=stdin)
        self.assertEqual(status, 1)
        found = [json.loads(line) for line in out.splitlines()]
        self.assertTrue(found[0]["meetings"])
        self.assertTrue(found[3]["meetings"])
        for i in (1, 2):
            self.assertEqual(found[i]["id"], "large")
            self.assertIn("too long", found[i]["error"])
            self.assertIn(f"standard input:{i + 1}: ", err)
        self.assertEqual(len(err.splitlines()), 2)


if __name__ == "__main__":
    tap.main()
