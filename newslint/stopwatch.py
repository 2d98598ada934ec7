"""Measure what the parts of a run take; the clock is given by the front door."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext

from newslint.record import Record


class Lap(Record):
    """How long one part took by itself, in seconds, and how often it ran."""

    name: str
    seconds: float
    runs: int


class Stopwatch:
    """Adds up the time of named parts; what runs inside another part is taken off that one."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._seconds: dict[str, float] = {}
        self._runs: dict[str, int] = {}
        self._inner: list[float] = []

    @contextmanager
    def running(self, name: str) -> Iterator[None]:
        """Measure the part that runs in this context."""
        start = self._clock()
        self._inner.append(0.0)
        try:
            yield
        finally:
            taken = self._clock() - start
            own = taken - self._inner.pop()
            if self._inner:
                self._inner[-1] += taken
            self._seconds[name] = self._seconds.get(name, 0.0) + own
            self._runs[name] = self._runs.get(name, 0) + 1

    def laps(self) -> list[Lap]:
        """Return the parts, the dearest first."""
        laps = [Lap(name, each, self._runs[name]) for name, each in self._seconds.items()]
        return sorted(laps, key=lambda lap: (-lap.seconds, lap.name))


def timed(watch: Stopwatch | None, name: str) -> AbstractContextManager[None]:
    """Measure what runs in this context, if anybody wants to know."""
    return watch.running(name) if watch else nullcontext()
