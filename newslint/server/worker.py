"""Work on articles beside the event loop: a few desks, and a line before them that has an end."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any, TypeVar

from newslint.errors import NewslintError
from newslint.server.desk import Desk, Wanted
from newslint.server.limits import Limits
from newslint.server.refusal import Refusal

T = TypeVar("T")
Make = Callable[[], Desk]
Work = Callable[[Desk], Any]


class Worker:
    """Runs what is asked of a desk, as many things at once as there are desks.

    Each desk has a process of its own: Python runs one thread at a time, and work that overruns its
    time can be ended with its process. With no processes (`count` 0) there is one desk here, whose
    overlong work is refused but goes on. What is asked, and `make`, must travel between processes.
    """

    def __init__(self, make: Make, limits: Limits, count: int = 0) -> None:
        self._limits = limits
        self._waiting = 0
        self._threads = ThreadPoolExecutor(count or 1, "desk")
        self._all: list[_Process | _Here] = [_Process(make) for _ in range(count)]
        if not count:
            self._all.append(_Here(make))
        self._free = list(self._all)

    async def run(self, work: Callable[[Desk], T]) -> T:
        """Return what `work` makes with a desk; refuses where the line or the work is long."""
        if self._waiting >= self._limits.waiting:
            raise Refusal("too many requests are waiting; try again later", 503)
        self._waiting += 1
        job = _Job(self._free, work)
        future = self._threads.submit(job.run)
        try:
            result: T = await asyncio.wait_for(asyncio.wrap_future(future), self._limits.seconds)
        except TimeoutError:
            job.give_up()
            raise Refusal("the check took too long", 503) from None
        finally:
            self._waiting -= 1
        return result

    def close(self) -> None:
        """End the processes."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        for desk in self._all:
            desk.stop()


class _Job:
    """One piece of work: takes a free desk, of which there is one for every thread."""

    def __init__(self, free: list[_Process | _Here], work: Work) -> None:
        self._free = free
        self._work = work
        self._desk: _Process | _Here | None = None

    def run(self) -> Any:  # noqa: ANN401 - whatever the work makes
        desk = self._desk = self._free.pop()
        try:
            return desk.do(self._work)
        finally:
            self._desk = None
            self._free.append(desk)

    def give_up(self) -> None:
        desk = self._desk
        if desk is not None:
            desk.stop()


class _Here:
    """A desk in this process."""

    def __init__(self, make: Make) -> None:
        self._make = make
        self._desk: Desk | None = None

    def do(self, work: Work) -> Any:  # noqa: ANN401 - whatever the work makes
        if self._desk is None:
            self._desk = self._make()
        return _done(work, self._desk)

    def stop(self) -> None:
        """Let the work go on: a thread cannot be ended."""


class _Process:
    """A desk in a process of its own, which is started again when it has ended."""

    def __init__(self, make: Make) -> None:
        self._make = make
        self._start()

    def do(self, work: Work) -> Any:  # noqa: ANN401 - whatever the work makes
        if not self._process.is_alive():
            self._start()
        try:
            self._pipe.send(work)
            good, result = self._pipe.recv()
        except (EOFError, OSError):
            self._process.join()
            raise Refusal("the check was ended", 503) from None
        if not good:
            raise result
        return result

    def _start(self) -> None:
        context = get_context("spawn")
        self._pipe, other = context.Pipe()
        self._process = context.Process(target=_serve, args=(other, self._make), daemon=True)
        self._process.start()
        other.close()

    def stop(self) -> None:
        self._process.kill()
        self._process.join()


def _serve(pipe: Connection, make: Make) -> None:
    """Do what comes through a pipe until it is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends this process
    desk: Desk | None = None
    with suppress(NewslintError, Refusal):  # the first who asks will be told
        desk = make()
        desk.rules(Wanted())
    with suppress(EOFError, OSError):
        while True:
            work = pipe.recv()
            try:
                desk = desk or make()
                answer: tuple[bool, object] = (True, _done(work, desk))
            except Exception as error:
                answer = (False, error)
            pipe.send(answer)


def _done(work: Work, desk: Desk) -> Any:  # noqa: ANN401 - whatever the work makes
    """Do the work. Of a fault only its kind is told: its words, and so a log, could hold text."""
    try:
        return work(desk)
    except Refusal:
        raise
    except Exception as error:
        if os.environ.get("NEWSLINT_TRACEBACK"):
            raise
        raise Refusal(f"this is a fault of newslint: {type(error).__name__}", 500) from None
