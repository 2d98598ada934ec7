"""Records as plain data."""

import json
from datetime import date

import pytest

from newslint.finding import Severity
from newslint.rulebook import Guide
from newslint.store.plain import from_plain, to_plain


@pytest.mark.parametrize(
    "value",
    [None, True, 7, 2.5, "words", date(2026, 1, 31), Severity.ERROR, ("a", ("b",)),
     {"a": "b", "c": (1, 2)}, Guide("AP", "percent", "57th", "second-hand"),
     {"guide": Guide("AP"), "severity": (Severity.WARNING,)}],
)  # fmt: skip
def test_what_is_written_comes_back(value):
    assert from_plain(json.loads(json.dumps(to_plain(value)))) == value


def test_a_field_that_holds_what_it_holds_by_default_is_left_out():
    assert to_plain(Guide("AP"))["values"] == {"name": "AP"}


@pytest.mark.parametrize(
    "data",
    [{"record": "os:system", "values": {"command": "true"}}, {"enum": "builtins:eval", "value": "1"},
     {"record": "newslint.store.plain:to_plain", "values": {"value": 1}}, {"else": 1},
     {"record": "newslint.rulebook:Guide.name", "values": {}},
     {"record": "newslint.rulebook:Guide", "values": ["AP"]},
     {"record": "newslint.rulebook:Guide", "values": {"name": "AP", "run": "true"}}],
)  # fmt: skip
def test_nothing_but_own_records_is_made(data):
    with pytest.raises(ValueError):  # noqa: PT011
        from_plain(data)
