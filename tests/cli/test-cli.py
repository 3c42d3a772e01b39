#!/usr/bin/python3
# test-cli.py: what readout-cli does, from the outside
#
# SPDX-FileCopyrightText: 2026 The Readout authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage: test-cli.py, with READOUT_CLI the program (set by meson)."""
import hashlib
import json
import os
import pathlib
import pty
import re
import select
import stat
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
import tap  # noqa: E402

CLI = os.environ["READOUT_CLI"]
SHARED = pathlib.Path(
    os.environ.get("READOUT_SHARED") or
    pathlib.Path(__file__).resolve().parents[2].parent / "shared")
LIMIT = 60

ARTICLE = """\
Norway and Finland agree to reopen border crossing

PORT SELBY, March 4 (Coastal Press) -- Norwegian Foreign Minister Ilse Marant \
met her Finnish counterpart, Tomas Reval, in Port Selby on Monday, officials \
said.

"We will open the crossing before the summer," Marant told reporters after \
the talks. Reval said that both governments would send engineers next week.
"""


def run(*arguments, stdin="", cwd=None):
    """Run the program and return (status, stdout, stderr)."""
    done = subprocess.run(
        [CLI, *map(str, arguments)], input=stdin.encode(), cwd=cwd,
        capture_output=True, timeout=LIMIT, check=False,
        env={**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "C"})
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def span(text, words, start=0):
    at = text.index(words, start)
    return {"start": at, "end": at + len(words), "text": words}


def annotation(text=ARTICLE, name="example"):
    """A file in which a person accepted, rejected and left alone."""
    def review(state):
        return {"state": state, "by": "mk", "at": "2026-11-23T18:00:00Z",
                "detector": "readout 0.1", "confidence": 90}

    return {
        "format": "readout-annotation", "version": 1,
        "document": {
            "id": name, "title": "A title", "published": "2024-03-04",
            "language": "en", "text": text,
            "text_sha256": hashlib.sha256(text.encode()).hexdigest()},
        "mentions": [
            {"id": "m1", **span(text, "Ilse Marant"), "type": "person",
             "form": "name", "actor": "a1", "review": review("confirmed")},
            {"id": "m2", **span(text, "Tomas Reval"), "type": "person",
             "form": "name", "actor": "a2", "review": review("confirmed")},
            {"id": "m3", **span(text, "Coastal Press"),
             "type": "organization", "form": "name",
             "review": review("rejected")},
            {"id": "m4", **span(text, "Port Selby"), "type": "location",
             "form": "name", "review": review("suggested")}],
        "actors": [
            {"id": "a1", "type": "person", "name": "Ilse Marant",
             "role": "Foreign Minister", "review": review("confirmed")},
            {"id": "a2", "type": "person", "name": "Tomas Reval",
             "review": review("suggested")}],
        "statements": [
            {"id": "s1", "speakers": ["a1", "a2"],
             "source": [span(text, "Marant", text.index("summer"))],
             "cue": [span(text, "told")],
             "content": [span(
                 text, "\"We will open the crossing before the summer,\"")],
             "manner": "direct", "addressees": [], "parent": None,
             "review": review("confirmed")}],
        "meetings": []}


class Folder(unittest.TestCase):
    """A test with a folder of its own."""

    def setUp(self):
        place = tempfile.TemporaryDirectory(prefix="readout-cli-")
        self.addCleanup(place.cleanup)
        self.folder = pathlib.Path(place.name)

    def write(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, bytes):
            path.write_bytes(content)
        elif isinstance(content, str):
            path.write_text(content, encoding="utf-8")
        else:
            path.write_text(json.dumps(content), encoding="utf-8")
        return path

    def load(self, name):
        return json.loads((self.folder / name).read_text(encoding="utf-8"))


