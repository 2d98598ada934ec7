import pytest

from newslint.annotate.acronyms import Fit, acronyms, initials
from newslint.document import Document


def defined(text: str) -> list[tuple[str, str, Fit]]:
    return [
        (acronym.letters, each.long.of(text), each.fit)
        for acronym in Document.from_text(text).layer(acronyms)
        for each in acronym.definitions
    ]


@pytest.mark.parametrize(
    ("text", "long"),
    [
        ("The Northern Rivers Council (NRC) met.", "Northern Rivers Council"),
        ("The Board of Trade and Industry (BTI) met.", "Board of Trade and Industry"),
        ("A Search and Tracking System (SATS) failed.", "Search and Tracking System"),
        ("Countering Piracy’s Allies Act (CPAA) passed.", "Countering Piracy’s Allies Act"),
        ("The Trans-Alpine Pact (TAP) is signed.", "Trans-Alpine Pact"),
        ("The US Sea Force (USSF) sailed.", "US Sea Force"),
        ("The NRC (Northern Rivers Council) met.", "Northern Rivers Council"),
        ("The Northern Rivers Council (“NRC”) met.", "Northern Rivers Council"),
        ("“The Northern Rivers Council [NRC] met.”", "Northern Rivers Council"),
        ("Two Northern Rivers Councils (NRCs) met.", "Northern Rivers Councils"),
        ("The United Coast (U.C.) is one.", "United Coast"),
    ],
)
def test_definitions_in_either_order(text: str, long: str) -> None:
    assert [(found, fit) for _, found, fit in defined(text)] == [(long, Fit.INITIALS)]


def test_letters_from_inside_words() -> None:
    assert defined("A cooperative telematics net (COTEN) failed.") == [
        ("COTEN", "cooperative telematics net", Fit.INSIDE)
    ]


def test_a_name_whose_letters_do_not_fit() -> None:
    text = "The Northern Rivers Fishing Council (XQ) met."
    assert defined(text) == [("XQ", "Northern Rivers Fishing Council", Fit.NONE)]


@pytest.mark.parametrize(
    "text",
    [
        "A crowd (UN forces) fled.",
        "He sang (LOUDLY AND CLEARLY TO ALL) for us.",
        "((NRC)) What is new, Rivers Council?",
        "He met the council of Lund [NRC].",
    ],
)
def test_what_is_no_definition(text: str) -> None:
    assert defined(text) == []


def test_uses_are_counted_across_spellings() -> None:
    text = "The U.C. spoke. UC aides wept; NGOs and an NGO left. Part II of F-35 and K-30."
    found = Document.from_text(text).layer(acronyms)
    assert [(each.letters, len(each.uses)) for each in found] == [("UC", 2), ("NGO", 2)]


def test_shouted_sentences_hold_no_acronyms() -> None:
    assert Document.from_text("FISH PRICES RISE IN LUND").layer(acronyms) == ()


def test_initials_leave_small_words_out() -> None:
    assert initials("Board of Trade and the US Navy") == "BTUSN"
