import pytest

from newslint.checks.substitution import Parameters, Substitution, template_problem, with_case_of
from newslint.linter import Linter
from newslint.rulebook import Header, Rule, RuleSet


def shown(text, **parameters):
    check = Substitution(Parameters(**parameters))
    assert not list(check.problems())
    header = Header("substitution", "“{found}”: “{replacement}”.", "Why.", ())
    result = Linter(RuleSet("t", (Rule.of("t/swap", header, check),))).check(text)
    assert not result.errors
    for finding in result.findings:
        assert [each.edits[0].span for each in finding.fixes] == [finding.span]
    return [(each.span.of(text), each.fixes[0].edits[0].replacement) for each in result.findings]


def test_capitals_follow_what_was_found():
    text = "Utilise it. They utilise it. UTILISE IT NOW, they said in the town."
    assert shown(text, swap={"utilise": "use"}) == [
        ("Utilise", "Use"),
        ("utilise", "use"),
        ("UTILISE", "USE"),
    ]


def test_the_right_form_keeps_its_own_capitals_on_request():
    assert shown("IPhone owners met in the town.", swap={"iphone": "iPhone"}, keep_case=False) == [
        ("IPhone", "iPhone")
    ]
    assert shown("The facebook page of the old town.", swap={"Facebook": "Facebook"}) == [
        ("facebook", "Facebook")
    ]


def test_groups_fill_the_replacement():
    patterns = {r"(\d+) pct of (?<what>\w+)": r"\g<what>: \1%"}
    assert shown("It is 5 pct of sales in the town.", patterns=patterns) == [
        ("5 pct of sales", "sales: 5%")
    ]


def test_a_match_that_is_right_already_is_no_hit():
    assert shown("They use it in the old town.", patterns={"us(e|es)": r"us\1"}) == []


def test_names_are_left_alone_on_request():
    text = "Teh end. They met Teh Wei at teh gate of the town."
    assert shown(text, swap={"teh": "the"}, names=False) == [("Teh", "The"), ("teh", "the")]


@pytest.mark.parametrize(("written", "right"), [("it's", "isn't"), ("it’s", "isn’t")])
def test_apostrophes_are_written_as_the_article_does(written, right):
    text = f"The town says {written} nice."
    assert shown(text, swap={"it's": "isn't"}) == [(written, right)]


def test_words_match_over_any_white_space():
    text = "They make  use\u00a0of it in the old town."
    assert shown(text, swap={"make use of": "use"}) == [("make  use\u00a0of", "use")]


@pytest.mark.parametrize(
    ("found", "replacement", "result"),
    [("Old", "new", "New"), ("OLD", "new", "NEW"), ("old", "New", "New"), ("A", "an", "An")],
)
def test_case(found, replacement, result):
    assert with_case_of(found, replacement) == result


@pytest.mark.parametrize(
    ("template", "problem"),
    [
        (r"\1 \g<n> \g<1> \0", ""),
        (r"\2", r"the replacement '\2' names group 2, which the pattern lacks"),
        (r"\g<m>", r"the replacement '\g<m>' names group 'm', which the pattern lacks"),
        (r"\g<7>", r"the replacement '\g<7>' names group '7', which the pattern lacks"),
    ],
)
def test_replacements_name_groups_of_the_pattern(template, problem):
    assert template_problem(r"(?<n>\d)", template) == problem


def test_problems():
    needs = "needs 'swap', 'patterns', 'modifiers' or 'list'"
    assert list(Substitution(Parameters()).problems()) == [needs]
    found = Substitution(
        Parameters({"a": "a", "": "b"}, {"(c)": r"\2"}, ignore_case=False)
    ).problems()
    assert [(each.key, each.entry) for each in found] == [
        ("swap", "a"),
        ("swap", ""),
        ("patterns", "(c)"),
    ]


def test_a_note_of_an_entry_fills_the_message():
    parameters = Parameters(
        {"utilise": "use", "whilst": "while"},
        {"so+n": "soon"},
        {"utilise": "Plain words.", "so+n": "N."},
    )
    header = Header("substitution", "Write “{replacement}”. {note}", "Why.", ())
    rule = Rule.of("t/swap", header, Substitution(parameters))
    text = "They utilise it whilst sooon it rains in the old town."
    found = Linter(RuleSet("t", (rule,))).check(text).findings
    assert [each.message for each in found] == [
        "Write “use”. Plain words.",
        "Write “while”.",
        "Write “soon”. N.",
    ]


def confirmed(text, **parameters):
    check = Substitution(Parameters(**parameters))
    header = Header("substitution", "Write “{replacement}”.", "Why.", ())
    result = Linter(RuleSet("t", (Rule.of("t/names", header, check),))).check(text)
    assert not result.errors
    return [(each.span.of(text), each.message) for each in result.confirmed], len(result.findings)


def test_right_forms_are_confirmed_and_are_no_findings():
    text = "They met Jon Eckeland, who is not John Ekeland, in the old town of Tarn."
    swap = {"John Ekeland": "Jon Eckeland"}
    assert confirmed(text, swap=swap) == ([], 1)
    assert confirmed(text, swap=swap, mark_correct=True) == (
        [("Jon Eckeland", "“Jon Eckeland” is right.")],
        1,
    )
    assert confirmed(text, swap=swap, correct=("Tarn",)) == ([("Tarn", "“Tarn” is right.")], 1)


def test_right_forms_are_told_by_their_capitals_and_inside_quotations():
    text = "“We saw Tarn and its tarn,” said the mayor of the old town."
    assert confirmed(text, swap={"x": "y"}, correct=("Tarn",))[0] == [("Tarn", "“Tarn” is right.")]


def test_what_a_finding_speaks_of_is_not_confirmed():
    text = "They live in old Tarn Harbour by the sea of the north."
    swap = {"Tarn Harbour": "Tarn Harbor"}
    assert confirmed(text, swap=swap, correct=("Tarn",)) == ([], 1)


def test_modifiers_are_judged_before_a_noun_only():
    text = "High speed trains ran at high speed, and a high speed line is due."
    check = Substitution(Parameters(modifiers={r"\bhigh speed\b": "high-speed"}))
    header = Header("substitution", "Write “{replacement}”.", "Why.", ())
    found = Linter(RuleSet("t", (Rule.of("t/speed", header, check),))).check(text).findings
    assert [(each.span.start, each.message) for each in found] == [
        (0, "Write “High-speed”."),
        (43, "Write “high-speed”."),
    ]


def test_a_modifier_that_names_a_missing_group_is_a_problem():
    problems = [*Substitution(Parameters(modifiers={"high speed": r"\1"})).problems()]
    assert [(each.key, each.entry) for each in problems] == [("modifiers", "high speed")]
