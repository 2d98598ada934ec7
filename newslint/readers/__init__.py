"""Readers: from the bytes of a file to documents, one module a format."""

from __future__ import annotations

from importlib import import_module

from newslint.document import Document
from newslint.errors import NewslintError, Problem
from newslint.readers.base import MAX_SIZE, Reading, ReadOptions
from newslint.readers.detect import EXTENSIONS, FORMATS, format_of
from newslint.readers.source import Source, encode
from newslint.record import Record

__all__ = [
    "EXTENSIONS",
    "FORMATS",
    "MAX_SIZE",
    "ReadOptions",
    "Source",
    "SourceFile",
    "encode",
    "format_of",
    "read",
]


class SourceFile(Record):
    """A file as it was read: its articles, and the problems of parts that could not be read."""

    format: str
    source: Source
    documents: tuple[Document, ...]
    problems: tuple[Problem, ...] = ()


def read(data: bytes, path: str, options: ReadOptions | None = None) -> SourceFile:
    """Read a file into documents; raises NewslintError if nothing of it can be read."""
    options = options or ReadOptions()
    if len(data) > options.max_size:
        raise NewslintError.of(
            f"the file has {len(data):,} bytes, more than the {options.max_size:,} allowed",
            path=path,
            hint="raise max_size to check it",
        )
    name = format_of(data, path, options.as_format)
    try:
        reading: Reading = import_module(FORMATS[name].module).read(data, path, options)
    except NewslintError:
        raise
    except Exception as error:  # a file that breaks a parser must not keep others from being read
        raise NewslintError.of(
            f"cannot be read as {name}: {type(error).__name__}: {str(error)[:200]}", path=path
        ) from error
    return SourceFile(name, *reading)
