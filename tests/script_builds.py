"""Build scripts as their recipes say."""

from __future__ import annotations

import json
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest


def built(folder: Path, target: Path) -> str:
    """Do what `npm run build` does, into another file, or skip without the modules it needs."""
    if not shutil.which("node") or not (folder / "node_modules" / "esbuild").is_dir():
        pytest.skip("no modules of npm are at hand")
    script = json.loads((folder / "package.json").read_text(encoding="utf-8"))["scripts"]["build"]
    arguments = [each for each in shlex.split(script) if not each.startswith("--outfile=")]
    program = folder / "node_modules" / "esbuild" / "bin" / arguments.pop(0)
    command = [program, *arguments, f"--outfile={target}"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=60)
    return target.read_text(encoding="utf-8")
