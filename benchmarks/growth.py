"""Print how the time for a text grows with its length, whatever it repeats.

python -m benchmarks.growth
"""

from __future__ import annotations

from time import process_time

from newslint import Linter, load_profile

LENGTH = 10_000
TIMES = 4
#: Growth beyond this is named; with the square of the length it would be sixteen times.
ALLOWED = 2 * TIMES

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


def seconds(linter: Linter, unit: str, length: int) -> float:
    text = (
        "It rained, wrote a@example.com. See http://b.com now. "
        + unit * (length // len(unit))
        + "b\n"
    )
    start = process_time()
    errors = linter.check(text).errors
    taken = process_time() - start
    if errors:
        raise SystemExit(f"{unit!r}: {errors[0]}")
    return taken


def main() -> None:
    """Measure every kind of text."""
    linter = Linter(load_profile("desk"))
    for name, unit in REPEATED.items():
        short = min(seconds(linter, unit, LENGTH) for _ in range(2))
        growth = seconds(linter, unit, TIMES * LENGTH) / short
        remark = f"  more than {ALLOWED}" if growth > ALLOWED else ""
        print(f"{name:32} {TIMES} times the text: {growth:5.1f} times{remark}", flush=True)


if __name__ == "__main__":
    main()
