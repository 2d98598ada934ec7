"""Names in which the family name stands first and is the one to keep: "Lim Samnang", then Lim."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import regex

from newslint.annotate.quotes import quotes
from newslint.checks.base import Complaint, DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document
from newslint.finding import Related
from newslint.record import Record
from newslint.regexes import compiled
from newslint.span import Span

#: After a name that stands for its bearer.
_ACTS = (
    r"(?:'s\b|[ ](?:said|says|told|tells|added|adds|wrote|was|is|has|had|will|would|did|left|went|"
    r"came|argued|denied|asked|died|won|lost|and|[a-z]+ed)\b)"
)


class Parameters(Record):
    """The family names, and where the article must be set."""

    families: Annotated[tuple[str, ...], "Family names that stand first."] = ()
    places: Annotated[
        tuple[str, ...], "Words of which the article must have one: Cambodia, Phnom Penh."
    ] = ()


class FamilyNameFirst(DocumentCheck[Parameters]):
    """Report the given name of such a name where it stands alone later on."""

    kind = "family-name-first"
    parameters_type = Parameters
    placeholders = frozenset({"found", "replacement", "name"})
    needs_article = True

    def problems(self) -> Iterator[str | Complaint]:
        """Say that a rule without names or places finds nothing."""
        if not self.parameters.families:
            yield Complaint("needs 'families'", "families")
        if not self.parameters.places:
            yield Complaint("needs 'places'", "places")

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Yield each given name that stands alone, with the family name to write."""
        text = document.folded
        if not any(place in text for place in self.parameters.places):
            return
        layer = document.layer(quotes)
        for full in self._people(text):
            alone = compiled(rf"(?<![A-Z][\w'-]*[ ])\b{full['given']}(?={_ACTS})")
            for match in alone.finditer(text, full.end()):
                if not layer.quoted(span := Span(*match.span())):
                    values = {
                        "found": match.group(),
                        "replacement": full["family"],
                        "name": full.group(),
                    }
                    related = (Related(Span(*full.span()), "named in full here"),)
                    yield Hit(span, values, full["family"], related=related)

    def _people(self, text: str) -> Iterator[regex.Match[str]]:
        """Yield the first full name of each person."""
        names = "|".join(map(regex.escape, self.parameters.families))
        pattern = compiled(
            rf"(?<![A-Z][\w'-]*[ ])\b(?P<family>{names})[ ](?P<given>[A-Z][a-z]{{2,}})\b"
        )
        seen: set[str] = set()
        for match in pattern.finditer(text):
            if match["given"] not in seen:
                seen.add(match["given"])
                yield match
