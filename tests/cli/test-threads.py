#!/usr/bin/python3
# test-threads.py: several threads find what one finds
#
# SPDX-FileCopyrightText: 2026 The Readout authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage: test-threads.py, with READOUT_CLI the program (set by meson).

It is for ThreadSanitizer above all, where a race ends the program with another
status than 0 (see tests/tsan).
"""
import json
import os
import pathlib
import subprocess
import sys
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
import tap  # noqa: E402

CLI = os.environ["READOUT_CLI"]
ROOT = pathlib.Path(__file__).resolve().parents[2]
LIMIT = 120
N_ROUNDS = 8


def make_lines():
    """The golden articles and their parts, and lines that are none."""
    texts = [path.read_text(encoding="utf-8")
             for path in sorted(ROOT.glob("tests/golden/*.txt"))]
    lines = []
    for i in range(N_ROUNDS):
        for text in texts:
            lines.append(json.dumps(
                {"id": str(len(lines)), "text": text[i * 40:]}))
        lines.append("{broken")
    return "".join(line + "\n" for line in lines)


class Threads(unittest.TestCase):
    def detect(self, model, n_threads):
        done = subprocess.run(
            [CLI, "detect", "--jsonl", "--model", model,
             "-j", str(n_threads)],
            input=make_lines().encode(), capture_output=True, timeout=LIMIT,
            check=False, env={**os.environ, "LC_ALL": "C.UTF-8",
                              "LANGUAGE": "C"})
        # Of the lines that are no articles.
        self.assertEqual(done.returncode, 1, done.stderr.decode())
        return done.stdout

    def check(self, model):
        alone = self.detect(model, 1)
        self.assertGreater(len(alone.splitlines()), 3 * N_ROUNDS)
        self.assertEqual(self.detect(model, 4), alone)

    def test_rules(self):
        self.check("rules")

    def test_model(self):
        self.check(str(ROOT / "data" / "models" / "en-open.readout-model"))


if __name__ == "__main__":
    tap.main()
