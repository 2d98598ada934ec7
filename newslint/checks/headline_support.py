"""Quotations, numbers and names of a headline or standfirst that its story does not hold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Literal

from newslint import lexicon
from newslint.annotate.alike import plain
from newslint.annotate.dates import article_date
from newslint.annotate.person_names import given_names
from newslint.annotate.structure import structure
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document, Field
from newslint.lazily import Lazily
from newslint.record import Record
from newslint.regexes import compiled
from newslint.span import Span

if TYPE_CHECKING:
    import regex
else:
    regex = Lazily("regex")


class Parameters(Record):
    """What of a headline must stand in the story."""

    part: Annotated[Field, "The part of the article that is held against the story."] = (
        Field.HEADLINE
    )

    of: Annotated[
        tuple[Literal["quotes", "numbers", "names"], ...], "What is looked for in the story."
    ] = ("quotes", "numbers")
    shortest: Annotated[int, "Stories of fewer words are left alone."] = 100


class HeadlineSupport(DocumentCheck[Parameters]):
    """Report what a headline quotes, counts or names and the story does not."""

    kind = "headline-support"
    parameters_type = Parameters
    placeholders = frozenset({"found", "what"})
    needs_article = True

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Look for each such piece of the headline in all of the story."""
        parts = document.layer(structure)
        held = parts.of(self.parameters.part)
        rest = parts.of(*(_STORY - {self.parameters.part}))
        story = " ".join(each.span.of(document.text) for each in rest)
        today = article_date(document, context)
        several = self.parameters.part is Field.HEADLINE and len(held) > 1
        if several or story.count(" ") < self.parameters.shortest:
            return
        if today is not None:
            story += f" ({today.year})"  # years are counted up to it
        for segment in held:
            for kind, find in _FINDERS.items():
                if kind not in self.parameters.of:
                    continue
                for span in find(document.text, segment.span, story):
                    yield Hit(span, {"found": span.of(document.text), "what": _WHAT[kind]})


_STORY = frozenset({Field.STANDFIRST, Field.BODY, Field.CAPTION, Field.PULLQUOTE, Field.DATELINE})
_WHAT = {"quotes": "quotes", "numbers": "has the figure", "names": "names"}
_QUOTED = compiled(
    r"“([^“”]{5,}?)[,.]?”|‘([^‘’]{5,}?)[,.]?’(?!\w)|\"([^\"]{5,}?)[,.]?\"|"
    r"(?<![\w'])'([^']{5,}?)[,.]?'(?!\w)",
)
# Of shorter quotations a third are titles or words held at arm's length, nobody's speech.
_FEWEST_QUOTED = 3
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*"
_NUMBER = compiled(
    r"(?<![\w.,:#/-])\d+(?:,\d{3})*(?:\.\d+)?(?![\w/]|-\w|[.,:]\d|\.? (?i:" + _MONTH + r")\b)",
)
# A week, a part, a chapter, a day of a month; a figure that is said to be rounded.
_COUNTED = compiled(
    r"(?i:\b(?:" + _MONTH + r"\.?|week|day|part|no\.?|number|chapter|episode|season|round|series|"
    r"tuesday|saturday|bowl|game|top|more than|over|about|around|some|nearly|almost|under|below|"
    r"least|most|above|up to)) \D{0,3}$",
)
# "7 things to know": the story is the list.
_LISTED = compiled(
    r" (?:[\p{L}-]+ ){0,3}(?i:facts?|things|reasons|ways|words?|photos|pictures|tips|takeaways|"
    r"questions|times|lessons|moments|signs|people who|books|films|songs|places|charts)\b",
)
_PLURAL = compiled(r" (?:[\p{L}-]+ ){0,3}\p{L}+s\b")
_NOT_LETTERS = compiled(r"[^\w]+")
_SPELLED = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
).split()
_OTHER_WORDS = {"once": 1.0, "first": 1.0, "twice": 2.0, "second": 2.0, "third": 3.0, "dozen": 12.0}
_PERSON = compiled(
    r"\b\p{Lu}\p{Ll}+(?: \p{Lu}\.)? "
    r"(?P<family>\p{Lu}(?:\p{L}|-(?=\p{L})|['’](?!s\b)\p{L}){3,})(?![-\w])(?! \p{Lu})",
)


