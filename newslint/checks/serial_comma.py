"""The comma before "and" in a simple list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated, Literal

from newslint.annotate.quotes import quotes
from newslint.checks.base import Hit, PatternCheck
from newslint.context import Context
from newslint.document import Document
from newslint.finding import Related
from newslint.matching import Match, Pattern
from newslint.record import Record
from newslint.regexes import compiled
from newslint.span import Span

_STOPS = compiled(r"[.!?;:()“”\"—–\n]")
_WORD = compiled(r"\p{Ll}[\p{Ll}-]*")
_NAME = compiled(r"\p{Lu}[\w'-]+")
_PLURAL = compiled(
    r"[\p{L}-]{2,}(?<![sui])s|(?i:people|men|women|children|police|staff|sheep|cattle|fish)"
)
#: The endings of words that are oftener part of a clause than of a list.
_CLAUSE = compiled(r"\p{Ll}{3,}ly|\p{Ll}{2,}ing|\p{Ll}{2,}ed|said")
_REACH = 130
# No word of these is part of an item: with one of them the commas part clauses.
_NO_ITEM = frozenset(
    "he she it they we you i who which that but and or nor when where while if as then however too "
    "though although including especially said says there here this these those not is was are "
    "were has had have does did will would so yet perhaps always sometimes besides afterwards "
    "overseas yes also again instead meanwhile today yesterday now still once twice first second "
    "later only never with without from for in on at by to of about years months weeks days hours "
    "ago because since until like such its his her their whose news nowadays upstairs "
    "outdoors".split()
)
_DETERMINERS = {
    word: kind
    for kind, words in {
        "a": "a an one two three four five six seven eight nine ten several some",
        "the": "the",
        "his": "his her its their our my",
    }.items()
    for word in words.split()
}
# What may follow the last item: the sentence goes on with a verb or a preposition.
_AFTER = frozenset(
    "in on at from for with to by of after before during were was are have had will who that as "
    "when while near outside into across over through under against walked went left said say met "
    "took".split()
)
# A phrase that opens a sentence ends at a comma, and then no list needs to follow.
_OPENERS = frozenset(
    "If When While As After Before Since Although Though Last In On At For By During With Without "
    "Despite From Next This That Each Every Once Until Under Over Among Amid Across Like Unlike "
    "Because Unless Here There Within Between To Of Sometimes Always Besides Perhaps Afterwards "
    "Overseas Upstairs Outdoors Nowadays Years Months Weeks Days Hours Mondays".split()
)
_BEFORE_PLACE = frozenset("In At On From Near Then But And For Also Still Yet Now".split())
_FIRST_OF_PLACE = frozenset("United New Supreme White San Los".split())
_LONGEST_ITEM = 3


class Parameters(Record):
    """The house's rule for the comma."""

    style: Annotated[
        Literal["none", "serial", "alike"],
        "'none': no comma before “and” in a simple list. 'serial': a comma in every list. 'alike': "
        "either, but one way in one article.",
    ]
    without: Annotated[str, "Message for 'alike' where the other lists have no comma."] = (
        "No comma before the last item: the article’s other lists have none."
    )


class _Series(Record):
    """What stands before "and", item by item, and the words that follow it.

    `stopped` and `paused` say that a stop or a comma closes those words, `then` is the word behind
    that comma; `whole` says that the first item begins with its sentence.
    """

    items: tuple[tuple[str, ...], ...]
    after: tuple[str, ...]
    stopped: bool
    paused: bool
    whole: bool
    then: str


