"""How many judged name variants are reported, and how many traps are stepped into."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from benchmarks import corpus
from benchmarks.run import Found, lint

Row = Mapping[str, Any]


class Verdict(NamedTuple):
    """What became of one judged pair: the finding that names both forms, if there is one."""

    row: Row
    finding: Found | None


def measure(show: bool = False) -> None:
    """Print the score on the judged pairs; with `show`, every miss and every trap."""
    verdicts = judge()
    wanted = [each for each in verdicts if each.row["label"] == "true_inconsistency"]
    traps = [each for each in verdicts if each.row["label"] == "fp"]
    found = sum(each.finding is not None for each in wanted)
    stepped = sum(each.finding is not None for each in traps)
    shares = 100 * found / len(wanted), 100 * stepped / len(traps)
    print(f"gold: {found} of {len(wanted)} inconsistencies reported ({shares[0]:.1f}%, 90% wanted)")
    print(f"  {stepped} of {len(traps)} traps ({shares[1]:.1f}%, 10% admitted)")
    for half in ("tune", "check"):
        mine = [each for each in wanted if corpus.half(each.row["id"]) == half]
        print(f"  {half}: {sum(each.finding is not None for each in mine)} of {len(mine)}")
    if show:
        for each in verdicts:
            if (each.finding is None) is (each.row["label"] == "true_inconsistency"):
                row = each.row
                print(f"  {row['label']}: {row['form_a']} | {row['form_b']}  {row['id']}")


def judge() -> list[Verdict]:
    """Run the default profile over the pairs' articles."""
    rows = corpus.load("gold_name_variants.dev")
    wanted = {row["id"] for row in rows}
    items = [item for item in corpus.articles("gold_articles.dev") if item["id"] in wanted]
    outcome = lint(items)
    return [
        Verdict(row, next((each for each in outcome.findings.get(row["id"], ())
                           if names_both(each, row)), None))
        for row in rows
    ]  # fmt: skip


def names_both(finding: Found, row: Row) -> bool:
    """Tell whether a finding stands on the one form and points at the other."""
    first, second = told_apart(row)
    return any(
        (_holds(finding["text"], first) and _holds(related["text"], second))
        or (_holds(finding["text"], second) and _holds(related["text"], first))
        for related in finding["related"]
    )


def told_apart(row: Row) -> tuple[str, str]:
    """Return the words in which the two forms differ."""
    first, second = row["form_a"].split(), row["form_b"].split()
    if row["pattern"] == "fullname_vs_surname":
        return first[-1], second[-1]
    only = ([word for word in first if word not in second],
            [word for word in second if word not in first])  # fmt: skip
    return (only[0] or first)[-1], (only[1] or second)[-1]


def _holds(text: str, word: str) -> bool:
    plain = text.replace("’", "'")
    return word in plain.split() or any(word == each.strip(".,'\"") for each in plain.split())
