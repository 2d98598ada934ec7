from newslint.checks.consistency import Consistency, Parameters
from newslint.context import Context
from newslint.document import Document, Field
from newslint.linter import Linter
from newslint.rulebook import Header, Rule, RuleSet
from newslint.span import Span

VARIANTS = (("adviser", "advisor"), ("air strike", "airstrike", "air-strike"))


def findings(text, **parameters):
    parameters.setdefault("variants", VARIANTS)
    check = Consistency(Parameters(**parameters))
    header = Header(
        "consistency", "“{found}” {count}, “{other}” {other_count}", "One form.", (),
        in_=(Field.BODY, Field.HEADLINE),
    )  # fmt: skip
    result = Linter(RuleSet("t", (Rule.of("t/forms", header, check),))).check(text)
    assert not result.errors
    return result.findings


def shown(text, **parameters):
    return [
        (each.span.of(text), each.fixes[0].edits[0].replacement if each.fixes else None)
        for each in findings(text, **parameters)
    ]


def test_the_rarer_form_is_reported_and_points_at_the_other():
    text = "An adviser came, an adviser left and an advisor stayed behind."
    (finding,) = findings(text)
    assert finding.span == Span(39, 46).shift(1)
    assert finding.message == "“advisor” 1, “adviser” 2"
    assert [(each.span, each.message) for each in finding.related] == [
        (Span(3, 10), "“adviser” here")
    ]
    assert finding.fixes[0].edits[0].replacement == "adviser"


def test_of_two_equals_the_first_one_counts():
    text = "The advisor met another adviser on that day."
    assert shown(text) == [("adviser", "advisor")]


def test_one_form_alone_is_consistent():
    assert shown("The adviser met the advisers' adviser on that day.") == []


def test_endings_are_kept():
    text = "The adviser, an adviser by trade, met advisors; the advisor's car broke down."
    assert shown(text) == [("advisor", "adviser")]
    assert shown(text, endings=("s", "'s")) == [
        ("advisors", "advisers"),
        ("advisor's", "adviser's"),
    ]


def test_capitals_at_a_sentence_start_are_kept_and_names_left_alone():
    text = "The adviser left the adviser. Advisor fees rose. The Advisor Group fell."
    assert shown(text) == [("Advisor", "Adviser")]
    assert shown(text, names=True) == [("Advisor", "Adviser"), ("Advisor", "Adviser")]


def test_a_form_inside_a_longer_word_is_another_word():
    assert shown("The adviser's non-advisor friend was seen with an advisorship.") == []


def test_patterns_are_reported_without_a_fix():
    text = "It rose 5 per cent, then 6 per cent and then 7 percent again."
    groups = ((r"\d per cent", r"\d percent"),)
    (finding,) = findings(text, variants=(), patterns=groups)
    assert (finding.span.of(text), finding.fixes) == ("7 percent", ())
    assert finding.message == "“7 percent” 1, “5 per cent” 2"


def test_groups_are_judged_apart():
    text = "An adviser saw an air strike, a second adviser saw an airstrike and an air strike."
    assert shown(text) == [("airstrike", "air strike")]


def test_problems_name_the_group():
    check = Consistency(Parameters(variants=(("a", "b"), ("c",), ("d", "A"), ("e", " "))))
    assert [(each.message, each.entry) for each in check.problems()] == [
        ("'c' has no other form beside it", "c"),
        ("'A' stands in two groups", "d"),
        ("an empty entry", "e"),
    ]
    assert list(Consistency(Parameters()).problems()) == ["needs 'variants', 'patterns' or 'list'"]


def test_the_document_is_judged_as_a_whole():
    text = "The adviser spoke at length to the board.\n\nAn advisor spoke at length to the board."
    document = Document.from_text(text)
    assert len(document.blocks) == 2
    assert shown(text) == [("advisor", "adviser")]
    assert Context().date is None
