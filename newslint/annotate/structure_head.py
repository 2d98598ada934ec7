"""The head of an article: headline, standfirst, byline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from newslint import lexicon
from newslint.annotate.structure_bylines import is_byline, is_credit, is_name
from newslint.annotate.structure_dateline import find_dateline
from newslint.annotate.structure_lines import DAY, is_date_only, label_of, labelled_field
from newslint.annotate.structure_pieces import Pieces
from newslint.document import Block, BlockKind, Field
from newslint.regexes import compiled

#: How many blocks the head may take.
HEAD = 12
Mark = tuple[Field, float]

_LONGEST = 200
_LONGEST_WITH_STOP = 150
_MOST_WORDS = 32
_END = compiled(r"[.!?…][\"'”’»)\]]*$")
_INNER_STOP = compiled(
    r"(?<![A-Z]|\b(?:[Mm]rs?|[Dd]r|[Vv]s?|[Ss]t|[Gg]ov|[Ss]en|[Rr]ep|[Nn]o|[Jj]r))"
    r"[.]['”’\"]? +(?=\p{Lu}|[“\"])"
)
_WORD = compiled(r"[\p{L}\p{N}][\p{L}\p{N}'’.-]*")
_SMALL = frozenset(
    "a an and as at but by down for from if in into is it its nor not of off on onto or out over "
    "per so than that the to up via vs was with yet".split()
)


#: How a headline of an archive ends, and how long the lines below it are.
_ARCHIVED = compiled(r"[.;]['\"”’]?$")
_LONGEST_DECK = 100
_LONGEST_DECK_AFTER_STOP = 80
_SHORTEST_DECK = 40
_SHORT = 90
#: A paragraph of this many characters is one of a story.
_STORY = 120
# Words with which a story may open, and hardly a headline that ends in a stop.
_NO_OPENERS = frozenset("and but he i it she so that then there these they this we yes".split())
# What sentences are full of and headlines leave out.
_FILLERS = frozenset("the a an was were had is are has been said would".split())
#: A line of this many characters without fillers, above a story, is no lead.
_TERSE = 60
#: How sure a name without "By" is.
_LIKELY_BYLINE = 0.6
# A line that ends in one of these goes on below.
_NO_LAST_WORDS = frozenset("a an and from of the with".split())
# A line that a label in capitals opens, and one that tells what a picture shows.
_LABEL = compiled(r"[A-Z ]{4,}:")
_PICTURE = compiled(
    r"(?:\p{Lu}[\p{L}'’.-]+ ){2,4}(?:speaks|appears|poses|performs|stands|reacts|arrives) "
    r"(?:at|during|after|before|outside|inside|onstage|in front)\b[^.!?]{3,100}"
)
# The day with which a first sentence opens, and no headline.
_DAY_FIRST = compiled(rf"(?:On|In|By) (?:{DAY}|(?:19|20)\d\d\b)")
_ADDRESS = compiled(r"\S@\S+\.\w")


class Head:
    """Judges the first pieces of one document that nothing else has claimed."""

    def __init__(self, pieces: Pieces, free: Sequence[int]) -> None:
        self._pieces = pieces
        self._blocks = pieces.blocks
        self._free = list(free)

    def marks(self) -> Iterator[tuple[int, Mark]]:
        """Yield the blocks of the head, each with its part and how sure that is."""
        preset = [block for block in self._blocks if block.field is Field.HEADLINE]
        if preset:
            headline = self._repeated(preset)
            if headline is not None:
                yield headline, (Field.FURNITURE, 0.9)
            elif (headline := self._second()) is not None:
                yield headline, (Field.HEADLINE, 0.9)
            position = 0 if headline is None else self._free.index(headline) + 1
            found = True
        else:
            headline, mark = self._headline()
            if headline is not None:
                yield headline, mark
            position = 0 if headline is None else self._free.index(headline) + 1
            found = headline is not None
        for index in self._free[: max(0, position - 1)]:
            above = self._line(self._text(index), None)
            if above is not None:
                yield index, above
        yield from self._below(position, found)

    def _text(self, index: int) -> str:
        return self._blocks[index].span.of(self._pieces.text)

    def _repeated(self, preset: Sequence[Block]) -> int | None:
        """Return the block that gives the headline a second time."""
        words = {_plain(block.span.of(self._pieces.text)) for block in preset}
        words.add(_plain(" ".join(block.span.of(self._pieces.text) for block in preset)))
        for index in self._free[:3]:
            if self._blocks[index].kind is not BlockKind.HEADING and is_byline(self._text(index)):
                continue
            return index if _plain(self._text(index)) in words else None
        return None

    def _second(self) -> int | None:
        """Return the heading that gives the article another headline than the format's own."""
        first = self._free[0] if self._free else None
        return first if first is not None and self._blocks[first].level == 1 else None

    def _headline(self) -> tuple[int | None, Mark]:
        none: Mark = (Field.BODY, 1.0)
        last = None
        for number, index in enumerate(self._free[:5]):
            block = self._blocks[index]
            if block.kind is BlockKind.HEADING:
                return index, (Field.HEADLINE, 1.0 if block.level == 1 else 0.9)
            text = self._text(index)
            label = label_of(text)
            if label:
                if labelled_field(label) is Field.HEADLINE:
                    return index, (Field.HEADLINE, 0.9)
                continue
            mark = self._line(text, last)
            if mark is not None and (mark[1] > _LIKELY_BYLINE or not is_name(text)):
                last = mark[0]
                continue
            if _ADDRESS.search(text):
                continue
            if any(self._blocks[each].level == 1 for each in self._free[:5]):
                continue
            confidence = self._headline_confidence(number, text)
            return (index, (Field.HEADLINE, confidence)) if confidence else (None, none)
        return None, none

    def _headline_confidence(self, number: int, text: str) -> float:
        """Say how surely the block is a headline: 0 where it is none."""
        following = [self._text(each) for each in self._free[number + 1 : number + 6]]
        words = _WORD.findall(text)
        if len(text) > _LONGEST or not 2 <= len(words) <= _MOST_WORDS:
            return 0.0
        if _INNER_STOP.search(text) and _END.search(text) and not _in_title_case(words):
            bylined = any(is_byline(each) for each in following[:3])
            return 0.8 if bylined or (len(text) <= _TERSE and self._dated(number + 1)) else 0.0
        if find_dateline(self._pieces.text, self._blocks[self._free[number]].span):
            return 0.0
        broken = words[-1].lower() in _NO_LAST_WORDS and text[-1].isalpha()
        if broken or (text.endswith((",", ":", ";")) and not following):
            return 0.0
        if following and following[0][0].islower() and not is_byline(following[0]):
            return 0.0  # the line is broken in mid-sentence
        if not _END.search(text):
            return 0.9 if any(len(each) > len(text) for each in following) else 0.5
        if not following:
            return 0.0
        opener = words[0].lower().replace("’", "'").partition("'")[0]
        if _DAY_FIRST.match(text) or (opener in _NO_OPENERS and not _in_title_case(words)):
            return 0.0
        if text[-1:] in "?!" and max(map(len, following)) > len(text):
            return 0.8
        return self._with_stop(number, text, words, following)

    def _with_stop(
        self, number: int, text: str, words: Sequence[str], following: Sequence[str]
    ) -> float:
        """Judge a line that ends in a full stop, as headlines of some archives do."""
        if len(text) > _LONGEST_WITH_STOP or max(map(len, following)) < len(text):
            return 0.0
        if is_byline(following[0]):
            return 0.9
        if _in_title_case(words) or self._dated(number + 1):
            return 0.8
        own = _content(text)
        known = len(own & _content(" ".join(following)))
        fillers = sum(word.lower() in _FILLERS for word in words)
        if len(text) > 110 or len(own) < 3 or fillers > 1:
            return 0.0
        if max(map(len, following)) < _STORY:
            return 0.0  # too little of a story to tell
        if fillers == 0 and len(text) <= _TERSE:
            return 0.6 if 2 * known >= len(own) else 0.5
        share = known / len(own)
        if share >= (0.75 if len(text) > _SHORT else 0.6):
            return 0.6
        return 0.5 if share >= 0.2 and len(text) <= _SHORT else 0.0

    def _dated(self, number: int) -> bool:
        """Tell whether a block begins with a dateline, so that what is above cannot be the lead."""
        if number >= len(self._free):
            return False
        dateline = find_dateline(self._pieces.text, self._blocks[self._free[number]].span)
        return dateline is not None and dateline.confidence > 0.8

    def _is_agency_of_dateline(self, number: int) -> bool:
        """Tell whether a line names what the dateline below it gives in brackets."""
        if number + 1 >= len(self._free):
            return False
        dateline = find_dateline(self._pieces.text, self._blocks[self._free[number + 1]].span)
        return dateline is not None and dateline.agency == self._text(self._free[number])

    def _below(self, position: int, found: bool) -> Iterator[tuple[int, Mark]]:
        """Yield byline, date and standfirst between the headline and the story."""
        last = None
        waiting: list[int] = []
        end = min(len(self._free), position + HEAD)
        for number in range(position, end):
            index = self._free[number]
            text = self._text(index)
            mark = self._line(text, last)
            if mark is None and last is Field.BYLINE and self._is_agency_of_dateline(number):
                mark = (Field.BYLINE, 0.8)
            if mark is not None:
                for each in waiting:
                    yield each, (Field.STANDFIRST, 0.8)
                waiting = []
                yield index, mark
                last = mark[0]
                continue
            if last is not None or len(waiting) > 2 or not found or not self._may_wait(number):
                break
            waiting.append(index)
        above = self._text(self._free[position - 1]) if found and position else ""
        yield from self._standfirst(waiting, above)

    def _line(self, text: str, last: Field | None) -> Mark | None:
        label = label_of(text)
        if label:
            field = labelled_field(label)
            return None if field is Field.BIO else (field, 0.9)
        if is_byline(text):
            return Field.BYLINE, 0.95
        if is_date_only(text):
            return Field.DATELINE, 0.8
        if last is Field.BYLINE and is_credit(text):
            return Field.BYLINE, 0.8
        if is_name(text) and text.split(maxsplit=1)[0].title() in lexicon.words("given-names"):
            return Field.BYLINE, _LIKELY_BYLINE
        if is_credit(text) and not _END.search(text):
            return Field.BYLINE, _LIKELY_BYLINE
        return None

    def _may_wait(self, number: int) -> bool:
        """Tell whether a block may turn out to be a standfirst once a byline follows."""
        block = self._blocks[self._free[number]]
        text = self._text(self._free[number])
        if block.kind is BlockKind.HEADING:
            return block.level == 2
        return len(text) <= 300 and not find_dateline(self._pieces.text, block.span)

    def _standfirst(self, waiting: Sequence[int], archived: str) -> Iterator[tuple[int, Mark]]:
        """Yield the lines below the headline that no stop closes and a longer paragraph follows.

        Where the headline itself ends in a stop, or in a semicolon, so do the lines below it.
        """
        stopped = archived and _ARCHIVED.search(archived)
        above = ""
        for index in waiting:
            text = self._text(index)
            later = [each for each in self._free if each > index][:3]
            if _PICTURE.fullmatch(text):
                yield index, (Field.CAPTION, 0.6)
                continue
            closed = _END.search(text) and not (stopped and _may_be_deck(text, archived))
            if (
                closed
                or text.endswith(":")
                or _LABEL.match(text)
                or len(_WORD.findall(text)) < 3
                or not later
            ):
                return
            if max(len(self._text(each)) for each in later) <= len(text):
                return
            if (
                _END.search(text)
                and len(above) > _SHORTEST_DECK
                and not self._goes_on(text, later[0])
            ):
                return
            yield index, (Field.STANDFIRST, 0.7)
            above = text

    def _goes_on(self, text: str, below: int) -> bool:
        """Tell whether a line goes on with the deck above it: no lead begins so."""
        return not text[0].isupper() or self._dated(self._free.index(below))


