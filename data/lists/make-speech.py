#!/usr/bin/python3
# make-speech.py: labels parts of speech, to train the tagger's own on
#
# SPDX-FileCopyrightText: 2026 The Readout authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Label the words of articles with their parts of speech.

Usage: make-speech.py CORPUS.jsonl[.gz] ... > SPEECH.jsonl

The labels are those of Lingua::EN::Tagger (GPL-3; Debian package
liblingua-en-tagger-perl), a hidden Markov model, made coarser.  The tagger
that learns from them is small and fast and looks further than its teacher.
Each line of the output holds "text" and "speech": [[start, end, label], ...]
in code points.
"""
import gzip
import json
import os
import subprocess
import sys

PERL = r"""
use utf8; use open qw(:std :encoding(UTF-8)); use Lingua::EN::Tagger;
$| = 1; my $tagger = Lingua::EN::Tagger->new;
while (<STDIN>) { chomp; my $r = $tagger->get_readable ($_); $r //= ""; $r =~ s/\s+/ /g; print "$r\n"; }
"""
COARSE = {"NNPS": "NNP", "JJR": "JJ", "JJS": "JJ", "RBR": "RB", "RBS": "RB", "PDT": "DET",
          "WDT": "W", "WP": "W", "WPS": "W", "WRB": "W", "FW": "X", "LS": "X", "SYM": "X"}
PUNCTUATION = {"PP", "PPC", "PPD", "PPL", "PPR", "PPS", "LRB", "RRB"}
KEPT = {"NN", "NNS", "NNP", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD", "JJ", "RB", "IN", "DET",
        "PRP", "PRPS", "TO", "CC", "CD", "W", "POS", "EX", "RP", "UH", "X"}


def coarse(tag):
    tag = COARSE.get(tag, tag)
    return "P" if tag in PUNCTUATION else tag if tag in KEPT else "X"


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    # The tagger chooses between equals in the order of its hashes.
    perl = subprocess.Popen(["perl", "-e", PERL], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                            text=True, encoding="utf-8", bufsize=1,
                            env={**os.environ, "PERL_HASH_SEED": "0", "PERL_PERTURB_KEYS": "0"})
    for path in sys.argv[1:]:
        opener = gzip.open if path.endswith(".gz") else open
        for line in opener(path, "rt", encoding="utf-8"):
            text = json.loads(line)["text"]
            speech = []
            base = 0
            for paragraph in text.split("\n"):
                if paragraph.strip():
                    plain = paragraph.replace("<", "(").replace(">", ")").replace("/", "-")
                    for a, b in (("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'), ("–", "-"), ("—", "-")):
                        plain = plain.replace(a, b)
                    perl.stdin.write(" ".join(plain.split()) + "\n")
                    perl.stdin.flush()
                    at = 0
                    for item in perl.stdout.readline().split():
                        word, _, tag = item.rpartition("/")
                        word = {"``": '"', "''": '"'}.get(word, word)
                        found = plain.find(word, at) if word else -1
                        if 0 <= found < at + 12:
                            speech.append([base + found, base + found + len(word), coarse(tag)])
                            at = found + len(word)
                base += len(paragraph) + 1
            print(json.dumps({"text": text, "speech": speech}, ensure_ascii=False))


if __name__ == "__main__":
    main()
