# objects.py: what the object files of a build define and need
#
# SPDX-FileCopyrightText: 2026 The Readout authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads object files with nm, for the gates that look at what was built.

The linker sees what no reading of the sources does: which file really calls
which.  Builds by gcc and clang, with and without sanitizers, give the same.
"""
import collections
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

SKIPPED = 77

# What the compiler adds of its own accord.
ADDED = re.compile(r"__(asan|lsan|msan|tsan|ubsan|sanitizer|odr_asan|gcov|"
                   r"start|stop|cxa|gnu|stack_chk|tls_get)|_GLOBAL_|llvm_")

# The letters of nm: what may be defined once, what may be defined in several
# files (weak and common symbols), and code among both.
STRONG = set("TDBRSGAu")
SHARED = set("WVCi")
CODE = set("TWi")


class Object:
    """A source file as it was compiled: source, defined and needed.

    `defined` gives the letter of nm for each symbol.
    """

    def __init__(self, source):
        self.source = source
        self.defined = {}
        self.needed = set()


def find_tool(*names):
    """The first of these programs that is there; without any, skip."""
    for name in names:
        if name and shutil.which(name):
            return name
    print(f"skipped: {' or '.join(filter(None, names))} is missing")
    sys.exit(SKIPPED)


def _read_sources(build):
    """The source of each object file, as the build has written it down."""
    try:
        commands = json.loads((build / "compile_commands.json").read_text())
    except OSError:
        return {}
    return {os.path.normpath(command["output"]):
            os.path.normpath(os.path.join(command["directory"],
                                          command["file"]))
            for command in commands if "output" in command}


def read(build, folders, root):
    """Read the object files below these folders of a build.

    Returns one Object a source file, which is named from `root` on.
    """
    build = pathlib.Path(build).resolve()
    root = pathlib.Path(root).resolve()
    nm = find_tool(os.environ.get("NM"), "nm")
    sources = _read_sources(build)
    paths = sorted(str(path.relative_to(build)) for folder in folders
                   for path in (build / folder).rglob("*.o"))
    objects = {}

    if not paths:
        return []
    done = subprocess.run([nm, "-g", "-A", "-P", *paths], cwd=build,
                          capture_output=True, text=True, check=True)
    for line in done.stdout.splitlines():
        path, symbol = line.split(": ", 1)
        name, letter = symbol.split()[:2]
        source = sources.get(path, path.removesuffix(".o"))
        source = os.path.relpath(source, root) if path in sources else source
        one = objects.setdefault(source, Object(source))
        if ADDED.match(name):
            continue
        if letter == "U":
            one.needed.add(name)
        elif letter in STRONG or letter in SHARED:
            one.defined.setdefault(name, letter)

    return [objects[source] for source in sorted(objects)]


def find_owners(objects):
    """The file that defines each symbol.

    A weak or common symbol of several files belongs to none of them.
    """
    owners = {}
    candidates = collections.defaultdict(list)

    for one in objects:
        for name, letter in one.defined.items():
            if letter in STRONG:
                owners[name] = one.source
            else:
                candidates[name].append(one.source)
    for name, sources in candidates.items():
        if name not in owners and len(sources) == 1:
            owners[name] = sources[0]

    return owners
