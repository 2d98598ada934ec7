"""What the elements of a web page are, by the names that pages give them.

Class names, `itemprop` (schema.org) and `rel` are read word by word. The names are those that
newsrooms' own systems and the common content management systems write.
"""

from __future__ import annotations

import re
from functools import lru_cache

from newslint.document import Field
from newslint.readers.flow import Meaning
from newslint.readers.markup import Chars, Element

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_PARTING = re.compile(r"[\s_/:]+|-{2,}")

# The first that matches counts: a biography is named after its author too.
_FIELDS = {
    Field.PULLQUOTE: r"pull-?quote",
    Field.CORRECTION: r"corrections?|clarification|editors?-note",
    Field.BIO: r"(?:author|byline|contributor)-?(?:bio\w*|description|info|box|card)"
    r"|bio|biography|about-(?:the-)?author",
    Field.CAPTION: r"(?:[a-z]+-)*caption(?:-text)?|(?:photo|image)-credit",
    Field.STANDFIRST: r"standfirst|dek|deck|sub-?head(?:line|ing)?|sub-?title|strapline"
    r"|(?:article|post|entry|story)-(?:summary|excerpt|intro|standfirst|dek|deck)"
    r"|alternative-headline",
    Field.HEADLINE: r"headline|(?:article|entry|post|story)-(?:title|headline)",
    Field.DATELINE: r"dateline",
    Field.BYLINE: r"by-?line|(?:article-|post-|entry-|story-)?(?:byline|authors?)(?:-name)?|writer",
}
_FIELD_PATTERNS = [
    (field, re.compile(rf"(?<![\w-])(?:[a-z]{{1,3}}-)?(?:{names})(?![\w-])"))
    for field, names in _FIELDS.items()
]
_BOILERPLATE = re.compile(
    r"(?<![\w-])(?:nav\w*|menu|breadcrumbs?|(?:social-)?shar(?:e|ing)(?:-\w+)*|social(?:-\w+)*"
    r"|related(?:-\w+)*|recirc\w*|recommended(?:-\w+)*|read-(?:more|next)|more-(?:on|from)"
    r"|newsletter(?:-\w+)*|sign-?up|subscri\w*|promo\w*|advert\w*|ads?|ad-(?:slot|unit|container)"
    r"|sponsor\w*|comments?|disqus|cookies?(?:-\w+)*|consent|sidebar|site-(?:header|footer)|toolbar"
    r"|tags|topics|skip-link|sr-only|visually-hidden|screen-reader(?:-\w+)*|hidden|paywall|outbrain"
    r"|taboola|most-(?:read|popular)|trending|toc|timestamp|published|reading-time|kicker|eyebrow)"
    r"(?![\w-])"
)
_ASIDES = frozenset(("aside", "footer", "form", "dialog"))
# A byline or credit is short: what is longer under such a name is a container.
_MAX_LENGTH = {Field.BYLINE: 200, Field.DATELINE: 100, Field.HEADLINE: 400, Field.STANDFIRST: 1500}
_KEPT_IN_ASIDES = frozenset((Field.BIO, Field.CORRECTION, Field.PULLQUOTE))
_TIME_INLINE = frozenset(("p", "li", "td", "span", "em", "strong", "a", "blockquote"))


def names_of(element: Element) -> str:
    """Return the words an element is named by, in lower case and parted by spaces."""
    if not element.attributes:
        return ""
    given = (element.get(key) for key in ("class", "id", "itemprop", "rel"))
    words = " ".join(each for each in given if each)
    return _PARTING.sub(" ", _CAMEL.sub("-", words)).lower() if words else ""


def field_of(element: Element, *, document: bool = False) -> Field | None:
    """Tell which part of the article an element says it is; `document` for a word processor's."""
    names = names_of(element)
    if element.name == "figcaption":
        return Field.CAPTION
    if document:
        tokens = element.get("class").split()
        return next((field for name, field in _DOCUMENT_STYLES if name in tokens), None)
    if not names:
        return None
    for field in _fields_named(names):
        if len(element.text()) <= _MAX_LENGTH.get(field, 5000):
            return field
    return None


