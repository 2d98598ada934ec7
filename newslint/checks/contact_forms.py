"""Addresses that reach nobody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.checks.base import Hit, PatternCheck
from newslint.context import Context
from newslint.document import Document
from newslint.matching import Match, Pattern
from newslint.record import Record


class Parameters(Record):
    """The check needs none."""


_ENDING = r"(?:com|org|net|edu|gov|info|co\.uk|news|press)"
_EMAIL = "the e-mail address is broken"
_HANDLE = "the handle is broken"
_LINK = "the web address is broken"
_NAME = r"[\w-]+(?:\.[\w-]+)*"
_PATTERNS = (
    (rf"[\w.+-]+(?: @ ?|@ )[\w-]+\.{_ENDING}\b", _EMAIL),  # a space at the sign
    (r"(?<![\w.@/])[\w.+-]+@(?:[\w-]+)(?![\w@-]|\.\w)", _EMAIL),  # nothing after the house
    (rf"[\w.+-]+@[\w-]+(?:[,;] ?| ){_ENDING}\b", _EMAIL),  # a comma or space for the dot
    (rf"[\w.+-]+@@{_NAME}", _EMAIL),
    # Spelled out to hide it from machines: readers cannot write to it as it stands.
    (
        r"[\w.+-]+ ?[(\[](?:at|AT)[)\]] ?[\w-]+(?: ?[(\[](?:dot|DOT)[)\]] ?[\w-]+|\.[\w-]+)+",
        _EMAIL,
    ),
    (rf"[\w+-]+\.{{2,}}[\w.+-]*@{_NAME}|[\w.+-]+@[\w-]*\.{{2,}}{_NAME}", _EMAIL),
    (r"[\w.+-]+@[\w.-]+\.(?:con|cmo|ocm|vom|cim|comm|ogr|orgg|nett|ner)\b", _EMAIL),
    (r"(?<![\w.@])@ \w{3,}", _HANDLE),  # a space behind the sign
    (r"(?<![\w.@/])@@\w+", _HANDLE),
    (r"(?<=[Tt]witter(?: at|:| is)? )@\w*(?:-\w+)+", _HANDLE),  # no hyphens in these
    (r"(?<=[Tt]witter(?: at|:| is)? )@\w{16,}", _HANDLE),  # fifteen characters at most
    (rf"\bhtt?ps?(?::/(?!/)|//|;//|:(?![/\d])(?=\w)| ://|:// ){_NAME}", _LINK),
    (rf"\b(?:htp|htttp|htpp|hhttp|htt)s?:?//{_NAME}", _LINK),
    (rf"\bwww(?:[,;:] ?|\. |\.\.|(?=[a-z]{{4,}}\.{_ENDING})){_NAME}(?:\. [\w-]+)*", _LINK),
    (rf"\b(?:ww|wwww)\.{_NAME}\.{_ENDING}\b", _LINK),
    (rf"\b(?:https?://|www\.){_NAME}(?:, ?|\. ){_ENDING}\b", _LINK),
    (r"\bwww\.[\w-]+\.(?:con|cmo|ocm|vom|comm|ogr|orgg|nett)\b", _LINK),
    (r"\bwww\.[\w-]+(?![\w-]|\.\w)", _LINK),  # nothing after the name
)


class ContactForms(PatternCheck[Parameters]):
    """Report addresses, handles and links that cannot be right."""

    kind = "contact-forms"
    parameters_type = Parameters
    placeholders = frozenset({"found", "fault"})

    def patterns(self) -> Sequence[Pattern]:
        """Return the broken forms; a match's tag says what is broken."""
        return [Pattern(source, fault, ignore_case=False) for source, fault in _PATTERNS]

    def hits(self, matches: Sequence[Match], document: Document, context: Context) -> Iterator[Hit]:
        """Report each place once."""
        end = -1
        for match in sorted(matches, key=lambda each: (each.span.start, -each.span.end)):
            if match.span.start < end:
                continue
            end = match.span.end
            yield Hit(match.span, {"found": match.span.of(document.text), "fault": match.tag})
