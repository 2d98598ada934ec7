import pytest

from newslint.annotate.told_acronyms import is_shouted_word, needs_no_definition, words_of
from newslint.span import Span


def told(text: str, letters: str) -> bool:
    start = text.index(letters)
    return needs_no_definition(letters.replace(".", ""), Span(start, start + len(letters)), text)


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("A pollster at the firm KLM spoke.", "KLM"),
        ("The Lund Peace Party, or RFV, won.", "RFV"),
        ("An analyst at CQR said so.", "CQR"),
        ("The RKB news website said so.", "RKB"),
        ("The book by J.B. Oakhurst sold.", "J.B."),
        ("He told KWOZ.", "KWOZ"),
        ("She runs XTN Financial.", "XTN"),
        ("The QF-9 pistol was found.", "QF"),
        ("OAKHURST: I think so.", "OAKHURST"),
        ("She ran NDM, a policy group.", "NDM"),
        ("It follows UGX, DGX, USX and more.", "DGX"),
        ("They voted on QB 219 at noon.", "QB"),
        ("Oakhurst Mills (OKM) rose.", "OKM"),
        ("The RPQ [role-playing quest] sold.", "RPQ"),
        ("((Ana Oakhurst)) I sat in the TLX room.", "TLX"),
        ("<tweet>More on the LXP (via @oak)</tweet>", "LXP"),
    ],
)
def test_names_and_what_is_told_on_the_spot_ask_for_no_definition(text: str, letters: str) -> None:
    assert told(text, letters)


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("The NRFC met in Lund.", "NRFC"),
        ("NRFC President Ana Oakhurst left.", "NRFC"),
        ("The NRFC’s office shut.", "NRFC"),
        ("The head of the “NRFC” left.", "NRFC"),
    ],
)
def test_other_capitals_ask_for_one(text: str, letters: str) -> None:
    assert not told(text, letters)


@pytest.mark.parametrize(
    ("letters", "text", "words"),
    [
        ("NRC", "The Northern Rivers Council met.", "Northern Rivers Council"),
        ("OFA", "She built Oakhurst for Action.", "Oakhurst for Action"),
        ("CRM", "A Council of River Mills met.", "Council of River Mills"),
    ],
)
def test_words_with_the_initials_spell_it_out(letters: str, text: str, words: str) -> None:
    found = words_of(letters, text)
    assert found is not None
    assert found.of(text) == words


def test_small_words_with_the_initials_do_not() -> None:
    assert words_of("NRC", "She said that no rain came.") is None


def test_a_word_that_has_small_letters_elsewhere_is_no_acronym() -> None:
    assert is_shouted_word("EBOLA", "The fever Ebola is back.")
    assert not is_shouted_word("EBOLA", "The fever is back, and the EBOLA ward is full.")
