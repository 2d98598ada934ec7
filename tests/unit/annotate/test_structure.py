"""The parts of an article, in the forms that copy arrives in."""

from __future__ import annotations

import pytest

from newslint.annotate.structure import structure
from newslint.document import Block, BlockKind, Document, Field
from newslint.span import Span

STORY = (
    "The ferry between Tarn and the islands will carry passengers again from Monday, its owner "
    "said on Friday.\n\n"
    "The ship had lain in the yard since a fire in the engine room in the spring of this year.\n\n"
    "Nobody was hurt, but the repairs took longer than the company had hoped."
)


def parts(text: str) -> list[tuple[str, str]]:
    """Return (field, words) of a plain text, the story's paragraphs cut to their first word."""
    document = Document.from_text(text)
    found = []
    for segment in document.layer(structure).segments:
        words = segment.span.of(text)
        found.append(
            (segment.field.value, words.split()[0] if segment.field is Field.BODY else words)
        )
    return found


BODY = [("body", "The"), ("body", "The"), ("body", "Nobody")]


def test_a_plain_article_has_headline_byline_dateline_and_story() -> None:
    text = (
        "Ferry to sail again after fire\n\nThree months in dry dock are over\n\nBy Ines Park\n\n"
        f"TARN, Northland (Coast Press) — {STORY}"
    )
    assert parts(text) == [
        ("headline", "Ferry to sail again after fire"),
        ("standfirst", "Three months in dry dock are over"),
        ("byline", "By Ines Park"),
        ("dateline", "TARN, Northland (Coast Press) —"),
        *BODY,
    ]


@pytest.mark.parametrize(
    "dateline",
    [
        "ANKARA, Turkey (AP) —",
        "HARARE, Aug 2 (Reuters) -",
        "NEW YORK, Nov. 19 (UPI) —",
        "ST. LOUIS —",
        "WASHINGTON, D.C. –",
        "CAIRO/BEIRUT (Reuters) -",
        "LONDON, 3 March 2020 (PA) —",
        "Harlow, July 19 (Coast Press) -",
        "New York (AFP) –",
        "(Coast Press) —",
        "ABOARD THE NORTHERN STAR —",
        "NEW DELHI:",
    ],
)
def test_a_dateline_in_the_first_paragraph_is_a_segment_of_its_own(dateline: str) -> None:
    assert parts(f"{dateline} {STORY}") == [("dateline", dateline), *BODY]


@pytest.mark.parametrize(
    "opening",
    [
        "UPDATE — The",
        "BREAKING: The",
        "Yes — the",
        "Nobody knew — not even the mayor — that the",
        "REPORT: The",
    ],
)
def test_words_before_a_dash_are_not_always_a_place(opening: str) -> None:
    text = f"{opening} ferry will carry passengers again from Monday, its owner said.\n\n{STORY}"
    assert "dateline" not in {field for field, _ in parts(text)}


@pytest.mark.parametrize(
    "byline",
    [
        "By Ines Park",
        "By INES PARK and OLA de la RUE",
        "By Ines Park, Ola Moe and Jo Day in Tarn",
        "By Ines Park, Coast Press",
        "By Ines Park, Staff Writer",
        "by Ines Park",
        "Words by Ines Park",
        "By The Associated Press",
        "By our staff",
        "Author: Ines Park",
        "By: Ines Park",
    ],
)
def test_bylines_of_several_forms(byline: str) -> None:
    text = f"Ferry to sail again after fire\n\n{byline}\n\n{STORY}"
    assert parts(text)[1] == ("byline", byline)
    assert parts(text)[2:] == BODY


def test_a_sentence_that_begins_with_by_is_no_byline() -> None:
    text = f"Ferry to sail again after fire\n\nBy Friday the ferry was out of the yard.\n\n{STORY}"
    assert parts(text)[1] == ("body", "By")


def test_labels_at_the_foot_make_a_bio() -> None:
    foot = ["Author: Ines Park", "Graduated from the University of Tarn.", "Function: Reporter"]
    assert parts(f"{STORY}\n\n" + "\n".join(foot)) == [*BODY, *(("bio", line) for line in foot)]


@pytest.mark.parametrize(
    "bio",
    [
        "Ines Park is a reporter at the Tarn Post.",
        "Ines Park covers the coast for the Tarn Post. Follow her on Twitter @inespark.",
        "Ines Park is the author of “The Long Shore.”",
        "Follow Ines Park on Twitter @inespark.",
        "Dr. Park is a lecturer in history at the University of Tarn.",
        "• Ines Park is founder of the Coast Society.",
    ],
)
def test_a_last_paragraph_about_somebody_new_is_a_bio(bio: str) -> None:
    assert parts(f"{STORY}\n\n{bio}") == [*BODY, ("bio", bio)]


