"""No style rule of a guide touches what somebody said: each rule's own faults, between marks."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from newslint.authoring.marks import read_marks
from newslint.context import Context
from newslint.document import Block, Document, Field
from newslint.finding import Applicability
from newslint.lexicon import rules_folder
from newslint.linter import Linter
from newslint.rulebook import Rule, RuleSet
from newslint.span import Span
from newslint.store.rules import load_rule

_GUIDES = ("ap", "bbc", "chicago", "economist", "guardian", "reuters")
_MARKS = "\"“”‘’'[]"


def _rules() -> Iterator[Rule]:
    for pack in _GUIDES:
        for path in sorted((rules_folder() / pack).glob("*/*.yaml")):
            rule = load_rule(path, pack)
            if rule.header.class_ == "style" and Field.BODY in rule.header.in_:
                yield rule


def _faults(rule: Rule) -> Iterator[str]:
    """Yield the rule's sentences at fault that hold no marks of their own."""
    for example in rule.header.examples:
        text = read_marks(example.bad).text
        if text and example.field in (None, Field.BODY) and not set(text) & set(_MARKS):
            yield text


RULES = [pytest.param(rule, id=rule.id) for rule in _rules()]


@pytest.mark.parametrize("rule", RULES)
def test_a_quotation_keeps_its_style(rule: Rule) -> None:
    linter = Linter(RuleSet("style", (rule,)))
    for fault in _faults(rule):
        text = f"“{fault.rstrip('.')},” Lem Tarrant told the court."
        document = Document(text, [Block(Span(0, len(text)), field=Field.BODY)])
        result = linter.check(document, Context())
        assert not result.errors
        said = Span(1, text.index("”"))
        for finding in result.findings:
            assert rule.header.in_quotes or not finding.span.overlaps(said)
            made = [each for each in finding.fixes if each.applicability != Applicability.DISPLAY]
            assert not any(edit.span.overlaps(said) for fix in made for edit in fix.edits)
