"""Speakers: which words around a verb of speaking name the one who speaks."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.record import Record
from newslint.regexes import compiled
from newslint.span import Span


class Word(Record):
    """A word or mark of the writer's own sentence."""

    text: str
    lower: str
    start: int
    end: int


PRONOUNS = frozenset("he she they i we it you who".split())
DETERMINERS = frozenset(
    "a an the this that these those his her their its my our your some any no each every such "
    "another many several more most few all both".split()
)
COUNTS = frozenset("two three four five six seven eight nine ten dozen hundred thousand".split())
PREPOSITIONS = frozenset(
    "of in on at to for from by with about into over under between among against during through "
    "amid since until after before despite without within like as than via per".split()
)
AUXILIARIES = frozenset(
    "has have had is are was were be been being will would can could may might should must did "
    "does do shall".split()
)
NEGATIONS = frozenset("not never".split())
ADVERBS = frozenset(
    "also then later once often now still even just first again ever always never not soon "
    "sometimes already further instead twice long here there thus only".split()
)
RELATIVES = frozenset("who which that whom whose what".split())
DASHES = frozenset("—–―-") | {"--"}
CLAUSE_ENDS = frozenset(",;:()[]“") | DASHES
_SUBORDINATE = frozenset(
    "when while as because if that since after before although though but where until unless "
    "whether so yet and or".split()
)
_OPENERS = PREPOSITIONS | frozenset(
    "when while as because if since after before although though where until unless asked "
    "speaking citing referring responding writing noting instead meanwhile however later then "
    "still yet but and so now once earlier afterward afterwards separately".split()
)
_STOP_AFTER = frozenset(
    "in on at during after before when while as about from outside inside since by with "
    "through without amid following via over because if although though but".split()
)
_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tonight this last "
    "earlier recently later again".split()
)
_HOUSES = frozenset("at from with".split())
_NEW_MATTER = _STOP_AFTER | (PRONOUNS - {"one", "who"}) | frozenset("then so".split())
_PAST = frozenset(
    "said told says tells wrote writes took made went came gave left met held began put stood sat "
    "rose fell ran won lost sent shook drew broke flew got kept spoke saw read hit cut quit let "
    "paid sold bought built brought caught fought led found felt struck set".split()
)
_EXPLETIVES = frozenset("there there's there’s here here's here’s".split())
_DATELINE = 8  # words of a dateline
_SAID = frozenset("said says added adds noted conceded told admitted acknowledged".split())
_BREAKS = frozenset(";:—–―-()[]…“") | {"--"}


_TOKEN = compiled(r"[@#]?[^\W_](?:[\w&]|['’.‐‑-](?=\w))*|[,;:()\[\]]|[—–―]|--+|(?<=\s)-(?=\s)|…")


def tokens(text: str, start: int, end: int) -> list[Word]:
    """Split a stretch of the writer's own words into words and the marks that part clauses."""
    found = _TOKEN.finditer(text, start, end)
    return [Word(word := match.group(), word.lower(), *match.span()) for match in found]


def speaker_before(words: Sequence[Word], end: int) -> Span | None:
    """Return the subject that ends before word `end`: a pronoun, or a name with what explains it.

    None where no subject stands there, as before a participle (“…, adding”).
    """
    if end < 1:
        return None
    last = words[end - 1]
    if last.lower in PRONOUNS:
        return Span(last.start, last.end)
    if last.text == ",":
        start, stop = _with_explanation(words, end)
    else:
        start, stop = _named_first(words, _phrase_start(words, end)), end
    if start >= stop:
        return None
    return Span(words[start].start, words[stop - 1].end)


def _with_explanation(words: Sequence[Word], end: int) -> tuple[int, int]:
    """Return the bounds of a subject whose explanation closes with the comma before `end`."""
    comma = _previous_comma(words, end - 1)
    if comma is None:
        return end, end
    start = _phrase_start(words, comma)
    if start < comma and words[start].text[0].isdigit() and start and words[start - 1].text == ",":
        start = _phrase_start(words, start - 1)
    if start >= comma:
        return end, end
    return start, comma if _is_aside(words, comma, single=comma - start == 1) else end - 1


def _is_aside(words: Sequence[Word], comma: int, *, single: bool) -> bool:
    """Tell whether what follows a name's comma says something else than who it is."""
    first = words[comma + 1]
    return first.lower.endswith("ing") or (single and first.lower in RELATIVES)


