#!/usr/bin/python3
# test-walk.py: the main job from end to end, at the real window
#
# SPDX-FileCopyrightText: 2026 The Readout authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Open an article, wait for detection, accept an actor, reject one, correct a
statement's speaker and its content's boundary, fill a meeting's venue, undo and
redo, close, reopen, and compare the JSON.

READOUT is the program (set by meson).  READOUT_SHARED may name the folder that
holds another article than our own; it stands beside the project else."""
import os
import pathlib
import re
import shutil
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
import tap  # noqa: E402
from readout_driver import Readout, load  # noqa: E402


ROOT = pathlib.Path(__file__).resolve().parents[2]
SHARED = pathlib.Path(os.environ.get("READOUT_SHARED") or
                      ROOT.parent / "shared")


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

    def reject_an_actor(self, readout, actor):
        readout.action("show-actors")
        row = readout.row(f"actor, {actor['name']},")
        readout.focus(row, part=readout.find(actor["name"], node=row))
        readout.key("x")
        self.wait_state(readout, "actors", actor["id"], "rejected")

    def name_of(self, statement):
        """How the card of a statement is called."""
        speakers = [a["name"] for a in self.items("actors")
                    if a["id"] in statement["speakers"]]
        cue = " ".join(span["text"] for span in statement["cue"])
        return f"statement, {', '.join(speakers)} {cue},"

    def move_the_boundary(self, readout, statement):
        before = self.item("statements", statement["id"])["content"]
        readout.action("show-statements")
        readout.row(self.name_of(statement))
        readout.action("end-earlier")

        def moved():
            after = self.item("statements", statement["id"])["content"]
            return after if after != before else None
        after = readout.wait(moved, "moved boundary in the file")
        # A word (or what closes it) less at one end, and nothing else.
        self.assertEqual(len(after), len(before))
        changed = [(b, a) for b, a in zip(before, after) if a != b]
        self.assertEqual(len(changed), 1)
        then, now = changed[0]
        self.assertEqual(now["start"], then["start"])
        self.assertTrue(then["text"].startswith(now["text"]))
        self.assertIn(len(re.findall(r"\w+", then["text"])) -
                      len(re.findall(r"\w+", now["text"])), (0, 1))
        self.assertEqual(self.state("statements", statement["id"]),
                         "corrected")

    def change_the_speaker(self, readout, statement, actor):
        """The statement is selected still."""
        readout.action("link")
        readout.wait(
            lambda: "EditableText" in
            (readout.focused() or readout.frame).get_interfaces() and
            readout.focused().get_name() == "Speaker",
            "entry to look for a speaker")
        readout.type(actor["name"])
        readout.key("Return")
        readout.wait(
            lambda: self.item("statements", statement["id"]).get("speakers")
            == [actor["id"]], "other speaker in the file")

    def fill_the_venue(self, readout, meeting):
        text = load(self.saved)["document"]["text"]
        readout.action("show-meetings")
        readout.row(f"meeting, {meeting['kind']}, {meeting['status']}")
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
            # Nothing is saved as long as nobody has decided anything.
            readout.wait(readout.highlights, "marked words")
            self.assertFalse(self.saved.exists())
            readout.action("show-actors")
            first = readout.row().get_name()
            readout.action("accept")
            actors = readout.wait(lambda: self.items("actors"), "saved file")
            self.assertGreaterEqual(len(actors), 3)
            accepted = [a for a in actors
                        if a["review"]["state"] != "suggested"]
            self.assertEqual([a["review"]["state"] for a in accepted],
                             ["confirmed"])
            self.assertIn(accepted[0]["name"], first)
            # A statement whose card can be told from the others, and an actor
            # who does not speak in it.
            names = [self.name_of(s) for s in self.items("statements")]
            statement = [s for s in self.items("statements")
                         if s["speakers"] and s["cue"] and
                         names.count(self.name_of(s)) == 1][0]
            other = [a for a in actors if a != accepted[0] and
                     a["id"] not in statement["speakers"]][0]
            rejected = [a for a in actors
                        if a not in (other, accepted[0]) and
                        a["id"] not in statement["speakers"]][-1]

            self.reject_an_actor(readout, rejected)
            self.move_the_boundary(readout, statement)
            self.change_the_speaker(readout, statement, other)
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
        self.assertEqual(self.state("actors", accepted[0]["id"]), "confirmed")
        self.assertEqual(self.state("actors", rejected["id"]), "rejected")


class TestOwnArticle(Walk, unittest.TestCase):
    venue = "Hotel Beaurive"

    def article(self):
        return os.environ["READOUT_SAMPLE"]


class TestNewsArticle(Walk, unittest.TestCase):
    venue = "Chinese Mission to the United Nations"

    def article(self):
        path = SHARED / "gold" / "dev" / "kyodo-blinken-han.txt"
        if not path.exists():
            self.skipTest(f"{path} is missing")
        return path


if __name__ == "__main__":
    tap.main()
