"""Run the rules of a profile over a document: the policy that is the same for every check."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import islice

from newslint.annotate.protected import protected
from newslint.annotate.quotes import quotes
from newslint.annotate.spoken_turns import spoken_turns
from newslint.annotate.structure import Structure, structure
from newslint.checks import DocumentCheck, Hit, PatternCheck
from newslint.context import Context
from newslint.document import Document, Field
from newslint.errors import NewslintError, Problem
from newslint.finding import Applicability, Confirmed, Edit, Finding, Fix, SuppressionPolicy
from newslint.matching import MOST, Match, Stopped
from newslint.record import Record
from newslint.rulebook import Rule, RuleSet, index_patterns
from newslint.span import Span
from newslint.stopwatch import timed
from newslint.suppress import apply_directives

Matches = Sequence[Match]


class Result(Record):
    """What the linter says of one document: findings by position, and rules that failed.

    `confirmed` are words that a rule knows to be right, where no finding speaks of them.
    """

    findings: tuple[Finding, ...]
    errors: tuple[Problem, ...]
    confirmed: tuple[Confirmed, ...] = ()


class Linter:
    """Checks documents against one rule set. Holds no state of the documents it has seen."""

    def __init__(self, ruleset: RuleSet, policy: SuppressionPolicy | None = None) -> None:
        self.ruleset = ruleset
        self._policy = policy or SuppressionPolicy()
        self._indexes = ruleset.indexes or index_patterns(ruleset.rules)

    def check(self, document: Document | str, context: Context | None = None) -> Result:
        """Return the findings in a document or plain text, sorted by position, then rule."""
        if isinstance(document, str):
            document = Document.from_text(document)
        context = context or Context()
        errors: list[Problem] = []
        confirmed: list[Confirmed] = []
        findings = list(self._findings(document, context, errors, confirmed))
        merged = _merge(sorted(findings, key=_order))
        known = {rule.id for rule in self.ruleset.rules}
        kept = apply_directives(merged, document, known, self._policy)
        right = _unopposed(confirmed, findings)
        return Result(tuple(sorted(kept, key=_order)), tuple(errors), right)

    def _findings(
        self,
        document: Document,
        context: Context,
        errors: list[Problem],
        confirmed: list[Confirmed],
    ) -> Iterator[Finding]:
        parts = document.layer(structure)
        for rule, judge in self._judges(document, context, parts, errors):
            try:
                with timed(document.stopwatch, f"rule {rule.id}"):
                    hits = list(islice(judge(), MOST + 1))
                if len(hits) > MOST:
                    errors.append(_too_many(rule))
                for hit in hits[:MOST]:
                    if hit.confirms:
                        confirmed += _confirmed(rule, hit, parts)
                        continue
                    finding = _finding(rule, hit, document, parts)
                    if finding is not None:
                        yield finding
            except Exception as error:  # a rule that fails must not read as clean
                errors.append(_failure(rule, error))

    def _judges(
        self, document: Document, context: Context, parts: Structure, errors: list[Problem]
    ) -> Iterator[tuple[Rule, Callable[[], Iterable[Hit]]]]:
        """Yield the rules that have something to judge, each with the function that does it."""
        for number, matches in sorted(self._matches(document, parts, errors).items()):
            rule = self.ruleset.rules[number]
            covered = [each for each in matches if _covers(rule, each, document, parts)]
            if covered:
                yield rule, partial(_judge_matches, rule, covered, document, context)
        present = {segment.field for segment in parts.segments}
        for rule in self.ruleset.rules:
            if rule.scope.by_pattern or present.isdisjoint(rule.scope.fields):
                continue
            if rule.scope.needs_known and not _known(rule.scope.needs_known, document, context):
                continue
            if rule.speaks(document.language):
                yield rule, partial(_judge_document, rule, document, context)

    def _matches(
        self, document: Document, parts: Structure, errors: list[Problem]
    ) -> dict[int, Matches]:
        """Find the patterns of every view in the segments that its rules may cover."""
        everywhere = [segment.span for segment in parts.segments]
        aside = [each.span for each in parts.segments if each.field is not Field.BODY]
        found: dict[int, Matches] = {}
        stopped: list[Stopped] = []
        for view, index in self._indexes.items():
            text = document.text if view.raw else document.folded
            with timed(document.stopwatch, "matching"):
                found.update(index.find(text, everywhere if view.body else aside, stopped))
        for owner, matches in found.items():
            if len(matches) > MOST:
                errors.append(_too_many(self.ruleset.rules[owner]))
                found[owner] = matches[:MOST]
        errors += [
            _stopped(self.ruleset.rules[each.owner], each) for each in dict.fromkeys(stopped)
        ]
        return found


def _judge_matches(
    rule: Rule, matches: Matches, document: Document, context: Context
) -> Iterable[Hit]:
    assert isinstance(rule.check, PatternCheck)
    return rule.check.hits(matches, document, context)


def _judge_document(rule: Rule, document: Document, context: Context) -> Iterable[Hit]:
    assert isinstance(rule.check, DocumentCheck)
    if rule.check.needs_article and not document.complete:
        return ()
    return rule.check.hits(document, context)


def _known(needed: str, document: Document, context: Context) -> bool:
    """Tell whether there is what a rule is silent without, in the context or in the document."""
    return bool(getattr(context if hasattr(context, needed) else document, needed))


def _confirmed(rule: Rule, hit: Hit, parts: Structure) -> Iterator[Confirmed]:
    segment = parts.at(hit.span.start)
    if segment is not None and segment.field in rule.scope.fields:
        yield Confirmed(rule.id, hit.message, hit.span, segment.field.value)


def _unopposed(
    confirmed: Iterable[Confirmed], findings: Sequence[Finding]
) -> tuple[Confirmed, ...]:
    """Return what is confirmed and of which no finding speaks, by position, each place once."""
    kept: dict[Span, Confirmed] = {}
    spans = iter(sorted(finding.span for finding in findings))
    near: list[Span] = []  # of findings that begin before the end of what is confirmed
    ahead = next(spans, None)
    for each in sorted(confirmed, key=lambda each: (each.span, each.rule)):
        near = [span for span in near if span.end > each.span.start]
        while ahead is not None and ahead.start < each.span.end:
            near.append(ahead)
            ahead = next(spans, None)
        if not any(span.overlaps(each.span) for span in near):
            kept.setdefault(each.span, each)
    return tuple(kept.values())


def _order(finding: Finding) -> tuple[object, ...]:
    return (finding.span, finding.rule, finding.message)


def _covers(rule: Rule, match: Match, document: Document, parts: Structure) -> bool:
    segment = parts.at(match.span.start)
    if segment is None or segment.field not in rule.scope.fields:
        return False
    return rule.speaks(document.blocks[segment.block].language or document.language)


def _stopped(rule: Rule, stopped: Stopped) -> Problem:
    return Problem(
        f"the pattern '{stopped.pattern.source}' was stopped: it tries the text in too many ways",
        rule.path,
        rule=rule.id,
        hint="repeat no part that can itself match in several ways",
    )


def _too_many(rule: Rule) -> Problem:
    return Problem(
        f"the rule speaks of more than {MOST:,} places in one article: the rest was not checked",
        rule.path,
        rule=rule.id,
        hint="let its pattern say less, or leave the rule out",
    )


def _failure(rule: Rule, error: Exception) -> Problem:
    hint = "the article was not checked against this rule"
    words = f"{type(error).__name__}: {error}"
    if isinstance(error, NewslintError):  # the rule itself says what it lacks
        words, hint = error.problems[0].message, error.problems[0].hint or hint
    return Problem(f"the rule failed: {words}", rule.path, rule=rule.id, hint=hint)


def _finding(rule: Rule, hit: Hit, document: Document, parts: Structure) -> Finding | None:
    """Make a finding of a hit, or None where the rule must not speak."""
    segment = parts.at(hit.span.start)
    if segment is None or segment.field not in rule.scope.fields:
        return None
    if _muted(rule, hit, document):
        return None
    message = (hit.message or rule.header.message).format_map(dict(hit.values)).rstrip()
    severity = rule.header.severity.lowered_to(hit.severity)
    fixes = _fixes(rule, hit, document)
    return Finding(
        rule.id,
        severity,
        message,
        rule.header.why,
        hit.span,
        segment.field.value,
        hit.related,
        fixes,
        hit.absent,
    )


def _muted(rule: Rule, hit: Hit, document: Document) -> bool:
    """Style stays out of quotations: the words are the speaker's."""
    if rule.header.class_ == "fact" or rule.header.in_quotes or hit.absent:
        return False
    if document.layer(quotes).quoted(hit.span):
        return True
    return rule.header.class_ == "style" and document.layer(spoken_turns).within(hit.span)


