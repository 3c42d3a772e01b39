#!/usr/bin/python3
# test-keyboard.py: a review without a pointer
#
# SPDX-FileCopyrightText: 2026 The Readout authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""From the start of the program, with real key events only.  READOUT is the
program, READOUT_SAMPLE our own article (set by meson)."""
import os
import pathlib
import shutil
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
import tap  # noqa: E402
from readout_driver import Readout, load  # noqa: E402


class TestKeyboard(unittest.TestCase):
    def setUp(self):
        place = tempfile.TemporaryDirectory(prefix="readout-keyboard-")
        self.addCleanup(place.cleanup)
        self.path = pathlib.Path(place.name) / "article.txt"
        shutil.copyfile(os.environ["READOUT_SAMPLE"], self.path)
        self.saved = self.path.with_name("article.readout.json")

    def states(self, kind):
        """How many items of a kind are in which state, in the file."""
        counts = {}
        for item in (load(self.saved) or {}).get(kind, []):
            state = item["review"]["state"]
            counts[state] = counts.get(state, 0) + 1
        counts.pop("suggested", None)
        return counts

    def press(self, readout, key, kind, wanted):
        readout.key(key)
        readout.wait(lambda: self.states(kind) == wanted,
                     f"{wanted} of the {kind} after {key}; there are "
                     f"{self.states(kind)}")

    def test_review(self):
        with Readout(self.path) as readout:
            readout.wait(readout.highlights, "marked words")
            self.press(readout, "a", "actors", {"confirmed": 1})
            self.press(readout, "x", "actors",
                       {"confirmed": 1, "rejected": 1})
            # Skipped, so left alone.
            readout.key("s")
            self.press(readout, "a", "actors",
                       {"confirmed": 2, "rejected": 1})
            readout.key("alt+2")
            self.press(readout, "a", "statements", {"confirmed": 1})
            self.press(readout, "shift+alt+Left", "statements",
                       {"confirmed": 1, "corrected": 1})
            done = self.saved.read_bytes()
            self.press(readout, "ctrl+z", "statements", {"confirmed": 1})
            readout.key("shift+ctrl+z")
            readout.wait(lambda: self.saved.read_bytes() == done,
                         "the same bytes after redo")
            readout.key("alt+3")
            self.press(readout, "a", "meetings", {"confirmed": 1})
            # Detection again keeps all of it.
            readout.key("F5")
            readout.key("alt+4")
            self.press(readout, "a", "mentions", {"confirmed": 1})
            self.assertEqual(self.states("actors"),
                             {"confirmed": 2, "rejected": 1})
            self.assertEqual(self.states("statements"),
                             {"confirmed": 1, "corrected": 1})
            readout.key("ctrl+w")
            self.assertEqual(readout.process.wait(20), 0)

    def test_into_a_card_and_back(self):
        """Enter in the article edits what is selected; Escape comes back."""
        with Readout(self.path) as readout:
            readout.wait(readout.highlights, "marked words")
            article = readout.article()
            readout.wait(lambda: readout.is_focused(article),
                         "focus in the article")
            readout.key("Return")
            readout.wait(lambda: not readout.is_focused(article),
                         "focus in the card")
            # A letter is a letter there.
            readout.key("x")
            readout.key("Escape")
            readout.wait(lambda: readout.is_focused(article),
                         "focus in the article after Escape")
            self.press(readout, "a", "actors", {"confirmed": 1})


if __name__ == "__main__":
    tap.main()
