#!/usr/bin/python3
# take-picture.py: the picture of the window that README.md shows
#
# SPDX-FileCopyrightText: 2026 The Readout authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage: run-headless.sh take-picture.py PROGRAM OUT.PNG [OPTION…]

Opens the sample article (or --file), waits for its suggestions, clicks, runs the named
--action… of the window in turn, presses each --key, and takes the picture.
Needs ImageMagick's import."""
import argparse
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "e2e"))
from readout_driver import Readout, wait  # noqa: E402


def take(window, path):
    subprocess.run(["import", "-window", window, str(path)], check=True,
                   timeout=60)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program")
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--file", type=pathlib.Path)
    parser.add_argument("--action", action="append", default=[])
    parser.add_argument("--click", action="append", default=[])
    parser.add_argument("--key", action="append", default=[])
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--size", help="such as 1360x860")
    arguments = parser.parse_args()

    if arguments.dark:
        os.environ["GTK_THEME"] = "Adwaita:dark"
    with tempfile.TemporaryDirectory() as folder:
        files = []
        if arguments.file:
            copy = pathlib.Path(folder, arguments.file.name)
            shutil.copyfile(arguments.file, copy)
            files = [copy]
        with Readout(*files, program=arguments.program) as readout:
            readout.find(part=" to review")
            readout.wait(readout.highlights, "highlights")
            if arguments.size:
                width, height = arguments.size.split("x")
                readout.xdotool("windowsize", "--sync", readout.window(),
                                width, height)
            for name in arguments.click:
                readout.click(name)
            for action in arguments.action:
                readout.action(action)
            for key in arguments.key:
                readout.key(key)
            # Until two pictures in a row are the same, nothing moves.
            before = pathlib.Path(folder, "before.ppm")
            after = pathlib.Path(folder, "after.ppm")

            def settled():
                take(readout.window(), after)
                same = before.exists() and \
                    before.read_bytes() == after.read_bytes()
                shutil.copyfile(after, before)
                time.sleep(0.2)
                return same
            wait(settled, "picture that stays")
            take(readout.window(), arguments.out)


if __name__ == "__main__":
    main()