# The same names stand on hundreds of elements of one page.
@lru_cache(maxsize=2048)
def _fields_named(names: str) -> tuple[Field, ...]:
    return tuple(field for field, pattern in _FIELD_PATTERNS if pattern.search(names))


@lru_cache(maxsize=2048)
def _is_boilerplate(names: str) -> bool:
    return _BOILERPLATE.search(names) is not None


_DOCUMENT_STYLES = (("title", Field.HEADLINE), ("subtitle", Field.STANDFIRST))


class PageFields:
    """The meaning of every element of a page, decided once from the top down."""

    def __init__(self, root: Element, *, document: bool = False) -> None:
        self._meanings: dict[int, Meaning] = {}
        self._document = document
        self._weights: dict[int, int] = {}
        self._headline = next((each for each in root.walk() if each.name == "h1"), None)
        # Paragraphs weigh; on a page without any, all text does.
        self._paragraphs = any(each.name == "p" for each in root.walk())
        self._total = self._weigh(root) or 1
        self._decide(root)

    def __call__(self, element: Element) -> Meaning | None:
        """Return what was decided of an element."""
        return self._meanings.get(id(element))

    def weight(self, element: Element) -> int:
        """Return how many characters stand in the paragraphs of an element."""
        return self._weights.get(id(element), 0)

    def _weigh(self, element: Element) -> int:
        if element.name == "p":
            weight = len(element.text())
        else:
            weight = sum(self._weigh(each) for each in element.elements)
            if not self._paragraphs:
                chars = (each for each in element.children if isinstance(each, Chars))
                weight += sum(len(each.words.strip()) for each in chars)
        self._weights[id(element)] = weight
        return weight

    def _decide(self, element: Element) -> None:
        for child in element.elements:
            field = field_of(child, document=self._document)
            if child is self._headline:
                field = Field.HEADLINE
            if self._skipped(child, field, element):
                self._meanings[id(child)] = Meaning(skip=True)
                continue
            if field is not None:
                self._meanings[id(child)] = Meaning(field=field)
                if field is not Field.HEADLINE:
                    self._inside(child)
                continue
            self._decide(child)

    def _inside(self, element: Element) -> None:
        """Inside a part only the date is something else."""
        for each in element.walk():
            if each.name == "time":
                self._meanings[id(each)] = Meaning(skip=True)

    def _skipped(self, element: Element, field: Field | None, parent: Element) -> bool:
        if "hidden" in element.attributes or "display:none" in element.get("style").replace(
            " ", ""
        ):
            return True
        if self._document:
            return _is_comment_of_document(element)
        if element.name == "time":
            return parent.name not in _TIME_INLINE
        if element.name in ("nav", "menu") or element.get("role") == "navigation":
            return True
        if field is not None or self.weight(element) * 2 > self._total:
            return False
        if element.name in _ASIDES or element.get("role") == "complementary":
            return not any(field_of(each) in _KEPT_IN_ASIDES for each in element.walk())
        return _is_boilerplate(names_of(element))


def _is_comment_of_document(element: Element) -> bool:
    """Tell whether this is a margin comment, or the mark of one, in an exported document."""
    if element.name == "sup":
        links = [each.get("id") for each in element.walk() if each.name == "a"]
        return any(each.startswith(("cmnt_ref", "ftnt_ref")) for each in links)
    if element.name == "div":
        links = [each.get("id") for each in element.walk() if each.name == "a"]
        return any(each.startswith("cmnt") for each in links)
    return False


class FragmentFields:
    """The meaning of elements of a body that comes without its page, as feeds carry it.

    `headline` is the one that is known from outside: a heading that repeats it is left out.
    """

    def __init__(self, headline: str = "") -> None:
        self._headline = headline

    def __call__(self, element: Element) -> Meaning | None:
        """Decide what an element is."""
        if element.name == "h1":
            words = element.text()
            if words and words == self._headline:
                return Meaning(skip=True)
            if not self._headline:
                self._headline = words
                return Meaning(field=Field.HEADLINE)
            return None
        field = field_of(element)
        return Meaning(field=field) if field is not None else None
