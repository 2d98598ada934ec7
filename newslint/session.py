"""Check files as a run does: settings, reading, linting and suppressions, file by file.

Every front door that has files to check goes through here, so that all of them say the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from newslint.config import (
    ConfigFile,
    Overrides,
    RuleChoice,
    Settings,
    settings_for,
    trail_of,
)
from newslint.context import Context
from newslint.document import Document
from newslint.errors import NewslintError, Problem
from newslint.finding import Applicability, Finding, SuppressionPolicy
from newslint.fixer import Fixed, fix
from newslint.linter import Linter
from newslint.readers import ReadOptions, SourceFile, read
from newslint.report import FileReport, PlacedEdit, Report, RuleInfo, place_findings
from newslint.rulebook import Rule, RuleSet
from newslint.span import Span
from newslint.stopwatch import Stopwatch, timed
from newslint.store.choice import Chosen, choose, complaints, selected
from newslint.store.configs import Configs
from newslint.store.factcache import FactCache
from newslint.store.facts import fact_folders
from newslint.store.files import relative, relative_to
from newslint.store.programs import ProgramCache
from newslint.store.results import ResultCache, code_state, result_key, state_of
from newslint.store.rulecache import RuleCache, rule_base_key
from newslint.store.sidecars import sidecars
from newslint.suppress import OWN, UNUSED, Sidecar, sidecar_findings, sift, unknown_in_directives

if TYPE_CHECKING:
    from newslint.writers.signature import Signature


class UsageError(NewslintError):
    """What was asked for does not exist, so that there is no point in going on."""


class Fixing(NamedTuple):
    """A file's source before and after fixing, its bytes after, and the fixes by rule."""

    before: str
    data: bytes
    fixed: Fixed


class _Speaking(NamedTuple):
    """A linter, what it was made from, and the digest of all that it can read beside a file."""

    linter: Linter
    chosen: Chosen
    state: str


class _SidecarUse(NamedTuple):
    """A sidecar, the files checked that it governs, and its entries that held something back."""

    sidecar: Sidecar
    files: set[str]
    entries: set[int]


