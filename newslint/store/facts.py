"""Read fact sheets: `facts/*.yaml` and `facts/*.csv`, and refuse what contradicts itself."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

from newslint.errors import NewslintError, Problem, did_you_mean
from newslint.factsheet import (
    BodyFact,
    EventFact,
    Facts,
    PersonFact,
    PlaceFact,
    TermFact,
    name_of,
)
from newslint.lazily import Lazily
from newslint.record import Record
from newslint.schema import Converter, keys_of, node_of, parse_yaml
from newslint.store.factrules import Entry, contradictions
from newslint.store.nearest import shown
from newslint.store.raw import read_text

if TYPE_CHECKING:
    import csv

    import yaml
else:
    yaml = Lazily("yaml")
    csv = Lazily("csv")

#: Section of a sheet -> what its entries are.
SECTIONS: dict[str, type[Any]] = {
    "people": PersonFact,
    "organisations": BodyFact,
    "places": PlaceFact,
    "terms": TermFact,
    "events": EventFact,
}


class SheetKeys(Record):
    """What a sheet says once for all its entries."""

    origin: str = ""
    as_of: str = ""


def load_facts(sheets: Iterable[Path]) -> Facts:
    """Read every sheet; raises NewslintError with every problem in them."""
    return join(entries_of((read_text(path), shown(path)) for path in sheets))


def entries_of(sheets: Iterable[tuple[str, str]]) -> list[Entry]:
    """Read sheets given as (text, path); raises NewslintError with every problem in them."""
    problems: list[Problem] = []
    found: list[Entry] = []
    for text, path in sheets:
        try:
            read = _read_csv if path.endswith(".csv") else _read_sheet
            found += read(text, path)
        except NewslintError as error:
            problems += error.problems
    problems += contradictions(found)
    if problems:
        raise NewslintError(problems)
    return found


def parse_facts(text: str, path: str = "facts.yaml") -> Facts:
    """Read one sheet; raises NewslintError with every problem in it."""
    return join(entries_of([(text, path)]))


def join(entries: Sequence[Entry]) -> Facts:
    """Put the facts of all sheets together."""
    facts = [entry.fact for entry in entries]
    content = repr(facts)
    digest = hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return Facts(
        tuple(fact for fact in facts if isinstance(fact, PersonFact)),
        tuple(fact for fact in facts if isinstance(fact, BodyFact)),
        tuple(fact for fact in facts if isinstance(fact, PlaceFact)),
        tuple(fact for fact in facts if isinstance(fact, TermFact)),
        tuple(fact for fact in facts if isinstance(fact, EventFact)),
        digest,
    )


def _read_sheet(text: str, path: str) -> list[Entry]:
    node = parse_yaml(text, path)
    converter = Converter(path, text)
    pairs = converter.mapping(node, "a fact sheet")
    shared = {key: pairs.pop(key)[1] for key in SheetKeys._fields if key in pairs}
    found: list[Entry] = []
    for section, (key_node, value) in pairs.items():
        if section not in SECTIONS:
            hint = did_you_mean(section, [*SECTIONS, *SheetKeys._fields])
            converter.problem(key_node, f"unknown key '{section}' in a fact sheet", hint)
        elif not isinstance(value, yaml.SequenceNode):
            converter.problem(value, f"'{section}' must be a list of entries")
        else:
            found += _entries(converter, section, value.value, shared)
    converter.raise_problems()
    return found


def _entries(
    converter: Converter, section: str, nodes: Iterable[yaml.Node], shared: dict[str, yaml.Node]
) -> Iterator[Entry]:
    """Convert the entries of a section; an entry without origin or day takes the sheet's."""
    kind = SECTIONS[section]
    common = {
        key: converter.convert(node, keys_of(kind)[key][1], key) for key, node in shared.items()
    }
    for node in nodes:
        fact = converter.record(node, kind, f"an entry of '{section}'")
        if fact is None:
            continue
        for key, value in common.items():
            if not getattr(fact, key):
                fact = fact._replace(**{key: value})
        if not fact.origin:
            converter.problem(
                node, f"'{name_of(fact)}' lacks its origin", "say where the fact comes from"
            )
        mark = node.start_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        yield Entry(section, fact, converter.path, line, column)


#: In a cell of a CSV sheet these part several values.
_SEVERAL = ";"


def _read_csv(text: str, path: str) -> list[Entry]:
    """Read a long list: the file's name begins with a section, the first row names the keys."""
    section = PurePath(path).stem.split("-")[0].split(".")[0]
    if section not in SECTIONS:
        hint = f"call it {', '.join(f'{each}.csv' for each in SECTIONS)} or people-mps.csv"
        raise NewslintError.of("its name says not what it lists", path=path, hint=hint)
    reader = csv.DictReader(io.StringIO(text), strict=True)
    try:
        header, rows = list(reader.fieldnames or ()), list(_rows(reader))
    except csv.Error as error:
        line = reader.line_num
        raise NewslintError.of(f"not valid CSV: {error}", path=path, line=line) from None
    kind = SECTIONS[section]
    known = [key for key in keys_of(kind) if key not in ("figures", "titles")]
    if section == "people":
        known += ["title", "from", "to"]
    for column, key in enumerate(header, 1):
        if key not in known:
            hint = did_you_mean(key, known)
            raise NewslintError.of(f"unknown column '{key}'", path=path, line=1, hint=hint)
        if header.index(key) != column - 1:
            raise NewslintError.of(f"the column '{key}' stands there twice", path=path, line=1)
    return list(_csv_entries(rows, section, path))


def _rows(reader: csv.DictReader[str]) -> Iterator[tuple[int, dict[str, Any]]]:
    for row in reader:
        yield reader.line_num, row


def _csv_entries(
    rows: Sequence[tuple[int, dict[str, Any]]], section: str, path: str
) -> Iterator[Entry]:
    problems: list[Problem] = []
    for line, row in rows:
        if None in row or None in row.values():
            problems.append(Problem("has not as many cells as the first row", path, line, 1))
            continue
        converter = Converter(path)
        node = node_of(_cells(section, row))
        found = list(_entries(converter, section, [node], {}))
        problems += [problem._replace(line=line, column=1) for problem in converter.problems]
        for entry in found:
            yield entry._replace(line=line, column=1)
    if problems:
        raise NewslintError(problems)


def _cells(section: str, row: dict[str, str]) -> dict[str, Any]:
    """Write a row as the mapping that a sheet would hold."""
    filled = {key: value.strip() for key, value in row.items() if value.strip()}
    held = {key: filled.pop(key) for key in ("title", "from", "to") if key in filled}
    entry: dict[str, Any] = {
        key: [each.strip() for each in value.split(_SEVERAL)]
        if key in ("wrong", "former", "not", "aliases")
        else value
        for key, value in filled.items()
    }
    if held and section == "people":
        entry["titles"] = [held]
    return entry
