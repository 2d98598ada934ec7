"""Run a rule's own examples: they are its tests.

Each example runs with the rule's own parameters through the linter, the rule being the only one in
its rule set.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import yaml

from newslint.authoring.marks import Marked, read_marks, underline
from newslint.context import Context
from newslint.document import Block, Document, Field
from newslint.errors import NewslintError
from newslint.finding import Edit, Finding
from newslint.linter import Linter
from newslint.record import Record
from newslint.rulebook import Example, Rule, RuleSet
from newslint.schema import parse_yaml
from newslint.span import Span

#: The keys that hold an example's text, one of them in each example.
TEXTS = ("bad", "good", "article", "known_miss")


class Failure(Record):
    """An example that a rule does not meet.

    `number` counts the rule's examples from 1; `line` is where the example stands in the rule's
    file, 0 if that is not known. `detail` shows the text, several lines long.
    """

    rule: str
    path: str
    line: int
    number: int
    kind: str
    problem: str
    detail: str = ""

    def __str__(self) -> str:
        place = f"{self.path or self.rule}:{self.line}" if self.line else self.path or self.rule
        head = f"{place}: {self.rule}, example {self.number} ({self.kind}): {self.problem}"
        return "\n".join([head, *(f"    {line}" for line in self.detail.splitlines())])


class Outcome(Record):
    """What went wrong with one example: a line, and the text that shows it."""

    problem: str
    detail: str = ""


def failures(rule: Rule, source: str = "") -> list[Failure]:
    """Run all examples of a rule; `source` is its YAML, for the line numbers."""
    lines = example_lines(source)
    linter = Linter(RuleSet("examples", (rule,)))
    found = []
    for number, example in enumerate(rule.header.examples, 1):
        line = lines[number - 1] if number <= len(lines) else 0
        for outcome in outcomes(rule, example, linter):
            place = (rule.id, rule.path, line, number, kind_of(example))
            found.append(Failure(*place, *outcome))
    return found


def example_lines(source: str) -> list[int]:
    """Return the line (from 1) on which each example of a rule file begins."""
    try:
        root = parse_yaml(source, "") if source.strip() else None
    except NewslintError:
        return []
    if not isinstance(root, yaml.MappingNode):
        return []
    for key, value in root.value:
        if key.value == "examples" and isinstance(value, yaml.SequenceNode):
            return [each.start_mark.line + 1 for each in value.value]
    return []


def kind_of(example: Example) -> str:
    """Return which of `TEXTS` an example gives."""
    return next((key for key in TEXTS if getattr(example, key)), "empty")


def outcomes(rule: Rule, example: Example, linter: Linter | None = None) -> list[Outcome]:
    """Run one example and say everything that is wrong with it."""
    linter = linter or Linter(RuleSet("examples", (rule,)))
    kind = kind_of(example)
    marked = read_marks(getattr(example, kind, ""))
    if problem := marked.problem or _shape_problem(example, kind, marked):
        return [Outcome(problem)]
    document = document_of(rule, example, marked.text)
    result = linter.check(document, context_of(example))
    if result.errors:
        return [Outcome(error.message) for error in result.errors]
    return list(_judge(rule, example, kind, marked, result.findings, linter))


def document_of(rule: Rule, example: Example, text: str) -> Document:
    """Make the document of an example's text: an article, or one block of one field."""
    language = rule.header.language[0]
    language = "en" if language == "any" else language
    if example.article:
        return Document.from_text(text, language=language)
    covered = rule.header.in_
    field = example.field or (Field.BODY if Field.BODY in covered or not covered else covered[0])
    return Document(text, [Block(Span(0, len(text)), field=field)], language=language)


def context_of(example: Example) -> Context:
    """Make the context of an example: what is known beside its text; raises NewslintError."""
    context = Context(date=example.date, transcripts=example.transcripts, authors=example.authors)
    if not example.facts:
        return context
    from newslint.store.facts import parse_facts

    return context._replace(facts=parse_facts(example.facts, "the example's facts"))


def _shape_problem(example: Example, kind: str, marked: Marked) -> str:
    """Say what is wrong with the example's keys, before anything is run."""
    given = [key for key in TEXTS if getattr(example, key)]
    if len(given) != 1:
        return f"needs exactly one of {', '.join(TEXTS)}"
    if kind == "bad" and not marked.spans:
        return "marks nothing: put [[ ]] around the words that the rule must find"
    if kind == "good" and (marked.spans or marked.related):
        return "marks words, though nothing must be found in it"
    if kind in ("good", "known_miss") and (example.fixed or example.message):
        return "'fixed' and 'message' belong to 'bad' or 'article'"
    return ""


