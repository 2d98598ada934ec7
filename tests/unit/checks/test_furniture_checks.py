"""Checks of headline, standfirst and bio beyond the examples of their rules."""

from __future__ import annotations

from datetime import date

import pytest

from newslint.checks.author_registry import AuthorRegistry
from newslint.checks.author_registry import Parameters as RegistryParameters
from newslint.checks.bio_tense import BioTense
from newslint.checks.bio_tense import Parameters as TenseParameters
from newslint.checks.headline_hedges import HeadlineHedges
from newslint.checks.headline_hedges import Parameters as HedgeParameters
from newslint.checks.headline_stop import HeadlineStop
from newslint.checks.headline_stop import Parameters as StopParameters
from newslint.checks.headline_support import HeadlineSupport
from newslint.checks.headline_support import Parameters as SupportParameters
from newslint.context import Author, Contact, Context
from newslint.document import Block, BlockKind, Document, Field
from newslint.finding import Edit, Severity
from newslint.span import Span

STORY = (
    "The ferry between Tarn and the islands may carry passengers again from Monday, its owner said "
    "on Friday. It lay in dry dock for three months, and forty of its crew were sent home."
)


def article(**fields: str) -> Document:
    """Return an article of the fields given, each a block of its own, above a story."""
    text, blocks = "", []
    for name, words in fields.items():
        blocks.append(Block(Span(len(text), len(text) + len(words)), BlockKind.VALUE, Field(name)))
        text += f"{words}\n\n"
    story = Block(Span(len(text), len(text) + len(STORY)))
    return Document(text + STORY, [*blocks, story])


def bio(words: str, byline: str = "Ines Park") -> Document:
    """Return a document of a byline and a bio."""
    return article(byline=byline, bio=words)


@pytest.mark.parametrize(
    ("stop", "words", "found", "edit"),
    [
        ("never", "The repairs took long.", "long.", ("", 1)),
        ("never", "The repairs took long. Nobody was hurt.", "", None),
        ("never", "The repairs took long", "", None),
        ("always", "The repairs took long", "long", (".", 0)),
        ("always", "Who was on board?", "", None),
        ("with others", "The repairs took long. Nobody was hurt", "hurt", (".", 0)),
        ("with others", "The repairs took long", "", None),
        ("with others", "Nobody was hurt, says Dr. Ines Park", "", None),
        ("with others", "Nobody was hurt, says I. Park", "", None),
    ],
)
def test_the_stop_of_a_standfirst_by_house(
    stop: str, words: str, found: str, edit: tuple[str, int] | None
) -> None:
    parameters = StopParameters(part=Field.STANDFIRST, stop=stop)  # type: ignore[arg-type]
    hits = list(HeadlineStop(parameters).hits(article(standfirst=words), Context()))
    assert [hit.span.of(words) for hit in hits] == ([found] if found else [])
    if edit is not None:
        start = len(words) - edit[1]
        assert hits[0].edits == (Edit(Span(start, len(words)), edit[0]),)


def test_what_a_standfirst_counts_and_quotes_stands_in_the_story() -> None:
    document = article(
        headline="Ferry to sail again",
        standfirst="It cost 60 jobs, and ‘nobody will be held liable’",
    )
    parameters = SupportParameters(part=Field.STANDFIRST, shortest=20)
    hits = list(HeadlineSupport(parameters).hits(document, Context()))
    assert [(hit.span.of(document.text), hit.values["what"]) for hit in hits] == [
        ("‘nobody will be held liable’", "quotes"),
        ("60", "has the figure"),
    ]


def test_the_headline_does_not_support_the_standfirst() -> None:
    document = article(headline="Ferry cost 60 jobs", standfirst="The 60 jobs are lost for good")
    parameters = SupportParameters(part=Field.STANDFIRST, shortest=20)
    hits = list(HeadlineSupport(parameters).hits(document, Context()))
    assert [hit.span.of(document.text) for hit in hits] == ["60"]


def test_a_standfirst_that_drops_a_doubt() -> None:
    document = article(
        headline="Good news from the yard", standfirst="Ferry carries passengers on Monday"
    )
    parameters = HedgeParameters(part=Field.STANDFIRST, verbs=("may",))
    hits = list(HeadlineHedges(parameters).hits(document, Context()))
    assert [(hit.span.of(document.text), hit.values["hedged"]) for hit in hits] == [
        ("carries", "may carry")
    ]


