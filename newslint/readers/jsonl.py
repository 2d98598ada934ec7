"""JSON Lines: one article a line, its parts told by a map from keys to fields."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document
from newslint.errors import NewslintError, Problem
from newslint.readers.base import Reading, ReadOptions
from newslint.readers.jsonrows import Row, decode_at, roles_of, row_document
from newslint.readers.source import decode


def read(data: bytes, path: str, options: ReadOptions) -> Reading:
    """Read JSON Lines; a line that cannot be read is a problem, and the others are read."""
    roles = roles_of(options)
    source = decode(data, path)
    documents: list[Document] = []
    problems: list[Problem] = []
    for number, (start, line) in enumerate(_lines(source.text), 1):
        if not line.strip():
            continue
        try:
            row = _row(line, path, number)
            document = row_document(source.text, start, row, roles, options)
            if document is None:
                raise _without_text(row, path, number)
            if not document.item:
                document.item = str(number)
            documents.append(document)
        except NewslintError as error:
            problems += error.problems
    return Reading(source, tuple(documents), tuple(problems))


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield each line with its start. Only a line feed ends one: U+2028 may stand in a string."""
    start = 0
    for line in text.split("\n"):
        yield start, line
        start += len(line) + 1


def _row(line: str, path: str, number: int) -> Row:
    row = decode_at(line, path, first_line=number)
    if not isinstance(row, dict):
        raise NewslintError.of(
            "a line must hold one JSON object",
            path=path,
            line=number,
            column=1,
            hint="for one JSON document over several lines use the ending .json",
        )
    return row


def _without_text(row: Row, path: str, number: int) -> NewslintError:
    keys = ", ".join(list(row)[:12]) or "none"
    return NewslintError.of(
        "no text under the known keys",
        path=path,
        line=number,
        column=1,
        hint=f"map its keys with --field KEY=FIELD; it has: {keys}",
    )
