from newslint.checks.occurrence import Occurrence, Parameters
from newslint.context import Context
from newslint.document import Block, Document, Field
from newslint.span import Span


def hits(document, fields=(), **parameters):
    check = Occurrence(Parameters(**parameters))
    check.fields = fields
    assert not list(check.problems())
    if isinstance(document, str):
        document = body(document)
    return list(check.hits(document, Context()))


def body(*paragraphs, field=Field.BODY):
    text = "\n\n".join(paragraphs)
    blocks, start = [], 0
    for words in paragraphs:
        blocks.append(Block(Span(start, start + len(words)), field=field))
        start += len(words) + 2
    return Document(text, blocks)


LONG = "The mayor of the town spoke for a long time about the state of its roads."


def test_too_many_words_in_a_sentence_are_the_sentence():
    text = f"She came. {LONG} He left."
    (hit,) = hits(text, of="words", per="sentence", most=10)
    assert hit.span.of(text) == LONG
    assert hit.values == {"found": LONG, "count": "16", "most": "10", "fewest": "None"}
    assert not hits(text, of="words", per="sentence", most=16)


def test_the_match_too_many_points_at_the_others():
    text = "The latest car has the latest engine and the latest tyres."
    (hit,) = hits(text, words=("latest",), most=1, per="paragraph")
    assert hit.span.start == text.index("latest engine")
    assert hit.values["count"] == "3"
    assert [each.span.start for each in hit.related] == [4, text.index("latest tyres")]


def test_counting_in_the_article_joins_its_paragraphs():
    document = body("A lovely day it was.", "A lovely night it was.")
    assert not hits(document, words=("lovely",), most=1, per="paragraph")
    (hit,) = hits(document, words=("lovely",), most=1)
    assert hit.span == Span(24, 30)


def test_too_few_is_absent_and_stands_at_the_first_word():
    document = body("One source spoke.", "Nobody else did.")
    (hit,) = hits(document, patterns=(r"\bsaid\b",), fewest=1)
    assert (hit.span, hit.absent, hit.values["count"]) == (Span(0, 3), True, "0")


def test_only_the_first_paragraph_is_judged():
    document = body("Short lead.", LONG)
    assert not hits(document, of="words", per="paragraph", most=10, first=1)
    assert len(hits(document, of="words", per="paragraph", most=10)) == 1


def test_characters_and_sentences():
    assert len(hits("abcdef", of="characters", per="paragraph", most=5)) == 1
    assert not hits("abcdef", of="characters", per="paragraph", most=6)
    assert hits("One went. Two went.", of="sentences", per="paragraph", most=1)[0].span == Span(
        0, 19
    )


def test_a_sentence_inside_a_quotation_is_left_alone_on_request():
    text = f"“We met. {LONG} We left,” she said."
    assert len(hits(text, of="words", per="sentence", most=10)) == 1
    assert not hits(text, of="words", per="sentence", most=10, quoted=False)


def test_quoted_matches_do_not_count_on_request():
    text = "It was a nice day. “A nice day,” she said."
    assert len(hits(text, words=("nice",), most=1)) == 1
    assert not hits(text, words=("nice",), most=1, quoted=False)


def test_fields_that_the_rule_does_not_cover_are_not_counted():
    document = body("A nice day.", "A nice night.", field=Field.CAPTION)
    assert not hits(document, fields=(Field.BODY,), words=("nice",), most=1)
    assert len(hits(document, fields=(Field.CAPTION,), words=("nice",), most=1)) == 1


def test_problems():
    def said(**parameters):
        found = Occurrence(Parameters(**parameters)).problems()
        return [each if isinstance(each, str) else each.message for each in found]

    assert said(words=("a",)) == ["needs 'most' or 'fewest'"]
    assert said(words=("a",), most=1, fewest=2) == ["'most' is less than 'fewest'"]
    assert said(most=1) == [
        "needs 'words', 'patterns' or 'list', or an 'of' that counts something else"
    ]
    assert said(most=1, of="words", words=("a",)) == [
        "'words' and 'patterns' are for a count of matches"
    ]
