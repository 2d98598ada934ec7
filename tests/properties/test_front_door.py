"""Whatever a file holds, it is checked or said to be unchecked, and the fault is never ours."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.config import Overrides
from newslint.finding import Applicability
from newslint.readers import EXTENSIONS
from newslint.session import Session
from newslint.store.configs import Configs

HOUSE = Path(__file__).resolve().parent.parent / "cli" / "house"
WORDS = st.sampled_from(
    """
    teh very utilise “ ” " ' # - > title: { } "text":" \\u0041 <p> </p> &amp; (AP) — said he
    MARROW BAY Monday Jan. 5, 2026 $2.5 billion dollars 10 percent % é 🚂 Falk Falck Dr. Mr. By
    Ines © [ ]( ) * _ --- | 1,200 3.5 km (2 miles) euros first second of 60 40 total Author: About
    """.split()
) | st.sampled_from(
    ["\n", "\n\n", "\r\n", "\n---\n", "\u00a0", "\u2028", "<!-- newslint-disable -->",
     "<!-- newslint-disable-next demo/teh -- x -->"]
)  # fmt: skip
TEXTS = st.lists(WORDS | st.text(max_size=5), max_size=40).map(" ".join)
BYTES = st.binary(max_size=300) | TEXTS.map(lambda text: text.encode("utf-8", "surrogatepass"))


@pytest.fixture(scope="module")
def session() -> Session:
    return Session(Configs(HOUSE / "newslint.yaml"))


@pytest.fixture(scope="module")
def desk() -> Session:
    return Session(Configs(), Overrides(profile="desk"))


@settings(max_examples=400, deadline=None)
@given(data=BYTES, ending=st.sampled_from(sorted(EXTENSIONS)))
def test_every_file_is_checked_or_said_to_be_unchecked(
    desk: Session, data: bytes, ending: str
) -> None:
    report = desk.check(f"article{ending}", data)
    assert report.documents or report.errors
    for error in report.errors:
        assert "fault of newslint" not in error.hint, error
        assert "the rule failed" not in error.message, error
        assert error.path
    for placed in report.findings:
        place = placed.place
        assert 0 <= place.start.offset <= place.end.offset <= len(report.source)
        for edit in (edit for fix in placed.fixes for edit in fix.edits):
            assert 0 <= edit.start.offset <= edit.end.offset <= len(report.source)


@settings(max_examples=100, deadline=None)
@given(data=TEXTS.map(str.encode), ending=st.sampled_from([".txt", ".md", ".jsonl"]))
def test_fixing_twice_is_fixing_once(session: Session, data: bytes, ending: str) -> None:
    path = f"article{ending}"
    if session.check(path, data).errors:
        return
    once = session.fix(path, data, Applicability.UNSAFE)
    again = session.fix(path, once.data, Applicability.UNSAFE)
    assert again.data == once.data
    assert not again.fixed.applied
    left = {placed.finding.rule for placed in session.check(path, once.data).findings}
    assert "demo/teh" not in left or ending != ".txt"
