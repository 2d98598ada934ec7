"""Quotations held against transcripts."""

from __future__ import annotations

import pytest

from newslint.annotate.transcripts import Status, Verdict, counted, verify
from newslint.document import Document

TALK = """HALE: What of the ferry?
PARK: Well, um, we have asked for a new boat four times, and nobody has ever answered us.
It is not safe in winter, you know. The county spent forty million on roads.
HALE: It was safe enough for my father.
"""


def verdicts(text: str) -> list[Verdict]:
    return verify(Document.from_text(text), {"talk.txt": TALK})


def one(text: str) -> Verdict:
    (verdict,) = verdicts(text)
    return verdict


@pytest.mark.parametrize(
    "quoted",
    [
        "“We have asked for a new boat four times,”",
        "''we have asked for a new boat 4 times''",
        "“Well, we have asked for a new boat”",
        "“[The ferry] is not safe in winter,”",
        "“It is not safe in winter ... The county spent 40 million on roads,”",
    ],
)
def test_marks_case_fillers_gaps_and_numerals_are_no_difference(quoted: str) -> None:
    verdict = one(f"{quoted} Ines Park said.")
    assert verdict.status is Status.VERIFIED
    assert verdict.transcript == "talk.txt"


def test_difference_is_shown_word_by_word_and_placed() -> None:
    text = "“We have asked for a new boat five times, and nobody has answered us,” Park said."
    verdict = one(text)
    assert verdict.status is Status.DIFFERS
    assert verdict.difference == "“five” for “four”, without “ever”"
    assert verdict.line == 2
    assert verdict.wording == (
        "we have asked for a new boat four times, and nobody has ever answered us"
    )
    assert verdict.span is not None
    assert verdict.span.of(text) == "five times, and nobody has"


def test_difference_beside_a_gap_is_found_in_its_run() -> None:
    text = "“We have asked for a new boat four times ... It is not safe in summer,” Park said."
    verdict = one(text)
    assert verdict.status is Status.DIFFERS
    assert verdict.difference == "“summer” for “winter”"
    assert verdict.span is not None
    assert verdict.span.of(text) == "summer"


def test_words_of_somebody_else() -> None:
    verdict = one("“It was safe enough for my father,” Ines Park said.")
    assert (verdict.status, verdict.speaker, verdict.line) == (Status.DIFFERS, "HALE", 4)


def test_not_found_only_where_the_speaker_occurs() -> None:
    assert one("“The sea takes all of us in the end,” Ines Park said.").status is Status.NOT_FOUND
    assert one("“The sea takes all of us in the end,” Ruth Olsen said.").status is (
        Status.NOT_COVERED
    )


def test_figures_and_people_of_the_paraphrase() -> None:
    text = "Park said 12 letters to Ruth Olsen were lost and that “it is not safe in winter”."
    verdict = one(text)
    assert verdict.status is Status.VERIFIED
    assert [span.of(text) for span in verdict.unsaid] == ["12", "Ruth Olsen"]


@pytest.mark.parametrize(
    ("text", "unsaid"),
    [
        ("Park said that “it is not safe in winter” for 14 boats and Ruth Olsen.",
         ["14", "Ruth Olsen"]),
        ("Park said seven boats were lost and that “it is not safe in winter”.", ["seven"]),
        ("Park said that “it is not safe in winter” on 3 March 2024.", []),
        ("“It is not safe in winter,” Park said of the 14 boats.", ["14"]),
        ("“It is not safe in winter,” Park, 61, said in the 14 boats.", []),
        ("Park said “it is not safe” for 14 boats “in winter”.", ["14"]),
    ],
)  # fmt: skip
def test_what_else_of_the_sentence_is_said_to_be_the_speakers(text: str, unsaid: list[str]) -> None:
    found = [span.of(text) for verdict in verdicts(text) for span in verdict.unsaid]
    assert found == unsaid


def test_titles_are_not_looked_up() -> None:
    assert verdicts("Park sang “The Lights of Marlow Pier” on Monday.") == []


def test_counts_name_all_four() -> None:
    found = verdicts("“We have asked for a new boat four times,” Park said. “Soon gone,” he said.")
    assert counted(found) == {
        Status.VERIFIED: 1,
        Status.DIFFERS: 0,
        Status.NOT_FOUND: 1,
        Status.NOT_COVERED: 0,
    }


def test_the_transcript_of_the_speaker_comes_first() -> None:
    text = "“It is not safe in winter,” Ruth Olsen said."
    other = "OLSEN: It is not safe in winter.\n"
    (verdict,) = verify(Document.from_text(text), {"a.txt": TALK, "b.txt": other})
    assert verdict.transcript == "b.txt"


def test_quotations_are_looked_up_once_for_the_same_transcripts() -> None:
    document = Document.from_text("“It is not safe in winter,” Ines Park said.")
    talk = {"talk.txt": TALK}
    assert verify(document, talk) is verify(document, talk)
    assert [each.status for each in verify(document, {"talk.txt": "Nobody."})] == [
        Status.NOT_COVERED
    ]
