#!/usr/bin/python3
# test-walk.py: the main job from end to end, at the real window
#
# SPDX-FileCopyrightText: 2026 The Readout authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Open an article, wait for detection, accept an actor, reject one, correct a
statement's speaker and its content's boundary, fill a meeting's venue, undo and
redo, close, reopen, and compare the JSON.

READOUT is the program, READOUT_SAMPLE our own article, READOUT_SHARED the
folder that may hold another (all set by meson)."""
import os
import pathlib
import shutil
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
import tap  # noqa: E402
from readout_driver import Readout, load  # noqa: E402


class Walk:
    """The steps, for one article."""

    venue = None

    def article(self):
        raise NotImplementedError

    def setUp(self):
        source = self.article()
        place = tempfile.TemporaryDirectory(prefix="readout-walk-")
        self.addCleanup(place.cleanup)
        self.path = pathlib.Path(place.name) / "article.txt"
        shutil.copyfile(source, self.path)
        self.saved = self.path.with_name("article.readout.json")

    # What the file says

    def items(self, kind):
        return (load(self.saved) or {}).get(kind, [])

    def item(self, kind, key):
        for item in self.items(kind):
            if item["id"] == key:
                return item
        return {}

    def state(self, kind, key):
        return self.item(kind, key).get("review", {}).get("state")

    def wait_state(self, readout, kind, key, state):
        readout.wait(lambda: self.state(kind, key) == state,
                     f"{kind} {key} saved as {state}")

    # The steps

    def accept_an_actor(self, readout, actor):
        readout.action("show-actors")
        readout.row(actor["name"])
        readout.action("accept")
        self.wait_state(readout, "actors", actor["id"], "confirmed")

    def reject_an_actor(self, readout, actor):
        readout.action("show-actors")
        row = readout.row(actor["name"])
        readout.focus(row)
        readout.key("x")
        self.wait_state(readout, "actors", actor["id"], "rejected")

    def change_the_speaker(self, readout, statement, actor):
        readout.action("show-statements")
        readout.row(statement["content"][0]["text"][:20])
        readout.action("link")
        readout.wait(lambda: "Editable" in
                     (readout.focused() or readout.frame).get_interfaces() or
                     "EditableText" in
                     (readout.focused() or readout.frame).get_interfaces(),
                     "entry to look for an actor")
        readout.type(actor["name"])
        readout.key("Return")
        readout.wait(
            lambda: self.item("statements", statement["id"]).get("speakers")
            == [actor["id"]], "other speaker in the file")
        self.assertEqual(self.state("statements", statement["id"]),
                         "corrected")

    def move_the_boundary(self, readout, statement):
        before = self.item("statements", statement["id"])["content"]
        readout.action("show-statements")
        readout.row(statement["content"][0]["text"][:20])
        readout.action("end-earlier")

        def moved():
            after = self.item("statements", statement["id"])["content"]
            return after if after != before else None
        after = readout.wait(moved, "moved boundary in the file")
        # One word less, at the end, and nothing else.
        self.assertEqual(after[0]["start"], before[0]["start"])
        words = len(before[0]["text"].split())
        self.assertEqual(len(after[0]["text"].split()), words - 1)
        self.assertTrue(before[0]["text"].startswith(after[0]["text"]))

    def fill_the_venue(self, readout, meeting):
        text = load(self.saved)["document"]["text"]
        readout.action("show-meetings")
        readout.row(meeting["triggers"][0]["text"])
        readout.select_text(self.venue)
        readout.action("assign-venue")
        found = readout.wait(
            lambda: [span for span in
                     self.item("meetings", meeting["id"]).get("venue", [])
                     if span["text"] == self.venue],
            "venue in the file")
        self.assertEqual(text[found[0]["start"]:found[0]["end"]], self.venue)

    def undo_and_redo(self, readout):
        done = self.saved.read_bytes()
        for _ in range(3):
            readout.action("undo")
        readout.wait(lambda: self.saved.read_bytes() != done,
                     "file after undo")
        for _ in range(3):
            readout.action("redo")
        readout.wait(lambda: self.saved.read_bytes() == done,
                     "the same bytes after redo")

    def test_walk(self):
        with Readout(self.path) as readout:
            readout.wait(lambda: self.items("actors") and
                         self.items("statements") and self.items("meetings"),
                         "saved suggestions")
            self.assertIn(load(self.saved)["document"]["text"][:200].strip(),
                          readout.text())
            self.assertTrue(readout.highlights())
            actors = self.items("actors")
            self.assertGreaterEqual(len(actors), 3)
            self.assertEqual({a["review"]["state"] for a in actors},
                             {"suggested"})
            # The speaker is changed to another actor than the present one.
            statement = [s for s in self.items("statements")
                         if s["content"] and
                         len(s["content"][0]["text"].split()) > 3][0]
            other = [a for a in actors
                     if [a["id"]] != statement["speakers"]][0]
            rejected = [a for a in actors
                        if a != other and
                        a["id"] not in statement["speakers"]][-1]

            self.accept_an_actor(readout, other)
            self.reject_an_actor(readout, rejected)
            self.change_the_speaker(readout, statement, other)
            self.move_the_boundary(readout, statement)
            self.fill_the_venue(readout, self.items("meetings")[0])
            self.undo_and_redo(readout)
            readout.close()

        before = self.saved.read_bytes()
        with Readout(self.path) as readout:
            readout.action("show-actors")
            readout.row(other["name"])
            # Undo reaches back over the restart, and redo comes again.
            readout.action("undo")
            readout.wait(lambda: self.saved.read_bytes() != before,
                         "file after undo")
            readout.action("redo")
            readout.wait(lambda: self.saved.read_bytes() == before,
                         "the same bytes after redo")
            readout.close()
        self.assertEqual(self.saved.read_bytes(), before)
        self.assertEqual(self.state("actors", other["id"]), "confirmed")
        self.assertEqual(self.state("actors", rejected["id"]), "rejected")


class TestOwnArticle(Walk, unittest.TestCase):
    venue = os.environ.get("READOUT_SAMPLE_VENUE", "")

    def article(self):
        return os.environ["READOUT_SAMPLE"]


class TestNewsArticle(Walk, unittest.TestCase):
    venue = "Chinese Mission to the United Nations"

    def article(self):
        path = pathlib.Path(os.environ.get("READOUT_SHARED", "../shared"),
                            "gold", "dev", "kyodo-blinken-han.txt")
        if not path.exists():
            self.skipTest(f"{path} is missing")
        return path


if __name__ == "__main__":
    tap.main()
