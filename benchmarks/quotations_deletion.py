"""Recall by deletion: cut a quotation's source and cues, and see whether it is then reported."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from benchmarks.quotations_gold import Article, Gold, quoted_stretches, word_count
from benchmarks.quotations_silence import Sourced, around, findings, sourced_quotations
from newslint.document import Document
from newslint.span import Span

CLASSES = {
    "alone": "no other sourced quotation beside it (aim 90%)",
    "before": "one in the paragraph before (no aim)",
    "same": "one in the same paragraph (should mostly stay silent)",
}
_PRONOUNS = frozenset("he she they it i we who".split())


def print_recall(articles: Sequence[Article], examples: int) -> None:
    """Print the share of quotations that are reported once their speaker is cut, by class."""
    reported: Counter[tuple[str, str]] = Counter()
    total: Counter[tuple[str, str]] = Counter()
    missed: list[str] = []
    for article in articles:
        blocks = [block.span for block in Document.from_text(article.text).blocks]
        for quotation in sourced_quotations(article):
            if article.attributions[quotation.number].cue is None:
                continue
            kind = neighbours(quotation, blocks)
            text, place = without_speaker(quotation, blocks)
            hit = any(f.span.overlaps(place) for f in findings(text))
            for half in (article.half, "both"):
                total[kind, half] += 1
                reported[kind, half] += hit
            if kind == "alone" and not hit:
                missed.append(f"  [MISSED] {article.id}: {around(text, place)}")
    print("Recall by deletion of the source and the speaker's cues in the paragraph")
    for kind, words in CLASSES.items():
        shares = ", ".join(
            f"{half} {reported[kind, half]}/{total[kind, half]} = "
            f"{100 * reported[kind, half] / max(total[kind, half], 1):.1f}%"
            for half in ("tune", "check", "both")
        )
        print(f"  {words}: {shares}")
    for line in missed[:: max(1, len(missed) // examples)] if examples else ():
        print(line)


def neighbours(quotation: Sourced, blocks: Sequence[Span]) -> str:
    """Tell where the nearest other quotation stands that keeps its source."""
    text = quotation.article.text
    number = block_of(quotation.span.start, blocks)
    own = quotation.article.attributions[quotation.number]
    places: set[int] = set()
    for gold in quotation.article.attributions:
        if gold.source is None or gold is own:
            continue
        cut = gold.cue is not None and blocks[number].covers(gold.cue)
        if cut and same_speaker(own, gold, text):
            continue
        stretches = (span for piece in gold.content for span in quoted_stretches(piece, text))
        places.update(
            block_of(span.start, blocks) for span in stretches if word_count(span, text) > 1
        )
    if number in places:
        return "same"
    return "before" if number - 1 in places else "alone"


def block_of(offset: int, blocks: Sequence[Span]) -> int:
    """Return the number of the block that holds `offset`."""
    for number, block in enumerate(blocks):
        if offset < block.end:
            return number
    return len(blocks) - 1


def without_speaker(quotation: Sourced, blocks: Sequence[Span]) -> tuple[str, Span]:
    """Cut the source and the speaker's cues in the paragraph; return text and place."""
    article = quotation.article
    own = article.attributions[quotation.number]
    block = blocks[block_of(quotation.span.start, blocks)]
    cut = [span for span in (own.source, own.cue) if span is not None]
    for gold in article.attributions:
        if gold.cue is None or gold.source is None or not block.covers(gold.cue):
            continue
        if same_speaker(own, gold, article.text):
            cut += [gold.cue, gold.source]
    pieces = []
    position = 0
    shift = 0
    for span in sorted(set(cut)):
        start = max(span.start, position)
        if start >= span.end:
            continue
        pieces.append(article.text[position:start])
        if start <= quotation.span.start:
            shift += span.end - start
        position = span.end
    pieces.append(article.text[position:])
    return "".join(pieces), quotation.span.shift(-shift)


def same_speaker(first: Gold, second: Gold, text: str) -> bool:
    """Tell whether two attributions of a paragraph may have one speaker."""
    if first is second:
        return True
    names = [_names(gold.source, text) for gold in (first, second)]
    if not names[0] or not names[1]:
        return True  # a pronoun, or a description
    return bool(names[0] & names[1])


def _names(span: Span | None, text: str) -> set[str]:
    words: Iterable[str] = span.of(text).split() if span else ()
    cleaned = (word.strip(".,'’s\"") for word in words)
    return {word for word in cleaned if word[:1].isupper() and word.lower() not in _PRONOUNS}
