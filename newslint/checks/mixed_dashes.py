"""Dashes of several kinds for one purpose."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

from newslint.annotate.quotes import quotes
from newslint.annotate.structure import structure
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document, Field
from newslint.finding import Related
from newslint.record import Record
from newslint.regexes import compiled
from newslint.span import Span

if TYPE_CHECKING:
    import regex


class Parameters(Record):
    """When a kind of dash stands out."""

    fewest: Annotated[int, "How often the article's own dash must stand in it."] = 3
    most: Annotated[int, "How often the other may stand in it and still be a slip."] = 2


class MixedDashes(DocumentCheck[Parameters]):
    """Report the dashes that differ from those the article mostly uses."""

    kind = "mixed-dashes"
    parameters_type = Parameters
    placeholders = frozenset({"found", "replacement", "name", "usual"})
    needs_article = True

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Count the forms in the story's own words and report the rare ones."""
        forms: dict[str, list[Span]] = {}
        quoted = document.layer(quotes)
        for segment in document.layer(structure).of(Field.BODY):
            for match in _DASH.finditer(document.text, *segment.span):
                span = Span(*match.span("dash"))
                if not quoted.quoted(span):
                    forms.setdefault(_form(match), []).append(span)
        if len(forms) < 2:
            return
        usual = max(forms, key=lambda form: len(forms[form]))
        if len(forms[usual]) < self.parameters.fewest:
            return
        for form, spans in forms.items():
            if form == usual or len(spans) > self.parameters.most:
                continue
            for span in spans:
                values = {
                    "found": span.of(document.text),
                    "replacement": _SIGNS[usual],
                    "name": _NAMES[form],
                    "usual": _NAMES[usual],
                }
                yield Hit(span, values, related=(Related(forms[usual][0], "the usual dash"),))


# A dash between words of a sentence, not between figures, at the head of a line or in a list.
_DASH = compiled(
    r"(?<=[\p{L}”’,)%] ?)(?:(?<= )(?P<dash>--?|–|—)(?= \p{L})|(?<! )(?P<dash>—|--|–)(?=[\p{L}“‘]))",
)
_SIGNS = {
    "hyphen": "-", "double": "--", "en": "–", "em": "—", "closed em": "—", "closed double": "--",
    "closed en": "–",
}  # fmt: skip
_NAMES = {
    "hyphen": "a hyphen between spaces",
    "double": "two hyphens between spaces",
    "en": "an en dash between spaces",
    "em": "an em dash between spaces",
    "closed em": "an em dash without spaces",
    "closed double": "two hyphens without spaces",
    "closed en": "an en dash without spaces",
}
_BY_SIGN = {"-": "hyphen", "--": "double", "–": "en", "—": "em"}


def _form(match: regex.Match[str]) -> str:
    form = _BY_SIGN[match["dash"]]
    spaced = match.string[match.end("dash") : match.end("dash") + 1].isspace()
    return form if spaced else f"closed {form}"
