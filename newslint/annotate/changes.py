"""Changes that say their own sum: "rose 22% to $1.07 million from $0.88 million"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from newslint.annotate.quantities import Quantity, quantities
from newslint.annotate.sentences import sentences
from newslint.document import Document
from newslint.record import Record
from newslint.regexes import IGNORECASE, compiled
from newslint.span import Span

if TYPE_CHECKING:
    import regex


class Change(Record):
    """A change from one amount to another, and by how much it is said to be.

    `by` is a quantity in percent, percentage points or the amounts' own unit, or None where the
    change is a multiple ("doubled"): then `factor` is 2, and `hedge` is `over` for "more than
    doubled" and `under` for "nearly doubled". `rises` is None where no word says
    which way it went. `place` is what says by how much, `sentence` where it all stands.
    """

    start: Quantity
    end: Quantity
    by: Quantity | None
    factor: float
    hedge: str
    rises: bool | None
    place: Span
    sentence: Span


_UP = (
    r"rose|ris(?:e|es|en|ing)|up|increas(?:e|es|ed|ing)|climb(?:s|ed|ing)?|gain(?:s|ed)?|"
    r"jump(?:s|ed|ing)?|surg(?:e|es|ed|ing)|soar(?:s|ed|ing)?|gr(?:ew|ow|ows|own|owing|owth)|"
    r"advanc(?:e|es|ed)|higher|expand(?:s|ed)?|leap(?:s|t|ed)?|swell(?:s|ed)?|hik(?:e|es|ed)|"
    r"rais(?:e|es|ed|ing)|boost(?:s|ed)?|improv(?:ed|ement)|rall(?:y|ied)|rebound(?:ed)?|"
    r"accelerat(?:ed|es)|more|went up|added"
)
_DOWN = (
    r"fell|fall(?:s|en|ing)?|drop(?:s|ped|ping)?|declin(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|down|"
    r"off|slip(?:s|ped)?|slid(?:e|es)?|plung(?:e|es|ed|ing)|tumbl(?:e|es|ed)|lower(?:ed)?|"
    r"reduc(?:e|ed|tion)|cut(?:s|ting)?|shr(?:ank|unk|inks|ink)|contract(?:ed|ion)|dip(?:s|ped)?|"
    r"plummet(?:s|ed)?|s(?:ank|inks|unk)|lost|eas(?:ed|es)|less|fewer|narrow(?:ed)?|dwindled|"
    r"slump(?:s|ed)?|collapsed|went down|weaken(?:ed)?|retreat(?:ed)?"
)
_WAY = compiled(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b", IGNORECASE)
_HEDGES = (
    r"(?:about|around|some|roughly|approximately|nearly|almost|just|over|under|more than|less than|"
    r"an estimated|as much as|as many as|a|an|the|its|their|only|well|close to|to|by|at least|"
    r"a record|an average|an all-time|a revised|last year's|[a-z]+ high of|(?:a|the) [a-z]+ of)"
)
_LEAD = rf"(?:{_HEDGES}[ ])*"
_TO = compiled(rf"[^.;:]{{0,60}}?\b(?:to|at|reaching|totall?ing|hitting)[ ]{_LEAD}", IGNORECASE)
_FROM = compiled(
    rf"[^.;:]{{0,70}}?\b(?:from|compared (?:with|to)|against|versus|vs\.?)[ ]"
    rf"(?:[a-z' -]{{0,30}}[ ])??{_LEAD}",
    IGNORECASE,
)
_STARTS_FROM = compiled(rf"\bfrom[ ]{_LEAD}$", IGNORECASE)
#: Between the amount reached and the percentage: ", up 8.9%", ", a 13% increase", ", down by".
_ASIDE = compiled(
    rf"[^.;:]{{0,50}}?(?:[,(—–-][ ]?|[ ])(?:or[ ]|which (?:was|is)[ ]|for[ ])?"
    rf"(?:(?:{_UP}|{_DOWN})(?: by| of)?|an?(?: [a-z-]+)?(?: (?:{_UP}|{_DOWN}) of)?)[ ]{_LEAD}",
    IGNORECASE,
)
#: Between the percentage and the amount it is measured from.
_OVER = compiled(
    r"(?:[ -][a-z-]+){0,3}?,?[ ](?:from|compared (?:with|to)|against|than|over(?= the| last)|"
    rf"on(?= the| last))[ ](?:[a-z0-9' -]{{0,30}}[ ])??{_LEAD}",
    IGNORECASE,
)
#: The same, where it is said of the amount itself: "2,300 tonnes, 35% more than".
_THAN = compiled(
    r"[ ](?:(?P<up>more|higher|greater|larger|bigger|above)"
    rf"|(?P<down>less|lower|fewer|smaller|below))(?: than)?[ ](?:[a-z0-9' -]{{0,30}}[ ])??{_LEAD}",
    IGNORECASE,
)
_COMMA = compiled(rf"[^.;:]{{0,50}}?(?:,|[ ](?:was|were|is|are))[ ]{_LEAD}", IGNORECASE)
#: Between a percentage and the amount before, where the amount after follows: ", from".
_THEN_FROM = compiled(rf"[^.;:]{{0,60}}?\bfrom[ ]{_LEAD}", IGNORECASE)
#: Before an amount that another is compared with, not reached from.
_COMPARED = compiled(
    r"[^.;:]{0,50}?\b(?:compared (?:with|to)|against|up from|down from)\b", IGNORECASE
)
_REACHED = compiled(rf"\bto[ ]{_LEAD}$", IGNORECASE)
_A_NOUN = compiled(rf"\ban?[ ]{_LEAD}$", IGNORECASE)
_BY = compiled(rf"\bby[ ]{_LEAD}$", IGNORECASE)
#: After two amounts, the percentage: ", a decline of 5%", ", or 5%", " (up 5%)".
_ALTOGETHER = compiled(
    rf"[^.;:]{{0,40}}?[,(—–-][ ]?(?:or[ ]|that is[ ]|i\.e\.[ ])?"
    rf"(?:(?:an?[ ])?(?:[a-z-]+[ ])??(?:{_UP}|{_DOWN})(?: by| of)?[ ]|an?[ ])?{_LEAD}",
    IGNORECASE,
)
_CLAUSE = compiled(
    r"\b(?:and(?![ ][a-z]+,|[ ](?:1[5-9]|2[01])\d\d\b)|but|while|whereas|which|who|would|though|"
    r"although|(?<!compared )with)\b",
    IGNORECASE,
)
_MULTIPLE = compiled(
    r"\b(?P<hedge>more than |over |well over |nearly |almost |close to |roughly |about )?"
    r"(?:(?P<word>doubl|tripl|quadrupl|quintupl|halv)(?:e|es|ed|ing)\b(?!-)"
    r"|(?P<half>(?:cut|reduced|fell|dropped|slashed|shrank|down) (?:in|by) half)\b"
    r"|(?:rose|grew|increased|jumped|soared|surged|climbed) (?P<fold>two|three|four|five|six|seven|"
    r"eight|nine|ten)-?fold\b)",
    IGNORECASE,
)
_FACTORS = {"doubl": 2.0, "tripl": 3.0, "quadrupl": 4.0, "quintupl": 5.0, "halv": 0.5,
            "two": 2.0, "three": 3.0, "four": 4.0, "five": 5.0, "six": 6.0, "seven": 7.0,
            "eight": 8.0, "nine": 9.0, "ten": 10.0}  # fmt: skip
#: A percentage after these words is an amount itself: "fell to 1.45 percent from 1.51".
_ENDPOINT = compiled(
    r"\b(?:to|at|from|than|was|is|were|are)[ ](?:about |around |just |nearly |almost |only |over |"
    r"under |a |an |the |record |more than |less than )*$",
    IGNORECASE,
)
_NEAR = 90
_REACH = 400


def changes(document: Document) -> tuple[Change, ...]:
    """Return the changes of a document in order."""
    text = document.folded
    found = document.layer(quantities)
    result: list[Change] = []
    for sentence in document.layer(sentences).spans:
        within = [each for each in found.within(sentence) if not _is_aside(text, each)]
        if len(within) >= 2:
            result += _by_percent(text, within, sentence)
            result += _by_multiple(text, within, sentence)
    return tuple(result)


_ASIDES = compiled(r"(?:,? or|[(\[]|,? that is,?)[ ]?$")


def _is_aside(text: str, quantity: Quantity) -> bool:
    """Tell whether a quantity only says another again: "$4 million, or $1 a share,"."""
    if quantity.kind in ("percent", "points"):
        return False
    before = _ASIDES.search(text, max(0, quantity.span.start - 10), quantity.span.start)
    return quantity.kind == "ordinal" or before is not None


def _by_percent(text: str, within: Sequence[Quantity], sentence: Span) -> Iterator[Change]:
    for index, by in enumerate(within):
        amount = by.kind in ("money", "measure") and _before(_BY, text, by, sentence)
        if (by.kind not in ("percent", "points") and not amount) or by.low is not None:
            continue
        if _before(_ENDPOINT, text, by, sentence):
            continue
        ends = _ends(text, within, index, sentence)
        if ends is None:
            continue
        start, end = _alike(*ends)
        if start is None or end is None:
            continue
        rises = _direction(text, by, sentence)
        told = _around(by.span, sentence)
        yield Change(start, end, by, 0.0, by.hedge, rises, by.span, told)


def _ends(
    text: str, within: Sequence[Quantity], index: int, sentence: Span
) -> tuple[Quantity, Quantity] | None:
    """Return the amounts before and after a change, by the four orders they are told in."""
    by = within[index]
    after = within[index + 1 : index + 3]
    if len(after) == 2 and _direction(text, by, sentence) is not None:
        one, two = after
        if _fits(_TO, text, by, one) and _fits(_FROM, text, one, two):
            return two, one
        if _fits(_THEN_FROM, text, by, one) and _fits(_TO, text, one, two):
            return one, two
    if after and index and (around := _bracketing(text, within, index)):
        return around
    if index >= 2:
        one, two = within[index - 2 : index]
        if not _fits(_ALTOGETHER, text, two, by):
            return None
        reached = _before(_REACHED, text, one, sentence)
        compared = _fits(_COMPARED, text, one, two, whole=False)
        if _fits(_FROM, text, one, two) and (reached or compared):
            return two, one
        if _fits(_TO, text, one, two) and _before(_STARTS_FROM, text, one, sentence):
            return one, two
    return None


def _bracketing(
    text: str, within: Sequence[Quantity], index: int
) -> tuple[Quantity, Quantity] | None:
    """Read "$4.9 billion, up 8.7% from $4.1 billion", past an "or $1.20 a share"."""
    if not index or index + 1 >= len(within):
        return None
    by, start = within[index], within[index + 1]
    than = _fits(_THAN, text, by, start)
    if not than and not _fits(_OVER, text, by, start):
        return None
    for back in (1, 2):
        if back > index:
            return None
        end = within[index - back]
        if _alike(start, end)[0] is None:
            continue
        gap = text[end.span.end : by.span.start]
        joined = _ASIDE.fullmatch(gap) or (than and _COMMA.fullmatch(gap))
        near = len(gap) < _NEAR and not _CLAUSE.search(gap)
        return (start, end) if joined and near else None
    return None


def _before(
    pattern: regex.Pattern[str], text: str, quantity: Quantity, sentence: Span
) -> regex.Match[str] | None:
    """Search the words just before a quantity, in its sentence, for a pattern that ends there."""
    start = quantity.span.start
    return pattern.search(text, max(sentence.start, start - _WINDOW), start)


def _fits(
    pattern: regex.Pattern[str], text: str, one: Quantity, two: Quantity, *, whole: bool = True
) -> bool:
    """Tell whether what stands between two quantities joins them, and no other clause does."""
    if two.span.start - one.span.end > _NEAR:
        return False
    gap = text[one.span.end : two.span.start]
    joins = pattern.fullmatch(gap) if whole else pattern.match(gap)
    return joins is not None and not _CLAUSE.search(gap)


_NOUN = compiled(rf"[ -](?:[a-z-]+[ ]){{0,2}}?(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b", IGNORECASE)
_WINDOW = 45


def _direction(text: str, by: Quantity, sentence: Span) -> bool | None:
    """Tell which way the words beside a percentage say it went; None if they do not."""
    before = text[max(sentence.start, by.span.start - _WINDOW) : by.span.start]
    found = list(_WAY.finditer(before.rsplit(",", 1)[-1])) or list(_WAY.finditer(before))
    noun = _NOUN.match(text, by.span.end)
    if than := _THAN.match(text, by.span.end):
        return bool(than["up"])
    if noun and (not found or _A_NOUN.search(before)):
        return bool(noun["up"])
    return bool(found[-1]["up"]) if found else None


def _alike(start: Quantity, end: Quantity) -> tuple[Quantity | None, Quantity | None]:
    """Give a bare figure the unit and scale of its partner; None twice if they do not compare."""
    nothing = (None, None)
    if (
        start.low is not None
        or end.low is not None
        or (start.per and end.per and start.per != end.per)
    ):
        return nothing
    if start.kind == "count" and end.kind != "count":
        return _like(start, end), end
    if end.kind == "count" and start.kind != "count":
        return start, _like(end, start)
    if start.kind != end.kind or start.kind in ("points", "fraction"):
        return nothing
    if bool(start.per) != bool(end.per) and start.kind == "money":
        return nothing
    same_unit = (start.unit and start.unit.name) == (end.unit and end.unit.name)
    if start.currency != end.currency or not same_unit:
        return nothing
    if start.kind == "count" and not start.number.scale and end.number.scale:
        return _like(start, end), end
    if start.kind == "count" and start.number.scale and not end.number.scale:
        return start, _like(end, start)
    return start, end


def _like(bare: Quantity, model: Quantity) -> Quantity | None:
    """Read a bare figure in its partner's unit, and in its scale if it is far smaller."""
    if model.kind in ("percent", "points") and bare.number.scale:
        return None
    parts = model.number.value / model.value if model.value else 1.0
    scale = 1.0
    if not bare.number.scale and bare.value < 1000 and model.number.factor > 1:
        scale = model.number.factor
    ratio = scale / parts
    return bare._replace(
        value=bare.value * ratio,
        step=bare.step * ratio,
        loose=bare.loose * ratio,
        kind=model.kind,
        currency=model.currency,
        unit=model.unit,
    )


