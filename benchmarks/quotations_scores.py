"""F1 of content, cue and speaker for direct quotations of four words and more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from benchmarks.quotations_gold import Article, is_direct, merged, trimmed, word_count
from benchmarks.quotations_silence import around
from newslint.annotate.attributions import Attribution, attributions
from newslint.annotate.quotes import QuoteKind
from newslint.document import Document
from newslint.span import Span

WORDS = 4
TARGETS = {"content": 97, "cue": 90, "speaker": 88}


class Reading(NamedTuple):
    """The spans of one article, by annotators or by newslint."""

    content: frozenset[Span]
    cue: frozenset[Span]
    speaker: frozenset[Span]


class Score(NamedTuple):
    """Counts behind precision and recall."""

    hits: int
    given: int
    wanted: int

    @property
    def f1(self) -> float:
        """Return F1 in percent."""
        return 200 * self.hits / max(self.given + self.wanted, 1)

    def __add__(self, other: Score) -> Score:  # type: ignore[override]
        return Score(*(a + b for a, b in zip(self, other, strict=True)))


def print_scores(articles: Sequence[Article], examples: int) -> None:
    """Print F1 by half, exact and overlapping, and the commonest kinds of miss."""
    scores: dict[tuple[str, str, str], Score] = {}
    misses: dict[str, list[str]] = {}
    for article in articles:
        wanted = annotated(article)
        given = found(article, wanted)
        for kind in TARGETS:
            for way, score in compared(getattr(given, kind), getattr(wanted, kind)).items():
                for half in (article.half, "both"):
                    key = (kind, way, half)
                    scores[key] = scores.get(key, Score(0, 0, 0)) + score
        for name, place in kinds_of_miss(given, wanted):
            misses.setdefault(name, []).append(f"{article.id}: {around(article.text, place, 160)}")
    print(f"F1 for direct quotations of {WORDS}+ words")
    for kind, target in TARGETS.items():
        for way in ("exact", "overlap"):
            shown = ", ".join(
                f"{half} {score.f1:.1f} (P {100 * score.hits / max(score.given, 1):.1f} "
                f"R {100 * score.hits / max(score.wanted, 1):.1f})"
                for half in ("tune", "check", "both")
                if (score := scores.get((kind, way, half), Score(0, 0, 0)))
            )
            aim = f" (aim {target})" if way == "exact" else ""
            print(f"  {kind:8} {way:7} {shown}{aim}")
    print("The ten commonest kinds of miss")
    for name, shown_places in sorted(misses.items(), key=lambda pair: -len(pair[1]))[:10]:
        print(f"  {len(shown_places):4} {name}")
        step = max(1, len(shown_places) // max(examples, 1))
        for shown_place in shown_places[::step][:examples]:
            print(f"         {shown_place}")


def annotated(article: Article) -> Reading:
    """Return what the annotators marked, for direct quotations only."""
    content: set[Span] = set()
    cue: set[Span] = set()
    speaker: set[Span] = set()
    for gold in article.attributions:
        direct = [
            piece
            for piece in gold.content
            if is_direct(piece, article.text) and word_count(piece, article.text) >= WORDS
        ]
        if not direct:
            continue
        content.update(trimmed(piece, article.text) for piece in direct)
        if gold.cue:
            cue.add(trimmed(gold.cue, article.text))
        if gold.source:
            speaker.add(trimmed(gold.source, article.text))
    return Reading(frozenset(content), frozenset(cue), frozenset(speaker))


def found(article: Article, wanted: Reading) -> Reading:
    """Return what newslint reads, leaving aside words that the annotators took as paraphrase."""
    layer = Document.from_text(article.text).layer(attributions)
    mixed = sorted(
        trimmed(piece, article.text) for gold in article.attributions for piece in gold.content
    )
    content: set[Span] = set()
    cue: set[Span] = set()
    speaker: set[Span] = set()
    for span, attribution in pieces(article.text, layer.attributions):
        if word_count(span, article.text) < WORDS:
            continue
        if not any(each.overlaps(span) for each in wanted.content) and any(
            each.overlaps(span) for each in mixed
        ):
            continue
        content.add(span)
        if attribution.cue:
            cue.add(trimmed(attribution.cue, article.text))
        if attribution.speaker:
            speaker.add(trimmed(attribution.speaker, article.text))
    return Reading(frozenset(content), frozenset(cue), frozenset(speaker))


def pieces(text: str, found: Iterable[Attribution]) -> Iterator[tuple[Span, Attribution]]:
    """Yield content as the annotators cut it: neighbours of one cue joined."""
    by_cue: dict[Span | None, list[Attribution]] = {}
    for each in found:
        if each.quotation.kind is not QuoteKind.TITLE:
            by_cue.setdefault(each.cue, []).append(each)
    for group in by_cue.values():
        for span in merged([each.quotation.span for each in group], text):
            yield trimmed(span, text), group[0]


def compared(given: frozenset[Span], wanted: frozenset[Span]) -> dict[str, Score]:
    """Count exact hits, and pairs that overlap, each span in one pair."""
    exact = given & wanted
    free = set(wanted)
    pairs = 0
    for span in sorted(given):
        match = next((each for each in sorted(free) if each.overlaps(span)), None)
        if match is not None:
            free.discard(match)
            pairs += 1
    return {
        "exact": Score(len(exact), len(given), len(wanted)),
        "overlap": Score(pairs, len(given), len(wanted)),
    }


def kinds_of_miss(given: Reading, wanted: Reading) -> Iterator[tuple[str, Span]]:
    """Name each difference by what it is and what newslint made of it."""
    for kind in TARGETS:
        ours, theirs = getattr(given, kind), getattr(wanted, kind)
        for span in sorted(theirs - ours):
            partner = next((each for each in ours if each.overlaps(span)), None)
            if partner is None:
                yield f"{kind} not found", span
            else:
                yield f"{kind} {_shape(partner, span)}", partner
        for span in sorted(ours - theirs):
            if not any(each.overlaps(span) for each in theirs):
                yield f"{kind} where none is annotated", span


def _shape(ours: Span, theirs: Span) -> str:
    if ours.start == theirs.start:
        return "ends too late" if ours.end > theirs.end else "ends too early"
    if ours.end == theirs.end:
        return "begins too early" if ours.start < theirs.start else "begins too late"
    return "crosses or is nested"
