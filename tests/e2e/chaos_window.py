# chaos_window.py: the window of a round, looked at often
#
# SPDX-FileCopyrightText: 2026 The Readout authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A window of which some parts are found once, since each look at all of it
takes half a second."""
import re
import time

# It says which version of Atspi is wanted.
from readout_driver import Late, Readout, wait
from gi.repository import Atspi, GLib

TABS = {"actor": "Actors", "statement": "Statements", "meeting": "Meetings",
        "mention": "Entities"}
NO_JOURNAL = "do not survive a crash"
REVIEWED = re.compile(r"\d+ of \d+ reviewed$")


class Window(Readout):
    def __init__(self, *files, **how):
        super().__init__(*files, **how)
        self.number = None
        self.parts = {}
        self.log = how.get("log")

    def learn(self):
        """Find the parts, as soon as an article is shown."""
        def look():
            parts = {}
            for at in self.walk(showing=False):
                name = at.get_name() or ""
                role = at.get_role()
                word = name.partition(",")[0]
                if role == Atspi.Role.ALERT and "box" not in parts:
                    parts["box"] = at.get_parent()
                elif role == Atspi.Role.STATUS_BAR:
                    parts["status"] = at
                elif REVIEWED.match(name) and role == Atspi.Role.LABEL:
                    parts["reviewed"] = at
                    bar = at.get_parent()
                    parts["saved"] = bar.get_child_at_index(
                        bar.get_child_count() - 1)
                elif word in TABS.values():
                    # The tab comes before the list.
                    parts.setdefault(word, at)
                elif role == Atspi.Role.TEXT and name == "Article":
                    parts["article"] = at
            wanted = {"status", "reviewed", "saved", "article",
                      *TABS.values()}
            return parts if wanted <= {*parts} else None
        self.parts = self.wait(look, "parts of the window")

    def read_part(self, name):
        try:
            return self.parts[name].get_name() or ""
        except GLib.Error:
            # It was made anew.
            self.learn()
            return self.parts[name].get_name() or ""

    def claims(self):
        """What the window says of what was done last."""
        return self.read_part("reviewed"), self.read_part("status")

    def says_no_journal(self):
        return NO_JOURNAL in self.read_part("saved")

    def count_waiting(self):
        """How many items of each kind wait for a decision."""
        found = {}
        for kind, tab in TABS.items():
            number = re.search(r"\d+", self.read_part(tab))
            found[kind] = int(number.group()) if number else 0
        return found

    def banners(self):
        """What the notices over the article say."""
        if "box" in self.parts:
            nodes = self.walk(self.parts["box"])
        else:
            nodes = self.walk()
        found = []
        for at in nodes:
            try:
                if at.get_role() == Atspi.Role.ALERT and at.get_name():
                    found.append(at.get_name())
            except GLib.Error:
                continue
        return [words for words in found
                if not words.startswith("Readout has marked")]

    def find_banner(self, *parts):
        """The first notice that says one of these, or None."""
        for words in self.banners():
            if any(part in words for part in parts):
                return words
        return None

    def key(self, *keys, repeat=1):
        """As on a keyboard, without looking for the window each time."""
        if self.number is None:
            self.number = self.window()
        self.xdotool("windowfocus", self.number,
                     "key", "--delay", "2", *keys)

    def type(self, text):
        self.xdotool("type", "--delay", "2", "--", text)

    def select_words(self, start):
        """Select some words of the article with the keyboard."""
        article = self.parts["article"]
        # From pane to pane; what may be open over one goes first.
        self.key("Escape", "Escape")
        for _ in range(4):
            if self.is_focused(article):
                break
            self.key("F6")
            time.sleep(0.1)
        self.set_caret(article, start)
        self.key("ctrl+Right", "ctrl+shift+Right", "ctrl+shift+Right")

    def close_anyhow(self):
        """Close the window, without saving if that cannot be; return what the
        program asked."""
        asked = None

        def look():
            nonlocal asked
            if self.process.poll() is not None:
                return True
            for i in range(self.application.get_child_count()):
                child = self.application.get_child_at_index(i)
                if child and child != self.frame:
                    words = self.texts(child)
                    button = self.look(part="Without Saving", node=child,
                                       role=Atspi.Role.PUSH_BUTTON)
                    if button:
                        asked = " ".join(words)
                        Atspi.Action.do_action(button, 0)
            return False
        try:
            self.action("window.close")
        except GLib.Error:
            # It may have gone before it could answer.
            pass
        try:
            # The program waits ten seconds for a disk.
            wait(look, "end of the program", 20)
        except Late as error:
            raise Late(f"the window did not close: {self.texts()}") from error
        if self.process.returncode != 0:
            raise AssertionError(
                f"the program ended with status {self.process.returncode}")
        return asked