def _quotes(text: str, headline: Span, story: str) -> Iterator[Span]:
    """Yield quotations of three words and more whose words the story does not hold."""
    plain_story = ""
    for match in _QUOTED.finditer(text, *headline):
        words = _letters(next(group for group in match.groups() if group))
        if words.count(" ") + 1 < _FEWEST_QUOTED:
            continue
        plain_story = plain_story or _letters(story)
        if words not in plain_story and not _in_pieces(words, plain_story):
            yield Span(*match.span())


def _in_pieces(words: str, story: str) -> bool:
    """Tell whether nearly all words stand in the story, as in a quotation cut for length."""
    parts = words.split()
    held = sum(f" {part}" in story or story.startswith(part) for part in parts)
    return len(parts) > 3 and held >= 0.8 * len(parts)


def _letters(text: str) -> str:
    return _NOT_LETTERS.sub(" ", plain(text).replace("’", "").replace("'", "")).strip()


def _numbers(text: str, headline: Span, story: str) -> Iterator[Span]:
    """Yield figures that the story has in no form: years, lists and rounded figures are spared."""
    held: set[float] | None = None
    for match in _NUMBER.finditer(text, *headline):
        value = float(match.group().replace(",", ""))
        first = match.start() == headline.start and _PLURAL.match(text, match.end())
        if (first and value < 200) or _LISTED.match(text, match.end()) or value == 100:
            continue
        if 1900 <= value <= 2100 or _COUNTED.search(text, headline.start, match.start()):
            continue
        held = _held(story) if held is None else held
        near = any(abs(value - each) <= 0.1 * value for each in held)
        if not near and not _derived(value, text[match.end() : match.end() + 10], story):
            yield Span(*match.span())


def _derived(value: float, behind: str, story: str) -> bool:
    """Tell whether a share or a number of years follows from two figures of the story."""
    share, years = _SHARE.match(behind), _YEARS.match(behind)
    if not share and not years:
        return False
    figures = sorted({float(each.replace(",", "")) for each in _FIGURE.findall(story)})
    figures = figures[:_MOST_FIGURES]
    if years:
        figures = [each for each in figures if 1800 <= each <= 2100]
        return any(abs(abs(a - b) - value) <= 1 for a in figures for b in figures)
    return any(
        abs(100 * abs(a - b) / b - value) <= 0.6 for a in figures for b in figures if b and a != b
    )


_SHARE = compiled(r" ?(?:%|per ?cent)")
_YEARS = compiled(r"[ -]years?\b")
_FIGURE = compiled(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?")
_MOST_FIGURES = 60


def _held(story: str) -> set[float]:
    """Return the numbers of a story, shifted by thousands too ("1,200" for 1.2 thousand)."""
    figures = {float(each.group().replace(",", "").rstrip("."))
               for each in regex.finditer(r"\d[\d,]*(?:\.\d+)?", story)}  # fmt: skip
    words = set(_NOT_LETTERS.sub(" ", story.lower()).split())
    figures |= {float(number) for number, word in enumerate(_SPELLED) if word in words}
    figures |= {value for word, value in _OTHER_WORDS.items() if word in words}
    return {value * factor for value in figures for factor in (1e-9, 1e-6, 1e-3, 1, 1e3, 1e6)}


def _names(text: str, headline: Span, story: str) -> Iterator[Span]:
    """Yield full names whose family name the story does not hold."""
    plain_story = ""
    for match in _PERSON.finditer(text, *headline):
        if match.group().split()[0] not in given_names():
            continue
        plain_story = plain_story or plain(story)
        family = plain(match["family"])
        # In a title "Kelly Scandal" may be a name and a thing.
        if family not in plain_story and family not in lexicon.english_words():
            yield Span(*match.span())


_FINDERS = {"quotes": _quotes, "numbers": _numbers, "names": _names}
