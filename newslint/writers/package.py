"""Change parts of a zipped document and leave every other byte of its parts as it was."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping

from newslint.record import Record


class Splice(Record):
    """Replace the text from `start` to `end`, or insert where both are one."""

    start: int
    end: int
    text: str


def spliced(text: str, splices: Iterable[Splice]) -> str:
    """Make all changes; those at one place come in the order they are given in."""
    pieces = []
    at = 0
    for splice in sorted(splices, key=lambda splice: (splice.start, splice.end)):
        pieces += [text[at : splice.start], splice.text]
        at = max(at, splice.end)
    return "".join([*pieces, text[at:]])


def rewritten(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """Return the archive with the given parts in place of the old ones, new ones at the end."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w") as new:
        for entry in old.infolist():
            changed = parts.get(entry.filename)
            # The entry's own record keeps its date, its attributes and how it was packed.
            new.writestr(entry, old.read(entry.filename) if changed is None else changed)
        for name, part in parts.items():
            if name not in old.namelist():
                record = zipfile.ZipInfo(name)  # dated 1980: the same input, the same file
                record.compress_type = zipfile.ZIP_DEFLATED
                new.writestr(record, part)
    return target.getvalue()
