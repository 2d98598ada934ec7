"""How often each pack is right on real copy: `docs/accuracy.md`, from runs and kept verdicts.

    python -m benchmarks.accuracy --write                      # run, and write the page
    python -m benchmarks.accuracy --pack ap --sheet ap.csv     # what is drawn and not yet judged
    python -m benchmarks.accuracy --take ap.csv                # keep the marks of a sheet

A sheet's column `verdict` takes `right` or `wrong`. Verdicts are kept without text, by article,
column, rule and a fingerprint of what was found and said, so that only what changed is asked again.
The draw is by hash: the same findings are drawn on every run.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import subprocess
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from math import sqrt
from pathlib import Path
from typing import NamedTuple

import yaml

from benchmarks import corpus
from benchmarks.density import around
from benchmarks.packs import CORPORA, PACKS
from benchmarks.run import Found, as_line, lint

ROOT = Path(__file__).resolve().parent.parent
VERDICTS = Path(__file__).resolve().parent / "pack_verdicts.csv"
PAGE = ROOT / "docs" / "accuracy.md"
#: Whole copy in which a rule may show that it fires at all.
WIDE = (*CORPORA, "hyperpartisan_byarticle.dev", "golbeck2018.dev")
#: Packs of a stylebook, whose ledger is by the book's points.
GUIDES = ("ap", "guardian", "bbc", "reuters", "economist", "chicago")
DRAWN = 100
#: For a pack that is scored by rule: so many findings of each rule are judged too.
OF_EACH_RULE = 12
BY_RULE = ("ap",)
_FIELDS = ("article", "column", "rule", "fingerprint", "verdict")


class Hit(NamedTuple):
    """A finding in a corpus."""

    corpus: str
    article: str
    column: int
    rule: str
    fingerprint: str
    message: str
    around: str

    @property
    def key(self) -> tuple[str, ...]:
        """What a verdict is kept by."""
        return (self.article, str(self.column), self.rule, self.fingerprint)


class Measured(NamedTuple):
    """One pack: its hits, its density by corpus, and what is drawn of it."""

    pack: str
    hits: Sequence[Hit]
    words: Mapping[str, int]
    drawn: Sequence[Hit]
    of_each: Sequence[Hit]

    def density(self, name: str) -> float:
        """Return findings per 1,000 words."""
        return 1000 * sum(hit.corpus == name for hit in self.hits) / self.words[name]


def main(argv: Sequence[str] | None = None) -> None:
    """Write the page, a sheet to judge, or the marks of one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pack", action="append", default=[], help="default: all")
    parser.add_argument("--sheet", type=Path, help="write what is drawn and not judged")
    parser.add_argument("--take", type=Path, help="keep the verdicts of a sheet")
    parser.add_argument("--write", action="store_true", help="write docs/accuracy.md")
    arguments = parser.parse_args(argv)
    if arguments.take:
        take(arguments.take)
        return
    packs = [measure(pack) for pack in arguments.pack or ("core", "desk", *PACKS)]
    known = verdicts()
    if arguments.sheet:
        write_sheet(arguments.sheet, packs, known)
    for each in packs:
        print(summary(each, known))
        for line in weakest(each, known):
            print("    " + line)
    if arguments.write:
        PAGE.write_text(page(packs, known), encoding="utf-8")


def measure(pack: str) -> Measured:
    """Run one pack on the corpora, and draw what is to be judged."""
    hits = [hit for name in CORPORA for hit in found_in(pack, name)]
    words = {name: corpus.word_count(corpus.articles(name)) for name in CORPORA}
    order = sorted(hits, key=_chance)
    of_each: list[Hit] = []
    if pack in BY_RULE:
        seen: Counter[str] = Counter()
        for hit in order:
            seen[hit.rule] += 1
            if seen[hit.rule] <= OF_EACH_RULE:
                of_each.append(hit)
    return Measured(pack, hits, words, order[:DRAWN], of_each)


def found_in(pack: str, name: str) -> list[Hit]:
    """Return a pack's own findings in one corpus."""
    profile = ["--profile", pack] if pack in ("core", "desk") else ["--pack", pack]
    items = list(corpus.articles(name))
    outcome = lint(items, *profile, "--select", f"{pack}/*")
    if outcome.errors:
        raise SystemExit(f"{pack} on {name}: {outcome.errors[0]}")
    lines = {item["id"]: as_line(item) for item in items}
    return [_hit(name, key, each, lines[key]) for key, each in outcome.all()]


