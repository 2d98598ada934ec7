"""What an editor may add to what the house knows: words, people and bodies.

Both go into fact sheets. A word that the spelling knows from then on is a term of the sheet
`facts/terms-words.csv`; a person or a body is an entry of `facts/people.yaml` or
`facts/organisations.yaml`.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import regex
import yaml

from newslint.annotate.acronyms import Acronym, acronyms
from newslint.annotate.mentions import mentions
from newslint.document import Document
from newslint.errors import NewslintError
from newslint.factsheet import Facts, name_of
from newslint.record import Record
from newslint.schema import parse_yaml
from newslint.span import Span
from newslint.store.factfolders import FOLDER

Meets = Callable[[Span], bool]

WORDS = "terms-words.csv"
#: The columns that a row of ours fills beside the word: a term without wrong forms needs a note.
_BESIDE = {"note": "a word of ours", "origin": "the desk"}


class Addition(Record):
    """What is added to a sheet: `text` at an offset of its content, which is None for a new one."""

    path: Path
    content: str | None
    offset: int
    text: str


class Entry(Record):
    """An entry for a section of a sheet: what it is about, and its other keys."""

    section: str
    name: str
    rest: tuple[tuple[str, str], ...]


def folder_for(article: Path, home: str) -> Path:
    """Return the folder of fact sheets for an article: the nearest, or one to be made at home."""
    for above in article.parents:
        if (above / FOLDER).is_dir():
            return above / FOLDER
    return (Path(home) if home else article.parent) / FOLDER


def word_added(word: str, path: Path, content: str | None) -> Addition | None:
    """Add a word to the list of words; None where that cannot be done without harm."""
    cells = {"right": word, **_BESIDE}
    if content is None or not content.strip():
        return Addition(path, content, len(content or ""), _row(cells) + _row(cells.values()))
    try:
        columns = next(csv.reader([content.splitlines()[0]], strict=True))
    except csv.Error:
        return None
    if not set(cells) <= set(columns):
        return None
    text = _row(cells.get(column, "") for column in columns)
    before = "" if content.endswith("\n") else "\n"
    return Addition(path, content, len(content), before + text)


def _row(cells: Iterable[str]) -> str:
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\n").writerow(cells)
    return stream.getvalue()


def entries(document: Document, meets: Meets, facts: Facts, origin: str) -> Iterator[Entry]:
    """Yield the people and bodies in the spans that `meets` picks and that no fact sheet has."""
    known = {name_of(fact) for fact in facts.all()}
    known |= {body.acronym for body in facts.organisations}
    layer = document.layer(mentions)
    met = {each.person for each in layer.mentions if meets(each.span)}
    for person in layer.people:
        if person.number in met and person.given and person.full not in known:
            yield Entry("people", person.full, (("origin", origin),))
    for acronym in document.layer(acronyms):
        name = _spelled_out(acronym, document)
        if name and not known & {name, acronym.letters} and any(map(meets, _places(acronym))):
            yield Entry("organisations", name, (("acronym", acronym.letters), ("origin", origin)))


def _spelled_out(acronym: Acronym, document: Document) -> str:
    long = next((each.long for each in acronym.definitions), None)
    return " ".join(long.of(document.text).split()) if long else ""


def _places(acronym: Acronym) -> list[Span]:
    return [*acronym.uses, *(each.long for each in acronym.definitions)]


def entry_added(entry: Entry, path: Path, content: str | None) -> Addition | None:
    """Add an entry to a sheet; None where that cannot be done without harm."""
    if content is None or not content.strip():
        text = f"{entry.section}:\n  {_written(entry, '  ')}"
        return Addition(path, content, len(content or ""), text)
    try:
        root = parse_yaml(content, str(path))
    except NewslintError:
        return None
    if not isinstance(root, yaml.MappingNode) or root.flow_style:
        return None
    section = next((node for key, node in root.value if key.value == entry.section), None)
    if section is None:
        before = "" if content.endswith("\n") else "\n"
        text = f"{before}{entry.section}:\n  {_written(entry, '  ')}"
        return Addition(path, content, len(content), text)
    if not isinstance(section, yaml.SequenceNode) or section.flow_style or not section.value:
        return None
    mark, indent = section.start_mark, " " * section.start_mark.column
    return Addition(path, content, mark.index, _written(entry, indent) + indent)


def _written(entry: Entry, indent: str) -> str:
    """Write an entry as YAML; its first line goes where a line is indented already."""
    lines = [("name", entry.name), *entry.rest]
    return "- " + f"{indent}  ".join(f"{key}: {_scalar(value)}\n" for key, value in lines)


_PLAIN = regex.compile(r"\p{L}[\p{L}\p{N} .'’-]*[\p{L}\p{N}.]")


def _scalar(value: str) -> str:
    return value if _PLAIN.fullmatch(value) else json.dumps(value, ensure_ascii=False)