def _named_first(words: Sequence[Word], start: int) -> int:
    """Step back over a comma to the name that a phrase explains: “Ines Park, the mayor said”."""
    if start < 2 or words[start - 1].text != "," or words[start].lower not in DETERMINERS:
        return start
    names = words[: start - 1]
    return 0 if all(name.text[0].isupper() for name in names) and len(names) <= 4 else start


def _previous_comma(words: Sequence[Word], before: int) -> int | None:
    for index in range(before - 1, 0, -1):
        if words[index].text == ",":
            return index
    return None


def _phrase_start(words: Sequence[Word], end: int) -> int:
    """Return the number of the first word of the noun phrase that ends before `end`."""
    start = end
    while start:
        word = words[start - 1]
        if word.text == ")" and (opening := _bracket_before(words, start - 1)) is not None:
            start = opening
            continue
        if word.text == "," or word.text in _BREAKS:
            break
        if word.lower in _SUBORDINATE and not _joins_names(words, start - 1, end):
            break
        start -= 1
    if start + 1 < end and words[start].lower in _OPENERS:
        return _last_name(words, start, end)
    return end if start < end and words[start].text in _OPENERS else start


def _bracket_before(words: Sequence[Word], closing: int) -> int | None:
    """Return where the short aside in brackets begins that ends at `closing`: “(D-Va.)”."""
    for index in range(closing - 1, max(-1, closing - 5), -1):
        if words[index].text == "(":
            return index
    return None


def _joins_names(words: Sequence[Word], index: int, end: int) -> bool:
    """Tell whether "and" or "as" at `index` stands between two nouns of one phrase."""
    if words[index].lower not in ("and", "or") or index + 1 >= end or not index:
        return False
    after = words[index + 1]
    if after.lower in PRONOUNS or words[index - 1].text == ",":
        return False
    return not any(w.lower in AUXILIARIES or w.lower in PRONOUNS for w in words[:index])


def _last_name(words: Sequence[Word], start: int, end: int) -> int:
    """Return where the last run of capitalised words before `end` begins."""
    index = end
    while index > start + 1 and words[index - 1].text[0].isupper():
        index -= 1
    if index == end:
        while index > start + 1 and words[index - 1].lower not in DETERMINERS | PREPOSITIONS:
            index -= 1
        if words[index - 1].lower in DETERMINERS and index > start + 1:
            index -= 1
    return index


def main_subject(words: Sequence[Word], before: int) -> Span | None:
    """Return the subject of the sentence that `words` begin, for a verb form that has none."""
    start = _behind_dateline(words, before)
    while start < before and _opens_aside(words, start):
        comma = next((i for i in range(start, before) if words[i].text == ","), None)
        if comma is None:
            return None
        start = comma + 1
    end = start
    while end < before and not _ends_subject(words, end, start):
        end += 1
        if end < before and words[end].text == "(":
            end = _bracket_end(words, end)
    end = _with_role(words, start, end, before)
    if end == start or words[start].lower in _EXPLETIVES:
        return None
    return Span(words[start].start, words[end - 1].end)


def _behind_dateline(words: Sequence[Word], before: int) -> int:
    """Return where the sentence begins that a dateline opens: “MARLOW, Dec. 8 — In reply, …”."""
    if not words or len(words[0].text) < 3 or not words[0].text.isupper():
        return 0
    dash = next((i for i in range(min(before, _DATELINE)) if words[i].text in DASHES), None)
    return 0 if dash is None else dash + 1


def _opens_aside(words: Sequence[Word], index: int) -> bool:
    """Tell whether a phrase stands before the subject: “In May, …”, “Smiling broadly, …”."""
    word = words[index]
    participle = word.lower.endswith("ing") and word.text[0].isupper() and not index
    return participle or word.lower in _OPENERS


def _with_role(words: Sequence[Word], start: int, end: int, before: int) -> int:
    """Extend a name by the age or role that stands behind it between two commas."""
    if end + 1 >= before or words[end].text != "," or not words[end - 1].text[0].isupper():
        return end
    comma = next((i for i in range(end + 1, before) if words[i].text == ","), None)
    first = words[end + 1]
    if comma is None or first.lower in _OPENERS | RELATIVES or _is_aside(words, end, single=False):
        return end
    role = first.text[0].isdigit() or first.text[0].islower()
    return comma if role and start < end else end


def _bracket_end(words: Sequence[Word], opening: int) -> int:
    """Return what follows a short aside in brackets, or `opening` where none closes soon."""
    for index in range(opening, min(len(words), opening + 5)):
        if words[index].text == ")":
            return index + 1
    return opening