class TestCommandLine(Folder):
    def test_version(self):
        status, out, err = run("--version")
        self.assertEqual((status, err), (0, ""))
        self.assertRegex(out, r"^readout-cli \d+\.\d+\.\d+\n$")

    def test_help(self):
        status, out, err = run("--help")
        self.assertEqual((status, err), (0, ""))
        for command in ("detect", "check", "convert"):
            self.assertIn(command, out)
            status, text, err = run(command, "--help")
            self.assertEqual((status, err), (0, ""))
            self.assertIn(f"readout-cli {command}", text)
            self.assertIn("--quiet", text)

    def test_wrong_usage(self):
        article = self.write("a.txt", ARTICLE)
        for arguments in (
                [], ["no-such-command"], ["detect"], ["check"], ["convert"],
                ["detect", "--no-such-option", article],
                ["detect", "-o"], ["detect", article, "-"],
                ["convert", article],
                ["convert", "--to", "no-such-format", article],
                ["convert", "--to", "text", article],
                ["convert", "--to", "jsonl", "--only", "some", article],
                ["convert", "--to", "readout", article, article]):
            with self.subTest(arguments=arguments):
                status, out, err = run(*arguments)
                self.assertEqual((status, out), (2, ""))
                self.assertIn("readout-cli: ", err)
                self.assertIn("--help", err)
        self.assertEqual(os.listdir(self.folder), ["a.txt"])


