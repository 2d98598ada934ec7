"""The view of a text that rules match: equal in length, with addresses out of sight."""

import pytest

from newslint.document import Document

GONE = "\ufffc"


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("See https://example.org/a_(b)c?d=1. It is new.", "https://example.org/a_(b)c?d=1"),
        ("The chart (of http://example.org/gold) is new.", "http://example.org/gold"),
        ("Ask www.example.org, or not.", "www.example.org"),
        ("Write to ann.moss+x@example.co.uk.", "ann.moss+x@example.co.uk"),
        ("“www.example.org”", "www.example.org"),
    ],
)
def test_addresses_are_masked_without_the_marks_after_them(text, address):
    folded = Document.from_text(text).folded
    assert folded == text.replace(address, GONE * len(address))


def test_variants_are_folded_and_the_length_is_kept():
    text = "Don’t\u00a0go\tnow, it\u2009isʼnt\u202fso."
    folded = Document.from_text(text).folded
    assert folded == "Don't go now, it is'nt so."
    assert len(folded) == len(text)
