from __future__ import annotations

from datetime import date

import pytest

from newslint.document import Block, Directive, Document, paragraphs
from newslint.errors import NewslintError
from newslint.finding import Finding, Severity, SuppressionPolicy
from newslint.report import PlacedFinding, place_findings
from newslint.span import Span
from newslint.suppress import (
    UNUSED,
    apply_directives,
    parse_sidecar,
    sidecar_findings,
    sift,
    unknown_in_directives,
)

TEXT = "One teh.\n\nTwo teh.\n\nThree teh."
NOWHERE = Span(0, 0)
KNOWN = {"core/teh", "core/other", "desk/x"}


def document(*directives: Directive) -> Document:
    return Document(TEXT, [Block(span) for span in paragraphs(TEXT)], directives=directives)


def directive(
    action: str, *rules: str, position: int = 0, whole: bool = False, span: Span = NOWHERE
) -> Directive:
    return Directive(action, rules, "", span, position, whole)


def finding(start: int, rule: str = "core/teh", *also: str) -> Finding:
    return Finding(
        rule, Severity.ERROR, "message", "why", Span(start, start + 3), "body", also=tuple(also)
    )


FINDINGS = [finding(4), finding(14), finding(26)]


def left(*directives: Directive) -> list[tuple[str, int]]:
    kept = apply_directives(FINDINGS, document(*directives), KNOWN)
    return [(each.rule, each.span.start) for each in kept]


def test_without_directives_everything_is_left() -> None:
    assert left() == [("core/teh", 4), ("core/teh", 14), ("core/teh", 26)]


def test_disable_holds_to_the_end() -> None:
    assert left(directive("disable", "core/teh", position=10)) == [("core/teh", 4)]


def test_enable_ends_it() -> None:
    assert left(
        directive("disable", "core/teh", position=10), directive("enable", position=20)
    ) == [("core/teh", 4), ("core/teh", 26)]


def test_one_rule_may_be_enabled_out_of_all() -> None:
    assert left(directive("disable", position=0), directive("enable", "core/teh", position=20)) == [
        ("core/teh", 26)
    ]


def test_enabling_another_rule_changes_nothing() -> None:
    assert left(
        directive("disable", "core/teh", position=0), directive("enable", "core/other", position=5)
    ) == []  # fmt: skip


def test_disable_next_holds_for_one_block() -> None:
    assert left(directive("disable-next", "core/teh", position=10)) == [
        ("core/teh", 4),
        ("core/teh", 26),
    ]


def test_disable_next_at_the_end_suppresses_nothing() -> None:
    kept = left(directive("disable-next", "core/teh", position=len(TEXT)))
    assert kept[-1][0] == UNUSED.id


def test_front_matter_holds_for_the_whole_article() -> None:
    assert left(directive("disable", "core/*", position=20, whole=True)) == []


def test_what_another_rule_said_too_stays() -> None:
    kept = apply_directives(
        [finding(4, "core/teh", "core/other")], document(directive("disable", "core/teh")), KNOWN
    )
    assert [(each.rule, each.also) for each in kept] == [("core/other", ())]


def test_a_directive_that_suppresses_nothing() -> None:
    kept = apply_directives(
        [], document(directive("disable", "core/teh", position=10, span=Span(3, 9))), KNOWN
    )
    assert kept == [
        Finding(
            "core/unused-suppression",
            Severity.SUGGESTION,
            "This suppression of core/teh suppresses nothing: remove it.",
            UNUSED.why,
            Span(10, 13),
            "furniture",
            source=Span(3, 9),
        )
    ]


def test_a_directive_for_all_rules_that_suppresses_nothing() -> None:
    kept = apply_directives([], document(directive("disable")), KNOWN)
    assert [each.message for each in kept] == ["This suppression suppresses nothing: remove it."]


def test_only_the_idle_names_are_told() -> None:
    kept = apply_directives(
        [finding(4)], document(directive("disable", "core/teh", "core/other", "desk/*")), KNOWN
    )
    assert [each.message for each in kept] == [
        "This suppression of core/other, desk/* suppresses nothing: remove it."
    ]


def test_of_a_rule_that_was_not_run_nothing_is_said() -> None:
    assert apply_directives([], document(directive("disable", "house/rule")), KNOWN) == []


def test_the_finding_about_a_directive_can_be_suppressed_by_name_only() -> None:
    idle = directive("disable", "core/teh", position=10)
    named = directive("disable", UNUSED.id, whole=True)
    assert apply_directives([], document(named, idle), KNOWN) == []
    everything = directive("disable", whole=True)
    assert len(apply_directives([], document(everything, idle), KNOWN)) == 2


