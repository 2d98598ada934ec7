"""How well the parts of an article are told apart, and how well malformed bios are found.

    python -m benchmarks.furniture

Structure: precision and recall by field, on articles put together so that their parts are known
and on articles read by eye. Bios: findings on real ones, and faults made in plain and real ones
that are found, through the command line. Each set is split in halves by the hash of the id.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks import assembled, corpus
from benchmarks.bio_faults import FAULTS, Faulty
from benchmarks.run import Found, lint
from newslint.annotate.structure import structure
from newslint.document import Document, Field
from newslint.span import Span

HERE = Path(__file__).resolve().parent
PLAIN_BIOS = HERE / "plain_bios.txt"
BY_EYE = HERE / "structure_by_eye.csv"
#: Rules that judge bios, by the beginning of their names.
_BIO_RULES = ("bio-", "cms-", "role-", "contact-", "editing-")
_DATE = "2021-05-03"

Labelled = tuple[Field, int, int]


class Tally:
    """Counts of parts found, wanted and both, by field."""

    def __init__(self) -> None:
        self.found: Counter[str] = Counter()
        self.wanted: Counter[str] = Counter()
        self.right: Counter[str] = Counter()

    def add(self, wanted: Iterable[Labelled], found: Iterable[Labelled]) -> list[Labelled]:
        """Compare an article's parts; returns those found or wanted in vain."""
        wanted, found = set(wanted), set(found)
        self.found.update(field.value for field, _, _ in found)
        self.wanted.update(field.value for field, _, _ in wanted)
        self.right.update(field.value for field, _, _ in found & wanted)
        return sorted(wanted ^ found, key=lambda each: each[1])

    def print(self) -> None:
        """Print precision and recall of every field."""
        for field in Field:
            wanted, found, right = (
                table[field.value] for table in (self.wanted, self.found, self.right)
            )
            if wanted or found:
                precision = 100 * right / found if found else 0.0
                recall = 100 * right / wanted if wanted else 0.0
                print(
                    f"  {field.value:11} P {precision:5.1f}%  R {recall:5.1f}%  ({wanted} wanted)"
                )


