"""Write what the linter finds in the articles into the files beside them.

Run `python -m tests.articles.update`, then read the change as an editor would: each new finding
must be right, and each that is gone must have been wrong. What is written by hand stays:

- `wrong` are findings of either profile that an editor would not agree with; the test fails on the
  day they are gone, so that they are taken off the list.
- `missed` are faults put into the article on purpose that nothing finds; the test fails on the day
  something does.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent
ENDINGS = (".txt", ".md", ".jsonl")
#: `core` is the default profile; `desk` adds what is absent and what is too long.
PROFILES = ("core", "desk")

Found = dict[str, Any]
Expected = dict[str, list[Found]]


def articles() -> list[Path]:
    """Return the articles, by name."""
    return sorted(path for path in FOLDER.iterdir() if path.suffix in ENDINGS)


def sidecar(article: Path) -> Path:
    """Return the file that says what is to be found in an article."""
    return article.with_name(f"{article.name}.json")


def expected(article: Path) -> Expected:
    """Return what is to be found in an article."""
    empty: Expected = {profile: [] for profile in PROFILES}
    path = sidecar(article)
    read = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return {**empty, "wrong": [], "missed": [], **read}


def found_in(profile: str) -> dict[str, list[Found]]:
    """Return what the command line finds in each article under a profile."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        names = [path.name for path in articles()]
        command = [sys.executable, "-m", "newslint", "check", *names, "--profile", profile,
                   "--format", "json", "--output", str(report), "--fail-on", "never"]  # fmt: skip
        done = subprocess.run(command, cwd=FOLDER, capture_output=True, text=True, check=False)
        if done.returncode:
            raise RuntimeError(done.stderr or done.stdout)
        data = json.loads(report.read_text(encoding="utf-8"))
    return {file["path"]: [_short(each) for each in file["findings"]] for file in data["files"]}


def _short(finding: Found) -> Found:
    """Keep of a finding what an editor sees of it."""
    short = {
        "at": _at(finding),
        "rule": finding["rule"],
        "severity": finding["severity"],
        "text": finding["text"],
        "message": finding["message"],
    }
    if finding["related"]:
        short["related"] = [f"{_at(each)} {each['text']}" for each in finding["related"]]
    if finding["fixes"]:
        short["fix"] = finding["fixes"][0]["title"]
    return short


def _at(place: Found) -> str:
    return f"{place['start']['line']}:{place['start']['column']}"


def _updated(old: Expected, core: list[Found], desk: list[Found]) -> Expected:
    """Keep each profile's findings apart: `desk` lists only what `core` does not find."""
    wrong = [each for each in old["wrong"] if each in core or each in desk]
    return {
        "core": [each for each in core if each not in wrong],
        "desk": [each for each in desk if each not in core and each not in wrong],
        "wrong": wrong,
        "missed": old["missed"],
    }


def main() -> None:
    """Write every file that has changed, and name it."""
    core, desk = (found_in(profile) for profile in PROFILES)
    for article in articles():
        old, name = expected(article), article.name
        new = _updated(old, core[name], desk[name])
        if new != old or not sidecar(article).exists():
            text = json.dumps(new, ensure_ascii=False, indent=1) + "\n"
            sidecar(article).write_text(text, encoding="utf-8")
            print(f"{name}: changed")  # noqa: T201


if __name__ == "__main__":
    main()