def _hit(name: str, article: str, found: Found, line: str) -> Hit:
    said = f"{found['text']}\0{found['message']}"
    fingerprint = hashlib.sha256(said.encode()).hexdigest()[:8]
    column = found["start"]["column"]
    text = around(line, found)
    related = [f"-> {each['text']}" for each in found["related"]]
    return Hit(name, article, column, found["rule"], fingerprint, found["message"],
               " ".join([text, *related]))  # fmt: skip


def _chance(hit: Hit) -> str:
    return hashlib.sha256("\0".join(hit.key).encode()).hexdigest()


def verdicts() -> dict[tuple[str, ...], str]:
    """Read what readers said of findings: `right` or `wrong`."""
    if not VERDICTS.exists():
        return {}
    with VERDICTS.open(encoding="utf-8", newline="") as file:
        return {tuple(row[:4]): row[4] for row in csv.reader(file) if row[0] != "article"}


def write_sheet(
    path: Path, packs: Iterable[Measured], known: Mapping[tuple[str, ...], str]
) -> None:
    """Write the findings that are drawn and not yet judged, with the text around them."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([*_FIELDS, "message", "around"])
        for each in packs:
            asked = dict.fromkeys([*each.drawn, *each.of_each])
            for hit in sorted(asked, key=lambda hit: (hit.rule, hit.key)):
                if hit.key not in known:
                    writer.writerow([*hit.key, "", hit.message, hit.around])


def take(path: Path) -> None:
    """Keep the marks of a sheet, without its text."""
    known = verdicts()
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["verdict"] not in ("right", "wrong", ""):
                raise SystemExit(f"{path}: {row['verdict']!r} is neither right nor wrong")
            if row["verdict"]:
                known[tuple(row[field] for field in _FIELDS[:4])] = row["verdict"]
    with VERDICTS.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(_FIELDS)
        order = sorted(known.items(), key=lambda pair: (pair[0][2], pair[0]))
        writer.writerows([*key, verdict] for key, verdict in order)


def judged(hits: Iterable[Hit], known: Mapping[tuple[str, ...], str]) -> tuple[int, int]:
    """Return how many findings are right, and how many were judged."""
    marks = [known[hit.key] for hit in hits if hit.key in known]
    return marks.count("right"), len(marks)


def by_rule(each: Measured, known: Mapping[tuple[str, ...], str]) -> dict[str, tuple[int, int]]:
    """Return right and judged of every rule that has been judged, over all that is drawn."""
    rules: dict[str, list[Hit]] = defaultdict(list)
    for hit in dict.fromkeys([*each.drawn, *each.of_each]):
        rules[hit.rule].append(hit)
    scores = {rule: judged(hits, known) for rule, hits in rules.items()}
    return {rule: score for rule, score in scores.items() if score[1]}


def mean_of_rules(scores: Mapping[str, tuple[int, int]]) -> float:
    """Return the mean of the rules' shares, each rule counting once."""
    return sum(right / of for right, of in scores.values()) / max(1, len(scores))


def weakest(each: Measured, known: Mapping[tuple[str, ...], str]) -> list[str]:
    """Return the rules that were wrong somewhere, worst first."""
    scores = by_rule(each, known)
    wrong = [(right / of, rule, right, of) for rule, (right, of) in scores.items() if right < of]
    return [f"{rule} {right} of {of}" for _, rule, right, of in sorted(wrong)]


def summary(each: Measured, known: Mapping[tuple[str, ...], str]) -> str:
    """Say in one line how a pack did."""
    right, of = judged(each.drawn, known)
    density = ", ".join(f"{each.density(name):.2f} on {name}" for name in CORPORA)
    mean = mean_of_rules(by_rule(each, known))
    return (f"{each.pack}: {density}; {right} of {of} judged right, {len(each.drawn)} drawn; "
            f"mean of rules {mean:.0%}")  # fmt: skip


def interval(right: int, of: int) -> str:
    """Return Wilson's 95% interval of a share, as "81-94%"."""
    if not of:
        return "-"
    z, share = 1.959964, right / of
    centre = (share + z * z / (2 * of)) / (1 + z * z / of)
    half = z * sqrt(share * (1 - share) / of + z * z / (4 * of * of)) / (1 + z * z / of)
    return f"{max(0.0, centre - half):.0%}–{min(1.0, centre + half):.0%}".replace("%–", "–")