class SerialComma(PatternCheck[Parameters]):
    """Report the comma before the last item of a list, or the lack of it.

    A list is simple if its items are alike: plurals, names, single words, or nouns with an article
    of one kind. Of other commas nothing is said: they may part clauses or enclose an apposition.
    """

    kind = "serial-comma"
    parameters_type = Parameters
    placeholders = frozenset({"found", "replacement"})

    def patterns(self) -> Sequence[Pattern]:
        """Return "and" and "or", with the comma or without."""
        commas = {"none": [","], "serial": [""], "alike": [",", ""]}[self.parameters.style]
        return [
            Pattern(rf"(?<=\w){comma} {each} (?=\w)", ignore_case=False)
            for comma in commas
            for each in _TIES
        ]

    def hits(self, matches: Sequence[Match], document: Document, context: Context) -> Iterator[Hit]:
        """Report each comma too many or too few, or the first that is unlike the others."""
        if self.parameters.style == "alike":
            yield from self._unlike(matches, document)
            return
        for match in matches:
            series = _read(document.folded, match.span)
            if series is None:
                continue
            if self.parameters.style == "none" and _is_list(series):
                yield _too_many(match.span)
            elif self.parameters.style == "serial" and _lacks_comma(series):
                yield _too_few(match.span, series, document.text)

    def _unlike(self, matches: Sequence[Match], document: Document) -> Iterator[Hit]:
        """Yield the first list that is not written as most are; of two, the first is right."""
        forms: dict[bool, list[Hit]] = {True: [], False: []}
        for match in matches:
            series = _read(document.folded, match.span)
            comma = document.text[match.span.start] == ","
            if series is None or not _surely(series, comma=comma):
                continue
            if not document.layer(quotes).quoted(match.span):
                text = document.text
                hit = _too_many(match.span) if comma else _too_few(match.span, series, text)
                forms[comma].append(hit)
        if not (forms[True] and forms[False]):
            return
        usual = max(forms, key=lambda form: (len(forms[form]), -forms[form][0].span.start))
        related = (Related(forms[usual][0].span, f"a list with{'' if usual else 'out'} it"),)
        message = "" if usual else self.parameters.without
        yield forms[not usual][0]._replace(related=related, message=message)


_TIES = ("and", "or")


def _too_many(tie: Span) -> Hit:
    return Hit(Span(tie.start, tie.start + 1), {"found": ",", "replacement": ""}, "")


def _too_few(tie: Span, series: _Series, text: str) -> Hit:
    span = Span(tie.start - len(series.items[-1][-1]), tie.end - 1)
    found = span.of(text)
    right = found.replace(" ", ", ", 1)
    return Hit(span, {"found": found, "replacement": right}, right)


def _surely(series: _Series, *, comma: bool) -> bool:
    """Tell whether a list is one beyond doubt, whichever way it is written.

    Names are left out: they hold commas and an "and" of their own.
    """
    ends = (series.items[-2][-1:], series.items[-1], series.after[:1])
    if not all(words and words[0].islower() and words[0] not in _REST for words in ends):
        return False
    if series.items[-2][0] == "as" or _and_in(series.after[:6]) or series.after[0].endswith("ly"):
        return False
    ended = any(_goes_on(word) or word in _NO_ITEM for word in series.after[1 : _LONGEST_ITEM + 1])
    if series.paused and not ended and (series.then in _TIES or series.then not in _NO_ITEM):
        return False
    return _many(series) or (_is_list(series) if comma else _lacks_comma(series))


def _many(series: _Series) -> bool:
    """Tell whether four items or more make a list: commas on both sides show what the inner are."""
    if len(series.items) < 3 or not series.whole:
        return False
    first, third, second = series.items[-3:]
    if not first or _and_in(first) or _and_in(third):
        return False
    inner = _is_item(first[-1:]) and _is_item(third) and _is_item(second)
    return inner and _is_item(series.after[:1]) and _comes_to_an_end(series)


def _is_item(words: Sequence[str]) -> bool:
    return 0 < len(words) <= _LONGEST_ITEM and not any(
        word.lower() in _NO_ITEM or word.lower() in _REST or word[0].isdigit() or word[-2:] == "ly"
        for word in words
    )


def _comes_to_an_end(series: _Series) -> bool:
    """Tell whether the last item is as short as an item, and no other follows it."""
    for length in range(1, _LONGEST_ITEM + 1):
        rest = series.after[length:]
        if not rest:
            return series.stopped or (series.paused and length < _LONGEST_ITEM)
        if _goes_on(rest[0]) or rest[0] in _NO_ITEM:
            return True
    return False


