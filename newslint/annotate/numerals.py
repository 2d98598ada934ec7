"""Numbers as they are written, in figures or words, and the value and rounding each admits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from newslint.record import Record
from newslint.regexes import IGNORECASE, VERBOSE, beginning, compiled

if TYPE_CHECKING:
    import regex

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
CARDINALS = {word: value for value, word in enumerate(_ONES)} | {
    word: 10 * value for value, word in enumerate(_TENS, 2)
}
SCALES = {
    "hundred": 100.0,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "mln": 1e6,
    "mil": 1e6,
    "mn": 1e6,
    "bln": 1e9,
    "bn": 1e9,
    "tn": 1e12,
    "trn": 1e12,
    "lakh": 1e5,
    "crore": 1e7,
}
#: One-letter scales, which stand for units too: 100m is a race or a sum.
LETTERS = {"k": 1e3, "m": 1e6, "b": 1e9, "t": 1e12}
_ORDINALS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
ORDINALS = {word: value for value, word in enumerate(_ORDINALS)} | {
    word[:-1] + "ieth": 10 * value for value, word in enumerate(_TENS, 2)
}
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
          "eighth": 8, "ninth": 9, "tenth": 10, "hundredth": 100, "thousandth": 1000}  # fmt: skip
_PLURALS = {"halves": 2} | {f"{word}s": value for word, value in _PARTS.items() if word != "half"}
_VULGAR = {"½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5),
           "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8)}  # fmt: skip
_LONGEST = 21  # figures of a number that can be told from another in double precision, and spare


class Numeral(Record):
    """A number and the words it is written in.

    It stands for `value` give or take half a `step`, the place of its last digit; a round number
    may be rounder than it looks, and `loose` is the place of its last digit that is not 0 (100
    for "4,300"). `scale` is the scale word or letter as written, `factor` what it multiplied a
    figure by. `form` is `figures`, `words`, `ordinal` or `fraction`.
    """

    start: int
    end: int
    value: float
    step: float
    loose: float
    form: str
    scale: str = ""
    factor: float = 1.0


def _any_of(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_SCALE = _any_of(SCALES)
_BIG = "million|billion|trillion"
_UNITS = _any_of([*CARDINALS, "hundred", "thousand"])
_COUNT = rf"(?:{_UNITS}|{_BIG})"
_DIGIT_WORD = _any_of(_ONES[:10])
_NAMES = _any_of([*_PARTS, *_PLURALS])
_NUMERAL = compiled(
    rf"""(?P<figures>\d{{1,3}}(?:,\d{{3}})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)
         (?:(?P<over>/\d+(?![\d/]))|[ -](?P<mixed>\d/\d+)(?![\d/])
         |[ ]?(?P<sign>[{"".join(_VULGAR)}])|(?P<nth>(?:st|nd|rd|th)\b))?
       | (?P<vulgar>[{"".join(_VULGAR)}])
       | \b(?P<dozens>(?:half[ -]a|an?|one|two|three|four|five|six)[ -]dozen)\b
       | \b(?P<part>(?:an?|one|two|three|four|five|seven|nine)[ -](?:{_NAMES}))\b
           (?![ -](?:of[ ])?(?:an?[ ])?(?:{_BIG})\b)
       | \b(?P<share>(?:(?:an?|one|three)[ -])?(?:half|quarters?)
           [ -](?:of[ ])?(?:an?[ -])?(?:{_BIG}))\b
       | \b(?P<words>(?:an?[ ](?=hundred|thousand|{_BIG}))?{_COUNT}(?:[ -](?:and[ ])?{_COUNT})*
           (?:[ ]point(?:[ ](?:{_DIGIT_WORD}))+)?(?:-(?:{_any_of(ORDINALS)}))?)\b
       | \b(?P<ordinal>{_any_of([*ORDINALS, "hundredth", "thousandth"])})\b
    """,
    VERBOSE | IGNORECASE,
)
# The pattern above is dear, so the search first skips to where a number may begin: a figure, or a
# word that opens as number words do.
_STEMS = sorted(
    {word[:4] for word in (*CARDINALS, *ORDINALS, "half", "quarter", "hundred", "thousand")}
)
_ARTICLES = [
    f"{article}{gap}{following}"
    for article in ("a", "an")
    for gap in " -"
    for following in ("doz", "half", "third", "quar", "hund", "thou", "mill", "bill", "trill")
]
_OPENERS = [
    cased
    for opener in (*_STEMS, *_ARTICLES, "million", "billion", "trillion")
    for cased in (opener, opener.capitalize(), opener.upper())
]
_TRIGGER = compiled(rf"\d|\b(?:{beginning(_OPENERS)})|[{''.join(_VULGAR)}]")
_SCALE_AFTER = compiled(rf"[ -]?(?P<word>{_SCALE})(?![^\W_])", IGNORECASE)
_LETTER_AFTER = compiled(r"[ ]?(?P<letter>[kKmMbBtT])(?![\w²³/'°])")
_WORD = compiled(r"[a-z]+", IGNORECASE)


def numerals(text: str, start: int, end: int) -> Iterator[Numeral]:
    """Yield the numbers written in a stretch of `text`, in order.

    A figure that belongs to a name ("S-400", "3D") is left to the caller to judge.
    """
    position = start
    while trigger := _TRIGGER.search(text, position, end):
        position = trigger.end()
        match = _NUMERAL.match(text, trigger.start(), end)
        found = _read(match) if match else None
        if found is not None:
            found = _scaled(found, text, end)
            position = found.end
            yield found
        elif match:
            position = match.end()


def _read(match: regex.Match[str]) -> Numeral | None:
    figures = match["figures"]
    return _of_figures(match, figures) if figures else _of_words(match)


def _scaled(numeral: Numeral, text: str, end: int) -> Numeral:
    """Read the scale word after a figure; words have read theirs, but for "four point two"."""
    if numeral.form == "ordinal" or (numeral.form == "words" and numeral.value.is_integer()):
        return numeral
    match = _SCALE_AFTER.match(text, numeral.end, end)
    return with_scale(numeral, match["word"], match.end()) if match else numeral


def letter_scale(text: str, numeral: Numeral) -> Numeral:
    """Read a one-letter scale ("k", "m", "b") after a numeral, where one stands."""
    match = _LETTER_AFTER.match(text, numeral.end) if not numeral.scale else None
    return with_scale(numeral, match["letter"], match.end()) if match else numeral


def with_scale(numeral: Numeral, scale: str, end: int) -> Numeral:
    """Multiply a numeral by the scale word or letter that ends at `end`."""
    factor = SCALES.get(scale.lower()) or LETTERS[scale.lower()]
    return numeral._replace(
        end=end,
        value=numeral.value * factor,
        step=numeral.step * factor,
        loose=numeral.loose * factor,
        scale=scale,
        factor=factor,
    )


def steps(figures: str) -> tuple[float, float]:
    """Return the place of a figure's last digit, and of its last one that is not 0."""
    whole, _, decimals = figures.replace(",", "").partition(".")
    if decimals:
        return 10.0 ** -len(decimals), 10.0 ** -len(decimals)
    zeros = len(whole) - len(whole.rstrip("0"))
    return 1.0, 10.0**zeros if zeros < len(whole) else 1.0


