"""Articles put together from real paragraphs and made-up furniture, so that every part is known."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex

from benchmarks import corpus
from newslint.document import Field

Part = tuple[Field, str]

_PEOPLE = (
    "Ines Park",
    "Ola Moe",
    "Marta Quill",
    "Tomas Berg",
    "Ruth Adeyemi",
    "Jonas Falk",
    "Lena Ortiz",
    "Peter Nwosu",
    "Amina Yusuf",
    "Karin Voss",
    "Anne-Marie O'Dea",
    "Jan van den Berg",
)
_CITIES = (
    ("ANKARA, Turkey", "Ankara"),
    ("HARARE", "Harare"),
    ("NEW YORK", "New York"),
    ("ST. LOUIS", "St. Louis"),
    ("DES MOINES, Iowa", "Des Moines"),
    ("CAIRO", "Cairo"),
    ("RIO DE JANEIRO", "Rio de Janeiro"),
    ("BENGHAZI, Libya", "Benghazi"),
    ("LONDON", "London"),
    ("WASHINGTON", "Washington"),
    ("KUALA LUMPUR, Malaysia", "Kuala Lumpur"),
    ("TBILISI", "Tbilisi"),
)
_AGENCIES = ("AP", "Reuters", "UPI", "AFP", "Coast Press")
_DAYS = ("Aug 2", "Nov. 19", "March 3", "3 July", "Sept 21")


_CLOSED = regex.compile(r"[.!?][\"”’']?$", regex.V0)
# Paragraphs that bring furniture of their own: datelines, notes, credits, captions.
_NO_STORY = regex.compile(
    r"^\(|^\p{Lu}[\p{L} .,\d]{2,40}(?:\([^()]*\) ?)?[―—–-]{1,2} |^\w+, \w+ \d|^[Ee]ditor|"
    r"contributed|Image:|@|\bnote:|^By |— —|^<|support of our readers",
    regex.V0,
)


class Assembled(NamedTuple):
    """An article of a known form: its text, and its parts in order."""

    form: str
    text: str
    parts: tuple[Part, ...]


def articles(number: int, seed: int = 1) -> Iterator[Assembled]:
    """Yield articles of the forms in turn, each from a title and paragraphs of a real one."""
    draw = random.Random(seed)
    sources = list(_sources())
    draw.shuffle(sources)
    forms = (_wire, _labelled, _web)
    for position, (title, paragraphs) in enumerate(sources[:number]):
        form = forms[position % len(forms)]
        yield form(draw, title, paragraphs)


def _sources() -> Iterator[tuple[str, list[str]]]:
    """Yield titles, and story paragraphs that hold nothing but story."""
    for name in ("wikinews_2019_2020.dev", "hyperpartisan_byarticle.dev", "polnear.dev"):
        for row in corpus.load(name):
            lines = [line.strip() for line in str(row["text"]).split("\n")]
            story = [line for line in lines if len(line) > 120 and _CLOSED.search(line)]
            story = [line for line in story if not _NO_STORY.search(line)]
            title = str(row.get("title") or "").strip()
            if 20 <= len(title) <= 150 and "\n" not in title and len(story) >= 5:
                yield title, story[:8]


def _joined(form: str, parts: Sequence[Part]) -> Assembled:
    """Join parts by blank lines; a dateline stands in its paragraph."""
    text = ""
    for number, (_, words) in enumerate(parts):
        above = parts[number - 1] if number else None
        runs_in = above is not None and above[0] is Field.DATELINE and above[1][-1] in "-—–"
        text += (" " if runs_in else "\n\n" if text else "") + words
    return Assembled(form, text + "\n", tuple(parts))


def _body(paragraphs: Sequence[str]) -> list[Part]:
    return [(Field.BODY, paragraph) for paragraph in paragraphs]


def _wire(draw: random.Random, title: str, paragraphs: Sequence[str]) -> Assembled:
    writer, other = draw.sample(_PEOPLE, 2)
    city, plain = draw.choice(_CITIES)
    agency, day = draw.choice(_AGENCIES), draw.choice(_DAYS)
    dateline = draw.choice(
        (
            f"{city} ({agency}) —",
            f"{city}, {day} ({agency}) -",
            f"{city} —",
            f"{plain}, {day} ({agency}) -",
        )
    )
    head: list[Part] = []
    if draw.random() < 0.5:
        head.append(
            (
                Field.FURNITURE,
                draw.choice(
                    (
                        "BC-EU--Harbour Strike, 1st Ld-Writethru",
                        "Slug: harbour-strike",
                        "EMBARGOED UNTIL 0600 GMT MONDAY",
                        "HARBOUR-STRIKE/TALKS (UPDATE 2)",
                    )
                ),
            )
        )
    head.append((Field.HEADLINE, title))
    head.append(
        (
            Field.BYLINE,
            draw.choice(
                (
                    f"By {writer}",
                    f"By {writer} and {other}",
                    f"By {writer.upper()}",
                    f"By {writer} in {plain}",
                    f"By {writer}, {agency}",
                )
            ),
        )
    )
    foot: list[Part] = []
    if draw.random() < 0.5:
        foot.append(
            (
                Field.FURNITURE,
                draw.choice(
                    (
                        f"(Reporting by {writer}; Editing by {other})",
                        f"Reporting by {writer}; editing by {other}",
                        f"{other} contributed to this report.",
                    )
                ),
            )
        )
    if draw.random() < 0.3:
        foot.append(
            (
                Field.CORRECTION,
                draw.choice(
                    (
                        "(This story corrects the second paragraph to say that nobody was hurt.)",
                        "Correction: An earlier version of this story misspelled the ship's name.",
                    )
                ),
            )
        )
    foot.append(
        (Field.FURNITURE, draw.choice(("(MORE)", "ENDS", "-30-", f"© 2020 {agency}", "###")))
    )
    return _joined("wire", [*head, (Field.DATELINE, dateline), *_body(paragraphs), *foot])


def _labelled(draw: random.Random, title: str, paragraphs: Sequence[str]) -> Assembled:
    writer = draw.choice(_PEOPLE)
    bio = draw.choice(
        (
            "Graduated From the University of Tarn. Previously worked as a cook.",
            f"{writer} has covered the coast for the Tarn Post since 2014.",
            "Studied history at Lowick. He has been at the Post since 2011.",
        )
    )
    head: list[Part] = [(Field.HEADLINE, title)]
    foot: list[Part] = []
    if draw.random() < 0.5:
        foot = [(Field.BIO, f"Author: {writer}"), (Field.BIO, bio)]
        foot.append(
            (
                Field.BIO,
                draw.choice(
                    ("Function: Chief-Editor", "Position: reporter", "E-mail: desk@example.org")
                ),
            )
        )
    else:
        head.append(
            (
                Field.BYLINE,
                draw.choice((f"Author: {writer}", f"By: {writer}", f"Written by: {writer}")),
            )
        )
        foot = [(Field.BIO, "About the author"), (Field.BIO, bio)]
    if draw.random() < 0.4:
        head.append(
            (
                Field.CAPTION,
                draw.choice(
                    (
                        f"Photo: {writer}",
                        "The harbour on Monday. Photo: Coast Press",
                        "FILE - Ships lie in the harbour of Tarn in 2019.",
                        "Image: Coast Press/Ola Moe",
                    )
                ),
            )
        )
    return _joined("labels", [*head, *_body(paragraphs), *foot])


def _web(draw: random.Random, title: str, paragraphs: Sequence[str]) -> Assembled:
    writer, other = draw.sample(_PEOPLE, 2)
    head: list[Part] = [(Field.HEADLINE, title)]
    if draw.random() < 0.5:
        head.append(
            (
                Field.STANDFIRST,
                draw.choice(
                    (
                        "What the council decided on Monday and what it means for the town",
                        "Three months of talks end with a plan that few had expected",
                        "Residents fear for the harbour as the yard prepares to close",
                    )
                ),
            )
        )
    head.append(
        (
            Field.BYLINE,
            draw.choice(
                (
                    f"By {writer}",
                    f"By {writer}, Coast Press",
                    f"By {writer} and {other}",
                    f"Words by {writer}",
                    f"By {writer}, Staff Writer",
                    "By our staff",
                    "By The Associated Press",
                )
            ),
        )
    )
    if draw.random() < 0.4:
        head.append(
            (Field.DATELINE, draw.choice(("March 3, 2020", "Monday, 3 August 2020", "2020-08-03")))
        )
    foot: list[Part] = []
    if draw.random() < 0.6:
        foot.append(
            (
                Field.BIO,
                draw.choice(
                    (
                        f"{writer} is a reporter at the Tarn Post. Find her on Twitter @tarnpost.",
                        f"{writer} covers the coast for the Tarn Post.",
                        f"{writer} is the author of “The Long Shore” and lives in Lowick.",
                    )
                ),
            )
        )
    if draw.random() < 0.4:
        foot.append(
            (
                Field.CORRECTION,
                draw.choice(
                    (
                        "This article has been updated to add a comment from the mayor.",
                        "Clarification: The talks were held by telephone.",
                    )
                ),
            )
        )
    if draw.random() < 0.5:
        foot.append(
            (
                Field.FURNITURE,
                draw.choice(
                    (
                        "Related: What the fire cost",
                        "Read more",
                        "https://example.org/tarn/harbour",
                        "Share this article",
                        "Advertisement",
                    )
                ),
            )
        )
    body = _body(paragraphs)
    if draw.random() < 0.3 and (pulled := _sentence(paragraphs[3])):
        body.insert(3, (Field.PULLQUOTE, f"“{pulled}”"))
    return _joined("web", [*head, *body, *foot])


def _sentence(paragraph: str) -> str:
    """Return the first sentence of a paragraph that goes on, if it is fit to be pulled out."""
    match = regex.match(r"[^“”\"'.!?]{40,160}\.(?= \p{Lu})", paragraph, regex.V0)
    return match.group() if match else ""
