from __future__ import annotations

import pytest

from newslint.document import Document, Field
from newslint.errors import NewslintError
from newslint.readers import read
from newslint.span import Span

PAGE = """<!doctype html>
<html lang="en-GB"><head><title>Mayor quits | The Post</title>
<meta property="article:published_time" content="2026-11-04T09:00:00Z">
<script>var x = "<p>not this</p>";</script>
</head><body class="with-sidebar"><header class="site-header"><nav><a href="/">Home</a></nav></header>
<main>
<article class="story">
<header><h1>Mayor &ldquo;quits&rdquo;</h1><p class="article__standfirst">After ten
   years &amp; more</p><div class="byline">By <a rel="author">Ann Lee</a>
   <time datetime="2026-11-05">5 Nov</time></div></header>
<figure><img src=a.jpg alt="A man &amp; dog"><figcaption>The mayor. Photo: X</figcaption></figure>
<p>LEEDS &mdash; The mayor, who    had <b>ten</b> years,
   said <q>no</q>.<p>Second para.<br><br>Third one.
<blockquote><p>Quote here</p></blockquote>
<aside class="related-stories"><p>Read more here</p></aside>
<aside class="pullquote">Pull me</aside>
<!-- newslint-disable core/x -- why -->
<div class="share-tools">Share</div>
<ul><li>One</li><li>Two <i>x</i></li></ul>
<h2>Next</h2>
<table><tr><th>A</th><td>1</td></tr></table>
<p>Run <code>ls</code>.</p>
<p lang="fr">Une phrase.</p>
<p hidden>Not seen</p><p style="display: none">Nor this</p>
<p class="correction">We got it wrong.</p>
<footer><p class="author-bio">Ann Lee covers courts.</p></footer>
</article></main>
<footer>Copyright</footer></body></html>
"""


def page(html: str) -> Document:
    return read(html.encode(), "a.html").documents[0]


def blocks(document: Document) -> list[tuple[str | None, str]]:
    return [(each.field, each.span.of(document.text)) for each in document.blocks]


def source_of(document: Document, words: str) -> str:
    start = document.text.index(words)
    return document.offsets.source(Span(start, start + len(words))).of(document.source)


def editable(document: Document, words: str) -> bool:
    start = document.text.index(words)
    span = document.offsets.literal(Span(start, start + len(words)))
    return span is not None and span.of(document.source) == words


def test_an_article_page():
    document = page(PAGE)
    assert blocks(document) == [
        (Field.HEADLINE, "Mayor “quits”"),
        (Field.STANDFIRST, "After ten years & more"),
        (Field.BYLINE, "By Ann Lee"),
        (Field.CAPTION, "A man & dog"),
        (Field.CAPTION, "The mayor. Photo: X"),
        (None, "LEEDS — The mayor, who had ten years, said “no”."),
        (None, "Second para."),
        (None, "Third one."),
        (None, "Quote here"),
        (Field.PULLQUOTE, "Pull me"),
        (None, "One"),
        (None, "Two x"),
        (None, "Next"),
        (None, "A"),
        (None, "1"),
        (None, "Run ls."),
        (None, "Une phrase."),
        (Field.CORRECTION, "We got it wrong."),
        (Field.BIO, "Ann Lee covers courts."),
    ]
    assert document.language == "en-GB"
    assert document.metadata["date"] == "2026-11-04"
    kinds = {each.span.of(document.text): each for each in document.blocks}
    assert kinds["Quote here"].kind == "quote"
    assert kinds["Two x"].kind == "list item"
    assert (kinds["Next"].kind, kinds["Next"].level) == ("heading", 2)
    assert kinds["1"].kind == "cell"
    assert kinds["Une phrase."].language == "fr"
    assert [span.of(document.text) for span in document.masked] == ["ls"]


def test_words_map_to_their_characters():
    document = page(PAGE)
    assert source_of(document, "—") == "&mdash;"
    assert source_of(document, "“quits") == "&ldquo;quits"
    assert source_of(document, "dog") == "dog"
    assert source_of(document, "& dog") == "&amp; dog"
    assert source_of(document, "ten years, said") == "ten</b> years,\n   said"
    assert editable(document, "The mayor, who")
    assert not editable(document, "years & more")
    assert not editable(document, "who had")
    assert source_of(document, "no”") == "no"


def test_a_suppression_in_a_comment():
    (directive,) = page(PAGE).directives
    assert (directive.action, directive.rules, directive.reason) == ("disable", ("core/x",), "why")
    assert directive.span.of(PAGE) == "<!-- newslint-disable core/x -- why -->"
    document = page(PAGE)
    assert document.text.index("Pull me") < directive.position <= document.text.index("One")


