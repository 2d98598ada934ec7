"""Check many files on all cores, in order, with as few reports waiting as can be.

A worker that dies takes no other file with it: what it had in hand is given to a fresh worker one
file at a time, and a file that kills its worker twice is reported as one that cannot be checked.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any, Generic, TypeVar

from newslint.errors import Problem
from newslint.record import Record
from newslint.report import FileReport, unchecked

#: A worker starts in about the time in which it checks this much copy, in bytes.
START_COST = 250_000
_CHUNK_BYTES = 128_000
_CHUNK_FILES = 32
#: Chunks in hand for each worker: enough to keep it busy, few enough to keep memory bounded.
_AHEAD = 3

R = TypeVar("R")
Check = Callable[[Any], FileReport]


class Sized(Record):
    """One thing to check, its path for messages and its size in bytes."""

    path: str
    size: int
    given: Any


def worthwhile(sizes: Sequence[int], jobs: int = 0) -> int:
    """Return how many workers pay off; `jobs` is what was asked for, 0 for as many as pay."""
    if jobs:
        return min(jobs, max(1, len(sizes)))
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return max(1, min(cores or 1, sum(sizes) // START_COST, len(sizes)))


class Pool(Generic[R]):
    """Checks things in worker processes that are each made from one recipe.

    `make` is called in a worker with `recipe` and returns the function that checks one thing; both
    must be picklable.
    """

    def __init__(self, make: Callable[[R], Check], recipe: R, workers: int) -> None:
        self._make = make
        self._recipe = recipe
        self._workers = workers

    def check(self, things: Sequence[Sized]) -> Iterator[FileReport]:
        """Yield the report of each thing, in order."""
        waiting = deque(_chunks(things))
        while waiting:
            broken = yield from self._run(waiting)
            if not broken:
                return
            for thing in broken:
                yield from self._alone(thing)

    def _run(self, waiting: deque[list[Sized]]) -> Any:  # noqa: ANN401 (a generator's own result)
        """Yield reports until all are given or a worker dies; return what was in hand then."""
        running: deque[tuple[list[Sized], Future[list[FileReport]]]] = deque()
        with self._executor(self._workers) as executor:
            while waiting or running:
                while waiting and len(running) < self._workers * _AHEAD:
                    chunk = waiting.popleft()
                    given = [thing.given for thing in chunk]
                    running.append((chunk, executor.submit(_check_all, given)))
                chunk, future = running.popleft()
                try:
                    yield from future.result()
                except BrokenProcessPool:
                    waiting.extendleft(chunk for chunk, _ in reversed(running))
                    return chunk
        return []

    def _alone(self, thing: Sized) -> Iterator[FileReport]:
        try:
            with self._executor(1) as executor:
                yield from executor.submit(_check_all, [thing.given]).result()
        except BrokenProcessPool:
            text = "the process that checked it died twice: the file was not checked"
            hint = "it may need more memory than there is"
            yield unchecked(thing.path, [Problem(text, thing.path, hint=hint)])

    def _executor(self, workers: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(workers, initializer=_start, initargs=(self._make, self._recipe))


def _chunks(things: Sequence[Sized]) -> Iterator[list[Sized]]:
    chunk: list[Sized] = []
    size = 0
    for thing in things:
        chunk.append(thing)
        size += thing.size
        if size >= _CHUNK_BYTES or len(chunk) >= _CHUNK_FILES:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


# What a worker process checks with; every process has its own.
_checks: list[Check] = []


def _start(make: Callable[[R], Check], recipe: R) -> None:
    _checks[:] = [make(recipe)]


def _check_all(given: Sequence[Any]) -> list[FileReport]:
    return [_checks[0](each) for each in given]
