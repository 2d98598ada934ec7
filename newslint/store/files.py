"""Which files are articles: what was named, what a folder holds, what is left out."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from newslint.config import ConfigFile, is_article, matches, spec
from newslint.errors import NewslintError, Problem, closest
from newslint.record import Record
from newslint.store.configs import Configs
from newslint.store.nearest import absolute

#: Folders that hold no articles, beside the hidden ones.
_NEVER = frozenset({"__pycache__", "node_modules"})


class Found(Record):
    """The articles to check, in order, the named files that are excluded, and what went wrong."""

    articles: tuple[Path, ...]
    skipped: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def discover(paths: Sequence[Path], configs: Configs, extensions: Iterable[str]) -> Found:
    """Find the articles among files and folders.

    `extensions` (with their dot) say which files of a folder are articles, unless its
    configuration says it with `include`. A file that is named needs no known extension.
    """
    walker = _Walker(configs, frozenset(extensions))
    articles: dict[Path, Path] = {}
    skipped: list[str] = []
    problems: list[Problem] = []
    for path in paths:
        try:
            if path.is_dir():
                found = list(walker.walk(path))
                if not found:
                    problems.append(_no_articles(path))
            elif not path.exists():
                problems.append(_missing(path))
                continue
            elif walker.excluded(path):
                skipped.append(path.as_posix())
                continue
            else:
                found = [path]
        except OSError as error:
            problems.append(Problem(f"cannot be read: {error.strerror}", path.as_posix()))
            continue
        for each in found:
            articles.setdefault(absolute(each), each)
    return Found(tuple(articles.values()), tuple(skipped), (*problems, *walker.problems))


def _missing(path: Path) -> Problem:
    near = ""
    if path.parent.is_dir():
        near = closest(path.name, (each.name for each in path.parent.iterdir()))
    hint = f"did you mean '{(path.parent / near).as_posix()}'?" if near else ""
    return Problem("there is no such file or folder", path.as_posix(), hint=hint)


def _no_articles(path: Path) -> Problem:
    hint = "a folder is searched for files of known formats that neither .gitignore nor 'exclude' "
    return Problem("no articles in this folder", path.as_posix(), hint=hint + "leaves out")


class _Walker:
    """Walks folders in order of name, and leaves out what is ignored or excluded."""

    def __init__(self, configs: Configs, extensions: frozenset[str]) -> None:
        self._configs = configs
        self._extensions = extensions
        self._ignored = GitIgnore()
        self.problems: list[Problem] = []

    def walk(self, folder: Path) -> Iterator[Path]:
        """Yield the articles in a folder and those below it; links to folders are not followed."""
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            self.problems.append(Problem(f"cannot be read: {error.strerror}", folder.as_posix()))
            return
        config = self._config(folder)
        for entry in entries:
            path = folder / entry.name
            if entry.is_dir(follow_symlinks=False):
                if not self._leaves_out(path, config):
                    yield from self.walk(path)
            elif entry.is_file() and self._is_article(path, config):
                yield path

    def excluded(self, path: Path) -> bool:
        """Tell whether the configuration excludes a file that was named."""
        config = self._config(path.parent)
        return not is_article(config, relative(path, config))

    def _config(self, folder: Path) -> ConfigFile:
        try:
            return self._configs.of(folder)
        except NewslintError:
            return ConfigFile()  # reading the file will report it

    def _leaves_out(self, folder: Path, config: ConfigFile) -> bool:
        if folder.name.startswith(".") or folder.name in _NEVER:
            return True
        inside = relative(folder, config) + "/"
        return matches(inside, config.config.exclude) or self._ignored.ignores(folder, "/")

    def _is_article(self, path: Path, config: ConfigFile) -> bool:
        if not config.config.include and path.suffix.lower() not in self._extensions:
            return False
        return is_article(config, relative(path, config)) and not self._ignored.ignores(path)


def relative(path: Path, config: ConfigFile) -> str:
    """Write a path as seen from the configuration's folder, for its patterns."""
    return relative_to(path, config.folder)


def relative_to(path: Path, folder: str) -> str:
    """Write a path as seen from a folder above it, or from the root where it is not above."""
    whole = absolute(path)
    return (whole.relative_to(folder) if whole.is_relative_to(folder) else whole).as_posix()


class GitIgnore:
    """Tells what git ignores, from the .gitignore files above a file in its repository."""

    def __init__(self) -> None:
        self._lines: dict[Path, tuple[tuple[Path, tuple[str, ...]], ...]] = {}

    def ignores(self, path: Path, slash: str = "") -> bool:
        """Tell whether a path is ignored; `slash` is "/" for a folder. The nearest file decides."""
        whole = absolute(path)
        for folder, patterns in reversed(self._of(whole.parent)):
            verdict = spec(patterns).check_file(whole.relative_to(folder).as_posix() + slash)
            if verdict.include is not None:
                return verdict.include
        return False

    def _of(self, folder: Path) -> tuple[tuple[Path, tuple[str, ...]], ...]:
        if folder not in self._lines:
            root = (folder / ".git").exists() or folder.parent == folder
            above = () if root else self._of(folder.parent)
            own = [*(_lines(folder / ".git/info/exclude") if root else ())]
            own += _lines(folder / ".gitignore")
            self._lines[folder] = (*above, (folder, tuple(own))) if own else above
        return self._lines[folder]


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []
