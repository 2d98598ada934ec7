"""Which words of an article a fact needs: a run looks up those facts alone that it may use.

A key is sound: wherever a check could use a fact, its key stands in the text. That more facts are
found than are used does no harm, so words are compared without case, and in runs of letters and
digits that every check's own idea of a word keeps whole.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from newslint.annotate.alike import plain
from newslint.factsheet import BodyFact, EventFact, Fact, PersonFact, name_of
from newslint.record import Record
from newslint.regexes import compiled


class Key(Record):
    """A word that a text must hold for a fact to matter, and what it must hold beside.

    `words` are parted by spaces. A key with a `slip` needs a name that may be a slip for that one.
    """

    word: str
    words: str = ""
    slip: str = ""


#: The key of what has no letter and no digit: it stands in every text.
ANY = ""
#: Before a part of a person's name, whose capitals count.
_NAME = "@"
#: A slip leaves two letters at one end of a name of so many letters, and three of a long one.
_SLIPS = ((5, 2), (7, 3))


def keys_of_facts(facts: Sequence[Fact]) -> list[list[Key]]:
    """Return the keys of each fact: of a form's words, the one that is rarest in the sheets."""
    forms = [list(map(_words, _forms(fact))) for fact in facts]
    counts = Counter(word for each in forms for words in each for word in set(words))
    return [
        list(dict.fromkeys([*_keys_of_forms(each, counts), *_others(fact)]))
        for fact, each in zip(facts, forms, strict=True)
    ]


def _keys_of_forms(forms: Iterable[Sequence[str]], counts: Mapping[str, int]) -> Iterator[Key]:
    for words in forms:
        rarest = min(words, key=lambda word: (counts[word], -len(word)), default=ANY)
        yield Key(rarest, " ".join(word for word in words if word != rarest))


def _forms(fact: Fact) -> Iterator[str]:
    """Yield the forms that checks look for word by word; a person's name has a key of its own."""
    if not isinstance(fact, PersonFact) or not _name_key(fact.name.split()[-1:]):
        yield name_of(fact)
    if isinstance(fact, EventFact):
        yield from fact.aliases
        return
    yield from fact.wrong
    if isinstance(fact, BodyFact):
        yield from (*fact.former, *fact.not_)


def _others(fact: Fact) -> Iterator[Key]:
    if isinstance(fact, PersonFact):
        first, *rest = fact.name.split()
        if last := _name_key((rest or [first])[-1:]):
            yield Key(last)
        if rest and (key := _name_key([first])):
            yield Key(key, slip=plain(rest[-1]) if rest[-1].isalpha() else "")
    elif isinstance(fact, BodyFact) and fact.acronym:
        name = fact.name[4:] if fact.name.lower().startswith("the ") else fact.name
        yield from _keys_of_forms([list(_without_accents(name))], Counter())
        letters = _words(fact.acronym.replace(".", ""))
        if letters:  # an article may have the plural
            for last in (letters[-1], f"{letters[-1]}s"):
                yield Key(last, " ".join(letters[:-1]))


def _name_key(part: Sequence[str]) -> str:
    """Return the key of a part of a person's name: its longest run that begins with a capital."""
    runs = [run for each in part for run in _runs(each) if not run[0].islower()]
    return _NAME + max(runs, key=len) if runs else ""


class _Letters(dict[int, str]):
    """Maps what is no letter and no digit to a space, whatever else a word may hold."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        self[code] = found = char if char.isalpha() or char.isdecimal() else " "
        return found


_LETTERS = _Letters()


def _runs(text: str) -> list[str]:
    return text.translate(_LETTERS).split()


def _words(text: str) -> list[str]:
    return [run.casefold() for run in _runs(text)]


def _without_accents(text: str) -> Iterator[str]:
    """Yield the words of a text as they are without accents."""
    if _MARK.search(text):  # an accent that stands for itself parts runs
        text = plain(text)
    for run in _runs(text):
        yield from [run.lower()] if run.isascii() else _words(plain(run))


_MARK = compiled(r"\p{M}")
_DOTTED = compiled(r"(?:\p{Lu}\.){2,}")
_CAPITAL = compiled(r"(?<!\w)\p{Lu}[\w'‐‑-]+")


class TextWords:
    """The words of a text that keys are looked up by, and whether the rest of a key stands there.

    `folded` is the text as rules match it.
    """

    def __init__(self, folded: str) -> None:
        self._folded = folded
        runs = set(_runs(folded))
        self._words = {run.casefold() for run in runs}
        if not folded.isascii():
            odd = folded if _MARK.search(folded) else " ".join(runs)
            self._words.update(_without_accents(odd))
        dotted: list[str] = _DOTTED.findall(folded)
        self._words.update(each.replace(".", "").casefold() for each in dotted)
        #: Every word that can be a key.
        self.all = {ANY, *self._words, *(_NAME + run for run in runs if not run[0].islower())}
        self._ends: frozenset[str] | None = None

    def meets(self, key: Key) -> bool:
        """Tell whether the text holds what a key needs, its word being there."""
        if key.words and not self._words.issuperset(key.words.split(" ")):
            return False
        return not key.slip or self._may_slip(key.slip)

    def _may_slip(self, name: str) -> bool:
        """Tell whether the text has a name that begins or ends as this one does."""
        most = max((letters for least, letters in _SLIPS if len(name) >= least), default=0)
        if not most:
            return True
        if self._ends is None:
            self._ends = frozenset(_ends(set(_CAPITAL.findall(self._folded))))
        return f"{name[:most]}…" in self._ends or f"…{name[-most:]}" in self._ends


def _ends(names: Iterable[str]) -> Iterator[str]:
    """Yield how names begin and end, with and without the owner's ending."""
    for name in names:
        word = plain(name).rstrip("'-")
        for each in (word, word.removesuffix("'s")):
            for _, letters in _SLIPS:
                yield f"{each[:letters]}…"
                yield f"…{each[-letters:]}"