def _of_figures(match: regex.Match[str], figures: str) -> Numeral | None:
    if len(figures) > _LONGEST:
        return None
    value = float(figures.replace(",", ""))
    step, loose = steps(figures)
    if match["nth"]:
        return Numeral(match.start(), match.end(), value, step, step, "ordinal")
    ratio = match["over"] or match["mixed"] or match["sign"]
    if not ratio:
        return Numeral(match.start(), match.end(), value, step, loose, "figures")
    part = _ratio(ratio, value)
    if part is None:
        return None
    whole = 0.0 if match["over"] else value
    return Numeral(match.start(), match.end(), whole + part, 0.01, 0.01, "fraction")


def _ratio(written: str, value: float) -> float | None:
    """Return the value of "½", of "3/4", or of "/4" after the numerator `value`."""
    if written in _VULGAR:
        above, below = _VULGAR[written]
        return above / below
    top, _, bottom = written.partition("/")
    divisor = float(bottom[:_LONGEST])
    return (float(top) if top else value) / divisor if divisor else None


def _of_words(match: regex.Match[str]) -> Numeral | None:
    start, end = match.span()
    words = [word.lower() for word in _WORD.findall(match.group())]
    if match["vulgar"]:
        above, below = _VULGAR[match["vulgar"]]
        return Numeral(start, end, above / below, 0.05, 0.05, "fraction")
    if match["dozens"]:
        value = 12.0 * (0.5 if words[0] == "half" else CARDINALS.get(words[0], 1))
        return Numeral(start, end, value, 1.0, 6.0, "words")
    if match["share"]:
        return _share(start, end, words)
    if match["part"]:
        value = CARDINALS.get(words[0], 1) / (_PARTS.get(words[-1]) or _PLURALS[words[-1]])
        return Numeral(start, end, value, 0.05, 0.05, "fraction")
    if match["ordinal"]:
        return Numeral(start, end, ordinal_value(match.group()), 1.0, 1.0, "ordinal")
    return _spelled(match, words)


