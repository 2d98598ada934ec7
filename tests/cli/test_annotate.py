"""Annotated copies and tracked changes, through the command line."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from newslint.cli import main
from newslint.readers import read
from tests.word_files import docx, odt, paragraph, run

PAGE = "<html><body><h1>Head</h1><p>Paid for the <b>the</b> road &amp; more.</p></body></html>\n"
WORD = docx(paragraph("Paid for "), paragraph(run("Paid for the the"), run(" road", "<w:b/>")))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1793872800")
    return tmp_path


def test_a_word_document_gets_comments(folder: Path, capsys: pytest.CaptureFixture[str]):
    (folder / "a.docx").write_bytes(WORD)
    status = main(["annotate", "a.docx", "-o", "b.docx", "--select", "core/doubled-word"])
    assert (status, capsys.readouterr().out) == (0, "Wrote b.docx with 1 finding.\n")
    data = (folder / "b.docx").read_bytes()
    archive = zipfile.ZipFile(folder / "b.docx")
    comments = archive.read("word/comments.xml").decode()
    assert 'w:author="newslint" w:date="2026-11-05T10:00:00Z"' in comments
    assert "core/doubled-word: “the” stands twice: delete one." in comments
    text = archive.read("word/document.xml").decode()
    assert (
        '<w:commentRangeStart w:id="0"/><w:r><w:t xml:space="preserve">the the</w:t></w:r>'
        '<w:commentRangeEnd w:id="0"/>'
    ) in text
    assert read(data, "b.docx").source == read(WORD, "a.docx").source
    assert (folder / "a.docx").read_bytes() == WORD


def test_fixes_may_be_tracked(folder: Path):
    (folder / "a.docx").write_bytes(WORD)
    arguments = ["check", "a.docx", "--fix", "--select", "core/doubled-word", "--fail-on", "never"]
    assert main([*arguments, "--track-changes"]) == 0
    tracked = zipfile.ZipFile(folder / "a.docx").read("word/document.xml").decode()
    assert 'w:date="2026-11-05T10:00:00Z"' in tracked
    assert tracked.count("<w:del ") == 1
    assert read((folder / "a.docx").read_bytes(), "a.docx").source.text == (
        "Paid for \nPaid for the road"
    )


def test_fixes_may_be_made(folder: Path):
    (folder / "a.docx").write_bytes(WORD)
    assert main(["check", "a.docx", "--fix", "--select", "core/doubled-word"]) == 0
    fixed = zipfile.ZipFile(folder / "a.docx").read("word/document.xml").decode()
    before = docx_text(WORD, folder)
    assert fixed == before.replace("the the", "the")


def docx_text(data: bytes, folder: Path) -> str:
    (folder / "x.docx").write_bytes(data)
    return zipfile.ZipFile(folder / "x.docx").read("word/document.xml").decode()


def test_a_page_gets_marks(folder: Path):
    (folder / "a.html").write_text(PAGE, encoding="utf-8")
    assert main(["annotate", "a.html", "-o", "b.html", "--select", "core/doubled-word"]) == 0
    marked = (folder / "b.html").read_text(encoding="utf-8")
    start = '<mark title="core/doubled-word: “the” stands twice: delete one.'
    assert marked.count(start) == 2
    assert f"Paid for {start}" in marked
    assert '">the</mark></b> road &amp; more.</p>' in marked


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["annotate", "a.txt", "-o", "b.txt"], "a.txt: error: no annotated copies of text files"),
        (["annotate", "none.md", "-o", "b.md"], "none.md: error:"),
        (["annotate", "a.txt", "a.html", "-o", "b"], "name one article to annotate"),
        (["check", "a.odt", "--fix"], "fixes cannot be written into a file of this format"),
        (["check", "a.html", "--fix", "--track-changes"], "tracked in Word documents only"),
        (["check", "a.html", "--track-changes"], "--track-changes needs --fix"),
    ],
)
def test_what_cannot_be_done_is_said(
    arguments: list[str], message: str, folder: Path, capsys: pytest.CaptureFixture[str]
):
    (folder / "a.txt").write_text("Paid for the the road.", encoding="utf-8")
    (folder / "a.html").write_text(PAGE, encoding="utf-8")
    (folder / "a.odt").write_bytes(odt("<text:p>Paid for the the road.</text:p>"))
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert main(arguments) == 2
    assert message in capsys.readouterr().err
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
