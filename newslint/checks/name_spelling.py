"""A name spelled two ways in one article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from newslint import lexicon
from newslint.annotate.alike import alike_pairs, plain
from newslint.annotate.name_uses import Use, name_words
from newslint.annotate.person_names import body_words, given_names, is_never_person
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document
from newslint.finding import Related
from newslint.record import Record


class Parameters(Record):
    """The parameters of a name spelling rule."""

    words: Annotated[tuple[str, ...], "Names never taken for a slip."] = ()
    shortest: Annotated[int, "Letters that a name must have at least."] = 3


# Letters that make a likeness tell more than chance.
_KNOWN = 4
_SURE = 5
_SWAPPED = 6
_LONG = 7
#: What makes a people or an adjective of a place or word.
_ENDINGS = frozenset(("n", "i", "a", "e", "y"))


class NameSpelling(DocumentCheck[Parameters]):
    """Report a name that is one slip away from another of the article that must be the same.

    Two people of one family, places, plurals and common words are left alone.
    """

    kind = "name-spelling"
    parameters_type = Parameters
    placeholders = frozenset({"found", "other"})

    def __init__(self, parameters: Parameters) -> None:
        super().__init__(parameters)
        self._exempt = frozenset(parameters.words)

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Report the rarer spelling, or the later one."""
        layer = document.layer(name_words)
        words = [word for word in layer.words() if len(word) >= self.parameters.shortest]
        for first, second in sorted(alike_pairs(words)):
            if not self._exempt.isdisjoint((first, second)) or _are_two(first, second):
                continue
            uses = layer.uses(first), layer.uses(second)
            if all(uses) and (pair := _Pair(*uses)).is_one_name():
                yield pair.hit(document)


def _is_word(key: str) -> bool:
    return key.lower() in lexicon.english_words()


def _is_heard_of(key: str) -> bool:
    """Tell whether a word is English, a place, or a name that many bear."""
    return (
        _is_word(key)
        or is_never_person(key)
        or key in given_names()
        or key in lexicon.listed("surnames")
    )


def _are_two(first: str, second: str) -> bool:
    """Tell from two words alone that neither is a slip for the other."""
    if first.isupper() or second.isupper() or first.lower() == second.lower():
        return True
    both = is_never_person(first) and is_never_person(second)
    return both and plain(first) != plain(second)


def _before(uses: list[Use], *, loose: bool) -> set[str]:
    """Collect the words in front of one that closes its name, or, when loose, of any."""
    return {word for use in uses if loose or not use.after for word in use.before}


