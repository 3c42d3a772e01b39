#!/usr/bin/python3
# test-names.py: whatever a file is called
#
# SPDX-FileCopyrightText: 2026 The Readout authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Articles with unusual names are opened, edited, saved and opened again while
an assistive tool listens, and by way of the list of recent ones.  READOUT is
the program, READOUT_SAMPLE our own article (set by meson)."""
import os
import pathlib
import shutil
import sys
import tempfile
import time
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
import tap  # noqa: E402
from readout_driver import Readout, load  # noqa: E402

DATA = pathlib.Path(os.environ["XDG_DATA_HOME"]) / "readout" / "annotations"


class TestNames(unittest.TestCase):
    def setUp(self):
        # The folder has a name that is not UTF-8, too.
        place = tempfile.TemporaryDirectory(
            prefix=os.fsdecode(b"readout-\xfe-"))
        self.addCleanup(place.cleanup)
        self.folder = pathlib.Path(place.name)

    def saved(self, path):
        """The annotation file, beside the article or in the data folder."""
        beside = path.with_name(path.name[:-4] + ".readout.json")
        if len(os.fsencode(beside.name)) <= 255:
            return beside
        found = list(DATA.glob("*")) if DATA.exists() else []
        return found[0] if found else None

    def check(self, name, shown=None):
        path = self.folder / os.fsdecode(name)
        shutil.copyfile(os.environ["READOUT_SAMPLE"], path)
        with Readout(path) as readout:
            readout.wait(readout.highlights, "marked words")
            if shown:
                readout.says(shown)
            readout.action("show-actors")
            readout.row()
            readout.action("accept")

            def confirmed():
                saved = self.saved(path)
                return saved and sum(
                    actor["review"]["state"] == "confirmed" for actor in
                    (load(saved) or {}).get("actors", [])) == 1
            readout.wait(confirmed, "saved file")
            if self.saved(path).parent == DATA:
                readout.says("name is too long")
            else:
                readout.says("Saved ")
            # What is asked and told with the name in it.
            readout.action("save-as")
            readout.wait(lambda: readout.application.get_child_count() > 1,
                         "file chooser")
            readout.dialog("Save Annotations")

            def cancelled():
                # A key that comes before the chooser listens is lost, and
                # GTK 4.18 does not bear one that comes before it is filled.
                time.sleep(0.5)
                if readout.application.get_child_count() > 1:
                    readout.xdotool("key", "Escape")
                return readout.application.get_child_count() == 1
            readout.wait(cancelled, "end of the file chooser")
            readout.close()
        with Readout(path) as readout:
            readout.says("1 of ")
            readout.close()

    def test_not_utf8(self):
        self.check(b"caf\xe9 \xff.txt", "caf\ufffd \ufffd.txt")

    def test_line_breaks(self):
        self.check(b"two\nlines\x1b.txt", "two\ufffdlines\ufffd.txt")

    def test_from_right(self):
        self.check("\u05e9\u05dc\u05d5\u05dd.txt".encode(),
                   "\u05e9\u05dc\u05d5\u05dd.txt")

    def test_turned(self):
        self.check("a\u202etxt.exe.txt".encode(), "a\ufffdtxt.exe.txt")

    def test_225_bytes(self):
        self.check(b"x" * 221 + b".txt")

    def test_255_bytes(self):
        self.check("\u00e4".encode() * 125 + b"y.txt")

    def test_cannot_be_opened(self):
        """What is wrong with a file is told with its name."""
        path = self.folder / os.fsdecode(b"no \xff\nfile.readout.json")
        path.write_text("{")
        with Readout(path) as readout:
            readout.says("no \ufffd\ufffdfile.readout.json")
            readout.close()


if __name__ == "__main__":
    tap.main()
