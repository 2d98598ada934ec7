"""Load packs of rules from folders."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

from newslint.errors import NewslintError, Problem, did_you_mean
from newslint.lexicon import rules_folder
from newslint.rulebook import Pack, Rule, RuleSet, parse_pack, parse_rule, resolve

CORE = "core"


class Library:
    """The packs that can be named: the shipped ones and those of the house's own folders."""

    def __init__(self, folders: Iterable[Path] = ()) -> None:
        self.folders = [rules_folder(), *folders]

    def packs(self) -> dict[str, Path]:
        """Map each pack's name to its folder; raises NewslintError if two have one name."""
        found: dict[str, Path] = {}
        for folder in self.folders:
            for path in sorted(folder.glob("*/pack.yaml")):
                name = path.parent.name
                if name in found:
                    raise NewslintError.of(
                        f"there is a pack '{name}' in {found[name]} too",
                        path=str(path),
                        hint="rename one of the folders",
                    )
                found[name] = path.parent
        return found

    def load_pack(self, folder: Path) -> tuple[Pack, tuple[Rule, ...]]:
        """Load a pack's rules, sorted by id; raises NewslintError with every problem in it."""
        pack_file = folder / "pack.yaml"
        pack = parse_pack(read_text(pack_file), str(pack_file))
        problems: list[Problem] = []
        if pack.name != folder.name:
            problems.append(
                Problem(
                    f"the pack's name '{pack.name}' differs from its folder's",
                    str(pack_file),
                    hint=f"write 'name: {folder.name}'",
                )
            )
        rules: dict[str, Rule] = {}
        for path in sorted(folder.rglob("*.yaml")):
            if path.name in ("pack.yaml", "coverage.yaml") or path.parent == folder:
                continue
            try:
                rule = load_rule(path, folder.name)
            except NewslintError as error:
                problems += error.problems
                continue
            if rule.id in rules:
                problems.append(
                    Problem(
                        f"rule '{rule.id}' is defined in {rules[rule.id].path} too",
                        str(path),
                        hint="rename one of the files",
                    )
                )
            rules[rule.id] = rule
        if problems:
            raise NewslintError(problems)
        return pack, tuple(rules[key] for key in sorted(rules))

    def profile(
        self, name: str, extra: Sequence[str] = (), *, today: date | None = None
    ) -> RuleSet:
        """Resolve a profile (core + the pack of its name) with extra packs on top."""
        known = self.packs()
        order: list[str] = []
        loaded: dict[str, tuple[Rule, ...]] = {}
        for wanted in (CORE, name, *extra):
            self._visit(wanted, known, order, loaded, ())
        return resolve(name, [loaded[each] for each in order], today=today)

    def _visit(
        self,
        name: str,
        known: Mapping[str, Path],
        order: list[str],
        loaded: dict[str, tuple[Rule, ...]],
        trail: tuple[str, ...],
    ) -> None:
        if name in trail:
            chain = " -> ".join((*trail, name))
            raise NewslintError.of(
                f"the pack '{name}' extends itself: {chain}", path=str(known[name] / "pack.yaml")
            )
        if name not in known:
            raise NewslintError.of(
                f"there is no profile or pack '{name}'", hint=did_you_mean(name, known)
            )
        if name in loaded:
            return
        pack, rules = self.load_pack(known[name])
        for base in pack.extends:
            self._visit(base, known, order, loaded, (*trail, name))
        order.append(name)
        loaded[name] = rules


def load_profile(name: str = CORE, *packs: str, folders: Iterable[Path] = ()) -> RuleSet:
    """Load a profile, with extra packs on top; `folders` hold the house's own packs."""
    return Library(folders).profile(name, packs)


def load_rule(path: Path, pack: str) -> Rule:
    """Load one rule file; raises NewslintError with every problem in it."""
    return parse_rule(read_text(path), str(path), pack, list_reader(path.parent))


def read_text(path: Path) -> str:
    """Read a UTF-8 file; raises NewslintError that names it."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise NewslintError.of(f"cannot be read: {error.strerror}", path=str(path)) from None
    except UnicodeDecodeError:
        raise NewslintError.of("is not UTF-8", path=str(path), hint="save it as UTF-8") from None


def list_reader(folder: Path) -> Callable[[str], Mapping[str, str]]:
    """Return a function that reads a CSV list (`wrong,right` or one word a row) beside a rule."""

    def read(name: str) -> Mapping[str, str]:
        path = folder / name
        entries: dict[str, str] = {}
        reader = csv.reader(io.StringIO(read_text(path)), strict=True)
        try:
            for row in reader:
                if not row or row[0].startswith("#"):
                    continue
                word, right = row[0].strip(), row[1].strip() if len(row) > 1 else ""
                if not word:
                    raise NewslintError.of("an empty entry", path=str(path), line=reader.line_num)
                if word in entries:
                    raise NewslintError.of(
                        f"'{word}' is given twice", path=str(path), line=reader.line_num
                    )
                entries[word] = right
        except csv.Error as error:
            raise NewslintError.of(
                f"not valid CSV: {error}", path=str(path), line=reader.line_num
            ) from None
        return entries

    return read
