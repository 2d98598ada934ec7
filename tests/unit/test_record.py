"""Records behave as named tuples do."""

from __future__ import annotations

import pickle
from typing import NamedTuple, get_type_hints

import pytest

from newslint.record import Record


class Place(Record):
    """A place in a text."""

    line: int
    column: int = 1
    note: str = ""

    @property
    def text(self) -> str:
        return f"{self.line}:{self.column}"


class Nothing(Record):
    """A record without fields."""


class Marked(Place):
    """A place with a mark; a class of its own."""


def test_fields_come_by_place_by_name_and_by_default() -> None:
    assert Place(3, note="x") == (3, 1, "x")
    assert Place(line=3, column=2).column == 2
    assert Place(3).text == "3:1"
    assert Nothing() == ()


@pytest.mark.parametrize(
    "values", [{}, {"line": 1, "colum": 2}, {"line": 1, "column": 2, "note": "", "more": 1}]
)
def test_wrong_fields_are_refused(values: dict[str, object]) -> None:
    with pytest.raises(TypeError):
        Place(**values)  # type: ignore[arg-type]


def test_the_hundredth_record_is_made_as_the_first() -> None:
    class Mark(Record):
        start: int
        end: int = 9

    marks = [Mark(number) if number % 2 else Mark(end=number, start=1) for number in range(100)]
    assert marks == [(number, 9) if number % 2 else (1, number) for number in range(100)]
    with pytest.raises(TypeError):
        Mark(1, 2, 3)  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Mark(1, start=2)  # type: ignore[misc]


def test_it_has_what_a_named_tuple_has() -> None:
    class Model(NamedTuple):
        line: int
        column: int = 1
        note: str = ""

    assert Place._fields == Model._fields
    assert Place._field_defaults == Model._field_defaults
    assert Place.__match_args__ == Model.__match_args__
    assert repr(Place(3)) == repr(Model(3)).replace("Model", "Place").split(".")[-1]
    assert Place(3)._replace(column=4) == Model(3)._replace(column=4)
    assert Place(3)._asdict() == Model(3)._asdict()
    assert Place._make([3, 4, ""]) == Model._make([3, 4, ""])
    assert get_type_hints(Place) == {"line": int, "column": int, "note": str}
    assert not hasattr(Place(3), "__dict__")


def test_an_unknown_field_cannot_be_replaced() -> None:
    with pytest.raises(TypeError):
        Place(3)._replace(colum=4)  # type: ignore[call-arg]


def test_records_survive_pickling_and_take_no_new_values() -> None:
    assert pickle.loads(pickle.dumps(Place(3, 4))) == Place(3, 4)
    assert type(pickle.loads(pickle.dumps(Place(3)))) is Place
    with pytest.raises(AttributeError):
        Place(3).line = 4  # type: ignore[misc]


def test_a_class_may_derive_from_a_record() -> None:
    assert type(Marked(3)) is Marked
    assert type(Place(3)) is Place
    assert Marked(3)._replace(line=4) == Marked(4)
