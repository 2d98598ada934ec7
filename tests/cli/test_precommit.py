"""The hooks, as a repository of articles uses them: from an empty cache, through git itself."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from identify.identify import tags_from_path

from newslint.cli.parser import parser_of
from newslint.readers import EXTENSIONS

REPOSITORY = Path(__file__).resolve().parent.parent.parent
PRE_COMMIT = [sys.executable, "-m", "pre_commit"]
BAD = "Mayor Tomas Ekeland spoke first.\n\nThen Tomas Eckeland spoke on the the wall.\n"
GOOD = "Mayor Tomas Ekeland spoke first.\n\nThen Ekeland spoke about the wall.\n"
CONFIGURATION = "include: [articles/]\nfail_on: warning\n"


@pytest.fixture(scope="module")
def package_index(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Skip where hooks cannot be installed because there is nowhere to install from."""
    folder = str(tmp_path_factory.mktemp("download"))
    command = ["pip", "download", "-q", "--no-deps", "--no-cache-dir", "--dest", folder]
    done = subprocess.run([sys.executable, "-m", *command, "pathspec"], check=False)
    if done.returncode:
        pytest.skip("no package index is at hand")


class Articles:
    """A git repository of articles."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.environment = {
            **{key: value for key, value in os.environ.items() if not key.startswith("GIT_")},
            "PRE_COMMIT_HOME": str(root.parent / "pre-commit-home"),
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org",
            "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.org",
        }  # fmt: skip
        root.mkdir()
        self.git("init", "-q", "-b", "main")
        self.write("newslint.yaml", CONFIGURATION)

    def write(self, name: str, text: str) -> None:
        path = self.root / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        self.git("add", name)

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command, cwd=self.root, env=self.environment, check=False, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip

    def git(self, *arguments: str) -> str:
        done = self.run("git", *arguments)
        assert done.returncode == 0, done.stdout
        return done.stdout.strip()

    def commit(self, name: str, text: str) -> subprocess.CompletedProcess[str]:
        self.write(name, text)
        return self.run("git", "commit", "-q", "-m", f"Change {name}")


@pytest.fixture
def articles(tmp_path: Path, package_index: None) -> Articles:
    return Articles(tmp_path / "paper")


def test_a_hook_can_be_tried_on_this_checkout(articles: Articles) -> None:
    articles.write("articles/harbour.md", BAD)
    articles.write("README.md", BAD)
    done = articles.run(*PRE_COMMIT, "try-repo", str(REPOSITORY), "newslint", "--all-files")
    assert done.returncode == 1, done.stdout
    assert "articles/harbour.md:3:30  warning  core/doubled-word" in done.stdout
    assert "Then Tomas Eckeland spoke on the the wall." in done.stdout
    assert "README.md:" not in done.stdout


def test_commits_pass_through_the_hook(articles: Articles, tmp_path: Path) -> None:
    subprocess.run(["git", "clone", "-q", str(REPOSITORY), str(tmp_path / "newslint")], check=True)
    revision = subprocess.run(
        ["git", "rev-parse", "HEAD"],
        cwd=tmp_path / "newslint", check=True, capture_output=True, text=True,
    ).stdout.strip()  # fmt: skip
    articles.write(
        ".pre-commit-config.yaml",
        f"repos:\n  - repo: {tmp_path / 'newslint'}\n    rev: {revision}\n"
        "    hooks: [{id: newslint-fix}, {id: newslint}, {id: newslint-wire}]\n",
    )
    assert articles.run(*PRE_COMMIT, "install").returncode == 0

    bad = articles.commit("articles/harbour.md", BAD)
    assert bad.returncode == 1
    assert "core/name-spelling" in bad.stdout
    assert "“Tomas Eckeland” here" in bad.stdout
    assert "files were modified by this hook" in bad.stdout
    fixed = (articles.root / "articles/harbour.md").read_text(encoding="utf-8")
    assert fixed == BAD.replace("the the", "the")

    good = articles.commit("articles/harbour.md", GOOD)
    assert good.returncode == 0, good.stdout
    assert articles.git("log", "--format=%s") == "Change articles/harbour.md"

    readme = articles.commit("README.md", BAD)
    assert readme.returncode == 0, readme.stdout

    wire = articles.commit("articles/wire.jsonl", '{"text": "It was the the end."}\n')
    assert wire.returncode == 1
    assert "articles/wire.jsonl:1:18  warning  core/doubled-word" in wire.stdout


def hooks() -> dict[str, dict[str, Any]]:
    text = (REPOSITORY / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    return {hook["id"]: hook for hook in yaml.safe_load(text)}


def test_every_format_has_its_hook(tmp_path: Path) -> None:
    by_type = set(hooks()["newslint"]["types_or"])
    assert set(hooks()["newslint-fix"]["types_or"]) == by_type
    by_name = re.compile(hooks()["newslint-wire"]["files"])
    for ending in EXTENSIONS:
        path = tmp_path / f"article{ending}"
        path.write_text("It rained.\n", encoding="utf-8")
        typed = bool(by_type & tags_from_path(str(path)))
        assert typed != bool(by_name.search(path.name)), ending


def test_the_entries_are_commands() -> None:
    for hook in hooks().values():
        name, *arguments = hook["entry"].split()
        assert name == "newslint"
        parser_of(arguments).parse_args(arguments)
