"""One body or office that is named in two ways."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

from newslint import lexicon
from newslint.annotate.sentences import sentences
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document
from newslint.finding import Related
from newslint.lazily import Lazily
from newslint.record import Record
from newslint.regexes import IGNORECASE, compiled
from newslint.span import Span

if TYPE_CHECKING:
    import regex
else:
    regex = Lazily("regex")


class Parameters(Record):
    """The parameters of a body name rule."""

    heads: Annotated[tuple[str, ...], "Words that name a kind of body: ministry, secretariat."]
    subjects: Annotated[tuple[str, ...], "Words for what a body is in charge of."]
    states: Annotated[
        tuple[str, ...], "Words that say no more than “the country”: republic, kingdom."
    ] = ()


class _Body(Record):
    """A body as named in one place. `flipped` says that "of" stands in the name."""

    span: Span
    head: str
    subjects: tuple[str, ...]
    flipped: bool
    state: str
    nation: str


class BodyNames(DocumentCheck[Parameters]):
    """Report the later of two ways to name one body.

    "Ministry of Health" and "Health Ministry" are two ways, and so are "… of the Republic" and
    "the Turkish …". Bodies of two nations are two bodies.
    """

    kind = "body-names"
    parameters_type = Parameters
    placeholders = frozenset({"found", "other"})

    def __init__(self, parameters: Parameters) -> None:
        super().__init__(parameters)
        heads = "|".join(map(regex.escape, parameters.heads))
        self._heads = compiled(rf"(?<!\w)(?:{heads})(?!\w)", IGNORECASE)
        subjects = "|".join(sorted(map(regex.escape, parameters.subjects), key=len, reverse=True))
        states = "|".join(map(regex.escape, parameters.states)) or r"(?!)"
        several = rf"(?:{subjects})(?:(?:,? and|,)? (?:{subjects}))*"
        self._pattern = compiled(
            rf"(?:(?P<nation>\p{{Lu}}[\w.-]+) )?"
            rf"(?:(?P<before>{several}) (?P<head>{heads})|"
            rf"(?P<head>{heads}) (?:of|for) (?P<after>{several}))"
            rf"(?! (?:{subjects})\b)(?: of the (?P<state>{states})\b(?! of\b))?(?!\w)",
            IGNORECASE,
        )

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Report each body that was named otherwise before."""
        groups: dict[tuple[str, tuple[str, ...]], list[_Body]] = {}
        for body in self._bodies(document):
            groups.setdefault((body.head, body.subjects), []).append(body)
        for found in groups.values():
            yield from _differing(found, document.text)

    def _bodies(self, document: Document) -> Iterator[_Body]:
        """Read the bodies in the sentences that hold a head word: the long pattern is slow."""
        folded = document.folded
        layer = document.layer(sentences)
        places = [layer.at(match.start()) for match in self._heads.finditer(folded)]
        if len(places) < 2:
            return
        for span in sorted({place for place in places if place is not None}):
            yield from self._within(folded, span)

    def _within(self, folded: str, span: Span) -> Iterator[_Body]:
        for match in self._pattern.finditer(folded, *span):
            words = regex.findall(r"\w+", match["before"] or match["after"])
            subjects = sorted(word.lower().replace("defence", "defense") for word in words)
            nation = match["nation"] or ""
            if nation and nation not in lexicon.words("proper-words"):
                nation = ""
            start = (
                match.start() if nation else match.start("before" if match["before"] else "head")
            )
            yield _Body(
                Span(start, match.end()),
                match["head"].lower(),
                tuple(word for word in subjects if word != "and"),
                match["after"] is not None,
                match["state"] or "",
                nation,
            )


def _differing(found: Sequence[_Body], text: str) -> Iterator[Hit]:
    first = found[0]
    if len({body.nation for body in found if body.nation}) > 1:
        return
    for body in found[1:]:
        qualified = (first.state and body.nation) or (first.nation and body.state)
        if body.flipped is not first.flipped or qualified:
            other = first.span.of(text)
            related = (Related(first.span, f"“{other}” here"),)
            yield Hit(body.span, {"found": body.span.of(text), "other": other}, related=related)
            return
