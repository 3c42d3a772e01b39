#!/usr/bin/python3
# test-chaos.py: whatever happens, no step is lost in silence
#
# SPDX-FileCopyrightText: 2026 The Readout authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Rounds of random edits in the real program, with trouble while the article is
open, a sudden end, and trouble before it is opened again.
--rounds=N plays so many, --seed=N begins with another one, --jobs=N plays so
many at a time, each on a screen of its own.  A round that fails tells its seed
and its story, and leaves its folder.  The rounds that are played without an
option are enough for each kind of trouble and of end to occur."""
import argparse
import os
import pathlib
import queue
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import unittest

HERE = pathlib.Path(__file__).resolve().parent
HEADLESS = HERE.parent / "tools" / "run-headless.sh"
sys.path[:0] = [str(HERE), str(HERE.parent / "support")]
import tap  # noqa: E402

parser = argparse.ArgumentParser()
parser.add_argument("--rounds", type=int, default=18)
parser.add_argument("--seed", type=int, default=480)
parser.add_argument("--jobs", type=int, default=4)
parser.add_argument("--play", action="store_true",
                    help="plays the seeds that are read, as a job does")
parser.add_argument("--mount", action="store_true",
                    help="has a mount namespace of its own")
options, rest = parser.parse_known_args()
sys.argv[1:] = rest


def find_unshare():
    """The command for a mount namespace, or None where that may not be."""
    for how in (["-m"], ["-rm"]):
        command = ["unshare", *how, "--"]
        try:
            done = subprocess.run(
                [*command, "mount", "-t", "tmpfs", "none", "/mnt"],
                capture_output=True, check=False)
        except FileNotFoundError:
            return None
        if done.returncode == 0:
            return command
    return None


def play(seed):
    """One round, told in one line, and more if it fails."""
    from chaos_round import Round
    folder = pathlib.Path(tempfile.mkdtemp(prefix="readout-chaos-"))
    began = time.monotonic()
    game = Round(seed, folder, options.mount)
    failed = None
    try:
        game.run()
    except Exception as error:
        failed = error
    took = time.monotonic() - began
    what = ", ".join(game.done + [f"without {event}"
                                  for event in game.skipped])
    print(f"seed {seed}: {'FAILED' if failed else 'held'} ({what}; "
          f"{took:.1f} s)", flush=True)
    if failed:
        print(f"| folder {folder}: {type(failed).__name__}: {failed}")
        for line in game.story:
            print("| " + line.replace("\n", "\n| "))
    else:
        shutil.rmtree(folder)
    print("done", flush=True)


class Job(threading.Thread):
    """Plays rounds on a screen of its own."""

    def __init__(self, seeds, results, unshare):
        super().__init__(daemon=True)
        self.seeds = seeds
        self.results = results
        command = [*(unshare or []), str(HEADLESS), sys.executable,
                   str(HERE / "test-chaos.py"), "--play"]
        if unshare:
            command.append("--mount")
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, text=True)
        self.start()

    def run(self):
        while True:
            try:
                seed = self.seeds.get_nowait()
            except queue.Empty:
                break
            lines = self.play(seed)
            self.results.append(lines)
            print("\n".join("# " + line for line in lines), flush=True)
        self.process.stdin.close()
        self.process.wait()

    def play(self, seed):
        lines = []
        try:
            self.process.stdin.write(f"{seed}\n")
            self.process.stdin.flush()
            for line in self.process.stdout:
                if line == "done\n":
                    return lines
                lines.append(line.rstrip("\n"))
        except BrokenPipeError:
            pass
        return [f"seed {seed}: FAILED (the job ended)", *lines]


def find_missing(results):
    """The kinds of trouble and of end that no round has had."""
    from chaos_round import CLOSE, ENDS, OPEN, SHUT
    wanted = {*(f"open {event}" for event in OPEN),
              *(f"shut {event}" for event in SHUT),
              *(end if end == CLOSE else end.name for end in ENDS)}
    for lines in results:
        wanted -= {*re.split(r"[(,;] *", lines[0])}
    return wanted


class TestChaos(unittest.TestCase):
    def test_rounds(self):
        for program in ("Xvfb", "dbus-run-session", "xdotool"):
            if not shutil.which(program):
                self.skipTest(f"{program} is not installed")
        seeds = queue.SimpleQueue()
        for seed in range(options.seed, options.seed + options.rounds):
            seeds.put(seed)
        unshare = find_unshare()
        if not unshare:
            print("# no mount namespace is allowed here: full disks and "
                  "folders that cannot be written are left out", flush=True)
        results = []
        jobs = [Job(seeds, results, unshare)
                for _ in range(min(options.jobs, options.rounds))]
        for job in jobs:
            job.join()
        missing = find_missing(results)
        if missing:
            print("# did not occur: " + ", ".join(sorted(missing)),
                  flush=True)
        failed = [lines[0] for lines in results if "FAILED" in lines[0]]
        self.assertEqual(len(results), options.rounds)
        self.assertFalse(failed)


if __name__ == "__main__":
    if options.play:
        # What is ignored here, as under nohup, would be so in the program.
        for number in (signal.SIGINT, signal.SIGHUP):
            signal.signal(number, signal.SIG_DFL)
        for given in sys.stdin:
            play(int(given))
    else:
        tap.main()
