# chaos_round.py: one round of edits, trouble, a sudden end, and a look at what
# is left
#
# What an edit does is not predicted: the journal tells it, which the program
# writes at once, and the window is asked whether it did more than that.  Once
# the program has ended, the journal is what was done; what is there when the
# article is opened again is compared with it item by item.
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
import subprocess
import time

import chaos_disk
import chaos_model
from chaos_disk import MARK, Disks
from chaos_model import Journal, differ, find_aside, find_journal, read_state
from chaos_window import Window

CLOSE = "close"
ENDS = (signal.SIGKILL, signal.SIGTERM, signal.SIGKILL, CLOSE, signal.SIGKILL,
        signal.SIGHUP, signal.SIGKILL, signal.SIGINT, signal.SIGKILL,
        signal.SIGTERM, signal.SIGKILL)
# What happens while the article is open.
OPEN = ("nothing", "space", "same", "full-work", "item", "add", "older",
        "locked", "text", "delete", "full-state", "twin", "symlink", "second",
        "unwritable")
# What happens between two sessions.
SHUT = ("nothing", "same", "space", "delete", "item", "garbage", "add", "text",
        "directory", "older", "symlink", "fifo", "twin", "locked")
MOUNTING = ("full-work", "full-state", "locked", "unwritable")
WAYS = ("in place", "beside")
# Keys that change something, for each tab.
VERBS = {"alt+1": ("a", "a", "x", "exclam", "note", "merge"),
         "alt+2": ("a", "x", "alt+Left", "alt+Up", "shift+alt+Right",
                   "alt+Down", "alt+Page_Down", "note"),
         "alt+3": ("a", "x", "exclam", "note", "shift+alt+Left"),
         "alt+4": ("a", "x", "p", "o", "l", "e", "alt+Page_Down", "r",
                   "note", "mark")}
ALWAYS = ("ctrl+z", "ctrl+z", "shift+ctrl+z", "ctrl+s", "s", "j", "shift+a")
# These show something, or ask.
IDLE_KEYS = (*VERBS, "s", "j", "ctrl+s", "ctrl+m")
# What the status line says only of what was done.
CLAIMS = re.compile("Marked |Noted|Removed |Changed |Undone: |Done again: |"
                    "Merged |Flagged |Added |The speaker is |.*” refers to ")
# How long the program may take for what should be there at once, on a machine
# that does many things at a time.
SLACK = 4.0


class Lost(AssertionError):
    """A step is neither there nor told of."""


