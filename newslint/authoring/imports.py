"""Turn the lists of other tools into a pack of rules."""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import regex
import yaml

from newslint.authoring.sample import sample
from newslint.errors import NewslintError, Problem
from newslint.record import Record


class Entry(Record):
    """One row: what to look for, what to write instead ("" for nothing), why, and where it goes."""

    line: int
    pattern: str
    replacement: str
    note: str
    category: str
    literal: bool


class Imported(Record):
    """The files of a pack (path -> text), how many rows are in them, and the rows that are not."""

    files: Mapping[str, str]
    rows: int
    problems: tuple[Problem, ...]


_NAMES = {
    "pattern": ("pattern", "match", "regex", "wrong"),
    "replacement": ("replacement", "suggestion", "right"),
    "note": ("description", "note", "notes"),
    "category": ("category", "colour", "tag", "tags"),
}


def read_typerighter(text: str, path: str) -> tuple[list[Entry], list[Problem]]:
    """Read rows of pattern, replacement, description, category; raises NewslintError.

    Columns are found by a first row that names them, else they stand in that order. Patterns are
    regular expressions as Java writes them.
    """
    return _entries(text, path, ("pattern", "replacement", "note", "category"), literal=False)


def read_list(text: str, path: str) -> tuple[list[Entry], list[Problem]]:
    """Read rows of wrong, right and perhaps a note; raises NewslintError."""
    return _entries(text, path, ("pattern", "replacement", "note"), literal=True)


def _entries(
    text: str, path: str, order: Sequence[str], *, literal: bool
) -> tuple[list[Entry], list[Problem]]:
    rows = _rows(text, path)
    columns = _columns(rows[0][1]) if rows else {}
    if columns:
        rows = rows[1:]
    else:
        columns = {name: number for number, name in enumerate(order)}
    entries: dict[str, Entry] = {}
    problems = []
    for line, cells in rows:
        given = {
            name: cells[number].strip() for name, number in columns.items() if number < len(cells)
        }
        entry = _entry(line, given, literal=literal)
        problem = _problem(entry, literal=literal)
        if not problem and entry.pattern in entries:
            problem = f"'{entry.pattern}' stands in line {entries[entry.pattern].line} too"
        if problem:
            problems.append(Problem(problem, path, line, 1, hint="this row is left out"))
        else:
            entries[entry.pattern] = entry
    return list(entries.values()), problems


