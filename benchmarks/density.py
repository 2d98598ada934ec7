"""How much newslint says on real copy, by rule, and a sample of it to judge.

    python -m benchmarks.density --profile core --sample 50

Verdicts are kept as (article id, column in its line, rule, verdict) without text, so that a later
run asks only about what is new.
"""

from __future__ import annotations

import argparse
import csv
import random
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks import corpus
from benchmarks.run import Found, as_line, lint

VERDICTS = Path(__file__).resolve().parent / "verdicts.csv"
Key = tuple[str, int, str]


def main(argv: Sequence[str] | None = None) -> None:
    """Print findings per 1,000 words by corpus and rule, and write the sample to judge."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", action="append", help="default: polnear.dev and wikinews")
    parser.add_argument("--profile", default="core")
    parser.add_argument("--pack", action="append", default=[])
    parser.add_argument("--sample", type=int, default=0, help="findings to draw at random")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args(argv)
    names = arguments.corpus or ["polnear.dev", "wikinews_2019_2020.dev"]
    packs = [part for pack in arguments.pack for part in ("--pack", pack)]
    drawn: list[tuple[str, str, Found]] = []
    for name in names:
        items = list(corpus.articles(name))
        outcome = lint(items, "--profile", arguments.profile, *packs)
        print_density(name, items, outcome.all())
        for error in outcome.errors[:5]:
            print("  ERROR", error)
        drawn += [(name, key, found) for key, found in outcome.all()]
    if arguments.sample:
        lines = {item["id"]: as_line(item) for name in names for item in corpus.articles(name)}
        chosen = random.Random(arguments.seed).sample(drawn, min(arguments.sample, len(drawn)))
        print_sample(chosen, lines)


def print_density(
    name: str, items: Sequence[Mapping[str, str]], found: Sequence[tuple[str, Found]]
) -> None:
    """Print one corpus: the total, both halves, and the rules by frequency."""
    words = corpus.word_count(items)
    rates = {}
    for half in ("tune", "check"):
        chosen = [item for item in items if corpus.half(item["id"]) == half]
        hits = sum(corpus.half(key) == half for key, _ in found)
        rates[half] = 1000 * hits / max(1, corpus.word_count(chosen))
    articles = len({key for key, _ in found})
    print(f"{name}: {len(items)} articles, {words} words, {len(found)} findings in {articles}: "
          f"{1000 * len(found) / words:.2f} per 1,000 words "
          f"(tune {rates['tune']:.2f}, check {rates['check']:.2f})")  # fmt: skip
    counts = Counter((each["rule"], each["severity"]) for _, each in found)
    for (rule, severity), count in counts.most_common():
        print(f"  {count:6} {severity:10} {rule}")


def print_sample(sample: Sequence[tuple[str, str, Found]], lines: Mapping[str, str]) -> None:
    """Print findings with the text around them; known verdicts are shown, not asked again."""
    known = verdicts()
    for name, key, found in sorted(sample, key=lambda each: each[2]["rule"]):
        verdict = known.get((key, found["start"]["column"], found["rule"]), "?")
        print(f"\n[{verdict}] {found['rule']} ({found['severity']}) {name} {key} "
              f"@{found['start']['column']}\n  {found['message']}")  # fmt: skip
        print(f"  {around(lines[key], found)}")
        for related in found["related"]:
            print(f"  -> {related['message']}: «{related['text']}»")
    judged = [known.get((key, each["start"]["column"], each["rule"])) for _, key, each in sample]
    right = sum(verdict == "right" for verdict in judged)
    print(f"\n{right} right of {sum(verdict is not None for verdict in judged)} judged, "
          f"{len(sample)} drawn")  # fmt: skip


def around(line: str, found: Found, width: int = 180) -> str:
    """Cut the neighbourhood of a finding out of its item's line."""
    start, end = found["start"]["column"] - 1, found["end"]["column"] - 1
    words = f"{line[max(0, start - width) : start]}«{line[start:end]}»{line[end : end + width]}"
    return " ".join(words.replace("\\n", " ").split())


def verdicts() -> dict[Key, str]:
    """Read the verdicts that readers gave."""
    if not VERDICTS.exists():
        return {}
    with VERDICTS.open(encoding="utf-8", newline="") as file:
        return {(row[0], int(row[1]), row[2]): row[3] for row in csv.reader(file) if row}


if __name__ == "__main__":
    main()