def _ends_subject(words: Sequence[Word], index: int, start: int) -> bool:
    word = words[index]
    if word.text == "," or word.text in _BREAKS:
        return True
    if index > start and words[index - 1].lower in PRONOUNS:
        return True
    if word.lower in AUXILIARIES or word.lower in RELATIVES:
        return True
    lower = word.text[0].islower()
    ending = word.lower.endswith(("ed", "ly")) or word.lower in ADVERBS
    return index > start and lower and (ending or word.lower in _PAST)


def companion(words: Sequence[Word], end: int) -> Span | None:
    """Return who speaks in a phrase such as “…, with Ines Park saying”, which ends before `end`."""
    start = end
    while start and words[start - 1].text not in CLAUSE_ENDS:
        start -= 1
    if not start or start + 1 >= end or words[start].lower != "with":
        return None
    start += 1
    return Span(words[start].start, words[end - 1].end)


def relative_subject(words: Sequence[Word], end: int) -> Span:
    """Return the subject of a clause such as “who” or “what Park” that ends before `end`."""
    start = end - 1
    while start and words[start].lower not in RELATIVES:
        start -= 1
    start = min(start + 1, end - 1)
    return Span(words[start].start, words[end - 1].end)


def speaker_after(words: Sequence[Word], start: int) -> Span | None:
    """Return the subject that begins with word `start` and follows its verb."""
    if start >= len(words):
        return None
    first = words[start]
    if first.lower in PRONOUNS:
        return Span(first.start, first.end)
    if first.lower in _STOP_AFTER or first.text == "," or first.text in _BREAKS:
        return None
    end = _plain_end(words, start)
    if end == start:
        return None
    end = _with_apposition(words, end, single=end - start == 1)
    while end > start + 1 and words[end - 1].text in PREPOSITIONS:
        end -= 1
    return Span(words[start].start, words[end - 1].end)


def _plain_end(words: Sequence[Word], start: int) -> int:
    """Return the end of the noun phrase at `start`, without what is set off by a comma."""
    end = start
    while end < len(words):
        word = words[end]
        closing = next((i for i in range(end, min(len(words), end + 5)) if words[i].text == ")"), 0)
        if word.text == "(" and closing:
            end = closing + 1
            continue
        if word.text == "," or word.text in _BREAKS or word.lower in RELATIVES:
            break
        if end > start and word.lower in _DAYS:
            break
        if end > start and word.text in _STOP_AFTER and not _says_where_from(words, end):
            break
        end += 1
    return end


def _says_where_from(words: Sequence[Word], index: int) -> bool:
    """Tell whether a preposition ties a house or a town to a name: “Ines Park at The Wave”."""
    if words[index].text not in _HOUSES or words[index - 1].text[0].islower():
        return False
    following = [word for word in words[index + 1 : index + 3] if word.text != "the"]
    named = bool(following) and following[0].text[0].isupper()
    return named and following[0].lower not in _DAYS


def _with_apposition(words: Sequence[Word], end: int, *, single: bool) -> int:
    """Extend a name by what explains it between commas, to the end of the clause."""
    if end >= len(words):
        return end
    if words[end].lower in ("who", "whose"):
        return _clause_end(words, end)
    if words[end].text != "," or end + 1 >= len(words):
        return end
    following = words[end + 1]
    if following.text[0].isdigit():
        return _with_apposition(words, end + 2, single=False)
    if following.lower in _STOP_AFTER and not _says_where_from(words, end + 1):
        return end
    if _is_aside(words, end, single=single):
        return end
    if following.lower in PRONOUNS - {"who"} or following.text == "“":
        return end
    return _clause_end(words, end)


def _clause_end(words: Sequence[Word], end: int) -> int:
    """Return where an explanation ends that begins at `end`: at the comma before another thing."""
    last = len(words)
    for index in range(end + 1, len(words)):
        if words[index].text in (";", ":", "—", "–", "--", "“"):
            last = index
            break
        if words[index].text == "," and index + 1 < len(words) and index > end + 1:
            following = words[index + 1].lower
            speaks = following == "who" and words[index + 2 : index + 3]
            if speaks and speaks[0].lower in _SAID:
                last = index
                break
            if following in _NEW_MATTER or following.endswith("ing"):
                last = index
                break
    while last > end and words[last - 1].text == ",":
        last -= 1
    return last
