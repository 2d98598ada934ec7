"""Word lists that annotators read: constant data of the package, in `rules/lexicon/`.

The one place below `store` that opens files. The lists belong to the installation like code does:
they are read once, when first needed, and never change during a run. What a house may change is a
parameter of a rule instead.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def rules_folder() -> Path:
    """Return the folder of the rules and lists that come with newslint."""
    package = Path(__file__).resolve().parent
    inside = package / "rules"
    return inside if inside.is_dir() else package.parent / "rules"


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of `rules/lexicon/<name>.csv`, comments and blank lines left out.

    The lists hold no quoted cells and no space beside a comma: a comma always parts two cells.
    """
    return tuple([tuple(line.split(",")) for line in _lines(name)])


@cache
def words(name: str) -> frozenset[str]:
    """Return the first cells of a list as a set."""
    return frozenset([line if "," not in line else line.partition(",")[0] for line in _lines(name)])


@cache
def plain_words(name: str) -> frozenset[str]:
    """Return the rows of a list that have one cell only, as a set."""
    return frozenset([line for line in _lines(name) if "," not in line])


def _lines(name: str) -> list[str]:
    path = rules_folder() / "lexicon" / f"{name}.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and line[0] != "#"]
