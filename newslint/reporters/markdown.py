"""A summary for a pull request or a job's page.

GitHub refuses a comment of more than 65,536 characters, so the mildest findings are left out of a
longer one, and counted.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from newslint.excerpt import one_line
from newslint.regexes import compiled
from newslint.report import FileReport, PlacedFinding, Report
from newslint.reporters import Style, counted, said, summary, told

_LIMIT = 60_000
_SPECIAL = compiled(r"([\\`*_{}\[\]<>#|~!&])")
#: A word joiner keeps copy from calling on people and issues by name.
_CALL = compiled(r"(?<!\w)([@#])(?=\w)|(?<=\w)(@)(?=\w)")
_JOINER = "\u2060"

Found = tuple[FileReport, PlacedFinding]


def render(report: Report, style: Style) -> str:
    """Write the counts, then each file with its findings, then what could not be checked."""
    head = f"## newslint\n\n{_text(summary(report))}\n"
    problems = "".join(
        f"- `{_code(each.where)}` {_text(said(each))}\n" for each in report.every_problem
    )
    if problems:
        head += f"\n### Could not be checked\n\n{problems}"
    head = _shortened(head)
    chosen, left = _chosen(report, _LIMIT - len(head))
    tail = (
        f"\n{counted(left, 'milder finding')} left out: a comment holds no more.\n" if left else ""
    )
    return head + "".join(_files(chosen)) + tail


def _shortened(text: str) -> str:
    """Cut a list of problems that alone would fill the page."""
    if len(text) <= _LIMIT // 2:
        return text
    return text[: text.rindex("\n", 0, _LIMIT // 2) + 1] + "- …\n"


def _chosen(report: Report, room: int) -> tuple[list[Found], int]:
    """Choose, from the gravest on, the findings that fit."""
    everything = report.findings
    ranked = sorted(range(len(everything)), key=lambda at: -everything[at][1].severity.rank)
    headed: set[int] = set()
    kept = []
    for at in ranked:
        file, placed = everything[at]
        room -= len(_finding(placed)) + (0 if id(file) in headed else len(_heading(file)))
        if room < 0:
            break
        headed.add(id(file))
        kept.append(at)
    return [everything[at] for at in sorted(kept)], len(everything) - len(kept)


def _files(found: list[Found]) -> Iterator[str]:
    for _, group in groupby(found, key=lambda each: id(each[0])):
        pairs = list(group)
        yield _heading(pairs[0][0])
        yield from (_finding(placed) for _, placed in pairs)


def _heading(file: FileReport) -> str:
    return f"\n### `{_code(file.path)}`\n\n"


def _finding(placed: PlacedFinding) -> str:
    finding = placed.finding
    item = f" ({_text(placed.item)})" if placed.item else ""
    place = placed.place
    where = place.where if place.paragraph else f"line {place.start.line}"
    where = f"**{finding.severity}** {where}{item}"
    lines = [f"- {where}: {_text(finding.message)} `{_code(finding.rule)}`"]
    lines += [f"  - {_text(told(each))}" for each in placed.related]
    lines += [f"  - fix: {_text(fix.title)}" for fix in placed.fixes]
    return "".join(f"{line}\n" for line in lines)


def _text(text: str) -> str:
    """Return one line in which nothing is markup, and no one is called by name.

    GitHub takes what stands between two dollar signs for mathematics.
    """
    calm = _CALL.sub(lambda match: f"{match.group()}{_JOINER}", one_line(text))
    plain = _SPECIAL.sub(r"\\\1", calm)
    return plain.replace("$", "<span>$</span>") if plain.count("$") > 1 else plain


def _code(text: str) -> str:
    return one_line(text).replace("`", "'")
