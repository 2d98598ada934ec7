import time

import pytest
import regex

from newslint.authoring.branches import branches
from newslint.authoring.coverage import (
    Coverage,
    Runaway,
    Unreached,
    coverage,
    dead_entries,
    runaways,
)
from newslint.rulefile import WordList, parse_rule


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("abc", []),
        ("a|b", ["a", "b"]),
        ("x(a|b)y(?:c|d)", ["a", "b", "c", "d"]),
        (r"a\|b[|]c[]|]", []),
        ("(a|(b|c))", ["a", "(b|c)", "b", "c"]),
        ("(?<n>a|b)(?=c|d)(?<!e|f)(?i:g|h)", ["a", "b", "c", "d", "e", "f", "g", "h"]),
        ("(a||b)", ["a", "", "b"]),
    ],
)
def test_alternatives_are_found_at_any_depth(source, words):
    found = branches(source)
    assert sorted(each.words for each in found) == sorted(words)
    for each in found:
        assert source[each.start : each.start + len(each.words)] == each.words
        regex.compile(each.without(source))


def test_a_pattern_without_an_alternative_keeps_its_groups():
    source = r"(a|b)(c)\2"
    (first, _) = branches(source)
    program = regex.compile(first.without(source))
    assert program.fullmatch("acc") is None
    assert program.fullmatch("bcc")[2] == "c"


def rule(parameters: str, examples: str):
    text = f"check: existence\nmessage: m\nwhy: w\n{parameters}\nexamples:\n{examples}"
    return parse_rule(text, "p/t/r.yaml", "p", lambda name: WordList(name, ()))


def test_unreached_words_and_alternatives_are_named():
    found = coverage(
        rule(
            "words: [nice, lovely]\npatterns: ['very (cold|hot|warm)', 'so (far|long)']",
            '  - bad: "A [[nice]], [[very cold]] day."\n  - good: "A hot day."\n',
        )
    )
    assert found == Coverage(
        "p/r",
        7,
        2,
        (
            Unreached("lovely"),
            Unreached("very (cold|hot|warm)", ("hot", "warm")),
            Unreached("so (far|long)"),
        ),
    )


def test_an_exception_is_reached_by_a_good_example():
    parameters = "patterns: ['very (?!cold|hot)']"
    bad = '  - bad: "A [[very ]]nice day."\n'
    found = coverage(rule(parameters, bad + '  - good: "A very cold day."\n'))
    assert found.unreached == (Unreached("very (?!cold|hot)", ("hot",)),)


def test_rules_that_look_for_no_patterns_have_no_coverage():
    text = (
        "check: repetition\nmessage: m\nwhy: w\nexamples:\n"
        '  - bad: "[[the the]]"\n  - good: "the"\n'
    )
    made = parse_rule(text, "p/t/r.yaml", "p", lambda name: WordList(name, ()))
    assert coverage(made) is None
    assert list(runaways(made)) == []


def test_an_entry_that_can_never_match_is_dead():
    examples = '  - bad: "A [[nice]] day."\n  - good: "A hot day."\n'
    words = "words: [nice, www.example.org, don’t, 'C++', a@b.example]"
    assert list(dead_entries(rule(words, examples))) == ["www.example.org", "a@b.example"]


EXAMPLES = '  - bad: "[[aab]]"\n  - good: "x"\n'


@pytest.mark.parametrize("source", ["(a+)+b", r"(\w+\s?)*b!", "(xy|x|y)+z", r"(?:a|a)*b"])
def test_a_pattern_without_end_is_caught(source):
    started = time.perf_counter()
    (found,) = runaways(rule(f"patterns: ['{source}']", EXAMPLES))
    assert isinstance(found, Runaway)
    assert found.pattern == source
    assert found.text.endswith("…")
    assert time.perf_counter() - started < 30


@pytest.mark.parametrize("source", ["a+b", r"\b\w+ly \w+ed\b", "(?:aa|b)+c", "very (cold|hot)"])
def test_ordinary_patterns_come_to_an_end(source):
    assert list(runaways(rule(f"patterns: ['{source}']", EXAMPLES))) == []
