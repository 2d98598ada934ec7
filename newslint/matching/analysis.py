r"""Read a pattern without running it: which literals must a match contain, and where.

A pattern is read once, left to right, by a small parser for the part of the `regex` syntax that
rules use. What it does not know (named lists, fuzzy matching, conditionals, verbose mode) makes the
pattern *unindexed*: always searched, never missed.

Beside the literals it writes a *relaxed* pattern in RE2's syntax, for the patterns that have none:
wherever the pattern matches, the relaxed one is found in the folded text. Borders and look-around
are left out, classes widened.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from newslint.matching.base import Owned, Pattern
from newslint.matching.folding import fold, foldable
from newslint.matching.literals import Analysis, Literals, best, literals_of_words

#: A set of alternatives longer than this is no longer worth spelling out.
MAX_ALTERNATIVES = 96

_ANY_CHAR = "(?s:.)"
_CLASSES = {  # wider than what `regex` means by them
    "d": r"\pN",
    "w": r"\pL\pM\pN\pS\p{Pc}",
    "s": r"\x00-\x20\x85\xa0\x{1680}\x{180e}\x{2000}-\x{200f}\x{2028}-\x{202f}\x{205f}\x{3000}",
}


class Unindexed(Exception):  # noqa: N818 (no error: the pattern is searched everywhere)
    """Raised on syntax that the parser does not analyse."""


#: An owner's pattern and what is known of it.
Analysed = tuple[int, Pattern, Analysis]


def analysed(owned: Owned) -> Iterator[Analysed]:
    """Analyse the patterns of every owner."""
    for owner, patterns in owned:
        for pattern in patterns:
            yield owner, pattern, analyse(pattern)


def analyse(pattern: Pattern) -> Analysis:
    """Return what a match of the pattern must contain."""
    if pattern.literal:
        return Analysis(literals_of_words(pattern.source), _relaxed_words(pattern.source))
    try:
        node = _Parser(pattern.source).parse()
    except Unindexed:
        return Analysis(None)
    return Analysis(best(node.candidates()), node.relaxed)


def _relaxed_words(source: str) -> str:
    parts = ("".join(_text(char).relaxed for char in part) for part in source.split())
    return f"[{_CLASSES['s']}]+".join(parts)


class _Node(NamedTuple):
    """What is known of the text that a part of a pattern matches.

    `exact` holds all folded texts it can match, if they are few; else `inner` holds literals it
    must contain. `width` is the fixed length, None where it varies. `border` marks a zero-width
    word border, `ahead` text that must follow without being part of the match.
    """

    exact: frozenset[str] | None
    width: int | None
    relaxed: str
    inner: tuple[Literals, ...] = ()
    border: bool = False
    ahead: bool = False

    def candidates(self) -> tuple[Literals, ...]:
        if self.exact is not None and "" not in self.exact:
            return (*self.inner, Literals(self.exact, 0, left=False, right=False))
        return self.inner


_EMPTY = _Node(frozenset([""]), 0, "")
_BORDER = _EMPTY._replace(border=True)
_ANY = _Node(None, 1, _ANY_CHAR)
_UNKNOWN = _Node(None, None, "(?s:.*)")


def _text(char: str) -> _Node:
    if not foldable(char):
        return _ANY
    folded = fold(char)
    return _Node(frozenset([folded]), 1, _escaped(folded))


def _escaped(char: str) -> str:
    return char if char.isalnum() else f"\\x{{{ord(char):x}}}"


class _Sequence:
    """Joins the nodes of a sequence, spelling out as much as stays short."""

    def __init__(self) -> None:
        self._found: list[Literals] = []
        self._relaxed: list[str] = []
        self._run: frozenset[str] = frozenset([""])
        self._run_offset: int | None = 0
        self._left = False
        self._border = False
        self._width: int | None = 0
        self._whole = True

    def add(self, node: _Node) -> None:
        if node.ahead:
            self._look(node)
            return
        self._relaxed.append(node.relaxed)
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

    def _look(self, node: _Node) -> None:
        """Note the literals that must follow here."""
        exact = node.exact
        if exact is not None and len(self._run) * len(exact) <= MAX_ALTERNATIVES:
            words = frozenset(head + tail for head in self._run for tail in exact)
            if "" not in words:
                self._found.append(Literals(words, self._run_offset, self._left, right=False))
        else:
            self._found += [self._moved(each) for each in node.candidates()]

    def node(self) -> _Node:
        relaxed = "".join(self._relaxed)
        self._close()
        return _Node(self._run if self._whole else None, self._width, relaxed, tuple(self._found))

    def _flush(self, node: _Node) -> None:
        self._close()
        self._whole = False
        self._found += [self._moved(each) for each in node.candidates()]
        after = None if self._width is None or node.width is None else self._width + node.width
        self._run, self._run_offset = frozenset([""]), after
        self._left = self._border = False

    def _moved(self, inner: Literals) -> Literals:
        if self._width is None or inner.offset is None:
            return inner._replace(offset=None)
        return inner._replace(offset=self._width + inner.offset)

    def _close(self) -> None:
        if "" not in self._run:
            self._found.append(Literals(self._run, self._run_offset, self._left, self._border))

    def _advance(self, width: int | None) -> None:
        self._width = None if self._width is None or width is None else self._width + width


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

    def _next(self) -> str:
        char = self._peek()
        if not char:
            raise Unindexed
        self._at += 1
        return char

    def _take(self, text: str) -> bool:
        if self._source.startswith(text, self._at):
            self._at += len(text)
            return True
        return False

    def _skip_to(self, end: str) -> None:
        at = self._source.find(end, self._at)
        if at < 0:
            raise Unindexed
        self._at = at + 1

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
        char = self._next()
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
                node = self._closed()
                if opening == "?=":
                    return node._replace(ahead=True, border=False)
                return _BORDER if border else _EMPTY
        if self._take("?i)"):
            return _EMPTY
        if self._take("?P<") or self._take("?<"):
            self._skip_to(">")
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
        char = self._next()
        if char in _CLASSES:
            return _Node(None, 1, f"[{_CLASSES[char]}]")
        if char in "bmM":
            return _BORDER
        if char in "BAZz":
            return _EMPTY
        if char in "DWSnrtfva":
            return _ANY
        if char in "pP":
            return self._property()
        if char in "123456789":  # a reference to a group: any text
            while self._peek().isdigit():
                self._at += 1
            return _UNKNOWN
        if char.isalnum():
            raise Unindexed
        return _text(char)

    def _property(self) -> _Node:
        if not self._take("{"):
            raise Unindexed
        self._skip_to("}")
        return _ANY

    def _set(self) -> _Node:
        negated = self._take("^")
        members: list[str] = []
        while not members or self._peek() != "]":
            members.append(self._member())
        self._at += 1
        if negated or "" in members:
            return _ANY
        relaxed = "[" + "".join(members) + "]"
        if all(len(each) == 1 or each.startswith("\\x{") for each in members):
            chars = {each if len(each) == 1 else chr(int(each[3:-1], 16)) for each in members}
            if len(chars) <= MAX_ALTERNATIVES:
                return _Node(frozenset(chars), 1, relaxed)
        return _Node(None, 1, relaxed)

    def _member(self) -> str:
        """Read a member of a set; return its relaxed form, empty for any character."""
        char = self._next()
        if char == "[":
            if self._peek() == ":":
                raise Unindexed
        elif char == "\\":
            char = self._next()
            if char in "pP":
                self._property()
                return ""
            if char.isalnum():
                return _CLASSES.get(char, "")
        if self._peek() == "-" and self._source[self._at + 1 : self._at + 2] != "]":
            self._at += 1
            return self._range(char)
        return _escaped(fold(char)) if foldable(char) else ""

    def _range(self, low: str) -> str:
        high = self._next()
        if high == "\\" and (high := self._next()).isalnum():
            return ""
        same = any(low in kind and high in kind for kind in _RANGES)
        return f"{low.lower()}-{high.lower()}" if same else ""

    def _quantified(self, node: _Node) -> _Node:
        char = self._peek()
        if not char or char not in "*+?{":
            return node
        self._at += 1
        least, most = self._counts(char)
        if not self._take("?"):
            self._take("+")
        if self._peek() and self._peek() in "*+?{":
            raise Unindexed
        return _repeated(node, least, most)

    def _counts(self, char: str) -> tuple[int, int | None]:
        if char != "{":
            return _COUNTS[char]
        end = self._source.find("}", self._at)
        least, comma, most = self._source[self._at : max(end, self._at)].partition(",")
        given = [each for each in (least, most) if each]
        if end < 0 or not given or not all(each.isdigit() for each in given):
            raise Unindexed
        self._at = end + 1
        low = int(least or "0")
        return low, (int(most) if most else None) if comma else low


_RANGES = ("abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "0123456789")
_COUNTS: dict[str, tuple[int, int | None]] = {"*": (0, None), "+": (1, None), "?": (0, 1)}


def _either(branches: list[_Node]) -> _Node:
    """Join alternatives: exact if all are, else literals of which each branch has one."""
    widths = {branch.width for branch in branches}
    width = widths.pop() if len(widths) == 1 else None
    relaxed = "(?:" + "|".join(branch.relaxed for branch in branches) + ")"
    exact = _union([branch.exact for branch in branches])
    chosen = [best(branch.candidates()) for branch in branches]
    known = [each for each in chosen if each is not None]
    if len(known) < len(branches):
        return _Node(exact, width, relaxed)
    offsets = {each.offset for each in known}
    joined = Literals(
        frozenset().union(*(each.words for each in known)),
        offsets.pop() if len(offsets) == 1 else None,
        all(each.left for each in known),
        all(each.right for each in known),
    )
    return _Node(exact, width, relaxed, (joined,))


def _union(exacts: list[frozenset[str] | None]) -> frozenset[str] | None:
    known = [each for each in exacts if each is not None]
    if len(known) < len(exacts):
        return None
    joined: frozenset[str] = frozenset().union(*known)
    return joined if len(joined) <= MAX_ALTERNATIVES * 4 else None


_FEW = 4


def _repeated(node: _Node, least: int, most: int | None) -> _Node:
    if node.border or node.ahead or node == _EMPTY:
        return _EMPTY
    width = node.width * least if node.width is not None and least == most else None
    relaxed = f"(?:{node.relaxed}){_relaxed_count(least, most)}"
    exact = _spelt_out(node.exact, least, most)
    inner = node.candidates() if least and exact is None else ()
    return _Node(exact, width, relaxed, inner)


def _relaxed_count(least: int, most: int | None) -> str:
    if most is not None and most <= _FEW:
        return f"{{{least},{most}}}"
    return "+" if least else "*"


def _spelt_out(exact: frozenset[str] | None, least: int, most: int | None) -> frozenset[str] | None:
    """Return all texts of a repeated part, None if they are many."""
    if exact is None or most is None or most > _FEW:
        return None
    found: set[str] = set()
    power = frozenset([""])
    for count in range(most + 1):
        if count >= least:
            found |= power
        power = frozenset(head + tail for head in power for tail in exact)
        if len(power) > MAX_ALTERNATIVES * 4:
            return None
    return frozenset(found)
