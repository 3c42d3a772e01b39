# readout_driver.py: a person at the window, for tests
#
# Drives the real program through what assistive tools use (AT-SPI) and through
# real key and pointer events (xdotool).  Nothing reaches into the program:
# what a test can do here, somebody with a screen reader and a keyboard can do.
# Every step waits for what it needs, for a limited time; there is no fixed
# delay.  Offsets are code points, as in the file format.
#
# SPDX-FileCopyrightText: 2026 The Readout authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drive Readout from outside.  Must run under tests/tools/run-headless.sh."""
import json
import os
import pathlib
import signal
import subprocess
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

ROWS = (Atspi.Role.LIST_ITEM, Atspi.Role.TABLE_ROW)
LISTS = (Atspi.Role.LIST, Atspi.Role.LIST_BOX, Atspi.Role.TABLE)

PATIENCE = float(os.environ.get("READOUT_PATIENCE", "20"))


class Late(AssertionError):
    """Something did not happen in time."""


def wait(condition, what, patience=PATIENCE):
    """Return the first true value of condition(), or raise Late."""
    end = time.monotonic() + patience
    pause = 0.01
    while True:
        try:
            value = condition()
        except GLib.Error:
            # The object went away while it was looked at.
            value = None
        if value:
            return value
        if time.monotonic() > end:
            raise Late(f"after {patience:g} s: no {what}")
        time.sleep(pause)
        pause = min(pause * 1.5, 0.1)