class TestDetect(Folder):
    def check(self, found, text=ARTICLE):
        self.assertEqual(found["format"], "readout-annotation")
        self.assertEqual(found["document"]["text"], text)
        self.assertTrue(found["actors"])
        self.assertTrue(found["statements"])
        self.assertTrue(found["meetings"])
        self.assertIn("Marant", " ".join(a["name"] for a in found["actors"]))
        for mention in found["mentions"]:
            self.assertEqual(text[mention["start"]:mention["end"]],
                             mention["text"])

    def test_to_standard_output(self):
        article = self.write("a.txt", ARTICLE)
        status, out, err = run("detect", article)
        self.assertEqual((status, err), (0, ""))
        self.check(json.loads(out))
        self.assertEqual(os.listdir(self.folder), ["a.txt"])

    def test_from_standard_input(self):
        status, out, err = run("detect", "-", stdin=ARTICLE)
        self.assertEqual((status, err), (0, ""))
        self.check(json.loads(out))

    def test_into_a_folder(self):
        first = self.write("in/first.txt", ARTICLE)
        second = self.write("in/second.txt", ARTICLE)
        out = self.folder / "new" / "out"
        status, told, err = run("detect", "-o", out, first, second)
        self.assertEqual((status, told, err), (0, "", ""))
        self.assertEqual(sorted(os.listdir(out)),
                         ["first.readout.json", "second.readout.json"])
        self.check(self.load("new/out/first.readout.json"))
        # What is written is in order, and readable for others as usual.
        self.assertEqual(run("check", *out.iterdir()), (0, "", ""))
        umask = os.umask(0)
        os.umask(umask)
        mode = stat.S_IMODE(os.stat(out / "first.readout.json").st_mode)
        self.assertEqual(mode, 0o666 & ~umask)

    def test_beside_several(self):
        first = self.write("x/first.txt", ARTICLE)
        second = self.write("y/second.txt", ARTICLE)
        status, told, err = run("detect", first, second)
        self.assertEqual((status, told, err), (0, "", ""))
        self.check(self.load("x/first.readout.json"))
        self.check(self.load("y/second.readout.json"))

    def test_two_of_one_name(self):
        first = self.write("x/same.txt", ARTICLE)
        second = self.write("y/same.txt", ARTICLE.replace("Selby", "Norly"))
        status, _, err = run("detect", "-o", self.folder, first, second)
        self.assertEqual(status, 1)
        self.assertIn("y/same.txt", err)
        self.assertIn("x/same.txt", err)
        self.assertFalse((self.folder / "same.readout.json").exists())

    def test_goes_on_after_a_fault(self):
        good = self.write("good.txt", ARTICLE)
        broken = self.write("broken.json", '{"format": "readout-annot')
        folder = self.folder / "folder.txt"
        folder.mkdir()
        missing = self.folder / "missing.txt"
        status, _, err = run("detect", "-o", self.folder / "out",
                             missing, broken, folder, good)
        self.assertEqual(status, 1)
        for path in (missing, broken, folder):
            self.assertIn(str(path), err)
        self.assertEqual(len(err.splitlines()), 3)
        self.assertEqual(os.listdir(self.folder / "out"),
                         ["good.readout.json"])

    def test_keeps_what_is_reviewed(self):
        article = self.write("article.txt", ARTICLE)
        self.write("article.readout.json", annotation())
        before = annotation()
        status, _, err = run("detect", "-o", self.folder, article)
        self.assertEqual(status, 0)
        self.assertIn("5 reviewed items are kept", err)
        after = self.load("article.readout.json")
        for kind in ("mentions", "actors", "statements"):
            then = {item["id"]: item for item in before[kind]
                    if item["review"]["state"] != "suggested"}
            now = {item["id"]: item for item in after[kind]}
            for key, item in then.items():
                self.assertEqual(now[key]["review"], item["review"])
                if "start" in item:
                    self.assertEqual(now[key]["text"], item["text"])
        # There is more now, and nothing twice.
        self.assertGreater(len(after["mentions"]), 4)
        places = [(m["start"], m["end"]) for m in after["mentions"]]
        self.assertEqual(len(places), len(set(places)))
        # The same again changes nothing.
        content = (self.folder / "article.readout.json").read_bytes()
        run("detect", "-q", "-o", self.folder, article)
        self.assertEqual((self.folder / "article.readout.json").read_bytes(),
                         content)

    def test_annotation_file_as_input(self):
        path = self.write("a.readout.json", annotation())
        status, out, err = run("detect", path)
        self.assertEqual(status, 0)
        self.assertIn("5 reviewed items are kept", err)
        found = json.loads(out)
        states = {m["id"]: m["review"]["state"] for m in found["mentions"]}
        self.assertEqual(states["m1"], "confirmed")
        self.assertEqual(states["m3"], "rejected")
        self.assertEqual(self.load("a.readout.json"), annotation())
        self.assertEqual(run("detect", "--quiet", path)[2], "")

    def test_leaves_alone_what_is_of_another_text(self):
        article = self.write("a.txt", ARTICLE)
        other = annotation("An other text by Ilse Marant and Tomas Reval for "
                           "Coastal Press told Marant in Port Selby summer "
                           "Marant \"We will open the crossing before the "
                           "summer,\" Marant.")
        for content in (other, "{ no JSON"):
            kept = self.write("a.readout.json", content).read_bytes()
            status, _, err = run("detect", "-o", self.folder, article)
            self.assertEqual(status, 1)
            self.assertIn("a.readout.json", err)
            self.assertIn("left as it is", err)
            self.assertEqual((self.folder / "a.readout.json").read_bytes(),
                             kept)

    def test_json_lines(self):
        line = json.dumps(annotation(name="one"))
        path = self.write("many.jsonl",
                          line + "\n\n" + "{broken\n" + line.replace(
                              '"id": "one"', '"id": "two"') + "\n")
        status, out, err = run("detect", "-q", path)
        self.assertEqual(status, 1)
        self.assertIn("many.jsonl:3:", err)
        found = [json.loads(line) for line in out.splitlines()]
        self.assertEqual([f["document"]["id"] for f in found], ["one", "two"])

    def test_encodings(self):
        text = ARTICLE.replace("Marant", "Märänt")
        for encoding in ("utf-8-sig", "utf-16", "cp1252"):
            with self.subTest(encoding=encoding):
                path = self.write("a.txt", text.replace("\n", "\r\n")
                                  .encode(encoding))
                status, out, _ = run("detect", path)
                self.assertEqual(status, 0)
                self.assertEqual(json.loads(out)["document"]["text"], text)

    def test_empty_article(self):
        path = self.write("empty.txt", "")
        status, out, _ = run("detect", path)
        self.assertEqual(status, 0)
        self.assertEqual(json.loads(out)["document"]["text"], "")

    def test_other_language(self):
        path = self.write("de.txt", "Der Minister sagte am Montag, dass die "
                          "Gespräche über den Grenzübergang noch in dieser "
                          "Woche fortgesetzt werden sollen, und dass er mit "
                          "einem guten Ende rechne. Die Regierung hat sich "
                          "dazu noch nicht geäußert.\n")
        status, _, err = run("detect", path)
        self.assertEqual(status, 0)
        self.assertIn("does not look like English", err)

    def test_other_language_in_part(self):
        path = self.write("both.txt", ARTICLE + "\n"
                          "Der Minister sagte am Montag, dass die Gespräche "
                          "über den Grenzübergang noch in dieser Woche "
                          "fortgesetzt werden sollen, und dass er mit einem "
                          "guten Ende rechne.\n")
        status, out, err = run("detect", path)
        self.assertEqual(status, 0)
        self.assertIn("parts of this do not look like English", err)
        document = json.loads(out)
        german = document["document"]["text"].index("Der Minister")
        self.assertTrue(document["mentions"])
        for mention in document["mentions"]:
            self.assertLess(mention["start"], german)

    def test_other_language_by_name(self):
        path = self.write("named.readout.json", json.dumps({
            "format": "readout-annotation", "version": 1,
            "document": {"text": ARTICLE, "language": "de"}}))
        status, _, err = run("detect", path)
        self.assertEqual(status, 0)
        self.assertIn("de", err)
        self.assertIn("English", err)

    def test_cannot_write(self):
        article = self.write("a.txt", ARTICLE)
        self.write("out/a.readout.json/in-the-way", "")
        status, _, err = run("detect", "-o", self.folder / "out", article)
        self.assertEqual(status, 1)
        self.assertIn("a.readout.json", err)
        with open("/dev/full", "wb") as full:
            done = subprocess.run([CLI, "detect", str(article)], stdout=full,
                                  stderr=subprocess.PIPE, timeout=LIMIT,
                                  check=False)
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"standard output", done.stderr)

    def test_progress(self):
        article = self.write("a.txt", ARTICLE)
        second = self.write("b.txt", ARTICLE)
        arguments = ["detect", "-o", self.folder, article, second]
        self.assertNotIn("[1/2]", run(*arguments)[2])
        self.assertIn("[2/2]", run(*arguments, "--progress")[2])

    def test_progress_on_a_terminal(self):
        article = self.write("a.txt", ARTICLE)
        second = self.write("b.txt", ARTICLE)
        arguments = ["detect", "-o", self.folder, article, second]
        # It is on by itself, but for --quiet.
        for more, shown in (([], True), (["--quiet"], False)):
            try:
                ours, theirs = pty.openpty()
            except OSError as error:
                self.skipTest(f"no terminal can be made: {error}")
            subprocess.run([CLI, *map(str, arguments), *more], stderr=theirs,
                           timeout=LIMIT, check=True)
            os.close(theirs)
            told = b""
            while select.select([ours], [], [], 1)[0]:
                try:
                    told += os.read(ours, 65536)
                except OSError:
                    break
            os.close(ours)
            self.assertEqual(b"[2/2]" in told, shown)