class Session:
    """Checks files against what governs each; remembers what files have in common."""

    def __init__(
        self,
        configs: Configs,
        overrides: Overrides | None = None,
        context: Context | None = None,
        *,
        today: date | None = None,
        cache: RuleCache | None = None,
    ) -> None:
        self.configs = configs
        self.overrides = overrides or Overrides()
        self.context = context or Context()
        self.today = today
        self.stopwatch: Stopwatch | None = None
        self._cache = cache
        self._results: ResultCache | None = None
        self._context_state: tuple[Context | None, str] = (None, "")
        self._programs = ProgramCache(cache.folder) if cache else None
        if self._programs:
            self._programs.load()
        self._settings: dict[str, Settings] = {}
        self._speaking: dict[tuple[RuleChoice, SuppressionPolicy], _Speaking] = {}
        self._sidecars = sidecars(configs.snapshot)
        self._facts = fact_folders(configs.snapshot, FactCache(cache.folder) if cache else None)
        self._sidecar_uses: dict[str, _SidecarUse] = {}

    def keep(self) -> None:
        """Keep what later runs need not do again."""
        if self._programs:
            self._programs.save()

    def keep_results(self, results: ResultCache) -> None:
        """Take from `results` what was found before, and put what is found now.

        Reports of unchanged files then have documents without blocks: enough for every report but
        the page that shows whole articles.
        """
        self._results = results

    def settings(self, path: str) -> Settings:
        """Return what holds for the file at `path`; raises NewslintError."""
        if path not in self._settings:
            config = self._config(path)
            inside = relative(Path(path), config)
            self._settings[path] = settings_for(config, inside, self.overrides)
        return self._settings[path]

    def check(self, path: str, data: bytes) -> FileReport:
        """Check a file's bytes. What keeps it from being checked stands in the report's errors."""
        return self.sift(self.lint(path, data))

    def lint(self, path: str, data: bytes) -> FileReport:
        """Check a file's bytes as `check` does, without what the sidecar says of the findings.

        Nothing is remembered of the file, so that any process may do this for another.
        """
        try:
            return self._kept_or_linted(path, data)
        except UsageError:
            raise
        except NewslintError as error:
            return unchecked(path, error.problems)
        except Exception as error:
            return unchecked(path, [_own_fault(path, error)])

    def lint_read(self, path: str, file: SourceFile) -> FileReport:
        """Check a file that was read, as `lint` does; nothing is kept of it."""
        try:
            return self._linted(path, file)
        except UsageError:
            raise
        except NewslintError as error:
            return unchecked(path, error.problems)
        except Exception as error:
            return unchecked(path, [_own_fault(path, error)])

    def rules(self, path: str) -> RuleSet:
        """Return the rules that speak of a file; raises NewslintError."""
        return self._rules(path).chosen.ruleset

    def sift(self, report: FileReport) -> FileReport:
        """Hold back the findings of a linted file that its sidecar suppresses."""
        if not report.documents:
            return report
        self._rules(report.path)
        try:
            return self._sifted(report, self.settings(report.path))
        except NewslintError as error:
            return unchecked(report.path, error.problems)

    def fix(
        self,
        path: str,
        data: bytes,
        least: Applicability,
        tracked: Signature | None = None,
    ) -> Fixing:
        """Fix a file's source; raises NewslintError where it must stay as it is.

        In a Word document the fixes are tracked changes where they are signed.
        """
        from newslint.writers.editors import Change, editor_for

        file = self.read(path, data)
        before = file.source.text
        editor = editor_for(file, data, path, lambda each: self.read(path, each), tracked)

        def check(text: str) -> FileReport:
            return self.check(path, editor.data(text))

        def edit(text: str, edits: Sequence[PlacedEdit]) -> str:
            spans = (Span(each.start.offset, each.end.offset) for each in edits)
            changes = map(Change, spans, (each.replacement for each in edits))
            return editor.edit(text, list(changes))

        fixed = fix(before, check, least, edit)
        return Fixing(before, editor.data(fixed.text), fixed)

    def known(self, path: str) -> frozenset[str]:
        """Return every id that the configuration of a file may name; raises NewslintError."""
        return self._rules(path).chosen.known

    def speaks(self, rule: RuleInfo, path: str) -> bool:
        """Tell whether a rule without YAML was chosen for a file; raises NewslintError."""
        return _speaks(rule, self.settings(path).choice)

    def sidecars(self) -> list[Sidecar]:
        """Return the sidecars that govern the files checked so far."""
        return [use.sidecar for use in self._sidecar_uses.values() if use.sidecar.entries]

    def judged(self, rule_id: str) -> bool:
        """Tell whether a rule was run, or is none: then it finding nothing says something."""
        used = [each.chosen for each in self._speaking.values()]
        known = any(rule_id in each.known for each in used)
        return not known or any(each.ruleset.get(rule_id) for each in used)

    def report(
        self,
        files: Iterable[FileReport],
        problems: Iterable[Problem] = (),
        skipped: Iterable[str] = (),
    ) -> Report:
        """Join what was said of files, with what is to be said of the run as a whole."""
        used = list(self._speaking.values())
        own = [problem for each in used for problem in each.chosen.problems]
        rules = {rule.id: rule for each in used for rule in each.chosen.ruleset.rules}
        profiles = dict.fromkeys(each.chosen.ruleset.profile for each in used)
        return Report(
            ", ".join(profiles) or self.overrides.profile or "core",
            (*files, *self._sidecar_reports()),
            (*OWN, *(rule_info(rules[key]) for key in sorted(rules))),
            tuple(dict.fromkeys([*problems, *own])),
            tuple(skipped),
        )

    def _config(self, path: str) -> ConfigFile:
        return self.configs.of(Path(path).parent)

    def read(self, path: str, data: bytes) -> SourceFile:
        """Read a file as its settings say; raises NewslintError."""
        settings = self.settings(path)
        options = ReadOptions(
            settings.format, settings.fields, settings.language or "en", settings.max_size
        )
        try:
            with timed(self.stopwatch, "reader"):
                return read(data, path, options)
        except NewslintError as error:
            raise NewslintError(_at(path, problem) for problem in error.problems) from None

    def _kept_or_linted(self, path: str, data: bytes) -> FileReport:
        """Return what was found in the same bytes before, where nothing else has changed."""
        speaking = self._rules(path)
        if self._results is None or speaking.chosen.problems:
            return self._linted(path, self.read(path, data))
        settings = self.settings(path)
        limits = settings._replace(fail_on="never")  # what a run makes of findings is not found
        if self._context_state[0] is not self.context:
            self._context_state = (self.context, state_of(self.context))
        facts = self._facts.of(Path(path).parent).digest
        parts = (speaking.state, self._context_state[1], facts, limits, Path(path).suffix)
        key = result_key(parts, data)
        kept = self._results.get(key) if len(data) <= settings.max_size else None
        if kept is not None:
            return kept.report(path)
        report = self._linted(path, self.read(path, data))
        self._results.put(key, report)
        return report

    def _linted(self, path: str, file: SourceFile) -> FileReport:
        speaking = self._rules(path)
        problems = list(file.problems)
        if not file.documents and not problems:
            problems.append(Problem("holds no article", path))
        results: list[tuple[Document, Sequence[Finding]]] = []
        confirmed = []
        for document in file.documents:
            document.stopwatch = self.stopwatch
            result = speaking.linter.check(document, self._context(document, path))
            problems += result.errors
            unknown = unknown_in_directives(document, speaking.chosen.known)
            results.append((document, [*result.findings, *unknown]))
            confirmed.append(result.confirmed)
        return place_findings(path, file.format, file.source.text, results, problems, confirmed)

    def _context(self, document: Document, path: str) -> Context:
        """Give the house's fact sheets, and the article's own date where none was passed in."""
        context = self.context
        if not context.facts:
            context = context._replace(facts=self._facts.of(Path(path).parent))
        if context.date is not None:
            return context
        try:
            own = date.fromisoformat(document.metadata.get("date", ""))
        except ValueError:
            return context
        return context._replace(date=own)

    def _rules(self, path: str) -> _Speaking:
        settings = self.settings(path)
        key = (settings.choice, settings.suppressions)
        if key not in self._speaking:
            chosen = self._choose(settings.choice, path)
            linter = Linter(chosen.ruleset, settings.suppressions)
            state = self._state(settings.choice, chosen)
            self._speaking[key] = _Speaking(linter, chosen, state)
        return self._speaking[key]

    def _state(self, choice: RuleChoice, chosen: Chosen) -> str:
        if self._results is None:
            return ""
        ids = ",".join(rule.id for rule in chosen.ruleset.rules)  # some may have expired today
        return f"{code_state()} {rule_base_key(choice)} {ids}"

    def _choose(self, choice: RuleChoice, path: str) -> Chosen:
        """Return the rules of a choice, kept ones where they are."""
        chosen = self._cache.get(choice, self.today) if self._cache else None
        if chosen is None:
            _refuse_unknown(choice, self._config(path))
            chosen = choose(choice, today=self.today)
            if self._cache:
                self._cache.put(choice, chosen)
        return chosen

    def _sifted(self, report: FileReport, settings: Settings) -> FileReport:
        """Hold back what the sidecar and the choice of rules suppress."""
        path = Path(report.path)
        sidecar = self._sidecars.of(path.parent)
        use = self._sidecar_uses.setdefault(sidecar.path, _SidecarUse(sidecar, set(), set()))
        inside = relative_to(path, sidecar.folder)
        use.files.add(inside)
        speaks = [
            placed
            for placed in report.findings
            if placed.finding.rule != UNUSED.id or _speaks(UNUSED, settings.choice)
        ]
        sifted = sift(speaks, sidecar, inside, self.today, settings.suppressions)
        use.entries.update(sifted.used)
        return report._replace(findings=sifted.kept)

    def _sidecar_reports(self) -> Iterator[FileReport]:
        """Report the entries about files that were checked which held nothing back there."""
        for sidecar, files, used in self._sidecar_uses.values():
            idle = [
                number
                for number, entry in enumerate(sidecar.entries)
                if entry.suppression.path in files
                and number not in used
                and self.judged(entry.suppression.rule)
            ]
            found = sidecar_findings(sidecar, idle, self.today)
            if found and self.speaks(UNUSED, sidecar.path):
                pairs = [(Document.from_text(sidecar.text), found)]
                yield place_findings(sidecar.path, "suppressions", sidecar.text, pairs)


