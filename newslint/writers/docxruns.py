"""The runs of a Word document's part, and how to cut one in two at a character."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from newslint.readers.docxparts import Part
from newslint.readers.markup import Element
from newslint.record import Record
from newslint.span import Span
from newslint.writers.package import Splice

_PRESERVE = ' xml:space="preserve"'
_SHOWN = frozenset(("t", "tab", "br", "cr", "nobreakhyphen", "sym", "ptab", "drawing", "pict"))


class Cut(Record):
    """A place between two runs, made by closing one and opening another of the same look.

    `before` ends what stands in front, `after` begins what follows; both are empty where there is
    a border of runs already. `mark` is a text element that must say that its spaces count.
    """

    at: int
    before: str = ""
    after: str = ""
    mark: Element | None = None


class Runs:
    """Finds the run that a place of the XML stands in."""

    def __init__(self, part: Part) -> None:
        self._text = part.text
        self.prefix = f"{part.root.prefix}:" if part.root.prefix else ""
        self._runs = [each for each in part.root.walk() if _is_run(each, part.root.prefix)]
        self._starts = [run.tag.start for run in self._runs]

    def at(self, offset: int) -> Element:
        """Return the run that `offset` stands in."""
        return self._runs[bisect_right(self._starts, offset) - 1]

    def text_of(self, span: Span) -> str:
        """Return a stretch of the XML."""
        return span.of(self._text)

    def look(self, run: Element) -> str:
        """Return the XML of a run's properties."""
        properties = run.first("rpr")
        if properties is None:
            return ""
        return self._text[properties.tag.start : self.close(properties)]

    def close(self, element: Element) -> int:
        """Return where an element's end tag ends."""
        if not self._text.startswith("</", element.end):
            return element.end
        return self._text.index(">", element.end) + 1

    def open(self, run: Element) -> str:
        """Return the start of a run of the same look."""
        return f"<{self.prefix}r>{self.look(run)}"

    def cut(self, offset: int) -> Cut:
        """Find a border of runs at `offset`, or make one."""
        run = self.at(offset)
        shown = [each for each in run.elements if each.name in _SHOWN]
        for each in shown:
            if offset <= (each.tag.end if each.name == "t" else each.tag.start):
                if each is shown[0]:
                    return Cut(run.tag.start)
                return Cut(each.tag.start, f"</{self.prefix}r>", self.open(run))
            if each.name == "t" and offset < each.end:
                opened = f"{self.open(run)}<{self.prefix}t{_PRESERVE}>"
                return Cut(offset, f"</{self.prefix}t></{self.prefix}r>", opened, each)
        return Cut(self.close(run))

    def preserve(self, element: Element) -> Iterator[Splice]:
        """Let a text element keep the spaces at its ends."""
        tag = element.tag.of(self._text)
        if "xml:space" not in tag:
            at = element.tag.start + len(f"<{self.prefix}t")
            yield Splice(at, at, _PRESERVE)


def _is_run(element: Element, prefix: str) -> bool:
    return element.name == "r" and element.prefix == prefix
