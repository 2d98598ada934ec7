"""Quotation marks joined: from marks to stretches of quoted text, over paragraphs and nested."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from newslint.annotate.quote_marks import Family, Mark, Role, marks
from newslint.record import Record
from newslint.span import Span

# A quotation inside one with the same marks is a few words; more are a quotation of their own.
_OWN_WORDS = 4
_STRAYS = 20  # marks without a partner that are noted in one block
_DEEPEST = 8  # quotations open at once; more show that their ends are missing


class Pair(Record):
    """A quotation by its marks: `parts` as in `Quotation`; `closing` is None if it never closes."""

    opening: Mark
    closing: Mark | None
    parts: tuple[Span, ...]
    depth: int = 0

    @property
    def span(self) -> Span:
        """Return the quotation's place, marks included."""
        end = self.closing.end if self.closing else self.parts[-1].end
        return Span(self.opening.start, end)


class _Open:
    """A quotation that is open at the place the reading has come to."""

    __slots__ = ("inner", "maybe", "opening", "parts", "start")

    def __init__(self, opening: Mark, inner: int) -> None:
        self.opening = opening
        self.inner = inner  # the number of the first pair that may stand inside
        self.start = opening.end
        self.parts: list[Span] = []
        self.maybe: Mark | None = None  # an apostrophe that closes it if nothing better does

    def closed(self, closing: Mark) -> Pair:
        return Pair(self.opening, closing, (*self.parts, Span(self.start, closing.start)))

    def unclosed(self, end: int) -> Pair:
        return Pair(self.opening, None, (*self.parts, Span(self.start, end)))

    def gave_out(self) -> Pair:
        return Pair(self.opening, None, tuple(self.parts))


class Pairs(Record):
    """All quotations, sorted, and the double marks that close nothing."""

    pairs: tuple[Pair, ...]
    strays: tuple[Mark, ...]


def pair_marks(text: str, blocks: Iterable[Span], masked: Sequence[Span] = ()) -> Pairs:
    """Join the marks of a text, block by block, in time linear in their number."""
    reader = _Reader(text)
    hidden = sorted(masked)
    for block in blocks:
        found = marks(text, block.start, block.end)
        reader.read(block, _certain(_visible(found, hidden) if hidden else found))
    reader.finish()
    return Pairs(tuple(_nested(reader.pairs)), tuple(reader.strays))


def _visible(found: Iterable[Mark], hidden: Sequence[Span]) -> Iterator[Mark]:
    for mark in found:
        index = bisect_right(hidden, (mark.start, mark.end)) - 1
        if index < 0 or hidden[index].end <= mark.start:
            yield mark


def _certain(found: Iterator[Mark]) -> Iterator[Mark]:
    """Drop the marks behind figures that the next mark of their family shows to be inches."""
    held: Mark | None = None
    waiting: list[Mark] = []
    for mark in found:
        if held is not None and mark.family is not held.family:
            waiting.append(mark)
            continue
        if held is not None:
            if mark.role not in (Role.CLOSE, Role.INCH):
                yield held
            yield from waiting
            held, waiting = None, []
        if mark.role is Role.INCH:
            held = mark
        else:
            yield mark
    if held is not None:
        yield held
        yield from waiting