def _may_be_deck(text: str, headline: str) -> bool:
    """Tell whether a line with its stop may stand between an archive's headline and the story.

    A semicolon at the headline's end announces such a line, a stop does not.
    """
    if headline.rstrip("'\"”’").endswith(";"):
        return len(text) <= _LONGEST_DECK
    short = len(text) <= _LONGEST_DECK_AFTER_STOP and text.rstrip("'\"”’").endswith(".")
    return short and text.split(None, 1)[0].lower() not in _NO_OPENERS


def _in_title_case(words: Sequence[str]) -> bool:
    """Tell whether most longer words after the first have capitals."""
    longer = [word for word in words[1:] if word.lower() not in _SMALL]
    capitals = sum(word[0].isupper() or word[0].isdigit() for word in longer)
    return len(longer) >= 3 and capitals >= 0.75 * len(longer)


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold().replace("’", "'"))).rstrip(".")


@cache
def _stems() -> frozenset[str]:
    return _SMALL | {"has", "have", "be", "are", "his", "her", "he", "she", "they", "after", "says"}


def _content(text: str) -> set[str]:
    """Return the words of a text that carry meaning, cut to what inflection leaves alone."""
    words = (word.lower().rstrip(".").replace("’", "'") for word in _WORD.findall(text))
    return {word.removesuffix("'s")[:5] for word in words if word not in _stems()}
