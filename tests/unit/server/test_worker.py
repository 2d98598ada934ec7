"""The processes that check: work is done there, and ended there."""

from __future__ import annotations

import asyncio
from functools import partial
from operator import methodcaller

import pytest

from newslint.server.desk import Desk, Wanted
from newslint.server.limits import Limits
from newslint.server.refusal import Refusal
from newslint.server.worker import Worker
from newslint.store.configs import Configs

EXPLAIN = methodcaller("explain", "core/doubled-word")
LONG = b"Rents rose on Monday, the council said in Port Ellery.\n\n" * 3000


@pytest.fixture
def make(tmp_path):
    return partial(Desk, Configs(), tmp_path)


def run(worker, *works):
    async def together():
        return await asyncio.gather(*map(worker.run, works), return_exceptions=True)

    return asyncio.run(together())


@pytest.mark.parametrize("count", [0, 2])
def test_work_is_done_and_refusals_come_back(make, count):
    worker = Worker(make, Limits(), count)
    missing = methodcaller("explain", "no-such-rule")
    try:
        [found], refused, fault = run(worker, EXPLAIN, missing, methodcaller("no_such_method"))
    finally:
        worker.close()
    assert found.rule_id == "core/doubled-word"
    assert (type(refused), refused.status) == (Refusal, 404)
    assert (fault.message, fault.status) == ("this is a fault of newslint: AttributeError", 500)


def test_what_takes_too_long_is_ended_and_the_next_is_done(make):
    worker = Worker(make, Limits(), 1)
    try:
        run(worker, EXPLAIN)  # the process is up
        worker._limits = Limits(seconds=0.2)
        [late] = run(worker, methodcaller("check", LONG, "article.txt", Wanted()))
        worker._limits = Limits()
        [[found]] = run(worker, EXPLAIN)
    finally:
        worker.close()
    assert (late.message, late.status) == ("the check took too long", 503)
    assert found.rule_id == "core/doubled-word"


def test_the_line_has_an_end(make):
    worker = Worker(make, Limits(waiting=2), 0)
    try:
        results = run(worker, EXPLAIN, EXPLAIN, EXPLAIN)
    finally:
        worker.close()
    assert [isinstance(each, Refusal) for each in results] == [False, False, True]
    assert results[2].status == 503
