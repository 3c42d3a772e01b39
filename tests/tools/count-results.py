#!/usr/bin/python3
# count-results.py: how many test cases of a run passed and failed
#
# SPDX-FileCopyrightText: 2026 The Readout authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage: count-results.py TESTLOG.JSON

Prints "PASSED FAILED" on standard output, and what was skipped on standard
error.  A program that tells its cases in the Test Anything Protocol counts as
many as it told, another one as one.
"""
import json
import re
import sys

CASE = re.compile(r"^(not )?ok\b(?:[^#\n]*)(#\s*skip.*)?", re.I | re.M)


def main():
    passed = failed = n_programs = 0
    with open(sys.argv[1], encoding="utf-8") as log:
        for line in log:
            test = json.loads(line)
            n_programs += 1
            bad = good = 0
            for case in CASE.finditer(test.get("stdout") or ""):
                if case.group(2):
                    print(f"skipped: {test['name']}: {case.group(0)}",
                          file=sys.stderr)
                elif case.group(1):
                    bad += 1
                else:
                    good += 1
            result = test["result"]
            if result == "SKIP":
                why = (test.get("stdout") or "").strip()
                print(f"skipped: {test['name']}: {why}", file=sys.stderr)
            elif result in ("OK", "EXPECTEDFAIL"):
                good = good or (0 if "SKIP" in (test.get("stdout") or "")
                                else 1)
            else:
                # A program that ends badly has failed even if all that it
                # told was good.
                bad = bad or 1
            passed += good
            failed += bad
    if n_programs == 0:
        failed = 1
    print(passed, failed)


if __name__ == "__main__":
    main()
