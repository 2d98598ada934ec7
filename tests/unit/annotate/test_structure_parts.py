"""What is read of bylines, datelines and bios once they are found."""

from __future__ import annotations

import pytest

from newslint.annotate.bios import bios
from newslint.annotate.datelines import datelines
from newslint.annotate.structure_bylines import is_byline, is_name, read_byline
from newslint.annotate.structure_dateline import find_dateline, read_dateline
from newslint.document import Block, BlockKind, Document, Field
from newslint.span import Span


@pytest.mark.parametrize(
    ("line", "names", "place"),
    [
        ("By Ines Park", ["Ines Park"], ""),
        ("By Ines Park and Ola Moe in Tarn", ["Ines Park", "Ola Moe"], "Tarn"),
        ("Ines Park, Ola van der Moe and Jo Day", ["Ines Park", "Ola van der Moe", "Jo Day"], ""),
        ("By Anne-Marie O’Dea, Staff Writer", ["Anne-Marie O’Dea"], ""),
        ("Author: Ines M. Park", ["Ines M. Park"], ""),
        ("By The Associated Press", [], ""),
        ("Coast Press reporter", [], ""),
    ],
)
def test_the_names_and_the_place_of_a_byline(line: str, names: list[str], place: str) -> None:
    read = read_byline(line)
    assert [name.of(line) for name in read.names] == names
    assert read.place == place


@pytest.mark.parametrize(
    "line", ["By the time it sailed again", "Byelaws of Tarn", "By 2020, Tarn had won"]
)
def test_what_is_no_byline(line: str) -> None:
    assert not is_byline(line)


@pytest.mark.parametrize(
    ("line", "name"),
    [("Ines Park", True), ("Ines Park.", False), ("Tarn", False), ("A Day in the Yard", False)],
)
def test_a_name_alone(line: str, name: bool) -> None:
    assert is_name(line) is name


@pytest.mark.parametrize(
    ("text", "city", "region", "day", "agency"),
    [
        ("ANKARA, Turkey (AP) — The", "ANKARA", "Turkey", "", "AP"),
        ("HARARE, Aug 2 (Reuters) - The", "HARARE", "", "Aug 2", "Reuters"),
        ("NEW YORK, Nov. 19 (UPI) — The", "NEW YORK", "", "Nov. 19", "UPI"),
        (
            "ARNHEM, the Netherlands, 3 July 2020 — The",
            "ARNHEM",
            "the Netherlands",
            "3 July 2020",
            "",
        ),
        ("(CNN) -- The", "", "", "", "CNN"),
    ],
)
def test_the_parts_of_a_dateline(text: str, city: str, region: str, day: str, agency: str) -> None:
    found = find_dateline(text, Span(0, len(text)))
    assert found is not None
    assert (found.city, found.region, found.day, found.agency) == (city, region, day, agency)
    assert text[: found.span.end] + " The" == text


def test_a_dateline_of_a_field_needs_no_dash_and_a_date_is_none() -> None:
    read = read_dateline("TARN, Northland", Span(0, 15))
    assert read is not None
    assert (read.city, read.region) == ("TARN", "Northland")
    assert read_dateline("Monday, March 3, 2020", Span(0, 21)) is None


def test_the_lines_of_a_bio() -> None:
    lines = ["Author: Ines Park", "She is a reporter. Ola Moe took the pictures.", "Role: reporter"]
    text = "\n\n".join(lines)
    blocks = [
        Block(block.span, BlockKind.VALUE, Field.BIO) for block in Document.from_text(text).blocks
    ]
    (bio,) = Document(text, blocks).layer(bios)
    assert [span.of(text) for span in bio.labels] == ["Author:", "Role:"]
    assert [span.of(text) for span in bio.values] == ["Ines Park", "reporter"]
    assert [span.of(text) for span in bio.sentences] == [
        "She is a reporter.",
        "Ola Moe took the pictures.",
    ]
    assert [span.of(text) for span in bio.names] == ["Ines Park"]
    assert bio.confidence == 1.0


def test_the_label_of_an_editing_system_is_no_part_of_a_dateline() -> None:
    text = (
        "Ferry to sail again\n\nDate: 3 May 2021\n\nLocation: TARN, Northland\n\nThe ferry sails."
    )
    dated, placed = Document.from_text(text).layer(datelines)
    assert (dated.segment.span.of(text), dated.read) == ("3 May 2021", None)
    assert placed.segment.span.of(text) == "TARN, Northland"
    assert placed.read is not None
    assert (placed.read.city, placed.read.region) == ("TARN", "Northland")
