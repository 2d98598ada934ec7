"""Checks of quotations that a house sets, and what their rules' examples do not show."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from newslint.checks import Check, Hit, check_type
from newslint.checks.attribution_verb import Parameters as VerbParameters
from newslint.checks.mixed_quotation_marks import Parameters as MixedParameters
from newslint.checks.nested_quotation_marks import Parameters as NestedParameters
from newslint.checks.quotation_punctuation import Parameters as PunctuationParameters
from newslint.context import Context
from newslint.document import Document


def hits(kind: str, text: str, parameters: Any = None) -> list[Hit]:
    loaded: type[Check[Any]] = check_type(kind)
    check = loaded(loaded.parameters_type() if parameters is None else parameters)
    found: Iterator[Hit] = check.hits(Document.from_text(text), Context())
    return list(found)


def corrected(text: str, found: list[Hit]) -> str:
    edits = sorted((edit for hit in found for edit in hit.edits), reverse=True)
    for edit in edits:
        text = text[: edit.span.start] + edit.replacement + text[edit.span.end :]
    return text


def test_punctuation_goes_inside() -> None:
    text = 'He called it "a scandal", and "a shame". "Never!" he said. See "A", "B". "No.".'
    found = hits("quotation-punctuation", text, PunctuationParameters("inside"))
    assert corrected(text, found) == (
        'He called it "a scandal," and "a shame." "Never!" he said. See "A," "B." "No.".'
    )
    assert found[0].span.of(text) == '",'


def test_punctuation_by_sense() -> None:
    text = "He called it “a scandal of our time,” and said: “We will go home.” “We go,” he said."
    found = hits("quotation-punctuation", text, PunctuationParameters("sense"))
    assert corrected(text, found) == (
        "He called it “a scandal of our time”, and said: “We will go home.” “We go,” he said."
    )


def test_house_marks_outside() -> None:
    text = "‘We will go home now,’ he said. “She told me ‘no’ twice,” he said."
    found = hits("nested-quotation-marks", text, NestedParameters("double"))
    assert [hit.span.of(text) for hit in found] == ["‘We will go home now,’"]
    assert dict(found[0].values) == {"found": "We will go home now", "outer": "double"}
    found = hits("nested-quotation-marks", text, NestedParameters("single"))
    assert [hit.span.of(text) for hit in found] == ["“She told me ‘no’ twice,”"]


def test_mixed_marks_are_one_finding_with_all_edits() -> None:
    (hit,) = hits("mixed-quotation-marks", 'One "word" and “another” and “third”.')
    assert hit.span.start == 4
    assert dict(hit.values) == {"found": '"', "count": "2", "others": "4", "style": "curly"}
    assert corrected('One "word" and “another” and “third”.', [hit]) == (
        "One “word” and “another” and “third”."
    )
    (hit,) = hits("mixed-quotation-marks", "One “word” here.", MixedParameters("straight"))
    assert corrected("One “word” here.", [hit]) == 'One "word" here.'
    assert hits("mixed-quotation-marks", "One “word” here.", MixedParameters("curly")) == []


def test_verbs_in_paraphrase_only_where_asked() -> None:
    text = "Park claimed that the boat was sold. “It was not,” she claimed."
    swap = {"claimed": "said"}
    found = hits("attribution-verb", text, VerbParameters(swap))
    assert [hit.span.start for hit in found] == [text.rindex("claimed")]
    found = hits("attribution-verb", text, VerbParameters(swap, paraphrase=True))
    assert sorted(hit.span.start for hit in found) == [
        text.index("claimed"),
        text.rindex("claimed"),
    ]
    assert {hit.replacement for hit in found} == {"said"}


def test_verb_rule_without_verbs_is_refused() -> None:
    loaded = check_type("attribution-verb")
    assert list(loaded(VerbParameters()).problems())


def test_same_words_for_two_speakers() -> None:
    text = (
        "“The county has never answered a letter,” Ines Park said.\n\n"
        "“The county has never answered a letter,” Ruben Hale said."
    )
    (hit,) = hits("quotation-variants", text)
    assert hit.span.start == text.index("“", 5)
    assert hit.message.format_map(dict(hit.values)) == (
        "“The county has never answered a letter” is said by Ruben Hale here and by Ines Park "
        "before."
    )


def test_repeated_figure_of_speech_by_two_people_is_no_variant() -> None:
    text = (
        "“The county has never answered a single letter,” Ines Park said.\n\n"
        "“The county has never answered a single call,” Ruben Hale said."
    )
    assert hits("quotation-variants", text) == []


def test_unclosed_quotation_says_what_it_is() -> None:
    text = "She said: “We will go home.\n\nThe boat left in May. “"
    found = hits("unclosed-quotation", text)
    assert [(hit.span.start, dict(hit.values)) for hit in found] == [
        (text.index("“"), {"found": "We will go home."}),
        (text.rindex("“"), {"found": "left in May."}),
    ]


def test_closing_credit_and_list_of_marks_in_tags_are_left_alone() -> None:
    text = 'He left. <a href="x.html" title="y">Here</a> it goes on.'
    assert hits("unclosed-quotation", text) == []


LONG = "“We will go home soon and never come back,”"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"{LONG} Park said.", []),
        (f"{LONG} on Monday.", [LONG]),
        ("“We will go home now.”", []),
        (f"{LONG[:-1]}\n\n“and that is all of it.”", [LONG[:-1]]),
        ("“We will go home soon and never come back to it again", []),
    ],
)
def test_unattributed_quotation(text: str, found: list[str]) -> None:
    marked = [hit.span.of(text) for hit in hits("unattributed-quotation", text)]
    assert marked == found


def test_late_attribution_is_not_late_for_one_who_goes_on() -> None:
    text = (
        "“We asked for a new boat. Nobody answered us at all. The old one is not safe in winter, "
        "and everybody in the county knows it very well,” Park {}."
    )
    assert len(hits("late-attribution", text.format("said"))) == 1
    assert hits("late-attribution", text.format("added")) == []


def test_inverted_attribution_with_a_description_stays() -> None:
    text = (
        "“We go,” said Park. “We go,” said Hale, who is new here. “We go,” said Olsen, “and soon.”"
    )
    found = hits("inverted-attribution", text)
    assert corrected(text, found) == (
        "“We go,” Park said. “We go,” said Hale, who is new here. “We go,” Olsen said, “and soon.”"
    )


def test_sources_are_counted_where_the_dateline_stands_alone() -> None:
    said = "“We will rebuild the pier,” Ines Park said. "
    story = said + "The sea is calm at Marlow today. " * 30
    text = f"Pier opens at Marlow\n\nMARLOW, England (AP) —\n\n{story}"
    found = hits("named-sources", text)
    assert [(hit.span.of(text), hit.values["named"]) for hit in found] == [("“We", "1")]


def test_words_repeated_in_an_interview_need_no_speaker_of_their_own() -> None:
    turn = (
        "{}: I see. They told the crew a thing. “We will never rebuild the old pier at Marlow.”\n\n"
    )
    spoken = "".join(turn.format(each) for each in ("PARK", "HALE", "PARK", "HALE"))
    assert hits("unattributed-quotation", spoken) == []


def test_an_age_keeps_a_name_behind_its_verb() -> None:
    assert hits("inverted-attribution", "“We will go on,” said Park, 24. He left.") == []
    assert len(hits("inverted-attribution", "“We will go on,” said Park. He left.")) == 1


def test_headlines_of_other_stories_are_no_standfirst() -> None:
    story = "The pier of Marlow was opened again on Monday by the mayor of the town. " * 8
    text = f"Pier of Marlow opens\n\nPark: {{}}\n\nMARLOW — {story}"
    assert hits("headline-quotation", text.format("‘We Will Not Go There Again’")) == []
    assert len(hits("headline-quotation", text.format("‘We will not go there again’"))) == 1


def test_marks_in_a_quotation_that_never_closes_are_not_called_inner_ones() -> None:
    text = "She called him “dull, “mean,” “sad” and “grey.”\n\nHe left."
    assert hits("nested-quotation-marks", text) == []


def test_a_voice_that_is_signed_is_not_late() -> None:
    words = (
        "“We built this pier by hand in one year. The sea took it in a night. We will build it {}"
    )
    signed = words.format("again, and better, and soon.” — Ines Park")
    said = words.format("again, and better, and soon,” Ines Park said.")
    assert hits("late-attribution", signed) == []
    assert len(hits("late-attribution", said)) == 1
