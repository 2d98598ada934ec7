"""Patterns of newslint's own code, compiled when first used, or not at all.

Compiling the patterns of every layer takes longer than checking an article. `regex` can hand out
the program of a compiled pattern as plain data and take it back a hundred times faster, so a front
door may give what an earlier run compiled to `adopt`, and ask `fresh` for what is new.
"""

from __future__ import annotations

import copyreg
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib import import_module
from importlib.machinery import PathFinder
from importlib.util import module_from_spec
from re import escape
from types import ModuleType
from typing import TYPE_CHECKING, Any, cast

from newslint.lazily import Lazily
from newslint.record import Record

if TYPE_CHECKING:
    import regex
else:
    regex = Lazily("regex")

__all__ = [
    "DOTALL",
    "IGNORECASE",
    "MULTILINE",
    "VERBOSE",
    "adopt",
    "beginning",
    "compiled",
    "escape",
    "fresh",
    "program",
    "version",
]

#: The flags of `regex`, whose own are to be had only for an import.
IGNORECASE, MULTILINE, DOTALL, VERBOSE = 0x2, 0x8, 0x10, 0x40


class Program(Record):
    """A compiled pattern as data: what it was made from, and what `regex` makes it from again."""

    source: str
    flags: int
    parts: tuple[Any, ...]


#: Gives the parts of the program of a pattern (source, flags), or None.
Find = Callable[[str, int], tuple[Any, ...] | None]

_ENGINE = "regex._regex"


def _nothing(_source: str, _flags: int) -> None:
    return None


# Programs are functions of source and flags alone: keeping them changes no result.
_find: Find = _nothing
_fresh: list[Program] = []


class _Lazy:
    """Stands for a pattern until one of its methods is asked for."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags
        self._program: regex.Pattern[str] | None = None

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401
        if self._program is None:
            self._program = program(self._source, self._flags)
        found = getattr(self._program, name)
        setattr(self, name, found)  # the next call goes straight to the engine
        return found


def compiled(source: str, flags: int = 0) -> regex.Pattern[str]:
    """Return a pattern that is compiled when it is first used."""
    return cast("regex.Pattern[str]", _Lazy(source, flags))


def beginning(words: Iterable[str]) -> str:
    """Write a pattern for text that begins with any of some words, as far as the shortest goes.

    Beginnings in common are written once, so that a letter that opens none is given up at once.
    """
    tails: dict[str, list[str]] = {}
    for word in words:
        if not word:
            return ""
        tails.setdefault(word[0], []).append(word[1:])
    branches = [
        (head if head.isalnum() else escape(head)) + beginning(rest)
        for head, rest in sorted(tails.items())
    ]
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


def adopt(find: Find) -> None:
    """Take programs that an earlier run of the same `regex` compiled, where `find` has them."""
    global _find  # noqa: PLW0603
    _find = find


def fresh() -> Iterator[Program]:
    """Yield the programs that had to be compiled since this was last asked."""
    while _fresh:
        yield _fresh.pop()


def program(source: str, flags: int) -> regex.Pattern[str]:
    """Compile a pattern, or take it from what was adopted; raises `regex.error`."""
    parts = _find(source, flags)
    if parts is not None:
        return cast("regex.Pattern[str]", _engine().compile(*parts))
    made = regex.compile(source, flags | regex.V0)
    take_apart = copyreg.dispatch_table[type(made)]
    _fresh.append(Program(source, flags, cast("Any", take_apart(made))[1]))
    return made


def version() -> str:
    """Return what tells one build of the engine from another: programs are for one alone."""
    file = os.stat(_engine().__file__)  # noqa: PTH116 - the number of the version is in the other half
    return f"{_engine().MAGIC} {file.st_size} {file.st_mtime_ns}"


@cache
def _engine() -> Any:  # noqa: ANN401
    """Return the half of `regex` that runs programs.

    The other half, which parses patterns, takes a tenth of the time of a start, and a start for
    which programs were kept has nothing to parse. Where the halves do not come apart, `regex` is
    imported as a whole.
    """
    return sys.modules.get(_ENGINE) or _engine_alone() or import_module(_ENGINE)


def _engine_alone() -> ModuleType | None:
    package = PathFinder.find_spec("regex")
    folders = package.submodule_search_locations if package else None
    found = PathFinder.find_spec(_ENGINE, folders) if folders else None
    if found is None or found.loader is None:
        return None
    engine = module_from_spec(found)
    sys.modules[_ENGINE] = engine
    found.loader.exec_module(engine)
    return engine
