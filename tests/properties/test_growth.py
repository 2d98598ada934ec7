"""The time for a text grows with its length, whatever it repeats."""

from __future__ import annotations

from time import process_time

import pytest

from newslint import Linter, load_profile

LENGTH = 10_000
TIMES = 4
#: Twice what growth with the length would take; with its square it would be sixteen times.
ALLOWED = 2 * TIMES
#: Seconds so short that what else the machine does weighs more.
BLUR = 0.25

REPEATED = {
    "a word": "a",
    "capitals": "A",
    "capitals inside a word": "Aa",
    "words joined by hyphens": "aB-",
    "words joined by apostrophes": "a'",
    "letters with stops": "A.",
    "digits": "1",
    "figures parted by commas": "1,",
    "figures parted by slashes": "1/",
    "sums of money": "$5 ",
    "dates": "May 5, 2020 ",
    "names": "Aa ",
    "initials": "J. ",
    "ages": "Lee, 45, ",
    "spaces": " ",
    "stops": ".",
    "quotation marks": '"',
    "brackets": "(",
    "addresses": "a@",
    "paragraphs": "a\n\n",
    "bylines": "By \n\n",
    "sentences": "It rained all day in the town, said Mayor Lee. ",
    "quotations": "“It rains,” said Lee. ",
}


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter(load_profile("desk"))


def seconds(linter: Linter, unit: str, length: int) -> float:
    text = (
        "It rained, wrote a@example.com. See http://b.com now. "
        + unit * (length // len(unit))
        + "b\n"
    )
    start = process_time()
    assert linter.check(text).errors == ()
    return process_time() - start


@pytest.mark.parametrize("unit", REPEATED.values(), ids=list(REPEATED))
def test_time_grows_with_the_length_only(linter: Linter, unit: str) -> None:
    short = min(seconds(linter, unit, LENGTH) for _ in range(2))
    assert seconds(linter, unit, TIMES * LENGTH) < ALLOWED * short + BLUR