def main(argv: Sequence[str] | None = None) -> None:
    """Print all measures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true", help="show what was missed")
    parser.add_argument("--only", choices=("structure", "bios"))
    arguments = parser.parse_args(argv)
    if arguments.only != "bios":
        print_assembled(misses=arguments.misses)
        print_by_eye(misses=arguments.misses)
    if arguments.only != "structure":
        print_real_bios()
        print_faults(misses=arguments.misses)


def segments(text: str) -> list[Labelled]:
    """Return the parts that newslint finds in a plain text."""
    found = Document.from_text(text).layer(structure).segments
    return [(each.field, each.span.start, each.span.end) for each in found]


def print_assembled(number: int = 300, *, misses: bool = False) -> None:
    """Measure structure on articles put together."""
    tallies = {"all": Tally()}
    for article in assembled.articles(number):
        wanted = list(_located(article))
        for name in ("all", article.form):
            wrong = tallies.setdefault(name, Tally()).add(wanted, segments(article.text))
        for field, start, end in wrong if misses else ():
            print(f"    {article.form} {field.value}: {article.text[start:end][:100]!r}")
    for name, tally in tallies.items():
        print(f"structure, {number} articles put together ({name}):")
        tally.print()


def _located(article: assembled.Assembled) -> Iterator[Labelled]:
    position = 0
    for field, words in article.parts:
        start = article.text.index(words, position)
        position = start + len(words)
        yield field, start, position


def print_by_eye(*, misses: bool = False) -> None:
    """Measure structure on real articles whose parts a reader told apart."""
    if not BY_EYE.exists():
        return
    tallies: dict[str, Tally] = {}
    for (kind, name, key), wanted in _read_by_eye().items():
        text = next(str(row["text"]) for row in corpus.load(name) if str(row["id"]) == key)
        found = segments(text)
        taken = {(start, end) for _, start, end in wanted}
        # What the reader did not mark is story.
        whole = [*wanted, *((Field.BODY, s, e) for _, s, e in _rest(text, taken))]
        half = corpus.half(key)
        for group in ("all", kind, f"half: {half}"):
            wrong = tallies.setdefault(group, Tally()).add(whole, found)
        for field, start, end in wrong if misses else ():
            side = "wanted" if (field, start, end) in whole else "found"
            print(f"    {half} {kind} {key} {side} {field.value} {start}-{end}: "
                  f"{text[start:end][:100]!r}")  # fmt: skip
    for group, tally in tallies.items():
        print(f"structure, articles read by eye ({group}):")
        tally.print()


def _rest(text: str, taken: set[tuple[int, int]]) -> Iterator[Labelled]:
    """Yield the story: what is left of each paragraph beside the marked parts."""
    for block in Document.from_text(text).blocks:
        inside = sorted(each for each in taken if block.span.start <= each[0] < block.span.end)
        position = block.span.start
        for start, end in inside:
            if text[position:start].strip():
                yield Field.BODY, position, start
            position = end
        while position < block.span.end and text[position].isspace():
            position += 1
        if position < block.span.end:
            yield Field.BODY, position, block.span.end


def _read_by_eye() -> dict[tuple[str, str, str], list[Labelled]]:
    """Read rows of kind, corpus, article id, start, end, field; a row without a field has none."""
    read: dict[tuple[str, str, str], list[Labelled]] = {}
    with BY_EYE.open(encoding="utf-8", newline="") as file:
        for kind, name, key, start, end, field in csv.reader(file):
            parts = read.setdefault((kind, name, key), [])
            if field:
                parts.append((Field(field), int(start), int(end)))
    return read


def _judged(found: Found) -> bool:
    return str(found["rule"]).split("/")[1].startswith(_BIO_RULES)


def print_real_bios() -> None:
    """Print the findings above suggestion on real bios."""
    rows = corpus.load("gold_bios_real.dev")
    items = [
        {"id": str(at), "bio": str(row["text"]), "date": "2024-01-01"}
        for at, row in enumerate(rows)
    ]
    outcome = lint(items, "--field", "bio=bio")
    above = {key for key, each in outcome.all() if each["severity"] != "suggestion"}
    rules = Counter(each["rule"] for _, each in outcome.all() if each["severity"] != "suggestion")
    print(f"real bios: {len(above)} of {len(items)} with a finding above suggestion "
          f"({100 * len(above) / len(items):.1f}%) {dict(rules)}")  # fmt: skip


def print_faults(*, misses: bool = False) -> None:
    """Make each fault in each bio and print the share found."""
    plain = PLAIN_BIOS.read_text(encoding="utf-8").splitlines()
    real = [str(row["text"]) for row in corpus.load("gold_bios_real.dev") if row["kind"] == "bio"]
    for name, texts in (("plain", plain), ("real", real)):
        faulty = {
            (fault, str(at)): made
            for fault, operator in FAULTS.items()
            for at, text in enumerate(texts)
            if (made := operator(text)) is not None
        }
        _print_found(name, faulty, misses=misses)


def _print_found(name: str, faulty: Mapping[tuple[str, str], Faulty], *, misses: bool) -> None:
    items = [
        {"id": f"{fault}/{at}", "bio": made.text, "date": _DATE, "author": made.byline,
         "text": "The council met on Friday to talk about the bridge."}
        for (fault, at), made in faulty.items()
    ]  # fmt: skip
    items = [{key: value for key, value in item.items() if value} for item in items]
    outcome = lint(items, "--field", "bio=bio")
    found: Counter[str] = Counter()
    halves: dict[str, Counter[str]] = {"tune": Counter(), "check": Counter()}
    for (fault, at), made in faulty.items():
        hit = any(
            _judged(each) and _touches(each, made)
            for each in outcome.findings.get(f"{fault}/{at}", ())
        )
        found[fault] += hit
        half = halves[corpus.half(f"{name}{at}")]
        half["all"] += 1
        half["found"] += hit
        if misses and not hit:
            print(f"    {fault}: {made.text[:160]!r}")
    made_by_fault = Counter(fault for fault, _ in faulty)
    total = sum(found.values())
    print(
        f"faults in {name} bios: {total} of {len(faulty)} found ({100 * total / len(faulty):.1f}%)"
    )
    for name_of_half, counts in halves.items():
        print(f"  {name_of_half}: {100 * counts['found'] / max(1, counts['all']):.1f}%")
    for fault, count in made_by_fault.items():
        print(f"  {fault:14} {found[fault]:3} of {count:3} ({100 * found[fault] / count:.0f}%)")


def _touches(found: Found, made: Faulty) -> bool:
    """Tell whether a finding stands on the fault, by its words: the file's offsets are JSON's."""
    words = str(found["text"])
    at = made.text.find(words)
    while at >= 0:
        if Span(at, at + len(words)).overlaps(made.span):
            return True
        at = made.text.find(words, at + 1)
    return False


if __name__ == "__main__":
    main()
