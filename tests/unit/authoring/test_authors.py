"""Bios that differ from article to article."""

from __future__ import annotations

from newslint.authoring.authors import disagreements, printed
from newslint.document import Document

STORY = "The council met on Friday to talk about the bridge and the money that it will cost.\n\n"


def bio(path: str, words: str) -> list[object]:
    return list(printed(path, Document.from_text(STORY + words)))


def test_the_odd_bio_is_held_against_the_usual_one() -> None:
    found = [
        *bio("a.txt", "Ines Park is a reporter at the Tarn Post."),
        *bio("b.txt", "Ines Park is an editor at the Tarn Post."),
        *bio("c.txt", "Ines  Park is a reporter at the Tarn Post"),
    ]
    (pair,) = disagreements(found)
    assert (pair.odd.path, pair.odd.line, pair.usual.path) == ("b.txt", 3, "a.txt")


def test_bios_of_two_people_or_of_others_are_not_compared() -> None:
    found = [
        *bio("a.txt", "Ines Park is a reporter at the Tarn Post."),
        *bio("b.txt", "Ola Moe is a reporter at the Tarn Post."),
        *bio("c.txt", "Ines Park is a reporter. Ola Moe is an editor."),
    ]
    assert disagreements(found) == []
