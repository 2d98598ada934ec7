"""A designator such as K-30 that is plural in one place and bare in another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

from newslint.annotate.names import FUNCTION_WORDS
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document
from newslint.finding import Related
from newslint.lazily import Lazily
from newslint.record import Record
from newslint.regexes import IGNORECASE, compiled, escape
from newslint.span import Span

if TYPE_CHECKING:
    import regex
else:
    regex = Lazily("regex")


class Parameters(Record):
    """The parameters of a designator number rule."""

    words: Annotated[
        tuple[str, ...], "Nouns before “of” that call for several things: set, batch, fleet."
    ]
    numbers: Annotated[tuple[str, ...], "Number words that call for several things."] = ()


_PLURAL = compiled(r"(?<![\w-])(\p{Lu}{1,4}[a-z]?[-‐‑]?\d{1,4})s(?!\w)")
_NEXT = compiled(r" (\p{L}[\w-]*)")


class DesignatorNumber(DocumentCheck[Parameters]):
    """Report the bare form after "a set of" where the article forms the plural elsewhere."""

    kind = "designator-number"
    parameters_type = Parameters
    placeholders = frozenset({"found", "plural"})

    def __init__(self, parameters: Parameters) -> None:
        super().__init__(parameters)
        nouns = "|".join(escape(word) for word in parameters.words)
        numbers = "|".join(escape(word) for word in parameters.numbers) or r"(?!)"
        self._before = compiled(
            rf"(?<!\w)(?:(?:{nouns}) of(?: the)?|{numbers}|(?<![\w.,$€£-])(?!1 )\d{{1,3}}) $",
            IGNORECASE,
        )

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Report each bare form."""
        folded = document.folded
        plurals: dict[str, Span] = {}
        for match in _PLURAL.finditer(folded):
            plurals.setdefault(match[1], Span(*match.span()))
        for form, plural in plurals.items():
            for match in regex.finditer(rf"(?<![\w-]){escape(form)}(?![\w-])", folded):
                before = self._before.search(folded, max(0, match.start() - 40), match.start())
                if before is None or _modifies(folded, match.end()):
                    continue
                span = Span(before.start(), match.end())
                values = {"found": span.of(document.text), "plural": plural.of(document.text)}
                related = (Related(plural, f"“{values['plural']}” here"),)
                yield Hit(span, values, related=related)


def _modifies(folded: str, end: int) -> bool:
    """Tell whether a noun follows: "a set of K-30 radars"."""
    match = _NEXT.match(folded, end)
    return match is not None and match[1].lower() not in FUNCTION_WORDS
