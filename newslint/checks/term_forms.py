"""One term in two forms: with and without hyphen, accent, space or inner capital."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated

from newslint.annotate.alike import plain
from newslint.annotate.names import FUNCTION_WORDS
from newslint.annotate.quotes import quotes
from newslint.annotate.words import Token, words
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document
from newslint.finding import Related
from newslint.record import Record
from newslint.regexes import compiled
from newslint.span import Span


class Parameters(Record):
    """The parameters of a term form rule."""

    words: Annotated[
        tuple[str, ...], "Terms, in any form, of which two forms mean two things (re-sign)."
    ] = ()
    particles: Annotated[
        tuple[str, ...], "Words that close a verb (break up) and a noun (break-up, breakup)."
    ] = ()
    spaces: Annotated[bool, "Whether two words are a form too (health care, health-care)."] = False
    shortest: Annotated[int, "Letters that a term must have at least."] = 4


class _Form(Record):
    """A term as it stands in one place: `shape` says how it is written, `modifies` its use."""

    span: Span
    shape: str
    modifies: bool


_HYPHENS = compiled(r"[-‐‑]")
_CODE = compiled(r"\p{Lu}{1,4}[a-z]?[-‐‑]?\d{1,4}s?")
#: First words that make a phrase of any two: "two years" is no form of "two-year".
_NO_PART = FUNCTION_WORDS | frozenset(
    "one two three four five six seven eight nine ten half year month week day hour".split()
)
_NO_NOUN = compiled(r".*(?:ly|ed|ing)")


class TermForms(DocumentCheck[Parameters]):
    """Report the rarer of two forms of one term in the writer's own words.

    "Decision-maker" and "decision maker" are two forms; "long-term plan" and "in the long term"
    are not, since the one stands before a noun.
    """

    kind = "term-forms"
    parameters_type = Parameters
    placeholders = frozenset({"found", "other"})

    def __init__(self, parameters: Parameters) -> None:
        super().__init__(parameters)
        self._exempt = frozenset(_key(word.replace(" ", "")) for word in parameters.words)
        self._particles = frozenset(parameters.particles)

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Report every place of a rarer form."""
        layer = document.layer(words)
        tokens = layer.tokens
        shapes = self._shapes({token.text for token in tokens if token.kind == "word"})
        forms: dict[str, list[_Form]] = {}
        for number in sorted(number for text in shapes for number in layer.spelled(text)):
            if not _is_tag(tokens, number):
                token = tokens[number]
                key, shape = shapes[token.text]
                form = _Form(token.span, shape, _modifies(tokens, number))
                forms.setdefault(key, []).append(form)
        if self.parameters.spaces:
            for key, form in self._open(tokens, forms):
                forms[key].append(form)
        quoted = document.layer(quotes)
        for found in forms.values():
            own = [form for form in found if not quoted.quoted(form.span)]
            if len({form.shape for form in own}) > 1:
                yield from _rarer(own, document.text)

    def _shapes(self, texts: set[str]) -> dict[str, tuple[str, str]]:
        """Map each word that may have a second form to its key and shape.

        Only a hyphen, accent, inner capital or code gives a term a second form, so that the many
        plain words are looked at only where such a one has their key.
        """
        marked = [text for text in texts if _is_marked(text)]
        found = {text: (_key(text), shape) for text in marked if (shape := _shape(text))}
        keys = {key for key, _ in found.values()}
        for text in texts:
            key = text.lower().removesuffix("s")
            if key in keys and text not in found and (shape := _shape(text)):
                found[text] = (key, shape)
        return {
            text: (key, shape)
            for text, (key, shape) in found.items()
            if key not in self._exempt
            and (len(key) >= self.parameters.shortest or key[-1].isdigit())
        }

    def _open(
        self, tokens: Sequence[Token], forms: Mapping[str, Sequence[_Form]]
    ) -> Iterator[tuple[str, _Form]]:
        """Find the terms that stand with a hyphen or as one word written as two words."""
        for number in range(len(tokens) - 1):
            first, second = tokens[number], tokens[number + 1]
            if second.start != first.end + 1 or not (first.text + second.text).islower():
                continue
            if second.text in self._particles or first.text in _NO_PART or len(first.text) < 3:
                continue
            key = _key(first.text + second.text)
            if any(each.shape.startswith("hyphen") for each in forms.get(key, ())):
                span = Span(first.start, second.end)
                yield key, _Form(span, "open plain", _modifies(tokens, number + 1))


def _key(text: str) -> str:
    """Write a term so that hyphens, accents, capitals and a plural make no difference."""
    key = plain(_HYPHENS.sub("", text)).replace("'", "")
    return key.removesuffix("s")


def _is_tag(tokens: Sequence[Token], number: int) -> bool:
    return number > 0 and tokens[number - 1].text in ("#", "@", "/", "\\")


def _is_marked(text: str) -> bool:
    """Tell whether a word has a hyphen, accent, inner capital or figure."""
    return len(text) > 1 and not (text.isascii() and text[1:].islower() and text.isalpha())


def _shape(text: str) -> str | None:
    """Describe how a term is written; None for what is no term to compare."""
    if _CODE.fullmatch(text):
        return "hyphen" if _HYPHENS.search(text) else "closed"
    letters = _HYPHENS.sub("", text)
    if not letters.isalpha() or letters.isupper():
        return None
    joined = "hyphen" if len(letters) < len(text) else "closed"
    if letters[1:].islower():
        if letters[0].isupper() and joined == "hyphen":
            return None
        if letters[0].isupper() and not letters.isascii():
            return None  # names with accents are for the check of names
        return f"{joined} {'plain' if letters.isascii() else 'accent'}"
    if joined == "closed" and letters[-1].islower():
        return f"{joined} {letters[1:].removesuffix('s')}"
    return None


def _modifies(tokens: Sequence[Token], number: int) -> bool:
    """Tell whether a noun follows that the term modifies."""
    if number + 1 >= len(tokens):
        return False
    following = tokens[number + 1]
    if following.kind != "word" or following.start != tokens[number].end + 1:
        return False
    word = following.text
    return word not in FUNCTION_WORDS and not _NO_NOUN.fullmatch(word)


def _rarer(forms: Sequence[_Form], text: str) -> Iterator[Hit]:
    """Report the rarer shape among forms of one use."""
    for use in (True, False):
        same = sorted(form for form in forms if form.modifies is use or not _is_open_pair(forms))
        counts: dict[str, int] = {}
        for form in same:
            counts[form.shape] = counts.get(form.shape, 0) + 1
        if len(counts) < 2:
            continue
        chosen = max(counts, key=lambda shape: counts[shape])
        right = next(form for form in same if form.shape == chosen)
        for form in same:
            if form.shape != chosen:
                yield _hit(form, right, text)
        return


def _is_open_pair(forms: Sequence[_Form]) -> bool:
    """Tell whether the use decides: of two words, a hyphen joins those before a noun."""
    return {form.shape.split()[0] for form in forms} == {"open", "hyphen"}


def _hit(wrong: _Form, right: _Form, text: str) -> Hit:
    found, other = wrong.span.of(text), right.span.of(text)
    return Hit(
        wrong.span,
        {"found": found, "other": other},
        related=(Related(right.span, f"“{other}” here"),),
    )
