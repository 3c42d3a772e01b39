# chaos_disk.py: disks that fill up, folders that cannot be written, and what
# other programs do to a file
#
# To mount something needs a mount namespace of one's own, in which nobody else
# is disturbed: test-chaos.py begins one with unshare, where the system lets it.
#
# SPDX-FileCopyrightText: 2026 The Readout authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What happens to the disk beneath a file."""
import errno
import hashlib
import json
import os
import subprocess
import time

MARK = "written by another program"
BALLAST = "ballast"


def mount(*arguments):
    subprocess.run(["mount", *map(str, arguments)], check=True,
                   stdin=subprocess.DEVNULL, capture_output=True)


class Disks:
    """What is mounted in a round."""

    def __init__(self):
        self.mounted = []

    def add_small(self, folder, kib):
        """A disk of that size."""
        mount("-t", "tmpfs", "-o", f"size={kib}k,mode=700", "none", folder)
        self.mounted.append(folder)

    def add_own(self, folder):
        """The folder as it is, so that it can be locked."""
        mount("--bind", folder, folder)
        self.mounted.append(folder)

    @staticmethod
    def lock(folder, locked=True):
        """Nobody can write there, or can again."""
        for _ in range(100):
            try:
                mount("-o", f"remount,bind,{'ro' if locked else 'rw'}",
                      folder)
                return
            except subprocess.CalledProcessError:
                # Somebody is writing just now.
                time.sleep(0.02)
        raise AssertionError(f"{folder} cannot be locked")

    @staticmethod
    def fill(folder):
        """Nothing more fits on that disk."""
        with open(folder / BALLAST, "ab", buffering=0) as file:
            for size in (65536, 4096, 512, 1):
                try:
                    while True:
                        file.write(bytes(size))
                except OSError as error:
                    if error.errno != errno.ENOSPC:
                        raise

    @staticmethod
    def empty(folder):
        (folder / BALLAST).unlink()

    def release(self):
        for folder in reversed(self.mounted):
            subprocess.run(["umount", "-l", str(folder)], check=True)
        self.mounted.clear()


# Other programs


def write(path, data, way):
    """Write a file as other programs do: in place, or a new one that takes
    its place; as a twin it has the size and the time of the old one."""
    if way == "in place":
        path.write_bytes(data)
        return
    beside = path.with_name("." + path.name + ".theirs")
    beside.write_bytes(data)
    if way == "twin":
        old = path.stat()
        if old.st_size != len(data):
            raise ValueError("a twin has the same size")
        os.utime(beside, ns=(old.st_atime_ns, old.st_mtime_ns))
    beside.rename(path)


def encode(data):
    return json.dumps(data, ensure_ascii=False, indent=1).encode()


def note(data, key):
    """Another program notes something on an item."""
    kind, name = key
    for item in data[kind + "s"]:
        if item["id"] == name:
            item["note"] = MARK
            return
    raise ValueError(f"no {kind} {name}")


def add_mention(data):
    """Another program marks some words, under the next id that is free."""
    number = max(int(item["id"][1:]) for item in data["mentions"]) + 1
    text = data["document"]["text"]
    start = text.index("two-hour")
    data["mentions"].append({
        "id": f"m{number}", "start": start, "end": start + 8,
        "text": "two-hour", "type": "misc", "form": "name",
        "note": MARK,
        "review": {"state": "added", "by": "other",
                   "at": "2026-01-02T03:04:05Z"}})


def change_text(data):
    """Another program gives the article another text."""
    text = data["document"]["text"] + "It was corrected later.\n"
    data["document"]["text"] = text
    data["document"]["text_sha256"] = hashlib.sha256(
        text.encode()).hexdigest()


def make_twin(before):
    """The same number of bytes, and one item is another; None if nothing of
    that kind is in the file."""
    for old, new in ((b'"type": "location"', b'"type": "facility"'),
                     (b'"type": "facility"', b'"type": "location"')):
        at = before.rfind(old)
        if at >= 0:
            return before[:at] + new + before[at + len(old):]
    return None
