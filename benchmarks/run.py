"""Run newslint as its users do, through the command line, over many articles."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

Found = Mapping[str, Any]

_FIELDS = ("text=body", "title=headline", "author=byline", "date=date", "id=id")


class Outcome(NamedTuple):
    """What a run reported: findings by article id, and errors."""

    findings: Mapping[str, list[Found]]
    errors: tuple[Found, ...]

    def all(self) -> list[tuple[str, Found]]:
        """Return (article id, finding) pairs in order."""
        return [(key, each) for key in self.findings for each in self.findings[key]]


def lint(items: Iterable[Mapping[str, str]], *options: str) -> Outcome:
    """Check articles in one run of `newslint check --format json`."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "articles.jsonl"
        with path.open("w", encoding="utf-8") as file:
            for item in items:
                file.write(as_line(item) + "\n")
        fields = [part for each in _FIELDS for part in ("--field", each)]
        command = [sys.executable, "-m", "newslint", "check", str(path), "--format", "json",
                   "--fail-on", "never", "--max-size", "1GB", *fields, *options]  # fmt: skip
        done = subprocess.run(command, capture_output=True, text=True, cwd=folder, check=False)
    if not done.stdout:
        raise SystemExit(done.stderr)
    return _outcome(json.loads(done.stdout))


def as_line(item: Mapping[str, str]) -> str:
    """Write an article as the line of JSON that is checked."""
    return json.dumps(dict(item), ensure_ascii=False)


def _outcome(report: Mapping[str, Any]) -> Outcome:
    findings: dict[str, list[Found]] = {}
    for file in report["files"]:
        for finding in file["findings"]:
            findings.setdefault(finding["item"], []).append(finding)
    errors = [error for file in report["files"] for error in file["errors"]]
    return Outcome(findings, tuple(errors))
