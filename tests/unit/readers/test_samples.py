"""The samples that the standards' makers publish: every part they hold is read.

The counts are those of the table in docs/formats.md.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from newslint.errors import NewslintError
from newslint.readers import read
from tests.conftest import REPOSITORY

_ROW = re.compile(
    r"^\| `(?P<path>(?:newsml-g2|ninjs)/[^`]+)` \| (?P<parts>[^|]+) \|$", re.MULTILINE
)


def rows() -> list[tuple[str, str]]:
    text = (REPOSITORY / "docs" / "formats.md").read_text(encoding="utf-8")
    return [(match["path"], match["parts"]) for match in _ROW.finditer(text)]


def parts(path: Path) -> str:
    try:
        file = read(path.read_bytes(), path.name)
    except NewslintError as error:
        return "no article" if "no article in the file" in str(error) else str(error)
    assert file.problems == ()
    (document,) = file.documents
    for run in document.offsets.runs:
        if run.literal:
            assert run.text.of(document.text) == run.source.of(document.source)
    counts = Counter(str(block.field or "paragraph") for block in document.blocks)
    return ", ".join(name if n == 1 else f"{n} {name}s" for name, n in sorted(counts.items()))


def test_every_sample_has_its_row(shared: Path):
    folder = shared / "formats"
    found = {path.relative_to(folder).as_posix() for path in folder.glob("*/*.*")}
    assert {path for path, _ in rows()} == found


@pytest.mark.parametrize(("path", "expected"), rows())
def test_every_part_of_a_sample_is_read(path: str, expected: str, shared: Path):
    assert parts(shared / "formats" / path) == expected
