"""Read an archive in pieces that several processes can share."""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from newslint.errors import NewslintError
from newslint.readers import EXTENSIONS, ReadOptions, SourceFile, read
from newslint.record import Record

#: About so many bytes of a file of many articles are one piece.
PIECE = 400_000
_LIMIT = 1_000_000_000
_LINES = (".jsonl", ".ndjson")


class Piece(Record):
    """A file, or some lines of a file that holds an article a line."""

    path: str
    data: bytes


def pieces(paths: Iterable[Path]) -> Iterator[Piece]:
    """Cut the files at and below the paths into pieces; raises NewslintError.

    A file whose name ends in .gz is unpacked.
    """
    for path in paths:
        for file in _files(path):
            name = file.name.removesuffix(".gz")
            data = _bytes(file)
            shown = file.as_posix().removesuffix(".gz")
            if name.endswith(_LINES):
                yield from _cut(shown, data)
            else:
                yield Piece(shown, data)


def _files(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    if not path.is_dir():
        raise NewslintError.of("there is no such file or folder", path=path.as_posix())
    found = [
        each
        for each in sorted(path.rglob("*"))
        if each.is_file() and Path(each.name.removesuffix(".gz")).suffix in EXTENSIONS
    ]
    if not found:
        raise NewslintError.of("the folder holds no articles", path=path.as_posix())
    return found


def _bytes(path: Path) -> bytes:
    try:
        data = path.read_bytes()
        return gzip.decompress(data) if path.suffix == ".gz" else data
    except (OSError, EOFError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise NewslintError.of(f"cannot be read: {reason}", path=path.as_posix()) from None


def _cut(path: str, data: bytes) -> Iterator[Piece]:
    """Cut between lines; empty lines before a piece keep its line numbers true."""
    start = lines = 0
    while start < len(data):
        end = data.find(b"\n", start + PIECE) + 1 or len(data)
        yield Piece(path, b"\n" * lines + data[start:end])
        lines += data.count(b"\n", start, end)
        start = end


def read_piece(piece: Piece, fields: Mapping[str, str]) -> SourceFile:
    """Read the articles of a piece; raises NewslintError."""
    return read(piece.data, piece.path, ReadOptions(fields=fields, max_size=_LIMIT))
