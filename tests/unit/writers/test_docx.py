from __future__ import annotations

import shutil
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.errors import NewslintError
from newslint.readers import read
from newslint.readers.archive import open_archive
from newslint.readers.docxparts import part, parts_with_text
from newslint.span import Span
from newslint.writers.docx import Note, annotate, change
from newslint.writers.editors import Change
from newslint.writers.signature import Signature
from tests.word_files import W, docx, paragraph, run

SIGNED = Signature("newslint", "2026-11-05T10:00:00Z")
BODY = (
    paragraph("Mayor quits", style="Title"),
    paragraph(run("The may"), run("or had "), run("ten", "<w:b/>"), run(" years &amp; more.")),
    paragraph("<w:r><w:t>one</w:t><w:tab/><w:t>two</w:t></w:r>", f"<w:ins>{run(' three')}</w:ins>"),
)
DATA = docx(*BODY)
TEXT = "Mayor quits\nThe mayor had ten years & more.\none\ttwo three"


def text_of(data: bytes) -> str:
    return read(data, "a.docx").source.text


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def xml(data: bytes, name: str = "word/document.xml") -> str:
    return zipfile.ZipFile(BytesIO(data)).read(name).decode()


def commented(data: bytes) -> dict[str, str]:
    """Return the words between the marks of each comment, by the comment's own words."""
    archive = open_archive(data, "a.docx", "")
    main = parts_with_text(archive)[0]
    said = {
        each.get("id"): each.text() for each in part(archive, "word/comments.xml").root.elements
    }
    opened: dict[str, list[str]] = {}
    found: dict[str, str] = {}
    for element in main.root.walk():
        if element.name == "commentrangestart":
            opened[element.get("id")] = []
        elif element.name == "commentrangeend":
            found[said[element.get("id")]] = "".join(opened.pop(element.get("id")))
        elif element.name == "t":
            for words in opened.values():
                words.append(element.extract().text)
    return found


def test_comments_stand_on_the_exact_words():
    words = ["mayor had ten", "Mayor quits", "en", "& more", "o th", "ayor"]
    data = annotate(DATA, "a.docx", [Note(span(each), (each, "why")) for each in words], SIGNED)
    assert text_of(data) == TEXT
    assert commented(data) == {f"{each}why": each for each in words}
    comments = xml(data, "word/comments.xml")
    assert '<w:comment w:id="0" w:author="newslint" w:date="2026-11-05T10:00:00Z"' in comments
    assert 'PartName="/word/comments.xml"' in xml(data, "[Content_Types].xml")
    assert 'Target="comments.xml"' in xml(data, "word/_rels/document.xml.rels")
    assert '<w:rPr><w:b/></w:rPr><w:t xml:space="preserve">en</w:t>' in xml(data)


def test_comments_that_are_there_are_kept():
    once = annotate(DATA, "a.docx", [Note(span("ten"), ("first",))], SIGNED)
    twice = annotate(once, "a.docx", [Note(span("ten years"), ("second",))], SIGNED)
    assert commented(twice) == {"first": "ten", "second": "ten years"}
    assert text_of(twice) == TEXT


def test_every_other_part_stays_as_it_was():
    data = annotate(DATA, "a.docx", [Note(span("ten"), ("x",))], SIGNED)
    assert xml(data, "_rels/.rels") == xml(DATA, "_rels/.rels")
    assert annotate(DATA, "a.docx", [Note(span("ten"), ("x",))], SIGNED) == data


def test_a_comment_on_a_footnote_stands_at_the_head():
    note = f'<w:footnote w:id="2">{paragraph("Note")}</w:footnote>'
    notes = f'<w:footnotes xmlns:w="{W}">{note}</w:footnotes>'
    data = docx(*BODY, footnotes=notes)
    text = text_of(data)
    start = text.index("Note")
    done = annotate(data, "a.docx", [Note(Span(start, start + 4), ("x",))], SIGNED)
    assert commented(done) == {"x": ""}
    assert text_of(done) == text


def test_changes():
    changes = [
        Change(span("mayor"), "head & <x>"),
        Change(span(" years"), ""),
        Change(Span(0, 0), "The "),
    ]
    fixed = change(DATA, "a.docx", changes)
    assert text_of(fixed) == ("The Mayor quits\nThe head & <x> had ten & more.\none\ttwo three")
    assert '<w:t xml:space="preserve">or had </w:t>' not in xml(fixed)


def test_tracked_changes():
    changes = [
        Change(span("mayor"), "head"),
        Change(span("ten"), "10"),
        Change(span(" three"), " 3"),
    ]
    tracked = change(DATA, "a.docx", changes, SIGNED)
    assert text_of(tracked) == "Mayor quits\nThe head had 10 years & more.\none\ttwo 3"
    assert xml(tracked).count("<w:delText") == 4
    assert (
        '<w:del w:id="5" w:author="newslint" w:date="2026-11-05T10:00:00Z"><w:r><w:rPr><w:b/>'
        '</w:rPr><w:delText xml:space="preserve">ten</w:delText></w:r></w:del>'
    ) in xml(tracked)


def test_a_change_of_what_is_not_written_so_is_refused():
    with pytest.raises(NewslintError, match="does not stand on characters"):
        change(DATA, "a.docx", [Change(span("&"), "and")])


spans = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(
    lambda pair: Span(min(pair), max(pair))
)


@given(st.lists(spans, max_size=6))
def test_comments_anywhere_leave_the_words_alone(where: list[Span]):
    data = annotate(DATA, "a.docx", [Note(each, (str(n),)) for n, each in enumerate(where)], SIGNED)
    assert text_of(data) == TEXT
    if where:
        marked = commented(data)
        for number, each in enumerate(where):
            meant = each.of(TEXT).replace("\n", "").replace("\t", "")
            assert marked[str(number)] == meant


def plain(path: Path) -> str:
    subprocess.run(
        ["soffice", "--headless", "--convert-to", "txt:Text", "--outdir", path.parent, path],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return path.with_suffix(".txt").read_text(encoding="utf-8-sig")


def test_a_word_processor_opens_what_is_written(tmp_path: Path):
    if shutil.which("soffice") is None:
        pytest.skip("no LibreOffice is at hand")
    notes = [Note(span(each), ("core/x: why",)) for each in ("mayor had ten", "en", "Mayor quits")]
    for name, data in (
        ("before", DATA),
        ("noted", annotate(DATA, "a.docx", notes, SIGNED)),
        ("fixed", change(DATA, "a.docx", [Change(span("ten"), "10")])),
    ):
        (tmp_path / f"{name}.docx").write_bytes(data)
    before = plain(tmp_path / "before.docx")
    assert before.splitlines()[1] == "The mayor had ten years & more."
    assert plain(tmp_path / "noted.docx") == before
    assert plain(tmp_path / "fixed.docx") == before.replace("ten", "10")
