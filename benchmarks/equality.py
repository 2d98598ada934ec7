"""Compare the index with the plain loop: on every article, as it is and with odd letters.

python -m benchmarks.equality [--every 1] [--synthetic 2000]

Prints how many texts were compared and how many differ; exits 1 if any does.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Sequence

from benchmarks import corpus
from benchmarks.synthetic import SEED, Maker
from newslint import load_profile
from newslint.checks import PatternCheck
from newslint.document import Document
from newslint.matching import LiteralIndex, LoopIndex, Pattern
from newslint.matching.base import Index

Owned = Sequence[tuple[int, Sequence[Pattern]]]

#: What a letter or mark is changed to: marks of print, combining marks, letters with odd cases.
ODD = {
    " ": "\u00a0\u202f\u2009",
    "'": "\u2019\u02bc",
    '"': "“”",
    "i": "ıİí",
    "I": "İı",
    "s": "ſß",
    "k": "\u212a",
    "a": "áａ\u00e5",
    "A": "\u212bＡ",
    "e": "e\u0301é",
    "m": "\u00b5ｍ",
    "-": "\u2010\u2011–",
}


def patterns(synthetic: int) -> Owned:
    """Return the patterns of every shipped rule, by rule, and made ones, by number."""
    packs = ("desk", "ap", "guardian", "bbc", "reuters", "economist", "chicago",
             "translation", "plain", "inclusive", "spelling")  # fmt: skip
    checks = {rule.id: rule.check for pack in packs for rule in load_profile(pack).rules}
    shipped = [each.patterns() for each in checks.values() if isinstance(each, PatternCheck)]
    made = [[pattern] for pattern in Maker().patterns(synthetic)]
    return list(enumerate([*shipped, *made]))


def mutated(text: str, chance: float = 0.04) -> str:
    """Change some letters and marks into ones that look alike, the same ones on every run."""
    draw = random.Random(f"{SEED} {len(text)}")
    return "".join(
        draw.choice(ODD[char]) if char in ODD and draw.random() < chance else char for char in text
    )


def differing(owned: Owned, texts: Iterator[str]) -> tuple[int, list[str]]:
    """Return how many texts were compared, and those on which an index differs from the loop."""
    loop = LoopIndex(owned)
    indexes = [LiteralIndex.of(owned, accelerate=each) for each in (True, False)]
    count = 0
    wrong = []
    for text in texts:
        document = Document.from_text(text)
        spans = [block.span for block in document.blocks]
        for view in (document.text, document.folded):
            expected = _places(loop, view, spans)
            if any(_places(index, view, spans) != expected for index in indexes):
                wrong.append(text)
        count += 1
    return count, wrong


def _places(index: Index, text: str, spans: Sequence[object]) -> object:
    found = index.find(text, spans)  # type: ignore[arg-type]
    return {
        owner: [(match.span, match.tag, match.groups) for match in matches]
        for owner, matches in found.items()
    }


def texts(every: int) -> Iterator[str]:
    """Yield each of the articles, or every so many, and its copy with odd letters."""
    for name in corpus.ARTICLES:
        for item in list(corpus.articles(name))[::every]:
            yield item["text"]
            yield mutated(item["text"])


def main() -> None:
    """Compare and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--synthetic", type=int, default=2000)
    arguments = parser.parse_args()
    count, wrong = differing(patterns(arguments.synthetic), texts(arguments.every))
    print(f"{count} texts compared with and without the native matchers, {len(wrong)} differ")
    for text in wrong[:5]:
        print(repr(text[:120]))
    raise SystemExit(bool(wrong))


if __name__ == "__main__":
    main()
