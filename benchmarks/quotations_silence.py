"""Silence: how many sourced quotations the check on speakers leaves alone, and what it reports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from benchmarks.quotations_gold import Article, quoted_stretches, word_count
from newslint.document import Document
from newslint.finding import Finding
from newslint.lexicon import rules_folder
from newslint.linter import Linter
from newslint.rulebook import RuleSet
from newslint.span import Span
from newslint.store.rules import load_rule

RULE = "core/unattributed-quotation"
WORDS = 8


class Sourced(NamedTuple):
    """A quotation of eight words or more that the annotators gave a source."""

    article: Article
    number: int  # of its attribution
    span: Span


@cache
def linter() -> Linter:
    """Return a linter of the one rule that is measured."""
    path = rules_folder() / "core" / "quotations" / "unattributed-quotation.yaml"
    return Linter(RuleSet("core", (load_rule(path, "core"),)))


def findings(text: str) -> tuple[Finding, ...]:
    """Return what the rule says of a text."""
    result = linter().check(Document.from_text(text))
    if result.errors:
        raise SystemExit(str(result.errors[0]))
    return result.findings


def sourced_quotations(article: Article) -> Iterator[Sourced]:
    """Yield the long quotations of an article that have an annotated source and cue."""
    seen: set[int] = set()
    for number, gold in enumerate(article.attributions):
        if gold.source is None:
            continue
        for piece in gold.content:
            for span in quoted_stretches(piece, article.text):
                if word_count(span, article.text) >= WORDS and span.start not in seen:
                    seen.add(span.start)
                    yield Sourced(article, number, span)


def print_silence(articles: Sequence[Article], examples: int, *, show: bool) -> None:
    """Print the share of sourced quotations left alone, and the findings on whole articles."""
    rows = {article.id: findings(article.text) for article in articles}
    print(f"Silence of {RULE} on sourced quotations of {WORDS}+ words (aim 99.5%)")
    broken: list[tuple[Article, Finding]] = []
    for half in ("tune", "check", "both"):
        chosen = [each for each in articles if half in ("both", each.half)]
        total = alone = 0
        reported = sum(len(rows[each.id]) for each in chosen)
        broken = []
        for each in chosen:
            for quotation in sourced_quotations(each):
                total += 1
                hits = [f for f in rows[each.id] if f.span.overlaps(quotation.span)]
                alone += not hits
                broken += [(each, hit) for hit in hits]
        print(f"  {half:5} {alone}/{total} = {100 * alone / max(total, 1):.2f}% left alone; "
              f"{reported} findings in all")  # fmt: skip
    sourced = {(each.id, hit.span) for each, hit in broken}
    if show:
        for each in articles:
            for hit in rows[each.id]:
                label = "SOURCED" if (each.id, hit.span) in sourced else "-"
                print(f"  [{label}] {each.id} @{hit.span.start}: {around(each.text, hit.span)}")
    elif examples:
        for each, hit in broken[:examples]:
            print(f"  [SOURCED] {each.id}: {around(each.text, hit.span)}")


def around(text: str, span: Span, width: int = 220) -> str:
    """Show a span with what stands around it."""
    before = text[max(0, span.start - width) : span.start]
    after = text[span.end : span.end + width]
    return f"{before}⟦{span.of(text)}⟧{after}".replace("\n", "¶")
