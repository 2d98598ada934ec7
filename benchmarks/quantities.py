"""Measure the layers and checks of numbers, money, units, dates and times.

    python -m benchmarks.quantities [--show]

Prints, through the command line and the default profile: how many judged errors are reported and
how many traps stepped into; how many of all fact findings in all corpora were judged right; how
many single changes of a number, unit, weekday or magnitude are reported, by class; and what the
layers cost beside one pass over the words. `--show` prints each miss and each finding that has no
verdict yet.
"""

from __future__ import annotations

import argparse
import csv
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

import regex

from benchmarks import corpus, quantities_gold, quantities_mutation
from benchmarks.quantities_gold import RULES
from benchmarks.run import Found, lint
from newslint.annotate.dates import dates
from newslint.annotate.quantities import quantities
from newslint.document import Document

#: Article id, column in its line, rule, verdict (right or wrong): no text.
VERDICTS = Path(__file__).resolve().parent / "quantities_verdicts.csv"
_ARTICLES = 200
_ROUNDS = 5


def main(argv: Sequence[str] | None = None) -> None:
    """Print all measures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", action="store_true", help="print misses and unjudged findings")
    parser.add_argument("--seed", type=int, default=1, help="which statements are changed, and how")
    arguments = parser.parse_args(argv)
    quantities_gold.measure(arguments.show)
    precision(arguments.show)
    print("mutation: found / eligible")
    quantities_mutation.measure(arguments.show, arguments.seed)
    cost()


def precision(show: bool) -> None:
    """Print how many of all fact findings in all corpora were judged right, by rule."""
    known = verdicts()
    counts: Counter[tuple[str, str]] = Counter()
    seen: set[str] = set()
    for name in corpus.ARTICLES:
        items = [item for item in corpus.articles(name) if item["id"] not in seen]
        seen |= {item["id"] for item in items}
        for key, found in lint(items).all():
            if found["rule"].split("/")[1] not in RULES:
                continue
            verdict = known.get((key, found["start"]["column"], found["rule"]), "unjudged")
            counts[found["rule"], verdict] += 1
            if show and verdict != "right":
                print_finding(name, key, found, verdict)
    total = sum(counts.values())
    right = sum(count for (_, verdict), count in counts.items() if verdict == "right")
    unjudged = sum(count for (_, verdict), count in counts.items() if verdict == "unjudged")
    print(f"fact findings in all corpora: {right} right of {total} "
          f"({100 * right / max(1, total):.0f}%, {unjudged} unjudged; 90% wanted)")  # fmt: skip
    for rule in sorted({rule for rule, _ in counts}):
        words = ", ".join(
            f"{count} {verdict}"
            for (each, verdict), count in sorted(counts.items())
            if each == rule
        )
        print(f"  {rule:26} {words}")


def print_finding(name: str, key: str, found: Found, verdict: str) -> None:
    """Print one finding, with what a line of the file of verdicts would begin with."""
    print(f"  [{verdict}] {name}\n    {key},{found['start']['column']},{found['rule']},")
    print(f"    {found['message']}")


def verdicts() -> Mapping[tuple[str, int, str], str]:
    """Read the verdicts that a reader gave."""
    with VERDICTS.open(encoding="utf-8", newline="") as file:
        return {(row[0], int(row[1]), row[2]): row[3] for row in csv.reader(file) if row}


def cost() -> None:
    """Print the time of both layers in passes of `regex` over the words, spans included."""
    texts = [str(row["text"]) for row in corpus.load("polnear.dev")][:_ARTICLES]
    words = regex.compile(r"\w+")
    base = _fastest(lambda: [[match.span() for match in words.finditer(text)] for text in texts])
    best = float("inf")
    for _ in range(_ROUNDS):
        documents = [Document.from_text(text) for text in texts]
        for document in documents:
            _ = document.folded
        best = min(best, _time(partial(_layers, documents)))
    print(f"cost: both layers {best / base:.1f} times one pass over the words (12 admitted)")


def _layers(documents: Sequence[Document]) -> None:
    for document in documents:
        document.layer(dates)
        document.layer(quantities)


def _fastest(run: Callable[[], object]) -> float:
    return min(_time(run) for _ in range(_ROUNDS))


def _time(run: Callable[[], object]) -> float:
    start = time.process_time()
    run()
    return time.process_time() - start


if __name__ == "__main__":
    main()
