"""Measure quotations on annotated news: silence, recall by deletion, cue and speaker, cost.

    python -m benchmarks.quotations [--examples 5] [--findings] [--part silence ...]

Reads `polnear.dev`, whose attributions were annotated by hand as source, cue and content.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from benchmarks import corpus
from benchmarks.quotations_cost import print_cost
from benchmarks.quotations_deletion import print_recall
from benchmarks.quotations_gold import article
from benchmarks.quotations_scores import print_scores
from benchmarks.quotations_silence import print_silence

PARTS = ("silence", "recall", "scores", "cost")


def main(argv: Sequence[str] | None = None) -> None:
    """Print every measure, for the half that is tuned on, the half that checks, and both."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", action="append", choices=PARTS, help="default: all")
    parser.add_argument("--examples", type=int, default=0, help="misses to show of each kind")
    parser.add_argument("--findings", action="store_true", help="show each finding to judge")
    parser.add_argument("--half", choices=["tune", "check"], help="read one half only")
    arguments = parser.parse_args(argv)
    parts = arguments.part or PARTS
    rows = corpus.load("polnear.dev")
    if arguments.half:
        rows = tuple(row for row in rows if corpus.half(str(row["id"])) == arguments.half)
    articles = [article(row) for row in rows]
    if "silence" in parts:
        print_silence(articles, arguments.examples, show=arguments.findings)
    if "recall" in parts:
        print_recall(articles, arguments.examples)
    if "scores" in parts:
        print_scores(articles, arguments.examples)
    if "cost" in parts:
        print_cost([each.text for each in articles])


if __name__ == "__main__":
    main()