class _Pair:
    """Two spellings and what speaks for their being one name."""

    def __init__(self, first: list[Use], second: list[Use]) -> None:
        rarer = (len(first), -first[0].span.start) <= (len(second), -second[0].span.start)
        self.wrong, self.right = (first, second) if rarer else (second, first)
        self.keys = (self.wrong[0].key, self.right[0].key)

    def is_one_name(self) -> bool:
        """Tell whether the two must be one name."""
        if self._is_harmless():
            return False
        return (
            self._same_name()
            or self._full_and_alone(self.wrong, self.right)
            or self._full_and_alone(self.right, self.wrong)
            or self._slip_of_known_name()
            or self._slip_of_word()
            or self._both_alone()
        )

    def _is_harmless(self) -> bool:
        """Tell whether the two differ by an ending only."""
        if plain(self.keys[0]) == plain(self.keys[1]):
            return False
        shorter, longer = sorted(self.keys, key=len)
        ending = longer[len(shorter) :] if longer.startswith(shorter) else ""
        if not ending or self._share_given():
            return False
        adjective = _is_word(shorter) or is_never_person(shorter) or shorter.endswith("ea")
        return ending == "s" or (ending in _ENDINGS and adjective)

    def _share_given(self) -> bool:
        """Tell whether one given name stands before both."""
        shared = _before(self.wrong, loose=False) & _before(self.right, loose=False)
        return not given_names().isdisjoint(shared)

    def _same_name(self) -> bool:
        """Tell whether the other words of two names are the same."""
        if all(_is_word(key) for key in self.keys):
            return self._is_place()
        if all(key in given_names() for key in self.keys):
            return False
        whole = {(use.before, use.after) for use in self.wrong if use.before or use.after}
        if any((use.before, use.after) in whole for use in self.right):
            return True
        loose = any(use.headline for use in (*self.wrong, *self.right))
        return not _before(self.wrong, loose=loose).isdisjoint(_before(self.right, loose=loose))

    def _is_place(self) -> bool:
        """Tell whether one is a known place of several words and the other a slip for it."""
        places = lexicon.words("places")
        known = {
            (use.before, use.after)
            for use in self.right
            if " ".join([*use.before, use.key, *use.after]) in places
        }
        return any((use.before, use.after) in known for use in self.wrong)

    def _full_and_alone(self, full: list[Use], alone: list[Use]) -> bool:
        """Tell whether one stands with a first name and the other only ever alone."""
        fulls = [use for use in full if use.full]
        if not fulls or not all(self._may_be_alone(use, fulls) for use in alone):
            return False
        key, other = alone[0].key, full[0].key
        if is_never_person(key) or other in lexicon.words("proper-words"):
            return False
        if plain(key)[0] != plain(other)[0]:
            return False
        introduced = any(use.introduced for use in fulls)
        if introduced and any(use.person or not use.alone for use in alone):
            return True
        if plain(key) == plain(other):
            return introduced
        if not introduced and (_is_word(other) or is_never_person(other)):
            return False
        surnames = lexicon.listed("surnames")
        if _is_word(key) or key in given_names() or len(key) < _SURE:
            return False
        return not (key in surnames and other in surnames)

    def _may_be_alone(self, use: Use, fulls: list[Use]) -> bool:
        """Tell whether a word stands alone, or behind the initial of one of the full names."""
        if use.before or use.after:
            return False
        return use.alone or use.initial in {full.before[0][0] for full in fulls}

    def _slip_of_known_name(self) -> bool:
        """Tell whether an unheard-of word stands once beside the name of somebody known here."""
        wrong, right = self.keys
        if len(self.wrong) > 1 or len(right) < _KNOWN or _is_heard_of(wrong):
            return False
        if right in given_names() and not any(each.full for each in self.right):
            return False
        use = self.wrong[0]
        if use.after and not use.headline:
            return False
        givens = {each.before[-1] for each in self.right if each.full and each.introduced}
        person = any(each.person for each in self.right)
        alone = [each for each in self.right if each.alone and each.proves]
        if use.before:
            return use.introduced and self._names_the_full(person, len(alone))
        known = bool(givens) or person or (bool(alone) and any(each.full for each in self.right))
        return known and (plain(wrong)[0] == plain(right)[0] or use.person)

    def _names_the_full(self, person: bool, alone: int) -> bool:
        """Tell whether the form without a given name can only mean the one that has it."""
        wrong, right = self.keys
        surname = right in lexicon.listed("surnames")
        if any(each.introduced for each in self.right):
            return surname and len(wrong) >= _SURE
        if person:
            return True
        if alone < 2 and _is_word(right):
            return False
        alike = surname and alone > 0 and plain(wrong)[0] == plain(right)[0]
        return alike or not is_never_person(right)

    def _slip_of_word(self) -> bool:
        """Tell whether a word that is none is a slip for one that ends names here: Securites."""
        wrong, right = self.keys
        if len(wrong) < _LONG or _is_word(wrong) or not _is_word(right):
            return False
        if wrong in lexicon.listed("surnames") or plain(wrong)[0] != plain(right)[0]:
            return False
        return right in body_words() and not any(use.after and not use.before for use in self.wrong)

    def _both_alone(self) -> bool:
        """Tell whether two names that stand alone have the same letters, swapped or accented."""
        wrong, right = self.keys
        if not all(use.alone for use in (*self.wrong, *self.right)):
            return False
        if plain(wrong) == plain(right):
            return True
        if len(wrong) < _SWAPPED or sorted(wrong) != sorted(right):
            return False
        return not any(map(_is_heard_of, self.keys))

    def hit(self, document: Document) -> Hit:
        """Point from the rarer spelling to the other."""
        wrong = max(self.wrong, key=lambda use: (use.full or bool(use.after), -use.span.start))
        right = max(self.right, key=lambda use: (use.full, -use.span.start))
        found, other = wrong.span.of(document.text), right.span.of(document.text)
        related = (Related(right.span, f"“{other}” here"),)
        return Hit(wrong.span, {"found": found, "other": other}, related=related)
