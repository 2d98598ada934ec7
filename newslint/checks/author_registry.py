"""Bylines and bios against the house's registry of authors."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated

from newslint.annotate.alike import plain
from newslint.annotate.bios import Bio, bios
from newslint.annotate.dates import article_date
from newslint.annotate.structure import structure
from newslint.annotate.structure_bylines import read_byline
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Author, Context
from newslint.document import Document, Field
from newslint.finding import Severity
from newslint.record import Record
from newslint.regexes import IGNORECASE, compiled
from newslint.span import Span


class Parameters(Record):
    """What of a byline is held against the registry."""

    unknown: Annotated[bool, "Whether a writer who is not in the registry is reported."] = False
    likeness: Annotated[int, "From 0 to 100: names so alike are taken for one person's."] = 85


class AuthorRegistry(DocumentCheck[Parameters]):
    """Report names, roles, contacts, dates and bios that differ from the registry's."""

    kind = "author-registry"
    parameters_type = Parameters
    needs_known = "authors"
    placeholders = frozenset({"found", "other", "name"})

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Compare the bylines, then the bios; silent where there is no registry."""
        if not context.authors:
            return
        known = {
            plain(name): each for each in context.authors for name in (each.name, *each.aliases)
        }
        today = article_date(document, context)
        for name in _bylined(document):
            yield from self._byline(document.text, name, known, today)
        for bio in document.layer(bios):
            yield from self._bio(document.text, bio, known)

    def _byline(
        self, text: str, name: Span, known: dict[str, Author], today: date | None
    ) -> Iterator[Hit]:
        found = name.of(text)
        author = known.get(plain(found))
        if author is not None:
            outside = _outside(author, today)
            if outside:
                yield _hit(name, text, outside, "{found} {other}: the article is not of that time.")
            return
        likest = self._likest(found, known)
        if likest is not None:
            message = (
                "The registry has “{other}”, the article “{found}”: one of them is misspelled."
            )
            yield _hit(name, text, likest.name, message)
        elif self.parameters.unknown:
            yield _hit(name, text, "", "{found} is not in the registry of authors.")

    def _likest(self, found: str, known: dict[str, Author]) -> Author | None:
        from rapidfuzz import fuzz, process

        likest = process.extractOne(
            plain(found), list(known), scorer=fuzz.ratio, score_cutoff=self.parameters.likeness
        )
        return known[likest[0]] if likest else None

    def _bio(self, text: str, bio: Bio, known: dict[str, Author]) -> Iterator[Hit]:
        for name in bio.names:
            author = known.get(plain(name.of(text)))
            likest = None if author else self._likest(name.of(text), known)
            if likest is not None:
                message = (
                    "The registry has “{other}”, the bio “{found}”: one of them is misspelled."
                )
                yield _hit(name, text, likest.name, message)
        people = {author for name in bio.names if (author := known.get(plain(name.of(text))))}
        if len(people) == 1:
            author = people.pop()
            faults = [*_role(text, bio, author), *_contact(text, bio, author)]
            yield from faults
            if not faults:
                yield from _words(text, bio, author)


_ROLE = compiled(
    r"\b(?:is|works as|serves as) (?:currently |now )?(?:an? |the |our )?"
    r"(?P<role>(?:[\p{L}'’-]+ ){0,3}?(?:reporter|correspondent|writer|editor|columnist|critic|"
    r"photographer|producer|editor-in-chief|editor at large|journalist)s?)\b(?!-)",
    IGNORECASE,
)
_EMAIL = compiled(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)*\w")
_HANDLE = compiled(r"(?<![\w.])@(\w+)")


def _bylined(document: Document) -> Iterator[Span]:
    for segment in document.layer(structure).of(Field.BYLINE):
        for name in read_byline(segment.span.of(document.text)).names:
            yield name.shift(segment.span.start)


def _outside(author: Author, today: date | None) -> str:
    """Say when the author wrote for the house, if the article is of another time."""
    if today is None:
        return ""
    if author.from_ is not None and today < author.from_:
        return f"writes for the house from {author.from_.isoformat()} on"
    if author.to is not None and today > author.to:
        return f"wrote for the house until {author.to.isoformat()}"
    return ""


def _role(text: str, bio: Bio, author: Author) -> Iterator[Hit]:
    if not author.role:
        return
    wanted = plain(author.role)
    roles = [Span(*match.span("role")) for match in _ROLE.finditer(text, *bio.span)]
    roles += [value for value in bio.values if _looks_like_role(value.of(text))]
    if roles and not any(wanted in plain(role.of(text)) for role in roles):
        message = "The registry calls the writer “{other}”, the bio “{found}”."
        yield _hit(roles[0], text, author.role, message)


def _looks_like_role(value: str) -> bool:
    return _ROLE.fullmatch(f"is {value}") is not None


def _contact(text: str, bio: Bio, author: Author) -> Iterator[Hit]:
    """Yield an address or handle of the bio that is near the registry's and not the same."""
    message = "The registry has {other}, the bio {found}: readers may write to nobody."
    email, handle = author.contact.email, author.contact.handle.lstrip("@")
    if email:
        for match in _EMAIL.finditer(text, *bio.span):
            if match.group().lower() != email.lower():
                yield _hit(Span(*match.span()), text, email, message)
    if handle:
        for match in _HANDLE.finditer(text, *bio.span):
            if match[1].lower() != handle.lower() and _alike(match[1], handle):
                yield _hit(Span(*match.span()), text, f"@{handle}", message)


def _words(text: str, bio: Bio, author: Author) -> Iterator[Hit]:
    """Yield the first sentence of a bio that the registry's bio of its writer does not have."""
    held = _key(author.bio)
    if not held:
        return
    known = [_key(each) for each in _SENTENCE_END.split(author.bio)]
    for sentence in bio.sentences:
        words = _key(sentence.of(text))
        bare = words.rstrip(".!?")
        if bare in held or _CONTACT.match(sentence.of(text)):
            continue
        message = "The registry's bio of {name} reads “{other}”, the article's “{found}”."
        nearest = max(known, key=lambda each: _likeness(each, words))
        other = author.bio if _likeness(nearest, words) < _NEAR else _as_written(author, nearest)
        values = {"found": _cut(sentence.of(text)), "other": _cut(other), "name": author.name}
        yield Hit(sentence, values, message=message, severity=Severity.SUGGESTION)
        return


_SENTENCE_END = compiled(r"(?<=[.!?]) +")
_CONTACT = compiled(r"(?i)\W*(?:follow|e-?mail|write to|reach|contact|find)\b")
#: From 0 to 100: sentences so alike are two forms of one.
_NEAR = 75
_LONGEST_SHOWN = 90


def _as_written(author: Author, words: str) -> str:
    return next(each for each in _SENTENCE_END.split(author.bio) if _key(each) == words)


def _key(words: str) -> str:
    return " ".join(plain(words.replace("’", "'")).split())


def _cut(words: str) -> str:
    """Return words short enough for a message."""
    words = " ".join(words.split())
    if len(words) <= _LONGEST_SHOWN:
        return words
    return words[:_LONGEST_SHOWN].rsplit(maxsplit=1)[0].rstrip(",;:") + " …"


def _likeness(first: str, second: str) -> float:
    from rapidfuzz import fuzz

    return float(fuzz.ratio(first, second))


def _alike(first: str, second: str) -> bool:
    return _likeness(first.lower(), second.lower()) >= 70


def _hit(span: Span, text: str, other: str, message: str) -> Hit:
    found = span.of(text)
    return Hit(span, {"found": found, "other": other}, message=message)
