"""How a sum of money is written: symbol or words, and the form of its scale."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Literal

from newslint.annotate.number_words import in_figures
from newslint.annotate.quantities import Quantity, quantities
from newslint.annotate.sentences import opens_sentence
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document
from newslint.record import Record
from newslint.regexes import IGNORECASE, compiled

_SCALES = {
    "words": {"m": "million", "mn": "million", "mln": "million", "bn": "billion", "b": "billion",
              "bln": "billion", "tn": "trillion", "trn": "trillion", "t": "trillion"},
    "letters": {"million": "m", "mn": "m", "mln": "m", "billion": "bn", "b": "bn", "bln": "bn",
                "trillion": "tn", "trn": "tn", "t": "tn"},
}  # fmt: skip
_WHOLE_WORDS = frozenset({"thousand", "million", "billion", "trillion"})
_PLURALS = compiled(r"(?:dollars|pounds|euros)$", IGNORECASE)
_COMPOUND = compiled(r"[ -](?:bills?|notes?|coins?|sterling|of)\b", IGNORECASE)


class Parameters(Record):
    """The parameters of a currency-form rule."""

    style: Annotated[
        Literal["symbol", "words", "either"],
        "`symbol` wants $5 million, `words` 5 million dollars, `either` leaves both alone.",
    ] = "symbol"
    symbols: Annotated[
        Mapping[str, str],
        "ISO 4217 code -> symbol; `$` is the code of a dollar that does not say whose.",
    ] = {"$": "$", "EUR": "€", "GBP": "£"}
    words: Annotated[bool, "Whether “five million dollars” in words is judged too."] = False
    names: Annotated[Mapping[str, str], "Code -> plural name, for the style `words`."] = {
        "$": "dollars",
        "USD": "dollars",
        "EUR": "euros",
        "GBP": "pounds",
    }
    scale: Annotated[
        Literal["words", "letters", "either"],
        "`words` wants million and billion after a symbol, `letters` m and bn closed up.",
    ] = "either"


class CurrencyForm(DocumentCheck[Parameters]):
    """Report sums that are not written as the house writes them.

    Idioms ("a million dollars", "millions of dollars") and amounts in words stay silent unless
    `words` is set, and so do pounds that may be a weight, unless the article writes its other
    sums in pounds.
    """

    kind = "currency-form"
    parameters_type = Parameters
    placeholders = frozenset({"found", "replacement"})

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Yield each sum in the wrong form with the right one."""
        sums = [each for each in document.layer(quantities).all if each.kind == "money"]
        signs = {each.currency for each in sums if each.symbol}
        for each in sums:
            if each.unit and each.currency not in signs:
                continue
            if each.number.form != "figures" and not self._in_words(each, document):
                continue
            replacement = self._right(each, document)
            found = each.span.of(document.text)
            if replacement and replacement != found:
                yield Hit(each.span, {"found": found, "replacement": replacement}, replacement)

    def _right(self, each: Quantity, document: Document) -> str:
        """Write the sum in the house's form; empty where it has none for it."""
        text = document.text
        before = text[each.span.start : each.figure.start].rstrip()
        after = text[each.figure.end : each.span.end].strip(" -\u00a0")
        figure = self._figure(each, document, closed=bool(before) or self._to_symbol(each, after))
        if before:
            if after:  # "$5 million dollars" is for the rule on doubled currencies
                return ""
            if self.parameters.style != "words":
                return text[each.span.start : each.figure.start] + figure
            name = self.parameters.names.get(each.currency, "")
            return f"{figure} {name}" if name else ""
        if not self._to_symbol(each, after) or _COMPOUND.match(document.folded, each.span.end):
            return ""
        if each.low is not None and each.number.scale:  # both ends of a range would need the scale
            return ""
        return self.parameters.symbols[each.currency] + figure

    def _in_words(self, each: Quantity, document: Document) -> bool:
        """Tell whether a sum in words is exact enough for figures: no "a million dollars"."""
        if not self.parameters.words or each.number.form != "words" or each.low is not None:
            return False
        figure = each.figure.of(document.folded).lower()
        loose = figure.startswith(
            ("a ", "an ", "half", "quarter", "hundred", "thousand", "million", "billion")
        )
        return not loose and "dozen" not in figure and not opens_sentence(each.span.start, document)

    def _to_symbol(self, each: Quantity, after: str) -> bool:
        known = each.currency in self.parameters.symbols
        return self.parameters.style == "symbol" and known and bool(_PLURALS.fullmatch(after))

    def _figure(self, each: Quantity, document: Document, *, closed: bool) -> str:
        """Write the figure, with its scale as the house writes it after a symbol."""
        written = each.figure.of(document.text)
        if each.number.form == "words":
            return _in_figures(each.value)
        style = self.parameters.scale
        scale = each.number.scale
        wanted = _SCALES.get(style, {}).get(scale.lower(), scale)
        figure = written[: len(written) - len(scale)].rstrip(" -\u00a0")
        if scale.lower() in _WHOLE_WORDS and written == figure + scale:
            written = f"{figure} {scale}"  # "$5million" is no form at all
        if not scale or not closed or style == "either":
            return written
        return f"{figure}{wanted}" if style == "letters" else f"{figure} {wanted}"


def _in_figures(value: float) -> str:
    """Write a sum of money: 2,500 or 2.5 million."""
    for size, name in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if value >= size:
            return f"{in_figures(value / size)} {name}"
    return in_figures(value)
