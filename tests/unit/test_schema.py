from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import Annotated, Any, Literal, NamedTuple

import pytest
import yaml

from newslint.errors import NewslintError
from newslint.schema import Converter, Raw, Regex, keys_of, node_of, parse_yaml


class Colour(Enum):
    RED = "red"
    BLUE = "blue"


class Inner(NamedTuple):
    name: str
    size: int = 0


class Record(NamedTuple):
    """One field of each type."""

    text: str = ""
    number: int = 0
    share: float = 0.0
    flag: bool = False
    day: date | None = None
    class_: Annotated[str, "A key that is a word of Python."] = ""
    colour: Colour | None = None
    style: Literal["a", "b"] = "a"
    words: tuple[str, ...] = ()
    groups: tuple[tuple[str, ...], ...] = ()
    pairs: Mapping[str, int] = {}
    patterns: Mapping[Regex, str] = {}
    pattern: Regex = ""
    inner: Inner | None = None
    several: tuple[Inner, ...] = ()
    raw: Raw = None


def convert(text: str, record: type[Any] = Record, **options: Any):
    converter = Converter("r.yaml", text)
    found = converter.record(parse_yaml(text, "r.yaml"), record, "record", **options)
    converter.raise_problems()
    return found


def problem(text: str, record: type[Any] = Record):
    with pytest.raises(NewslintError) as raised:
        convert(text, record)
    (found,) = raised.value.problems
    return (found.line, found.column, found.message, found.hint)


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("text: no", "text", "no"),
        ("text: 12:30", "text", "12:30"),
        ("text: 2026-01-31", "text", "2026-01-31"),
        ("text: 0x10", "text", "0x10"),
        ("text: ~", "text", "~"),
        ("text: 'a b'", "text", "a b"),
        ("text: |\n  a\n  b\n", "text", "a\nb\n"),
        ("number: 12", "number", 12),
        ("number: '-3'", "number", -3),
        ("share: 0.5", "share", 0.5),
        ("flag: yes", "flag", True),
        ("flag: On", "flag", True),
        ("flag: FALSE", "flag", False),
        ("day: 2026-01-31", "day", date(2026, 1, 31)),
        ("class: style", "class_", "style"),
        ("colour: red", "colour", Colour.RED),
        ("style: b", "style", "b"),
        ("words: [no, 'on', 1]", "words", ("no", "on", "1")),
        ("words: one", "words", ("one",)),
        ("words: []", "words", ()),
        ("groups: [[a, b], c]", "groups", (("a", "b"), ("c",))),
        ("pairs: {a: 1, no: 2}", "pairs", {"a": 1, "no": 2}),
        ("patterns: {'a+': b}", "patterns", {"a+": "b"}),
        ("inner: {name: x}", "inner", Inner("x", 0)),
        ("several: [{name: x, size: 2}, {name: y}]", "several", (Inner("x", 2), Inner("y"))),
    ],
)
def test_values_are_converted_by_their_declared_type(text, field, value):
    assert getattr(convert(text), field) == value


def test_a_raw_value_stays_a_node_with_its_place():
    node = convert("raw: {a: [1]}").raw
    assert isinstance(node, yaml.MappingNode)
    assert node.start_mark.column == 5


