"""What is known of the text that a part of a pattern matches, and how parts are joined."""

from __future__ import annotations

from newslint.matching.folding import fold, foldable
from newslint.matching.literals import LEAST_WEIGHT, Literals, best, weight
from newslint.record import Record

#: A set of alternatives longer than this is no longer worth spelling out.
MAX_ALTERNATIVES = 96

ANY_CHAR = "(?s:.)"
CLASSES = {  # wider than what `regex` means by them
    "d": r"\pN",
    "w": r"\pL\pM\pN\pS\p{Pc}",
    "s": r"\x00-\x20\x85\xa0\x{1680}\x{180e}\x{2000}-\x{200f}\x{2028}-\x{202f}\x{205f}\x{3000}",
}


class Node(Record):
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
        """Return the literals that this part must contain, its own texts among them."""
        if self.exact is not None and "" not in self.exact:
            return (*self.inner, Literals(self.exact, 0, left=False, right=False))
        return self.inner


EMPTY = Node(frozenset([""]), 0, "")
BORDER = EMPTY._replace(border=True)
ANY = Node(None, 1, ANY_CHAR)
UNKNOWN = Node(None, None, "(?s:.*)")


def text_node(text: str) -> Node:
    """Return what is known of a character, or of several foldable ones, that stand for itself."""
    if not text.isascii() and not all(map(foldable, text)):
        return ANY
    folded = fold(text)
    return Node(frozenset([folded]), len(folded), escaped(folded))


def escaped(text: str) -> str:
    """Write folded text for RE2."""
    if text.isalnum():
        return text
    return "".join([char if char.isalnum() else f"\\x{{{ord(char):x}}}" for char in text])


class Sequence:
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

    def add(self, node: Node) -> None:
        """Append a part."""
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

    def _look(self, node: Node) -> None:
        """Note the literals that must follow here."""
        exact = node.exact
        if exact is not None and len(self._run) * len(exact) <= MAX_ALTERNATIVES:
            words = frozenset(head + tail for head in self._run for tail in exact)
            if "" not in words:
                self._found.append(Literals(words, self._run_offset, self._left, right=False))
        else:
            self._found += [self._moved(each) for each in node.candidates()]

    def node(self) -> Node:
        """Return what is known of the parts together."""
        relaxed = "".join(self._relaxed)
        self._close()
        return Node(self._run if self._whole else None, self._width, relaxed, tuple(self._found))

    def _flush(self, node: Node) -> None:
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


def either(branches: list[Node]) -> Node:
    """Join alternatives: exact if all are, else literals of which each branch has one."""
    widths = {branch.width for branch in branches}
    width = widths.pop() if len(widths) == 1 else None
    relaxed = "(?:" + "|".join(branch.relaxed for branch in branches) + ")"
    exact = _union([branch.exact for branch in branches])
    chosen = [best(branch.candidates()) for branch in branches]
    known = [each for each in chosen if each is not None]
    if len(known) < len(branches):
        return Node(exact, width, relaxed)
    offsets = {each.offset for each in known}
    joined = Literals(
        frozenset().union(*(each.words for each in known)),
        offsets.pop() if len(offsets) == 1 else None,
        all(each.left for each in known),
        all(each.right for each in known),
    )
    return Node(exact, width, relaxed, (joined,))


def either_text(texts: list[str]) -> Node:
    """Join alternatives that stand for themselves, as `either` joins their nodes."""
    joined = "".join(texts)
    if not joined.isascii() and not all(map(foldable, joined)):
        return either([text_of(each) for each in texts])
    folded = [fold(each) for each in texts]
    words = frozenset(folded)
    widths = set(map(len, folded))
    relaxed = "(?:" + "|".join(map(escaped, folded)) + ")"
    heavy = min(map(weight, words)) >= LEAST_WEIGHT
    return Node(
        words if len(words) <= MAX_ALTERNATIVES * 4 else None,
        widths.pop() if len(widths) == 1 else None,
        relaxed,
        (Literals(words, 0, left=False, right=False),) if heavy else (),
    )


def text_of(text: str) -> Node:
    """Return what is known of characters that stand for themselves, whatever they are."""
    sequence = Sequence()
    for char in text:
        sequence.add(text_node(char))
    return sequence.node()


def _union(exacts: list[frozenset[str] | None]) -> frozenset[str] | None:
    known = [each for each in exacts if each is not None]
    if len(known) < len(exacts):
        return None
    joined: frozenset[str] = frozenset().union(*known)
    return joined if len(joined) <= MAX_ALTERNATIVES * 4 else None


_FEW = 4


def repeated(node: Node, least: int, most: int | None) -> Node:
    """Return what is known of a part that is repeated; `most` is None for any number."""
    if node.border or node.ahead or node == EMPTY:
        return EMPTY
    width = node.width * least if node.width is not None and least == most else None
    relaxed = f"(?:{node.relaxed}){_relaxed_count(least, most)}"
    exact = _spelt_out(node.exact, least, most)
    inner = node.candidates() if least and exact is None else ()
    return Node(exact, width, relaxed, inner)


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
