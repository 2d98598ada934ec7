"""A real Emacs, with the set-up that is handed out."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SETUP = Path(__file__).resolve().parents[3] / "editors" / "emacs.el"


def has_eglot(editor: str) -> bool:
    """Tell whether Emacs has Eglot, within it or beside it."""
    asked = [editor, "--batch", "--eval", "(require 'eglot)"]
    return subprocess.run(asked, check=False, capture_output=True).returncode == 0


def test_emacs_shows_a_finding_and_applies_its_fix(tmp_path):
    editor = shutil.which("emacs")
    if not editor or not has_eglot(editor):
        pytest.skip("no Emacs is at hand")
    wall = tmp_path / "wall.txt"
    wall.write_text("Harbour wall to rise\n\nRents rose on on Monday.\n", encoding="utf-8")
    command = tmp_path / "newslint"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m newslint "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    place = {
        "HOME": str(tmp_path),
        "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}",
        "SETUP": str(SETUP),
    }
    done = subprocess.run(
        [editor, "--batch", "-l", Path(__file__).with_name("emacs.el")],
        cwd=tmp_path,
        env={**os.environ, **place},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        "34 newslint [core/doubled-word]: “on” stands twice: delete one.",
        "Replace “on on” with “on”",
    ]
    assert wall.read_text(encoding="utf-8").splitlines()[2] == "Rents rose on Monday."
