#!/usr/bin/python3
# check-stems.py: a function is declared in the header of its own file
#
# SPDX-FileCopyrightText: 2026 The Readout authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage: check-stems.py BUILD_ROOT [ROOM…], or check-stems.py --self-test

Whoever reads the name of a header must find the code in the file of the same
stem: what foo.c has for others is declared in foo.h, or in foo-private.h if it
is for friends alone.
"""
import pathlib
import re
import subprocess
import sys
import tempfile

import objects

# The rooms that are to keep to this, with all that is in them.
ROOMS = ["app/cli", "app/detect", "ui"]

COMMENT = re.compile(r"/\*.*?\*/|//[^\n]*", re.DOTALL)
# These declare a function that they name only in part.
TYPE = re.compile(r"G_DECLARE_\w+\s*\(\s*\w+,\s*(\w+)")
QUARK = re.compile(r"G_DEFINE_QUARK\s*\(\s*[\w-]+,\s*(\w+)")


def find_declared(header):
    """The functions that a header declares, with some other words."""
    try:
        text = COMMENT.sub(" ", header.read_text())
    except FileNotFoundError:
        return set()
    return (set(re.findall(r"(\w+)\s*\(", text))
            | {f"{name}_get_type" for name in TYPE.findall(text)}
            | {f"{name}_quark" for name in QUARK.findall(text)})


def check(build, rooms, root):
    """Tell the functions that have no place; returns how many there are."""
    root = pathlib.Path(root)
    folders = sorted({room.split("/")[0] for room in rooms})
    n_files = n_faults = 0

    for one in objects.read(build, folders, root):
        if not any(one.source.startswith(f"{room}/") for room in rooms):
            continue
        n_files += 1
        source = root / one.source
        declared = (find_declared(source.with_suffix(".h"))
                    | find_declared(source.with_name(
                        f"{source.stem}-private.h")))
        for name, letter in sorted(one.defined.items()):
            if (letter in objects.CODE and name != "main"
                    and name not in declared):
                print(f"{one.source}: {name} is not declared in "
                      f"{source.stem}.h")
                n_faults += 1

    if n_files == 0:
        print(f"there is no object file of {', '.join(rooms)} in {build}")
        return 1
    if n_faults == 0:
        print(f"{n_files} files declare what they have in their own headers")
    return n_faults


def self_test():
    """See that a function without its header is found, and no other."""
    files = {
        "one.c": "int one_add (int a) { return a; }"
                 "int one_get_type (void) { return 1; }"
                 "int one_stray (void) { return 2; }"
                 "int one_mentioned (void) { return 3; }"
                 "static int own (void) { return 4; }"
                 "int one_private (void) { return own (); }",
        "one.h": "G_DECLARE_FINAL_TYPE (One, one, THE, ONE, GObject)\n"
                 "/* one_mentioned () */ int one_add (int a);",
        "one-private.h": "int one_private (void);",
        "two.h": "int one_stray (void);",
        "main.c": "int main (void) { return 0; }",
    }
    compiler = objects.find_tool("cc", "gcc", "clang")

    with tempfile.TemporaryDirectory() as folder:
        room = pathlib.Path(folder, "app", "cli")
        room.mkdir(parents=True)
        for name, text in files.items():
            (room / name).write_text(text)
            if name.endswith(".c"):
                subprocess.run([compiler, "-c", room / name,
                                "-o", room / f"{name}.o"], check=True)
        assert check(folder, ["app/cli"], folder) == 2
        (room / "one.h").write_text(files["one.h"] + "int one_stray (void);"
                                    "int one_mentioned (void);")
        assert check(folder, ["app/cli"], folder) == 0
        assert check(folder, ["app/none"], folder) == 1


def main():
    if sys.argv[1:] == ["--self-test"]:
        self_test()
        return 0
    if len(sys.argv) < 2:
        print(__doc__)
        return 2

    root = pathlib.Path(__file__).parents[2]
    return 1 if check(sys.argv[1], sys.argv[2:] or ROOMS, root) else 0


if __name__ == "__main__":
    sys.exit(main())
