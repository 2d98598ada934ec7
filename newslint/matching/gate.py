"""Tell which of the patterns without literals can match a text at all, in one pass."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, Protocol, TypeVar

T = TypeVar("T")


class Gate(Protocol[T]):  # type: ignore[misc]
    """Lets through what may match a folded text."""

    def open_for(self, folded: str) -> Iterable[T]:
        """Return the things whose pattern may match."""
        ...


class OpenGate(Generic[T]):
    """Lets everything through."""

    def __init__(self, things: Sequence[T]) -> None:
        self._things = things

    def open_for(self, folded: str) -> Iterable[T]:
        """Return all."""
        return self._things


class RE2Gate(Generic[T]):
    """Asks RE2, which runs all relaxed patterns over the text at once."""

    def __init__(
        self, relaxed: Sequence[tuple[str, T]], always: Sequence[T], module: object
    ) -> None:
        self._always = list(always)
        self._all = [*always, *(thing for _, thing in relaxed)]
        self._things: list[T] = []
        options = module.Options()  # type: ignore[attr-defined]
        options.log_errors = False
        self._set = module.Set.SearchSet(options)  # type: ignore[attr-defined]
        for pattern, thing in relaxed:
            if not pattern or not self._added(pattern):
                self._always.append(thing)
            else:
                self._things.append(thing)
        # The empty pattern is always found: its absence says that RE2 gave up for want of memory.
        self._sentinel = self._set.Add("")
        self._set.Compile()

    def _added(self, pattern: str) -> bool:
        try:
            return int(self._set.Add(pattern)) >= 0
        except Exception:  # the binding raises a plain error of its own for what RE2 refuses
            return False

    def open_for(self, folded: str) -> Iterable[T]:
        """Return the things whose relaxed pattern is found."""
        found = self._set.Match(folded)
        if not found or self._sentinel not in found:
            return self._all
        return [
            *self._always,
            *(self._things[number] for number in found if number != self._sentinel),
        ]


def make_gate(relaxed: Sequence[tuple[str, T]], *, accelerate: bool) -> OpenGate[T] | RE2Gate[T]:
    """Return RE2's gate where that library is installed."""
    things = [thing for _, thing in relaxed]
    if not accelerate or len(things) < _WORTHWHILE:
        return OpenGate(things)
    try:
        import re2
    except ImportError:
        return OpenGate(things)
    return RE2Gate(relaxed, (), re2)


# With few patterns the look costs more than it saves.
_WORTHWHILE = 4
