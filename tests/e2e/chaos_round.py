# chaos_round.py: one round of edits, a sudden end, and a look at what is left
#
# Nothing is predicted: what an edit does is read from the window, as numbers
# of items that are still to review, with the time at which they stood there.
#
# SPDX-FileCopyrightText: 2026 The Readout authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A round of the chaos test.  Everything in it follows from its seed, apart
from the moments at which the machine does it."""
import json
import os
import pathlib
import random
import re
import shutil
import signal
import time

from readout_driver import Readout, load, wait

ENDS = (signal.SIGKILL, signal.SIGKILL, signal.SIGTERM, signal.SIGINT,
        signal.SIGHUP)
KEYS = ("a", "a", "a", "x", "x", "ctrl+z", "shift+ctrl+z", "s",
        "alt+1", "alt+2", "alt+3", "alt+4")
# What other programs do to the annotation file between two sessions.
FOREIGN = ("nothing", "space", "item", "garbage", "directory", "fifo",
           "symlink")
# What is known to fail: steps that were saved, and then replaced by an older
# copy of the file or deleted with it, are not told of.
FAILING = ("older", "delete")
# What a killed program did in its last second may be lost.
GRACE = 1.0
KINDS = ("Actors", "Statements", "Meetings", "Entities")
MARK = "written by another program"


class Lost(AssertionError):
    """A step is neither there nor told of."""


class Round:
    def __init__(self, seed, folder, foreign=FOREIGN):
        self.random = random.Random(seed)
        self.foreign = foreign[seed % len(foreign)]
        self.done = ""
        self.folder = pathlib.Path(folder)
        self.work = self.folder / "work"
        self.work.mkdir()
        self.path = self.work / "article.txt"
        self.saved = self.work / "article.readout.json"
        shutil.copyfile(os.environ["READOUT_SAMPLE"], self.path)
        home = self.folder / "home"
        home.mkdir()
        # The programs of a round share them, those of another do not.
        os.environ["HOME"] = str(home)
        for name in ("STATE", "DATA", "CONFIG", "CACHE"):
            os.environ[f"XDG_{name}_HOME"] = str(home / name.lower())
        self.log = open(self.folder / "stderr", "w+b")
        self.began = time.monotonic()
        self.story = []
        self.seen = []

    def tell(self, what):
        self.story.append(f"{time.monotonic() - self.began:7.3f} {what}")

    # Looking

    @staticmethod
    def find_labels(readout):
        """The four labels that say what is still to review."""
        def look():
            found = {}
            for at in readout.walk():
                word = (at.get_name() or "").partition(",")[0]
                if word in KINDS:
                    found.setdefault(word, at)
            return [found[kind] for kind in KINDS] \
                if len(found) == len(KINDS) else None
        return readout.wait(look, "labels that count")

    @staticmethod
    def look(labels):
        return tuple(at.get_name() for at in labels)

    def open(self):
        readout = Readout(self.path, log=self.log)
        try:
            # Undo can have taken all marks away, so look at the text.
            readout.wait(readout.text, "text of the article")
        except BaseException:
            readout.kill()
            raise
        return readout

    # Doing

    def edit(self, readout):
        labels = self.find_labels(readout)
        self.seen = [(time.monotonic(), self.look(labels))]
        # Always something that is lost if it is lost: a round in which undo
        # took all back would hold whatever the program did.
        keys = self.random.choices(KEYS, k=self.random.randint(1, 6))
        for key in [*keys, "alt+1", "a"]:
            readout.key(key)
            end = time.monotonic() + 0.3
            state = self.look(labels)
            while state == self.seen[-1][1] and time.monotonic() < end:
                time.sleep(0.02)
                state = self.look(labels)
            self.seen.append((time.monotonic(), state))
            self.tell(f"{key}: {'; '.join(state)}")
            time.sleep(self.random.choice((0, 0, 0.1, 0.7)))

    def end(self, readout):
        number = self.random.choice(ENDS)
        time.sleep(self.random.choice((0, 0.05, 0.3, 1.2)) *
                   self.random.random())
        # The window may have been slower than the look at it.
        at = time.monotonic()
        self.tell(number.name)
        self.done = number.name
        readout.process.send_signal(number)
        status = readout.process.wait(10)
        if status != -number:
            raise AssertionError(f"{number.name} gave the status {status}")
        if number != signal.SIGKILL:
            return {self.seen[-1][1]}
        old = [i for i, (when, _) in enumerate(self.seen)
               if when <= at - GRACE]
        return {state for _, state in self.seen[old[-1] if old else 0:]}

    def disturb(self, older):
        """Return what was done, and a way to take it back."""
        what = self.foreign
        self.tell(f"another program: {what}")
        if what == "nothing" or not self.saved.is_file():
            return "nothing", None
        before = self.saved.read_bytes()
        data = json.loads(before)
        if what == "space":
            self.saved.write_text(json.dumps(data, indent=7), encoding="utf-8")
        elif what == "item":
            data["meetings"][-1]["review"]["note"] = MARK
            self.saved.write_text(json.dumps(data), encoding="utf-8")
        elif what == "older":
            if older is None:
                return "nothing", None
            self.saved.write_bytes(older)
        elif what == "garbage":
            self.saved.write_bytes(before[:len(before) // 2])
        else:
            self.saved.unlink()
            if what == "directory":
                self.saved.mkdir()
            elif what == "fifo":
                os.mkfifo(self.saved)
            elif what == "symlink":
                target = self.work / "elsewhere.json"
                target.write_bytes(before)
                self.saved.symlink_to(target.name)

        def restore():
            if what == "directory":
                self.saved.rmdir()
            else:
                self.saved.unlink(missing_ok=True)
            self.saved.write_bytes(before)
        return what, restore

    # Judging

    def kept_apart(self):
        return [path for path in (self.folder / "home").rglob("*")
                if path.is_file() and "aside" in str(path).lower()]

    def judge(self, readout, allowed, what):
        """All that was done is there, or the window says what is not."""
        labels = self.find_labels(readout)
        try:
            wait(lambda: self.look(labels) in allowed, "", 3)
            return
        except AssertionError:
            pass
        told = [text for text in readout.texts()
                if "not saved" in text or "stay apart" in text or
                "stays apart" in text]
        if told and self.kept_apart():
            self.tell(f"told: {told[0]}")
            return
        raise Lost(f"after {what}: {self.look(labels)}, not one of "
                   f"{sorted(allowed)}; aside: {self.kept_apart()}")

    def refused(self):
        """Open what cannot be read: it is said, nothing hangs."""
        with Readout(self.path, log=self.log) as readout:
            readout.wait(lambda: any(self.saved.name in text
                                     for text in readout.texts()),
                         f"words on {self.saved.name}", 10)

    def run(self):
        readout = self.open()
        try:
            readout.wait(readout.highlights, "marked words")
            self.edit(readout)
            older = self.saved.read_bytes() if self.saved.is_file() else None
            first = self.seen[0][1]
            self.edit(readout)
            if self.seen[-1][1] == first:
                raise AssertionError("the edits have changed nothing")
            allowed = self.end(readout)
        finally:
            readout.kill()
        what, restore = self.disturb(older)
        self.done += f", {what}"
        if what in ("garbage", "directory", "fifo"):
            self.refused()
            restore()
        with self.open() as readout:
            self.judge(readout, allowed, what)
            readout.close()
        if what == "item" and MARK not in self.saved.read_text("utf-8"):
            raise Lost("the note of the other program is lost")
        self.clean()

    def clean(self):
        """Nothing is left over, and nothing was wrong inside."""
        left = {path.name for path in self.work.iterdir()}
        left -= {self.path.name, self.saved.name, "elsewhere.json"}
        if left:
            raise AssertionError(f"left over: {sorted(left)}")
        if load(self.saved) is None and self.saved.exists():
            raise AssertionError("the annotation file cannot be read")
        self.log.flush()
        told = (self.folder / "stderr").read_text("utf-8", "replace")
        if re.search("CRITICAL|WARNING|ERROR", told):
            raise AssertionError(f"standard error:\n{told}")
