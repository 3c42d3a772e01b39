#!/usr/bin/python3
# test-output.py: where readout-cli writes to, and what it leaves alone
#
# SPDX-FileCopyrightText: 2026 The Readout authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage: test-output.py, with READOUT_CLI the program (set by meson).

Nothing but the test's own folder is written to.  What is given as /dev/stdout
is tried without the rights to replace that node.
"""
import json
import os
import pathlib
import resource
import signal
import socket
import stat
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
import tap  # noqa: E402

CLI = os.environ["READOUT_CLI"]
LIMIT = 60
NOBODY = 65534
IS_ROOT = os.geteuid() == 0

ARTICLE = "Ilse Marant met Tomas Reval in Port Selby on Monday.\n"
LINE = json.dumps({"format": "readout-annotation", "version": 1,
                   "document": {"id": "one", "text": ARTICLE},
                   "mentions": [], "actors": [], "statements": [],
                   "meetings": []}) + "\n"
FORMATS = ("readout", "jsonl")


def run(*arguments, stdin=LINE, **options):
    """Run the program and return (status, stdout, stderr)."""
    options = {"stdout": subprocess.PIPE, **options}
    done = subprocess.run(
        [CLI, *map(str, arguments)], input=stdin.encode(),
        stderr=subprocess.PIPE, timeout=LIMIT, check=False,
        env={**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "C"}, **options)
    return done.returncode, (done.stdout or b"").decode(), done.stderr.decode()


def convert(form, path, **options):
    return run("convert", "--to", form, "-o", path, "-", **options)


class Folder(unittest.TestCase):
    def setUp(self):
        place = tempfile.TemporaryDirectory(prefix="readout-output-")
        self.addCleanup(place.cleanup)
        self.folder = pathlib.Path(place.name)
        self.path = self.folder / "out.json"

    def wanted(self, form):
        return run("convert", "--to", form, "-")[1]


class TestLinks(Folder):
    def test_link(self):
        for form in FORMATS:
            with self.subTest(form=form):
                link, real = self.folder / f"{form}.l", self.folder / form
                real.write_text("old")
                link.symlink_to(form)
                self.assertEqual(convert(form, link), (0, "", ""))
                self.assertEqual(os.readlink(link), form)
                self.assertFalse(real.is_symlink())
                self.assertEqual(real.read_text(), self.wanted(form))

    def test_dangling_link(self):
        for form in FORMATS:
            with self.subTest(form=form):
                link, real = self.folder / f"{form}.l", self.folder / form
                link.symlink_to(real)
                self.assertEqual(convert(form, link), (0, "", ""))
                self.assertTrue(link.is_symlink())
                self.assertEqual(real.read_text(), self.wanted(form))

    def test_link_in_a_linked_folder(self):
        """“..” is the folder above the real one."""
        (self.folder / "far/deep").mkdir(parents=True)
        (self.folder / "near").symlink_to("far/deep")
        (self.folder / "far/deep/link").symlink_to("../real")
        for form in FORMATS:
            with self.subTest(form=form):
                self.assertEqual(convert(form, self.folder / "near/link"),
                                 (0, "", ""))
                self.assertEqual((self.folder / "far/real").read_text(),
                                 self.wanted(form))
        self.assertEqual(sorted(os.listdir(self.folder)), ["far", "near"])

    def test_loop(self):
        self.path.symlink_to("out.json")
        for form in FORMATS:
            with self.subTest(form=form):
                status, _, err = convert(form, self.path)
                self.assertEqual(status, 1)
                self.assertIn(str(self.path), err)
                self.assertTrue(self.path.is_symlink())

    def test_detect(self):
        real = self.folder / "real.json"
        link = self.folder / "stdin.readout.json"
        link.symlink_to("real.json")
        real.write_text(LINE)
        real.chmod(0o600)
        self.assertEqual(
            run("detect", "--model", "rules", "-o", self.folder, "-",
                stdin=ARTICLE), (0, "", ""))
        self.assertTrue(link.is_symlink())
        self.assertNotEqual(real.read_text(), LINE)
        self.assertEqual(stat.S_IMODE(real.stat().st_mode), 0o600)


class TestModes(Folder):
    def test_mode(self):
        for form in FORMATS:
            for mode in (0o600, 0o640, 0o755, 0o666):
                with self.subTest(form=form, mode=oct(mode)):
                    self.path.write_text("old")
                    self.path.chmod(mode)
                    self.assertEqual(convert(form, self.path), (0, "", ""))
                    self.assertEqual(
                        stat.S_IMODE(self.path.stat().st_mode), mode)
                    self.assertEqual(self.path.read_text(), self.wanted(form))

    def test_new(self):
        for form in FORMATS:
            with self.subTest(form=form):
                convert(form, self.folder / form, umask=0o027)
                self.assertEqual(
                    stat.S_IMODE((self.folder / form).stat().st_mode), 0o640)

    @unittest.skipUnless(IS_ROOT, "only root can give files away")
    def test_owner(self):
        for form in FORMATS:
            with self.subTest(form=form):
                self.path.write_text("old")
                os.chown(self.path, NOBODY, NOBODY)
                self.assertEqual(convert(form, self.path), (0, "", ""))
                info = self.path.stat()
                self.assertEqual((info.st_uid, info.st_gid), (NOBODY, NOBODY))


class TestRefused(Folder):
    """What is no file is left as it is, and named."""

    def refused(self, word, commands=None):
        before = self.path.lstat()
        for arguments in commands or [
                *(["convert", "--to", form, "-o", self.path, "-"]
                  for form in FORMATS), ["train", "-o", self.path, "x.jsonl"]]:
            with self.subTest(arguments=arguments):
                status, out, err = run(*arguments)
                self.assertEqual((status, out), (1, ""))
                self.assertIn(str(self.path), err)
                self.assertIn(word, err)
                self.assertEqual(len(err.splitlines()), 1)
                after = self.path.lstat()
                self.assertEqual((after.st_ino, after.st_mode),
                                 (before.st_ino, before.st_mode))
        self.assertEqual(os.listdir(self.folder), ["out.json"])

    def test_pipe(self):
        os.mkfifo(self.path)
        self.refused("pipe")

    def test_socket(self):
        with socket.socket(socket.AF_UNIX) as bound:
            bound.bind(str(self.path))
            self.refused("socket")

    def test_device(self):
        try:
            os.mknod(self.path, 0o666 | stat.S_IFCHR, os.makedev(1, 3))
        except PermissionError:
            self.skipTest("no device can be made here")
        self.refused("device")

    def test_folder(self):
        self.path.mkdir()
        self.refused("folder", [
            ["convert", "--to", "jsonl", "-o", self.path, "-"],
            ["train", "-o", self.path, "x.jsonl"]])

    def test_no_folder_for_it(self):
        path = self.folder / "none" / "out.json"
        for form in FORMATS:
            with self.subTest(form=form):
                status, _, err = convert(form, path)
                self.assertEqual(status, 1)
                self.assertIn(str(path), err)

    def test_detect(self):
        """Not even read, which would wait for ever."""
        self.path = self.folder / "stdin.readout.json"
        os.mkfifo(self.path)
        status, out, err = run("detect", "--model", "rules", "-o", self.folder,
                               "-", stdin=ARTICLE)
        self.assertEqual((status, out), (1, ""))
        self.assertIn(str(self.path), err)
        self.assertIn("pipe", err)
        self.assertTrue(stat.S_ISFIFO(self.path.lstat().st_mode))

    def test_several_documents(self):
        second = LINE.replace('"one"', '"two"')
        self.path.write_text("old")
        status, out, err = convert("readout", self.path, stdin=LINE + second)
        self.assertEqual((status, out), (1, ""))
        self.assertIn("-o", err)
        self.assertEqual(self.path.read_text(), "old")
        status, out, _ = run("convert", "--to", "readout", "-",
                             stdin=LINE + second)
        self.assertEqual((status, out), (1, ""))
        # Two lines, of which one is an article.
        status, _, err = convert("readout", self.path, stdin=LINE + "{}\n")
        self.assertEqual(status, 1)
        self.assertEqual(self.path.read_text(), self.wanted("readout"))

    def test_two_names_of_one_file(self):
        """What a link leads to is not written twice in a run."""
        second = LINE.replace('"one"', '"two"')
        (self.folder / "two.readout.json").symlink_to("one.readout.json")
        status, _, err = run("convert", "--to", "readout", "-o", self.folder,
                             "-", stdin=LINE + second)
        self.assertEqual(status, 1)
        self.assertIn("two.readout.json", err)
        self.assertEqual((self.folder / "one.readout.json").read_text(),
                         self.wanted("readout"))

    def test_full_disk(self):
        """A file that cannot be written whole is not replaced."""
        def limit():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))

        for form in FORMATS:
            with self.subTest(form=form):
                self.path.write_text("old")
                status, _, err = run(
                    "convert", "--to", form, "-o", self.path, "-",
                    stdin=LINE.replace(ARTICLE[:-1], ARTICLE[:-1] * 100),
                    preexec_fn=limit)
                self.assertEqual(status, 1)
                self.assertIn(str(self.path), err)
                self.assertEqual(self.path.read_text(), "old")
                self.assertEqual(os.listdir(self.folder), ["out.json"])


class TestNothingReadable(Folder):
    def test_left_alone(self):
        """What nothing has come of does not replace what was there."""
        missing = self.folder / "missing.json"
        broken = self.folder / "broken.json"
        broken.write_text("{")
        for command in (("convert", "--to", "jsonl", "-o", self.path),
                        ("convert", "--to", "readout", "-o", self.path)):
            with self.subTest(command=command):
                self.path.write_text("old")
                status, _, err = run(*command, missing)
                self.assertEqual(status, 1)
                self.assertIn("missing", err)
                self.assertEqual(self.path.read_text(), "old")
                self.assertEqual(run(*command, broken)[0], 1)
                self.assertEqual(self.path.read_text(), "old")
                self.path.unlink()
                self.assertEqual(run(*command, missing)[0], 1)
                self.assertFalse(self.path.exists())

    def test_something_readable(self):
        """What can be read is written all the same."""
        good = self.folder / "good.json"
        good.write_text(self.wanted("readout"))
        self.path.write_text("old")
        status = run("convert", "--to", "jsonl", "-o", self.path,
                     self.folder / "missing.json", good)[0]
        self.assertEqual(status, 1)
        self.assertEqual(self.path.read_text(), self.wanted("jsonl"))

    def test_nothing_wrong(self):
        """No lines are nothing wrong."""
        self.path.write_text("old")
        self.assertEqual(run("convert", "--from", "jsonl", "--to", "jsonl",
                             "-o", self.path, "-", stdin="\n"), (0, "", ""))
        self.assertEqual(self.path.read_text(), "")


class TestOneName(Folder):
    """Several inputs for one file are refused before the first is written."""

    def add(self, name, text):
        path = self.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
        return path

    def test_refused(self):
        article = self.wanted("readout")
        inputs = [self.add(name, article) for name in (
            "a/one.json", "b/two.json", "c/one.readout.json", "d/two.json")]
        for command in (("convert", "--to", "readout"),
                        ("detect", "--model", "rules")):
            with self.subTest(command=command):
                out = self.folder / "out"
                status, _, err = run(*command, "-o", out, *inputs)
                self.assertEqual(status, 1)
                self.assertEqual(len(err.splitlines()), 2)
                for path in inputs:
                    self.assertIn(str(path), err)
                self.assertFalse(out.exists())

    def test_beside(self):
        """Two names of one folder lead to one file."""
        path = self.add("a/one.txt", ARTICLE)
        other = self.folder / "a" / ".." / "a" / "one.txt"
        status, _, err = run("detect", "--model", "rules", path, other)
        self.assertEqual(status, 1)
        self.assertIn(str(other), err)
        self.assertEqual(os.listdir(path.parent), ["one.txt"])

    def test_lines(self):
        """Lines have names of their own, whatever their files are called."""
        inputs = [self.add("a/one.json", LINE + LINE.replace(
                      '"one"', '"two"')),
                  self.add("b/one.json", LINE.replace('"one"', '"three"') +
                           LINE.replace('"one"', '"four"'))]
        out = self.folder / "out"
        self.assertEqual(run("convert", "--to", "readout", "-o", out,
                             *inputs), (0, "", ""))
        self.assertEqual(len(os.listdir(out)), 4)


class TestBeforeTheWork(Folder):
    def test_train(self):
        """A model that cannot be written is not learned first."""
        status, _, err = run("train", "-o", self.folder / "none" / "model",
                             self.folder / "missing.json")
        self.assertEqual(status, 1)
        self.assertEqual(len(err.splitlines()), 1)
        self.assertIn("none", err)
        self.assertEqual(os.listdir(self.folder), [])


class TestNames(Folder):
    """Names of files are bytes; what is told and written is UTF-8, and a name
    does not begin a line of its own."""

    NAMES = (b"caf\xe9 \xff", b"two\nlines\x1b", b"x" * 235,
             "a\u202eb".encode())

    def setUp(self):
        super().setUp()
        self.folder = self.folder / os.fsdecode(b"folder \xfe")
        self.folder.mkdir()

    def add(self, name, text=ARTICLE):
        path = self.folder / os.fsdecode(name)
        path.write_text(text)
        return path

    def run_bytes(self, *arguments):
        done = subprocess.run(
            [CLI, *map(os.fsencode, arguments)], stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, timeout=LIMIT, check=False,
            env={**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "C"})
        # Raises what is not UTF-8.
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    def test_written(self):
        for name in self.NAMES:
            with self.subTest(name=name):
                path = self.add(name + b".txt")
                saved = self.folder / os.fsdecode(name + b".readout.json")
                self.assertEqual(
                    self.run_bytes("detect", "--model", "rules", "-o",
                                   self.folder, path), (0, "", ""))
                self.assertIn("Selby", json.loads(
                    saved.read_bytes())["document"]["text"])
                self.assertEqual(self.run_bytes("check", saved), (0, "", ""))
                status, out, err = self.run_bytes(
                    "convert", "--to", "jsonl", saved)
                self.assertEqual((status, err), (0, ""))
                self.assertEqual(len(out.splitlines()), 1)

    def test_told(self):
        for name in self.NAMES:
            with self.subTest(name=name):
                broken = self.add(name + b".json", "{")
                missing = self.folder / os.fsdecode(name)
                for arguments in (
                        ("check", broken), ("check", missing),
                        ("detect", missing), ("convert", "--to", "readout",
                                              broken),
                        ("detect", "--model", missing, broken),
                        ("tag", "--layer", "names", "--model", missing,
                         broken),
                        ("train", "-o", missing, "--lists", missing, broken),
                        ("convert", "--to", "readout", "-o",
                         missing / "none" / "out", broken)):
                    status, out, err = self.run_bytes(*arguments)
                    self.assertEqual((status, out), (1, ""), arguments)
                    self.assertTrue(err)
                    for line in err.splitlines():
                        self.assertTrue(line.startswith("readout-cli: "), line)
                        self.assertNotIn("\x1b", line)
                        self.assertNotIn("\u202e", line)

    def test_too_long(self):
        path = self.add(b"x" * 251 + b".txt")
        status, _, err = self.run_bytes("detect", "--model", "rules", "-o",
                                        self.folder, path)
        self.assertEqual(status, 1)
        self.assertIn("too long", err)


class TestStandardOutput(Folder):
    def options(self):
        return {"user": NOBODY, "group": NOBODY} if IS_ROOT else {}

    def setUp(self):
        super().setUp()
        if not IS_ROOT:
            return
        try:
            subprocess.run([CLI, "--version"], check=True, cwd="/",
                           stdout=subprocess.DEVNULL, user=NOBODY)
        except (OSError, subprocess.CalledProcessError):
            self.skipTest("nobody may not run the program")

    def test_names(self):
        for form in FORMATS:
            for name in ("-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"):
                with self.subTest(form=form, name=name):
                    self.assertEqual(
                        convert(form, name, cwd="/", **self.options()),
                        (0, self.wanted(form), ""))
                    with open(self.path, "wb") as file:
                        self.assertEqual(
                            convert(form, name, cwd="/", stdout=file,
                                    **self.options()), (0, "", ""))
                        inode = os.fstat(file.fileno()).st_ino
                    self.assertEqual(self.path.stat().st_ino, inode)
                    self.assertEqual(self.path.read_text(), self.wanted(form))

    def test_a_file_of_that_name(self):
        path = self.folder / "-"
        status, out, err = run("convert", "--to", "readout", "-o", "./-", "-",
                               cwd=self.folder)
        self.assertEqual((status, out, err), (0, "", ""))
        self.assertEqual(path.read_text(), self.wanted("readout"))

    def test_detect(self):
        wanted = run("detect", "--model", "rules", "-", stdin=ARTICLE)[1]
        for name in ("-", "/dev/stdout"):
            with self.subTest(name=name):
                self.assertEqual(
                    run("detect", "--model", "rules", "-o", name, "-",
                        stdin=ARTICLE, cwd="/", **self.options()),
                    (0, wanted, ""))

    def test_several_files(self):
        for command in (["convert", "--to", "readout"], ["detect"]):
            for name in ("-", "/dev/stdout"):
                with self.subTest(command=command, name=name):
                    status, out, err = run(
                        *command, "-o", name, "a.json", "b.json", cwd="/",
                        **self.options())
                    self.assertEqual((status, out), (2, ""))
                    self.assertIn("folder", err)


if __name__ == "__main__":
    tap.main()
