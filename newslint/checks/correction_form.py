"""The form of a correction note by house."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from newslint.annotate.dates import dates
from newslint.annotate.structure import structure
from newslint.annotate.words import first_word
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document, Field
from newslint.record import Record
from newslint.regexes import IGNORECASE, compiled


class Parameters(Record):
    """What a correction note must say, and the words that show that it does."""

    wrong: Annotated[tuple[str, ...], "Words that say what was wrong; none asks for nothing."] = ()
    right: Annotated[tuple[str, ...], "Words that say what is right; none asks for nothing."] = ()
    date: Annotated[bool, "Whether the note must bear its date."] = True


class CorrectionForm(DocumentCheck[Parameters]):
    """Report a correction note that leaves out what was wrong, what is right, or when."""

    kind = "correction-form"
    parameters_type = Parameters
    placeholders = frozenset({"missing"})

    def __init__(self, parameters: Parameters) -> None:
        super().__init__(parameters)
        self._asked = [
            (what, compiled(rf"\b(?:{'|'.join(words)})\b", IGNORECASE))
            for what, words in (
                ("what was wrong", parameters.wrong),
                ("what is right", parameters.right),
            )
            if words
        ]

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Read each note, its paragraphs taken together."""
        notes = document.layer(structure).of(Field.CORRECTION)
        if not notes:
            return
        whole = " ".join(note.span.of(document.text) for note in notes)
        if _UPDATE.match(whole) or whole.count(" ") < _SHORTEST:
            return  # something was added, or the note itself stands elsewhere
        missing = [what for what, pattern in self._asked if not pattern.search(whole)]
        found = document.layer(dates)
        if self.parameters.date and not any(
            each.kind in ("day", "figures") for note in notes for each in found.within(note.span)
        ):
            missing.append("its date")
        if missing:
            span = first_word(document.text, notes[0].span)
            yield Hit(span, {"missing": _joined(missing)}, absent=True)


_SHORTEST = 3
_UPDATE = compiled(r"\W*(?:this \w+ (?:has been|was) updated|updated?\b)", IGNORECASE)


def _joined(words: list[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
