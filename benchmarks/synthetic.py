r"""Make house rules and articles of realistic kinds, the same ones on every run.

The mix follows what desks have: 94% of the patterns match a few fixed strings (misspellings,
compounds, names with a look-ahead, wordy phrases), 5.5% are open (wildcards, look-behind, numbers),
0.5% hold no literal that is rare, and one is the serial-comma pattern that costs more than all
others together when it runs over whole articles.
"""

from __future__ import annotations

import random
from collections.abc import Callable

from newslint.matching import Pattern

SEED = 20261124
SERIAL_COMMA = r"\b(?:(?:[^,]+,){1,}\s\w+\s(?:and|or))\b"

_ONSETS = (
    "b bl br c ch cl cr d dr f fl fr g gl gr h j k kn l m n p ph pl pr qu r s sc sh sk sl sm "
    "sn sp st str sw t th thr tr tw v w wh y z"
).split()
_RIMES = (
    "ab ack ad age ail ain air ake ale all am an and ap ar ard are ark arm art ash ask at ate "
    "ave aw ay eal ear eat ed ee eed een eet el ell em en end ent er est et ew ice ick id ide "
    "ift ight ile ill im ime in ind ine ing ink int ip ire ish it ite ob ock od oke old on "
    "one ong oo ook ool oon oop op or ord ore orn ort ot ound our out ow own ub uck ud uff ug "
    "um umb un unk up ur ure ush ust ut"
).split()
_ENDINGS = ["", "", "", "er", "ing", "ed", "ly", "ment", "tion", "able", "ness", "ist"]
COMMON = (
    "the of and to in a is that for it as was with be by on not he his but at are this have "
    "from or had an they which one you were all her she there would their we him been has "
    "when who will no more if out so up said what its about than into them can only other "
    "time new some could these two may first then do any like my now over such our man me "
    "even most made after also did many off before must well back through years where much "
    "your way down should because long each just state people too mr good world government "
    "minister police party company million percent president country market report week month "
    "court council election public national city health school money house"
).split()


class Maker:
    """Draws words, rules and articles from one seeded generator."""

    def __init__(self, seed: int = SEED) -> None:
        self._random = random.Random(seed)
        self.vocabulary = sorted({self.word() for _ in range(9000)})

    def word(self) -> str:
        """Make a word of two or three syllables."""
        syllables = self._random.choice((1, 2, 2, 3))
        parts = (
            self._random.choice(_ONSETS) + self._random.choice(_RIMES) for _ in range(syllables)
        )
        stem = "".join(parts)
        return stem + self._random.choice(_ENDINGS)

    def patterns(self, count: int) -> list[Pattern]:
        """Make `count` patterns; a longer list begins with the shorter one."""
        draw = Maker(SEED + 1)
        return [draw.pattern(number) for number in range(count)]

    def pattern(self, number: int) -> Pattern:
        """Make the pattern of that number."""
        if number == 17:
            return Pattern(SERIAL_COMMA)
        if number % 200 == 7:
            return Pattern(self._random.choice(_WEAK))
        if number % 100 < 6:
            return self._random.choice(_OPEN)(self._pick, number)
        return self._random.choice(_FINITE)(self._pick, number)

    def _pick(self) -> str:
        return self._random.choice(self.vocabulary)

    def article(self, words: int = 750) -> str:
        """Make an article of about that many words, in paragraphs."""
        paragraphs = []
        while words > 0:
            sentences = [self._sentence() for _ in range(self._random.randint(1, 4))]
            paragraphs.append(" ".join(sentences))
            words -= len(paragraphs[-1].split())
        return "\n\n".join(paragraphs)

    def _word_of_text(self) -> str:
        return self._random.choice(COMMON) if self._random.random() < 0.62 else self._pick()

    def _sentence(self) -> str:
        count = self._random.randint(8, 28)
        chosen = [self._word_of_text() for _ in range(count)]
        if self._random.random() < 0.3:
            chosen.insert(3, str(self._random.randint(2, 4000)))
        return " ".join(chosen).capitalize() + "."


Pick = Callable[[], str]

_WEAK = [
    r"\b[A-Z]\.[A-Z]\b",
    r"\b\w+ and \w+ly\b",
    r"\d+-\d+",
    r"\bof a\b",
    r" ,",
    r"\b(he|she) is\b",
    r"\b\d+ ?%",
    r"\bin\s+on\b",
]

_FINITE: list[Callable[[Pick, int], Pattern]] = [
    lambda pick, _: Pattern(pick(), literal=True),
    lambda pick, _: Pattern(f"{pick()} {pick()}", literal=True),
    lambda pick, _: Pattern(rf"\b{pick()}-? ?({pick()}|{pick()}|{pick()})"),
    lambda pick, _: Pattern(rf"\b{pick()}(?! {pick()})\b"),
    lambda pick, _: Pattern(rf"\b{pick().capitalize()}s?\b", ignore_case=False),
    lambda pick, _: Pattern(rf"\b({pick()}|{pick()})(ed|ing|s)?\b"),
]
_OPEN: list[Callable[[Pick, int], Pattern]] = [
    lambda pick, _: Pattern(rf"\b{pick()}\w*\b"),
    lambda pick, _: Pattern(rf"(?<!{pick()} ){pick()} \w+ {pick()}"),
    lambda pick, _: Pattern(rf"\d+ {pick()}s?\b"),
    lambda pick, _: Pattern(rf"\b\w+ {pick()} of\b"),
]
