from __future__ import annotations

from collections.abc import Mapping

import pytest

from newslint.document import Document
from newslint.errors import NewslintError, Problem
from newslint.finding import Applicability, Edit, Finding, Fix, Severity
from newslint.fixer import Check, apply, choose, fix
from newslint.report import FileReport, PlacedEdit, place_findings
from newslint.span import LineIndex, Span


def finding(rule: str, *edits: Edit, how: Applicability = Applicability.SAFE) -> Finding:
    fixes = (Fix("title", edits, how),) if edits else ()
    span = edits[0].span if edits else Span(0, 1)
    return Finding(rule, Severity.WARNING, "message", "why", span, "body", fixes=fixes)


def report(text: str, *findings: Finding, errors: tuple[Problem, ...] = ()) -> FileReport:
    return place_findings("a.txt", "text", text, [(Document.from_text(text), findings)], errors)


def swaps(pairs: Mapping[str, tuple[str, str]], how: Applicability = Applicability.SAFE) -> Check:
    """Make a check of rules: rule -> wrong and right."""

    def check(text: str) -> FileReport:
        found = []
        for rule, (wrong, right) in pairs.items():
            start = text.find(wrong)
            while start >= 0:
                edit = Edit(Span(start, start + len(wrong)), right)
                found.append(finding(rule, edit, how=how))
                start = text.find(wrong, start + len(wrong))
        return report(text, *found)

    return check


def test_every_fix_is_made_and_counted() -> None:
    check = swaps({"core/teh": ("teh", "the"), "core/adn": ("adn", "and")})
    fixed = fix("teh cat adn teh dog", check, Applicability.SAFE)
    assert fixed.text == "the cat and the dog"
    assert fixed.applied == {"core/teh": 2, "core/adn": 1}
    assert len(fixed.before.findings) == 3
    assert fixed.after.findings == ()


def test_fixing_again_changes_nothing() -> None:
    check = swaps({"core/teh": ("teh", "the")})
    once = fix("teh cat", check, Applicability.SAFE)
    again = fix(once.text, check, Applicability.SAFE)
    assert again.text == once.text
    assert again.applied == {}


def test_a_fix_may_need_another_round() -> None:
    check = swaps({"core/a": ("one", "two"), "core/b": ("two", "three")})
    assert fix("one", check, Applicability.SAFE).text == "three"


@pytest.mark.parametrize(
    ("how", "least", "made"),
    [
        (Applicability.SAFE, Applicability.SAFE, True),
        (Applicability.UNSAFE, Applicability.SAFE, False),
        (Applicability.UNSAFE, Applicability.UNSAFE, True),
        (Applicability.DISPLAY, Applicability.UNSAFE, False),
    ],
)
def test_only_fixes_that_are_allowed(how: Applicability, least: Applicability, made: bool) -> None:
    fixed = fix("teh", swaps({"core/teh": ("teh", "the")}, how), least)
    assert fixed.text == ("the" if made else "teh")


def test_two_rules_that_undo_each_other() -> None:
    check = swaps(
        {"core/a": ("grey", "gray"), "core/b": ("gray", "grey"), "core/c": ("teh", "the")}
    )
    with pytest.raises(NewslintError) as caught:
        fix("teh grey", check, Applicability.SAFE)
    assert str(caught.value) == (
        "a.txt: error: core/a and core/b undo each other's fixes, so nothing was written "
        "(ignore one of them)"
    )


def test_three_rules_in_a_circle() -> None:
    check = swaps({"core/a": ("x", "y"), "core/b": ("y", "z"), "core/c": ("z", "x")})
    with pytest.raises(NewslintError, match="core/a, core/b and core/c undo each other's fixes"):
        fix("x", check, Applicability.SAFE)


def test_a_rule_that_undoes_itself() -> None:
    def check(text: str) -> FileReport:
        return report(text, finding("core/a", Edit(Span(0, 1), "b" if text == "a" else "a")))

    with pytest.raises(NewslintError, match="core/a undoes its own fix, so nothing was written"):
        fix("a", check, Applicability.SAFE)


def test_a_rule_that_never_comes_to_rest() -> None:
    def check(text: str) -> FileReport:
        return report(text, finding("core/longer", Edit(Span(0, 0), "a")))

    with pytest.raises(NewslintError, match="core/longer undoes its own fix"):
        fix("a", check, Applicability.SAFE)


def test_a_fix_that_breaks_the_file_is_refused() -> None:
    def check(text: str) -> FileReport:
        if text == "a":
            return report(text, finding("core/a", Edit(Span(0, 1), "{")))
        return report(text, errors=(Problem("not valid", "a.txt"),))

    with pytest.raises(NewslintError) as caught:
        fix("a", check, Applicability.SAFE)
    assert str(caught.value) == (
        "a.txt: error: a fix of core/a makes the file unreadable, so nothing was written: not valid"
    )


def test_errors_that_were_there_before_do_not_hinder() -> None:
    def check(text: str) -> FileReport:
        found = [finding("core/a", Edit(Span(0, 1), "b"))] if text == "a" else []
        return report(text, *found, errors=(Problem("a broken item", "a.txt"),))

    assert fix("a", check, Applicability.SAFE).text == "b"


@pytest.mark.parametrize(
    ("edits", "chosen"),
    [
        ([Edit(Span(0, 3), "x"), Edit(Span(3, 5), "y")], [0, 1]),
        ([Edit(Span(0, 3), "x"), Edit(Span(2, 5), "y")], [0]),
        ([Edit(Span(1, 1), "x"), Edit(Span(1, 1), "y")], [0]),
        ([Edit(Span(1, 1), "x"), Edit(Span(1, 3), "y")], [0]),
        ([Edit(Span(0, 5), "x"), Edit(Span(2, 2), "y")], [0]),
        ([Edit(Span(0, 5), "x"), Edit(Span(5, 5), "y")], [0, 1]),
    ],
)
def test_fixes_of_one_round_do_not_touch_each_other(edits: list[Edit], chosen: list[int]) -> None:
    findings = [finding(f"core/{number}", edit) for number, edit in enumerate(edits)]
    names = [each.rule for each in choose(report("abcdefgh", *findings), Applicability.SAFE)]
    assert names == [f"core/{number}" for number in chosen]


def test_a_fix_of_several_edits_is_made_whole_or_not_at_all() -> None:
    both = finding("core/a", Edit(Span(0, 1), "x"), Edit(Span(6, 7), "y"))
    between = finding("core/b", Edit(Span(6, 8), "z"))
    chosen = choose(report("abcdefgh", both, between), Applicability.SAFE)
    assert [each.rule for each in chosen] == ["core/a"]


def test_edits_are_applied_in_any_order() -> None:
    lines = LineIndex("one two three")
    edits = [
        PlacedEdit(lines.position(8), lines.position(13), "3"),
        PlacedEdit(lines.position(0), lines.position(3), "1"),
        PlacedEdit(lines.position(4), lines.position(4), "and "),
    ]
    assert apply("one two three", edits) == "1 and two 3"
