"""What is called well-formed compiles, with either case and however it was put together."""

import hypothesis.strategies as st
import regex
from hypothesis import given, settings

from newslint.wellformed import groups_of, well_formed

#: Pieces of patterns, whole ones and torn ones.
PIECES = [
    "a", "ab", "Z", "9", " ", "-", "^", "$", ".", "|", "?", "*", "+", "(", ")", "[", "]", "{", "}",
    "\\", "(?:", "(?>", "(?i:", "(?=", "(?!", "(?<=", "(?<!", "(?<n>", "(?P<n>", "(?", "(?x)", "[^",
    "a-z", "A-Z", "0-9", "z-a", r"\w", r"\b", r"\B", r"\p{L}", r"\p{Lu}", r"\p{Q}", r"\1", r"\n",
    "{2}", "{1,3}", "{3,1}", "{0,9}", "{12,}", "{,2}", "{e<=1}", "é", "’", "ß", "İ", "ſ", "\n",
    "#", "_", "&", "&&", "||", "~~", "--", "<", "=", "!", ":", r"\-", r"\.", r"\[", r"\]", "[:",
    "[.", "[=", ":]", r"\A", r"\Z", r"\L<n>", "\x00", "\ud800", "\U0001f600",
]  # fmt: skip

WHOLE = st.sampled_from(
    ["a", "word", "two words", ".", r"\w", r"\d", r"\S", r"\.", "[ab]", "[^a-z]", r"[\w-]", "[-–]"]
)


def bigger(inner):
    joined = st.lists(inner, min_size=1, max_size=4).map("".join)
    opening = st.sampled_from(["(", "(?:", "(?>", "(?i:"])
    count = st.sampled_from(["", "?", "*", "+", "??", "*+", "{2}", "{1,12}", "{3,}"])
    looking = st.sampled_from(["(?=", "(?!", "(?<=", "(?<!"])
    return st.one_of(
        st.tuples(opening, joined, count).map(lambda each: f"{each[0]}{each[1]}){each[2]}"),
        st.tuples(looking, joined).map(lambda each: f"{each[0]}{each[1]})"),
        st.tuples(joined, joined).map("|".join),
        joined.map(lambda each: rf"\b{each}\b"),
    )


@settings(max_examples=1000, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=9).map("".join), st.booleans())
def test_what_is_well_formed_compiles(source, ignore_case):
    if well_formed(source):
        made = regex.compile(source, regex.V0 | (regex.IGNORECASE if ignore_case else 0))
        assert (groups_of(source), {}) == (made.groups, made.groupindex)


@settings(max_examples=500, deadline=None)
@given(st.text(max_size=12))
def test_any_text_that_is_well_formed_compiles(source):
    if well_formed(source):
        regex.compile(source, regex.V0)


@settings(max_examples=300, deadline=None)
@given(st.recursive(WHOLE, bigger, max_leaves=12))
def test_patterns_as_people_write_them_are_well_formed(source):
    assert well_formed(source)
    assert groups_of(source) == regex.compile(source, regex.V0).groups
