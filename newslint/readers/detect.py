"""Which format a file is in, by its name and by what it opens with."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import NamedTuple

from newslint.errors import NewslintError, did_you_mean


class Format(NamedTuple):
    """A format: the module that reads it and the endings of its files."""

    module: str
    extensions: tuple[str, ...]


FORMATS: dict[str, Format] = {
    "jsonl": Format("newslint.readers.jsonl", (".jsonl", ".ndjson")),
    "markdown": Format("newslint.readers.markdown", (".md", ".markdown", ".mdown", ".mkd", ".qmd")),
    "text": Format("newslint.readers.text", (".txt", ".text")),
}
#: Ending of a file name -> format.
EXTENSIONS: dict[str, str] = {
    extension: name for name, each in FORMATS.items() for extension in each.extensions
}

_FRONT_MATTER = re.compile(rb"(?:\xef\xbb\xbf)?---[ \t]*\r?\n")
_JSON_OBJECT = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"')


def format_of(data: bytes, path: str, as_format: str = "") -> str:
    """Name the format of a file; raises NewslintError for an unknown `as_format`."""
    if as_format:
        if as_format not in FORMATS:
            raise NewslintError.of(
                f"unknown format '{as_format}'", hint=did_you_mean(as_format, FORMATS)
            )
        return as_format
    named = EXTENSIONS.get(PurePath(path).suffix.lower())
    return named or _by_content(data[:1000])


def _by_content(head: bytes) -> str:
    if _FRONT_MATTER.match(head):
        return "markdown"
    if _JSON_OBJECT.match(head):
        return "jsonl"
    return "text"
