"""Patterns that run away."""

import pytest

from newslint import Linter
from newslint.matching import LiteralIndex, Pattern, Stopped, literal_index
from newslint.matching.analysis import analyse
from newslint.rulebook import RuleSet
from newslint.rulefile import parse_rule
from newslint.span import Span

RUNAWAY = r"(?:a|aa)+$"
TEXT = "The " + "a" * 60 + "!"
RULE = f"""\
check: existence
message: "No: {{found}}."
why: A test.
patterns: ['{RUNAWAY}']
examples:
  - bad: "a word [[aa]]"
  - good: "b"
"""


@pytest.fixture(autouse=True)
def _impatient(monkeypatch):
    monkeypatch.setattr(literal_index, "LEAST_TIMEOUT", 0.05)


@pytest.mark.parametrize(
    ("source", "risky"),
    [(RUNAWAY, True), (r"(a+)+$", True), (r"(?:\w+ )*end", True), (r"\w+ly\b", False),
     (r"(?:red|tan)+", False), (r"(?:a|aa){2,3}", False), (r"\L<words>", True)],
)  # fmt: skip
def test_only_what_can_run_away_is_watched(source, risky):
    assert analyse(Pattern(source)).risky is risky


def test_a_runaway_pattern_is_stopped_and_no_other():
    patterns = [(0, [Pattern(RUNAWAY)]), (1, [Pattern("The", literal=True)])]
    stopped = []
    found = LiteralIndex.of(patterns).find(TEXT, [Span(0, len(TEXT))], stopped)
    assert stopped == [Stopped(0, Pattern(RUNAWAY))]
    assert [match.text for match in found[1]] == ["The"]


def test_without_a_list_it_is_an_error():
    with pytest.raises(TimeoutError):
        LiteralIndex.of([(0, [Pattern(RUNAWAY)])]).find(TEXT, [Span(0, len(TEXT))])


def test_the_linter_names_the_rule():
    rule = parse_rule(RULE, "rules/demo/words/runaway.yaml", "demo", lambda name: None)
    result = Linter(RuleSet("demo", (rule,))).check(TEXT)
    assert result.findings == ()
    [problem] = result.errors
    assert problem.rule == "demo/runaway"
    assert problem.message == (
        f"the pattern '{RUNAWAY}' was stopped: it tries the text in too many ways"
    )
