import pytest

from newslint.checks.existence import Existence, Parameters
from newslint.linter import Linter
from newslint.rulebook import Header, Rule, RuleSet


def shown(text, raw=False, **parameters):
    check = Existence(Parameters(**parameters))
    assert not list(check.problems())
    rule = Rule.of("t/words", Header("existence", "No “{found}”.", "Why.", (), raw=raw), check)
    result = Linter(RuleSet("t", (rule,))).check(text)
    assert not result.errors
    return [
        (each.span.start, each.message, each.fixes[0].edits[0].replacement if each.fixes else None)
        for each in result.findings
    ]


def test_words_are_found_whole():
    text = "The utilities of the town utilise and re-utilise the old utility of the shore."
    assert shown(text, words=("utilise",)) == [
        (26, "No “utilise”.", None),
        (41, "No “utilise”.", None),
    ]


def test_case_counts_on_request():
    text = "They all Utilise it in the old town by the sea."
    assert len(shown(text, words=("utilise",))) == 1
    assert shown(text, words=("utilise",), ignore_case=False) == []


def test_names_are_left_alone_on_request():
    text = "Utilise it. They met at the Utilise Group in the town."
    assert [each[0] for each in shown(text, words=("utilise",), names=False)] == [0]


def test_the_fix_may_be_to_delete():
    assert shown("It is very, very nice in the town.", patterns=("very, ",), delete=True) == [
        (6, "No “very, ”.", "")
    ]


@pytest.mark.parametrize("written", ["don't", "don’t"])
@pytest.mark.parametrize("rule", ["don't", "don’t"])
def test_apostrophes_of_both_kinds_match(written, rule):
    text = f"They {written} want it in the old town."
    assert shown(text, words=(rule,)) == [(5, f"No “{written}”.", None)]
    assert shown(text, patterns=(f"{rule} want",)) == [(5, f"No “{written} want”.", None)]


def test_the_raw_text_keeps_its_apostrophes():
    text = "They don't want it, and they don’t get it in the old town."
    assert [each[0] for each in shown(text, raw=True, words=("don’t",))] == [29]


def test_problems():
    assert list(Existence(Parameters()).problems()) == ["needs 'words', 'patterns' or 'list'"]
    (problem,) = Existence(Parameters(words=("a", " "))).problems()
    assert (problem.key, problem.message) == ("words", "an empty entry")
