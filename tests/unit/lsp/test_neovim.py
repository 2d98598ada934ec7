"""A real Neovim, with the set-up that is handed out."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SETUP = Path(__file__).resolve().parents[3] / "editors" / "neovim-older.lua"


def test_neovim_shows_a_finding_and_applies_its_fix(tmp_path):
    editor = shutil.which("nvim")
    if not editor:
        pytest.skip("no Neovim is at hand")
    wall = tmp_path / "wall.md"
    wall.write_text("# Harbour wall to rise\n\nRents rose on on Monday.\n", encoding="utf-8")
    command = json.dumps([sys.executable, "-m", "newslint", "lsp"])
    begin = f"let g:newslint_command = {command}"
    script = Path(__file__).with_name("neovim.lua")
    steps = ["--cmd", begin, "-c", f"luafile {SETUP}", "-c", f"luafile {script}"]
    done = subprocess.run(
        [editor, "--headless", "-u", "NONE", "-n", "-i", "NONE", *steps],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    said = json.loads((tmp_path / "said.json").read_text(encoding="utf-8"))
    assert said == ["newslint", 2, 11, "“on” stands twice: delete one."]
    assert wall.read_text(encoding="utf-8").splitlines()[2] == "Rents rose on Monday."