class TestExplain(Folder):
    """Every item has its rule, and every rule names a file that exists."""

    SOURCES = pathlib.Path(__file__).resolve().parents[2] / "app"

    def check_rules(self, rules):
        for rule in re.split(r"; (?:(?:role|country|speaker|status) by )?",
                             rules):
            self.assertRegex(rule, r"^[a-z]+/[a-z-]+: .+")
            stem = rule.partition(":")[0] + ".c"
            self.assertTrue(
                (self.SOURCES / "detect" / stem).exists() or
                (self.SOURCES / stem).exists(), rule)

    def test_items(self):
        path = self.write("a.txt", ARTICLE)
        status, out, err = run("detect", "--explain", "--model", "rules", path)
        self.assertEqual((status, err), (0, ""))
        head, *lines = out.splitlines()
        self.assertRegex(head, r"^# .*a\.txt, readout \d")
        rows = [line.split("\t") for line in lines]
        found = json.loads(run("detect", "--model", "rules", path)[1])
        ids = [item["id"] for kind in ("mentions", "actors", "statements",
                                       "meetings") for item in found[kind]]
        self.assertEqual([row[0] for row in rows], ids)
        for row in rows:
            self.assertEqual(len(row), 4, row)
            self.check_rules(row[3])
        self.assertIn("met", " ".join(row[2] for row in rows
                                      if row[0].startswith("g")))

    def test_many(self):
        golden = sorted((self.SOURCES.parent / "tests" / "golden")
                        .glob("*.txt"))
        status, out, _ = run("detect", "--explain", *golden)
        self.assertEqual(status, 0)
        self.assertEqual(("\n" + out).count("\n# "), len(golden))
        for line in out.splitlines():
            if not line.startswith("# "):
                self.check_rules(line.split("\t")[3])

    def test_usage(self):
        for arguments in (["--jsonl"], ["-o", "out", "a.txt"]):
            status, out, err = run("detect", "--explain", *arguments)
            self.assertEqual((status, out), (2, ""))
            self.assertIn("--explain", err)


