"""Find rules by what an author calls them: an id, a name, a pack, a pattern, a file or a folder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from pathlib import Path

from newslint.errors import NewslintError, did_you_mean
from newslint.record import Record
from newslint.rulebook import Rule
from newslint.store.raw import read_text
from newslint.store.rules import Library, load_rule, rule_files

#: Files of a pack that hold no rule.
_NO_RULES = ("pack.yaml", "coverage.yaml")


class RuleFile(Record):
    """A file that holds a rule, and the pack it belongs to."""

    path: Path
    pack: str

    @property
    def rule_id(self) -> str:
        """Return the id of the rule in it."""
        return f"{self.pack}/{self.path.stem}"

    def load(self) -> Rule:
        """Read the rule; raises NewslintError with every problem in it."""
        return load_rule(self.path, self.pack)

    @property
    def source(self) -> str:
        """Return the file's text."""
        return read_text(self.path)


def all_files(library: Library) -> list[RuleFile]:
    """List the rule files of all packs, sorted by id."""
    packs = library.packs()
    found = [RuleFile(path, name) for name in packs for path in rule_files(packs[name])]
    return sorted(found, key=lambda file: file.rule_id)


def named(library: Library, name: str) -> list[RuleFile]:
    """Return the files that a name stands for; raises NewslintError if there are none.

    A name is an id (`core/doubled-word`), the part after the stroke, a pack, or a pattern
    (`core/*`).
    """
    files = all_files(library)
    found = [file for file in files if _is_meant(file, name)]
    if not found:
        names = {file.rule_id for file in files} | {file.rule_id.split("/")[1] for file in files}
        hint = did_you_mean(name, names) or "'newslint rules --all' lists them"
        raise NewslintError.of(f"there is no rule, file or folder '{name}'", hint=hint)
    return found


def _is_meant(file: RuleFile, name: str) -> bool:
    return name in (file.pack, file.path.stem) or fnmatchcase(file.rule_id, name)


def at_path(path: Path) -> Iterator[RuleFile]:
    """Yield the rule files at or below a path; raises NewslintError if there are none."""
    if not path.exists():
        raise NewslintError.of("there is no such file or folder", path=str(path))
    if path.is_file():
        yield RuleFile(path, pack_of(path))
        return
    files = [each for each in sorted(path.rglob("*.yaml")) if each.name not in _NO_RULES]
    if not files:
        raise NewslintError.of("holds no rules", path=str(path), hint="rules are .yaml files")
    for each in files:
        yield RuleFile(each, pack_of(each))


def pack_of(path: Path) -> str:
    """Return the pack of a rule file: the nearest folder above with a `pack.yaml`, or its own."""
    folder = path.resolve().parent
    for each in (folder, *folder.parents):
        if (each / "pack.yaml").is_file():
            return each.name
    return folder.name


def files_of(library: Library, names: Iterable[str]) -> list[RuleFile]:
    """Return the files that names or paths stand for, each once, in order."""
    found: dict[Path, RuleFile] = {}
    for name in names:
        is_path = Path(name).exists() or name.endswith(".yaml")
        for file in at_path(Path(name)) if is_path else named(library, name):
            found.setdefault(file.path.resolve(), file)
    return list(found.values())
