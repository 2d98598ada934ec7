"""What was found in files, kept between runs."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from newslint.config import Overrides
from newslint.context import Context
from newslint.document import Document
from newslint.errors import Problem
from newslint.linter import Linter, Result
from newslint.report import FileReport, Quotations
from newslint.session import Session
from newslint.store.configs import Configs
from newslint.store.results import FORM, KEPT_DAYS, ResultCache

HOUSE = Path(__file__).resolve().parents[2] / "cli" / "house"
TEXT = b"Then teh train left.\r\n\r\nIt was very late, caf\xc3\xa9 \xf0\x9f\x9a\x82.\r\n"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(HOUSE, tmp_path / "desk")
    monkeypatch.chdir(tmp_path / "desk")
    return tmp_path / "desk"


@pytest.fixture
def linted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note the texts that are linted."""
    texts: list[str] = []
    original = Linter.check

    def note(self: Linter, document: Document, context: Context | None = None) -> Result:
        texts.append(document.text)
        return original(self, document, context)

    monkeypatch.setattr(Linter, "check", note)
    return texts


def session(desk: Path, **given: object) -> Session:
    overrides = given.get("overrides")
    context = given.get("context")
    assert overrides is None or isinstance(overrides, Overrides)
    assert context is None or isinstance(context, Context)
    found = Session(Configs(), overrides, context)
    found.keep_results(ResultCache(desk.parent / "cache"))
    return found


def plain(report: FileReport) -> tuple[object, ...]:
    return (
        report.path,
        report.format,
        report.findings,
        report.errors,
        report.items,
        [report.text_of(placed) for placed in report.findings],
    )


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("a.txt", TEXT),
        ("a.md", b"---\ntitle: Teh *train*\n---\n\nIt was [very](http://x.example) late.\n"),
        ("a.jsonl", b'{"id": "x", "text": "Teh end."}\n{"id": "y", "text": "The end."}\n'),
        ("clean.jsonl", b'{"id": "x", "text": "An end."}\n{"id": "y", "text": "The end."}\n'),
        ("a.md", b"<!-- newslint-disable demo/teh -->\n\nIt was late.\n"),
        ("utf16.txt", "\ufeffTeh end.".encode("utf-16-le")),
    ],
)
def test_what_is_kept_is_what_was_found(
    desk: Path, linted: list[str], path: str, data: bytes
) -> None:
    first = session(desk).check(path, data)
    count = len(linted)
    again = session(desk).check(path, data)
    assert len(linted) == count
    assert plain(again) == plain(first)
    if first.findings:
        assert again.source == first.source