NO_REGEX = "is not a regular expression"
NO_SET = "unterminated character set at position 1"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("wrds: [a]", (1, 1, "unknown key 'wrds' in record", "did you mean 'words'?")),
        ("number: two", (1, 9, "'number' must be a whole number, not 'two'", "")),
        ("number: [1]", (1, 9, "'number' must be one value, not a list or mapping", "")),
        ("share: half", (1, 8, "'share' must be a number, not 'half'", "")),
        ("flag: maybe", (1, 7, "'flag' must be true or false, not 'maybe'", "")),
        ("day: 31.1.2026", (1, 6, "'day' must be a date like 2026-01-31, not '31.1.2026'", "")),
        ("colour: redd", (1, 9, "'colour' must be one of red, blue", "did you mean 'red'?")),
        ("colour: x", (1, 9, "'colour' must be one of red, blue", "")),
        ("style: [a]", (1, 8, "'style' must be one of a, b", "")),
        ("words: {a: b}", (1, 8, "'words' must be one value, not a list or mapping", "")),
        ("words: [a, [b]]", (1, 12, "'words' must be one value, not a list or mapping", "")),
        ("pairs: [a]", (1, 8, "pairs must be a mapping of keys to values", "")),
        ("pairs: {a: x}", (1, 12, "'pairs.a' must be a whole number, not 'x'", "")),
        ("pattern: 'a('", (1, 10, f"'pattern' {NO_REGEX}: missing ) at position 2", "")),
        ("patterns: {'[': b}", (1, 12, f"'patterns' {NO_REGEX}: {NO_SET}", "")),
        ("inner: {size: 1}", (1, 8, "inner lacks the key 'name'", "")),
        ("several:\n  - {name: a}\n  - {nam: b, name: c}",
         (3, 6, "unknown key 'nam' in several", "did you mean 'name'?")),
        ("text: a\ntext: b", (2, 1, "'text' is given twice", "")),
        ("? [a]\n: b", (1, 3, "a key must be plain text", "")),
        ("- a", (1, 1, "record must be a mapping of keys to values", "")),
    ],
)  # fmt: skip
def test_a_mistake_has_its_place_and_a_hint(text, expected):
    assert problem(text) == expected


def test_all_mistakes_are_collected():
    with pytest.raises(NewslintError) as raised:
        convert("number: x\nflag: y\nday: z\n")
    assert [each.line for each in raised.value.problems] == [1, 2, 3]
    assert [each.excerpt for each in raised.value.problems] == ["number: x", "flag: y", "day: z"]


def test_keys_of_another_record_are_ignored():
    assert convert("text: a\nother: b", ignore=["other"]).text == "a"


def test_keys_lose_the_underscore_that_python_needs():
    assert keys_of(Record)["class"][0] == "class_"
    assert "class_" not in keys_of(Record)


def test_plain_data_is_read_as_yaml_is():
    node = node_of({"flag": True, "words": ["a", 1], "pairs": {"x": 2}, "day": date(2026, 1, 31)})
    converter = Converter("pyproject.toml")
    found = converter.record(node, Record, "record")
    assert (found.flag, found.words, found.pairs) == (True, ("a", "1"), {"x": 2})
    assert found.day == date(2026, 1, 31)


def test_a_problem_without_a_place_names_the_file():
    converter = Converter("pyproject.toml")
    converter.record(node_of({"flag": "perhaps"}), Record, "record")
    (found,) = converter.problems
    assert str(found) == "pyproject.toml: error: 'flag' must be true or false, not 'perhaps'"


@pytest.mark.parametrize(
    ("text", "line", "hint"),
    [
        ("why: Note: it", 1, "put quotation marks around text that holds a colon"),
        ('why: "a\nb: c', 2, ""),
        ("a: @b", 1, "put quotation marks around text that begins with a mark or tab"),
    ],
)
def test_broken_yaml_has_its_place(text, line, hint):
    with pytest.raises(NewslintError) as raised:
        parse_yaml(text, "r.yaml")
    (found,) = raised.value.problems
    assert found.line == line
    assert found.message.startswith("not valid YAML: ")
    if hint:
        assert found.hint == hint


def test_a_second_document_is_refused():
    with pytest.raises(NewslintError) as raised:
        parse_yaml("a: b\n---\nc: d\n", "r.yaml")
    assert raised.value.problems[0].path == "r.yaml"


def test_an_alias_that_holds_itself_is_refused_or_read_to_an_end():
    with pytest.raises(NewslintError):
        convert("several: &a [*a]\n")
