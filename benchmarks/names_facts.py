"""Tell articles that violate a fact of a sheet from articles that honour it.

The sheet holds general knowledge about real people, bodies, places and events; the sentences are
our own.
"""

from __future__ import annotations

import csv
import json
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

_FACTS = Path(__file__).resolve().parent / "facts"
_ENTRIES = 5000
_RUNS = 20
_ONE = (sys.executable, "-m", "newslint", "check", "one-article.txt")
_LEAD = "Rain fell on the town for most of the day, and few people were out in the streets."


def measure(show: bool = False) -> None:
    """Print how many facts are told apart, and what thousands of entries cost."""
    with (_FACTS / "cases.csv").open(encoding="utf-8", newline="") as file:
        cases = list(csv.DictReader(file))
    told = list(_told(cases))
    print(f"facts: {sum(told)} of {len(cases)} told apart (all wanted)")
    if show:
        for case, right in zip(cases, told, strict=True):
            if not right:
                print(f"  {case['violated']} | {case['honoured']}")


def _told(cases: Sequence[Mapping[str, str]]) -> Iterator[bool]:
    """Yield for each case whether the one article has a finding by the sheet, the other none."""
    items = [
        {"id": f"{number} {kind}", "date": case["date"], "text": f"{_LEAD}\n\n{case[kind]}"}
        for number, case in enumerate(cases)
        for kind in ("violated", "honoured")
    ]
    found = _by_facts(items, (_FACTS / "known.yaml").read_text(encoding="utf-8"))
    for number in range(len(cases)):
        yield f"{number} violated" in found and f"{number} honoured" not in found


def _by_facts(items: Sequence[Mapping[str, str]], sheet: str) -> set[str]:
    """Return the ids of the articles with a finding of a rule about fact sheets."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "facts").mkdir()
        (folder / "facts" / "known.yaml").write_text(sheet, encoding="utf-8")
        lines = (json.dumps(dict(item), ensure_ascii=False) for item in items)
        (folder / "articles.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
        report = json.loads(_check(folder, "articles.jsonl", "--no-cache"))
    return {
        finding["item"]
        for file in report["files"]
        for finding in file["findings"]
        if finding["rule"].startswith("core/fact-")
    }


def _check(folder: Path, path: str, *options: str) -> str:
    fields = ("text=body", "date=date", "id=id")
    command = [sys.executable, "-m", "newslint", "check", path, "--format", "json",
               "--fail-on", "never", "--jobs", "1", *options,
               *(part for each in fields for part in ("--field", each))]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, cwd=folder, check=False)
    if not done.stdout:
        raise SystemExit(done.stderr)
    return done.stdout


def cost(items: Sequence[Mapping[str, Any]]) -> None:
    """Print what 5,000 entries add to a run over articles."""
    seconds = {}
    for entries in (0, _ENTRIES):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            (folder / "articles.jsonl").write_text(
                "".join(json.dumps(dict(item)) + "\n" for item in items), encoding="utf-8"
            )
            if entries:
                (folder / "facts").mkdir()
                (folder / "facts" / "people.csv").write_text(_list(entries), encoding="utf-8")
            _check(folder, "articles.jsonl")  # what is kept between runs is kept now
            seconds[entries] = min(_timed(folder) for _ in range(3))
    added = 100 * (seconds[_ENTRIES] / seconds[0] - 1)
    print(
        f"  {_ENTRIES} entries add {added:.1f}% to a run over {len(items)} articles (10% admitted)"
    )


def cost_of_one(text: str, names: Sequence[str] = ()) -> None:
    """Print what 5,000 entries add to a check of one article, as processor time.

    The entries are the `names`, and invented ones for the rest.
    """
    seconds = {}
    for entries in (0, _ENTRIES):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            (folder / "one-article.txt").write_text(text, encoding="utf-8")
            if entries:
                (folder / "facts").mkdir()
                (folder / "facts" / "people.csv").write_text(_list(entries, names), "utf-8")
            seconds[entries] = min(_processor_time(folder) for _ in range(_RUNS))
    added = 100 * (seconds[_ENTRIES] / seconds[0] - 1)
    print(
        f"  {_ENTRIES} entries, {len(names)} of them real, add {added:.1f}% to a check of one "
        f"article, {1000 * seconds[0]:.0f} ms (10% admitted)"
    )


def _processor_time(folder: Path) -> float:
    return _spent(lambda: subprocess.run(_ONE, capture_output=True, cwd=folder, check=False))


def _timed(folder: Path) -> float:
    (folder / "articles.jsonl").open("a", encoding="utf-8").write("\n")  # no result is kept of this
    return _spent(lambda: _check(folder, "articles.jsonl"))


def _spent(work: Callable[[], object]) -> float:
    """Return the processor time of the processes that `work` starts: others share the machine."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    work()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def _list(entries: int, real: Sequence[str] = ()) -> str:
    letters = "abcdefghijklmnopqrstuvwxyz"
    names = (
        f"A{letters[n % 26]}n{letters[n // 26 % 26]} O{letters[n // 676 % 26]}berh{n % 97}lt"
        for n in range(entries)
    )
    every = list(dict.fromkeys([*real, *names]))[:entries]
    rows = (f"{name},{name}x,1970-01-02,list" for name in every)
    return "name,wrong,born,origin\n" + "\n".join(rows) + "\n"
