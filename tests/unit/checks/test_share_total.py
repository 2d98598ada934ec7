"""Shares that add up to more than their whole."""

from __future__ import annotations

import pytest

from newslint.authoring.examples import outcomes
from newslint.lexicon import rules_folder
from newslint.rulebook import Example
from newslint.store.rules import load_rule

RULE = load_rule(rules_folder() / "core" / "quantities" / "share-total.yaml", "core")


@pytest.mark.parametrize(
    "text",
    [
        "Farms account for [[1:45%]] of the land, forest [[2:38%]] and towns [[20%]].",
        "Women made up [[1:58 percent]] of the crew, and men [[52 percent]].",
    ],
)
def test_a_list_that_goes_on_without_a_verb_is_one_whole(text: str) -> None:
    assert outcomes(RULE, Example(bad=text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Farms account for 45% of the land, and 80% of farms keep sheep.",
        "Farms account for 60% of the land, compared with 70% in 1990.",
        "Farms account for 50.2% of the land, forest 30.1% and towns 19.8%.",
        "Turnout was 60% in the north, 70% in the south and 55% at sea.",
    ],
)
def test_other_percentages_are_no_shares_of_it(text: str) -> None:
    assert outcomes(RULE, Example(good=text)) == []