class TestCheck(Folder):
    def test_in_order(self):
        path = self.write("a.readout.json", annotation())
        self.assertEqual(run("check", path), (0, "", ""))
        self.assertEqual(run("check", "-", stdin=json.dumps(annotation())),
                         (0, "", ""))

    def test_faults(self):
        def broken(change):
            content = annotation()
            change(content)
            return content

        cases = {
            "span": (lambda c: c["mentions"][0].update(end=10 ** 6),
                     "mentions[0]"),
            "text": (lambda c: c["mentions"][1].update(text="Somebody"),
                     "mentions[1]"),
            "checksum": (lambda c: c["document"].update(text_sha256="0" * 64),
                         "text_sha256"),
            "reference": (lambda c: c["statements"][0].update(
                speakers=["a9"]), "statements[0]"),
            "twice": (lambda c: c["mentions"][1].update(id="m1"), "m1"),
            "type": (lambda c: c["mentions"][2].update(type="vegetable"),
                     "mentions[2].type"),
            "state": (lambda c: c["actors"][0]["review"].update(
                state="maybe"), "actors[0].review.state"),
            "format": (lambda c: c.update(format="other"), "format"),
            "version": (lambda c: c.update(version=99), "version"),
        }
        good = self.write("good.readout.json", annotation())
        paths = []
        for name, (change, place) in cases.items():
            path = self.write(name + ".json", broken(change))
            paths.append(path)
            with self.subTest(name=name):
                status, out, err = run("check", path)
                self.assertEqual((status, out), (1, ""))
                self.assertIn(str(path), err)
                self.assertIn(place, err)
                self.assertEqual(len(err.splitlines()), 1)
        # All of them at once: each is told, and the good one is not.
        status, out, err = run("check", *paths, good)
        self.assertEqual(status, 1)
        self.assertEqual(len(err.splitlines()), len(cases))
        self.assertNotIn("good", err)

    def test_values(self):
        """A date that is none keeps the file from nothing but this check."""
        content = annotation()
        content["document"]["published"] = "2023-02-31"
        content["document"]["language"] = "banana"
        content["actors"][0]["country"] = "QQ-no"
        path = self.write("a.readout.json", content)
        status, out, err = run("check", path)
        self.assertEqual((status, out), (1, ""))
        self.assertEqual(len(err.splitlines()), 3)
        for place in ("document.published: expected a date",
                      "document.language: expected a language code",
                      "actors[0].country: expected the two letters"):
            self.assertRegex(err, r"line \d+, column \d+: " + re.escape(place))

        status, out, err = run("convert", "--to", "readout", path)
        self.assertEqual((status, err), (0, ""))
        self.assertEqual(json.loads(out)["document"]["published"],
                         "2023-02-31")
        self.assertEqual(json.loads(out)["actors"][0]["country"], "QQ-no")
        status, _, err = run("detect", path)
        self.assertEqual(status, 0, err)

    def test_place_of_a_syntax_error(self):
        path = self.write("a.json", '{\n  "format": "readout-annotation",\n'
                          '  "version": 1,,\n}\n')
        status, _, err = run("check", path)
        self.assertEqual(status, 1)
        self.assertRegex(err, r"\b3\b")

    def test_lines(self):
        good = json.dumps(annotation())
        status, _, err = run("check", "-", stdin=f"{good}\n[]\n{good}\n{{}}\n")
        self.assertEqual(status, 1)
        self.assertEqual(len(err.splitlines()), 2)
        self.assertIn(":2:", err)
        self.assertIn(":4:", err)

    def test_no_annotation_file(self):
        for content in ("", ARTICLE, "[1]", "null", b"\xff\xfe\x00", b"\0"):
            with self.subTest(content=content):
                path = self.write("a.json", content)
                status, _, err = run("check", path)
                self.assertEqual(status, 1)
                self.assertIn("a.json", err)


