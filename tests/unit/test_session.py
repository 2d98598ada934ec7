from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from newslint.config import Overrides
from newslint.context import Context
from newslint.document import Document
from newslint.linter import Linter, Result
from newslint.report import Quotations
from newslint.session import Session
from newslint.store.chosen import UsageError
from newslint.store.configs import Configs

HOUSE = Path(__file__).resolve().parent.parent / "cli" / "house"


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Session:
    (tmp_path / "newslint.yaml").write_text(
        f"profile: demo\nrules: {HOUSE / 'packs'}\nselect: [demo/*]\n"
    )
    monkeypatch.chdir(tmp_path)
    return Session(Configs())


def test_a_file_is_read_checked_and_placed(session: Session) -> None:
    report = session.check("a.md", b"---\ntitle: Late\n---\n\nThen teh train left.\n")
    (placed,) = report.findings
    assert report.format == "markdown"
    assert placed.finding.rule == "demo/teh"
    assert (placed.place.start.line, placed.place.start.column) == (5, 6)
    assert placed.place.text == "teh"


def test_a_fault_of_ours_is_an_error_of_the_file(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*arguments: Any) -> Result:
        raise RuntimeError("by design")

    monkeypatch.setattr(Linter, "check", fail)
    (error,) = session.check("a.txt", b"One.\n").errors
    assert str(error) == (
        "a.txt: error: could not be checked: RuntimeError: by design "
        "(this is a fault of newslint: please report it)"
    )


@pytest.mark.parametrize(
    ("given", "front_matter", "expected"),
    [
        (None, "2026-03-04", date(2026, 3, 4)),
        (date(2026, 1, 1), "2026-03-04", date(2026, 1, 1)),
        (None, "some day", None),
    ],
)
def test_the_date_of_the_article(
    session: Session,
    monkeypatch: pytest.MonkeyPatch,
    given: date | None,
    front_matter: str,
    expected: date | None,
) -> None:
    seen: list[Context | None] = []

    def note(self: Linter, document: Document, context: Context | None = None) -> Result:
        seen.append(context)
        return Result((), ())

    monkeypatch.setattr(Linter, "check", note)
    session.context = Context(given, {"hearing": "words"})
    session.check("a.md", f"---\ntitle: A\ndate: {front_matter}\n---\n\nOne.\n".encode())
    assert seen == [Context(expected, {"hearing": "words"})]


def test_files_of_one_choice_share_a_linter(session: Session, monkeypatch: Any) -> None:
    made: list[Linter] = []
    original = Linter.__init__

    def count(self: Linter, *arguments: Any) -> None:
        made.append(self)
        original(self, *arguments)

    monkeypatch.setattr(Linter, "__init__", count)
    for name in ("a.txt", "b.txt", "c.md"):
        session.check(name, b"One.\n")
    assert len(made) == 1


def test_the_report_names_the_rules_that_found_something(session: Session) -> None:
    report = session.report([session.check("a.txt", b"One of teh three.\n")])
    assert report.profile == "demo"
    assert [rule.id for rule in report.rules] == [
        "core/added-suppression", "core/unused-suppression", "demo/teh",
    ]  # fmt: skip
    assert report.rule("demo/teh").why == "No reader should have to stumble over it."


def test_what_was_asked_for_and_does_not_exist_ends_the_run(tmp_path: Path) -> None:
    session = Session(Configs(), Overrides(profile="nowhere"))
    with pytest.raises(UsageError, match="there is no profile or pack 'nowhere'"):
        session.check(str(tmp_path / "a.txt"), b"One.\n")


SAID = "“We will rebuild the pier,” Ines Park said. “It was never safe,” she said.\n"
TALK = "PARK: We will rebuild the pier.\n"


def named(*names: str) -> bytes:
    return f"---\ntranscripts: [{', '.join(names)}]\n---\n\n{SAID}".encode()


def test_quotations_are_counted_where_there_is_a_transcript(tmp_path: Path) -> None:
    plain = Session(Configs())
    assert plain.check("a.txt", SAID.encode()).quotations is None
    session = Session(Configs(), context=Context(transcripts={"talk.txt": TALK}))
    assert session.check("a.txt", SAID.encode()).quotations == Quotations(1, 0, 1, 0)


def test_named_transcripts_are_added_to_those_given(session: Session, tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "talk.txt").write_text(TALK)
    session.context = Context(transcripts={"other.txt": "PARK: It was never safe.\n"})
    report = session.check("news/a.md", named("../talk.txt"))
    assert report.errors == ()
    assert report.quotations == Quotations(2, 0, 0, 0)
    assert session.check("news/a.txt", SAID.encode()).quotations == Quotations(1, 0, 1, 0)


def test_an_article_from_elsewhere_names_no_file_of_ours(session: Session, tmp_path: Path) -> None:
    (tmp_path / "talk.txt").write_text(TALK)
    remote = Session(Configs(), local=False)
    report = remote.check("a.md", named("talk.txt"))
    assert [str(each) for each in report.errors] == [
        "a.md: error: transcript talk.txt: is not read from here (send its text with the article)"
    ]
    assert report.quotations is None
    remote.context = Context(transcripts={"talk.txt": TALK})
    report = remote.check("a.md", named("talk.txt"))
    assert (report.errors, report.quotations) == ((), Quotations(1, 0, 1, 0))
