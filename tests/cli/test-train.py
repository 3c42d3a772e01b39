#!/usr/bin/python3
# test-train.py: making, choosing and using models, from the outside
#
# SPDX-FileCopyrightText: 2026 The Readout authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage: test-train.py, with READOUT_CLI the program (set by meson)."""
import gzip
import hashlib
import json
import os
import pathlib
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
import tap  # noqa: E402

CLI = os.environ["READOUT_CLI"]
LIMIT = 240

FIRST = "Ilse Tomas Anna Karl Mirela Jonas Edda Rufus Petra Olav".split()
LAST = "Marant Reval Berg Osten Kovan Lindt Sorle Tamm Vesk Haldor".split()
PLACES = "Port Selby,Norly,Klow,Varnheim,Estrand,Silver Bay".split(",")
BODIES = "Coastal Press,Harbor Union,Northern Council,Grain Board".split(",")

ABOUT = """\
[Model]
Name=tiny
Title=A tiny model
Version=3
Language=en
Licence=CC0-1.0
Terms=For nothing but tests.

[Corpus made-up]
Terms=CC0
"""


def run(*arguments, stdin="", **environment):
    """Run the program and return (status, stdout, stderr)."""
    done = subprocess.run(
        [CLI, *map(str, arguments)], input=stdin.encode(),
        capture_output=True, timeout=LIMIT, check=False,
        env={**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "C",
             **environment})
    return done.returncode, done.stdout.decode(), done.stderr.decode()


class Writer:
    """Puts an article together and remembers where what was said stands."""

    def __init__(self):
        self.text = ""
        self.entities = []
        self.statements = []

    def add(self, words, kind=None):
        start = len(self.text)
        self.text += words
        if kind is not None:
            self.entities.append(
                {"start": start, "end": len(self.text), "type": kind})
        return [start, len(self.text)]


def article(chance):
    """A made-up article: names, and who said what."""
    writer = Writer()
    for _ in range(6):
        person = f"{chance.choice(FIRST)} {chance.choice(LAST)}"
        writer.add("Minister ")
        writer.add(person, "PER")
        writer.add(" met engineers of the ")
        writer.add(chance.choice(BODIES), "ORG")
        writer.add(" in ")
        writer.add(chance.choice(PLACES), "LOC")
        writer.add(" on ")
        writer.add(chance.choice(["Monday", "Friday"]), "DATE")
        writer.add(".\n")
        speaker = writer.add(chance.choice(LAST), "PER")
        writer.add(" ")
        cue = writer.add(chance.choice(["said", "added", "told reporters"]))
        writer.add(" ")
        content = writer.add(chance.choice([
            "that the bridge was safe", "that the work would go on",
            "that nobody had asked the council"]))
        writer.add(".\n")
        writer.statements.append(
            {"source": [speaker], "cue": [cue], "content": [content]})
    return writer


def corpus(n, **members):
    chance = random.Random(7)
    lines = []
    for i in range(n):
        writer = article(chance)
        line = {"id": f"made-up/{i}", "text": writer.text}
        for member in ("entities", "statements"):
            if members.get(member, True):
                line[member] = getattr(writer, member)
        lines.append(json.dumps(line))
    return "\n".join(lines) + "\n"


def document(writer, name, state="confirmed", undecided=()):
    """The same as an annotation file that a person has looked through."""
    text = writer.text
    types = {"PER": "person", "ORG": "organization", "LOC": "location",
             "DATE": "date"}

    def review(i):
        return {"state": "suggested" if i in undecided else state,
                "by": "mk", "at": "2026-11-23T18:00:00Z",
                "detector": "readout 0.1", "confidence": 90}

    def spans(pairs):
        return [{"start": a, "end": b, "text": text[a:b]} for a, b in pairs]

    return {
        "format": "readout-annotation", "version": 1,
        "document": {
            "id": name, "title": None, "language": "en", "text": text,
            "text_sha256": hashlib.sha256(text.encode()).hexdigest()},
        "mentions": [
            {"id": f"m{i + 1}", "start": e["start"], "end": e["end"],
             "text": text[e["start"]:e["end"]], "type": types[e["type"]],
             "form": "name", "review": review(i)}
            for i, e in enumerate(writer.entities)],
        "actors": [],
        "statements": [
            {"id": f"s{i + 1}", "speakers": [], "source": spans(s["source"]),
             "cue": spans(s["cue"]), "content": spans(s["content"]),
             "manner": "indirect", "addressees": [], "parent": None,
             "review": review(i)}
            for i, s in enumerate(writer.statements)],
        "meetings": []}


