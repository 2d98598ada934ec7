"""How a fraction below one is written: "two-thirds"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from newslint.annotate.number_words import in_words, ordinal_in_words
from newslint.annotate.quantities import Quantity, quantities
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document
from newslint.record import Record
from newslint.regexes import IGNORECASE, compiled

_SLASHED = compiled(r"(?P<top>\d)/(?P<bottom>\d{1,2})")
_SPACED = compiled(
    r"(?P<top>one|two|three|four|five|six|seven|eight|nine) "
    r"(?P<bottom>(?:third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)s?)",
    IGNORECASE,
)
_OF = compiled(r"[ ]of\b")
#: Three quarters of a game or of a year are not a share of it.
_STRETCH = compiled(
    r"[ ]of[ ](?:(?:an?|the|this|last|his|her|their|its)[ ])?(?:[a-z-]+[ ]){0,2}"
    r"(?:games?|match|season|play|football|basketball|action|year|growth|decline|losses|contraction|"
    r"profits?|recession)\b"
)
#: "They finished with two thirds and a first."
_PLACES = compiled(r"[ ](?:place|and[ ](?:an?|two|three|four)[ ](?:first|second|fourth|fifth))")
_NAMES = {2: "half", 4: "quarter"}


class Parameters(Record):
    """The parameters of a fraction-form rule."""

    words: Annotated[bool, "Whether “2/3 of” must be in words."] = True
    hyphen: Annotated[bool, "Whether “two thirds” takes a hyphen; false takes it out."] = True


class FractionForm(DocumentCheck[Parameters]):
    """Report "2/3 of the town" and "two thirds" where the house writes "two-thirds"."""

    kind = "fraction-form"
    parameters_type = Parameters
    placeholders = frozenset({"found", "replacement"})

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Yield each fraction in the wrong form, with the right one."""
        text = document.folded
        for each in document.layer(quantities).all:
            if each.kind != "fraction" or _is_stretch(each, text):
                continue
            found = each.figure.of(document.text)
            right = self._right(found.replace("\u00a0", " "), bool(_OF.match(text, each.span.end)))
            if right and right != found:
                yield Hit(each.figure, {"found": found, "replacement": right}, right)

    def _right(self, found: str, shared: bool) -> str:
        joiner = "-" if self.parameters.hyphen else " "
        slashed = _SLASHED.fullmatch(found)
        if slashed and self.parameters.words and shared:
            top, bottom = int(slashed["top"]), int(slashed["bottom"])
            if not 0 < top < bottom <= 10:
                return ""
            name = _NAMES.get(bottom) or ordinal_in_words(bottom)
            return f"{in_words(top)}{joiner}{name}{'s' if top > 1 else ''}"
        spaced = _SPACED.fullmatch(found.replace("-", " "))
        if spaced is None or not (shared or spaced["bottom"].lower() == "thirds"):
            return ""
        return f"{spaced['top']}{joiner}{spaced['bottom']}"


def _is_stretch(quantity: Quantity, text: str) -> bool:
    """Tell whether thirds are places, or quarters those of a game or a year."""
    words = quantity.figure.of(text).lower()
    if words.endswith("thirds") and _PLACES.match(text, quantity.span.end):
        return True
    return words.endswith("quarters") and _STRETCH.match(text, quantity.span.end) is not None
