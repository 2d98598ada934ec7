"""Bios of one author that say different things in different articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from newslint.annotate.alike import plain
from newslint.annotate.bios import Bio, bios
from newslint.document import Document
from newslint.record import Record
from newslint.span import LineIndex, Span


class Printed(Record):
    """A bio as one article printed it: `line` counts from 1 in the file."""

    path: str
    item: str
    line: int
    name: str
    words: str

    @property
    def where(self) -> str:
        """Name the place."""
        item = f" ({self.item})" if self.item else ""
        return f"{self.path}:{self.line}{item}"


class Disagreement(Record):
    """A bio that differs from the one that most articles print of the same author."""

    odd: Printed
    usual: Printed


def printed(path: str, document: Document) -> Iterator[Printed]:
    """Yield the bios of one person each that an article prints."""
    lines = LineIndex(document.source)
    for bio in document.layer(bios):
        people = {plain(name.of(document.text)) for name in bio.names}
        if len(people) != 1:
            continue  # a bio of several people, or of nobody who is named
        start = document.offsets.source(Span(bio.span.start, bio.span.start + 1)).start
        name = bio.names[0].of(document.text)
        line = lines.position(start).line
        yield Printed(path, document.item, line, name, _words(document.text, bio))


def disagreements(found: Iterable[Printed]) -> list[Disagreement]:
    """Compare the bios of each author; white space, capitals and stops make no difference."""
    by_author: dict[str, list[Printed]] = {}
    for each in found:
        by_author.setdefault(plain(each.name), []).append(each)
    pairs = []
    for name in sorted(by_author):
        forms = Counter(_key(each.words) for each in by_author[name])
        first = {_key(each.words): each for each in reversed(by_author[name])}
        usual = max(forms, key=lambda form: (forms[form], -by_author[name].index(first[form])))
        pairs += [Disagreement(first[form], first[usual]) for form in first if form != usual]
    return sorted(pairs, key=lambda pair: (pair.odd.path, pair.odd.line))


def _words(text: str, bio: Bio) -> str:
    said = [span.of(text) for span in (*bio.sentences, *bio.values)]
    return " ".join(" ".join(said).split())


def _key(words: str) -> str:
    return " ".join("".join(char if char.isalnum() else " " for char in words.casefold()).split())
