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
from functools import partial
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
    """Print what 5,000 entries add to a run over articles, as processor time."""
    text = "".join(json.dumps(dict(item)) + "\n" for item in items)

    def run(folder: Path) -> None:
        with (folder / "articles.jsonl").open("a", encoding="utf-8") as file:
            file.write("\n")  # no result is kept of this
        _check(folder, "articles.jsonl")

    _, added = _added("articles.jsonl", text, _list(_ENTRIES), run, _RUNS // 4)
    print(
        f"  {_ENTRIES} entries add {added:.1f}% to a run over {len(items)} articles (10% admitted)"
    )


def cost_of_one(text: str, names: Sequence[str] = ()) -> None:
    """Print what 5,000 entries add to a check of one article, as processor time.

    The entries are the `names`, and invented ones for the rest.
    """

    def run(folder: Path) -> None:
        subprocess.run(_ONE, capture_output=True, cwd=folder, check=False)

    seconds, added = _added("one-article.txt", text, _list(_ENTRIES, names), run, _RUNS)
    print(
        f"  {_ENTRIES} entries, {len(names)} of them real, add {added:.1f}% to a check of one "
        f"article, {1000 * seconds:.0f} ms (10% admitted)"
    )


def _added(
    name: str, text: str, sheet: str, run: Callable[[Path], None], rounds: int
) -> tuple[float, float]:
    """Return the seconds that a run takes without a sheet, and the percentage that it adds.

    The runs take turns, because a machine that is shared is faster at some times than at others.
    """
    with tempfile.TemporaryDirectory() as plain, tempfile.TemporaryDirectory() as known:
        folders = (Path(plain), Path(known))
        for folder in folders:
            (folder / name).write_text(text, encoding="utf-8")
        (folders[1] / "facts").mkdir()
        (folders[1] / "facts" / "people.csv").write_text(sheet, encoding="utf-8")
        for folder in folders:
            run(folder)  # what is kept between runs is kept now
        turns = [_turn(run, folders) for _ in range(rounds)]
        least = [min(each) for each in zip(*turns, strict=True)]
    return least[0], 100 * (least[1] / least[0] - 1)


def _turn(run: Callable[[Path], None], folders: Sequence[Path]) -> list[float]:
    return [_spent(partial(run, folder)) for folder in folders]


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
