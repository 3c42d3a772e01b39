# chaos_model.py: what an article's items are, told by files and journals
#
# A state is a dictionary from (kind, id) to the item as the annotation file
# has it.  It is read from that file, or made by playing the journal, in which
# the program writes each step at once: so a test need not know what a verb
# does to an item, and yet compares each field of each item.
#
# SPDX-FileCopyrightText: 2026 The Readout authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""States of an article, and what should come of two that were changed."""
import json
import pathlib

KINDS = ("mention", "actor", "statement", "meeting")


class Wrong(AssertionError):
    """What the program has written contradicts itself."""


def state_of(data):
    """The state that an annotation file tells."""
    return {(kind, item["id"]): item for kind in KINDS
            for item in data.get(kind + "s", [])}


def read_state(path):
    return state_of(json.loads(pathlib.Path(path).read_text("utf-8")))


class Step:
    """What was done at once: changes from before to after."""

    def __init__(self, verb, group, after):
        self.verb = verb
        self.label = group["label"]
        self.changes = [(change["kind"], change.get("before"),
                         change.get("after")) for change in group["changes"]
                        if change["kind"] in KINDS]
        if verb == "undo":
            self.changes = [(kind, later, earlier) for kind, earlier, later
                            in reversed(self.changes)]
        self.state = after

    def keys(self):
        return {(kind, (later or earlier)["id"])
                for kind, earlier, later in self.changes}

    def __str__(self):
        return f"{self.verb} {self.label}"


class Journal:
    """All that a journal says, a step after another.  A line that is torn
    ends it."""

    def __init__(self, data, base=None):
        self.steps = []
        self.base = dict(base or {})
        self.n_saves = 0
        self._stack = []
        self.position = 0
        for line in data.split(b"\n")[:-1]:
            try:
                self._play(json.loads(line))
            except ValueError:
                break

    @property
    def state(self):
        return self.steps[-1].state if self.steps else self.base

    def _play(self, line):
        if "push" in line:
            del self._stack[self.position:]
            self._stack.append(line["push"])
            self.position += 1
            self._apply("push", line["push"])
        elif "undo" in line:
            if isinstance(line["undo"], dict):
                self._stack.insert(0, line["undo"])
                self._apply("undo", line["undo"])
            else:
                self.position -= 1
                self._apply("undo", self._stack[self.position])
        elif "redo" in line:
            self.position += 1
            self._apply("redo", self._stack[self.position - 1])
        elif "done" in line:
            self.n_saves += 1

    def _apply(self, verb, group):
        step = Step(verb, group, dict(self.state))
        for kind, before, after in step.changes:
            key = (kind, (after or before)["id"])
            if step.state.get(key) != before:
                raise Wrong(f"{step}: {key} is {step.state.get(key)}, "
                            f"not {before}")
            if after is None:
                del step.state[key]
            else:
                step.state[key] = after
        self.steps.append(step)


def find_journal(home):
    """The journal that was written last, or None."""
    found = [path for path in (home / "state").rglob("*.jsonl")
             if ".aside-" not in path.name]
    return max(found, key=lambda path: path.stat().st_mtime_ns, default=None)


def find_aside(home):
    return [path for path in (home / "state").rglob("*.aside-*.jsonl")
            if path.is_file()]


# Comparing


def describe(key, expected, actual):
    """What is another than it should be with one item, in words."""
    name = " ".join(key)
    if expected is None:
        return f"{name} should not be there: {actual}"
    if actual is None:
        return f"{name} is missing: {expected}"
    return f"{name}: " + ", ".join(
        f"{field} is {actual.get(field)!r}, not {expected.get(field)!r}"
        for field in sorted({*expected, *actual})
        if expected.get(field) != actual.get(field))


def without_id(item):
    return {field: value for field, value in item.items() if field != "id"}


def differ(expected, actual):
    """The keys of items that differ.  New items may have got another id, as
    another program had given theirs to an item of its own."""
    keys = {key for key in {*expected, *actual}
            if expected.get(key) != actual.get(key)}
    for key in sorted(keys & {*expected}):
        twins = [other for other in sorted(keys - {*expected})
                 if other[0] == key[0] and
                 without_id(actual[other]) == without_id(expected[key])]
        if twins:
            keys -= {key, twins[0]}
    return keys


def refers_to(item, keys):
    """Whether an item, or what it was, names one of these."""
    ids = {f'"{name}"' for _, name in keys}
    words = json.dumps({field: value for field, value in (item or {}).items()
                        if field != "id"})
    return any(name in words for name in ids)


def merge(base, ours, theirs, steps=()):
    """What should come of two states that both were made of a third one: the
    state, and the keys of what both have changed in different ways, or what
    hangs on that: what refers to it, and what one step has done with it."""
    merged = dict(theirs)
    mine = {key for key in {*base, *ours} if base.get(key) != ours.get(key)}
    both = {key for key in mine if base.get(key) != theirs.get(key) and
            ours.get(key) != theirs.get(key)}
    while True:
        more = {key for key in mine - both if
                refers_to(ours.get(key), both) or
                refers_to(base.get(key), both) or
                any(key in step.keys() and step.keys() & both
                    for step in steps)}
        if not more:
            break
        both |= more
    for key in mine - both:
        merged.pop(key, None)
        if key in ours:
            merged[key] = ours[key]
    return merged, both


def count_waiting(state):
    """How many items of each kind wait for a decision, as the window says."""
    return {kind: sum(key[0] == kind and
                      item["review"]["state"] == "suggested"
                      for key, item in state.items()) for kind in KINDS}
