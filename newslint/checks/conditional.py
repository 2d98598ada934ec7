"""One thing asks for another: a word that must not stand without its companion."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated, Literal

from newslint.checks.base import Complaint, Hit, PatternCheck
from newslint.context import Context
from newslint.document import Document
from newslint.matching import Match, Pattern
from newslint.matching.loop import compiled
from newslint.record import Record
from newslint.schema import Regex
from newslint.span import Span


class Parameters(Record):
    """The parameters of a conditional rule."""

    if_: Annotated[tuple[Regex, ...], "Regular expressions that ask for something."]
    then: Annotated[
        tuple[Regex, ...],
        "Regular expressions of which one must be found in the article. Where both sides have a "
        "group, what the groups hold must be the same words.",
    ]
    where: Annotated[
        Literal["anywhere", "before", "after", "paragraph"],
        "Where the companion must stand, seen from what asks for it.",
    ] = "anywhere"
    ignore_case: Annotated[bool, "Whether capitals make no difference."] = True
    allow: Annotated[tuple[str, ...], "Words that need no companion."] = ()
    every: Annotated[bool, "Report every place that asks, not only the first."] = False


class Conditional(PatternCheck[Parameters]):
    """Report what stands without its companion, at the first place that asks for it."""

    kind = "conditional"
    parameters_type = Parameters
    placeholders = frozenset({"found"})
    needs_article = True

    def __init__(self, parameters: Parameters) -> None:
        super().__init__(parameters)
        fold = parameters.ignore_case
        self._wanted = [Pattern(self.folded(each), ignore_case=fold) for each in parameters.then]
        self._allowed = frozenset(word.casefold() for word in parameters.allow)

    def problems(self) -> Iterator[str | Complaint]:
        """Say that both sides are needed."""
        for key, given in (("if", self.parameters.if_), ("then", self.parameters.then)):
            if not given or not all(given):
                yield Complaint(f"'{key}' is empty", key)

    def patterns(self) -> Sequence[Pattern]:
        """Return what asks for something."""
        fold = self.parameters.ignore_case
        return [Pattern(self.folded(each), ignore_case=fold) for each in self.parameters.if_]

    def hits(self, matches: Sequence[Match], document: Document, context: Context) -> Iterator[Hit]:
        """Report each thing once that has no companion."""
        reported: set[str] = set()
        for match in matches:
            key = _key(match.groups)
            words = match.span.of(document.text)
            if key in reported or words.casefold() in self._allowed or key in self._allowed:
                continue
            if not self._has_companion(match, key, document):
                yield Hit(match.span, {"found": words})
                if not self.parameters.every:
                    reported.add(key)

    def _has_companion(self, match: Match, key: str, document: Document) -> bool:
        for pattern in self._wanted:
            for found in compiled(pattern).finditer(document.folded):
                other = _key((found.group(), *found.groups()))
                paired = not key or not other or key == other
                if paired and self._well_placed(Span(*found.span()), match.span, document):
                    return True
        return False

    def _well_placed(self, found: Span, asking: Span, document: Document) -> bool:
        """Tell whether a companion, which may hold what asks for it, stands where it must."""
        match self.parameters.where:
            case "before":
                return found.start <= asking.start
            case "after":
                return found.end >= asking.end
            case "paragraph":
                blocks = (each.span for each in document.blocks if each.span.covers(asking))
                return any(block.covers(found) for block in blocks)
            case _:
                return True


def _key(groups: Sequence[str | None]) -> str:
    """Return what the first group holds, by which two matches are paired; empty without groups."""
    return next((each.casefold() for each in groups[1:] if each), "")
