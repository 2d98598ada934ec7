"""Load packs of rules from folders."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from newslint.errors import NewslintError, Problem, did_you_mean
from newslint.lexicon import rules_folder
from newslint.rulebook import Pack, Rule, RuleSet, resolve
from newslint.rulefile import ListReader, ListRow, WordList, parse_pack, parse_rule

CORE = "core"


class Library:
    """The packs that can be named: the shipped ones and those of the house's own folders.

    A broken rule is an error: it is raised, or noted in `problems` where the other rules shall do
    their work all the same.
    """

    def __init__(self, folders: Iterable[Path] = (), problems: list[Problem] | None = None) -> None:
        self.folders = [rules_folder(), *folders]
        self._noted = problems

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
        """Load a pack's rules, sorted by id; raises (or notes) every problem in it."""
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
        for path in rule_files(folder):
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
        if self._noted is not None:
            self._noted += problems
        elif problems:
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


def pack_ids(folder: Path) -> list[str]:
    """List the ids of a pack's rules without reading them."""
    return [f"{folder.name}/{path.stem}" for path in rule_files(folder)]


def rule_files(folder: Path) -> list[Path]:
    """List the rule files of a pack, sorted: those in the folders of its topics."""
    return [
        path
        for path in sorted(folder.rglob("*.yaml"))
        if path.name not in ("pack.yaml", "coverage.yaml") and path.parent != folder
    ]


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


def list_reader(folder: Path) -> ListReader:
    """Return a function that reads a CSV list beside a rule: a row an entry, `#` for comments."""

    def read(name: str) -> WordList:
        path = folder / name
        rows = tuple(_rows(read_text(path), str(path)))
        if not rows:
            raise NewslintError.of("the list is empty", path=str(path))
        problems = list(_row_problems(rows, str(path)))
        if problems:
            raise NewslintError(problems)
        return WordList(str(path), rows)

    return read


def _rows(text: str, path: str) -> Iterator[ListRow]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    start = 1
    try:
        for row in reader:
            if row and not row[0].startswith("#"):
                yield ListRow(start, tuple(cell.strip() for cell in row))
            start = reader.line_num + 1
    except csv.Error as error:
        lines = text.splitlines()
        raise NewslintError.of(
            f"not valid CSV: {error}",
            path=path,
            line=start,
            column=1,
            hint="a quotation mark inside a quoted cell is written twice",
            excerpt=lines[start - 1] if start <= len(lines) else "",
        ) from None


def _row_problems(rows: Iterable[ListRow], path: str) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for line, cells in rows:
        entry = " ".join(cells[0].split())
        if not entry:
            yield Problem("an empty entry", path, line, 1)
        elif entry in first:
            yield Problem(f"'{entry}' stands in line {first[entry]} too", path, line, 1)
        else:
            first[entry] = line