def test_a_last_paragraph_about_a_person_of_the_story_is_none() -> None:
    story = STORY.replace("its owner", "Ines Park")
    last = "Ines Park is a lawyer in Tarn and has worked for the company since 2012."
    assert parts(f"{story}\n\n{last}")[-1] == ("body", "Ines")


def test_everything_below_about_the_author_is_a_bio() -> None:
    text = f"{STORY}\n\nAbout the author\n\nInes Park grew up on the islands.\n\nShe keeps bees."
    assert [field for field, _ in parts(text)[-3:]] == ["bio", "bio", "bio"]


@pytest.mark.parametrize(
    "line",
    [
        "(MORE)",
        "ENDS",
        "-30-",
        "* * *",
        "Slug: tarn-ferry",
        "EMBARGOED UNTIL 0600 MONDAY",
        "BC-EU--Tarn Ferry, 1st Ld-Writethru",
        "TARN-FERRY/ (UPDATE 2)",
        "(Reporting by Ines Park; Editing by Ola Moe)",
        "Reporting by Ines Park; editing by Ola Moe",
        "Ola Moe contributed to this report.",
        "Contributing: Ola Moe",
        "Copyright 2021 Coast Press. All rights reserved.",
        "© 2021 Coast Press",
        "Related: What the fire cost",
        "Read more",
        "Sources",
        "https://example.org/tarn/ferry",
        "Advertisement",
        "Updated: March 3, 2021, 4:15 p.m.",
    ],
)
def test_furniture_is_never_body(line: str) -> None:
    assert parts(f"{STORY}\n\n{line}") == [*BODY, ("furniture", line)]


@pytest.mark.parametrize(
    "line",
    [
        "Correction: An earlier version of this story gave the wrong month.",
        "This story has been corrected to show that the fire was in May.",
        "An earlier version of this article misstated the ship's name.",
        "(This story corrects paragraph 3 to say that nobody was hurt.)",
        "Editor's note: An earlier version of the headline was incorrectly set.",
    ],
)
def test_correction_notes(line: str) -> None:
    assert parts(f"{STORY}\n\n{line}") == [*BODY, ("correction", line)]


@pytest.mark.parametrize(
    "line",
    [
        "Photo: Ola Moe",
        "Passengers wait for the ferry in Tarn. (AP Photo/Ola Moe)",
        "FILE - The ferry leaves Tarn in 2019.",
        "The ferry in the yard. Photo: Ola Moe",
    ],
)
def test_captions(line: str) -> None:
    assert parts(f"{STORY}\n\n{line}") == [*BODY, ("caption", line)]


def test_a_headline_given_twice_is_furniture_the_second_time() -> None:
    text = f"Ferry to sail again\n\nFerry to sail again.\n\n{STORY}"
    blocks = list(Document.from_text(text).blocks)
    blocks[0] = blocks[0]._replace(field=Field.HEADLINE, kind=BlockKind.VALUE)
    found = Document(text, blocks).layer(structure).segments
    assert [each.field.value for each in found] == ["headline", "furniture", "body", "body", "body"]


def test_what_the_format_says_is_sure_and_what_was_judged_is_less_so() -> None:
    text = f"Ferry to sail again\n\n{STORY}"
    judged = Document.from_text(text).layer(structure).segments[0]
    blocks = list(Document.from_text(text).blocks)
    blocks[0] = blocks[0]._replace(field=Field.HEADLINE)
    said = Document(text, blocks).layer(structure).segments[0]
    assert said.confidence == 1.0
    assert 0.5 < judged.confidence < 1.0


def test_a_markdown_heading_is_the_headline() -> None:
    text = f"Ferry to sail again.\n\n{STORY}"
    blocks = list(Document.from_text(text).blocks)
    blocks[0] = blocks[0]._replace(kind=BlockKind.HEADING, level=1)
    found = Document(text, blocks).layer(structure).segments[0]
    assert (found.field, found.confidence) == (Field.HEADLINE, 1.0)


def test_an_archive_closes_its_headlines_with_a_stop() -> None:
    text = f"Tarn Ferry Sails Again After Fire.\n\n{STORY}"
    assert parts(text)[0] == ("headline", "Tarn Ferry Sails Again After Fire.")


def test_a_fragment_is_story() -> None:
    text = "By Ines Park"
    document = Document(text, [Block(Span(0, len(text)))], complete=False)
    assert [each.field for each in document.layer(structure).segments] == [Field.BODY]


def test_look_up_by_offset_and_field() -> None:
    text = f"TARN — {STORY}"
    found = Document.from_text(text).layer(structure)
    assert found.at(0) == found.of(Field.DATELINE)[0]
    assert found.at(len("TARN — ")) == found.of(Field.BODY)[0]
    assert found.at(len("TARN —")) is None
    assert found.at(len(text)) is None


def test_a_pull_quote_repeats_words_of_the_story() -> None:
    pulled = "“The ship had lain in the yard since a fire in the engine room”"
    text = STORY.replace("\n\nNobody", f"\n\n{pulled}\n\nNobody")
    assert parts(text) == [BODY[0], BODY[1], ("pullquote", pulled), BODY[2]]


