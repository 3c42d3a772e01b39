#!/usr/bin/python3
# check-circles.py: no two files may need each other
#
# SPDX-FileCopyrightText: 2026 The Readout authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage: check-circles.py BUILD_ROOT [FOLDER…], or check-circles.py --self-test

Files that need each other can only be read, tried and changed together.  Most
often the cause is that the file of a step also holds the tools that its parts
call: give these a file of their own.
"""
import pathlib
import subprocess
import sys
import tempfile

import objects

# Circles that are in the nature of things, each as a set of stems.
ALLOWED = [
    # A date may hold a day that is told from another date: “the Monday after
    # 3 May”.  The grammar calls itself, through two files.
    {"dates-grammar", "dates-relative"},
]


def find_circles(needs):
    """The strongly connected files (Tarjan's way), without recursion."""
    order, low, stack, circles = {}, {}, [], []

    for start in needs:
        if start in order:
            continue
        order[start] = low[start] = len(order)
        stack.append(start)
        walk = [(start, iter(sorted(needs[start])))]
        while walk:
            here, rest = walk[-1]
            there = next(rest, None)
            if there is None:
                walk.pop()
                if walk:
                    low[walk[-1][0]] = min(low[walk[-1][0]], low[here])
                if low[here] == order[here]:
                    circle = set()
                    while here not in circle:
                        circle.add(stack.pop())
                    if len(circle) > 1:
                        circles.append(circle)
            elif there not in order:
                order[there] = low[there] = len(order)
                stack.append(there)
                walk.append((there, iter(sorted(needs[there]))))
            elif there in stack:
                low[here] = min(low[here], order[there])

    return circles


def check(build, folders, root):
    """Tell the circles below these folders; returns how many there are."""
    files = objects.read(build, folders, root)
    owners = objects.find_owners(files)
    needs = {}

    if not files:
        print(f"there is no object file in {', '.join(folders)} of {build}")
        return 1
    for one in files:
        needs[one.source] = needed = {}
        for name in sorted(one.needed):
            owner = owners.get(name, one.source)
            if owner != one.source:
                needed.setdefault(owner, []).append(name)

    circles = [circle for circle in find_circles(needs)
               if not any({pathlib.Path(source).stem for source in circle}
                          <= allowed for allowed in ALLOWED)]
    for circle in circles:
        print(f"{len(circle)} files need each other:")
        for source in sorted(circle):
            for other in sorted(circle & needs[source].keys()):
                print(f"  {source} needs {other} for "
                      + ", ".join(needs[source][other]))
    if not circles:
        print(f"none of {len(files)} files is in a circle")

    return len(circles)


def self_test():
    """See that a circle is found, and that what is none is not."""
    sources = {
        "one": "void two (void); void one (void) { two (); }",
        "two": "void three (void); void two (void) { three (); }",
        "three": "void one (void); int four (void);"
                 "void three (void) { if (four ()) one (); }",
        "four": "int four (void) { return 4; }",
        # A weak symbol that two files have is no tie between them.
        "five": "__attribute__ ((weak)) void both (void) { }"
                "void six (void); void five (void) { both (); six (); }",
        "six": "__attribute__ ((weak)) void both (void) { }"
               "void six (void) { both (); }",
        "dates-grammar": "void b (void); void a (void) { b (); }",
        "dates-relative": "void a (void); void b (void) { a (); }",
    }
    compiler = objects.find_tool("cc", "gcc", "clang")

    with tempfile.TemporaryDirectory() as folder:
        build = pathlib.Path(folder, "app")
        build.mkdir()
        for stem, text in sources.items():
            path = build / f"{stem}.c"
            path.write_text(text)
            subprocess.run([compiler, "-c", path, "-o", f"{path}.o"],
                           check=True)
        assert check(folder, ["app"], folder) == 1
        files = objects.read(folder, ["app"], folder)
        assert len(files) == len(sources), files

        (build / "three.c").write_text("void three (void) { }")
        subprocess.run([compiler, "-c", build / "three.c",
                        "-o", build / "three.c.o"], check=True)
        assert check(folder, ["app"], folder) == 0
        assert check(folder, ["none"], folder) == 1


def main():
    if sys.argv[1:] == ["--self-test"]:
        self_test()
        return 0
    if len(sys.argv) < 2:
        print(__doc__)
        return 2

    root = pathlib.Path(__file__).parents[2]
    return 1 if check(sys.argv[1], sys.argv[2:] or ["app", "ui"], root) else 0


if __name__ == "__main__":
    sys.exit(main())