def _judge(
    rule: Rule,
    example: Example,
    kind: str,
    marked: Marked,
    findings: Sequence[Finding],
    linter: Linter,
) -> Iterator[Outcome]:
    if kind == "known_miss":
        yield from _known_miss(marked, findings)
        return
    if outcome := _compare("to be found", marked.text, marked.spans, _spans(findings)):
        yield outcome
        return
    if marked.related:
        found = {each.span for finding in findings for each in finding.related}
        if outcome := _compare("as related places", marked.text, marked.related, sorted(found)):
            yield outcome
    if example.message and all(each.message != example.message for each in findings):
        said = "\n".join(f"says      {each.message}" for each in findings)
        yield Outcome("another message", f"expected  {example.message}\n{said}")
    if example.fixed:
        yield from _fixed(rule, example, marked.text, findings, linter)


def _spans(findings: Iterable[Finding]) -> list[Span]:
    return sorted(finding.span for finding in findings)


def _compare(
    what: str, text: str, expected: Sequence[Span], found: Sequence[Span]
) -> Outcome | None:
    if list(expected) == list(found):
        return None
    missing = [span for span in expected if span not in found]
    extra = [span for span in found if span not in expected]
    parts = []
    if missing:
        parts.append(f"{_words(text, missing)} expected {what}, but not found")
    if extra:
        parts.append(f"{_words(text, extra)} found, but not expected")
    if not parts:
        parts.append(f"{len(expected)} places expected {what}, {len(found)} found")
    detail = [
        *_shown("expected", text, missing or expected),
        *_shown("found", text, extra or found),
    ]
    return Outcome("; ".join(parts), "\n".join(detail))


def _words(text: str, spans: Iterable[Span]) -> str:
    return ", ".join(f"“{span.of(text)}”" for span in spans)


def _shown(label: str, text: str, spans: Sequence[Span]) -> list[str]:
    lines = underline(text, spans) or ["nothing"]
    heads = [label.ljust(8), *[" " * 8] * (len(lines) - 1)]
    return [f"{head}  {line}" for head, line in zip(heads, lines, strict=True)]


def _known_miss(marked: Marked, findings: Sequence[Finding]) -> Iterator[Outcome]:
    found = _spans(findings)
    if found and (not marked.spans or list(marked.spans) == found):
        detail = "\n".join(_shown("found", marked.text, found))
        yield Outcome("is found now: make it a 'bad' example", detail)


def _fixed(
    rule: Rule, example: Example, text: str, findings: Sequence[Finding], linter: Linter
) -> Iterator[Outcome]:
    edits = [edit for finding in findings for fix in finding.fixes[:1] for edit in fix.edits]
    if not edits:
        yield Outcome("'fixed' is given, but the rule offers no fix")
        return
    fixed = apply_edits(text, edits)
    expected = example.fixed
    if fixed.rstrip("\n") != expected.rstrip("\n"):
        yield Outcome("the fix gives another text", _difference(expected, fixed))
        return
    again = linter.check(document_of(rule, example, fixed), context_of(example))
    if again.findings:
        detail = "\n".join(_shown("found", fixed, _spans(again.findings)))
        yield Outcome("the fixed text is not clean", detail)


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """Make edits in a text; of two that overlap, the first one counts."""
    pieces = []
    position = 0
    for edit in sorted(set(edits)):
        if edit.span.start < position:
            continue
        pieces += [text[position : edit.span.start], edit.replacement]
        position = edit.span.end
    return "".join([*pieces, text[position:]])


def _difference(expected: str, found: str) -> str:
    """Show the first line in which two texts differ, with a caret at the first difference."""
    pairs = zip(expected.splitlines(), found.splitlines(), strict=False)
    first, second = next(
        ((one, other) for one, other in pairs if one != other), (expected[-60:], found[-60:])
    )
    limit = min(len(first), len(second))
    at = next((at for at in range(limit) if first[at] != second[at]), limit)
    return f"expected  {first}\nfound     {second}\n          {' ' * at}^"
