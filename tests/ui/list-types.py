#!/usr/bin/python3
# list-types.py: every GObject class that the headers of ui/ declare
#
# SPDX-FileCopyrightText: 2026 The Readout authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage: list-types.py UI_FOLDER OUTPUT.H

Writes a C table of the classes, so that the sweep over all types needs no list
that somebody has to keep."""
import pathlib
import re
import sys

DECLARATION = re.compile(
    r"G_DECLARE_(?:FINAL|DERIVABLE)_TYPE\s*\(\s*(\w+),\s*(\w+),")


def main():
    folder = pathlib.Path(sys.argv[1])
    headers = []
    types = []
    for path in sorted(folder.rglob("*.h")):
        found = DECLARATION.findall(path.read_text(encoding="utf-8"))
        if found:
            headers.append(path.relative_to(folder).as_posix())
            types += found
    lines = [f'#include "{header}"' for header in headers]
    lines += ["", "static const struct", "{", "  const char *name;",
              "  GType (*get_type) (void);", "} all_types[] = {"]
    lines += [f'  {{ "{name}", {prefix}_get_type }},' for name, prefix in types]
    text = "\n".join(lines + ["};", ""])
    # Left alone if it is the same, so that nothing is compiled again.
    out = pathlib.Path(sys.argv[2])
    if not out.exists() or out.read_text(encoding="utf-8") != text:
        out.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