def _rows(text: str, path: str) -> list[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    rows = []
    start = 1
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                rows.append((start, row))
            start = reader.line_num + 1
    except csv.Error as error:
        raise NewslintError.of(f"not valid CSV: {error}", path=path, line=start, column=1) from None
    if not rows:
        raise NewslintError.of("holds no rows", path=path)
    return rows


def _columns(cells: Sequence[str]) -> dict[str, int]:
    """Return the columns if the first row names them, else nothing."""
    names = [cell.strip().lower() for cell in cells]
    found = {
        key: names.index(name) for key, known in _NAMES.items() for name in known if name in names
    }
    return found if "pattern" in found else {}


_GROUP = re.compile(r"\$(\d)|\$\{(\w+)\}")


def _entry(line: int, given: Mapping[str, str], *, literal: bool) -> Entry:
    pattern = given.get("pattern", "")
    replacement = given.get("replacement", "")
    if not literal:
        pattern = re.sub(r"\(\?<(?=[A-Za-z])", "(?P<", pattern.replace("(?i)", ""))
        replacement = _GROUP.sub(lambda m: f"\\{m[1]}" if m[1] else f"\\g<{m[2]}>", replacement)
    plain = literal or _plain(pattern) is not None
    if not literal and plain:
        pattern = _plain(pattern) or pattern
    return Entry(
        line, pattern, replacement, given.get("note", ""), given.get("category", ""), plain
    )


def _plain(pattern: str) -> str | None:
    r"""Return the words of a pattern that is no more than words, perhaps within `\b`."""
    words = pattern.removeprefix(r"\b").removesuffix(r"\b")
    if words == pattern or not re.fullmatch(r"[\w' -]*\w", words):
        return None
    return words if words[:1].isalnum() else None


def _problem(entry: Entry, *, literal: bool) -> str:
    if not entry.pattern:
        return "the pattern is empty"
    if literal and not entry.replacement:
        return f"'{entry.pattern}' has no right form beside it"
    if entry.literal:
        same = entry.pattern == entry.replacement
        return f"'{entry.pattern}' is to be replaced by itself" if same else ""
    try:
        program = regex.compile(entry.pattern, regex.V0)
    except regex.error as error:
        return f"'{entry.pattern}' is not a regular expression: {error}"
    if program.search("") is not None:
        return f"'{entry.pattern}' matches nothing at all"
    from newslint.checks.substitution import template_problem

    return template_problem(entry.pattern, entry.replacement)


def pack_of_entries(
    entries: Sequence[Entry], name: str, source: str, problems: Sequence[Problem] = ()
) -> Imported:
    """Make a pack: a rule for each category, words and patterns apart, with or without a fix."""
    groups: dict[tuple[str, bool, bool], list[Entry]] = defaultdict(list)
    for entry in entries:
        slug = re.sub(r"[^a-z0-9]+", "-", entry.category.lower()).strip("-") or "imported"
        groups[slug, entry.literal, bool(entry.replacement)].append(entry)
    files = {f"{name}/pack.yaml": f"name: {name}\ntitle: {name}\ndescription: From {source}.\n"}
    left = list(problems)
    rows = 0
    for (slug, literal, fixes), found in groups.items():
        stem = "-".join(
            [slug, "words" if literal else "patterns", *([] if fixes else ["to-avoid"])]
        )
        made = _rule(found, stem, literal=literal, fixes=fixes)
        if made is None:
            hint = "write the rule by hand, with an example: newslint new"
            text = f"no example could be made for '{found[0].pattern}'"
            left += [Problem(text, source, entry.line, 1, hint) for entry in found]
            continue
        rows += len(found)
        for suffix, text in made.items():
            files[f"{name}/{slug}/{stem}{suffix}"] = text
    return Imported(files, rows, tuple(left))


def _rule(
    entries: Sequence[Entry], stem: str, *, literal: bool, fixes: bool
) -> dict[str, str] | None:
    example = next(_examples(entries), None)
    if example is None:
        return None
    says = "“{found}”: write “{replacement}”." if fixes else "Avoid “{found}”."
    lines = [
        f"check: {'substitution' if fixes else 'existence'}",
        "class: style",
        f'message: "{says} {{note}}"',
        "why: The house's list has it.",
        "severity: suggestion",
        "status: preview",
    ]
    made: dict[str, str] = {}
    if literal:
        lines.append(f"list: {stem}.csv")
        made[".csv"] = _csv(entries, fixes=fixes)
    else:
        lines.append("patterns:")
        for entry in entries:
            quoted = _quoted(entry.pattern)
            lines.append(f"  {quoted}: {_quoted(entry.replacement)}" if fixes else f"  - {quoted}")
        notes = [entry for entry in entries if entry.note]
        if notes:
            lines.append("notes:")
            lines += [f"  {_quoted(each.pattern)}: {_quoted(each.note)}" for each in notes]
    bad, good = example
    lines += ["examples:", f"  - bad: {_quoted(bad)}", f"  - good: {_quoted(good)}"]
    made[".yaml"] = "\n".join(lines) + "\n"
    return made


def _examples(entries: Sequence[Entry]) -> Iterator[tuple[str, str]]:
    """Yield a text in which the rule finds something, and one in which it finds nothing."""
    for entry in entries:
        found = f"So [[{entry.pattern}]] it was." if entry.literal else sample(entry.pattern)
        if found:
            yield found, "Nobody came."


def _csv(entries: Sequence[Entry], *, fixes: bool) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    for entry in entries:
        cells = [entry.pattern, *([entry.replacement] if fixes else [])]
        writer.writerow([*cells, entry.note] if entry.note else cells)
    return out.getvalue()


def _quoted(text: str) -> str:
    """Write text as a YAML scalar on one line."""
    return yaml.safe_dump(text, width=10_000, allow_unicode=True, default_style="'").strip()
