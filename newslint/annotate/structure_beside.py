"""Parts that what stands beside them gives away: captions at credits, the rest of a correction."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from newslint.annotate.structure_bylines import is_agency
from newslint.annotate.structure_head import Mark
from newslint.annotate.structure_lines import is_date_only
from newslint.annotate.structure_pieces import Pieces
from newslint.document import Field
from newslint.regexes import compiled

Marks = Mapping[int, Mark]

_LONGEST_CAPTION = 320
_LONGEST_LINK = 300
#: How many blocks a correction may have below its heading, and links below theirs.
_AT_THE_FOOT = 3
#: How sure what a line was taken for may be to give way to what stands above it.
_DOUBTFUL = 0.6
_LONGEST_BROKEN = 160
_CLOSED = '.!?)]"”’'
_NOTE = compiled(
    r"(?i)\b(?:editors?['’]s? note|note to (?:editors|readers)|correction|clarification)\W"
)
_NOTES = (Field.FURNITURE, Field.CORRECTION)
# A credit and nothing else: whose picture it is, without what it shows.
_CREDIT = compiled(
    r"(?i:(?:photo|image|picture)s?(?: credit| via| by)?:? )?"
    r"(?:\p{Lu}[\p{L}.'’-]*(?: [\p{Lu}\d][\p{L}.'’-]*){0,5} ?(?:/|via|for|\|) ?)?"
    r"(?:AP|AFP|EPA|PA|UPI|[Dd]pa|Reuters|REUTERS|Getty(?: Images)?|Shutterstock|Bloomberg|"
    r"(?i:associated press))(?: ?(?:/|via) ?\p{Lu}[\p{L} ]+)?\.?"
)
# What a picture shows is told in the present tense, and by where in it people stand.
_SHOWS = compiled(
    r"[^“”\"]*(?:\((?:[a-z]+ )?(?:left|right|cent(?:er|re)|top|bottom|from left)\)|"
    r", (?:left|right|cent(?:er|re)),)[^“”\"]*"
    r"|\p{Lu}[^.!?“”\"]{2,90}? (?:addresses|answers|appears|arrives?|attends?|celebrates?|cheers?|"
    r"delivers?|embraces?|gathers?|gestures?|greets?|holds?|hugs?|introduces|jogs?|kiss(?:es)?|"
    r"laughs?|leaves?|listens?|looks?|marche?s?|places?|plays?|poses?|prays?|reacts?|rides?|runs?|"
    r"shakes?|shows?|sings?|sits?|smiles?|speaks?|stands?|takes?|talks?|walks?|watch(?:es)?|"
    r"waves?|wears?|works?|signs)\b[^.!?“”\"]{3,200}\.?"
)
_GOES_ON = compiled(
    r"(?:He|She|It|They|But|And|That|This|These|Those|There|Then|However|Meanwhile|Still|Yet|"
    r"According|In|On|At|After|Before|As|When|While|Asked|Over|Despite|Earlier|Last|To|For)\b"
)
_QUOTED = compiled(r"[“”\"]")
_SENTENCE_END = compiled(r"[.!?]['’”\")]*(?: +(?=\p{Lu})|$)")
_COUNTER = compiled(r"\d{1,3}\.?")
_HEADING = compiled(
    r"(?i)(?:trending(?: stories| now)?|most (?:read|popular)|related(?: \w+)?|more information|"
    r"recommended(?: for you)?|you (?:may|might) also like|read (?:also|next)|see also|up next|"
    r"also on \w+|more (?:stories|news|on this))\W*"
)
_SIGNED = compiled(r"[-–—]{1,2} ?\p{Lu}[^.!?:;]{2,60}")
_LOOSE_QUOTE = compiled(r"\p{Lu}[^“”\"]{2,90}\.?[\"”]")


def captions(found: Pieces, marks: Marks) -> Iterator[tuple[int, Mark]]:
    """Yield what pictures show, from the blocks next to a line that only credits them."""
    for number, (field, _) in marks.items():
        if field is not Field.CAPTION or not _is_bare_credit(found.words(number)):
            continue
        for beside in (number + 1, number - 1):
            if beside in marks or not 0 < beside < len(found.blocks):
                continue
            if _may_be_caption(found.words(beside), archived=_archived(found, number, beside)):
                yield beside, (Field.CAPTION, 0.6)
                break


def _is_bare_credit(line: str) -> bool:
    return len(line) <= 80 and (is_agency(line) or _CREDIT.fullmatch(line) is not None)


def _archived(found: Pieces, credit: int, beside: int) -> bool:
    """Tell whether a stop closes the credit and the block follows it, as some archives have it."""
    return beside > credit and found.words(credit).endswith(".")


def _may_be_caption(text: str, *, archived: bool) -> bool:
    if len(text) > _LONGEST_CAPTION:
        return False
    if _SHOWS.fullmatch(text):
        return True
    sentences = len(_SENTENCE_END.findall(text))
    return archived and sentences <= 2 and not _QUOTED.search(text) and not _GOES_ON.match(text)


def corrections(found: Pieces, marks: Marks) -> Iterator[tuple[int, Mark]]:
    """Yield what stands below the heading "Correction", at the foot."""
    last = len(found.blocks) - 1
    for number, (field, sure) in marks.items():
        is_heading = field is Field.CORRECTION and len(found.words(number)) <= 40
        if not is_heading or not 0 < last - number <= _AT_THE_FOOT:
            continue
        for below in range(number + 1, last + 1):
            taken, other = marks.get(below, (Field.BODY, 0.0))
            if taken is Field.DATELINE or other <= _DOUBTFUL:
                yield below, (Field.CORRECTION, min(sure, 0.7))


def continued(found: Pieces, marks: Marks) -> Iterator[tuple[int, Mark]]:
    """Yield what goes on with an editor's note whose lines were broken: no capital begins it."""
    for number, (field, _) in marks.items():
        line = found.words(number)
        if field not in _NOTES or line[-1:] in _CLOSED or not _NOTE.search(line[-_LONGEST_LINK:]):
            continue
        for below in range(number + 1, len(found.blocks)):
            line = found.words(below)
            if below in marks or not line[:1].islower() or len(line) > _LONGEST_BROKEN:
                break
            yield below, (field, 0.6)
            if line[-1:] in _CLOSED:
                break


