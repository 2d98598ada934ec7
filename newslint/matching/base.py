"""What every index over patterns takes and gives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from newslint.record import Record
from newslint.regexes import compiled
from newslint.span import Span


class Pattern(Record):
    """One thing to look for.

    `source` is a `regex` (V0) pattern; `literal` says that it is plain words instead, to be found
    between word boundaries, any white space matching one space. `tag` is handed back with each
    match, so that a check knows which of its entries was found.
    """

    source: str
    tag: str = ""
    literal: bool = False
    ignore_case: bool = True


class Match(Record):
    """One place where a pattern was found, in the document's text."""

    span: Span
    text: str
    tag: str
    groups: Sequence[str | None]
    names: Mapping[str, int] = {}

    def group(self, name: str) -> str:
        """Return what the named group held, or an empty string."""
        return self.groups[self.names[name]] or ""

    def expand(self, template: str) -> str:
        r"""Fill `\1` and `\g<name>` in a replacement; group 0 is the whole match."""
        return _REFERENCE.sub(lambda each: self._reference(each[1] or each[2]), template)

    def _reference(self, name: str) -> str:
        index = int(name) if name.isdigit() else self.names[name]
        return self.groups[index] or ""


_REFERENCE = compiled(r"\\(\d)|\\g<(\w+)>")


#: Matches of one owner in one text after which its patterns are searched for in no further piece:
#: nobody reads as many findings, and a rule that matches everything must not take all memory.
MOST = 100_000


def full(found: Mapping[int, Sequence[Match]]) -> frozenset[int]:
    """Return the owners that have matches beyond `MOST`."""
    return frozenset([owner for owner, matches in found.items() if len(matches) > MOST])


class Stopped(Record):
    """A pattern that was stopped, because it tried one piece in too many ways."""

    owner: int
    pattern: Pattern


class Index(Protocol):
    """Finds all matches of all patterns; owners are numbers the caller chose."""

    def find(
        self, text: str, pieces: Sequence[Span], stopped: list[Stopped] | None = None
    ) -> Mapping[int, Sequence[Match]]:
        """Return each owner's matches in the pieces of `text`, in order of position.

        No match crosses the border of a piece, and look-around sees nothing beyond it. A pattern
        that takes too long is stopped and added to `stopped`; without such a list, TimeoutError is
        raised.
        """
        ...


Owned = Iterable[tuple[int, Sequence[Pattern]]]
