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

from newslint.matching.base import Owned, Pattern
from newslint.matching.folding import fold, foldable
from newslint.matching.literals import Analysis, best, literals_of_words
from newslint.matching.nodes import (
    ANY,
    BORDER,
    CLASSES,
    EMPTY,
    MAX_ALTERNATIVES,
    UNKNOWN,
    Node,
    Sequence,
    either,
    either_text,
    escaped,
    repeated,
    text_node,
)
from newslint.regexes import compiled


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
        found = literals_of_words(pattern.source)
        return Analysis(found, "" if found else _relaxed_words(pattern.source))
    try:
        parser = _Parser(pattern.source)
        node = parser.parse()
    except Unindexed:
        return Analysis(None, risky=True)
    found = best(node.candidates())
    return Analysis(found, "" if found else node.relaxed, parser.risky)


def _relaxed_words(source: str) -> str:
    parts = ("".join(text_node(char).relaxed for char in part) for part in source.split())
    return f"[{CLASSES['s']}]+".join(parts)


class _Parser:
    """Reads one pattern."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._at = 0
        self.risky = False

    def parse(self) -> Node:
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

    def _alternatives(self) -> Node:
        words = _WORDS.match(self._source, self._at)
        if words and self._source[words.end() : words.end() + 1] in _CLOSING:
            self._at = words.end()
            return either_text(words.group().split("|"))
        branches = [self._sequence()]
        while self._take("|"):
            branches.append(self._sequence())
        return branches[0] if len(branches) == 1 else either(branches)

    def _sequence(self) -> Node:
        plain = self._plain()
        if plain and self._peek() in _ENDS:
            return text_node(plain)
        sequence = Sequence()
        if plain:
            sequence.add(text_node(plain))
        while self._peek() not in _ENDS:
            sequence.add(self._quantified(self._atom()))
            if plain := self._plain():
                sequence.add(text_node(plain))
        return sequence.node()

    def _plain(self) -> str:
        """Take the characters that stand for themselves here and are not repeated.

        Character by character the analysis of a large rule base takes five times as long.
        """
        start = self._at
        found = _PLAIN.match(self._source, start)
        if found is None:
            return ""
        end = found.end()
        if self._source[end : end + 1] in _QUANTIFIERS:
            end -= 1
        plain = self._source[start:end]
        if not plain.isascii() and not all(map(foldable, plain)):
            return ""
        self._at = end
        return plain

    def _atom(self) -> Node:
        char = self._next()
        if char == "(":
            return self._group()
        if char == "[":
            return self._set()
        if char == "\\":
            return self._escape()
        if char == ".":
            return ANY
        if char in "^$":
            return EMPTY
        if char in _QUANTIFIERS:
            raise Unindexed
        return text_node(char)

    def _group(self) -> Node:
        for opening in ("?:", "?>", "?i:"):
            if self._take(opening):
                return self._closed()
        for opening in ("?=", "?!", "?<=", "?<!"):
            if self._take(opening):
                border = self._source.startswith(r"\w)", self._at) and "!" in opening
                node = self._closed()
                if opening == "?=":
                    return node._replace(ahead=True, border=False)
                return BORDER if border else EMPTY
        if self._take("?i)"):
            return EMPTY
        if self._take("?P<") or self._take("?<"):
            self._skip_to(">")
            return self._closed()
        if self._peek() in ("?", "*"):
            raise Unindexed
        return self._closed()

    def _closed(self) -> Node:
        node = self._alternatives()
        if not self._take(")"):
            raise Unindexed
        return node

    def _escape(self) -> Node:
        char = self._next()
        if char in CLASSES:
            return Node(None, 1, f"[{CLASSES[char]}]")
        if char in "bmM":
            return BORDER
        if char in "BAZz":
            return EMPTY
        if char in "DWSnrtfva":
            return ANY
        if char in "pP":
            return self._property()
        if char in "123456789":  # a reference to a group: any text
            while self._peek().isdigit():
                self._at += 1
            return UNKNOWN
        if char.isalnum():
            raise Unindexed
        return text_node(char)

    def _property(self) -> Node:
        if not self._take("{"):
            raise Unindexed
        self._skip_to("}")
        return ANY

    def _set(self) -> Node:
        negated = self._take("^")
        members: list[str] = []
        while not members or self._peek() != "]":
            members.append(self._member())
        self._at += 1
        if negated or "" in members:
            return ANY
        relaxed = "[" + "".join(members) + "]"
        if all(len(each) == 1 or each.startswith("\\x{") for each in members):
            chars = {each if len(each) == 1 else chr(int(each[3:-1], 16)) for each in members}
            if len(chars) <= MAX_ALTERNATIVES:
                return Node(frozenset(chars), 1, relaxed)
        return Node(None, 1, relaxed)

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
                return CLASSES.get(char, "")
        if self._peek() == "-" and self._source[self._at + 1 : self._at + 2] != "]":
            self._at += 1
            return self._range(char)
        return escaped(fold(char)) if foldable(char) else ""

    def _range(self, low: str) -> str:
        high = self._next()
        if high == "\\" and (high := self._next()).isalnum():
            return ""
        same = any(low in kind and high in kind for kind in _RANGES)
        return f"{low.lower()}-{high.lower()}" if same else ""

    def _quantified(self, node: Node) -> Node:
        char = self._peek()
        if not char or char not in _QUANTIFIERS:
            return node
        self._at += 1
        least, most = self._counts(char)
        if not self._take("?"):
            self._take("+")
        if self._peek() and self._peek() in _QUANTIFIERS:
            raise Unindexed
        self.risky = self.risky or (most is None and node.width is None)
        return repeated(node, least, most)

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


_WORDS = compiled(r"[^\\^$.|?*+()\[{]++(?:\|[^\\^$.|?*+()\[{]++)++")
_CLOSING = frozenset(["", ")"])
_PLAIN = compiled(r"[^\\^$.|?*+()\[{]{1,200}")  # few at a time, lest odd letters be read again
_QUANTIFIERS = frozenset("*+?{")
_ENDS = frozenset(["", "|", ")"])
_RANGES = ("abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "0123456789")
_COUNTS: dict[str, tuple[int, int | None]] = {"*": (0, None), "+": (1, None), "?": (0, 1)}
