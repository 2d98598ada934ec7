r"""Find the literals that every match of a pattern must contain.

A pattern is read once, left to right, by a small parser for the part of the `regex` syntax that
rules use. What it does not know (named lists, fuzzy matching, conditionals, verbose mode) makes the
pattern *unindexed*: always searched, never missed.

Literals are *folded*: compared without case, by a map that keeps the length of a text and sends
every letter that `regex` lets match another one without case to the same letter.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from newslint.matching.base import Pattern

#: A set of alternatives longer than this is no longer worth spelling out.
MAX_ALTERNATIVES = 96
#: A literal shorter than this stands in nearly every text.
MIN_LENGTH = 3

# Letters whose case pairs lower() does not join, and the one letter that lower() makes longer.
_ODD = str.maketrans(
    {
        "\u0130": "i",  # capital dotted I
        "\u0131": "i",  # small dotless i
        "\u017f": "s",  # long s
        "\u212a": "k",  # Kelvin sign
        "\u212b": "\u00e5",  # Angstrom sign
        "\u00b5": "\u03bc",  # micro sign
    }
)


def fold(text: str) -> str:
    """Return `text` without case, of the same length."""
    return text.translate(_ODD).lower() if not text.isascii() else text.lower()


class Literals(NamedTuple):
    """What a match must contain: at least one of `words`.

    `offset` is where the literal stands from the start of the match, None where that varies.
    `left` and `right` say that a word border is sure to stand at that end of the literal.
    """

    words: frozenset[str]
    offset: int | None
    left: bool
    right: bool

    @property
    def shortest(self) -> int:
        """Return the length of the shortest literal."""
        return min(map(len, self.words))


class Unindexed(Exception):  # noqa: N818 (no error: the pattern is searched everywhere)
    """Raised by the parser on syntax that it does not analyse."""


def literals_of(pattern: Pattern) -> Literals | None:
    """Return the best literals of a pattern, or None if it must be searched everywhere."""
    if pattern.literal:
        return _of_words(pattern.source)
    try:
        return best(_Parser(pattern.source).parse().candidates())
    except Unindexed:
        return None


def best(candidates: Iterable[Literals]) -> Literals | None:
    """Choose the most selective literals: long ones first, then few ones, then at a known place."""
    usable = [each for each in candidates if each.shortest >= MIN_LENGTH]
    return max(usable, key=_selectivity, default=None)


def _selectivity(literals: Literals) -> tuple[int, bool, int]:
    # Beyond some length a literal is selective enough: then the cheap confirmation counts.
    return (min(literals.shortest, 7), literals.offset is not None, -len(literals.words))


def _of_words(source: str) -> Literals | None:
    parts = [fold(part) for part in source.split()]
    candidates = []
    for number, part in enumerate(parts):
        if not all(map(_foldable, part)):
            return None
        left = part[0].isalnum() if number == 0 else True
        right = part[-1].isalnum() if number == len(parts) - 1 else True
        offset = 0 if number == 0 else None
        candidates.append(Literals(frozenset([part]), offset, left, right))
    return best(candidates)


def _foldable(char: str) -> bool:
    """Tell whether `fold` is sure to join all that matches `char` without case."""
    return char.isascii() or "À" <= char <= "ſ" or char.lower() == char.upper() == char


class _Node(NamedTuple):
    """What is known of the text that a part of a pattern matches.

    `exact` holds all folded texts it can match, if they are few; else `inner` holds literals it
    must contain. `width` is the fixed length, None where it varies. `border` marks a zero-width
    word border.
    """

    exact: frozenset[str] | None
    width: int | None
    inner: tuple[Literals, ...] = ()
    border: bool = False

    def candidates(self) -> tuple[Literals, ...]:
        if self.exact is not None and "" not in self.exact:
            return (*self.inner, Literals(self.exact, 0, left=False, right=False))
        return self.inner


_EMPTY = _Node(frozenset([""]), 0)
_BORDER = _EMPTY._replace(border=True)
_ANY = _Node(None, 1)
_UNKNOWN = _Node(None, None)


def _text(char: str) -> _Node:
    return _Node(frozenset([fold(char)]), 1) if _foldable(char) else _ANY


class _Sequence:
    """Joins the nodes of a sequence, spelling out as much as stays short."""

    def __init__(self) -> None:
        self._found: list[Literals] = []
        self._run: frozenset[str] = frozenset([""])
        self._run_offset: int | None = 0
        self._left = False
        self._border = False
        self._width: int | None = 0
        self._whole = True

    def add(self, node: _Node) -> None:
        if node.border:
            self._border = True
            self._left = self._left or self._run == {""}
            return
        if node.exact is not None and len(self._run) * len(node.exact) <= MAX_ALTERNATIVES:
            self._run = frozenset(head + tail for head in self._run for tail in node.exact)
            self._border = self._border and node.exact == {""}
        else:
            self._flush(node)
        self._advance(node.width)

    def _flush(self, node: _Node) -> None:
        self._close()
        self._whole = False
        self._found += [self._moved(each) for each in node.candidates()]
        after = None if self._width is None or node.width is None else self._width + node.width
        self._run, self._run_offset, self._left = frozenset([""]), after, False
        self._border = False

    def _moved(self, inner: Literals) -> Literals:
        if self._width is None or inner.offset is None:
            return inner._replace(offset=None)
        return inner._replace(offset=self._width + inner.offset)

    def _close(self) -> None:
        if "" not in self._run:
            self._found.append(Literals(self._run, self._run_offset, self._left, self._border))

    def _advance(self, width: int | None) -> None:
        self._width = None if self._width is None or width is None else self._width + width

    def node(self) -> _Node:
        if self._whole and not (self._left or self._border):
            return _Node(self._run, self._width)
        if self._whole and "" in self._run:
            return _Node(self._run, self._width)
        self._close()
        exact = self._run if self._whole else None
        return _Node(exact, self._width, tuple(self._found))


class _Parser:
    """Reads one pattern."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._at = 0

    def parse(self) -> _Node:
        node = self._alternatives()
        if self._at < len(self._source):
            raise Unindexed
        return node

    def _peek(self) -> str:
        return self._source[self._at : self._at + 1]

    def _take(self, text: str) -> bool:
        if self._source.startswith(text, self._at):
            self._at += len(text)
            return True
        return False

    def _alternatives(self) -> _Node:
        branches = [self._sequence()]
        while self._take("|"):
            branches.append(self._sequence())
        return branches[0] if len(branches) == 1 else _either(branches)

    def _sequence(self) -> _Node:
        sequence = _Sequence()
        while self._at < len(self._source) and self._peek() not in "|)":
            sequence.add(self._quantified(self._atom()))
        return sequence.node()

    def _atom(self) -> _Node:
        char = self._source[self._at]
        self._at += 1
        if char == "(":
            return self._group()
        if char == "[":
            return self._set()
        if char == "\\":
            return self._escape()
        if char == ".":
            return _ANY
        if char in "^$":
            return _EMPTY
        if char in "*+?{":
            raise Unindexed
        return _text(char)

    def _group(self) -> _Node:
        for opening in ("?:", "?>", "?i:"):
            if self._take(opening):
                return self._closed()
        for opening in ("?=", "?!", "?<=", "?<!"):
            if self._take(opening):
                border = self._source.startswith(r"\w)", self._at) and "!" in opening
                self._closed()
                return _BORDER if border else _EMPTY
        if self._take("?i)"):
            return _EMPTY
        if self._take("?P<") or self._take("?<"):
            self._at = self._source.index(">", self._at) + 1
            return self._closed()
        if self._peek() in ("?", "*"):
            raise Unindexed
        return self._closed()

    def _closed(self) -> _Node:
        node = self._alternatives()
        if not self._take(")"):
            raise Unindexed
        return node

    def _escape(self) -> _Node:
        char = self._peek()
        self._at += 1
        if not char or char in "XKLNpPxuUgGRhH0123456789":
            return self._rare_escape(char)
        if char in "bmM":
            return _BORDER
        if char in "BAZz":
            return _EMPTY
        if char in "dDwWsSnrtfva":
            return _ANY
        if char.isalpha():
            raise Unindexed
        return _text(char)

    def _rare_escape(self, char: str) -> _Node:
        if char in ("p", "P") and self._take("{"):
            self._at = self._source.index("}", self._at) + 1
            return _ANY
        if char and char in "123456789":  # a reference to a group: any text
            while self._peek().isdigit():
                self._at += 1
            return _UNKNOWN
        raise Unindexed

    def _set(self) -> _Node:
        negated = self._take("^")
        chars: set[str] = set()
        simple = not negated
        first = True
        while first or self._peek() != "]":
            if self._at >= len(self._source):
                raise Unindexed
            first = False
            char = self._peek()
            self._at += 1
            if char == "\\":
                char = self._peek()
                self._at += 1
                if char in "pP" and self._peek() == "{":
                    self._at = self._source.index("}", self._at) + 1
                simple = simple and not char.isalnum()
            elif char == "[" or (char == "-" and self._peek() != "]"):
                simple = False
                if char == "[" and self._peek() == ":":
                    raise Unindexed
            chars.add(char)
        self._at += 1
        if not simple or len(chars) > MAX_ALTERNATIVES or not all(map(_foldable, chars)):
            return _ANY
        return _Node(frozenset(map(fold, chars)), 1)

    def _quantified(self, node: _Node) -> _Node:
        char = self._peek()
        if char not in ("*", "+", "?", "{") or not char:
            return node
        self._at += 1
        least, most = self._counts(char)
        if not self._take("?"):
            self._take("+")
        if self._peek() in ("*", "+", "?", "{") and self._peek():
            raise Unindexed
        return _repeated(node, least, most)

    def _counts(self, char: str) -> tuple[int, int | None]:
        if char != "{":
            return {"*": (0, None), "+": (1, None), "?": (0, 1)}[char]
        end = self._source.find("}", self._at)
        least, comma, most = self._source[self._at : max(end, self._at)].partition(",")
        if end < 0 or not (least or "0").isdigit() or not (most or "0").isdigit():
            raise Unindexed
        if not least and not most:
            raise Unindexed
        self._at = end + 1
        low = int(least or "0")
        return low, (int(most) if most else None) if comma else low