def rewrite(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def touch_code(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newslint.store.results.__version__", "9.9")


CHANGES: dict[str, Callable[[Path, pytest.MonkeyPatch], dict[str, object]]] = {
    "a rule": lambda desk, _: rewrite(desk / "packs/demo/words/very.yaml", "Is", "Was") or {},
    "the severity of a rule": lambda desk, _: (
        rewrite(desk / "newslint.yaml", "select", "severity: {demo/teh: warning}\nselect") or {}
    ),
    "the rules chosen": lambda desk, _: {"overrides": Overrides(select=("demo/very",))},
    "the profile": lambda desk, _: {"overrides": Overrides(profile="quarrel")},
    "the language": lambda desk, _: {"overrides": Overrides(language="en-GB")},
    "the format": lambda desk, _: {"overrides": Overrides(format="markdown")},
    "the fields": lambda desk, _: {"overrides": Overrides(fields={"x": "body"})},
    "the date": lambda desk, _: {"context": Context(date(2026, 1, 2))},
    "a transcript": lambda desk, _: {"context": Context(None, {"hearing": "words"})},
    "the words of a transcript": lambda desk, _: {"context": Context(None, {"hearing": "others"})},
    "the code": lambda desk, patch: touch_code(desk, patch) or {},
}


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_a_check_can_read_makes_it_check_again(
    desk: Path, linted: list[str], monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    session(desk).check("a.txt", TEXT)
    linted.clear()
    given = CHANGES[change](desk, monkeypatch)
    session(desk, **given).check("a.txt", TEXT)
    assert len(linted) == 1
    session(desk, **given).check("a.txt", TEXT)
    assert len(linted) == 1


def test_other_bytes_are_checked_again(desk: Path, linted: list[str]) -> None:
    session(desk).check("a.txt", TEXT)
    session(desk).check("a.txt", TEXT + b" ")
    session(desk).check("a.md", TEXT)
    assert len(linted) == 3


def test_what_a_run_makes_of_findings_is_no_reason_to_check_again(
    desk: Path, linted: list[str]
) -> None:
    session(desk).check("a.txt", TEXT)
    session(desk, overrides=Overrides(fail_on="never")).check("b.txt", TEXT)
    assert len(linted) == 1


def test_suppressions_are_applied_to_what_was_kept(desk: Path, linted: list[str]) -> None:
    first = session(desk).check("a.txt", TEXT)
    fingerprint = first.findings[0].fingerprint
    (desk / "newslint-suppressions.yaml").write_text(
        f"suppressions: [{{fingerprint: {fingerprint}, reason: r, who: w}}]\n"
    )
    again = session(desk).check("a.txt", TEXT)
    assert again.findings == first.findings[1:]
    assert len(linted) == 1


def test_results_with_an_error_are_not_kept(
    desk: Path, linted: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(self: Linter, document: Document, context: Context | None = None) -> Result:
        return Result((), (Problem("the rule failed"),))

    with monkeypatch.context() as patch:
        patch.setattr(Linter, "check", fail)
        assert session(desk).check("a.txt", TEXT).errors
    assert session(desk).check("a.txt", TEXT).errors == ()
    assert len(linted) == 1


def test_with_a_broken_rule_nothing_is_kept(desk: Path, linted: list[str]) -> None:
    (desk / "packs/demo/words/broken.yaml").write_text("check: [\n")
    for _ in range(2):
        session(desk).check("a.txt", TEXT)
    assert len(linted) == 2


def damage_all(path: Path) -> None:
    path.write_bytes(b"this is no database " * 1000)


def damage_pages(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[4096:] = os.urandom(len(data) - 4096)
    path.write_bytes(bytes(data))


def truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


def empty(path: Path) -> None:
    path.write_bytes(b"")


def forge(path: Path) -> None:
    """Say of everything that nothing was found, without the digest that vouches for it."""
    database = sqlite3.connect(path)
    (key, value), *_ = database.execute("SELECT key, value FROM result").fetchall()
    clean = value[:16] + value[16:].split(b'"values"')[0]
    database.execute("UPDATE result SET value = ? WHERE key = ?", (clean, key))
    database.commit()
    database.close()


@pytest.mark.parametrize("damage", [damage_all, damage_pages, truncate, empty, forge])
def test_a_damaged_cache_is_made_anew_and_never_reads_as_clean(
    desk: Path, linted: list[str], damage: Callable[[Path], None]
) -> None:
    first = session(desk).check("a.txt", TEXT)
    path = desk.parent / "cache" / f"results-{FORM}.sqlite"
    with sqlite3.connect(path) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    damage(path)
    again = session(desk).check("a.txt", TEXT)
    assert plain(again) == plain(first)
    assert len(linted) == 2
    assert plain(session(desk).check("a.txt", TEXT)) == plain(first)


def test_a_folder_that_cannot_be_written_is_no_fault(desk: Path) -> None:
    (desk.parent / "cache").write_text("a file where the folder should be")
    assert len(session(desk).check("a.txt", TEXT).findings) == 2


def test_old_results_are_forgotten(desk: Path, linted: list[str]) -> None:
    session(desk).check("a.txt", TEXT)
    with sqlite3.connect(desk.parent / "cache" / f"results-{FORM}.sqlite") as database:
        database.execute("UPDATE result SET day = day - ?", (KEPT_DAYS + 1,))
    database.close()
    session(desk).check("a.txt", TEXT)
    assert len(linted) == 2


def check_many(folder: str) -> list[int]:
    os.chdir(folder)
    desk = Path(folder)
    return [
        len(session(desk).check(f"{number}.txt", TEXT + str(number % 7).encode()).findings)
        for number in range(20)
    ]


def test_several_runs_may_write_at_once(desk: Path) -> None:
    with ProcessPoolExecutor(3) as executor:
        found = list(executor.map(check_many, [str(desk)] * 3))
    assert found == [[2] * 20] * 3


def test_quotations_are_counted_from_what_was_kept(desk: Path, linted: list[str]) -> None:
    context = Context(transcripts={"talk.txt": "PARK: We will rebuild the pier."})
    text = "“We will rebuild the pier,” Ines Park said.".encode()
    for _ in range(2):
        report = session(desk, context=context).check("a.txt", text)
        assert report.quotations == Quotations(verified=1)
    assert len(linted) == 1


def test_an_article_is_checked_again_when_the_transcript_it_names_has_changed(
    desk: Path,
) -> None:
    text = "---\ntranscripts: talk.txt\n---\n\n“We will rebuild the pier,” Ines Park said.\n"
    talk = desk / "talk.txt"
    talk.write_text("PARK: We will rebuild the pier.\n")
    assert session(desk).check("a.md", text.encode()).quotations == Quotations(verified=1)
    talk.write_text("PARK: We will sell the pier.\n")
    assert session(desk).check("a.md", text.encode()).quotations == Quotations(differs=1)
    talk.unlink()
    assert len(session(desk).check("a.md", text.encode()).errors) == 1


def test_what_was_found_by_a_fact_holds_until_the_fact_is_old(
    tmp_path: Path, linted: list[str]
) -> None:
    (tmp_path / "facts").mkdir()
    sheet = "people: [{name: Bo Ek, wrong: Bo Eek, origin: Lund council, as_of: 2026-01-05}]\n"
    (tmp_path / "facts" / "people.yaml").write_text(sheet)
    path = str(tmp_path / "a.txt")

    def severities(today: date | None, text: bytes = b"They met Bo Eek.\n") -> list[str]:
        run = Session(Configs(), Overrides(select=("core/fact-name",)), today=today)
        run.keep_results(ResultCache(tmp_path / "cache"))
        return [placed.finding.severity.value for placed in run.lint(path, text).findings]

    assert severities(date(2026, 3, 1)) == ["error"]
    assert severities(date(2028, 1, 5)) == severities(None) == ["error"]
    assert len(linted) == 1
    assert severities(date(2028, 1, 6)) == severities(date(2029, 1, 1)) == ["suggestion"]
    assert len(linted) == 2
