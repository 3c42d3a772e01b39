# tap.py: unittest told in the Test Anything Protocol, one line a test
#
# SPDX-FileCopyrightText: 2026 The Readout authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Run the tests of a module with tap.main() instead of unittest.main()."""
import sys
import unittest


class TapResult(unittest.TestResult):
    """Prints a line as soon as a test is done."""

    def __init__(self, stream):
        super().__init__()
        self.stream = stream
        self.failed_parts = []

    def startTest(self, test):
        super().startTest(test)
        self.failed_parts = []

    def say(self, word, test, remark=""):
        name = test.id().split(".", 1)[-1].replace("#", "")
        print(f"{word} {self.testsRun} - {name}{remark}",
              file=self.stream, flush=True)

    def explain(self, text):
        for line in text.rstrip().splitlines():
            print("# " + line, file=self.stream)

    def addSuccess(self, test):
        super().addSuccess(test)
        self.say("ok", test)

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self.failed_parts.append(self.failures[-1][1])

    def addError(self, test, err):
        super().addError(test, err)
        self.failed_parts.append(self.errors[-1][1])

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        if err is not None:
            self.failed_parts.append(self._exc_info_to_string(err, subtest))

    def stopTest(self, test):
        # A test may fail in several parts; it gets one line.
        if self.failed_parts:
            for text in self.failed_parts:
                self.explain(text)
            self.say("not ok", test)
        super().stopTest(test)

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self.say("ok", test, f" # SKIP {reason}")


def main():
    """Run every test of the calling script and leave with its status."""
    suite = unittest.defaultTestLoader.loadTestsFromName("__main__")
    names = [name for name in sys.argv[1:] if not name.startswith("-")]
    if names:
        suite = unittest.defaultTestLoader.loadTestsFromNames(
            names, sys.modules["__main__"])
    result = TapResult(sys.stdout)
    print(f"1..{suite.countTestCases()}", flush=True)
    suite.run(result)
    sys.exit(0 if result.wasSuccessful() else 1)
