"""The wheel holds all that an installation needs."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parent.parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=REPOSITORY, check=True, capture_output=True,
    )  # fmt: skip
    (built,) = folder.glob("*.whl")
    return built


def tracked(*patterns: str) -> set[str]:
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--", *patterns],
        cwd=REPOSITORY, check=True, capture_output=True, text=True,
    )  # fmt: skip
    return {name for name in listed.stdout.split("\0") if name and (REPOSITORY / name).exists()}


def test_every_file_of_the_package_and_of_the_rules_is_in_it(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    package = tracked("newslint")
    rules = {f"newslint/{name}" for name in tracked("rules")}
    assert "newslint/rules/core/pack.yaml" in rules
    assert any(name.endswith((".css", ".html")) for name in package)
    assert package - names == set()
    assert rules - names == set()


def test_nothing_else_is_in_it(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0] for name in names} == {"newslint", "newslint-0.1.0.dist-info"}
    assert not any("__pycache__" in name for name in names)


def test_it_works_from_where_it_is_unpacked(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path)
    code = (
        f"import sys; sys.path.insert(0, {str(tmp_path)!r})\n"
        "import newslint; from newslint.lexicon import rules_folder\n"
        "print(newslint.__file__); print(rules_folder())\n"
        "print(len(newslint.load_profile('desk').rules) > 10)\n"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-c", code], check=True, capture_output=True, text=True
    )
    assert done.stdout.splitlines() == [
        str(tmp_path / "newslint" / "__init__.py"),
        str(tmp_path / "newslint" / "rules"),
        "True",
    ]
