"""The parts of web copy, where a page leaves its own lines between those of the story."""

from __future__ import annotations

import pytest

from newslint.annotate.structure import structure
from newslint.document import Document

ABOVE = (
    "The ferry between Tarn and the islands will carry passengers again from Monday, its owner "
    "said on Friday, three months after a fire in the engine room."
)
BELOW = (
    "Nobody was hurt in the fire, but the repairs took longer than the company had hoped, and the "
    "islands were cut off from the mainland for most of the summer."
)


def field_of(line: str, *, last: bool = False) -> str:
    """Return the part that a line between two paragraphs, or below them, is taken for."""
    text = f"{ABOVE}\n\n{BELOW}\n\n{line}" if last else f"{ABOVE}\n\n{line}\n\n{BELOW}"
    return fields(text)[line]


def fields(text: str) -> dict[str, str]:
    """Return the parts of a text by their words."""
    found = Document.from_text(text).layer(structure).segments
    return {each.span.of(text): each.field.value for each in found}


@pytest.mark.parametrize(
    "line",
    [
        "◊♦◊",
        "__",
        "X.",
        "Opinion",
        "Advertisement - story continues below.",
        "Sponsored: Five ways to cross the sound for less",
        "A night on the water for free [sponsored]",
        "NOW WATCH: How the ferry was built",
        "Join the conversation about this story »",
        "What are your thoughts? Please share this story!",
        "Three islands you have never seen. Learn more...",
        "More from Northern Weekly",
        "Also on TarnPost:",
        "TARN POST READERS: Were you on board? Send us your pictures.",
        "Follow @tarnpost.",
        "Follow Tarn Post on Facebook, Twitter, and Instagram.",
        "E-mail comments, 40 words or fewer, to letters@tarnpost.example.",
        "Please consider making a small donation to the Tarn Post today.",
        "A newspaper like ours would not last without the support of our readers.",
        "This article was originally published in Northern Weekly. Read the original article.",
        "This story may be shared: you have permission to republish it with a link.",
        "Reprinted with the author’s permission from Northern Weekly",
        "Harbour Master ✔@tarnharbour",
        '<tweet pic="" author="tarnharbour">Ferry on time today.</tweet>.',
        ".gallery img {",
        "margin-right: 15px;",
        "(BEGIN VIDEO CLIP.)",
        "-- Tarn newsroom, 555-010-0199",
        "((Coast Press Harlow Bureau 555 010-0199))",
        "Ola R. Moe reported from Tarn and Jo Day from Harlow. Ada Reed contributed research.",
        "The Harlow Courier’s Ola Moe and Jo Day contributed.",
    ],
)
def test_what_a_page_adds_is_furniture(line: str) -> None:
    assert field_of(line) == "furniture"


@pytest.mark.parametrize(
    "line",
    [
        "The ferry company published its report on Tuesday.",
        "Readers of the report will look in vain for a cause.",
        "Follow the coast road north and the yard comes into sight.",
        "The company has asked for a donation to the islands’ lifeboat.",
        "In the end, the union contributed more than the owners had.",
        "From Harlow the ferry sails to the outer islands",
    ],
)
def test_a_story_may_use_the_same_words(line: str) -> None:
    assert field_of(line) == "body"


@pytest.mark.parametrize(
    "line",
    [
        "Images via: Twitter / @tarnharbour",
        "via Northern Pictures",
        "Ola Moe/AP",
        "Passengers on deck. Image: ola! (album).",
        "Ola MoeImage: Tarn Post.",
        "Passengers on the quay in Tarn, Northland, on Sunday. Getty Images",
        "Ines Park waits for the ferry in Tarn. (OLA MOE/AFP/Getty Images.)",
        "A screenshot of the ferry’s timetable in the spring.",
        "██ Islands without a ferry",
    ],
)
def test_captions_and_credits(line: str) -> None:
    assert field_of(line) == "caption"


@pytest.mark.parametrize(
    "line",
    [
        "A photograph of the ferry was posted on the harbour’s page.",
        "The image of the company: battered, she said.",
        "The shipyard pictured a quick return to the sound.",
    ],
)
def test_a_story_may_speak_of_pictures(line: str) -> None:
    assert field_of(line) == "body"