# "And more" closes a list that goes on; a comma before it says nothing of other lists.
_REST = frozenset(
    "more much others other otherwise all even both so on etc everything anything old new big "
    "small large young".split()
)


def _read(folded: str, tie: Span) -> _Series | None:
    """Split what stands around "and" at commas, within one sentence."""
    before = folded[max(0, tie.start - _REACH) : tie.start]
    stop = max((each.end() for each in _STOPS.finditer(before)), default=0)
    whole = stop > 0 or tie.start < _REACH
    items = tuple(tuple(each.split()) for each in before[stop:].split(","))
    if len(items) < 2 or not all(items[-2:]):
        return None
    after = folded[tie.end : tie.end + _REACH]
    end = _STOPS.search(after)
    following = after[: end.start()] if end else after
    comma = following.find(",")
    words = following[:comma] if comma >= 0 else following
    stopped = end is not None and comma < 0 and end.group() in ".;:!?)"
    then = following[comma + 1 :].split(maxsplit=1)[:1] if comma >= 0 else []
    return _Series(items, tuple(words.split()), stopped, comma >= 0, whole, *(then or [""]))


def _is_list(series: _Series) -> bool:
    """Tell whether the comma before "and" closes a simple list."""
    third, second, after = series.items[-2], series.items[-1], series.after
    fourth = series.items[-3] if len(series.items) > 2 else ()
    if _and_in(second) or (fourth and "and" in third):
        return False
    return (
        (_plural(third[-1:]) and _plural(second) and _ends(after, 2, series, plural=True))
        or _alike(third, second, series)
        or (
            _words(fourth[-1:])
            and _words(third, 2)
            and _words(second, 2)
            and _ends(after, 2, series)
        )
        or _bare(third, second, series)
        or _named(fourth, third, second, after)
    )


def _lacks_comma(series: _Series) -> bool:
    """Tell whether a simple list has a comma between its first items only."""
    third, second, after = series.items[-2], series.items[-1], series.after
    fourth = series.items[-3] if len(series.items) > 2 else ()
    first = series.items[0][:1]
    opened = len(series.items) == 2 and (not series.whole or bool(_OPENERS.intersection(first)))
    if opened or _and_in(third) or after[:2] == ("a", "half"):
        return False
    if len(third) == 1 and not fourth and third[0][0].isupper():
        return (
            series.whole
            and _plural(third)
            and len(second) == 1
            and _plural(second)
            and _ends(after, 2, series, plural=True)
        )
    bare = _single(third[-1]) and len(second) == 1 and _single(second[0])
    return (
        (bare and series.stopped and _words(after, 2))
        or (len(second) > 1 and _determiner(second) == "a" and _alike(third, second, series))
        or (_words(fourth[-1:]) and _words(third) and _words(second) and _ends(after, 1, series))
        or (third[-2:][0] not in _FIRST_OF_PLACE and _full_names(third, second, after))
    )


def _words(words: Sequence[str], longest: int = 1) -> bool:
    return 0 < len(words) <= longest and all(
        _WORD.fullmatch(word) and word not in _NO_ITEM for word in words
    )


def _plural(words: Sequence[str]) -> bool:
    """Tell whether words are a plural, with one word before it at most."""
    if not words or len(words) > 2 or any(word.lower() in _NO_ITEM for word in words):
        return False
    return _PLURAL.fullmatch(words[-1]) is not None and (len(words) == 1 or _words(words[:1]))


def _ends(after: Sequence[str], longest: int, series: _Series, *, plural: bool = False) -> bool:
    """Tell whether an item follows, and then the end or how a sentence goes on."""
    for length in range(1, longest + 1):
        item, rest = after[:length], after[length:]
        good = _plural(item) if plural else _words(item, length)
        if good and (_goes_on(rest[0]) if rest else series.stopped or series.paused):
            return True
    return False


