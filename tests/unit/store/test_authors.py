"""The registry of authors on disk."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from newslint.context import Author, Contact
from newslint.errors import NewslintError
from newslint.store.authors import load_authors


def test_authors_are_read_in_the_order_of_their_files(tmp_path: Path) -> None:
    (tmp_path / "park.yaml").write_text(
        "name: Ines Park\nrole: reporter\nbio: She covers the coast.\naliases: [I. Park]\n"
        "contact: {handle: inespark}\nfrom: 2014-03-01\n"
    )
    (tmp_path / "moe.yaml").write_text("name: Ola Moe\nto: 2019-12-31\n")
    (tmp_path / "notes.txt").write_text("no author")
    assert load_authors(tmp_path) == (
        Author("Ola Moe", to=date(2019, 12, 31)),
        Author(
            "Ines Park",
            "reporter",
            "She covers the coast.",
            Contact(handle="inespark"),
            ("I. Park",),
            date(2014, 3, 1),
        ),
    )


def test_an_empty_folder_is_an_empty_registry(tmp_path: Path) -> None:
    assert load_authors(tmp_path) == ()


def test_all_problems_are_raised_together(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("name: ' '\n")
    (tmp_path / "b.yaml").write_text("role: reporter\n")
    with pytest.raises(NewslintError) as caught:
        load_authors(tmp_path)
    assert [problem.message for problem in caught.value.problems] == [
        "the name is empty",
        "an author lacks the key 'name'",
    ]