def test_two_equal_pull_quotes_do_not_stand_for_the_story() -> None:
    pulled = "“The ship had lain in the yard since a fire in the engine room”"
    alone = "“Not one has ever been seen to paint the old mast”"
    text = STORY.replace("\n\nNobody", f"\n\n{pulled}\n\n{alone}\n\nNobody")
    text += f"\n\n{pulled}\n\n{alone}"
    fields = [field for field, words in parts(text) if words.startswith(("“The", "“Not"))]
    assert fields == ["pullquote", "body", "pullquote", "body"]


def test_a_quotation_of_the_story_is_no_pull_quote() -> None:
    quoted = "“We had hoped to sail again in the spring,” she said."
    assert parts(f"{STORY}\n\n{quoted}")[-1] == ("body", "“We")


def test_a_picture_credit_that_stands_alone_is_a_caption() -> None:
    text = f"Ferry to sail again\n\n{STORY}\n\nASSOCIATED PRESS."
    assert parts(text)[-1] == ("caption", "ASSOCIATED PRESS.")


def test_decks_below_an_archived_headline_are_standfirsts() -> None:
    text = f"Ferry to sail again after fire;\nCrews return to ship.\n\n{STORY}"
    assert [field for field, _ in parts(text)[:2]] == ["headline", "standfirst"]


def test_a_line_broken_in_mid_sentence_is_no_headline() -> None:
    text = "The ferry between Tarn and the islands will carry\npassengers again from Monday on.\n\n"
    assert {field for field, _ in parts(text + STORY)} == {"body"}


def test_an_article_that_is_only_a_headline() -> None:
    assert parts("Ferry to sail again after fire") == [
        ("headline", "Ferry to sail again after fire")
    ]


def test_an_article_that_is_only_a_bio_is_not_judged_as_one() -> None:
    text = "Ines Park is a reporter at the Tarn Post."
    assert parts(text) == [("body", "Ines")]


def test_thirty_bylines() -> None:
    lines = [f"By Ines Park{'abcdefghijklmnopqrstuvwxyzabcd'[at]}" for at in range(30)]
    found = parts("Ferry to sail again\n\n" + "\n".join(lines) + f"\n\n{STORY}")
    assert [field for field, _ in found].count("byline") >= 12
    assert found[-3:] == BODY


def test_a_bio_of_five_thousand_words_stays_a_story() -> None:
    bio = "Author: Ines Park\n" + "She has covered the coast. " * 1000
    assert parts(f"{STORY}\n\n{bio}")[-1][0] == "body"


def test_lines_of_wrapped_copy_stand_for_themselves() -> None:
    text = (
        "Ferry to sail again after fire\nBy Ines Park\n"
        "TARN, July 19 (Coast Press) - The ferry between Tarn and the islands\n"
        "will carry passengers again from Monday, its owner said on Friday\n"
        "in Tarn, where the ship had lain in the yard since a fire broke\n"
        "out in the engine room in the spring of this year.\n(MORE)\n"
    )
    block = Block(Span(0, len(text) - 1))
    found = Document(text, [block]).layer(structure).segments
    assert [(each.field.value, each.span.of(text).split("\n")[0]) for each in found] == [
        ("headline", "Ferry to sail again after fire"),
        ("byline", "By Ines Park"),
        ("dateline", "TARN, July 19 (Coast Press) -"),
        ("body", "The ferry between Tarn and the islands"),
        ("furniture", "(MORE)"),
    ]
    assert {each.block for each in found} == {0}


def test_a_writer_may_sign_below_the_story() -> None:
    assert parts(f"{STORY}\n\n— Ruth Adeyemi")[-1] == ("byline", "— Ruth Adeyemi")


def test_a_line_that_a_page_adds_again_and_again_is_furniture() -> None:
    line = "Continue to the main story"
    text = STORY.replace("\n\n", f"\n\n{line}\n\n") + f"\n\n{line}"
    assert [words for field, words in parts(text) if field == "furniture"] == [line] * 3


def test_a_date_above_the_headline() -> None:
    text = f"Monday, 3 August 2020\n\nFerry to sail again after fire\n\n{STORY}"
    assert [field for field, _ in parts(text)[:2]] == ["dateline", "headline"]


def test_a_heading_that_differs_from_the_front_matter_is_a_second_headline() -> None:
    text = f"Ferry to sail\n\nFerry sinks\n\nBy Ola Moe\n\n{STORY}"
    blocks = list(Document.from_text(text).blocks)
    blocks[0] = blocks[0]._replace(field=Field.HEADLINE, kind=BlockKind.VALUE)
    blocks[1] = blocks[1]._replace(kind=BlockKind.HEADING, level=1)
    found = Document(text, blocks).layer(structure).segments
    assert [each.field.value for each in found[:3]] == ["headline", "headline", "byline"]