class TestSniffing(Folder):
    """The command line knows the same files as the window does."""

    def test_refused(self):
        for name, content in (("a.html", "<p>Some words.</p>"),
                              ("a", "<!DOCTYPE html><p>"),
                              ("a.pdf", "%PDF-1.4")):
            status, out, err = run("detect", self.write(name, content))
            self.assertEqual((status, out), (1, ""))
            self.assertIn("readout.json", err)


class TestDetectStream(Folder):
    """detect --jsonl: order, bad lines, and the same bytes on any threads."""

    N = 2000

    def lines(self):
        for i in range(self.N):
            if i % 7 == 3:
                yield ["{", "[]", '{"id": "x%d"}' % i, '{"id": 5, "text": "a"}',
                       '{"id": "x%d", "text": "a", "published": 5}' % i,
                       "\x01", '{"id": "a", "id": "b"}'][i // 7 % 7]
            elif i % 50 == 10:
                yield json.dumps(annotation(name=f"x{i}"))
            elif i % 50 == 20:
                document = annotation(name=f"x{i}")
                document["document"]["text_sha256"] = "0" * 64
                yield json.dumps(document)
            else:
                yield json.dumps({
                    "id": f"x{i}", "published": "2024-03-05",
                    "text": f"Foreign Minister Ilse Marant met {i} guests in "
                            "Oslo. “It went well,” she said on Monday."})

    def test_order_and_threads(self):
        lines = list(self.lines())
        stdin = "\n".join(lines) + "\n\n"
        status, out, err = run("detect", "--jsonl", stdin=stdin)
        self.assertEqual(status, 1)
        found = [json.loads(line) for line in out.splitlines()]
        self.assertEqual(len(found), self.N)
        n_bad = 0
        for i, record in enumerate(found):
            bad = i % 7 == 3 or i % 50 == 20
            self.assertEqual("error" in record, bad, lines[i])
            if not bad:
                self.assertEqual(record["document"]["id"], f"x{i}")
                self.assertTrue(record["actors"])
                continue
            n_bad += 1
            self.assertEqual(set(record), {"id", "error"})
            self.assertIn(f"standard input:{i + 1}: ", err)
            if i % 7 != 3:
                self.assertEqual(record["id"], f"x{i}")
        self.assertEqual(len(err.splitlines()), n_bad)
        self.assertEqual(run("detect", "--jsonl", "-j", "2", stdin=stdin),
                         (status, out, err))

    def test_what_the_line_says(self):
        line = {"id": "a", "text": ARTICLE, "title": "Another", "source": "X",
                "published": "2020-01-02", "language": "en"}
        status, out, err = run("detect", "--jsonl", stdin=json.dumps(line))
        self.assertEqual((status, err), (0, ""))
        document = json.loads(out)["document"]
        for member, value in line.items():
            self.assertEqual(document[member], value)
        self.assertEqual(
            run("check", self.write("a.json", out)), (0, "", ""))

    def test_reviewed_items_are_kept(self):
        out = json.loads(run("detect", "--jsonl",
                             stdin=json.dumps(annotation()))[1])
        states = {m["id"]: m["review"]["state"] for m in out["mentions"]}
        self.assertEqual(states["m1"], "confirmed")
        self.assertEqual(states["m3"], "rejected")

    def test_memory_is_bounded(self):
        """Ten times the lines need no more memory."""
        line = json.dumps({"id": "a", "text": "He said no. " * 200}) + "\n"
        peaks = []
        # The address sanitizer keeps what is freed for a while.
        sanitizer = os.environ.get("ASAN_OPTIONS", "") + (
            ":quarantine_size_mb=1:thread_local_quarantine_size_kb=16")
        for n in (100, 1000):
            script = ("import resource, subprocess, sys; "
                      "subprocess.run(sys.argv[1:], check=True); "
                      "print(resource.getrusage("
                      "resource.RUSAGE_CHILDREN).ru_maxrss, file=sys.stderr)")
            done = subprocess.run(
                [sys.executable, "-c", script, CLI, "detect", "--jsonl", "-j",
                 "2"], input=(line * n).encode(), capture_output=True,
                timeout=LIMIT, check=True,
                env=dict(os.environ, ASAN_OPTIONS=sanitizer))
            peaks.append(int(done.stderr.split()[-1]))
        self.assertLess(peaks[1], peaks[0] * 1.5 + 20000)

    def test_usage(self):
        for options in (["--jsonl", "-j", "0"], ["-j", "2", "a.txt"],
                        ["--jsonl", "-o", "x"], ["--jsonl", "a.jsonl"]):
            self.assertEqual(run("detect", *options)[0], 2, options)

    def test_nothing(self):
        self.assertEqual(run("detect", "--jsonl", stdin=""), (0, "", ""))


class TestConvert(Folder):
    def ids(self, document, kind):
        return [item["id"] for item in document[kind]]

    def test_canonical_form(self):
        path = self.write("a.json", annotation())
        status, out, err = run("convert", "--to", "readout", path)
        self.assertEqual((status, err), (0, ""))
        self.assertTrue(out.startswith("{\n  \"format\""))
        second = self.write("b.json", out)
        self.assertEqual(run("convert", "--to", "readout", second)[1], out)

    def test_there_and_back(self):
        first = self.write("x/one.json", annotation(name="one"))
        second = self.write("x/two.json", annotation(name="two"))
        lines = self.folder / "all.jsonl"
        self.assertEqual(
            run("convert", "--to", "jsonl", "-o", lines, first, second),
            (0, "", ""))
        text = lines.read_text(encoding="utf-8")
        self.assertEqual(len(text.splitlines()), 2)
        out = self.folder / "back"
        self.assertEqual(
            run("convert", "--to", "readout", "-o", str(out) + "/", lines),
            (0, "", ""))
        for path, name in ((first, "one"), (second, "two")):
            canonical = run("convert", "--to", "readout", path)[1]
            self.assertEqual(
                (out / f"{name}.readout.json").read_text(encoding="utf-8"),
                canonical)

    def test_stream(self):
        line = json.dumps(annotation())
        status, out, err = run("convert", "--to", "jsonl", "-",
                               stdin=f"{line}\nnothing\n{line}\n")
        self.assertEqual(status, 1)
        self.assertEqual(len(out.splitlines()), 2)
        self.assertIn(":2:", err)

    def test_ids_that_are_no_file_names(self):
        documents = [annotation(name="../../up"), annotation(name=""),
                     annotation(name="a/b"), annotation(name=".hidden")]
        path = self.write("x/l.jsonl",
                          "".join(json.dumps(d) + "\n" for d in documents))
        out = self.folder / "out"
        status, _, _ = run("convert", "--to", "readout", "-o", f"{out}/", path)
        self.assertEqual(status, 0)
        self.assertEqual(sorted(os.listdir(self.folder)), ["out", "x"])
        self.assertEqual(len(os.listdir(out)), 4)

    def test_several_to_standard_output(self):
        line = json.dumps(annotation())
        status, out, err = run("convert", "--to", "readout", "-",
                               stdin=f"{line}\n{line}\n")
        self.assertEqual((status, out), (1, ""))
        self.assertIn("-o", err)

    def test_only_confirmed(self):
        path = self.write("a.json", annotation())
        status, out, err = run("convert", "--to", "readout", "--only",
                               "confirmed", path)
        self.assertEqual(status, 0)
        found = json.loads(out)
        self.assertEqual(self.ids(found, "mentions"), ["m1", "m2"])
        self.assertEqual(self.ids(found, "statements"), ["s1"])
        # The actor that nobody confirmed stays in with what refers to it, as
        # it is, and that is told.
        self.assertEqual(self.ids(found, "actors"), ["a1", "a2"])
        self.assertEqual(found["actors"][1]["review"]["state"], "suggested")
        self.assertEqual(found["statements"][0]["speakers"], ["a1", "a2"])
        self.assertEqual(found["mentions"][1]["actor"], "a2")
        self.assertIn(": 1 actor", err)
        self.assertNotIn("cut", err)
        self.assertEqual(
            run("check", self.write("b.json", out)), (0, "", ""))

    def test_only_confirmed_in_turn(self):
        """What is kept only for a link keeps its own links, too."""
        content = annotation()
        first = content["statements"][0]
        content["actors"] += [
            {"id": "a3", "type": "group", "name": "officials"},
            {"id": "a4", "type": "group", "name": "engineers"}]
        content["statements"] += [
            {**first, "id": "s2", "speakers": ["a3"], "review":
             {**first["review"], "state": "suggested"}},
            {**first, "id": "s3", "speakers": ["a4"], "review":
             {**first["review"], "state": "suggested"}}]
        first["parent"] = "s2"
        path = self.write("a.json", content)
        status, out, err = run("convert", "--to", "readout", "--only",
                               "confirmed", path)
        self.assertEqual(status, 0)
        found = json.loads(out)
        self.assertEqual(self.ids(found, "statements"), ["s1", "s2"])
        self.assertEqual(self.ids(found, "actors"), ["a1", "a2", "a3"])
        self.assertEqual(found["statements"][0]["parent"], "s2")
        self.assertIn(": 3 actors or statements", err)

    def test_only_confirmed_with_a_rejected_speaker(self):
        content = annotation()
        content["actors"][1]["review"]["state"] = "rejected"
        path = self.write("a.json", content)
        status, out, err = run("convert", "--to", "readout", "--only",
                               "confirmed", path)
        self.assertEqual(status, 0)
        found = json.loads(out)
        self.assertEqual(self.ids(found, "actors"), ["a1"])
        self.assertEqual(found["statements"][0]["speakers"], ["a1"])
        self.assertFalse(found["mentions"][1].get("actor"))
        self.assertIn("2 links", err)
        status, out, err = run("convert", "--to", "readout", "--only",
                               "reviewed", path)
        self.assertEqual((status, err), (0, ""))
        found = json.loads(out)
        self.assertEqual(self.ids(found, "actors"), ["a1", "a2"])
        self.assertEqual(found["statements"][0]["speakers"], ["a1", "a2"])

    def test_only_reviewed(self):
        path = self.write("a.json", annotation())
        status, out, _ = run("convert", "--to", "jsonl", "--only", "reviewed",
                             path)
        self.assertEqual(status, 0)
        found = json.loads(out)
        self.assertEqual(sorted(self.ids(found, "mentions")),
                         ["m1", "m2", "m3"])
        rejected = [m for m in found["mentions"] if m["id"] == "m3"]
        self.assertEqual(rejected[0]["review"]["state"], "rejected")

    def test_unknown_members_are_kept(self):
        content = annotation()
        content["x-tool"] = {"a": [1, 2]}
        content["mentions"][0]["x-score"] = 7
        path = self.write("a.json", content)
        for options in ([], ["--only", "confirmed"]):
            out = json.loads(run("convert", "--to", "readout", *options,
                                 path)[1])
            self.assertEqual(out["x-tool"], {"a": [1, 2]})
            first = [m for m in out["mentions"] if m["id"] == "m1"][0]
            self.assertEqual(first["x-score"], 7)

    def test_text(self):
        path = self.write("a.txt", ARTICLE)
        status, out, _ = run("convert", "--from", "text", "--to", "jsonl",
                             path)
        self.assertEqual(status, 0)
        found = json.loads(out)
        self.assertEqual(found["document"]["text"], ARTICLE)
        self.assertEqual(found["mentions"], [])


class TestGold(Folder):
    """The articles for measuring, where they are at hand."""

    def test_detect_and_check(self):
        articles = sorted((SHARED / "gold" / "dev").glob("*.txt"))
        if not articles:
            self.skipTest(f"no articles in {SHARED}/gold/dev")
        status, _, err = run("detect", "-q", "-o", self.folder, *articles)
        self.assertEqual((status, err), (0, ""))
        found = sorted(self.folder.iterdir())
        self.assertEqual(len(found), len(articles))
        self.assertEqual(run("check", *found), (0, "", ""))


if __name__ == "__main__":
    tap.main()