class _Reader:
    """Reads blocks in order; holds the quotation that runs on from the block before."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.pairs: list[Pair] = []
        self.strays: list[Mark] = []
        self._stack: list[_Open] = []
        self._count = dict.fromkeys(Family, 0)
        self._strays_left = _STRAYS
        self._running: _Open | None = None
        self._lost: _Open | None = None  # the first of too many that never close

    def read(self, block: Span, found: Iterator[Mark]) -> None:
        """Read one block."""
        self._strays_left = _STRAYS
        for mark in self._resume(block, found):
            role = mark.role
            if role is Role.OPEN:
                self._open(mark)
            elif role is Role.WEAK:
                self._weak(mark)
            elif role is Role.CLOSE or self._count[mark.family]:
                self._close(mark)
            elif role is Role.EITHER:
                self._open(mark)
        self._end_block(block)

    def finish(self) -> None:
        """Give up what is still open; a lone single mark was an apostrophe."""
        running = self._running
        self._running = None
        if running is None:
            return
        if running.opening.family is not Family.SINGLE or len(running.parts) > 1:
            self.pairs.append(running.gave_out())

    def _resume(self, block: Span, found: Iterator[Mark]) -> Iterator[Mark]:
        """Carry a quotation on from the block before; return the marks still to be read."""
        running = self._running
        if running is None:
            return found
        family = running.opening.family
        waiting: list[Mark] = []
        first: Mark | None = None
        for mark in found:
            waiting.append(mark)
            if mark.family is family:
                first = mark
                break
        rest = chain(waiting, found)
        if first is None:
            self.finish()
            return rest
        reopened = first.start == block.start
        closes = first.role is Role.CLOSE and family is not Family.SINGLE
        if not reopened and not closes:
            self.finish()
            return rest
        running.start = first.end if reopened else block.start
        self._running = None
        self._push(running)
        return found if reopened else rest

    def _push(self, opened: _Open) -> None:
        self._stack.append(opened)
        self._count[opened.opening.family] += 1

    def _pop(self) -> _Open:
        opened = self._stack.pop()
        self._count[opened.opening.family] -= 1
        return opened

    def _open(self, mark: Mark) -> None:
        stack = self._stack
        if stack and mark.family is Family.SINGLE is stack[-1].opening.family:
            self._give_up()
        if len(stack) == _DEEPEST:
            lost = stack.pop(0)
            self._count[lost.opening.family] -= 1
            self._lost = self._lost or lost
        self._push(_Open(mark, len(self.pairs)))

    def _weak(self, mark: Mark) -> None:
        if self._stack and self._stack[-1].opening.family is Family.SINGLE:
            self._stack[-1].maybe = mark

    def _close(self, mark: Mark) -> None:
        if not self._count[mark.family]:
            if mark.family is Family.DOUBLE and self._strays_left:
                self._strays_left -= 1
                self.strays.append(mark)
            return
        if mark.family is Family.SINGLE and self._stack[-1].opening.family is not Family.SINGLE:
            return  # an apostrophe: a single mark never closes across an open double one
        while self._stack[-1].opening.family is not mark.family:
            self._give_up()
        opened = self._pop()
        self.pairs.append(opened.closed(mark))

    def _give_up(self) -> None:
        """Close the innermost quotation at an apostrophe, or take its mark for one."""
        opened = self._pop()
        if opened.maybe is not None:
            self.pairs.append(opened.closed(opened.maybe))

    def _end_block(self, block: Span) -> None:
        left: list[_Open] = []
        while self._stack:
            if self._stack[-1].opening.family is Family.SINGLE and not self._may_run_on(block):
                self._give_up()
            else:
                left.append(self._pop())
        left.reverse()
        if self._lost is not None:
            self.pairs.append(self._lost.unclosed(block.end))
            self._lost = None
            return
        for number, opened in enumerate(left[:-1]):
            self.pairs.append(opened.unclosed(left[number + 1].opening.start))
        if left:
            self._leave_open(left[-1], block)

    def _may_run_on(self, block: Span) -> bool:
        """Tell whether the innermost single mark opens a quotation that fills its block."""
        opened = self._stack[-1]
        starts_block = bool(opened.parts) or opened.opening.start == block.start
        return len(self._stack) == 1 and starts_block and opened.maybe is None

    def _leave_open(self, opened: _Open, block: Span) -> None:
        """Let a quotation run on, unless another one in its block shows that its end was lost."""
        if not opened.parts:
            for pair in self.pairs[opened.inner :]:
                words = len(pair.parts[0].of(self.text).split())
                if pair.opening.text == opened.opening.text and words >= _OWN_WORDS:
                    self.pairs.append(opened.unclosed(pair.opening.start))
                    return
        opened.parts.append(Span(opened.start, block.end))
        self._running = opened


def _nested(pairs: Iterable[Pair]) -> Iterator[Pair]:
    """Sort quotations and count how many others each one stands in."""
    ends: list[int] = []
    for pair in sorted(pairs, key=lambda pair: (pair.opening.start, -pair.span.end)):
        while ends and ends[-1] <= pair.opening.start:
            ends.pop()
        yield pair._replace(depth=len(ends))
        ends.append(pair.span.end)
