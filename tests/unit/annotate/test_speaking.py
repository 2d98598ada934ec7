"""Which person a speaker is."""

from __future__ import annotations

from newslint.annotate.quotes import quotes
from newslint.annotate.speaking import SpeakerKind, Speakers, speakers
from newslint.document import Document


def read(text: str) -> tuple[Speakers, list[str]]:
    document = Document.from_text(text)
    layer = document.layer(speakers)
    return layer, [layer.name(each) for each in document.layer(quotes).outer]


def test_surname_and_pronoun_are_joined_to_the_full_name() -> None:
    text = (
        "“The boat is old,” Ines Park said.\n\n“It will not last,” Park said.\n\n"
        "“Nobody answers,” she said."
    )
    assert read(text)[1] == ["Ines Park"] * 3


def test_two_named_people_differ_and_a_pronoun_is_never_sure() -> None:
    text = "“The boat is old,” Ines Park said. “It is not,” Ruben Hale said. “It is,” she said."
    document = Document.from_text(text)
    one, other, third = document.layer(quotes).outer
    layer = document.layer(speakers)
    assert layer.differ(one, other)
    assert not layer.differ(one, third)
    assert not layer.differ(other, third)


def test_spokesman_is_not_the_one_he_speaks_for() -> None:
    text = "“The boat is old,” said a spokesman for Ruth Olsen. “Very old,” Ruth Olsen said."
    document = Document.from_text(text)
    first, second = document.layer(quotes).outer
    layer = document.layer(speakers)
    speaker = layer.of(first)
    assert speaker is not None
    assert (speaker.kind, speaker.person) == (SpeakerKind.ROLE, "")
    assert layer.name(second) == "Ruth Olsen"


def test_capital_of_a_sentence_makes_no_name() -> None:
    text = "Critics said: “The boat is much too old.”"
    document = Document.from_text(text)
    (quotation,) = document.layer(quotes).outer
    speaker = document.layer(speakers).of(quotation)
    assert speaker is not None
    assert speaker.kind is SpeakerKind.ROLE


def test_quotation_without_speaker_is_nobodys() -> None:
    text = "“The boat is much too old to sail in winter.”"
    document = Document.from_text(text)
    (quotation,) = document.layer(quotes).outer
    assert document.layer(speakers).of(quotation) is None
    assert document.layer(speakers).name(quotation) == "nobody"


def test_two_of_one_family_are_not_surely_two() -> None:
    text = "“The boat is old,” Ruth Olsen said. “It is not,” Peter Olsen said."
    document = Document.from_text(text)
    one, other = document.layer(quotes).outer
    assert not document.layer(speakers).differ(one, other)
