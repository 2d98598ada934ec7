import pytest

from newslint.annotate.protected import protected
from newslint.document import Document
from newslint.span import Span


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("2.5 billion dollars", "$2.5 billion"),
        ("2.5 billion dollars", "$2.5bn"),
        ("nine", "9"),
        ("2/3", "two-thirds"),
        ("June 3rd", "June 3"),
        ("1500", "1,500"),
        ("Sept. 4", "September 4"),
    ],
)
def test_form_may_change(old: str, new: str) -> None:
    assert protected(Document.from_text(old)).allows(Span(0, len(old)), new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("2.5 billion", "2.5 million"),
        ("9", "8"),
        ("nine", "ten"),
        ("Monday", "Tuesday"),
        ("June 3", "July 3"),
        ("9" * 30, "8" * 30),
        ("4.0", ""),
    ],
)
def test_value_may_not(old: str, new: str) -> None:
    assert not protected(Document.from_text(old)).allows(Span(0, len(old)), new)
