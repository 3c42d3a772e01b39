#!/usr/bin/python3
# fit-confidence.py: makes the confidence of suggestions mean what it says
#
# SPDX-FileCopyrightText: 2026 The Readout authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Of the suggestions that are shown at 80, some 80 in 100 ought to be right.

  fit-confidence.py fit CLI SHARED OUT --mode MODE [--model FILE]
  fit-confidence.py measure CLI SHARED [--model FILE]

SHARED is the folder with gold/ and corpora/ that is kept beside the project.
"fit" runs the detector without the table of data/lexicons/confidence.txt over
gold/train, compares what it suggests with the annotation, and puts the lines
of MODE ("rules", or "model" with --model) into the table OUT.  The model must
not have seen gold/train: train it without those articles.  "measure" prints
the expected calibration error and the reliability table of each layer on
gold/dev and, for names and statements, on worldwide.dev and polnear-dev, whose
guidelines are others, in Markdown for the model's card.

A suggestion is right where a person could accept it as it is, its spelling
aside: a mention with its span and type; an actor that is one of the article's,
with its type; a statement whose content overlaps by half, with its speakers; a
meeting that is one of the article's.  The map is a logistic regression with
few and heavily penalised weights for each layer, as there are few articles
(Platt 1999 is that with one weight)."""
import argparse
import gzip
import importlib.util
import json
import math
import os
import pathlib
import random
import subprocess
import sys
import tempfile

RESOURCE = "/org/readout/Readout/lexicons/confidence.txt"
LAYERS = "mentions", "actors", "statements", "meetings"

# Rules are right more often on the articles that were read while they were
# written.  It is taken for granted, and not fitted, that on others the odds of a
# fault are 1.4 times as high: this much in log odds.
OPTIMISM = 0.35
# Towards a weight of 1 for the step's own confidence and of 0 for all else.
PENALTY = {"": 1.0, "raw": 1.0}
FEATURE_PENALTY = 2.0

# How often outcomes are drawn to see what calibration error chance makes.
N_DRAWS = 200


def load_scorer(shared):
    spec = importlib.util.spec_from_file_location(
        "score", shared / "gold" / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


# What follows has to agree with app/detect/confidence.c: see check_same().

def bucket(n, high):
    return str(min(n, high)) if n < high else "%d+" % high


def features(document):
    """Yields layer, record, raw log odds and the names of its features."""
    for layer in "mentions", "actors":
        for record in document.get(layer, []):
            yield layer, record, []
    for statement in document.get("statements", []):
        keys = [statement["manner"]]
        if statement.get("parent"):
            keys.append("nested")
        if not statement.get("speakers"):
            keys.append("speakerless")
        yield "statements", statement, keys
    for meeting in document.get("meetings", []):
        keys = [meeting["status"],
                "participants-" + bucket(
                    len(meeting.get("participants") or []), 2)]
        yield "meetings", meeting, keys


def log_odds(percent):
    p = min(max(percent, 2), 98) / 100
    return math.log(p / (1 - p))


def judge(gold, found, score):
    """The ids of the suggestions that are right, by layer."""
    right = {layer: set() for layer in LAYERS}
    spans = {(m["start"], m["end"], m["type"])
             for m in score.live(gold, "mentions")}
    for m in found["mentions"]:
        if (m["start"], m["end"], m["type"]) in spans:
            right["mentions"].add(m["id"])

    ga, da = score.live(gold, "actors"), found["actors"]

    def mentions_of(document, actor):
        return {(m["start"], m["end"]) for m in document["mentions"]
                if m.get("actor") == actor["id"]}
    pairs = []
    for i, a in enumerate(ga):
        for j, b in enumerate(da):
            common = len(mentions_of(gold, a) & mentions_of(found, b))
            x, y = score.norm(a.get("name")), score.norm(b.get("name"))
            same = 0.0
            if x and y:
                u, v = set(x.split()), set(y.split())
                same = 1.0 if x == y else 0.5 if u <= v or v <= u else 0.0
            if common or same:
                pairs.append((common + same, i, j))
    matched = score.greedy(pairs)
    for i, j in matched.items():
        if ga[i]["type"] == da[j]["type"]:
            right["actors"].add(da[j]["id"])
    to_found = {ga[i]["id"]: da[j]["id"] for i, j in matched.items()}

    gs, ds = score.live(gold, "statements"), found["statements"]
    gc = [score.chars(s["content"]) for s in gs]
    dc = [score.chars(s["content"]) for s in ds]
    pairs = [(score.overlap(gc[i], dc[j]), i, j) for i in range(len(gs))
             for j in range(len(ds)) if score.overlap(gc[i], dc[j]) >= 0.5]
    for i, j in score.greedy(pairs).items():
        want = {to_found.get(a, "?" + a) for a in score.speakers(gs[i])}
        if want == set(score.speakers(ds[j])):
            right["statements"].add(ds[j]["id"])

    gg, dg = score.live(gold, "meetings"), found["meetings"]
    pairs = []
    for i, a in enumerate(gg):
        want = {to_found.get(x, "?" + x) for x in a["participants"]}
        for j, b in enumerate(dg):
            have = set(b.get("participants") or [])
            p = score.f1(len(want & have), len(have), len(want))[2]
            t = bool(score.chars(a["triggers"])
                     & score.chars(b.get("triggers")))
            pairs.append((p + 0.6 * t, i, j))
    for i, j in score.greedy([x for x in pairs if x[0] >= 0.4]).items():
        right["meetings"].add(dg[j]["id"])
    return right


def detect(options, articles, raw):
    """Runs the detector over (id, text, published); without the table if raw.
    """
    environment = dict(os.environ)
    with tempfile.TemporaryDirectory() as folder:
        if raw:
            empty = pathlib.Path(folder, "confidence.txt")
            empty.write_text("# Nothing.\n")
            environment["G_RESOURCE_OVERLAYS"] = "%s=%s" % (RESOURCE, empty)
        lines = [json.dumps({"id": name, "text": text,
                             **({"published": published} if published else {})})
                 for name, text, published in articles]
        command = [options.cli, "detect", "--jsonl", "--no-own-words", "--model",
                   options.model or "rules"]
        done = subprocess.run(command, input="\n".join(lines) + "\n",
                              capture_output=True, text=True, check=True,
                              env=environment)
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(found) == len(articles), done.stderr
    return found


def read_gold(options, part, score):
    gold = score.load(str(options.shared / "gold" / part))
    if not gold:
        sys.exit("no annotated articles in %s" % (options.shared / "gold"))
    return [gold[name] for name in sorted(gold)]


def gather_gold(options, part, raw):
    """(layer, percent, features, right) of each suggestion on gold."""
    score = load_scorer(options.shared)
    gold = read_gold(options, part, score)
    found = detect(options, [(str(i), g["document"]["text"],
                              g["document"].get("published"))
                             for i, g in enumerate(gold)], raw)
    items = []
    for g, f in zip(gold, found):
        right = judge(g, f, score)
        for layer, record, keys in features(f):
            items.append((layer, record["review"]["confidence"], keys,
                          record["id"] in right[layer]))
    return items


def fit_layer(items):
    """Newton's method for penalised logistic regression."""
    names = ["", "raw"] + sorted({k for _, _, keys, _ in items for k in keys})
    index = {name: i for i, name in enumerate(names)}
    rows = []
    for _, percent, keys, right in items:
        row = {index[""]: 1.0, index["raw"]: log_odds(percent)}
        for key in keys:
            row[index[key]] = 1.0
        rows.append((row, 1.0 if right else 0.0))
    n = len(names)
    start = [1.0 if name == "raw" else 0.0 for name in names]
    weight = list(start)
    penalty = [PENALTY.get(name, FEATURE_PENALTY) for name in names]
    for _ in range(30):
        gradient = [penalty[i] * (weight[i] - start[i]) for i in range(n)]
        hessian = [[penalty[i] if i == j else 0.0 for j in range(n)]
                   for i in range(n)]
        for row, y in rows:
            z = sum(weight[i] * x for i, x in row.items())
            p = 1 / (1 + math.exp(-z))
            for i, x in row.items():
                gradient[i] += (p - y) * x
                for j, v in row.items():
                    hessian[i][j] += p * (1 - p) * x * v
        step = solve(hessian, gradient)
        weight = [w - s for w, s in zip(weight, step)]
        if max(abs(s) for s in step) < 1e-9:
            break
    return dict(zip(names, weight))


