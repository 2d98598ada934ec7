"""Sheets of hits for a person to mark right or wrong, and the precision that comes of it."""

from __future__ import annotations

import csv
import io
import json
import random
from collections.abc import Iterable, Sequence
from html import escape
from math import sqrt

from newslint.authoring.audit import Hit
from newslint.errors import NewslintError, Problem
from newslint.record import Record

COLUMNS = (
    "verdict",
    "rule",
    "article",
    "before",
    "found",
    "after",
    "message",
    "replacement",
    "key",
)
RIGHT, WRONG = "right", "wrong"
_MEANT = {
    "right": RIGHT, "r": RIGHT, "y": RIGHT, "yes": RIGHT, "1": RIGHT, "true": RIGHT, "+": RIGHT,
    "wrong": WRONG, "w": WRONG, "n": WRONG, "no": WRONG, "0": WRONG, "false": WRONG, "-": WRONG,
}  # fmt: skip


def draw(hits: Sequence[Hit], count: int, seed: int = 1) -> list[Hit]:
    """Draw hits at random, in their order; all where there are fewer."""
    if len(hits) <= count:
        return list(hits)
    chosen = random.Random(seed).sample(range(len(hits)), count)  # noqa: S311 (no secret)
    return [hits[number] for number in sorted(chosen)]


def write_csv(hits: Iterable[Hit]) -> str:
    """Write a sheet as CSV, with an empty column for the verdict."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for hit in hits:
        writer.writerow(["", *(_cell(getattr(hit, name)) for name in COLUMNS[1:])])
    return out.getvalue()


def _cell(text: str) -> str:
    """Keep a spreadsheet from taking the words of an article for a formula."""
    return f"'{text}" if text[:1] in ("=", "+", "@") else text


class Score(Record):
    """How many of a rule's hits were marked right, of those marked at all."""

    rule: str
    right: int
    marked: int

    @property
    def precision(self) -> float:
        """Return the share that was right."""
        return self.right / self.marked if self.marked else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """Return the 95% interval of the precision (Wilson's score interval)."""
        if not self.marked:
            return (0.0, 1.0)
        z, n, p = 1.959964, self.marked, self.precision
        centre = (p + z * z / (2 * n)) / (1 + z * z / n)
        half = z * sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n)
        return (max(0.0, centre - half), min(1.0, centre + half))


def read_scores(text: str, path: str) -> list[Score]:
    """Read a marked sheet; raises NewslintError that names the lines with other verdicts."""
    problems: list[Problem] = []
    counts: dict[str, list[int]] = {}
    try:
        rows = list(csv.DictReader(io.StringIO(text), strict=True))
    except csv.Error as error:
        raise NewslintError.of(f"not valid CSV: {error}", path=path) from None
    if not rows or not {"verdict", "rule"} <= set(rows[0]):
        hint = "write it with --sample, and mark it"
        raise NewslintError.of("is not a sheet of hits", path=path, hint=hint)
    for number, row in enumerate(rows, 2):
        verdict = (row["verdict"] or "").strip().lower()
        if verdict and verdict not in _MEANT:
            hint = "write right or wrong, or leave it empty"
            problems.append(Problem(f"'{verdict}' is no verdict", path, number, 1, hint))
        elif verdict:
            count = counts.setdefault(row["rule"], [0, 0])
            count[0] += _MEANT[verdict] == RIGHT
            count[1] += 1
    if problems:
        raise NewslintError(problems)
    return [Score(rule, *counts[rule]) for rule in sorted(counts)]


def score_lines(scores: Sequence[Score]) -> list[str]:
    """Write scores for reading: each rule, all together, and the unweighted mean."""
    if not scores:
        return ["nothing is marked"]
    total = Score("all", sum(each.right for each in scores), sum(each.marked for each in scores))
    width = max(len(each.rule) for each in [*scores, total])
    lines = []
    for each in [*scores, *([total] if len(scores) > 1 else [])]:
        low, high = each.interval
        lines.append(
            f"{each.rule.ljust(width)}  {each.right} of {each.marked} right, "
            f"{each.precision:.0%} (95% interval {low:.0%} to {high:.0%})"
        )
    if len(scores) > 1:
        mean = sum(each.precision for each in scores) / len(scores)
        lines.append(f"mean over {len(scores)} rules: {mean:.0%}")
    return lines


def write_html(hits: Sequence[Hit], title: str) -> str:
    """Write a sheet as one page with buttons, which saves itself as the CSV of `write_csv`."""
    rows = "\n".join(_row(number, hit) for number, hit in enumerate(hits))
    data = json.dumps([[getattr(hit, name) for name in COLUMNS[1:]] for hit in hits])
    return _PAGE.format(
        title=escape(title),
        rows=rows,
        data=data.replace("</", "<\\/"),
        columns=json.dumps(COLUMNS),
    )


def _row(number: int, hit: Hit) -> str:
    fix = f" → <ins>{escape(hit.replacement)}</ins>" if hit.replacement else ""
    choices = "".join(
        f'<label><input type="radio" name="v{number}" value="{each}"> {each}</label> '
        for each in (RIGHT, WRONG)
    )
    return (
        f"<li><p>{escape(hit.before)}<mark>{escape(hit.found)}</mark>{fix}{escape(hit.after)}</p>"
        f"<p>{escape(hit.message)} <small>{escape(hit.rule)}, {escape(hit.article)}</small></p>"
        f"<p>{choices}</p></li>"
    )


_PAGE = """\
<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>{title}</title>
<style>
body {{ font: 1rem/1.5 Georgia, serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem }}
li {{ margin: 0 0 1.2rem; border-bottom: 1px solid #ccc }}
p {{ margin: 0.3rem 0 }} small {{ color: #555 }}
</style>
<h1>{title}</h1>
<p>Mark each hit right or wrong, then save. <button id="save">Save as CSV</button></p>
<ol>
{rows}
</ol>
<script>
const columns = {columns}, rows = {data};
const quoted = text => '"' + String(text).replaceAll('"', '""') + '"';
document.getElementById("save").onclick = () => {{
  const lines = rows.map((row, number) => {{
    const chosen = document.querySelector(`input[name=v${{number}}]:checked`);
    return [chosen ? chosen.value : "", ...row].map(quoted).join(",");
  }});
  const text = [columns.join(","), ...lines].join("\\n") + "\\n";
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], {{type: "text/csv"}}));
  link.download = "sheet.csv";
  link.click();
}};
</script>
</html>
"""
