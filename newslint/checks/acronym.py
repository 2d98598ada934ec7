"""Acronyms: undefined, defined late, twice, two ways or for nothing, or with the wrong letters."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Annotated, Literal

from newslint import lexicon
from newslint.annotate.acronyms import Acronym, Definition, Fit, acronyms, initials
from newslint.annotate.alike import one_slip_apart
from newslint.annotate.names import FUNCTION_WORDS
from newslint.annotate.person_names import given_names
from newslint.annotate.quotes import quotes
from newslint.annotate.spoken_turns import spoken_turns
from newslint.annotate.structure import structure
from newslint.annotate.told_acronyms import is_shouted_word, needs_no_definition, words_of
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document, Field
from newslint.finding import Related
from newslint.record import Record
from newslint.span import Span


class Parameters(Record):
    """The parameters of an acronym rule."""

    fault: Annotated[
        Literal["undefined", "late", "reversed", "twice", "two-ways", "unused", "letters"],
        "What is looked for: no definition at all, a definition after the first use, letters that "
        "stand before the words, a second definition like the first or unlike it, a definition "
        "that nothing follows, or letters that do not fit the words.",
    ]
    words: Annotated[tuple[str, ...], "Acronyms that need no definition."] = ()
    longest: Annotated[int, "Letters beyond which a word in capitals is no acronym."] = 6
    words_suffice: Annotated[
        bool,
        "Whether the words in full define the letters wherever they stand, without the letters "
        "in brackets behind them.",
    ] = False


_Fault = Callable[[Acronym, Document], Iterator[Hit]]
#: What nobody can say of a paragraph alone.
_NEED_ARTICLE = ("undefined", "unused")
# Fewer letters are too easily a name of another language or a nickname.
_TELLING = 4


class AcronymCheck(DocumentCheck[Parameters]):
    """Report one fault of acronyms and their definitions."""

    kind = "acronym"
    parameters_type = Parameters
    placeholders = frozenset({"acronym", "long", "other", "initials"})

    def __init__(self, parameters: Parameters) -> None:
        super().__init__(parameters)
        self._known = frozenset(word.replace(".", "") for word in parameters.words)
        self._faults: Mapping[str, _Fault] = {
            "undefined": self._undefined,
            "late": _late,
            "reversed": _reversed,
            "twice": _twice,
            "two-ways": _two_ways,
            "unused": _unused,
            "letters": _letters,
        }

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Report the fault that the rule looks for."""
        if not document.complete and self.parameters.fault in _NEED_ARTICLE:
            return
        find = self._faults[self.parameters.fault]
        for acronym in document.layer(acronyms):
            if acronym.letters not in self._known:
                yield from find(acronym, document)

    def _undefined(self, acronym: Acronym, document: Document) -> Iterator[Hit]:
        letters, text = acronym.letters, document.folded
        if acronym.definitions or len(letters) > self.parameters.longest:
            return
        long = words_of(letters, text) if len(letters) > 2 else None
        if long is not None:
            if not self.parameters.words_suffice:
                yield from _not_introduced(acronym, long, document)
            return
        used = [use for use in acronym.uses if _is_own(use, document)]
        known = not used or _is_word(letters) or is_shouted_word(letters, text)
        if not known and not any(needs_no_definition(letters, use, text) for use in used):
            yield Hit(used[0], {"acronym": letters})


def _not_introduced(acronym: Acronym, long: Span, document: Document) -> Iterator[Hit]:
    """Ask for the letters behind words that stand in the article without them.

    Where only speakers use the letters, the place to mend is the words.
    """
    body = [use for use in acronym.uses if _in_body(use, document)]
    if not body:
        return
    words = long.of(document.text)
    values = {"acronym": acronym.letters, "long": words}
    message = "{acronym} is not introduced: write “{long} ({acronym})” where the name first stands."
    own = [use for use in body if _is_own(use, document)]
    if own:
        related = (Related(long, f"“{words}” here, without the letters"),)
        yield Hit(own[0], values, related=related, message=message)
    elif long < body[0]:
        yield Hit(long, values, related=(Related(body[0], "the letters alone"),), message=message)