def solve(matrix, vector):
    n = len(vector)
    rows = [list(matrix[i]) + [vector[i]] for i in range(n)]
    for i in range(n):
        best = max(range(i, n), key=lambda k: abs(rows[k][i]))
        rows[i], rows[best] = rows[best], rows[i]
        for k in range(i + 1, n):
            factor = rows[k][i] / rows[i][i]
            for j in range(i, n + 1):
                rows[k][j] -= factor * rows[i][j]
    result = [0.0] * n
    for i in reversed(range(n)):
        result[i] = (rows[i][n] - sum(rows[i][j] * result[j]
                                      for j in range(i + 1, n))) / rows[i][i]
    return result


def apply(table, layer, percent, keys):
    z = table[layer][""] + table[layer]["raw"] * log_odds(percent)
    z += sum(table[layer].get(key, 0.0) for key in keys)
    return 100 / (1 + math.exp(-z))


def reliability(items):
    """Bins of (n, mean confidence, share right), and the calibration error.
    """
    bins = [[0, 0.0, 0] for _ in range(10)]
    for confidence, right in items:
        b = bins[min(9, int(confidence // 10))]
        b[0] += 1
        b[1] += confidence
        b[2] += right
    n = sum(b[0] for b in bins)
    error = sum(abs(b[1] - 100 * b[2]) for b in bins) / max(1, n)
    return bins, error


def chance(items):
    """The mean calibration error that as many suggestions would show if each
    were right with the probability that it is shown at."""
    generator = random.Random(1)
    return sum(reliability([(c, generator.random() * 100 < c)
                            for c, _ in items])[1]
               for _ in range(N_DRAWS)) / N_DRAWS


def print_table(title, items):
    print("### %s\n" % title)
    print("| layer | n | mean confidence | right | calibration error "
          "| by chance |")
    print("|---|---:|---:|---:|---:|---:|")
    for layer in LAYERS:
        own = [(c, r) for kind, c, _, r in items if kind == layer]
        if not own:
            continue
        print("| %s | %d | %.1f | %.1f | %.1f | %.1f |" % (
            layer, len(own), sum(c for c, _ in own) / len(own),
            100 * sum(r for _, r in own) / len(own), reliability(own)[1],
            chance(own)))
    layers = [layer for layer in LAYERS
              if any(item[0] == layer for item in items)]
    print("\n| shown at | " + " | ".join(
        "%s: n | mean | right" % layer for layer in layers) + " |")
    print("|---|" + "---:|" * (3 * len(layers)))
    tables = [reliability([(c, r) for kind, c, _, r in items
                           if kind == layer])[0] for layer in layers]
    for i in range(10):
        cells = []
        for bins in tables:
            n, total, right = bins[i]
            cells += ["%d" % n, "%.0f" % (total / n), "%.0f" % (
                100 * right / n)] if n else ["0", "", ""]
        print("| %d to %d | " % (10 * i, 10 * i + 10) + " | ".join(cells)
              + " |")
    print()


def write_table(path, mode, table):
    """Puts the lines of one mode into the file, and leaves the others."""
    head, lines = [], []
    for line in path.read_text().splitlines() if path.exists() else []:
        if line.startswith("#"):
            head.append(line)
        elif line and not line.startswith(mode + "\t"):
            lines.append(line)
    for layer in LAYERS:
        for name in sorted(table.get(layer, {})):
            lines.append("%s\t%s\t%s\t%.3f" % (
                mode, layer, name or "bias", table[layer][name]))
    path.write_text("\n".join(head + sorted(lines)) + "\n")


def fit(options):
    items = gather_gold(options, "train", raw=True)
    table = {}
    for layer in LAYERS:
        own = [item for item in items if item[0] == layer]
        if own:
            table[layer] = fit_layer(own)
            table[layer][""] -= OPTIMISM
            if table[layer]["raw"] <= 0:
                sys.exit("%s: the confidence of the step orders nothing"
                         % layer)
    write_table(options.out, options.mode, table)
    print_table("gold/train, as fitted", [
        (layer, apply(table, layer, percent, keys), keys, right)
        for layer, percent, keys, right in items])


def read_lines(path):
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def gather_names(options):
    types = {"PER": "person", "ORG": "organization", "LOC": "location",
             "FAC": "facility", "NORP": "nationality"}
    docs = read_lines(options.shared / "corpora/ner/worldwide.dev.jsonl.gz")
    found = detect(options, [(d["id"], d["text"], None) for d in docs], False)
    items = []
    for d, f in zip(docs, found):
        gold = {(e["start"], e["end"], types.get(e["type"]))
                for e in d["entities"] + (d.get("nested") or [])}
        for m in f["mentions"]:
            span = m["start"], m["end"], m["type"]
            # Names in names are marked in some of these articles only.
            inside = any(e["start"] <= span[0] and span[1] <= e["end"]
                         and e["end"] - e["start"] > span[1] - span[0]
                         for e in d["entities"])
            if m.get("form", "name") == "name" and \
                    m["type"] in types.values() and \
                    (span in gold or not inside):
                items.append(("mentions", m["review"]["confidence"], [],
                              span in gold))
    return items


def overlaps(a, b):
    return len(a & b) >= 0.5 * max(len(a), len(b), 1)


def gather_statements(options):
    docs = read_lines(
        options.shared / "corpora/attribution/polnear-dev.jsonl.gz")
    found = detect(options, [(d["id"], d["text"], None) for d in docs], False)

    def chars(spans):
        return {c for s in spans or [] for c in
                (range(*s) if isinstance(s, list)
                 else range(s["start"], s["end"]))}
    items = []
    for d, f in zip(docs, found):
        gold = [(chars(s["content"]), chars(s.get("source")))
                for s in d["statements"]]
        for s in f["statements"]:
            if s.get("parent"):
                continue
            content, source = chars(s["content"]), chars(s.get("source"))
            items.append(("statements", s["review"]["confidence"], [], any(
                overlaps(content, c) and bool(source & o) == bool(source | o)
                for c, o in gold)))
    return items


def check_same(options):
    """The program has to work out the same features as this file does."""
    table = {}
    path = pathlib.Path(__file__).parents[2] / "data/lexicons/confidence.txt"
    mode = "model" if options.model else "rules"
    for line in path.read_text().splitlines():
        if line.startswith(mode + "\t"):
            _, layer, name, weight = line.split("\t")
            table.setdefault(layer, {})[
                "" if name == "bias" else name] = float(weight)
    raw = gather_gold(options, "train", raw=True)
    done = gather_gold(options, "train", raw=False)
    for (layer, percent, keys, _), (_, found, _, _) in zip(raw, done):
        if layer in table and \
                abs(apply(table, layer, percent, keys) - found) > 1:
            sys.exit("%s %s: %d became %d" % (layer, keys, percent, found))


def measure(options):
    check_same(options)
    print_table("gold/dev", gather_gold(options, "dev", raw=False))
    print_table("worldwide.dev, names of five types", gather_names(options))
    print_table("polnear-dev, statements that are not nested",
                gather_statements(options))


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("action", choices=("fit", "measure"))
    parser.add_argument("cli")
    parser.add_argument("shared", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path, nargs="?")
    parser.add_argument("--model")
    parser.add_argument("--mode", choices=("rules", "model"), default="model")
    options = parser.parse_args()
    if options.action == "fit":
        if options.out is None:
            parser.error("fit needs OUT")
        fit(options)
    else:
        measure(options)


if __name__ == "__main__":
    main()
