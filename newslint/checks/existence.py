"""Words that should not be there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated

from newslint.annotate.capitals import bears_capital
from newslint.checks.base import Complaint, Hit, PatternCheck
from newslint.context import Context
from newslint.document import Document
from newslint.matching import Match, Pattern
from newslint.record import Record
from newslint.schema import Regex


class Parameters(Record):
    """The parameters of an existence rule."""

    words: Annotated[tuple[str, ...], "Words or phrases, found whole."] = ()
    patterns: Annotated[tuple[Regex, ...], "Regular expressions."] = ()
    notes: Annotated[
        Mapping[str, str], "Word or pattern -> a note that fills {note} in the message."
    ] = {}
    ignore_case: Annotated[bool, "Whether capitals make no difference."] = True
    names: Annotated[
        bool, "Whether words with a capital inside a sentence are judged; they are often names."
    ] = True
    delete: Annotated[bool, "Whether the fix is to delete what was found."] = False


class Existence(PatternCheck[Parameters]):
    """Report every place where one of the words or patterns stands."""

    kind = "existence"
    parameters_type = Parameters
    placeholders = frozenset({"found", "note"})

    def problems(self) -> Iterator[str | Complaint]:
        """Say that a rule without words or patterns finds nothing."""
        if not self.parameters.words and not self.parameters.patterns:
            yield "needs 'words', 'patterns' or 'list'"
        for key in ("words", "patterns"):
            if not all(each.strip() for each in getattr(self.parameters, key)):
                yield Complaint("an empty entry", key, "")

    def patterns(self) -> Sequence[Pattern]:
        """Return the words and patterns; each match's tag is the number of its entry."""
        words, fold = len(self.parameters.words), self.parameters.ignore_case
        return [
            Pattern(self.folded(source), str(number), number < words, fold)
            for number, source in enumerate(self._entries())
        ]

    def hits(self, matches: Sequence[Match], document: Document, context: Context) -> Iterator[Hit]:
        """Report every match."""
        replacement = "" if self.parameters.delete else None
        entries = self._entries()
        for match in matches:
            if not self.parameters.names and bears_capital(match.span, document):
                continue
            note = self.parameters.notes.get(entries[int(match.tag)], "")
            values = {"found": match.span.of(document.text), "note": note}
            yield Hit(match.span, values, replacement)

    def _entries(self) -> list[str]:
        return [*self.parameters.words, *self.parameters.patterns]
