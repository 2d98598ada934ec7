"""Every index finds exactly what the plain loop finds."""

import string

import hypothesis.strategies as st
import regex
from hypothesis import given, settings

from newslint.matching import LiteralIndex, LoopIndex, Pattern
from newslint.span import Span

LETTERS = "abiksABIKSéÉßſKİı’' -.\u0301"
ATOMS = st.one_of(
    st.text(LETTERS.replace("-", "").replace(".", ""), min_size=1, max_size=6),
    st.sampled_from([r"\b", r"\w", r"\s", r"\d", ".", "[ab]", "[^a]", r"(?<!\w)", r"(?!\w)",
                     "(?=a)", "(?=ab|k)", "(?= s)", r"\.", "-", r"\p{Lu}", "^", "$"]),
)  # fmt: skip


def groups(inner):
    joined = st.lists(inner, min_size=1, max_size=4).map("".join)
    return st.one_of(
        joined,
        st.tuples(joined, joined).map(lambda pair: f"(?:{pair[0]}|{pair[1]})"),
        st.tuples(joined, st.sampled_from(["?", "*", "+", "{2}", "{1,3}", "+?"])).map(
            lambda pair: f"(?:{pair[0]}){pair[1]}"
        ),
        joined.map(lambda each: f"({each})"),
    )


def compiles(source):
    try:
        regex.compile(source, regex.V0)
    except regex.error:
        return False
    return True


SOURCES = st.recursive(ATOMS, groups, max_leaves=8).filter(compiles)
PATTERNS = st.one_of(
    st.builds(Pattern, SOURCES, ignore_case=st.booleans()),
    st.builds(
        Pattern,
        st.text(LETTERS, min_size=1, max_size=9).filter(str.strip),
        literal=st.just(True),
        ignore_case=st.booleans(),
    ),
)
TEXTS = st.text(LETTERS + "\n" + string.digits[:2], max_size=60)


def found(index, text, pieces):
    return {
        owner: [(match.span, match.groups) for match in matches]
        for owner, matches in index.find(text, pieces).items()
    }


@settings(max_examples=300, deadline=None)
@given(st.lists(PATTERNS, max_size=6), TEXTS, st.integers(0, 60))
def test_the_literal_index_agrees_with_the_loop(patterns, text, cut):
    owned = [(number, [pattern]) for number, pattern in enumerate(patterns)]
    middle = min(cut, len(text))
    pieces = [Span(0, middle), Span(middle, len(text))]
    expected = found(LoopIndex(owned), text, pieces)
    assert found(LiteralIndex.of(owned), text, pieces) == expected
    assert found(LiteralIndex.of(owned, accelerate=False), text, pieces) == expected
