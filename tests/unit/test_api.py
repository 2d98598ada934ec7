"""The interface for Python: three lines check a text."""

from __future__ import annotations

from pathlib import Path

import pytest

import newslint
from newslint import Context, Document, Linter, Severity, load_profile

HOUSE = Path(__file__).resolve().parent.parent / "cli" / "house" / "packs"


def test_three_lines() -> None:
    from newslint import Linter, load_profile

    findings = Linter(load_profile("core")).check("The bridge cost 2.5 billion dollars.").findings
    assert [each.span.of("The bridge cost 2.5 billion dollars.") for each in findings] == [
        "2.5 billion dollars"
    ]


def test_a_profile_takes_house_packs() -> None:
    ruleset = load_profile("core", "demo", folders=[HOUSE])
    (found,) = [
        each
        for each in Linter(ruleset).check("Then teh train left.").findings
        if each.rule == "demo/teh"
    ]
    assert (found.severity, found.span.start, found.span.end) == (Severity.ERROR, 5, 8)
    assert found.message == "'teh' is a slip of the fingers for 'the'."


def test_an_unknown_profile_is_an_error_with_a_suggestion() -> None:
    with pytest.raises(newslint.NewslintError, match="did you mean 'desk'"):
        load_profile("desc")


def test_a_document_and_a_context_may_be_given() -> None:
    document = Document.from_text("Then teh train left.", language="de")
    assert Linter(load_profile("demo", folders=[HOUSE])).check(document, Context()).findings == ()


def test_every_public_name_is_there() -> None:
    for name in newslint.__all__:
        assert getattr(newslint, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'linter_of_news'"):
        _ = newslint.linter_of_news
