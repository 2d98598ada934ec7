"""Work on articles beside the event loop: one at a time, with a line that has an end."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from newslint.server.desk import Desk
from newslint.server.limits import Limits
from newslint.server.refusal import Refusal

T = TypeVar("T")


class _Hand:
    """A thread and the desk that only this thread uses."""

    def __init__(self, make: Callable[[], Desk]) -> None:
        self._make = make
        self._desk: Desk | None = None
        self.threads = ThreadPoolExecutor(1, "desk")
        self.busy = False

    def do(self, work: Callable[[Desk], T]) -> T:
        self.busy = True
        try:
            if self._desk is None:
                self._desk = self._make()
            return work(self._desk)
        finally:
            self.busy = False


class Worker:
    """Runs what is asked of a desk in a thread of its own.

    Python runs one thread at a time, so that more threads would make all of them late. Work that
    overruns its time is left to end by itself, and another hand takes the next request.
    """

    def __init__(self, make: Callable[[], Desk], limits: Limits) -> None:
        self._make = make
        self._limits = limits
        self._waiting = 0
        self._hand = _Hand(make)

    async def run(self, work: Callable[[Desk], T]) -> T:
        """Return what `work` makes with the desk; refuses where the line or the work is long."""
        if self._waiting >= self._limits.waiting:
            raise Refusal("too many requests are waiting; try again later", 503)
        hand = self._hand
        future = hand.threads.submit(hand.do, work)
        self._waiting += 1
        try:
            return await asyncio.wait_for(asyncio.wrap_future(future), self._limits.seconds)
        except TimeoutError:
            self._replace(hand)
            raise Refusal("the check took too long", 503) from None
        except asyncio.CancelledError:
            if future.cancelled() and hand is not self._hand:
                raise Refusal("another check took too long; try again", 503) from None
            raise
        except Refusal:
            raise
        except Exception as error:
            raise _own_fault(error) from None
        finally:
            self._waiting -= 1

    def _replace(self, hand: _Hand) -> None:
        """Take another hand for what follows, if this one is still at work."""
        if hand is self._hand and hand.busy:
            self._hand = _Hand(self._make)
            hand.threads.shutdown(wait=False, cancel_futures=True)

    def close(self) -> None:
        """Let the thread end when it has nothing more to do."""
        self._hand.threads.shutdown(wait=False, cancel_futures=True)


def _own_fault(error: Exception) -> Exception:
    """Name the kind of a fault only: its words, and so a log, could hold the text."""
    if os.environ.get("NEWSLINT_TRACEBACK"):
        return error
    return Refusal(f"this is a fault of newslint: {type(error).__name__}", 500)
