"""Items of one list that end or begin in two ways."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Annotated, Literal

from newslint import lexicon
from newslint.annotate.lists import Item, VerticalList, vertical_lists
from newslint.annotate.names import FUNCTION_WORDS, names
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document
from newslint.finding import Edit, Related, Severity
from newslint.record import Record
from newslint.regexes import compiled
from newslint.span import Span

_FEWEST = 3  # items that show which form is the list's own
_PART = 4  # no more than one item in so many may be a slip


class Parameters(Record):
    """What the items of a list are compared by."""

    by: Annotated[
        Literal["ends", "capitals"],
        "'ends': the marks that close the items. 'capitals': the letters they begin with.",
    ]


class _Form(Record):
    """How an item is closed or begins, and where that can be seen.

    `whole` says that the item is a sentence and not a phrase.
    """

    form: str
    span: Span
    whole: bool = False


class ListConsistency(DocumentCheck[Parameters]):
    """Report the items of a list that end, or begin, unlike the others of it.

    Most items decide, of three at least. Sentences may be closed where phrases are not, and an
    item that ends in a question mark, a colon, an abbreviation or an address counts for nothing.
    A semicolon or comma after each item and a full stop after the last is one form. A name, an
    acronym or a figure begins as it must.
    """

    kind = "list-consistency"
    parameters_type = Parameters
    placeholders = frozenset({"found", "form", "usual", "count", "total"})
    needs_known = "may_hold_lists"

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Judge each list by itself."""
        judge = _ends if self.parameters.by == "ends" else _capitals
        for each in document.layer(vertical_lists):
            if len(each.items) >= _FEWEST:
                yield from judge(each, document)


