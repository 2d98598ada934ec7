"""A newspaper of which there are many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Annotated

from newslint.annotate.structure import structure
from newslint.checks.base import Hit, PatternCheck
from newslint.context import Context
from newslint.document import Document
from newslint.matching import Match, Pattern
from newslint.record import Record
from newslint.regexes import compiled, escape

if TYPE_CHECKING:
    import regex


class Parameters(Record):
    """Names that several papers bear."""

    words: Annotated[tuple[str, ...], "Names that need a town in front, such as Free Press."]


class OutletUnclear(PatternCheck[Parameters]):
    """Report the first "the Free Press" of an article that never says whose."""

    kind = "outlet-unclear"
    parameters_type = Parameters
    placeholders = frozenset({"found", "name"})

    def patterns(self) -> Sequence[Pattern]:
        """Return each name behind its article and with nothing else in front."""
        alone = r"(?![\w-]| \p{Lu}| of )"
        return [
            Pattern(rf"\b[Tt]he {_escaped(name)}{alone}", name, ignore_case=False)
            for name in self.parameters.words
        ]

    def hits(self, matches: Sequence[Match], document: Document, context: Context) -> Iterator[Hit]:
        """Report the first mention of each name unless a fuller one stands anywhere."""
        seen: set[str] = set()
        for match in matches:
            if match.tag in seen or document.layer(structure).at(match.span.start) is None:
                continue
            seen.add(match.tag)
            if not _fuller(match.tag).search(document.text):
                yield Hit(match.span, {"found": match.span.of(document.text), "name": match.tag})


def _escaped(name: str) -> str:
    return escape(name).replace(r"\ ", " ")


@cache
def _fuller(name: str) -> regex.Pattern[str]:
    """Return a pattern of the name with more to it: a town in front, or something behind."""
    name = _escaped(name)
    front = rf"(?!(?:[Tt]he|A) )\b\p{{Lu}}[\p{{L}}.'’-]+ {name}\b"
    return compiled(
        rf"{front}|\b{name} (?:of )?\p{{Lu}}",
    )
