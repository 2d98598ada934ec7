"""How decades and centuries are written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from newslint.annotate.dates import dates
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document
from newslint.record import Record
from newslint.regexes import IGNORECASE, compiled

_DECADE = compiled(r"(?P<mark>')?(?P<figures>\d{2,4})(?P<apostrophe>')?s")
_MODIFIES = compiled(r"\ban?[ ]$", IGNORECASE)
_NOUN_BEHIND = compiled(r"[ -](?!(?:reading|start|high|low|finish|score|total|percent)\b)[a-z]+")
#: A bare "80s" is a decade after these words only: people are in their 80s too.
_OPENS = compiled(r"\b(?:the|early|late|mid|swinging|roaring)[ -]$", IGNORECASE)
_DEGREES = compiled(
    r"\b(?:temperatures?|highs?|lows?|degrees|weather|rain|snow|sunny|cloudy|aged?|mid-)\b",
    IGNORECASE,
)
_OF_AGE = compiled(r"\b(?:his|her|their|my|our|your|its)\b", IGNORECASE)
_BESIDE = 80


class Parameters(Record):
    """The parameters of a decade-form rule."""

    apostrophe_s: Annotated[bool, "Whether the 1980's is right; false wants the 1980s."] = False
    short: Annotated[Literal["apostrophe", "plain", "either"], "The ’80s, the 80s, or either."] = (
        "either"
    )


class DecadeForm(DocumentCheck[Parameters]):
    """Report "the 1980's" and "the 80s" where the house writes "the 1980s" and "the ’80s"."""

    kind = "decade-form"
    parameters_type = Parameters
    placeholders = frozenset({"found", "replacement"})

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Yield each decade in the wrong form, with the right one."""
        text = document.folded
        for each in document.layer(dates).all:
            match = _DECADE.fullmatch(text, *each.span) if each.kind == "decade" else None
            if match is None:
                continue
            if len(match["figures"]) == 2 and not self._is_decade(
                each.span.start, text, match["mark"]
            ):
                continue
            owner = match["apostrophe"] and not self.parameters.apostrophe_s
            if owner and not _OPENS.search(text, max(0, each.span.start - 16), each.span.start):
                continue  # "1976's drought" is the year's own
            found = each.span.of(document.text)
            right = self._right(match["figures"], found)
            if right.replace("’", "'") != match.group():
                yield Hit(each.span, {"found": found, "replacement": right}, right)

    def _is_decade(self, start: int, text: str, mark: str | None) -> bool:
        if mark:
            return True
        around = text[max(0, start - _BESIDE) : start + _BESIDE]
        before = text[max(0, start - 16) : start]
        opened = _OPENS.search(before) or (
            _MODIFIES.search(before) and _NOUN_BEHIND.match(text, start + len("80s"))
        )
        return bool(opened) and not _OF_AGE.search(before) and not _DEGREES.search(around)

    def _right(self, figures: str, found: str) -> str:
        ending = "’s" if self.parameters.apostrophe_s else "s"
        if len(figures) != 2 or self.parameters.short == "plain":
            return figures + ending
        marked = self.parameters.short == "apostrophe" or found[:1] in "'’"
        return f"’{figures}{ending}" if marked else figures + ending