def test_a_bare_page():
    document = page("<h1>Head</h1><p>One.<p>Two.")
    assert blocks(document) == [(Field.HEADLINE, "Head"), (None, "One."), (None, "Two.")]


def test_a_page_without_paragraphs():
    document = page("<div class='content'><h1>Head</h1>One line<br>second<br><br>Next</div>")
    assert blocks(document) == [
        (Field.HEADLINE, "Head"),
        (None, "One line\nsecond"),
        (None, "Next"),
    ]


def test_only_the_first_main_heading_is_the_headline():
    document = page("<h1>Head</h1><p>One.</p><h1>Sub</h1><p>Two.</p>")
    assert blocks(document)[2] == (None, "Sub")


def test_what_stands_around_the_text_is_found():
    document = page(
        "<body><div class='hero'><h1>Head</h1><p class='dek'>Deck</p><span class='author'>Ann Lee"
        "</span></div><div class='teaser'>Other news</div><div itemprop='articleBody'><p>"
        + "Text. " * 9 + "</p></div><div class='about-the-author'>Ann covers courts.</div></body>"
    )  # fmt: skip
    assert blocks(document) == [
        (Field.HEADLINE, "Head"),
        (Field.STANDFIRST, "Deck"),
        (Field.BYLINE, "Ann Lee"),
        (None, ("Text. " * 9).strip()),
        (Field.BIO, "Ann covers courts."),
    ]


JSON_LD = r"""<html><head><script type="application/ld+json">
{"@graph": [{"@type": "WebSite", "headline": "No"}, {"@type": ["NewsArticle"],
 "headline": "Mayor \"quits\"", "inLanguage": "en-US", "datePublished": "2026-11-05T10:00:00Z",
 "author": [{"@type": "Person", "name": "Ann Lee", "description": "Ann covers courts."}],
 "articleBody": "One.\n\nTwo."}]}</script></head><body>BODY</body></html>"""


def test_the_pages_data_fill_what_the_page_does_not_show():
    document = page(JSON_LD.replace("BODY", "<p>Shown.</p>"))
    assert blocks(document) == [
        (None, "Shown."),
        (Field.HEADLINE, 'Mayor "quits"'),
        (Field.BYLINE, "Ann Lee"),
        (Field.BIO, "Ann covers courts."),
    ]
    assert source_of(document, '"quits"') == r"\"quits\""
    assert (document.language, document.metadata["date"]) == ("en-US", "2026-11-05")


def test_the_body_may_stand_in_the_pages_data_only():
    document = page(JSON_LD.replace("BODY", "<div id='app'></div>"))
    assert blocks(document)[:2] == [(None, "One."), (None, "Two.")]


def test_a_word_processors_export():
    document = page(
        '<html><head><style>@import url(x)</style></head><body class="c4 doc-content">'
        '<p class="c2 title"><span class="c1">Head</span></p><p class="c2 subtitle">Deck</p>'
        '<p class="c2"><span>Some</span><span class="c9"> words</span><sup><a href="#cmnt1" '
        'id="cmnt_ref1">[a]</a></sup>.</p><div class="c5"><p><a href="#cmnt_ref1" id="cmnt1">[a]'
        "</a>Check this</p></div></body></html>"
    )
    assert blocks(document) == [
        (Field.HEADLINE, "Head"),
        (Field.STANDFIRST, "Deck"),
        (None, "Some words."),
    ]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"<meta charset=iso-8859-1><p>It\x92s caf\xe9", "It’s café"),
        ("<meta charset=iso-8859-1><p>café".encode(), "café"),
        ("<p>café".encode("utf-16"), "café"),
    ],
)
def test_encodings(data: bytes, text: str):
    assert read(data, "a.html").documents[0].text == text


@pytest.mark.parametrize(
    "html",
    [
        "<html><body><nav>Home</nav></body></html>",
        "<title>x</title>",
        "<h1>Only a headline</h1>",
    ],
)
def test_a_page_without_an_article(html: str):
    with pytest.raises(NewslintError, match="no article in the page"):
        page(html)


def test_too_many_tags_are_refused():
    with pytest.raises(NewslintError, match="more than 200,000 tags"):
        page("<p>x" * 200_001)


def test_deep_nesting_is_read():
    assert blocks(page("<div>" * 20_000 + "Words here" + "</div>" * 20_000)) == [
        (None, "Words here")
    ]