def test_what_a_picture_shows_stands_beside_its_credit() -> None:
    shown = "Harbour master Ines Park waves to the ferry as it leaves Tarn on Monday."
    assert fields(f"{ABOVE}\n\nOla Moe / Reuters\n\n{shown}\n\n{BELOW}")[shown] == "caption"
    assert fields(f"{ABOVE}\n\n{shown}\n\nGetty Images\n\n{BELOW}")[shown] == "caption"


def test_an_archive_sets_the_caption_below_the_credit_and_its_stop() -> None:
    shown = "Some of the cabins that the fire reached. Most are in use again."
    assert fields(f"{ABOVE}\n\nOla Moe/Reuters.\n\n{shown}\n\n{BELOW}")[shown] == "caption"


def test_the_story_may_go_on_below_a_credit() -> None:
    text = f"{ABOVE}\n\nOla Moe/Reuters\n\n{BELOW}"
    assert fields(text)[BELOW] == "body"
    quoted = "“We are glad to be back,” said Ines Park."
    assert fields(f"{ABOVE}\n\nGetty Images.\n\n{quoted}\n\n{BELOW}")[quoted] == "body"


@pytest.mark.parametrize(
    ("line", "last"),
    [
        ("By Ruth Adeyemi; Coast Press:", False),
        ("By Meteorologist Ruth Adeyemi", True),
        ("Staff Writer; Ruth Adeyemi", True),
        ("- Reuters.", True),
    ],
)
def test_bylines_below_the_head(line: str, last: bool) -> None:
    assert field_of(line, last=last) == "byline"


def test_a_signature_of_two_lines() -> None:
    found = fields(f"{ABOVE}\n\n{BELOW}\n\nRuth Adeyemi\n\nReporting for The Coast")
    assert found["Ruth Adeyemi"] == found["Reporting for The Coast"] == "byline"


def test_a_byline_above_the_story_is_no_headline() -> None:
    found = fields(f"By Ruth Adeyemi\n\nCoastDay Reporter\n\nTARN (Coast Press) -- {ABOVE}")
    assert found["By Ruth Adeyemi"] == found["CoastDay Reporter"] == "byline"


@pytest.mark.parametrize(
    "line",
    [
        "Ruth Adeyemi: 555-010-0199, @radeyemi",
        "Ruth Adeyemi, Associate Professor of History, University of Tarn – School of the Coast",
        "Ruth Adeyemi is the mayor of Harlow.",
        "Facebook: https://www.example.org/radeyemi",
    ],
)
def test_bios_of_web_copy(line: str) -> None:
    assert field_of(line, last=True) == "bio"


@pytest.mark.parametrize(
    "line",
    [
        "Ruth Adeyemi is the founder of the Coast Society. Adeyemi says the fire was no surprise.",
        "Ruth Adeyemi has been leasing two piers in the harbour since the spring.",
    ],
)
def test_a_last_paragraph_that_reports_is_no_bio(line: str) -> None:
    assert field_of(line, last=True) == "body"


def test_a_correction_goes_on_below_its_heading() -> None:
    note = "An article on Thursday gave the wrong name of the ferry."
    found = fields(f"{ABOVE}\n\n{BELOW}\n\nCORRECTION:\n\nFriday, 5 March 2021\n\n{note}")
    assert found["Friday, 5 March 2021"] == found[note] == "correction"


def test_links_below_their_heading_at_the_foot() -> None:
    link = "The Coast Society has more on fires at sea."
    found = fields(f"{ABOVE}\n\n{BELOW}\n\nMore information\n\n{link}")
    assert found[link] == "furniture"


def test_the_counter_of_a_slide_show() -> None:
    found = fields(f"{ABOVE}\n\n{BELOW}\n\n1.\n\nof.\n\n23.\n\nThe ferry in the yard")
    assert [found[line] for line in ("1.", "of.", "23.", "The ferry in the yard")] == [
        "furniture"
    ] * 4


def test_the_line_below_a_pull_quote_says_whose_words_they_are() -> None:
    said = "“The owners knew in the spring that the engine would not last the summer”"
    text = f"{ABOVE}\n\n{said}, he said.\n\n{said}\n\n— Ruth Adeyemi, engineer\n\n{BELOW}"
    found = fields(text)
    assert found[said] == found["— Ruth Adeyemi, engineer"] == "pullquote"


