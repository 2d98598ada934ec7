"""`newslint init`, and what it and the repository offer to CI systems."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from newslint.authoring.setup import GITLAB, Seen, github, look
from newslint.cli import main

REPOSITORY = Path(__file__).resolve().parent.parent.parent


@pytest.fixture
def paper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    git(tmp_path, "init", "-q", "-b", "trunk")
    for name in ("articles/a.md", "articles/uk/b.md", "wire/c.txt", "docs/guide.md", "README.md"):
        write(tmp_path / name, "It rained.\n")
    return tmp_path


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True)


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_what_a_repository_shows(paper: Path) -> None:
    git(paper, "remote", "add", "origin", "https://gitlab.example.org/paper.git")
    assert look(paper) == Seen(
        ("articles", "wire"), (".md", ".txt"), (), True, "gitlab", "trunk", "", False
    )


def test_articles_in_the_root_need_no_folder(paper: Path) -> None:
    write(paper / "front.md", "It rained.\n")
    assert look(paper).folders == ()


def test_a_key_that_newslint_would_not_know(paper: Path) -> None:
    write(paper / "wire/a.jsonl", '{"slug": "x", "copytext": "It rained all day long."}\n')
    assert look(paper).fields == (("copytext", "body"),)
    write(paper / "wire/a.jsonl", '{"slug": "x", "text": "It rained all day long."}\n')
    assert look(paper).fields == ()


def test_the_files_written_work(paper: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (paper / ".github").mkdir()
    assert main(["init"]) == 0
    out = capsys.readouterr().out
    for name in ("newslint.yaml", ".pre-commit-config.yaml", ".github/workflows/newslint.yml"):
        assert f"{name} written." in out
    assert main(["check", ".", "--format", "concise", "--profile", "core"]) == 0
    assert capsys.readouterr().out == "Nothing found in 3 files.\n"
    (repository,) = yaml.safe_load((paper / ".pre-commit-config.yaml").read_text())["repos"]
    (hook,) = repository["hooks"]
    assert hook["entry"] == "newslint check"
    assert hook["files"] == r"\.(md|txt)$"
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "validate-config"], cwd=paper, check=False
    )
    assert done.returncode == 0


def test_nothing_is_overwritten(paper: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(paper / "newslint.yaml", "profile: desk\n")
    write(paper / ".pre-commit-config.yaml", "repos: []\n")
    assert main(["init"]) == 0
    out = capsys.readouterr().out
    assert "newslint.yaml is there and stays as it is." in out
    assert ".pre-commit-config.yaml is there; add to it:\n\nrepos:\n" in out
    assert (paper / "newslint.yaml").read_text() == "profile: desk\n"
    assert (paper / ".pre-commit-config.yaml").read_text() == "repos: []\n"


def test_a_table_of_pyproject_is_a_configuration(
    paper: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(paper / "pyproject.toml", "[tool.newslint]\nprofile = 'desk'\n")
    assert main(["init"]) == 0
    assert "pyproject.toml is there and stays as it is." in capsys.readouterr().out
    assert not (paper / "newslint.yaml").exists()


def test_a_dry_run_writes_nothing(paper: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = sorted(paper.rglob("*"))
    assert main(["init", "--dry-run"]) == 0
    assert "newslint.yaml:\n" in capsys.readouterr().out
    assert sorted(paper.rglob("*")) == before


def test_a_folder_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["init", "nowhere"]) == 2
    assert capsys.readouterr().err == "nowhere: error: there is no such folder\n"


def scripts() -> dict[str, tuple[str, dict[str, str]]]:
    """Return the commands that CI systems would run, and the variables they set beside."""
    action = yaml.safe_load((REPOSITORY / "action.yml").read_text(encoding="utf-8"))
    steps = action["runs"]["steps"]
    assert [set(step) & {"run", "uses"} for step in steps] == [{"uses"}, {"run"}, {"run"}]
    defaults = {name: given["default"] for name, given in action["inputs"].items()}
    variables = {
        "PATHS": defaults["paths"], "ARGUMENTS": "--profile core", "BASE": "trunk",
        "ONLY_NEW": defaults["only-new"], "SARIF": "out.sarif",
    }  # fmt: skip
    template = yaml.safe_load((REPOSITORY / "templates/gitlab-ci.yml").read_text(encoding="utf-8"))
    mine = yaml.safe_load(GITLAB)
    workflow: Any = yaml.safe_load(github(Seen(branch="trunk")))
    (job,) = workflow["jobs"].values()
    return {
        "action": (steps[2]["run"], variables),
        "GitLab template": (template["newslint"]["script"][0], {"ARTICLES": "."}),
        "GitLab job": ("\n".join(mine["newslint"]["script"]), {}),
        "GitHub workflow": (job["steps"][-1]["run"], {"BASE": "trunk"}),
    }


@pytest.mark.parametrize("name", scripts())
def test_the_scripts_report_only_what_is_new(paper: Path, name: str) -> None:
    for key, value in (("user.name", "A"), ("user.email", "a@example.org")):
        git(paper, "config", key, value)
    write(paper / "articles/old.md", "It cost 40 million dollars.\n")
    git(paper, "add", "-A")
    git(paper, "commit", "-q", "-m", "old")
    git(paper, "remote", "add", "origin", str(paper))
    git(paper, "fetch", "-q", "origin")
    git(paper, "checkout", "-q", "-b", "change")
    write(paper / "articles/new.md", "It cost 50 million dollars.\n")
    script, variables = scripts()[name]
    environment = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "GITHUB_STEP_SUMMARY": "summary.md",
        "CI_MERGE_REQUEST_DIFF_BASE_SHA": "trunk",
        **variables,
    }
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script],
        cwd=paper, env=environment, check=False, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "articles/new.md" in done.stdout
    assert "articles/old.md" not in done.stdout
