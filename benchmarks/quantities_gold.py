"""How many judged errors in numbers and dates are reported, and how many traps are stepped into."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from benchmarks import corpus
from benchmarks.run import Found, Outcome, lint

#: What a finding must be to count as a report of a wrong sum.
RULES = frozenset(
    {"exchange-rate", "unit-conversion", "percent-change", "weekday-date", "impossible-date",
     "share-of", "total-parts", "listed-count", "magnitude", "headline-number", "age-year",
     "duration", "reversed-range", "time-zone", "vote-tally", "unit-price", "counted-twice",
     "date-after-article"}
)  # fmt: skip
Row = Mapping[str, Any]


class Verdict(NamedTuple):
    """What became of one judged row: the findings that touch it, its severities included."""

    row: Row
    findings: tuple[Found, ...]

    @property
    def reported(self) -> bool:
        """Tell whether a finding above suggestion touches the row's words."""
        return any(each["severity"] != "suggestion" for each in self.findings)


def measure(show: bool = False) -> None:
    """Print the score on the judged rows; with `show`, every miss and every trap."""
    verdicts = judge()
    errors = [each for each in verdicts if each.row["label"] == "true_error"]
    traps = [each for each in verdicts if each.row["label"] == "fp"]
    found = [each for each in errors if each.reported]
    stepped = [each for each in traps if each.reported]
    print(f"gold: {len(found)} of {len(errors)} true errors reported (28 of 30 wanted), "
          f"{len(stepped)} of {len(traps)} traps above suggestion (1 of 21 admitted)")  # fmt: skip
    for half in ("tune", "check"):
        mine = [each for each in errors if corpus.half(each.row["id"]) == half]
        print(f"  {half}: {sum(each.reported for each in mine)} of {len(mine)}")
    if show:
        for each in [*(e for e in errors if not e.reported), *stepped]:
            print(f"  {each.row['label']} {each.row['id']}: {each.row['match']!r}")
            for finding in each.findings:
                print(f"    {finding['rule']}: {finding['message']}")


def judge() -> list[Verdict]:
    """Run the default profile over the rows' articles and match findings to rows by place."""
    rows = corpus.load("gold_numeric_date.dev")
    wanted = {row["id"] for row in rows}
    items = [item for item in corpus.articles("gold_articles.dev") if item["id"] in wanted]
    outcome = lint(items)
    by_id = {item["id"]: item for item in items}
    return [_verdict(row, by_id[row["id"]], outcome) for row in rows if row["id"] in by_id]


def _verdict(row: Row, item: Mapping[str, str], outcome: Outcome) -> Verdict:
    words = str(row["match"]).strip()
    starts = list(_occurrences(item["text"], words))
    touching = [
        finding
        for finding in outcome.findings.get(str(row["id"]), [])
        if finding["rule"].split("/")[1] in RULES
        and any(
            start < place[1] and place[0] < start + len(words)
            for start in starts
            for place in places(finding, item)
        )
    ]
    return Verdict(row, tuple(touching))


def _occurrences(text: str, words: str) -> Iterator[int]:
    start = text.find(words)
    while start >= 0:
        yield start
        start = text.find(words, start + 1)


def places(finding: Found, item: Mapping[str, str]) -> Sequence[tuple[int, int]]:
    """Return the places of a finding and its related ones as offsets in the item's text."""
    line = json.dumps(dict(item), ensure_ascii=False)
    key = json.dumps("text") + ': "'
    opening = line.index(key) + len(key)
    found = []
    for place in (finding, *finding["related"]):
        start, end = place["start"]["column"] - 1, place["end"]["column"] - 1
        if start >= opening:
            found.append((_decoded(line, opening, start), _decoded(line, opening, end)))
    return found


def _decoded(line: str, opening: int, column: int) -> int:
    """Count the characters of a JSON string from its opening to a column of the line."""
    try:
        return len(json.loads(f'"{line[opening:column]}"'))
    except ValueError:
        return -1  # another field
