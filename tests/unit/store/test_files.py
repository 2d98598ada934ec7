from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from newslint.store.configs import Configs
from newslint.store.files import GitIgnore, discover


def make(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x\n")


def found(root: Path, *names: str) -> list[str]:
    result = discover([root / name for name in names], Configs(), [".md"])
    assert result.problems == ()
    return [path.relative_to(root).as_posix() for path in result.articles]


def test_folders_are_searched_in_order_of_name(tmp_path: Path) -> None:
    make(tmp_path, "z.md", "a/b.md", "a/a.MD", "m.md", "m.txt")
    assert found(tmp_path, ".") == ["a/a.MD", "a/b.md", "m.md", "z.md"]


def test_links_to_folders_are_not_followed(tmp_path: Path) -> None:
    make(tmp_path, "real/a.md")
    (tmp_path / "real" / "loop").symlink_to(tmp_path)
    (tmp_path / "link.md").symlink_to(tmp_path / "real" / "a.md")
    assert found(tmp_path, ".") == ["link.md", "real/a.md"]


def test_the_named_come_in_the_order_given(tmp_path: Path) -> None:
    make(tmp_path, "a.md", "b.txt", "c/d.md")
    assert found(tmp_path, "c", "b.txt", "a.md") == ["c/d.md", "b.txt", "a.md"]


def test_a_folder_without_articles_and_a_missing_path(tmp_path: Path) -> None:
    make(tmp_path, "notes/a.txt", "article.md")
    result = discover([tmp_path / "notes", tmp_path / "artcle.md"], Configs(), [".md"])
    assert result.articles == ()
    first, second = result.problems
    assert (first.path, first.message) == (
        (tmp_path / "notes").as_posix(),
        "no articles in this folder",
    )
    assert second.message == "there is no such file or folder"
    assert second.hint == f"did you mean '{(tmp_path / 'article.md').as_posix()}'?"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_named_pipe_is_an_article_only_when_named(tmp_path: Path) -> None:
    make(tmp_path, "a.md")
    os.mkfifo(tmp_path / "pipe.md")
    assert found(tmp_path, ".") == ["a.md"]
    assert found(tmp_path, "pipe.md") == ["pipe.md"]


PATTERNS = {
    ".gitignore": "# comment\n*.log.md\n/top.md\nbuild/\n!build/kept.md\nspace\\ name.md\n",
    "sub/.gitignore": "own.md\n!back.log.md\n",
    ".git/info/exclude": "private.md\n",
}
PATHS = [
    "a.md", "top.md", "sub/top.md", "x.log.md", "sub/back.log.md", "build/a.md", "build/kept.md",
    "sub/build/b.md", "sub/own.md", "own.md", "private.md", "sub/private.md", "space name.md",
]  # fmt: skip


def test_what_is_ignored_is_what_git_ignores(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    make(tmp_path, *PATHS)
    for name, text in PATTERNS.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--others", "--exclude-standard", "--", "*.md"],
        cwd=tmp_path, capture_output=True, text=True, check=True,
    )  # fmt: skip
    expected = sorted(name for name in listed.stdout.split("\0") if name)
    assert sorted(found(tmp_path, ".")) == expected
    assert 0 < len(expected) < len(PATHS)


def test_a_gitignore_above_the_repository_does_not_count(tmp_path: Path) -> None:
    make(tmp_path, "repository/a.md", "repository/.git/HEAD")
    (tmp_path / ".gitignore").write_text("*.md\n")
    assert not GitIgnore().ignores(tmp_path / "repository" / "a.md")
    assert GitIgnore().ignores(tmp_path / "b.md")
