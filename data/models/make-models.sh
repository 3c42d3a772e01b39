#!/usr/bin/env bash
# Makes the models that come with Readout, from nothing but Debian packages and
# the corpora.  The same packages and corpora give the same files, on any
# machine and however often.
# Usage: make-models.sh READOUT-CLI CORPORA FOLDER [NAME…]
# CORPORA is the folder with ner/ and attribution/; the models are written into
# FOLDER, and so are lists/ and speech.jsonl, which they are made with.  NAME is
# en-news or en-open; without it both are made.
#
# SPDX-FileCopyrightText: 2026 The Readout authors
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu
[ $# -ge 3 ] || { sed -n '2,10s/^# //p' "$0" >&2; exit 2; }
cli=$1
corpora=$2
folder=$3
shift 3
[ $# -gt 0 ] || set -- en-news en-open
here=$(cd "$(dirname "$0")" && pwd)
export LC_ALL=C.UTF-8
mkdir -p "$folder"

ner=$corpora/ner
news=$ner/worldwide.train.jsonl.gz
said=$corpora/attribution/polnear-train.jsonl.gz

# The lists of names and words.
if [ ! -e "$folder/lists/words.txt" ]; then
  "$here/../lists/make-lists.py" "$folder/lists"
fi

# Parts of speech of every fourth article of the one corpus and every third of
# the other, as another tagger sees them.
make_speech () {
  zcat "$news" | awk 'NR % 4 == 0' >"$folder/speech-news.jsonl"
  zcat "$said" | awk 'NR % 3 == 0' >"$folder/speech-said.jsonl"
  "$here/../lists/make-speech.py" "$folder/speech-news.jsonl" \
    "$folder/speech-said.jsonl" >"$folder/speech.jsonl.new"
  mv "$folder/speech.jsonl.new" "$folder/speech.jsonl"
  rm "$folder/speech-news.jsonl" "$folder/speech-said.jsonl"
}

train () {
  local name=$1
  shift
  "$cli" train --lists "$folder/lists" --about "$here/$name.about" \
    -o "$folder/$name.readout-model" "$@"
}

for name; do
  case $name in
    en-news)
      [ -e "$folder/speech.jsonl" ] || make_speech
      train en-news "$folder/speech.jsonl" "$news" "$said"
      ;;
    en-open)
      train en-open "$ner/wikigold.train.jsonl.gz" "$ner/gum.train.jsonl.gz"
      ;;
    *)
      echo "$0: “$name” is no model: en-news or en-open" >&2
      exit 2
      ;;
  esac
done
