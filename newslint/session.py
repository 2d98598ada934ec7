"""Check files as a run does: settings, reading, linting and suppressions, file by file.

Every front door that has files to check goes through here, so that all of them say the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from newslint.config import ConfigFile, Overrides, RuleChoice, Settings, settings_for
from newslint.context import Context
from newslint.document import Document
from newslint.errors import NewslintError, Problem, own_fault
from newslint.factsheet import Facts
from newslint.finding import Applicability, Finding, SuppressionPolicy
from newslint.lazily import Lazily
from newslint.linter import Linter
from newslint.readers import ReadOptions, SourceFile, read
from newslint.readers.base import TRANSCRIPTS
from newslint.record import Record
from newslint.report import (
    FileReport,
    PlacedEdit,
    Quotations,
    Report,
    RuleInfo,
    place_findings,
    unchecked,
)
from newslint.rulebook import RuleSet, rule_info
from newslint.span import Span
from newslint.stopwatch import Stopwatch, timed
from newslint.store.chosen import Chosen, UsageError, selected
from newslint.store.configs import Configs
from newslint.store.factfolders import HouseFacts, fact_folders
from newslint.store.files import relative, relative_to
from newslint.store.rulecache import RuleCache, rule_base_key
from newslint.store.sidecars import sidecars
from newslint.suppress import OWN, UNUSED, Sidecar, sidecar_findings, sift, unknown_in_directives

if TYPE_CHECKING:
    from newslint.fixer import Fixed
    from newslint.store import results as kept_results
    from newslint.store import transcripts
    from newslint.store.results import ResultCache
    from newslint.writers.signature import Signature
else:
    kept_results = Lazily("newslint.store.results")
    transcripts = Lazily("newslint.store.transcripts")


class Fixing(Record):
    """A file's source before and after fixing, its bytes after, and the fixes by rule."""

    before: str
    data: bytes
    fixed: Fixed


class _Speaking(Record):
    """A linter, what it was made from, and the digest of all that it can read beside a file."""

    linter: Linter
    chosen: Chosen
    state: str