def test_items_of_a_list_sign_nothing() -> None:
    found = fields(f"{ABOVE}\n\n- Coffee\n\n- Tea\n\n- Bread\n\n{BELOW}")
    assert {found[line] for line in ("- Coffee", "- Tea", "- Bread")} == {"body"}


@pytest.mark.parametrize(
    "line",
    [
        "Write to the editor at letters@tarnpost.example",
        "On March 3, the company that owns the ferry opened a yard in Tarn.",
        "It was the worst summer that the islands had seen!",
        "The harbour is one of the oldest in the north.",
        "The harbour master spoke to owners of the",
    ],
)
def test_first_lines_that_are_no_headline(line: str) -> None:
    assert fields(f"{line}\n\n{ABOVE}\n\n{BELOW}")[line] != "headline"


@pytest.mark.parametrize(
    ("headline", "deck", "lead", "part"),
    [
        ("Ferry to sail again after fire;", "Crews return to ship.", ABOVE, "standfirst"),
        ("Ferry to sail again after fire.", "Who will sail on her now?", ABOVE, "body"),
        (
            "Ferry to sail again after fire.",
            "Then the owners found a second fault in the engine.",
            ABOVE,
            "body",
        ),
    ],
)
def test_decks_and_leads_below_the_headline_of_an_archive(
    headline: str, deck: str, lead: str, part: str
) -> None:
    assert fields(f"{headline}\n\n{deck}\n\n{lead}\n\n{BELOW}")[deck] == part


def test_words_in_capitals_before_a_dash_may_be_a_heading() -> None:
    text = f"FERRY FAVOURS THE COAST, BUT ISLANDS WANT MORE - {ABOVE}\n\n{BELOW}"
    assert "dateline" not in fields(text).values()


def test_no_break_spaces_hide_no_line() -> None:
    line = "Editor’s\u00a0note:\u00a0The owner of the ferry is a friend of the paper."
    assert field_of(line) == "furniture"


def test_a_note_whose_lines_were_broken_goes_on_below() -> None:
    lines = ["Editor’s note: The owner of the ferry", "is a friend of", "this paper."]
    found = fields("\n\n".join([ABOVE, BELOW, *lines]))
    assert [found[line] for line in lines] == ["furniture"] * 3


def test_a_page_dates_itself_in_the_midst_of_the_story() -> None:
    assert field_of("Fri, March 5, 2021") == "furniture"
    assert field_of("March 5") == "body"


@pytest.mark.parametrize(
    "dateline",
    [
        "HARLOW (COAST 11 / NNS) -",
        "(WCST/WSMH) --",
        "Harlow, Northland (March 5, 2021) --",
        "March 5, 2021 --",
    ],
)
def test_datelines_of_broadcasters_and_releases(dateline: str) -> None:
    assert fields(f"{dateline} {ABOVE}\n\n{BELOW}")[dateline] == "dateline"


def test_the_agency_of_the_dateline_may_stand_below_the_byline() -> None:
    text = f"Ferry sails again.\n\nBy Ruth Adeyemi\n\nCoast Press\n\nTARN (Coast Press) - {ABOVE}"
    assert fields(text)["Coast Press"] == "byline"


def test_a_headline_with_its_stop_is_sure_above_a_byline() -> None:
    text = f"Ferry sails again.\n\nBy Ruth Adeyemi\n\n{ABOVE}"
    assert Document.from_text(text).layer(structure).segments[0].confidence == 0.9


@pytest.mark.parametrize(
    "line",
    [
        "(h/t) The Coast",
        "&gt;&gt; Related: What the fire cost",
        "We Are Sorry,This video is restricted from playing.",
    ],
)
def test_more_of_what_pages_leave(line: str) -> None:
    assert field_of(line) == "furniture"


def test_a_title_in_capitals_may_begin_with_any_word() -> None:
    headline = "This Ferry Company Just Dropped Its Oldest Ship."
    assert fields(f"{headline}\n\n{ABOVE}\n\n{BELOW}")[headline] == "headline"