@pytest.mark.parametrize(
    ("words", "found", "advice"),
    [
        (
            "Since 2014 she works at the Tarn Post.",
            "works",
            "with “since 2014”, write “has worked”",
        ),
        ("Since 2014, Ines Park was its editor.", "was", "with “since 2014”, write “has been”"),
        ("Ines Park is editor of the Tarn Post since 2014.", "is", "write “has been”"),
        ("She lives in Harlow with two cats since 2014.", "lives", "write “has lived”"),
        ("They are reporters at the Tarn Post since 2014.", "are", "write “have been”"),
        ("She now wrote from Harlow.", "wrote", "with “now”, write “writes”"),
        ("She was currently editor of the coast desk.", "was", "with “currently”, write “is”"),
    ],
)
def test_tenses_that_do_not_fit(words: str, found: str, advice: str) -> None:
    document = bio(words)
    hits = list(BioTense(TenseParameters()).hits(document, Context()))
    assert [hit.span.of(document.text) for hit in hits] == [found]
    assert advice in hits[0].values["advice"]


@pytest.mark.parametrize(
    "words",
    [
        "She has worked at the Tarn Post since 2014.",
        "Ines Park is editor of the Tarn Post, where she has worked since 2014.",
        "She writes about life on the coast since 1989.",
        "She is the author of three books and has lived in Harlow since 2014.",
        "Ines Park is a member of the council that has sat since 2014.",
        "Ines Park was a reporter at the Tarn Post from 2004 to 2014.",
        "Ines Park, who was a reporter, is now an editor.",
    ],
)
def test_tenses_that_fit(words: str) -> None:
    assert list(BioTense(TenseParameters()).hits(bio(words), Context())) == []


def test_the_post_of_somebody_who_did_not_write_may_be_over() -> None:
    words = "Ines Park was a reporter at the Tarn Post."
    hits = list(BioTense(TenseParameters()).hits(bio(words), Context()))
    assert [(hit.values["found"], hit.severity) for hit in hits] == [("was", Severity.SUGGESTION)]
    assert list(BioTense(TenseParameters()).hits(bio(words, "Ola Moe"), Context())) == []


PARK = Author(
    "Ines Park",
    bio="Ines Park covers the coast's harbours. She joined the Tarn Post in 2014.",
    contact=Contact(email="ines.park@example.org"),
)


def registered(words: str) -> list[tuple[str, str]]:
    """Return (words, message filled in) for a bio held against the registry."""
    document = bio(words)
    hits = AuthorRegistry(RegistryParameters()).hits(document, Context(authors=(PARK,)))
    return [(hit.span.of(document.text), hit.message.format(**hit.values)) for hit in hits]


def test_a_bio_that_says_other_things_than_the_registry() -> None:
    assert registered(
        "Ines Park covers the coast’s harbours. She joined the Tarn Post in 2016."
    ) == [
        (
            "She joined the Tarn Post in 2016.",
            (
                "The registry's bio of Ines Park reads “She joined the Tarn Post in 2014.”, the "
                "article's “She joined the Tarn Post in 2016.”."
            ),
        )
    ]


def test_a_wholly_different_bio_is_shown_beside_all_of_the_registry() -> None:
    ((found, message),) = registered("Ines Park writes about bees.")
    assert found == "Ines Park writes about bees."
    assert (
        "reads “Ines Park covers the coast's harbours. She joined the Tarn Post in 2014.”"
        in message
    )


@pytest.mark.parametrize(
    "words",
    [
        "Ines Park covers the coast’s harbours.",
        "Ines  Park covers the coast's harbours. Write to her: ines.park@example.org.",
        "Ines Park covers the coast’s harbours. Follow her on Twitter.",
    ],
)
def test_a_bio_may_say_less_and_how_to_reach_its_writer(words: str) -> None:
    assert registered(words) == []


def test_a_registry_without_bios_compares_none() -> None:
    document = bio("Ines Park writes about bees.")
    authors = (Author("Ines Park"),)
    assert list(AuthorRegistry(RegistryParameters()).hits(document, Context(authors=authors))) == []


def test_what_follows_from_two_figures_of_the_story_is_supported() -> None:
    text = (
        "Park has counted bees since 1995, in a field of her own behind the harbour of the town. The "
        "price of honey fell to 7,200 crowns a ton from 9,000, she says, and she will not sell."
    )
    standfirst = "After 31 years she blames a 20% drop, a 40% drop and 50 years of neglect"
    document = Document(
        f"{standfirst}\n\n{text}",
        [
            Block(Span(0, len(standfirst)), BlockKind.VALUE, Field.STANDFIRST),
            Block(Span(len(standfirst) + 2, len(standfirst) + 2 + len(text))),
        ],
    )
    parameters = SupportParameters(part=Field.STANDFIRST, shortest=20)
    hits = HeadlineSupport(parameters).hits(document, Context(date=date(2026, 7, 18)))
    assert [hit.span.of(document.text) for hit in hits] == ["40", "50"]
