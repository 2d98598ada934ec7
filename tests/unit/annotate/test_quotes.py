"""Quotation marks of every style, joined over paragraphs and nested."""

from __future__ import annotations

import time

import pytest

from newslint.annotate.quotes import Quotation, QuoteKind, Quotes, quotes
from newslint.document import Block, BlockKind, Document
from newslint.span import Span


def read(text: str) -> Quotes:
    return Document.from_text(text).layer(quotes)


def shown(text: str) -> list[str]:
    return [each.span.of(text) for each in read(text).quotations]


def one(text: str) -> Quotation:
    (quotation,) = read(text).quotations
    return quotation


@pytest.mark.parametrize(
    "text",
    [
        "She said, [[“We will rebuild the pier.”]]",
        'She said, [["We will rebuild the pier."]]',
        "She said, [[''We will rebuild the pier.'']]",
        "She said, [[``We will rebuild the pier.'']]",
        "She said, [[‘We will rebuild the pier.’]]",
        "She said, [['We will rebuild the pier.']]",
        "Elle a dit [[«Nous le ferons demain»]] hier.",
        "Sie sagte: [[„Wir bauen das wieder auf“]], und ging.",
        'She said, [[“We will rebuild the pier."]]',
        "She said, [[“We will rebuild it.”]][[“And soon.”]]",
        "[[“We’ll do it,”]] she said. [[“It isn’t the ’90s any more.”]]",
        "The '90s and the summer of '04 were rock 'n' roll.",
        "The workers' union and the boys' school met in the hall.",
        'He is 6\'2" tall, the board 12" wide.',
        "He is 5' 10\" tall in his socks.",
        '[["The plank is 12" wide and 6\' long,"]] she said.',
        '[["It began in 2014"]] and [["it ends in 2020,"]] she said.',
        "He calls the ‘[[workers’ rights]]’ bill a sham.".replace("[[", "").replace("]]", ""),
        "The word—[[“never”]]—was underlined.",
        '([["never"]])',
        'She said.[["And then we left."]]',
    ],
)
def test_marks_of_every_style(text: str) -> None:
    plain = text.replace("[[", "").replace("]]", "")
    wanted = [piece.split("]]")[0] for piece in text.split("[[")[1:]]
    if "sham" in text:
        wanted = ["‘workers’ rights’"]
    assert shown(plain) == wanted


def test_quotation_within_a_quotation_has_depth() -> None:
    text = "“The mayor told me, ‘Not on my watch,’ and left,” she said."
    outer, inner = read(text).quotations
    assert (outer.depth, inner.depth) == (0, 1)
    assert inner.span.of(text) == "‘Not on my watch,’"
    assert read(text).outer == (outer,)


def test_quotation_opens_again_with_each_paragraph() -> None:
    text = "“The pier burned.\n\n“We will rebuild it,” she said. “Soon.”"
    first, second = read(text).quotations
    assert [part.of(text) for part in first.parts] == ["The pier burned.", "We will rebuild it,"]
    assert first.kind is QuoteKind.SPEECH
    assert second.span.of(text) == "“Soon.”"


def test_quotation_runs_on_without_opening_again() -> None:
    text = "“The pier burned.\n\nWe will rebuild it,” she said."
    assert [part.of(text) for part in one(text).parts] == [
        "The pier burned.",
        "We will rebuild it,",
    ]


def test_quotation_that_never_closes_ends_with_its_paragraph() -> None:
    text = "She said: “We will rebuild.\n\nThe pier burned in May."
    quotation = one(text)
    assert quotation.span.of(text) == "“We will rebuild."
    assert quotation.closing == ""
    assert not quotation.closed


def test_lost_end_is_found_where_the_next_quotation_opens() -> None:
    text = "“We will rebuild, she said. “Nobody was hurt in the fire.”"
    first, second = read(text).quotations
    assert first.span.of(text) == "“We will rebuild, she said. "
    assert second.span.of(text) == "“Nobody was hurt in the fire.”"
    assert (first.closed, second.closed) == (False, True)
    assert second.depth == 0


def test_closing_mark_that_closes_nothing_is_a_stray() -> None:
    text = "We will rebuild,” she said."
    assert read(text).quotations == ()
    assert [span.of(text) for span in read(text).strays] == ["”"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“We will rebuild the pier,” she said.", QuoteKind.SPEECH),
        ("She said it was “a sad day for all of us here”.", QuoteKind.PARTIAL),
        ("She called it “heroic” on Monday.", QuoteKind.PARTIAL),
        ("The so-called “experts” were wrong.", QuoteKind.SCARE),
        ("A “smart” bin stands on the quay.", QuoteKind.SCARE),
        ("She sang “The Lights of Marlow Pier” twice.", QuoteKind.TITLE),
        ("under the law “On the keeping of piers and harbours” he", QuoteKind.TITLE),
        ("a play called “Who ate the last kipper?” opened", QuoteKind.TITLE),
    ],
)
def test_kinds(text: str, kind: QuoteKind) -> None:
    assert one(text).kind is kind


def test_block_quotation_needs_no_marks() -> None:
    text = "She wrote:\n\nWe will rebuild.\n\nIt is “ours”.\n\nThat was all."
    spans = [Span(text.index(each), text.index(each) + len(each)) for each in text.split("\n\n")]
    kinds = [BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.QUOTE, BlockKind.PARAGRAPH]
    blocks = [Block(span, kind) for span, kind in zip(spans, kinds, strict=True)]
    block, inner = Document(text, blocks).layer(quotes).quotations
    assert block.kind is QuoteKind.BLOCK
    assert block.parts == (spans[1], spans[2])
    assert block.closed
    assert (inner.span.of(text), inner.depth) == ("“ours”", 1)


def test_quoted_means_the_words_and_not_the_marks() -> None:
    text = "“The pier burned.\n\n“We will rebuild,” she said."
    layer = read(text)
    burned, said = text.index("burned"), text.index("said")
    assert layer.quoted(Span(burned, burned + 6))
    assert not layer.quoted(Span(said, said + 4))
    assert not layer.quoted(Span(0, 1))
    assert layer.around(Span(burned, burned + 6)) == layer.quotations[0]
    assert layer.around(Span(said, said + 4)) is None


def test_masked_text_has_no_quotations() -> None:
    text = 'Type `"x" + "y"` and “enter” it.'
    code = Span(text.index("`"), text.rindex("`") + 1)
    document = Document(text, [Block(Span(0, len(text)))], masked=[code])
    assert [each.span.of(text) for each in document.layer(quotes).quotations] == ["“enter”"]


@pytest.mark.parametrize(
    "unit", ["“a ", '"a ', "“a\n\n", "'a ", "“‘", '12" ', "12\" 'a ", '"', "‘x’ “y "]
)
def test_time_grows_with_the_number_of_marks_only(unit: str) -> None:
    times = []
    for count in (1_000, 10_000):
        document = Document.from_text(unit * count)
        start = time.process_time()
        quotes(document)
        times.append(time.process_time() - start)
    assert times[1] < 40 * max(times[0], 0.005)