def _is_own(use: Span, document: Document) -> bool:
    """Tell whether the writer uses it in the body: a speaker need not spell it out."""
    spoken = document.layer(quotes).quoted(use) or document.layer(spoken_turns).within(use)
    return _in_body(use, document) and not spoken


def _in_body(use: Span, document: Document) -> bool:
    segment = document.layer(structure).at(use.start)
    return segment is not None and segment.field is Field.BODY


def _is_word(letters: str) -> bool:
    """Tell whether the capitals may be a shout, not an acronym."""
    lowered = letters.lower()
    title = letters.title()
    return (
        lowered in FUNCTION_WORDS
        or lowered in lexicon.english_words()
        or title in lexicon.words("places")
        or title in lexicon.listed("surnames")
        or title in given_names()
    )


def _values(acronym: Acronym, definition: Definition, document: Document) -> dict[str, str]:
    return {"acronym": acronym.letters, "long": definition.long.of(document.text)}


def _fitting(acronym: Acronym) -> list[Definition]:
    return [each for each in acronym.definitions if each.fit is not Fit.NONE]


def _late(acronym: Acronym, document: Document) -> Iterator[Hit]:
    if not acronym.definitions:
        return
    definition = acronym.definitions[0]
    before = [use for use in acronym.uses if use.start < min(definition.short, definition.long)[0]]
    used = [use for use in before if _is_own(use, document)]
    if used:
        related = (Related(definition.long, "spelled out only here"),)
        yield Hit(used[0], _values(acronym, definition, document), related=related)


def _reversed(acronym: Acronym, document: Document) -> Iterator[Hit]:
    for definition in acronym.definitions[:1]:
        if definition.short < definition.long:
            related = (Related(definition.long, "spelled out behind it"),)
            yield Hit(definition.short, _values(acronym, definition, document), related=related)


def _same(first: str, second: str) -> bool:
    """Tell whether two expansions are one, plurals, articles and capitals aside."""
    one, two = (" ".join(each.lower().replace("’", "'").split()) for each in (first, second))
    return one in two or two in one or one_slip_apart(one, two)


def _pairs(acronym: Acronym) -> Iterator[tuple[Definition, Definition]]:
    found = [each for each in acronym.definitions if each.fit is Fit.INITIALS]
    for definition in found[1:]:
        yield found[0], definition


def _twice(acronym: Acronym, document: Document) -> Iterator[Hit]:
    for first, second in _pairs(acronym):
        if _same(first.long.of(document.text), second.long.of(document.text)):
            related = (Related(first.long, "spelled out here already"),)
            yield Hit(second.long, _values(acronym, second, document), related=related)


def _two_ways(acronym: Acronym, document: Document) -> Iterator[Hit]:
    for first, second in _pairs(acronym):
        long, other = second.long.of(document.text), first.long.of(document.text)
        if not _same(other, long):
            related = (Related(first.long, f"“{other}” here"),)
            yield Hit(
                second.long,
                _values(acronym, second, document) | {"other": other},
                None,
                (),
                related,
            )


def _unused(acronym: Acronym, document: Document) -> Iterator[Hit]:
    if len(acronym.uses) == 1 and len(_fitting(acronym)) == 1:
        definition = acronym.definitions[0]
        if definition.long < definition.short:
            yield Hit(definition.short, _values(acronym, definition, document))


def _letters(acronym: Acronym, document: Document) -> Iterator[Hit]:
    """Report letters that are the words' initials but for one slip or their order."""
    letters = "".join(letter for letter in acronym.letters.upper() if letter.isalnum())
    for definition in acronym.definitions:
        long = definition.long.of(document.text)
        if definition.fit is not Fit.INITIALS and _nearly(letters, initials(long)):
            values = _values(acronym, definition, document) | {"initials": initials(long)}
            related = (Related(definition.long, f"“{long}” here"),)
            yield Hit(definition.short, values, related=related)


def _nearly(letters: str, words: str) -> bool:
    if sorted(letters) == sorted(words):
        return letters != words and len(letters) > 2
    # A word left out of the acronym is common, a letter without a word is not.
    return (
        len(letters) >= _TELLING
        and len(letters) >= len(words)
        and one_slip_apart(letters, words)
        and letters[0] == words[0]
    )
