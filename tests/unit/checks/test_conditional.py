from newslint.checks.conditional import Conditional, Parameters
from newslint.document import Field
from newslint.linter import Linter
from newslint.rulebook import Header, Rule, RuleSet


def found(text, **parameters):
    check = Conditional(Parameters(**parameters))
    assert not list(check.problems())
    header = Header("conditional", "“{found}” stands alone.", "Why.", (), in_=(Field.BODY,))
    result = Linter(RuleSet("t", (Rule.of("t/pair", header, check),))).check(text)
    assert not result.errors
    return [(each.span.start, each.message) for each in result.findings]


SECOND = {"if_": (r"\bfirstly\b",), "then": (r"\bsecondly\b",)}


def test_the_first_place_without_a_companion_is_reported():
    text = "They said, firstly, that it rained. They said, firstly, that it snowed."
    assert found(text, **SECOND) == [(11, "“firstly” stands alone.")]
    assert len(found(text, **SECOND, every=True)) == 2


def test_a_companion_anywhere_is_enough():
    assert (
        found("They said, firstly, that it rained.\n\nIt also, secondly, snowed.", **SECOND) == []
    )
    assert found("It, secondly, snowed.\n\nThey said, firstly, that it rained.", **SECOND) == []


def test_the_side_may_be_asked_for():
    before = "They said, secondly, that it snowed and, firstly, that it rained."
    assert found(before, **SECOND, where="before") == []
    assert len(found(before, **SECOND, where="after")) == 1


def test_the_paragraph_may_be_asked_for():
    apart = "They said, firstly, that it rained a lot.\n\nThey said, secondly, that it snowed."
    assert len(found(apart, **SECOND, where="paragraph")) == 1


NAMED = {
    "if_": (r"\b([A-Z]{3,5})\b",),
    "then": (r"[a-z] \(([A-Z]{3,5})\)",),
    "where": "before",
    "ignore_case": False,
}


def test_groups_pair_what_belongs_together():
    text = "The farmers union (AFU) met in the hall, and so did the ABU and the AFU members."
    assert found(text, **NAMED) == [(56, "“ABU” stands alone.")]


def test_allowed_words_need_no_companion():
    text = "They all came to the hall for the ABU meeting of the year."
    assert found(text, **NAMED, allow=("ABU",)) == []
    assert len(found(text, **NAMED)) == 1


def test_problems():
    check = Conditional(Parameters(if_=(), then=("",)))
    assert [(each.key, each.message) for each in check.problems()] == [
        ("if", "'if' is empty"),
        ("then", "'then' is empty"),
    ]
