"""Runs of the command line as data: files and arguments in, output and exit code out.

Each file of `cases/` is a list of cases. A case has `name`, `args` and `status`; `files` (path ->
text, or `{hex: ...}`, or `{repeat: [text, times]}`), `house: true` for the packs and configuration
of `house/`, `stdin`, `env`; and what is expected: `stdout` and `stderr` as a whole, or
`stdout_has`, `stdout_lacks`, `stderr_has` as lists, and `after` (path -> text, null for none).
The packs `core` and `desk` are those of `shipped/`, which stay as they are.
"""

from __future__ import annotations

import io
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from newslint.cli import main

HERE = Path(__file__).resolve().parent
KEYS = {
    "name", "args", "status", "files", "house", "stdin", "env", "stdout", "stderr",
    "stdout_has", "stdout_lacks", "stderr_has", "after",
}  # fmt: skip


def cases() -> Iterator[Any]:
    for path in sorted((HERE / "cases").glob("*.yaml")):
        for case in yaml.safe_load(path.read_text(encoding="utf-8")):
            assert set(case) <= KEYS, f"{path.name}: {case['name']}: unknown {set(case) - KEYS}"
            yield pytest.param(case, id=f"{path.stem}: {case['name']}")


@pytest.mark.parametrize("case", list(cases()))
def test_case(
    case: dict[str, Any],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    if case.get("house"):
        shutil.copytree(HERE / "house", tmp_path, dirs_exist_ok=True)
    for name, content in case.get("files", {}).items():
        write(tmp_path / name, content)
    monkeypatch.chdir(tmp_path)
    for module in ("rules", "rulecache"):
        monkeypatch.setattr(f"newslint.store.{module}.rules_folder", lambda: HERE / "shipped")
    for name in ("NO_COLOR", "FORCE_COLOR", "SOURCE_DATE_EPOCH"):
        monkeypatch.delenv(name, raising=False)
    for name, value in case.get("env", {}).items():
        monkeypatch.setenv(name, value)
    given = case.get("stdin", "").encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))

    status = main([str(each) for each in case["args"]])

    sys.stdout.flush()
    captured = capfdbinary.readouterr()
    stdout, stderr = (part.decode() for part in captured)
    check_output(case, stdout, stderr)
    assert status == case["status"], stderr
    for name, content in case.get("after", {}).items():
        if content is None:
            assert not (tmp_path / name).exists()
        else:
            assert (tmp_path / name).read_bytes() == as_bytes(content)


def check_output(case: dict[str, Any], stdout: str, stderr: str) -> None:
    assert "Traceback" not in stdout + stderr
    for key, text in (("stdout", stdout), ("stderr", stderr)):
        if key in case:
            assert text == case[key]
        for part in case.get(f"{key}_has", ()):
            assert part in text
    for part in case.get("stdout_lacks", ()):
        assert part not in stdout
    if case["status"] == 2:
        assert stderr, "what could not be done must be said"
        other = ("Made ", "budget is ")
        said = [line for line in stderr.splitlines() if not any(each in line for each in other)]
        assert all(": error: " in line for line in said), stderr


def write(path: Path, content: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(as_bytes(content))


def as_bytes(content: Any) -> bytes:
    if isinstance(content, str):
        return content.encode()
    if "hex" in content:
        return bytes.fromhex(content["hex"])
    text, times = content["repeat"]
    return text.encode() * times