def unchecked(path: str, problems: Iterable[Problem]) -> FileReport:
    """Make the report of a file that could not be checked."""
    return FileReport(path, "", "", (), (), tuple(problems))


def rule_info(rule: Rule) -> RuleInfo:
    """Say what reports need to know of a rule."""
    header = rule.header
    guide = ""
    if header.guide is not None:
        parts = (header.guide.name, header.guide.entry, header.guide.edition)
        guide = ", ".join(part for part in parts if part)
    return RuleInfo(rule.id, header.message, header.why, header.severity, guide)


def _speaks(rule: RuleInfo, choice: RuleChoice) -> bool:
    wanted = not choice.select or selected(rule.id, choice.select)
    return wanted and not selected(rule.id, choice.ignore)


def _at(path: str, problem: Problem) -> Problem:
    return problem if problem.path else problem._replace(path=path)


def _own_fault(path: str, error: Exception) -> Problem:
    return Problem(
        f"could not be checked: {type(error).__name__}: {error}",
        path,
        hint="this is a fault of newslint: please report it",
    )


def _refuse_unknown(choice: RuleChoice, config: ConfigFile) -> None:
    """Raise an error for what names nothing, at its place in the configuration if it is there."""
    wrong = list(complaints(choice))
    if not wrong:
        return
    trails = [trail_of(config, each.name) for each in wrong]
    problems = [
        Problem(each.message, hint=each.hint)
        if trail is None
        else config.problem(trail, each.message, each.hint)
        for each, trail in zip(wrong, trails, strict=True)
    ]
    raise (UsageError if None in trails else NewslintError)(problems)
