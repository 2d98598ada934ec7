"""Word lists that annotators read: constant data of the package, in `rules/lexicon/`.

The one place below `store` that opens files. The lists belong to the installation like code does:
they are read once, when first needed, and never change during a run. What a house may change is a
parameter of a rule instead.
"""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path


@cache
def rules_folder() -> Path:
    """Return the folder of the rules and lists that come with newslint."""
    package = Path(__file__).resolve().parent
    inside = package / "rules"
    return inside if inside.is_dir() else package.parent / "rules"


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of `rules/lexicon/<name>.csv`, comments and blank lines left out.

    The lists hold no quoted cells and no space beside a comma: a comma always parts two cells.
    """
    return tuple([tuple(line.split(",")) for line in _lines(name)])


@cache
def words(name: str) -> frozenset[str]:
    """Return the first cells of a list as a set."""
    return frozenset([line if "," not in line else line.partition(",")[0] for line in _lines(name)])


@cache
def plain_words(name: str) -> frozenset[str]:
    """Return the rows of a list that have one cell only, as a set."""
    return frozenset([line for line in _lines(name) if "," not in line])


@cache
def listed(name: str) -> SortedWords:
    """Return a long list of one cell a row, in the order of its code points, to look words up."""
    return SortedWords(_text(name))


def english_words() -> SortedWords:
    """Return the words of English, in lower case; no name is among them unless it is a word too."""
    return listed("english-words")


class SortedWords:
    """The words of a long list, of which a run over one article asks for few.

    The lines are in the order of their code points. Those that begin with the same two letters are
    made a set when one of them is first asked for: a set of all took a tenth of a start.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._blocks: dict[str, frozenset[str]] = {}

    def __contains__(self, word: str) -> bool:
        head = word[:2]
        block = self._blocks.get(head)
        if block is None:
            block = self._blocks[head] = self._block(head)
        return word in block

    def _block(self, head: str) -> frozenset[str]:
        after = head + (chr(sys.maxunicode) if len(head) > 1 else "\0")
        start = self._first(head)
        return frozenset(self._text[start : self._first(after, start)].split("\n")) - {""}

    def _first(self, word: str, low: int = 0) -> int:
        """Return where the first line stands that does not come before a word."""
        text, high = self._text, len(self._text)
        while low < high:
            start = text.rfind("\n", low, (low + high) // 2) + 1 or low
            end = text.find("\n", start)
            end = len(text) if end < 0 else end
            if text[start:end] < word:
                low = min(end + 1, high)
            else:
                high = start
        return low


def _lines(name: str) -> list[str]:
    return [line for line in _text(name).splitlines() if line and line[0] != "#"]


def _text(name: str) -> str:
    return (rules_folder() / "lexicon" / f"{name}.csv").read_text(encoding="utf-8")
