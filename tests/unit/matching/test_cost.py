"""Which patterns are expensive."""

import pytest

from newslint.matching import Pattern
from newslint.matching.cost import cost_of


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        (r"\w+ly \w+", "no word of three letters and no rare mark is sure to stand in a match"),
        (r"(?:colour){e<=1}", "it uses syntax that the index does not read"),
    ],
)
def test_an_expensive_pattern_has_a_reason_and_a_hint(source, reason):
    cost = cost_of(Pattern(source))
    assert cost is not None
    assert cost.reason == reason
    assert cost.hint


def test_a_pattern_with_a_word_of_its_own_is_cheap():
    assert cost_of(Pattern(r"\w+ly-known")) is None