def _goes_on(word: str) -> bool:
    return word in _AFTER or (word.endswith("ed") and word.islower())


def _determiner(words: Sequence[str]) -> str:
    return "a" if words[0].isdigit() else _DETERMINERS.get(words[0].lower(), "")


def _alike(third: Sequence[str], second: Sequence[str], series: _Series) -> bool:
    """Tell whether two items have articles of one kind and a third item follows."""
    kind = _determiner(second)
    if not kind or not _words(second[1:], _LONGEST_ITEM):
        return False
    tails = (third[-length:] for length in (2, 3) if len(third) >= length)
    if not any(_determiner(tail) == kind and _words(tail[1:], 2) for tail in tails):
        return False
    after = series.after[1:] if series.after and _determiner(series.after) else series.after
    return _ends(after, _LONGEST_ITEM, series)


def _single(word: str) -> bool:
    return _words((word,)) and _CLAUSE.fullmatch(word) is None


def _bare(third: Sequence[str], second: Sequence[str], series: _Series) -> bool:
    """Tell whether bare words make a list that ends with its sentence."""
    fits = _single(third[-1]) and _single(second[0]) and _words(second, 2)
    if not fits or (len(second) == 2 and second[1] in ("too", "said", "again")):
        return False
    after = series.after[1:] if series.after[:1] in _ARTICLES else series.after
    return series.stopped and len(after) == 1 and _WORD.fullmatch(after[0]) is not None


_ARTICLES = (("a",), ("the",), ("his",), ("her",))


def _full_names(third: Sequence[str], second: Sequence[str], after: Sequence[str]) -> bool:
    return len(second) == 2 and all(
        len(each) == 2 and all(_NAME.fullmatch(word) for word in each)
        for each in (third[-2:], second, after[:2])
    )


def _named(
    fourth: Sequence[str], third: Sequence[str], second: Sequence[str], after: Sequence[str]
) -> bool:
    """Tell whether names make a list; a state behind its city is none of its items."""
    if _full_names(third, second, after):
        return True
    names = [each[-1:] for each in (fourth, third) if each] + [second, after[:1]]
    if len(second) != 1 or not all(_NAME.fullmatch(" ".join(each)) for each in names[-3:]):
        return False
    if after[0] == "I" or (len(after) > 1 and after[1][0].isupper()):
        return False
    if len(names) == 4 and len(third) == 1 and _NAME.fullmatch(names[0][0]):
        return second[0] not in _REGIONS or third[0] in _REGIONS
    before = third[-2] if len(third) > 1 else ""
    if third[-1] in _BEFORE_PLACE or before[:1].isupper() or (fourth and len(third) == 1):
        return False
    return second[0] not in _REGIONS or third[-1] in _REGIONS


def _and_in(words: Sequence[str]) -> bool:
    return "and" in words or "or" in words


_REGIONS = frozenset(
    "Alabama Alaska Ariz Arizona Ark Arkansas Calif California Colo Colorado Conn Connecticut Del "
    "Delaware Fla Florida Ga Georgia Hawaii Idaho Ill Illinois Ind Indiana Iowa Kan Kansas Ky "
    "Kentucky La Louisiana Maine Md Maryland Mass Massachusetts Mich Michigan Minn Minnesota Miss "
    "Mississippi Mo Missouri Mont Montana Neb Nebraska Nev Nevada Ohio Okla Oklahoma Ore Oregon Pa "
    "Pennsylvania Tenn Tennessee Texas Utah Vt Vermont Va Virginia Wash Washington Wis Wisconsin "
    "Wyo Wyoming France Germany Italy Spain Canada England Ireland Scotland Wales Mexico Japan "
    "China India Russia Ukraine Poland Sweden Norway Denmark Turkey Egypt Israel Iraq Iran Syria "
    "Belgium Austria Greece Brazil Kenya Nigeria Australia Jr Sr Inc Ltd Ontario Quebec".split()
)