def _either(branches: list[_Node]) -> _Node:
    """Join alternatives: exact if all are, else literals of which each branch has one."""
    widths = {branch.width for branch in branches}
    width = widths.pop() if len(widths) == 1 else None
    exacts = [branch.exact for branch in branches if branch.exact is not None]
    exact = frozenset().union(*exacts) if len(exacts) == len(branches) else None
    if exact is not None and len(exact) > MAX_ALTERNATIVES * 4:
        exact = None
    chosen = [best(branch.candidates()) for branch in branches]
    known = [each for each in chosen if each is not None]
    if len(known) < len(branches):
        return _Node(exact, width)
    words = frozenset().union(*(each.words for each in known))
    offsets = {each.offset for each in known}
    joined = Literals(
        words,
        offsets.pop() if len(offsets) == 1 else None,
        all(each.left for each in known),
        all(each.right for each in known),
    )
    return _Node(exact, width, (joined,))


def _repeated(node: _Node, least: int, most: int | None) -> _Node:
    if node.border or node == _EMPTY:
        return _EMPTY
    if node.exact is not None and most is not None and most <= 4:
        found: set[str] = set()
        power = frozenset([""])
        for count in range(most + 1):
            if count >= least:
                found |= power
            power = frozenset(head + tail for head in power for tail in node.exact)
            if len(power) > MAX_ALTERNATIVES * 4:
                break
        else:
            return _Node(
                frozenset(found), node.width * least if least == most and node.width else None
            )
    width = node.width * least if node.width is not None and least == most else None
    if least == 0:
        return _Node(None, width)
    return _Node(None, width, node.candidates())