def _slips(forms: Sequence[_Form | None]) -> tuple[str, list[tuple[int, _Form]]]:
    """Return the form of most items, and the numbers and forms of the few that have another."""
    known = [each for each in forms if each is not None]
    counts = Counter(each.form for each in known)
    usual = counts.most_common(1)[0][0] if counts else ""
    others = [
        (at, each) for at, each in enumerate(forms) if each is not None and each.form != usual
    ]
    enough = len(known) >= max(_FEWEST, len(forms) / 2)
    if not enough or len(others) > max(1, len(known) // _PART):
        return "", []
    return usual, others


class _Usual:
    """The form of most items of a list, and the items that have it."""

    def __init__(self, form: str, forms: Sequence[_Form | None]) -> None:
        self.form = form
        self._like = [each.span for each in forms if each is not None and each.form == form]
        self._total = len(forms)

    def hit(self, slip: _Form, text: str, edit: Edit) -> Hit:
        """Report an item that has another form, and point at the nearest that has this one."""
        values = {
            "found": slip.span.of(text),
            "form": _NAMES[slip.form],
            "usual": _NAMES[self.form],
            "count": str(len(self._like)),
            "total": str(self._total),
        }
        after = bisect_left(self._like, slip.span)
        near = self._like[max(0, after - 1) : after + 1]
        span = min(near, key=lambda each: abs(each.start - slip.span.start))
        related = (Related(span, f"an item {_NAMES[self.form]}"),)
        severity = Severity.SUGGESTION if len(self._like) < _FEWEST else None
        return Hit(slip.span, values, edits=(edit,), related=related, severity=severity)


_NAMES = {
    ".": "with a full stop",
    ";": "with a semicolon",
    ",": "with a comma",
    "": "without a mark",
    "capital": "with a capital",
    "small": "in lower case",
}


# How items end.


def _ends(each: VerticalList, document: Document) -> Iterator[Hit]:
    folded = [item.last.of(document.folded).rstrip(_CLOSERS) for item in each.items]
    forms = [_end(item, words) for item, words in zip(each.items, folded, strict=True)]
    known = [form for form in forms if form is not None]
    last = known[-1] if known else None
    before = Counter(form.form for form in known[:-1]).most_common(1)
    if before and before[0][0] in (";", ",") and last is not None and last.form in (".", ""):
        forms[forms.index(last)] = None  # the list is one sentence, which ends here
    usual, slips = _slips(forms)
    phrases = sum(form.whole for form in known) * 2 < len(known)
    most = _Usual(usual, forms)
    for at, slip in slips:
        if slip.form == "." and slip.whole and phrases:
            continue  # a sentence among phrases
        if not usual and (slip is forms[-1] or _TIED.search(folded[at])):
            continue  # so it is here, though without marks inside
        if slip.form == "." and at and _TIED.search(folded[at - 1]):
            continue  # the list ends here, and what follows is no part of it
        if usual == "." and not _SEVERAL.search(folded[at]):
            continue
        place = slip.span if slip.form else Span(slip.span.end, slip.span.end)
        yield most.hit(slip, document.text, Edit(place, usual))


_CLOSERS = " \"'”’»*_\u00a0"
#: A full stop that may belong to the word before it: "etc.", "U.S.", "a.m.", "J.".
_SHORT = compiled(
    r"(?:^|[\s(])(?:\S*\.\S*|\p{L}|\p{Lu}\p{Ll}{1,3}|etc|approx|vs|ft|[pa]m|no|nos)\.$"
)
#: What closes with an end of its own: a bracket, a note behind the stop, who wrote the words, a
#: heading that ran into the item.
_ASIDE = compiled(
    r"[.!?\ufffc][\"'”’]?[)\]]+$|[.!?][\"'”’)]? [(\[][^()\[\]]*[)\]]$|#\w+$"
    r"|[.!?][\"”]? ?[–—-] ?\p{Lu}[^.!?]*$|\p{Ll}[.!?]\p{Lu}\p{Ll}[^.!?]*$"
)
#: The last item but one may tell that the last follows, in a list that reads as a sentence.
_TIED = compiled(r"(?<mark>[;,]|(?<=[\w)%\ufffc])) (?:and|or|and/or|as well as|but|plus)[,:]?$")
#: What may stand last: other signs, a question mark or an address, are right as they are.
_CLOSING = compiled(r"[\p{L}\p{N}.;,)\]%°]")
_SENTENCE_WITHIN = compiled(r"[.!?][\"'”’)]* +[\"“(]?\p{Lu}")
#: Words that a sentence begins with and a phrase does not, at the head or behind a label.
_SUBJECT = compiled(
    r"(?:This|These|Those|It|They|There|We|You|He|She|I|If)[' ]"
    r"|.{3,60}(?::| [–—-]|[–—]) ?\p{Lu}\p{Ll}+ \p{Ll}"
)
_SEVERAL = compiled(r"\S \S")


def _end(item: Item, words: str) -> _Form | None:
    """Tell how an item ends that closes with `words`; None where that shows nothing."""
    tie = _TIED.search(words)
    bare = (words[: tie.end("mark")] if tie else words).rstrip(_CLOSERS)
    if item.nests or not bare or bare.endswith("..") or not _CLOSING.match(bare[-1]):
        return None
    mark = bare[-1] if bare[-1] in ".;," else ""
    if (mark == "." and _SHORT.search(bare[-20:])) or (tie and not mark) or _ASIDE.search(bare):
        return None
    end = item.last.start + len(bare)
    start = end - 1 if mark else item.last.start + bare.rfind(" ") + 1
    return _Form(mark, Span(start, end), _is_whole(item, bare))


def _is_whole(item: Item, words: str) -> bool:
    """Tell whether an item is more than a phrase."""
    several = item.first != item.last or _SENTENCE_WITHIN.search(words) is not None
    return several or _SUBJECT.match(words) is not None


# How items begin.


def _capitals(each: VerticalList, document: Document) -> Iterator[Hit]:
    forms = [_beginning(item, document) for item in each.items]
    if len({form.form for form in forms if form is not None}) < 2:
        return
    known = _proved(each, document)
    forms = [form if form is not None and _free(form, document, known) else None for form in forms]
    usual, slips = _slips(forms)
    most = _Usual(usual, forms)
    for _, slip in slips:
        first = document.text[slip.span.start]
        other = first.lower() if usual == "small" else first.upper()
        edit = Edit(Span(slip.span.start, slip.span.start + 1), other)
        yield most.hit(slip, document.text, edit)


_FIRST = compiled(r"\p{L}[\p{L}\p{N}'.-]*+(?<![.-])")
#: What follows a capitalised word that belongs to a name: "Bank of England", "Harbour Street".
_NAME_GOES_ON = compiled(
    r"[\s-](?:(?:of|for|and|&|de|du)\s(?:the\s)?)?[\"'“]?(?:\p{Lu}\p{Ll}|\p{N})"
)


def _beginning(item: Item, document: Document) -> _Form | None:
    match = _FIRST.match(document.folded, *item.first)
    if match is None:
        return None
    form = "capital" if match.group()[0].isupper() else "small"
    return _Form(form, Span(*match.span()))


def _proved(each: VerticalList, document: Document) -> frozenset[str]:
    """Return the words that begin a name somewhere else in the article."""
    starts = {item.first.start for item in each.items}
    found = document.layer(names).names
    proving = [name for name in found if name.proves and name.span.start not in starts]
    return frozenset([name.text.split()[0].removesuffix("'s") for name in proving])


def _free(form: _Form, document: Document, known: frozenset[str]) -> bool:
    """Tell whether a word might begin in the other way: no name, no acronym, no trade mark."""
    word = form.span.of(document.folded).removesuffix("'s")
    plain = word.lower()
    if word[1:] != plain[1:] or word == "I":
        return False
    if plain not in FUNCTION_WORDS and not _is_english(plain):
        return False
    if form.form == "small":
        return True
    if word in known or _NAME_GOES_ON.match(document.folded, form.span.end):
        return False
    return not any(word in lexicon.plain_words(each) for each in _NAMES_TOO)


def _is_english(word: str) -> bool:
    """Tell whether a word in small letters is in the list of English words, inflected or not."""
    known = lexicon.english_words()
    if word in known:
        return True
    stems = [word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending)]
    return any(stem in known or f"{stem}e" in known for stem in stems if len(stem) > 2)


_ENDINGS = ("s", "es", "d", "ed", "ing", "ly", "ally", "er")
_NAMES_TOO = ("proper-words", "given-names", "surnames", "places")