class _SidecarUse(Record):
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
        local: bool = True,
    ) -> None:
        """Take what holds for all files; those that are not `local` may name no file to read."""
        self.configs = configs
        self.overrides = overrides or Overrides()
        self.context = context or Context()
        self.today = today
        self._local = local
        self.stopwatch: Stopwatch | None = None
        self._cache = cache
        self._results: ResultCache | None = None
        self._context_state: tuple[Context | None, str] = (None, "")
        self._settings: dict[str, Settings] = {}
        self._speaking: dict[tuple[RuleChoice, SuppressionPolicy], _Speaking] = {}
        self._sidecars = sidecars(configs.snapshot)
        sheets = fact_folders(configs.snapshot, cache.folder if cache else None)
        self._facts = HouseFacts(sheets, today)
        self._sidecar_uses: dict[str, _SidecarUse] = {}

    def keep(self) -> None:
        """Keep what later runs need not do again."""
        if self._cache:
            self._cache.programs.save()

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

    def facts(self, path: str) -> Facts:
        """Return the fact sheets that govern the file at `path`; raises NewslintError."""
        return self._facts.all(path)

    def check(self, path: str, data: bytes) -> FileReport:
        """Check a file's bytes. What keeps it from being checked stands in the report's errors."""
        return self.sift(self.lint(path, data))

    def lint(self, path: str, data: bytes) -> FileReport:
        """Check a file's bytes as `check` does, without what the sidecar says of the findings.

        Nothing is remembered of the file, so that any process may do this for another.
        """
        return _guarded(path, lambda: self._kept_or_linted(path, data))

    def lint_read(self, path: str, file: SourceFile) -> FileReport:
        """Check a file that was read, as `lint` does; nothing is kept of it."""
        return _guarded(path, lambda: self._linted(path, file))

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

        from newslint.fixer import fix

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
        files = (*files, *self._sidecar_reports())
        found = (placed.finding for file in files for placed in file.findings)
        named = {rule for finding in found for rule in (finding.rule, *finding.also)}
        rules = {
            rule.id: rule for each in used for rule in each.chosen.ruleset.rules if rule.id in named
        }
        profiles = dict.fromkeys(each.chosen.ruleset.profile for each in used)
        return Report(
            ", ".join(profiles) or self.overrides.profile or "core",
            files,
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
            placed = (each if each.path else each._replace(path=path) for each in error.problems)
            raise NewslintError(placed) from None

    def _kept_or_linted(self, path: str, data: bytes) -> FileReport:
        """Return what was found in the same bytes before, where nothing else has changed."""
        speaking = self._rules(path)
        if self._results is None or speaking.chosen.problems:
            return self._linted(path, self.read(path, data))
        settings = self.settings(path)
        # what a run makes of findings is not found, and of facts their state is told
        limits = settings._replace(fail_on="never", recheck_facts_after=0)
        if self._context_state[0] is not self.context:
            self._context_state = (self.context, kept_results.state_of(self.context))
        facts = self._facts.state(path, settings.recheck_facts_after)
        parts = (speaking.state, self._context_state[1], facts, limits, Path(path).suffix)
        key = kept_results.result_key(parts, data)
        kept = self._results.get(key) if len(data) <= settings.max_size else None
        if kept is not None:
            return kept.report(path)
        file = self.read(path, data)
        report = self._linted(path, file)
        # the key knows nothing of files that the article names, which may change
        if not any(TRANSCRIPTS in document.metadata for document in file.documents):
            self._results.put(key, report)
        return report

    def _linted(self, path: str, file: SourceFile) -> FileReport:
        speaking = self._rules(path)
        problems = list(file.problems)
        if not file.documents and not problems:
            problems.append(Problem("holds no article", path))
        results: list[tuple[Document, Sequence[Finding]]] = []
        confirmed = []
        quotations = []
        for document in file.documents:
            document.stopwatch = self.stopwatch
            context, unheard = self._context(document, path)
            result = speaking.linter.check(document, context)
            problems += [*unheard, *result.errors]
            if context.transcripts:
                quotations.append(_quotations(document, context))
            unknown = unknown_in_directives(document, speaking.chosen.known)
            results.append((document, [*result.findings, *unknown]))
            confirmed.append(result.confirmed)
        report = place_findings(path, file.format, file.source.text, results, problems, confirmed)
        return report._replace(quotations=Quotations.total(quotations))

    def _context(self, document: Document, path: str) -> tuple[Context, Sequence[Problem]]:
        """Give the house's fact sheets, and the article's own transcripts and date.

        A date that was passed in holds. The problems are of transcripts that could not be read.
        """
        given = self.context.transcripts
        context = self.context
        problems: Sequence[Problem] = ()
        if TRANSCRIPTS in document.metadata:
            heard = transcripts.named_transcripts(document.metadata, path, given, local=self._local)
            context, problems = context._replace(transcripts=heard.texts), heard.problems
        if not context.facts:
            days = self.settings(path).recheck_facts_after
            context = context._replace(facts=self._facts.about(path, document, days))
        if context.date is None:
            with suppress(ValueError):
                own = date.fromisoformat(document.metadata.get("date", ""))
                context = context._replace(date=own)
        return context, problems

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
        return f"{kept_results.code_state()} {rule_base_key(choice)} {ids}"

    def _choose(self, choice: RuleChoice, path: str) -> Chosen:
        """Return the rules of a choice, kept ones where they are."""
        chosen = self._cache.get(choice, self.today) if self._cache else None
        if chosen is None:
            from newslint.store.choice import choose, refuse_unknown

            refuse_unknown(choice, self._config(path))
            chosen = choose(choice, today=self.today)
            if self._cache:
                self._cache.put(choice, chosen)
                # What was kept has been analysed, which for a large rule base takes a while.
                return self._cache.get(choice, self.today) or chosen
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


def _speaks(rule: RuleInfo, choice: RuleChoice) -> bool:
    wanted = not choice.select or selected(rule.id, choice.select)
    return wanted and not selected(rule.id, choice.ignore)


def _quotations(document: Document, context: Context) -> Quotations:
    from newslint.annotate.transcripts import Status, counted, verify

    counts = counted(verify(document, context.transcripts))
    return Quotations(*(counts[status] for status in Status))


def _guarded(path: str, work: Callable[[], FileReport]) -> FileReport:
    """Do what reports on a file; whatever goes wrong is an error of the report."""
    try:
        return work()
    except UsageError:
        raise
    except NewslintError as error:
        return unchecked(path, error.problems)
    except Exception as error:
        return unchecked(path, [own_fault(path, error)])
