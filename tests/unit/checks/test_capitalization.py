import pytest

from newslint.checks.capitalization import Capitalization, Parameters
from newslint.context import Context
from newslint.document import Block, Document, Field
from newslint.span import Span

STORY = (
    "The council of Harbour Bay will sell its old school to Ann Moss, who wants to close the pool."
)


def hits(headline, story=STORY, **parameters):
    text = f"{headline}\n\n{story}"
    blocks = [
        Block(Span(0, len(headline)), field=Field.HEADLINE),
        Block(Span(len(headline) + 2, len(text)), field=Field.BODY),
    ]
    check = Capitalization(Parameters(**parameters))
    check.fields = (Field.HEADLINE,)
    assert not list(check.problems())
    found = check.hits(Document(text, blocks), Context())
    return [(hit.span.of(text), hit.span.start, hit.replacement) for hit in found]


def test_sentence_case_lowers_what_the_story_writes_small():
    assert hits("Council to Sell Its School to Ann Moss", style="sentence") == [
        ("Sell", 11, "sell"),
        ("Its", 16, "its"),
        ("School", 20, "school"),
    ]


def test_sentence_case_points_at_the_story():
    check = Capitalization(Parameters(style="sentence"))
    text = "A School\n\nThey sold a school."
    document = Document(
        text, [Block(Span(0, 8), field=Field.HEADLINE), Block(Span(10, 29), field=Field.BODY)]
    )
    check.fields = (Field.HEADLINE,)
    (hit,) = check.hits(document, Context())
    assert [(each.span, each.message) for each in hit.related] == [
        (Span(22, 28), "without a capital in the story")
    ]


@pytest.mark.parametrize(
    "headline",
    [
        "Council to sell school to Ann Moss",
        "Harbour Bay council to sell Zed school",
        "COUNCIL TO SELL SCHOOL",
        "Council row: School is to close",
    ],
)
def test_sentence_case_leaves_names_and_beginnings(headline):
    assert hits(headline, style="sentence") == []


def test_title_case_raises_major_and_lowers_small_words():
    assert hits("Council to sell The School Of Harbour Bay", style="title") == [
        ("sell", 11, "Sell"),
        ("The", 16, "the"),
        ("Of", 27, "of"),
    ]


def test_the_house_chooses_its_small_words():
    headline = "Council With a Pool Between Us"
    assert hits(headline, style="title") == [("With", 8, "with")]
    assert hits(headline, style="title", capitalise_longer=3) == []
    assert hits(headline, style="title", small=("between", "a")) == [("Between", 20, "between")]


def test_kept_words_keep_their_form():
    assert hits("Council Buys iPhone for Ann", style="title") == []
    assert hits("Council Buys adidas Shoes", style="title", keep=("adidas",)) == []


def test_one_small_word_in_a_title_case_line_is_inconsistent():
    assert hits("Harbour Council to Close pool and Sell School", style="consistent") == [
        ("pool", 25, "Pool")
    ]


@pytest.mark.parametrize(
    "headline",
    [
        "Harbour council to close pool and sell school",
        "Harbour Council to Close Pool and Sell School",
        "Ann Moss and Bob Reed flop with Harbour Bay Council",
        "Council sells pool",
    ],
)
def test_lines_of_one_style_are_consistent(headline):
    assert hits(headline, style="consistent") == []


def test_problems():
    check = Capitalization(Parameters(style="consistent", share=0.2, fewest=1))
    assert [(each.key, each.message) for each in check.problems()] == [
        ("share", "'share' must be between 0.5 and 1"),
        ("fewest", "'fewest' must be 2 or more"),
    ]