def _fixes(rule: Rule, hit: Hit, document: Document) -> tuple[Fix, ...]:
    edits = hit.edits
    if hit.replacement is not None:
        edits = (Edit(hit.span, hit.replacement),)
    if not edits:
        return ()
    applicability = rule.header.applicability
    if not all(may_edit(edit, document) for edit in edits):
        applicability = Applicability.DISPLAY
    return (Fix(_title(edits, document), tuple(sorted(edits)), applicability),)


def may_edit(edit: Edit, document: Document) -> bool:
    """Tell whether a machine may make this edit.

    Never the words of a quotation, a name, a number's value, a date or a weekday. White space is
    no word.
    """
    if not edit.replacement.strip() and edit.span.of(document.text).strip() == "":
        return True
    if document.layer(quotes).quoted(edit.span):
        return False
    return document.layer(protected).allows(edit.span, edit.replacement)


def _title(edits: tuple[Edit, ...], document: Document) -> str:
    if len(edits) > 1:
        return "Make the changes"
    old, new = edits[0].span.of(document.text), edits[0].replacement
    if not new:
        return f"Delete “{old}”"
    return f"Replace “{old}” with “{new}”" if old else f"Insert “{new}”"


def _merge(findings: Sequence[Finding]) -> list[Finding]:
    """Make one finding of those with the same words and the same fix; nothing is dropped."""
    merged: dict[object, Finding] = {}
    for finding in findings:
        edits = tuple(fix.edits for fix in finding.fixes)
        key = (finding.span, edits) if edits else (finding.span, finding.rule, finding.message)
        if key not in merged:
            merged[key] = finding
            continue
        first, second = sorted((merged[key], finding), key=lambda each: -each.severity.rank)
        also = tuple(sorted({*first.also, *second.also, second.rule} - {first.rule}))
        merged[key] = first._replace(also=also)
    return list(merged.values())
