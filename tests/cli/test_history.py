"""A repository of generated articles, followed through its history.

No finding may get lost and none be shown twice, whether new findings are told by comparison, by a
baseline or from what was kept; and all reports must count the same.
"""

from __future__ import annotations

import csv
import io
import json
import os
import random
import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from newslint.cli import main

HERE = Path(__file__).resolve().parent
FILES, COMMITS = 500, 40
AUTHORS = ("Ines Falk", "Ruben Ødegård", "Mia O’Hara")
PLAIN = [
    "The train left Marrow Bay.",
    "It rained all day.",
    "The mayor spoke at noon.",
    "Nobody came.",
]
FAULTY = ["Then teh boat sank.", "It was very late.", "They utilise spades.", "Teh café 🚂 closed."]

#: Path -> fingerprints of the findings in it.
Found = dict[str, Counter[str]]


class History:
    """The repository, and what is found in each of its versions."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._chance = random.Random(7)
        self._files = {
            f"desk {n % 5}/{n:03}.{('md', 'txt')[n % 2]}": self._article() for n in range(FILES)
        }
        self.git("init", "-q", "-b", "main")
        (root / ".gitattributes").write_text("* -text\n")
        self._write(self._files)
        self.commits = [self._commit(0)]
        for number in range(1, COMMITS):
            self._change()
            self.commits.append(self._commit(number))

    def git(self, *arguments: str, **environment: str) -> str:
        done = subprocess.run(
            ["git", *arguments], cwd=self.root, check=True, capture_output=True, text=True,
            env={**os.environ, **environment},
        )  # fmt: skip
        return done.stdout.strip()

    def _paragraph(self) -> str:
        kinds = FAULTY if self._chance.random() < 0.1 else PLAIN
        return " ".join(self._chance.choice(kinds) for _ in range(self._chance.randint(1, 3)))

    def _article(self) -> list[str]:
        return [self._paragraph() for _ in range(self._chance.randint(2, 6))]

    def _write(self, files: dict[str, list[str]]) -> None:
        for name, paragraphs in files.items():
            path = self.root / name
            path.parent.mkdir(exist_ok=True)
            ending = "\r\n" if name.startswith("desk 3") else "\n"
            path.write_bytes((ending * 2).join([*paragraphs, ""]).encode())

    def _change(self) -> None:
        """Edit, move, delete, rename and add, as a day at a desk does."""
        for name in self._chance.sample(sorted(self._files), 8):
            article = self._files[name]
            deed = self._chance.choice(["edit", "move", "cut", "rename", "delete", "new"])
            if deed == "edit":
                article[self._chance.randrange(len(article))] = self._paragraph()
            elif deed == "move":
                self._chance.shuffle(article)
            elif deed == "cut" and len(article) > 1:
                del article[0]
            elif deed in ("rename", "delete"):
                (self.root / name).unlink()
                del self._files[name]
            if deed == "rename":
                self._files[name.replace("/", "/re")] = article
            elif deed == "new":
                number = self._chance.randrange(10**6)
                self._files[f"desk {number % 5}/n{number}.md"] = self._article()
        self._write(self._files)

    def _commit(self, number: int) -> str:
        who = {
            "GIT_AUTHOR_NAME": AUTHORS[number % len(AUTHORS)],
            "GIT_AUTHOR_EMAIL": "a@example.org",
        }
        self.git("add", "-A", **who)
        self.git("commit", "-q", "-m", f"Day {number}", **who)
        return self.git("rev-parse", "HEAD")


@pytest.fixture(scope="module")
def history(tmp_path_factory: pytest.TempPathFactory) -> History:
    root = tmp_path_factory.mktemp("paper")
    shutil.copytree(HERE / "house", root, dirs_exist_ok=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
        patch.setenv("GIT_COMMITTER_NAME", "A")
        patch.setenv("GIT_COMMITTER_EMAIL", "a@example.org")
        return History(root)


@pytest.fixture(autouse=True)
def _in_the_repository(history: History, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("rules", "rulecache"):
        monkeypatch.setattr(f"newslint.store.{module}.rules_folder", lambda: HERE / "shipped")
    monkeypatch.chdir(history.root)


def check(capsys: pytest.CaptureFixture[str], *options: str) -> dict[str, Any]:
    status = main(["check", ".", "--format", "json", "--jobs", "1", *options])
    captured = capsys.readouterr()
    assert status in (0, 1), captured.err
    report: dict[str, Any] = json.loads(captured.out)
    return report


def fingerprints(report: dict[str, Any]) -> Found:
    return {
        file["path"]: Counter(each["fingerprint"] for each in file["findings"])
        for file in report["files"]
    }


def renames(history: History, old: str, new: str) -> dict[str, str]:
    """Return new path -> old path, as git tells it to people."""
    lines = history.git("diff", "-M", "--name-status", "--diff-filter=R", old, new).splitlines()
    return {line.split("\t")[2]: line.split("\t")[1] for line in lines}


def expected_new(before: Found, after: Found, renamed: dict[str, str]) -> Found:
    return {
        path: fresh
        for path, found in after.items()
        if (fresh := Counter(set(found) - set(before.get(renamed.get(path, path), ()))))
    }


def test_every_fault_is_new_once(history: History, capsys: pytest.CaptureFixture[str]) -> None:
    before: Found = {}
    shown = unchanged = 0
    for number, commit in enumerate(history.commits):
        history.git("checkout", "-q", commit)
        report = check(capsys)
        after = fingerprints(report)
        assert all(count == 1 for found in after.values() for count in found.values())
        if number % 10 == 9:
            assert check(capsys, "--no-cache") == report
        if number:
            parent = history.commits[number - 1]
            new = check(capsys, "--diff-base", parent)
            renamed = renames(history, parent, commit)
            told = {path: found for path, found in fingerprints(new).items() if found}
            assert told == expected_new(before, after, renamed)
            summary = new["summary"]
            assert summary["files"] + summary["unchanged"] == report["summary"]["files"]
            shown += sum(summary[each] for each in ("error", "warning", "suggestion"))
            unchanged += summary["unchanged"]
        before = after
    assert shown > 20
    assert unchanged > 0.9 * FILES * (COMMITS - 1)


def test_a_baseline_of_the_first_day_holds_to_the_last(
    history: History, capsys: pytest.CaptureFixture[str]
) -> None:
    history.git("checkout", "-q", history.commits[0])
    first = fingerprints(check(capsys))
    assert main(["baseline", "write", "--baseline", "../paper-baseline.json"]) == 0
    capsys.readouterr()
    history.git("checkout", "-q", history.commits[-1])
    last = fingerprints(check(capsys))
    report = check(capsys, "--baseline", "../paper-baseline.json")
    new = fingerprints(report)
    remembered = {key for found in first.values() for key in found}
    for path, found in last.items():
        if first.get(path):
            assert set(new[path]) == set(found) - set(first[path])
        else:  # it may be a renamed file, known by what stood in one that is gone
            assert set(found) - remembered <= set(new[path]) <= set(found)
    total = sum(report["summary"][each] for each in ("error", "warning", "suggestion", "known"))
    assert total == sum(map(len, last.values()))


COUNTS = {
    "concise": lambda text: len(text.splitlines()) - 1,
    "csv": lambda text: len(list(csv.DictReader(io.StringIO(text)))),
    "checkstyle": lambda text: len(ElementTree.fromstring(text).findall(".//error")),
    "full": lambda text: len(
        re.findall(r"^\S.*  (?:error|warning|suggestion)  \S+$", text, re.MULTILINE)
    ),
    "gitlab": lambda text: len({each["fingerprint"] for each in json.loads(text)}),
    "html": lambda text: len(set(re.findall(r'id="(f\d+)"', text))),
    "json": lambda text: sum(len(file["findings"]) for file in json.loads(text)["files"]),
    "junit": lambda text: len(ElementTree.fromstring(text).findall(".//failure")),
    "rdjson": lambda text: len(json.loads(text)["diagnostics"]),
    "rdjsonl": lambda text: len(text.splitlines()),
    "sarif": lambda text: len(json.loads(text)["runs"][0]["results"]),
    "sonarqube": lambda text: len(json.loads(text)["issues"]),
}


def test_all_reports_count_the_same(history: History, capsys: pytest.CaptureFixture[str]) -> None:
    from newslint.reporters import FORMATS

    history.git("checkout", "-q", history.commits[-1])
    files = {name: history.root.parent / f"report.{name}" for name in FORMATS}
    reports = [part for name, file in files.items() for part in ("--report", f"{name}:{file}")]
    summary = check(capsys)["summary"]
    expected = sum(summary[each] for each in ("error", "warning", "suggestion"))
    assert expected > 100
    status = main(["check", ".", *reports])
    assert (status, capsys.readouterr().err) == (1, "")
    texts = {name: file.read_text(encoding="utf-8") for name, file in files.items()}
    assert {name: count(texts[name]) for name, count in COUNTS.items()} == dict.fromkeys(
        COUNTS, expected
    )
    shown = len(re.findall(r"^::(?:error|warning|notice) file=", texts["github"], re.MULTILINE))
    left_out = [int(each) for each in re.findall(r"(\d+) more", texts["github"])]
    assert shown + sum(left_out) == expected
    assert str(summary["error"]) in texts["markdown"]
