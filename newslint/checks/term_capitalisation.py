"""A term with a capital in one place of the article and without it in another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated

from newslint import lexicon
from newslint.annotate.mentions import mentions
from newslint.annotate.modifiers import modified_noun
from newslint.annotate.name_uses import NameWords, name_words
from newslint.annotate.names import FUNCTION_WORDS, Name, names
from newslint.annotate.person_names import given_names, never_people
from newslint.annotate.words import OWNER, Token, without_owner, words
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document
from newslint.finding import Related
from newslint.record import Record
from newslint.regexes import compiled
from newslint.span import Span


class Parameters(Record):
    """The parameters of a term capitalisation rule."""

    words: Annotated[
        tuple[str, ...],
        "Words never judged: they mean one thing with a capital, another without.",
    ] = ()
    shortest: Annotated[int, "Letters that a term must have at least."] = 4
    strict: Annotated[bool, "Judge two-word terms and terms used once each way, too."] = False


class _Use(Record):
    """One place where a term stands; `following` is the common noun it modifies, if it does."""

    span: Span
    following: str


_WORD = compiled(r"\p{L}+(?: \p{L}+)?")
_TIED_AFTER = compiled(r" (?:(?:of|for|on)(?: the)? \p{Lu}|(?:and|&) \p{Lu}[\w-]* \p{Lu})|:|-")
# An adjective tells two things apart by the noun: Electoral College, electoral count.
_ADJECTIVE = compiled(r"\p{L}+(?:al|ic|ive|ous|ary|able|ible)")
# Endings of words that few lists of English hold, though they are no names.
_LEARNED = compiled(
    r".+(?:ology|ologists?|metry|graphy|ness|isms?|ists?|ers|ors|ings?|ed|ly|ations?|ity|ities|able|"
    r"al|ic|ics|ive|ous|ware|men|women|man|woman)"
)
_PAIR = compiled(r" (?:and|&) \p{Lu}")
_NAMED = ("name ", "word ", "term ", "called ")
_TIED_BEFORE = compiled(
    r"(?:\p{Lu}[\w.-]*|department|ministry|institute|school|faculty|college|office|professor|"
    r"journal|secretary|minister|head|director|chair) (?:(?:of|for|in|on|and|&)(?: the)?|the) $"
    r"|\p{Lu}[\w.-]* & $|\p{Lu}[\w.-]*, $|\p{Lu}[\w.-]*'s $|[-#@/]$"
)


class TermCapitalisation(DocumentCheck[Parameters]):
    """Report a term whose capital comes and goes although it is used the same way.

    A capital proves something only where no other reason for it is to be seen: not where a
    sentence begins, not in a headline set in capitals, not inside a longer name. Two uses are the
    same if both modify a common noun, or if the word is no common English word at all.
    """

    kind = "term-capitalisation"
    parameters_type = Parameters
    placeholders = frozenset({"found", "other"})

    def __init__(self, parameters: Parameters) -> None:
        super().__init__(parameters)
        self._exempt = frozenset(word.lower() for word in parameters.words)

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Report every place of the form that is used less often."""
        capital = self._capitals(document)
        if not capital:
            return
        families = {person.family for person in document.layer(mentions).people}
        for term, lower in _lower_uses(document, capital).items():
            upper = capital[term]
            nouns = [{use.following.removesuffix("s") for use in uses} - {""}
                     for uses in (upper, lower)]  # fmt: skip
            if nouns[0] & nouns[1]:
                one = True
            elif term.title() in families:  # the check of names in lower case judges people
                one = False
            else:
                one = self._is_one_term(term, upper, lower, document.layer(name_words))
            if one:
                yield from _report(document, upper, lower)

    def _capitals(self, document: Document) -> dict[str, list[_Use]]:
        found: dict[str, list[_Use]] = {}
        for name in document.layer(names).names:
            if self._is_candidate(name) and not _tied(document.folded, name.span):
                use = _Use(name.span, modified_noun(document.folded, name.span.end))
                found.setdefault(name.text.lower(), []).append(use)
        return found

    def _is_candidate(self, name: Name) -> bool:
        term = name.text
        parts = term.lower().split(" ")
        return (
            name.proves
            and len(term) >= self.parameters.shortest
            and _WORD.fullmatch(term) is not None
            and term.istitle()
            and not any(word in self._exempt or word in FUNCTION_WORDS for word in parts)
            and term not in never_people()
            and term not in given_names()
        )

    def _is_one_term(
        self, term: str, upper: list[_Use], lower: list[_Use], layer: NameWords
    ) -> bool:
        """Tell whether the term is used the same way with and without its capital."""
        modifies = all(any(use.following for use in uses) for uses in (upper, lower))
        if self.parameters.strict or " " in term:
            return self.parameters.strict and (" " in term or modifies or not _is_known(term))
        if modifies and not _ADJECTIVE.fullmatch(term) and max(len(upper), len(lower)) > 1:
            return True
        if _is_known(term) or term.title() in lexicon.listed("surnames"):
            return False
        often = max(len(upper), len(lower), layer.count(term.title())) > 1
        return often or _LEARNED.fullmatch(term) is None


