import pytest

from newslint.annotate.spoken_turns import spoken_turns
from newslint.document import Document
from newslint.span import Span

INTERVIEW = """The mill shut, and Ana Oakhurst spoke of it.

Q: Is it gone?

A: Yes. It towards the end
went fast.

Nobody stayed.

Q: And now?

The mill was sold.
"""


def spoken(text: str, words: str) -> bool:
    start = text.index(words)
    span = Span(start, start + len(words))
    return Document.from_text(text).layer(spoken_turns).within(span)


@pytest.mark.parametrize("words", ["Is it gone?", "towards", "went fast", "Nobody", "And now?"])
def test_turns_of_an_interview_are_speech(words: str) -> None:
    assert spoken(INTERVIEW, words)


@pytest.mark.parametrize("words", ["The mill shut", "The mill was sold"])
def test_what_stands_around_the_turns_is_not(words: str) -> None:
    assert not spoken(INTERVIEW, words)


def test_answers_alone_are_speech() -> None:
    assert spoken("A: One.\nA: Two towards.\nA: Three.\n", "towards")


@pytest.mark.parametrize("label", ["OAKHURST:", "ANA OAKHURST:", "((Ana Oakhurst))"])
def test_names_may_open_the_turns(label: str) -> None:
    assert spoken(f"HOLT: One.\n{label} Two towards.\nHOLT: Three.\n", "towards")


@pytest.mark.parametrize(
    "text",
    [
        "LUND: One towards.\nNORLAND: Two.\n",
        "UPDATE: One towards.\nUPDATE: Two.\nUPDATE: Three.\n",
        "WHAT: One towards.\nWHERE: Two.\nWHEN: Three.\n",
    ],
)
def test_headings_make_no_interview(text: str) -> None:
    assert not spoken(text, "towards")


def test_a_copied_post_is_speech() -> None:
    text = 'She wrote. <post id="1" author="@ana">We go towards it</post> He left.'
    assert spoken(text, "towards")
    assert not spoken(text, "He left")


def test_other_tags_hold_no_speech() -> None:
    assert not spoken('He went <a href="https://example.org">towards it</a>.', "towards")