def widgets(found: Pieces, marks: Marks) -> Iterator[tuple[int, Mark]]:
    """Yield what a page sets below or between the story: link lists, the counter of a show."""
    last = len(found.blocks) - 1
    for number in range(1, last):
        line = found.words(number)
        heading = number in marks and len(line) <= 40 and _HEADING.fullmatch(line)
        links = range(number + 1, last + 1)
        if heading and len(links) <= _AT_THE_FOOT and _all_short(found, links):
            yield from ((each, (Field.FURNITURE, 0.6)) for each in links if each not in marks)
    yield from ((each, (Field.FURNITURE, 0.7)) for each in _counters(found) if each not in marks)


def _all_short(found: Pieces, numbers: range) -> bool:
    return all(found.blocks[each].span.length <= _LONGEST_LINK for each in numbers)


def _counters(found: Pieces) -> Iterator[int]:
    """Yield the lines of "1", "of", "23", and at the foot what the first slide holds."""
    for number in range(1, len(found.blocks) - 1):
        if found.blocks[number].span.length > 3 or found.words(number).strip(". ") != "of":
            continue
        if all(_COUNTER.fullmatch(found.words(each)) for each in (number - 1, number + 1)):
            rest = range(number + 2, len(found.blocks))
            slide = rest if len(rest) <= _AT_THE_FOOT and _all_short(found, rest) else ()
            yield from (number - 1, number, number + 1, *slide)


def signatures(found: Pieces, marks: Marks) -> Iterator[tuple[int, Mark]]:
    """Yield the lines that name whose words a quotation set apart are."""
    for number in range(1, len(found.blocks) - 1):
        if number in marks or found.blocks[number].span.length > 100:
            continue
        line = found.words(number)
        below = marks.get(number - 1, (Field.BODY, 1.0))[0]
        if below is Field.PULLQUOTE and (_LOOSE_QUOTE.fullmatch(line) or _SIGNED.fullmatch(line)):
            yield number, (Field.PULLQUOTE, 0.7)
        elif below is Field.BODY and _SIGNED.fullmatch(line) and _stands_alone(found, number):
            yield number, (Field.PULLQUOTE, 0.6)


def _stands_alone(found: Pieces, number: int) -> bool:
    """Tell whether a line with a dash is no item of a list and stands below a full sentence."""
    above, below = found.words(number - 1), found.words(number + 1)
    listed = any(each.startswith(("-", "–", "—", "•", "*")) for each in (above, below))
    return not listed and not is_date_only(below) and above[-1:] in '.!?"”’'
