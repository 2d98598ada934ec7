"""Load packs of rules from folders."""

from __future__ import annotations

import io
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from newslint.adjust import Adjuster, Change, PackFile
from newslint.errors import NewslintError, Problem, did_you_mean
from newslint.lazily import Lazily
from newslint.lexicon import rules_folder
from newslint.record import Record
from newslint.rulebook import Pack, Rule, RuleSet, expired, is_newer, layered
from newslint.rulefile import ListReader, ListRow, WordList, parse_pack, parse_rule
from newslint.store.raw import read_text

if TYPE_CHECKING:
    import csv
else:
    csv = Lazily("csv")

CORE = "core"


class Library:
    """The packs that can be named: the shipped ones and those of the house's own folders.

    A broken rule is an error: it is raised, or noted in `problems` where the other rules shall do
    their work all the same. `read` are the folders of the packs that were read.
    """

    def __init__(self, folders: Iterable[Path] = (), problems: list[Problem] | None = None) -> None:
        self.folders = [rules_folder(), *folders]
        self.read: list[Path] = []
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
        file, rules = self._load(folder)
        return file.pack, rules

    def _load(self, folder: Path) -> tuple[PackFile, tuple[Rule, ...]]:
        self.read.append(folder)
        pack_file = folder / "pack.yaml"
        text = read_text(pack_file)
        file = PackFile(parse_pack(text, str(pack_file)), str(pack_file), text)
        problems: list[Problem] = []
        if file.pack.name != folder.name:
            problems.append(
                Problem(
                    f"the pack's name '{file.pack.name}' differs from its folder's",
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
        self._raise(problems)
        return file, tuple(rules[key] for key in sorted(rules))

    def _raise(self, problems: Sequence[Problem]) -> None:
        """Raise problems, or note them where the other rules shall do their work."""
        if self._noted is not None:
            self._noted += problems
        elif problems:
            raise NewslintError(problems)

    def profile(
        self, name: str, extra: Sequence[str] = (), *, today: date | None = None
    ) -> RuleSet:
        """Resolve a profile (core + the pack of its name) with extra packs on top."""
        return self.resolution(name, extra, today=today).ruleset

    def resolution(
        self, name: str, extra: Sequence[str] = (), *, today: date | None = None
    ) -> Resolution:
        """Resolve a profile and say what became of every rule of its packs."""
        known = self.packs()
        loaded: dict[str, tuple[PackFile, tuple[Rule, ...]]] = {}
        for wanted in (CORE, name, *extra):
            self._visit(wanted, known, loaded, ())
        changes: list[Change] = []
        silent: dict[str, str] = {}
        chosen: list[Rule] = []
        for pack, (file, rules) in loaded.items():
            before = {rule.id for rule in chosen}
            chosen = layered(chosen, rules)
            for rule_id in before - {rule.id for rule in chosen}:
                silent[rule_id] = f"'{pack}' has a rule on the same topic"
            chosen = self._adjusted(chosen, file, known, silent, changes)
        files = [file for file, _ in loaded.values()]
        rules = tuple(_speaking(chosen, [file.pack for file in files], today, silent))
        ruleset = RuleSet(name, tuple(sorted(rules, key=lambda rule: rule.id)))
        return Resolution(ruleset, tuple(loaded), tuple(changes), silent)

    def _adjusted(
        self,
        rules: Sequence[Rule],
        file: PackFile,
        known: Mapping[str, Path],
        silent: dict[str, str],
        changes: list[Change],
    ) -> list[Rule]:
        """Apply what a pack file says of the rules laid down so far."""
        if not file.pack.rules:
            return list(rules)
        adjuster = Adjuster(file)
        kept = []
        for rule in rules:
            adjusted = adjuster.apply(rule)
            if adjusted is None:
                silent[rule.id] = f"'{file.pack.name}' says: {file.pack.rules[rule.id].off}"
            else:
                kept.append(adjusted)
        adjuster.complain_of_unknown(
            {*(rule.id for rule in rules), *silent, *_with_file(known, rules)}
        )
        self._raise(adjuster.converter.problems)
        changes += adjuster.changes
        return kept

    def _visit(
        self,
        name: str,
        known: Mapping[str, Path],
        loaded: dict[str, tuple[PackFile, tuple[Rule, ...]]],
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
        file, rules = self._load(known[name])
        for base in file.pack.extends:
            self._visit(base, known, loaded, (*trail, name))
        loaded[name] = (file, rules)


class Resolution(Record):
    """A profile's rules, the packs they come from in order, what was changed about them, and why
    the others stay silent (id -> reason).
    """

    ruleset: RuleSet
    packs: tuple[str, ...]
    changes: tuple[Change, ...]
    silent: Mapping[str, str]


def _with_file(known: Mapping[str, Path], rules: Iterable[Rule]) -> set[str]:
    """Return ids that have a file in one of the packs at hand; it may be broken."""
    packs = {rule.pack for rule in rules}
    return {each for name in packs for each in pack_ids(known[name])}


def _speaking(
    rules: Iterable[Rule], packs: Sequence[Pack], today: date | None, silent: dict[str, str]
) -> Iterator[Rule]:
    """Yield the rules that speak; the others get the reason why they are silent."""
    preview = any(pack.preview for pack in packs)
    version = next((pack.rules_as_of for pack in reversed(packs) if pack.rules_as_of), "")
    for rule in rules:
        if expired(rule, today):
            silent[rule.id] = f"expired on {rule.header.expires}"
        elif rule.header.status == "preview" and not preview:
            silent[rule.id] = "is a preview: 'preview: true' in a pack.yaml lets it speak"
        elif is_newer(rule, version):
            silent[rule.id] = f"came with {rule.header.since}, later than {version}"
        else:
            yield rule


def pack_ids(folder: Path) -> list[str]:
    """List the ids of a pack's rules without reading them, sorted."""
    return sorted(f"{folder.name}/{name.removesuffix('.yaml')}" for _, name in _below(folder))


def rule_files(folder: Path) -> list[Path]:
    """List the rule files of a pack, sorted: those in the folders of its topics."""
    return sorted(Path(topic, name) for topic, name in _below(folder))


def _below(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield folder and name of each rule file; `rglob` takes five times as long."""
    top = str(folder)
    for topic, _, names in os.walk(top):
        if topic != top:
            for name in names:
                if name.endswith(".yaml") and name not in ("pack.yaml", "coverage.yaml"):
                    yield topic, name


def load_profile(name: str = CORE, *packs: str, folders: Iterable[Path] = ()) -> RuleSet:
    """Load a profile, with extra packs on top; `folders` hold the house's own packs."""
    return Library(folders).profile(name, packs)


def load_rule(path: Path, pack: str) -> Rule:
    """Load one rule file; raises NewslintError with every problem in it."""
    return parse_rule(read_text(path), str(path), pack, list_reader(path.parent))


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
