#!/usr/bin/python3
# test-ending.py: nothing is lost when the program is told to end
#
# SPDX-FileCopyrightText: 2026 The Readout authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The real program is ended by signals, by a session that ends, by Ctrl+Q with
several windows, and while a save fails.  READOUT is the program, READOUT_SAMPLE
our own article (set by meson)."""
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import unittest

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
import tap  # noqa: E402
from readout_driver import Late, Readout, load, wait  # noqa: E402


class Ending(unittest.TestCase):
    def setUp(self):
        place = tempfile.TemporaryDirectory(prefix="readout-ending-")
        self.addCleanup(place.cleanup)
        self.folder = pathlib.Path(place.name)
        self.path = self.add("article")
        self.saved = self.path.with_name("article.readout.json")
        self.log = open(self.folder / "log", "w+b")
        self.addCleanup(self.log.close)

    def add(self, name):
        path = self.folder / (name + ".txt")
        shutil.copyfile(os.environ["READOUT_SAMPLE"], path)
        return path

    def told(self):
        """What the program has written on standard error."""
        self.log.flush()
        return (self.folder / "log").read_text(encoding="utf-8",
                                               errors="replace")

    @staticmethod
    def confirmed(path):
        return sum(item["review"]["state"] == "confirmed"
                   for item in (load(path) or {}).get("actors", []))

    def edited(self, spoil=None):
        """A program in which an edit has just been made."""
        readout = Readout(self.path, log=self.log)
        self.addCleanup(readout.kill)
        readout.wait(readout.highlights, "marked words")
        if spoil:
            spoil()
        readout.action("show-actors")
        readout.row()
        readout.action("accept")
        return readout


class TestSignals(Ending):
    def test_written(self):
        """What was not written yet is, and the status is that of the
        signal."""
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            with self.subTest(number=number):
                self.saved.unlink(missing_ok=True)
                readout = self.edited()
                readout.process.send_signal(number)
                self.assertEqual(readout.process.wait(20), -number)
                self.assertEqual(self.confirmed(self.saved), 1)
                # Its undo history goes with it, or the next would have it.
                shutil.rmtree(pathlib.Path.home() / ".local" / "state",
                              ignore_errors=True)

    def test_typed(self):
        """What is being typed counts as typed."""
        readout = self.edited()
        readout.wait(lambda: self.confirmed(self.saved) == 1, "saved file")
        readout.action("note")
        readout.wait(lambda: readout.focused() and "EditableText" in
                     readout.focused().get_interfaces(), "entry")
        readout.type("Zzz")
        readout.wait(lambda: "Zzz" in readout.read(readout.focused()),
                     "typed words")
        readout.process.send_signal(signal.SIGTERM)
        self.assertEqual(readout.process.wait(20), -signal.SIGTERM)
        self.assertIn("Zzz", self.saved.read_text(encoding="utf-8"))

    def test_not_written(self):
        """What cannot be written is told, and comes back."""
        readout = self.edited(self.saved.mkdir)
        readout.process.send_signal(signal.SIGTERM)
        self.assertEqual(readout.process.wait(20), -signal.SIGTERM)
        self.assertIn(str(self.saved), self.told())
        self.assertIn("Cannot write", self.told())
        self.assertIn("journal", self.told())

        self.saved.rmdir()
        with Readout(self.path, log=self.log) as readout:
            readout.says("recovered")


class Session(threading.Thread):
    """A session manager, as far as a program sees it."""

    NAME = "org.gnome.SessionManager"
    PATH = "/org/gnome/SessionManager"
    CLIENT = PATH + "/Client1"
    MANAGER_XML = """<node><interface name="org.gnome.SessionManager">
      <method name="RegisterClient"><arg type="s" direction="in"/>
        <arg type="s" direction="in"/><arg type="o" direction="out"/></method>
      <method name="UnregisterClient"><arg type="o" direction="in"/></method>
      <method name="Inhibit"><arg type="s" direction="in"/>
        <arg type="u" direction="in"/><arg type="s" direction="in"/>
        <arg type="u" direction="in"/><arg type="u" direction="out"/></method>
      <method name="Uninhibit"><arg type="u" direction="in"/></method>
      <method name="IsInhibited"><arg type="u" direction="in"/>
        <arg type="b" direction="out"/></method>
      </interface></node>"""
    CLIENT_XML = """<node>
      <interface name="org.gnome.SessionManager.ClientPrivate">
      <method name="EndSessionResponse"><arg type="b" direction="in"/>
        <arg type="s" direction="in"/></method>
      <signal name="QueryEndSession"><arg type="u"/></signal>
      <signal name="EndSession"><arg type="u"/></signal>
      </interface></node>"""

    def __init__(self):
        super().__init__(daemon=True)
        self.calls = []
        self.program = None
        self.ready = threading.Event()
        self.loop = None
        self.bus = None
        self.start()
        self.ready.wait(10)

    def run(self):
        context = GLib.MainContext.new()
        context.push_thread_default()
        self.loop = GLib.MainLoop.new(context, False)
        self.bus = Gio.DBusConnection.new_for_address_sync(
            os.environ["DBUS_SESSION_BUS_ADDRESS"],
            Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT |
            Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
        for path, xml in ((self.PATH, self.MANAGER_XML),
                          (self.CLIENT, self.CLIENT_XML)):
            self.bus.register_object(
                path, Gio.DBusNodeInfo.new_for_xml(xml).interfaces[0],
                self.on_call, None, None)
        Gio.bus_own_name_on_connection(
            self.bus, self.NAME, Gio.BusNameOwnerFlags.NONE,
            lambda *_: self.ready.set(), None)
        self.loop.run()

    def on_call(self, bus, sender, path, interface, method, values,
                invocation):
        if method == "RegisterClient" and \
                values.unpack()[0] == "org.readout.Readout":
            self.program = sender
        # The accessibility bus has a client, too.
        if sender == self.program:
            self.calls.append((method, values.unpack()))
        result = {"RegisterClient": GLib.Variant("(o)", (self.CLIENT,)),
                  "Inhibit": GLib.Variant("(u)", (77,)),
                  "IsInhibited": GLib.Variant("(b)", (False,))}.get(method)
        invocation.return_value(result)

    def say(self, signal_name):
        self.bus.emit_signal(None, self.CLIENT, self.NAME + ".ClientPrivate",
                             signal_name, GLib.Variant("(u)", (0,)))

    def methods(self):
        return [method for method, _ in self.calls]

    def end(self):
        self.loop.quit()
        self.join(10)
        self.bus.close_sync()


class TestSession(Ending):
    def setUp(self):
        super().setUp()
        self.session = Session()
        self.addCleanup(self.session.end)

    def wait_call(self, method):
        wait(lambda: method in self.session.methods(), method)

    def test_logout(self):
        """The end of the session waits for what is written."""
        readout = self.edited()
        self.assertIn("RegisterClient", self.session.methods())
        self.session.say("QueryEndSession")
        self.wait_call("EndSessionResponse")
        self.wait_call("Uninhibit")
        self.assertEqual(self.confirmed(self.saved), 1)
        methods = self.session.methods()
        self.assertLess(methods.index("Inhibit"),
                        methods.index("EndSessionResponse"))
        inhibit = self.session.calls[methods.index("Inhibit")][1]
        self.assertEqual(inhibit[3], 1)
        self.assertIn("saved", inhibit[2])
        self.assertEqual(
            self.session.calls[methods.index("Uninhibit")][1], (77,))

        self.session.say("EndSession")
        self.assertEqual(readout.process.wait(20), 0)

    def test_at_once(self):
        """A session that does not ask first gets it written, too."""
        readout = self.edited()
        self.session.say("EndSession")
        self.assertEqual(readout.process.wait(20), 0)
        self.assertEqual(self.confirmed(self.saved), 1)

    def test_nothing_to_save(self):
        """Nobody waits for a program that has nothing to write."""
        readout = self.edited()
        readout.wait(lambda: self.confirmed(self.saved) == 1, "saved file")
        readout.says("Saved ")
        self.session.say("QueryEndSession")
        self.wait_call("EndSessionResponse")
        self.assertNotIn("Inhibit", self.session.methods())


class TestQuit(Ending):
    def test_several_windows(self):
        """Ctrl+Q writes what is not saved in any window."""
        other = self.add("other")
        readout = self.edited()
        subprocess.run([os.environ["READOUT"], str(other)], timeout=20,
                       check=True)
        readout.wait(lambda: readout.application.get_child_count() == 2,
                     "second window")
        first = readout.frame
        for i in range(2):
            frame = readout.application.get_child_at_index(i)
            if frame != first:
                readout.frame = frame
        readout.wait(readout.highlights, "marked words")
        readout.action("show-actors")
        readout.row()
        readout.action("accept")
        readout.frame = first
        readout.action("accept")
        readout.key("ctrl+q")
        self.assertEqual(readout.process.wait(20), 0)
        self.assertEqual(self.confirmed(self.saved), 2)
        self.assertEqual(
            self.confirmed(other.with_name("other.readout.json")), 1)

    def test_failing(self):
        """The window asks before it goes without its work, and stays when
        that is not wanted; then what has failed is tried again."""
        readout = self.edited(self.saved.mkdir)
        readout.says("tried again")
        readout.key("ctrl+q")
        question = self.other_window(readout)
        self.assertTrue(any("come back" in text
                            for text in readout.texts(question)))
        readout.click(None, node=question, part="Cancel",
                      role=Atspi.Role.PUSH_BUTTON)
        readout.wait(lambda: readout.application.get_child_count() == 1,
                     "end of the question")
        self.saved.rmdir()
        readout.wait(lambda: self.saved.is_file() and
                     self.confirmed(self.saved) == 1, "saved file")
        readout.close()

    @staticmethod
    def other_window(readout):
        """The window that has come up beside the first one."""
        def look():
            windows = [readout.application.get_child_at_index(i) for i in
                       range(readout.application.get_child_count())]
            others = [at for at in windows if at != readout.frame]
            return len(others) == 1 and others[0]
        return readout.wait(look, "second window")

    def test_elsewhere(self):
        """The window asks, the work is saved elsewhere, and it closes."""
        readout = self.edited(self.saved.mkdir)
        readout.says("tried again")
        readout.key("ctrl+w")
        readout.click(None, node=self.other_window(readout), part="Save",
                      role=Atspi.Role.PUSH_BUTTON)
        elsewhere = self.folder / "elsewhere.readout.json"
        readout.dialog("Save Annotations")

        def saved():
            # What is typed before the entry has the keyboard is lost.
            readout.xdotool("key", "ctrl+a")
            readout.xdotool("type", str(elsewhere))
            readout.xdotool("key", "Return")
            try:
                return wait(elsewhere.is_file, "saved file", 4)
            except Late:
                return False
        readout.wait(saved, "saved file", 40)
        self.assertEqual(readout.process.wait(20), 0)
        self.assertEqual(self.confirmed(elsewhere), 1)
        self.assertTrue(self.saved.is_dir())


if __name__ == "__main__":
    tap.main()
