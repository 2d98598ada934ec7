"""What governs articles, as it was at a commit: configurations, rules, fact sheets, baselines.

A change that is being judged must not choose its own judges. The files are copied once for every
tree that git knows, into the cache folder.
"""

from __future__ import annotations

import io
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from newslint.errors import NewslintError
from newslint.lazily import Lazily
from newslint.record import Record
from newslint.store.nearest import absolute
from newslint.store.raw import reason

if TYPE_CHECKING:
    import shutil
    import tarfile
    import tempfile

    from newslint.store.git import Git
else:
    shutil = Lazily("shutil")
    tarfile = Lazily("tarfile")
    tempfile = Lazily("tempfile")

#: What configurations, packs, lists, fact sheets, registries and baselines are kept in.
_SUFFIXES = frozenset({".csv", ".json", ".toml", ".yaml", ".yml"})
_KEPT = 8


class Snapshot(Record):
    """A repository's root and the copy that stands for it."""

    root: Path
    copy: Path

    def of(self, path: Path) -> Path:
        """Return where a file or folder is read from: the copy, if it lies in the repository."""
        whole = absolute(path)
        if not whole.is_relative_to(self.root):
            return whole
        return self.copy / whole.relative_to(self.root)


def take(folder: Path, name: str, cache: Path) -> Snapshot:
    """Copy what governs the articles of a repository at a commit; raises NewslintError."""
    from newslint.store.git import Git

    git = Git(folder)
    tree = git.run("rev-parse", f"{git.commit(name)}^{{tree}}").decode().strip()
    copy = cache / "snapshots" / tree
    try:
        if not copy.is_dir():
            _copy(git, tree, copy)
    except OSError as error:
        raise NewslintError.of(f"cannot be written: {reason(error)}", path=str(copy)) from None
    return Snapshot(absolute(git.root), copy)


def _copy(git: Git, tree: str, copy: Path) -> None:
    copy.parent.mkdir(parents=True, exist_ok=True)
    temporary = Path(tempfile.mkdtemp(dir=copy.parent))
    try:
        with tarfile.open(fileobj=io.BytesIO(git.run("archive", "--format=tar", tree))) as archive:
            for member in archive:
                content = archive.extractfile(member) if _governs(member) else None
                if content is not None:
                    target = temporary / member.name
                    target.parent.mkdir(parents=True, exist_ok=True)
                    target.write_bytes(content.read())
        if not copy.is_dir():  # another run may have been quicker
            temporary.rename(copy)
    finally:
        shutil.rmtree(temporary, ignore_errors=True)
    kept = sorted(copy.parent.iterdir(), key=lambda path: path.stat().st_mtime)
    for old in kept[:-_KEPT]:
        shutil.rmtree(old, ignore_errors=True)


def _governs(member: tarfile.TarInfo) -> bool:
    path = PurePosixPath(member.name)
    return member.isfile() and path.suffix in _SUFFIXES and ".." not in path.parts
