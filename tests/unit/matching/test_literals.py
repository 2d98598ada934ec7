"""The literals that a pattern's matches must contain."""

import pytest

from newslint.matching import Pattern
from newslint.matching.analysis import analyse
from newslint.matching.folding import fold


@pytest.mark.parametrize(
    ("source", "words", "offset"),
    [
        ("colour", {"colour"}, 0),
        (r"\bcolou?r\b", {"color", "colour"}, 0),
        (r"\d+ percent", {" percent"}, None),
        (r"\$\d percent", {" percent"}, 2),
        (r"(?:tea|pet)-? ?shop", {"teashop", "tea-shop", "tea shop", "tea- shop",
                                  "petshop", "pet-shop", "pet shop", "pet- shop"}, 0),
        (r"(?i)Straße", {"straße"}, 0),
        (r"\w+ly-known", {"ly-known"}, None),
        (r"(?<!\w)inform(?:al|er)(?!s)", {"informal", "informer"}, 0),
        (r"[Gg]rey", {"grey"}, 0),
        (r"(ab){2}c", {"ababc"}, 0),
        (r"wait(?:ed)+ for", {"wait"}, 0),
        (r"alpha|beta\d", {"alpha", "beta"}, 0),
    ],
)  # fmt: skip
def test_a_pattern_has_the_literals_its_matches_contain(source, words, offset):
    found = analyse(Pattern(source)).literals
    assert found is not None
    assert found.words == words
    assert found.offset == offset


@pytest.mark.parametrize(
    "source",
    [r"\d+", "a.b", "(?:cat)?", r"\p{Lu}+", "(?:colour){e<=1}", r"(?x) a b c", r"\L<names>",
     "alpha|\\d", r"[a-z]{3}", "ab"],
)  # fmt: skip
def test_a_pattern_without_a_selective_literal_has_none(source):
    assert analyse(Pattern(source)).literals is None


def test_plain_words_are_found_by_their_best_word():
    found = analyse(Pattern("in the Aftermath of", literal=True)).literals
    assert found is not None
    assert found.words == {"aftermath"}
    assert (found.left, found.right) == (True, True)


def test_folding_keeps_the_length():
    text = "İstanbul ſtreet 300 K ΣΊΣΥΦΟΣ ẞ"
    assert len(fold(text)) == len(text)
