"""Images without a description, a caption or a credit, in the formats that have images."""

from __future__ import annotations

import pytest

from newslint.checks.image_text import ImageText, Parameters
from newslint.context import Context
from newslint.readers import ReadOptions, read

STORY = "<p>The ferry between Tarn and the islands will sail again on Monday, its owner said.</p>"


def found(text: str, missing: str, name: str = "page.html") -> list[tuple[str, str]]:
    """Return (words, image or caption) of what is missing."""
    (document,) = read(text.encode(), name, ReadOptions()).documents
    check = ImageText(Parameters(missing))  # type: ignore[arg-type]
    return [
        (hit.span.of(document.text), hit.values["image"] or hit.values["found"])
        for hit in check.hits(document, Context())
    ]


def page(figure: str) -> str:
    """Return a page with a figure above its story."""
    return f'<html lang="en"><body><article><h1>Ferry sails</h1>{figure}{STORY}</article></body></html>'


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        ('<figure><img src="a.jpg" alt="A ferry"></figure>', [("The", "a.jpg")]),
        ('<figure><img src="a.jpg"><figcaption> </figcaption></figure>', [("The", "a.jpg")]),
        ('<p><img src="a.jpg" alt="A ferry"></p>', [("The", "a.jpg")]),
        ('<figure><img src="a.jpg"><figcaption><b>A ferry</b></figcaption></figure>', []),
        ('<p><img src="a.jpg"></p><p class="caption">A ferry</p>', []),
        ('<p><img src="line.png" role="presentation" alt=""></p>', []),
    ],
)
def test_images_of_a_page_without_a_caption(figure: str, expected: list[tuple[str, str]]) -> None:
    assert found(page(figure), "caption") == expected


@pytest.mark.parametrize(
    ("caption", "expected"),
    [
        ("The ferry leaves Tarn", [("The", "The ferry leaves Tarn")]),
        ("The ferry leaves Tarn. Photo: Jo Day", []),
        ("The ferry leaves Tarn (Coast Press)", []),
        ("The ferry leaves Tarn © Jo Day", []),
    ],
)
def test_captions_of_a_page_without_a_credit(caption: str, expected: list[tuple[str, str]]) -> None:
    figure = f'<figure><img src="a.jpg" alt="A ferry"><figcaption>{caption}</figcaption></figure>'
    assert found(page(figure), "credit") == expected


def test_the_text_of_an_image_names_no_photographer() -> None:
    assert found(page('<p><img src="a.jpg" alt="A ferry at sea"></p>'), "credit") == []
    markdown = "# Ferry sails\n\n![A ferry at sea](a.jpg)\n\nThe ferry sails again on Monday.\n"
    assert found(markdown, "credit", "article.md") == []


def test_a_credit_may_stand_on_the_next_line() -> None:
    text = (
        "Ferry sails again\n\nThe ferry sails on Monday, its owner said in Tarn.\n\n"
        "FILE - The ferry leaves Tarn in 2019.\n\nPhoto: Jo Day\n"
    )
    assert found(text, "credit", "article.txt") == []


def test_images_of_markdown_without_a_description() -> None:
    markdown = "# Ferry sails\n\n![](a.jpg)\n\nThe ferry sails again on Monday.\n"
    assert found(markdown, "description", "article.md") == [("The", "a.jpg")]
