"""Checking on several cores."""

import os
import signal
from functools import partial
from pathlib import Path

import pytest

from newslint.pool import Pool, Sized, worthwhile
from newslint.report import FileReport


def check_or_die(log, thing):
    with Path(log).open("a") as file:
        file.write(f"{thing}\n")
    if thing.startswith("fatal"):
        os.kill(os.getpid(), signal.SIGKILL)
    if thing.startswith("once") and Path(log).read_text().count(f"{thing}\n") == 1:
        os.kill(os.getpid(), signal.SIGKILL)
    return FileReport(thing, "text", "", (), (), ())


def make(log):
    return partial(check_or_die, log)


def things(*names):
    return [Sized(name, 70_000, name) for name in names]


def paths(reports):
    return [(report.path, [error.message for error in report.errors]) for report in reports]


def test_reports_come_in_order(tmp_path):
    names = [f"article {number}" for number in range(40)]
    reports = Pool(make, str(tmp_path / "log"), 2).check(things(*names))
    assert paths(reports) == [(name, []) for name in names]


def test_a_file_that_kills_its_worker_twice_is_an_error_and_no_other(tmp_path):
    names = ["a", "b", "fatal", "c", "d", "e", "once", "f"]
    reports = Pool(make, str(tmp_path / "log"), 2).check(things(*names))
    died = ["the process that checked it died twice: the file was not checked"]
    assert paths(reports) == [(name, died if name == "fatal" else []) for name in names]


@pytest.mark.parametrize(
    ("sizes", "jobs", "workers"),
    [([5_000] * 10, 0, 1), ([5_000] * 10, 2, 2), ([], 0, 1), ([5_000], 4, 1)],
)
def test_workers_are_started_where_they_pay(sizes, jobs, workers):
    assert worthwhile(sizes, jobs) == workers
