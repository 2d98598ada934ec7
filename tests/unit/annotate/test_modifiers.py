"""Whether words stand before a noun that they modify."""

from __future__ import annotations

import pytest

from newslint.annotate.modifiers import modifies_noun


@pytest.mark.parametrize(
    "text",
    [
        "private sector| unions want more",
        "private sector| jobs fell",
        "low income| housing is scarce",
        "middle class| family",
        "right wing| MPs left",
        "high speed| trains to Tarn",
    ],
)
def test_words_before_a_noun_modify_it(text: str) -> None:
    before, after = text.split("|")
    assert modifies_noun(before + after, len(before))


@pytest.mark.parametrize(
    "text",
    [
        "private sector| grew",
        "private sector| creates jobs",
        "second half| goalless",
        "third place| last year",
        "left wing| shapes the party",
        "private sector|, unions say",
        "working class| voted",
        "health care| in Tarn",
    ],
)
def test_words_before_anything_else_do_not(text: str) -> None:
    before, after = text.split("|")
    assert not modifies_noun(before + after, len(before))
