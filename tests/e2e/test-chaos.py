#!/usr/bin/python3
# test-chaos.py: whatever happens, no step is lost in silence
#
# SPDX-FileCopyrightText: 2026 The Readout authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Rounds of random edits in the real program, each ended by a signal at a
random moment, with another program at the file before it is opened again.
--rounds=N plays more of them, --seed=N begins with another one,
--failing does what is known to fail.  A round that fails tells its seed and
its story and leaves its folder."""
import argparse
import os
import pathlib
import shutil
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
import tap  # noqa: E402
from chaos_round import FAILING, FOREIGN, Round  # noqa: E402

parser = argparse.ArgumentParser()
parser.add_argument("--rounds", type=int, default=7)
parser.add_argument("--seed", type=int, default=0)
parser.add_argument("--failing", action="store_true")
options, rest = parser.parse_known_args()
sys.argv[1:] = rest


class TestChaos(unittest.TestCase):
    def test_rounds(self):
        for seed in range(options.seed, options.seed + options.rounds):
            with self.subTest(seed=seed):
                self.play(seed)

    @staticmethod
    def play(seed):
        folder = pathlib.Path(tempfile.mkdtemp(prefix="readout-chaos-"))
        game = Round(seed, folder,
                     FAILING if options.failing else FOREIGN)
        try:
            game.run()
        except Exception as error:
            story = "\n".join(game.story)
            raise AssertionError(
                f"seed {seed}, folder {folder}: {error}\n{story}") from error
        finally:
            game.log.close()
        print(f"# seed {seed}, {game.done}: held", flush=True)
        shutil.rmtree(folder)


if __name__ == "__main__":
    tap.main()
