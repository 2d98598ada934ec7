"""Who says what: the cue, the speaker, and where they stand."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from newslint.annotate.attributions import How, attributions
from newslint.annotate.quotes import quotes
from newslint.document import Document


def read(text: str) -> list[tuple[str, str, str] | None]:
    """Return (how, cue, speaker) for each outermost quotation, None where there is none."""
    document = Document.from_text(text)
    layer = document.layer(attributions)
    found: list[tuple[str, str, str] | None] = []
    for quotation in document.layer(quotes).outer:
        each = layer.of(quotation)
        if each is None:
            found.append(None)
            continue
        cue = each.cue.of(text) if each.cue else ""
        speaker = each.speaker.of(text) if each.speaker else ""
        found.append((each.how.value, cue, speaker))
    return found


SENTENCE = How.SENTENCE.value
CARRIED = How.CARRIED.value


@pytest.mark.parametrize(
    ("text", "cue", "speaker"),
    [
        ("“We will rebuild the pier,” Ines Park said.", "said", "Ines Park"),
        ("“We will rebuild the pier,” said Ines Park.", "said", "Ines Park"),
        ("“We will rebuild the pier,” she said on Monday.", "said", "she"),
        ("“We will rebuild the pier,” Park said Monday.", "said Monday", "Park"),
        ("“We will rebuild it,” Park said in a statement.", "said in a statement", "Park"),
        ("“Shall we rebuild the pier?” Park asked.", "asked", "Park"),
        ("“We will rebuild the pier.” Park said.", "said", "Park"),
        ("“We will rebuild the pier”, Park said.", "said", "Park"),
        (
            "“We will rebuild,” said Ines Park, head of the port, adding that it is hard.",
            "said",
            "Ines Park, head of the port",
        ),
        (
            "“We will rebuild,” said Ines Park, 61, a sailor from Tarn.",
            "said",
            "Ines Park, 61, a sailor from Tarn",
        ),
        ("“We will rebuild,” said Park, who has never sailed.", "said", "Park"),
        (
            "“We will rebuild,” Ines Park, the head of the port, told reporters.",
            "told",
            "Ines Park, the head of the port",
        ),
        (
            "“We will rebuild,” added the head of the county's port office.",
            "added",
            "the head of the county's port office",
        ),
        ("“We will rebuild,” Sen. Ines Park (I-Tarn) said.", "said", "Sen. Ines Park (I-Tarn)"),
        ("“We will rebuild,” an angry Park riposted.", "riposted", "an angry Park"),
        ("“We will rebuild,” according to Ines Park.", "according to", "Ines Park"),
        ("Park said, “We will rebuild the pier.”", "said", "Park"),
        ("Park said that it was “a sad day for the whole of the town”.", "said", "Park"),
        ("In a speech on Monday, Park said: “We will rebuild.”", "said", "Park"),
        ("Ines Park, the head of the port, said: “We will rebuild.”", "said", None),
        ("Park told the county in May that “the pier is to be rebuilt”.", "told", "Park"),
        ("Park has repeatedly said, “We will rebuild.”", "has repeatedly said", "Park"),
        ("Park smiled at us, saying, “We will rebuild the pier.”", "saying", "Park"),
        ("According to Park, “the pier is to be rebuilt in spring”.", "According to", "Park"),
        ("Park rejected her claim that “the pier was never sound”.", "claim", "her"),
        ("Ines Park: “We will rebuild.”", ":", "Ines Park"),
        ("Ines Park, the county's engineer: “We will rebuild.”", ":", None),
        ("Said Ines Park, “We will rebuild.”", "Said", "Ines Park"),
    ],
)
def test_cue_and_speaker_in_the_sentence(text: str, cue: str, speaker: str | None) -> None:
    (found,) = read(text)
    wanted = speaker or text.split(": ")[0].removesuffix(" said").rstrip(",")
    assert found is not None
    assert (found[0], found[1], found[2].rstrip(",")) == (SENTENCE, cue, wanted)


@pytest.mark.parametrize(
    ("text", "cue", "speaker"),
    [
        ("“We will rebuild,” said Ines Park, 61.", "said", "Ines Park, 61"),
        ("“We will rebuild,” said Ines Park at The Wave.", "said", "Ines Park at The Wave"),
        (
            "“We will rebuild,” said Ines Park, a sailor from Tarn, who owns a boat.",
            "said",
            "Ines Park, a sailor from Tarn, who owns a boat",
        ),
        (
            "“We will rebuild,” said Ines Park, a sailor, who added that it is hard.",
            "said",
            "Ines Park, a sailor",
        ),
        ("Park left the room, saying, “We will rebuild the pier.”", "saying", "Park"),
        (
            "In a call on Monday, Ines Park, the mayor, pleased the crew, saying, “We will go on.”",
            "saying",
            "Ines Park, the mayor",
        ),
        (
            "MARLOW, Dec. 8 — In reply, Ines Park (Harbour) calmed the crew, saying, “We go on.”",
            "saying",
            "Ines Park (Harbour)",
        ),
        (
            "The talks stalled, with Ines Park saying, “We will not sign it.”",
            "saying",
            "Ines Park",
        ),
        ("But, said Park, “we will not sign it today.”", "said", "Park"),
        ("It was what Ines Park called “the longest winter of them all”.", "called", "Ines Park"),
        ("He sang “The Harbour Song,” and Ines Park said: “We will go on.”", "said", "Ines Park"),
        ("“We will rebuild the pier,” Kelly said.", "said", "Kelly"),
        ("Park joked, “We will swim home,” as the crew laughed and clapped.", "joked", "Park"),
        ("“It is what I call ‘a swamp,’” she said.", "said", "she"),
        ("“Shall we go?” a woman can be heard asking Park.", "asking", "a woman can be heard"),
        ("Tide ahead - Ines Park: “We will rebuild the pier.”", ":", "Ines Park"),
        ("“Rest well,” another added.", "added", "another"),
        ("This is the part that says, “No boat shall leave the quay.”", "says", "that"),
        ("They had written, “No boat shall leave the quay.”", "had written", "They"),
        ("She was told by Ines Park that “all letters were lost”.", "was told", "Ines Park"),
        ("“Save our pier before it goes” was painted on the wall.", "was painted", None),
        ("And she was like, “Take the boat and go.”", "was like", "she"),
        ("The bill would “bind every owner of a boat”.", "bill", "The bill"),
        (
            "“Every boat shall have a bell” – as written in the rules of the port.",
            "as written in",
            "the rules of the port",
        ),
        (
            "It was the year of Ines Park’s “Let us rebuild the pier” and of rain.",
            "Park’s",
            "Park’s",
        ),
        ("“We will rebuild it,” Park said in a statement to the crew.", "said", "Park"),
        ("“We will go on,” Park wrote on Facebook on Monday.", "wrote on Facebook", "Park"),
        ("She declared “What a Night for Us All!” and left.", "declared", "She"),
        (
            "He is the sailor who warned in a long talk with the crew of his own boat, “Do not go.”",
            "warned",
            "who",
        ),
        ("Under what Park called “the old order”, the club charged a fee.", "called", "Park"),
        (
            "That day she was told by Ines Park of “some letters in the boat”.",
            "was told",
            "Ines Park",
        ),
        ("“We will rebuild the pier,” point three begins.", "begins", "point three"),
    ],
)
def test_cue_and_speaker_of_rarer_sentences(text: str, cue: str, speaker: str | None) -> None:
    assert read(text)[-1] == (SENTENCE, cue, speaker or "")


@pytest.mark.parametrize(
    ("text", "cue", "speaker"),
    [
        ("The port issued a statement. “We will rebuild the pier.”", "statement", "The port"),
        ("Ines Park trolled the crew in a tweet. “We will rebuild.”", "tweet", "Ines Park"),
        ("Park was quick to add that it is late.\n\n“We go on.”", "was quick to add", "Park"),
        ("The port released a statement that day.\n\n“We will go on.” It ended there.", "statement",
         "The port"),
    ],
)  # fmt: skip
def test_words_that_a_sentence_announces(text: str, cue: str, speaker: str) -> None:
    assert read(text)[-1] == (CARRIED, cue, speaker)


def test_cue_that_slipped_into_the_next_line() -> None:
    text = "“We will rebuild the pier,”\n\nsaid Ines Park.\n\nThe sea is calm."
    assert read(text) == [(How.LATER.value, "said", "Ines Park")]


def test_one_cue_serves_both_halves_of_a_quotation() -> None:
    text = "“We will rebuild,” said Ines Park, “and soon.”"
    assert read(text) == [(SENTENCE, "said", "Ines Park")] * 2


def test_speaker_is_carried_over_within_a_paragraph() -> None:
    text = "“We will rebuild,” Park said. “Nobody was hurt. The pier was old.”"
    assert read(text)[1] == (CARRIED, "said", "Park")


def test_speaker_is_carried_over_a_title_in_quotation_marks() -> None:
    text = "“It was old,” said Park, author of “The Piers of Tarn.” “We will rebuild it.”"
    found = read(text)
    assert found[0] is not None
    assert found[0][1] == "said"
    assert found[1] is None
    assert found[2] == (CARRIED, "said", found[0][2])


def test_speaker_is_carried_over_from_a_paraphrase() -> None:
    text = "Park admitted the pier was old. “But we will rebuild it.”"
    assert read(text) == [(CARRIED, "admitted", "Park")]


def test_speaker_is_carried_over_to_the_next_paragraph() -> None:
    text = "“The pier was old,” Park said.\n\n“We will rebuild it.”"
    assert read(text)[1] == (CARRIED, "said", "Park")


def test_paragraph_before_leads_in_with_a_colon() -> None:
    text = "Park wrote to the county:\n\n“We will rebuild.”"
    assert read(text) == [(How.LEAD_IN.value, "wrote", "Park")]


def test_line_below_signs_the_quotation() -> None:
    text = "“We will rebuild.”\n\n— Ines Park, head of the port"
    assert read(text) == [(How.LATER.value, "—", "Ines Park, head of the port")]


def test_quotation_before_takes_the_speaker_of_the_one_behind() -> None:
    text = "“The pier was old.” “We will rebuild it,” Park said."
    assert read(text)[0] == (How.LATER.value, "said", "Park")


@pytest.mark.parametrize(
    "text",
    [
        "The pier burned in May.\n\n“We will rebuild it by the spring of next year.”",
        "The report came out on Monday. “We will rebuild the pier.”",
        "“We will rebuild the pier,” at the harbour on Monday.",
        "In a statement, “We will rebuild the pier.”",
        "When Park was asked about the fire, “We will rebuild the pier.”",
        "The demands of the union are many. “We will rebuild the pier.”",
        "Park said it burned in May.\n\n“We will rebuild the pier,” on Monday.",
    ],
)
def test_no_speaker_is_made_up(text: str) -> None:
    assert read(text) == [None]


def test_titles_have_no_speaker() -> None:
    assert read("Park sings “The Lights of Marlow Pier” on Monday.") == [None]


@pytest.mark.parametrize(
    "unit", ["“We will go on,” ", "“a ", "said “a b c d” ", "Park said “a\n\n"]
)
def test_time_grows_with_the_number_of_quotations_only(unit: str) -> None:
    times = []
    for count in (400, 4_000):
        document = Document.from_text(unit * count)
        start = time.process_time()
        document.layer(attributions)
        times.append(time.process_time() - start)
    assert times[1] < 40 * max(times[0], 0.005)


def test_every_quotation_of_the_yardstick_is_attributed(shared: Path) -> None:
    text = (shared / "seed" / "article.txt").read_text(encoding="utf-8")
    found = read(text)
    assert [each[1] if each else None for each in found] == ["said", "said", "said", "added", None]


def test_a_mark_at_the_end_of_a_text_opens_nothing() -> None:
    assert not any(read("“ , said “"))
