"""The policy that holds for every check, whatever it looks for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest

from newslint.checks import DocumentCheck, Hit
from newslint.checks.existence import Existence
from newslint.checks.existence import Parameters as Words
from newslint.checks.substitution import Parameters as Swaps
from newslint.checks.substitution import Substitution
from newslint.context import Context
from newslint.document import Block, Document, Field
from newslint.errors import NewslintError
from newslint.finding import Applicability, Edit, Finding, Related, Severity
from newslint.linter import Linter
from newslint.rulebook import Header, Rule, RuleSet
from newslint.span import Span


class Nothing(NamedTuple):
    pass


class Told(DocumentCheck[Nothing]):
    """A check that yields the hits it was told."""

    kind = "told"
    parameters_type = Nothing

    def __init__(self, *hits: Hit) -> None:
        super().__init__(Nothing())
        self._hits = hits

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        yield from self._hits


class Broken(DocumentCheck[Nothing]):
    kind = "broken"
    parameters_type = Nothing

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        raise ZeroDivisionError("by design")


class Lacking(DocumentCheck[Nothing]):
    kind = "lacking"
    parameters_type = Nothing

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        raise NewslintError.of("no list", hint="make one")


class WholeOnly(Told):
    needs_article = True


def rule(check: Any, rule_id: str = "core/it", **header: Any) -> Rule:
    return Rule.of(rule_id, Header(check.kind, "It is '{found}'.", "Why.", (), **header), check)


def words(*found: str) -> Existence:
    return Existence(Words(found))


def lint(document: Document | str, *rules: Rule) -> tuple[Finding, ...]:
    result = Linter(RuleSet("core", rules)).check(document)
    assert result.errors == ()
    return result.findings


def test_a_finding_says_what_where_and_why() -> None:
    (found,) = lint("It rained.\n\nA bad word.", rule(words("bad"), severity=Severity.ERROR))
    assert found == Finding("core/it", Severity.ERROR, "It is 'bad'.", "Why.", Span(14, 17), "body")


def test_findings_are_sorted_by_position_then_rule() -> None:
    found = lint("bad worse", rule(words("worse"), "core/a"), rule(words("bad", "worse"), "core/b"))
    assert [(each.span.start, each.rule) for each in found] == [
        (0, "core/b"),
        (4, "core/a"),
        (4, "core/b"),
    ]


@pytest.mark.parametrize(
    ("header", "found"),
    [
        ({"class_": "style"}, False),
        ({"class_": "furniture"}, False),
        ({"class_": "fact"}, True),
        ({"class_": "style", "in_quotes": True}, True),
    ],
)
def test_style_stays_out_of_quotations(header: dict[str, Any], found: bool) -> None:
    text = "“It is bad weather for the harvest,” she said."
    assert bool(lint(text, rule(words("bad"), **header))) is found


def test_a_rule_keeps_to_its_fields() -> None:
    text = "bad headline\n\nbad body"
    blocks = [Block(Span(0, 12), field=Field.HEADLINE), Block(Span(14, 22))]
    (found,) = lint(Document(text, blocks), rule(words("bad"), in_=(Field.HEADLINE,)))
    assert (found.span, found.field) == (Span(0, 3), "headline")


@pytest.mark.parametrize(
    ("language", "rule_language", "found"),
    [
        ("en-GB", ("en",), True),
        ("de", ("en",), False),
        ("de", ("any",), True),
        ("en", ("en-GB",), False),
    ],
)
def test_a_rule_keeps_to_its_language(
    language: str, rule_language: tuple[str, ...], found: bool
) -> None:
    document = Document.from_text("bad", language=language)
    assert bool(lint(document, rule(words("bad"), language=rule_language))) is found
    told = Told(Hit(Span(0, 3), {"found": "bad"}))
    assert bool(lint(document, rule(told, language=rule_language))) is found


def test_a_block_may_have_its_own_language() -> None:
    document = Document("bad\n\nbad", [Block(Span(0, 3)), Block(Span(5, 8), language="de")])
    assert [each.span for each in lint(document, rule(words("bad")))] == [Span(0, 3)]


def test_a_check_of_the_whole_article_is_silent_on_a_fragment() -> None:
    check = WholeOnly(Hit(Span(0, 3), {"found": "bad"}))
    assert lint(Document.from_text("bad", complete=False), rule(check)) == ()
    assert len(lint(Document.from_text("bad"), rule(check))) == 1


@pytest.mark.parametrize(
    ("severity", "lowered", "expected"),
    [
        (Severity.ERROR, Severity.SUGGESTION, Severity.SUGGESTION),
        (Severity.SUGGESTION, Severity.ERROR, Severity.SUGGESTION),
        (Severity.WARNING, None, Severity.WARNING),
    ],
)
def test_a_check_may_lower_a_severity_but_not_raise_it(
    severity: Severity, lowered: Severity | None, expected: Severity
) -> None:
    told = Told(Hit(Span(0, 3), {"found": "bad"}, severity=lowered))
    (found,) = lint("bad", rule(told, severity=severity))
    assert found.severity is expected


def test_related_places_and_absence_are_handed_on() -> None:
    related = (Related(Span(4, 8), "the other place"),)
    told = Told(Hit(Span(0, 3), related=related, absent=True, message="No dateline."))
    (found,) = lint("bad word", rule(told))
    assert (found.message, found.related, found.absent) == ("No dateline.", related, True)


def swap(wrong: str, right: str, **header: Any) -> Rule:
    return rule(Substitution(Swaps({wrong: right})), applicability=Applicability.SAFE, **header)


def test_a_fix_has_a_title_and_the_rule_s_applicability() -> None:
    (found,) = lint("Then teh train left.", swap("teh", "the"))
    (fix,) = found.fixes
    assert fix.title == "Replace “teh” with “the”"
    assert fix.edits == (Edit(Span(5, 8), "the"),)
    assert fix.applicability is Applicability.SAFE


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("“Then teh train left,” she said.", "teh", "the"),
        ("It cost 12 pounds.", "12 pounds", "£13"),
        ("It was on Monday last.", "Monday last", "last Tuesday"),
    ],
)
def test_no_machine_edits_quotations_figures_or_days(text: str, wrong: str, right: str) -> None:
    (found,) = lint(text, swap(wrong, right, in_quotes=True))
    assert found.fixes[0].applicability is Applicability.DISPLAY


def test_two_rules_with_one_fix_are_one_finding() -> None:
    (found,) = lint(
        "Then teh train left.",
        swap("teh", "the", rule_id="core/b", severity=Severity.WARNING),
        swap("teh", "the", rule_id="core/a", severity=Severity.ERROR),
    )
    assert (found.rule, found.also, found.severity) == ("core/a", ("core/b",), Severity.ERROR)


def test_two_rules_with_different_fixes_are_two_findings() -> None:
    found = lint("teh", swap("teh", "the", rule_id="core/a"), swap("teh", "they", rule_id="core/b"))
    assert [each.rule for each in found] == ["core/a", "core/b"]


def test_a_rule_that_fails_is_an_error_and_the_others_speak() -> None:
    rules = (rule(Broken(Nothing()), "core/broken"), rule(words("bad"), "core/it"))
    result = Linter(RuleSet("core", rules)).check("bad")
    assert [each.rule for each in result.findings] == ["core/it"]
    (error,) = result.errors
    assert error.rule == "core/broken"
    assert error.message == "the rule failed: ZeroDivisionError: by design"
    assert error.hint == "the article was not checked against this rule"


def test_a_rule_that_lacks_something_says_what() -> None:
    result = Linter(RuleSet("core", (rule(Lacking(Nothing()), "core/lacking"),))).check("bad")
    (error,) = result.errors
    assert str(error).endswith("error: the rule failed: no list [core/lacking] (make one)")


def test_a_message_that_cannot_be_filled_is_an_error() -> None:
    result = Linter(RuleSet("core", (rule(Told(Hit(Span(0, 3)))),))).check("bad")
    assert [each.message for each in result.errors] == ["the rule failed: KeyError: 'found'"]


def test_an_empty_document_has_no_findings() -> None:
    assert lint("", rule(words("bad"))) == ()


def test_a_rule_that_speaks_everywhere_is_cut_short_and_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("newslint.linter.MOST", 5)
    monkeypatch.setattr("newslint.matching.base.MOST", 5)
    everything = rule(Existence(Words(patterns=(".",))), "t/everything")
    other = rule(words("harbour"), "t/word")
    text = "The harbour opened.\n\nIt closed.\n\nThe harbour opened again."
    result = Linter(RuleSet("t", (everything, other))).check(text)
    assert [each.rule for each in result.findings].count("t/everything") <= 5
    assert [each.rule for each in result.findings].count("t/word") == 2
    [error] = result.errors
    assert error.rule == "t/everything"
    assert "more than 5 places" in error.message