def _tied(folded: str, span: Span) -> bool:
    """Tell whether the term is a piece of a name with "of" in it: Secretary of State."""
    pair = _PAIR.match(folded, span.end)
    if pair is not None and not modified_noun(folded, span.end):
        return True
    return (
        _TIED_AFTER.match(folded, span.end) is not None
        or _TIED_BEFORE.search(folded[max(0, span.start - 40) : span.start]) is not None
    )


def _lower_uses(document: Document, capital: dict[str, list[_Use]]) -> dict[str, list[_Use]]:
    """Find the terms without a capital, outside web addresses and tags."""
    first = {term.split(" ")[0] for term in capital}
    layer = document.layer(words)
    tokens = layer.tokens
    found: dict[str, list[_Use]] = {}
    for number in sorted(
        number
        for word in first
        for ending in ("", *OWNER)
        for number in layer.spelled(word + ending)
    ):
        for term, end in _terms_at(tokens, number):
            span = Span(tokens[number].start, end)
            if term in capital and _is_prose(document.folded, span):
                use = _Use(span, modified_noun(document.folded, end))
                found.setdefault(term, []).append(use)
    return dict(sorted(found.items(), key=lambda item: item[1][0].span))


def _terms_at(tokens: Sequence[Token], number: int) -> Iterator[tuple[str, int]]:
    token = tokens[number]
    word = without_owner(token.text)
    yield word, token.start + len(word)
    if word != token.text:
        return
    if number + 1 < len(tokens) and tokens[number + 1].start == token.end + 1:
        second = without_owner(tokens[number + 1].text)
        yield f"{word} {second}", tokens[number + 1].start + len(second)


def _is_prose(folded: str, span: Span) -> bool:
    if folded.endswith(_NAMED, 0, span.start):
        return False  # a word that is spoken of
    before = folded[span.start - 1 : span.start]
    after = folded[span.end : span.end + 2]
    return before not in tuple("#@/._-\\*") and not (
        after[:1] in tuple("/@_-") or (after[:1] in tuple(".:") and after[1:].isalnum())
    )


def _is_known(term: str) -> bool:
    known = lexicon.english_words()
    return term in known or term.removesuffix("s") in known


def _report(document: Document, upper: list[_Use], lower: list[_Use]) -> Iterator[Hit]:
    wrong, right = (lower, upper) if len(lower) <= len(upper) else (upper, lower)
    found, other = wrong[0].span.of(document.text), right[0].span.of(document.text)
    related = (Related(right[0].span, f"“{other}” here"),)
    for use in wrong:
        yield Hit(use.span, {"found": found, "other": other}, related=related)