def _share(start: int, end: int, words: list[str]) -> Numeral:
    """Read "half a million", "three-quarters of a billion"."""
    part = next(word for word in words if word in _PARTS or word in _PLURALS)
    value = CARDINALS.get(words[0], 1) / (_PARTS.get(part) or _PLURALS[part])
    factor = SCALES[words[-1]]
    return Numeral(start, end, value * factor, 0.1 * factor, 0.1 * factor, "words", words[-1])


def ordinal_value(word: str) -> float:
    """Return the value of an ordinal in words: 23 for "twenty-third", 0 if it is none."""
    parts = word.lower().split("-")
    tens = CARDINALS.get(parts[0], 0) if len(parts) > 1 else 0
    big = {"hundredth": 100, "thousandth": 1000}
    return float(tens + (ORDINALS.get(parts[-1]) or big.get(parts[-1], 0)))


def _spelled(match: regex.Match[str], words: list[str]) -> Numeral | None:
    """Add up "two hundred and fifty thousand"; words that make no number end it early."""
    if words[-1] in ORDINALS:
        value = ordinal_value(match.group()) if len(words) == 2 else None
        return (value and Numeral(*match.span(), value, 1.0, 1.0, "ordinal")) or None
    sum_ = _Sum()
    end = match.start()
    for word in _WORD.finditer(match.group()):
        if not sum_.take(word.group().lower()):
            break
        if word.group().lower() != "and":
            end = match.start() + word.end()
    if sum_.empty:
        return None
    step, loose = sum_.steps
    return Numeral(match.start(), end, sum_.value, step, loose, "words", sum_.scale)


class _Sum:
    """Adds number words one by one, refusing the first that cannot continue the number."""

    def __init__(self) -> None:
        self.whole = 0.0  # what is closed by a scale
        self.part = 0.0  # what is still below the last scale
        self.ceiling = float("inf")  # the last scale: only smaller ones may follow
        self.last = 0.0  # the last word's own size
        self.decimals = ""
        self.after_point = False
        self.empty = True
        self.scale = ""

    def take(self, word: str) -> bool:
        if word in ("a", "an", "and"):
            return not self.after_point
        if word == "point":
            self.after_point = not self.empty
            return self.after_point
        if self.after_point:
            return self._decimal(word)
        if word in CARDINALS:
            return self._small(float(CARDINALS[word]))
        return self._scale(word, SCALES[word])

    def _decimal(self, word: str) -> bool:
        if word not in CARDINALS:
            return False
        self.decimals += str(CARDINALS[word])
        return True

    def _small(self, size: float) -> bool:
        room = 100.0 if self.part >= 100 else 10.0 if self.part >= 20 else 0.0
        if not self.empty and self.last < 100 and not (self.part % 100 >= 20 and size < 10):
            return False
        if self.last >= 100 or self.empty or room:
            self.part += size
            self.last, self.empty = size, False
            return True
        return False

    def _scale(self, word: str, factor: float) -> bool:
        if factor >= self.ceiling:
            return False
        if word == "hundred":
            if self.part >= 100:
                return False
            self.part = (self.part or 1.0) * 100
        else:
            self.whole += (self.part or 1.0) * factor
            self.part, self.ceiling = 0.0, factor
            self.scale = word if self.scale or self.last < 100 else self.scale
        self.last, self.empty = factor, False
        return True

    @property
    def value(self) -> float:
        return self.whole + self.part + (float(f"0.{self.decimals}") if self.decimals else 0.0)

    @property
    def steps(self) -> tuple[float, float]:
        if self.decimals:
            size = 10.0 ** -len(self.decimals)
            return size, size
        size = self.last if self.last >= 100 else 1.0
        return size, max(size, 10.0 if self.part and self.part % 10 == 0 else 1.0)
