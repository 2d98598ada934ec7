"""How much each pack says on real copy, how the spelling pack fares, and what the odd rules say.

    python -m benchmarks.packs --pack ap --sample 5
    python -m benchmarks.packs --spelling

Precision is read by eye from the samples: some hits of every rule, with the text around them.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from benchmarks import corpus
from benchmarks.run import Found, lint

PACKS = (
    "ap", "guardian", "bbc", "reuters", "economist", "chicago",
    "translation", "plain", "inclusive", "spelling",
)  # fmt: skip
CORPORA = ("polnear.dev", "wikinews_2019_2020.dev")
TYPOS = 300


def main(argv: Sequence[str] | None = None) -> None:
    """Print findings per 1,000 words by pack and corpus, or the recall of planted typos."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pack", action="append", default=[], help="default: all")
    parser.add_argument("--corpus", action="append", default=[])
    parser.add_argument("--sample", type=int, default=0, help="hits of each rule to show")
    parser.add_argument(
        "--spelling", action="store_true", help="plant typos and count what is found"
    )
    arguments = parser.parse_args(argv)
    if arguments.spelling:
        planted()
        return
    for pack in arguments.pack or PACKS:
        for name in arguments.corpus or CORPORA:
            measure(pack, name, arguments.sample)


def measure(pack: str, name: str, sample: int) -> None:
    """Print one pack's density on one corpus, its rules, and some hits of each."""
    items = list(corpus.articles(name))
    outcome = lint(items, "--pack", pack, "--select", f"{pack}/*")
    found, count = outcome.all(), corpus.word_count(items)
    rates = Counter(corpus.half(key) for key, _ in found)
    print(f"{pack} on {name}: {len(found)} findings in {count} words, "
          f"{1000 * len(found) / count:.2f} per 1,000 (halves {dict(rates)})")  # fmt: skip
    for error in outcome.errors[:5]:
        print("  ERROR", error)
    for rule, number in Counter(each["rule"] for _, each in found).most_common():
        print(f"  {number:6} {rule}")
    if sample:
        show(found, {item["id"]: item["text"] for item in items}, sample)


def show(found: Sequence[tuple[str, Found]], texts: Mapping[str, str], sample: int) -> None:
    """Print some hits of each rule, chosen by a fixed seed."""
    by_rule: dict[str, list[tuple[str, Found]]] = defaultdict(list)
    for key, each in found:
        by_rule[each["rule"]].append((key, each))
    for rule, hits in sorted(by_rule.items()):
        for key, each in random.Random(rule).sample(hits, min(sample, len(hits))):
            at = texts[key].find(each["text"])
            around = " ".join(texts[key][max(0, at - 60) : at + len(each["text"]) + 60].split())
            print(f"  {rule} {key}\n    {each['message']}\n    «{each['text']}» in {around}")


def planted() -> None:
    """Plant one-letter typos in words of small letters, one an article, and count the found."""
    chance = random.Random(8)
    items: list[dict[str, str]] = []
    words: dict[str, str] = {}
    for item in corpus.articles("polnear.dev"):
        places = list(re.finditer(r"(?<= )[a-z]{5,}(?= )", item["text"]))
        if not places or len(items) == TYPOS:
            continue
        place = chance.choice(places)
        wrong = mistyped(place.group(), chance)
        text = item["text"][: place.start()] + wrong + item["text"][place.end() :]
        items.append({**item, "text": text})
        words[item["id"]] = wrong
    outcome = lint(items, "--pack", "spelling", "--select", "spelling/*")
    hit = {key for key, each in outcome.all() if each["text"] == words[key]}
    print(f"{len(hit)} of {len(items)} typos found ({len(hit) / len(items):.0%})")
    print("missed:", " ".join(sorted(words[key] for key in words.keys() - hit)))


def mistyped(word: str, chance: random.Random) -> str:
    """Drop, double, swap or change one letter of a word."""
    at = chance.randrange(1, len(word) - 1)
    letter = chance.choice("abcdefghijklmnopqrstuvwxyz")
    forms = (
        word[:at] + word[at + 1 :],
        word[:at] + word[at] + word[at:],
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        word[:at] + letter + word[at + 1 :],
    )
    changed = [each for each in forms if each != word]
    return chance.choice(changed)


if __name__ == "__main__":
    main()
