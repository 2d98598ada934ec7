"""What git knows of a folder: its root, what changed since a commit, and how files were then."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from newslint.errors import NewslintError
from newslint.lazily import Lazily
from newslint.record import Record

if TYPE_CHECKING:
    import subprocess
else:
    subprocess = Lazily("subprocess")


class Git:
    """A git repository with a work tree. Every failure is a NewslintError that says what to do."""

    def __init__(self, folder: Path) -> None:
        self.root = folder
        if _run(folder, "rev-parse", "--is-bare-repository").strip() == b"true":
            raise NewslintError.of(
                "the git repository is bare: it holds no files to compare", path=folder.as_posix()
            )
        self.root = Path(os.fsdecode(_run(folder, "rev-parse", "--show-toplevel").rstrip(b"\n")))

    def run(self, *arguments: str) -> bytes:
        """Run git in the root and return its output; raises NewslintError if it fails."""
        return _run(self.root, *arguments)

    def commit(self, name: str) -> str:
        """Return the hash of a commit by any name git knows it by."""
        try:
            found = self.run("rev-parse", "--verify", "--quiet", "--end-of-options",
                             f"{name}^{{commit}}")  # fmt: skip
        except NewslintError:
            hint = "fetch it first" if self.shallow else "a branch, tag or hash that git knows"
            raise NewslintError.of(f"git knows no commit '{name}'", hint=hint) from None
        return found.decode().strip()

    def branching_point(self, name: str) -> str:
        """Return the commit from which HEAD and the named commit went different ways."""
        commit = self.commit(name)
        try:
            return self.run("merge-base", commit, "HEAD").decode().strip()
        except NewslintError:
            hint = "rebase on it, or name another commit"
            if self.shallow:
                hint = "the clone is shallow: fetch the whole history (fetch-depth: 0)"
            raise NewslintError.of(
                f"'{name}' and HEAD have no common commit here", hint=hint
            ) from None

    @property
    def shallow(self) -> bool:
        """Tell whether part of the history was not fetched."""
        return self.run("rev-parse", "--is-shallow-repository").strip() == b"true"

    def since(self, commit: str) -> Since:
        """Return how the files of the work tree differ from a commit."""
        listed = self.run("ls-tree", "-r", "-z", "--name-only", "--full-tree", commit)
        before = frozenset(_names(listed))
        changes = _names(
            self.run("diff", "--name-status", "-z", "--find-renames", "--no-ext-diff", commit, "--")
        )
        return Since(self, commit, before, _changed(changes))

    def content(self, commit: str, path: str) -> bytes:
        """Return a file as it was, with line ends as a checkout has them."""
        return self.run("cat-file", "--filters", f"{commit}:{path}")


class Since(Record):
    """The difference between a commit and the work tree; paths are relative to the root.

    `changed` maps the path of a changed file to the one it had, which differs if it was renamed.
    """

    git: Git
    commit: str
    before: frozenset[str]
    changed: Mapping[str, str]

    def old_path(self, path: str) -> str | None:
        """Return where the file was at the commit, or None if it was not there."""
        if path in self.changed:
            return self.changed[path] if self.changed[path] in self.before else None
        return path if path in self.before else None

    def unchanged(self, path: str) -> bool:
        """Tell whether the file is as it was."""
        return path in self.before and path not in self.changed

    def content(self, path: str) -> bytes | None:
        """Return what the file held at the commit, or None if it was not there."""
        old = self.old_path(path)
        return None if old is None else self.git.content(self.commit, old)


def user_name() -> str:
    """Return the name that git puts on commits, or nothing."""
    try:
        return _run(Path.cwd(), "config", "user.name").decode().strip()
    except NewslintError:
        return ""


def _changed(fields: list[str]) -> dict[str, str]:
    """Read `git diff --name-status -z`: a status and one path, or two for a renamed file."""
    changed: dict[str, str] = {}
    rest = iter(fields)
    for status in rest:
        old = next(rest)
        new = next(rest) if status[0] in "RC" else old
        changed[new] = old
    return changed


def _names(output: bytes) -> list[str]:
    return [os.fsdecode(name) for name in output.split(b"\0") if name]


#: A hook's own repository must not be taken for that of the files.
_OWN = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")


def _run(folder: Path, *arguments: str) -> bytes:
    environment = {key: value for key, value in os.environ.items() if key not in _OWN}
    try:
        done = subprocess.run(
            ["git", *arguments],
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
    except FileNotFoundError:
        raise NewslintError.of("git is not installed", hint="comparing versions needs it") from None
    if done.returncode:
        said = os.fsdecode(done.stderr).strip().splitlines()
        message = said[0].removeprefix("fatal: ") if said else f"git {arguments[0]} failed"
        raise NewslintError.of(f"git: {message}", path=folder.as_posix())
    return done.stdout
