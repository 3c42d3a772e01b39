#!/usr/bin/env bash
# Measures a model, or the rules alone, on everything that it did not learn
# from, and prints the figures that README.md and the cards show.
# Usage: measure.sh READOUT-CLI SHARED MODEL
# SHARED is the folder with corpora/ and gold/; MODEL is a name, a file or
# “rules”.
#
# SPDX-FileCopyrightText: 2026 The Readout authors
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu
[ $# = 3 ] || { sed -n '2,6s/^# //p' "$0" >&2; exit 2; }
cli=$1
shared=$2
model=$3
corpora=$shared/corpora
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LC_ALL=C.UTF-8

# The articles with their date, without what is annotated in them.
strip='
import json, pathlib, sys
for path in sorted(pathlib.Path(sys.argv[1]).glob("*.annotation.json")):
    document = json.loads(path.read_text(encoding="utf-8"))["document"]
    name = path.name.replace(".annotation.json", ".json")
    pathlib.Path(sys.argv[2], name).write_text(json.dumps(
        {"format": "readout-annotation", "version": 1, "document": document}),
        encoding="utf-8")
'
mkdir "$work/in" "$work/out"
/usr/bin/python3 -c "$strip" "$shared/gold/dev" "$work/in"
echo "== $model: the whole detector on gold/dev"
"$cli" detect -q --model "$model" -o "$work/out" "$work"/in/*.json
/usr/bin/python3 "$shared/gold/score.py" "$shared/gold/dev" "$work/out"

[ "$model" != rules ] || exit 0

for part in worldwide.dev gum.dev uner_ewt.dev; do
  echo
  echo "== $model: names on $part"
  "$cli" tag --layer names --model "$model" "$corpora/ner/$part.jsonl.gz" \
    >"$work/names.jsonl" || continue
  /usr/bin/python3 "$corpora/eval_ner.py" "$corpora/ner/$part.jsonl.gz" \
    "$work/names.jsonl"
done
for part in polnear-dev gum-news-dev; do
  "$cli" tag --layer attribution --model "$model" \
    "$corpora/attribution/$part.jsonl.gz" >"$work/said.jsonl" || continue
  for kind in speech,evidence ''; do
    echo
    echo "== $model: attribution on $part, ${kind:-all kinds}"
    /usr/bin/python3 "$corpora/eval_attribution.py" ${kind:+--kind "$kind"} \
      "$corpora/attribution/$part.jsonl.gz" "$work/said.jsonl"
  done
done