class Round:
    def __init__(self, seed, folder, can_mount=False):
        self.seed = seed
        self.random = random.Random(seed)
        self.open_event = OPEN[seed % len(OPEN)]
        self.shut_event = SHUT[seed % len(SHUT)]
        self.ending = ENDS[seed % len(ENDS)]
        self.skipped = []
        if not can_mount:
            self.skipped = [event for event in
                            (self.open_event, self.shut_event)
                            if event in MOUNTING]
            if self.open_event in MOUNTING:
                self.open_event = "nothing"
            if self.shut_event in MOUNTING:
                self.shut_event = "nothing"
        self.done = []
        self.folder = pathlib.Path(folder)
        self.home = self.folder / "home"
        self.work = self.folder / "work"
        self.path = self.work / "article.txt"
        self.saved = self.work / "article.readout.json"
        self.disks = Disks()
        for name in ("work", "home", "home/state"):
            (self.folder / name).mkdir()
        # The programs of a round share them, those of another do not.
        os.environ["HOME"] = str(self.home)
        for name in ("STATE", "DATA", "CONFIG", "CACHE"):
            os.environ[f"XDG_{name}_HOME"] = str(self.home / name.lower())
        self.log = open(self.folder / "stderr", "w+b")
        self.began = time.monotonic()
        self.story = []
        self.window = None
        self.others = []
        self.seen = Journal(b"")
        self.without_journal = False
        self.older = None
        # What is wrong with the file while the article is open.
        self.trouble = None
        # What another program has put in the place of what, unmerged.
        self.before = self.theirs = self.foreign_event = None
        self.number = 0

    def tell(self, what):
        self.story.append(f"{time.monotonic() - self.began:7.3f} {what}")

    # Looking

    def open(self):
        self.window = Window(self.path, log=self.log)
        self.window.learn()
        # Undo can have taken all marks away, so look at the text.
        self.window.wait(lambda: self.window.read(
            self.window.parts["article"]), "text of the article")
        return self.window

    def annotation(self):
        """Where the annotations are: in the data folder if that of the article
        cannot be written, and that is the newer one."""
        found = [path for path in
                 [self.saved, *(self.home / "data").rglob(
                     "*article.readout.json")] if path.is_file()]
        return max(found, key=lambda path: path.stat().st_mtime_ns,
                   default=self.saved)

    def file_state(self):
        try:
            return read_state(self.annotation())
        except (FileNotFoundError, ValueError):
            return {}

    def journal(self):
        path = find_journal(self.home)
        return Journal(path.read_bytes() if path else b"")

    def look(self):
        """Tell of the steps that are new; whether there are any."""
        journal = self.journal()
        n = len(self.seen.steps)
        for step in journal.steps[n:]:
            self.tell(f"  {step}: " + "; ".join(
                chaos_model.describe((kind, (after or before)["id"]),
                                     after, before)
                for kind, before, after in step.changes[:3]))
        self.seen = journal
        return len(journal.steps) != n

    # Doing

    def press(self, *keys, text=None):
        """Press keys, and see that what the window says was done is in the
        journal; without one, that it comes to the file."""
        claimed = self.window.claims()
        state = self.file_state() if self.without_journal else None
        self.tell(" ".join(keys) + (f" {text}" if text else ""))
        self.window.key(*keys)
        if keys[-1] in IDLE_KEYS:
            return
        if text:
            self.window.type(text)
            self.window.key("Return", "Escape")
        if self.without_journal:
            self.wait_in_file(claimed, state, text)
            return
        if self.comes(self.look, 0.35):
            return
        if not self.is_claimed(claimed) or self.comes(self.look, SLACK):
            return
        if self.comes(self.window.says_no_journal, 1):
            self.tell("no journal can be kept: it is said")
            self.without_journal = True
            self.comes(lambda: self.file_state() != self.seen.state, SLACK)
            return
        raise Lost(f"the window says {self.window.claims()}, the journal "
                   f"nothing")

    def is_claimed(self, before):
        """Whether the window says that something was done."""
        reviewed, status = self.window.claims()
        return reviewed.split()[0] != before[0].split()[0] or (
            status != before[1] and bool(CLAIMS.match(status)))

    def wait_in_file(self, claimed, state, text):
        time.sleep(0.2)
        if text and self.window.claims()[1] == "Noted":
            # These words may have stood there before.
            if not self.comes(lambda: text.encode() in
                              self.annotation().read_bytes(), SLACK):
                raise Lost(f"there is no journal, and {text} is not saved")
            return
        if not self.is_claimed(claimed):
            return
        if not self.comes(lambda: self.file_state() != state, SLACK):
            raise Lost(f"the window says {self.window.claims()}, there is no "
                       "journal, and the file says nothing")

    @staticmethod
    def comes(condition, patience):
        end = time.monotonic() + patience
        while not condition():
            if time.monotonic() > end:
                return False
            time.sleep(0.02)
        return True

    def edit(self, n):
        """Some edits, and one at last that cannot be for nothing."""
        tab = self.random.choice(tuple(VERBS))
        for i in range(n):
            if self.random.random() < 0.35:
                tab = self.random.choice(tuple(VERBS))
            self.press(tab)
            if self.random.random() < 0.25:
                self.do(self.random.choice(ALWAYS))
            else:
                self.do(self.random.choice(VERBS[tab]))
            time.sleep(self.random.choice((0, 0, 0, 0.1, 0.6)))
        self.press(self.random.choice(tuple(VERBS)))
        self.do("note")

    def do(self, verb):
        self.number += 1
        # Without suggestions nothing can be done.
        if verb == "ctrl+z" and self.seen.position < 2:
            verb = "s"
        if verb == "note":
            # No digit is a command where the note was not opened.
            self.press("semicolon", text=f"{self.seed}{self.number:03}")
            self.window.key("Escape")
        elif verb == "merge":
            self.press("ctrl+m")
            self.press("Return")
            self.window.key("Escape")
        elif verb == "mark":
            self.window.select_words(self.random.randrange(1800))
            self.press(self.random.choice(("p", "o", "l", "f", "n", "t")))
        else:
            self.press(verb)

    # While the article is open

    def happen(self, event):
        """What happens while the article is open."""
        self.tell(f"while it is open: {event}")
        self.done.append(f"open {event}")
        if event in ("full-work", "full-state", "locked"):
            self.spoil(event)
        elif event == "second":
            self.second()
        elif event not in ("nothing", "unwritable"):
            self.wait_saved()
            self.foreign(event)

    def wait_saved(self):
        """Until the program has written what was done."""
        if not self.comes(
                lambda: not differ(self.seen.state, self.file_state()),
                SLACK):
            raise Lost(f"not written: {self.list_missing(self.seen.state)}")

    def spoil(self, event):
        folder = self.home / "state" if event == "full-state" else self.work
        if event == "locked":
            Disks.lock(folder)
        else:
            Disks.fill(folder)
        self.trouble = event
        self.edit(2)
        if event == "full-state":
            return
        if not self.comes(lambda: self.window.find_banner(
                "could not be saved"), SLACK):
            raise Lost("it is not said that nothing can be saved: "
                       f"{self.window.texts()}")
        if self.random.random() < 0.5:
            self.mend()
            self.press("ctrl+s")
            self.wait_saved()

    def mend(self):
        """The disk is as it was."""
        if self.trouble == "locked":
            Disks.lock(self.work, False)
        elif self.trouble == "full-work":
            Disks.empty(self.work)
        elif self.trouble == "full-state":
            Disks.empty(self.home / "state")
        self.tell("the disk is as it was")
        self.trouble = None

    def foreign(self, event):
        """Another program writes the file.  Ours is stopped while it does, so
        that it overwrites nothing that it has not read."""
        key = self.seen.steps[-1].changes[0]
        key = (key[0], (key[2] or key[1])["id"])
        if event == "same":
            # This is not in the file yet.
            self.press("exclam")
            key = self.seen.steps[-1].changes[0]
            key = (key[0], (key[2] or key[1])["id"])
        process = self.window.process
        process.send_signal(signal.SIGSTOP)
        try:
            self.look()
            ours = self.seen
            changed = self.disturb(event, key)
        finally:
            process.send_signal(signal.SIGCONT)
        if changed:
            self.take_over(event, ours)

    def take_over(self, event, ours):
        """What the window makes of it."""
        expected, both = chaos_model.merge(
            self.before, ours.state, self.theirs, ours.steps)
        n = len(ours.steps)

        def merged():
            self.look()
            return any("Another Program" in step.label
                       for step in self.seen.steps[n:])
        if event == "text":
            words = self.wait_banner("about another text")
        elif both:
            words = self.wait_banner("changed here and by another")
        else:
            if not self.comes(merged, SLACK):
                raise Lost("what another program has written was not taken: "
                           f"{self.window.banners()}, "
                           f"{self.window.claims()}")
            self.compare(expected, self.seen.state, "after the merge")
            self.before = self.theirs = None
            return
        self.tell(f"asked: {words}")
        answer = self.random.choice(("leave", "mine", "theirs"))
        if event == "text" and answer == "theirs":
            answer = "mine"
        self.tell(f"answer: {answer}")
        self.done.append(answer)
        if answer == "leave":
            self.trouble = event
            return
        self.window.action(
            "keep-mine" if answer == "mine" else "take-theirs")
        if event == "text":
            expected = ours.state
        elif answer == "mine":
            for key in both:
                expected.pop(key, None)
                if key in ours.state:
                    expected[key] = ours.state[key]
        if not self.comes(lambda: self.look() or not differ(
                expected, self.file_state()), SLACK):
            raise Lost(f"after {answer} nothing has come of it")
        self.comes(lambda: self.look() or not differ(
            expected, self.file_state()), 1)
        self.compare(expected, self.seen.state, f"after {answer}")
        self.before = self.theirs = None

    def wait_banner(self, words):
        found = None

        def look():
            nonlocal found
            found = self.window.find_banner(words)
            return found
        if not self.comes(look, SLACK):
            raise Lost(f"it is not said: “{words}”, but "
                       f"{self.window.banners()}, {self.window.claims()}")
        return found

    def second(self):
        """Another process has the same file open, and edits it."""
        bus = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", "--print-address"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.others.append(bus)
        address = bus.stdout.readline().strip()
        n = len(self.seen.steps)
        own = {name: os.environ.get(name) for name in
               ("DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS")}
        os.environ["AT_SPI_BUS_ADDRESS"] = find_accessibility_bus()
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = address
        try:
            self.wait_saved()
            other = Window(self.path, log=self.log)
            other.learn()
        finally:
            for name, value in own.items():
                if value is None:
                    os.environ.pop(name, None)
                else:
                    os.environ[name] = value
        try:
            if not self.comes(other.says_no_journal, SLACK):
                raise Lost("a second program keeps no journal in silence")
            # Other items than ours, from the end of the list.
            waiting = other.count_waiting()
            tab = max(waiting, key=waiting.get)
            other.key({"actor": "alt+1", "statement": "alt+2",
                       "meeting": "alt+3", "mention": "alt+4"}[tab],
                      "End", "k", "exclam", "k", "exclam")
            if not self.comes(lambda: differ(
                    self.seen.state, self.file_state()), SLACK):
                raise Lost("the second program saves nothing: "
                           f"{other.banners()}, {other.claims()}")
            # Ours takes it over.
            if not self.comes(lambda: self.look() and not differ(
                    self.seen.state, self.file_state()), SLACK):
                raise Lost("what the second program did was not taken over: "
                           f"{self.window.banners()}")
            self.compare(self.file_state(), self.seen.state, "of two windows")
            if len(self.seen.steps) == n:
                raise AssertionError("the second program did nothing")
            asked = other.close_anyhow()
            if asked:
                raise Lost(f"the second program asked {asked}")
        finally:
            other.kill()

    # The end

    def end(self):
        flying = self.random.random() < 0.4
        if flying and not self.without_journal:
            # Nobody waits for what it does.
            self.window.key(self.random.choice(("a", "x", "exclam")))
        else:
            time.sleep(self.random.choice((0, 0.05, 0.3, 1.2)) *
                       self.random.random())
        name = self.ending if self.ending == CLOSE else self.ending.name
        self.tell(f"the end: {name}")
        self.done.append(name)
        if self.trouble == "full-state" and self.window.says_no_journal():
            self.without_journal = True
        if self.without_journal and self.ending is signal.SIGKILL:
            # All that was done is older than a second.
            time.sleep(1.5)
        if self.ending == CLOSE:
            asked = self.window.close_anyhow()
            if asked:
                self.tell(f"asked: {asked}")
            if asked and not self.trouble:
                raise Lost(f"asked without need: {asked}")
        else:
            process = self.window.process
            process.send_signal(self.ending)
            status = process.wait(20)
            if status != -self.ending:
                raise AssertionError(f"{name} gave the status {status}")
        self.take_stock()

    def take_stock(self):
        """The journal that is left is what was done."""
        if self.without_journal:
            self.seen = Journal(b"", self.file_state())
            return
        known = self.seen
        self.look()
        if known.state not in [self.seen.base,
                               *(step.state for step in self.seen.steps)]:
            raise Lost("what the journal held is not in it: " +
                       self.list_missing(known.state, self.seen.state))
        if self.ending is signal.SIGKILL:
            return
        if self.trouble == "full-state":
            # The last key may be in no journal: what it did is in the file.
            saved = self.file_state()
            for key, item in self.seen.state.items():
                if key in saved and item.get("note") != saved[key].get("note"):
                    raise Lost("in the file: " + self.list_missing(
                        self.seen.state, saved))
            self.seen = Journal(b"", saved)
        if self.trouble:
            return
        # Who was asked to end has written it.
        self.compare(self.seen.state, self.file_state(), "in the file")

    def list_missing(self, expected, actual=None):
        actual = self.file_state() if actual is None else actual
        return "; ".join(chaos_model.describe(
            key, expected.get(key), actual.get(key))
            for key in sorted(differ(expected, actual))[:6])

    def compare(self, expected, actual, where):
        if differ(expected, actual):
            raise Lost(f"{where}: {self.list_missing(expected, actual)}")

    # Between two sessions

    def disturb(self, event, key=None):
        """Another program does something to the file; whether that changes what
        it says, which is noted."""
        if not self.saved.is_file():
            return False
        data = self.saved.read_bytes()
        theirs = json.loads(data)
        self.before = read_state(self.saved)
        way = self.random.choice(WAYS)
        if event == "space":
            chaos_disk.write(self.saved,
                             json.dumps(theirs, indent=7).encode(), way)
        elif event == "symlink":
            target = self.work / "elsewhere.json"
            target.write_bytes(data)
            self.saved.unlink()
            self.saved.symlink_to(target.name)
        elif event == "delete":
            self.saved.unlink()
        else:
            data = self.make_theirs(event, data, theirs, key)
            if data is None:
                self.tell("which cannot be here")
                return False
            chaos_disk.write(self.saved, data,
                             "twin" if event == "twin" else way)
        self.tell(f"another program, {way}")
        if event in ("space", "symlink", "delete"):
            return False
        self.theirs = read_state(self.saved)
        self.foreign_event = event
        return self.theirs != self.before or event == "text"

    def make_theirs(self, event, data, theirs, key):
        if event == "older":
            return self.older
        if event == "twin":
            return chaos_disk.make_twin(data)
        if event == "text":
            chaos_disk.change_text(theirs)
        elif event == "add":
            chaos_disk.add_mention(theirs)
        elif event == "same" and key in chaos_model.state_of(theirs):
            chaos_disk.note(theirs, key)
        else:
            # The last one is far from what is edited.
            chaos_disk.note(theirs, ("mention", theirs["mentions"][-3]["id"]))
        return chaos_disk.encode(theirs)

    def block(self, event):
        """Something that is no annotation file is in its place: that is said,
        nothing hangs, and then it is gone again."""
        before = self.saved.read_bytes()
        if event == "garbage":
            self.saved.write_bytes(before[:len(before) // 2])
        else:
            self.saved.unlink()
            if event == "directory":
                self.saved.mkdir()
            else:
                os.mkfifo(self.saved)
        with Window(self.path, log=self.log) as window:
            window.wait(lambda: any(self.saved.name in text
                                    for text in window.texts()),
                        f"words on {self.saved.name}", 10)
        if event == "directory":
            self.saved.rmdir()
        else:
            self.saved.unlink()
        self.saved.write_bytes(before)

    def between(self, event):
        unmerged = self.theirs is not None
        if self.trouble in ("full-work", "full-state", "locked",
                            "unwritable"):
            if self.random.random() < 0.5:
                self.mend_after()
            return
        if unmerged or not self.saved.is_file():
            event = "nothing"
        self.tell(f"between: {event}")
        self.done.append(f"shut {event}")
        if event in ("garbage", "directory", "fifo"):
            self.block(event)
        elif event == "locked":
            if not self.disks.mounted:
                self.disks.add_own(self.work)
            Disks.lock(self.work)
            self.trouble = "locked"
        elif event != "nothing":
            step = [step for step in self.seen.steps if step.changes]
            key = max(step[-1].keys()) if step else None
            if not self.disturb(event, key):
                self.theirs = None

    def mend_after(self):
        if self.trouble == "unwritable":
            self.trouble = "locked"
        self.mend()

    # Judging

    def judge(self):
        """All that was done is there, or the window says what is not."""
        ours = self.seen.state
        both = set()
        expected = ours
        # What an older copy does not hold, nobody has taken out.
        if self.theirs is not None and self.foreign_event != "older":
            expected, both = chaos_model.merge(
                self.before, ours, self.theirs, self.seen.steps)
        if self.theirs is not None and self.foreign_event == "text":
            self.judge_text(ours)
            return
        with self.open() as window:
            told = self.recover(window)
            if self.trouble in MOUNTING:
                # It may be that it is told and can be had later.
                self.judge_trouble(window, ours)
                return
            self.finish(window, expected, both, told)

    def recover(self, window):
        """Answer what the window asks about earlier steps."""
        told = []
        self.comes(lambda: window.banners(), 0.3)
        words = window.find_banner("not in the file as it is now")
        if words:
            self.tell(f"told: {words}")
            told.append(words)
            window.action("apply-kept")
            self.comes(lambda: not window.find_banner(
                "not in the file as it is now"), SLACK)
            words = window.find_banner("stays apart", "stay apart")
            if words:
                self.tell(f"told: {words}")
                told.append(words)
        else:
            self.tell(f"banners: {window.banners()}")
        return told

    def finish(self, window, expected, both, told):
        """Close it, and look at the file."""
        counts = chaos_model.count_waiting(expected)
        if not both and not self.comes(
                lambda: window.count_waiting() == counts, SLACK):
            raise Lost(f"shown: {window.count_waiting()}, not {counts}; "
                       f"{window.banners()}")
        self.comes(lambda: not differ(expected, self.file_state()), 1.5)
        asked = window.close_anyhow() if window.process.poll() is None else None
        if asked:
            raise Lost(f"at the end: {asked}")
        actual = self.file_state()
        missing = differ(expected, actual)
        if missing - both:
            raise Lost(f"{self.list_missing(expected, actual)}; told: {told}; "
                       f"aside: {find_aside(self.home)}")
        lost = {key for key in both
                if actual.get(key) != self.seen.state.get(key)}
        if lost and not (len(told) == 2 and find_aside(self.home)):
            raise Lost("in silence: " +
                       self.list_missing(self.seen.state, actual))

    def judge_trouble(self, window, ours):
        """The disk is still in trouble: what was done is shown all the same, or
        it is said that it is not."""
        self.tell(f"still {self.trouble}")
        counts = chaos_model.count_waiting(ours)
        shown = self.comes(lambda: window.count_waiting() == counts, 2)
        if not shown:
            raise Lost(f"shown: {window.count_waiting()}, not {counts}; "
                       f"{window.banners()}, {window.texts()[-40:]}")
        self.mend_after()
        window.key("ctrl+s")
        self.finish(window, ours, set(), [])
        # And once more, now that all is well.
        with self.open() as window:
            self.recover(window)
            self.finish(window, ours, set(), [])

    def judge_text(self, ours):
        """The file is about another text.  What was not saved waits until the
        file is about this one again, and that is said."""
        unsaved = differ(self.before, ours)
        theirs = self.saved.read_bytes()
        with self.open() as window:
            self.recover(window)
            words = window.find_banner("step")
            if unsaved and not words:
                raise Lost("nothing is said of what was not saved: "
                           f"{window.banners()}, {window.claims()}")
            window.close_anyhow()
        if self.saved.read_bytes() != theirs:
            raise Lost("what another program had written is not there")
        data = json.loads(theirs)
        text = self.path.read_text("utf-8")
        data["document"]["text"] = text
        data["document"].pop("text_sha256")
        self.saved.write_bytes(chaos_disk.encode(data))
        with self.open() as window:
            self.recover(window)
            self.finish(window, ours, set(), [])

    # All of it

    def prepare(self):
        if self.open_event == "full-work":
            self.disks.add_small(self.work, 600)
        elif self.open_event == "full-state":
            self.disks.add_small(self.home / "state", 600)
        elif self.open_event in ("locked", "unwritable"):
            self.disks.add_own(self.work)
        shutil.copyfile(os.environ["READOUT_SAMPLE"], self.path)
        if self.open_event == "unwritable":
            Disks.lock(self.work)
            self.trouble = "unwritable"

    def run(self):
        try:
            self.play()
            self.clean()
        except BaseException:
            self.keep()
            raise
        finally:
            if self.window:
                self.window.kill()
            for other in self.others:
                other.kill()
                other.wait()
            self.log.close()
            self.disks.release()

    def keep(self):
        """What lies on a disk of its own goes with it."""
        for i, folder in enumerate(self.disks.mounted):
            shutil.copytree(folder, self.folder / f"kept-{i}", symlinks=True,
                            ignore=shutil.ignore_patterns(
                                chaos_disk.BALLAST))

    def play(self):
        self.prepare()
        self.open()
        if not self.comes(lambda: self.look(), 10):
            raise AssertionError("nothing was detected")
        self.edit(self.random.randint(0, 2))
        self.wait_saved()
        self.older = self.annotation().read_bytes()
        self.edit(self.random.randint(0, 2))
        self.happen(self.open_event)
        if self.trouble != "text":
            self.edit(self.random.randint(0, 1))
        self.end()
        self.between(self.shut_event)
        self.judge()

    def clean(self):
        """Nothing is left over, and nothing was wrong inside."""
        left = {path.name for path in self.work.iterdir()}
        left -= {self.path.name, self.saved.name, "elsewhere.json"}
        # What a killed program was about to put in place is removed later.
        left = {name for name in left if not name.startswith(".readout-")}
        if left:
            raise AssertionError(f"left over: {sorted(left)}")
        if self.saved.exists():
            read_state(self.saved)
        self.log.flush()
        told = (self.folder / "stderr").read_text("utf-8", "replace")
        if re.search("CRITICAL|WARNING|ERROR", told):
            raise AssertionError(f"standard error:\n{told}")


def find_accessibility_bus():
    """The address of the bus on which all windows of this screen are."""
    told = subprocess.run(
        ["gdbus", "call", "--session", "--dest", "org.a11y.Bus",
         "--object-path", "/org/a11y/bus", "--method",
         "org.a11y.Bus.GetAddress"],
        capture_output=True, text=True, check=True).stdout
    return told.split("'")[1]