class Readout:
    """A running program with one window."""

    def __init__(self, *files, program=None, patience=PATIENCE, log=None):
        Atspi.init()
        Atspi.set_timeout(5000, 15000)
        self.patience = patience
        self.log = log
        self.process = subprocess.Popen(
            [program or os.environ["READOUT"], *map(str, files)],
            stdout=log, stderr=log,
            env={**os.environ, "GTK_A11Y": "atspi", "GDK_BACKEND": "x11",
                 "GSK_RENDERER": "cairo", "NO_AT_BRIDGE": "0"})
        self.application = None
        self.application = self.wait(self._find_application,
                                     "program on the accessibility bus")
        self.frame = self.wait(self._find_frame, "window")

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.kill()

    # The program

    def wait(self, condition, what, patience=None):
        """Wait for condition(), or for the end of the program."""
        def alive():
            value = condition()
            if not value and self.process.poll() is not None:
                raise AssertionError(f"the program ended with status "
                                     f"{self.process.returncode}, no {what}")
            return value
        return wait(alive, what, patience or self.patience)

    def _find_application(self):
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child and child.get_process_id() == self.process.pid:
                return child
        return None

    def _find_frame(self):
        for i in range(self.application.get_child_count()):
            child = self.application.get_child_at_index(i)
            if child and child.get_role() == Atspi.Role.FRAME:
                return child
        return None

    def close(self):
        """Close the window as a person does, and wait for the end."""
        try:
            self.action("window.close")
        except GLib.Error:
            # It may have gone before it could answer; how it ended is looked
            # at below.
            pass
        try:
            status = self.process.wait(self.patience)
        except subprocess.TimeoutExpired as error:
            raise Late("the program did not end") from error
        if status != 0:
            raise AssertionError(f"the program ended with status {status}")

    def kill(self):
        """End the program without any warning."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
        self.process.wait(self.patience)

    # Looking

    def walk(self, node=None, showing=True):
        """All accessible objects below a node, outermost first."""
        stack = [node or self.frame]
        while stack:
            at = stack.pop()
            try:
                if showing and not at.get_state_set().contains(
                        Atspi.StateType.VISIBLE):
                    continue
                children = [at.get_child_at_index(i)
                            for i in range(at.get_child_count())]
            except GLib.Error:
                continue
            yield at
            stack.extend(child for child in reversed(children) if child)

    def look(self, name=None, role=None, node=None, part=None, test=None):
        """The first object of that name (or with that part of one) that is
        there now, or None."""
        for at in self.walk(node):
            try:
                own = at.get_name() or ""
                if name is not None and own != name:
                    continue
                if part is not None and part not in own:
                    continue
                if role is not None and at.get_role() != role:
                    continue
                if test is not None and not test(at):
                    continue
            except GLib.Error:
                # It went away; what is searched for may come after it.
                continue
            return at
        return None

    def find(self, name=None, role=None, node=None, part=None, patience=None,
             test=None):
        """The same, as soon as it is there."""
        return self.wait(lambda: self.look(name, role, node, part, test),
                         f"object {name or part or role!r}", patience)

    def texts(self, node=None):
        """All that is written in a part of the window, as one list."""
        found = []
        for at in self.walk(node):
            try:
                found.append(at.get_name() or "")
                if "Text" in at.get_interfaces():
                    found.append(self.read(at))
            except GLib.Error:
                continue
        return [words for words in found if words]

    @staticmethod
    def read(node):
        """The text of an object that has some."""
        return Atspi.Text.get_text(node, 0,
                                   Atspi.Text.get_character_count(node))

    def says(self, words, patience=None):
        """Wait until these words stand anywhere in the window."""
        self.wait(lambda: any(words in text for text in self.texts()),
                  f"“{words}” in the window", patience)

    # Acting

    def actions(self):
        """The named actions of the window."""
        return [Atspi.Action.get_action_name(self.frame, i)
                for i in range(Atspi.Action.get_n_actions(self.frame))]

    def action(self, name):
        """Run a named action of the window, such as win.accept."""
        def look():
            names = self.actions()
            for wanted in (name, "win." + name):
                if wanted in names:
                    return names.index(wanted) + 1
            return 0
        index = self.wait(look, f"action {name}") - 1
        if not Atspi.Action.do_action(self.frame, index):
            raise AssertionError(f"the action {name} was refused")

    def click(self, name, node=None, **how):
        """Press the button (or other thing to press) of that name."""
        def pressable(at):
            return "Action" in at.get_interfaces() and \
                Atspi.Action.get_n_actions(at) > 0 and \
                at.get_state_set().contains(Atspi.StateType.SENSITIVE)
        at = self.find(name, node=node, test=pressable, **how)
        names = [Atspi.Action.get_action_name(at, i)
                 for i in range(Atspi.Action.get_n_actions(at))]
        for wanted in ("click", "activate", "toggle", "press"):
            if wanted in names:
                Atspi.Action.do_action(at, names.index(wanted))
                return at
        Atspi.Action.do_action(at, 0)
        return at

    def focus(self, node, part=None):
        """Give an object the keyboard, with the pointer if need be, which
        points at a part of it if one is given."""
        if self.is_focused(node):
            return
        try:
            granted = Atspi.Component.grab_focus(node)
        except GLib.Error:
            # GTK 4.8 does not implement it.
            granted = False
        if not granted:
            # Newer GTK leaves out the padding of all that is around an object
            # when it says where it is: rather too low than above it.
            self.click_on(part or node, down=1 if part else 0.5)
        self.wait(lambda: self.is_focused(node), "focus where it was set")

    @staticmethod
    def is_focused(node):
        try:
            return node.get_state_set().contains(Atspi.StateType.FOCUSED)
        except GLib.Error:
            # Nothing that is gone has the keyboard.
            return False

    def focused(self):
        """The object that has the keyboard."""
        for at in self.walk():
            if self.is_focused(at) and at is not self.frame:
                return at
        return None

    # Keys and pointer

    def xdotool(self, *arguments):
        done = subprocess.run(["xdotool", *map(str, arguments)],
                              capture_output=True, text=True,
                              timeout=self.patience, check=True)
        return done.stdout

    def window(self):
        """The number of the window on the screen."""
        def look():
            found = subprocess.run(
                ["xdotool", "search", "--onlyvisible", "--pid",
                 str(self.process.pid)],
                capture_output=True, text=True, timeout=self.patience,
                check=False).stdout.split()
            return found[0] if found else None
        return self.wait(look, "window on the screen")

    def dialog(self, title):
        """Give the window on the screen that has this title the keyboard."""
        def look():
            found = subprocess.run(
                ["xdotool", "search", "--onlyvisible", "--name", title],
                capture_output=True, text=True, timeout=self.patience,
                check=False).stdout.split()
            return found[0] if found else None
        self.xdotool("windowfocus", "--sync",
                     self.wait(look, f"window “{title}”"))

    def key(self, *keys, repeat=1):
        """Press keys, such as "a" or "shift+Right", as on a keyboard."""
        window = self.window()
        self.xdotool("windowfocus", "--sync", window)
        self.xdotool("key", "--delay", "2", "--repeat", repeat,
                     "--repeat-delay", "2", *keys)

    def type(self, text):
        """Write text where the keyboard is."""
        self.xdotool("windowfocus", "--sync", self.window())
        self.xdotool("type", "--delay", "4", "--", text)

    def list_of(self, node):
        """The outermost list that an object is in, which is the one that
        scrolls, or None."""
        found = None
        while node and node != self.frame:
            if node.get_role() in LISTS:
                found = node
            node = node.get_parent()
        return found

    def scroll_to(self, node):
        """Turn the wheel over the list that an object is in until its middle
        is in sight.  GTK does not do that for whom points at it."""
        view = self.list_of(node)
        if not view:
            return

        def in_sight():
            place = Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)
            area = Atspi.Component.get_extents(view, Atspi.CoordType.WINDOW)
            middle = place.y + place.height // 2
            if area.y <= middle < area.y + area.height:
                return True
            self.click_at(area.x + area.width // 2,
                          area.y + area.height // 2,
                          button=4 if middle < area.y else 5)
            return False
        self.wait(in_sight, "row in sight")

    def click_on(self, node, down=0.5, **how):
        """Click on the middle of an object, or further up or down in it."""
        self.scroll_to(node)
        # Newer GTK counts from where the shadow of the window ends.
        frame = Atspi.Component.get_extents(self.frame, Atspi.CoordType.WINDOW)
        place = Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)
        self.click_at(place.x - frame.x + place.width // 2,
                      place.y - frame.y + int(place.height * down), **how)

    def click_at(self, x, y, button=1, repeat=1):
        """Click at a place of the window."""
        self.xdotool("mousemove", "--window", self.window(), x, y,
                     "click", "--repeat", repeat, "--delay", "40", button)

    # The article

    def article(self):
        """The text view with the article."""
        return self.find("Article", role=Atspi.Role.TEXT)

    def text(self):
        """What stands in the article's view."""
        return self.read(self.article())

    def selection(self):
        """Start and end of the selected text in the view, or None."""
        article = self.article()
        if Atspi.Text.get_n_selections(article) == 0:
            return None
        found = Atspi.Text.get_selection(article, 0)
        start, end = found.start_offset, found.end_offset
        return (start, end) if end > start else None

    def caret(self):
        return Atspi.Text.get_caret_offset(self.article())

    def set_caret(self, article, start):
        """Put the caret before a character of the article, which has the
        keyboard."""
        try:
            moved = Atspi.Text.set_caret_offset(article, start)
        except GLib.Error:
            moved = False
        if moved and Atspi.Text.get_caret_offset(article) == start:
            return
        # Newer GTK refuses that: walk there.
        for key, count, at in (("ctrl+Home", 1, 0), ("Right", start, start)):
            self.xdotool("key", "--delay", "2", "--repeat", count,
                         "--repeat-delay", "2", key)
            self.wait(lambda at=at: Atspi.Text.get_caret_offset(article) == at,
                      f"caret at {at}")

    def select_text(self, words, after=""):
        """Select words of the article with the keyboard; return the range in
        the view."""
        article = self.article()
        text = self.text()
        start = text.index(words, text.index(after) + len(after))
        end = start + len(words)
        self.focus(article)
        self.set_caret(article, start)
        self.key("shift+Right", repeat=end - start)
        self.wait(lambda: self.selection() == (start, end),
                  f"selection of “{words}”")
        return start, end

    def highlights(self):
        """The runs of marked text as (start, end, attributes)."""
        article = self.article()
        size = Atspi.Text.get_character_count(article)
        runs = []
        at = 0
        while at < size:
            attributes, start, end = Atspi.Text.get_attribute_run(
                article, at, False)
            if end <= at:
                break
            if "bg-color" in attributes or "underline" in attributes:
                runs.append((start, end, dict(attributes)))
            at = end
        return runs

    # Cards

    def row(self, title="", patience=None):
        """Select the card whose name holds the title, and return it.

        Without a title it is the first card."""
        seen = []
        button = 5
        start = time.monotonic()

        def selected():
            nonlocal seen, button
            found = self.look(part=title, test=lambda at: at.get_role() in ROWS)
            if found:
                if found.get_state_set().contains(Atspi.StateType.SELECTED):
                    return found
                Atspi.Selection.select_child(found.get_parent(),
                                             found.get_index_in_parent())
            elif time.monotonic() > start + 1:
                # Newer GTK has no row for what is far out of sight: down the
                # list, and up again from its end.
                before, seen = seen, self.turn_list(button)
                if seen == before:
                    button = 9 - button
            return None
        return self.wait(selected, f"selected card {title}", patience)

    def turn_list(self, button):
        """Turn the wheel over the cards, up (4) or down (5); return what they
        were and where."""
        row = self.look(test=lambda at: at.get_role() in ROWS)
        if not row:
            return []
        view = row.get_parent()
        rows = [view.get_child_at_index(i)
                for i in range(view.get_child_count())]
        area = Atspi.Component.get_extents(view, Atspi.CoordType.WINDOW)
        self.click_at(area.x + area.width // 2, area.y + area.height // 2,
                      button=button, repeat=2)
        return [(at.get_name(),
                 Atspi.Component.get_extents(at, Atspi.CoordType.WINDOW).y)
                for at in rows if at]


def load(path):
    """The annotation file, or None while it is not there."""
    try:
        return json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return None