class Folder(unittest.TestCase):
    """A test with a folder, and a folder of lists in it."""

    def setUp(self):
        place = tempfile.TemporaryDirectory(prefix="readout-train-")
        self.addCleanup(place.cleanup)
        self.folder = pathlib.Path(place.name)
        self.lists = self.folder / "lists"
        self.write("lists/first.txt", "\n".join(FIRST) + "\n")
        self.write("lists/city.txt", "Norly\nSilver Bay\n")
        self.write("lists/words.txt", "bridge 1 6 1\nsafe 1 0 4\nMonday 2 0 1\n")

    def write(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
        return path

    def train(self, *arguments, name="m.readout-model"):
        path = self.folder / name
        result = run("train", "--lists", self.lists, "-o", path, *arguments)
        return path, result


class TestTrain(Folder):
    def test_same_file_twice(self):
        source = self.write("c.jsonl", corpus(20))
        packed = self.folder / "c.jsonl.gz"
        packed.write_bytes(gzip.compress(source.read_bytes()))
        first, result = self.train(source, name="first")
        self.assertEqual(result, (0, "", ""))
        second, result = self.train(packed, name="second")
        self.assertEqual(result, (0, "", ""))
        self.assertEqual(first.read_bytes(), second.read_bytes())
        third, result = self.train("--seed", "2", source, name="third")
        self.assertEqual(result, (0, "", ""))
        self.assertNotEqual(first.read_bytes(), third.read_bytes())

    def test_learns(self):
        """What was trained finds the names and statements of new articles."""
        model, result = self.train(self.write("c.jsonl", corpus(30)))
        self.assertEqual(result, (0, "", ""))
        chance = random.Random(99)
        for layer, member in (("names", "entities"),
                              ("attribution", "statements")):
            writer = article(chance)
            line = json.dumps({"id": "new", "text": writer.text})
            status, out, err = run("tag", "--layer", layer, "--jsonl",
                                   "--model", model, stdin=line)
            self.assertEqual((status, err), (0, ""))
            found = json.loads(out)
            self.assertEqual(found["id"], "new")
            for one in found[member]:
                one.pop("kind", None)
            right = [e for e in found[member]
                     if e in getattr(writer, member)]
            self.assertGreater(len(right),
                               0.8 * len(getattr(writer, member)))

    def test_lists_of_a_model(self):
        source = self.write("c.jsonl", corpus(20))
        base, result = self.train(source, name="base")
        self.assertEqual(result, (0, "", ""))
        other = self.folder / "other"
        self.assertEqual(
            run("train", "--base", base, "-o", other, source), (0, "", ""))
        self.assertEqual(base.read_bytes(), other.read_bytes())
        status, _, err = run("train", "-o", other, source)
        self.assertEqual(status, 2)
        self.assertIn("--lists", err)

    def test_reviewed_annotations(self):
        """A project of one's own teaches the same as a corpus does."""
        chance = random.Random(7)
        for i in range(20):
            folder = "annotations" if i % 2 else "annotations/more"
            self.write(f"p/{folder}/a{i}.readout.json",
                       json.dumps(document(article(chance), f"a{i}")))
        self.write("p/articles/a1.txt", "Not looked at.\n")
        model, result = self.train(self.folder / "p")
        self.assertEqual(result, (0, "", ""))
        writer = article(random.Random(5))
        found = json.loads(run(
            "tag", "--layer", "names", "--jsonl", "--model", model,
            stdin=json.dumps({"id": "x", "text": writer.text}))[1])
        right = [e for e in found["entities"] if e in writer.entities]
        self.assertGreater(len(right), 0.7 * len(writer.entities))

        # The same as JSON Lines, in the order of the files.
        files = sorted((self.folder / "p").rglob("*.readout.json"))
        lines = self.write("p.jsonl", "".join(
            json.dumps(json.loads(f.read_text())) + "\n" for f in files))
        again, result = self.train(lines, name="again")
        self.assertEqual(result, (0, "", ""))
        self.assertEqual(model.read_bytes(), again.read_bytes())

    def test_only_what_was_decided(self):
        """Suggestions are not learned, nor the lines that they stand in."""
        chance = random.Random(7)
        cut, whole = [], []
        for i in range(24):
            writer = article(chance)
            # The first line has the entities 0 to 3, the second one entity 4
            # and statement 0.
            undecided = document(writer, f"a{i}", undecided={0})
            cut.append(json.dumps(undecided))
            # The same without the lines that go.
            lines = writer.text.splitlines(True)
            names = Writer()
            names.text = "".join(lines[1:])
            names.entities = [
                {**e, "start": e["start"] - len(lines[0]),
                 "end": e["end"] - len(lines[0])}
                for e in writer.entities[4:]]
            gone = len(lines[1])
            statements = Writer()
            statements.text = lines[0] + "".join(lines[2:])
            statements.statements = [
                {"kind": "speech",
                 **{k: [[a - gone, b - gone] for a, b in v]
                    for k, v in s.items()}} for s in writer.statements[1:]]
            whole.append(json.dumps({"text": names.text,
                                     "entities": names.entities}))
            whole.append(json.dumps({"text": statements.text,
                                     "statements": statements.statements}))
        one, result = self.train(
            "--set", "names.runs=1",
            self.write("cut.jsonl", "\n".join(cut)), name="one")
        self.assertEqual(result, (0, "", ""))
        two, result = self.train(
            "--set", "names.runs=1",
            self.write("whole.jsonl", "\n".join(whole)), name="two")
        self.assertEqual(result, (0, "", ""))
        self.assertEqual(one.read_bytes(), two.read_bytes())

    def test_nothing_decided(self):
        chance = random.Random(7)
        source = self.write("s.jsonl", "\n".join(
            json.dumps(document(article(chance), f"a{i}", state="suggested"))
            for i in range(10)))
        model, (status, out, err) = self.train(source)
        self.assertEqual((status, out), (1, ""))
        self.assertIn("too little to learn from: names: 0 articles", err)
        self.assertIn("too little to learn from: statements: 0 articles", err)
        self.assertFalse(model.exists())

    def test_one_layer(self):
        source = self.write("c.jsonl", corpus(6, statements=False))
        few = self.write("f.jsonl", corpus(2, entities=False))
        model, (status, out, err) = self.train(source, few)
        self.assertEqual((status, out), (0, ""))
        self.assertIn("not in the model: statements: 2 articles", err)
        status, _, err = run("tag", "--layer", "attribution", "--model",
                             model, source)
        self.assertEqual(status, 1)
        self.assertIn("no tagger of that layer", err)
        same, result = self.train("--layer", "names",
                                  self.write("all.jsonl", corpus(6)),
                                  name="same")
        self.assertEqual(result, (0, "", ""))
        self.assertEqual(same.read_bytes(), model.read_bytes())

    def test_bad_lines(self):
        """Each fault is told with its place; the good lines are learned."""
        good = corpus(20)
        line = good.splitlines()[0]
        entry = json.loads(line)
        bad = [
            ("{", "Parse"), ("[1]", "JSON object"), ("{}", "text"),
            ('{"text": "a"}', "entities"),
            ('{"text": "a", "entities": 1}', "entities"),
            ('{"text": "ab", "entities": [{"start": 1, "end": 9, '
             '"type": "PER"}]}', "entities[0]"),
            ('{"text": "ab", "entities": [{"start": 0, "end": 1, '
             '"type": "X"}]}', "entities[0]"),
            ('{"text": "ab", "statements": [{"cue": [[0, 5]]}]}',
             "statements[0]"),
            ('{"text": "ab", "speech": [[0, 1]]}', "speech[0]"),
            ('{"format": "readout-annotation", "version": 9}', "version"),
            (json.dumps({**entry, "text": entry["text"]})[:-1]
             + ', "text": "twice"}', "text"),
        ]
        source = self.write(
            "c.jsonl", good + "\n".join(text for text, _ in bad) + "\n")
        model, (status, out, err) = self.train(source)
        self.assertEqual((status, out), (1, ""))
        told = err.splitlines()
        self.assertEqual(len(told), len(bad), err)
        for i, (text, expected) in enumerate(bad):
            self.assertIn(f"c.jsonl:{21 + i}: ", told[i])
            if expected != "Parse":
                self.assertIn(expected, told[i], text)
        clean, result = self.train(self.write("good.jsonl", good),
                                   name="clean")
        self.assertEqual(result, (0, "", ""))
        self.assertEqual(clean.read_bytes(), model.read_bytes())

    def test_usage(self):
        source = self.write("c.jsonl", corpus(1))
        output = self.folder / "o"
        for options in (
                ["--lists", self.lists, source],
                ["--lists", self.lists, "-o", output],
                ["--lists", self.lists, "-o", output, "--layer", "x", source],
                ["--lists", self.lists, "-o", output, "--set", "x=1", source],
                ["--base", "rules", "-o", output, source]):
            status, out, err = run("train", *options)
            self.assertEqual((status, out), (2, ""), options)
            self.assertIn("--help", err)
        for options in (
                ["--lists", self.folder / "none", "-o", output, source],
                ["--base", "none", "-o", output, source],
                ["--lists", self.lists, "--about", self.folder / "none", "-o",
                 output, source],
                ["--lists", self.lists, "-o", output, self.folder / "none"]):
            status, out, err = run("train", *options)
            self.assertEqual((status, out), (1, ""), options)
            self.assertIn("none", err)
        self.assertFalse(output.exists())

    def test_cancel(self):
        """A signal ends it soon, and the file stays as it was."""
        source = self.write("c.jsonl", corpus(300))
        output = self.write("m.readout-model", "as it was")
        for number in (signal.SIGINT, signal.SIGTERM):
            process = subprocess.Popen(
                [CLI, "train", "--progress", "--lists", str(self.lists), "-o",
                 str(output), "--set", "names.epochs=900", str(source)],
                stderr=subprocess.PIPE)
            # Until the training itself has begun.
            told = b""
            while b"[1/2]" not in told:
                told += os.read(process.stderr.fileno(), 4096)
            process.send_signal(number)
            start = time.monotonic()
            _, rest = process.communicate(timeout=LIMIT)
            self.assertEqual(process.returncode, 128 + number)
            self.assertIn(b"no model was written", rest)
            self.assertLess(time.monotonic() - start, 20)
            self.assertEqual(output.read_text(), "as it was")
        self.assertEqual(sorted(os.listdir(self.folder)),
                         ["c.jsonl", "lists", "m.readout-model"])

    def test_progress(self):
        source = self.write("c.jsonl", corpus(20))
        _, (status, _, err) = self.train("--progress", source)
        self.assertEqual(status, 0)
        self.assertIn("[1/2]", err)
        self.assertIn("[2/2]", err)


class TestModels(Folder):
    """The choice of a model."""

    TEXT = ("Minister Ilse Marant met engineers of the Grain Board in Norly "
            "on Monday.\nMarant said that the bridge was safe.\n")

    def setUp(self):
        super().setUp()
        self.about = self.write("about.ini", ABOUT)
        self.source = self.write("c.jsonl", corpus(18))
        self.article = self.write("a.txt", self.TEXT)
        self.models = self.folder / "models"
        self.models.mkdir()
        self.model, result = self.train(
            "--about", self.about, self.source,
            name="models/tiny.readout-model")
        self.assertEqual(result, (0, "", ""))

    def generator(self, *arguments, **environment):
        status, out, err = run("detect", *arguments, self.article,
                               **environment)
        self.assertEqual((status, err), (0, ""))
        return json.loads(out)["generator"]

    def test_names_in_the_file(self):
        self.assertRegex(self.generator("--model", self.model),
                         r"^readout/tiny-3 \S+$")
        self.assertRegex(self.generator("--model", "rules"),
                         r"^readout \S+$")
        self.assertRegex(self.generator("--model", "tiny",
                                        READOUT_MODELS=str(self.models)),
                         r"^readout/tiny-3 \S+$")

    def test_default(self):
        """The best that came with the program; never one's own by itself."""
        where = {"READOUT_MODELS": f"/no/such/folder:{self.models}"}
        self.assertRegex(self.generator(**where), r"^readout \S+$")
        for name, in_front in (("en-open", "en-open"), ("en-news", "en-news")):
            about = self.write("b.ini", ABOUT.replace("tiny", name))
            self.train("--about", about, self.source,
                       name=f"models/{name}.readout-model")
            self.assertRegex(self.generator(**where),
                             rf"^readout/{in_front}-3 \S+$")
            status, out, _ = run("tag", "--layer", "names", self.article,
                                 **where)
            self.assertEqual(status, 0)
            self.assertEqual(json.loads(out)["id"], "a")

    def test_few_kinds_of_names(self):
        """A tagger without nations takes none of the rules' names away."""
        found = {}
        for model in ("rules", self.model):
            out = run("detect", "--model", model, self.article)[1]
            found[model] = {(m["start"], m["end"], m["type"])
                            for m in json.loads(out)["mentions"]
                            if m["form"] == "name"}
        self.assertTrue(found["rules"])
        self.assertLessEqual(found["rules"], found[self.model])

    def test_unnamed(self):
        plain, result = self.train(self.source, name="plain")
        self.assertEqual(result, (0, "", ""))
        self.assertRegex(self.generator("--model", plain),
                         r"^readout/unnamed-0 \S+$")

    def test_broken(self):
        """Every model that cannot be used is refused, and told why."""
        whole = self.model.read_bytes()
        cases = {
            "none": None, "empty": b"", "text": b"Not a model.\n" * 9,
            "cut": whole[:-100], "changed": whole[:-9] + b"x" + whole[-8:],
            "version": whole[:8] + b"\x63" + whole[9:],
        }
        for name, content in cases.items():
            path = self.folder / name
            if content is not None:
                path.write_bytes(content)
            for command in (["detect"], ["tag", "--layer", "names"]):
                status, out, err = run(*command, "--model", path,
                                       self.article)
                self.assertEqual((status, out), (1, ""), name)
                self.assertIn(name, err)
        status, _, err = run("detect", "--model", "tiny", self.article)
        self.assertEqual(status, 1)
        self.assertIn("“tiny”", err)
        self.assertIn("rules", err)

    def test_about(self):
        """A model that says too little of itself is not made."""
        for wrong in (ABOUT.replace("Name=tiny", "Name=two words"),
                      ABOUT.replace("Version=3\n", ""),
                      ABOUT.replace("[Model]", "[Other]"), "no key file\n"):
            about = self.write("wrong.ini", wrong)
            model, (status, _, err) = self.train(
                "--about", about, self.source, name="wrong")
            self.assertEqual(status, 1)
            self.assertIn("wrong.ini", err)
            self.assertFalse(model.exists())

    def test_tag_output(self):
        """Where the lines go, and that they are not lost without a word."""
        options = ["tag", "--layer", "names", "--model", self.model]
        status, wanted, err = run(*options, self.source, self.article)
        self.assertEqual((status, err), (0, ""))
        self.assertEqual(len(wanted.splitlines()), 19)
        link, real = self.folder / "link", self.folder / "real"
        link.symlink_to("real")
        real.write_text("old")
        real.chmod(0o600)
        self.assertEqual(
            run(*options, "-o", link, self.source, self.article), (0, "", ""))
        self.assertTrue(link.is_symlink())
        self.assertEqual(real.read_text(), wanted)
        self.assertEqual(real.stat().st_mode & 0o777, 0o600)
        self.assertEqual(run(*options, "-o", "-", self.source, self.article),
                         (0, wanted, ""))

        pipe = self.folder / "pipe"
        os.mkfifo(pipe)
        status, out, err = run(*options, "-o", pipe, self.source)
        self.assertEqual((status, out), (1, ""))
        self.assertIn(str(pipe), err)

        def limit():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))

        with open(self.folder / "full", "wb") as full:
            done = subprocess.run(
                [CLI, *map(str, options), self.source], stdout=full,
                stderr=subprocess.PIPE, timeout=LIMIT, check=False,
                preexec_fn=limit,
                env={**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "C"})
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"standard output", done.stderr)
        self.assertEqual(len(done.stderr.splitlines()), 1)

    def test_tag_usage(self):
        for options in ([self.source], ["--layer", "x", self.source],
                        ["--layer", "names"],
                        ["--layer", "names", "--jsonl", self.source]):
            self.assertEqual(run("tag", "--model", self.model, *options)[0],
                             2, options)
        status, _, err = run("tag", "--layer", "names", self.source)
        self.assertEqual(status, 1)
        self.assertIn("name a model", err)


if __name__ == "__main__":
    tap.main()