def test_names_of_no_rule() -> None:
    found = unknown_in_directives(
        document(directive("disable", "core/tehh", "core/teh", "nix/*", span=Span(1, 2))), KNOWN
    )
    assert [(each.message, each.source) for each in found] == [
        ("There is no rule 'core/tehh', so this suppression does nothing.", Span(1, 2)),
        ("There is no rule 'nix/*', so this suppression does nothing.", Span(1, 2)),
    ]


def test_without_a_reason_a_directive_may_not_count() -> None:
    policy = SuppressionPolicy(reason="required")
    bare = directive("disable", "core/teh", position=10, span=Span(3, 9))
    kept = apply_directives(FINDINGS, document(bare), KNOWN, policy)
    assert [each.rule for each in kept] == [UNUSED.id, *["core/teh"] * 3]
    assert kept[0].source == Span(3, 9)
    assert kept[0].message == (
        "This suppression gives no reason, so it does not count: write one behind '--'."
    )
    reasoned = bare._replace(reason="a name")
    assert len(apply_directives(FINDINGS, document(reasoned), KNOWN, policy)) == 1


def test_errors_may_be_out_of_reach() -> None:
    policy = SuppressionPolicy(error="forbidden")
    mild = finding(14)._replace(severity=Severity.WARNING)
    kept = apply_directives([finding(4), mild], document(directive("disable")), KNOWN, policy)
    assert [each.span.start for each in kept] == [4]
    first = placed()[0]
    sidecar = parse_sidecar(sidecar_text(first.fingerprint), "s.yaml", "/")
    assert first in sift(placed(), sidecar, "a.txt", None, policy).kept


def placed() -> tuple[PlacedFinding, ...]:
    return place_findings("a.txt", "text", TEXT, [(document(), FINDINGS)]).findings


def sidecar_text(fingerprint: str, more: str = "") -> str:
    return f"suppressions:\n  - fingerprint: {fingerprint}\n    reason: r\n    who: w\n{more}"


def test_a_sidecar_holds_back_one_finding() -> None:
    first, *others = placed()
    sidecar = parse_sidecar(sidecar_text(first.fingerprint), "s.yaml", "/")
    sifted = sift(placed(), sidecar, "a.txt", None)
    assert sifted.kept == tuple(others)
    assert sifted.used == {0}


@pytest.mark.parametrize(
    ("more", "today", "held"),
    [
        ("    path: a.txt\n", None, True),
        ("    path: b.txt\n", None, False),
        ("    rule: core/teh\n", None, True),
        ("    rule: core/other\n", None, False),
        ("    expires: 2026-05-01\n", date(2026, 5, 1), True),
        ("    expires: 2026-05-01\n", date(2026, 5, 2), False),
        ("    expires: 2026-05-01\n", None, True),
        ("    verdict: stet\n", None, True),
    ],
)
def test_what_an_entry_holds_for(more: str, today: date | None, held: bool) -> None:
    first = placed()[0]
    sidecar = parse_sidecar(sidecar_text(first.fingerprint, more), "s.yaml", "/")
    assert (first not in sift(placed(), sidecar, "a.txt", today).kept) is held


def test_idle_entries_are_reported_where_they_stand() -> None:
    text = sidecar_text("f00", "    rule: core/teh\n    expires: 2026-05-01\n")
    sidecar = parse_sidecar(text, "s.yaml", "/")
    (idle,) = sidecar_findings(sidecar, [0], date(2026, 1, 1))
    assert idle.message == "This suppression of core/teh (f00) suppresses nothing: remove it."
    assert idle.span.of(text) == "fingerprint"
    (over,) = sidecar_findings(sidecar, [0], date(2026, 6, 1))
    assert over.message == ("This suppression of core/teh (f00) ended on 2026-05-01: decide again.")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("suppressions: []\nmore: 1\n", "s.yaml:2:1: error: unknown key 'more' in the file"),
        ("suppressions: [{fingerprint: a, reason: r}]\n", "lacks the key 'who'"),
        (sidecar_text("a", "    verdict: steet\n"), "did you mean 'stet'?"),
        (sidecar_text("a", "    expires: soon\n"), "must be a date like 2026-01-31, not 'soon'"),
        (sidecar_text("a") + "  - {fingerprint: a, reason: r, who: w}\n", "'a' is given twice"),
    ],
)
def test_a_broken_sidecar(text: str, message: str) -> None:
    with pytest.raises(NewslintError) as caught:
        parse_sidecar(text, "s.yaml", "/")
    assert message in str(caught.value)
