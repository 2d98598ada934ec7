"""Run rules over an archive: what they would say, how often, and how two versions differ."""

from __future__ import annotations

import hashlib
import os
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor

from newslint.annotate.quotes import quotes
from newslint.annotate.sentences import sentences
from newslint.annotate.structure import structure
from newslint.annotate.words import words
from newslint.authoring.corpus import Piece, read_piece
from newslint.authoring.find import RuleFile
from newslint.document import Document
from newslint.errors import NewslintError, Problem
from newslint.finding import Finding
from newslint.linter import Linter
from newslint.record import Record
from newslint.rulebook import Rule, RuleSet
from newslint.span import Span

#: So much text stands on either side of a hit.
CONTEXT = 80


_SHARED: tuple[Callable[[Document], object], ...] = (structure, sentences, quotes)


class Hit(Record):
    """A place where a rule speaks, or would speak if it stood outside a quotation.

    `held` says that the rule says nothing here, because the words are a speaker's. `key` names
    the place, so that two runs can be compared.
    """

    rule: str
    article: str
    field: str
    before: str
    found: str
    after: str
    message: str
    replacement: str
    quoted: bool
    held: bool
    key: str


class Audit(Record):
    """What rules say of an archive; `seconds` is the time spent in them, over all processes."""

    articles: int
    words: int
    seconds: float
    hits: tuple[Hit, ...]
    problems: tuple[Problem, ...]

    def of(self, rule: str) -> list[Hit]:
        """Return the hits of one rule that it speaks of."""
        return [hit for hit in self.hits if hit.rule == rule and not hit.held]

    def held(self, rule: str) -> list[Hit]:
        """Return the hits of one rule that stand in quotations and are held back."""
        return [hit for hit in self.hits if hit.rule == rule and hit.held]


class Recipe(Record):
    """What a process needs in order to audit a piece."""

    files: tuple[RuleFile, ...]
    fields: Mapping[str, str]


class Auditor:
    """Runs rules over pieces of an archive."""

    def __init__(self, recipe: Recipe) -> None:
        self._fields = recipe.fields
        self._rules = {rule.id: rule for rule in (file.load() for file in recipe.files)}
        opened = (
            rule.with_header(rule.header._replace(in_quotes=True)) for rule in self._rules.values()
        )
        self._linter = Linter(RuleSet("audit", tuple(sorted(opened, key=lambda rule: rule.id))))

    def audit(self, piece: Piece) -> Audit:
        """Return what the rules say of the articles in one piece."""
        try:
            file = read_piece(piece, self._fields)
        except NewslintError as error:
            return Audit(0, 0, 0.0, (), error.problems)
        hits: list[Hit] = []
        problems = list(file.problems)
        count = 0
        seconds = 0.0
        for document in file.documents:
            count += sum(token.kind == "word" for token in document.layer(words).tokens)
            for layer in _SHARED:  # what every run needs is not counted as the rules' time
                document.layer(layer)
            start = time.perf_counter()
            result = self._linter.check(document)
            seconds += time.perf_counter() - start
            problems += result.errors
            article = f"{piece.path}:{document.item}" if document.item else piece.path
            hits += [self._hit(each, document, article) for each in result.findings]
        return Audit(len(file.documents), count, seconds, tuple(hits), tuple(problems))

    def _hit(self, finding: Finding, document: Document, article: str) -> Hit:
        span = finding.span
        quoted = document.layer(quotes).quoted(span)
        text = document.text
        before = _flat(text[max(0, span.start - CONTEXT) : span.start])
        after = _flat(text[span.end : span.end + CONTEXT])
        fix = finding.fixes[0].edits if finding.fixes else ()
        return Hit(
            finding.rule,
            article,
            finding.field,
            before,
            span.of(text),
            after,
            finding.message,
            " … ".join(edit.replacement for edit in fix),
            quoted,
            quoted and not _speaks_quoted(self._rules[finding.rule], finding),
            _key(finding.rule, article, span),
        )


def _speaks_quoted(rule: Rule, finding: Finding) -> bool:
    return rule.header.in_quotes or rule.header.class_ == "fact" or finding.absent


def _flat(text: str) -> str:
    return " ".join(text.replace("\n", " ⏎ ").split(" "))


def _key(rule: str, article: str, span: Span) -> str:
    text = f"{rule}\0{article}\0{span.start}\0{span.end}"
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def run(pieces: Sequence[Piece], recipe: Recipe, jobs: int = 0) -> Iterator[Audit]:
    """Audit pieces on several cores, in order; `jobs` is 0 for as many as there are."""
    Auditor(recipe)  # what is wrong with a rule is said here, not in a worker
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    workers = min(jobs or cores or 1, len(pieces))
    if workers <= 1:
        auditor = Auditor(recipe)
        yield from map(auditor.audit, pieces)
        return
    with ProcessPoolExecutor(workers, initializer=_start, initargs=(recipe,)) as executor:
        yield from executor.map(_audit, pieces)


# What a worker process audits with; every process has its own.
_auditors: list[Auditor] = []


def _start(recipe: Recipe) -> None:
    _auditors[:] = [Auditor(recipe)]


def _audit(piece: Piece) -> Audit:
    return _auditors[0].audit(piece)


def joined(audits: Iterable[Audit]) -> Audit:
    """Join the audits of pieces into one."""
    articles = count = 0
    seconds = 0.0
    hits: list[Hit] = []
    problems: list[Problem] = []
    for each in audits:
        articles += each.articles
        count += each.words
        seconds += each.seconds
        hits += each.hits
        problems += each.problems
    return Audit(articles, count, seconds, tuple(hits), tuple(dict.fromkeys(problems)))


def commonest(hits: Iterable[Hit], limit: int = 15) -> list[tuple[str, int]]:
    """Return the commonest matched forms, capitals and white space apart."""
    counts = Counter(" ".join(hit.found.lower().split()) for hit in hits)
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:limit]


class Comparison(Record):
    """What a changed rule gains and loses, and how many hits are the same."""

    gained: tuple[Hit, ...]
    lost: tuple[Hit, ...]
    same: int


def compare(old: Audit, new: Audit) -> Comparison:
    """Compare what two versions of a rule speak of, by article and words."""
    before = {_place(hit): hit for hit in old.hits if not hit.held}
    after = {_place(hit): hit for hit in new.hits if not hit.held}
    gained = tuple(after[key] for key in after if key not in before)
    lost = tuple(before[key] for key in before if key not in after)
    return Comparison(gained, lost, len(before.keys() & after.keys()))


def _place(hit: Hit) -> tuple[str, str, str, str]:
    return (hit.article, hit.before, hit.found, hit.after)