def _by_multiple(text: str, within: Sequence[Quantity], sentence: Span) -> Iterator[Change]:
    for match in _MULTIPLE.finditer(text, sentence.start, sentence.end):
        first = bisect_left(within, match.end(), key=_start)
        after = within[first : first + 2]
        if len(after) < 2 or after[1].span.end - match.end() > 2 * _NEAR:
            continue
        one, two = after
        lead = text[match.end() : one.span.start]
        if _CLAUSE.search(lead) or _WAY.search(lead):
            continue
        if _TO.fullmatch(lead) and _fits(_FROM, text, one, two):
            start, end = _alike(two, one)
        elif _THEN_FROM.fullmatch(lead) and _fits(_TO, text, one, two):
            start, end = _alike(one, two)
        else:
            continue
        if start is not None and end is not None:
            factor = _FACTORS[(match["word"] or match["fold"] or "halv").lower()]
            place = Span(match.start(), match.end())
            told, hedge = _around(place, sentence), _hedge(match["hedge"])
            yield Change(start, end, None, factor, hedge, factor > 1, place, told)


def _around(place: Span, sentence: Span) -> Span:
    """Return the part of a sentence that may say something of a change."""
    return Span(max(sentence.start, place.start - _REACH), min(sentence.end, place.end + _REACH))


def _start(quantity: Quantity) -> int:
    return quantity.span.start


def _hedge(words: str | None) -> str:
    words = (words or "").strip().lower()
    if words in ("more than", "over", "well over"):
        return "over"
    return "under" if words in ("nearly", "almost", "close to") else "about" if words else ""
