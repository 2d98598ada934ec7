"""The form of a pattern tells that it is sure to compile, or tells nothing."""

import string

import pytest
import regex

from newslint.wellformed import groups_of, well_formed


@pytest.mark.parametrize(
    "source",
    [
        "", "harbour wall", r"\bharbou?r(?: wall|s)?\b", r"(?<![\w-])gr(e|a)y(?![\w-])",
        r"\d{1,3} per ?cent", r"[A-Z][\w'’-]+ [A-Z]\.", "(?i:mr|mrs) [^a-z ]+", "“[^”]*+”",
        r"\A\p{Lu}+\Z", "a#b c", "[-–—]", "[a-]", r"(?=(a|b){2,}?)c",
    ],
)  # fmt: skip
def test_well_formed(source: str) -> None:
    assert well_formed(source)
    regex.compile(source, regex.V0)


@pytest.mark.parametrize(
    "source",
    ["(", ")", "a)", "(?:a", "*a", "a**", "a{3,1}", "a{2}{2}", "[", "[]", "[z-a]", "[a", "a\\",
     "(?P<1>a)", "(?<n", "(?i", r"\p{Qq}", "(?<=", r"\1", "[[:nope:]]", r"(?(2)a|b)", r"\b*"],
)  # fmt: skip
def test_what_may_not_compile_is_never_well_formed(source: str) -> None:
    assert not well_formed(source)


def test_every_escape_that_is_well_formed_compiles() -> None:
    escapes = [f"\\{each}" for each in string.printable]
    sound = [each for each in (*escapes, *(f"[{each}]" for each in escapes)) if well_formed(each)]
    assert r"\." in sound
    assert r"[\w]" in sound
    assert all(regex.compile(each, regex.V0) for each in sound)


def test_deep_nesting_is_left_to_regex() -> None:
    assert well_formed("(" * 30 + "a" + ")" * 30)
    assert not well_formed("(" * 3_000 + "a" + ")" * 3_000)


@pytest.mark.parametrize(
    ("source", "count"),
    [("a", 0), (r"(a)(?:b)(?=c)(d|(e))", 3), (r"\((a)[(]?", 1), ("([ab]?c)", 1), (r"[\]()](b)", 1)],
)
def test_groups_are_counted(source: str, count: int) -> None:
    assert well_formed(source)
    assert groups_of(source) == count == regex.compile(source, regex.V0).groups
