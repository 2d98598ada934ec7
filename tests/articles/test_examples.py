"""The examples: nothing is found in the clean ones, contradictions in the bad ones."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


@pytest.fixture(scope="module")
def report():
    command = [sys.executable, "-m", "newslint", "check", "examples", "--format", "json"]
    done = subprocess.run(command, cwd=EXAMPLES.parent, capture_output=True, text=True, check=False)
    return json.loads(done.stdout)


def test_every_format_is_shown_clean_and_bad(report):
    seen = {(Path(file["path"]).parent.name, file["format"]) for file in report["files"]}
    assert {kind for folder, kind in seen if folder == "bad"} == {
        kind for folder, kind in seen if folder == "clean"
    }
    assert len({kind for _, kind in seen}) >= 3
    assert report["summary"]["unchecked"] == 0


def test_nothing_is_found_in_the_clean_ones(report):
    clean = [file for file in report["files"] if Path(file["path"]).parent.name == "clean"]
    assert len(clean) >= 3
    assert [found["message"] for file in clean for found in file["findings"]] == []


def test_each_bad_one_contradicts_itself(report):
    for file in report["files"]:
        if Path(file["path"]).parent.name == "bad":
            pairs = [found for found in file["findings"] if found["related"]]
            assert pairs, file["path"]
