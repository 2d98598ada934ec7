"""The index kept in a file."""

import sqlite3

import pytest

from newslint.matching import LoopIndex, Pattern, analysed
from newslint.rulebook import View
from newslint.span import Span
from newslint.store.stored_index import StoredIndex, read_index, write_index

OWNED = [
    (0, [Pattern("in order to", literal=True), Pattern(r"\bcolou?r\b", "spelling")]),
    (1, [Pattern(r"\w+ly-known")]),
    (2, [Pattern(r"\d+ %")]),
    (3, [Pattern("Kestrel Bank", literal=True, ignore_case=False)]),
]
TEXT = (
    "In order  to colour a newly-known map, Kestrel Bank paid 5 % of kestrel bank's colorful bill."
)
PIECES = [Span(0, TEXT.index("Kestrel")), Span(TEXT.index("Kestrel"), len(TEXT))]


@pytest.fixture
def database(tmp_path):
    connection = sqlite3.connect(tmp_path / "index.db")
    write_index(connection, [(View(raw=False, body=True), each) for each in analysed(OWNED)])
    connection.commit()
    yield connection
    connection.close()


def test_the_stored_index_finds_what_the_loop_finds(database):
    expected = LoopIndex(OWNED).find(TEXT, PIECES)
    assert {owner: len(matches) for owner, matches in expected.items()} == {0: 2, 1: 1, 2: 1, 3: 1}
    assert StoredIndex(database, View(raw=False, body=True)).find(TEXT, PIECES) == expected
    assert read_index(database, View(raw=False, body=True)).find(TEXT, PIECES) == expected


def test_patterns_of_the_other_view_are_not_found(database):
    assert StoredIndex(database, View(raw=True, body=True)).find(TEXT, PIECES) == {}
