"""Measure the layers and checks of names, titles, terms, acronyms and fact sheets.

    python -m benchmarks.names [--show] [--sample N]

Prints, through the command line: how many judged name variants are reported and how many traps
stepped into; findings per 1,000 articles by rule; how many single changes of a name, role,
definition or capital are reported; how many facts are told apart; the seed article's rows; and what
the layers cost beside one pass over the words. `--show` prints each miss, `--sample` draws findings
of the default profile at random, to be judged by reading.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

import regex

from benchmarks import corpus, names_facts, names_gold, names_mutation, names_pronouns
from benchmarks.run import Found, lint
from newslint.annotate.acronyms import acronyms
from newslint.annotate.mentions import mentions
from newslint.annotate.name_uses import name_words
from newslint.annotate.names import names
from newslint.annotate.roles import roles
from newslint.annotate.sentences import sentences
from newslint.annotate.structure import structure
from newslint.document import Block, Document
from newslint.span import Span
from newslint.store.rules import Library

_FOLDERS = ("names", "terms", "facts")
#: Row of the list of defects -> the rule that must say so, and a word it must stand on.
_ROWS = {
    5: ("desk/designator-number", "S-400"),
    11: ("core/half-capitalised-body", "Secretariat"),
    13: ("desk/which-republic", "Republic"),
    14: ("desk/body-names", "Secretariat"),
    15: ("desk/role-for-name", "added"),
    18: ("core/term-capitalisation", "patriot"),
    19: ("core/acronym-letters", "CAATSA"),
    20: ("desk/acronym-reversed", "CAATSA"),
}
_ROUNDS = 5
_ARTICLES = 200
_LONG = 200_000


def main(argv: Sequence[str] | None = None) -> None:
    """Print all measures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", action="store_true", help="print misses")
    parser.add_argument("--sample", type=int, default=0, help="findings to draw at random")
    parser.add_argument("--seed", type=int, default=1, help="what is changed and drawn")
    arguments = parser.parse_args(argv)
    names_gold.measure(arguments.show)
    for profile in ("core", "desk"):
        density(profile, arguments.sample if profile == "core" else 0, arguments.seed)
    print("mutation: found / changed")
    names_mutation.measure(arguments.show, arguments.seed)
    names_facts.measure(arguments.show)
    names_pronouns.measure(arguments.show)
    items = list(corpus.articles("polnear.dev"))
    names_facts.cost(items[:_ARTICLES])
    people = names_pronouns.people(items)
    for text in (items[3]["text"], items[5]["text"]):
        names_facts.cost_of_one(text)
        names_facts.cost_of_one(text, people)
    rows()
    cost()


def own_rules(profile: str) -> frozenset[str]:
    """Return the ids of a pack's rules about names, terms and facts."""
    return frozenset(
        rule.id
        for rule in Library().profile(profile).rules
        if rule.pack == profile and any(f"/{folder}/" in rule.path for folder in _FOLDERS)
    )


def density(profile: str, sample: int, seed: int) -> None:
    """Print findings per 1,000 articles of a pack's own rules, and a sample to judge."""
    wanted = own_rules(profile)
    drawn: list[tuple[str, Found]] = []
    print(f"density, profile {profile}:")
    for name in corpus.ARTICLES:
        items = list(corpus.articles(name))
        found = [pair for pair in lint(items, "--profile", profile).all()
                 if pair[1]["rule"] in wanted]  # fmt: skip
        counts = Counter(each["rule"].split("/")[1] for _, each in found)
        capital = len({key for key, each in found if each["rule"] == "core/term-capitalisation"})
        rules = ", ".join(f"{rule} {count}" for rule, count in counts.most_common())
        print(f"  {name}: {1000 * len(found) / len(items):.0f} per 1,000 articles ({rules})")
        if profile == "core":
            print(f"    term-capitalisation fires on {100 * capital / len(items):.1f}% of articles")
        drawn += found
    for key, each in random.Random(seed).sample(drawn, min(sample, len(drawn))):
        related = "; ".join(each_related["text"] for each_related in each["related"])
        print(f"  {each['rule']} {key}: {each['message']} [{each['text']} -> {related}]")


def rows() -> None:
    """Print which rows of the seed article's list of defects are found in the desk profile."""
    text = (corpus.folder() / "seed" / "article.txt").read_text(encoding="utf-8")
    outcome = lint([{"id": "seed", "text": text}], "--profile", "desk")
    found = outcome.findings.get("seed", [])
    for row, (rule, word) in _ROWS.items():
        told = any(each["rule"] == rule and word in each["text"] for each in found)
        print(f"  row {row}: {'found' if told else 'NOT FOUND'} ({rule})")


def cost() -> None:
    """Print what the layers cost beside one pass over the words, and whether it grows evenly."""
    texts = [item["text"] for item in corpus.articles("polnear.dev")][:_ARTICLES]
    word = regex.compile(r"\w+")
    plain = min(_seconds(lambda: [[m.span() for m in word.finditer(t)] for t in texts])
                for _ in range(_ROUNDS))  # fmt: skip
    layers: Mapping[str, Callable[[Document], object]] = {
        "names": names, "mentions": mentions, "words of names": name_words,
        "acronyms": acronyms, "roles": roles,
    }  # fmt: skip
    total = 0.0
    print("cost, in passes of the words with their spans:")
    for title, layer in layers.items():
        best = min(_of_layer(layer, texts) for _ in range(_ROUNDS)) / plain
        total += best
        print(f"  {title}: {best:.1f}")
    print(f"  together: {total:.1f} (16 admitted)")
    half, whole = (_of_all(layers, _paragraph(texts, count)) for count in (_LONG // 2, _LONG))
    print(f"  one paragraph of {_LONG:,} words: {whole:.1f} s, "
          f"{whole / half:.1f} times half of it")  # fmt: skip


def _of_all(layers: Mapping[str, Callable[[Document], object]], document: Document) -> float:
    return _seconds(lambda: [document.layer(layer) for layer in layers.values()])


def _of_layer(layer: Callable[[Document], object], texts: Sequence[str]) -> float:
    """Time one layer with all that it is built on already there."""
    documents = [Document.from_text(text) for text in texts]
    below: list[Callable[[Document], object]] = [structure, sentences, names, mentions]
    for document in documents:
        for each in below[: below.index(layer)] if layer in below else below:
            document.layer(each)
    return _seconds(lambda: [document.layer(layer) for document in documents])


def _paragraph(texts: Sequence[str], count: int) -> Document:
    found: list[str] = []
    while len(found) < count:
        for text in texts:
            found += text.split()
    text = " ".join(found[:count])
    return Document(text, [Block(Span(0, len(text)))])


def _seconds(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


if __name__ == "__main__":
    main()