def page(packs: Sequence[Measured], known: Mapping[tuple[str, ...], str]) -> str:
    """Return the page about accuracy, as Markdown."""
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, text=True,
                            capture_output=True, check=False).stdout.strip()  # fmt: skip
    today = datetime.now(UTC).date()
    return "\n".join([
        "# Accuracy",
        "",
        f"Measured on {today} at {commit} with `python -m benchmarks.accuracy --write`.",
        *_HOW.format(drawn=DRAWN, of_each=OF_EACH_RULE).splitlines(),
        *_table(packs, known),
        *_rules(packs, known),
        *_unproven(packs),
        "",
    ])  # fmt: skip


_HOW = """
Two sets of real copy that nobody here wrote: `polnear.dev`, 513 pieces of American political news
from seven publishers, and `wikinews_2019_2020.dev`, 162 pieces. Every pack is run through the
command line as a house would run it, and of its findings {drawn} are drawn by hash (all where there
are fewer) and read with the text around them by a sub-editor who holds that pack's own style: a
house style by its book, `plain` and `inclusive` by what they set out to do. A finding is right
only if place, message and replacement are. `benchmarks/pack_verdicts.csv` holds the verdicts, no
text. The interval is Wilson's, 95%. In the mean of rules each rule counts once; in `ap` up to
{of_each} findings of every rule are judged for it. Density is in findings per 1,000 words.

One reader has judged so far. Rules were mended after the reading, and what changed was read again:
rules with few findings have been seen by those who made them.

Much of the copy follows other styles than the pack it is checked by, so a house style has much to
say here that its own copy would not have.
"""


def _table(packs: Sequence[Measured], known: Mapping[tuple[str, ...], str]) -> list[str]:
    lines = [
        "",
        "| pack | polnear | wikinews | right of drawn | interval | mean of rules | not judged |",
        "|---|---:|---:|---:|---:|---:|---:|",
    ]
    for each in packs:
        right, of = judged(each.drawn, known)
        scores = by_rule(each, known)
        asked = dict.fromkeys([*each.drawn, *each.of_each])
        open_ = sum(hit.key not in known for hit in asked)
        share = f"{right} of {of} ({right / of:.0%})" if of else "-"
        mean = f"{mean_of_rules(scores):.0%} of {len(scores)}" if scores else "-"
        lines.append(
            f"| `{each.pack}` | {each.density(CORPORA[0]):.2f} | {each.density(CORPORA[1]):.2f} "
            f"| {share} | {interval(right, of)} | {mean} | {open_} |"
        )
    return lines


def _rules(packs: Sequence[Measured], known: Mapping[tuple[str, ...], str]) -> list[str]:
    lines = ["", "## By rule", "", "Rules that were wrong at least once, and the rest in one line."]
    for each in packs:
        scores = by_rule(each, known)
        counts = Counter(hit.rule for hit in each.hits)
        wrong = sorted(rule for rule, (right, of) in scores.items() if right < of)
        clean = sorted(rule for rule, (right, of) in scores.items() if right == of)
        lines += ["", f"### {each.pack}", ""]
        if wrong:
            lines += ["| rule | findings | right |", "|---|---:|---:|"]
            lines += [
                f"| `{rule}` | {counts[rule]} | {scores[rule][0]} of {scores[rule][1]} |"
                for rule in wrong
            ]
            lines += [""]
        names = ", ".join(f"{rule.split('/')[1]} {scores[rule][1]}" for rule in clean)
        lines += [f"Right each time: {names or 'none'}."]
    return lines


def _unproven(packs: Sequence[Measured]) -> list[str]:
    """List the points of each guide whose rules found nothing in any of the wide corpora."""
    lines = [
        "",
        "## Unproven on real copy",
        "",
        "Points of the guides, by their numbers in `rules/<pack>/coverage.yaml`, whose rules found",
        f"nothing in {', '.join(f'`{name}`' for name in WIDE)}.",
        "Their examples and proofs are all that shows them to work.",
    ]
    for each in packs:
        if each.pack not in GUIDES:
            continue
        fired = {hit.rule for hit in each.hits}
        for name in WIDE[len(CORPORA) :]:
            fired |= {hit.rule for hit in found_in(each.pack, name)}
        silent = [
            f"{point.split(':')[0]} ({', '.join(rule.split('/')[1] for rule in rules)})"
            for point, rules in _ledger(each.pack).items()
            if rules and not fired & set(rules)
        ]
        points = sum(bool(rules) for rules in _ledger(each.pack).values())
        lines += ["", f"**{each.pack}**, {len(silent)} of {points}: {'; '.join(silent) or 'none'}."]
    return lines


def _ledger(pack: str) -> dict[str, list[str]]:
    path = ROOT / "rules" / pack / "coverage.yaml"
    read = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {str(point): rules if isinstance(rules, list) else [] for point, rules in read.items()}


if __name__ == "__main__":
    main()
